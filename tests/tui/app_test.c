/* What holds on every screen: messages, questions, going back, the call, programs that run beside. */
#include "app_inside.h"
#include "base/i18n.h"
#include "desk/outcome.h"
#include "overlay.h"
#include "stage.h"
#include <string.h>

static Stage *stage_in(const char *language)
{
    StageOptions options = {
        .rows = 24, .columns = 80, .now = "2026-02-24T14:07", .language = language, .book = "round"};
    return stage_open(&options);
}

static bool shows(const Stage *stage, const char *words)
{
    g_auto(GStrv) screen = stage_screen(stage);
    for (char **row = screen; *row != NULL; row++)
        if (strstr(*row, words) != NULL)
            return true;
    return false;
}

/* --- A view of our own ----------------------------------------------------------------------------------------- */

static GString *told; /* what happened to it, in order */

static void probe_draw(const View *view, Canvas *canvas)
{
    (void)view;
    paint_text(canvas, 0, 0, ROLE_NORMAL, "the probe");
    canvas_cursor(canvas, 0, 0);
}

static Next probe_answer(View *view, const char *value, gpointer data)
{
    (void)view;
    g_string_append_printf(told, "[%s %s]", (const char *)data, value == NULL ? "nothing" : value);
    return strcmp(data, "leave") == 0 && value != NULL ? next_pop() : next_redraw();
}

static View *probe_leave(View *view)
{
    View *question = confirm_new("Leave the probe?", NULL, false);
    (void)view;
    question->on_close = probe_answer;
    question->data = (gpointer) "leave";
    return question;
}

static Next probe_sort(View *view, const Action *action)
{
    static const Pick picks[] = {{"one", "1", "First", NULL}, {"two", "2", "Second", "the other one"}};
    (void)view, (void)action;
    return next_ask(choose_new("Sort", picks, 2, "two", false), probe_answer, (gpointer) "sort", NULL);
}

static Next probe_filter(View *view, const Action *action)
{
    (void)view, (void)action;
    return next_ask(prompt_new(&(Prompt){.label = "Filter", .text = "old", .suggestion = true}), probe_answer,
                    (gpointer) "filter", NULL);
}

static void probe_free(View *view)
{
    g_string_append(told, "[freed]");
    g_free(view);
}

static const ViewAct probe_acts[] = {{ACTION_SORT, probe_sort}, {ACTION_FILTER, probe_filter}, {0, NULL}};

static Stage *stage_with_probe(const char *language, bool asks)
{
    static ViewKind kind = {
        .name = "probe", .acts = probe_acts, .context = CONTEXT_QUEUE, .draw = probe_draw, .free = probe_free};
    Stage *stage = stage_in(language);
    View *probe = g_new0(View, 1);
    kind.leave = asks ? probe_leave : NULL;
    probe->kind = &kind;
    g_string_assign(told, "");
    app_push(stage->app, probe);
    app_draw(stage->app);
    return stage;
}

/* --- Questions ---------------------------------------------------------------------------------------------------- */

static void leaving_asks_once_and_goes_on_where_one_wanted_to_go(void)
{
    Stage *stage = stage_with_probe("en", true);
    stage_keys(stage, "5"); /* another screen over it closes nothing */
    stage_keys(stage, "<Esc>");
    g_assert_cmpstr(told->str, ==, "");
    stage_keys(stage, "1"); /* the queue is the first screen: the probe has to go */
    g_assert_true(shows(stage, "Leave the probe?"));
    stage_keys(stage, "n");
    g_assert_cmpstr(told->str, ==, "[leave nothing]");
    g_assert_true(shows(stage, "the probe"));
    stage_keys(stage, "1");
    stage_keys(stage, "y");
    g_assert_cmpstr(told->str, ==, "[leave nothing][leave yes][freed]");
    g_assert_true(shows(stage, "DESK 1 Queue"));
    stage_close(stage);
}

