/* Documents leave once, when their program says so, and never a second time by themselves. */
#include "desk_book.h"

#include "desk/outcome.h"
#include "paper/courier.h"

#include <locale.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    Book book;
    gint64 peeters;
    char *mails; /* where the mail command of the test writes */
} Post;

static void settings_change(Post *post, const char *section, const char *key, const char *value)
{
    g_autoptr(GError) error = NULL;
    good(settings_set(post->book.desk->settings, section, key, value, &error), error);
}

static void post_start(Post *post, gconstpointer data)
{
    (void)data;
    book_start(&post->book);
    post->peeters = book_peeters(&post->book);
    book_run(&post->book, "UPDATE customer SET street = 'Kerkstraat 7', city = 'Dendermonde'", NO_BINDS);
    post->mails = g_build_filename(post->book.folder, "mails", NULL);
    g_assert_cmpint(g_mkdir(post->mails, 0700), ==, 0);
}

static void post_end(Post *post, gconstpointer data)
{
    (void)data;
    g_free(post->mails);
    book_end(&post->book);
}

/* A mail command that runs these words of the shell, with $MAILS as the folder to write to. */
static void mail_command(Post *post, const char *script)
{
    g_autofree char *path = g_build_filename(post->book.folder, "mail.sh", NULL);
    g_autofree char *text = g_strdup_printf("#!/bin/sh\nMAILS='%s'\n%s\n", post->mails, script);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_assert_cmpint(g_chmod(path, 0700), ==, 0);
    settings_change(post, "mail", "command", path);
}

static void letter_write(Post *post, const char *op, const char *channel)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    const LetterFacts letter = {.document = "reminder",
                                .channel = channel,
                                .recipient = "books@peeters.example",
                                .language = "nl",
                                .items = "2 3",
                                .summary = "reminder"};
    good(outcome_letter(post->book.desk, post->peeters, &letter, op, &toast, &error), error);
}

static bool make_letter(Desk *desk, const OutboxOrder *order, OutboxCopy *copy, void *data, GError **error)
{
    (void)desk, (void)data, (void)error;
    g_autofree char *text = g_strdup_printf("To: %s\n\nItems %s\n", order->recipient, order->items);
    *copy = (OutboxCopy){g_strdup("reminder.eml"), g_strdup("message/rfc822"), g_bytes_new(text, strlen(text)),
                         g_strdup("0000000a 0000000b")};
    return true;
}

static bool make_nothing(Desk *desk, const OutboxOrder *order, OutboxCopy *copy, void *data, GError **error)
{
    (void)desk, (void)order, (void)copy, (void)data;
    return fail(error, BELRONDE_ERROR_INPUT, "He has no address.");
}

static CourierRound round_made(Post *post, CourierMake make)
{
    g_autoptr(GError) error = NULL;
    CourierRound round = {0};
    good(courier_round(post->book.desk, make, NULL, &round, &error), error);
    return round;
}

static void assert_round(Post *post, int sent, int refused, int unsure)
{
    g_auto(CourierRound) round = round_made(post, make_letter);
    g_assert_cmpint(round.sent, ==, sent);
    g_assert_cmpint(round.refused, ==, refused);
    g_assert_cmpint(round.unsure, ==, unsure);
}

static void time_passes(const char *moment)
{
    g_autoptr(GError) error = NULL;
    good(clock_fix(moment, &error), error);
}

static const char *state_now(Post *post)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) rows = outbox_load(post->book.desk, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(rows->len, ==, 1);
    return OUTBOX_STATE_SLUGS[((const OutboxRow *)g_ptr_array_index(rows, 0))->state];
}

static int mails_count(Post *post)
{
    int count = 0;
    GDir *dir = g_dir_open(post->mails, 0, NULL);
    while (g_dir_read_name(dir) != NULL)
        count++;
    g_dir_close(dir);
    return count;
}

#define KEEP "cat > \"$MAILS/$$\""

static void test_waits_its_seconds(Post *post, gconstpointer data)
{
    (void)data;
    mail_command(post, KEEP);
    letter_write(post, "op-1", "email");
    assert_round(post, 0, 0, 0);
    g_assert_cmpstr(state_now(post), ==, "waiting");
    time_passes("2026-02-24T14:09");
    assert_round(post, 1, 0, 0);
    g_assert_cmpstr(state_now(post), ==, "sent");
    g_assert_cmpint(mails_count(post), ==, 1);
    assert_round(post, 0, 0, 0); /* never twice */
    g_assert_cmpint(mails_count(post), ==, 1);
}

