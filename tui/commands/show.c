#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/output.h"
#include "commands/plan.h"
#include "desk/card.h"
#include "desk/claim_words.h"
#include "desk/queue.h"
#include "desk/way.h"

static JsonObject *money_object(const MoneyLine *line)
{
    JsonObject *object = json_object_new();
    object_text(object, "currency", line->currency);
    object_money(object, "open", line->open);
    object_money(object, "overdue", line->overdue);
    object_money(object, "promised", line->promised);
    object_money(object, "disputed", line->disputed);
    object_money(object, "unallocated", line->unallocated);
    object_money(object, "direct_debit", line->collecting);
    object_money(object, "collectable", line->ask);
    json_object_set_int_member(object, "invoices", line->invoices);
    json_object_set_int_member(object, "days_late", line->days_oldest);
    return object;
}

static JsonObject *contact_object(gconstpointer data)
{
    const CardContact *contact = data;
    JsonObject *object = json_object_new();
    object_text(object, "name", contact->name);
    object_text(object, "role", contact->role);
    object_text(object, "email", contact->email);
    object_text(object, "reach", contact->reach);
    object_day(object, "absent_until", contact->absent_until);
    json_object_set_boolean_member(object, "reachable", contact->reachable);
    JsonArray *phones = json_array_new();
    for (guint i = 0; i < contact->phones->len; i++) {
        const CardPhone *phone = g_ptr_array_index(contact->phones, i);
        JsonObject *entry = json_object_new();
        object_text(entry, "number", phone->pretty);
        object_text(entry, "e164", phone->e164);
        object_text(entry, "raw", phone->raw);
        json_object_set_boolean_member(entry, "wrong", phone->wrong);
        json_array_add_object_element(phones, entry);
    }
    json_object_set_array_member(object, "phones", phones);
    return object;
}

static JsonObject *item_object(gconstpointer data)
{
    const CardItem *item = data;
    JsonObject *object = json_object_new();
    object_text(object, "number", item->number);
    object_text(object, "kind", item->kind);
    object_day(object, "issued", item->issued);
    object_day(object, "due", item->due);
    object_day(object, "collect_day", item->collect_day);
    object_money(object, "discount", item->discount);
    object_day(object, "discount_until", item->discount_until);
    object_text(object, "copy", item->copy);
    json_object_set_int_member(object, "days_late", MAX(item->days_late, 0));
    object_money(object, "amount", item->amount);
    object_money(object, "open", item->open);
    object_money(object, "promised", item->promised);
    object_money(object, "disputed", item->disputed);
    object_text(object, "currency", item->currency);
    object_text(object, "reference", item->reference);
    object_text(object, "stage", item->stage);
    return object;
}

static JsonObject *promise_object(gconstpointer data)
{
    const Promise *promise = data;
    JsonObject *object = json_object_new();
    object_text(object, "kind", promise->kind);
    object_text(object, "method", promise->method);
    object_day(object, "made", promise->made);
    object_day(object, "due", promise->due);
    object_money(object, "amount", promise->amount);
    object_money(object, "received", promise->received);
    object_text(object, "currency", promise->currency);
    object_text(object, "state", PROMISE_STATE_SLUGS[promise->state]);
    object_text(object, "cheque_number", promise->cheque_number);
    return object;
}

static JsonObject *timeline_object(gconstpointer data)
{
    const TimelineRow *row = data;
    JsonObject *object = json_object_new();
    object_day(object, "day", row->when.day);
    object_minute(object, "time", row->when.minute);
    object_text(object, "agent", row->agent);
    object_text(object, "outcome", row->letter);
    object_text(object, "text", row->text);
    object_text(object, "note", row->note);
    json_object_set_boolean_member(object, "undone", row->undone);
    return object;
}

static JsonObject *touchpoint_object(gconstpointer data)
{
    const Touchpoint *touchpoint = data;
    JsonObject *object = json_object_new();
    object_text(object, "reason", touchpoint->reason);
    object_day(object, "day", touchpoint->when.day);
    object_minute(object, "time", touchpoint->when.minute);
    object_text(object, "detail", touchpoint->detail);
    object_text(object, "owner", touchpoint->owner);
    json_object_set_boolean_member(object, "callback", touchpoint->timed);
    return object;
}

