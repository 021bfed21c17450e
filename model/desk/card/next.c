/* Why he is on the screen now, and what stands if nothing is logged. */
#include "desk/card/parts.h"

#include "base/clock.h"
#include <string.h>

/* 0: not today, or for a colleague.  Else as the queue weighs it: an agreed callback whose hour is near, then a
 * commitment, then an hour that was agreed. */
static int due_weight(const Desk *desk, const Touchpoint *touchpoint)
{
    Now now = clock_now();
    int ahead = day_minus(touchpoint->when.day, now.day) * 24 * 60 + touchpoint->when.minute - now.minute;
    bool has_hour = touchpoint->when.minute != MINUTE_NONE;
    bool mine = *touchpoint->owner == '\0' || g_str_equal(touchpoint->owner, desk->agent);
    bool pinned = touchpoint->timed && ahead <= (int)settings_number(desk->settings, "alarm", "pin_minutes");
    if (!mine || day_compare(touchpoint->when.day, now.day) > 0 || (has_hour && !touchpoint->timed && ahead > 0))
        return 0;
    int weight = reason_weight(playbook_reason(desk->playbook, touchpoint->reason));
    return 1 + (touchpoint->timed ? 1 : 0) + 2 * weight + (pinned ? 100 : 0);
}

const Touchpoint *card_own_touchpoint(const Card *card)
{
    const Touchpoint *letter = NULL;
    for (guint i = 0; i < card->touchpoints->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(card->touchpoints, i);
        bool due = day_compare(touchpoint->when.day, clock_today()) <= 0;
        if (*touchpoint->owner != '\0')
            continue;
        if (due && touchpoint->letter)
            letter = letter != NULL ? letter : touchpoint;
        else
            return due || letter == NULL ? touchpoint : letter;
    }
    return letter;
}

/* Somebody here must answer what he contested: the answer is not there yet. */
static bool waits_for_answer(const Card *card)
{
    const Dispute *dispute = card->disputes->len > 0 ? g_ptr_array_index(card->disputes, 0) : NULL;
    return dispute != NULL && (dispute->state == DISPUTE_OPEN || dispute->state == DISPUTE_LATE);
}

static bool may_ask(const Card *card)
{
    for (guint i = 0; i < card->money->len; i++)
        if (g_array_index(card->money, MoneyLine, i).ask > 0)
            return true;
    return false;
}

/* What is due and weighs most; nothing due: what comes first.  *due tells which. */
static const Touchpoint *leading(const Desk *desk, const Card *card, bool *due)
{
    const Touchpoint *leader = NULL;
    int most = -1;
    for (guint i = 0; i < card->touchpoints->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(card->touchpoints, i);
        int weight = due_weight(desk, touchpoint);
        if (weight > most)
            most = weight, leader = touchpoint;
    }
    *due = most > 0;
    return leader;
}

/* A commitment is spoken of from its day on: before it nobody may hear that his promise was not kept.  What is no
 * commitment is about money, and without any to ask there is nothing to say. */
static const char *script_reason(const Desk *desk, const Card *card, const Touchpoint *next, bool due)
{
    bool commitment = next != NULL && reason_weight(playbook_reason(desk->playbook, next->reason)) > 0;
    if (commitment && due)
        return strcmp(next->reason, "dispute") == 0 && waits_for_answer(card) ? "dispute_open" : next->reason;
    if (!may_ask(card))
        return "nothing_to_ask";
    return next == NULL || commitment ? "" : next->reason;
}

/* What stands if nothing is logged, and the reason whose script opens the call. */
void card_name_next(const Desk *desk, Card *card)
{
    bool due = false;
    const Touchpoint *next = leading(desk, card, &due);
    card->reason = g_strdup(script_reason(desk, card, next, due));
    if (next == NULL) {
        card->next_if_nothing = g_strdup("");
        return;
    }
    g_autofree char *when = moment_words(next->when);
    const char *label = playbook_reason(desk->playbook, next->reason)->label;
    card->next_if_nothing = g_strdup_printf("%s (%s)", when, *next->detail != '\0' ? next->detail : label);
}
