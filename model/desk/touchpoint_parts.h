/* What planning the next contact shares between one customer and many.  Private to the desk. */
#pragma once
#include "desk/event.h"
#include "desk/touchpoint.h"

/* What the cadence looks at. */
typedef struct {
    char *number, *country;
    DebtorKind kind;
    char payment_class;
    Day issued, due, contact, quiet_until; /* due: from which day on it is asked for */
    Day collect;                           /* a direct debit takes it then; DAY_NONE none */
    bool first_invoice, letter_wanted;
    bool no_address; /* and he was rung since the letter was due: who rang could ask for one */
    int previous_gap;
    gint64 item_id;  /* the leading item: the oldest due; 0 none */
    GArray *letters; /* CadenceLetter about that item, oldest first; NULL none */
} Story;
void story_clear(Story *story);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Story, story_clear)
/* Of one customer, as of today. */
bool story_read(Desk *desk, gint64 customer_id, Story *story, GError **error);
/* A letter as the outbox has it; counted when it is about the leading item and was sent when that one was late.
 * items: ids with blanks between, "" all; sent_utc 0: waits, and is taken as leaving today. */
void story_letter(Story *story, const char *document, const char *channel, const char *items, gint64 sent_utc);
/* Borrows from the story. */
CadenceCase story_case(const Desk *desk, const Story *story);
CadenceRules desk_rules(const Desk *desk);
/* The next contact, on the day it can be. */
CadenceMark story_next(const Desk *desk, const Story *story);
/* An address that a mail server may take; a street and a town. */
#define CONTACT_HAS_MAIL(p)  " " p ".active = 1 AND " p ".email LIKE '%_@_%' AND " p ".email NOT LIKE '% %'"
#define CUSTOMER_HAS_POST(c) " " c ".street <> '' AND " c ".city <> ''"

/* A talk or a letter.  What was decided at the desk, a stop or who he is, was said to nobody. */
#define EVENT_IS_CONTACT(e)                                                                                            \
    " (" e ".kind = 'letter' OR (" e ".kind = 'call' AND (" e ".contact_id IS NOT NULL"                                \
    " OR NOT EXISTS (SELECT 1 FROM hold h WHERE h.customer_id = " e ".customer_id AND h.event_id = " e ".id)"          \
    " AND NOT EXISTS (SELECT 1 FROM event_change g WHERE g.event_id = " e ".id))))"
/* The day of the last call or letter that stands; DAY_NONE none. */
bool contact_last(Desk *desk, gint64 customer_id, Day *day, GError **error);

/* hold_follow_up.c.  Paid: is it to be proposed that a stop or payment in advance ends? */
bool lift_is_due(Desk *desk, gint64 customer_id, const GArray *money, bool *due, GError **error);
/* What was late on the day of his last deadline is paid. */
bool deadline_is_kept(Desk *desk, gint64 customer_id, bool *kept, GError **error);

/* touchpoint_ensure for who has read the money lines of the customer already (NULL: has not). */
bool touchpoint_ensure_with(Desk *desk, gint64 customer_id, const GArray *money, gint64 created_event, GError **error);

/* Plans for those of the customers (rising) of whom the record says nothing yet: no contact, no money, no word, all
 * items open and none to be collected.  The others are added to `rest`: they need the whole follow-up. */
bool newcomers_plan(Desk *desk, const GArray *customer_ids, GArray *rest, GError **error);

/* An event of the program itself; op NULL: one is made.  answer NULL: none. */
bool program_event(Desk *desk, gint64 customer_id, const char *kind, const char *op, const EventAnswer *answer,
                   gint64 *id, GError **error);
/* follow_disputes.c: ends the disputes of a customer that credit notes or money have settled. */
bool disputes_follow(Desk *desk, gint64 customer_id, GError **error);
