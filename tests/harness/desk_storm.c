/* Many desks share a queue of calls and are killed with -9 at random (promises P2, P8, P15): no call is handed out
 * twice, no acknowledged outcome is lost, no outcome is half, nobody is told "busy", and every backup made meanwhile
 * is whole.
 *
 *   desk_storm             the store as it should be used
 *   desk_storm early       planted defect: acknowledges before the COMMIT
 *   desk_storm blind       planted defect: reads the next call before the transaction and does not look again
 *   desk_storm copied      planted defect: a backup by copying the file
 * With a defect, success means that it was found. */
#include "storm.h"

#include <stdatomic.h>

#define DESKS      16
#define FEW        3    /* desks that hardly wait are mostly killed inside a COMMIT: for the defect `early` */
#define CALLS      1200 /* as the schema makes them */
#define KILL_EVERY 5    /* calls: half the queue sees kills */
#define TIME_LIMIT 60   /* seconds */

typedef struct {
    atomic_int acknowledged[CALLS + 1];
    atomic_int served[DESKS];
    atomic_int worst_wait_us, refused, backups, bad_backups;
} Board;

static Board *board;
static const char *defect = "";
static int desk_count = DESKS;

static bool defective(const char *name)
{
    return strcmp(defect, name) == 0;
}

/* --- A desk -------------------------------------------------------------------------------------------- */

typedef struct {
    Store *store;
    int number;
    char name[16];
} Desk;

typedef bool Verb(Desk *desk, gint64 *call, GError **error);

static bool begin(Desk *desk, GError **error)
{
    gint64 start = g_get_monotonic_time();
    bool done = store_begin(desk->store, error);
    int waited = (int)(g_get_monotonic_time() - start), worst = board->worst_wait_us;
    while (waited > worst && !atomic_compare_exchange_weak(&board->worst_wait_us, &worst, waited))
        ;
    return done;
}

/* One verb, one transaction.  Whatever goes wrong is counted, and ends the desk unless it was only "busy". */
static bool verb_run(Desk *desk, Verb *verb, gint64 *call)
{
    g_autoptr(GError) error = NULL;
    if (begin(desk, &error) && verb(desk, call, &error) && store_commit(desk->store, &error))
        return true;
    store_rollback(desk->store);
    board->refused++;
    if (error->code != BELRONDE_ERROR_BUSY)
        g_error("%s", error->message);
    return false;
}

static bool claim(Desk *desk, gint64 *call, GError **error)
{
    return store_value(desk->store,
                       "UPDATE call SET desk = :me WHERE id ="
                       " (SELECT min(id) FROM call WHERE desk IS NULL AND done = 0) RETURNING id",
                       BINDS(TEXT("me", desk->name)), 0, call, error);
}

static bool claim_blindly(Desk *desk, gint64 *call, GError **error)
{
    return store_run(desk->store, "UPDATE call SET desk = :me WHERE id = :call",
                     BINDS(TEXT("me", desk->name), INTEGER("call", *call)), error);
}

static bool finish(Desk *desk, gint64 *call, GError **error)
{
    gint64 id;
    g_autofree char *op = store_operation_id();
    bool done =
        store_insert(desk->store, "INSERT INTO outcome (op, call, desk) VALUES (:op, :call, :me) RETURNING id",
                     BINDS(TEXT("op", op), INTEGER("call", *call), TEXT("me", desk->name)), &id, error) &&
        store_run(desk->store, "INSERT INTO next_contact (outcome, day) VALUES (:id, 20000)", BINDS(INTEGER("id", id)),
                  error) &&
        store_run(desk->store, "UPDATE call SET done = 1 WHERE id = :call", BINDS(INTEGER("call", *call)), error);
    if (done && defective("early")) {
        board->acknowledged[*call]++;
        g_usleep(1000); /* as long as it takes to draw the screen */
    }
    return done;
}

/* What this desk had claimed when it was killed goes back to the queue. */
static bool claims_return(Desk *desk, gint64 *call, GError **error)
{
    (void)call;
    return store_run(desk->store, "UPDATE call SET desk = NULL WHERE desk = :me AND done = 0",
                     BINDS(TEXT("me", desk->name)), error);
}

/* 0 when no call is left. */
static gint64 call_next(Desk *desk)
{
    gint64 call = 0;
    if (defective("blind") && (!store_value(desk->store, "SELECT min(id) FROM call WHERE desk IS NULL AND done = 0",
                                            NO_BINDS, 0, &call, NULL) ||
                               call == 0))
        return 0;
    while (!verb_run(desk, defective("blind") ? claim_blindly : claim, &call))
        ;
    return call;
}

static pid_t desk_start(const Scene *scene, int number)
{
    pid_t pid = process_start();
    if (pid != 0)
        return pid;
    Desk desk = {.store = scene_open(scene->path), .number = number};
    snprintf(desk.name, sizeof desk.name, "desk %d", number);
    gint64 call = 0;
    verb_run(&desk, claims_return, &call);
    while ((call = call_next(&desk)) != 0) {
        while (!verb_run(&desk, finish, &call))
            ;
        board->acknowledged[call] += !defective("early");
        board->served[number]++;
    }
    store_close(desk.store);
    _exit(0);
}

/* --- The check of a whole database, and of its copies ----------------------------------------------------- */

static gint64 number(Store *store, const char *sql)
{
    gint64 value = -1;
    g_autoptr(GError) error = NULL;
    if (!store_value(store, sql, NO_BINDS, 0, &value, &error))
        printf("%s\n", error->message);
    return value;
}

