#include "text.h"
#include <locale.h>
#include <string.h>
#include <wchar.h>

enum { MARKS_MOST = 2 };

/* ---- cleaning ---- */

/* Letters by category that nevertheless show nothing: Hangul fillers, variation selectors, joiners. */
static const struct {
    gunichar first, last;
} invisible[] = {
    {0x034F, 0x034F}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
    {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFFA0, 0xFFA0}, {0xE0000, 0xE0FFF},
};

static bool is_invisible(gunichar c)
{
    for (size_t i = 0; i < G_N_ELEMENTS(invisible); i++)
        if (c >= invisible[i].first && c <= invisible[i].last)
            return true;
    return false;
}

/* The category Format holds bidi controls, zero-width characters, the soft hyphen and the tags. */
static bool is_hostile(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE: return true;
    default: return is_invisible(c);
    }
}

static bool is_line_break(gunichar c)
{
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

/* Takes one character off *text; a byte that is no UTF-8 counts as one hostile character. */
static gunichar take(const char **text)
{
    gunichar c = g_utf8_get_char_validated(*text, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        *text += 1;
        return 0xFFFF;
    }
    *text = g_utf8_next_char(*text);
    return c;
}

static void trim_end(GString *text)
{
    while (text->len > 0) {
        const char *last = g_utf8_find_prev_char(text->str, text->str + text->len);
        if (last == NULL || !g_unichar_isspace(g_utf8_get_char(last)))
            return;
        g_string_truncate(text, (gsize)(last - text->str));
    }
}

/* What most of the world's lists hold: nothing to clean but blanks at the ends.  Its length, or -1. */
static gssize plain_length(const char *text)
{
    const char *at = text;
    while (*at >= ' ' && *at <= '~')
        at++;
    return *at == '\0' ? at - text : -1;
}

static char *clean(const char *foreign, char line_break)
{
    gssize plain = foreign != NULL ? plain_length(foreign) : -1;
    if (plain >= 0) {
        for (; *foreign == ' '; plain--)
            foreign++;
        while (plain > 0 && foreign[plain - 1] == ' ')
            plain--;
        return g_strndup(foreign, (gsize)plain);
    }
    GString *out = g_string_new(NULL);
    int room = 0; /* combining marks the last letter may still carry; a blank carries none */
    while (foreign != NULL && *foreign != '\0') {
        gunichar c = take(&foreign);
        if (c == '\r' && *foreign == '\n')
            continue;
        if (c == '\t')
            c = ' ';
        else if (is_line_break(c))
            c = (gunichar)line_break;
        else if (is_hostile(c))
            c = '?';
        bool space = g_unichar_isspace(c);
        if ((space && out->len == 0) || (g_unichar_ismark(c) && room == 0))
            continue;
        room = space ? 0 : g_unichar_ismark(c) ? room - 1 : MARKS_MOST;
        g_string_append_unichar(out, c);
    }
    trim_end(out);
    return g_string_free(out, FALSE);
}

char *text_clean(const char *foreign)
{
    return clean(foreign, ' ');
}

char *text_clean_most(const char *foreign, int letters)
{
    char *clean = text_clean(foreign);
    if (g_utf8_strlen(clean, -1) <= letters)
        return clean;
    g_autofree char *whole = clean, *cut = g_utf8_substring(whole, 0, letters);
    return text_clean(cut);
}

char *text_clean_lines(const char *foreign)
{
    return clean(foreign, '\n');
}

/* ---- folding ---- */

/* The compatibility form cut into letters and marks; the marks go, ligatures and ß are left to GLib. */
static char *without_marks(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *apart = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL);
    GString *out = g_string_new(NULL);
    for (const char *at = apart; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == 0xD8 || c == 0xF8) /* Ø is an o with a stroke here; GLib would write oe */
            c = 'o';
        if (!g_unichar_ismark(c))
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

char *text_fold(const char *text)
{
    gssize plain = text != NULL ? plain_length(text) : -1;
    if (plain >= 0)
        return g_ascii_strdown(text, plain);
    g_autofree char *letters = without_marks(text != NULL ? text : "");
    g_autofree char *ascii = g_str_to_ascii(letters, "C");
    return g_ascii_strdown(ascii, -1);
}

char *text_fold_bare(const char *text)
{
    char *folded = text_fold(text);
    char *out = folded;
    for (const char *at = folded; *at != '\0'; at++)
        if (g_ascii_isalnum(*at))
            *out++ = *at;
    *out = '\0';
    return folded;
}

/* Legal forms of the Low Countries, France, Germany, Luxembourg and the British Isles, then titles. */
static const char *const name_noise[] = {
    "bv",  "bvba", "ebvba", "nv",   "sa",        "srl",       "sprl",     "sc",     "scrl", "scs",  "snc",
    "cv",  "cvba", "cvoa",  "vof",  "commv",     "gcv",       "commva",   "vzw",    "ivzw", "asbl", "aisbl",
    "sas", "sasu", "sarl",  "eurl", "sci",       "gmbh",      "ag",       "kg",     "ug",   "ltd",  "limited",
    "plc", "llp",  "llc",   "inc",  "stichting", "maatschap", "mr",       "mrs",    "ms",   "dr",   "ir",
    "ing", "dhr",  "mevr",  "mw",   "mme",       "mlle",      "monsieur", "madame",
};

static bool is_noise(const char *word, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(name_noise); i++)
        if (name_noise[i][0] == word[0] && strncmp(word, name_noise[i], length) == 0 && name_noise[i][length] == '\0')
            return true;
    return false;
}

