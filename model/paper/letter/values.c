#include "paper/letter_values.h"

#include "base/i18n.h"
#include "base/text.h"
#include <string.h>

#define ALWAYS  LETTER_VALUE_ALWAYS
#define DERIVED LETTER_VALUE_DERIVED
#define TELLS   LETTER_VALUE_TELLS
#define TEXT    LETTER_VALUE_TEXT
#define MONEY   LETTER_VALUE_MONEY
#define DAY     LETTER_VALUE_DAY
#define WEEKDAY LETTER_VALUE_WEEKDAY
#define NUMBER  LETTER_VALUE_NUMBER
#define RATE    LETTER_VALUE_RATE
#define FACT    LETTER_VALUE_FACT

static const LetterPlaceholder placeholders[] = {
    /* Who writes to whom */
    {"salutation", TEXT, ALWAYS | DERIVED, N_("greeting by name and tone, with its comma"), "Dear Ms Wils,"},
    {"customer", TEXT, ALWAYS, N_("the customer's name"), "Bakkerij Peeters BV"},
    {"customer_number", TEXT, TELLS, N_("his number in our books"), "10482"},
    {"person", TEXT, 0, N_("who reads the letter there"), "An Wils"},
    {"street", TEXT, 0, N_("his street and number"), "Korenmarkt 4"},
    {"postcode", TEXT, 0, N_("his postcode"), "2800"},
    {"city", TEXT, 0, N_("his town"), "Mechelen"},
    {"today", DAY, ALWAYS, N_("the day of the letter"), "24 February 2026"},
    {"place", TEXT, 0, N_("where we write from"), "Mechelen"},
    {"company", TEXT, ALWAYS, N_("our name"), "Vanden Berghe Groothandel BV"},
    {"company_number", TEXT, 0, N_("our company number"), "BE0417497106"},
    {"company_address", TEXT, 0, N_("our address, on one line"), "Stationsstraat 12, 2800 Mechelen"},
    {"company_phone", TEXT, 0, N_("our telephone number"), "+32 15 00 00 00"},
    {"company_email", TEXT, 0, N_("our e-mail address"), "boekhouding@vandenberghe.example"},
    {"agent", TEXT, ALWAYS, N_("who signs"), "An Mertens"},
    {"agent_phone", TEXT, 0, N_("direct line of who signs"), "+32 15 00 00 00"},
    {"agent_email", TEXT, 0, N_("mail address of who signs"), "an@vandenberghe.example"},
    /* What is open */
    {"invoices", TEXT, DERIVED | TELLS, N_("numbers of the invoices, at most four; not there when they are more"),
     "2025-1312 and 2025-1355"},
    {"count", NUMBER, DERIVED | TELLS, N_("how many invoices"), "2"},
    {"oldest", TEXT, DERIVED | TELLS, N_("number of the invoice that fell due first"), "2025-1312"},
    {"oldest_due", DAY, DERIVED | TELLS, N_("the day that one fell due"), "7 January 2026"},
    {"days_late", NUMBER, DERIVED | TELLS, N_("how many days it is late"), "48"},
    {"product", TEXT, TELLS, N_("what was delivered"), "bakery goods, January deliveries"},
    {"open", MONEY, DERIVED | TELLS, N_("what is open on these invoices"), "€3,342.60"},
    {"late", MONEY, DERIVED | TELLS, N_("what of it is late"), "€1,850.00"},
    {"interest", MONEY, DERIVED | TELLS, N_("interest asked, where the letter may ask it"), "€45.12"},
    {"costs", MONEY, DERIVED | TELLS, N_("costs asked, where the letter may ask them"), "€80.00"},
    {"total", MONEY, DERIVED | TELLS, N_("open, interest and costs together"), "€3,467.72"},
    {"pay", MONEY, DERIVED | TELLS, N_("what this letter asks to pay"), "€3,342.60"},
    {"iban", TEXT, DERIVED | TELLS, N_("the account to pay to"), "BE71 0961 2345 6769"},
    {"reference", TEXT, DERIVED | TELLS, N_("the payment reference"), "RF18 5390 0754 7034"},
    {"day_interest", MONEY, TELLS, N_("interest of each further day"), "€0.96"},
    /* Deadlines and what follows */
    {"deadline", WEEKDAY, TELLS, N_("the last day to pay, computed"), "Tuesday 10 March 2026"},
    {"period_from", DAY, TELLS, N_("the first day of the period the law gives"), "25 February 2026"},
    {"costs_from", WEEKDAY, TELLS, N_("the first day on which costs may be asked"), "Wednesday 11 March 2026"},
    {"cost_if_late", MONEY, TELLS, N_("the costs that will be asked after the period"), "€40.00"},
    {"cost_vat", MONEY, TELLS, N_("VAT on those costs, where the law allows it"), "€8.40"},
    {"total_if_late", MONEY, DERIVED | TELLS, N_("open, those costs and their VAT"), "€3,391.00"},
    {"rate", RATE, TELLS, N_("interest a year"), "10.5%"},
    {"stop_from", WEEKDAY, TELLS, N_("the day deliveries stop or start to be paid in advance"), "Monday 2 March 2026"},
    {"handover_on", WEEKDAY, TELLS, N_("the day the file is handed over"), "Monday 16 March 2026"},
    {"handover_to", TEXT, TELLS, N_("who gets it: lawyer, bailiff or agency, by name"), "Advocatenkantoor Lemmens"},
    /* What was said and agreed */
    {"last_call", DAY, TELLS, N_("the day of the last talk"), "20 February 2026"},
    {"unpaid_since", DAY, TELLS, N_("the day of the last talk, where nothing came in since"), "20 February 2026"},
    {"promised", MONEY, TELLS, N_("what was promised"), "€1,850.00"},
    {"promised_on", WEEKDAY, TELLS, N_("the day it will be paid"), "Friday 27 February 2026"},
    {"rest_on", WEEKDAY, TELLS, N_("the day the rest will be paid"), "Friday 27 March 2026"},
    {"paid", MONEY, TELLS, N_("what came in"), "€1,850.00"},
    {"paid_on", DAY, TELLS, N_("the day it came in"), "22 February 2026"},
    {"quick_after", DAY, TELLS, N_("the day of the talk, where money came in within three days"), "20 February 2026"},
    {"reward", TEXT, TELLS, N_("what paying within three days brings, in a few words"), "a discount of 1 %"},
    {"reward_until", WEEKDAY, TELLS, N_("the last day on which it may be used"), "Friday 27 February 2026"},
    {"down", MONEY, DERIVED | TELLS, N_("down payment of the plan"), "€500.00"},
    {"down_on", WEEKDAY, DERIVED | TELLS, N_("the day of the down payment"), "Friday 27 February 2026"},
    {"parts_count", NUMBER, DERIVED | TELLS, N_("how many parts, the down payment not among them"), "3"},
    {"parts_total", MONEY, DERIVED | TELLS, N_("the down payment and all parts together"), "€3,342.60"},
    {"part", MONEY, DERIVED | TELLS, N_("the first part"), "€1,114.20"},
    {"first_part_on", WEEKDAY, DERIVED | TELLS, N_("the day of the first part"), "Tuesday 10 March 2026"},
    {"last_part_on", WEEKDAY, DERIVED | TELLS, N_("the day of the last part"), "Tuesday 12 May 2026"},
    {"plan_interest", MONEY, TELLS, N_("interest that the plan takes in"), "€45.12"},
    {"plan_costs", MONEY, TELLS, N_("costs that the plan takes in"), "€80.00"},
    {"agreed_on", DAY, TELLS, N_("the day the plan was agreed"), "24 February 2026"},
    {"help", TEXT, TELLS, N_("a service for debts near him: name, telephone"), "OCMW Mechelen, +32 15 44 51 11"},
    {"call_back", TEXT, 0, N_("when we ring again or can be rung"), "Thursday at ten"},
    /* Conditions */
    {"several", FACT, DERIVED, N_("there is more than one invoice"), ""},
    {"all_late", FACT, DERIVED | TELLS, N_("every invoice is late"), ""},
    {"items", FACT, DERIVED | TELLS, N_("there are invoices: the table of @items"), ""},
    {"parts", FACT, DERIVED | TELLS, N_("there are parts: the table of @parts"), ""},
    {"several_parts", FACT, DERIVED | TELLS, N_("there is more than one part, the down payment not among them"), ""},
    {"periods", FACT, DERIVED | TELLS, N_("there is interest by periods: the table of @rates"), ""},
    {"payment", FACT, DERIVED | TELLS, N_("something is to be paid: @pay"), ""},
    {"qr", FACT, DERIVED | TELLS, N_("the letter shows a QR code"), ""},
    {"attached", FACT, DERIVED, N_("something is enclosed"), ""},
    {"personal", FACT, DERIVED | TELLS, N_("somebody wrote a personal line"), ""},
    {"business", FACT, DERIVED, N_("the customer is a firm or a public body"), ""},
    {"consumer", FACT, DERIVED, N_("the customer is a consumer, or it is not known"), ""},
    {"be", FACT, DERIVED, N_("the customer lives in Belgium"), ""},
    {"nl", FACT, DERIVED, N_("the customer lives in the Netherlands"), ""},
    {"by_email", FACT, DERIVED, N_("the letter goes by e-mail"), ""},
    {"by_post", FACT, DERIVED, N_("the letter goes by post"), ""},
    {"falls_due", FACT, TELLS, N_("a missed part makes the whole rest due, as agreed"), ""},
};

