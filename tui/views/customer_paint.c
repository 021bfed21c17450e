/* The call screen: one column, or two from 120 columns on. */
#include "base/i18n.h"
#include "base/text.h"
#include "desk/claim_words.h"
#include "views/card_paint.h"
#include "views/customer_inside.h"
#include "views/customer_top.h"
#include "views/share.h"

enum { WIDE = 120, AGEING_ROWS = 6, PANEL_FIRST = 5, CHARGES_FIRST = 11 };

/* Of the charges, as wide as the panel is; words are cut where there are too few rows for all of them. */
static GPtrArray *charge_lines(const CustomerView *view, int columns, int rows)
{
    const Claim *claim = view->dossier->claim;
    const Rates *rates = view->dossier->desk->rates;
    GPtrArray *lines = claim_lines(claim, rates, columns, true);
    if ((int)lines->len <= rows)
        return lines;
    g_ptr_array_unref(lines);
    return claim_lines(claim, rates, columns, false);
}

static int charge_rows(const CustomerView *view, int columns)
{
    g_autoptr(GPtrArray) lines = charge_lines(view, columns - 2, G_MAXINT);
    return (int)lines->len;
}

/* --- Rows ------------------------------------------------------------------------------------------------------ */

static int panel_wanted(const CustomerView *view, int columns)
{
    const Card *card = view->dossier->card;
    switch (view->pane) {
    case PANE_HISTORY: return 1 + MAX(1, (int)card->timeline->len);
    case PANE_PEOPLE: return 1 + card_contact_rows(card) + 2 + AGEING_ROWS;
    case PANE_CHARGES: return 1 + charge_rows(view, columns);
    case PANE_SAYS: return 1 + objections_rows(view, columns);
    case PANE_SCRIPT:
    case PANE_COUNT: break;
    }
    return 1 + MAX(1, script_rows((const char *const *)view->dossier->opening, columns));
}

/* Who looks at the charges wants all of them: the invoices they are about make room. */
static int panel_first(const CustomerView *view, int rows)
{
    return view->pane == PANE_CHARGES ? CHARGES_FIRST : PANEL_FIRST - (rows < 20);
}

/* The note and the letters never go; script and invoices share what is left. */
static CustomerRows rows_narrow(const CustomerView *view, int rows, int columns)
{
    enum { NOTE, OUTCOMES, PANEL, TOP, PANEL_MORE, LAST, PARTS };
    int least = customer_top_least(view->dossier), panel = panel_wanted(view, columns);
    int first = MIN(panel, panel_first(view, rows));
    Share shares[PARTS] = {[NOTE] = {1, 1, 0},
                           [OUTCOMES] = {2, 1 + outcomes_rows(view, columns), 0},
                           [PANEL] = {2, first, 0},
                           [TOP] = {least, customer_top_wanted(view->dossier, false), 0},
                           [PANEL_MORE] = {0, panel - first, 0},
                           [LAST] = {0, 1, 0}};
    int left = share_rows(shares, PARTS, rows);
    return (CustomerRows){.note = shares[NOTE].got,
                          .outcomes = shares[OUTCOMES].got,
                          .panel = shares[PANEL].got + shares[PANEL_MORE].got + left,
                          .top = shares[TOP].got,
                          .last = shares[LAST].got};
}

/* Left side: facts, invoices, history; note; ageing; what happens if nothing is logged. */
static CustomerRows rows_wide(int rows)
{
    CustomerRows share = {.note = 2, .last = 1, .panel = rows >= 26 ? AGEING_ROWS : 0};
    share.top = MAX(0, rows - share.note - share.last - share.panel);
    return share;
}

void customer_layout(View *base, int rows, int columns)
{
    CustomerView *view = (CustomerView *)base;
    bool wide = columns >= WIDE;
    CustomerRows share = wide ? rows_wide(rows) : rows_narrow(view, rows, columns);
    list_height(&view->items,
                (size_t)customer_top_items(view->dossier, share.top, wide ? customer_left_pane(columns) : columns));
}

/* --- Parts ----------------------------------------------------------------------------------------------------- */

static bool on_items(const CustomerView *view)
{
    return view->pane != PANE_HISTORY && view->pane != PANE_PEOPLE && view->items.count > 0 && !view->noting &&
           !view->forced;
}

static void paint_top(const CustomerView *view, const Canvas *canvas, bool wide)
{
    TopState state = {
        .items = &view->items, .cursor = on_items(view), .phone = NULL, .history = wide ? view->history : 0};
    customer_top_paint(view->dossier, canvas, &state);
}

