/* Text in columns, as ABN AMRO prints it: two of 32 places with a blank between, keywords at their start, a value
 * going on in the next column.  The same words without columns (Knab, and files retyped by other programs) are
 * found behind any blank. */
#include "ledger/import/mt940.h"

#include <string.h>

enum { COLUMN = 32 };

static const struct {
    const char *text;
    size_t place; /* in Mt940Remittance; 0: of no use here, or */
    bool words;   /* part of the text */
    bool tells;   /* by itself that the text is of this dialect */
} labels[] = {
    {"IBAN:", G_STRUCT_OFFSET(Mt940Remittance, account), false, true},
    {"REK:", G_STRUCT_OFFSET(Mt940Remittance, account), false, true},
    {"BIC:", 0, false, false},
    {"NAAM:", G_STRUCT_OFFSET(Mt940Remittance, name), false, true},
    {"OMSCHRIJVING:", 0, true, false},
    {"VOOR:", 0, true, false},
    {"BETALINGSKENM.:", G_STRUCT_OFFSET(Mt940Remittance, reference), false, false},
    {"KENMERK:", G_STRUCT_OFFSET(Mt940Remittance, end_to_end), false, false},
    {"MACHTIGING:", G_STRUCT_OFFSET(Mt940Remittance, mandate), false, false},
    {"INCASSANT:", 0, false, false},
    {"ID DEBITEUR:", 0, false, false},
    {"ID BEGUNSTIGDE:", 0, false, false},
};

/* The label that begins here, or -1. */
static int label_at(const char *at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++)
        if (at[0] == labels[i].text[0] && g_str_has_prefix(at, labels[i].text))
            return (int)i;
    return -1;
}

/* ---- columns into one text ---- */

/* Letters of the first `length` bytes. */
static size_t letters_in(const char *text, size_t length)
{
    size_t letters = 0;
    for (size_t i = 0; i < length; i++)
        letters += ((guchar)text[i] & 0xc0) != 0x80;
    return letters;
}

/* Where the letter of that number begins; the end where there are fewer. */
static const char *letter_at(const char *text, size_t number)
{
    for (; *text != '\0'; text++)
        if (((guchar)*text & 0xc0) != 0x80 && number-- == 0)
            break;
    return text;
}

/* A full column goes on in the next without a blank: words are cut wherever the column ends. */
static void column_add(GString *text, const char *column, bool *full)
{
    size_t length = strlen(column);
    while (length > 0 && column[length - 1] == ' ')
        length--;
    if (length == 0)
        return;
    bool cut = *full && label_at(column) < 0;
    if (text->len > 0 && !cut)
        g_string_append_c(text, ' ');
    g_string_append_len(text, column, (gssize)length);
    *full = length >= COLUMN && letters_in(column, length) >= COLUMN;
}

static void line_add(GString *text, const char *line, bool *full)
{
    const char *between = letter_at(line, COLUMN), *end = letter_at(between, COLUMN + 1);
    if (*between != ' ' || *end != '\0') {
        column_add(text, line, full);
        *full = *between == '\0' && *full;
        return;
    }
    g_autofree char *left = g_strndup(line, (gsize)(between - line));
    column_add(text, left, full);
    column_add(text, between + 1, full);
}

/* Some line has a label where the second column begins. */
static bool in_columns(char *const *lines)
{
    for (; *lines != NULL; lines++) {
        const char *between = letter_at(*lines, COLUMN);
        if (*between == ' ' && label_at(between + 1) >= 0)
            return true;
    }
    return false;
}

static void plain_line_add(GString *text, const char *line, bool *full)
{
    if (text->len > 0 && (!*full || label_at(line) >= 0))
        g_string_append_c(text, ' ');
    g_string_append(text, line);
    *full = strlen(line) >= MT940_LINE_FULL;
}

static char *columns_join(const char *lines)
{
    g_auto(GStrv) all = g_strsplit_set(lines, "\n\v", -1);
    GString *text = g_string_new(NULL);
    bool full = false, columns = in_columns(all);
    for (char **line = all; *line != NULL; line++)
        (columns ? line_add : plain_line_add)(text, *line, &full);
    return g_string_free(text, FALSE);
}

/* ---- labels ---- */

static const char *label_next(const char *text, const char *from, int *label)
{
    for (const char *at = from; *at != '\0'; at++)
        if (at == text || at[-1] == ' ' || (at[-1] == '/' && g_str_has_prefix(at, "NAAM:"))) {
            *label = label_at(at);
            if (*label >= 0)
                return at;
        }
    return NULL;
}

static void value_take(int label, const char *value, size_t length, Mt940Remittance *remittance)
{
    g_autofree char *text = g_strstrip(g_strndup(value, length));
    size_t end = strlen(text);
    if (end > 0 && text[end - 1] == '/') /* REK: …/NAAM: … */
        text[end - 1] = '\0';
    if (labels[label].words)
        mt940_text_add(remittance, text);
    else if (labels[label].place == G_STRUCT_OFFSET(Mt940Remittance, reference))
        mt940_set(&remittance->reference, mt940_reference(text));
    else if (labels[label].place != 0)
        mt940_set(&G_STRUCT_MEMBER(char *, remittance, labels[label].place), g_steal_pointer(&text));
}

static bool is_dialect(const char *text)
{
    int label = -1;
    for (const char *at = text; (at = label_next(text, at, &label)) != NULL; at++)
        if (labels[label].tells)
            return true;
    return false;
}

bool mt940_columns_read(const char *lines, Mt940Remittance *remittance)
{
    g_autofree char *text = columns_join(lines);
    if (!is_dialect(text))
        return false;
    int label = -1;
    const char *at = label_next(text, text, &label);
    g_autofree char *before = g_strndup(text, (gsize)(at - text));
    g_strstrip(before);
    if (g_str_has_prefix(before, "SEPA"))
        mt940_set(&remittance->type, g_steal_pointer(&before));
    else
        mt940_text_add(remittance, before);
    while (at != NULL) {
        int next = -1;
        const char *value = at + strlen(labels[label].text);
        at = label_next(text, value, &next);
        value_take(label, value, at == NULL ? strlen(value) : (size_t)(at - value), remittance);
        label = next;
    }
    return true;
}
