#include "views/dossier.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/outcome.h"
#include <string.h>

/* Customers open at this desk, by id: the form from the queue and the call screen share one. */
static GHashTable *open_dossiers;

/* --- Draft ---------------------------------------------------------------------------------------------- */

static Draft *draft_new(gint64 customer_id)
{
    Draft *draft = g_new0(Draft, 1);
    draft->customer_id = customer_id;
    draft->op = store_operation_id();
    draft->outcome = g_strdup("");
    draft->note = g_strdup("");
    draft->personal = g_strdup("");
    draft->fields = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    draft->saved = (Moment){DAY_NONE, MINUTE_NONE};
    return draft;
}

static char *restored_words(const Draft *draft)
{
    g_autofree char *at = minute_text(draft->saved.minute);
    bool note = *draft->note != '\0', called = draft->call_started > 0;
    if (!note && !called && g_hash_table_size(draft->fields) == 0 && *draft->personal != '\0')
        return g_strdup_printf(_("Your line for a letter is kept from %s: M shows it."), at);
    if (!note && g_hash_table_size(draft->fields) == 0)
        return called ? g_strdup_printf(_("Called before %s, and no outcome yet: press its letter."), at) : NULL;
    if (called)
        return g_strdup_printf(_("Draft note restored from %s (line was cut)."), at);
    return g_strdup_printf(note ? _("Draft note restored from %s.") : _("Draft of the form restored from %s."), at);
}

static void restore_draft(Dossier *dossier)
{
    dossier->draft = draft_load(dossier->desk, dossier->customer_id);
    if (dossier->draft == NULL) {
        dossier->draft = draft_new(dossier->customer_id);
        return;
    }
    dossier->restored = restored_words(dossier->draft);
    dossier->dialled = dossier->draft->call_started > 0;
}

void dossier_save_draft(Dossier *dossier)
{
    g_autoptr(GError) error = NULL;
    Now now = clock_now();
    dossier->draft->saved = (Moment){now.day, now.minute};
    if (dossier_on_line(dossier))
        dossier->draft->call_started = app_call(dossier->app)->started_utc;
    if (dossier->colleague == NULL && !draft_save(dossier->desk, dossier->draft, &error))
        app_say(dossier->app, MESSAGE_ERROR, g_strdup(error->message));
}

void dossier_note(Dossier *dossier, const char *note)
{
    g_free(dossier->draft->note);
    dossier->draft->note = g_strdup(note);
    dossier_save_draft(dossier);
}

void dossier_personal(Dossier *dossier, const char *line)
{
    g_free(dossier->draft->personal);
    dossier->draft->personal = g_strdup(line);
    dossier_save_draft(dossier);
}

/* The line for a letter is no part of the outcome: it waits for its letter. */
void dossier_logged(Dossier *dossier)
{
    g_autofree char *personal = g_steal_pointer(&dossier->draft->personal);
    draft_drop(dossier->desk, dossier->customer_id);
    draft_free(dossier->draft);
    dossier->draft = draft_new(dossier->customer_id);
    if (personal != NULL && *personal != '\0')
        dossier_personal(dossier, personal);
    dossier->dialled = false;
    dossier->talked = 0;
}

bool dossier_log_note(Dossier *dossier, GError **error)
{
    bool dialled = dossier->dialled;
    int talked = dossier->talked;
    if (!outcome_note(dossier->desk, dossier->customer_id, dossier->draft->op, dossier->draft->note, error))
        return false;
    dossier_logged(dossier);
    dossier->dialled = dialled;
    dossier->talked = talked;
    return true;
}

/* --- Opening and closing -------------------------------------------------------------------------------- */

static void dossier_free(Dossier *dossier)
{
    if (dossier->colleague == NULL)
        store_lease_drop(dossier->desk->store, dossier->customer_id);
    card_free(dossier->card);
    claim_free(dossier->claim);
    draft_free(dossier->draft);
    g_strfreev(dossier->opening);
    g_free(dossier->colleague);
    g_free(dossier->restored);
    g_free(dossier);
}

