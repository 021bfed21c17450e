/* What is due, what waits and why, from the facts. */
#include "desk/reminders_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/kindness.h"
#include "desk/letter_way.h"
#include "desk/outbox.h"
#include "ledger/account.h"

#include <string.h>

static void reminder_free(gpointer data)
{
    Reminder *reminder = data;
    char *const strings[] = {reminder->number, reminder->name,     reminder->city,  reminder->country,
                             reminder->step,   reminder->document, reminder->label, reminder->step_label,
                             reminder->items,  reminder->channel,  reminder->why,   reminder->recipient,
                             reminder->block,  reminder->language, reminder->agent};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    g_free(reminder);
}

void reminders_clear(Reminders *reminders)
{
    g_clear_pointer(&reminders->due, g_ptr_array_unref);
    g_clear_pointer(&reminders->hidden, g_hash_table_unref);
    g_clear_pointer(&reminders->calls, g_hash_table_unref);
}

/* What he owes in one currency may be written to him while the other cannot: then the planned letter goes. */
static void remember_hidden(Reminders *reminders, gint64 customer_id)
{
    (void)g_hash_table_remove(reminders->calls, &customer_id);
    g_hash_table_add(reminders->hidden, g_memdup2(&customer_id, sizeof customer_id));
}

static void remember_call(Reminders *reminders, gint64 customer_id, const char *why)
{
    if (!g_hash_table_contains(reminders->hidden, &customer_id))
        g_hash_table_insert(reminders->calls, g_memdup2(&customer_id, sizeof customer_id), g_strdup(why));
}

/* --- What makes it wait ------------------------------------------------------------------------------------- */

static char *until_words(const char *sentence, Day day)
{
    g_autofree char *words = day_weekday_short(day);
    return g_strdup_printf(sentence, words);
}

char *pause_quiet(Day until)
{
    return until_words(_("put to rest until %s"), until);
}

char *pause_agreed(const char *label, Moment when)
{
    g_autofree char *words = moment_words(when);
    return g_strdup_printf(_("an agreed contact comes first: %s %s"), label, words);
}

char *pause_promised(const GPtrArray *promises)
{
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        bool plan = strcmp(promise->kind, "instalment") == 0;
        if (promise_state_is_live(promise->state))
            return until_words(plan ? _("a payment plan runs, next part %s") : _("payment is promised for %s"),
                               promise->due);
    }
    return NULL;
}

/* *pause NULL: nothing is expected any more. */
static bool promise_pause(Desk *desk, const Candidate *candidate, char **pause, GError **error)
{
    if (!candidate->has_promise)
        return true;
    g_autoptr(GPtrArray) promises = desk_promises(desk, candidate->customer_id, error);
    *pause = promises != NULL ? pause_promised(promises) : NULL;
    return promises != NULL;
}

static char *plain_pause(const Candidate *candidate)
{
    const Story *story = &candidate->story;
    if (day_known(story->quiet_until) && day_compare(story->quiet_until, clock_today()) >= 0)
        return pause_quiet(story->quiet_until);
    return candidate->agreed != NULL ? pause_agreed(candidate->agreed, candidate->agreed_when) : NULL;
}

/* --- What stands in the way --------------------------------------------------------------------------------- */

/* Money of his that nobody has set against an invoice yet: the letter would ask what he may have paid. */
static bool money_block(Desk *desk, const Candidate *candidate, char **block, GError **error)
{
    g_autoptr(GArray) lines = money_lines(desk->store, candidate->customer_id, clock_today(), error);
    for (guint i = 0; lines != NULL && i < lines->len; i++) {
        const MoneyLine *line = &g_array_index(lines, MoneyLine, i);
        Cents loose = line->unallocated - candidate->credit;
        if (strcmp(line->currency, candidate->currency) != 0 || loose <= 0)
            continue;
        g_autofree char *amount = money_text_currency(loose, line->currency);
        *block = g_strdup_printf(_("%s of him is not set against an invoice yet: look at the receipts first."), amount);
    }
    return lines != NULL;
}

static char *address_block(const Candidate *candidate)
{
    bool post = letter_address_whole(candidate->street, candidate->city);
    return candidate->email == NULL && !post
               ? g_strdup(_("There is neither an e-mail address nor a postal address: ask for one."))
               : NULL;
}

/* --- One customer ------------------------------------------------------------------------------------------- */

