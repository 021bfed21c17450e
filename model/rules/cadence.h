/* The rhythm of contacts, calls and letters together: data/cadence.ini.  Uneven on purpose, reproducible from a seed,
 * never the same gap twice running, never numbered towards the customer. */
#pragma once
#include "charges.h"

typedef struct Cadence Cadence;

typedef enum { CADENCE_CALL, CADENCE_LETTER } CadenceChannel;
typedef enum { CADENCE_FROM_INVOICE, CADENCE_FROM_DUE, CADENCE_FROM_STEP } CadenceFrom;

/* One step of the way of a customer; the last one is the call that repeats, reminder_call. */
typedef struct {
    const char *reason; /* slug, shown in the queue through the playbook's reasons */
    CadenceChannel channel;
    const char *document;         /* the letter; "" a call */
    const char *const *done_by;   /* letters that count as it, the document first; NULL-terminated */
    int after_days[3];            /* calendar days, by payment class A, B, C; 0 where it repeats */
    CadenceFrom from;             /* issue day, due day, or the day the step `after` was done */
    int after;                    /* index; -1 none */
    int instead_of;               /* index of the step whose place it takes; -1 none */
    unsigned classes;             /* bits 0 to 2: A, B, C */
    unsigned kinds;               /* 1u << DebtorKind */
    const char *const *countries; /* "BE"; none: all */
    bool with_clause;             /* only where contracts have a clause on costs */
    bool after_legal_term;        /* waits for the term the law gives a consumer */
    bool first_invoice_only;      /* new customers only */
    bool not_before_due;          /* asks for money: at the earliest on the day after the due day */
    bool repeats;                 /* comes again and again, by the varied gap */
    const char *label;            /* interface language as it was at cadence_load; borrowed */
    int line;                     /* of the file, where it begins */
} CadenceStep;

/* Every mistake is an INPUT with file, line and sentence.  Files without letters, as they were before, still load. */
Cadence *cadence_load(const char *path, GError **error);
void cadence_free(Cadence *cadence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cadence, cadence_free)

const char *cadence_path(const Cadence *cadence); /* the file it was read from */
const char *cadence_text(const Cadence *cadence); /* what stood in it then, so that it can be kept */

size_t cadence_count(const Cadence *cadence);
const CadenceStep *cadence_step(const Cadence *cadence, size_t index);
const CadenceStep *cadence_find(const Cadence *cadence, const char *reason);
bool cadence_is_letter(const Cadence *cadence, const char *reason); /* a step of this name that is a letter */

/* The names of all letters, " friendly_letter demand_letter ", for LIKE '% ' || reason || ' %'; borrowed. */
const char *cadence_letter_names(const Cadence *cadence);

/* A letter about the item that leads, sent when it was late. */
typedef struct {
    const char *document; /* borrowed */
    Day day;              /* it left, or was to leave */
    SentBy by;
} CadenceLetter;

/* What the cadence looks at; all borrowed. */
typedef struct {
    const char *number, *country;
    DebtorKind kind;
    char payment_class;
    bool clause;        /* our contracts have a clause on costs */
    bool no_address;    /* neither an e-mail nor a postal address: no letter can reach him */
    Day issued, due;    /* of the item that leads */
    bool first_invoice; /* nothing paid yet */
    Day contact;        /* the last one, call or letter; DAY_NONE none */
    int previous_gap;   /* days between the last two contacts; 0 none */
    bool letter_wanted; /* several calls in vain: the first letter comes at once */
    const CadenceLetter *letters;
    size_t letter_count;
} CadenceCase;

/* What a letter that left starts in law; false: nothing.  `house` as the rules have it. */
typedef bool (*CadenceStarts)(const void *house, const char *document, NoticeKind *kind);

/* The rules a day is reckoned by; rates NULL: no legal terms. */
typedef struct {
    const Cadence *cadence;
    const Calendar *calendar;
    const Rates *rates;
    CadenceStarts starts; /* the house's own letters start terms like the shipped ones */
    const void *house;
} CadenceRules;

typedef enum {
    CADENCE_DONE,    /* why: sent, a contact came after its day, a firmer letter went out */
    CADENCE_NOT_HIS, /* why: class, kind, country, no clause, not new, another step in its place */
    CADENCE_COMES,   /* on `day`; why: what moved it there, if something did */
    CADENCE_WAITS,   /* for a step before it, or for the letter that starts the legal term */
} CadenceVerdict;

typedef enum {
    CADENCE_WHY_NOTHING,
    CADENCE_WHY_SENT,
    CADENCE_WHY_CONTACTED,
    CADENCE_WHY_FIRMER,
    CADENCE_WHY_CLASS,
    CADENCE_WHY_KIND,
    CADENCE_WHY_COUNTRY,
    CADENCE_WHY_CLAUSE,
    CADENCE_WHY_NO_ADDRESS,
    CADENCE_WHY_NOT_NEW,
    CADENCE_WHY_REPLACED,
    CADENCE_WHY_NOT_LATE,
    CADENCE_WHY_QUIET,
    CADENCE_WHY_LEGAL_TERM,
    CADENCE_WHY_UNEVEN,
    CADENCE_WHY_LEGAL_LETTER,
    CADENCE_WHY_KIND_UNKNOWN,
    CADENCE_WHY_STEP,
    CADENCE_WHY_PAST,
    CADENCE_WHY_IN_VAIN,
    CADENCE_WHYS,
} CadenceWhy;
const char *cadence_why_slug(CadenceWhy why);
const char *cadence_why_words(CadenceWhy why); /* interface language; "" nothing */

typedef struct {
    const CadenceStep *step;
    CadenceVerdict verdict;
    CadenceWhy why;
    Day day; /* COMES; DONE: when, where it is known; else DAY_NONE */
} CadenceMark;

/* The next planned contact: the last call that was missed since the last contact; else the next call or letter to come,
 * whichever is first; after the last step of them the varied gap of the payment class.  Never within the quiet days
 * after a contact, never before today, rolled to a business day. */
CadenceMark cadence_next(const CadenceRules *rules, const CadenceCase *about, Day today);
/* The next letter, on its own day, also where a call comes first; step NULL: none comes or the next one waits. */
CadenceMark cadence_letter(const CadenceRules *rules, const CadenceCase *about, Day today);
/* Every step as it stands, in the order of the file. */
CadenceMark cadence_judge(const CadenceRules *rules, const CadenceCase *about, Day today, size_t index);
/* Why it comes then: what moved it, else the rule of its step, "14 days after the last letter", or as short as it can
 * be said, "14 d after letter"; interface language; caller frees.  Of a mark that comes. */
char *cadence_mark_words(const CadenceRules *rules, const CadenceCase *about, const CadenceMark *mark, bool brief);
/* What comes if nothing happens but these contacts: GArray of CadenceMark, at most `most`, in order of days; ends after
 * the last step of the way. */
GArray *cadence_way(const CadenceRules *rules, const CadenceCase *about, Day today, guint most);

/* A gap in days for payment class 'A', 'B', 'C': base ± jitter from (customer number, contacts so far);
 * differs from previous_gap (0 = none). */
int cadence_gap(const Cadence *cadence, char payment_class, const char *customer_number, int contacts_so_far,
                int previous_gap);
/* Retry after no answer: the other half of the day on the next business day, at a varied minute that is
 * never the one before (previous MINUTE_NONE = none). */
Moment cadence_retry(const Cadence *cadence, const Calendar *calendar, const char *preset, const char *country,
                     const char *customer_number, int attempts_so_far, int previous_minute, Moment now);
