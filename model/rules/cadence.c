#include "cadence.h"

#include "cadence_parts.h"

#include <string.h>

/* FNV-1a, finished so that every bit of the result depends on all of the name.  Not for secrets: for the
 * same varied days on every desk and at every reading. */
static guint64 seed(const char *purpose, const char *customer_number, int round)
{
    g_autofree char *name = g_strdup_printf("%s %s %d", purpose, customer_number, round);
    guint64 hash = G_GUINT64_CONSTANT(14695981039346656037);
    for (const char *at = name; *at != '\0'; at++)
        hash = (hash ^ (guchar)*at) * G_GUINT64_CONSTANT(1099511628211);
    hash ^= hash >> 32;
    hash *= G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
    return hash ^ hash >> 29;
}

const char *cadence_path(const Cadence *cadence)
{
    return cadence->path;
}

const char *cadence_text(const Cadence *cadence)
{
    return cadence->text;
}

size_t cadence_count(const Cadence *cadence)
{
    return cadence->steps->len;
}

const CadenceStep *cadence_step(const Cadence *cadence, size_t index)
{
    return &g_array_index(cadence->steps, CadenceStep, index);
}

const CadenceStep *cadence_find(const Cadence *cadence, const char *reason)
{
    for (size_t i = 0; i < cadence_count(cadence); i++) {
        if (strcmp(cadence_step(cadence, i)->reason, reason) == 0)
            return cadence_step(cadence, i);
    }
    return NULL;
}

const char *cadence_letter_names(const Cadence *cadence)
{
    return cadence->letters->str;
}

bool cadence_is_letter(const Cadence *cadence, const char *reason)
{
    const CadenceStep *step = cadence_find(cadence, reason);
    return step != NULL && step->channel == CADENCE_LETTER;
}

int cadence_class_index(char payment_class)
{
    return payment_class == 'A' ? 0 : payment_class == 'B' ? 1 : 2;
}

static const Gap *gap_of(const Cadence *cadence, char payment_class)
{
    return &cadence->gaps[cadence_class_index(payment_class)];
}

/* The `turn`-th choice among the gaps of the class, beginning where the seed says. */
static int gap_choice(const Gap *gap, guint64 start, int turn)
{
    int choices = 2 * gap->jitter + 1;
    return gap->days - gap->jitter + (int)((start + (guint64)turn) % (guint64)choices);
}

int cadence_gap(const Cadence *cadence, char payment_class, const char *customer_number, int contacts_so_far,
                int previous_gap)
{
    const Gap *gap = gap_of(cadence, payment_class);
    guint64 start = seed("gap", customer_number, contacts_so_far);
    int days = gap_choice(gap, start, 0);
    return days != previous_gap ? days : gap_choice(gap, start, 1);
}

static Day later(Day a, Day b)
{
    return day_compare(a, b) >= 0 ? a : b;
}

Day cadence_varied_day(const CadenceRules *rules, const CadenceCase *about, Day earliest)
{
    const Gap *gap = gap_of(rules->cadence, about->payment_class);
    guint64 start = seed("gap", about->number, about->contact.number);
    Day day = earliest;
    for (int turn = 0; turn <= 2 * gap->jitter; turn++) {
        Day wanted = later(day_plus(about->contact, gap_choice(gap, start, turn)), earliest);
        day = calendar_business_days_after(rules->calendar, about->country, wanted, 0);
        if (day_minus(day, about->contact) != about->previous_gap)
            return day;
    }
    return calendar_business_days_after(rules->calendar, about->country, day, 1);
}

/* The minutes of half a day at which a retry may stand. */
typedef struct {
    int first, step, count;
} Slots;

static Slots slots_of(const Cadence *cadence, int from, int until)
{
    int step = cadence->retry_step_minutes;
    int first = (from + cadence->retry_margin_minutes + step - 1) / step * step;
    int last = until - cadence->retry_margin_minutes;
    if (last <= first) /* half a day too short for its margins */
        return (Slots){.first = from, .step = step, .count = MAX(1, (until - from) / step)};
    return (Slots){.first = first, .step = step, .count = (last - first) / step + 1};
}

Moment cadence_retry(const Cadence *cadence, const Calendar *calendar, const char *preset, const char *country,
                     const char *customer_number, int attempts_so_far, int previous_minute, Moment now)
{
    int morning_from, morning_until, afternoon_from, afternoon_until;
    calendar_halves(calendar, preset, &morning_from, &morning_until, &afternoon_from, &afternoon_until);
    bool morning = now.minute >= afternoon_from; /* the half that was not tried now */
    Slots slots =
        morning ? slots_of(cadence, morning_from, morning_until) : slots_of(cadence, afternoon_from, afternoon_until);
    guint64 start = seed("retry", customer_number, attempts_so_far);
    Day day = calendar_business_days_after(calendar, country, now.day, 1);
    Moment moment = {day, slots.first};
    for (int turn = 0; turn < slots.count; turn++) {
        int slot = (int)((start + (guint64)turn) % (guint64)slots.count);
        moment = (Moment){day, slots.first + slot * slots.step};
        moment = calendar_next_callable(calendar, preset, country, moment);
        if (moment.minute != previous_minute)
            break;
    }
    return moment;
}