static const char *next_word(const char *text, size_t *length)
{
    text += strspn(text, " ");
    *length = strcspn(text, " ");
    return text;
}

static char *word_add(const char *start, char *end, const char *word, size_t length)
{
    if (end > start)
        *end++ = ' ';
    memcpy(end, word, length);
    return end + length;
}

char *text_fold_name(const char *name)
{
    g_autofree char *folded = text_fold(name);
    /* "B.V." and "O'Neil" are one word, "Jansen-Peeters" and "Maes & Zn" are two. */
    char *out = folded;
    for (const char *at = folded; *at != '\0'; at++)
        if (*at != '.' && *at != '\'')
            *out++ = g_ascii_isalnum(*at) ? *at : ' ';
    *out = '\0';
    size_t length;
    char *kept = g_malloc(strlen(folded) + 1), *end = kept;
    bool any = false;
    for (const char *word = next_word(folded, &length); length > 0; word = next_word(word + length, &length)) {
        if (is_noise(word, length))
            continue;
        end = word_add(kept, end, word, length);
        any = true;
    }
    for (const char *word = next_word(folded, &length); !any && length > 0; word = next_word(word + length, &length))
        end = word_add(kept, end, word, length);
    *end = '\0';
    return kept;
}

/* ---- measuring and cutting ---- */

static int columns_of(gunichar c)
{
    int columns = wcwidth((wchar_t)c);
    return columns < 0 ? 1 : columns; /* shown as one '?' */
}

int text_width(const char *text)
{
    int width = 0;
    while (*text != '\0')
        width += columns_of(take(&text));
    return width;
}

/* How many bytes of `text` fit into `columns`; *width is set to the columns they take. */
static size_t bytes_fitting(const char *text, int columns, int *width)
{
    const char *at = text;
    *width = 0;
    while (*at != '\0') {
        const char *next = at;
        int more = columns_of(take(&next));
        if (*width + more > columns)
            break;
        *width += more;
        at = next;
    }
    return (size_t)(at - text);
}

char *text_cut(const char *text, int columns)
{
    int width;
    if (columns <= 0)
        return g_strdup("");
    if (text[bytes_fitting(text, columns, &width)] == '\0')
        return g_strdup(text);
    g_autofree char *head = g_strndup(text, bytes_fitting(text, columns - 1, &width));
    return g_strconcat(head, "…", NULL);
}

char *text_fit(const char *text, int columns)
{
    g_autofree char *cut = text_cut(text, ABS(columns));
    int blanks = ABS(columns) - text_width(cut);
    return g_strdup_printf("%*s%s%*s", columns < 0 ? blanks : 0, "", cut, columns < 0 ? 0 : blanks, "");
}

/* How many bytes of a paragraph make the next line; *next is where the line after it starts. */
static size_t line_break_at(const char *text, int columns, const char **next)
{
    int width;
    size_t fits = bytes_fitting(text, columns, &width);
    if (fits == 0 && *text != '\0') /* a wide letter on a line of one column must still go somewhere */
        fits = (size_t)(g_utf8_next_char(text) - text);
    *next = text + fits;
    if (**next == '\0')
        return fits;
    size_t cut = fits;
    while (cut > 0 && text[cut] != ' ')
        cut--;
    if (cut > 0)
        fits = cut;
    *next = text + fits + strspn(text + fits, " ");
    while (fits > 1 && text[fits - 1] == ' ')
        fits--;
    return fits;
}

