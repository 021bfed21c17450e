/* The whole check: what the engine says of its file, the record, rows against rows, customers, files. */
#include "desk/check/parts.h"

#include "base/i18n.h"
#include "desk/event.h"

static void finding_free(gpointer data)
{
    Finding *finding = data;
    g_free(finding->area);
    g_free(finding->sentence);
    g_free(finding);
}

typedef struct {
    int said, faults, remarks; /* the latter two: not said */
} Unsaid;

static void add_finding(Check *check, bool fault, const char *area, char *sentence)
{
    Finding *finding = g_new0(Finding, 1);
    *finding = (Finding){.fault = fault, .area = g_strdup(area), .sentence = sentence};
    g_ptr_array_add(check->findings, finding);
}

void check_add(Check *check, bool fault, const char *area, char *sentence)
{
    Unsaid *unsaid = g_hash_table_lookup(check->more, area);
    if (unsaid == NULL) {
        unsaid = g_new0(Unsaid, 1);
        g_hash_table_insert(check->more, g_strdup(area), unsaid);
    }
    if (unsaid->said++ < CHECK_SAID) {
        add_finding(check, fault, area, sentence);
        return;
    }
    g_free(sentence);
    unsaid->faults += fault;
    unsaid->remarks += !fault;
}

static void add_unsaid(Check *check)
{
    GHashTableIter walk;
    gpointer area, value;
    g_hash_table_iter_init(&walk, check->more);
    while (g_hash_table_iter_next(&walk, &area, &value)) {
        const Unsaid *unsaid = value;
        int more = unsaid->faults + unsaid->remarks;
        if (more > 0)
            add_finding(check, unsaid->faults > 0, area, g_strdup_printf(_("… and %d more of the same kind."), more));
    }
}

void check_derived(Check *check, const char *area, char *sentence)
{
    if (check->repair) {
        char *said = g_strdup_printf(_("%s Repaired."), sentence);
        g_free(sentence);
        sentence = said;
    }
    check_add(check, !check->repair, area, sentence);
}

static void add_all(Check *check, const char *area, const GPtrArray *sentences)
{
    for (guint i = 0; i < sentences->len; i++)
        check_add(check, true, area, g_strdup(g_ptr_array_index(sentences, i)));
}

static bool engine_check(Check *check, GError **error)
{
    g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func(g_free);
    if (!store_verify(check->desk->store, sentences, error))
        return false;
    add_all(check, "database", sentences);
    return true;
}

static bool record_check(Check *check, GError **error)
{
    g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *head = NULL;
    if (!event_verify(check->desk->store, sentences, &head, error))
        return false;
    add_all(check, "record", sentences);
    return true;
}

typedef bool (*Part)(Check *check, GError **error);
static const Part PARTS[] = {record_check, check_facts, check_customers, check_files};

static bool parts_run(Check *check, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(PARTS); i++)
        if (!PARTS[i](check, error))
            return false;
    return true;
}

/* What is rebuilt is rebuilt together or not at all. */
static bool parts_run_and_save(Check *check, GError **error)
{
    Store *store = check->desk->store;
    if (!store_begin(store, error))
        return false;
    if (parts_run(check, error) && store_commit(store, error))
        return true;
    store_rollback(store);
    return false;
}

GPtrArray *check_run(Desk *desk, bool repair, GError **error)
{
    Check check = {.desk = desk, .repair = repair, .findings = g_ptr_array_new_with_free_func(finding_free)};
    g_autoptr(GHashTable) more = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    check.more = more;
    bool done = engine_check(&check, error);
    bool damaged = done && check.findings->len > 0;
    g_autoptr(GError) reason = NULL;
    if (damaged && repair)
        check_add(&check, true, "database",
                  g_strdup(_("Nothing was repaired: a damaged database is replaced by its newest backup.")));
    else if (done)
        done = (repair ? parts_run_and_save(&check, &reason) : parts_run(&check, &reason)) || damaged;
    /* A damaged file may end the walk early: what was found so far still counts. */
    if (reason != NULL && damaged)
        check_add(&check, true, "database", g_strdup(reason->message));
    else if (reason != NULL)
        g_propagate_error(error, g_steal_pointer(&reason));
    add_unsaid(&check);
    if (!done)
        g_clear_pointer(&check.findings, g_ptr_array_unref);
    return check.findings;
}
