#include "views/customer_top.h"

#include "base/i18n.h"
#include "base/text.h"
#include "views/card_paint.h"
#include "views/share.h"

enum { NUMBER_ROWS = 5, HISTORY_LEAST = 4, HISTORY_WIDTH = 74 };

/* Order of the parts from top to bottom; the history is the last. */
typedef enum { NAME, GUARD, CONTACTS, PROMISES, MONEY, NUMBER, RULE, ITEMS, HISTORY, PARTS } Part;

typedef struct {
    int rows[PARTS];
} TopRows;

/* The number is shown large while the call runs and nothing dials for the agent. */
static bool number_is_large(const Dossier *dossier)
{
    g_auto(GStrv) dial = settings_command(dossier->desk->settings, "phone", "dial");
    return dial == NULL && dossier_on_line(dossier);
}

int customer_left_pane(int columns)
{
    return columns * 37 / 60;
}

static int items_wanted(const Dossier *dossier)
{
    return MAX((int)dossier->card->items->len, 1) + 2;
}

int customer_top_least(const Dossier *dossier)
{
    return 1 + MIN(card_guard_rows(dossier->card), 1) + 1 + number_is_large(dossier) + 3 + 1;
}

int customer_top_wanted(const Dossier *dossier, bool history)
{
    const Card *card = dossier->card;
    int rows = 1 + card_guard_rows(card) + MIN(card_contact_rows(card), history ? 3 : 2) + (int)card->money->len + 1 +
               items_wanted(dossier);
    rows += number_is_large(dossier) ? (history ? NUMBER_ROWS : 1) : 0;
    return rows + (history ? 2 + (int)card->timeline->len : 0);
}

/* Who gets more first: the money line, the contact, an invoice more, guard, then the rest. */
static TopRows share_top(const Dossier *dossier, int rows, int columns)
{
    const Card *card = dossier->card;
    bool large = number_is_large(dossier), tall = rows >= 16;
    int history = columns >= HISTORY_WIDTH && rows >= 15 ? (int)card->timeline->len + 1 : 0;
    Share name = {1, 1, 0}, guard = {MIN(card_guard_rows(card), 1), card_guard_rows(card), 0};
    Share shares[] = {name,
                      {1, (int)card->money->len, 0},
                      {3, items_wanted(dossier) > 5 && !tall ? 5 : items_wanted(dossier), 0},
                      {large ? 1 : 0,
                       large && tall ? NUMBER_ROWS
                       : large       ? 1
                                     : 0,
                       0},
                      guard,
                      {1, 1, 0},
                      {0, 1, 0},
                      {0, MAX(0, MIN(card_contact_rows(card), tall ? 3 : 2) - 1), 0},
                      {0, tall ? 1 : 0, 0},
                      {0, items_wanted(dossier) > 5 && !tall ? items_wanted(dossier) - 5 : 0, 0},
                      {0, history, 0}};
    (void)share_rows(shares, G_N_ELEMENTS(shares), rows);
    TopRows top = {{[NAME] = shares[0].got,
                    [MONEY] = shares[1].got,
                    [ITEMS] = shares[2].got + shares[9].got,
                    [NUMBER] = shares[3].got,
                    [GUARD] = shares[4].got,
                    [CONTACTS] = shares[5].got + shares[7].got,
                    [RULE] = shares[6].got,
                    [PROMISES] = shares[8].got,
                    [HISTORY] = shares[10].got}};
    return top;
}

int customer_top_items(const Dossier *dossier, int rows, int columns)
{
    return MAX(share_top(dossier, rows, columns).rows[ITEMS] - 2, 1);
}

char *customer_reason_words(const Dossier *dossier)
{
    const char *reason = dossier->card->reason;
    if (*reason == '\0')
        return g_strdup(_("Script"));
    return g_strdup_printf(_("Script: %s"), playbook_reason(dossier->desk->playbook, reason)->title);
}

void customer_paint_reason(const Dossier *dossier, const Canvas *canvas)
{
    g_autofree char *words = customer_reason_words(dossier);
    paint_text(canvas, 0, 0, ROLE_NORMAL, words);
}

static void paint_history(const Dossier *dossier, const Canvas *canvas, const TopState *state)
{
    if (canvas->rows < 2)
        return;
    paint_rule(canvas, 0, _("History"));
    Canvas rows = canvas_part(canvas, 1, 1, canvas->rows - 1, canvas->columns - 2);
    card_paint_timeline(dossier->card, &rows, state->history);
    if (state->reading)
        canvas_cursor(&rows, 0, 0);
}

void customer_top_paint(const Dossier *dossier, const Canvas *canvas, const TopState *state)
{
    static const TopState nothing = {0};
    const Card *card = dossier->card;
    TopRows share = share_top(dossier, canvas->rows, canvas->columns);
    Canvas part[PARTS];
    int row = 0;
    state = state == NULL ? &nothing : state;
    for (int i = 0; i < PARTS; i++) {
        bool full = i == RULE || i == HISTORY || i == ITEMS;
        part[i] = canvas_part(canvas, row, full ? 0 : 1, share.rows[i], canvas->columns - (full ? 0 : 2));
        row += share.rows[i];
    }
    card_paint_name(card, part[NAME]);
    card_paint_guard(card, part[GUARD]);
    card_paint_contacts(card, part[CONTACTS], state->phone);
    card_paint_promises(card, part[PROMISES]);
    card_paint_money(card, part[MONEY]);
    if (share.rows[NUMBER] > 0)
        card_paint_number(app_call(dossier->app)->phone, part[NUMBER]);
    g_autofree char *next = card_next_words(card);
    paint_rule(&part[RULE], 0, next);
    card_paint_items(card, &part[ITEMS], state->items, state->cursor);
    paint_history(dossier, &part[HISTORY], state);
}
