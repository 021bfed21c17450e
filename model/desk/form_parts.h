/* Inside the form only. */
#pragma once
#include "base/when.h"
#include "desk/effect.h"
#include "desk/step.h"

typedef struct {
    FormField field; /* what the screen sees */
    char *value;     /* canonical; "" empty */
    char *said;      /* as the agent reads it back: "Fri 27 Feb", "transfer" */
    Moment moment;   /* DATE, DATETIME; DAY_NONE */
    Day asked;       /* before it was rolled */
    gint64 number;   /* NUMBER, PARTS; AMOUNT in minor units; CHOICE: index of the choice */
    Cents each;      /* PARTS: what one of them is to be; 0: number says how many */
    const CardContact *contact;
    const CardItem *item;
    GArray *items; /* ITEMS: const CardItem * */
} Slot;

struct Form {
    Desk *desk;
    const Card *card;
    const Outcome *outcome;
    int times;
    GArray *slots;         /* Slot, order of the outcome's fields */
    GArray *items;         /* gint64 */
    Cents interest, costs; /* that may be asked on top of them; only where the outcome can take them in */
    char *charged;         /* for which items that was reckoned; NULL: not yet */
    char *bar;             /* of a hand-over: what stands in the way today; "" nothing */
    char *title;
    char **script, **consequences;
    GStringChunk *words; /* what placeholders return; grows with the form's life only */
};

/* form_new with the count given: tests, and whoever has counted already. */
Form *form_new_times(Desk *desk, const Card *card, const Outcome *outcome, int times);

/* A slot by name; NULL.  The form owns it. */
Slot *form_slot(const Form *form, const char *name);
/* Gives the slot its suggestion, as text to be understood like a typed one. */
char *form_suggestion(const Form *form, const Field *field);
/* Understands slot->field.typed: value, said, echo, problem. */
void slot_understand(Form *form, Slot *slot);
void slot_clear_meaning(Slot *slot);
bool slot_mean(Slot *slot, char *value, char *said); /* takes both strings; true */
/* form_amount.c */
bool slot_read_amount(Form *form, Slot *slot, const char *typed, GError **error);
/* form_plan.c */
typedef struct {
    const EffectRow *row;
    Cents principal;       /* of invoices, down payment included */
    Cents interest, costs; /* taken in on top of it, as the law allows today */
    Cents total, down;     /* total: all parts and the down payment */
    Cents each;            /* 0: equal parts */
    int parts;             /* 0: not known yet, or nothing to split */
} PlanSketch;
bool form_plan(const Form *form, PlanSketch *sketch); /* false: the outcome makes no plan */
/* What the law allows to ask today on top of the invoices the form is about; after every change of them. */
void form_charges_refresh(Form *form);
bool slot_read_parts(Form *form, Slot *slot, const char *typed, GError **error);
const char *fact_plan(const Form *form);
const char *fact_falls_due(const Form *form);
const char *fact_approval(const Form *form);
const char *fact_chargeable(const Form *form);
char *plan_said(const Form *form);
char *chargeable_said(const Form *form);            /* "45,12 interest and 120,00 costs" */
char *invoices_words(const Form *form, int chosen); /* "all 3 invoices", "2 of 3 invoices"; caller frees */
/* The texts: title, script, consequences, with everything filled in. */
void form_texts_refresh(Form *form);
char *form_fill(const Form *form, const char *pattern, const GPtrArray *steps, bool for_customer, bool *complete);

/* Facts of the customer; "" when not so. */
const char *form_fact(const Form *form, const char *name);
const CardContact *card_contact(const Card *card, gint64 id);
const CardContact *card_management(const Card *card);
const char *form_email(const Form *form);
Cents card_live_promises(const Card *card, int *count, Day *last);
bool form_supersedes(const Form *form);
/* The most that may be promised, paid or sent by cheque. */
Cents form_ceiling(const Form *form);
/* Open and not disputed on one item. */
Cents item_free(const CardItem *item);
bool item_counts(const Form *form, const CardItem *item); /* an open invoice in the customer's own currency */

/* WHEN of a step or a date suggestion; false: cannot be told yet (the date field is empty). */
bool rule_moment(const Form *form, const StepRow *row, Day part, Moment *moment);
const char *form_preset(const Form *form);                /* of contact hours */
char *form_chief(const Form *form);                       /* short name of the supervisor; "" none; caller frees */
char *form_colleague(const Form *form, const char *name); /* as the desk knows him; NULL: does not work here */
Moment form_now(void);
char *moment_typed(Moment moment); /* "25/02 10:40": as one would type it; caller frees */
