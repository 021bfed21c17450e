/* Reads bank files and finds what each line pays, and books nothing: dry_run DATABASE FILE...
 * What `belronde import --dry-run` does, without the writing of its answer. */
#include "desk/desk.h"
#include "ledger/import/import.h"
#include "ledger/matching.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct {
    Ledger ledger;
    int lines, matched, proposed;
} DryRun;

static bool on_line(const LineRecord *line, void *data, GError **error)
{
    DryRun *run = data;
    g_autoptr(Match) match = match_line(&run->ledger, line, error);
    if (match == NULL)
        return false;
    run->lines++;
    run->matched += match->closes && match->parts->len > 0;
    run->proposed += !match->closes && match->customer_id != 0;
    return true;
}

static bool on_statement(const StatementRecord *statement, void *data, GError **error)
{
    (void)statement, (void)data, (void)error;
    return true;
}

static bool on_statement_end(const StatementRecord *statement, gint64 stated, void *data, GError **error)
{
    (void)statement, (void)stated, (void)data, (void)error;
    return true;
}

static void on_problem(int line, const char *reason, const char *raw, void *data)
{
    (void)raw, (void)data;
    fprintf(stderr, "%d: %s\n", line, reason);
}

static void on_warning(int line, const char *sentence, void *data)
{
    (void)data;
    fprintf(stderr, "%d: %s\n", line, sentence);
}

static bool file_read(DryRun *run, const char *path, GError **error)
{
    const ImportSink sink = {.data = run,
                             .statement_begin = on_statement,
                             .line = on_line,
                             .statement_end = on_statement_end,
                             .problem = on_problem,
                             .warning = on_warning};
    const ImportOptions options = {
        .profiles = run->ledger.profiles, .default_country = "BE", .default_currency = "EUR", .default_language = "nl"};
    const ImportFormat *format = import_recognise(path, &options, error);
    return format != NULL && format->read(path, &options, &sink, error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    const DeskOptions options = {
        .database = argc > 1 ? argv[1] : "", .agent = "An", .language = "en", .mode = STORE_EXISTING};
    g_autoptr(Desk) desk = argc > 2 ? desk_open(&options, &error) : NULL;
    if (argc <= 2)
        fputs("usage: dry_run DATABASE FILE...\n", stderr);
    bool good = desk != NULL;
    DryRun run = {0};
    if (good)
        run.ledger = desk_ledger(desk);
    /* One picture of the book for all lines, as the importer has inside its transaction. */
    good = good && store_snapshot_begin(desk->store, &error);
    for (int i = 2; good && i < argc; i++)
        good = file_read(&run, argv[i], &error);
    if (desk != NULL)
        store_snapshot_end(desk->store);
    if (error != NULL)
        fprintf(stderr, "%s\n", error->message);
    printf("%d lines, %d matched, %d proposed\n", run.lines, run.matched, run.proposed);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
