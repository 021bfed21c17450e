/* Giving a file to a lawyer, a bailiff or an agency: what stands against it today, and all that he needs to know.
 *
 * A firm may give its lawyer any file on any day; but to act against a consumer before the term of the law is over
 * gains nothing and breaks it, and what was agreed with a customer binds us.  So that is said first, with the day. */
#pragma once
#include "desk/claim.h"
#include "desk/desk.h"

typedef struct {
    char *words; /* one sentence, interface language */
    Day from;    /* the first day on which it stands in the way no more; DAY_NONE: something must be done first */
} HandoverBar;

/* What stands in the way today, in the order of weight; empty: nothing.  GPtrArray of HandoverBar, free function set.
 */
GPtrArray *handover_bars(Desk *desk, gint64 customer_id, GError **error);
/* The sentences one after the other; "" nothing.  Caller frees. */
char *handover_bars_words(const GPtrArray *bars);

/* Whether a letter may announce the hand-over of what is claimed today: false with the sentences of the bars that the
 * law sets (INPUT); what was promised or is disputed keeps no letter back. */
bool handover_announceable(Desk *desk, const Claim *claim, GError **error);
/* The same of all that he owes. */
bool handover_announceable_to(Desk *desk, gint64 customer_id, GError **error);

/* The effect by which an outcome hands a file over; NULL: it does not.  Borrowed. */
const EffectRow *outcome_handover(const Outcome *outcome);

/* --- The file ---------------------------------------------------------------------------------------------------- */

typedef enum {
    PART_INVOICES,
    PART_LETTERS,
    PART_CALLS,
    PART_PROMISES,
    PART_DISPUTES,
    PART_RECEIPTS,
    PARTS
} HandoverPart;
extern const char *const HANDOVER_PART_SLUGS[]; /* "invoices" … */

/* One line of one part; what a part does not know stays empty. */
typedef struct {
    HandoverPart part;
    Day day, due; /* issued, left, said, made, received; DAY_NONE */
    int minute;   /* MINUTE_NONE */
    char *number, *what, *state, *person, *note;
    char *file;           /* in the folder, "letters/2026-02-24 reminder.eml"; "" none */
    Cents amount, second; /* second: still open, received */
    bool has_amount, has_second;
    char currency[4];
    gint64 id; /* of the document in the outbox; else 0 */
} HandoverLine;

typedef struct {
    Claim *claim;
    GPtrArray *lines; /* HandoverLine: by part, then by day */
    GPtrArray *bars;  /* HandoverBar: what stood in the way on the day the folder was made */
} Handover;

/* Only what the claim needs (GDPR art. 5): of people the names of whom we spoke to, no telephone numbers; free notes
 * only when asked for. */
Handover *handover_load(Desk *desk, gint64 customer_id, bool notes, GError **error);
void handover_free(Handover *handover);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Handover, handover_free)
