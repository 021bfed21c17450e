/* belronde claim --all: what may be asked of every customer with a late invoice, row after row. */
#include "commands/claims.h"

#include "base/i18n.h"
#include <string.h>

static const Column columns[] = {
    {"customer", N_("No."), 8, COLUMN_TEXT},
    {"name", N_("Customer"), 22, COLUMN_TEXT},
    {"invoices", N_("Late"), 4, COLUMN_NUMBER},
    {"open", N_("Open"), 11, COLUMN_MONEY},
    {"interest", N_("Interest"), 9, COLUMN_MONEY},
    {"costs", N_("Costs"), 9, COLUMN_MONEY},
    {"total", N_("Total"), 11, COLUMN_MONEY},
    {"currency", "", 0, COLUMN_TEXT},
    {"country", "", 0, COLUMN_TEXT},
    {"disputed", "", 0, COLUMN_MONEY},
    {"planned", "", 0, COLUMN_MONEY},
    {"credit", "", 0, COLUMN_MONEY},
    {"fixed_sum", "", 0, COLUMN_MONEY},
    {"collection_costs", "", 0, COLUMN_MONEY},
    {"each_day_after", "", 0, COLUMN_MONEY},
    {"marks", "", 0, COLUMN_TEXT},
};

typedef struct {
    const Desk *desk;
    Format format;
    JsonArray *rows; /* NULL unless it is one document */
} Listing;

static JsonObject *total_object(const Desk *desk, const Claim *claim, const ClaimTotal *total)
{
    const Cents *charges = total->charges;
    g_autofree char *marks = interest_marks_words(desk->rates, total->marks);
    JsonObject *object = json_object_new();
    object_text(object, "customer", claim->number);
    object_text(object, "name", claim->name);
    object_text(object, "country", claim->country);
    json_object_set_int_member(object, "invoices", total->invoices);
    object_text(object, "currency", total->currency);
    object_money(object, "open", total->open);
    object_money(object, "disputed", total->disputed);
    object_money(object, "planned", total->planned);
    object_money(object, "credit", total->credit);
    object_money(object, "interest", charges[CHARGE_INTEREST]);
    object_money(object, "costs", charges[CHARGE_FIXED_SUM] + charges[CHARGE_COSTS]);
    object_money(object, "fixed_sum", charges[CHARGE_FIXED_SUM]);
    object_money(object, "collection_costs", charges[CHARGE_COSTS]);
    object_money(object, "total", total->total);
    object_money(object, "each_day_after", total->day_rate);
    object_text(object, "marks", marks);
    return object;
}

static bool claim_list(const Claim *claim, void *data, GError **error)
{
    const Listing *listing = data;
    (void)error;
    for (guint i = 0; i < claim->totals->len; i++) {
        const ClaimTotal *total = &g_array_index(claim->totals, ClaimTotal, i);
        if (total->invoices == 0)
            continue;
        g_autoptr(JsonObject) row = total_object(listing->desk, claim, total);
        if (listing->rows != NULL)
            json_array_add_object_element(listing->rows, g_steal_pointer(&row));
        else
            output_row(listing->format, columns, G_N_ELEMENTS(columns), row);
    }
    return true;
}

bool claims_run(Desk *desk, Day day, Format format, GError **error)
{
    g_autoptr(JsonArray) rows = format == FORMAT_JSON ? json_array_new() : NULL;
    Listing listing = {desk, format, rows};
    if (rows == NULL)
        output_head(format, columns, G_N_ELEMENTS(columns));
    bool good = claims_each(desk, day, claim_list, &listing, error);
    if (good && rows != NULL)
        output_table(format, columns, G_N_ELEMENTS(columns), rows);
    return good;
}