/* The typed line scrolls with its cursor; else the note as it is kept. */
static void paint_note(const CustomerView *view, const Canvas *canvas, int row)
{
    int left = 1 + paint_text(canvas, row, 1, ROLE_NORMAL, _("Note> "));
    int width = canvas->columns - left - 1, cursor = 0;
    if (!view->noting) {
        const char *note = view->dossier->draft->note;
        g_autofree char *line = g_strdelimit(g_strdup(note), "\n", ' ');
        paint_fit(canvas, row, left, width, *note != '\0' ? ROLE_NORMAL : ROLE_DIM,
                  *note != '\0' ? line : _("E writes one"));
        return;
    }
    Line line = view->note;
    g_autofree char *shown = line_window(&line, width, &cursor);
    paint_fit(canvas, row, left, width, ROLE_FIELD, shown);
    canvas_cursor(canvas, row, left + cursor);
}

static void paint_outcomes(const CustomerView *view, const Canvas *canvas)
{
    paint_rule(canvas, 0, view->forced ? _("Choose the outcome: press the letter") : _("Outcome: press the letter"));
    if (view->forced) {
        paint_role(canvas, 0, 3, text_width(_("Choose the outcome: press the letter")), ROLE_SELECTED);
        canvas_cursor(canvas, 0, 3);
    }
    Canvas cells = canvas_part(canvas, 1, 1, canvas->rows - 1, canvas->columns - 1);
    outcomes_paint(view, &cells);
}

static void paint_people(const CustomerView *view, const Canvas *canvas)
{
    const Card *card = view->dossier->card;
    int row = card_paint_contacts(card, *canvas, view->noting || view->forced ? NULL : customer_view_phone(view));
    row += card_paint_promises(card, canvas_part(canvas, row, 0, 1, canvas->columns));
    row += card_paint_ageing(card, canvas_part(canvas, row, 0, canvas->rows - row, canvas->columns));
    paint_text(canvas, row, 0, ROLE_DIM, card->address);
    if (customer_view_phones(view) == 0)
        canvas_cursor(canvas, 0, 0);
}

/* On a wide screen the history has a place of its own, and the script stays in sight while one reads it. */
static Pane panel_pane(const CustomerView *view)
{
    return view->pane == PANE_HISTORY && view->view.columns >= WIDE ? PANE_SCRIPT : view->pane;
}

static char *panel_heading(const CustomerView *view, int columns)
{
    Pane pane = panel_pane(view);
    if (pane == PANE_HISTORY)
        return g_strdup(_("History (V: contacts)"));
    if (pane == PANE_PEOPLE)
        return g_strdup(_("Contacts and habits (V: charges)"));
    if (pane == PANE_CHARGES)
        return g_strdup(_("Interest and costs (V: script)"));
    if (pane == PANE_SAYS)
        return g_strdup(_("If he says... (V: history)"));
    g_autofree char *reason = customer_reason_words(view->dossier);
    g_autofree char *all = g_strdup_printf(_("%s (V: answers, history)"), reason);
    return g_strdup(text_width(all) <= columns - 6 ? all : reason);
}

/* Nothing is open: the cursor stands where one reads. */
static void cursor_without_items(const CustomerView *view, const Canvas *canvas)
{
    bool idle = view->pane != PANE_HISTORY && !view->noting && !view->forced;
    if (!on_items(view) && idle)
        canvas_cursor(canvas, 0, 0);
}

static void paint_charges(const CustomerView *view, const Canvas *canvas)
{
    g_autoptr(GPtrArray) lines = charge_lines(view, canvas->columns, canvas->rows);
    int shown = (int)lines->len <= canvas->rows ? (int)lines->len : canvas->rows - 1;
    for (int i = 0; i < shown; i++)
        paint_text(canvas, i, 0, ROLE_NORMAL, g_ptr_array_index(lines, (guint)i));
    if (shown < (int)lines->len)
        paint_format(canvas, shown, 0, ROLE_DIM, _("%d more"), (int)lines->len - shown);
    cursor_without_items(view, canvas);
}

/* What the script leaves free shows what was said last. */
static void paint_script(const CustomerView *view, const Canvas *canvas)
{
    int row = script_paint((const char *const *)view->dossier->opening, "›", *canvas, ROLE_NORMAL);
    cursor_without_items(view, canvas);
    if (canvas->rows - row < 3 || view->view.columns >= WIDE)
        return;
    Canvas rest = canvas_part(canvas, row, 0, canvas->rows - row, canvas->columns);
    Canvas history = canvas_part(canvas, row + 1, 1, canvas->rows - row - 1, canvas->columns - 2);
    paint_rule(&rest, 0, _("History"));
    card_paint_timeline(view->dossier->card, &history, 0);
}