static void yes_and_no_have_the_letters_of_the_language(void)
{
    static const struct {
        const char *language, *yes, *no;
    } rows[] = {{"en", "Y", "N"}, {"nl", "j", "N"}, {"fr", "o", "n"}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        Stage *stage = stage_with_probe(rows[i].language, true);
        bool translated = strcmp(rows[i].language, "en") == 0 || strcmp(_("Yes"), "Yes") != 0;
        if (!translated) {
            g_test_skip("the catalogue has no word for Yes yet");
            stage_close(stage);
            return;
        }
        stage_keys(stage, "q");
        stage_keys(stage, rows[i].no);
        stage_keys(stage, "q");
        stage_keys(stage, rows[i].yes);
        g_assert_cmpstr(told->str, ==, "[leave nothing][leave yes][freed]");
        stage_close(stage);
    }
}

static void enter_takes_the_answer_that_is_shown(void)
{
    Stage *stage = stage_with_probe("en", true);
    stage_keys(stage, "q");
    stage_keys(stage, "<Enter>");
    g_assert_cmpstr(told->str, ==, "[leave nothing]");
    stage_keys(stage, "q");
    stage_keys(stage, "<Up>");
    stage_keys(stage, "<Enter>");
    g_assert_cmpstr(told->str, ==, "[leave nothing][leave yes][freed]");
    stage_close(stage);
}

static void a_menu_is_answered_by_letter_digit_or_arrows(void)
{
    Stage *stage = stage_with_probe("en", false);
    stage_keys(stage, "<F6>");
    stage_keys(stage, "1");
    stage_keys(stage, "<F6>");
    stage_keys(stage, "é"); /* the key of 2 without Shift */
    stage_keys(stage, "<F6>");
    stage_keys(stage, "<Enter>"); /* what was chosen before */
    stage_keys(stage, "<F6>");
    stage_keys(stage, "<Up>");
    stage_keys(stage, "<Enter>");
    stage_keys(stage, "<F6>");
    stage_keys(stage, "<Esc>");
    g_assert_cmpstr(told->str, ==, "[sort one][sort two][sort two][sort one][sort nothing]");
    stage_close(stage);
}

static void a_prompt_replaces_its_suggestion_and_esc_leaves_all_as_it_was(void)
{
    Stage *stage = stage_with_probe("en", false);
    stage_keys(stage, "<F4>");
    g_assert_true(shows(stage, "Filter> old"));
    stage_type(stage, "q new");
    stage_keys(stage, "<Enter>");
    stage_keys(stage, "<F4>");
    stage_keys(stage, "<Esc>");
    g_assert_cmpstr(told->str, ==, "[filter q new][filter nothing]");
    stage_close(stage);
}

/* --- Messages ---------------------------------------------------------------------------------------------------- */

static void a_toast_goes_at_the_next_key_and_an_error_at_esc(void)
{
    Stage *stage = stage_with_probe("en", false);
    app_say(stage->app, MESSAGE_TOAST, g_strdup("a toast"));
    app_draw(stage->app);
    g_assert_true(shows(stage, "a toast"));
    stage_keys(stage, "<Down>");
    g_assert_false(shows(stage, "a toast"));
    app_say(stage->app, MESSAGE_ERROR, g_strdup("an error"));
    stage_keys(stage, "<F6>");
    stage_keys(stage, "1");
    g_assert_true(shows(stage, "! an error"));
    stage_keys(stage, "<Esc>"); /* clears the error, and only that */
    g_assert_false(shows(stage, "an error"));
    g_assert_true(shows(stage, "the probe"));
    stage_keys(stage, "<Esc>");
    g_assert_true(shows(stage, "DESK 1 Queue"));
    stage_close(stage);
}

