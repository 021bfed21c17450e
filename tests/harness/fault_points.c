/* Kills a program, or fails its disk, at each system call in turn, and looks at what is left (promises P1, P5, P14).
 *
 *   fault_points --setup 'PROGRAM … {db}' --verb 'PROGRAM … {db}' --list 'PROGRAM … {db}'
 *                [--fault signal=KILL] [--when %d] [--calls a,b,c] [--ack 'ok '] [--anywhere] [--planted]
 *
 * setup  makes the database {db}, once
 * verb   does what must survive: each line "ok X" it prints is a promise that X is saved, each line "no X" that it is
 *        not; --ack sets another beginning than "ok "
 * list   ends with status 0 only where the database is whole, and prints "ok X", word for word, for each X in it
 *
 * For each call and each n: a fresh copy, the verb under strace with the fault at the n-th such call on the database
 * and the files beside it (anywhere: on any file), then list, then the verb once more without a fault, which must
 * succeed.  Before all that a rehearsal without any fault: a verb that promises nothing would prove nothing.
 * --planted: the verb carries a defect, and success means that it was found.
 *
 * Faults are strace's: signal=KILL, error=EIO, error=ENOSPC; --when '%d+' makes them last.  Status 77 (skipped) where
 * strace is missing or not allowed. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#define MOST_POINTS 500 /* per call */
#define TIME_LIMIT  20  /* seconds per program */

static char *setup, *verb, *list, *ack = "ok ", *fault = "signal=KILL", *when = "%d";
static char *calls = "pwrite64,fdatasync,fsync,ftruncate,openat,unlink,flock,close";
static gboolean anywhere, planted;

static GOptionEntry options[] = {
    {"setup", 0, 0, G_OPTION_ARG_STRING, &setup, "makes {db}", "COMMAND"},
    {"verb", 0, 0, G_OPTION_ARG_STRING, &verb, "what must survive", "COMMAND"},
    {"list", 0, 0, G_OPTION_ARG_STRING, &list, "checks and lists what is saved", "COMMAND"},
    {"fault", 0, 0, G_OPTION_ARG_STRING, &fault, "signal=KILL, error=EIO …", "FAULT"},
    {"when", 0, 0, G_OPTION_ARG_STRING, &when, "%d: once, %d+: from then on", "N"},
    {"calls", 0, 0, G_OPTION_ARG_STRING, &calls, "system calls", "LIST"},
    {"ack", 0, 0, G_OPTION_ARG_STRING, &ack, "how a line begins that promises", "TEXT"},
    {"anywhere", 0, 0, G_OPTION_ARG_NONE, &anywhere, "not only on the database's files", NULL},
    {"planted", 0, 0, G_OPTION_ARG_NONE, &planted, "the verb is defective: find it", NULL},
    {0},
};

typedef struct {
    char *seed, *folder, *db, *trace; /* the prepared folder; the copy in use, its database; what strace saw */
    int points, violations;
} Bench;

typedef struct {
    bool well, hung; /* status 0; ended by the time limit */
    char **lines, *complaint;
} Result;

static void result_clear(Result *result)
{
    g_strfreev(result->lines);
    g_free(result->complaint);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Result, result_clear)

/* --- Programs ---------------------------------------------------------------------------------------- */

static void words_add(GPtrArray *words, const char *command, const char *db)
{
    g_auto(GStrv) split = NULL;
    g_autoptr(GError) error = NULL;
    if (!g_shell_parse_argv(command, NULL, &split, &error))
        g_error("%s: %s", command, error->message);
    for (char **word = split; *word != NULL; word++) {
        g_auto(GStrv) parts = g_strsplit(*word, "{db}", -1);
        g_ptr_array_add(words, g_strjoinv(db, parts));
    }
}

static void words_add_strace(GPtrArray *words, const Bench *bench, const char *call, int n)
{
    g_autofree char *number = g_strdup_printf("%d", n);
    g_auto(GStrv) parts = g_strsplit(when, "%d", 2);
    g_autofree char *moment = g_strjoinv(number, parts);
    words_add(words, "strace -f -qq -o", NULL);
    g_ptr_array_add(words, g_strdup(bench->trace));
    if (!anywhere) {
        words_add(words, "-P {db} -P {db}-journal -P {db}-wal -P {db}-gate -P", bench->db);
        g_ptr_array_add(words, g_strdup(bench->folder));
    }
    g_ptr_array_add(words, g_strdup_printf("--trace=%s", call));
    g_ptr_array_add(words, g_strdup_printf("--inject=%s:%s:when=%s", call, fault, moment));
}

/* Without `call` the program runs undisturbed. */
static Result program_run(const Bench *bench, const char *command, const char *call, int n)
{
    Result result = {0};
    int status = -1;
    g_autofree char *output = NULL;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    /* timeout ends the whole group: an orphan would keep the locks and raise false alarms. */
    words_add(words, "timeout -s KILL " G_STRINGIFY(TIME_LIMIT), NULL);
    if (call != NULL)
        words_add_strace(words, bench, call, n);
    words_add(words, command, bench->db);
    g_ptr_array_add(words, NULL);
    gint64 start = g_get_monotonic_time();
    if (!g_spawn_sync(NULL, (char **)words->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &result.complaint,
                      &status, &error))
        g_error("%s: %s", command, error->message);
    result.hung = g_get_monotonic_time() - start >= TIME_LIMIT * G_USEC_PER_SEC;
    result.well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    result.lines = g_strsplit(output, "\n", -1);
    return result;
}

