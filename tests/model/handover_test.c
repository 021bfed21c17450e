/* The file for lawyer, bailiff or agency: what the law has against it is said first, the folder is there whole or not
 * at all, and a file that is taken back brings the customer back.  Day: Tuesday 24 February 2026. */
#include "desk/handover.h"
#include "desk/holds.h"
#include "outcome_round.h"
#include "paper/folder.h"
#include "paper/handover_folder.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <sys/resource.h>
#include <sys/stat.h>

static void kind_is(Round *round, const char *kind, const char *country)
{
    g_autoptr(GError) error = NULL;
    good(settings_set(round->book.desk->settings, "charges", "clause", "yes", &error), error);
    book_run(&round->book, "UPDATE customer SET kind = :kind, country = :country WHERE id = :id",
             BINDS(TEXT("kind", kind), TEXT("country", country), INTEGER("id", round->peeters)));
}

/* "words|2026-03-12; words|-" */
static char *bars(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = handover_bars(round->book.desk, round->peeters, &error);
    g_assert_no_error(error);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++) {
        const HandoverBar *bar = g_ptr_array_index(list, i);
        g_autofree char *day = day_iso(bar->from);
        g_string_append_printf(text, "%s%s|%s", i > 0 ? "; " : "", bar->words, *day != '\0' ? day : "-");
    }
    return g_string_free(text, FALSE);
}

static void bars_are(Round *round, const char *expected)
{
    g_autofree char *text = bars(round);
    g_assert_cmpstr(text, ==, expected);
}

static gint64 utc_of(const char *moment)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_local();
    g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(moment, zone);
    return g_date_time_to_unix(time);
}

/* A letter about everything, left by post that day. */
static void letter_left(Round *round, const char *document, const char *moment)
{
    g_autofree char *op = store_operation_id(), *toast = NULL;
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new_static("%PDF-1.7", 8);
    book_run(&round->book,
             "UPDATE customer SET street = 'Korenmarkt 4', postcode = '9200', city = 'Dendermonde' WHERE id = :id",
             BINDS(INTEGER("id", round->peeters)));
    const LetterFacts letter = {
        .document = document, .channel = "post", .recipient = "", .language = "nl", .items = "", .summary = document};
    book_run(&round->book, "UPDATE customer SET street = 'Kerkstraat 7', city = 'Dendermonde'", NO_BINDS);
    good(outcome_letter(round->book.desk, round->peeters, &letter, op, &toast, &error), error);
    book_run(&round->book,
             "INSERT INTO outbox_copy (outbox_id, name, mime, bytes) SELECT max(id), :name, 'application/pdf', :bytes"
             " FROM outbox",
             BINDS(TEXT("name", "2026-02-10 10418 brief.pdf"), BYTES("bytes", bytes)));
    book_run(&round->book, "UPDATE outbox SET state = 'sent', sent_utc = :sent WHERE id = (SELECT max(id) FROM outbox)",
             BINDS(INTEGER("sent", utc_of(moment))));
}

/* --- What stands in the way -----------------------------------------------------------------------------------------
 */

static void test_firm(Round *round, gconstpointer data)
{
    (void)data;
    kind_is(round, "business", "BE");
    bars_are(round, "");
}

static void test_consumer_be(Round *round, gconstpointer data)
{
    (void)data;
    kind_is(round, "consumer", "BE");
    bars_are(round, "The first reminder with its fourteen days has not left for 2025-1312, 2025-1355, 2026-0041.|-");
    letter_left(round, "first_reminder_be", "2026-02-16T10:00:00");
    bars_are(round, "The term that the law gives him is not over: from Thu 5 Mar.|2026-03-05");
    g_autoptr(GError) error = NULL;
    good(clock_fix("2026-03-05T09:00", &error), error);
    bars_are(round, "");
}

static void test_unknown_kind(Round *round, gconstpointer data)
{
    (void)data;
    kind_is(round, "unknown", "BE");
    g_autofree char *text = bars(round);
    g_assert_true(g_str_has_prefix(text, "The first reminder"));
}

static void test_consumer_nl(Round *round, gconstpointer data)
{
    (void)data;
    kind_is(round, "consumer", "NL");
    g_autofree char *text = bars(round);
    g_assert_true(g_str_has_prefix(text, "The fourteen days' letter has not left for"));
    letter_left(round, "notice_14_days", "2026-02-16T10:00:00");
    g_autofree char *then = bars(round);
    g_assert_true(g_str_has_prefix(then, "The term that the law gives him is not over: from "));
}

