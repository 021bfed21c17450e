/* Verbs without a form: to the end of the day, to another day, a call without outcome. */
#include "desk/outcome.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/draft.h"
#include "desk/kindness.h"
#include "desk/verb.h"
#include <string.h>

typedef struct {
    gint64 customer_id;
    const char *op, *kind;
    const char *note, *summary; /* NULL or "": none */
    int duration;
    Moment until; /* snooze */
} Other;

static bool other_event(Desk *desk, const Other *other, gint64 *event_id, GError **error)
{
    const EventAnswer given[] = {{"note", other->note, ""}, {"summary", other->summary, ""}};
    EventAnswer answers[G_N_ELEMENTS(given)];
    size_t count = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(given); i++)
        if (given[i].value != NULL && *given[i].value != '\0')
            answers[count++] = given[i];
    const EventFacts facts = {.op = other->op,
                              .kind = other->kind,
                              .customer_id = other->customer_id,
                              .duration = other->duration,
                              .answers = answers,
                              .answer_count = count};
    return event_append(desk, &facts, event_id, error);
}

/* --- A call or a note without outcome ----------------------------------------------------------------- */

/* The touchpoint stays due: this call led to nothing yet. */
static bool plain_body(Desk *desk, void *data, gint64 *event_id, GError **error)
{
    const Other *other = data;
    return other_event(desk, other, event_id, error) && touchpoint_ensure(desk, other->customer_id, *event_id, error);
}

static bool plain_log(Desk *desk, Other *other, GError **error)
{
    gint64 event_id = 0;
    if (!verb_run(desk, other->op, plain_body, other, &event_id, error))
        return false;
    draft_drop(desk, other->customer_id);
    return true;
}

bool outcome_none(Desk *desk, gint64 customer_id, const char *op, int duration, const char *note, GError **error)
{
    Other other = {.customer_id = customer_id, .op = op, .kind = "call", .note = note, .duration = duration};
    return plain_log(desk, &other, error);
}

bool outcome_note(Desk *desk, gint64 customer_id, const char *op, const char *note, GError **error)
{
    Other other = {.customer_id = customer_id, .op = op, .kind = "note", .note = note};
    if (note == NULL || *note == '\0')
        return fail(error, BELRONDE_ERROR_INPUT, _("The note is empty: type something, or press Esc."));
    return plain_log(desk, &other, error);
}

/* --- A letter by hand ---------------------------------------------------------------------------------- */

typedef struct {
    Other other;
    const LetterFacts *letter;
} Letter;

/* A letter of the way, and not a copy somebody asked for. */
static bool is_of_the_way(const Desk *desk, const char *document)
{
    bool found = false;
    for (size_t i = 0; i < cadence_count(desk->cadence); i++) {
        const CadenceStep *step = cadence_step(desk->cadence, i);
        found |= step->channel == CADENCE_LETTER && g_strv_contains(step->done_by, document);
    }
    return found;
}

/* The desk's own contacts that the cadence planned, and what waited for a letter or is a kind word said by it:
 * everything else that is planned stays. */
bool letter_contacts_close(Desk *desk, gint64 customer_id, const LetterFacts *letter, gint64 event_id, GError **error)
{
    bool of_the_way = is_of_the_way(desk, letter->document);
    g_autoptr(GPtrArray) live = touchpoints_of(desk, customer_id, error);
    for (guint i = 0; live != NULL && i < live->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(live, i);
        bool due = day_compare(touchpoint->when.day, clock_today()) <= 0;
        bool waited = strcmp(touchpoint->reason, "letter") == 0 && due;
        bool kind = due && g_strcmp0(kindness_letter(desk, touchpoint->reason), letter->document) == 0;
        bool step = of_the_way && *touchpoint->owner == '\0' && cadence_find(desk->cadence, touchpoint->reason) != NULL;
        if ((waited || kind || step) &&
            !touchpoint_close(desk, touchpoint->id, event_id, waited || due ? "done" : "superseded", error))
            return false;
    }
    return live != NULL;
}

static bool letter_body(Desk *desk, void *data, gint64 *event_id, GError **error)
{
    const Letter *letter = data;
    gint64 customer_id = letter->other.customer_id;
    return other_event(desk, &letter->other, event_id, error) &&
           outbox_put(desk, *event_id, customer_id, letter->letter, error) &&
           letter_contacts_close(desk, customer_id, letter->letter, *event_id, error) &&
           touchpoint_ensure(desk, customer_id, *event_id, error);
}

