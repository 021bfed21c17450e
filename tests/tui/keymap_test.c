/* The key map: what keymap.csv promises, and what the conflict check refuses. */
#include "action.h"
#include "footer.h"
#include "help.h"
#include "palette.h"
#include <locale.h>
#include <string.h>

static const Outcome promise = {
    .slug = "promise", .letter = "P", .label = "promise to pay", .short_label = "promise to pay"};
static const Outcome house = {.slug = "house", .letter = "", .label = "house rule", .short_label = "house rule"};
static const Outcome eight = {.slug = "eight", .letter = "8", .label = "on eight", .short_label = "on eight"};
static const Outcome taken = {.slug = "taken", .letter = "E", .label = "takes E", .short_label = "takes E"};

static Keymap *map_of(const Outcome *const *outcomes, size_t count, const char *const *binds, bool as400,
                      GError **error)
{
    KeymapOptions options = {
        .outcomes = outcomes, .outcome_count = count, .binds = binds, .as400 = as400, .azerty = true};
    return keymap_new(&options, error);
}

static Keymap *shipped(void)
{
    static const Outcome *const outcomes[] = {&promise, &house, &eight};
    g_autoptr(GError) error = NULL;
    Keymap *keymap = map_of(outcomes, G_N_ELEMENTS(outcomes), NULL, false, &error);
    g_assert_no_error(error);
    return keymap;
}

static const char *action_at(const Keymap *keymap, Context context, const char *key)
{
    const Action *action = keymap_find(keymap, context, stroke_parse(key));
    return action == NULL ? "" : action->name;
}

/* context,key,action,label,kind: the key must give its action.  Outcomes have the names of the playbook. */
static void check_csv_line(const Keymap *keymap, const char *line)
{
    g_auto(GStrv) cells = g_strsplit(line, ",", -1);
    Context context = (Context)cells[0][0];
    const Action *action = keymap_find(keymap, context, stroke_parse(cells[1]));
    g_assert_nonnull(action);
    if (g_str_has_prefix(cells[2], "out."))
        g_assert_nonnull(action->outcome);
    else
        g_assert_cmpstr(action->name, ==, cells[2]);
}

static Playbook *shipped_playbook(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_shipped("playbook.ini");
    Playbook *playbook = playbook_load(path, NULL, "en", &error);
    g_assert_no_error(error);
    return playbook;
}

static void the_specified_keys_are_bound_exactly(void)
{
    g_autofree char *path = g_build_filename(g_getenv("BELRONDE_SHARED"), "reference", "keymap.csv", NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        g_test_skip("the specification of the keys is not beside the repository");
        return;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Playbook) playbook = shipped_playbook();
    size_t count = 0;
    const Outcome *const *outcomes = playbook_outcomes(playbook, &count);
    g_autoptr(Keymap) keymap = map_of(outcomes, count, NULL, false, &error);
    g_assert_no_error(error);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    int checked = 0;
    for (char **line = lines + 1; *line != NULL; line++)
        if (**line != '\0' && **line != '#') {
            check_csv_line(keymap, *line);
            checked++;
        }
    g_assert_cmpint(checked, ==, 164);
}

static void letters_work_in_both_cases_and_digits_without_shift(void)
{
    g_autoptr(Keymap) keymap = shipped();
    g_assert_cmpstr(action_at(keymap, CONTEXT_QUEUE, "p"), ==, "out.promise");
    g_assert_cmpstr(action_at(keymap, CONTEXT_CUSTOMER, "P"), ==, "out.promise");
    g_assert_cmpstr(action_at(keymap, CONTEXT_QUEUE, "&"), ==, "go.queue");
    g_assert_cmpstr(action_at(keymap, CONTEXT_QUEUE, "é"), ==, "go.customer");
    g_assert_cmpstr(action_at(keymap, CONTEXT_QUEUE, "à"), ==, "help.keys");
    g_assert_cmpstr(action_at(keymap, CONTEXT_CUSTOMER, "!"), ==, "out.eight");
}

