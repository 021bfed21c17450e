#include "desk/cadence_effect.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/playbook.h"
#include "desk/reminders_parts.h"
#include "desk/verb.h"

#include <string.h>

const char *const CADENCE_PLACE_SLUGS[] = {[CADENCE_PLACE_LATER] = "later",
                                           [CADENCE_PLACE_CALL] = "call",
                                           [CADENCE_PLACE_LETTER] = "letter",
                                           [CADENCE_PLACE_BOTH] = "both"};

const char *cadence_place_words(CadencePlace place)
{
    static const char *const WORDS[] = {[CADENCE_PLACE_LATER] = N_("later"),
                                        [CADENCE_PLACE_CALL] = N_("call today"),
                                        [CADENCE_PLACE_LETTER] = N_("letter today"),
                                        [CADENCE_PLACE_BOTH] = N_("call, letter")};
    return _(WORDS[place]);
}

static void change_free(gpointer data)
{
    CadenceChange *change = data;
    g_free(change->number);
    g_free(change->name);
    g_free(change->was_label);
    g_free(change->becomes_label);
    g_free(change->reason);
    g_free(change);
}

/* Everything that stays the same on both sides. */
typedef struct {
    Desk *desk;
    Cadence *present, *wanted;
    GHashTable *due[2]; /* gint64 * → Reminder *: letters due by the present cadence, and by the other */
    GPtrArray *changes;
} Comparing;

/* The desk looks through the other cadence for as long as one question takes. */
static CadenceMark next_by(const Comparing *comparing, Cadence *cadence, const Story *story)
{
    comparing->desk->cadence = cadence;
    CadenceMark mark = story_next(comparing->desk, story);
    comparing->desk->cadence = comparing->present;
    return mark;
}

static bool letters_due(const Comparing *comparing, Cadence *cadence, GPtrArray **list, GHashTable *due, GError **error)
{
    const ReminderOptions all = {.everybody = true};
    comparing->desk->cadence = cadence;
    *list = reminders_due(comparing->desk, &all, error);
    comparing->desk->cadence = comparing->present;
    for (guint i = 0; *list != NULL && i < (*list)->len; i++) {
        Reminder *reminder = g_ptr_array_index(*list, i);
        g_hash_table_insert(due, &reminder->customer_id, reminder);
    }
    return *list != NULL;
}

/* --- One customer ------------------------------------------------------------------------------------------- */

typedef struct {
    gint64 customer_id, touchpoint_id;
    char *number, *name, *reason;
    Day day;
} Planned;

static void planned_clear(gpointer data)
{
    Planned *planned = data;
    g_free(planned->number);
    g_free(planned->name);
    g_free(planned->reason);
}

/* step: of the contact that is planned for `day`. */
static CadencePlace place_of(const Reminder *due, const CadenceStep *step, Day day)
{
    bool call = step->channel == CADENCE_CALL && day_compare(day, clock_today()) <= 0;
    return (CadencePlace)((call ? CADENCE_PLACE_CALL : 0) | (due != NULL ? CADENCE_PLACE_LETTER : 0));
}

static const char *label_of(const Reminder *due, const CadenceStep *step)
{
    return due != NULL ? due->step_label : step->label;
}

/* What differs is what the two cadences say today, not what stood in the list when it was planned. */
static void compare(Comparing *comparing, const Planned *planned, const Story *story)
{
    const CadenceStep *now = cadence_find(comparing->present, planned->reason);
    CadenceMark old = next_by(comparing, comparing->present, story);
    CadenceMark new = next_by(comparing, comparing->wanted, story);
    const Reminder *was = g_hash_table_lookup(comparing->due[0], &planned->customer_id);
    const Reminder *will = g_hash_table_lookup(comparing->due[1], &planned->customer_id);
    bool gone = cadence_find(comparing->wanted, planned->reason) == NULL;
    bool put_off = now->channel == CADENCE_LETTER && was != NULL && will == NULL; /* nobody waits unseen for a letter */
    bool replanned =
        gone || put_off || strcmp(old.step->reason, new.step->reason) != 0 || day_compare(old.day, new.day) != 0;
    bool letters = g_strcmp0(was != NULL ? was->document : NULL, will != NULL ? will->document : NULL) != 0;
    if (!replanned && !letters)
        return;
    const CadenceStep *next = replanned ? new.step : now;
    Day day = replanned ? new.day : planned->day;
    CadenceChange *change = g_new0(CadenceChange, 1);
    *change = (CadenceChange){.customer_id = planned->customer_id,
                              .number = g_strdup(planned->number),
                              .name = g_strdup(planned->name),
                              .was = place_of(was, now, planned->day),
                              .becomes = place_of(will, next, day),
                              .was_label = g_strdup(label_of(was, now)),
                              .becomes_label = g_strdup(label_of(will, next)),
                              .was_day = planned->day,
                              .becomes_day = day,
                              .replanned = replanned,
                              .touchpoint_id = planned->touchpoint_id,
                              .reason = g_strdup(next->reason)};
    if (replanned && new.step->channel == CADENCE_LETTER && day_compare(day, clock_today()) <= 0)
        change->becomes = CADENCE_PLACE_LETTER; /* it is planned as one, and due */
    g_ptr_array_add(comparing->changes, change);
}