/* BUSY is no obstacle to looking: the colleague's name is all that matters. */
static bool take_lease(Dossier *dossier, GError **error)
{
    g_autoptr(GError) refused = NULL;
    char *colleague = NULL;
    if (store_lease_take(dossier->desk->store, dossier->customer_id, dossier->desk->agent, &colleague, &refused))
        return true;
    if (!g_error_matches(refused, BELRONDE_ERROR, BELRONDE_ERROR_BUSY)) {
        g_propagate_error(error, g_steal_pointer(&refused));
        return false;
    }
    dossier->colleague = colleague != NULL ? colleague : g_strdup(_("a colleague"));
    return true;
}

static bool read_card(Dossier *dossier, GError **error)
{
    const ClaimQuestion question = {.customer_id = dossier->customer_id, .day = clock_today()};
    Card *card = card_load(dossier->desk, dossier->customer_id, error);
    Claim *claim = card != NULL ? claim_load(dossier->desk, &question, error) : NULL;
    if (claim == NULL) {
        card_free(card);
        return false;
    }
    card_free(dossier->card);
    claim_free(dossier->claim);
    dossier->card = card;
    dossier->claim = claim;
    g_strfreev(dossier->opening);
    dossier->opening = card_opening(dossier->desk, card);
    return true;
}

Dossier *dossier_open(App *app, gint64 customer_id, GError **error)
{
    if (open_dossiers == NULL)
        open_dossiers = g_hash_table_new(g_int64_hash, g_int64_equal);
    Dossier *known = g_hash_table_lookup(open_dossiers, &customer_id);
    if (known != NULL)
        return dossier_share(known);
    Dossier *dossier = g_new0(Dossier, 1);
    dossier->app = app;
    dossier->desk = app_desk(app);
    dossier->customer_id = customer_id;
    dossier->references = 1;
    if (!read_card(dossier, error)) {
        g_free(dossier);
        return NULL;
    }
    if (!take_lease(dossier, error)) {
        dossier->colleague = g_strdup("");
        dossier_free(dossier);
        return NULL;
    }
    restore_draft(dossier);
    g_hash_table_insert(open_dossiers, &dossier->customer_id, dossier);
    return dossier;
}

Dossier *dossier_share(Dossier *dossier)
{
    dossier->references++;
    return dossier;
}

void dossier_close(Dossier *dossier)
{
    if (--dossier->references > 0)
        return;
    g_hash_table_remove(open_dossiers, &dossier->customer_id);
    dossier_free(dossier);
}

/* --- Reading again --------------------------------------------------------------------------------------- */

static CardItem *item_by_id(const Card *card, gint64 id)
{
    for (guint i = 0; i < card->items->len; i++) {
        CardItem *item = g_ptr_array_index(card->items, i);
        if (item->id == id)
            return item;
    }
    return NULL;
}

/* What the agent has marked stays marked; of new invoices the card decides. */
static void keep_marks(Card *card, const Card *before)
{
    for (guint i = 0; i < before->items->len; i++) {
        const CardItem *old = g_ptr_array_index(before->items, i);
        CardItem *item = item_by_id(card, old->id);
        if (item != NULL)
            item->marked = old->marked;
    }
}

/* The colleague may have left him meanwhile. */
static bool retry_lease(Dossier *dossier, GError **error)
{
    g_autofree char *before = g_steal_pointer(&dossier->colleague);
    if (before == NULL)
        return true;
    if (!take_lease(dossier, error)) {
        dossier->colleague = g_steal_pointer(&before);
        return false;
    }
    return true;
}

bool dossier_reload(Dossier *dossier, GError **error)
{
    dossier->stale = dossier->pinned > 0;
    if (dossier->stale)
        return true;
    if (!retry_lease(dossier, error))
        return false;
    Card *before = g_steal_pointer(&dossier->card);
    if (!read_card(dossier, error)) {
        dossier->card = before;
        return false;
    }
    keep_marks(dossier->card, before);
    card_free(before);
    return true;
}

