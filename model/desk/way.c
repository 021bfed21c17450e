#include "desk/way.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/reminders_parts.h"

#include <string.h>

enum { COMING_MOST = 7 };

const char *const WAY_STATE_SLUGS[] = {[WAY_DONE] = "done",
                                       [WAY_SKIPPED] = "skipped",
                                       [WAY_WAITS] = "waits",
                                       [WAY_PLANNED] = "planned",
                                       [WAY_COMES] = "comes"};

const char *way_state_words(WayState state)
{
    static const char *const WORDS[] = {[WAY_DONE] = N_("done"),
                                        [WAY_SKIPPED] = N_("not for him"),
                                        [WAY_WAITS] = N_("waits"),
                                        [WAY_PLANNED] = N_("planned"),
                                        [WAY_COMES] = N_("then")};
    return _(WORDS[state]);
}

static void row_free(gpointer data)
{
    WayRow *row = data;
    g_free(row->step);
    g_free(row->label);
    g_free(row->document);
    g_free(row->why);
    g_free(row->brief);
    g_free(row);
}

void way_free(Way *way)
{
    if (way == NULL)
        return;
    g_ptr_array_unref(way->rows);
    g_free(way->pause);
    g_free(way->if_paid);
    g_free(way->if_unrung);
    g_free(way);
}

/* --- Steps ------------------------------------------------------------------------------------------------- */

static WayRow *row_add(Way *way, WayState state, const CadenceMark *mark)
{
    WayRow *row = g_new0(WayRow, 1);
    *row = (WayRow){.state = state,
                    .step = g_strdup(mark->step->reason),
                    .label = g_strdup(mark->step->label),
                    .letter = mark->step->channel == CADENCE_LETTER,
                    .document = g_strdup(mark->step->document),
                    .day = mark->day,
                    .why = g_strdup(cadence_why_words(mark->why)),
                    .brief = g_strdup("")};
    g_ptr_array_add(way->rows, row);
    return row;
}

/* What does not come, and why. */
static void standing_add(Desk *desk, const CadenceCase *about, Way *way)
{
    const CadenceRules rules = desk_rules(desk);
    for (size_t i = 0; i < cadence_count(desk->cadence); i++) {
        CadenceMark mark = cadence_judge(&rules, about, clock_today(), i);
        if (mark.verdict == CADENCE_DONE)
            row_add(way, WAY_DONE, &mark);
        else if (mark.verdict == CADENCE_NOT_HIS && mark.why != CADENCE_WHY_REPLACED)
            row_add(way, WAY_SKIPPED, &mark);
    }
}

static Day later(Day a, Day b)
{
    return day_compare(a, b) >= 0 ? a : b;
}

static void why_fill(const CadenceRules *rules, const CadenceCase *about, const CadenceMark *mark, WayRow *row)
{
    g_free(row->why);
    g_free(row->brief);
    row->why = cadence_mark_words(rules, about, mark, false);
    row->brief = cadence_mark_words(rules, about, mark, true);
}

/* What was said when it was planned; else the rule, where it stands on the day that the rule gives.  The one that
 * repeats is varied on purpose, and its rule says so. */
static void planned_why(Desk *desk, const CadenceCase *about, WayRow *row)
{
    const CadenceRules rules = desk_rules(desk);
    for (size_t i = 0; *row->why == '\0' && i < cadence_count(desk->cadence); i++) {
        CadenceMark mark = cadence_judge(&rules, about, clock_today(), i);
        if (mark.verdict == CADENCE_COMES && strcmp(mark.step->reason, row->step) == 0 &&
            (mark.step->repeats || day_compare(mark.day, later(row->day, clock_today())) == 0))
            why_fill(&rules, about, &mark, row);
    }
}

static bool has_come(Moment when)
{
    Now now = clock_now();
    int days = day_minus(when.day, now.day);
    return days < 0 || (days == 0 && (when.minute == MINUTE_NONE || when.minute <= now.minute));
}

