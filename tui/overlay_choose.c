/* A menu or list of values in a box.  A letter picks at once; where the list narrows, typing narrows it. */
#include "base/i18n.h"
#include "base/text.h"
#include "line.h"
#include "list.h"
#include "overlay.h"
#include <string.h>

typedef struct {
    gint64 id; /* position + 1; first, for list_id_of_pointers */
    char *value, *key, *label, *detail;
} Row;

typedef struct {
    View view;
    char *title;
    GPtrArray *rows, *shown; /* Row *: all; those that match, borrowed */
    List list;
    Line line;
    bool narrow;
    int width;
} Choose;

static void row_free(gpointer data)
{
    Row *row = data;
    g_free(row->value);
    g_free(row->key);
    g_free(row->label);
    g_free(row->detail);
    g_free(row);
}

/* While it narrows, printable keys are text and the find keys hold; else it is a small menu. */
static Context context(const View *view)
{
    return ((const Choose *)view)->narrow ? CONTEXT_FIND : CONTEXT_CONFIRM;
}

static void show_matching(Choose *choose)
{
    g_autofree char *wanted = text_fold(choose->line.text->str);
    g_ptr_array_set_size(choose->shown, 0);
    for (guint i = 0; i < choose->rows->len; i++) {
        Row *row = g_ptr_array_index(choose->rows, i);
        g_autofree char *folded = text_fold(row->label);
        if (strstr(folded, wanted) != NULL)
            g_ptr_array_add(choose->shown, row);
    }
    list_rows(&choose->list, choose->shown, choose->shown->len, list_id_of_pointers);
}

static int box_rows(const Choose *choose)
{
    return (int)choose->rows->len + 2 + (choose->narrow ? 2 : 0);
}

static void layout(View *view, int rows, int columns)
{
    Choose *choose = (Choose *)view;
    int height = MIN(box_rows(choose), MAX(0, rows - 5));
    list_height(&choose->list, (size_t)MAX(1, height - 2 - (choose->narrow ? 2 : 0)));
    choose->width = MIN(choose->width, MAX(20, columns - 4));
}

static Next text(View *view, const char *typed, bool pasted)
{
    Choose *choose = (Choose *)view;
    if (choose->narrow) {
        line_insert(&choose->line, typed);
        show_matching(choose);
        return next_redraw();
    }
    Stroke stroke = stroke_of_character(g_utf8_get_char(typed)), digit = stroke_azerty_digit(stroke);
    for (guint i = 0; !pasted && i < choose->rows->len; i++) {
        const Row *row = g_ptr_array_index(choose->rows, i);
        Stroke key = *row->key == '\0' ? STROKE_NONE : stroke_of_character(g_utf8_get_char(row->key));
        if (key != STROKE_NONE && (key == stroke || key == digit))
            return next_pop_value(row->value);
    }
    return next_aside();
}

static Next act_move(View *view, const Action *action)
{
    list_act(&((Choose *)view)->list, action->id);
    return next_redraw();
}

static Next act_edit(View *view, const Action *action)
{
    Choose *choose = (Choose *)view;
    line_act(&choose->line, action->id);
    show_matching(choose);
    return next_redraw();
}

static Next act_pick(View *view, const Action *action)
{
    const Choose *choose = (const Choose *)view;
    (void)action;
    if (choose->shown->len == 0)
        return next_say(next_nothing(), g_strdup(_("Nothing matches: delete a letter, or Esc.")));
    return next_pop_value(((const Row *)g_ptr_array_index(choose->shown, choose->list.row))->value);
}

static void draw_row(const Choose *choose, const Canvas *inner, int at, const Row *row)
{
    bool selected = row->id == choose->list.selected;
    paint_text(inner, at, 0, ROLE_NORMAL, selected ? ">" : " ");
    int column = 2;
    if (*row->key != '\0')
        column += 1 + MAX(2, paint_text(inner, at, column, ROLE_NORMAL, row->key));
    int used = paint_text(inner, at, column, ROLE_NORMAL, row->label);
    int room = inner->columns - column - used - 2;
    if (*row->detail != '\0' && room > 3) {
        g_autofree char *cut = text_cut(row->detail, room);
        paint_right(inner, at, column + used + 2, room, ROLE_DIM, cut);
    }
    if (!selected)
        return;
    paint_role(inner, at, 0, inner->columns, ROLE_SELECTED);
    if (!choose->narrow)
        canvas_cursor(inner, at, 0);
}

