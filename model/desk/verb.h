/* Inside the verbs only (outcome.c, undo.c and the files beside them): one transaction per verb, and what an
 * outcome is while it is logged. */
#pragma once
#include "desk/effect.h"
#include "desk/event.h"
#include "desk/outcome.h"
#include "desk/step.h"
#include "ledger/account.h"

/* Returns the new event.  False leaves nothing behind. */
typedef bool (*VerbBody)(Desk *desk, void *data, gint64 *event_id, GError **error);
/* Runs `body` in one transaction, once per operation id: a verb that is on record already is done.  A commit whose
 * end is not known is looked up before anybody is told. */
bool verb_run(Desk *desk, const char *op, VerbBody body, void *data, gint64 *event_id, GError **error);

/* "Logged: Bloemen Iris: …" needs the name; caller frees. */
char *verb_customer_name(Desk *desk, gint64 customer_id);

/* --- One outcome while it is logged ------------------------------------------------------------------ */

/* What of an open invoice is neither disputed nor promised; marked ones first, then oldest due first. */
typedef struct {
    gint64 item_id;
    Cents free;
} FreeItem;

typedef struct {
    Desk *desk;
    Form *form;
    const OutcomeCall *call;
    const Card *card;
    const Outcome *outcome;
    gint64 event_id, plan_id, dispute_id; /* 0: none made */
    GPtrArray *steps;                     /* PlannedStep */
    GPtrArray *effects;                   /* const EffectRow * */
    GArray *planned;                      /* PlannedPromise */
    GArray *letters;                      /* PlannedLetter */
    GArray *promise_ids;                  /* gint64, beside planned */
    GArray *superseded;                   /* gint64 promise ids ended by this outcome */
    GArray *settled_disputes;             /* gint64 dispute ids ended or answered by this outcome */
    gint64 decided_plan;                  /* 0: no plan was decided about */
} Logging;

const char *logging_currency(const Logging *logging);
/* Promises, disputes, master data, documents: in this order, each kind as the file has it. */
bool effects_run(Logging *logging, GError **error);

/* GArray of FreeItem in the customer's own currency, as the database has it now. */
GArray *items_free(Logging *logging, GError **error);
bool promises_supersede(Logging *logging, GError **error); /* those on the items of the form */
bool promises_supersede_item(Logging *logging, gint64 item_id, GError **error);
/* An agreement or a confirmation of that event that does not hold any more must not leave; undo lets it wait again. */
bool promised_letters_recall(Logging *logging, gint64 event_id, GError **error);
bool promise_end(Logging *logging, gint64 promise_id, const char *how, GError **error); /* withdrawn, superseded */
bool promises_insert(Logging *logging, GError **error);

bool plan_insert(Logging *logging, const EffectRow *row, GError **error);
/* Approved, refused, cancelled, called in: of the plan that is live. */
bool plan_decide(Logging *logging, const EffectRow *row, GError **error);
/* What an undone decision had recalled waits again; what it had made due is due on its own day. */
bool plans_back(Desk *desk, gint64 event_id, GError **error);

bool dispute_insert(Logging *logging, const EffectRow *row, GError **error);
bool dispute_settle(Logging *logging, const EffectRow *row, GError **error);

bool contact_absent(Logging *logging, const EffectRow *row, GError **error);
bool phone_wrong(Logging *logging, const EffectRow *row, GError **error);
bool customer_details(Logging *logging, const EffectRow *row, GError **error);
bool customer_block(Logging *logging, const EffectRow *row, GError **error);
bool customer_unblock(Logging *logging, const EffectRow *row, GError **error);
bool hold_set(Logging *logging, const EffectRow *row, GError **error);
bool hold_lift(Logging *logging, const EffectRow *row, GError **error);
bool document_send(Logging *logging, const EffectRow *row, GError **error);

/* Master data changed at the desk, with what undo needs to put it back.  value NULL: empties the column. */
bool change_set(Desk *desk, gint64 event_id, const char *entity, gint64 id, const char *field, const char *value,
                GError **error);
bool change_created(Desk *desk, gint64 event_id, const char *entity, gint64 id, GError **error);
/* *left counts what somebody changed again since, which therefore stays. */
bool changes_undo(Desk *desk, gint64 event_id, int *left, GError **error);

/* Into the outbox; it may leave when the time to recall it has passed.  INPUT: it can reach nobody (letter_way.h). */
bool outbox_put(Desk *desk, gint64 event_id, gint64 customer_id, const LetterFacts *letter, GError **error);

/* What waited for such a letter has it: touchpoints for want of a letter, kind words it says, and of a letter of the
 * cadence every step of it that is planned, so that the next one is counted from here. */
bool letter_contacts_close(Desk *desk, gint64 customer_id, const LetterFacts *letter, gint64 event_id, GError **error);

bool ids_contain(const GArray *ids, gint64 id);
