/* When it is to be paid, what is off for paying early, and whether a direct debit takes it. */
#include "base/text.h"
#include "ledger/import/ubl.h"

#include <string.h>

/* UNCL 4461: 49 direct debit, 59 SEPA direct debit. */
static bool is_direct_debit(const UblGroup *means)
{
    const char *code = means->values[MEANS_CODE];
    return code != NULL && (strcmp(code, "49") == 0 || strcmp(code, "59") == 0);
}

static Day first_day(const UblDocument *document, UblGroupKind kind, int slot)
{
    Day day;
    for (guint i = 0; i < ubl_count(document, kind); i++)
        if (ubl_day(ubl_group(document, kind, i)->values[slot], &day))
            return day;
    return DAY_NONE;
}

static Day day_stated(const UblDocument *document)
{
    Day day;
    if (ubl_day(document->values[UBL_DUE], &day))
        return day;
    day = first_day(document, UBL_MEANS, MEANS_DUE);
    return day_known(day) ? day : first_day(document, UBL_TERMS, TERMS_DUE);
}

static Day month_end(Day day)
{
    Date date = day_date(day);
    return day_plus(day_plus_months(day_plus(day, 1 - date.day), 1), -1);
}

static Day day_by_words(Day issued, const TermsWords *words)
{
    if (!day_known(issued) || words->net_days < 0)
        return DAY_NONE;
    Day day = day_plus(issued, words->net_days);
    return words->month_end ? month_end(day) : day;
}

/* ---- discount ---- */

static bool share_of(Cents amount, const char *percent, Cents *share)
{
    Cents permyriad = 0;
    if (percent == NULL || !money_parse_file(percent, '.', 2, &permyriad, NULL) || permyriad <= 0 || permyriad > 2000)
        return false;
    *share = money_share(amount, permyriad, 10000);
    return true;
}

static bool days_of(const UblGroup *terms, int *days)
{
    const char *unit = terms->values[TERMS_UNIT];
    guint64 number = 0;
    if (terms->values[TERMS_DAYS] == NULL || (unit != NULL && g_ascii_strcasecmp(unit, "DAY") != 0) ||
        !g_ascii_string_to_unsigned(terms->values[TERMS_DAYS], 10, 0, 366, &number, NULL))
        return false;
    *days = (int)number;
    return true;
}

/* Stated in elements of its own; few programs do. */
static bool discount_stated(ItemRecord *record, const UblGroup *terms)
{
    Cents discount = 0;
    Day until = DAY_NONE;
    int days = 0;
    const char *amount = terms->values[TERMS_AMOUNT];
    bool stated = amount != NULL &&
                  money_parse_file(amount, '.', currency_decimals(record->currency), &discount, NULL) && discount > 0;
    if (!stated && !share_of(record->open, terms->values[TERMS_PERCENT], &discount))
        return false;
    if (!ubl_day(terms->values[TERMS_UNTIL], &until) && day_known(record->issued) && days_of(terms, &days))
        until = day_plus(record->issued, days);
    if (!day_known(until) || discount >= record->open)
        return false;
    record->discount = discount;
    record->discount_until = until;
    return true;
}

static void discount_by_words(ItemRecord *record, const TermsWords *words)
{
    if (record->discount != 0 || words->discount_days < 0 || !day_known(record->issued))
        return;
    record->discount = money_share(record->open, words->permyriad, 10000);
    record->discount_until = record->discount != 0 ? day_plus(record->issued, words->discount_days) : DAY_NONE;
}

/* ---- all of it ---- */

static void collection_find(const UblDocument *document, ItemRecord *record)
{
    for (guint i = 0; i < ubl_count(document, UBL_MEANS); i++) {
        const UblGroup *means = ubl_group(document, UBL_MEANS, i);
        Day day;
        if (!is_direct_debit(means))
            continue;
        record->collect_day = ubl_day(means->values[MEANS_DUE], &day) ? day : record->due;
        return;
    }
}

void ubl_payment_terms(UblReading *reading)
{
    const UblDocument *document = reading->document;
    ItemRecord *record = &reading->record;
    bool owed = record->open > 0;
    record->due = day_stated(document);
    for (guint i = 0; i < ubl_count(document, UBL_TERMS); i++) {
        const UblGroup *terms = ubl_group(document, UBL_TERMS, i);
        if (owed && record->discount == 0)
            discount_stated(record, terms);
        if (terms->values[TERMS_NOTE] == NULL)
            continue;
        TermsWords words = terms_words_read(terms->values[TERMS_NOTE]);
        if (owed)
            discount_by_words(record, &words);
        if (!day_known(record->due))
            record->due = day_by_words(record->issued, &words);
    }
    if (owed)
        collection_find(document, record);
}