const LetterPlaceholder *letter_placeholders(size_t *count)
{
    *count = G_N_ELEMENTS(placeholders);
    return placeholders;
}

const LetterPlaceholder *letter_placeholder(const char *name)
{
    for (size_t i = 0; name != NULL && i < G_N_ELEMENTS(placeholders); i++)
        if (strcmp(placeholders[i].name, name) == 0)
            return &placeholders[i];
    return NULL;
}

/* ---- one value ---- */

typedef struct {
    char *text;    /* NULL: a number */
    gint64 number; /* or the number of a day */
} Value;

static void value_free(gpointer data)
{
    Value *value = data;
    g_free(value->text);
    g_free(value);
}

static void item_clear(gpointer data)
{
    g_free(((LetterItem *)data)->number);
}

LetterValues *letter_values_new(void)
{
    LetterValues *values = g_new0(LetterValues, 1);
    *values = (LetterValues){.kind = LETTER_KIND_UNKNOWN,
                             .channel = LETTER_CHANNEL_EMAIL,
                             .country = "BE",
                             .house = "BE",
                             .currency = "EUR",
                             .confirmed = DAY_NONE};
    values->set = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, value_free);
    values->sender = g_ptr_array_new_with_free_func(g_free);
    values->said = g_ptr_array_new_with_free_func(g_free);
    values->attachments = g_ptr_array_new_with_free_func(g_free);
    values->items = g_array_new(FALSE, TRUE, sizeof(LetterItem));
    g_array_set_clear_func(values->items, item_clear);
    values->parts = g_array_new(FALSE, TRUE, sizeof(LetterPart));
    values->periods = g_array_new(FALSE, TRUE, sizeof(LetterPeriod));
    values->numbers = g_string_chunk_new(256);
    values->personal = g_strdup("");
    values->logo = g_strdup("");
    letter_values_payment(values, &(LetterPayment){0});
    return values;
}