static void every_message_of_the_day_can_be_read_again(void)
{
    Stage *stage = stage_with_probe("en", false);
    app_say(stage->app, MESSAGE_TOAST, g_strdup("first"));
    stage_wait(stage, 120);
    app_say(stage->app, MESSAGE_ERROR, g_strdup("second\nwith a line break and \033[2J an escape"));
    stage_keys(stage, "<Esc>");
    stage_keys(stage, ":");
    stage_type(stage, "messages");
    stage_keys(stage, "<Enter>");
    g_assert_true(shows(stage, "14:07   first"));
    g_assert_true(shows(stage, "14:09 ! second with a line break"));
    stage_close(stage);
}

static void a_key_that_cannot_work_says_why(void)
{
    Stage *stage = stage_with_probe("en", false);
    stage_keys(stage, "8");
    g_assert_true(shows(stage, "8 does nothing here"));
    stage_keys(stage, "*");
    g_assert_true(shows(stage, "“Mark all shown” does not work on this screen"));
    stage_paste(stage, "qqq\nq");
    g_assert_true(shows(stage, "A paste goes into a field only"));
    stage_close(stage);
}

/* --- Back and away --------------------------------------------------------------------------------------------- */

static void esc_never_leaves_the_program_and_q_does_from_the_first_screen(void)
{
    static const char *const staying[] = {"<Esc>", "<F3>", "<F12>", "<Ctrl-C>"};
    Stage *stage = stage_in("en");
    for (size_t i = 0; i < G_N_ELEMENTS(staying); i++) {
        stage_keys(stage, staying[i]);
        g_assert_true(stage_running(stage));
        g_assert_true(shows(stage, "Q leaves the program"));
    }
    stage_keys(stage, "q");
    g_assert_false(stage_running(stage));
    stage_close(stage);
}

static void a_screen_that_is_open_comes_to_the_top_instead_of_twice(void)
{
    Stage *stage = stage_in("en");
    for (int i = 0; i < 5; i++) {
        stage_keys(stage, "5");
        stage_keys(stage, "0");
    }
    g_assert_cmpuint(stage->app->stack->len, ==, 3);
    stage_keys(stage, "1");
    g_assert_cmpuint(stage->app->stack->len, ==, 1);
    stage_close(stage);
}

/* --- The call and the clock ------------------------------------------------------------------------------------- */

static void the_call_is_in_the_title_of_every_screen_until_it_ends(void)
{
    Stage *stage = stage_in("en");
    app_call_start(stage->app, 1, "Bakkerij Peerdeman BV", "+32 52 44 18 07");
    stage_wait(stage, 192);
    g_assert_true(shows(stage, "CALL 03:12"));
    stage_keys(stage, "5");
    g_assert_true(shows(stage, "CALL 03:12"));
    stage_resize(stage, 12, 52);
    g_assert_true(shows(stage, "+32 52 44 18 07"));
    g_assert_true(shows(stage, "CALL 03:12"));
    stage_resize(stage, 24, 80);
    g_assert_cmpint(app_call_stop(stage->app), ==, 192);
    stage_keys(stage, "<Esc>");
    g_assert_false(shows(stage, "CALL"));
    stage_close(stage);
}

static void an_alarm_stands_in_the_title_until_the_next_key(void)
{
    Stage *stage = stage_in("en");
    app_alarm(stage->app, "14:30 Garage Van Dyckel", NULL);
    app_draw(stage->app);
    g_assert_true(shows(stage, "! 14:30 Garage Van Dyckel"));
    stage_keys(stage, "<Down>");
    g_assert_false(shows(stage, "! 14:30 Garage"));
    stage_close(stage);
}

static void an_unattended_screen_shows_no_customer(void)
{
    StageOptions options = {.rows = 24,
                            .columns = 80,
                            .now = "2026-02-24T14:07",
                            .language = "en",
                            .book = "round",
                            .settings = "[privacy]\nidle_seconds = 60\n"};
    Stage *stage = stage_open(&options);
    g_assert_true(shows(stage, "Peerdeman"));
    stage_wait(stage, 61);
    g_assert_false(shows(stage, "Peerdeman"));
    stage_keys(stage, "q"); /* only wakes it */
    g_assert_true(stage_running(stage));
    g_assert_true(shows(stage, "Peerdeman"));
    stage_close(stage);
}

