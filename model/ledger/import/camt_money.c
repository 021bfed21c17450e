/* The money beside the money: parts of a batch, what was instructed in another currency, what the bank kept. */
#include "ledger/import/camt.h"

#include <string.h>

/* ---- amounts of details ---- */

static const struct {
    CamtDetailSlot amount, currency;
} detail_amounts[] = {
    {DETAIL_AMOUNT, DETAIL_CURRENCY},
    {DETAIL_TRANSACTION_AMOUNT, DETAIL_TRANSACTION_CURRENCY},
    {DETAIL_COUNTER_AMOUNT, DETAIL_COUNTER_CURRENCY},
    {DETAIL_INSTRUCTED_AMOUNT, DETAIL_INSTRUCTED_CURRENCY},
};

/* Rates in 1/10 000 000 000, as exact as the format allows. */
enum { RATE_DECIMALS = 10, RATE_WHOLE_MOST = 8 };
#define RATE_ONE G_GINT64_CONSTANT(10000000000)
__extension__ typedef __int128 Wide;

static bool rate_read(const char *text, gint64 *rate)
{
    const char *point = strchr(text, '.');
    size_t whole = point == NULL ? strlen(text) : (size_t)(point - text);
    size_t fraction = point == NULL ? 0 : strlen(point + 1);
    if (strspn(text, "0123456789") != whole || whole > RATE_WHOLE_MOST || fraction > RATE_DECIMALS ||
        (point != NULL && strspn(point + 1, "0123456789") != fraction))
        return false;
    gint64 unit = RATE_ONE / 10;
    *rate = g_ascii_strtoll(text, NULL, 10) * RATE_ONE;
    for (size_t i = 0; i < fraction; i++, unit /= 10)
        *rate += unit * (point[1 + i] - '0');
    return *rate > 0;
}

/* The rate says how much of the other currency one unit is worth; without a unit it leads from source to target. */
static bool exchange(const CamtDetail *detail, const char *from, const char *to, Scaled *amount)
{
    const char *unit = camt_detail_text(detail, DETAIL_RATE_UNIT);
    const char *source = camt_detail_text(detail, DETAIL_RATE_SOURCE);
    const char *target = camt_detail_text(detail, DETAIL_RATE_TARGET);
    bool forward = strcmp(source, from) == 0 && strcmp(target, to) == 0;
    bool backward = strcmp(source, to) == 0 && (target[0] == '\0' || strcmp(target, from) == 0);
    gint64 rate = 0;
    if (!(forward || backward) || !rate_read(camt_detail_text(detail, DETAIL_RATE), &rate))
        return false;
    bool times = unit[0] == '\0' ? forward : strcmp(unit, from) == 0;
    Wide exact = times ? (Wide)*amount * rate / RATE_ONE : (Wide)*amount * RATE_ONE / rate;
    Scaled cent = 1;
    for (int i = currency_decimals(to); i < 5; i++)
        cent *= 10;
    if (exact > G_MAXINT64 / 2 || exact < 0)
        return false;
    *amount = ((Scaled)exact + cent / 2) / cent * cent;
    return true;
}

/* The detail's amount in the currency of the entry; where it is told in another only, by the rate beside it. */
static bool detail_amount(const CamtDetail *detail, const char *currency, Scaled *amount)
{
    for (size_t i = 0; i < G_N_ELEMENTS(detail_amounts); i++)
        if (strcmp(camt_detail_text(detail, detail_amounts[i].currency), currency) == 0 &&
            camt_amount(detail->values[detail_amounts[i].amount], amount))
            return true;
    for (size_t i = 0; i < G_N_ELEMENTS(detail_amounts); i++)
        if (camt_amount(detail->values[detail_amounts[i].amount], amount) &&
            exchange(detail, camt_detail_text(detail, detail_amounts[i].currency), currency, amount))
            return true;
    return false;
}

GArray *camt_parts(const CamtBooking *booking, bool signs)
{
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(Scaled));
    Scaled sum = 0;
    for (guint i = 0; i < booking->entry->details->len; i++) {
        const CamtDetail *detail = g_ptr_array_index(booking->entry->details, i);
        Scaled part = 0;
        bool exact = true;
        const char *sign = camt_detail_text(detail, DETAIL_SIGN);
        if (!detail_amount(detail, booking->currency, &part))
            return NULL;
        if (signs && sign[0] != '\0' && (strcmp(sign, "CRDT") == 0) != booking->credit)
            part = -part;
        camt_minor(part, booking->currency, &exact);
        if (!exact || !camt_add(&sum, part))
            return NULL;
        g_array_append_val(parts, part);
    }
    return sum == booking->amount ? g_steal_pointer(&parts) : NULL;
}

