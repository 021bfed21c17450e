/* Logging an outcome: what was promised and planned on the screen is written, what was due is closed, and the
 * customer stays on the list as long as something is to be collected. */
#include "desk/outcome.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/draft.h"
#include "desk/verb.h"
#include "ledger/account.h"
#include <string.h>

void outcome_done_clear(OutcomeDone *done)
{
    g_clear_pointer(&done->toast, g_free);
    *done = (OutcomeDone){.next = {DAY_NONE, MINUTE_NONE}};
}

const char *logging_currency(const Logging *logging)
{
    return card_money(logging->card)->currency;
}

/* --- The event ---------------------------------------------------------------------------------------- */

static void answer_add(GArray *answers, const char *field, const char *value, const char *shown)
{
    const EventAnswer answer = {field, value, shown != NULL && strcmp(shown, value) != 0 ? shown : ""};
    g_array_append_val(answers, answer);
}

static const char *contact_name(const Card *card, gint64 contact_id)
{
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        if (contact->id == contact_id)
            return contact->name;
    }
    return "";
}

/* The note of the form and the note of the call are one note of one event. */
static char *note_of(const Form *form, const OutcomeCall *call)
{
    const char *typed = form_filled(form, "note") ? form_value(form, "note") : "";
    const char *said = call->note != NULL ? call->note : "";
    return g_strconcat(said, *said != '\0' && *typed != '\0' ? "\n" : "", typed, NULL);
}

static bool has_effect(const Logging *logging, EffectVerb verb)
{
    for (guint i = 0; i < logging->effects->len; i++)
        if (((const EffectRow *)g_ptr_array_index(logging->effects, i))->verb == verb)
            return true;
    return false;
}

/* A stop or a limit is decided at the desk, before or after a talk: what was planned stays. */
static bool is_decision(const Logging *logging)
{
    return logging->outcome->contact == OUTCOME_OTHER && has_effect(logging, EFFECT_KEEP);
}

/* Nobody was spoken to: it thanks nobody, and no letter says “since our talk”. */
static gint64 talked_to(const Logging *logging)
{
    return is_decision(logging) ? 0 : logging->call->contact_id;
}

static GArray *answers_of(const Logging *logging, const char *note, const char *summary)
{
    GArray *answers = g_array_new(FALSE, FALSE, sizeof(EventAnswer));
    for (size_t i = 0; i < form_count(logging->form); i++) {
        const char *name = form_field(logging->form, i)->field->name;
        if (form_filled(logging->form, name) && strcmp(name, "note") != 0)
            answer_add(answers, name, form_value(logging->form, name), form_shown(logging->form, name));
    }
    const char *spoken_to = contact_name(logging->card, talked_to(logging));
    if (*spoken_to != '\0')
        answer_add(answers, "spoken_to", spoken_to, NULL);
    if (*note != '\0')
        answer_add(answers, "note", note, NULL);
    if (*summary != '\0')
        answer_add(answers, "summary", summary, NULL);
    return answers;
}

/* What the outcome is about: the part in dispute, else what was promised. */
static Cents amount_of(const Logging *logging)
{
    Cents amount = 0;
    for (guint i = 0; i < logging->effects->len; i++) {
        const EffectRow *row = g_ptr_array_index(logging->effects, i);
        if (row->verb == EFFECT_DISPUTE)
            return form_value_amount(logging->form, row->fields[DISPUTE_AMOUNT]);
    }
    for (guint i = 0; i < logging->planned->len; i++)
        amount += g_array_index(logging->planned, PlannedPromise, i).amount;
    return amount;
}

/* Whoever reads the history knows that he has no letter, and why. */
static char *summary_of(const Form *form)
{
    g_autofree char *summary = form_summary(form), *unsent = letters_unsent(form);
    if (unsent == NULL)
        return g_steal_pointer(&summary);
    return *summary != '\0' ? g_strdup_printf("%s.  %s", summary, unsent) : g_steal_pointer(&unsent);
}

