/* The list narrows at every key.  What is drawn where never depends on what was found: the prompt stands at the
 * bottom, the preview of the chosen customer above it, the list gets the rest. */
#include "views/find_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/card.h"
#include "desk/search.h"
#include "line.h"
#include "list.h"
#include "views/find_preview.h"
#include "views/table.h"
#include "views/to_customer.h"

enum { HITS = 200, HEAD_ROWS = 2, PROMPT_ROWS = 2 };

typedef struct {
    View view;
    Desk *desk;
    Line line;
    bool closed; /* customers with nothing open too */
    Search *search;
    Card *card; /* of the chosen one; NULL none */
    List list;
    Table table;
    int preview;    /* rows, its rule included */
    char *question; /* it is asked who: Enter answers; NULL: Enter opens him */
} FindView;

static const TableColumn columns[] = {
    {N_("Customer"), 20, .fills = true},
    {N_("No."), .width = 7},
    {N_("Place"), 13, .from = 76},
    {N_("Open"), 12, .right = true},
    {N_("Days"), 5, .right = true, .from = 100},
    {N_("Matched on"), 12, .fills = true},
};

static const SearchHit *chosen(const FindView *find)
{
    bool there = find->search != NULL && find->list.row < find->search->hits->len;
    return there ? g_ptr_array_index(find->search->hits, find->list.row) : NULL;
}

/* --- Reading ---------------------------------------------------------------------------------------------- */

static void look(FindView *find)
{
    const SearchHit *hit = chosen(find);
    g_autoptr(GError) ignored = NULL;
    g_clear_pointer(&find->card, card_free);
    if (hit != NULL && find->preview > 0)
        find->card = card_load(find->desk, hit->customer_id, &ignored); /* a preview less is no obstacle */
}

static bool reload(View *view, GError **error)
{
    FindView *find = (FindView *)view;
    Search *fresh = search_run(find->desk, find->line.text->str, find->closed, HITS, error);
    if (fresh == NULL)
        return false;
    search_free(find->search);
    find->search = fresh;
    list_rows(&find->list, fresh->hits, fresh->hits->len, list_id_of_pointers);
    look(find);
    return true;
}

/* Other words, another list: the first one is the best. */
static Next search_again(FindView *find)
{
    find->list.selected = 0;
    find->list.row = 0;
    return next_reload();
}

/* --- What can be done ------------------------------------------------------------------------------------- */

static Next text(View *view, const char *typed, bool pasted)
{
    FindView *find = (FindView *)view;
    (void)pasted;
    return line_insert(&find->line, typed) ? search_again(find) : next_nothing();
}

static Next act_edit(View *view, const Action *action)
{
    FindView *find = (FindView *)view;
    g_autofree char *before = g_strdup(find->line.text->str);
    line_act(&find->line, action->id);
    return g_str_equal(before, find->line.text->str) ? next_redraw() : search_again(find);
}

static Next act_move(View *view, const Action *action)
{
    FindView *find = (FindView *)view;
    list_act(&find->list, action->id);
    look(find);
    return next_redraw();
}

static Next act_closed(View *view, const Action *action)
{
    FindView *find = (FindView *)view;
    (void)action;
    find->closed = !find->closed;
    return next_reload();
}

static Next act_open(View *view, const Action *action)
{
    FindView *find = (FindView *)view;
    const SearchHit *hit = chosen(find);
    if (hit == NULL)
        return next_say(next_nothing(), g_strdup(_("Nobody is chosen: type a part of the name, number or amount.")));
    g_autofree char *id = g_strdup_printf("%" G_GINT64_FORMAT, hit->customer_id);
    if (find->question != NULL)
        return next_pop_value(id);
    find->line.suggestion = true; /* back here for the next caller: what is typed then replaces these words */
    return to_customer(view, hit->customer_id, action);
}

static char *field_help(const View *view)
{
    (void)view;
    return g_strdup(_("Any part of a name, place, customer or invoice number, telephone number, e-mail, IBAN, payment "
                      "reference or amount, several words in any order: “peet 18” finds whoever has both.  Accents and "
                      "capitals do not matter.  F4 looks among customers with nothing open as well."));
}

/* --- Drawing ---------------------------------------------------------------------------------------------- */

static void layout(View *view, int rows, int total)
{
    FindView *find = (FindView *)view;
    int before = find->preview;
    find->preview = rows >= 30 ? PREVIEW_TALL : rows >= 18 ? PREVIEW_PLAIN : PREVIEW_SMALL;
    table_layout(&find->table, columns, G_N_ELEMENTS(columns), 2, total);
    list_height(&find->list, (size_t)MAX(1, rows - HEAD_ROWS - find->preview - PROMPT_ROWS));
    if (find->search != NULL && before != find->preview)
        look(find);
}

static void draw_hit(const FindView *find, const Canvas *canvas, int row, const SearchHit *hit)
{
    g_autofree char *open = money_text(hit->open);
    g_autofree char *days = hit->days_late > 0 ? g_strdup_printf("%d", hit->days_late) : g_strdup("");
    g_autofree char *name = text_clean(hit->name), *city = text_clean(hit->city);
    bool held = *hit->holds != '\0'; /* says more than where the words were found */
    const char *cells[] = {name, hit->number, city, open, days, held ? hit->holds : hit->matched};
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        Role role = hit->open > 0 ? ROLE_NORMAL : ROLE_DIM;
        table_cell(&find->table, canvas, row, i, held && i + 1 == G_N_ELEMENTS(cells) ? ROLE_WARN : role, cells[i]);
    }
}

