/* The end-of-day report: what it counts is what it lists, undone calls are not in it, and its pages are whole. */
#include "base/i18n.h"
#include "base/text.h"
#include "desk_calls.h"
#include "paper/report.h"

#include <locale.h>
#include <stdlib.h>
#include <sys/wait.h>

static Report *report_of(Book *book, const char *agent)
{
    g_autoptr(GError) error = NULL;
    Report *report = report_load(book->desk, clock_today(), agent, &error);
    g_assert_no_error(error);
    return report;
}

static const ReportOutcome *outcome_of(const Report *report, const char *slug)
{
    for (guint i = 0; i < report->outcomes->len; i++) {
        const ReportOutcome *row = g_ptr_array_index(report->outcomes, i);
        if (strcmp(row->slug, slug) == 0)
            return row;
    }
    return NULL;
}

/* A morning: a promise, two without answer, one of a colleague, one left without outcome, one undone. */
static gint64 morning(Book *book)
{
    gint64 peeters = book_peeters(book), lens = book_customer(book, "10512", "Bouwgroep Lens");
    gint64 call =
        book_call(book, peeters, &(Call){"promise", "€ 1.850,00 by Fri 27/02", "asked for the QR", 185000, 130, NULL});
    book_plan(book, peeters, call, "promise_due", (Moment){iso("2026-03-02"), MINUTE_NONE}, false);
    call = book_call(book, lens, &(Call){"no_answer", "voicemail", NULL, 0, 20, NULL});
    book_plan(book, lens, call, "retry", (Moment){iso("2026-02-25"), 10 * 60}, false);
    call = book_call(book, lens, &(Call){"no_answer", "no reply", NULL, 0, 10, NULL});
    book_plan(book, lens, call, "retry", (Moment){iso("2026-02-25"), 15 * 60}, false);
    book_call(book, peeters, &(Call){"promise", "€ 50,00", NULL, 5000, 60, "jo"});
    book_call(book, lens, &(Call){NULL, NULL, NULL, 0, 5, NULL});
    gint64 mistaken = book_call(book, lens, &(Call){"promise", "mistake", NULL, 99900, 600, NULL});
    book_undo(book, mistaken, lens);
    return peeters;
}

static void test_counts(Book *book, gconstpointer data)
{
    (void)data;
    morning(book);
    g_autoptr(Report) mine = report_of(book, "an");
    g_assert_cmpint(mine->calls, ==, 4);
    g_assert_cmpint(mine->logged, ==, 3);
    g_assert_cmpint(mine->reached, ==, 1);
    g_assert_cmpint(mine->follow_ups, ==, 3);
    g_assert_cmpint(mine->talk_seconds, ==, 165);
    g_assert_cmpuint(mine->outcomes->len, ==, 3);
    g_assert_cmpint(outcome_of(mine, "no_answer")->calls, ==, 2);
    g_assert_cmpstr(outcome_of(mine, "no_answer")->next, ==, "2 Wed 25/02");
    g_assert_cmpint(outcome_of(mine, "promise")->amount, ==, 185000);
    g_assert_cmpint(outcome_of(mine, "")->calls, ==, 1);
    g_autoptr(Report) team = report_of(book, NULL);
    g_assert_cmpint(team->calls, ==, 5);
    g_assert_cmpint(outcome_of(team, "promise")->amount, ==, 190000);
}

static void test_sums_are_those_of_the_lines(Book *book, gconstpointer data)
{
    (void)data;
    morning(book);
    static const char *const agents[] = {"an", "jo", NULL};
    int team = 0;
    for (size_t a = 0; a < G_N_ELEMENTS(agents); a++) {
        g_autoptr(Report) report = report_of(book, agents[a]);
        int calls = 0;
        Cents amount = 0, lines = 0;
        for (guint i = 0; i < report->outcomes->len; i++) {
            calls += ((ReportOutcome *)g_ptr_array_index(report->outcomes, i))->calls;
            amount += ((ReportOutcome *)g_ptr_array_index(report->outcomes, i))->amount;
        }
        for (guint i = 0; i < report->lines->len; i++)
            lines += ((ReportLine *)g_ptr_array_index(report->lines, i))->amount;
        g_assert_cmpint(calls, ==, report->calls);
        g_assert_cmpint((gint64)report->lines->len, ==, report->calls);
        g_assert_cmpint(amount, ==, lines);
        if (agents[a] != NULL)
            team += report->calls;
        else
            g_assert_cmpint(report->calls, ==, team);
    }
}

