/* The statement of claim for spreadsheets and programs. */
#include "paper/claim/parts.h"

#include "base/text.h"
#include "desk/outbox.h"
#include <json-glib/json-glib.h>
#include <string.h>

static const char *const PART_NAMES[PART_COUNT] = {
    [PART_COSTS] = "costs", [PART_INTEREST] = "interest", [PART_PRINCIPAL] = "principal"};

/* Marks of a figure, blanks between; "" it is sure. */
static char *marks_slugs(unsigned marks)
{
    static const struct {
        unsigned mark;
        const char *slug;
    } SLUGS[] = {
        {INTEREST_PROJECTED, "projected"}, {INTEREST_UNCONFIRMED, "unconfirmed"}, {INTEREST_UNKNOWN, "unknown"}};
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(SLUGS); i++)
        if ((marks & SLUGS[i].mark) != 0)
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", SLUGS[i].slug);
    return g_string_free(text, FALSE);
}

static const char *by_slug(SentBy by)
{
    return by == SENT_BY_POST ? "post" : "email";
}

static const char *kind_slug(DebtorKind kind)
{
    static const char *const SLUGS[] = {[DEBTOR_UNKNOWN] = "unknown",
                                        [DEBTOR_CONSUMER] = "consumer",
                                        [DEBTOR_BUSINESS] = "business",
                                        [DEBTOR_PUBLIC] = "public"};
    return SLUGS[kind];
}

static char *points_plain(int points)
{
    return money_plain(points);
}

/* --- CSV --------------------------------------------------------------------------------------------------- */

/* The cells of a row, by column. */
typedef enum {
    CELL_ROW,
    CELL_CURRENCY,
    CELL_INVOICE,
    CELL_WHAT,
    CELL_FROM,
    CELL_TO,
    CELL_DAYS,
    CELL_BASE,
    CELL_RATE,
    CELL_AMOUNT,
    CELL_COSTS,
    CELL_INTEREST,
    CELL_PRINCIPAL,
    CELL_OPEN,
    CELL_MARKS,
    CELL_SOURCE,
    CELL_COUNT
} Cell;

static const char *const HEADS[CELL_COUNT] = {"row",       "currency", "invoice", "what",   "from",  "to",
                                              "days",      "base",     "rate",    "amount", "costs", "interest",
                                              "principal", "open",     "marks",   "source"};

typedef struct {
    GString *text;
    char *cells[CELL_COUNT];
} Sheet;

static void cell(Sheet *sheet, Cell at, char *text)
{
    g_free(sheet->cells[at]);
    sheet->cells[at] = text;
}

static void row_begin(Sheet *sheet, const char *row, const char *currency, const char *invoice)
{
    cell(sheet, CELL_ROW, g_strdup(row));
    cell(sheet, CELL_CURRENCY, g_strdup(currency));
    cell(sheet, CELL_INVOICE, g_strdup(invoice));
}

static void row_end(Sheet *sheet)
{
    for (int i = 0; i < CELL_COUNT; i++) {
        g_autofree char *clean = text_clean(sheet->cells[i] != NULL ? sheet->cells[i] : "");
        g_autofree char *safe = text_csv_cell(clean);
        g_string_append_printf(sheet->text, "%s%s", i > 0 ? "," : "", safe);
        g_clear_pointer(&sheet->cells[i], g_free);
    }
    g_string_append_c(sheet->text, '\n');
}

static void parts_put(Sheet *sheet, const ClaimParts *parts)
{
    cell(sheet, CELL_COSTS, money_plain(parts->part[PART_COSTS]));
    cell(sheet, CELL_INTEREST, money_plain(parts->part[PART_INTEREST]));
    cell(sheet, CELL_PRINCIPAL, money_plain(parts->part[PART_PRINCIPAL]));
}

static void sum_row(Sheet *sheet, const ClaimInvoice *invoice, const char *row, const char *what, Day from,
                    Cents amount)
{
    if (amount == 0)
        return;
    row_begin(sheet, row, invoice->currency, invoice->number);
    cell(sheet, CELL_WHAT, g_strdup(what));
    cell(sheet, CELL_FROM, day_iso(from));
    cell(sheet, CELL_AMOUNT, money_plain(amount));
    row_end(sheet);
}

