/* Settings: three files over one table; the user's file is changed line by line and nothing else in it. */
#include "base/error.h"
#include "base/settings.h"
#include "rules/weights.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of its own for each test, with places for the house's and the user's files. */
typedef struct {
    char *root, *house, *user, *house_file, *user_file;
} House;

static void house_up(House *house, gconstpointer data)
{
    (void)data;
    house->root = g_dir_make_tmp("belronde-settings-XXXXXX", NULL);
    house->house = g_build_filename(house->root, "etc", NULL);
    house->user = g_build_filename(house->root, "config", NULL);
    house->house_file = g_build_filename(house->house, "belronde.ini", NULL);
    house->user_file = g_build_filename(house->user, "belronde", "belronde.ini", NULL);
    g_assert_cmpint(g_mkdir_with_parents(house->house, 0700), ==, 0);
    g_setenv("BELRONDE_ETC", house->house, TRUE);
    g_setenv("XDG_CONFIG_HOME", house->user, TRUE);
}

static void folder_remove(const char *path)
{
    GDir *folder = g_dir_open(path, 0, NULL);
    const char *name = NULL;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *inside = g_build_filename(path, name, NULL);
        if (g_file_test(inside, G_FILE_TEST_IS_DIR) && !g_file_test(inside, G_FILE_TEST_IS_SYMLINK))
            folder_remove(inside);
        else
            g_unlink(inside);
    }
    if (folder != NULL)
        g_dir_close(folder);
    g_rmdir(path);
}

static void house_down(House *house, gconstpointer data)
{
    (void)data;
    folder_remove(house->root);
    g_free(house->root);
    g_free(house->house);
    g_free(house->user);
    g_free(house->house_file);
    g_free(house->user_file);
}