/* --- Programs beside ---------------------------------------------------------------------------------------------- */

static void child_ended(App *app, bool ok, const char *output, gpointer data)
{
    (void)app;
    g_string_append_printf(told, "[%s %s %s]", (const char *)data, ok ? "ok" : "failed", output);
}

static void wait_for_children(Stage *stage)
{
    gint64 until = g_get_monotonic_time() + 10 * G_USEC_PER_SEC;
    while (stage->app->children->len > 0 && g_get_monotonic_time() < until) {
        g_usleep(1000);
        children_ready(stage->app);
    }
    app_draw(stage->app);
}

static void an_outside_program_gets_words_not_a_shell_and_says_how_it_ended(void)
{
    static const char *const echo[] = {"echo", "$HOME; `id` {number}", NULL};
    static const char *const cat[] = {"cat", NULL};
    static const char *const fails[] = {"false", NULL};
    static const char *const nowhere[] = {"no-such-program-of-ours", NULL};
    g_autofree char *much = g_strnfill(200000, 'x');
    Stage *stage = stage_in("en");
    g_string_assign(told, "");
    app_spawn(stage->app, echo, NULL, child_ended, (gpointer) "echo");
    wait_for_children(stage);
    g_assert_cmpstr(told->str, ==, "[echo ok $HOME; `id` {number}\n]");
    g_string_assign(told, "");
    app_spawn(stage->app, cat, much, child_ended, (gpointer) "cat"); /* more than a pipe holds */
    wait_for_children(stage);
    g_assert_true(g_str_has_prefix(told->str, "[cat ok xxx"));
    g_string_assign(told, "");
    app_spawn(stage->app, fails, NULL, child_ended, (gpointer) "false");
    app_spawn(stage->app, nowhere, NULL, child_ended, (gpointer) "nowhere");
    wait_for_children(stage);
    g_assert_cmpstr(told->str, ==, "[nowhere failed ][false failed ]");
    g_assert_true(shows(stage, "“false” ended with status 1"));
    stage_close(stage);
}

/* What the desk's own courier says is kept for the messages, where it could not bring all away. */
static void what_the_courier_could_not_bring_away_is_said(void)
{
    const StageOptions options = {.rows = 24,
                                  .columns = 80,
                                  .now = "2026-02-24T14:07",
                                  .language = "en",
                                  .book = "round",
                                  .program = "story/sour-courier"};
    const LetterFacts letter = {.document = "thank_you",
                                .channel = "email",
                                .recipient = "books@peeters.example",
                                .language = "nl",
                                .items = "",
                                .summary = "thanks"};
    Stage *stage = stage_open(&options);
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    gint64 customer = 0;
    g_assert_true(settings_set(stage->desk->settings, "mail", "command", "true", &error));
    g_assert_true(settings_set(stage->desk->settings, "outbox", "delay_seconds", "0", &error));
    g_assert_true(
        store_value(stage->desk->store, "SELECT min(id) AS id FROM customer", NO_BINDS, 0, &customer, &error));
    g_assert_true(outcome_letter(stage->desk, customer, &letter, "letter-1", &toast, &error));
    g_assert_no_error(error);
    stage->app->outbox_looked = -10000;
    app_outbox_tick(stage->app);
    g_assert_true(stage->app->courier);
    wait_for_children(stage);
    g_assert_false(stage->app->courier);
    g_assert_true(shows(stage, "Not everything has left: 4 shows what, and why."));
    g_autoptr(GString) said = g_string_new(NULL);
    for (guint i = 0; i < stage->app->messages->len; i++)
        g_string_append_printf(said, "%s\n", ((Message *)g_ptr_array_index(stage->app->messages, i))->text);
    g_assert_nonnull(strstr(said->str, "sent: 0, refused: 1"));
    g_assert_nonnull(strstr(said->str, "the mail server is away"));
    stage_close(stage);
}