static void test_currencies_are_not_added(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = morning(book);
    g_autoptr(GError) error = NULL;
    const EventFacts facts = {
        .op = "pounds", .kind = "call", .outcome = "promise", .customer_id = id, .amount = 70000, .currency = "GBP"};
    gint64 event = 0;
    book_begin(book);
    good(event_append(book->desk, &facts, &event, &error), error);
    book_commit(book);
    g_autoptr(Report) report = report_of(book, "an");
    g_assert_cmpint(outcome_of(report, "promise")->calls, ==, 2);
    g_assert_cmpint(outcome_of(report, "promise")->amount, ==, 185000);
    g_autofree char *text = report_text(report, &(ReportLayout){.columns = 132});
    g_assert_nonnull(strstr(text, "GBP 700,00"));
}

static void test_without_next_step(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = morning(book);
    g_autoptr(Report) before = report_of(book, "an");
    g_assert_cmpint(before->without_next, ==, 0);
    book_run(book, "DELETE FROM touchpoint WHERE customer_id = :id", BINDS(INTEGER("id", peeters)));
    g_autoptr(Report) after = report_of(book, "an");
    g_assert_cmpint(after->without_next, ==, 1);
}

static void test_promises(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book);
    gint64 item = book_number(book, "SELECT id FROM item WHERE number = '2025-1312'");
    gint64 other = book_number(book, "SELECT id FROM item WHERE number = '2025-1355'");
    g_autoptr(GError) error = NULL;
    good(clock_fix("2026-02-20T10:00", &error), error);
    gint64 call = book_call(book, peeters, &(Call){"promise", "", NULL, 0, 0, NULL});
    book_promise(book, call, peeters, item, iso("2026-02-24"), 185000);
    book_promise(book, call, peeters, other, iso("2026-02-24"), 100000);
    good(clock_fix("2026-02-24T16:00", &error), error);
    book_payment(book, item, 185000, "");
    g_autoptr(Report) report = report_of(book, "an");
    g_assert_cmpint(report->promises_due, ==, 2);
    g_assert_cmpint(report->promises_kept, ==, 1);
    g_assert_cmpint(report->kept_amount, ==, 185000);
    g_assert_cmpint(report->promises_broken, ==, 1);
    g_assert_cmpint(report->broken_amount, ==, 100000);
    g_assert_cmpint(report->received, ==, 185000);
    g_autoptr(Report) colleague = report_of(book, "jo");
    g_assert_cmpint(colleague->promises_due, ==, 0);
}

static void test_late_callbacks(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book);
    gint64 call = book_call(book, peeters, &(Call){"callback", "Tue 14:00", NULL, 0, 0, NULL});
    book_plan(book, peeters, call, "callback", (Moment){clock_today(), 14 * 60}, true);
    book_plan(book, peeters, call, "callback", (Moment){clock_today(), 16 * 60}, true);
    g_autoptr(Report) report = report_of(book, "an"); /* it is 14:07 */
    g_assert_cmpint(report->late_callbacks, ==, 1);
    g_assert_cmpint(report->not_reached_due, ==, 1);
}

static void test_head_of_the_record(Book *book, gconstpointer data)
{
    (void)data;
    morning(book);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *head = NULL;
    good(event_verify(book->desk->store, faults, &head, &error), error);
    g_autoptr(Report) report = report_of(book, "an");
    g_assert_cmpstr(report->head, ==, head);
}

