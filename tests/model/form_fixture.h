/* A form on a customer built by hand, and what it would promise and plan.  Tue 24 Feb 2026, 14:07; no database. */
#pragma once
#include "base/clock.h"
#include "base/error.h"
#include "desk/form_parts.h"

#include <string.h>

typedef struct {
    Desk desk;
    Card card;
    Form *form;
} Fixture;

static inline Day day_of(const char *iso)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(iso, &day));
    return day;
}

/* --- Bakkerij Peeters ------------------------------------------------------------------------------------ */

static inline CardContact *contact_new(gint64 id, const char *name, const char *role, const char *email,
                                       const char *phone)
{
    CardContact *contact = g_new0(CardContact, 1);
    *contact = (CardContact){.id = id, .name = (char *)name, .role = (char *)role, .email = (char *)email};
    contact->deputy = contact->reach = contact->role_label = (char *)"";
    contact->reachable = true;
    contact->absent_until = DAY_NONE;
    contact->phones = g_ptr_array_new_with_free_func(g_free);
    CardPhone *number = g_new0(CardPhone, 1);
    *number = (CardPhone){.id = id, .raw = (char *)phone, .e164 = (char *)"", .pretty = (char *)phone};
    g_ptr_array_add(contact->phones, number);
    return contact;
}

static inline void contact_done(gpointer contact)
{
    g_ptr_array_unref(((CardContact *)contact)->phones);
    g_free(contact);
}

static inline void item_add(Card *card, gint64 id, const char *number, const char *due, Cents open, bool marked)
{
    CardItem *item = g_new0(CardItem, 1);
    *item = (CardItem){
        .id = id, .number = (char *)number, .kind = (char *)"invoice", .amount = open, .open = open, .marked = marked};
    item->reference = item->description = item->stage = (char *)"";
    item->due = item->asked_from = day_of(due);
    item->collect_day = item->discount_until = DAY_NONE;
    item->copy = (char *)"";
    item->issued = day_plus(item->due, -30);
    item->days_late = day_minus(clock_today(), item->due);
    g_strlcpy(item->currency, "EUR", sizeof item->currency);
    g_ptr_array_add(card->items, item);
}

static inline void card_build(Card *card)
{
    *card = (Card){.id = 7, .payment_class = 'B', .credit_limit = 750000, .terms_days = 30, .ask_contact_id = 1};
    card->number = (char *)"1001";
    card->name = (char *)"Bakkerij Peeters BV";
    card->kind = (char *)"business";
    card->language = (char *)"en";
    card->country = (char *)"BE";
    card->vat = card->address = card->city = card->reason = (char *)"";
    card->contacts = g_ptr_array_new_with_free_func(contact_done);
    g_ptr_array_add(card->contacts, contact_new(1, "An Wils", "accounts", "an@peeters.example", "+32 52 44 18 09"));
    g_ptr_array_add(card->contacts, contact_new(2, "Luc Peeters", "owner", "", "+32 52 44 18 07"));
    card->items = g_ptr_array_new_with_free_func(g_free);
    item_add(card, 11, "2025-1312", "2026-01-07", 185000, true);
    item_add(card, 12, "2025-1355", "2026-01-21", 149260, true);
    item_add(card, 13, "2026-0041", "2026-02-11", 151000, true);
    card->money = g_array_new(FALSE, TRUE, sizeof(MoneyLine));
    MoneyLine money = {
        .currency = "EUR", .open = 485260, .overdue = 485260, .ask = 485260, .invoices = 3, .overdue_invoices = 3};
    g_array_append_val(card->money, money);
    card->promises = g_ptr_array_new_with_free_func(g_free);
    card->touchpoints = g_ptr_array_new();
    card->timeline = g_ptr_array_new();
    card->promises_kept = 2;
    card->promises_broken = 1;
    card->bank_day = DAY_NONE;
}

static inline MoneyLine *money_of(Fixture *fixture)
{
    return &g_array_index(fixture->card.money, MoneyLine, 0);
}

static inline CardItem *item_of(Fixture *fixture, guint index)
{
    return g_ptr_array_index(fixture->card.items, index);
}

static inline char *data_file(const char *name)
{
    return g_build_filename(g_getenv("BELRONDE_DATA"), name, NULL);
}

static inline void fixture_start(Fixture *fixture, const char *language)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *calendar = data_file("calendar.ini"), *cadence = data_file("cadence.ini"),
                    *playbook = data_file("playbook.ini");
    g_assert_true(clock_fix("2026-02-24T14:07", &error));
    fixture->desk = (Desk){.agent = (char *)"an", .language = (char *)language};
    fixture->desk.settings = settings_load("/nonexistent/belronde.ini", &error);
    g_assert_no_error(error);
    fixture->desk.calendar = calendar_load(calendar, &error);
    g_assert_no_error(error);
    fixture->desk.cadence = cadence_load(cadence, &error);
    g_assert_no_error(error);
    fixture->desk.playbook = playbook_load(playbook, NULL, language, &error);
    g_assert_no_error(error);
    card_build(&fixture->card);
    fixture->form = NULL;
}

