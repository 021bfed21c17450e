/* CODA (Belgian bank statements, layout 2): coda.c follows the records of a file, coda_statement.c keeps its
 * statements and checks them, coda_record.c reads places of one record, coda_movement.c joins what belongs to one
 * movement, coda_words.c understands its structured communication, coda_lines.c makes bank lines of it.
 * Reference formats §1.
 *
 * Places are counted from 1 and ranges include their end, as in the standard.  A place is a letter, not a byte. */
#pragma once
#include "ledger/import/import.h"

enum {
    CODA_LENGTH = 128, /* of every record */
    CODA_PLACES = 160, /* that can be looked at: a record, or the 149 of a joined communication */
};

/* Amounts of the file, exact: 1/1000 of the currency's unit. */
typedef gint64 Milli;

/* A text whose places are counted.  Borrows the text. */
typedef struct {
    const char *text;
    int length;                      /* letters, counted up to CODA_PLACES + 1 */
    bool plain;                      /* every place is one byte */
    guint16 starts[CODA_PLACES + 2]; /* of each place in the text, unless plain */
} CodaPlaces;

void coda_places(CodaPlaces *places, const char *text, size_t bytes);
/* Where a place begins in the text. */
size_t coda_offset(const CodaPlaces *places, int place);
/* The ASCII letter at a place, '?' for any other, a blank behind the end. */
char coda_at(const CodaPlaces *places, int place);
bool coda_is_blank(const CodaPlaces *places, int from, int to);
/* As it stands, filled up with blanks behind the end. */
void coda_copy(const CodaPlaces *places, int from, int to, GString *copy);
/* Cleaned, every run of blanks as one, none at the ends.  Caller frees. */
char *coda_text(const CodaPlaces *places, int from, int to);
char *coda_clean(const char *text);
/* Digits and nothing else, at most 18 of them. */
bool coda_number(const CodaPlaces *places, int from, int to, gint64 *value);
/* DDMMYY; false where it is not stated (zeros or blanks) or impossible. */
bool coda_day(const CodaPlaces *places, int from, Day *day);
/* An amount behind its sign (0 in, 1 out): 16 places. */
bool coda_amount(const CodaPlaces *places, int from, Milli *amount);
/* An account without blanks; Belgian numbers of before the IBAN become one unless it is foreign.  Caller frees. */
char *coda_account(const CodaPlaces *places, int from, int to, bool foreign);
bool coda_currency(const CodaPlaces *places, int from, char currency[static 4]);

/* Where the figures of a record do not stand in their places because one letter is missing or too many, the
 * record put right is written to `mended` and true is answered.  `near` is a day its days must be near to. */
bool coda_mend(const CodaPlaces *record, Day near, GString *mended);
/* The figures stand in their places. */
bool coda_fits(const CodaPlaces *record);

/* Adds; false when the sum leaves the numbers. */
bool coda_add(Milli *sum, Milli more);
/* Minor units of the currency, half away from zero; *exact becomes false when something was rounded. */
Cents coda_minor(Milli amount, const char *currency, bool *exact);

/* One record 2.1 with all that follows it. */
typedef struct {
    int line;
    char sequence[5], detail[5], code[9]; /* code: type 1, family 2, operation 2, category 3 */
    Milli amount;                         /* signed */
    Day entry, value;                     /* DAY_NONE: not stated */
    bool impossible_day;
    bool structured;
    GString *communication; /* of 2.1, 2.2 and 2.3, every part filled to its full length */
    char *bank_reference, *customer_reference, *account, *name; /* cleaned; NULL not stated */
    char *full_name;                                            /* of record 3 type 001 */
    GString *extra;                                             /* what records 3 add to the communication */
    bool returned;                                              /* record 2.2 says so */
    char return_reason[5];                                      /* ISO; "" not stated */
    GString *information;                                       /* of the record 3 under way */
    bool information_structured;
} CodaMovement;

