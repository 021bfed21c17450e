/* Decisions about a customer beside what he owes: no delivery, payment in advance, a credit limit, a last day to pay,
 * the file in other hands.  Facts with a day (table hold); what holds today is derived.  Where the desk decided
 * nothing, or ended what it had decided, the customer list has the word. */
#pragma once
#include "desk/desk.h"
#include "ledger/account.h"

typedef enum { HOLD_SUPPLY_STOP, HOLD_PREPAY, HOLD_CREDIT_LIMIT, HOLD_DEADLINE, HOLD_HANDOVER, HOLD_KINDS } HoldKind;
extern const char *const HOLD_SLUGS[]; /* "supply_stop" …; NULL-terminated */
bool hold_kind_find(const char *slug, HoldKind *kind);

/* The newest decision of `kind` on customer c that holds today, as SQL: one of its columns, NULL when there is none. */
#define HOLD_TODAY(kind, column)                                                                                       \
    "(SELECT h." column " FROM hold h WHERE h.customer_id = c.id AND h.kind = '" kind "' AND h.from_day <= :today"     \
    " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = h.event_id) ORDER BY h.id DESC LIMIT 1)"
#define SUPPLY_IS_STOPPED "CASE WHEN " HOLD_TODAY("supply_stop", "holds") " = 1 THEN 1 ELSE c.stop_supply END"
#define CREDIT_LIMIT_TODAY                                                                                             \
    "CASE WHEN " HOLD_TODAY("credit_limit", "holds") " = 1 THEN " HOLD_TODAY("credit_limit",                           \
                                                                             "amount") " ELSE c.credit_limit END"

typedef enum {
    HOLD_NONE,
    HOLD_BY_LIST,  /* the customer list says so; nobody here decided it */
    HOLD_IN_FORCE, /* a deadline: it still runs */
    HOLD_PASSED    /* a deadline alone: its day is over, money may be asked, and what was announced was not done */
} HoldState;

typedef struct {
    HoldState state;
    Day from, decided;  /* DAY_NONE: by list */
    char *reason;       /* slug, "" none */
    char *reason_words; /* interface language, "" none */
    char *detail;       /* "" none */
    char *agent;        /* who decided; "" the list */
    Cents amount;       /* credit limit; else 0 */
    gint64 event_id;    /* 0: by list */
} Hold;

typedef struct {
    char currency[4];       /* of the limit */
    Hold now[HOLD_KINDS];   /* state NONE: nothing */
    Hold ahead[HOLD_KINDS]; /* decided already, from a day to come; of a deadline never */
    bool deadline_paid;     /* what was late on the day of the last deadline is paid */
    Hold ended[HOLD_KINDS]; /* the decision that ended it last, where nothing was decided since */
} Holds;

Holds *holds_load(Desk *desk, gint64 customer_id, GError **error);
void holds_free(Holds *holds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Holds, holds_free)

bool holds_are(const Holds *holds, HoldKind kind); /* in force today, by whomever */
/* The outcome announced for a deadline that has passed; "" none.  Borrowed. */
const char *holds_announced(const Holds *holds);
Cents holds_limit(const Holds *holds); /* -1: none */

/* One sentence without a stop, for whoever looks the customer up: "no delivery since 12/02: deadline passed".
 * Caller frees; "" where there is nothing. */
char *hold_words(HoldKind kind, const Hold *hold, bool ahead, const char *currency);
/* All of them but a limit that is not reached, " · " between; money NULL: without the limit. */
char *holds_words(const Holds *holds, const MoneyLine *money);
/* holds_words of a customer, for lists; "" where it cannot be read. */
char *customer_holds_words(Desk *desk, gint64 customer_id);

/* The day that an event decided on: what its letter must say; DAY_NONE: it decided nothing of the kind. */
Day hold_day_of(Desk *desk, gint64 event_id, HoldKind kind);

/* --- For the order desk ---------------------------------------------------------------------------------------- */

typedef struct {
    gint64 customer_id;
    char *number, *name;
    Holds *holds;
    Day changed; /* of the newest decision, its undo or its end included; DAY_NONE: none here, the list says it */
    char *agent; /* who changed it; "" nobody here */
} HoldsRow;
/* Every customer of whom something is or was decided here or by the list; since known: only those of whom something
 * changed on that day or later, by a decision or because its day came.  By number; free function set. */
GPtrArray *holds_list(Desk *desk, Day since, GError **error);