static inline void fixture_end(Fixture *fixture)
{
    form_free(fixture->form);
    settings_free(fixture->desk.settings);
    calendar_free(fixture->desk.calendar);
    cadence_free(fixture->desk.cadence);
    playbook_free(fixture->desk.playbook);
    g_ptr_array_unref(fixture->card.contacts);
    g_ptr_array_unref(fixture->card.items);
    g_array_unref(fixture->card.money);
    g_ptr_array_unref(fixture->card.promises);
    g_ptr_array_unref(fixture->card.touchpoints);
    g_ptr_array_unref(fixture->card.timeline);
    clock_release();
}

static inline void ask(Fixture *fixture, const char *outcome, int times)
{
    form_free(fixture->form);
    fixture->form =
        form_new_times(&fixture->desk, &fixture->card, playbook_outcome(fixture->desk.playbook, outcome), times);
}

/* "amount=1000 | by=fr" */
static inline void type(Fixture *fixture, const char *typed)
{
    g_auto(GStrv) pairs = g_strsplit(typed, " | ", -1);
    for (char **pair = pairs; *pair != NULL && **pair != '\0'; pair++) {
        g_autoptr(GError) error = NULL;
        char *equals = strchr(*pair, '=');
        g_assert_nonnull(equals);
        *equals = '\0';
        g_assert_true(form_set_named(fixture->form, *pair, equals + 1, &error));
        g_assert_no_error(error);
    }
}

static inline const FormField *field_of(Fixture *fixture, const char *name)
{
    for (size_t i = 0; i < form_count(fixture->form); i++)
        if (strcmp(form_field(fixture->form, i)->field->name, name) == 0)
            return form_field(fixture->form, i);
    g_error("no field %s", name);
}

static inline size_t index_of(Fixture *fixture, const char *name)
{
    for (size_t i = 0; i < form_count(fixture->form); i++)
        if (strcmp(form_field(fixture->form, i)->field->name, name) == 0)
            return i;
    g_error("no field %s", name);
}

static inline void accepted(Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    size_t bad = 0;
    bool good = form_check(fixture->form, &bad, &error);
    g_assert_no_error(error);
    g_assert_true(good);
}

static inline void refused(Fixture *fixture, const char *field, const char *word)
{
    g_autoptr(GError) error = NULL;
    size_t bad = 99;
    g_assert_false(form_check(fixture->form, &bad, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    if (strstr(error->message, word) == NULL)
        g_error("wanted “%s”: %s", word, error->message);
    g_assert_cmpstr(form_field(fixture->form, bad)->field->name, ==, field);
}

/* "promise 2026-03-02 09:30 #0; …": reason, when, whose task, which promise is watched. */
static inline char *steps_text(Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) steps = steps_plan(&fixture->desk, fixture->form, &error);
    g_autoptr(GString) text = g_string_new(NULL);
    g_assert_no_error(error);
    for (guint i = 0; i < steps->len; i++) {
        const PlannedStep *step = g_ptr_array_index(steps, i);
        const Touchpoint *touchpoint = &step->touchpoint;
        g_autofree char *day = day_iso(touchpoint->when.day), *minute = minute_text(touchpoint->when.minute);
        g_string_append_printf(text, "%s%s %s%s%s", i > 0 ? "; " : "", touchpoint->reason, day,
                               minute[0] != '\0' ? " " : "", minute);
        g_string_append(text, touchpoint->timed ? " rings" : "");
        if (step->task)
            g_string_append_printf(text, " task of %s", touchpoint->owner);
        if (touchpoint->contact_id != 0)
            g_string_append_printf(text, " for %d", (int)touchpoint->contact_id);
        if (step->promise_index >= 0)
            g_string_append_printf(text, " #%d", step->promise_index);
        g_string_append(text, step->watches_dispute ? " dispute" : "");
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* "promise 4852.60 by 2026-02-27, broken 2026-03-02; …" */
static inline char *promises_text(Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) promises = promises_plan(&fixture->desk, fixture->form, &error);
    g_autoptr(GString) text = g_string_new(NULL);
    g_assert_no_error(error);
    for (guint i = 0; i < promises->len; i++) {
        const PlannedPromise *promise = &g_array_index(promises, PlannedPromise, i);
        g_autofree char *amount = money_plain(promise->amount), *due = day_iso(promise->due),
                        *deadline = day_iso(promise->deadline);
        g_string_append_printf(text, "%s%s %s by %s, broken %s", i > 0 ? "; " : "", promise->kind, amount, due,
                               deadline);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static inline char *values_text(Fixture *fixture)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < form_count(fixture->form); i++) {
        const char *name = form_field(fixture->form, i)->field->name, *value = form_value(fixture->form, name);
        if (value[0] != '\0')
            g_string_append_printf(text, "%s%s=%s", text->len > 0 ? " " : "", name, value);
    }
    return g_string_free(text, FALSE);
}
