/* One row per field: star, label, value, and at the right what was understood. */
#include "base/i18n.h"
#include "base/text.h"
#include "views/form_inside.h"
#include <string.h>

typedef struct {
    int label, value, echo; /* left edges */
} FieldPlaces;

static int label_width(const FormView *view)
{
    int width = 10;
    for (size_t i = 0; i < form_count(view->form); i++)
        width = MAX(width, text_width(form_field(view->form, i)->field->label));
    return MIN(width, 16);
}

static FieldPlaces field_places(const FormView *view, int columns)
{
    int value = 3 + label_width(view) + (columns >= 100 ? 3 : 1);
    int echo = columns < 70 ? value + 22 : columns < 100 ? value + 38 : value + 54;
    return (FieldPlaces){.label = 3, .value = value, .echo = MIN(echo, columns - 8)};
}

int form_visible_count(const FormView *view)
{
    int count = 0;
    for (size_t i = 0; i < form_count(view->form); i++)
        count += form_field(view->form, i)->visible;
    return count;
}

/* --- Choices and boxes ----------------------------------------------------------------------------------------- */

static char *choice_letters(const Field *field)
{
    GString *letters = g_string_new(NULL);
    for (size_t i = 0; i < field->choice_count; i++)
        g_string_append_printf(letters, "%s%s", i > 0 ? "/" : "", field->choices[i].letter);
    return g_string_free(letters, FALSE);
}

static int choices_width(const Field *field)
{
    int width = 0;
    for (size_t i = 0; i < field->choice_count; i++)
        width += 4 + text_width(field->choices[i].label) + 1;
    return width;
}

/* Where all choices do not fit only the one taken is shown; the letters say what else there is. */
static int paint_choices(const Canvas *canvas, int row, int left, const Field *field, const char *value, bool here,
                         bool narrow)
{
    int at = left;
    if (here)
        canvas_cursor(canvas, row, at + 1);
    for (size_t i = 0; i < field->choice_count; i++) {
        bool taken = strcmp(field->choices[i].slug, value) == 0;
        if (narrow && !taken)
            continue;
        if (here && taken)
            canvas_cursor(canvas, row, at + 1);
        Role role = here && taken ? ROLE_FIELD : ROLE_NORMAL;
        at += paint_format(canvas, row, at, role, "(%s) %s", taken ? "•" : " ", field->choices[i].label) + 1;
    }
    if (narrow && *value == '\0')
        at += paint_text(canvas, row, at, here ? ROLE_FIELD : ROLE_NORMAL, "( )") + 1;
    return at;
}

static void paint_choice(const FormView *view, const Canvas *canvas, int row, const FieldPlaces *at,
                         const FormField *field, bool here)
{
    const char *value = form_value(view->form, field->field->name);
    g_autofree char *letters = choice_letters(field->field);
    int room = canvas->columns - at->value - text_width(letters) - 2;
    int end = paint_choices(canvas, row, at->value, field->field, value, here, choices_width(field->field) > room);
    end = MAX(end + 1, at->echo);
    end += paint_text(canvas, row, end, ROLE_DIM, letters);
    if (field->echo != NULL && *field->echo != '\0')
        paint_format(canvas, row, end + 2, ROLE_NORMAL, "= %s", field->echo);
}

/* A hint with names in it comes filled in as the echo; bare it says nothing. */
static const char *hint_of(const FormField *field)
{
    return strchr(field->field->hint, '{') == NULL ? field->field->hint : "";
}

static void paint_check(const FormView *view, const Canvas *canvas, int row, const FieldPlaces *at,
                        const FormField *field, bool here)
{
    bool ticked = strcmp(form_value(view->form, field->field->name), "yes") == 0;
    int used = paint_text(canvas, row, at->value, here ? ROLE_FIELD : ROLE_NORMAL, ticked ? "[x]" : "[ ]");
    const char *words = field->echo != NULL && *field->echo != '\0' ? field->echo : hint_of(field);
    paint_text(canvas, row, at->value + used + 1, ROLE_NORMAL, words);
    if (here)
        canvas_cursor(canvas, row, at->value + 1);
}

/* --- Invoices -------------------------------------------------------------------------------------------------- */

GArray *form_item_parts(const FormView *view)
{
    const Card *card = view->dossier->card;
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; i < (int)card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, (guint)i);
        if (item->open > 0 && strcmp(item->currency, card_money(card)->currency) == 0)
            g_array_append_val(parts, i);
    }
    return parts;
}

/* "2025-1312" among others of the year: its last letters tell it apart. */
static const char *short_number(const char *number)
{
    size_t length = strlen(number);
    return length > 5 && g_ascii_isdigit(number[length - 4]) ? number + length - 4 : number;
}

