/* What a letter says that nobody set: sums, lists of numbers, greeting, addresses, what is to be paid. */
#include "paper/letter_parts.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/reference.h"
#include "paper/letter_speech.h"
#include "paper/qr.h"
#include <string.h>

enum { LISTED_MOST = 4, TONE_FORMAL = 4 };

void letter_text_put(char **place, const char *text)
{
    g_free(*place);
    *place = g_strdup(text);
}

/* ---- sums and lists ---- */

static void derive_text(LetterComposer *composer, const char *name, const char *text)
{
    if (text != NULL && *text != '\0')
        g_hash_table_insert(composer->derived, (char *)name, g_strdup(text));
}

static void derive_money(LetterComposer *composer, const char *name, Cents cents)
{
    g_autofree char *text = money_in(composer->template->language, cents, composer->values->currency);
    derive_text(composer, name, cents != 0 ? text : "");
}

static void derive_number(LetterComposer *composer, const char *name, guint number)
{
    g_autofree char *text = g_strdup_printf("%u", number);
    derive_text(composer, name, number > 0 ? text : "");
}

static void derive_fact(LetterComposer *composer, const char *name, bool holds)
{
    derive_text(composer, name, holds ? "yes" : "");
}

static void items_take(LetterComposer *composer)
{
    bool asks = composer->template->charges == LETTER_CHARGES_ASKED;
    for (guint i = 0; i < composer->values->items->len; i++) {
        LetterItem item = g_array_index(composer->values->items, LetterItem, i);
        item.number = g_strdup(item.number);
        item.interest = asks ? item.interest : 0;
        item.costs = asks ? item.costs : 0;
        g_array_append_val(composer->letter->items, item);
    }
    g_array_append_vals(composer->letter->parts, composer->values->parts->data, composer->values->parts->len);
}

/* Of two notes for the same sum the one that fell due first is older; credit notes are none. */
static const LetterItem *oldest_item(const GArray *items)
{
    const LetterItem *oldest = NULL;
    for (guint i = 0; i < items->len; i++) {
        const LetterItem *item = &g_array_index(items, LetterItem, i);
        if (item->open > 0 && day_known(item->due) && (oldest == NULL || day_compare(item->due, oldest->due) < 0))
            oldest = item;
    }
    return oldest;
}

static void derive_oldest(LetterComposer *composer)
{
    const LetterItem *oldest = oldest_item(composer->letter->items);
    if (oldest == NULL)
        return;
    g_autofree char *due = day_in(composer->template->language, oldest->due);
    derive_text(composer, "oldest", oldest->number);
    derive_text(composer, "oldest_due", due);
    derive_number(composer, "days_late", (guint)MAX(oldest->days_late, 0));
}

static Cents late_sum(const GArray *items)
{
    Cents late = 0;
    for (guint i = 0; i < items->len; i++)
        late += g_array_index(items, LetterItem, i).days_late > 0 ? g_array_index(items, LetterItem, i).open : 0;
    return late;
}

static void derive_items(LetterComposer *composer)
{
    const GArray *items = composer->letter->items;
    g_autoptr(GPtrArray) numbers = g_ptr_array_new();
    guint late_count = 0, asked = 0;
    for (guint i = 0; i < items->len; i++) {
        const LetterItem *item = &g_array_index(items, LetterItem, i);
        asked += item->open > 0;
        late_count += item->open > 0 && item->days_late > 0;
        if (item->open > 0)
            g_ptr_array_add(numbers, item->number);
    }
    LetterTotals totals = letter_totals(composer->letter);
    g_autofree char *list = letter_list(composer->template->language, numbers, LISTED_MOST);
    derive_text(composer, "invoices", list);
    derive_number(composer, "count", asked);
    derive_money(composer, "open", totals.open);
    derive_money(composer, "late", late_sum(items));
    derive_money(composer, "interest", totals.interest);
    derive_money(composer, "costs", totals.costs);
    derive_money(composer, "total", totals.total);
    derive_fact(composer, "items", items->len > 0);
    derive_fact(composer, "several", asked > 1);
    derive_fact(composer, "all_late", asked > 0 && late_count == asked);
    derive_oldest(composer);
}

static Cents parts_sum(const GArray *parts)
{
    Cents sum = 0;
    for (guint i = 0; i < parts->len; i++)
        sum += g_array_index(parts, LetterPart, i).amount;
    return sum;
}