static char *why_words(const Candidate *candidate)
{
    const Story *story = &candidate->story;
    int late = day_minus(clock_today(), story->due);
    g_autofree char *days = g_strdup_printf(NP_("%d day late", "%d days late", late), late);
    if (!day_known(story->contact))
        return g_strdup_printf(_("%s, no contact yet"), days);
    g_autofree char *contact = day_numeric(story->contact);
    return g_strdup_printf(_("%s, last contact %s"), days, contact);
}

static Reminder *reminder_new(const Candidate *candidate, const CadenceMark *mark)
{
    Reminder *reminder = g_new0(Reminder, 1);
    *reminder = (Reminder){.touchpoint_id = candidate->touchpoint_id,
                           .customer_id = candidate->customer_id,
                           .number = g_strdup(candidate->story.number),
                           .name = g_strdup(candidate->name),
                           .city = g_strdup(candidate->city),
                           .country = g_strdup(candidate->story.country),
                           .payment_class = candidate->story.payment_class,
                           .step = g_strdup(mark->step->reason),
                           .step_label = g_strdup(mark->step->label),
                           .document = g_strdup(mark->step->document),
                           .label = g_strdup(document_label(mark->step->document)),
                           .channel = g_strdup(candidate->email != NULL ? "email" : "post"),
                           .recipient = g_strdup(candidate->email != NULL ? candidate->email : ""),
                           .language = g_strdup(candidate->language),
                           .agent = g_strdup(candidate->agent),
                           .items = g_strdup(candidate->items->str),
                           .invoices = candidate->invoices,
                           .days_late = day_minus(clock_today(), candidate->story.due),
                           .amount = candidate->amount,
                           .since = mark->day,
                           .why = why_words(candidate)};
    g_strlcpy(reminder->currency, candidate->currency, sizeof reminder->currency);
    return reminder;
}

/* Thanks are about no invoice. */
static Reminder *reminder_kind(Desk *desk, const Candidate *candidate)
{
    const Reason *reason = playbook_reason(desk->playbook, candidate->kind);
    const char *document = kindness_letter(desk, candidate->kind);
    Reminder *reminder = g_new0(Reminder, 1);
    *reminder = (Reminder){.touchpoint_id = candidate->touchpoint_id,
                           .customer_id = candidate->customer_id,
                           .number = g_strdup(candidate->story.number),
                           .name = g_strdup(candidate->name),
                           .city = g_strdup(candidate->city),
                           .country = g_strdup(candidate->story.country),
                           .payment_class = candidate->story.payment_class,
                           .step = g_strdup(reason->slug),
                           .step_label = g_strdup(reason->label),
                           .document = g_strdup(document),
                           .label = g_strdup(document_label(document)),
                           .channel = g_strdup(candidate->email != NULL ? "email" : "post"),
                           .recipient = g_strdup(candidate->email != NULL ? candidate->email : ""),
                           .language = g_strdup(candidate->language),
                           .agent = g_strdup(candidate->agent),
                           .items = g_strdup(""),
                           .since = clock_today(),
                           .why = g_strdup(reason->title),
                           .block = address_block(candidate),
                           .proposal = true};
    g_strlcpy(reminder->currency, candidate->currency, sizeof reminder->currency);
    return reminder;
}

static bool reminder_block(Desk *desk, const Candidate *candidate, Reminder *reminder, GError **error)
{
    if (!money_block(desk, candidate, &reminder->block, error))
        return false;
    char *address = address_block(candidate);
    if (address != NULL) {
        g_free(reminder->block);
        reminder->block = address;
        g_free(reminder->channel);
        reminder->channel = g_strdup("");
    }
    return true;
}

/* *mark is the next letter in any case; of one that is due, on the day it became so. */
static bool is_due(Desk *desk, const Candidate *candidate, CadenceMark *mark)
{
    const CadenceCase about = story_case(desk, &candidate->story);
    const CadenceRules rules = desk_rules(desk);
    *mark = (CadenceMark){.day = DAY_NONE};
    if (candidate->story.item_id == 0 || candidate->amount <= desk->weights.floor)
        return false;
    *mark = cadence_letter(&rules, &about, clock_today());
    if (mark->step == NULL || day_compare(mark->day, clock_today()) > 0)
        return false;
    Day since = cadence_letter(&rules, &about, day_plus(candidate->story.due, 1)).day;
    mark->day = day_known(since) && day_compare(since, mark->day) < 0 ? since : mark->day;
    return true;
}