static void while_typing_letters_are_text(void)
{
    g_autoptr(Keymap) keymap = shipped();
    for (char letter[] = "A"; *letter <= 'Z'; (*letter)++) {
        g_assert_cmpstr(action_at(keymap, CONTEXT_TYPING, letter), ==, "");
        g_assert_cmpstr(action_at(keymap, CONTEXT_FIND, letter), ==, "");
    }
    g_assert_cmpstr(action_at(keymap, CONTEXT_TYPING, "?"), ==, "");
    g_assert_cmpstr(action_at(keymap, CONTEXT_TYPING, "Ctrl-G"), ==, "help.field");
    g_assert_cmpstr(action_at(keymap, CONTEXT_TYPING, "Ctrl-N"), ==, "field.list");
}

static void an_outcome_without_a_letter_is_reached_by_name_and_list(void)
{
    g_autoptr(Keymap) keymap = shipped();
    const Action *action = keymap_action(keymap, "out.house");
    g_assert_nonnull(action);
    g_assert_cmpuint(keymap_key(keymap, action, CONTEXT_CUSTOMER, false), ==, STROKE_NONE);
    g_assert_cmpstr(action_at(keymap, CONTEXT_CUSTOMER, "+"), ==, "outcome.list");
}

static void as_on_an_as400_enter_logs_from_any_field(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Keymap) keymap = map_of(NULL, 0, NULL, true, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(action_at(keymap, CONTEXT_TYPING, "Enter"), ==, "field.submit");
    g_assert_cmpstr(action_at(keymap, CONTEXT_TYPING, "Tab"), ==, "field.next");
    g_assert_cmpstr(action_at(keymap, CONTEXT_QUEUE, "Enter"), ==, "open");
}