/* --- All of them --------------------------------------------------------------------------------------------- */

/* Contacts of the desk's own that the cadence planned, the first of each customer; what was agreed stays as it is. */
static GArray *planned_read(const Comparing *comparing, GError **error)
{
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(Planned));
    g_array_set_clear_func(list, planned_clear);
    g_autoptr(Query) query =
        store_query(comparing->desk->store,
                    "SELECT t.id, t.customer_id, t.reason, t.day, c.number, c.name FROM touchpoint t"
                    " JOIN customer c ON c.id = t.customer_id WHERE t.closed_event IS NULL AND t.owner = ''"
                    " AND t.promise_id IS NULL AND t.dispute_id IS NULL AND t.detail = ''"
                    " AND c.not_callable IS NULL AND c.restricted = 0 ORDER BY t.customer_id, t.day, t.id",
                    NO_BINDS, error);
    gint64 last = 0;
    while (query != NULL && query_next(query)) {
        gint64 customer_id = query_integer(query, "customer_id");
        if (cadence_find(comparing->present, query_text(query, "reason")) == NULL || customer_id == last)
            continue;
        const Planned one = {customer_id,
                             query_integer(query, "id"),
                             query_dup(query, "number"),
                             query_dup(query, "name"),
                             query_dup(query, "reason"),
                             query_day(query, "day")};
        g_array_append_val(list, one);
        last = customer_id;
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&list) : NULL;
}

/* The distance between the last two contacts is that of the one before the contact that is planned. */
static bool gap_read(Desk *desk, gint64 customer_id, Story *story, GError **error)
{
    gint64 gap = 0;
    if (!store_value(desk->store,
                     "SELECT gap FROM touchpoint WHERE customer_id = :customer AND closed_event IS NOT NULL"
                     " ORDER BY id DESC LIMIT 1",
                     BINDS(INTEGER("customer", customer_id)), 0, &gap, error))
        return false;
    story->previous_gap = (int)gap;
    return true;
}

static bool compare_all(Comparing *comparing, GError **error)
{
    g_autoptr(GArray) planned = planned_read(comparing, error);
    for (guint i = 0; planned != NULL && i < planned->len; i++) {
        const Planned *one = &g_array_index(planned, Planned, i);
        g_auto(Story) story = {.contact = DAY_NONE, .quiet_until = DAY_NONE};
        if (!story_read(comparing->desk, one->customer_id, &story, error) ||
            !gap_read(comparing->desk, one->customer_id, &story, error))
            return false;
        if (story.item_id != 0)
            compare(comparing, one, &story);
    }
    return planned != NULL;
}

static bool moves(const CadenceChange *change)
{
    return change->was != change->becomes;
}

static int those_of_today_first(gconstpointer a, gconstpointer b)
{
    const CadenceChange *left = *(CadenceChange *const *)a, *right = *(CadenceChange *const *)b;
    if (moves(left) != moves(right))
        return moves(left) ? -1 : 1;
    return strcmp(left->number, right->number);
}

GPtrArray *cadence_effect(Desk *desk, Cadence *wanted, GError **error)
{
    g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func(change_free), present = NULL, other = NULL;
    g_autoptr(GHashTable) now = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autoptr(GHashTable) then = g_hash_table_new(g_int64_hash, g_int64_equal);
    Comparing comparing = {desk, desk->cadence, wanted, {now, then}, changes};
    if (!letters_due(&comparing, desk->cadence, &present, now, error) ||
        !letters_due(&comparing, wanted, &other, then, error) || !compare_all(&comparing, error))
        return NULL;
    g_ptr_array_sort(changes, those_of_today_first);
    return g_steal_pointer(&changes);
}