static void period_csv(Sheet *sheet, const Desk *desk, const ClaimInvoice *invoice, const InterestPeriod *period)
{
    row_begin(sheet, "interest", invoice->currency, invoice->number);
    cell(sheet, CELL_WHAT, g_strdup(invoice->rule.series != NULL ? invoice->rule.series->name : ""));
    cell(sheet, CELL_FROM, day_iso(period->first));
    cell(sheet, CELL_TO, day_iso(period->last));
    cell(sheet, CELL_DAYS, g_strdup_printf("%d", period->days));
    cell(sheet, CELL_BASE, money_plain(period->base));
    cell(sheet, CELL_RATE, points_plain(period->points));
    cell(sheet, CELL_AMOUNT, money_plain(period->amount));
    cell(sheet, CELL_MARKS, marks_slugs(interest_period_marks(desk->rates, period)));
    if (period->row != NULL)
        cell(sheet, CELL_SOURCE,
             g_strdup_printf("%s: %s", rate_status_slug(period->row->source.status), period->row->source.words));
    row_end(sheet);
}

static void waits_csv(Sheet *sheet, const ClaimInvoice *invoice)
{
    for (int i = 0; i < CHARGE_COUNT; i++) {
        const ChargeAnswer *answer = &invoice->answers[i];
        if (answer->allowed)
            continue;
        row_begin(sheet, "not_yet", invoice->currency, invoice->number);
        cell(sheet, CELL_WHAT, g_strdup(charge_slug((Charge)i)));
        cell(sheet, CELL_FROM, day_iso(answer->from));
        cell(sheet, CELL_SOURCE, g_strdup(answer->reason));
        row_end(sheet);
    }
}

static void invoice_csv(Sheet *sheet, const Claim *claim, const Desk *desk, const ClaimInvoice *invoice)
{
    row_begin(sheet, invoice->late ? "invoice" : "not_late", invoice->currency, invoice->number);
    cell(sheet, CELL_FROM, day_iso(invoice->issued));
    cell(sheet, CELL_TO, day_iso(invoice->due));
    cell(sheet, CELL_DAYS, g_strdup_printf("%d", MAX(day_minus(claim->day, invoice->late_from) + 1, 0)));
    cell(sheet, CELL_BASE, money_plain(claim_asked(invoice)));
    cell(sheet, CELL_AMOUNT, money_plain(invoice->amount));
    cell(sheet, CELL_OPEN, money_plain(invoice->open));
    parts_put(sheet, &invoice->left);
    cell(sheet, CELL_MARKS, marks_slugs(invoice->marks));
    row_end(sheet);
    sum_row(sheet, invoice, "less", "credited", DAY_NONE, invoice->credited);
    sum_row(sheet, invoice, "less", "disputed", DAY_NONE, invoice->disputed);
    sum_row(sheet, invoice, "less", "planned", DAY_NONE, invoice->planned);
    sum_row(sheet, invoice, "less", "set_off", DAY_NONE, invoice->on_account + invoice->by_notes);
    for (guint i = 0; i < invoice->periods->len; i++)
        period_csv(sheet, desk, invoice, &g_array_index(invoice->periods, InterestPeriod, i));
    for (int i = CHARGE_FIXED_SUM; i < CHARGE_COUNT; i++)
        sum_row(sheet, invoice, "cost", charge_slug((Charge)i), invoice->answers[i].from, invoice->charges[i]);
    for (guint i = 0; i < invoice->payments->len; i++) {
        const ClaimPaid *paid = &g_array_index(invoice->payments, ClaimPaid, i);
        row_begin(sheet, "payment", invoice->currency, invoice->number);
        cell(sheet, CELL_FROM, day_iso(paid->day));
        cell(sheet, CELL_AMOUNT, money_plain(paid->amount));
        parts_put(sheet, &paid->parts);
        row_end(sheet);
    }
    waits_csv(sheet, invoice);
}