static void planned_add(Desk *desk, const CadenceCase *about, const Touchpoint *planned, Way *way)
{
    const CadenceStep *step = cadence_find(desk->cadence, planned->reason);
    WayRow *row = g_new0(WayRow, 1);
    bool letter = step != NULL && step->channel == CADENCE_LETTER;
    *row = (WayRow){.state = WAY_PLANNED,
                    .step = g_strdup(planned->reason),
                    .label =
                        g_strdup(step != NULL ? step->label : playbook_reason(desk->playbook, planned->reason)->label),
                    .letter = letter,
                    .document = g_strdup(step != NULL ? step->document : ""),
                    .day = planned->when.day,
                    .why = g_strdup(planned->detail),
                    .brief = g_strdup(planned->detail),
                    .due = !letter && has_come(planned->when)};
    planned_why(desk, about, row);
    if (letter) /* what was not sent on its day goes today */
        row->day = later(row->day, clock_today());
    g_ptr_array_add(way->rows, row);
}

/* After the contact that is planned, as if it led to nothing. */
static void coming_add(Desk *desk, Story *story, const Touchpoint *planned, Way *way)
{
    const CadenceRules rules = desk_rules(desk);
    Day today = clock_today();
    if (planned != NULL) {
        const CadenceCase before = story_case(desk, story);
        planned_add(desk, &before, planned, way);
        Day then = later(planned->when.day, today);
        story->previous_gap = day_known(story->contact) ? day_minus(then, story->contact) : 0;
        story->contact = today = then;
        if (cadence_is_letter(desk->cadence, planned->reason)) {
            const CadenceLetter letter = {cadence_find(desk->cadence, planned->reason)->document, then,
                                          SENT_ELECTRONICALLY};
            if (story->letters == NULL)
                story->letters = g_array_new(FALSE, FALSE, sizeof(CadenceLetter));
            g_array_append_val(story->letters, letter);
        }
    }
    const CadenceCase about = story_case(desk, story);
    g_autoptr(GArray) coming = cadence_way(&rules, &about, today, COMING_MOST);
    for (guint i = 0; i < coming->len; i++) {
        const CadenceMark *mark = &g_array_index(coming, CadenceMark, i);
        why_fill(&rules, &about, mark, row_add(way, WAY_COMES, mark));
    }
}

/* What waits and is not reached by what comes: a letter of the law must go first, or nobody said what he is. */
static void waiting_add(Desk *desk, const CadenceCase *about, Way *way)
{
    const CadenceRules rules = desk_rules(desk);
    for (size_t i = 0; i < cadence_count(desk->cadence); i++) {
        CadenceMark mark = cadence_judge(&rules, about, clock_today(), i);
        if (mark.verdict == CADENCE_WAITS &&
            (mark.why == CADENCE_WHY_LEGAL_LETTER || mark.why == CADENCE_WHY_KIND_UNKNOWN))
            row_add(way, WAY_WAITS, &mark);
    }
}

/* --- What makes it wait ------------------------------------------------------------------------------------- */

static char *agreed_first(Desk *desk, const Card *card)
{
    for (guint i = 0; i < card->touchpoints->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(card->touchpoints, i);
        const Reason *reason = playbook_reason(desk->playbook, touchpoint->reason);
        if (touchpoint->dispute_id == 0 && reason_weight(reason) > 0)
            return pause_agreed(reason->label, touchpoint->when);
    }
    return NULL;
}

static char *pause_of(Desk *desk, const Card *card, const Story *story)
{
    const MoneyLine *money = card_money(card);
    if (card->not_callable != NULL)
        return g_strdup(card->not_callable);
    if (day_known(story->quiet_until) && day_compare(story->quiet_until, clock_today()) >= 0)
        return pause_quiet(story->quiet_until);
    char *pause = pause_promised(card->promises);
    if (pause != NULL)
        return pause;
    if (money->ask == 0 && money->disputed > 0)
        return g_strdup(_("all that may be asked is disputed"));
    if (money->ask == 0 && money->collecting > 0)
        return g_strdup(_("the bank collects it"));
    return agreed_first(desk, card);
}