/* A planned letter that is not due: it waits where its day is still to come or something was agreed; where no letter
 * is to come at all, a person looks at it. */
static void planned_judge(Reminders *reminders, const Candidate *candidate, const CadenceMark *mark, bool paused)
{
    if (candidate->step == NULL)
        return;
    if (paused || mark->step != NULL)
        remember_hidden(reminders, candidate->customer_id);
    else
        remember_call(reminders, candidate->customer_id,
                      candidate->disputed ? _("no letter: what is late is disputed")
                                          : _("no letter is to be sent any more"));
}

static bool candidate_judge(Desk *desk, const Candidate *candidate, Reminders *reminders, GError **error)
{
    CadenceMark mark;
    g_autofree char *pause = plain_pause(candidate);
    bool due = is_due(desk, candidate, &mark);
    if (candidate->kind != NULL) { /* first the thanks: whoever is thanked is asked nothing in the same post */
        g_ptr_array_add(reminders->due, reminder_kind(desk, candidate));
        planned_judge(reminders, candidate, &mark, true);
        return true;
    }
    if (due && pause == NULL && !promise_pause(desk, candidate, &pause, error))
        return false;
    if (!due || pause != NULL || candidate->touchpoint_id == 0) {
        planned_judge(reminders, candidate, &mark, pause != NULL);
        return true;
    }
    Reminder *reminder = reminder_new(candidate, &mark);
    g_ptr_array_add(reminders->due, reminder);
    if (!reminder_block(desk, candidate, reminder, error))
        return false;
    reminder->by_call = reminder->block != NULL && candidate->step != NULL;
    if (reminder->by_call)
        remember_call(reminders, candidate->customer_id, reminder->block);
    else if (candidate->step != NULL)
        remember_hidden(reminders, candidate->customer_id);
    return true;
}

/* --- All of them --------------------------------------------------------------------------------------------- */

static int most_late_first(gconstpointer a, gconstpointer b)
{
    const Reminder *left = *(Reminder *const *)a, *right = *(Reminder *const *)b;
    int days = right->days_late - left->days_late;
    int order = days != 0 ? days : strcmp(left->number, right->number);
    return order != 0 ? order : strcmp(left->currency, right->currency);
}

/* Own customers and nobody's. */
static void others_drop(Desk *desk, GPtrArray *candidates)
{
    for (guint i = candidates->len; i > 0; i--) {
        const Candidate *candidate = g_ptr_array_index(candidates, i - 1);
        if (*candidate->agent != '\0' && strcmp(candidate->agent, desk->agent) != 0)
            g_ptr_array_remove_index(candidates, i - 1);
    }
}

/* A house may do without letters. */
static bool has_letters(const Desk *desk)
{
    for (size_t i = 0; i < cadence_count(desk->cadence); i++)
        if (cadence_step(desk->cadence, i)->channel == CADENCE_LETTER)
            return true;
    return false;
}

bool reminders_gather(Desk *desk, const ReminderOptions *options, Reminders *reminders, GError **error)
{
    g_autoptr(GPtrArray) candidates =
        has_letters(desk) ? candidates_read(desk, options, error) : g_ptr_array_new_with_free_func(candidate_free);
    g_auto(Reminders) gathered = {.due = g_ptr_array_new_with_free_func(reminder_free),
                                  .hidden = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
                                  .calls = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free)};
    if (candidates != NULL && !options->everybody && options->customer_id == 0)
        others_drop(desk, candidates);
    for (guint i = 0; candidates != NULL && i < candidates->len; i++)
        if (!candidate_judge(desk, g_ptr_array_index(candidates, i), &gathered, error))
            return false;
    if (candidates == NULL)
        return false;
    g_ptr_array_sort(gathered.due, most_late_first);
    for (guint i = 0; i < gathered.due->len; i++) {
        Reminder *reminder = g_ptr_array_index(gathered.due, i);
        reminder->by_call = reminder->by_call && g_hash_table_contains(gathered.calls, &reminder->customer_id);
    }
    *reminders = gathered;
    gathered = (Reminders){0};
    return true;
}

GPtrArray *reminders_due(Desk *desk, const ReminderOptions *options, GError **error)
{
    g_auto(Reminders) reminders = {0};
    return reminders_gather(desk, options, &reminders, error) ? g_steal_pointer(&reminders.due) : NULL;
}
