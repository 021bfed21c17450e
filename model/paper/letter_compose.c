/* A template and values make a letter. */
#include "paper/letter_parts.h"

#include "base/error.h"
#include "base/fingerprint.h"
#include "base/i18n.h"
#include "base/reference.h"
#include "paper/letter_speech.h"
#include <string.h>

enum { LISTED_MOST = 4, TONE_FORMAL = 4 };

typedef struct {
    const LetterTemplate *template;
    const LetterValues *values;
    Letter *letter;
    GHashTable *derived; /* name → char *, as the letter writes it */
    int variant;
} Composer;

/* ---- for whom ---- */

bool letter_template_fits(const LetterTemplate *template, const LetterValues *values, GError **error)
{
    const char *label = template->label;
    if (values->third_person && !template->third_person)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("“%s” tells of the debt: only the customer himself may get it, write the message to call back."),
                    label);
    if ((template->kinds & values->kind) == 0)
        return fail(
            error, BELRONDE_ERROR_INPUT,
            _("“%s” is not for this kind of customer: set whether he is a firm or a consumer, or take another letter."),
            label);
    if (template->countries->len > 0 &&
        !g_ptr_array_find_with_equal_func(template->countries, values->country, g_str_equal, NULL))
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("“%s” follows the law of another country than the customer's: take another letter."), label);
    if ((template->channels & values->channel) == 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("“%s” cannot go this way: choose post or e-mail."), label);
    return true;
}

/* ---- wording ---- */

static bool group_differs(const LetterGroup *group, int one, int other)
{
    int count = (int)group->wordings->len;
    return count < 2 || one % count != other % count;
}

/* Every paragraph that has other words must take them. */
static bool wording_differs(const LetterTemplate *template, int one, int other)
{
    bool differs = group_differs(template->body->subject, one, other);
    for (guint i = 0; differs && i < template->body->groups->len; i++)
        differs = group_differs(template->body->groups->pdata[i], one, other);
    return differs;
}

/* The same customer at the same point always gets the same wording, and never the one he had last: the one after that
 * always differs everywhere, so there is a choice. */
static int wording_pick(const LetterTemplate *template, const LetterValues *values)
{
    Fingerprint print = FINGERPRINT_START;
    fingerprint_text(&print, letter_values_get(values, "customer_number"));
    fingerprint_text(&print, template->slug);
    fingerprint_number(&print, values->letters_before);
    g_autoptr(GArray) fitting = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; i < template->wordings; i++)
        if (values->last_variant < 0 || wording_differs(template, i, values->last_variant))
            g_array_append_val(fitting, i);
    return g_array_index(fitting, int, print.a % fitting->len);
}

/* ---- what follows from the facts ---- */

static void derive_text(Composer *composer, const char *name, const char *text)
{
    if (text != NULL && *text != '\0')
        g_hash_table_insert(composer->derived, (char *)name, g_strdup(text));
}

static void derive_money(Composer *composer, const char *name, Cents cents)
{
    g_autofree char *text = money_in(composer->template->language, cents, composer->values->currency);
    derive_text(composer, name, cents != 0 ? text : "");
}

static void derive_number(Composer *composer, const char *name, guint number)
{
    g_autofree char *text = g_strdup_printf("%u", number);
    derive_text(composer, name, number > 0 ? text : "");
}

static void derive_fact(Composer *composer, const char *name, bool holds)
{
    derive_text(composer, name, holds ? "yes" : "");
}

static void items_take(Composer *composer)
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

static void derive_oldest(Composer *composer)
{
    const LetterItem *oldest = oldest_item(composer->letter->items);
    if (oldest == NULL)
        return;
    g_autofree char *due = day_in(composer->template->language, oldest->due);
    derive_text(composer, "oldest", oldest->number);
    derive_text(composer, "oldest_due", due);
    derive_number(composer, "days_late", (guint)MAX(oldest->days_late, 0));
}

