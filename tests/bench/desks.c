/* Desks at work: desks DATABASE COUNT MILLISECONDS
 * COUNT processes each take a customer, log "no answer" and plan the next contact, wait 10 to 30 ms as nobody ever
 * does, and go on until the time is up or they are told to stop (SIGTERM).  Prints "calls N median M p99 P max X
 * refused R", times in microseconds: from taking the customer until the outcome is on disk. */
#include "desk/card.h"
#include "desk/desk.h"
#include "desk/form.h"
#include "desk/outcome.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DESKS_MOST = 64, CALLS_MOST = 20000 };

typedef struct {
    int count, refused;
    int micros[CALLS_MOST];
} Log;

static volatile sig_atomic_t stopped;

static void stop(int signal_number)
{
    (void)signal_number;
    stopped = 1;
}

/* The verb of a desk, as `belronde log NUMBER no_answer` runs it. */
static bool call(Desk *desk, gint64 customer_id, GError **error)
{
    g_autofree char *colleague = NULL, *op = store_operation_id();
    const OutcomeCall facts = {.op = op, .duration = 20, .note = ""};
    OutcomeDone done = {0};
    if (!store_lease_take(desk->store, customer_id, desk->agent, &colleague, error))
        return false;
    g_autoptr(Card) card = card_load(desk, customer_id, error);
    g_autoptr(Form) form =
        card != NULL ? form_new(desk, card, playbook_outcome(desk->playbook, "no_answer"), error) : NULL;
    bool logged = form != NULL && outcome_log(desk, form, &facts, &done, error);
    outcome_done_clear(&done);
    store_lease_drop(desk->store, customer_id);
    return logged;
}

static void desk_work(const char *path, int number, int count, gint64 until, Log *log)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *agent = g_strdup_printf("Desk %d", number);
    const DeskOptions options = {.database = path, .agent = agent, .language = "en", .mode = STORE_EXISTING};
    g_autoptr(Desk) desk = desk_open(&options, &error);
    if (desk == NULL) {
        fprintf(stderr, "%s\n", error->message);
        exit(EXIT_FAILURE);
    }
    for (gint64 customer = 1 + number; !stopped && g_get_monotonic_time() < until && log->count < CALLS_MOST;
         customer += count) {
        g_autoptr(GError) trouble = NULL;
        gint64 start = g_get_monotonic_time();
        if (call(desk, customer, &trouble))
            log->micros[log->count++] = (int)(g_get_monotonic_time() - start);
        else
            log->refused++;
        g_usleep(10000 + (gulong)(customer * 7919 % 20000));
    }
    exit(EXIT_SUCCESS);
}

static int int_compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static void report(const Log *logs, int count)
{
    int calls = 0, refused = 0;
    g_autofree int *all = g_new0(int, (gsize)count *CALLS_MOST);
    for (int i = 0; i < count; i++) {
        for (int n = 0; n < logs[i].count; n++)
            all[calls++] = logs[i].micros[n];
        refused += logs[i].refused;
    }
    qsort(all, (size_t)calls, sizeof *all, int_compare);
    if (calls > 0)
        printf("calls %d median %d p99 %d max %d refused %d\n", calls, all[calls / 2], all[(calls - 1) * 99 / 100],
               all[calls - 1], refused);
    else
        printf("calls 0 median 0 p99 0 max 0 refused %d\n", refused);
}

int main(int argc, char **argv)
{
    int count = argc == 4 ? atoi(argv[2]) : 0;
    if (count < 1 || count > DESKS_MOST) {
        fputs("usage: desks DATABASE COUNT MILLISECONDS\n", stderr);
        return 2;
    }
    size_t size = sizeof(Log) * (size_t)count;
    Log *logs = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    gint64 until = g_get_monotonic_time() + (gint64)atoi(argv[3]) * 1000;
    signal(SIGTERM, stop);
    for (int i = 0; i < count; i++)
        if (fork() == 0)
            desk_work(argv[1], i, count, until, &logs[i]);
    signal(SIGTERM, SIG_IGN); /* the whole group is told; this one reports */
    while (wait(NULL) > 0)
        ;
    report(logs, count);
    munmap(logs, size);
    return 0;
}
