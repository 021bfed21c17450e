/* How far each account of ours is in, and what is missing there. */
#include "views/overview_inside.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/bank_state.h"
#include "views/table.h"

enum { GAPS_SHOWN = 2, TALL = 28 };

static bool in_trouble(const BankAccount *account)
{
    return account->stale || account->gaps->len > 0 || account->untied > 0;
}

/* On a small screen only what is wrong: the message row says up to which day the bank is in. */
Share overview_bank_share(const Overview *overview, int rows)
{
    int wanted = 0;
    bool wrong = false;
    for (guint i = 0; overview != NULL && i < overview->bank->len; i++) {
        const BankAccount *account = g_ptr_array_index(overview->bank, i);
        wanted += 1 + MIN((int)account->gaps->len, GAPS_SHOWN);
        wrong = wrong || in_trouble(account);
    }
    if (wanted == 0 || (!wrong && rows < TALL))
        return (Share){0};
    return (Share){.least = 2, .wanted = 1 + wanted};
}

static const TableColumn columns[] = {
    {"", 23, .fills = true},       {"", .width = 3, .from = 100},       {"", .width = 9},
    {"", .width = 10, .from = 90}, {"", 14, .right = true, .from = 60}, {"", 22, .fills = true},
};

static int draw_account(const Table *table, const Canvas *canvas, int at, const BankAccount *account)
{
    g_autofree char *number = bank_account_number(account), *day = day_numeric(account->last_day);
    g_autofree char *statement = text_clean(account->number), *trouble = bank_trouble_words(account);
    g_autofree char *closing = account->has_closing ? money_text(account->closing) : g_strdup("");
    const char *cells[] = {number, account->currency, day, statement, closing, trouble};
    if (in_trouble(account))
        paint_text(canvas, at, 1, ROLE_WARN, "!");
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        table_cell(table, canvas, at, i, i == 5 ? ROLE_WARN : ROLE_NORMAL, cells[i]);
    int used = 1;
    for (guint i = 0; i < MIN(account->gaps->len, GAPS_SHOWN) && at + used < canvas->rows; i++, used++)
        paint_text(canvas, at + used, 5, ROLE_DIM, g_ptr_array_index(account->gaps, i));
    return used;
}

/* What is wrong comes first, where not all have room. */
void overview_draw_bank(const Overview *overview, const Canvas *canvas)
{
    Table table;
    int at = 1;
    table_layout(&table, columns, G_N_ELEMENTS(columns), 3, canvas->columns);
    paint_rule(canvas, 0, _("The bank is in up to"));
    for (int wrong = 1; wrong >= 0; wrong--)
        for (guint i = 0; i < overview->bank->len && at < canvas->rows; i++) {
            const BankAccount *account = g_ptr_array_index(overview->bank, i);
            if (in_trouble(account) == (wrong == 1))
                at += draw_account(&table, canvas, at, account);
        }
}

void overview_bank_text(const Overview *overview, GString *text)
{
    if (overview->bank->len > 0)
        g_string_append_printf(text, "\n %s\n", _("The bank is in up to"));
    for (guint i = 0; i < overview->bank->len; i++) {
        const BankAccount *account = g_ptr_array_index(overview->bank, i);
        g_autofree char *words = bank_account_words(account), *trouble = bank_trouble_words(account);
        g_string_append_printf(text, " %s%s%s\n", words, *trouble != '\0' ? "  ! " : "", trouble);
        for (guint gap = 0; gap < account->gaps->len; gap++)
            g_string_append_printf(text, "   ! %s\n", (const char *)g_ptr_array_index(account->gaps, gap));
    }
}
