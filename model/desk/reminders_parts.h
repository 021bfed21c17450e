/* Between the files of the reminders and the queue. */
#pragma once
#include "desk/reminders.h"
#include "desk/touchpoint_parts.h"

/* What is known of one customer on today's list, of what he owes in one currency. */
typedef struct {
    gint64 customer_id, touchpoint_id;
    Story story;
    char *name, *city, *street, *language, *agent; /* agent: whose customer; "" nobody's */
    char currency[4];
    char *step;   /* the letter that is planned; NULL: he is on the list for a call */
    char *kind;   /* a kind word that is due: its reason; NULL none */
    char *agreed; /* label of an agreed contact that comes first; NULL none */
    Moment agreed_when;
    bool disputed;    /* of what is late, something is */
    bool has_promise; /* one whose last day is not over */
    char *email;      /* of who does the accounts; NULL none */
    GString *items;   /* ids of what a letter is about */
    int invoices;
    Cents amount, credit; /* late invoices and credits together; credits alone, positive */
} Candidate;
void candidate_free(gpointer candidate);

/* Why no letter comes now, in words; caller frees. */
char *pause_quiet(Day until);
char *pause_agreed(const char *label, Moment when);
char *pause_promised(const GPtrArray *promises); /* Promise; NULL: none is expected any more */

/* GPtrArray of Candidate, rising by customer; of one with several currencies his own first. */
GPtrArray *candidates_read(Desk *desk, const ReminderOptions *options, GError **error);

typedef struct {
    GPtrArray *due;     /* Reminder */
    GHashTable *hidden; /* gint64 *: customers whose planned letter is in `due` or waits: no call for it */
    GHashTable *calls;  /* gint64 * → char *: planned letters that cannot go, and why: these are calls */
} Reminders;
void reminders_clear(Reminders *reminders);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Reminders, reminders_clear)
bool reminders_gather(Desk *desk, const ReminderOptions *options, Reminders *reminders, GError **error);
