#include "palette.h"
#include "app_inside.h"
#include "base/i18n.h"
#include "base/text.h"
#include "line.h"
#include "list.h"
#include <string.h>

typedef struct {
    gint64 id; /* first, for list_id_of_pointers */
    const Action *action;
    char *label, *folded, *keys;
    bool works;
    int score;
} Entry;

typedef struct {
    View view;
    GPtrArray *entries, *shown; /* Entry *: all; matching, best first, borrowed */
    List list;
    Line line;
} Palette;

static void entry_free(gpointer data)
{
    Entry *entry = data;
    g_free(entry->label);
    g_free(entry->folded);
    g_free(entry->keys);
    g_free(entry);
}

/* Letters in order; together and at the start of a word count more. */
int palette_score(const char *typed, const char *name)
{
    if (*typed == '\0')
        return 1;
    const char *together = strstr(name, typed);
    if (together == name)
        return 4;
    if (together != NULL)
        return together[-1] == ' ' ? 3 : 2;
    const char *at = typed;
    for (const char *letter = name; *letter != '\0' && *at != '\0'; letter++)
        at += *letter == *at;
    return *at == '\0';
}

static gint better(gconstpointer a, gconstpointer b)
{
    const Entry *one = *(Entry *const *)a, *other = *(Entry *const *)b;
    if (one->score != other->score)
        return other->score - one->score;
    if (one->works != other->works)
        return (int)other->works - (int)one->works;
    return one->id < other->id ? -1 : 1;
}

static void narrow(Palette *palette)
{
    g_autofree char *typed = text_fold(palette->line.text->str);
    g_ptr_array_set_size(palette->shown, 0);
    for (guint i = 0; i < palette->entries->len; i++) {
        Entry *entry = g_ptr_array_index(palette->entries, i);
        entry->score = MAX(palette_score(typed, entry->folded), palette_score(typed, entry->action->name) > 1);
        if (entry->score > 0)
            g_ptr_array_add(palette->shown, entry);
    }
    g_ptr_array_sort(palette->shown, better);
    palette->list.selected = 0; /* the best one after every letter */
    palette->list.row = 0;
    list_rows(&palette->list, palette->shown, palette->shown->len, list_id_of_pointers);
}

static void layout(View *view, int rows, int columns)
{
    (void)columns;
    list_height(&((Palette *)view)->list, (size_t)CLAMP(rows - 16, 5, 12));
}

static void draw_entry(const Palette *palette, const Canvas *inner, int row, const Entry *entry)
{
    bool selected = entry->id == palette->list.selected;
    Role role = entry->works ? ROLE_NORMAL : ROLE_DIM;
    int keys = text_width(entry->keys);
    paint_format(inner, row, 0, role, "%s ", selected ? ">" : " ");
    paint_fit(inner, row, 2, inner->columns - keys - 4, role, entry->label);
    paint_right(inner, row, inner->columns - keys - 2, keys, role, entry->keys);
    if (selected)
        paint_role(inner, row, 0, inner->columns, ROLE_SELECTED);
}

static void draw(const View *view, Canvas *canvas)
{
    const Palette *palette = (const Palette *)view;
    int rows = (int)palette->list.height + 6, width = MIN(57, canvas->columns - 2), column = 0;
    Canvas box = canvas_part(canvas, 4, MAX(0, MIN(12, (canvas->columns - width) / 2)), rows, width);
    paint_box(&box, _("Command"), _("Esc close"));
    Canvas inner = canvas_part(&box, 1, 2, rows - 2, width - 3);
    Line line = palette->line;
    g_autofree char *typed = line_window(&line, inner.columns - 4, &column);
    paint_text(&inner, 0, 0, ROLE_NORMAL, ">");
    paint_fit(&inner, 0, 2, inner.columns - 4, ROLE_FIELD, typed);
    for (size_t i = 0; i < palette->list.height && palette->list.top + i < palette->shown->len; i++)
        draw_entry(palette, &inner, 2 + (int)i, g_ptr_array_index(palette->shown, palette->list.top + i));
    guint count = palette->shown->len, all = palette->entries->len;
    paint_format(&inner, rows - 3, 0, ROLE_NORMAL, _("%u of %u commands"), count, all);
    canvas_cursor(&inner, 0, 2 + column);
}