static bool logging_event(Logging *logging, GError **error)
{
    g_autofree char *note = note_of(logging->form, logging->call), *summary = summary_of(logging->form);
    g_autoptr(GArray) answers = answers_of(logging, note, summary);
    const EventFacts facts = {.op = logging->call->op,
                              .kind = "call",
                              .outcome = logging->outcome->slug,
                              .customer_id = logging->card->id,
                              .contact_id = talked_to(logging),
                              .duration = logging->call->duration,
                              .amount = amount_of(logging),
                              .currency = logging_currency(logging),
                              .answers = (const EventAnswer *)(const void *)answers->data,
                              .answer_count = answers->len};
    return event_append(logging->desk, &facts, &logging->event_id, error);
}

/* --- Touchpoints -------------------------------------------------------------------------------------- */

/* One contact of a kind, the newest: neither do retries pile up, nor is the chief asked three times to ring. */
static bool is_renewed(const Logging *logging, const Touchpoint *touchpoint)
{
    for (guint i = 0; i < logging->steps->len; i++) {
        const Touchpoint *planned = &((const PlannedStep *)g_ptr_array_index(logging->steps, i))->touchpoint;
        if (planned->owner != NULL && strcmp(planned->owner, touchpoint->owner) == 0 &&
            strcmp(planned->reason, touchpoint->reason) == 0)
            return true;
    }
    return false;
}

/* Nobody here rings any more: somebody else has the file, or the court. */
static bool ends_calls(const Logging *logging)
{
    for (guint i = 0; i < logging->effects->len; i++) {
        const EffectRow *row = g_ptr_array_index(logging->effects, i);
        if (row->verb == EFFECT_BLOCK || (row->verb == EFFECT_HOLD && g_strcmp0(row->word, "handover") == 0))
            return true;
    }
    return false;
}

/* What asked for a decision is done once one is taken. */
static bool answers_decision(const Touchpoint *touchpoint)
{
    bool asks = strcmp(touchpoint->reason, "deadline") == 0 || strcmp(touchpoint->reason, "lift") == 0;
    return asks && day_compare(touchpoint->when.day, clock_today()) <= 0;
}

/* Of what watches something: what this outcome ended, or answered. */
static const char *closing_watch(const Logging *logging, const Touchpoint *touchpoint)
{
    if (touchpoint->promise_id != 0 && ids_contain(logging->superseded, touchpoint->promise_id))
        return "superseded";
    if (touchpoint->dispute_id != 0 && ids_contain(logging->settled_disputes, touchpoint->dispute_id))
        return "done";
    return touchpoint->plan_id != 0 && touchpoint->plan_id == logging->decided_plan ? "done" : NULL;
}

/* How this outcome closes a planned contact; NULL: it stays.  A decision about a plan is no talk with the customer. */
static const char *closing_how(const Logging *logging, const Touchpoint *touchpoint)
{
    bool ours = *touchpoint->owner == '\0' || strcmp(touchpoint->owner, logging->desk->agent) == 0;
    bool watches = touchpoint->promise_id != 0 || touchpoint->dispute_id != 0 || touchpoint->plan_id != 0;
    const char *watched = closing_watch(logging, touchpoint);
    if (ours && ends_calls(logging))
        return "handed_over";
    if (watched != NULL || has_effect(logging, EFFECT_PLAN_ANSWER))
        return watched;
    if (touchpoint->plan_id != 0)
        return NULL;
    if (is_decision(logging))
        return ours && answers_decision(touchpoint) ? "done" : NULL;
    bool letter = cadence_is_letter(logging->desk->cadence, touchpoint->reason); /* no call does its work */
    if (ours && !letter && day_compare(touchpoint->when.day, clock_today()) <= 0)
        return "done";
    if (ours && !watches && logging->outcome->contact == OUTCOME_RIGHT_PARTY && !has_effect(logging, EFFECT_KEEP))
        return "superseded";
    if (!watches && !touchpoint->timed && is_renewed(logging, touchpoint))
        return "superseded";
    return NULL;
}

