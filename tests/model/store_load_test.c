/* Loading a first list, tables walked side by side, and fingerprints: what makes large imports fast must not make
 * them careless. */
#include "base/fingerprint.h"
#include "scratch_store.h"
#include "store/walk.h"

static const char load_schema[] =
    "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, due INTEGER) STRICT;\n"
    "CREATE TABLE letter (\n"
    "    id INTEGER PRIMARY KEY,\n"
    "    owner INTEGER NOT NULL REFERENCES customer(id),\n"
    "    kind TEXT NOT NULL CHECK (kind IN ('first', 'it''s (late)', 'last')), -- the agent's word; CHECK (0) is no "
    "check\n"
    "    pages INTEGER CHECK (pages > 0),                                     -- NULL: nobody counted\n"
    "    CHECK ((kind = 'last') <= (pages IS NOT NULL)),\n"
    "    UNIQUE (owner, kind, pages)\n"
    ") STRICT;\n"
    "CREATE INDEX letter_pages ON letter(pages) WHERE pages > 1;\n"
    "CREATE INDEX letter_kind ON letter(kind);\n";

static const StoreLoadTable TABLES[] = {{"letter", false}, {"customer", true}};

static Store *load_open(Scratch *scratch)
{
    g_autoptr(GError) error = NULL;
    scratch_schema_write(scratch, 1, load_schema);
    Store *store = scratch_open(scratch);
    for (int i = 0; i < 30; i++)
        scratch_customer(store, "somebody");
    g_assert_true(store_begin(store, &error));
    g_assert_true(store_load_begin(store, TABLES, G_N_ELEMENTS(TABLES), &error));
    g_assert_no_error(error);
    return store;
}

static bool letter(Store *store, gint64 owner, const char *kind, gint64 pages, GError **error)
{
    return store_run(store, "INSERT INTO letter (owner, kind, pages) VALUES (:owner, :kind, :pages)",
                     BINDS(INTEGER("owner", owner), TEXT("kind", kind), ID("pages", pages)), error);
}

static gint64 indexes(Store *store)
{
    return scratch_number(store, "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'letter'"
                                 " AND sql IS NOT NULL");
}

static void verify(Store *store)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_assert_true(store_verify(store, findings, &error));
    g_assert_no_error(error);
    g_assert_cmpuint(findings->len, ==, 0);
}

static void test_loaded(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = load_open(scratch);
    g_assert_cmpint(indexes(store), ==, 0);
    for (gint64 owner = 1; owner <= 30; owner++)
        g_assert_true(letter(store, owner, owner % 2 == 0 ? "it's (late)" : "last", owner, &error));
    g_assert_true(store_load_indexes(store, "letter", &error));
    g_assert_cmpint(indexes(store), ==, 2);
    g_assert_true(letter(store, 1, "first", 0, &error));
    g_assert_true(store_commit(store, &error));
    g_assert_no_error(error);
    g_assert_cmpint(scratch_number(store, "SELECT count(*) FROM letter"), ==, 31);
    verify(store);
}

static void test_indexes_at_commit(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = load_open(scratch);
    g_assert_true(letter(store, 1, "first", 1, &error));
    g_assert_true(store_commit(store, &error));
    g_assert_cmpint(indexes(store), ==, 2);
    verify(store);
}