/* ---- another currency ---- */

/* The instruction tells best what was meant. */
static const struct {
    CamtDetailSlot amount, currency;
    CamtEntrySlot entry_amount, entry_currency;
} originals[] = {
    {DETAIL_INSTRUCTED_AMOUNT, DETAIL_INSTRUCTED_CURRENCY, ENTRY_INSTRUCTED_AMOUNT, ENTRY_INSTRUCTED_CURRENCY},
    {DETAIL_COUNTER_AMOUNT, DETAIL_COUNTER_CURRENCY, ENTRY_COUNTER_AMOUNT, ENTRY_COUNTER_CURRENCY},
    {DETAIL_TRANSACTION_AMOUNT, DETAIL_TRANSACTION_CURRENCY, ENTRY_TRANSACTION_AMOUNT, ENTRY_TRANSACTION_CURRENCY},
    {DETAIL_AMOUNT, DETAIL_CURRENCY, ENTRY_AMOUNT, ENTRY_CURRENCY},
};

static bool original_take(const char *amount, const char *currency, LineRecord *line, char code[static 4])
{
    Scaled scaled = 0;
    bool exact = true;
    camt_currency(currency, code);
    if (code[0] == '\0' || strcmp(code, line->currency) == 0 || !camt_amount(amount, &scaled) || scaled == 0)
        return false;
    line->original_amount = camt_minor(scaled, code, &exact);
    line->original_currency = code;
    return true;
}

void camt_original(const CamtEntry *entry, const CamtDetail *detail, bool whole, LineRecord *line,
                   char currency[static 4])
{
    for (size_t i = 0; i < G_N_ELEMENTS(originals); i++)
        if (detail != NULL &&
            original_take(detail->values[originals[i].amount], detail->values[originals[i].currency], line, currency))
            return;
    for (size_t i = 0; i < G_N_ELEMENTS(originals); i++)
        if (whole && original_take(entry->values[originals[i].entry_amount], entry->values[originals[i].entry_currency],
                                   line, currency))
            return;
}

/* ---- what the bank kept ---- */

static bool word_is_false(const char *word)
{
    return word != NULL && (g_ascii_strcasecmp(word, "false") == 0 || strcmp(word, "0") == 0);
}

/* Charged beside the amount, in another currency or unreadable: not kept of it. */
static void charge_add(const CamtCharge *charge, const char *currency, Scaled *sum)
{
    Scaled amount = 0;
    if (g_strcmp0(charge->values[CHARGE_CURRENCY], currency) != 0 || word_is_false(charge->values[CHARGE_INCLUDED]) ||
        !camt_amount(charge->values[CHARGE_AMOUNT], &amount))
        return;
    bool given_back = g_strcmp0(charge->values[CHARGE_SIGN], "CRDT") == 0;
    camt_add(sum, given_back ? -amount : amount);
}

/* The records; where there are none, the total. */
static Scaled charges_of(const GPtrArray *charges, const char *total, const char *total_currency, const char *currency)
{
    Scaled sum = 0;
    for (guint i = 0; charges != NULL && i < charges->len; i++)
        charge_add(g_ptr_array_index(charges, i), currency, &sum);
    if ((charges == NULL || charges->len == 0) && g_strcmp0(total_currency, currency) == 0)
        camt_amount(total, &sum);
    return sum;
}

/* By definition the instructed amount is the one before charges. */
static Scaled charges_by_difference(const CamtBooking *booking, const CamtDetail *detail)
{
    Scaled instructed = 0;
    return detail != NULL && detail->values[DETAIL_INSTRUCTED_CURRENCY] != NULL &&
                   strcmp(detail->values[DETAIL_INSTRUCTED_CURRENCY], booking->currency) == 0 &&
                   camt_amount(detail->values[DETAIL_INSTRUCTED_AMOUNT], &instructed)
               ? instructed - booking->amount
               : 0;
}

Cents camt_charges(const CamtBooking *booking, const CamtDetail *detail, bool whole)
{
    const CamtEntry *entry = booking->entry;
    bool exact = true;
    Scaled kept = 0;
    if (!booking->credit || booking->reversal)
        return 0;
    if (detail != NULL)
        kept = charges_of(detail->charges, detail->values[DETAIL_CHARGES_TOTAL],
                          detail->values[DETAIL_CHARGES_CURRENCY], booking->currency);
    if (kept == 0 && whole)
        kept = charges_of(entry->charges, entry->values[ENTRY_CHARGES_TOTAL], entry->values[ENTRY_CHARGES_CURRENCY],
                          booking->currency);
    if (kept == 0 && whole)
        kept = charges_by_difference(booking, detail);
    return kept > 0 ? camt_minor(kept, booking->currency, &exact) : 0;
}
