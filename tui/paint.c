#include "paint.h"
#include "base/money.h"
#include "base/text.h"
#include <string.h>

Canvas canvas_part(const Canvas *canvas, int row, int column, int rows, int columns)
{
    Canvas part = *canvas;
    row = CLAMP(row, 0, canvas->rows);
    column = CLAMP(column, 0, canvas->columns);
    part.top += row;
    part.left += column;
    part.rows = CLAMP(rows, 0, canvas->rows - row);
    part.columns = CLAMP(columns, 0, canvas->columns - column);
    return part;
}

void canvas_cursor(const Canvas *canvas, int row, int column)
{
    if (canvas->rows < 1 || canvas->columns < 1)
        return;
    canvas->cursor[0] = canvas->top + CLAMP(row, 0, canvas->rows - 1);
    canvas->cursor[1] = canvas->left + CLAMP(column, 0, canvas->columns - 1);
}

/* The one place where characters reach a window. */
static int put(const Canvas *canvas, int row, int column, Role role, const char *text)
{
    if (row < 0 || row >= canvas->rows || column < 0 || column >= canvas->columns)
        return 0;
    wattrset(canvas->window, (int)canvas->theme->attributes[role]);
    mvwaddstr(canvas->window, canvas->top + row, canvas->left + column, text);
    wattrset(canvas->window, A_NORMAL);
    return text_width(text);
}

/* Foreign text was cleaned when it came in; here it is made sure, for a window obeys \n and \b and passes bidi
 * controls on.  The blanks around it are layout and stay. */
static char *harmless(const char *text)
{
    size_t length = strlen(text), lead = strspn(text, " "), trail = 0;
    while (trail < length - lead && text[length - 1 - trail] == ' ')
        trail++;
    g_autofree char *clean = text_clean(text);
    return g_strdup_printf("%*s%s%*s", (int)lead, "", clean, (int)trail, "");
}

static char *showable(const Canvas *canvas, const char *text)
{
    g_autofree char *safe = harmless(text);
    return canvas->theme->ascii ? text_ascii(safe) : g_steal_pointer(&safe);
}

int paint_text(const Canvas *canvas, int row, int column, Role role, const char *text)
{
    g_autofree char *shown = showable(canvas, text);
    g_autofree char *cut = text_cut(shown, MAX(0, canvas->columns - column));
    g_autofree char *safe = showable(canvas, cut); /* the … of the cut */
    return put(canvas, row, column, role, safe);
}

int paint_format(const Canvas *canvas, int row, int column, Role role, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return paint_text(canvas, row, column, role, text);
}

int paint_fit(const Canvas *canvas, int row, int column, int width, Role role, const char *text)
{
    g_autofree char *shown = showable(canvas, text);
    g_autofree char *fitted = text_fit(shown, CLAMP(width, 0, MAX(0, canvas->columns - column)));
    g_autofree char *safe = showable(canvas, fitted);
    return put(canvas, row, column, role, safe);
}

int paint_right(const Canvas *canvas, int row, int column, int width, Role role, const char *text)
{
    g_autofree char *shown = showable(canvas, text);
    int start = column + width - text_width(shown);
    return paint_text(canvas, row, MAX(0, start), role, shown);
}

/* What a sign of one column becomes where only ASCII can be shown: # = - . for blocks by their height. */
static const char *plain_sign(const Canvas *canvas, const char *sign)
{
    static const struct {
        const char *sign, *plain;
    } signs[] = {{"█", "#"}, {"▇", "#"}, {"▓", "#"}, {"▆", "="}, {"▅", "="}, {"▒", "="},
                 {"▄", "-"}, {"▃", "-"}, {"▂", "."}, {"▁", "."}, {"░", "."}, {"─", "-"},
                 {"│", "|"}, {"·", "."}, {"┌", "+"}, {"┐", "+"}, {"└", "+"}, {"┘", "+"}};
    for (size_t i = 0; canvas->theme->ascii && i < G_N_ELEMENTS(signs); i++)
        if (strcmp(signs[i].sign, sign) == 0)
            return signs[i].plain;
    if (!canvas->theme->ascii && !canvas->theme->eighths && (strcmp(sign, "▇") == 0 || strcmp(sign, "▆") == 0))
        return "█";
    return sign;
}