/* A dispute still open keeps somebody looking at it: the contact that was used up today comes again later. */
static bool watch_again(Logging *logging, const Touchpoint *touchpoint, GError **error)
{
    enum { AGAIN_BANK_DAYS = 4 };
    gint64 live = 0;
    if (!store_value(logging->desk->store,
                     "SELECT count(*) AS live FROM dispute d WHERE d.id = :dispute AND " DISPUTE_IS_LIVE("d"),
                     BINDS(INTEGER("dispute", touchpoint->dispute_id)), 0, &live, error))
        return false;
    if (live == 0)
        return true;
    Touchpoint again = *touchpoint;
    again.when =
        (Moment){calendar_bank_days_after(logging->desk->calendar, clock_today(), AGAIN_BANK_DAYS), MINUTE_NONE};
    again.timed = false;
    again.gap = 0;
    return touchpoint_plan(logging->desk, &again, logging->event_id, NULL, error);
}

/* Nobody is asked for a yes to a plan that has been replaced. */
static bool approvals_close(Logging *logging, GError **error)
{
    return store_run(
        logging->desk->store,
        "UPDATE touchpoint SET closed_event = :event, closed_how = 'superseded'"
        " WHERE customer_id = :customer AND plan_id IS NOT NULL AND closed_event IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM promise p WHERE p.plan_id = touchpoint.plan_id AND " STANDS(
            "p") "   AND NOT EXISTS (SELECT 1 FROM promise_end x WHERE x.promise_id = p.id AND " STANDS("x") "))",
        BINDS(INTEGER("event", logging->event_id), INTEGER("customer", logging->card->id)), error);
}

static bool touchpoints_close(Logging *logging, GError **error)
{
    g_autoptr(GPtrArray) live = touchpoints_of(logging->desk, logging->card->id, error);
    for (guint i = 0; live != NULL && i < live->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(live, i);
        const char *how = closing_how(logging, touchpoint);
        if (how == NULL)
            continue;
        if (!touchpoint_close(logging->desk, touchpoint->id, logging->event_id, how, error) ||
            (strcmp(how, "done") == 0 && touchpoint->dispute_id != 0 &&
             !ids_contain(logging->settled_disputes, touchpoint->dispute_id) &&
             !watch_again(logging, touchpoint, error)))
            return false;
    }
    return live != NULL;
}

static bool touchpoints_plan(Logging *logging, GError **error)
{
    for (guint i = 0; i < logging->steps->len; i++) {
        const PlannedStep *step = g_ptr_array_index(logging->steps, i);
        Touchpoint wanted = step->touchpoint;
        wanted.customer_id = logging->card->id;
        if (step->promise_index >= 0 && (guint)step->promise_index < logging->promise_ids->len)
            wanted.promise_id = g_array_index(logging->promise_ids, gint64, step->promise_index);
        if (step->watches_dispute)
            wanted.dispute_id = logging->dispute_id;
        if (step->asks_approval)
            wanted.plan_id = logging->plan_id;
        if (!touchpoint_plan(logging->desk, &wanted, logging->event_id, NULL, error))
            return false;
    }
    return true;
}

/* --- One transaction ---------------------------------------------------------------------------------- */

static bool logging_prepare(Logging *logging, GError **error)
{
    logging->steps = steps_plan(logging->desk, logging->form, error);
    if (logging->steps == NULL)
        return false;
    logging->planned = promises_plan(logging->desk, logging->form, error);
    if (logging->planned == NULL)
        return false;
    logging->effects = effects_plan(logging->form);
    logging->letters = letters_plan(logging->form);
    return true;
}

/* The last word is touchpoint_ensure's, also where the playbook says that the outcome ends everything: what ends it
 * must have left its reason in the book (paid, blocked), or the cadence goes on. */
