#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/output.h"
#include "ledger/receipts.h"
#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool stopped;

static void stop_at_next_row(int signal_number)
{
    (void)signal_number;
    stopped = true;
}

/* On a terminal only: a bar of forty cells, rewritten at most once per per cent. */
static void show_progress(gint64 bytes, gint64 total, void *data)
{
    int *shown = data;
    int percent = total > 0 ? (int)(bytes * 100 / total) : 100;
    if (percent == *shown)
        return;
    *shown = percent;
    char bar[41];
    for (int i = 0; i < 40; i++)
        bar[i] = i * 100 < percent * 40 ? '#' : '.';
    bar[40] = '\0';
    fprintf(stderr, "\r[%s] %3d%%", bar, percent);
    if (percent >= 100)
        fprintf(stderr, "\r%48s\r", "");
}

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

static void print_statements(const ImportSummary *summary)
{
    for (guint i = 0; i < summary->statements->len; i++) {
        const StatementSummary *statement = g_ptr_array_index(summary->statements, i);
        g_autofree char *opening = money_text(statement->opening), *closing = money_text(statement->closing);
        g_autofree char *sum = money_text(statement->sum);
        bool told = statement->has_opening && statement->has_closing;
        printf(_("  statement %s of %s: %d lines, %s + %s = %s %s: %s\n"), statement->number, statement->account,
               statement->lines, statement->has_opening ? opening : "?", sum, statement->has_closing ? closing : "?",
               statement->currency,
               !told                 ? _("a balance is missing")
               : statement->balanced ? _("ties")
                                     : _("DOES NOT TIE"));
        if (statement->gap != NULL)
            printf("  ! %s\n", statement->gap);
    }
}

static void print_summary(const ImportSummary *summary)
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

typedef struct {
    gboolean dry_run, full, yes;
    char *profile, *format;
    BookingOptions booking;
    int shown;
} Importing;

static bool answered_yes(int items)
{
    printf(_("%d items are no longer on this full list. Mark them gone from the ledger? [y/N] "), items);
    fflush(stdout);
    char answer[16] = "";
    if (!isatty(STDIN_FILENO) || fgets(answer, sizeof answer, stdin) == NULL) {
        puts("");
        return false;
    }
    /* TRANSLATORS: the letters that mean yes, in both cases */
    return strchr(_("yY"), answer[0]) != NULL && answer[0] != '\0';
}

static bool ask_about_missing(Desk *desk, Ledger *ledger, const ImportSummary *summary, Importing *importing,
                              GError **error)
{
    guint count = summary->missing_items->len;
    if (count == 0)
        return true;
    if (!importing->yes && !answered_yes((int)count)) {
        printf(_("  %u items left as they are; import again with --yes to mark them gone.\n"), count);
        return true;
    }
    (void)desk;
    return items_mark_gone(ledger, summary->missing_items, clock_today(), &importing->booking, error);
}

static int import_one(Desk *desk, Ledger *ledger, const char *path, Importing *importing, GError **error)
{
    g_autoptr(ImportSummary) summary = NULL;
    importing->shown = -1;
    if (!import_file(ledger, path, &importing->booking, &summary, error))
        return EXIT_REFUSED;
    print_summary(summary);
    if (!ask_about_missing(desk, ledger, summary, importing, error))
        return EXIT_REFUSED;
    bool warned = summary->listed > 0 || summary->warnings->len > 0;
    return warned ? EXIT_WARNINGS : EXIT_DONE;
}

/* Readers name the file in their sentence; the others do not. */
static void print_trouble(const char *path, const GError *trouble)
{
    g_autofree char *name = g_path_get_basename(path);
    if (strstr(trouble->message, name) != NULL)
        fprintf(stderr, "belronde: %s\n", trouble->message);
    else
        fprintf(stderr, "belronde: %s: %s\n", path, trouble->message);
}

static int import_files(Desk *desk, Importing *importing, int count, char **paths)
{
    Ledger ledger = desk_ledger(desk);
    int status = EXIT_DONE, refused = 0;
    for (int i = 0; i < count && !stopped; i++) {
        g_autoptr(GError) trouble = NULL;
        int one = import_one(desk, &ledger, paths[i], importing, &trouble);
        if (trouble != NULL)
            print_trouble(paths[i], trouble);
        refused += one == EXIT_REFUSED;
        if (one != EXIT_DONE)
            status = EXIT_WARNINGS;
    }
    if (stopped)
        fprintf(stderr, "%s\n", _("Stopped. What is booked stays; the same file goes on where it was."));
    return refused == count ? EXIT_REFUSED : status;
}

/* An array with one object per file; text shows the same JSON, for people read it too. */
static int preview_files(Desk *desk, Importing *importing, int count, char **paths, GError **error)
{
    Ledger ledger = desk_ledger(desk);
    g_autoptr(GString) all = g_string_new("[");
    int status = EXIT_DONE;
    for (int i = 0; i < count; i++) {
        g_autoptr(GError) trouble = NULL;
        g_autofree char *one = import_preview_json(&ledger, paths[i], &importing->booking, &trouble);
        if (one == NULL) {
            print_trouble(paths[i], trouble);
            status = EXIT_WARNINGS;
            continue;
        }
        g_string_append_printf(all, "%s\n%s", all->len > 1 ? "," : "", one);
    }
    if (all->len == 1) {
        fail(error, BELRONDE_ERROR_INPUT, _("None of the files can be read."));
        return EXIT_REFUSED;
    }
    g_string_append(all, "\n]");
    output_text(all->str);
    return status;
}

