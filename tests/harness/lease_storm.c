/* Many desks fight over a few customers and are killed with -9 in between (promise P9): never two holders of one
 * customer, and nothing stays taken when the desks are gone.
 *
 *   lease_storm            the store's leases, kernel locks
 *   lease_storm --clock    the planted defect: a lease with a deadline in a row, and one desk whose clock is an hour
 *                          ahead; success means that a stolen lease was found */
#include "storm.h"

#include <stdatomic.h>

#define DESKS       12
#define CUSTOMERS   5
#define KILLS       1000
#define KILL_EVERY  3000 /* microseconds */
#define GENERATIONS (DESKS + KILLS + 1)
#define LEASE_MS    (5 * 60 * 1000)

typedef struct {
    atomic_int owner[CUSTOMERS + 1]; /* generation number of the desk that believes it holds the customer */
    atomic_bool doomed[GENERATIONS]; /* set just before the kill: what it held is free */
    atomic_int takes, refusals, two_holders;
} Board;

static Board *board;

typedef struct {
    Store *store;
    int me;
    gint64 clock_error_ms;
} Desk;

/* --- The two kinds of lease ---------------------------------------------------------------------------- */

static bool kernel_take(Desk *desk, int customer)
{
    return store_lease_take(desk->store, customer, "desk", NULL, NULL);
}

static void kernel_drop(Desk *desk, int customer)
{
    store_lease_drop(desk->store, customer);
}

static bool clock_take(Desk *desk, int customer)
{
    gint64 now = g_get_real_time() / 1000 + desk->clock_error_ms, taken = 0;
    if (!store_begin(desk->store, NULL))
        return false;
    bool asked = store_value(desk->store,
                             "INSERT INTO clock_lease (customer, holder, until) VALUES (:customer, :me, :until)"
                             " ON CONFLICT (customer) DO UPDATE SET holder = excluded.holder, until = excluded.until"
                             " WHERE clock_lease.until < :now RETURNING customer",
                             BINDS(INTEGER("customer", customer), INTEGER("me", desk->me),
                                   INTEGER("until", now + LEASE_MS), INTEGER("now", now)),
                             0, &taken, NULL);
    bool done = asked && store_commit(desk->store, NULL) && taken == customer;
    store_rollback(desk->store);
    return done;
}

static void clock_drop(Desk *desk, int customer)
{
    if (store_begin(desk->store, NULL)) {
        store_run(desk->store, "DELETE FROM clock_lease WHERE customer = :customer AND holder = :me",
                  BINDS(INTEGER("customer", customer), INTEGER("me", desk->me)), NULL);
        store_commit(desk->store, NULL);
        store_rollback(desk->store);
    }
}

typedef struct {
    bool (*take)(Desk *desk, int customer);
    void (*drop)(Desk *desk, int customer);
    int hold_us; /* at most */
} LeaseKind;

static const LeaseKind kernel = {kernel_take, kernel_drop, 1500}, wall_clock = {clock_take, clock_drop, 50000};

/* --- Desks --------------------------------------------------------------------------------------------- */

static void customer_visit(Desk *desk, const LeaseKind *kind, int customer)
{
    if (!kind->take(desk, customer)) {
        board->refusals++;
        g_usleep(100);
        return;
    }
    board->takes++;
    int before = atomic_exchange(&board->owner[customer], desk->me);
    if (before != 0 && !board->doomed[before])
        board->two_holders++;
    g_usleep((gulong)g_random_int_range(0, kind->hold_us));
    int expected = desk->me;
    if (!atomic_compare_exchange_strong(&board->owner[customer], &expected, 0))
        board->two_holders++;
    kind->drop(desk, customer);
}

static pid_t desk_start(const Scene *scene, const LeaseKind *kind, int generation, bool clock_ahead)
{
    pid_t pid = process_start();
    if (pid != 0)
        return pid;
    g_random_set_seed((guint32)generation);
    Desk desk = {.store = scene_open(scene->path), .me = generation, .clock_error_ms = clock_ahead ? 3600 * 1000 : 0};
    for (;;)
        customer_visit(&desk, kind, g_random_int_range(1, CUSTOMERS + 1));
}

static void desk_end(pid_t pid, int generation)
{
    board->doomed[generation] = true;
    process_kill(pid);
}

static int stuck_count(const Scene *scene, const LeaseKind *kind)
{
    Desk last = {.store = scene_open(scene->path), .me = 0};
    int stuck = 0;
    for (int customer = 1; customer <= CUSTOMERS; customer++)
        stuck += !kind->take(&last, customer);
    store_close(last.store);
    return stuck;
}

int main(int argc, char **argv)
{
    bool planted = argc > 1 && strcmp(argv[1], "--clock") == 0;
    const LeaseKind *kind = planted ? &wall_clock : &kernel;
    board = shared_memory(sizeof *board);
    Scene scene = scene_start();
    pid_t desks[DESKS];
    int names[DESKS], generation = 0;
    for (int i = 0; i < DESKS; i++)
        desks[i] = desk_start(&scene, kind, names[i] = ++generation, i == 0);
    for (int round = 0; round < KILLS && !(planted && board->two_holders > 0); round++) {
        g_usleep(KILL_EVERY);
        if (planted) /* the dead would keep their rows for five minutes, and soon nobody would get a lease */
            continue;
        int i = g_random_int_range(0, DESKS);
        desk_end(desks[i], names[i]);
        desks[i] = desk_start(&scene, kind, names[i] = ++generation, false);
    }
    for (int i = 0; i < DESKS; i++)
        desk_end(desks[i], names[i]);
    int stuck = stuck_count(&scene, kind);
    scene_end(&scene);
    printf("%d desks, %d killed, %d leases, %d refused: %d with two holders, %d stuck%s\n", DESKS, generation - DESKS,
           board->takes, board->refusals, board->two_holders, stuck, planted ? " (a defect is planted)" : "");
    if (planted)
        return board->two_holders > 0 ? 0 : 1;
    return board->takes > 1000 && board->refusals > 100 && board->two_holders == 0 && stuck == 0 ? 0 : 1;
}