static void promise_csv(Sheet *sheet, const Promise *promise)
{
    row_begin(sheet, "promise", promise->currency, "");
    cell(sheet, CELL_WHAT, g_strdup(promise->kind));
    cell(sheet, CELL_FROM, day_iso(promise->made));
    cell(sheet, CELL_TO, day_iso(promise->due));
    cell(sheet, CELL_AMOUNT, money_plain(promise->amount));
    cell(sheet, CELL_OPEN, money_plain(MAX(promise->amount - promise->received, 0)));
    cell(sheet, CELL_MARKS, g_strdup(PROMISE_STATE_SLUGS[promise->state]));
    row_end(sheet);
}

static void total_csv(Sheet *sheet, const Claim *claim, const ClaimTotal *total)
{
    row_begin(sheet, "total", total->currency, "");
    cell(sheet, CELL_TO, day_iso(claim->day));
    cell(sheet, CELL_AMOUNT, money_plain(total->total));
    cell(sheet, CELL_OPEN, money_plain(total->open));
    parts_put(sheet, &total->left);
    cell(sheet, CELL_MARKS, marks_slugs(total->marks));
    row_end(sheet);
    row_begin(sheet, "each_day_after", total->currency, "");
    cell(sheet, CELL_FROM, day_iso(day_plus(claim->day, 1)));
    cell(sheet, CELL_AMOUNT, money_plain(total->day_rate));
    row_end(sheet);
}

char *claim_csv(const Desk *desk, const Claim *claim)
{
    Sheet sheet = {.text = g_string_new(NULL)};
    for (int i = 0; i < CELL_COUNT; i++)
        g_string_append_printf(sheet.text, "%s%s", i > 0 ? "," : "", HEADS[i]);
    g_string_append_c(sheet.text, '\n');
    for (guint i = 0; i < claim->invoices->len; i++)
        invoice_csv(&sheet, claim, desk, g_ptr_array_index(claim->invoices, i));
    for (guint i = 0; i < claim->notices->len; i++) {
        const ClaimNotice *notice = g_ptr_array_index(claim->notices, i);
        row_begin(&sheet, "letter", "", "");
        cell(&sheet, CELL_WHAT, g_strdup(notice->document));
        cell(&sheet, CELL_FROM, day_iso(notice->notice.sent));
        cell(&sheet, CELL_SOURCE, g_strdup(by_slug(notice->notice.by)));
        row_end(&sheet);
    }
    for (guint i = 0; claim->promises != NULL && i < claim->promises->len; i++)
        promise_csv(&sheet, g_ptr_array_index(claim->promises, i));
    for (guint i = 0; i < claim->totals->len; i++)
        total_csv(&sheet, claim, &g_array_index(claim->totals, ClaimTotal, i));
    return g_string_free(sheet.text, FALSE);
}

/* --- JSON -------------------------------------------------------------------------------------------------- */

static void put_text(JsonBuilder *to, const char *name, const char *text)
{
    g_autofree char *clean = text_clean(text != NULL ? text : "");
    json_builder_set_member_name(to, name);
    json_builder_add_string_value(to, clean);
}

static void put_money(JsonBuilder *to, const char *name, Cents cents)
{
    g_autofree char *plain = money_plain(cents);
    put_text(to, name, plain);
}

static void put_day(JsonBuilder *to, const char *name, Day day)
{
    g_autofree char *iso = day_iso(day);
    if (day_known(day)) {
        put_text(to, name, iso);
        return;
    }
    json_builder_set_member_name(to, name);
    json_builder_add_null_value(to);
}

static void put_number(JsonBuilder *to, const char *name, gint64 number)
{
    json_builder_set_member_name(to, name);
    json_builder_add_int_value(to, number);
}

static void put_flag(JsonBuilder *to, const char *name, bool flag)
{
    json_builder_set_member_name(to, name);
    json_builder_add_boolean_value(to, flag);
}

static void put_parts(JsonBuilder *to, const char *name, const ClaimParts *parts)
{
    json_builder_set_member_name(to, name);
    json_builder_begin_object(to);
    for (int i = 0; i < PART_COUNT; i++)
        put_money(to, PART_NAMES[i], parts->part[i]);
    json_builder_end_object(to);
}