/* Whether the n-th such call came at all. */
static bool fault_happened(const Bench *bench)
{
    g_autofree char *trace = NULL;
    return g_file_get_contents(bench->trace, &trace, NULL, NULL) &&
           (strstr(trace, "(INJECTED)") != NULL || strstr(trace, "killed by SIGKILL") != NULL);
}

static void shell(const char *command, const char *first, const char *second)
{
    const char *words[] = {command, command[0] == 'c' ? "-a" : "-rf", first, second, NULL};
    int status = -1;
    if (!g_spawn_sync(NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL) ||
        status != 0)
        g_error("%s %s failed", command, first);
}

/* --- One point ----------------------------------------------------------------------------------------- */

static void violation(Bench *bench, const char *call, int n, const char *what, const char *detail)
{
    bench->violations++;
    if (!planted || bench->violations == 1)
        printf("%s %s, number %d: %s %s\n", planted ? "found:" : "VIOLATION:", call, n, what,
               detail != NULL ? detail : "");
}

/* How many promises were made. */
static int promises_compare(Bench *bench, const char *call, int n, char **promised, char **listed)
{
    int count = 0;
    for (char **line = promised; *line != NULL; line++) {
        bool promise = g_str_has_prefix(*line, ack);
        g_autofree char *denied = g_str_has_prefix(*line, "no ") ? g_strconcat(ack, *line + 3, NULL) : NULL;
        if (promise && !g_strv_contains((const char *const *)listed, *line))
            violation(bench, call, n, "lost:", *line);
        if (denied != NULL && g_strv_contains((const char *const *)listed, denied))
            violation(bench, call, n, "saved in spite of:", *line);
        count += promise;
    }
    return count;
}

static void folder_renew(const Bench *bench)
{
    shell("rm", bench->folder, NULL);
    shell("cp", bench->seed, bench->folder);
}

static void rehearse(Bench *bench)
{
    folder_renew(bench);
    g_auto(Result) done = program_run(bench, verb, NULL, 0);
    g_auto(Result) found = program_run(bench, list, NULL, 0);
    if (!done.well || !found.well)
        g_error("without a fault: %s%s", done.complaint, found.complaint);
    if (promises_compare(bench, "rehearsal", 0, done.lines, found.lines) == 0 || bench->violations > 0)
        g_error("without a fault the verb promises nothing, or nothing that the list knows");
}

/* False when the verb makes fewer than n such calls. */
static bool point_try(Bench *bench, const char *call, int n)
{
    folder_renew(bench);
    g_auto(Result) faulty = program_run(bench, verb, call, n);
    if (!fault_happened(bench))
        return false;
    bench->points++;
    if (faulty.hung)
        violation(bench, call, n, "hangs", NULL);
    g_auto(Result) found = program_run(bench, list, NULL, 0);
    if (!found.well)
        violation(bench, call, n, "left broken:", found.complaint);
    promises_compare(bench, call, n, faulty.lines, found.lines);
    g_auto(Result) again = program_run(bench, verb, NULL, 0);
    if (!again.well)
        violation(bench, call, n, "the next start fails:", again.complaint);
    return true;
}

static void points_walk(Bench *bench)
{
    g_auto(GStrv) names = g_strsplit(calls, ",", -1);
    for (char **call = names; *call != NULL; call++) {
        int n = 1;
        while (n <= MOST_POINTS && !(planted && bench->violations > 0) && point_try(bench, *call, n))
            n++;
        if (!planted)
            printf("%-12s %3d points\n", *call, n - 1);
    }
}

/* ------------------------------------------------------------------------------------------------------- */

static bool strace_works(void)
{
    const char *words[] = {"strace", "-qq", "-o", "/dev/null", "true", NULL};
    int status = -1;
    return g_spawn_sync(NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                        NULL, &status, NULL) &&
           status == 0;
}

int main(int argc, char **argv)
{
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_autoptr(GError) error = NULL;
    g_option_context_add_main_entries(context, options, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error) || setup == NULL || verb == NULL || list == NULL)
        g_error("%s", error != NULL ? error->message : "--setup, --verb and --list are needed");
    if (!strace_works()) {
        printf("SKIPPED: strace is missing, or tracing is not allowed here\n");
        return 77;
    }
    g_setenv("BELRONDE_WAIT", "1", TRUE);
    g_setenv("ASAN_OPTIONS", "detect_leaks=0", TRUE); /* the leak check cannot work under strace */
    g_autofree char *top = g_dir_make_tmp("belronde-faults-XXXXXX", NULL);
    Bench bench = {.seed = g_build_filename(top, "seed", NULL),
                   .folder = g_build_filename(top, "house", NULL),
                   .trace = g_build_filename(top, "trace", NULL)};
    bench.db = g_build_filename(bench.folder, "desk.db", NULL);
    g_mkdir(bench.folder, 0700);
    g_auto(Result) made = program_run(&bench, setup, NULL, 0);
    if (!made.well)
        g_error("%s: %s", setup, made.complaint);
    shell("cp", bench.folder, bench.seed);
    rehearse(&bench);
    points_walk(&bench);
    shell("rm", top, NULL);
    printf("%s: %d points, %d violations%s\n", fault, bench.points, bench.violations,
           planted ? " (a defect is planted)" : "");
    g_free(bench.seed);
    g_free(bench.folder);
    g_free(bench.trace);
    g_free(bench.db);
    return bench.points > 0 && (bench.violations > 0) == planted ? 0 : 1;
}