bool outcome_letter(Desk *desk, gint64 customer_id, const LetterFacts *facts, const char *op, char **toast,
                    GError **error)
{
    gint64 event_id = 0;
    gint64 delay = settings_number(desk->settings, "outbox", "delay_seconds");
    Letter letter = {.letter = facts,
                     .other = {.customer_id = customer_id, .op = op, .kind = "letter", .summary = facts->summary}};
    if (!verb_run(desk, op, letter_body, &letter, &event_id, error))
        return false;
    g_autofree char *name = verb_customer_name(desk, customer_id);
    *toast = g_strdup_printf(_("%s: %s leaves in %d s; U recalls it."), name, facts->summary, (int)delay);
    return true;
}

/* --- Skip --------------------------------------------------------------------------------------------- */

/* A kind word that is skipped is over: tomorrow it would be stale. */
static bool skip_body(Desk *desk, void *data, gint64 *event_id, GError **error)
{
    const Other *other = data;
    int kind = 0;
    if (!other_event(desk, other, event_id, error) ||
        !kindness_close(desk, other->customer_id, *event_id, "superseded", &kind, error))
        return false;
    if (!store_run(desk->store,
                   "UPDATE touchpoint SET skipped_day = :today WHERE customer_id = :customer AND closed_event IS NULL"
                   " AND owner = '' AND day <= :today",
                   BINDS(DAY("today", clock_today()), INTEGER("customer", other->customer_id)), error))
        return false;
    if (store_changed_rows(desk->store) == 0 && kind == 0)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("Nothing is planned with this customer today: there is nothing to skip."));
    return touchpoint_ensure(desk, other->customer_id, *event_id, error);
}

bool outcome_skip(Desk *desk, gint64 customer_id, const char *op, GError **error)
{
    Other other = {.customer_id = customer_id, .op = op, .kind = "skip"};
    gint64 event_id = 0;
    return verb_run(desk, op, skip_body, &other, &event_id, error);
}

/* --- Snooze ------------------------------------------------------------------------------------------- */

/* What is due moves; of a customer who is not due yet, his first contact. */
static GPtrArray *snoozed(Desk *desk, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) live = touchpoints_of(desk, customer_id, error);
    for (guint i = 0; live != NULL && i < live->len;) {
        const Touchpoint *touchpoint = g_ptr_array_index(live, i);
        bool due = day_compare(touchpoint->when.day, clock_today()) <= 0;
        if (*touchpoint->owner == '\0' && (due || i == 0))
            i++;
        else
            g_ptr_array_remove_index(live, i);
    }
    if (live != NULL && live->len == 0) {
        fail(error, BELRONDE_ERROR_INPUT, _("Nothing is planned with this customer: there is nothing to put off."));
        return NULL;
    }
    return g_steal_pointer(&live);
}

static bool snooze_body(Desk *desk, void *data, gint64 *event_id, GError **error)
{
    const Other *other = data;
    g_autoptr(GPtrArray) moved = snoozed(desk, other->customer_id, error);
    if (moved == NULL || !other_event(desk, other, event_id, error))
        return false;
    for (guint i = 0; i < moved->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(moved, i);
        Touchpoint later = *touchpoint;
        later.when = other->until;
        later.timed = touchpoint->timed && other->until.minute != MINUTE_NONE;
        later.gap = 0;
        if (!touchpoint_close(desk, touchpoint->id, *event_id, "superseded", error) ||
            !touchpoint_plan(desk, &later, *event_id, NULL, error))
            return false;
    }
    return true;
}

static bool snooze_day(Desk *desk, gint64 customer_id, Moment *until, GError **error)
{
    g_autofree char *country = NULL;
    if (!day_known(until->day) || day_compare(until->day, clock_today()) <= 0)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("Choose a day after today; X puts the customer to the end of today."));
    if (!store_text(desk->store, "SELECT country FROM customer WHERE id = :id", BINDS(INTEGER("id", customer_id)),
                    &country, error))
        return false;
    until->day = calendar_business_days_after(desk->calendar, country, until->day, 0);
    return true;
}

bool outcome_snooze(Desk *desk, gint64 customer_id, Moment until, const char *reason, const char *op, char **toast,
                    GError **error)
{
    Other other = {.customer_id = customer_id, .op = op, .kind = "snooze", .note = reason, .until = until};
    gint64 event_id = 0;
    if (reason == NULL || *reason == '\0')
        return fail(error, BELRONDE_ERROR_INPUT, _("Say in a few words why this is put off."));
    if (!snooze_day(desk, customer_id, &other.until, error))
        return false;
    g_autofree char *name = verb_customer_name(desk, customer_id), *when = moment_words(other.until);
    g_autofree char *summary = g_strdup_printf(_("put off until %s"), when);
    other.summary = summary;
    if (!verb_run(desk, op, snooze_body, &other, &event_id, error))
        return false;
    *toast = g_strdup_printf(_("Put off: %s, until %s."), name, when);
    return true;
}
