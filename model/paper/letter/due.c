#include "paper/letter_due.h"

#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "paper/letter_post.h"

#include <string.h>

OutboxOrder *letter_due_order(Desk *desk, const Reminder *reminder)
{
    OutboxOrder *order = g_new0(OutboxOrder, 1);
    *order = (OutboxOrder){.id = G_MAXINT64,
                           .event_id = G_MAXINT64,
                           .customer_id = reminder->customer_id,
                           .document = g_strdup(reminder->document),
                           .channel = g_strdup(reminder->channel),
                           .recipient = g_strdup(reminder->recipient),
                           .language = g_strdup(reminder->language),
                           .items = g_strdup(reminder->items),
                           .personal = g_strdup(""),
                           .agent = g_strdup(desk->agent),
                           .day = clock_today()};
    return order;
}

char *letter_due_check(Desk *desk, const Reminder *reminder, void *templates)
{
    g_autoptr(OutboxOrder) order = letter_due_order(desk, reminder);
    g_autoptr(GError) reason = NULL;
    g_autoptr(Letter) letter = letter_of_order(desk, templates, order, NULL, &reason);
    return letter != NULL ? NULL : g_strdup(reason->message);
}

void letter_due_judge(Desk *desk, const LetterTemplates *templates, const GPtrArray *reminders)
{
    for (guint i = 0; i < reminders->len; i++) {
        Reminder *reminder = g_ptr_array_index(reminders, i);
        if (reminder->block == NULL)
            reminder->block = letter_due_check(desk, reminder, (void *)templates);
    }
}

/* --- Cadence and letters ----------------------------------------------------------------------------------- */

static const char *const LANGUAGES[] = {"nl", "fr", "en"};

static unsigned kinds_of(const CadenceStep *step)
{
    static const struct {
        DebtorKind debtor;
        unsigned letter;
    } SAME[] = {{DEBTOR_BUSINESS, LETTER_KIND_BUSINESS},
                {DEBTOR_CONSUMER, LETTER_KIND_CONSUMER},
                {DEBTOR_PUBLIC, LETTER_KIND_PUBLIC}};
    unsigned kinds = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(SAME); i++)
        kinds |= (step->kinds >> SAME[i].debtor & 1) != 0 ? SAME[i].letter : 0;
    return kinds;
}

static bool is_listed(const GPtrArray *countries, const char *country)
{
    for (guint i = 0; i < countries->len; i++)
        if (g_ascii_strcasecmp(g_ptr_array_index(countries, i), country) == 0)
            return true;
    return false;
}

/* The letter must be for all for whom the step is. */
static bool reaches(const LetterTemplate *template, const CadenceStep *step)
{
    bool all = (kinds_of(step) & ~template->kinds) == 0;
    if (template->countries->len == 0)
        return all;
    for (const char *const *country = step->countries; *country != NULL; country++)
        all = all && is_listed(template->countries, *country);
    return all && step->countries[0] != NULL;
}

/* The least number of days after this step's letter before the next step; -1: none counts from it. */
static int days_left(const Cadence *cadence, const CadenceStep *step)
{
    int least = -1;
    for (size_t i = 0; i < cadence_count(cadence); i++) {
        const CadenceStep *next = cadence_step(cadence, i);
        if (next->after < 0 || cadence_step(cadence, (size_t)next->after) != step)
            continue;
        for (int class = 0; class < 3; class ++)
            if ((next->classes >> class & 1) != 0)
                least = least < 0 ? next->after_days[class] : MIN(least, next->after_days[class]);
    }
    return least;
}

static void step_judge(const Cadence *cadence, const CadenceStep *step, const LetterTemplate *template,
                       GPtrArray *faults)
{
    int days = days_left(cadence, step);
    if (!reaches(template, step))
        g_ptr_array_add(faults, g_strdup_printf(_("%s:%d: step “%s”: %s is not for all for whom this step is; "
                                                  "give the step a kind or country."),
                                                cadence_path(cadence), step->line, step->reason, template->path));
    else if (days >= 0 && days <= template->deadline_days)
        g_ptr_array_add(faults, g_strdup_printf(_("%s:%d: the letter of step “%s” gives %d days, and the step after "
                                                  "it comes after %d; leave it more."),
                                                cadence_path(cadence), step->line, step->reason,
                                                template->deadline_days, days));
}

GPtrArray *letter_steps_faults(const Cadence *cadence, const LetterTemplates *templates)
{
    GPtrArray *faults = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < cadence_count(cadence); i++) {
        const CadenceStep *step = cadence_step(cadence, i);
        guint before = faults->len;
        for (size_t j = 0; j < G_N_ELEMENTS(LANGUAGES) && step->channel == CADENCE_LETTER && faults->len == before;
             j++) {
            g_autoptr(GError) reason = NULL;
            const LetterTemplate *template = letter_template_find(templates, step->document, LANGUAGES[j], &reason);
            if (template != NULL)
                step_judge(cadence, step, template, faults);
            else if (g_error_matches(reason, BELRONDE_ERROR, BELRONDE_ERROR_MISSING)) /* a faulty one is told already */
                g_ptr_array_add(faults, g_strdup_printf(_("%s:%d: step “%s”: %s"), cadence_path(cadence), step->line,
                                                        step->reason, reason->message));
        }
    }
    return faults;
}
