/* However large an audit file is, reading it takes little memory.  The file is made on the spot, its truth known;
 * BELRONDE_XAF_MB=500 measures the size that the promise is about. */
#include "audit_file.h"
#include "ledger/import/import.h"

#include <locale.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

#if SANITIZED
/* The sanitizer keeps what was freed, to catch its use: here that would be measured. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "quarantine_size_mb=1:malloc_context_size=1";
}
#endif

enum { MEGABYTE = 1024 * 1024, USUAL_MB = 12, PROMISED_KB = 64 * 1024, GROWTH_KB_PER_MB = 160 };

typedef struct {
    AuditTruth truth;
    gint64 peak_kb;
    int warnings, problems;
} Outcome;

static bool count_customer(const CustomerRecord *customer, void *data, GError **error)
{
    (void)customer, (void)error;
    ((Outcome *)data)->truth.customers++;
    return true;
}

static bool count_item(const ItemRecord *item, void *data, GError **error)
{
    (void)error;
    Outcome *outcome = data;
    outcome->truth.items++;
    outcome->truth.open += item->open;
    return true;
}

static void count_problem(int line, const char *reason, const char *raw, void *data)
{
    (void)line, (void)reason, (void)raw;
    ((Outcome *)data)->problems++;
}

static void count_warning(int line, const char *sentence, void *data)
{
    (void)line, (void)sentence;
    ((Outcome *)data)->warnings++;
}

static Outcome file_read(const char *path)
{
    Outcome outcome = {0};
    ImportOptions options = {.default_currency = "EUR"};
    ImportSink sink = {.data = &outcome,
                       .customer = count_customer,
                       .item = count_item,
                       .problem = count_problem,
                       .warning = count_warning};
    g_autoptr(GError) error = NULL;
    const ImportFormat *format = import_recognise(path, &options, &error);
    g_assert_no_error(error);
    g_assert_true(format->read(path, &options, &sink, &error));
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    outcome.peak_kb = usage.ru_maxrss;
    return outcome;
}

/* In a process of its own, whose peak is that of reading alone. */
static Outcome file_measure(const char *path)
{
    int ends[2];
    Outcome outcome = {0};
    g_assert_cmpint(pipe(ends), ==, 0);
    pid_t child = fork();
    g_assert_cmpint(child, >=, 0);
    if (child == 0) {
        outcome = file_read(path);
        bool written = write(ends[1], &outcome, sizeof outcome) == (ssize_t)sizeof outcome;
        _exit(written ? 0 : 1);
    }
    close(ends[1]);
    g_assert_cmpint(read(ends[0], &outcome, sizeof outcome), ==, (gssize)sizeof outcome);
    close(ends[0]);
    int status = 0;
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    g_assert_cmpint(status, ==, 0);
    return outcome;
}

static Outcome size_measure(gint64 megabytes)
{
    g_autofree char *path = NULL;
    AuditTruth truth = {0};
    g_assert_true(g_close(g_file_open_tmp("belronde-audit-XXXXXX", &path, NULL), NULL));
    g_assert_true(audit_file_write(path, megabytes * MEGABYTE, &truth));
    GStatBuf status;
    g_assert_cmpint(g_stat(path, &status), ==, 0);
    gint64 began = g_get_monotonic_time();
    Outcome outcome = file_measure(path);
    g_unlink(path);
    g_test_message("%5" PRId64 " MB: %5" PRId64 " MB of memory, %" PRId64 " ms, %d customers, %d items",
                   (gint64)status.st_size / MEGABYTE, outcome.peak_kb / 1024, (g_get_monotonic_time() - began) / 1000,
                   outcome.truth.customers, outcome.truth.items);
    g_assert_cmpint(outcome.truth.customers, ==, truth.customers);
    g_assert_cmpint(outcome.truth.items, ==, truth.items);
    g_assert_cmpint(outcome.truth.open, ==, truth.open);
    g_assert_cmpint(outcome.problems, ==, 0);
    g_assert_cmpint(outcome.warnings, ==, 1); /* up to which day it knows anything */
    return outcome;
}

static void test_memory(void)
{
    const char *asked = g_getenv("BELRONDE_XAF_MB");
    gint64 megabytes = asked == NULL ? USUAL_MB : g_ascii_strtoll(asked, NULL, 10);
    Outcome small = size_measure(megabytes / 4), large = size_measure(megabytes);
    gint64 growth = large.peak_kb - small.peak_kb;
    if (SANITIZED) /* shadow memory and padding: only that it does not hold the file */
        g_assert_cmpint(growth, <, megabytes * 1024 * 3 / 4 + 4096);
    else {
        g_assert_cmpint(large.peak_kb, <, PROMISED_KB);
        g_assert_cmpint(growth, <, megabytes * GROWTH_KB_PER_MB + 4096);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/audit files/a large one takes little memory", test_memory);
    return g_test_run();
}