/* The first of them, or the down payment before them; NULL: there is none. */
static const LetterPart *part_first(const GArray *parts, bool down)
{
    for (guint i = 0; i < parts->len; i++)
        if (g_array_index(parts, LetterPart, i).down == down)
            return &g_array_index(parts, LetterPart, i);
    return NULL;
}

static void derive_part(LetterComposer *composer, const LetterPart *part, const char *amount, const char *day)
{
    g_autofree char *due = part != NULL ? day_weekday_in(composer->template->language, part->due) : NULL;
    derive_money(composer, amount, part != NULL ? part->amount : 0);
    derive_text(composer, day, due);
}

static void derive_parts(LetterComposer *composer)
{
    const GArray *parts = composer->letter->parts;
    guint count = 0;
    for (guint i = 0; i < parts->len; i++)
        count += !g_array_index(parts, LetterPart, i).down;
    if (count == 0)
        return;
    Day last = g_array_index(parts, LetterPart, parts->len - 1).due;
    g_autofree char *ends = day_weekday_in(composer->template->language, last);
    derive_fact(composer, "parts", true);
    derive_fact(composer, "several_parts", count > 1);
    derive_number(composer, "parts_count", count);
    derive_money(composer, "parts_total", parts_sum(parts));
    derive_part(composer, part_first(parts, true), "down", "down_on");
    derive_part(composer, part_first(parts, false), "part", "first_part_on");
    derive_text(composer, "last_part_on", ends);
}

static void derive_readers(LetterComposer *composer)
{
    const LetterValues *values = composer->values;
    bool consumer = (values->kind & (LETTER_KIND_CONSUMER | LETTER_KIND_UNKNOWN)) != 0;
    derive_fact(composer, "consumer", consumer);
    derive_fact(composer, "business", !consumer);
    derive_fact(composer, "be", strcmp(values->country, "BE") == 0);
    derive_fact(composer, "nl", strcmp(values->country, "NL") == 0);
    derive_fact(composer, "by_email", values->channel == LETTER_CHANNEL_EMAIL);
    derive_fact(composer, "by_post", values->channel == LETTER_CHANNEL_POST);
    derive_fact(composer, "attached", values->attachments->len > 0);
    derive_fact(composer, "personal", *values->personal != '\0');
    derive_fact(composer, "periods", composer->template->charges == LETTER_CHARGES_ASKED && values->periods->len > 0);
}

/* ---- who and where ---- */

/* A consumer is himself the person. */
static LetterPerson person_of(const LetterValues *values)
{
    const char *name = letter_values_get(values, "person");
    if (name == NULL && values->kind == LETTER_KIND_CONSUMER)
        name = letter_values_get(values, "customer");
    if (values->third_person) /* whoever opens it */
        return letter_person(NULL, LETTER_TITLE_NONE);
    return letter_person(name, values->title);
}

static void recipient_line(LetterComposer *composer, char *line)
{
    if (*line == '\0')
        g_free(line);
    else
        g_ptr_array_add(composer->letter->recipient, line);
}

static const char *get(const LetterComposer *composer, const char *name)
{
    const char *text = letter_values_get(composer->values, name);
    return text != NULL ? text : "";
}

static void recipient_write(LetterComposer *composer, const LetterPerson *person)
{
    const char *language = composer->template->language, *customer = get(composer, "customer");
    const LetterValues *values = composer->values;
    recipient_line(composer, g_strdup(customer));
    const char *reader = letter_values_get(values, "person");
    if (reader != NULL && strcmp(reader, customer) != 0 && strcmp(person->name, customer) != 0)
        recipient_line(composer, letter_attention(language, person));
    recipient_line(composer, g_strdup(get(composer, "street")));
    recipient_line(composer, g_strstrip(g_strdup_printf("%s %s", get(composer, "postcode"), get(composer, "city"))));
    if (strcmp(values->country, values->house) != 0 && *get(composer, "city") != '\0')
        recipient_line(composer, g_strdup(letter_country(language, values->country)));
}