static void test_bytes_are_kept(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_auto(OutboxCopy) copy = {0};
    mail_command(post, KEEP);
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    assert_round(post, 1, 0, 0);
    good(outbox_copy_read(post->book.desk, 1, &copy, &error), error);
    g_assert_cmpstr(copy.mime, ==, "message/rfc822");
    static const char text[] = "To: books@peeters.example\n\nItems 2 3\n";
    g_autoptr(GBytes) expected = g_bytes_new_static(text, strlen(text));
    g_assert_true(g_bytes_equal(copy.bytes, expected));
    book_begin(&post->book);
    g_assert_false(store_run(post->book.desk->store, "DELETE FROM outbox_copy", NO_BINDS, &error));
    store_rollback(post->book.desk->store);
}

static void test_refused_is_tried_again(Post *post, gconstpointer data)
{
    (void)data;
    mail_command(post, "echo 'no route to the world' >&2; exit 75");
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    assert_round(post, 0, 1, 0);
    g_assert_cmpstr(state_now(post), ==, "refused");
    g_autofree char *trouble = book_text(&post->book, "SELECT trouble FROM outbox");
    g_assert_nonnull(strstr(trouble, "no route to the world"));
    g_assert_cmpint(outbox_stuck_count(post->book.desk), ==, 1);
    assert_round(post, 0, 0, 0); /* not at once */
    time_passes("2026-02-24T14:10");
    assert_round(post, 0, 1, 0);
    time_passes("2026-02-24T14:13");
    assert_round(post, 0, 0, 0); /* later each time */
    mail_command(post, KEEP);
    time_passes("2026-02-24T14:15");
    assert_round(post, 1, 0, 0);
    g_assert_cmpint(mails_count(post), ==, 1);
    g_assert_cmpint(outbox_stuck_count(post->book.desk), ==, 0);
}

static guint wordings_known(Post *post, gint64 but_for)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) said = outbox_wordings(post->book.desk, post->peeters, but_for, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < said->len; i++)
        g_assert_cmpstr(said->pdata[i], ==, "0000000a 0000000b");
    return said->len;
}

/* The words of a letter he never got may be used again. */
static void test_words_he_read_are_remembered(Post *post, gconstpointer data)
{
    (void)data;
    mail_command(post, "exit 75");
    letter_write(post, "op-1", "email");
    g_assert_cmpuint(wordings_known(post, 0), ==, 0);
    time_passes("2026-02-24T14:09");
    assert_round(post, 0, 1, 0);
    g_assert_cmpuint(wordings_known(post, 0), ==, 0); /* refused */
    mail_command(post, "kill -9 $$");
    time_passes("2026-02-24T14:11");
    assert_round(post, 0, 0, 1);
    g_assert_cmpuint(wordings_known(post, 0), ==, 1); /* may have left */
    good(outbox_decide(post->book.desk, 1, false, NULL), NULL);
    g_assert_cmpuint(wordings_known(post, 0), ==, 0);
    mail_command(post, KEEP);
    assert_round(post, 1, 0, 0);
    g_assert_cmpuint(wordings_known(post, 0), ==, 1);
    g_assert_cmpuint(wordings_known(post, 1), ==, 0); /* itself */
}

static void test_missing_program(Post *post, gconstpointer data)
{
    (void)data;
    settings_change(post, "mail", "command", "/no/such/program");
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    assert_round(post, 0, 1, 0);
    g_assert_cmpstr(state_now(post), ==, "refused");
}

/* It may have sent the mail before it was stopped: nobody knows. */
static void test_slow_program(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    mail_command(post, KEEP "; exec sleep 60");
    settings_change(post, "outbox", "wait_seconds", "1");
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    assert_round(post, 0, 0, 1);
    g_assert_cmpstr(state_now(post), ==, "unsure");
    time_passes("2026-02-25T14:09");
    assert_round(post, 0, 0, 0); /* not by itself */
    g_assert_cmpint(mails_count(post), ==, 1);
    good(outbox_decide(post->book.desk, 1, true, &error), error);
    g_assert_cmpint(book_number(&post->book, "SELECT count(*) FROM outbox WHERE state = 'sent'"), ==, 1);
}

