/* The playbook: outcomes, their letters, questions, scripts, effects and next steps, as data a supervisor can
 * edit (data/playbook.ini; a house file /etc/belronde/playbook.ini or $XDG_CONFIG_HOME/belronde/playbook.ini
 * is laid over it section by section).  C holds the verbs only.  Language: labels follow the interface,
 * scripts the customer; every text needs _en, _nl and _fr (checked at load). */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct Playbook Playbook;

typedef enum {
    FIELD_TEXT,
    FIELD_NUMBER,
    FIELD_PARTS, /* how many, or an amount for each */
    FIELD_AMOUNT,
    FIELD_DATE,
    FIELD_DATETIME,
    FIELD_PHONE,
    FIELD_EMAIL,
    FIELD_CHOICE,
    FIELD_CHECK,
    FIELD_ITEM,
    FIELD_ITEMS,
    FIELD_CONTACT,
    FIELD_COLLEAGUE,
    FIELD_NOTE
} FieldType;

typedef struct {
    const char *slug;   /* "transfer" */
    const char *letter; /* per language, UTF-8, what is pressed */
    const char *label;  /* interface language */
    const char *needs; /* "management", "email" or another fact: refused with a sentence where it does not hold; NULL */
} Choice;

/* "when how is transfer", "when new", "when no rest_by"; field NULL: always. */
typedef struct {
    const char *field;
    const char *value; /* a choice's slug or several with | between, a country; NULL: filled in, the box ticked */
    bool empty;        /* when no FIELD: the field is empty, the box not ticked */
} Condition;

typedef enum { STEP_NONE, STEP_TODAY, STEP_AT, STEP_ON, STEP_AFTER, STEP_OTHER_HALF, STEP_DUE_DATE } StepKind;
typedef enum { UNIT_DAYS, UNIT_BUSINESS_DAYS, UNIT_BANK_DAYS, UNIT_HOURS, UNIT_MINUTES } StepUnit;

/* The next touchpoint.  Of several rows with the same reason that count from the same day the first that holds is
 * taken. */
typedef struct {
    const char *reason; /* slug of a [reason.…]; NULL with STEP_NONE */
    const char *rule;   /* as written: "2 bank_days after run at 09:30 when missing is none" */
    StepKind kind;
    StepUnit unit;      /* STEP_AFTER */
    int count;          /* STEP_AFTER */
    const char *field;  /* a date field; NULL: today */
    bool each_part;     /* after each part of a plan */
    int minute;         /* "at HH:MM", not before that hour; MINUTE_NONE */
    const char *target; /* "chief", "management", or a field naming a contact or a colleague; NULL */
    Condition when;
    int from; /* only from the n-th time in a row; 1: always */
    int line;
} StepRow;

/* A value offered before anything is typed; the first whose condition holds is taken. */
typedef struct {
    const char *value; /* a choice's slug, plain text, or one of the words of data/playbook.ini */
    StepRow date;      /* of a date field: the same rule as a step's, without reason */
    Condition when;
    int from;
} Suggestion;

typedef struct {
    const char *name; /* "amount" */
    FieldType type;
    bool star;                     /* Enter stops here */
    bool past;                     /* dates look back, never roll */
    bool no_roll;                  /* keep the day first asked (plan) */
    bool bank_day;                 /* roll to bank days instead of business days */
    const char *label;             /* interface language */
    const char *help;              /* what may I type here (F1) */
    const Suggestion *suggestions; /* in order */
    size_t suggestion_count;
    const char *hint; /* shown right of the value when there is no echo; "" none */
    int minute;       /* default hour of a DATETIME, minutes; -1 none */
    gint64 min, max;  /* NUMBER */
    const Choice *choices;
    size_t choice_count;
    Condition shown; /* "shown = promises": asked only then; the words of Condition plus the facts
                        promises, country, kind, times of data/playbook.ini */
    int line;        /* in the ini */
} Field;

/* What logging does besides the event itself.  The fields of each verb, in order: desk/effect.h. */
typedef enum {
    EFFECT_PROMISE,
    EFFECT_PART,
    EFFECT_CHEQUE,
    EFFECT_PAID,
    EFFECT_PLAN,
    EFFECT_PLAN_ANSWER,
    EFFECT_DISPUTE,
    EFFECT_DISPUTE_END,
    EFFECT_ABSENT,
    EFFECT_WRONG_NUMBER,
    EFFECT_SEND,
    EFFECT_DETAILS,
    EFFECT_BLOCK,
    EFFECT_UNBLOCK,
    EFFECT_HOLD,
    EFFECT_LIFT,
    EFFECT_SUPERSEDE,
    EFFECT_KEEP
} EffectVerb;