static void put_charges(JsonBuilder *to, const Cents *charges)
{
    for (int i = 0; i < CHARGE_COUNT; i++)
        put_money(to, charge_slug((Charge)i), charges[i]);
}

static void put_marks(JsonBuilder *to, unsigned marks)
{
    g_autofree char *slugs = marks_slugs(marks);
    g_auto(GStrv) list = g_strsplit(slugs, " ", -1);
    json_builder_set_member_name(to, "marks");
    json_builder_begin_array(to);
    for (char **mark = list; *mark != NULL; mark++)
        json_builder_add_string_value(to, *mark);
    json_builder_end_array(to);
}

static void list_begin(JsonBuilder *to, const char *name)
{
    json_builder_set_member_name(to, name);
    json_builder_begin_array(to);
}

static void period_json(JsonBuilder *to, const Desk *desk, const InterestPeriod *period)
{
    g_autofree char *rate = points_plain(period->points);
    json_builder_begin_object(to);
    put_day(to, "from", period->first);
    put_day(to, "to", period->last);
    put_number(to, "days", period->days);
    put_money(to, "base", period->base);
    put_text(to, "rate", rate);
    put_money(to, "interest", period->amount);
    put_marks(to, interest_period_marks(desk->rates, period));
    put_text(to, "status", period->row != NULL ? rate_status_slug(period->row->source.status) : "");
    put_text(to, "source", period->row != NULL ? period->row->source.words : "");
    json_builder_end_object(to);
}

static void answer_json(JsonBuilder *to, const ClaimInvoice *invoice, Charge charge)
{
    const ChargeAnswer *answer = &invoice->answers[charge];
    json_builder_begin_object(to);
    put_text(to, "charge", charge_slug(charge));
    put_flag(to, "allowed", answer->allowed);
    put_money(to, "amount", invoice->charges[charge]);
    put_day(to, "from", answer->from);
    put_text(to, "reason", answer->reason);
    json_builder_end_object(to);
}

static void payment_json(JsonBuilder *to, const ClaimPaid *paid)
{
    json_builder_begin_object(to);
    put_number(to, "receipt", paid->payment_id);
    put_day(to, "day", paid->day);
    put_money(to, "amount", paid->amount);
    put_parts(to, "went_to", &paid->parts);
    json_builder_end_object(to);
}

static void invoice_lists(JsonBuilder *to, const Desk *desk, const ClaimInvoice *invoice)
{
    list_begin(to, "charges");
    for (int i = 0; i < CHARGE_COUNT; i++)
        answer_json(to, invoice, (Charge)i);
    json_builder_end_array(to);
    list_begin(to, "periods");
    for (guint i = 0; i < invoice->periods->len; i++)
        period_json(to, desk, &g_array_index(invoice->periods, InterestPeriod, i));
    json_builder_end_array(to);
    list_begin(to, "payments");
    for (guint i = 0; i < invoice->payments->len; i++)
        payment_json(to, &g_array_index(invoice->payments, ClaimPaid, i));
    json_builder_end_array(to);
}

static void invoice_json(JsonBuilder *to, const Desk *desk, const ClaimInvoice *invoice)
{
    json_builder_begin_object(to);
    put_text(to, "number", invoice->number);
    put_text(to, "reference", invoice->reference);
    put_text(to, "description", invoice->description);
    put_text(to, "currency", invoice->currency);
    put_day(to, "issued", invoice->issued);
    put_day(to, "due", invoice->due);
    put_day(to, "late_from", invoice->late_from);
    put_flag(to, "late", invoice->late);
    put_money(to, "amount", invoice->amount);
    put_money(to, "credited", invoice->credited);
    put_money(to, "paid", invoice->paid);
    put_money(to, "open", invoice->open);
    put_money(to, "disputed", invoice->disputed);
    put_money(to, "planned", invoice->planned);
    put_money(to, "set_off", invoice->on_account + invoice->by_notes);
    put_money(to, "asked", claim_asked(invoice));
    put_text(to, "series", invoice->rule.series != NULL ? invoice->rule.series->name : "");
    put_parts(to, "left", &invoice->left);
    put_money(to, "total", invoice->total);
    put_money(to, "day_rate", invoice->day_rate);
    put_marks(to, invoice->marks);
    invoice_lists(to, desk, invoice);
    json_builder_end_object(to);
}