char **text_wrap(const char *text, int columns)
{
    GPtrArray *lines = g_ptr_array_new();
    g_auto(GStrv) paragraphs = g_strsplit(text, "\n", -1);
    if (*paragraphs == NULL) /* no text is one empty line, too */
        g_ptr_array_add(lines, g_strdup(""));
    for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++) {
        const char *at = *paragraph;
        do {
            const char *next;
            size_t length = line_break_at(at, MAX(columns, 1), &next);
            g_ptr_array_add(lines, g_strndup(at, length));
            at = next;
        } while (*at != '\0');
    }
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}

/* ---- other ways out ---- */

/* What plain transliteration loses or spells badly.  One column stays one column wherever it can, so that
 * a laid-out screen keeps its shape. */
static const struct {
    const char *sign, *ascii;
} substitutes[] = {
    {"€", "EUR"}, {"£", "GBP"}, {"→", ">"},  {"←", "<"},      {"↑", "^"},      {"↓", "v"}, {"›", ">"},  {"‹", "<"},
    {"•", "*"},   {"·", "."},   {"…", "~"},  {"±", "+-"},     {"–", "-"},      {"—", "-"}, {"“", "\""}, {"”", "\""},
    {"‘", "'"},   {"’", "'"},   {"«", "\""}, {"»", "\""},     {"×", "x"},      {"✓", "x"}, {"─", "-"},  {"│", "|"},
    {"█", "#"},   {"▌", "="},   {"░", "."},  {"\u00a0", " "}, {"\u202f", " "},
};

/* Box drawing: what is not a line is a corner or a crossing. */
static const char *substitute(const char *at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(substitutes); i++)
        if (g_str_has_prefix(at, substitutes[i].sign))
            return substitutes[i].ascii;
    gunichar c = g_utf8_get_char(at);
    if (c >= 0x2500 && c <= 0x257F)
        return "+";
    return c >= 0x2580 && c <= 0x259F ? "#" : NULL;
}

char *text_ascii(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *composed = g_utf8_normalize(valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    GString *plain = g_string_new(NULL);
    for (const char *at = composed; *at != '\0'; at = g_utf8_next_char(at)) {
        const char *ascii = (guchar)*at < 0x80 ? NULL : substitute(at);
        if (ascii != NULL)
            g_string_append(plain, ascii);
        else
            g_string_append_len(plain, at, g_utf8_next_char(at) - at);
    }
    char *ascii = g_str_to_ascii(plain->str, "C");
    g_string_free(plain, TRUE);
    return ascii;
}

static bool is_number(const char *text)
{
    const char *digits = text + (*text == '+' || *text == '-');
    return g_ascii_isdigit(*digits) && strspn(digits, "0123456789.,") == strlen(digits);
}

char *text_csv_cell(const char *text)
{
    /* Some spreadsheets skip blanks before they look for a formula. */
    const char *first = text + strspn(text, " ");
    bool formula = *first != '\0' && strchr("=+-@\t\r\n", *first) != NULL && !is_number(text);
    bool quoted = formula || *text == ' ' || strpbrk(text, ",;\"\t\r\n") != NULL || g_str_has_suffix(text, " ");
    GString *cell = g_string_new(quoted ? "\"" : "");
    if (formula)
        g_string_append_c(cell, '\'');
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '"')
            g_string_append_c(cell, '"');
        g_string_append_c(cell, *at);
    }
    if (quoted)
        g_string_append_c(cell, '"');
    return g_string_free(cell, FALSE);
}

char *text_fill(const char *pattern, const char *(*value)(const char *name, void *data), void *data)
{
    GString *out = g_string_new(NULL);
    while (*pattern != '\0') {
        size_t length = *pattern == '{' ? strcspn(pattern + 1, "{}\n") : 0;
        if (length == 0 || pattern[1 + length] != '}') {
            g_string_append_c(out, *pattern++);
            continue;
        }
        g_autofree char *name = g_strndup(pattern + 1, length);
        const char *found = value(name, data);
        g_string_append_len(out, found != NULL ? found : pattern, found != NULL ? -1 : (gssize)length + 2);
        pattern += length + 2;
    }
    return g_string_free(out, FALSE);
}