static void derive_items(Composer *composer)
{
    const GArray *items = composer->letter->items;
    g_autoptr(GPtrArray) numbers = g_ptr_array_new();
    Cents late = 0;
    guint late_count = 0, asked = 0;
    for (guint i = 0; i < items->len; i++) {
        const LetterItem *item = &g_array_index(items, LetterItem, i);
        asked += item->open > 0;
        late += item->days_late > 0 ? item->open : 0;
        late_count += item->open > 0 && item->days_late > 0;
        if (item->open > 0)
            g_ptr_array_add(numbers, item->number);
    }
    LetterTotals totals = letter_totals(composer->letter);
    g_autofree char *list = letter_list(composer->template->language, numbers, LISTED_MOST);
    derive_text(composer, "invoices", list);
    derive_number(composer, "count", asked);
    derive_money(composer, "open", totals.open);
    derive_money(composer, "late", late);
    derive_money(composer, "interest", totals.interest);
    derive_money(composer, "costs", totals.costs);
    derive_money(composer, "total", totals.total);
    derive_fact(composer, "items", items->len > 0);
    derive_fact(composer, "several", asked > 1);
    derive_fact(composer, "all_late", asked > 0 && late_count == asked);
    derive_oldest(composer);
}

static void derive_parts(Composer *composer)
{
    const GArray *parts = composer->letter->parts;
    Cents total = 0;
    if (parts->len == 0)
        return;
    for (guint i = 0; i < parts->len; i++)
        total += g_array_index(parts, LetterPart, i).amount;
    const LetterPart *first = &g_array_index(parts, LetterPart, 0);
    const char *language = composer->template->language;
    g_autofree char *begins = day_weekday_in(language, first->due);
    g_autofree char *ends = day_weekday_in(language, g_array_index(parts, LetterPart, parts->len - 1).due);
    derive_fact(composer, "parts", true);
    derive_number(composer, "parts_count", parts->len);
    derive_money(composer, "parts_total", total);
    derive_money(composer, "part", first->amount);
    derive_text(composer, "first_part_on", begins);
    derive_text(composer, "last_part_on", ends);
}

static void derive_readers(Composer *composer)
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
    return letter_person(name, values->title);
}

static void recipient_line(Composer *composer, char *line)
{
    if (*line == '\0')
        g_free(line);
    else
        g_ptr_array_add(composer->letter->recipient, line);
}

static const char *get(const Composer *composer, const char *name)
{
    const char *text = letter_values_get(composer->values, name);
    return text != NULL ? text : "";
}

static void recipient_write(Composer *composer, const LetterPerson *person)
{
    const char *language = composer->template->language, *customer = get(composer, "customer");
    const LetterValues *values = composer->values;
    recipient_line(composer, g_strdup(customer));
    if (letter_values_get(values, "person") != NULL && strcmp(person->name, customer) != 0)
        recipient_line(composer, letter_attention(language, person));
    recipient_line(composer, g_strdup(get(composer, "street")));
    recipient_line(composer, g_strstrip(g_strdup_printf("%s %s", get(composer, "postcode"), get(composer, "city"))));
    if (strcmp(values->country, values->house) != 0 && *get(composer, "city") != '\0')
        recipient_line(composer, g_strdup(letter_country(language, values->country)));
}

static void head_write(Composer *composer)
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

static void text_put(char **place, const char *text)
{
    g_free(*place);
    *place = g_strdup(text);
}

static bool payment_write(Composer *composer, GError **error)
{
    const LetterPayment *given = &composer->values->payment;
    LetterPayment *payment = &composer->letter->payment;
    LetterTotals totals = letter_totals(composer->letter);
    Cents asked = MAX(totals.total, 0), amount = given->amount > 0 ? given->amount : asked;
    if (composer->letter->items->len > 0 && amount > asked)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("“%s” would ask for more than is open: charges are not asked in it."), composer->template->label);
    if (!pays(composer->template) || *given->iban == '\0')
        amount = 0;
    text_put(&payment->name, *given->name != '\0' ? given->name : get(composer, "company"));
    text_put(&payment->iban, given->iban);
    text_put(&payment->bic, given->bic);
    text_put(&payment->reference, given->reference);
    text_put(&payment->text, given->text);
    payment->amount = amount;
    g_strlcpy(payment->currency, composer->values->currency, sizeof payment->currency);
    g_autofree char *iban = iban_pretty(given->iban), *reference = reference_pretty(given->reference);
    derive_text(composer, "iban", iban);
    derive_text(composer, "reference", reference);
    derive_money(composer, "pay", amount);
    derive_fact(composer, "payment", amount > 0);
    derive_fact(composer, "qr", amount > 0 && strcmp(payment->currency, "EUR") == 0);
    derive_money(composer, "total_if_late",
                 letter_values_number_of(composer->values, "cost_if_late") != 0
                     ? totals.open + letter_values_number_of(composer->values, "cost_if_late") +
                           letter_values_number_of(composer->values, "cost_vat")
                     : 0);
    return true;
}