/* --- While colleagues save ------------------------------------------------------------------------------ */

enum { WRITTEN = 150 };

/* The other desk: this program once more, which logs call after call. */
static int write_calls(const char *path)
{
    Book other = {0};
    g_autoptr(GError) error = NULL;
    good(clock_fix("2026-02-24T14:07", &error), error);
    other.desk =
        desk_open(&(DeskOptions){.database = path, .agent = "jo", .language = "en", .mode = STORE_EXISTING}, &error);
    g_assert_no_error(error);
    gint64 customer = book_number(&other, "SELECT min(id) FROM customer");
    for (int i = 0; i < WRITTEN; i++) {
        book_call(&other, customer, &(Call){"promise", "", "", 100, 1, NULL});
        g_usleep(5000); /* a desk that never pauses would keep readers out */
    }
    desk_close(other.desk);
    return 0;
}

/* Every event of this book is a call worth 1,00, so entries of the record, calls, lines and amounts are one number. */
static int one_picture(Book *book)
{
    g_autoptr(Report) report = report_of(book, NULL);
    Cents amount = report->outcomes->len > 0 ? outcome_of(report, "promise")->amount : 0;
    g_assert_cmpint(atoi(report->head), ==, report->calls);
    g_assert_cmpint((gint64)report->lines->len, ==, report->calls);
    g_assert_cmpint(amount, ==, report->calls * 100);
    return report->calls;
}

static const char *own_program;

static void test_one_consistent_picture(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    book_customer(book, "1", "Somebody");
    g_autofree char *path = g_strdup(store_path(book->desk->store));
    char *argv[] = {(char *)own_program, (char *)"--write", path, NULL};
    GPid child = 0;
    g_assert_true(g_spawn_async(NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, &error));
    int seen = 0, moved = 0, status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        int calls = one_picture(book);
        moved += calls != seen;
        seen = calls;
    }
    g_assert_cmpint(status, ==, 0);
    g_assert_cmpint(moved, >, 1); /* the other desk did save in between */
    g_assert_cmpint(one_picture(book), ==, WRITTEN);
    g_spawn_close_pid(child);
}

/* --- On paper ------------------------------------------------------------------------------------------- */

static void many_calls(Book *book, int count)
{
    gint64 id = book_customer(book, "1", "\u202eHôtel des Ardennes, Société anonyme de la vallée \033[31m");
    for (int i = 0; i < count; i++)
        book_call(
            book, id,
            &(Call){"promise", "€ 12,00 by Fri 27/02, by bank transfer, and the rest a week later", "", 1200, 1, NULL});
}

static void no_line_is_too_long(const char *text, int columns)
{
    g_auto(GStrv) lines = g_strsplit_set(text, "\n\f", -1);
    for (char **line = lines; *line != NULL; line++)
        if (text_width(*line) > columns)
            g_error("%d columns: %s", text_width(*line), *line);
    g_assert_null(strchr(text, '\033'));
    g_assert_null(strstr(text, "\u202e"));
}

static void test_widths(Book *book, gconstpointer data)
{
    (void)data;
    morning(book);
    many_calls(book, 3);
    static const int widths[] = {60, 78, 80, 120, 132, 200};
    static const char *const languages[] = {"en", "nl", "fr"};
    g_autoptr(Report) report = report_of(book, NULL);
    for (size_t l = 0; l < G_N_ELEMENTS(languages); l++) {
        i18n_set_language(languages[l]);
        for (size_t i = 0; i < 2 * G_N_ELEMENTS(widths); i++) {
            int columns = widths[i / 2];
            g_autofree char *text =
                report_text(report, &(ReportLayout){.columns = columns, .notes = true, .ascii = i % 2 == 1});
            no_line_is_too_long(text, columns);
            g_assert_true(i % 2 == 0 || g_str_is_ascii(text));
        }
    }
    i18n_set_language("en");
}