static void test_killed_program(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    mail_command(post, "kill -9 $$");
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    assert_round(post, 0, 0, 1);
    good(outbox_decide(post->book.desk, 1, false, &error), error);
    g_assert_cmpstr(state_now(post), ==, "waiting");
    mail_command(post, KEEP);
    assert_round(post, 1, 0, 0);
    g_assert_cmpint(mails_count(post), ==, 1);
    g_assert_false(outbox_decide(post->book.desk, 1, true, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
}

/* A program that does not listen must not take the courier with it. */
static void test_deaf_program(Post *post, gconstpointer data)
{
    (void)data;
    mail_command(post, "exec 0<&-; exit 1");
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    assert_round(post, 0, 1, 0);
}

/* What a person reads of it stays short, whatever is printed. */
static void test_noisy_program(Post *post, gconstpointer data)
{
    (void)data;
    mail_command(post, "yes 'no route to the world' | head -n 300 >&2; exit 75");
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    g_auto(CourierRound) round = round_made(post, make_letter);
    g_assert_nonnull(strstr(round.trouble, "no route to the world"));
    g_assert_true(g_str_has_suffix(round.trouble, "…"));
    g_assert_cmpint(g_utf8_strlen(round.trouble, -1), <, 400);
}

/* It says that all went well, and has read the first line: the rest reached nobody. */
static void test_program_that_stops_reading(Post *post, gconstpointer data)
{
    (void)data;
    mail_command(post, "read line; exit 0");
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    assert_round(post, 0, 0, 1);
    g_assert_cmpstr(state_now(post), ==, "unsure");
    g_autofree char *trouble = book_text(&post->book, "SELECT trouble FROM outbox");
    g_assert_nonnull(strstr(trouble, "has not read the whole document"));
}

static bool make_and_die(Desk *desk, const OutboxOrder *order, OutboxCopy *copy, void *data, GError **error)
{
    bool made = make_letter(desk, order, copy, data, error);
    bool handed = false;
    g_assert_true(outbox_hand(desk, order->id, copy, &handed, error));
    _exit(made && handed ? 3 : 4);
}

/* The courier dies between handing over and the program's answer: the next one does not send it again. */
static void test_killed_courier(Post *post, gconstpointer data)
{
    (void)data;
    mail_command(post, KEEP);
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    g_autofree char *path = g_strdup(store_path(post->book.desk->store));
    pid_t child = fork();
    if (child == 0) {
        g_autoptr(GError) error = NULL;
        CourierRound round = {0};
        Desk *desk =
            desk_open(&(DeskOptions){.database = path, .agent = "an", .language = "en", .mode = STORE_CREATE}, &error);
        settings_set(desk->settings, "mail", "command", "cat", &error);
        (void)courier_round(desk, make_and_die, NULL, &round, &error);
        _exit(5);
    }
    int status = 0;
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    g_assert_cmpint(WEXITSTATUS(status), ==, 3);
    assert_round(post, 0, 0, 0);
    g_assert_cmpstr(state_now(post), ==, "unsure");
    g_assert_cmpint(mails_count(post), ==, 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) rows = outbox_load(post->book.desk, &error);
    g_assert_cmpstr(((const OutboxRow *)rows->pdata[0])->trouble, ==,
                    "The sending was stopped before it was answered.");
}

static guint listed(Post *post, const char *since)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) rows = outbox_load_since(post->book.desk, iso(since), &error);
    g_assert_no_error(error);
    return rows->len;
}

/* A letter by post shows where the envelope goes. */
static void test_sent_today_is_listed_today(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    settings_change(post, "outbox", "folder", post->mails);
    letter_write(post, "op-1", "post");
    time_passes("2026-02-26T10:30");
    assert_round(post, 1, 0, 0);
    g_autoptr(GPtrArray) rows = outbox_load(post->book.desk, &error);
    g_assert_cmpuint(rows->len, ==, 1);
    const OutboxRow *row = g_ptr_array_index(rows, 0);
    g_assert_cmpstr(row->recipient, ==, "Kerkstraat 7, Dendermonde");
    g_assert_cmpint(day_minus(row->sent.day, iso("2026-02-26")), ==, 0);
    g_assert_cmpint(row->sent.minute, ==, 10 * 60 + 30);
    time_passes("2026-03-09T09:00");
    g_assert_cmpuint(listed(post, "2026-03-09"), ==, 0);
    g_assert_cmpuint(listed(post, "2026-02-27"), ==, 0);
    g_assert_cmpuint(listed(post, "2026-02-26"), ==, 1);
}

static void test_recalled_never_leaves(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    gint64 customer_id = 0;
    mail_command(post, KEEP);
    letter_write(post, "op-1", "email");
    good(outcome_undo(post->book.desk, 0, "op-2", &customer_id, &toast, &error), error);
    time_passes("2026-02-24T15:00");
    assert_round(post, 0, 0, 0);
    g_assert_cmpstr(state_now(post), ==, "recalled");
    g_assert_cmpint(mails_count(post), ==, 0);
}