int command_import(Desk *desk, int argc, char **argv, GError **error)
{
    Importing importing = {0};
    const GOptionEntry entries[] = {
        {"dry-run", 0, 0, G_OPTION_ARG_NONE, &importing.dry_run, "show, book nothing", NULL},
        {"format", 0, 0, G_OPTION_ARG_STRING, &importing.format, "with --dry-run: text or json", "FORMAT"},
        {"profile", 0, 0, G_OPTION_ARG_STRING, &importing.profile, "CSV profile of data/import.ini", "NAME"},
        {"full", 0, 0, G_OPTION_ARG_NONE, &importing.full, "a full list: what is absent is gone", NULL},
        {"yes", 0, 0, G_OPTION_ARG_NONE, &importing.yes, "answer yes to the question of --full", NULL},
        G_OPTION_ENTRY_NULL,
    };
    int status = EXIT_REFUSED;
    Format format = FORMAT_TEXT;
    if (command_options(command_find("import"), entries, &argc, &argv, error) &&
        format_parse(importing.format, &format, error)) {
        importing.booking = desk_booking(desk);
        importing.booking.profile = importing.profile;
        importing.booking.full = importing.full;
        importing.booking.stop = &stopped;
        if (isatty(STDERR_FILENO)) {
            importing.booking.progress = show_progress;
            importing.booking.progress_data = &importing.shown;
        }
        signal(SIGINT, stop_at_next_row);
        if (argc < 2)
            fail(error, BELRONDE_ERROR_INPUT, _("import needs at least one file: belronde import FILE..."));
        else if (importing.dry_run)
            status = preview_files(desk, &importing, argc - 1, argv + 1, error);
        else
            status = import_files(desk, &importing, argc - 1, argv + 1);
    }
    g_free(importing.profile);
    g_free(importing.format);
    return status;
}

static JsonObject *receipt_object(const Receipt *receipt)
{
    JsonObject *object = json_object_new();
    json_object_set_int_member(object, "id", receipt->payment_id);
    object_day(object, "day", receipt->day);
    object_money(object, "amount", receipt->amount);
    object_text(object, "currency", receipt->currency);
    object_text(object, "name", receipt->name);
    object_text(object, "account", receipt->account);
    object_text(object, "text", receipt->text);
    object_text(object, "state", receipt->state);
    json_object_set_int_member(object, "score", receipt->score);
    object_text(object, "reason", receipt->reason);
    object_text(object, "customer", receipt->customer);
    object_text(object, "items", receipt->items);
    return object;
}

static int accept_receipts(Ledger *ledger, const BookingOptions *booking, int count, char **ids, GError **error)
{
    for (int i = 0; i < count; i++) {
        gint64 id = 0;
        g_autofree char *op = store_operation_id();
        if (!ini_integer(ids[i], 1, G_MAXINT64, &id)) {
            fail(error, BELRONDE_ERROR_INPUT, _("“%s” is no receipt number."), ids[i]);
            return i > 0 ? EXIT_WARNINGS : EXIT_REFUSED;
        }
        if (!match_confirm(ledger, id, op, booking, error))
            return i > 0 ? EXIT_WARNINGS : EXIT_REFUSED;
        printf(_("Receipt %s booked; the account is remembered.\n"), ids[i]);
    }
    return EXIT_DONE;
}

int command_receipts(Desk *desk, int argc, char **argv, GError **error)
{
    static const Column columns[] = {
        {"id", N_("Id"), 6, COLUMN_NUMBER},
        {"day", N_("Day"), 10, COLUMN_TEXT},
        {"amount", N_("Amount"), 12, COLUMN_MONEY},
        {"name", N_("From"), 24, COLUMN_TEXT},
        {"state", N_("State"), 10, COLUMN_TEXT},
        {"customer", N_("Customer"), 24, COLUMN_TEXT},
        {"items", N_("Items"), 24, COLUMN_TEXT},
        {"reason", N_("Why"), 50, COLUMN_TEXT},
        {"text", "", 0, COLUMN_TEXT},
        {"account", "", 0, COLUMN_TEXT},
        {"currency", "", 0, COLUMN_TEXT},
        {"score", "", 0, COLUMN_NUMBER},
    };
    g_autofree char *format_name = NULL;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, "text, csv or json", "FORMAT"},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    if (!command_options(command_find("receipts"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error))
        return EXIT_REFUSED;
    Ledger ledger = desk_ledger(desk);
    if (argc > 2 && g_str_equal(argv[1], "accept")) {
        BookingOptions booking = desk_booking(desk);
        return accept_receipts(&ledger, &booking, argc - 2, argv + 2, error);
    }
    if (argc > 1) {
        fail(error, BELRONDE_ERROR_INPUT, _("receipts lists; receipts accept ID... books a proposal."));
        return EXIT_REFUSED;
    }
    g_autoptr(GPtrArray) list = receipts_waiting(&ledger, error);
    if (list == NULL)
        return EXIT_REFUSED;
    g_autoptr(JsonArray) rows = json_array_new();
    for (guint i = 0; i < list->len; i++)
        json_array_add_object_element(rows, receipt_object(g_ptr_array_index(list, i)));
    output_table(format, columns, G_N_ELEMENTS(columns), rows);
    return EXIT_DONE;
}