/* NULL when its figures cannot be read. */
CodaMovement *coda_movement_new(const CodaPlaces *record, int line);
void coda_movement_free(CodaMovement *movement);
bool coda_movement_owns(const CodaMovement *movement, const CodaPlaces *record); /* same sequence */
/* Records 2.2, 2.3 and 3.x; false where the movement has such a record already or it continues nothing. */
bool coda_movement_second(CodaMovement *movement, const CodaPlaces *record);
bool coda_movement_third(CodaMovement *movement, const CodaPlaces *record);
bool coda_movement_information(CodaMovement *movement, const CodaPlaces *record);
void coda_movement_finish(CodaMovement *movement);
/* Four letters and figures as ISO 20022 gives reasons of returns. */
bool coda_is_reason(const char *reason);
size_t coda_movement_bytes(const CodaMovement *movement);

/* What a communication says.  Strings are owned, never NULL. */
typedef struct {
    char *reference, *text, *cheque_number, *mandate;
    bool reference_fails;  /* its check digit does not hold */
    Milli original_amount; /* 0 none */
    char original_currency[4];
    bool returned;
    char return_reason[5];
} CodaWords;

void coda_words_read(const CodaMovement *movement, CodaWords *words);
void coda_words_clear(CodaWords *words);

/* A movement and its details. */
typedef struct {
    CodaMovement *total;
    GPtrArray *details; /* CodaMovement */
    size_t bytes;
    bool overflow; /* more details than are kept: the total stays one line */
} CodaGroup;

/* Said once for a file, with the number of records and the first of them. */
typedef enum {
    CODA_WRONG_LENGTH,
    CODA_OUT_OF_PLACE,
    CODA_ROUNDED,
    CODA_UNDATED,
    CODA_CHECK_DIGIT,
    CODA_REMARKS,
} CodaRemark;

typedef struct {
    const ImportSink *sink;
    const ImportOptions *options;
    StatementRecord record; /* of the statement under way; strings owned by `strings` */
    GPtrArray *strings;
    Day known_day; /* the best there is for lines without one */
    int lines;     /* handed over of this statement */
    Milli against; /* Σ details that run against their total, positive; both sums are so much larger for the split */
    int counts[CODA_REMARKS], firsts[CODA_REMARKS];
} CodaReading;

void coda_remark(CodaReading *reading, CodaRemark remark, int line);
/* Hands over the lines of a movement.  `broken_off`: the file ends behind it without saying so. */
bool coda_group_tell(CodaReading *reading, const CodaGroup *group, bool broken_off, GError **error);

/* One pass over a file. */
typedef struct {
    CodaReading reading;
    int line;
    const char *raw;  /* the line at hand */
    bool listed;      /* something was reported as a problem */
    GString *message; /* of the bank to the account holder, as far as it was read */

    /* Of the header and what stands behind it up to its trailer. */
    bool header, duplicate, separate, foreign_layout;
    bool more_follow; /* the trailer before says that a statement follows */
    char application[6];
    Day created;
    gint64 records; /* as a trailer counts them: 1, 2, 3 and 8 */
    Milli debits, credits;
    bool countable; /* every movement could be read and added */
    int accounts;   /* records 1 */

    /* Of the statement. */
    bool open, begun;
    Milli opening, closing, moved;
    char own[38];    /* account and currency as record 1 has them */
    char number[4];  /* the bank's, "" not stated */
    int statements;  /* so far */
    CodaGroup group; /* the movement under way */
} CodaFile;

/* Reports the line at hand as one that cannot be used. */
void coda_list(CodaFile *file, const char *reason);
/* The record 2.1 read last, total or detail; NULL none. */
CodaMovement *coda_current(const CodaFile *file);
/* Hands over the movement under way. */
bool coda_flush(CodaFile *file, bool broken_off, GError **error);

/* Record 0; false (INPUT) for another layout, while nothing was handed over yet. */
bool coda_header(CodaFile *file, const CodaPlaces *record, GError **error);
bool coda_old_balance(CodaFile *file, const CodaPlaces *record, GError **error); /* 1 */
bool coda_new_balance(CodaFile *file, const CodaPlaces *record, GError **error); /* 8 */
bool coda_trailer(CodaFile *file, const CodaPlaces *record, GError **error);     /* 9 */
/* A movement counts towards the sums of statement and trailer. */
void coda_count(CodaFile *file, Milli amount);
/* The file ends, or a new header stands where a trailer should. */
bool coda_cut_short(CodaFile *file, GError **error);
