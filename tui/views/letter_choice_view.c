#include "views/letter_choice_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "paper/letter_order.h"
#include "views/list_view.h"
#include <string.h>

enum { HEAD_ROWS = 2, ABOUT_ROWS = 4 };

typedef struct {
    ListView base; /* its rows: LetterOffer */
    char *customer;
} ChoiceView;

static const TableColumn COLUMNS_OF_LIST[] = {
    {N_("Letter"), 34, .fills = true},
    {N_("Tone"), .width = 11},
    {NC_("letter", "Now"), .width = 11},
    {N_("What for"), 50, .fills = true, .from = 110},
};

static const struct {
    const char *word;
} tones[] = {{""}, {N_("warm")}, {N_("friendly")}, {NC_("tone", "clear")}, {N_("firm")}, {N_("formal")}};

static gint64 offer_id(gconstpointer rows, size_t row)
{
    (void)rows;
    return (gint64)row + 1;
}

static void cells(const ListView *view, size_t index, bool first, char **cells)
{
    const LetterOffer *offer = g_ptr_array_index(view->rows, index);
    int tone = CLAMP(offer->template->tone, 0, (int)G_N_ELEMENTS(tones) - 1);
    (void)first;
    cells[0] = text_clean(offer->template->label);
    cells[1] = g_strdup(tone > 0 ? i18n_word(tones[tone].word) : "");
    cells[2] = g_strdup(offer->obstacle != NULL ? _("not now") : offer->proposed ? _("proposed") : _("can be sent"));
    cells[3] = text_clean(offer->template->about);
}

static Role role(const ListView *view, gconstpointer row)
{
    (void)view;
    return ((const LetterOffer *)row)->obstacle != NULL ? ROLE_DIM : ROLE_NORMAL;
}

static char *words(gconstpointer row)
{
    const LetterOffer *offer = row;
    return g_strjoin(" ", offer->slug, offer->template->label, offer->template->about, NULL);
}

static void layout(View *base, int rows, int columns)
{
    list_view_layout(base, rows - ABOUT_ROWS, columns);
}

/* What the selected one is for, or why not, in full. */
static void draw(const View *base, Canvas *canvas)
{
    const LetterOffer *offer = list_view_row((const ListView *)base);
    Canvas list = canvas_part(canvas, 0, 0, canvas->rows - ABOUT_ROWS, canvas->columns);
    Canvas below = canvas_part(canvas, canvas->rows - ABOUT_ROWS, 0, ABOUT_ROWS, canvas->columns);
    paint_rule(&below, 0, NULL);
    if (offer != NULL) {
        Canvas inner = canvas_part(&below, 1, 1, ABOUT_ROWS - 1, canvas->columns - 2);
        bool barred = offer->obstacle != NULL;
        paint_wrap(&inner, 0, 0, barred ? ROLE_WARN : ROLE_NORMAL, barred ? offer->obstacle : offer->template->about);
    }
    list_view_draw(base, &list);
}

static Next act_open(View *base, const Action *action)
{
    const LetterOffer *offer = list_view_row((const ListView *)base);
    (void)action;
    if (offer == NULL)
        return next_nothing();
    return offer->obstacle != NULL ? next_say(next_redraw(), g_strdup(offer->obstacle)) : next_pop_value(offer->slug);
}

static void title(const View *base, TitleRow *row)
{
    const ChoiceView *view = (const ChoiceView *)base;
    guint ready = 0;
    for (guint i = 0; i < view->base.rows->len; i++)
        ready += ((const LetterOffer *)g_ptr_array_index(view->base.rows, i))->obstacle == NULL;
    g_autofree char *name = text_clean(view->customer);
    g_string_printf(row->name, _("Letters for %s"), name);
    title_part(row, g_strdup_printf(NP_("%u can be sent now", "%u can be sent now", ready), ready));
}

static char *hint(const View *base)
{
    return list_view_filter_hint((const ListView *)base);
}

static void footer(const View *base, Footer *foot)
{
    const LetterOffer *offer = list_view_row((const ListView *)base);
    footer_add(foot, ACTION_OPEN, offer != NULL && offer->obstacle != NULL ? _("why not") : _("show this letter"));
    footer_words(foot, _("↑↓ choose"));
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_words(foot, _("Esc back"));
}

static void free_view(View *base)
{
    ChoiceView *view = (ChoiceView *)base;
    list_view_clear(&view->base);
    g_free(view->customer);
    g_free(view);
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES,
    {ACTION_OPEN, act_open},
    {ACTION_BACK, list_view_act_back},
    {0, NULL},
};

static const ViewKind kind = {
    .name = "letters",
    .help = N_("Every letter there is for this customer.  Enter shows one as it would leave; of those that cannot be "
               "written now the reason stands below.  The first step is the friendliest; nothing is sent from here."),
    .acts = acts,
    .context = CONTEXT_SETTINGS,
    .title = title,
    .layout = layout,
    .draw = draw,
    .hint = hint,
    .footer = footer,
    .has = list_view_has,
    .print = list_view_print,
    .free = free_view,
};

static const ListKind list_kind = {
    .columns = COLUMNS_OF_LIST,
    .count = G_N_ELEMENTS(COLUMNS_OF_LIST),
    .signs = 2,
    .head_rows = HEAD_ROWS,
    .title = N_("Letters"),
    .paper_columns = 120,
    .empty = N_("There is no letter at all: is the program installed completely?"),
    .nothing = N_("There is no letter here."),
    .id = offer_id,
    .cells = cells,
    .role = role,
    .words = words,
};

View *letter_choice_new(App *app, GPtrArray *offers, const char *customer, const char *selected)
{
    ChoiceView *view = g_new0(ChoiceView, 1);
    View *base = list_view_start(&view->base, &kind, &list_kind, app);
    view->customer = g_strdup(customer);
    (void)list_view_take(&view->base, offers);
    for (guint i = 0; i < offers->len; i++) {
        const LetterOffer *offer = g_ptr_array_index(offers, i);
        if (selected != NULL ? strcmp(offer->slug, selected) == 0 : offer->proposed)
            list_select(&view->base.list, (gint64)i + 1);
    }
    return base;
}