/* Who comes to that place, or leaves it. */
static void count_moves(const CadenceChange *change, CadencePlace place, int *come, int *go)
{
    bool was = (change->was & place) != 0, becomes = (change->becomes & place) != 0;
    *come += !was && becomes;
    *go += was && !becomes;
}

CadenceCounts cadence_counts(const GPtrArray *changes)
{
    CadenceCounts counts = {0};
    for (guint i = 0; i < changes->len; i++) {
        const CadenceChange *change = g_ptr_array_index(changes, i);
        count_moves(change, CADENCE_PLACE_CALL, &counts.calls_come, &counts.calls_go);
        count_moves(change, CADENCE_PLACE_LETTER, &counts.letters_come, &counts.letters_go);
        counts.replanned += change->replanned;
    }
    return counts;
}

char *cadence_counts_words(const GPtrArray *changes)
{
    CadenceCounts counts = cadence_counts(changes);
    return g_strdup_printf(_("Calls today: %d come, %d go.  Letters today: %d come, %d go.  Planned anew: %d."),
                           counts.calls_come, counts.calls_go, counts.letters_come, counts.letters_go,
                           counts.replanned);
}

GPtrArray *cadence_nameless(const Desk *desk, const Cadence *cadence)
{
    GPtrArray *sentences = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < cadence_count(cadence); i++) {
        const CadenceStep *step = cadence_step(cadence, i);
        if (g_strcmp0(playbook_reason(desk->playbook, step->reason)->slug, step->reason) != 0)
            g_ptr_array_add(sentences,
                            g_strdup_printf(_("%s:%d: the playbook has no [reason.%s] for this step: write one into "
                                              "your playbook.ini, as docs/adding.md shows."),
                                            cadence_path(cadence), step->line, step->reason));
    }
    return sentences;
}

/* --- Taking it ------------------------------------------------------------------------------------------------ */

typedef struct {
    const CadenceChange *change;
    const char *op;
} Taking;

/* Whom somebody has just spoken with keeps what came of it. */
static bool still_planned(Desk *desk, gint64 touchpoint_id, bool *planned, GError **error)
{
    gint64 live = 0;
    if (!store_value(desk->store, "SELECT count(*) AS live FROM touchpoint WHERE id = :id AND closed_event IS NULL",
                     BINDS(INTEGER("id", touchpoint_id)), 0, &live, error))
        return false;
    *planned = live > 0;
    return true;
}

static bool take_body(Desk *desk, void *data, gint64 *event_id, GError **error)
{
    const Taking *taking = data;
    const CadenceChange *change = taking->change;
    bool planned = false;
    if (!still_planned(desk, change->touchpoint_id, &planned, error))
        return false;
    if (!planned)
        return true;
    g_autofree char *day = day_weekday_short(change->becomes_day);
    const CadenceStep *step = cadence_find(desk->cadence, change->reason);
    g_autofree char *summary = g_strdup_printf(_("new cadence: %s %s"), step->label, day);
    const EventAnswer answer = {"summary", summary, ""};
    const EventFacts facts = {
        .op = taking->op, .kind = "note", .customer_id = change->customer_id, .answers = &answer, .answer_count = 1};
    const Touchpoint wanted = {
        .customer_id = change->customer_id, .reason = change->reason, .when = {change->becomes_day, MINUTE_NONE}};
    return event_append(desk, &facts, event_id, error) &&
           touchpoint_close(desk, change->touchpoint_id, *event_id, "superseded", error) &&
           touchpoint_plan(desk, &wanted, *event_id, NULL, error);
}

bool cadence_take(Desk *desk, Cadence *wanted, const GPtrArray *changes, GError **error)
{
    cadence_free(desk->cadence);
    desk->cadence = wanted;
    for (guint i = 0; i < changes->len; i++) {
        g_autofree char *op = store_operation_id();
        Taking taking = {g_ptr_array_index(changes, i), op};
        gint64 event_id = 0;
        if (taking.change->replanned && !verb_run(desk, op, take_body, &taking, &event_id, error))
            return false;
    }
    return true;
}
