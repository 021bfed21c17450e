/* Every file of the corpus (what fuzzing found among them) through its parser again, whole and hurt: cut off at
 * every byte, with other line ends, in another charset, with zero bytes, with one endless line, with random damage. */
#include "target.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

enum { SMALL = 1500, LARGE = 10 * 1024 * 1024, DAMAGES = 40 };

typedef struct {
    char *name;
    uint8_t *bytes;
    size_t size;
} Seed;

static void seed_free(gpointer data)
{
    Seed *seed = data;
    g_free(seed->name);
    g_free(seed->bytes);
    g_free(seed);
}

static char *corpus_folder(const char *parser)
{
    return g_build_filename(g_getenv("BELRONDE_TESTS"), "fuzz", "corpus", parser, NULL);
}

static GPtrArray *seeds_of(const char *parser)
{
    GPtrArray *seeds = g_ptr_array_new_with_free_func(seed_free);
    g_autofree char *folder = corpus_folder(parser);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(dir);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        Seed *seed = g_new0(Seed, 1);
        gsize size = 0;
        g_assert_true(g_file_get_contents(path, (char **)&seed->bytes, &size, NULL));
        seed->name = g_strdup(name);
        seed->size = size;
        g_ptr_array_add(seeds, seed);
    }
    g_assert_cmpuint(seeds->len, >, 0);
    return seeds;
}

/* An own copy of exactly that length, so that the sanitizer sees one byte too far. */
static void run(const char *parser, const void *bytes, size_t size)
{
    g_autofree uint8_t *copy = g_memdup2(bytes, size);
    target_run(parser, copy, size);
}

static void seed_whole(const char *parser, const Seed *seed)
{
    run(parser, seed->bytes, seed->size);
}

static void seed_cut(const char *parser, const Seed *seed)
{
    size_t step = seed->size <= SMALL ? 1 : seed->size / SMALL + 1;
    for (size_t cut = 0; cut < seed->size; cut += step)
        run(parser, seed->bytes, cut);
}

static GByteArray *line_ends_changed(const Seed *seed, const char *end)
{
    GByteArray *changed = g_byte_array_new();
    for (size_t i = 0; i < seed->size; i++) {
        if (seed->bytes[i] == '\n')
            g_byte_array_append(changed, (const guint8 *)end, (guint)strlen(end));
        else if (seed->bytes[i] != '\r')
            g_byte_array_append(changed, seed->bytes + i, 1);
    }
    return changed;
}

static void seed_line_ends(const char *parser, const Seed *seed)
{
    static const char *const ends[] = {"\n", "\r\n", "\r", "", "\n\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autoptr(GByteArray) changed = line_ends_changed(seed, ends[i]);
        run(parser, changed->data, changed->len);
    }
}

static void seed_charset(const char *parser, const Seed *seed)
{
    static const char *const charsets[] = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "ISO-8859-1", "CP850", "UTF-7"};
    for (size_t i = 0; i < G_N_ELEMENTS(charsets); i++) {
        gsize size = 0;
        g_autofree char *other = g_convert_with_fallback((const char *)seed->bytes, (gssize)seed->size, charsets[i],
                                                         "UTF-8", "?", NULL, &size, NULL);
        if (other != NULL)
            run(parser, other, size);
    }
    g_autoptr(GByteArray) marked = g_byte_array_new();
    g_byte_array_append(marked, (const guint8 *)"\xef\xbb\xbf", 3);
    g_byte_array_append(marked, seed->bytes, (guint)seed->size);
    run(parser, marked->data, marked->len);
}

static void seed_damage(const char *parser, const Seed *seed)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20261122);
    for (int round = 0; round < DAMAGES && seed->size > 0; round++) {
        g_autofree uint8_t *hurt = g_memdup2(seed->bytes, seed->size);
        int changes = g_rand_int_range(rand, 1, 12);
        for (int i = 0; i < changes; i++)
            hurt[g_rand_int_range(rand, 0, (int)seed->size)] =
                round % 4 == 0 ? 0 : (uint8_t)g_rand_int_range(rand, 0, 256);
        run(parser, hurt, seed->size);
    }
}

/* The middle of the file blown up to ten million bytes of one sort, without a line end. */
static void seed_endless(const char *parser, const Seed *seed, uint8_t fill)
{
    size_t half = seed->size / 2;
    g_autofree uint8_t *large = g_malloc(seed->size + LARGE);
    memcpy(large, seed->bytes, half);
    memset(large + half, fill, LARGE);
    memcpy(large + half + LARGE, seed->bytes + half, seed->size - half);
    target_run(parser, large, seed->size + LARGE);
}

typedef void (*Hurt)(const char *parser, const Seed *seed);

static void each_seed(const char *parser, Hurt hurt)
{
    g_autoptr(GPtrArray) seeds = seeds_of(parser);
    for (guint i = 0; i < seeds->len; i++)
        hurt(parser, g_ptr_array_index(seeds, i));
}

static void test_whole(gconstpointer parser)
{
    each_seed(parser, seed_whole);
}
static void test_cut(gconstpointer parser)
{
    each_seed(parser, seed_cut);
}
static void test_line_ends(gconstpointer parser)
{
    each_seed(parser, seed_line_ends);
}
static void test_charset(gconstpointer parser)
{
    each_seed(parser, seed_charset);
}
static void test_damage(gconstpointer parser)
{
    each_seed(parser, seed_damage);
}

/* One seed is enough: what is large is the filling. */
static void test_endless(gconstpointer parser)
{
    static const uint8_t fills[] = {'7', ' ', 0, 'x', ':', '<', '"'};
    g_autoptr(GPtrArray) seeds = seeds_of(parser);
    for (size_t i = 0; i < G_N_ELEMENTS(fills); i++)
        seed_endless(parser, g_ptr_array_index(seeds, 0), fills[i]);
}

static void add(const char *parser, const char *what, GTestDataFunc test)
{
    g_autofree char *path = g_strdup_printf("/hostile/%s: %s", parser, what);
    g_test_add_data_func(path, parser, test);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    const char *parser = argc > 1 ? argv[1] : "csv";
    add(parser, "the whole corpus is read or refused with a sentence", test_whole);
    add(parser, "a file cut off at any byte", test_cut);
    add(parser, "other line ends", test_line_ends);
    add(parser, "another charset", test_charset);
    add(parser, "random damage and zero bytes", test_damage);
    add(parser, "one line of ten million bytes", test_endless);
    return g_test_run();
}