/* What the courier has is not called back: undoing says that it has left. */
static void test_undo_says_it_left(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    gint64 customer_id = 0;
    mail_command(post, "kill -9 $$");
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    assert_round(post, 0, 0, 1);
    good(outcome_undo(post->book.desk, 0, "op-2", &customer_id, &toast, &error), error);
    g_assert_nonnull(strstr(toast, "has left already"));
    g_assert_cmpstr(state_now(post), ==, "unsure");
}

/* A mail command set months later must not send what nobody means any more. */
static void test_old_ones_ask(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    letter_write(post, "op-1", "email");
    time_passes("2026-03-02T09:00");
    mail_command(post, KEEP);
    assert_round(post, 0, 0, 0);
    g_assert_cmpstr(state_now(post), ==, "old");
    good(outbox_hurry(post->book.desk, 1, &error), error);
    assert_round(post, 1, 0, 0);
    g_assert_cmpint(mails_count(post), ==, 1);
}

static void test_no_way_out(Post *post, gconstpointer data)
{
    (void)data;
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    g_auto(CourierRound) round = round_made(post, make_letter);
    g_assert_cmpint(round.stay, ==, 1);
    g_autoptr(GError) error = NULL;
    int seconds = 0;
    good(courier_next(post->book.desk, &seconds, &error), error);
    g_assert_cmpint(seconds, ==, -1); /* nothing to go for */
    settings_change(post, "outbox", "folder", post->mails);
    good(courier_next(post->book.desk, &seconds, &error), error);
    g_assert_cmpint(seconds, ==, 0);
    g_assert_cmpstr(state_now(post), ==, "waiting");
}

static void test_folder(Post *post, gconstpointer data)
{
    (void)data;
    settings_change(post, "outbox", "folder", post->mails);
    letter_write(post, "op-1", "post");
    time_passes("2026-02-24T14:09");
    assert_round(post, 1, 0, 0);
    g_autofree char *path = g_build_filename(post->mails, "000001 reminder.eml", NULL), *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_assert_true(g_str_has_prefix(text, "To: books"));
}

static void test_unmakable_waits_with_its_reason(Post *post, gconstpointer data)
{
    (void)data;
    mail_command(post, KEEP);
    letter_write(post, "op-1", "email");
    time_passes("2026-02-24T14:09");
    g_auto(CourierRound) round = round_made(post, make_nothing);
    g_assert_cmpint(round.refused, ==, 1);
    g_autofree char *trouble = book_text(&post->book, "SELECT trouble FROM outbox");
    g_assert_cmpstr(trouble, ==, "He has no address.");
    g_assert_cmpint(mails_count(post), ==, 0);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    static const struct {
        const char *name;
        void (*run)(Post *post, gconstpointer data);
    } tests[] = {
        {"a letter waits its seconds and leaves once", test_waits_its_seconds},
        {"the bytes that left are kept and cannot be changed", test_bytes_are_kept},
        {"what the mail command refuses is tried again, later each time", test_refused_is_tried_again},
        {"the words he read are remembered, of what never left none are", test_words_he_read_are_remembered},
        {"a mail command that is not there refuses", test_missing_program},
        {"a mail command that takes too long leaves it to a person", test_slow_program},
        {"a mail command that is killed leaves it to a person", test_killed_program},
        {"a mail command that does not listen refuses", test_deaf_program},
        {"of a mail command that complains at length the beginning is kept", test_noisy_program},
        {"a mail command that reads a part and says all is well leaves it to a person",
         test_program_that_stops_reading},
        {"a courier that dies has nothing sent twice", test_killed_courier},
        {"what left today is in today's list, whenever it was made", test_sent_today_is_listed_today},
        {"a letter that was recalled never leaves", test_recalled_never_leaves},
        {"undoing the outcome of a letter under way says that it has left", test_undo_says_it_left},
        {"what waited for days is sent only when a person says so", test_old_ones_ask},
        {"without a command or a folder a letter stays", test_no_way_out},
        {"a letter goes to a folder as one whole file", test_folder},
        {"a letter that cannot be made waits with its reason", test_unmakable_waits_with_its_reason},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/outbox/", tests[i].name, NULL);
        g_test_add(path, Post, NULL, post_start, tests[i].run, post_end);
    }
    return g_test_run();
}