static Next text(View *view, const char *typed, bool pasted)
{
    Palette *palette = (Palette *)view;
    (void)pasted;
    line_insert(&palette->line, typed);
    narrow(palette);
    return next_redraw();
}

static Next act_edit(View *view, const Action *action)
{
    Palette *palette = (Palette *)view;
    line_act(&palette->line, action->id);
    narrow(palette);
    return next_redraw();
}

static Next act_move(View *view, const Action *action)
{
    list_act(&((Palette *)view)->list, action->id);
    return next_redraw();
}

static Next act_run(View *view, const Action *action)
{
    const Palette *palette = (const Palette *)view;
    (void)action;
    if (palette->shown->len == 0)
        return next_say(next_nothing(), g_strdup(_("Nothing matches: delete a letter, or Esc.")));
    const Entry *entry = g_ptr_array_index(palette->shown, palette->list.row);
    app_later(view->app, entry->action);
    return next_pop();
}

static void footer(const View *view, Footer *footer)
{
    (void)view;
    footer_add(footer, ACTION_OPEN, _("run"));
    footer_words(footer, _("↑↓ choose"));
    footer_words(footer, _("type to narrow"));
    footer_add(footer, ACTION_FIELD_CANCEL, _("close"));
}

static void free_palette(View *view)
{
    Palette *palette = (Palette *)view;
    g_ptr_array_unref(palette->shown);
    g_ptr_array_unref(palette->entries);
    line_clear(&palette->line);
    g_free(palette);
}

static const ViewAct acts[] = {{ACTION_OPEN, act_run},
                               {ACTION_MOVE_UP, act_move},
                               {ACTION_MOVE_DOWN, act_move},
                               {ACTION_MOVE_PGUP, act_move},
                               {ACTION_MOVE_PGDN, act_move},
                               VIEW_EDITS(act_edit),
                               {0, NULL}};

static const ViewKind kind = {.name = "palette",
                              .chrome = OVERLAY,
                              .help =
                                  N_("Type a part of a command's name; Enter runs it.  Its key stands at the right."),
                              .acts = acts,
                              .context = CONTEXT_FIND,
                              .layout = layout,
                              .draw = draw,
                              .footer = footer,
                              .text = text,
                              .free = free_palette};

/* The key on the screen below, else the one it has anywhere. */
static char *key_of(const Keymap *keymap, const Action *action, Context here)
{
    Stroke stroke = keymap_key(keymap, action, here, false);
    for (const char *context = CONTEXTS; *context != '\0' && stroke == STROKE_NONE; context++)
        stroke = keymap_key(keymap, action, (Context)*context, false);
    return stroke == STROKE_NONE ? g_strdup("") : stroke_name(stroke);
}

View *palette_new(App *app, const View *below)
{
    Palette *palette = g_new0(Palette, 1);
    Context here = view_context(below);
    size_t count = 0;
    const Action *const *actions = keymap_actions(app_keymap(app), &count);
    palette->view.kind = &kind;
    palette->entries = g_ptr_array_new_with_free_func(entry_free);
    palette->shown = g_ptr_array_new();
    line_start(&palette->line, "", false);
    for (size_t i = 0; i < count; i++) {
        Entry *entry = g_new0(Entry, 1);
        entry->id = (gint64)i + 1;
        entry->action = actions[i];
        entry->works = app_can(app, below, actions[i]);
        entry->label = g_strdup(action_label(actions[i], entry->works ? here : CONTEXT_GLOBAL));
        entry->folded = text_fold(entry->label);
        entry->keys = key_of(app_keymap(app), actions[i], here);
        g_ptr_array_add(palette->entries, entry);
    }
    narrow(palette);
    return &palette->view;
}