static void payment_clear(LetterPayment *payment)
{
    g_free(payment->name);
    g_free(payment->iban);
    g_free(payment->bic);
    g_free(payment->reference);
    g_free(payment->text);
}

void letter_values_free(LetterValues *values)
{
    if (values == NULL)
        return;
    g_hash_table_unref(values->set);
    g_ptr_array_unref(values->said);
    g_ptr_array_unref(values->sender);
    g_ptr_array_unref(values->attachments);
    g_array_unref(values->items);
    g_array_unref(values->parts);
    g_array_unref(values->periods);
    g_string_chunk_free(values->numbers);
    payment_clear(&values->payment);
    g_free(values->personal);
    g_free(values->logo);
    g_free(values);
}

/* ---- setting ---- */

/* The row of a name that may be set and is of one of these types. */
static const LetterPlaceholder *row_settable(const char *name, unsigned types)
{
    const LetterPlaceholder *row = letter_placeholder(name);
    if (row == NULL || (row->flags & DERIVED) != 0 || (types >> row->type & 1) == 0)
        g_error("“%s” is no value of a letter that can be set so", name);
    return row;
}

static void value_set(LetterValues *values, const LetterPlaceholder *row, Value value, bool there)
{
    if (!there) {
        g_hash_table_remove(values->set, row->name);
        return;
    }
    Value *kept = g_new(Value, 1);
    *kept = value;
    g_hash_table_insert(values->set, (char *)row->name, kept);
}