static void put_master_data(JsonObject *object, const Card *card)
{
    char class[] = {card->payment_class, '\0'};
    object_text(object, "customer", card->number);
    object_text(object, "name", card->name);
    object_text(object, "kind", card->kind);
    object_text(object, "class", class);
    json_object_set_boolean_member(object, "class_manual", card->class_is_manual);
    object_text(object, "language", card->language);
    object_text(object, "country", card->country);
    object_text(object, "vat", card->vat);
    object_text(object, "address", card->address);
    json_object_set_int_member(object, "terms_days", card->terms_days);
    if (card->credit_limit >= 0)
        object_money(object, "credit_limit", card->credit_limit);
    else
        json_object_set_null_member(object, "credit_limit");
    json_object_set_boolean_member(object, "stop_supply", card->stop_supply);
    json_object_set_boolean_member(object, "prepay", card->prepay);
    json_object_set_boolean_member(object, "restricted", card->restricted);
    object_text(object, "not_callable", card->not_callable);
    object_text(object, "holds", card->holds_words);
    object_text(object, "reason", card->reason);
    object_day(object, "bank_day", card->bank_day);
}

static JsonObject *way_object(gconstpointer data)
{
    const WayRow *row = data;
    JsonObject *object = json_object_new();
    object_text(object, "state", WAY_STATE_SLUGS[row->state]);
    object_text(object, "step", row->step);
    object_text(object, "label", row->label);
    object_text(object, "channel", row->letter ? "letter" : "call");
    object_text(object, "document", row->document);
    object_day(object, "day", row->day);
    object_text(object, "why", row->why);
    return object;
}

/* What may be asked on top, and what not yet: from which day (null: something must be done first) and why. */
static JsonArray *charge_objects(const Claim *claim)
{
    JsonArray *charges = json_array_new();
    for (guint t = 0; t < claim->totals->len; t++)
        for (int i = 0; i < CHARGE_COUNT; i++) {
            const ClaimTotal *total = &g_array_index(claim->totals, ClaimTotal, t);
            const ChargeAnswer *waits = claim_waits(claim, total->currency, (Charge)i);
            JsonObject *object = json_object_new();
            object_text(object, "charge", charge_slug((Charge)i));
            object_text(object, "currency", total->currency);
            object_money(object, "allowed", total->charges[i]);
            object_day(object, "more_from", waits != NULL ? waits->from : DAY_NONE);
            object_text(object, "not_yet", waits != NULL ? waits->reason : "");
            json_array_add_object_element(charges, object);
        }
    return charges;
}

/* null: too few payments to judge by. */
static void put_months(JsonObject *object, const SlowerMonths *months)
{
    if (!months->judged) {
        json_object_set_null_member(object, "months_late");
        return;
    }
    JsonObject *judged = json_object_new();
    JsonArray *rows = json_array_new();
    for (int i = 0; i < SLOWER_MONTHS; i++) {
        JsonObject *month = json_object_new();
        object_day(month, "month", months->first[i]);
        json_object_set_int_member(month, "days_late", months->days[i]);
        json_array_add_object_element(rows, month);
    }
    json_object_set_int_member(judged, "before", months->before);
    json_object_set_array_member(judged, "months", rows);
    json_object_set_object_member(object, "months_late", judged);
}