/* ---- writing ---- */

/* A placeholder as the letter writes it, NULL: not there. */
static char *written(const Composer *composer, const LetterPlaceholder *row)
{
    const char *derived = g_hash_table_lookup(composer->derived, row->name);
    if ((row->flags & LETTER_VALUE_DERIVED) != 0)
        return g_strdup(derived);
    return letter_values_write(composer->values, row, composer->template->language);
}

static bool there(const Composer *composer, const LetterPlaceholder *row)
{
    g_autofree char *text = written(composer, row);
    return text != NULL;
}

static bool pieces_write(const Composer *composer, const GArray *pieces, GString *out);

static bool choice_write(const Composer *composer, const LetterChoice *choice, GString *out)
{
    size_t before = out->len;
    bool holds = true;
    for (guint i = 0; holds && i < choice->facts->len; i++)
        holds = there(composer, choice->facts->pdata[i]);
    if (holds && pieces_write(composer, choice->pieces, out))
        return true;
    g_string_truncate(out, before);
    return false;
}

static void passage_write(const Composer *composer, const LetterPassage *passage, GString *out)
{
    for (guint i = 0; i < passage->choices->len; i++)
        if (choice_write(composer, passage->choices->pdata[i], out))
            return;
}

/* False where a placeholder is not there. */
static bool pieces_write(const Composer *composer, const GArray *pieces, GString *out)
{
    for (guint i = 0; i < pieces->len; i++) {
        const LetterPiece *piece = &g_array_index(pieces, LetterPiece, i);
        g_autofree char *text = piece->placeholder != NULL ? written(composer, piece->placeholder) : NULL;
        if (piece->placeholder != NULL && text == NULL)
            return false;
        if (piece->passage != NULL)
            passage_write(composer, piece->passage, out);
        else
            g_string_append(out, piece->words != NULL ? piece->words : text);
    }
    return true;
}

/* Where a passage went, two blanks met or one stands before a full stop. */
static void blanks_tidy(GString *line)
{
    size_t kept = 0;
    for (size_t i = 0; i < line->len; i++) {
        char letter = line->str[i];
        bool closes = letter == '.' || letter == ',' || letter == ')';
        if (letter == ' ' && (kept == 0 || line->str[kept - 1] == ' '))
            continue;
        if (closes && kept > 0 && line->str[kept - 1] == ' ')
            kept--;
        line->str[kept++] = letter;
    }
    g_string_truncate(line, kept);
    g_strchomp(line->str);
}

static char *line_write(const Composer *composer, const GArray *pieces)
{
    g_autoptr(GString) line = g_string_new(NULL);
    if (!pieces_write(composer, pieces, line))
        g_string_truncate(line, 0);
    blanks_tidy(line);
    return letter_spaced(composer->template->language, line->str);
}

