/* The questions of one outcome for one customer: what is asked, suggested, typed, understood.  The screen and
 * `belronde log` use the same form, so both accept and refuse the same things. */
#pragma once
#include "desk/card.h"
#include <stdint.h>

typedef struct {
    const Field *field;
    char *typed;    /* what stands in the field; the suggestion until something is typed */
    bool suggested; /* still the suggestion: the first typed character replaces it */
    char *echo;     /* "Wed 25 Feb 14:30"; "" none (shown behind "= ") */
    char *problem;  /* one sentence; NULL when the value is good or still empty */
    bool visible;   /* fields may depend on others ("when") */
} FormField;

typedef struct Form Form;

/* The card is borrowed and must outlive the form. */
Form *form_new(Desk *desk, const Card *card, const Outcome *outcome, GError **error);
void form_free(Form *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Form, form_free)

const Outcome *form_outcome(const Form *form);
const char *form_title(const Form *form);               /* "Promise to pay (kept 2, broken 1)" */
const char *const *form_script(const Form *form);       /* customer's language, filled in */
const char *const *form_consequences(const Form *form); /* the → lines: dates computed from what is typed now */
size_t form_count(const Form *form);
const FormField *form_field(const Form *form, size_t index);
size_t form_first(const Form *form); /* where the cursor lands */
/* Where Enter goes from `from`: a star without a good answer, or a star further down that still holds its suggestion
 * (one Enter accepts it); SIZE_MAX: nowhere, log.  from SIZE_MAX: the first star without a good answer. */
size_t form_next_open(const Form *form, size_t from);
/* Sets and understands at once; consequences and other suggestions follow. */
void form_set(Form *form, size_t index, const char *typed);
bool form_set_named(Form *form, const char *name, const char *typed, GError **error); /* INPUT: no such field */
void form_step(Form *form, size_t index, int delta);                   /* PgUp/PgDn: a day, a choice, a contact */
bool form_choose_letter(Form *form, size_t index, const char *letter); /* choice rows; false: no such letter */
void form_toggle(Form *form, size_t index, size_t part); /* check box; part: index of card->items, for FIELD_ITEMS */
/* Values offered by F4; NULL-terminated, g_strfreev.  Empty when there are none. */
char **form_values(const Form *form, size_t index);
/* Items the outcome is about (gint64 ids): those ticked in its items field, else the marked ones of the card, else
 * all open invoices. */
const GArray *form_items(const Form *form);
/* All fields good?  Else INPUT with the sentence of the first bad one, and *bad set. */
bool form_check(Form *form, size_t *bad, GError **error);
/* Canonical value of a field ("2026-02-27", "4852.60", "transfer"); "" empty.  Borrowed. */
const char *form_value(const Form *form, const char *name);

/* --- What the typed values mean: for effects and next steps ---------------------------------------- */
const Card *form_card(const Form *form);
int form_times(const Form *form);                       /* this one included: 3 = the third time in a row */
bool form_filled(const Form *form, const char *name);   /* visible, not empty; a check box: ticked */
Day form_value_day(const Form *form, const char *name); /* DAY_NONE: empty or no good date */
Moment form_value_moment(const Form *form, const char *name);
Day form_value_asked_day(const Form *form, const char *name);              /* as typed, before it was rolled (plans) */
Cents form_value_amount(const Form *form, const char *name);               /* 0: empty */
gint64 form_value_number(const Form *form, const char *name);              /* 0: empty */
const CardContact *form_value_contact(const Form *form, const char *name); /* NULL: none of the card's */
const CardItem *form_value_item(const Form *form, const char *name);       /* FIELD_ITEM; NULL: empty */
const char *form_shown(const Form *form, const char *name); /* as the agent saw it; for EventAnswer.shown */
bool form_holds(const Form *form, const Condition *condition);
/* What may be asked on the items the outcome is about: open − disputed − promised, at most what may be asked of the
 * customer; a promise that this outcome replaces does not count. */
Cents form_items_open(const Form *form);
/* The outcome's summary, filled in: "4.852,60 by Fri 27 Feb"; for toast, history, touchpoint.detail. */
char *form_summary(const Form *form);