int paint_repeat(const Canvas *canvas, int row, int column, int count, Role role, const char *sign)
{
    const char *plain = plain_sign(canvas, sign);
    GString *text = g_string_new(NULL);
    for (int i = 0; i < count && column + i < canvas->columns; i++)
        g_string_append(text, plain);
    int painted = put(canvas, row, column, role, text->str);
    g_string_free(text, TRUE);
    return painted;
}

int paint_wrap(const Canvas *canvas, int row, int column, Role role, const char *text)
{
    g_auto(GStrv) lines = text_wrap(text, MAX(1, canvas->columns - column));
    int used = 0;
    for (char **line = lines; *line != NULL; line++, used++)
        paint_text(canvas, row + used, column, role, *line);
    return used;
}

void paint_role(const Canvas *canvas, int row, int column, int width, Role role)
{
    width = MIN(width, canvas->columns - column);
    if (row < 0 || row >= canvas->rows || column < 0 || width <= 0)
        return;
    guint64 look = canvas->theme->attributes[role];
    mvwchgat(canvas->window, canvas->top + row, canvas->left + column, width, (attr_t)(look & ~(guint64)A_COLOR),
             (short)PAIR_NUMBER((int)look), NULL);
}

void paint_rule(const Canvas *canvas, int row, const char *label)
{
    bool labelled = label != NULL && *label != '\0';
    if (!canvas->theme->flat)
        paint_repeat(canvas, row, 0, canvas->columns, ROLE_NORMAL, "─");
    if (!labelled)
        return;
    g_autofree char *words = g_strdup_printf(canvas->theme->flat ? "%s" : " %s ", label);
    g_autofree char *cut = text_cut(words, MAX(0, canvas->columns - 4));
    paint_text(canvas, row, canvas->theme->flat ? 0 : 2, ROLE_NORMAL, cut);
}

void paint_dots(const Canvas *canvas, int row)
{
    if (!canvas->theme->flat)
        paint_repeat(canvas, row, 0, canvas->columns, ROLE_DIM, "·");
}

void paint_vertical(const Canvas *canvas, int row, int column, int rows)
{
    for (int i = 0; !canvas->theme->flat && i < rows; i++)
        paint_repeat(canvas, row + i, column, 1, ROLE_NORMAL, "│");
}

static void edge(const Canvas *canvas, int row, const char *left, const char *right, const char *words, bool at_right)
{
    int last = canvas->columns - 1;
    if (!canvas->theme->flat) {
        paint_repeat(canvas, row, 0, canvas->columns, ROLE_NORMAL, "─");
        paint_repeat(canvas, row, 0, 1, ROLE_NORMAL, left);
        paint_repeat(canvas, row, last, 1, ROLE_NORMAL, right);
    }
    if (words == NULL || *words == '\0')
        return;
    g_autofree char *spaced = g_strdup_printf(" %s ", words);
    g_autofree char *cut = text_cut(spaced, MAX(0, canvas->columns - 4));
    paint_text(canvas, row, at_right ? last - 6 - text_width(cut) : 1, ROLE_NORMAL, cut);
}

void paint_box(const Canvas *canvas, const char *label, const char *foot)
{
    for (int row = 0; row < canvas->rows; row++)
        paint_repeat(canvas, row, 0, canvas->columns, ROLE_NORMAL, " ");
    paint_vertical(canvas, 1, 0, canvas->rows - 2);
    paint_vertical(canvas, 1, canvas->columns - 1, canvas->rows - 2);
    edge(canvas, 0, "┌", "┐", label, false);
    edge(canvas, canvas->rows - 1, "└", "┘", foot, true);
}

int paint_bar(const Canvas *canvas, int row, int column, int width, gint64 value, gint64 whole, Role role)
{
    if (whole <= 0 || value <= 0 || width <= 0)
        return 0;
    gint64 columns = money_share(width, MIN(value, whole), whole);
    return paint_repeat(canvas, row, column, (int)MAX(columns, 1), role, "█"); /* what is there is seen */
}

int paint_spark(const Canvas *canvas, int row, int column, const gint64 *values, size_t count, Role role)
{
    static const char *const heights[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇"};
    gint64 top = 1;
    if (!canvas->theme->eighths)
        return 0;
    for (size_t i = 0; i < count; i++)
        top = MAX(top, values[i]);
    int painted = 0;
    for (size_t i = 0; i < count; i++) {
        size_t height = values[i] <= 0 ? 0 : (size_t)money_share(6, values[i], top);
        painted += paint_repeat(canvas, row, column + (int)i, 1, role, heights[height]);
    }
    return painted;
}