static void draw(const View *view, Canvas *canvas)
{
    const Choose *choose = (const Choose *)view;
    int head = choose->narrow ? 2 : 0, rows = (int)choose->list.height + head + 2;
    Canvas box = canvas_part(canvas, MAX(1, (canvas->rows - rows) / 2), (canvas->columns - choose->width) / 2, rows,
                             choose->width);
    bool more = choose->list.top + choose->list.height < choose->shown->len;
    paint_box(&box, choose->title, more ? _("PgDn more") : _("Esc close"));
    Canvas inner = canvas_part(&box, 1, 2, rows - 2, choose->width - 4);
    if (choose->narrow) {
        int column = 0;
        Line line = choose->line; /* scrolling changes only the copy */
        g_autofree char *typed = line_window(&line, inner.columns - 2, &column);
        paint_text(&inner, 0, 0, ROLE_NORMAL, "> ");
        paint_fit(&inner, 0, 2, inner.columns - 2, ROLE_FIELD, typed);
        canvas_cursor(&inner, 0, 2 + column);
    }
    for (size_t i = 0; i < choose->list.height && choose->list.top + i < choose->shown->len; i++)
        draw_row(choose, &inner, head + (int)i, g_ptr_array_index(choose->shown, choose->list.top + i));
}

static void footer(const View *view, Footer *footer)
{
    const Choose *choose = (const Choose *)view;
    footer_add(footer, choose->narrow ? ACTION_OPEN : ACTION_PICK, _("take"));
    footer_words(footer, _("↑↓ choose"));
    footer_words(footer, choose->narrow ? _("type to narrow") : _("or its letter"));
    footer_words(footer, _("Esc close"));
}

static void free_choose(View *view)
{
    Choose *choose = (Choose *)view;
    g_free(choose->title);
    g_ptr_array_unref(choose->shown);
    g_ptr_array_unref(choose->rows);
    line_clear(&choose->line);
    g_free(choose);
}

static const ViewAct acts[] = {{ACTION_MOVE_UP, act_move},   {ACTION_MOVE_DOWN, act_move},
                               {ACTION_MOVE_PGUP, act_move}, {ACTION_MOVE_PGDN, act_move},
                               {ACTION_MOVE_HOME, act_move}, {ACTION_MOVE_END, act_move},
                               {ACTION_PICK, act_pick},      {ACTION_OPEN, act_pick},
                               VIEW_EDITS(act_edit),         {0, NULL}};

static const ViewKind kind = {.name = "choose",
                              .chrome = OVERLAY,
                              .help = N_("Choose with the arrow keys and Enter, or press the letter in front."),
                              .acts = acts,
                              .context_now = context,
                              .layout = layout,
                              .draw = draw,
                              .footer = footer,
                              .text = text,
                              .free = free_choose};

static void add_row(Choose *choose, const Pick *pick, const char *selected)
{
    Row *row = g_new0(Row, 1);
    row->id = (gint64)choose->rows->len + 1;
    row->value = g_strdup(pick->value);
    row->key = g_strdup(pick->key == NULL ? "" : pick->key);
    row->label = g_strdup(pick->label);
    row->detail = g_strdup(pick->detail == NULL ? "" : pick->detail);
    g_ptr_array_add(choose->rows, row);
    if (g_strcmp0(pick->value, selected) == 0)
        choose->list.selected = row->id;
    int width = text_width(row->label) + (*row->key == '\0' ? 0 : 3) + 6;
    if (*row->detail != '\0')
        width += text_width(row->detail) + 2;
    choose->width = MAX(choose->width, width);
}

View *choose_new(const char *title, const Pick *picks, size_t count, const char *selected, bool narrow)
{
    Choose *choose = g_new0(Choose, 1);
    choose->view.kind = &kind;
    choose->title = g_strdup(title);
    choose->rows = g_ptr_array_new_with_free_func(row_free);
    choose->shown = g_ptr_array_new();
    choose->narrow = narrow;
    choose->width = MAX(30, text_width(title) + 8);
    line_start(&choose->line, "", false);
    for (size_t i = 0; i < count; i++)
        add_row(choose, &picks[i], selected);
    show_matching(choose);
    return &choose->view;
}

View *choose_values_new(const char *title, const char *const *values, const char *selected)
{
    size_t count = g_strv_length((char **)values);
    g_autofree Pick *picks = g_new0(Pick, count);
    for (size_t i = 0; i < count; i++)
        picks[i] = (Pick){.value = values[i], .label = values[i]};
    return choose_new(title, picks, count, selected, true);
}
