/* The texts of letters: data/letters/LANGUAGE/SLUG.txt, each of which may be replaced by a file of the same name below
 * ~/.config/belronde/letters/ or /etc/belronde/letters/, which may hold further letters as well.  docs/letters.md
 * explains the files.
 *
 * A file is checked when it is loaded: what is unknown, not closed, missing by law (data/letters/rules.ini), numbered
 * or threatening is a fault with file, line and one sentence.  A faulty file serves no letter and hides the shipped one
 * under it, so that nobody sends another text than the house wrote; all other letters work. */
#pragma once
#include "base/calendar.h"
#include "paper/letter_values.h"

typedef enum { LETTER_CHARGES_NONE, LETTER_CHARGES_ANNOUNCED, LETTER_CHARGES_ASKED } LetterCharges;

typedef enum {
    LETTER_NOTHING_FOLLOWS,
    LETTER_COSTS_FOLLOW,
    LETTER_STOP_FOLLOWS,     /* of deliveries */
    LETTER_ADVANCE_FOLLOWS,  /* payment in advance */
    LETTER_NOTICE_FOLLOWS,   /* the formal notice */
    LETTER_HANDOVER_FOLLOWS, /* to lawyer, bailiff or agency */
} LetterConsequence;

enum { LETTER_NO_NOTICE = -1 };
enum { LETTER_TONE_ASKS = 2 }; /* from this tone on a letter asks for money */

typedef struct {
    char *slug, *language, *path;
    char *label, *about;  /* in its own language: a screen in French shows those of fr/SLUG.txt */
    int tone;             /* 1 warm, 2 friendly, 3 clear, 4 firm, 5 formal */
    unsigned kinds;       /* LetterKind bits: for whom */
    GPtrArray *countries; /* char *; empty: all */
    bool third_person;    /* may go to somebody who is not the debtor */
    GPtrArray *needs;     /* const LetterPlaceholder *: what must be there */
    int deadline_days;    /* 0: none */
    LetterCharges charges;
    LetterConsequence consequence;
    int notice;        /* NoticeKind of rules/charges.h, what it starts once it has left; LETTER_NO_NOTICE: nothing */
    GPtrArray *pays;   /* const LetterPlaceholder *: what @pay asks for, the first that there is; empty: the total */
    unsigned channels; /* LetterChannel bits */
    bool late_only;    /* it speaks of late invoices; what is not due yet nobody asks for */
    bool encloses_copies; /* of its invoices, where the house has a folder of them */
    struct LetterBody *body;
    char *fault; /* NULL: sound */
} LetterTemplate;
/* It needs parts: it puts a payment plan on paper. */
bool letter_is_of_plan(const LetterTemplate *template);

typedef struct LetterTemplates LetterTemplates;

/* Fails only where there are no letters at all, or where the rules cannot be read. */
LetterTemplates *letter_templates_load(GError **error);
void letter_templates_free(LetterTemplates *templates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterTemplates, letter_templates_free)

/* The sentence of every faulty file, GPtrArray of char *; NULL with error: as above. */
GPtrArray *letter_templates_faults(GError **error);

/* Of that language, sound or not, tone by tone; borrowed.  GPtrArray of const LetterTemplate *. */
GPtrArray *letter_templates_list(const LetterTemplates *templates, const char *language);
/* Those in which there is such a letter, sound or not; g_strfreev. */
char **letter_template_languages(const LetterTemplates *templates, const char *slug);
/* In that language, else in English.  MISSING: there is no such letter; INPUT: its file has a fault, which it says. */
const LetterTemplate *letter_template_find(const LetterTemplates *templates, const char *slug, const char *language,
                                           GError **error);

/* The day {deadline} of a letter whose days no law counts: so many days after today, rolled to a business day of the
 * customer's country.  DAY_NONE: the letter has no deadline.  Periods of the law come from rules/charges. */
Day letter_deadline(const LetterTemplate *template, const Calendar *calendar, const char *country, Day today);
/* Why this letter is not for this customer, reader or channel; true where it is. */
bool letter_template_fits(const LetterTemplate *template, const LetterValues *values, GError **error);
/* The letter.  *wordings (may be NULL; caller frees) tells those taken: what `said` of the next one holds.  Charges the
 * template may not ask are left out; nothing to pay is more than what it asks for.
 * INPUT: it does not fit, or something it needs is not there. */
Letter *letter_compose(const LetterTemplate *template, const LetterValues *values, char **wordings, GError **error);

/* Words that no letter may have, in what a person typed: the first found, or NULL.  Caller frees. */
char *letter_words_refused(const LetterTemplates *templates, const char *language, const char *typed);