static void draw_words(const FindView *find, const Canvas *canvas, int row)
{
    Canvas part = canvas_part(canvas, row, 2, (int)find->list.height + HEAD_ROWS - row, MIN(78, canvas->columns - 2));
    bool typed = find->line.text->len > 0;
    int used = 0;
    if (typed && find->list.count == 0)
        used = 1 + paint_wrap(&part, 0, 0, ROLE_NORMAL,
                              find->closed ? _("Nobody is found by these words.")
                                           : _("Nobody with something open is found by these words; F4 looks among "
                                               "customers with nothing open as well."));
    if (part.rows - used < 3)
        return;
    paint_wrap(
        &part, used, 0, ROLE_DIM,
        _("Words may come in any order and match anywhere: name, place, customer and invoice number, phone "
          "(digits), e-mail, IBAN, payment reference, amount. Accents and capitals do not matter: “creche” finds "
          "“Crèche”."));
}

static void draw_list(const FindView *find, const Canvas *canvas)
{
    table_head(&find->table, canvas, 0);
    paint_rule(canvas, 1, NULL);
    size_t shown = MIN(find->list.height, find->list.count - MIN(find->list.top, find->list.count));
    for (size_t i = 0; i < shown; i++)
        draw_hit(find, canvas, HEAD_ROWS + (int)i, g_ptr_array_index(find->search->hits, find->list.top + i));
    draw_words(find, canvas, HEAD_ROWS + (int)shown + (shown > 0));
}

/* The cursor is where one types; the chosen row is told by its sign and by reverse. */
static void draw_prompt(const FindView *find, const Canvas *canvas)
{
    int row = canvas->rows - 1, column = 0;
    int start = paint_format(canvas, row, 0, ROLE_NORMAL, "%s> ", _("Find"));
    Line line = find->line;
    g_autofree char *typed = line_window(&line, MAX(10, canvas->columns - start - 1), &column);
    paint_fit(canvas, row, start, canvas->columns - start, ROLE_FIELD, typed);
    if (find->list.count > 0)
        table_selected(canvas, HEAD_ROWS + (int)list_screen_row(&find->list));
    canvas_cursor(canvas, row, start + column);
}

static void draw(const View *view, Canvas *canvas)
{
    const FindView *find = (const FindView *)view;
    if (find->search == NULL)
        return;
    draw_list(find, canvas);
    Canvas preview = canvas_part(canvas, HEAD_ROWS + (int)find->list.height, 0, find->preview, canvas->columns);
    if (find->card != NULL)
        find_preview_draw(find->card, &preview);
    draw_prompt(find, canvas);
}

static void title(const View *view, TitleRow *row)
{
    const FindView *find = (const FindView *)view;
    g_string_assign(row->name, find->question != NULL ? find->question : _("F Find"));
    if (find->search != NULL) {
        g_autofree char *found = count_text(find->search->found), *total = count_text(find->search->total);
        if (find->line.text->len == 0)
            title_part(row, g_strdup_printf(NP_("%s customer", "%s customers", find->search->total), total));
        else
            title_part(row, g_strdup_printf(find->closed ? _("%s of %s, closed too") : _("%s of %s"), found, total));
    }
    title_clock(row);
}

static void footer(const View *view, Footer *foot)
{
    const FindView *find = (const FindView *)view;
    footer_add(foot, ACTION_OPEN, find->question != NULL ? _("take") : NULL);
    footer_words(foot, _("↑↓ choose"));
    footer_add(foot, ACTION_FILTER, find->closed ? _("open ones only") : _("closed too"));
    footer_add(foot, ACTION_EDIT_CLEAR, NULL);
    footer_words(foot, _("Esc back"));
}

static void free_find(View *view)
{
    FindView *find = (FindView *)view;
    search_free(find->search);
    card_free(find->card);
    line_clear(&find->line);
    g_free(find->question);
    g_free(find);
}

static const ViewAct acts[] = {
    {ACTION_OPEN, act_open},      {ACTION_FILTER, act_closed},
    {ACTION_MOVE_UP, act_move},   {ACTION_MOVE_DOWN, act_move},
    {ACTION_MOVE_PGUP, act_move}, {ACTION_MOVE_PGDN, act_move},
    VIEW_EDITS(act_edit),         {0, NULL},
};

static const ViewKind kind = {
    .name = "find",
    .screen = ACTION_FIND,
    .chrome = NO_MESSAGE,
    .help = N_("Type a part of anything you know of the customer; the list narrows at every key and says why each one "
               "is in it.  The arrow keys choose, Enter opens, Esc goes back to where you were."),
    .acts = acts,
    .context = CONTEXT_FIND,
    .title = title,
    .layout = layout,
    .draw = draw,
    .footer = footer,
    .text = text,
    .reload = reload,
    .field_help = field_help,
    .free = free_find,
};

/* A question is no screen of its own: F may lead to the find screen above it. */
static const ViewKind pick_kind = {
    .name = "find",
    .chrome = NO_MESSAGE,
    .help =
        N_("Type a part of anything you know of the customer; the list narrows at every key.  Enter takes the chosen "
           "one, Esc goes back without an answer."),
    .acts = acts,
    .context = CONTEXT_FIND,
    .title = title,
    .layout = layout,
    .draw = draw,
    .footer = footer,
    .text = text,
    .reload = reload,
    .field_help = field_help,
    .free = free_find,
};

View *find_view_pick(App *app, const char *question, const char *words)
{
    FindView *find = (FindView *)find_view_open(app, NULL);
    find->view.kind = &pick_kind;
    find->question = g_strdup(question);
    line_start(&find->line, words, true);
    return &find->view;
}

View *find_view_open(App *app, GError **error)
{
    (void)error;
    FindView *find = g_new0(FindView, 1);
    find->view.kind = &kind;
    find->view.app = app;
    find->desk = app_desk(app);
    find->line.limit = 200;
    line_start(&find->line, "", false);
    return &find->view;
}
