/* What an import has to tell when it is done. */
#include "ledger/booking/parts.h"

#include "base/text.h"

static void problem_free(gpointer data)
{
    ImportProblem *problem = data;
    g_free(problem->reason);
    g_free(problem->raw);
    g_free(problem);
}

static void statement_free(gpointer data)
{
    StatementSummary *statement = data;
    g_free(statement->account);
    g_free(statement->number);
    g_free(statement->currency);
    g_free(statement->gap);
    g_free(statement);
}

ImportSummary *import_summary_new(void)
{
    ImportSummary *summary = g_new0(ImportSummary, 1);
    summary->statements = g_ptr_array_new_with_free_func(statement_free);
    summary->problems = g_ptr_array_new_with_free_func(problem_free);
    summary->warnings = g_ptr_array_new_with_free_func(g_free);
    summary->missing_items = g_array_new(FALSE, FALSE, sizeof(gint64));
    return summary;
}

void import_summary_free(ImportSummary *summary)
{
    if (summary == NULL)
        return;
    g_free(summary->file);
    g_free(summary->kind);
    g_free(summary->profile);
    g_ptr_array_unref(summary->statements);
    g_ptr_array_unref(summary->problems);
    g_ptr_array_unref(summary->warnings);
    g_array_unref(summary->missing_items);
    g_free(summary);
}

void booking_problem(Booking *booking, int line, const char *reason, const char *raw)
{
    ImportProblem *problem = g_new0(ImportProblem, 1);
    *problem = (ImportProblem){line, g_strdup(reason), text_clean(raw)};
    g_ptr_array_add(booking->summary->problems, problem);
    booking->summary->lines++;
    booking->summary->listed++;
}

/* Each sentence once: a list repeats its oddities on every line. */
void booking_warn(Booking *booking, const char *sentence)
{
    GPtrArray *warnings = booking->summary->warnings;
    if (!g_ptr_array_find_with_equal_func(warnings, sentence, g_str_equal, NULL))
        g_ptr_array_add(warnings, g_strdup(sentence));
}