static void total_json(JsonBuilder *to, const ClaimTotal *total)
{
    json_builder_begin_object(to);
    put_text(to, "currency", total->currency);
    put_number(to, "invoices", total->invoices);
    put_money(to, "open", total->open);
    put_money(to, "disputed", total->disputed);
    put_money(to, "planned", total->planned);
    put_money(to, "credit", total->credit);
    put_charges(to, total->charges);
    put_parts(to, "left", &total->left);
    put_money(to, "total", total->total);
    put_money(to, "day_rate", total->day_rate);
    put_number(to, "not_late", total->early);
    put_money(to, "not_late_open", total->early_open);
    put_marks(to, total->marks);
    json_builder_end_object(to);
}

static void notice_json(JsonBuilder *to, const ClaimNotice *notice)
{
    json_builder_begin_object(to);
    put_text(to, "document", notice->document);
    put_day(to, "sent", notice->notice.sent);
    put_text(to, "by", by_slug(notice->notice.by));
    json_builder_end_object(to);
}

static void promise_json(JsonBuilder *to, const Promise *promise)
{
    json_builder_begin_object(to);
    put_text(to, "kind", promise->kind);
    put_flag(to, "of_plan", promise->plan_id != 0);
    put_day(to, "made", promise->made);
    put_day(to, "due", promise->due);
    put_text(to, "currency", promise->currency);
    put_money(to, "amount", promise->amount);
    put_money(to, "received", promise->received);
    put_text(to, "state", PROMISE_STATE_SLUGS[promise->state]);
    json_builder_end_object(to);
}

static void note_json(JsonBuilder *to, const ClaimNote *note)
{
    json_builder_begin_object(to);
    put_text(to, "number", note->number);
    put_text(to, "currency", note->currency);
    put_day(to, "issued", note->issued);
    put_money(to, "open", note->open);
    json_builder_end_object(to);
}

static void customer_json(JsonBuilder *to, const Claim *claim)
{
    const struct {
        const char *name, *text;
    } texts[] = {{"customer", claim->number}, {"name", claim->name},         {"kind", kind_slug(claim->kind)},
                 {"country", claim->country}, {"language", claim->language}, {"vat", claim->vat},
                 {"street", claim->street},   {"postcode", claim->postcode}, {"city", claim->city}};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        put_text(to, texts[i].name, texts[i].text);
    put_flag(to, "mediation", claim->mediation);
    put_day(to, "day", claim->day);
    put_day(to, "bank_day", claim->bank_day);
}

char *claim_json(const Desk *desk, const Claim *claim)
{
    g_autoptr(JsonBuilder) to = json_builder_new();
    json_builder_begin_object(to);
    customer_json(to, claim);
    list_begin(to, "invoices");
    for (guint i = 0; i < claim->invoices->len; i++)
        invoice_json(to, desk, g_ptr_array_index(claim->invoices, i));
    json_builder_end_array(to);
    list_begin(to, "credit_notes");
    for (guint i = 0; i < claim->notes->len; i++)
        note_json(to, g_ptr_array_index(claim->notes, i));
    json_builder_end_array(to);
    list_begin(to, "letters");
    for (guint i = 0; i < claim->notices->len; i++)
        notice_json(to, g_ptr_array_index(claim->notices, i));
    json_builder_end_array(to);
    list_begin(to, "promises");
    for (guint i = 0; claim->promises != NULL && i < claim->promises->len; i++)
        promise_json(to, g_ptr_array_index(claim->promises, i));
    json_builder_end_array(to);
    list_begin(to, "totals");
    for (guint i = 0; i < claim->totals->len; i++)
        total_json(to, &g_array_index(claim->totals, ClaimTotal, i));
    json_builder_end_array(to);
    json_builder_end_object(to);
    JsonNode *root = json_builder_get_root(to);
    g_autoptr(JsonGenerator) generator = json_generator_new();
    json_generator_set_pretty(generator, TRUE);
    json_generator_set_root(generator, root);
    char *text = json_generator_to_data(generator, NULL);
    json_node_unref(root);
    return text;
}
