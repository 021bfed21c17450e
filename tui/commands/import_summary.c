#include "commands/import_summary.h"

#include "base/i18n.h"
#include "base/text.h"
#include "ledger/matching.h"
#include <stdio.h>

static void print_counts(const ImportSummary *summary)
{
    printf(_("%s: %s%s%s\n"), summary->file, summary->kind, summary->profile != NULL ? ", " : "",
           summary->profile != NULL ? summary->profile : "");
    if (summary->already_known) {
        puts(_("  This file was imported before: nothing changed."));
        return;
    }
    printf(_("  %d lines read: %d booked, %d known already, %d listed below\n"), summary->lines, summary->booked,
           summary->known, summary->listed);
    if (summary->new_customers + summary->new_items + summary->changed_items + summary->closed_items > 0)
        printf(_("  customers: %d new, %d changed; items: %d new, %d changed, %d closed\n"), summary->new_customers,
               summary->changed_customers, summary->new_items, summary->changed_items, summary->closed_items);
}

static void print_matching(const ImportSummary *summary)
{
    static const struct {
        MatchStep step;
        const char *label;
    } ways[] = {
        {MATCH_REFERENCE, N_("payment reference")},
        {MATCH_INVOICE_NUMBER, N_("invoice number")},
        {MATCH_IBAN, N_("known account")},
        {MATCH_NAME, N_("name and amount")},
        {MATCH_AMOUNT, N_("amount")},
    };
    if (summary->statements->len == 0)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        if (summary->matched[ways[i].step] > 0)
            printf(_("  matched by %s: %d\n"), _(ways[i].label), summary->matched[ways[i].step]);
    }
    printf(_("  needs a person: %d proposed, %d not matched, %d paid twice (belronde receipts)\n"), summary->proposed,
           summary->unmatched, summary->duplicates);
    printf(_("  on account: %d; returned: %d; outgoing: %d\n"), summary->on_account, summary->reversals,
           summary->outgoing);
    printf(_("  out of today's queue: %d; promises kept %d, partly %d\n"), summary->customers_out_of_queue,
           summary->promises_kept, summary->promises_partly);
}

static const char *tie_words(const StatementSummary *statement)
{
    if (!statement->has_opening || !statement->has_closing)
        return _("a balance is missing");
    if (!statement->comparable)
        return _("several currencies");
    return statement->balanced ? _("ties") : _("DOES NOT TIE");
}

/* What the bank says of its own sums, where it says anything. */
static void print_stated(const StatementSummary *statement)
{
    g_autofree char *credits = money_text(statement->credits), *debits = money_text(statement->debits);
    g_autofree char *stated_credits =
        statement->stated_credits >= 0 ? money_text(statement->stated_credits) : g_strdup("?");
    g_autofree char *stated_debits =
        statement->stated_debits >= 0 ? money_text(statement->stated_debits) : g_strdup("?");
    if (statement->stated_credits < 0 && statement->stated_debits < 0)
        return;
    if (statement_counted(statement))
        printf(_("    the bank states %s in and %s out: so it is\n"), stated_credits, stated_debits);
    else
        printf(_("  ! the bank states %s in and %s out, the file holds %s and %s\n"), stated_credits, stated_debits,
               credits, debits);
}

static void print_statements(const ImportSummary *summary)
{
    for (guint i = 0; i < summary->statements->len; i++) {
        const StatementSummary *statement = g_ptr_array_index(summary->statements, i);
        g_autofree char *opening = money_text(statement->opening), *closing = money_text(statement->closing);
        g_autofree char *sum = money_text(statement->sum);
        printf(_("  statement %s of %s: %d lines, %s + %s = %s %s: %s\n"), statement->number, statement->account,
               statement->lines, statement->has_opening ? opening : "?", sum, statement->has_closing ? closing : "?",
               statement->currency, tie_words(statement));
        print_stated(statement);
        if (statement->follows)
            puts(_("    follows on the statement before it"));
        if (statement->duplicate)
            puts(_("    the bank marks it as a copy of one sent before"));
        if (statement->gap != NULL)
            printf("  ! %s\n", statement->gap);
    }
}

void summary_print(const ImportSummary *summary)
{
    print_counts(summary);
    if (summary->already_known)
        return;
    print_matching(summary);
    print_statements(summary);
    for (guint i = 0; i < summary->warnings->len; i++)
        printf("  ! %s\n", (const char *)g_ptr_array_index(summary->warnings, i));
    for (guint i = 0; i < summary->problems->len; i++) {
        const ImportProblem *problem = g_ptr_array_index(summary->problems, i);
        g_autofree char *raw = text_clean(problem->raw), *short_raw = text_cut(raw, 60);
        printf("  %s:%d: %s  %s\n", summary->file, problem->line, problem->reason, short_raw);
    }
}

/* --- Over all files --------------------------------------------------------------------------------------- */

void totals_add(ImportTotals *totals, const ImportSummary *summary)
{
    totals->imported += !summary->already_known;
    totals->known += summary->already_known;
    if (summary->already_known)
        return;
    totals->lines += summary->lines;
    totals->booked += summary->booked;
    totals->lines_known += summary->known;
    totals->listed += summary->listed;
    totals->warnings += (int)summary->warnings->len;
    for (size_t i = 0; i < G_N_ELEMENTS(summary->matched); i++)
        totals->matched += summary->matched[i];
    totals->need_person += summary->proposed + summary->unmatched + summary->duplicates;
    totals->out_of_queue += summary->customers_out_of_queue;
    for (guint i = 0; i < summary->statements->len; i++) {
        const StatementSummary *statement = g_ptr_array_index(summary->statements, i);
        totals->statements++;
        totals->untied += statement->comparable && !statement->balanced;
    }
}

void totals_print(const ImportTotals *totals)
{
    printf(_("Together: %d imported, %d known already, %d not imported\n"), totals->imported, totals->known,
           totals->refused);
    if (totals->imported == 0)
        return;
    printf(_("  %d lines read: %d booked, %d known already, %d listed\n"), totals->lines, totals->booked,
           totals->lines_known, totals->listed);
    if (totals->statements > 0)
        printf(_("  statements: %d, not tied: %d; matched: %d; needs a person: %d; out of today's queue: %d\n"),
               totals->statements, totals->untied, totals->matched, totals->need_person, totals->out_of_queue);
    if (totals->warnings > 0)
        printf(_("  warnings: %d, above\n"), totals->warnings);
}