static JsonObject *card_object(const Card *card, const Claim *claim)
{
    JsonObject *object = json_object_new();
    put_master_data(object, card);
    JsonArray *money = json_array_new();
    for (guint i = 0; i < card->money->len; i++)
        json_array_add_object_element(money, money_object(&g_array_index(card->money, MoneyLine, i)));
    json_object_set_array_member(object, "money", money);
    json_object_set_array_member(object, "contacts", row_objects(card->contacts, contact_object));
    json_object_set_array_member(object, "items", row_objects(card->items, item_object));
    json_object_set_array_member(object, "charges", charge_objects(claim));
    json_object_set_array_member(object, "promises", row_objects(card->promises, promise_object));
    json_object_set_array_member(object, "plans", plan_objects(card->plans));
    json_object_set_array_member(object, "timeline", row_objects(card->timeline, timeline_object));
    json_object_set_array_member(object, "touchpoints", row_objects(card->touchpoints, touchpoint_object));
    json_object_set_array_member(object, "way", row_objects(card->way->rows, way_object));
    const WayRow *next = way_next(card->way);
    if (next != NULL)
        json_object_set_object_member(object, "next", way_object(next));
    else
        json_object_set_null_member(object, "next");
    object_text(object, "if_not_rung", card->way->if_unrung);
    object_text(object, "letters_wait", card->way->pause);
    json_object_set_int_member(object, "promises_kept", card->promises_kept);
    json_object_set_int_member(object, "promises_broken", card->promises_broken);
    if (card->behaviour.known)
        json_object_set_int_member(object, "weighted_days_late", card->behaviour.days_late);
    else
        json_object_set_null_member(object, "weighted_days_late");
    json_object_set_boolean_member(object, "slowing", card->slowing);
    put_months(object, &card->behaviour.months);
    return object;
}

static void print_contacts(GString *text, const Card *card)
{
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        const char *comma = *contact->name != '\0' && *contact->role_label != '\0' ? ", " : "";
        g_string_append_printf(text, "  %s%s%s", contact->name, comma, contact->role_label);
        for (guint p = 0; p < contact->phones->len; p++) {
            const CardPhone *phone = g_ptr_array_index(contact->phones, p);
            g_string_append_printf(text, "  %s%s", phone->pretty, phone->wrong ? _(" (wrong)") : "");
        }
        g_string_append_printf(text, "  %s  %s\n", contact->email,
                               contact->unreachable_why != NULL ? contact->unreachable_why : contact->reach);
    }
}

static void print_money(GString *text, const Card *card)
{
    static const struct {
        const char *label;
        size_t offset;
    } parts[] = {
        {NC_("amount", "open"), G_STRUCT_OFFSET(MoneyLine, open)},
        {N_("promised"), G_STRUCT_OFFSET(MoneyLine, promised)},
        {N_("disputed"), G_STRUCT_OFFSET(MoneyLine, disputed)},
        {N_("unallocated"), G_STRUCT_OFFSET(MoneyLine, unallocated)},
        {N_("direct debit"), G_STRUCT_OFFSET(MoneyLine, collecting)},
        {N_("ask for this"), G_STRUCT_OFFSET(MoneyLine, ask)},
    };
    for (guint m = 0; m < card->money->len; m++) {
        const MoneyLine *line = &g_array_index(card->money, MoneyLine, m);
        g_string_append_printf(text, "  %s", line->currency);
        for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
            if (parts[i].offset == G_STRUCT_OFFSET(MoneyLine, collecting) && line->collecting == 0)
                continue;
            g_autofree char *amount = money_text(G_STRUCT_MEMBER(Cents, line, parts[i].offset));
            g_string_append_printf(text, "  %s %s", i18n_word(parts[i].label), amount);
        }
        g_string_append_c(text, '\n');
    }
}

static void print_items(GString *text, const Card *card)
{
    for (guint i = 0; i < card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        g_autofree char *number = text_fit(item->number, 16), *due = day_iso(item->due);
        g_autofree char *open = money_text(item->open), *amount = text_fit(open, -12);
        g_string_append_printf(text, "  %s  %s  %4d  %s %s  %s\n", number, due, MAX(item->days_late, 0), amount,
                               item->currency, item->stage);
    }
}

static void print_timeline(GString *text, const Card *card)
{
    for (guint i = 0; i < card->timeline->len; i++) {
        const TimelineRow *row = g_ptr_array_index(card->timeline, i);
        g_autofree char *day = day_iso(row->when.day), *time = minute_text(row->when.minute);
        g_string_append_printf(text, "  %s %5s  %-8s %1s  %s%s\n", day, time, row->agent, row->letter, row->text,
                               row->undone ? _(" (undone)") : "");
    }
}

