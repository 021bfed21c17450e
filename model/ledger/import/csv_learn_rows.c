/* Which rows of a list count: values of a column whose rows are left out, and words that mean a kind of item. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/import/csv_learn_parts.h"

#include <string.h>

enum { VALUES_MOST = 60, ROWS_LOOKED = 2000, LINE_LONGEST = 800 };

void learn_value_free(gpointer data)
{
    LearnValue *value = data;
    g_free(value->text);
    g_free(value);
}

const char *learn_use_label(LearnUse use)
{
    static const char *const labels[] = {
        [LEARN_READ] = NC_("rows", "read"),       [LEARN_LEFT_OUT] = NC_("rows", "left out"),
        [LEARN_INVOICE] = NC_("rows", "invoice"), [LEARN_CREDIT_NOTE] = NC_("rows", "credit note"),
        [LEARN_PAYMENT] = NC_("rows", "payment"),
    };
    return i18n_word(labels[use]);
}

static LearnValue *value_find(const GPtrArray *values, const char *text)
{
    for (guint i = 0; i < values->len; i++) {
        LearnValue *value = g_ptr_array_index(values, i);
        if (strcmp(value->text, text) == 0)
            return value;
    }
    return NULL;
}

static void value_add(GPtrArray *values, const char *text, LearnUse use)
{
    LearnValue *value = g_new0(LearnValue, 1);
    *value = (LearnValue){g_strdup(text), use};
    g_ptr_array_add(values, value);
}

GPtrArray *learn_column_values(const CsvLearn *learn, guint column)
{
    const LearnColumn *chosen = g_ptr_array_index(learn->columns, column);
    GPtrArray *values = g_ptr_array_new_with_free_func(learn_value_free);
    g_autofree char *text = learn_head_text(learn);
    g_autoptr(GPtrArray) rows = csv_head_rows(text, learn->delimiter, ROWS_LOOKED);
    for (guint i = learn->header; i < rows->len && values->len < VALUES_MOST; i++) {
        g_autofree char *cell = text_clean(csv_row_cell(g_ptr_array_index(rows, i), (int)column));
        const LearnValue *said = value_find(chosen->uses, g_strstrip(cell));
        if (*cell != '\0' && value_find(values, cell) == NULL)
            value_add(values, cell, said != NULL ? said->use : LEARN_READ);
    }
    return values;
}

/* --- As it stands in the profile --------------------------------------------------------------------------------- */

/* What means something in a list of patterns becomes "any sign". */
static char *pattern_of(const char *text)
{
    return g_strdelimit(g_strdup(text), "\"\\|#*!", '?');
}

char *learn_patterns(const LearnColumn *column, LearnUse use)
{
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < column->uses->len; i++) {
        const LearnValue *value = g_ptr_array_index(column->uses, i);
        g_autofree char *pattern = pattern_of(value->text);
        if (value->use == use)
            g_string_append_printf(list, "%s%s%s", list->len > 0 ? " | " : "", use == LEARN_LEFT_OUT ? "!" : "",
                                   pattern);
    }
    return g_string_free(list, FALSE);
}

char *learn_left_out(const LearnColumn *column)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < column->uses->len; i++) {
        const LearnValue *value = g_ptr_array_index(column->uses, i);
        if (value->use == LEARN_LEFT_OUT)
            g_string_append_printf(words, "%s%s", words->len > 0 ? ", " : "", value->text);
    }
    return g_string_free(words, FALSE);
}

/* --- What a person says ------------------------------------------------------------------------------------------ */

/* A column that holds nothing for us can still tell rows apart: its status, or its ledger account. */
static bool column_take(CsvLearn *learn, guint column, GError **error)
{
    const LearnColumn *chosen = g_ptr_array_index(learn->columns, column);
    if (chosen->field != CSV_FIELDS)
        return true;
    CsvField field = !learn_holds(learn, CSV_STATUS)    ? CSV_STATUS
                     : !learn_holds(learn, CSV_ACCOUNT) ? CSV_ACCOUNT
                                                        : CSV_FIELDS;
    if (field == CSV_FIELDS)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("Two columns tell rows apart already: let one of them hold something else."));
    learn_map(learn, column, field);
    return true;
}

static LearnUse use_after(const LearnColumn *column, LearnUse use)
{
    LearnUse last = column->field == CSV_ITEM_KIND ? LEARN_PAYMENT : LEARN_LEFT_OUT;
    return use == last ? LEARN_READ : (LearnUse)(use + 1);
}

bool learn_use_next(CsvLearn *learn, guint column, const char *text, GError **error)
{
    LearnColumn *chosen = g_ptr_array_index(learn->columns, column);
    g_autofree char *so_far = learn_patterns(chosen, LEARN_LEFT_OUT);
    if (strlen(so_far) + strlen(text) > LINE_LONGEST)
        return fail(error, BELRONDE_ERROR_INPUT, _("More values than that do not fit in a profile."));
    if (!column_take(learn, column, error))
        return false;
    LearnValue *value = value_find(chosen->uses, text);
    if (value == NULL)
        value_add(chosen->uses, text, use_after(chosen, LEARN_READ));
    else
        value->use = use_after(chosen, value->use);
    return true;
}