static void put(const char *path, const char *text)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_assert_true(g_file_set_contents_full(path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
    g_assert_cmpint(g_chmod(path, 0600), ==, 0);
}

static char *get(const char *path)
{
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static Settings *loaded(const char *user_file)
{
    g_autoptr(GError) error = NULL;
    Settings *settings = settings_load(user_file, &error);
    g_assert_no_error(error);
    g_assert_nonnull(settings);
    return settings;
}

static void refused(const char *user_file, const char *word)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(settings_load(user_file, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_test_message("%s", error->message);
    g_assert_nonnull(strstr(error->message, word));
}

static void test_no_file(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(Settings) settings = loaded(NULL);
    g_assert_cmpstr(settings_user_path(settings), ==, house->user_file);
    g_assert_cmpstr(settings_text(settings, "belronde", "country"), ==, "BE");
    g_assert_cmpint(settings_number(settings, "outbox", "delay_seconds"), ==, 60);
    g_assert_false(settings_boolean(settings, "screen", "flat"));
    g_assert_null(settings_command(settings, "phone", "dial"));
    g_auto(GStrv) print = settings_command(settings, "print", "command");
    g_assert_cmpstr(print[0], ==, "lp");
    g_assert_false(g_file_test(house->user_file, G_FILE_TEST_EXISTS));
}

static void test_layers(House *house, gconstpointer data)
{
    (void)data;
    put(house->house_file, "[belronde]\ncountry = NL\nafter_log = stay\n[bind]\nqueue.find = F\nqueue.sort = S\n");
    put(house->user_file, "[belronde]\nafter_log = queue\n[bind]\nqueue.find = Ctrl-F\n");
    g_autoptr(Settings) settings = loaded(NULL);
    g_assert_cmpstr(settings_text(settings, "belronde", "country"), ==, "NL");
    g_assert_cmpstr(settings_text(settings, "phone", "country"), ==, "NL");
    g_assert_cmpstr(settings_text(settings, "belronde", "after_log"), ==, "queue");
    g_assert_cmpstr(settings_text(settings, "keys", "profile"), ==, "classic");
    size_t count = 0;
    const IniEntry *bind = settings_free_section(settings, "bind", &count);
    g_assert_cmpuint(count, ==, 2);
    g_assert_cmpstr(bind[0].key, ==, "queue.find");
    g_assert_cmpstr(bind[0].value, ==, "Ctrl-F");
    g_assert_cmpstr(bind[1].value, ==, "S");
    settings_free_section(settings, "theme", &count);
    g_assert_cmpuint(count, ==, 0);
}

static void test_given_file(House *house, gconstpointer data)
{
    (void)data;
    g_autofree char *path = g_build_filename(house->root, "mine.ini", NULL);
    put(house->user_file, "[belronde]\nafter_log = queue\n");
    put(path, "[phone]\ncountry = FR\ndial = linphonecsh dial '{number}'\n");
    g_autoptr(Settings) settings = loaded(path);
    g_assert_cmpstr(settings_text(settings, "belronde", "after_log"), ==, "next");
    g_assert_cmpstr(settings_text(settings, "phone", "country"), ==, "FR");
    g_auto(GStrv) dial = settings_command(settings, "phone", "dial");
    g_assert_cmpuint(g_strv_length(dial), ==, 3);
    g_assert_cmpstr(dial[2], ==, "{number}");
}

static void test_refusals(House *house, gconstpointer data)
{
    (void)data;
    static const struct {
        const char *text, *word;
    } rows[] = {
        {"[belronde]\n\ncolour = red\n", "belronde.ini:3: there is no setting colour"},
        {"[desk]\nagent = an\n", "belronde.ini:1: there is no section [desk]"},
        {"[belronde]\ncountry = be\n", "belronde.ini:2: belronde.country must be one of"},
        {"[belronde]\nagent = an\nagent = tom\n", "belronde.ini:3:"},
        {"[belronde]\ndate_languages = \"nl de\"\n", "may only hold: en nl fr"},
        {"[alarm]\nlead_minutes = 61\n", "from 0 to 60"},
        {"[alarm]\nlead_minutes = 2m\n", "from 0 to 60"},
        {"[screen]\nflat = perhaps\n", "yes or no"},
        {"[phone]\ndial = dial \"{number\n", "quote is not closed"},
        {"[priority]\ncontact_divisor = 0\n", "from 1 to 365"},
        {"[belronde\n", "belronde.ini:1:"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        put(house->user_file, rows[i].text);
        refused(NULL, rows[i].word);
    }
}

static void test_trust(House *house, gconstpointer data)
{
    (void)data;
    put(house->user_file, "[belronde]\nagent = an\n");
    g_assert_cmpint(g_chmod(house->user_file, 0620), ==, 0);
    refused(NULL, "chmod go-w");
    g_assert_cmpint(g_chmod(house->user_file, 0602), ==, 0);
    refused(NULL, "chmod go-w");
    g_assert_cmpint(g_chmod(house->user_file, 0644), ==, 0);
    g_autoptr(Settings) settings = loaded(NULL);
    g_assert_cmpstr(settings_text(settings, "belronde", "agent"), ==, "an");
    refused(house->root, "regular file");
    if (getuid() == 0 && chown(house->user_file, 54321, 54321) == 0) /* only root can give a file away */
        refused(NULL, "belongs to somebody else");
}

static void check_set(House *house, const char *before, const char *section, const char *key, const char *value,
                      const char *after)
{
    put(house->user_file, before);
    g_autoptr(Settings) settings = loaded(NULL);
    g_autoptr(GError) error = NULL;
    g_assert_true(settings_set(settings, section, key, value, &error));
    g_assert_no_error(error);
    g_assert_cmpstr(settings_text(settings, section, key), ==, value);
    g_autofree char *text = get(house->user_file);
    g_assert_cmpstr(text, ==, after);
    g_autoptr(Settings) again = loaded(NULL);
    g_assert_cmpstr(settings_text(again, section, key), ==, value);
}

static void test_set(House *house, gconstpointer data)
{
    (void)data;
    static const struct {
        const char *before, *section, *key, *value, *after;
    } rows[] = {
        {"", "belronde", "country", "NL", "[belronde]\ncountry = NL\n"},
        {"; mine\n[belronde]\n  Country=BE\n; keep\n", "belronde", "country", "NL",
         "; mine\n[belronde]\n  Country= NL\n; keep\n"},
        {"[belronde]\nname = \"A; B\"  ; us\nphone = 1\n", "belronde", "name", "C # D",
         "[belronde]\nname = \"C # D\"  ; us\nphone = 1\n"},
        {"[belronde]\nname =\n[keys]\nfooter = both\n", "belronde", "name", "Wouters & Zonen",
         "[belronde]\nname = \"Wouters & Zonen\"\n[keys]\nfooter = both\n"},
        {"[belronde]\nname = us\n\n; the keyboard\n[keys]\nfooter = both\n", "belronde", "phone", "052 44 18 07",
         "[belronde]\nname = us\nphone = \"052 44 18 07\"\n\n; the keyboard\n[keys]\nfooter = both\n"},
        {"[keys]\nfooter = both", "keys", "profile", "as400", "[keys]\nfooter = both\nprofile = as400\n"},
        {"[keys]\nfooter = both", "alarm", "lead_minutes", "5", "[keys]\nfooter = both\n\n[alarm]\nlead_minutes = 5\n"},
        {"[keys]\r\nfooter = both\r\n", "keys", "footer", "off", "[keys]\r\nfooter = off\r\n"},
        {"[keys]\r\nfooter = both\r\n", "keys", "digit_row", "on", "[keys]\r\nfooter = both\r\ndigit_row = on\r\n"},
        {"[belronde]\nname = us\n", "belronde", "name", "", "[belronde]\nname = \"\"\n"},
        {"[belronde]\n", "belronde", "name", "'t Hoekje", "[belronde]\nname = \"'t Hoekje\"\n"},
        {"[belronde]\n", "belronde", "name", "\"De Lelie\"; NV", "[belronde]\nname = '\"De Lelie\"; NV'\n"},
        {"[print]\n", "print", "command", "lp -o \"media=A4\" -t 'due'",
         "[print]\ncommand = lp -o \"media=A4\" -t 'due'\n"},
        {"[bind]\nqueue.find = F\n[keys]\n", "keys", "profile", "as400",
         "[bind]\nqueue.find = F\n[keys]\nprofile = as400\n"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        check_set(house, rows[i].before, rows[i].section, rows[i].key, rows[i].value, rows[i].after);
}

static void not_set(Settings *settings, const char *section, const char *key, const char *value, const char *word)
{
    g_autoptr(GError) error = NULL;
    g_assert_false(settings_set(settings, section, key, value, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, word));
}

static void test_set_refused(House *house, gconstpointer data)
{
    (void)data;
    static const char text[] = "[belronde]\ncountry = NL\n";
    put(house->user_file, text);
    g_autoptr(Settings) settings = loaded(NULL);
    g_autofree char *long_value = g_strnfill(901, 'x');
    not_set(settings, "belronde", "country", "XX", "must be one of");
    not_set(settings, "belronde", "colour", "red", "no setting");
    not_set(settings, "belronde", "name", "two\nlines", "cannot be typed");
    not_set(settings, "belronde", "name", "a \"b\" 'c' ; d", "both kinds of quotes");
    not_set(settings, "belronde", "name", long_value, "too long");
    g_autofree char *kept = get(house->user_file);
    g_assert_cmpstr(kept, ==, text);
    g_assert_cmpstr(settings_text(settings, "belronde", "country"), ==, "NL");
}

/* Somebody broke the file by hand while the desk was open: it is left for him to repair. */
static void test_set_broken_meanwhile(House *house, gconstpointer data)
{
    (void)data;
    put(house->user_file, "[belronde]\ncountry = NL\n");
    g_autoptr(Settings) settings = loaded(NULL);
    put(house->user_file, "[belronde]\ncountry = \"NL\n");
    not_set(settings, "belronde", "country", "FR", "belronde.ini:2:");
    g_autofree char *kept = get(house->user_file);
    g_assert_cmpstr(kept, ==, "[belronde]\ncountry = \"NL\n");
}

static void test_set_link(House *house, gconstpointer data)
{
    (void)data;
    g_autofree char *real = g_build_filename(house->root, "dotfiles.ini", NULL);
    g_autofree char *folder = g_path_get_dirname(house->user_file);
    put(real, "[belronde]\ncountry = NL\n");
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_assert_cmpint(symlink(real, house->user_file), ==, 0);
    g_autoptr(Settings) settings = loaded(NULL);
    g_assert_true(settings_set(settings, "belronde", "country", "LU", NULL));
    g_assert_true(g_file_test(house->user_file, G_FILE_TEST_IS_SYMLINK));
    g_autofree char *text = get(real);
    g_assert_cmpstr(text, ==, "[belronde]\ncountry = LU\n");
    struct stat status;
    g_assert_cmpint(stat(real, &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0600);
}

static void test_set_creates(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(Settings) settings = loaded(NULL);
    g_assert_true(settings_set(settings, "keys", "footer", "both", NULL));
    g_autofree char *text = get(house->user_file);
    g_assert_cmpstr(text, ==, "[keys]\nfooter = both\n");
    g_autofree char *folder = g_path_get_dirname(house->user_file);
    struct stat status;
    g_assert_cmpint(stat(folder, &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0700);
}

/* The shipped file is the manual: every setting, its default, and a comment above it. */
static void test_shipped(House *house, gconstpointer data)
{
    (void)house;
    (void)data;
    g_autofree char *path = path_shipped("belronde.ini");
    g_autoptr(GError) error = NULL;
    g_autoptr(Ini) ini = ini_load(path, &error);
    g_assert_no_error(error);
    g_autofree char *text = get(path);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    size_t count = 0;
    const SettingRow *rows = settings_rows(&count);
    for (size_t i = 0; i < count; i++) {
        g_test_message("%s.%s", rows[i].section, rows[i].key);
        g_assert_cmpstr(ini_get(ini, rows[i].section, rows[i].key), ==, rows[i].fallback);
        int line = ini_line(ini, rows[i].section, rows[i].key);
        g_assert_true(g_str_has_prefix(lines[line - 2], "; "));
        g_assert_nonnull(strstr(lines[line - 2], rows[i].help));
    }
}

static void test_weights(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(Settings) settings = loaded(NULL);
    PriorityWeights weights = settings_priority_weights(settings);
    BehaviourLimits limits = settings_behaviour_limits(settings);
    g_assert_cmpmem(&weights, sizeof weights, &PRIORITY_DEFAULT, sizeof PRIORITY_DEFAULT);
    g_assert_cmpmem(&limits, sizeof limits, &BEHAVIOUR_DEFAULT, sizeof BEHAVIOUR_DEFAULT);
    put(house->user_file, "[priority]\nfloor_cents = 10000\nage_60 = 33\n[class]\na_days = 5\n");
    g_autoptr(Settings) changed = loaded(NULL);
    g_assert_cmpint(settings_priority_weights(changed).floor, ==, 10000);
    g_assert_cmpint(settings_priority_weights(changed).age_60, ==, 33);
    g_assert_cmpint(settings_behaviour_limits(changed).a_days, ==, 5);
}

static void test_places(House *house, gconstpointer data)
{
    (void)data;
    g_autofree char *here = g_build_filename(house->root, "data", NULL);
    g_autofree char *own = g_build_filename(here, "playbook.ini", NULL);
    g_autofree char *given = g_strdup(g_getenv("BELRONDE_DATA"));
    g_unsetenv("BELRONDE_DATA");
    g_autofree char *shipped = path_shipped("belronde.ini");
    g_setenv("BELRONDE_DATA", here, TRUE);
    g_autofree char *still = path_shipped("belronde.ini");
    g_assert_cmpstr(still, ==, shipped); /* an empty folder does not count */
    put(own, "");
    g_autofree char *mine = path_shipped("playbook.ini");
    g_assert_cmpstr(mine, ==, own);
    g_autofree char *other = path_shipped("belronde.ini"); /* what it lacks is found in the next */
    g_assert_cmpstr(other, ==, shipped);
    g_autofree char *nowhere = path_shipped("nowhere.ini");
    g_autofree char *expected = g_build_filename(here, "nowhere.ini", NULL);
    g_assert_cmpstr(nowhere, ==, expected);
    g_unsetenv("BELRONDE_DATA");

    g_autofree char *ours = path_house("belronde.ini");
    g_assert_cmpstr(ours, ==, shipped);
    put(house->house_file, "");
    g_autofree char *house_file = path_house("belronde.ini");
    g_assert_cmpstr(house_file, ==, house->house_file);
    put(house->user_file, "");
    g_autofree char *user_file = path_house("belronde.ini");
    g_assert_cmpstr(user_file, ==, house->user_file);
    if (given != NULL)
        g_setenv("BELRONDE_DATA", given, TRUE);
}

static void test_homes(House *house, gconstpointer data)
{
    (void)data;
    g_autofree char *base = g_build_filename(house->root, "share", NULL);
    g_setenv("XDG_DATA_HOME", base, TRUE);
    g_setenv("XDG_STATE_HOME", base, TRUE);
    g_autofree char *folder = path_data_home(NULL);
    g_autofree char *expected = g_build_filename(base, "belronde", NULL);
    g_assert_cmpstr(folder, ==, expected);
    struct stat status;
    g_assert_cmpint(stat(folder, &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0700);
    g_autofree char *blocked = g_build_filename(house->root, "file", NULL);
    put(blocked, "");
    g_setenv("XDG_STATE_HOME", blocked, TRUE);
    g_autoptr(GError) error = NULL;
    g_assert_null(path_state_home(&error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
    g_unsetenv("XDG_DATA_HOME");
    g_unsetenv("XDG_STATE_HOME");
}

typedef void (*Test)(House *, gconstpointer);

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        Test test;
    } tests[] = {
        {"/settings/the desk starts without any file", test_no_file},
        {"/settings/the user's file stands over the house's over the shipped one", test_layers},
        {"/settings/a file named on the command line takes the user's place", test_given_file},
        {"/settings/unknown names and wrong values are refused with their line", test_refusals},
        {"/settings/a file that others may write is not trusted", test_trust},
        {"/settings/changing one value leaves every other byte alone", test_set},
        {"/settings/a value that cannot stand there changes nothing", test_set_refused},
        {"/settings/a file broken by hand meanwhile is not overwritten", test_set_broken_meanwhile},
        {"/settings/a linked file stays a link", test_set_link},
        {"/settings/the first change creates the file in a private folder", test_set_creates},
        {"/settings/the shipped file shows every setting with its default and meaning", test_shipped},
        {"/settings/the rules take their figures from the settings", test_weights},
        {"/settings/files are found beside the program, in the house, at home", test_places},
        {"/settings/data and state folders are private", test_homes},
    };
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, House, NULL, house_up, tests[i].test, house_down);
    return g_test_run();
}