static void print_way(GString *text, const Card *card)
{
    const WayRow *next = way_next(card->way);
    g_autofree char *said = next != NULL ? way_row_words(next, false) : NULL, *way = way_text(card->way);
    if (next != NULL)
        g_string_append_printf(text, _("  next: %s\n"), said);
    g_auto(GStrv) lines = g_strsplit(way, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        g_string_append_printf(text, "  %s\n", *line);
}

static void print_charges(GString *text, const Desk *desk, const Claim *claim)
{
    enum { COLUMNS = 76 };
    g_autoptr(GPtrArray) lines = claim_lines(claim, desk->rates, COLUMNS, true);
    for (guint i = 0; i < lines->len; i++)
        g_string_append_printf(text, "  %s\n", (const char *)g_ptr_array_index(lines, i));
}

static char *card_text(const Desk *desk, const Card *card, const Claim *claim)
{
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "%s  %s  %s %c  %s %s\n", card->number, card->name, _("class"), card->payment_class,
                           card->language, card->country);
    if (card->not_callable != NULL)
        g_string_append_printf(text, "  %s\n", card->not_callable);
    if (*card->holds_words != '\0')
        g_string_append_printf(text, "  %s\n", card->holds_words);
    print_contacts(text, card);
    print_money(text, card);
    g_autofree char *bank = day_iso(card->bank_day);
    g_string_append_printf(text, "  %s %s\n", _("bank data up to"), *bank != '\0' ? bank : _("none yet"));
    print_items(text, card);
    print_charges(text, desk, claim);
    g_string_append_printf(text, _("  promises kept %d, not kept %d\n"), card->promises_kept, card->promises_broken);
    g_autofree char *figures = slower_words(&card->behaviour.months);
    if (card->slowing)
        g_string_append_printf(text, _("  pays slower: %s\n"), figures);
    const Plan *plan = plan_live(card->plans);
    g_autofree char *plan_said = plan != NULL ? plan_words(plan) : NULL;
    if (plan != NULL)
        g_string_append_printf(text, "  %s (%s)\n", plan_said, plan_state_label(plan->state));
    for (guint i = 0; i < card->disputes->len; i++) {
        g_autofree char *words = dispute_words(g_ptr_array_index(card->disputes, i));
        g_string_append_printf(text, "  %s\n", words);
    }
    for (guint i = 0; i < card->touchpoints->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(card->touchpoints, i);
        g_autofree char *when = moment_words(touchpoint->when);
        g_string_append_printf(text, "  > %s  %s %s %s\n", when,
                               playbook_reason(desk->playbook, touchpoint->reason)->label, touchpoint->detail,
                               touchpoint->owner);
    }
    print_way(text, card);
    print_timeline(text, card);
    return g_string_free(text, FALSE);
}

int command_show(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *format_name = NULL;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    gint64 customer_id = 0;
    if (!command_options(command_find("show"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error))
        return EXIT_REFUSED;
    g_autofree char *words = argc > 1 ? g_strjoinv(" ", argv + 1) : g_strdup("");
    if (!desk_customer(desk, words, &customer_id, error))
        return EXIT_REFUSED;
    g_autoptr(Card) card = card_load(desk, customer_id, error);
    const ClaimQuestion question = {.customer_id = customer_id, .day = clock_today()};
    g_autoptr(Claim) claim = card != NULL ? claim_load(desk, &question, error) : NULL;
    if (claim == NULL)
        return EXIT_REFUSED;
    static const Column items[] = {
        {"number", "", 0, COLUMN_TEXT}, {"kind", "", 0, COLUMN_TEXT},        {"issued", "", 0, COLUMN_TEXT},
        {"due", "", 0, COLUMN_TEXT},    {"days_late", "", 0, COLUMN_NUMBER}, {"amount", "", 0, COLUMN_MONEY},
        {"open", "", 0, COLUMN_MONEY},  {"currency", "", 0, COLUMN_TEXT},    {"stage", "", 0, COLUMN_TEXT},
    };
    g_autoptr(JsonObject) object = card_object(card, claim);
    g_autofree char *text = card_text(desk, card, claim);
    if (format == FORMAT_JSON)
        output_object(object);
    else if (format == FORMAT_CSV)
        output_table(format, items, G_N_ELEMENTS(items), json_object_get_array_member(object, "items"));
    else
        output_text(text);
    return EXIT_DONE;
}