/* Lines of which nothing is left go. */
static char *paragraph_write(const Composer *composer, const LetterParagraph *paragraph)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < paragraph->lines->len; i++) {
        g_autofree char *line = line_write(composer, paragraph->lines->pdata[i]);
        if (*line != '\0')
            g_string_append_printf(text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
    return g_string_free(text, FALSE);
}

static char *rates_write(const Composer *composer)
{
    GString *text = g_string_new(NULL);
    const GArray *periods = composer->values->periods;
    bool asks = composer->template->charges == LETTER_CHARGES_ASKED;
    for (guint i = 0; asks && i < periods->len; i++) {
        g_autofree char *line = letter_period(composer->template->language, &g_array_index(periods, LetterPeriod, i),
                                              composer->values->currency);
        g_autofree char *spaced = letter_spaced(composer->template->language, line);
        g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", spaced);
    }
    return g_string_free(text, FALSE);
}

static char *block_text(const Composer *composer, const LetterParagraph *paragraph)
{
    if (paragraph->mark == LETTER_MARK_PERSONAL)
        return g_strdup(composer->values->personal);
    return paragraph->mark == LETTER_MARK_RATES ? rates_write(composer) : paragraph_write(composer, paragraph);
}

static void paragraph_add(Composer *composer, const LetterParagraph *paragraph)
{
    static const LetterBlockKind kinds[] = {
        [LETTER_MARK_TEXT] = LETTER_PARAGRAPH, [LETTER_MARK_POINTS] = LETTER_POINTS,
        [LETTER_MARK_ITEMS] = LETTER_ITEMS,    [LETTER_MARK_PARTS] = LETTER_PARTS,
        [LETTER_MARK_PAY] = LETTER_PAY,        [LETTER_MARK_PERSONAL] = LETTER_PARAGRAPH,
        [LETTER_MARK_RATES] = LETTER_POINTS};
    LetterBlockKind kind = kinds[paragraph->mark];
    g_autofree char *text = block_text(composer, paragraph);
    bool shown = kind == LETTER_ITEMS   ? composer->letter->items->len > 0
                 : kind == LETTER_PARTS ? composer->letter->parts->len > 0
                 : kind == LETTER_PAY   ? composer->letter->payment.amount > 0
                                        : *text != '\0';
    if (shown)
        letter_block_add(composer->letter, kind, text);
}

static const LetterParagraph *wording_of(const Composer *composer, const LetterGroup *group)
{
    return group->wordings->pdata[(guint)composer->variant % group->wordings->len];
}

static void body_write(Composer *composer)
{
    const LetterBody *body = composer->template->body;
    g_free(composer->letter->subject);
    composer->letter->subject = paragraph_write(composer, wording_of(composer, body->subject));
    for (guint i = 0; i < body->groups->len; i++)
        paragraph_add(composer, wording_of(composer, body->groups->pdata[i]));
}

/* ---- all together ---- */

static bool needs_met(const Composer *composer, GError **error)
{
    static const char *const always[] = {"customer", "company", "agent", "today"};
    const GPtrArray *needs = composer->template->needs;
    for (guint i = 0; i < needs->len + G_N_ELEMENTS(always); i++) {
        const LetterPlaceholder *row = i < needs->len ? needs->pdata[i] : letter_placeholder(always[i - needs->len]);
        if (!there(composer, row))
            return fail(error, BELRONDE_ERROR_INPUT, _("“%s” cannot be written, {%s} is missing: %s."),
                        composer->template->label, row->name, _(row->about));
    }
    return true;
}

static Letter *letter_begun(const LetterTemplate *template, const LetterValues *values)
{
    Letter *letter = letter_new();
    text_put(&letter->slug, template->slug);
    text_put(&letter->language, template->language);
    text_put(&letter->logo, values->logo);
    g_strlcpy(letter->currency, values->currency, sizeof letter->currency);
    return letter;
}

Letter *letter_compose(const LetterTemplate *template, const LetterValues *values, int *variant, GError **error)
{
    if (!letter_template_fits(template, values, error))
        return NULL;
    g_autoptr(Letter) letter = letter_begun(template, values);
    g_autoptr(GHashTable) derived = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    Composer composer = {template, values, letter, derived, wording_pick(template, values)};
    items_take(&composer);
    derive_items(&composer);
    derive_parts(&composer);
    derive_readers(&composer);
    if (!payment_write(&composer, error) || !needs_met(&composer, error))
        return NULL;
    head_write(&composer);
    body_write(&composer);
    if (variant != NULL)
        *variant = composer.variant;
    return g_steal_pointer(&letter);
}