static void head_write(LetterComposer *composer)
{
    Letter *letter = composer->letter;
    const LetterTemplate *template = composer->template;
    LetterPerson person = person_of(composer->values);
    g_autofree char *salutation = letter_salutation(template->language, &person, template->tone >= TONE_FORMAL);
    g_autofree char *today = letter_values_write(composer->values, letter_placeholder("today"), template->language);
    const char *place = get(composer, "place");
    derive_text(composer, "salutation", salutation);
    recipient_write(composer, &person);
    letter_person_clear(&person);
    for (guint i = 0; i < composer->values->sender->len; i++)
        g_ptr_array_add(letter->sender, g_strdup(composer->values->sender->pdata[i]));
    g_free(letter->place_and_day);
    letter->place_and_day = *place != '\0' ? g_strdup_printf("%s, %s", place, today) : g_strdup(today);
    g_free(letter->attachments_line);
    letter->attachments_line = letter_attachments(template->language, composer->values->attachments);
}

/* ---- what is to be paid ---- */

static bool pays(const LetterTemplate *template)
{
    for (guint i = 0; i < template->body->groups->len; i++) {
        const LetterGroup *group = template->body->groups->pdata[i];
        if (((const LetterParagraph *)group->wordings->pdata[0])->mark == LETTER_MARK_PAY)
            return true;
    }
    return false;
}

/* Of the first part that is not in yet. */
static Cents part_to_come(const GArray *parts, bool down)
{
    for (guint i = 0; i < parts->len; i++) {
        const LetterPart *part = &g_array_index(parts, LetterPart, i);
        if (part->down == down && part->received < part->amount)
            return part->amount - part->received;
    }
    return 0;
}

static Cents amount_named(const LetterComposer *composer, const char *name, Cents asked)
{
    return strcmp(name, "total") == 0  ? asked
           : strcmp(name, "open") == 0 ? letter_totals(composer->letter).open
           : strcmp(name, "late") == 0 ? late_sum(composer->letter->items)
           : strcmp(name, "down") == 0 ? part_to_come(composer->letter->parts, true)
           : strcmp(name, "part") == 0 ? part_to_come(composer->letter->parts, false)
                                       : letter_values_number_of(composer->values, name);
}

/* What the header says is paid, where the values do not say it: the first that there is; never more than is asked. */
static Cents amount_usual(const LetterComposer *composer, Cents asked)
{
    const GPtrArray *names = composer->template->pays;
    Cents usual = names->len == 0 ? asked : 0;
    for (guint i = 0; usual <= 0 && i < names->len; i++)
        usual = amount_named(composer, ((const LetterPlaceholder *)names->pdata[i])->name, asked);
    return composer->letter->items->len > 0 ? MIN(usual, asked) : usual;
}

static bool payment_write(LetterComposer *composer, GError **error)
{
    const LetterPayment *given = &composer->values->payment;
    LetterPayment *payment = &composer->letter->payment;
    LetterTotals totals = letter_totals(composer->letter);
    bool plan = letter_is_of_plan(composer->template); /* may hold more than its invoices: interest and costs */
    Cents asked = plan ? parts_sum(composer->letter->parts) : MAX(totals.total, 0);
    Cents amount = given->amount > 0 ? given->amount : MAX(amount_usual(composer, asked), 0);
    if (composer->letter->items->len > 0 && amount > asked)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("“%s” would ask for more than is open: charges are not asked in it."), composer->template->label);
    if (!pays(composer->template) || *given->iban == '\0')
        amount = 0;
    letter_text_put(&payment->name, *given->name != '\0' ? given->name : get(composer, "company"));
    letter_text_put(&payment->iban, given->iban);
    letter_text_put(&payment->bic, given->bic);
    letter_text_put(&payment->reference, given->reference);
    letter_text_put(&payment->text, given->text);
    payment->amount = amount;
    g_strlcpy(payment->currency, composer->values->currency, sizeof payment->currency);
    g_autofree char *iban = iban_pretty(given->iban), *reference = reference_pretty(given->reference);
    derive_text(composer, "iban", iban);
    derive_text(composer, "reference", reference);
    derive_money(composer, "pay", amount);
    derive_fact(composer, "payment", amount > 0);
    derive_fact(composer, "qr", qr_payable(payment, NULL));
    derive_money(composer, "total_if_late",
                 letter_values_number_of(composer->values, "cost_if_late") != 0
                     ? totals.open + letter_values_number_of(composer->values, "cost_if_late") +
                           letter_values_number_of(composer->values, "cost_vat")
                     : 0);
    return true;
}

bool letter_derive(LetterComposer *composer, GError **error)
{
    items_take(composer);
    derive_items(composer);
    derive_parts(composer);
    derive_readers(composer);
    head_write(composer);
    return payment_write(composer, error);
}