static bool logging_body(Desk *desk, void *data, gint64 *event_id, GError **error)
{
    Logging *logging = data;
    bool done = logging_prepare(logging, error) && logging_event(logging, error) && effects_run(logging, error) &&
                touchpoints_close(logging, error) && approvals_close(logging, error) &&
                touchpoints_plan(logging, error) &&
                touchpoint_ensure(desk, logging->card->id, logging->event_id, error);
    if (done)
        *event_id = logging->event_id;
    return done;
}

static void logging_clear(Logging *logging)
{
    g_clear_pointer(&logging->steps, g_ptr_array_unref);
    g_clear_pointer(&logging->effects, g_ptr_array_unref);
    g_clear_pointer(&logging->planned, g_array_unref);
    g_clear_pointer(&logging->letters, g_array_unref);
    g_array_unref(logging->promise_ids);
    g_array_unref(logging->superseded);
    g_array_unref(logging->settled_disputes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Logging, logging_clear)

/* --- What the agent is told --------------------------------------------------------------------------- */

/* The next contact: first of those this event planned, else of all that are planned. */
static bool next_find(Desk *desk, gint64 customer_id, gint64 event_id, Moment *next, char **reason, GError **error)
{
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT reason, day, minute FROM touchpoint WHERE customer_id = :customer AND closed_event IS NULL"
        " ORDER BY CASE WHEN created_event = :event THEN 0 ELSE 1 END, day, coalesce(minute, 0), id LIMIT 1",
        BINDS(INTEGER("customer", customer_id), INTEGER("event", event_id)), error);
    if (query != NULL && query_next(query)) {
        *next = (Moment){query_day(query, "day"), query_minute(query, "minute")};
        *reason = query_dup(query, "reason");
    }
    return query != NULL && query_finish(query, error);
}

static char *next_words(Desk *desk, Moment next, const char *reason)
{
    g_autofree char *day = day_weekday_short(next.day), *minute = minute_text(next.minute);
    return g_strconcat(playbook_reason(desk->playbook, reason)->label, " ", day, *minute != '\0' ? " " : "", minute,
                       NULL);
}

static bool done_tell(Desk *desk, const Form *form, OutcomeDone *done, GError **error)
{
    const Card *card = form_card(form);
    g_autofree char *reason = NULL;
    if (!next_find(desk, card->id, done->event_id, &done->next, &reason, error))
        return false;
    g_autofree char *next = reason != NULL ? next_words(desk, done->next, reason) : g_strdup("");
    g_autofree char *unsent = letters_unsent(form);
    const char *label = form_outcome(form)->short_label;
    g_autofree char *toast = *next != '\0' ? g_strdup_printf(_("Logged: %s: %s, %s."), card->name, label, next)
                                           : g_strdup_printf(_("Logged: %s: %s."), card->name, label);
    done->toast = g_strconcat(toast, unsent != NULL ? "  " : NULL, unsent, NULL);
    return true;
}

bool outcome_log(Desk *desk, Form *form, const OutcomeCall *call, OutcomeDone *done, GError **error)
{
    size_t bad = 0;
    gint64 known = 0;
    OutcomeDone told = {.next = {DAY_NONE, MINUTE_NONE}};
    g_auto(Logging) logging = {.desk = desk,
                               .form = form,
                               .call = call,
                               .card = form_card(form),
                               .outcome = form_outcome(form),
                               .promise_ids = g_array_new(FALSE, FALSE, sizeof(gint64)),
                               .superseded = g_array_new(FALSE, FALSE, sizeof(gint64)),
                               .settled_disputes = g_array_new(FALSE, FALSE, sizeof(gint64))};
    if (!event_find_op(desk, call->op, &known, error) || (known == 0 && !form_check(form, &bad, error)) ||
        !verb_run(desk, call->op, logging_body, &logging, &told.event_id, error))
        return false;
    draft_drop(desk, logging.card->id);
    if (!done_tell(desk, form, &told, NULL))
        told.toast = g_strdup(_("Logged."));
    *done = told;
    return true;
}