static void test_pages(Book *book, gconstpointer data)
{
    (void)data;
    many_calls(book, 150);
    g_autoptr(Report) report = report_of(book, NULL);
    g_autofree char *text = report_text(report, &(ReportLayout){.columns = 80, .page_lines = 66});
    g_auto(GStrv) pages = g_strsplit(text, "\f", -1);
    guint count = g_strv_length(pages);
    g_assert_cmpuint(count, ==, 3);
    int listed = 0;
    for (guint i = 0; i < count; i++) {
        g_autofree char *number = g_strdup_printf("page %u/%u", i + 1, count);
        g_auto(GStrv) lines = g_strsplit(pages[i], "\n", -1);
        g_assert_nonnull(strstr(lines[0], "DAY REPORT"));
        g_assert_nonnull(strstr(lines[0], number));
        g_assert_cmpuint(g_strv_length(lines) - 1, <=, 64);
        for (char **line = lines; *line != NULL; line++)
            listed += strstr(*line, "12,00 ") != NULL && strstr(*line, "Ardennes") != NULL;
    }
    g_assert_cmpint(listed, ==, 150);
    g_autofree char *screen = report_text(report, &(ReportLayout){.columns = 80});
    g_assert_null(strchr(screen, '\f'));
}

static void test_notes_only_when_asked(Book *book, gconstpointer data)
{
    (void)data;
    morning(book);
    g_autoptr(Report) report = report_of(book, "an");
    for (int asked = 0; asked <= 1; asked++) {
        g_autofree char *text = report_text(report, &(ReportLayout){.columns = 80, .notes = asked});
        g_autofree char *csv = report_csv(report, asked);
        g_autofree char *json = report_json(report, asked);
        const char *const all[] = {text, csv, json};
        for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
            g_assert_cmpint(strstr(all[i], "asked for the QR") != NULL, ==, asked);
    }
}

static void test_rows_know_what_they_show(Book *book, gconstpointer data)
{
    (void)data;
    morning(book);
    g_autoptr(Report) report = report_of(book, NULL);
    g_autoptr(GPtrArray) rows = report_rows(report, &(ReportLayout){.columns = 80});
    guint outcomes = 0, lines = 0;
    for (guint i = 0; i < rows->len; i++) {
        const ReportRow *row = g_ptr_array_index(rows, i);
        outcomes += row->outcome != NULL;
        lines += row->line != NULL;
        if (row->outcome != NULL)
            g_assert_nonnull(strstr(row->text, row->outcome->label));
    }
    g_assert_cmpuint(outcomes, ==, report->outcomes->len);
    g_assert_cmpuint(lines, ==, report->lines->len);
}

static void start(Book *book, gconstpointer data)
{
    (void)data;
    book_start(book);
}

static void end(Book *book, gconstpointer data)
{
    (void)data;
    book_end(book);
}

#define STORY(name, function) g_test_add("/report/" name, Book, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    if (argc == 3 && strcmp(argv[1], "--write") == 0)
        return write_calls(argv[2]);
    own_program = argv[0];
    g_test_init(&argc, &argv, NULL);
    STORY("calls, reached, talk time and follow-ups are counted, undone ones are not", test_counts);
    STORY("outcomes add up to the lines, agents to the team", test_sums_are_those_of_the_lines);
    STORY("amounts of another currency are shown and not added", test_currencies_are_not_added);
    STORY("who was called and has no next step is counted", test_without_next_step);
    STORY("promises of the day are kept or not, by what came in", test_promises);
    STORY("a callback past its time is late", test_late_callbacks);
    STORY("the end of the chain of the record is printed", test_head_of_the_record);
    STORY("while a colleague saves, the report is one consistent picture", test_one_consistent_picture);
    STORY("no line is wider than the paper, in three languages", test_widths);
    STORY("pages have a header and a form feed between them, and lose no line", test_pages);
    STORY("notes are printed only when asked for", test_notes_only_when_asked);
    STORY("a line of the screen knows what it shows", test_rows_know_what_they_show);
    return g_test_run();
}
