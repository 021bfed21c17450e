/* The rhythm of contacts: data/cadence.ini.  Uneven on purpose, reproducible from a seed, never the same
 * gap twice running, never numbered towards the customer. */
#pragma once
#include "base/calendar.h"

typedef struct Cadence Cadence;

/* One step of the way of a customer, e.g. courtesy, day_15, day_30; the last one is the contact that
 * repeats, reminder_call. */
typedef struct {
    const char *reason;      /* slug, shown in the queue through the playbook's reasons */
    int after_days;          /* calendar days; 0 where it repeats */
    bool after_invoice;      /* counted from the issue day; else from the due day */
    bool first_invoice_only; /* new customers only */
    bool not_before_due;     /* asks for money: at the earliest on the day after the due day */
    bool repeats;            /* comes again and again, by the varied gap */
    const char *label;       /* interface language as it was at cadence_load; borrowed */
} CadenceStep;

Cadence *cadence_load(const char *path, GError **error);
void cadence_free(Cadence *cadence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cadence, cadence_free)

size_t cadence_count(const Cadence *cadence);
const CadenceStep *cadence_step(const Cadence *cadence, size_t index);
const CadenceStep *cadence_find(const Cadence *cadence, const char *reason);

/* The next planned contact for a customer: the first step later than every contact made for this
 * invoice's story (of several that are past, the last), never within the quiet days after a contact.
 * `issued`, `due` of the item that leads; `first_invoice`: nothing paid yet; `last_contact` DAY_NONE =
 * none; `previous_gap` days between the last two contacts, 0 = none.  After the last step: the varied
 * gap of the payment class.  Not before today, rolled to a business day.  *reason is borrowed from the
 * cadence. */
Day cadence_next(const Cadence *cadence, const Calendar *calendar, const char *country, const char *customer_number,
                 char payment_class, Day issued, Day due, bool first_invoice, Day last_contact, int previous_gap,
                 Day today, const char **reason);
/* A gap in days for payment class 'A', 'B', 'C': base ± jitter from (customer number, contacts so far);
 * differs from previous_gap (0 = none). */
int cadence_gap(const Cadence *cadence, char payment_class, const char *customer_number, int contacts_so_far,
                int previous_gap);
/* Retry after no answer: the other half of the day on the next business day, at a varied minute that is
 * never the one before (previous MINUTE_NONE = none). */
Moment cadence_retry(const Cadence *cadence, const Calendar *calendar, const char *preset, const char *country,
                     const char *customer_number, int attempts_so_far, int previous_minute, Moment now);