static void paint_panel(const CustomerView *view, const Canvas *canvas)
{
    Pane pane = panel_pane(view);
    g_autofree char *heading = panel_heading(view, canvas->columns);
    paint_rule(canvas, 0, heading);
    Canvas inner = canvas_part(canvas, 1, 1, canvas->rows - 1, canvas->columns - 2);
    Canvas script = canvas_part(canvas, 1, 0, canvas->rows - 1, canvas->columns);
    if (pane == PANE_HISTORY) {
        card_paint_timeline(view->dossier->card, &inner, view->history);
        if (!view->noting && !view->forced)
            canvas_cursor(&inner, 0, 0);
    } else if (pane == PANE_SAYS) {
        objections_paint(view, &inner);
        cursor_without_items(view, &inner);
    } else if (pane == PANE_PEOPLE) {
        paint_people(view, &inner);
    } else if (pane == PANE_CHARGES) {
        paint_charges(view, &inner);
    } else {
        paint_script(view, &script);
    }
}

static void paint_last(const CustomerView *view, const Canvas *canvas, int row)
{
    const Card *card = view->dossier->card;
    if (card->timeline->len == 0)
        return;
    int left = 1 + paint_text(canvas, row, 1, ROLE_NORMAL, _("Last: "));
    Canvas event = canvas_part(canvas, row, left, 1, canvas->columns - left);
    card_paint_timeline(card, &event, 0);
}

/* --- The screen ------------------------------------------------------------------------------------------------ */

static void draw_narrow(const CustomerView *view, const Canvas *canvas)
{
    CustomerRows share = rows_narrow(view, canvas->rows, canvas->columns);
    int row = 0;
    Canvas top = canvas_part(canvas, row, 0, share.top, canvas->columns);
    row += share.top;
    Canvas panel = canvas_part(canvas, row, 0, share.panel, canvas->columns);
    row += share.panel;
    Canvas outcomes = canvas_part(canvas, row, 0, share.outcomes, canvas->columns);
    row += share.outcomes;
    paint_top(view, &top, false);
    paint_panel(view, &panel);
    paint_outcomes(view, &outcomes);
    if (share.last > 0)
        paint_last(view, canvas, row++);
    paint_note(view, canvas, row);
}

static void draw_left(const CustomerView *view, const Canvas *canvas)
{
    CustomerRows share = rows_wide(canvas->rows);
    int row = share.top;
    Canvas top = canvas_part(canvas, 0, 0, share.top, canvas->columns);
    paint_top(view, &top, true);
    paint_rule(canvas, row++, _("Note (saved as you type)"));
    paint_note(view, canvas, row++);
    if (share.panel > 0) {
        paint_rule(canvas, row, _("Ageing of this customer"));
        card_paint_ageing(view->dossier->card, canvas_part(canvas, row + 1, 1, share.panel - 1, canvas->columns - 2));
        row += share.panel;
    }
    const char *planned = view->dossier->card->next_if_nothing;
    if (*planned != '\0')
        paint_format(canvas, row, 1, ROLE_NORMAL, _("If nothing is logged: %s"), planned);
}

/* The panel keeps its place whatever it shows; objections take what the letters leave. */
static void draw_right(const CustomerView *view, const Canvas *canvas)
{
    int outcomes = 1 + outcomes_rows(view, canvas->columns);
    int panel = MAX(3, MIN(canvas->rows - outcomes, canvas->rows * 2 / 5));
    Canvas above = canvas_part(canvas, 0, 0, panel, canvas->columns);
    Canvas letters = canvas_part(canvas, panel, 0, outcomes, canvas->columns);
    int row = panel + outcomes;
    Canvas below = canvas_part(canvas, row + 1, 0, canvas->rows - row - 1, canvas->columns);
    paint_panel(view, &above);
    paint_outcomes(view, &letters);
    if (below.rows < 2 || view->pane == PANE_SAYS)
        return;
    paint_rule(canvas, row, _("If he says..."));
    objections_paint(view, &below);
}

void customer_draw(const View *base, Canvas *canvas)
{
    const CustomerView *view = (const CustomerView *)base;
    if (canvas->columns < WIDE) {
        draw_narrow(view, canvas);
        return;
    }
    int pane = customer_left_pane(canvas->columns);
    Canvas left = canvas_part(canvas, 0, 0, canvas->rows, pane);
    Canvas right = canvas_part(canvas, 0, pane + 1, canvas->rows, canvas->columns - pane - 1);
    draw_left(view, &left);
    paint_vertical(canvas, 0, pane, canvas->rows);
    draw_right(view, &right);
}