void letter_values_text(LetterValues *values, const char *name, const char *text)
{
    const LetterPlaceholder *row = row_settable(name, 1u << TEXT);
    g_autofree char *clean = text_clean(text);
    bool there = *clean != '\0';
    value_set(values, row, (Value){there ? g_steal_pointer(&clean) : NULL, 0}, there);
}

void letter_values_number(LetterValues *values, const char *name, gint64 number)
{
    value_set(values, row_settable(name, 1u << MONEY | 1u << NUMBER | 1u << RATE), (Value){NULL, number}, number != 0);
}

void letter_values_day(LetterValues *values, const char *name, Day day)
{
    value_set(values, row_settable(name, 1u << DAY | 1u << WEEKDAY), (Value){NULL, day.number}, day_known(day));
}

void letter_values_fact(LetterValues *values, const char *name, bool holds)
{
    value_set(values, row_settable(name, 1u << FACT), (Value){NULL, 1}, holds);
}

void letter_values_item(LetterValues *values, const LetterItem *item)
{
    LetterItem copy = *item;
    copy.number = text_clean(item->number);
    g_array_append_val(values->items, copy);
}

void letter_values_part(LetterValues *values, LetterPart part)
{
    g_array_append_val(values->parts, part);
}

LetterPeriod letter_period_of(const char *number, const InterestPeriod *period, unsigned marks)
{
    return (LetterPeriod){.number = number,
                          .from = period->first,
                          .until = period->last,
                          .days = period->days,
                          .base = period->base,
                          .rate = period->points,
                          .interest = period->amount,
                          .marks = marks};
}

void letter_values_period(LetterValues *values, const LetterPeriod *period)
{
    LetterPeriod copy = *period;
    g_autofree char *number = text_clean(period->number);
    copy.number = g_string_chunk_insert_const(values->numbers, number);
    g_array_append_val(values->periods, copy);
}

void letter_values_sender(LetterValues *values, const char *line)
{
    if (line != NULL && *line != '\0')
        g_ptr_array_add(values->sender, text_clean(line));
}

void letter_values_attachment(LetterValues *values, const char *name)
{
    g_ptr_array_add(values->attachments, text_clean(name));
}

void letter_values_personal(LetterValues *values, const char *line)
{
    g_free(values->personal);
    values->personal = text_clean_lines(line);
}

void letter_values_payment(LetterValues *values, const LetterPayment *payment)
{
    LetterPayment copy = *payment;
    copy.name = text_clean(payment->name);
    copy.iban = text_clean(payment->iban);
    copy.bic = text_clean(payment->bic);
    copy.reference = text_clean(payment->reference);
    copy.text = text_clean(payment->text);
    payment_clear(&values->payment);
    values->payment = copy;
}

/* ---- asking ---- */

const char *letter_values_get(const LetterValues *values, const char *name)
{
    const Value *value = g_hash_table_lookup(values->set, name);
    return value == NULL ? NULL : value->text;
}

gint64 letter_values_number_of(const LetterValues *values, const char *name)
{
    const Value *value = g_hash_table_lookup(values->set, name);
    return value == NULL ? 0 : value->number;
}

char *letter_values_write(const LetterValues *values, const LetterPlaceholder *placeholder, const char *language)
{
    const Value *value = g_hash_table_lookup(values->set, placeholder->name);
    if (value == NULL)
        return NULL;
    switch (placeholder->type) {
    case MONEY: return money_in(language, value->number, values->currency);
    case DAY: return day_in(language, day_from_number(value->number));
    case WEEKDAY: return day_weekday_in(language, day_from_number(value->number));
    case RATE: return percent_in(language, (int)value->number);
    case NUMBER: return g_strdup_printf("%d", (int)value->number);
    case FACT: return g_strdup("");
    case TEXT: break;
    }
    return g_strdup(value->text);
}
