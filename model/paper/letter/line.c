/* One line of a letter into words, {placeholders} and [passages].  What comes out is a tree: values are put into it
 * later and never read again. */
#include "paper/letter_parts.h"

#include "base/error.h"
#include "base/i18n.h"
#include <string.h>

bool letter_fault(const char *path, int line, GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *sentence = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return fail(error, BELRONDE_ERROR_INPUT, "%s:%d: %s", path, line, sentence);
}

/* ---- the tree ---- */

static void choice_free(gpointer data)
{
    LetterChoice *choice = data;
    g_ptr_array_unref(choice->facts);
    g_array_unref(choice->pieces);
    g_free(choice);
}

static void passage_free(LetterPassage *passage)
{
    if (passage == NULL)
        return;
    g_ptr_array_unref(passage->choices);
    g_free(passage);
}

static void piece_clear(gpointer data)
{
    LetterPiece *piece = data;
    g_free(piece->words);
    passage_free(piece->passage);
}

static GArray *pieces_new(void)
{
    GArray *pieces = g_array_new(FALSE, TRUE, sizeof(LetterPiece));
    g_array_set_clear_func(pieces, piece_clear);
    return pieces;
}

/* ---- reading ---- */

enum { DEPTH_MOST = 8 };

typedef struct {
    const char *path, *at;
    int line, depth;
} Cursor;

static bool pieces_parse(Cursor *cursor, GArray *pieces, GError **error);

static void words_add(GArray *pieces, GString *words)
{
    if (words->len == 0)
        return;
    LetterPiece piece = {.words = g_strdup(words->str)};
    g_array_append_val(pieces, piece);
    g_string_truncate(words, 0);
}

static size_t name_length(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyz_0123456789");
}

static bool placeholder_parse(Cursor *cursor, GArray *pieces, GError **error)
{
    size_t length = name_length(cursor->at + 1);
    g_autofree char *name = g_strndup(cursor->at + 1, length);
    if (cursor->at[1 + length] != '}')
        return letter_fault(cursor->path, cursor->line, error,
                            _("after “{%s” a } is missing: a placeholder is {name}, in small letters."), name);
    LetterPiece piece = {.placeholder = letter_placeholder(name)};
    if (piece.placeholder == NULL)
        return letter_fault(cursor->path, cursor->line, error,
                            _("there is no placeholder {%s}: docs/letters.md lists them."), name);
    if (piece.placeholder->type == LETTER_VALUE_FACT)
        return letter_fault(cursor->path, cursor->line, error,
                            _("{%s} has no words of its own: use it as [%s? words]."), name, name);
    g_array_append_val(pieces, piece);
    cursor->at += length + 2;
    return true;
}

/* "several? be? " at the beginning of a choice, and the blanks around it. */
static bool facts_parse(Cursor *cursor, GPtrArray *facts, GError **error)
{
    for (;;) {
        for (; *cursor->at == ' ' || *cursor->at == '\n'; cursor->at++)
            cursor->line += *cursor->at == '\n';
        size_t length = name_length(cursor->at);
        if (length == 0 || cursor->at[length] != '?')
            return true;
        g_autofree char *name = g_strndup(cursor->at, length);
        const LetterPlaceholder *fact = letter_placeholder(name);
        if (fact == NULL)
            return letter_fault(cursor->path, cursor->line, error,
                                _("there is no fact “%s” to ask for: docs/letters.md lists them."), name);
        g_ptr_array_add(facts, (gpointer)fact);
        cursor->at += length + 1;
    }
}

static bool choice_parse(Cursor *cursor, LetterPassage *passage, GError **error)
{
    LetterChoice *choice = g_new(LetterChoice, 1);
    *choice = (LetterChoice){g_ptr_array_new(), pieces_new()};
    g_ptr_array_add(passage->choices, choice);
    return facts_parse(cursor, choice->facts, error) && pieces_parse(cursor, choice->pieces, error);
}

static bool passage_parse(Cursor *cursor, GArray *pieces, GError **error)
{
    LetterPiece piece = {.passage = g_new0(LetterPassage, 1)};
    int opened = cursor->line;
    piece.passage->choices = g_ptr_array_new_with_free_func(choice_free);
    g_array_append_val(pieces, piece);
    if (++cursor->depth > DEPTH_MOST)
        return letter_fault(cursor->path, opened, error,
                            _("passages stand in passages too deeply: write two sentences."));
    do {
        cursor->at++; /* the [ or the | */
        if (!choice_parse(cursor, piece.passage, error))
            return false;
    } while (*cursor->at == '|');
    cursor->depth--;
    if (*cursor->at != ']')
        return letter_fault(cursor->path, opened, error,
                            _("the passage that begins here with [ is not closed in its line or paragraph."));
    cursor->at++;
    return true;
}

/* Blanks at the ends of a choice do not count: they stand outside the brackets. */
static void words_end(const Cursor *cursor, GString *words)
{
    while (cursor->depth > 0 && words->len > 0 && words->str[words->len - 1] == ' ')
        g_string_truncate(words, words->len - 1);
}

/* Up to the end, or to the ] or | of the passage it stands in. */
static bool pieces_parse(Cursor *cursor, GArray *pieces, GError **error)
{
    g_autoptr(GString) words = g_string_new(NULL);
    while (*cursor->at != '\0') {
        char letter = *cursor->at;
        if (cursor->depth > 0 && (letter == ']' || letter == '|'))
            break;
        if (letter == ']' || letter == '}')
            return letter_fault(cursor->path, cursor->line, error, _("this %c closes nothing."), letter);
        if (letter == '{' || letter == '[') {
            words_add(pieces, words);
            if (!(letter == '{' ? placeholder_parse : passage_parse)(cursor, pieces, error))
                return false;
            continue;
        }
        bool blank = letter == ' ' || letter == '\n' || letter == '\t';
        cursor->line += letter == '\n';
        if (!blank || words->len == 0 || words->str[words->len - 1] != ' ')
            g_string_append_c(words, blank ? ' ' : letter);
        cursor->at++;
    }
    words_end(cursor, words);
    words_add(pieces, words);
    return true;
}

GArray *letter_line_parse(const char *path, int line, const char *text, GError **error)
{
    Cursor cursor = {.path = path, .at = text, .line = line};
    g_autoptr(GArray) pieces = pieces_new();
    return pieces_parse(&cursor, pieces, error) ? g_steal_pointer(&pieces) : NULL;
}