/* Each row is one that the schema forbids. */
static void test_refused(Scratch *scratch, gconstpointer data)
{
    (void)data;
    static const struct {
        const char *kind;
        gint64 pages;
    } wrong[] = {{"none", 1}, {"first", -1}, {"last", 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Store) store = load_open(scratch);
        g_assert_true(letter(store, 1, "first", 1, &error));
        g_assert_true(store_run(
            store, "INSERT INTO letter (owner, kind, pages) VALUES (2, :kind, :pages)",
            BINDS(TEXT("kind", wrong[i].kind), store_bind_optional("pages", wrong[i].pages, wrong[i].pages != 0)),
            &error));
        g_assert_false(store_commit(store, &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
        g_assert_cmpint(scratch_number(store, "SELECT count(*) FROM letter"), ==, 0);
        verify(store);
        scratch_remove(scratch->path);
    }
}

static void test_watched_meanwhile(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) store = load_open(scratch);
    g_assert_false(letter(store, 99, "first", 1, NULL)); /* no such customer */
    store_rollback(store);
    g_assert_cmpint(indexes(store), ==, 2);
    /* And the CHECKs are back. */
    g_assert_true(store_begin(store, NULL));
    g_assert_false(letter(store, 1, "none", 1, NULL));
    store_rollback(store);
    verify(store);
}

static void test_walk(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = load_open(scratch);
    static const gint64 owners[] = {2, 2, 3, 7, 28, 28, 28};
    for (size_t i = 0; i < G_N_ELEMENTS(owners); i++)
        g_assert_true(letter(store, owners[i], "first", (gint64)i + 1, &error));
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (gint64 id = 2; id <= 28; id += id == 7 ? 21 : 1) /* 8 to 27 are too many to pass over */
        g_array_append_val(ids, id);
    GString *seen = g_string_new(NULL);
    int runs = 0;
    for (WalkRun run = {0}; walk_run_next(&run, ids); runs++) {
        Walk walk = {0};
        g_assert_true(walk_open(&walk, store,
                                "SELECT owner, pages FROM letter WHERE owner BETWEEN :first AND :last ORDER BY owner",
                                &run, NULL, &error));
        for (guint i = run.from; i < run.until; i++) {
            gint64 id = g_array_index(ids, gint64, i);
            g_string_append(seen, walk_has(&walk, id) && walk_has(&walk, id) ? "+" : "-");
            while (walk_next(&walk, id))
                g_string_append_printf(seen, "%d", (int)query_integer(walk.query, "pages"));
            g_assert_false(walk_has(&walk, id));
        }
        g_assert_true(walk_close(&walk, &error));
    }
    g_assert_cmpint(runs, ==, 2);
    g_assert_cmpstr(seen->str, ==, "+12+3---+4+567");
    g_string_free(seen, TRUE);
    store_rollback(store);
}

static Fingerprint of(const char *first, const char *second)
{
    Fingerprint fingerprint = FINGERPRINT_START;
    fingerprint_text(&fingerprint, first);
    fingerprint_text(&fingerprint, second);
    return fingerprint;
}

static void test_fingerprints(void)
{
    g_assert_true(fingerprint_equal(of("ab", "c"), of("ab", "c")));
    g_assert_false(fingerprint_equal(of("ab", "c"), of("a", "bc")));
    g_assert_false(fingerprint_equal(of("", "abc"), of("abc", "")));
    g_assert_true(fingerprint_equal(of(NULL, "x"), of("", "x")));
    FingerprintSet *set = fingerprint_set_new();
    for (int round = 0; round < 2; round++)
        for (gint64 i = 0; i < 50000; i++) {
            Fingerprint number = FINGERPRINT_START;
            fingerprint_number(&number, i);
            g_assert_cmpint(fingerprint_set_add(set, number), ==, round == 0);
        }
    fingerprint_set_free(set);
}

#define ADD(name, function) g_test_add("/store load/" name, Scratch, NULL, scratch_start, function, scratch_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("what was loaded is there, in order and with its indexes", test_loaded);
    ADD("indexes that nobody asked for come back with the commit", test_indexes_at_commit);
    ADD("a row that the schema forbids makes the whole load fail", test_refused);
    ADD("keys are watched while loading, and everything is back after a rollback", test_watched_meanwhile);
    ADD("tables walked side by side give each his own rows", test_walk);
    g_test_add_func("/store load/a fingerprint tells texts apart, a set knows what it has", test_fingerprints);
    return g_test_run();
}