static void paint_items(const FormView *view, const Canvas *canvas, int row, const FieldPlaces *at,
                        const FormField *field, bool here)
{
    g_autoptr(GArray) parts = form_item_parts(view);
    g_auto(GStrv) chosen = g_strsplit(form_value(view->form, field->field->name), ",", -1);
    Canvas room = canvas_part(canvas, row, at->value, 1, at->echo - at->value - 1);
    int left = 0, each = 9, fits = MAX(1, room.columns / each);
    guint first = 0;
    for (guint i = 0; i < parts->len; i++)
        first = g_array_index(parts, int, i) == view->part && (int)i >= fits ? i - (guint)fits + 1 : first;
    for (guint i = first; i < parts->len && left < room.columns; i++) {
        int part = g_array_index(parts, int, i);
        const CardItem *item = g_ptr_array_index(view->dossier->card->items, (guint)part);
        bool ticked = g_strv_contains((const char *const *)chosen, item->number), cursor = here && part == view->part;
        if (cursor)
            canvas_cursor(&room, 0, left + 1);
        left += paint_format(&room, 0, left, cursor ? ROLE_FIELD : ROLE_NORMAL, "[%c]%s", ticked ? 'x' : ' ',
                             short_number(item->number)) +
                1;
    }
    if (field->echo != NULL && *field->echo != '\0')
        paint_format(canvas, row, at->echo, ROLE_NORMAL, "= %s", field->echo);
}

/* --- Text ------------------------------------------------------------------------------------------------------ */

static void paint_typed(const FormView *view, const Canvas *canvas, int row, int left, int width)
{
    Line line = view->line; /* scrolling is the screen's, not the line's */
    int cursor = 0;
    g_autofree char *shown = line_window(&line, width, &cursor);
    g_strdelimit(shown, "\n", ' '); /* a note of several lines, from the editor */
    paint_fit(canvas, row, left, width, ROLE_FIELD, shown);
    canvas_cursor(canvas, row, left + cursor);
}

static void paint_value(const FormView *view, const Canvas *canvas, int row, const FieldPlaces *at,
                        const FormField *field, bool here)
{
    bool echoed = field->echo != NULL && *field->echo != '\0', hinted = *hint_of(field) != '\0';
    bool wide = !echoed && (!hinted || field->field->type == FIELD_NOTE);
    int width = (wide ? canvas->columns - 1 : at->echo - 1) - at->value;
    if (here) {
        paint_typed(view, canvas, row, at->value, width);
    } else {
        g_autofree char *line = g_strdelimit(g_strdup(field->typed), "\n", ' ');
        paint_fit(canvas, row, at->value, width, ROLE_NORMAL, line);
    }
    if (echoed)
        paint_format(canvas, row, at->echo, ROLE_NORMAL, "= %s", field->echo);
    else if (!wide)
        paint_text(canvas, row, at->echo, ROLE_DIM, hint_of(field));
}

/* --- All fields ------------------------------------------------------------------------------------------------ */

static void paint_field(const FormView *view, const Canvas *canvas, int row, size_t index)
{
    const FormField *field = form_field(view->form, index);
    FieldPlaces at = field_places(view, canvas->columns);
    bool here = index == view->at;
    Role role = here && view->refused ? ROLE_WARN : ROLE_NORMAL;
    paint_text(canvas, row, 1, role, field->problem != NULL ? "!" : field->field->star ? "*" : " ");
    paint_fit(canvas, row, at.label, at.value - at.label - 1, role, field->field->label);
    switch (field->field->type) {
    case FIELD_CHOICE: paint_choice(view, canvas, row, &at, field, here); break;
    case FIELD_CHECK: paint_check(view, canvas, row, &at, field, here); break;
    case FIELD_ITEMS: paint_items(view, canvas, row, &at, field, here); break;
    default: paint_value(view, canvas, row, &at, field, here); break;
    }
}

static int rows_before(const FormView *view, size_t at)
{
    int rows = 0;
    for (size_t i = 0; i < at; i++)
        rows += form_field(view->form, i)->visible;
    return rows;
}

void form_paint_fields(const FormView *view, const Canvas *canvas)
{
    int skip = MAX(0, rows_before(view, view->at) - canvas->rows + 1), row = -skip;
    for (size_t i = 0; i < form_count(view->form) && row < canvas->rows; i++) {
        if (!form_field(view->form, i)->visible)
            continue;
        if (row >= 0)
            paint_field(view, canvas, row, i);
        row++;
    }
}
