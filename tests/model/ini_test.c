/* An ini file is read strictly: whatever libiniparser would cut, overwrite or swallow in silence is
 * refused with its line. */
#include "base/error.h"
#include "base/ini.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static Ini *good(const char *text)
{
    g_autoptr(GError) error = NULL;
    Ini *ini = ini_parse("house.ini", text, &error);
    g_assert_no_error(error);
    g_assert_nonnull(ini);
    return ini;
}

static void test_order_and_lines(void)
{
    g_autoptr(Ini) ini = good("; our house\n[Zebra]\nB = 2\na.dotted.key = 1\n\n[apple]\n# none\nempty =\n[bare]\n");
    const char *const *names = ini_sections(ini);
    g_assert_cmpstr(names[0], ==, "zebra");
    g_assert_cmpstr(names[1], ==, "apple");
    g_assert_cmpstr(names[2], ==, "bare");
    g_assert_null(names[3]);
    g_assert_cmpint(ini_section_line(ini, "apple"), ==, 6);
    g_assert_cmpint(ini_section_line(ini, "pear"), ==, 0);
    size_t count = 0;
    const IniEntry *entries = ini_entries(ini, "zebra", &count);
    g_assert_cmpuint(count, ==, 2);
    g_assert_cmpstr(entries[0].key, ==, "b");
    g_assert_cmpint(entries[1].line, ==, 4);
    g_assert_cmpstr(entries[1].value, ==, "1");
    g_assert_nonnull(ini_entries(ini, "bare", &count));
    g_assert_cmpuint(count, ==, 0);
    g_assert_null(ini_entries(ini, "pear", &count));
    g_assert_cmpuint(count, ==, 0);
}