static void test_agreement(Round *round, gconstpointer data)
{
    (void)data;
    kind_is(round, "business", "BE");
    say(round, "P", "amount=100|by=fr");
    bars_are(round, "What he promised may still be paid: we agreed to wait until Mon 2 Mar.|2026-03-02");
    say(round, "D", "invoice=2025-1355|reason=price|disputed=292,60|what=discount");
    g_autofree char *text = bars(round);
    g_assert_nonnull(strstr(text, "€ 292,60 is disputed and not settled yet."));
}

static void test_refused(Round *round, gconstpointer data)
{
    (void)data;
    kind_is(round, "consumer", "BE");
    refused(round, "agency", "whom=lawyer|file=1");
    say(round, "agency", "whom=lawyer|file=1|anyway=yes");
    planned_is(round, "");
}

/* Nobody may say on the telephone that the file goes to a lawyer when it may not. */
static void test_demand_threatens_with_it_as_late(Round *round, gconstpointer data)
{
    static const char answers[] = "deadline=2026-03-16|consequence=agency|by=post";
    (void)data;
    kind_is(round, "consumer", "BE");
    refused(round, "demand", answers);
    say(round, "demand", "deadline=2026-03-16|consequence=notice_sent|by=post");
    kind_is(round, "business", "BE");
    say(round, "demand", answers);
}

/* --- The folder ------------------------------------------------------------------------------------------------------
 */

static char *inside(Round *round, const char *name)
{
    return g_build_filename(round->book.folder, name, NULL);
}

static bool make(Round *round, bool replace, char **path, GError **error)
{
    g_autofree char *above = inside(round, "out");
    const HandoverOrder order = {.folder = above, .whom = "lawyer Lemmens", .replace = replace};
    int missing = 0;
    bool made = handover_write(round->book.desk, round->peeters, &order, path, &missing, error);
    if (made)
        g_assert_cmpint(missing, ==, 2);
    return made;
}

static void copies_start(Round *round)
{
    g_autofree char *folder = inside(round, "copies"), *copy = g_build_filename(folder, "2025-1312.pdf", NULL);
    g_assert_cmpint(g_mkdir(folder, 0700), ==, 0);
    g_assert_true(g_file_set_contents(copy, "%PDF-1.4 copy", -1, NULL));
    g_autoptr(GError) error = NULL;
    good(settings_set(round->book.desk->settings, "letter", "copies", folder, &error), error);
}

