#include "line.h"
#include "base/text.h"
#include <string.h>

enum { LINE_LIMIT = 4000 };

static bool is_mark(const char *at)
{
    return *at != '\0' && g_unichar_iszerowidth(g_utf8_get_char(at));
}

/* A step is a letter with the marks that stand on it. */
static size_t step_right(const Line *line, size_t from)
{
    const char *at = line->text->str + from;
    if (*at == '\0')
        return from;
    do {
        at = g_utf8_next_char(at);
    } while (is_mark(at));
    return (size_t)(at - line->text->str);
}

static size_t step_left(const Line *line, size_t from)
{
    const char *at = line->text->str + from;
    while (at > line->text->str) {
        at = g_utf8_prev_char(at);
        if (!is_mark(at))
            break;
    }
    return (size_t)(at - line->text->str);
}

static size_t word_left(const Line *line, size_t from)
{
    const char *start = line->text->str;
    while (from > 0 && start[from - 1] == ' ')
        from--;
    while (from > 0 && start[from - 1] != ' ')
        from--;
    return from;
}

static void line_cut(Line *line, size_t from, size_t to)
{
    g_string_erase(line->text, (gssize)from, (gssize)(to - from));
    line->cursor = from;
}

void line_start(Line *line, const char *text, bool suggestion)
{
    if (line->text == NULL)
        line->text = g_string_new(NULL);
    g_string_assign(line->text, text == NULL ? "" : text);
    line->cursor = line->text->len;
    line->scroll = 0;
    line->suggestion = suggestion && line->text->len > 0;
}

void line_clear(Line *line)
{
    if (line->text != NULL)
        g_string_free(line->text, TRUE);
    *line = (Line){0};
}

/* text_clean trims at both ends; a typed blank must stay, so the text is held between two letters. */
static char *clean_inside(const char *text)
{
    g_autofree char *held = g_strconcat("x", text, "x", NULL);
    g_autofree char *clean = text_clean(held);
    return g_strndup(clean + 1, strlen(clean) - 2);
}

bool line_insert(Line *line, const char *text)
{
    g_autofree char *clean = clean_inside(text);
    size_t length = strlen(clean), limit = line->limit > 0 ? line->limit : LINE_LIMIT;
    if (length == 0)
        return false;
    if (line->suggestion)
        line_start(line, "", false);
    if (line->text->len + length > limit) {
        size_t room = limit - MIN(limit, line->text->len);
        while (room > 0 && ((unsigned char)clean[room] & 0xC0) == 0x80)
            room--;
        length = room;
    }
    g_string_insert_len(line->text, (gssize)line->cursor, clean, (gssize)length);
    line->cursor += length;
    return length > 0;
}

bool line_act(Line *line, ActionId action)
{
    size_t end = line->text->len, cursor = line->cursor;
    switch (action) {
    case ACTION_EDIT_LEFT: line->cursor = step_left(line, cursor); break;
    case ACTION_EDIT_RIGHT: line->cursor = step_right(line, cursor); break;
    case ACTION_EDIT_HOME: line->cursor = 0; break;
    case ACTION_EDIT_END: line->cursor = end; break;
    case ACTION_EDIT_BACKSPACE: line_cut(line, step_left(line, cursor), cursor); break;
    case ACTION_EDIT_DELETE: line_cut(line, cursor, step_right(line, cursor)); break;
    case ACTION_EDIT_CLEAR: line_cut(line, 0, end); break;
    case ACTION_EDIT_KILL_END: line_cut(line, cursor, end); break;
    case ACTION_EDIT_KILL_WORD: line_cut(line, word_left(line, cursor), cursor); break;
    default: return false;
    }
    line->suggestion = false; /* whoever edits has taken the suggestion over */
    return true;
}

static int width_between(const Line *line, size_t from, size_t to)
{
    g_autofree char *part = g_strndup(line->text->str + from, to - from);
    return text_width(part);
}

char *line_window(Line *line, int width, int *cursor_column)
{
    int at = width_between(line, 0, line->cursor);
    if (width < 1)
        width = 1;
    if (at < line->scroll)
        line->scroll = MAX(0, at - width / 2);
    if (at >= line->scroll + width)
        line->scroll = at - width + 1;
    size_t from = 0;
    while (from < line->text->len && width_between(line, 0, from) < line->scroll)
        from = step_right(line, from);
    line->scroll = width_between(line, 0, from); /* never half of a wide character */
    *cursor_column = MIN(at - line->scroll, width - 1);
    size_t to = from;
    while (to < line->text->len && width_between(line, from, step_right(line, to)) <= width)
        to = step_right(line, to);
    return g_strndup(line->text->str + from, to - from);
}