void dossier_pin(Dossier *dossier)
{
    dossier->pinned++;
}

void dossier_unpin(Dossier *dossier)
{
    dossier->pinned--;
    if (dossier->pinned > 0 || !dossier->stale)
        return;
    g_autoptr(GError) error = NULL;
    if (!dossier_reload(dossier, &error))
        app_say(dossier->app, MESSAGE_ERROR, g_strdup(error->message));
}

char *dossier_obstacle(const Dossier *dossier)
{
    if (dossier->colleague == NULL)
        return NULL;
    return g_strdup_printf(_("%s has %s open: here you can only look."), dossier->colleague, dossier->card->name);
}

/* --- The call -------------------------------------------------------------------------------------------- */

bool dossier_on_line(const Dossier *dossier)
{
    return app_call(dossier->app)->customer_id == dossier->customer_id;
}

const CardContact *dossier_contact(const Dossier *dossier)
{
    const Card *card = dossier->card;
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        if (contact->id == card->ask_contact_id)
            return contact;
    }
    return card->contacts->len > 0 ? g_ptr_array_index(card->contacts, 0) : NULL;
}

static const CardPhone *good_phone(const CardContact *contact)
{
    for (guint i = 0; contact != NULL && i < contact->phones->len; i++) {
        const CardPhone *phone = g_ptr_array_index(contact->phones, i);
        if (!phone->wrong)
            return phone;
    }
    return NULL;
}

const CardPhone *dossier_phone(const Dossier *dossier)
{
    const CardPhone *phone = good_phone(dossier_contact(dossier));
    for (guint i = 0; phone == NULL && i < dossier->card->contacts->len; i++)
        phone = good_phone(g_ptr_array_index(dossier->card->contacts, i));
    return phone;
}

/* Outside the contact hours the desk warns; it does not decide for the agent (reference ux, P15). */
static char *dial_words(const Dossier *dossier, const CardPhone *phone)
{
    const ContactHours *hours = &dossier->card->hours;
    if (!hours->allowed)
        return g_strdup_printf(_("Outside the contact hours (%s): ringing %s."), hours->reason, phone->pretty);
    return g_strdup_printf(_("Ringing %s; T hangs up."), phone->pretty);
}

static Next dial_refused(const Dossier *dossier, const CardPhone *phone)
{
    char *obstacle = dossier_obstacle(dossier);
    const Call *call = app_call(dossier->app);
    if (obstacle != NULL)
        return next_say(next_redraw(), obstacle);
    if (dossier->card->not_callable != NULL)
        return next_say(next_redraw(), g_strdup(dossier->card->not_callable));
    if (call->customer_id != 0)
        return next_say(next_redraw(),
                        g_strdup_printf(_("You are still on the line with %s: hang up there first."), call->name));
    if (phone == NULL)
        return next_say(next_redraw(), g_strdup(_("No telephone number is known; W notes a new one.")));
    return next_aside();
}

Next dossier_dial(Dossier *dossier, const CardPhone *phone)
{
    if (phone == NULL)
        phone = dossier_phone(dossier);
    Next refused = dial_refused(dossier, phone);
    if (refused.step != NEXT_ASIDE)
        return refused;
    app_call_start(dossier->app, dossier->customer_id, dossier->card->name, phone->pretty);
    dossier->dialled = true;
    dossier_save_draft(dossier);
    return next_say(next_redraw(), dial_words(dossier, phone));
}

int dossier_hang_up(Dossier *dossier)
{
    if (dossier_on_line(dossier))
        dossier->talked += app_call_stop(dossier->app);
    return dossier->talked;
}

int dossier_seconds(const Dossier *dossier)
{
    return dossier->talked + (dossier_on_line(dossier) ? app_call_seconds(dossier->app) : 0);
}

bool dossier_give_up(Dossier *dossier, GError **error)
{
    int seconds = dossier_hang_up(dossier);
    if (!outcome_none(dossier->desk, dossier->customer_id, dossier->draft->op, seconds, dossier->draft->note, error))
        return false;
    dossier_logged(dossier);
    return true;
}
