/* What a letter may say: facts by name, each with its type, in one table.  docs/letters.md shows the same table (a test
 * compares them), the templates name them as {placeholder} or as a condition “[name? …]”.
 *
 * Texts are cleaned when they come in and are never read as a template: braces and brackets in a customer's name stay
 * what they are. */
#pragma once
#include "paper/letter.h"
#include "rules/interest.h"

typedef enum {
    LETTER_VALUE_TEXT,
    LETTER_VALUE_MONEY,   /* 0: not there */
    LETTER_VALUE_DAY,     /* 24 February 2026 */
    LETTER_VALUE_WEEKDAY, /* Tuesday 24 February 2026: days on which something happens */
    LETTER_VALUE_NUMBER,  /* 0: not there */
    LETTER_VALUE_RATE,    /* basis points a year; 0: not there */
    LETTER_VALUE_FACT,    /* only asked for: [several? …] */
} LetterValueType;

typedef enum {
    LETTER_VALUE_ALWAYS = 1,  /* always there: a template need not ask */
    LETTER_VALUE_DERIVED = 2, /* made by letter_compose of the others; cannot be set */
    LETTER_VALUE_TELLS = 4,   /* tells of the debt: nothing for a person who is not the debtor */
} LetterValueFlags;

typedef struct {
    const char *name;
    LetterValueType type;
    unsigned flags;
    const char *about;   /* msgid */
    const char *example; /* as an English letter has it; "" for facts */
} LetterPlaceholder;

const LetterPlaceholder *letter_placeholders(size_t *count);
const LetterPlaceholder *letter_placeholder(const char *name); /* NULL: there is none of that name */

/* Unknown kind: treated as consumer by whoever computes charges, and by the templates as neither. */
typedef enum {
    LETTER_KIND_UNKNOWN = 1,
    LETTER_KIND_BUSINESS = 2,
    LETTER_KIND_CONSUMER = 4,
    LETTER_KIND_PUBLIC = 8,
    LETTER_KIND_ANY = 15
} LetterKind;
typedef enum {
    LETTER_CHANNEL_EMAIL = 1,
    LETTER_CHANNEL_POST = 2,
    LETTER_CHANNEL_PRINT = 4, /* handed over or fetched */
    LETTER_CHANNEL_ANY = 7
} LetterChannel;
typedef enum { LETTER_TITLE_NONE, LETTER_TITLE_MRS, LETTER_TITLE_MR, LETTER_TITLES } LetterTitle;

/* A row of @rates: what an amount bore over these days at so much a year, so that anybody can reckon it again. */
typedef struct {
    const char *number; /* of the invoice */
    Day from, until;
    int days;
    Cents base;
    int rate; /* basis points */
    Cents interest;
    unsigned marks; /* InterestMark */
} LetterPeriod;
LetterPeriod letter_period_of(const char *number, const InterestPeriod *period, unsigned marks); /* number borrowed */

typedef struct {
    GHashTable *set; /* name → value; through the functions below */
    LetterKind kind;
    LetterChannel channel;
    LetterTitle title; /* NONE: not known; a “Mevr.” or “M.” before the name is understood */
    bool third_person; /* who reads it is not the debtor */
    char country[3];   /* of the customer, "BE" */
    char house[3];     /* our own: the recipient's country is printed where it is another */
    char currency[4];  /* of all amounts */
    GPtrArray *said; /* char *: the wordings of each letter he had before, as letter_compose told them, newest first */
    GPtrArray *sender;      /* char *: the lines of the letterhead */
    GPtrArray *attachments; /* char *: file names or invoice numbers */
    GArray *items;          /* LetterItem */
    GArray *parts;          /* LetterPart */
    GArray *periods;        /* LetterPeriod */
    GStringChunk *numbers;  /* of the invoices they are of */
    unsigned rate_marks;    /* InterestMark: of the rate of today, which {rate} and {day_interest} rest on */
    Day confirmed;          /* rates were looked at and hold up to it */
    LetterPayment payment;  /* amount 0: all the letter asks for */
    char *personal;         /* the line of @personal; "" none */
    char *logo;
} LetterValues;

LetterValues *letter_values_new(void); /* EUR, BE, e-mail, unknown kind, no letter before */
void letter_values_free(LetterValues *values);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterValues, letter_values_free)

/* A name that is not in the table, of another type or derived is a programming error.  NULL, "", 0 and DAY_NONE take a
 * value away. */
void letter_values_text(LetterValues *values, const char *name, const char *text);
void letter_values_number(LetterValues *values, const char *name, gint64 number); /* MONEY, NUMBER, RATE */
void letter_values_day(LetterValues *values, const char *name, Day day);
void letter_values_fact(LetterValues *values, const char *name, bool holds);
void letter_values_item(LetterValues *values, const LetterItem *item); /* copied */
void letter_values_part(LetterValues *values, LetterPart part);
void letter_values_period(LetterValues *values, const LetterPeriod *period); /* copied */
void letter_values_sender(LetterValues *values, const char *line);
void letter_values_attachment(LetterValues *values, const char *name);
void letter_values_personal(LetterValues *values, const char *line); /* several lines too */
/* Copies the texts; NULL counts as "". */
void letter_values_payment(LetterValues *values, const LetterPayment *payment);

const char *letter_values_get(const LetterValues *values, const char *name);  /* a text as set; NULL: not there */
gint64 letter_values_number_of(const LetterValues *values, const char *name); /* as set; 0: not there */
/* As the language writes it; NULL: not there.  Caller frees. */
char *letter_values_write(const LetterValues *values, const LetterPlaceholder *placeholder, const char *language);