#define EFFECT_FIELDS 6

typedef struct {
    EffectVerb verb;
    const char *word;                  /* send: the document; block: the slug; hold, lift: what; else NULL */
    const char *fields[EFFECT_FIELDS]; /* names of the outcome's fields; NULL where left out */
    Condition when;
    int line;
} EffectRow;

/* A line behind → in the form: {field}, {step.REASON} (the day planned), {why.REASON} ("today + 4 bank days").
 * Not shown while a step it names is not planned. */
typedef struct {
    const char *text; /* interface language */
    Condition when;
    int from;
} Hint;

typedef enum { OUTCOME_ATTEMPT, OUTCOME_RIGHT_PARTY, OUTCOME_THIRD_PARTY, OUTCOME_OTHER } OutcomeClass;

typedef struct {
    const char *slug;   /* "promise" */
    const char *letter; /* "P"; "" none: palette and the list of outcomes */
    const char *code;   /* vocabulary §2: PTP */
    OutcomeClass contact;
    const char *label;       /* "promise to pay" */
    const char *short_label; /* as in the list of outcomes */
    const char *title;       /* of the form, with {times}, {kept}, {broken}, {attempts} … */
    const Field *fields;
    size_t field_count;
    const char *first_field; /* NULL: the first star, else the first */
    const EffectRow *effects;
    size_t effect_count;
    const StepRow *steps;
    size_t step_count;
    bool ends;           /* needs no next touchpoint (paid, handed over, …) */
    const char *summary; /* pattern for toast, history and queue: "{amount} by {by}" */
    const Hint *hints;
    size_t hint_count;
    bool retired; /* replaced or switched off by the house: only for reading the history */
    int line;
} Outcome;

typedef struct {
    const char *slug;  /* "callback" */
    const char *label; /* at most 9 columns, queue column Why */
    const char *title; /* "called back as agreed" */
    const char
        *commitment;      /* none, dated_followup, broken_promise, cheque_missing, missed_instalment, deadline_passed */
    const char *document; /* the letter that does as well as this call; NULL: none */
} Reason;

/* house NULL: only the shipped file.  The house's keys are laid over the shipped section of the same name, one by
 * one; an empty value takes a key away.  Errors name file and line. */
Playbook *playbook_load(const char *shipped, const char *house, const char *interface_language, GError **error);
void playbook_free(Playbook *playbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Playbook, playbook_free)

const Outcome *const *playbook_outcomes(const Playbook *playbook, size_t *count); /* order of the file */
/* By slug (retired ones too), letter or code, in any case; NULL: none. */
const Outcome *playbook_outcome(const Playbook *playbook, const char *slug_or_letter_or_code);
const Field *outcome_field(const Outcome *outcome, const char *name);
const Reason *playbook_reason(const Playbook *playbook, const char *slug); /* never NULL: unknown = "call" */
bool playbook_has_reason(const Playbook *playbook, const char *slug);
/* Script lines for an outcome ("promise", times so far incl. this one) in the customer's language; the set for
 * the highest repetition ≤ times is taken.  NULL-terminated, borrowed. */
const char *const *playbook_script(const Playbook *playbook, const char *outcome, int times, const char *language);
/* Opening script of a call, by the reason it is in the queue. */
/* Of several reasons to call the heaviest leads: 0 no commitment, 1 a dated follow-up, 2 something was not kept. */
int reason_weight(const Reason *reason);
/* An unknown reason has the opening of "call". */
const char *const *playbook_opening(const Playbook *playbook, const char *reason, const char *language);
/* "If he says…" lines: excuse, answer, excuse, answer … NULL; the answer begins with the letter: "C: number, …". */
const char *const *playbook_objections(const Playbook *playbook, const char *language);
/* Short phrases scripts are made of ("greeting" "morning"): [phrase.GREETING] of the ini; "" unknown. */
const char *playbook_phrase(const Playbook *playbook, const char *phrase, const char *key, const char *language);