/* A call that nobody makes does not keep a letter back (reminders.h, whose list has the last word). */
static void unrung_find(Desk *desk, const Card *card, const Story *story, Way *way)
{
    const Touchpoint *planned = card_own_touchpoint(card);
    const MoneyLine *money = card_money(card);
    const CadenceStep *step = planned != NULL ? cadence_find(desk->cadence, planned->reason) : NULL;
    way->call_due = planned != NULL && (step == NULL || step->channel == CADENCE_CALL) && has_come(planned->when);
    if (!way->call_due || way->pause != NULL || money->ask <= desk->weights.floor || money->unallocated > 0)
        return;
    const CadenceRules rules = desk_rules(desk);
    const CadenceCase about = story_case(desk, story);
    CadenceMark mark = cadence_letter(&rules, &about, clock_today());
    if (mark.step != NULL && day_compare(mark.day, clock_today()) <= 0)
        way->if_unrung = g_strdup_printf(_("If nobody rings: letter today: %s."), mark.step->label);
}

Way *way_load(Desk *desk, const Card *card, GError **error)
{
    g_auto(Story) story = {.contact = DAY_NONE, .quiet_until = DAY_NONE};
    g_autoptr(Way) way = g_new0(Way, 1);
    way->rows = g_ptr_array_new_with_free_func(row_free);
    if (!story_read(desk, card->id, &story, error))
        return NULL;
    if (story.item_id == 0)
        return g_steal_pointer(&way);
    const CadenceCase about = story_case(desk, &story);
    standing_add(desk, &about, way);
    waiting_add(desk, &about, way);
    way->pause = pause_of(desk, card, &story);
    way->if_paid = g_strdup(story.first_invoice ? _("If he pays: off the list, and a call to say thank you.")
                                                : _("If he pays: off the list, and nobody rings."));
    if (card->not_callable == NULL) {
        unrung_find(desk, card, &story, way);
        coming_add(desk, &story, card_own_touchpoint(card), way);
    }
    return g_steal_pointer(&way);
}

/* --- In words ------------------------------------------------------------------------------------------------ */

const WayRow *way_next(const Way *way)
{
    for (guint i = 0; i < way->rows->len; i++) {
        const WayRow *row = g_ptr_array_index(way->rows, i);
        if ((row->state == WAY_PLANNED || row->state == WAY_COMES) && !row->due)
            return row;
    }
    return NULL;
}

char *way_row_words(const WayRow *row, bool brief)
{
    const char *why = brief ? row->brief : row->why;
    g_autofree char *day = day_known(row->day) ? day_weekday_short(row->day) : g_strdup("");
    GString *text = g_string_new(day);
    g_string_append_printf(text, "%s%s%s", *day != '\0' ? " " : "", row->letter ? _("letter: ") : "", row->label);
    if (*why != '\0')
        g_string_append_printf(text, " (%s)", why);
    return g_string_free(text, FALSE);
}

static void part_add(GString *text, const Way *way, const char *title, WayState first, WayState last)
{
    bool begun = false;
    for (guint i = 0; i < way->rows->len; i++) {
        const WayRow *row = g_ptr_array_index(way->rows, i);
        if (row->state < first || row->state > last)
            continue;
        if (!begun)
            g_string_append_printf(text, "%s\n", title);
        begun = true;
        g_autofree char *line = way_row_words(row, false);
        g_string_append_printf(text, "%s\n", line);
    }
}

char *way_text(const Way *way)
{
    GString *text = g_string_new(NULL);
    if (way->rows->len == 0)
        return g_string_free(text, FALSE);
    part_add(text, way, way->call_due ? _("If this call brings nothing:") : _("If nothing happens:"), WAY_PLANNED,
             WAY_COMES);
    if (way->if_unrung != NULL)
        g_string_append_printf(text, "%s\n", way->if_unrung);
    if (way->pause != NULL)
        g_string_append_printf(
            text, g_str_has_suffix(way->pause, ".") ? _("No letter meanwhile: %s\n") : _("No letter meanwhile: %s.\n"),
            way->pause); /* some are sentences of their own */
    g_string_append_printf(text, "%s\n", way->if_paid);
    part_add(text, way, _("Waits:"), WAY_WAITS, WAY_WAITS);
    part_add(text, way, _("Done:"), WAY_DONE, WAY_DONE);
    part_add(text, way, _("Left out:"), WAY_SKIPPED, WAY_SKIPPED);
    g_string_truncate(text, text->len - 1);
    return g_string_free(text, FALSE);
}