/* --- Settings that are wrong -------------------------------------------------------------------------------------- */

static void a_bad_binding_is_left_out_with_a_sentence(void)
{
    StageOptions options = {
        .rows = 24, .columns = 120, .now = "2026-02-24T14:07", .language = "en", .settings = "[bind]\nskip = E\n"};
    Stage *stage = stage_open(&options);
    g_assert_true(shows(stage, "[bind] of the settings is left out"));
    stage_close(stage);
    options.settings = "[bind]\nskip = 8\n";
    stage = stage_open(&options);
    g_assert_false(shows(stage, "left out"));
    g_assert_cmpstr(keymap_find(app_keymap(stage->app), CONTEXT_QUEUE, '8')->name, ==, "skip");
    stage_close(stage);
}

static void a_role_can_look_otherwise_and_a_bad_look_is_said(void)
{
    StageOptions options = {.rows = 24,
                            .columns = 120,
                            .now = "2026-02-24T14:07",
                            .language = "en",
                            .theme = "auto",
                            .settings = "[theme]\nwarn = default underline\n"};
    Stage *stage = stage_open(&options);
    g_assert_cmpuint(stage->app->theme.attributes[ROLE_WARN], ==, A_UNDERLINE);
    stage_close(stage);
    options.settings = "[theme]\nwarn = yellow\n";
    stage = stage_open(&options);
    g_assert_true(shows(stage, "[theme] warn = yellow"));
    stage_close(stage);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    told = g_string_new(NULL);
    g_test_add_func("/questions/leaving asks once and goes on", leaving_asks_once_and_goes_on_where_one_wanted_to_go);
    g_test_add_func("/questions/yes and no have the letters of the language",
                    yes_and_no_have_the_letters_of_the_language);
    g_test_add_func("/questions/Enter takes the answer that is shown", enter_takes_the_answer_that_is_shown);
    g_test_add_func("/questions/a menu is answered by letter, digit or arrows",
                    a_menu_is_answered_by_letter_digit_or_arrows);
    g_test_add_func("/questions/a prompt replaces its suggestion",
                    a_prompt_replaces_its_suggestion_and_esc_leaves_all_as_it_was);
    g_test_add_func("/messages/a toast goes at the next key, an error at Esc",
                    a_toast_goes_at_the_next_key_and_an_error_at_esc);
    g_test_add_func("/messages/every message of the day can be read again", every_message_of_the_day_can_be_read_again);
    g_test_add_func("/messages/a key that cannot work says why", a_key_that_cannot_work_says_why);
    g_test_add_func("/back/Esc never leaves the program, Q does",
                    esc_never_leaves_the_program_and_q_does_from_the_first_screen);
    g_test_add_func("/back/an open screen comes to the top", a_screen_that_is_open_comes_to_the_top_instead_of_twice);
    g_test_add_func("/call/it is in the title of every screen", the_call_is_in_the_title_of_every_screen_until_it_ends);
    g_test_add_func("/call/an alarm stands in the title until the next key",
                    an_alarm_stands_in_the_title_until_the_next_key);
    g_test_add_func("/call/an unattended screen shows no customer", an_unattended_screen_shows_no_customer);
    g_test_add_func("/programs/they get words, not a shell",
                    an_outside_program_gets_words_not_a_shell_and_says_how_it_ended);
    g_test_add_func("/programs/what the courier could not bring away is said",
                    what_the_courier_could_not_bring_away_is_said);
    g_test_add_func("/settings/a bad binding is left out with a sentence", a_bad_binding_is_left_out_with_a_sentence);
    g_test_add_func("/settings/a role can look otherwise", a_role_can_look_otherwise_and_a_bad_look_is_said);
    int status = g_test_run();
    g_string_free(told, TRUE);
    return status;
}