static char *content(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static int entries(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    int count = 0;
    while (dir != NULL && g_dir_read_name(dir) != NULL)
        count++;
    return count;
}

static void test_folder(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL;
    copies_start(round);
    letter_left(round, "reminder", "2026-02-10T10:00:00");
    say(round, "N", "");
    say(round, "D", "invoice=2025-1355|reason=price|disputed=292,60|what=<b>discount</b> & more");
    good(make(round, false, &path, &error), error);
    g_assert_true(g_str_has_suffix(path, "out/10418-Bakkerij-Peeters-BV-2026-02-24"));
    g_assert_cmpint(entries(path), ==, 7);
    g_autofree char *pdf = content(path, "claim.pdf"), *html = content(path, "index.html");
    g_autofree char *copy = content(path, "invoices/2025-1312.pdf");
    g_autofree char *letter = content(path, "letters/2026-02-10-10418-brief.pdf");
    g_assert_true(g_str_has_prefix(pdf, "%PDF-"));
    g_assert_cmpstr(copy, ==, "%PDF-1.4 copy");
    g_assert_cmpstr(letter, ==, "%PDF-1.7");
    g_assert_nonnull(strstr(html, "&lt;b&gt;discount&lt;/b&gt; &amp; more"));
    g_assert_nonnull(strstr(html, "<a href=\"letters/2026-02-10-10418-brief.pdf\">"));
    g_assert_nonnull(strstr(html, "lawyer Lemmens"));
    g_assert_null(strstr(html, "said so")); /* free notes stay here */
    struct stat there;
    g_assert_cmpint(stat(path, &there), ==, 0);
    g_assert_cmpint(there.st_mode & 0777, ==, 0700);
}

static void test_json(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL;
    copies_start(round);
    say(round, "P", "amount=1850|by=fr");
    good(make(round, false, &path, &error), error);
    g_autofree char *json = content(path, "dossier.json"), *csv = content(path, "dossier.csv");
    g_autoptr(JsonNode) node = json_from_string(json, &error);
    g_assert_no_error(error);
    JsonObject *root = json_node_get_object(node);
    g_assert_cmpstr(json_object_get_string_member(root, "customer"), ==, "10418");
    g_assert_cmpuint(json_array_get_length(json_object_get_array_member(root, "invoices")), ==, 3);
    JsonObject *promise = json_array_get_object_element(json_object_get_array_member(root, "promises"), 0);
    g_assert_cmpstr(json_object_get_string_member(promise, "amount"), ==, "1850.00");
    g_assert_cmpstr(json_object_get_string_member(promise, "state"), ==, "still expected");
    g_assert_true(json_object_has_member(root, "claim"));
    g_assert_nonnull(strstr(csv, "\npromises,2026-02-24,,,promise,2026-02-27,1850.00,0.00,EUR,still expected,,,\n"));
}

static void test_there_already(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL, *again = NULL;
    copies_start(round);
    good(make(round, false, &path, &error), error);
    g_autofree char *old = g_build_filename(path, "mine.txt", NULL);
    g_assert_true(g_file_set_contents(old, "x", -1, NULL));
    g_assert_false(make(round, false, &again, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_null(again);
    g_assert_true(g_file_test(old, G_FILE_TEST_EXISTS));
    g_clear_error(&error);
    good(make(round, true, &again, &error), error);
    g_assert_cmpstr(again, ==, path);
    g_assert_false(g_file_test(old, G_FILE_TEST_EXISTS));
    g_autofree char *above = inside(round, "out");
    g_assert_cmpint(entries(above), ==, 1);
}

/* --replace is no licence to empty a folder of somebody's. */
static void test_not_ours(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = inside(round, "out/10418-Bakkerij-Peeters-BV-2026-02-24"), *made = NULL;
    g_autofree char *theirs = g_build_filename(path, "letter.odt", NULL);
    g_assert_cmpint(g_mkdir_with_parents(path, 0700), ==, 0);
    g_assert_true(g_file_set_contents(theirs, "x", -1, NULL));
    g_assert_false(make(round, true, &made, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_true(g_file_test(theirs, G_FILE_TEST_EXISTS));
}

/* A disk that takes no byte more than so many a file stands for a full one. */
static void test_disk_full(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL, *above = inside(round, "out");
    copies_start(round);
    struct rlimit before, small;
    g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
    small = (struct rlimit){.rlim_cur = 2000, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
    bool made = make(round, false, &path, &error);
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
    g_assert_false(made);
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_cmpint(entries(above), ==, 0);
    g_clear_error(&error);
    good(make(round, false, &path, &error), error);
    /* And with an old one in its place: it stays. */
    g_autofree char *again = NULL, *old = g_build_filename(path, "mine.txt", NULL);
    g_assert_true(g_file_set_contents(old, "x", -1, NULL));
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
    made = make(round, true, &again, &error);
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
    g_assert_false(made);
    g_assert_true(g_file_test(old, G_FILE_TEST_EXISTS));
    g_assert_cmpint(entries(above), ==, 1);
}

static void test_hostile_names(Round *round, gconstpointer data)
{
    (void)data;
    static const char *const names[][2] = {{"../../etc/passwd", "etc-passwd"},
                                           {"Crèche \"Zon\" / <x>", "Creche-Zon-x"},
                                           {"..", "x"},
                                           {"", "x"},
                                           {"a\nb", "a-b"},
                                           {"-rf", "rf"}};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *safe = folder_name_safe(names[i][0]);
        g_assert_cmpstr(safe, ==, names[i][1]);
    }
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL, *above = inside(round, "out");
    copies_start(round);
    book_run(&round->book, "UPDATE customer SET name = '../../../<script>x' WHERE id = :id",
             BINDS(INTEGER("id", round->peeters)));
    good(make(round, false, &path, &error), error);
    g_autofree char *parent = g_path_get_dirname(path), *html = content(path, "index.html");
    g_assert_cmpstr(parent, ==, above);
    g_assert_null(strstr(html, "<script>"));
}

#define STORY(words, run) g_test_add("/handover/" words, Round, NULL, start, run, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("the file of a firm may go on any day", test_firm);
    STORY("a Belgian consumer first has his reminder and its fourteen days", test_consumer_be);
    STORY("who is not known as a firm is a consumer", test_unknown_kind);
    STORY("a Dutch consumer first has the fourteen days' letter", test_consumer_nl);
    STORY("what we agreed and what is disputed stand in the way", test_agreement);
    STORY("what stands in the way must be passed over on purpose", test_refused);
    STORY("a demand threatens with it no earlier", test_demand_threatens_with_it_as_late);
    STORY("the folder holds the claim, copies, letters as they left, and an index", test_folder);
    STORY("everything once more for programs", test_json);
    STORY("a folder that is there gives way only when asked", test_there_already);
    STORY("a folder of somebody else is never emptied", test_not_ours);
    STORY("a full disk leaves nothing behind, and the old folder where it was", test_disk_full);
    STORY("no name leads out of the folder or into the page", test_hostile_names);
    return g_test_run();
}