static void test_values(void)
{
    static const struct {
        const char *line, *value;
    } rows[] = {
        {"k = plain words", "plain words"},
        {"k=tight", "tight"},
        {"k =", ""},
        {"k = \"\"", ""},
        {"k = ''", ""},
        {"k = \"; and # are safe\"", "; and # are safe"},
        {"k = \"  blanks kept  \"", "  blanks kept  "},
        {"k = \"l'échéance\"", "l'échéance"},
        {"k = 'say \"yes\"'", "say \"yes\""},
        {"k = \"shown\"   ; a comment after the quote", "shown"},
        {"k = a = b", "a = b"},
        {"k = mail -s \"due\" x", "mail -s \"due\" x"},
        {"\tk\t=\ttabs\t\r", "tabs"},
        {"k = “typographic”", "“typographic”"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = g_strdup_printf("[s]\n%s\n[t]\nk = other\n", rows[i].line);
        g_autoptr(Ini) ini = good(text);
        g_assert_cmpstr(ini_get(ini, "s", "k"), ==, rows[i].value);
        g_assert_cmpint(ini_line(ini, "s", "k"), ==, 2);
        g_assert_null(ini_get(ini, "s", "absent"));
        g_assert_null(ini_get(ini, "absent", "k"));
        g_assert_cmpint(ini_line(ini, "absent", "k"), ==, 0);
    }
}

static void test_long_value(void)
{
    g_autofree char *script = g_strnfill(900, 'x');
    g_autofree char *text = g_strdup_printf("[script]\nline = \"%s\"\n", script);
    g_autoptr(Ini) ini = good(text);
    g_assert_cmpstr(ini_get(ini, "script", "line"), ==, script);
}

static void test_refusals(void)
{
    g_autofree char *fill = g_strnfill(1000, 'x');
    g_autofree char *too_long = g_strdup_printf("[s]\nk = %s\n", fill);
    const struct {
        const char *text, *where, *word;
    } rows[] = {
        {"[s]\nk = 1\nk = 2\n", "house.ini:3:", "second time"},
        {"[s]\nk = 1\nK = 2\n", "house.ini:3:", "second time"},
        {"[s]\n[t]\n[S]\n", "house.ini:3:", "second time"},
        {"[s]\nk = \"open\n", "house.ini:2:", "closing quote"},
        {"[s]\nk = 'open\n", "house.ini:2:", "closing quote"},
        {"[s]\nk = \"say \"yes\" now\"\n", "house.ini:2:", "after its closing quote"},
        {"[s] ; the desk\nk = 1\n", "house.ini:1:", "line of its own"},
        {"[s\nk = 1\n", "house.ini:1:", "line of its own"},
        {"[s]\nhash = a#b\n", "house.ini:2:", "double quotes"},
        {"[s]\nk = a ; why\n", "house.ini:2:", "double quotes"},
        {"\xef\xbb\xbf[s]\n", "house.ini:1:", "byte order mark"},
        {"k = 1\n", "house.ini:1:", "[section] above"},
        {"[s]\nwords\n", "house.ini:2:", "no key = value"},
        {"[s]\n= 1\n", "house.ini:2:", "key cannot be used"},
        {"[s]\na:b = 1\n", "house.ini:2:", "key cannot be used"},
        {"[a:b]\n", "house.ini:1:", "section name"},
        {"[]\n", "house.ini:1:", "section name"},
        {"[s]\nk = 1 \\\nl = 2\n", "house.ini:2:", "backslash"},
        {"[s]\n; note \\\nl = 2\n", "house.ini:2:", "backslash"},
        {"[s]\nk = caf\xe9\n", "house.ini:2:", "UTF-8"},
        {"[s]\nk = a\x1b[31m\n", "house.ini:2:", "control character"},
        {"[s]\nk = a\rb\n", "house.ini:2:", "control character"},
        {too_long, "house.ini:2:", "too long"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(ini_parse("house.ini", rows[i].text, &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_assert_true(g_str_has_prefix(error->message, rows[i].where));
        g_assert_nonnull(strstr(error->message, rows[i].word));
    }
}

static char *file_with(const char *text, gssize length)
{
    char *path = NULL;
    int fd = g_file_open_tmp("belronde-ini-XXXXXX", &path, NULL);
    g_assert_cmpint(fd, >=, 0);
    close(fd);
    g_assert_true(g_file_set_contents(path, text, length, NULL));
    return path;
}

static void refused_file(const char *path, BelrondeError code, const char *word)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(ini_load(path, &error));
    g_assert_error(error, BELRONDE_ERROR, (int)code);
    g_assert_nonnull(strstr(error->message, path));
    g_assert_nonnull(strstr(error->message, word));
}

static void test_file(void)
{
    g_autofree char *path = file_with("[s]\nk = 1", -1);
    g_autoptr(GError) error = NULL;
    g_autoptr(Ini) ini = ini_load(path, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(ini_path(ini), ==, path);
    g_assert_cmpstr(ini_get(ini, "s", "k"), ==, "1");
    g_unlink(path);
    refused_file(path, BELRONDE_ERROR_MISSING, "No such file");
}

static void test_no_plain_file(void)
{
    g_autofree char *folder = g_dir_make_tmp("belronde-ini-XXXXXX", NULL);
    refused_file(folder, BELRONDE_ERROR_INPUT, "regular file");
    g_autofree char *pipe = g_build_filename(folder, "pipe", NULL);
    g_assert_cmpint(mkfifo(pipe, 0600), ==, 0);
    refused_file(pipe, BELRONDE_ERROR_INPUT, "regular file");
    g_unlink(pipe);
    g_rmdir(folder);
}

static void test_file_limits(void)
{
    g_autofree char *zero = file_with("[s]\nk = 1\0[t]\n", 14);
    refused_file(zero, BELRONDE_ERROR_INPUT, "zero byte");
    g_unlink(zero);
    g_autofree char *large = g_malloc(256 * 1024 + 2);
    memset(large, '\n', 256 * 1024 + 1);
    g_autofree char *path = file_with(large, 256 * 1024);
    g_autoptr(Ini) fits = ini_load(path, NULL);
    g_assert_nonnull(fits);
    g_assert_true(g_file_set_contents(path, large, 256 * 1024 + 1, NULL));
    refused_file(path, BELRONDE_ERROR_INPUT, "too large");
    g_unlink(path);
}

static void test_integers(void)
{
    static const struct {
        const char *text;
        bool good;
        gint64 value;
    } rows[] = {
        {"0", true, 0},
        {"12", true, 12},
        {"-5", true, -5},
        {"010", true, 10},
        {"1000", true, 1000},
        {"1001", false, 0},
        {"-11", false, 0},
        {"", false, 0},
        {"-", false, 0},
        {"12abc", false, 0},
        {"1 2", false, 0},
        {" 12", false, 0},
        {"0x1f", false, 0},
        {"+3", false, 0},
        {"1.5", false, 0},
        {"--5", false, 0},
        {"99999999999999999999", false, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        gint64 value = 77;
        g_assert_cmpint(ini_integer(rows[i].text, -10, 1000, &value), ==, rows[i].good);
        g_assert_cmpint(value, ==, rows[i].good ? rows[i].value : 77);
    }
}

static void test_booleans(void)
{
    static const char *const yes[] = {"yes", "TRUE", "On", "1"}, *const no[] = {"no", "False", "OFF", "0"};
    bool value = false;
    for (size_t i = 0; i < G_N_ELEMENTS(yes); i++) {
        g_assert_true(ini_boolean(yes[i], &value) && value);
        g_assert_true(ini_boolean(no[i], &value) && !value);
    }
    value = true;
    g_assert_false(ini_boolean("maybe", &value));
    g_assert_false(ini_boolean("", &value));
    g_assert_true(value);
}

/* A second, naive reading of the line: the text between the quotes, or all of it. */
static char *value_by_eye(const char *text, int number)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    char *value = g_strstrip(strchr(lines[number - 1], '=') + 1);
    if (value[0] == '"' || value[0] == '\'')
        return g_strndup(value + 1, strcspn(value + 1, (char[]){value[0], '\0'}));
    return g_strdup(value);
}

static void test_garbage(void)
{
    static const char alphabet[] = "[]=\"';#\\ \t\r\nab:.\xc3\xa9\x01";
    g_autoptr(GRand) rand = g_rand_new_with_seed(2026);
    int read = 0;
    for (int round = 0; round < 20000; round++) {
        char text[24] = "[s]\na=";
        int length = g_rand_int_range(rand, 6, (int)sizeof text);
        for (int i = round % 2 == 0 ? 6 : 0; i < length; i++) /* every other one begins well */
            text[i] = alphabet[g_rand_int_range(rand, 0, (int)sizeof alphabet - 1)];
        text[MIN(length, (int)sizeof text - 1)] = '\0';
        g_autoptr(GError) error = NULL;
        g_autoptr(Ini) ini = ini_parse("garbage", text, &error);
        g_assert_true((ini == NULL) == (error != NULL));
        for (const char *const *name = ini == NULL ? NULL : ini_sections(ini); name != NULL && *name != NULL; name++) {
            size_t count = 0;
            const IniEntry *entries = ini_entries(ini, *name, &count);
            for (size_t i = 0; i < count; i++) {
                g_autofree char *expected = value_by_eye(text, entries[i].line);
                g_assert_cmpstr(entries[i].value, ==, expected);
                g_assert_cmpstr(ini_get(ini, *name, entries[i].key), ==, expected);
                read++;
            }
        }
    }
    g_assert_cmpint(read, >, 1000);
}

static void a_file_laid_over_another_takes_the_place_of_whole_sections(void)
{
    g_autoptr(GError) error = NULL;
    Ini *below = ini_parse("shipped.ini", "[a]\nx = 1\ny = 2\n[b]\nz = 3\n", &error);
    g_assert_no_error(error);
    g_autoptr(Ini) above = ini_parse("house.ini", "[c]\nw = 4\n[a]\nx = 9\n", &error);
    g_assert_no_error(error);
    ini_lay(above, below);
    ini_free(below); /* the one above holds it */
    g_autofree char *names = g_strjoinv(" ", (char **)ini_sections(above));
    g_assert_cmpstr(names, ==, "c a b");
    g_assert_cmpstr(ini_get(above, "a", "x"), ==, "9");
    g_assert_null(ini_get(above, "a", "y"));
    g_assert_cmpstr(ini_get(above, "b", "z"), ==, "3");
    g_assert_cmpint(ini_line(above, "b", "z"), ==, 5);
    g_assert_cmpstr(ini_path(ini_owner(above, "a")), ==, "house.ini");
    g_assert_cmpstr(ini_path(ini_owner(above, "b")), ==, "shipped.ini");
    g_assert_cmpstr(ini_path(ini_owner(above, "nowhere")), ==, "house.ini");
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ini/sections and keys keep the order and the lines of the file", test_order_and_lines);
    g_test_add_func("/ini/quotes protect semicolons, hashes, blanks and elisions", test_values);
    g_test_add_func("/ini/a script line of 900 bytes is read whole", test_long_value);
    g_test_add_func("/ini/what would be cut or lost is refused with its line", test_refusals);
    g_test_add_func("/ini/a file is read and a missing one is named", test_file);
    g_test_add_func("/ini/a folder or a pipe is refused without waiting", test_no_plain_file);
    g_test_add_func("/ini/zero bytes and oversized files are refused", test_file_limits);
    g_test_add_func("/ini/numbers are decimal, whole and within their limits", test_integers);
    g_test_add_func("/ini/yes and no have eight spellings", test_booleans);
    g_test_add_func("/ini/garbage is refused or read back as listed", test_garbage);
    g_test_add_func("/ini/a_file_laid_over_another_takes_the_place_of_whole_sections",
                    a_file_laid_over_another_takes_the_place_of_whole_sections);
    return g_test_run();
}
