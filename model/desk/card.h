/* The customer's whole story for one screen, read once; const for who draws it. */
#pragma once
#include "desk/dispute.h"
#include "desk/event.h"
#include "desk/holds.h"
#include "desk/plan.h"
#include "desk/touchpoint.h"
#include "ledger/account.h"

typedef struct {
    gint64 id;
    char *raw, *e164, *pretty; /* pretty: as shown; e164 "" when unknown */
    bool wrong;
} CardPhone;

typedef struct {
    gint64 id;
    char *name, *role, *email, *deputy, *reach; /* reach: "Mon-Thu 09:00-16:00", "" any time */
    char *role_label;                           /* interface language */
    char *language;                             /* "" the customer's */
    GPtrArray *phones;                          /* CardPhone */
    bool reachable;                             /* now, by his own hours and absence */
    char *unreachable_why;                      /* "away until Mon 2 Mar"; NULL when reachable */
    Day absent_until;
    int times_away; /* outcome A in a row, for the escalation */
} CardContact;

typedef struct {
    gint64 id;
    char *number, *kind, *reference, *description;
    Day issued, due;
    Day asked_from;     /* due, or the later day of a direct debit that did not come back */
    Day collect_day;    /* a direct debit is expected to take it then; DAY_NONE: none */
    Day discount_until; /* DAY_NONE: no discount for paying early */
    Cents discount;
    char *copy;                             /* name of the copy the invoice carries; "" none */
    int days_late;                          /* behind asked_from; negative: not late yet */
    Cents amount, open, disputed, promised; /* signed */
    char currency[4];
    char *stage; /* last letter or "-", or "disputed", "promised 27/02" */
    bool marked; /* the items the next outcome is about; all overdue ones at first */
} CardItem;

typedef struct {
    gint64 id;
    char *number, *name, *kind, *language, *country, *vat, *address, *city;
    char payment_class;
    bool class_is_manual, stop_supply, prepay, restricted;
    char *blocked;      /* slug of what keeps him from being called; "" nothing, or his own wish */
    bool postal;        /* street and town are known: a letter can reach him by post */
    char *not_callable; /* sentence; NULL callable */
    Cents credit_limit; /* as it holds today; -1 none */
    Holds *holds;
    char *holds_words; /* what was decided about him, for whoever looks him up; "" nothing */
    int terms_days;
    GPtrArray *contacts;                /* CardContact; the collections contact first */
    gint64 ask_contact_id;              /* whom to ask for now (management from the second time away) */
    GArray *money;                      /* MoneyLine, own currency first */
    GPtrArray *items;                   /* CardItem: open ones, oldest due first; credits after invoices */
    GPtrArray *promises;                /* Promise */
    GPtrArray *plans;                   /* Plan, newest first */
    GPtrArray *disputes;                /* Dispute: those that are not over, the late ones first */
    int promises_kept, promises_broken; /* 12 months */
    Behaviour behaviour;
    bool slowing;           /* the good customer slows down */
    GPtrArray *timeline;    /* TimelineRow, newest first */
    GPtrArray *touchpoints; /* Touchpoint, live */
    char *reason;           /* slug of what leads his row, "nothing_to_ask", "" nothing due yet */
    Priority priority;
    Day bank_day; /* DAY_NONE: no bank data yet */
    bool bank_stale;
    ContactHours hours;    /* of the house, now, in the customer's country */
    char *next_if_nothing; /* "Wed 25/02 10:40 (other half of the day)" */
    struct Way *way;       /* way.h: what comes by the cadence */
} Card;

Card *card_load(Desk *desk, gint64 customer_id, GError **error);
void card_free(Card *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Card, card_free)
/* The outcome that is due by what was decided: the one announced, or the end of a stop; "" none.  Borrowed. */
const char *card_proposed(const Card *card);
/* The first who has an e-mail address that can be used; NULL none. */
const CardContact *card_with_email(const Card *card);
const MoneyLine *card_money(const Card *card); /* own currency */
/* The first contact of the desk's own; a call that is due before a letter that is.  NULL none.  Borrowed. */
const Touchpoint *card_own_touchpoint(const Card *card);
/* Of whoever has that address; else the customer's.  Borrowed. */
const char *card_reader_language(const Card *card, const char *recipient);
/* How often this outcome was logged for the customer, the one being logged included, not counting undone ones;
 * for `away` per contact.  Reset by a right-party contact with another outcome for N and A. */
int card_times(Desk *desk, const Card *card, const char *outcome);
/* Opening script for the reason, filled in, customer's language; g_strfreev. */
char **card_opening(Desk *desk, const Card *card);
/* {name} placeholders of scripts, titles, hints and summaries, for text_fill.  Known from the card: customer,
 * number, contact, agent, company, company_phone, amount (what to ask, with currency), open, overdue, promised,
 * disputed, invoices (how many are open), items ("3 invoices" in the language), oldest (number of the oldest invoice),
 * days (days late of the oldest), days_before, days_by_month (SlowerMonths), kept, broken, today, bank_day,
 * credit_limit, phone; NULL for any other name, so that the form may look further.  The scope's strings live as long as
 * the scope. */
typedef struct {
    Desk *desk;
    const Card *card;
    GStringChunk *strings;
} CardScope;
const char *card_placeholder(const char *name, void *card_scope);
