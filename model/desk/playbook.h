/* The playbook: outcomes, their letters, questions, scripts, effects and next steps, as data a supervisor can
 * edit (data/playbook.ini; a house file /etc/belronde/playbook.ini or $XDG_CONFIG_HOME/belronde/playbook.ini
 * is laid over it section by section).  C holds the verbs only.  Language: labels follow the interface,
 * scripts the customer; every text needs _en, _nl and _fr (checked at load). */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct Playbook Playbook;

typedef enum {
    FIELD_TEXT, FIELD_NUMBER, FIELD_AMOUNT, FIELD_DATE, FIELD_DATETIME, FIELD_PHONE, FIELD_EMAIL, FIELD_CHOICE,
    FIELD_CHECK, FIELD_ITEM, FIELD_ITEMS, FIELD_CONTACT, FIELD_COLLEAGUE, FIELD_NOTE
} FieldType;

typedef struct {
    const char *slug;          /* "transfer" */
    const char *letter;        /* per language, UTF-8, what is pressed */
    const char *label;         /* interface language */
} Choice;

typedef struct {
    const char *name;          /* "amount" */
    FieldType type;
    bool star;                 /* Enter stops here */
    bool past;                 /* dates look back, never roll */
    bool no_roll;              /* keep the day first asked (plan) */
    bool bank_day;             /* roll to bank days instead of business days */
    const char *label;         /* interface language */
    const char *help;          /* what may I type here (F1) */
    const char *suggest;       /* verb: see data/playbook.ini ("ask", "collections_contact", "email", "retry", "yes") */
    const char *hint;          /* shown right of the value when there is no echo; "" none */
    int minute;                /* default hour of a DATETIME, minutes; -1 none */
    gint64 min, max;           /* NUMBER */
    const Choice *choices;
    size_t choice_count;
    int line;                  /* in the ini */
} Field;

typedef struct {
    const char *effect;        /* verb: promise, cheque, plan, dispute, absent, wrong_number, send … */
    const char *argument;      /* the rest of the value */
    int line;
} EffectRow;

typedef struct {
    const char *reason;        /* slug of a [reason.…] */
    const char *rule;          /* "2 bank_days after run at 09:30 when missing is none" */
    int line;
} StepRow;

typedef enum { OUTCOME_ATTEMPT, OUTCOME_RIGHT_PARTY, OUTCOME_THIRD_PARTY, OUTCOME_OTHER } OutcomeClass;

typedef struct {
    const char *slug;          /* "promise" */
    const char *letter;        /* "P"; "" none: palette and the list of outcomes */
    const char *code;          /* vocabulary §2: PTP */
    OutcomeClass contact;
    const char *label;         /* "promise to pay" */
    const char *short_label;   /* as in the list of outcomes */
    const char *title;         /* of the form, with {times}, {kept}, {broken}, {attempts} … */
    const Field *fields;
    size_t field_count;
    const char *first_field;   /* NULL: the first star, else the first */
    const EffectRow *effects;
    size_t effect_count;
    const StepRow *steps;
    size_t step_count;
    bool ends;                 /* needs no next touchpoint (paid, handed over, …) */
    const char *summary;       /* pattern for toast, history and queue: "{amount} by {by}" */
    const char *const *hints;  /* NULL-terminated: the lines behind → in the form */
} Outcome;

typedef struct {
    const char *slug;          /* "callback" */
    const char *label;         /* at most 9 columns, queue column Why */
    const char *title;         /* "called back as agreed" */
    const char *commitment;    /* none, dated_followup, broken_promise, cheque_missing, missed_instalment */
} Reason;

/* house NULL: only the shipped file.  Errors name file and line. */
Playbook *playbook_load(const char *shipped, const char *house, const char *interface_language, GError **error);
void playbook_free(Playbook *playbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Playbook, playbook_free)

const Outcome *const *playbook_outcomes(const Playbook *playbook, size_t *count); /* order of the file */
const Outcome *playbook_outcome(const Playbook *playbook, const char *slug_or_letter_or_code);
const Field *outcome_field(const Outcome *outcome, const char *name);
const Reason *playbook_reason(const Playbook *playbook, const char *slug); /* never NULL: unknown = a plain one */
/* Script lines for an outcome ("promise", times so far incl. this one) in the customer's language; the set for
 * the highest repetition ≤ times is taken.  NULL-terminated, borrowed. */
const char *const *playbook_script(const Playbook *playbook, const char *outcome, int times, const char *language);
/* Opening script of a call, by the reason it is in the queue. */
const char *const *playbook_opening(const Playbook *playbook, const char *reason, const char *language);
/* "If he says…" lines: excuse, letter, first answer; NULL-terminated pairs of strings. */
const char *const *playbook_objections(const Playbook *playbook, const char *language);