static void a_key_can_be_bound_anew(void)
{
    const char *binds[] = {"skip", "8", "sort", "Q:F6,;", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(Keymap) keymap = map_of(NULL, 0, binds, false, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(action_at(keymap, CONTEXT_CUSTOMER, "8"), ==, "skip");
    g_assert_cmpstr(action_at(keymap, CONTEXT_QUEUE, "8"), ==, "skip");
    g_assert_cmpstr(action_at(keymap, CONTEXT_QUEUE, "x"), ==, "");
    g_assert_cmpstr(action_at(keymap, CONTEXT_QUEUE, ";"), ==, "sort");
}

static void every_kind_of_conflict_is_refused_by_name(void)
{
    static const struct {
        const char *name, *keys, *words;
    } rows[] = {
        {"skip", "E", "note"},             /* twice on one screen */
        {"skip", "Q", "back"},             /* covers a key of every screen */
        {"send", "V:P", "out.promise"},    /* a letter with two meanings */
        {"skip", "@", "@"},                /* AltGr on AZERTY */
        {"skip", "F10", "F10"},            /* the terminal's menu */
        {"skip", "Ctrl-M", "Ctrl-M"},      /* that is Enter */
        {"skip", "&", "go.queue"},         /* the key of 1 without Shift */
        {"field.submit", "T:X", "typing"}, /* text there */
        {"field.list", "T:F4", "F-key"},   /* nothing but an F-key while typing */
        {"skip", "Hyper-X", "Hyper-X"},    /* no such key */
        {"dance", "X", "dance"},           /* no such action */
    };
    static const Outcome *const outcomes[] = {&promise};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const char *binds[] = {rows[i].name, rows[i].keys, NULL};
        g_autoptr(GError) error = NULL;
        g_autoptr(Keymap) keymap = map_of(outcomes, 1, binds, false, &error);
        g_assert_null(keymap);
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_assert_nonnull(strstr(error->message, rows[i].words));
    }
}

static void an_outcome_on_a_commands_letter_is_refused(void)
{
    static const Outcome *const outcomes[] = {&taken};
    g_autoptr(GError) error = NULL;
    g_assert_null(map_of(outcomes, 1, NULL, false, &error));
    g_assert_nonnull(strstr(error->message, "out.taken"));
    g_assert_nonnull(strstr(error->message, "note"));
}

static void every_key_name_reads_back(void)
{
    g_autoptr(Keymap) keymap = shipped();
    g_autofree char *list = keymap_list(keymap);
    g_auto(GStrv) lines = g_strsplit(g_strchomp(list), "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), >, 130);
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        g_assert_cmpuint(g_strv_length(cells), ==, 4);
        g_assert_nonnull(keymap_action(keymap, cells[2]));
        if (*cells[1] != '\0') {
            g_autofree char *name = stroke_name(stroke_parse(cells[1]));
            g_assert_cmpstr(name, ==, cells[1]);
        }
    }
}

static char *footer_for(Context context, FooterStyle style, int columns)
{
    g_autoptr(Keymap) keymap = shipped();
    Footer footer;
    footer_start(&footer, keymap, context);
    footer_all(&footer);
    char *text = footer_text(&footer, style, columns);
    footer_clear(&footer);
    return text;
}

static void the_footer_keeps_help_at_every_width(void)
{
    for (const char *context = CONTEXTS; *context != '\0'; context++)
        for (int columns = 20; columns <= 200; columns += 15) {
            g_autofree char *text = footer_for((Context)*context, FOOTER_LETTERS, columns);
            g_assert_cmpint((int)g_utf8_strlen(text, -1), <=, columns);
            bool typing = context_typing((Context)*context);
            g_assert_true(g_str_has_suffix(text, typing ? "F1 help" : "? help"));
        }
}

static void the_footer_names_letters_or_f_keys_or_both(void)
{
    g_autoptr(Keymap) keymap = shipped();
    static const char *const wanted[] = {[FOOTER_LETTERS] = " T dial   ? help",
                                         [FOOTER_FKEYS] = " F9 dial   ? help",
                                         [FOOTER_BOTH] = " T/F9 dial   ? help"};
    for (FooterStyle style = FOOTER_LETTERS; style <= FOOTER_BOTH; style++) {
        Footer footer;
        footer_start(&footer, keymap, CONTEXT_QUEUE);
        footer_add(&footer, ACTION_DIAL, NULL);
        footer_add(&footer, ACTION_SEND, NULL); /* has no key in a list */
        g_autofree char *text = footer_text(&footer, style, 80);
        g_assert_cmpstr(text, ==, wanted[style]);
        footer_clear(&footer);
    }
}

static void the_palette_matches_letters_in_order(void)
{
    g_assert_cmpint(palette_score("pro", "promise to pay"), >, palette_score("pro", "print or save what is shown"));
    g_assert_cmpint(palette_score("pro", "print or save what is shown"), >, 0);
    g_assert_cmpint(palette_score("shown", "print or save what is shown"), >,
                    palette_score("hown", "print or save what is shown"));
    g_assert_cmpint(palette_score("zz", "promise to pay"), ==, 0);
    g_assert_cmpint(palette_score("yap", "promise to pay"), ==, 0);
}

static void the_page_of_all_keys_names_every_outcome_and_command(void)
{
    g_autoptr(Keymap) keymap = shipped();
    g_autofree char *text = help_keys_text(keymap, 80);
    size_t count = 0;
    const Action *const *actions = keymap_actions(keymap, &count);
    for (size_t i = 0; i < count; i++)
        g_assert_nonnull(strstr(text, actions[i]->name));
    g_assert_nonnull(strstr(text, "P promise to pay"));
    g_assert_nonnull(strstr(text, "+ list: 1 others"));
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/keys/the specified keys are bound exactly", the_specified_keys_are_bound_exactly);
    g_test_add_func("/keys/letters work in both cases, digits without Shift",
                    letters_work_in_both_cases_and_digits_without_shift);
    g_test_add_func("/keys/while typing letters are text", while_typing_letters_are_text);
    g_test_add_func("/keys/an outcome without a letter is reached by name and list",
                    an_outcome_without_a_letter_is_reached_by_name_and_list);
    g_test_add_func("/keys/as on an AS/400 Enter logs from any field", as_on_an_as400_enter_logs_from_any_field);
    g_test_add_func("/keys/a key can be bound anew", a_key_can_be_bound_anew);
    g_test_add_func("/keys/every kind of conflict is refused by name", every_kind_of_conflict_is_refused_by_name);
    g_test_add_func("/keys/an outcome on a command's letter is refused", an_outcome_on_a_commands_letter_is_refused);
    g_test_add_func("/keys/every key name reads back", every_key_name_reads_back);
    g_test_add_func("/footer/help stays at every width", the_footer_keeps_help_at_every_width);
    g_test_add_func("/footer/letters, F-keys or both", the_footer_names_letters_or_f_keys_or_both);
    g_test_add_func("/palette/letters in order", the_palette_matches_letters_in_order);
    g_test_add_func("/help/all keys names every outcome and command",
                    the_page_of_all_keys_names_every_outcome_and_command);
    return g_test_run();
}