static bool whole(Store *store)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    return store_verify(store, findings, NULL) && findings->len == 0 &&
           number(store, "SELECT count(*) FROM outcome o JOIN call c ON c.id = o.call LEFT JOIN next_contact n"
                         " ON n.outcome = o.id WHERE n.outcome IS NULL OR c.done = 0") == 0 &&
           number(store, "SELECT count(*) FROM call WHERE done = 1 AND NOT EXISTS"
                         " (SELECT 1 FROM outcome WHERE call = call.id)") == 0;
}

/* As cp on a large file: it takes its time, and nobody stops writing for it. */
static bool file_copy(const char *from, const char *to)
{
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    char page[4096];
    bool done = in != NULL && out != NULL;
    for (size_t got; done && (got = fread(page, 1, sizeof page, in)) > 0; g_usleep(20))
        done = fwrite(page, 1, got, out) == got;
    if (in != NULL)
        fclose(in);
    return out != NULL && fclose(out) == 0 && done;
}

static bool backup_make(Store *store, const Scene *scene, const char *target)
{
    return defective("copied") ? file_copy(scene->path, target) : store_backup(store, target, NULL);
}

static pid_t keeper_start(const Scene *scene)
{
    pid_t pid = process_start();
    if (pid != 0)
        return pid;
    /* To copy is to close a file that SQLite has open, which loses its locks: the defect gets no store. */
    g_autoptr(Store) store = defective("copied") ? NULL : scene_open(scene->path);
    for (int i = 0;; i++) {
        g_autofree char *target = g_strdup_printf("%s.copy-%d", scene->path, i);
        bool made = backup_make(store, scene, target);
        g_autoptr(Store) copy = made ? store_open(target, STORE_EXISTING, NULL) : NULL;
        board->bad_backups += copy == NULL || !whole(copy);
        board->backups++;
        g_usleep(150 * 1000);
    }
}

/* --- The storm ------------------------------------------------------------------------------------------- */

static int served_count(void)
{
    int served = 0;
    for (int i = 0; i < desk_count; i++)
        served += board->served[i];
    return served;
}

/* Kills desks while the first half of the queue is worked off, then lets them finish, unless a defect is planted.
 * Kills follow the work done, not the time, so that a slow machine gets on as well.  False on time-out. */
static bool storm(const Scene *scene, pid_t *desks, int *kills)
{
    gint64 until = g_get_monotonic_time() + TIME_LIMIT * G_USEC_PER_SEC;
    while (*kills < CALLS / 2 / KILL_EVERY) {
        if (g_get_monotonic_time() > until)
            return false;
        g_usleep((gulong)g_random_int_range(100, 1000));
        if (served_count() < *kills * KILL_EVERY)
            continue;
        g_usleep((gulong)g_random_int_range(0, 8000)); /* not always just after an outcome */
        int i = g_random_int_range(0, desk_count);
        process_kill(desks[i]);
        desks[i] = desk_start(scene, i);
        ++*kills;
    }
    for (int i = 0; i < desk_count; i++)
        while (*defect == '\0' && waitpid(desks[i], NULL, WNOHANG) == 0) {
            if (g_get_monotonic_time() > until)
                return false;
            g_usleep(1000);
        }
    return true;
}

static int lost_count(Store *store)
{
    int lost = 0;
    for (int call = 1; call <= CALLS; call++) {
        gint64 found = 0;
        store_value(store, "SELECT count(*) FROM outcome WHERE call = :call", BINDS(INTEGER("call", call)), 0, &found,
                    NULL);
        lost += board->acknowledged[call] > found;
    }
    return lost;
}

int main(int argc, char **argv)
{
    defect = argc > 1 ? argv[1] : "";
    desk_count = defective("early") ? FEW : DESKS;
    board = shared_memory(sizeof *board);
    Scene scene = scene_start();
    pid_t desks[DESKS], keeper = keeper_start(&scene);
    int kills = 0, least = CALLS;
    for (int i = 0; i < desk_count; i++)
        desks[i] = desk_start(&scene, i);
    bool finished = storm(&scene, desks, &kills);
    for (int i = 0; i < desk_count; i++)
        process_kill(desks[i]); /* of no consequence to those that have finished */
    process_kill(keeper);
    g_autoptr(Store) store = scene_open(scene.path);
    gint64 twice = number(store, "SELECT count(*) - count(DISTINCT call) FROM outcome");
    gint64 open = number(store, "SELECT count(*) FROM call WHERE done = 0 AND desk IS NULL");
    int lost = lost_count(store);
    bool sound = whole(store);
    for (int i = 0; i < desk_count; i++)
        least = MIN(least, board->served[i]);
    printf("%d desks, %d killed, %d calls: %d handed out twice, %d lost, %d left; %d refused, longest wait %d ms, "
           "least busy"
           " desk %d calls; %d backups, %d bad; the database is %s\n",
           desk_count, kills, CALLS, (int)twice, lost, (int)open, board->refused, board->worst_wait_us / 1000, least,
           board->backups, board->bad_backups, sound ? "whole" : "BROKEN");
    g_clear_pointer(&store, store_close);
    scene_end(&scene);
    if (defective("early"))
        return lost > 0 ? 0 : 1;
    if (defective("blind"))
        return twice > 0 ? 0 : 1;
    if (defective("copied"))
        return board->bad_backups > 0 ? 0 : 1;
    return finished && twice == 0 && lost == 0 && open == 0 && board->refused == 0 && least > 0 && kills > 0 &&
                   board->backups > 0 && board->bad_backups == 0 && sound
               ? 0
               : 1;
}
