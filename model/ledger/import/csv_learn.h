/* Learning how a list is read: what can be told from its first rows, what a person says of it, and the profile that
 * follows.  The profile is tried on the first rows by the very reader that will import the list. */
#pragma once
#include "ledger/import/csv_profile.h"

enum { LEARN_ROWS = 20, LEARN_SAMPLES = 3 };

/* What holds for the whole file; each can be changed. */
typedef enum {
    LEARN_LIST,      /* open items or customers */
    LEARN_DELIMITER, /* between cells */
    LEARN_CHARSET,
    LEARN_HEADER,  /* which row names the columns, or none does */
    LEARN_DECIMAL, /* comma, point, each amount for itself */
    LEARN_DAYS,    /* which part of a date comes first */
    LEARN_OWED,    /* sign of what a customer owes */
    LEARN_SETTINGS
} LearnSetting;

/* What is done with the rows that have a value; the kinds of items only by the column that tells them. */
typedef enum { LEARN_READ, LEARN_LEFT_OUT, LEARN_INVOICE, LEARN_CREDIT_NOTE, LEARN_PAYMENT } LearnUse;
typedef struct {
    char *text; /* cleaned */
    LearnUse use;
} LearnValue;

typedef struct {
    char *header;                 /* cleaned; "" none */
    char *samples[LEARN_SAMPLES]; /* cleaned; "" none */
    CsvField field;               /* CSV_FIELDS: not read */
    GPtrArray *uses;              /* LearnValue: what a person said of rows */
    bool guessed;                 /* by us; false: a person has chosen */
} LearnColumn;

typedef struct {
    char *path, *charset;
    char delimiter, decimal;  /* decimal 0: each amount for itself */
    bool customers, inverted; /* inverted: what is owed is negative */
    CsvDayOrder days;
    guint header;       /* row that names the columns, from 1; 0 none */
    GPtrArray *rows;    /* CsvRow: the first ones, header and what stands above it included */
    GPtrArray *columns; /* LearnColumn, one per cell of the widest row */
    GByteArray *head;   /* the first bytes of the file, to the end of a line */
    const Ini *profiles;
    const ImportOptions *options; /* borrowed, as profiles */
} CsvLearn;

/* Reads the first rows and guesses everything.  INPUT when it is no text in rows of cells.  `options` and its profiles
 * are borrowed until csv_learn_free. */
CsvLearn *csv_learn_open(const char *path, const ImportOptions *options, GError **error);
void csv_learn_free(CsvLearn *learn);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvLearn, csv_learn_free)

/* Words for people, translated. */
const char *learn_setting_label(LearnSetting setting);
const char *csv_field_label(CsvField field); /* CSV_FIELDS: "not read" */
bool csv_field_required(const CsvLearn *learn, CsvField field);
/* The values a setting can take, and which one it has; g_strfreev. */
char **learn_values(const CsvLearn *learn, LearnSetting setting, guint *chosen);
/* Takes the value at that place of learn_values.  Another delimiter, charset or header reads the rows anew; columns a
 * person has chosen keep their field where they are still there. */
void learn_choose(CsvLearn *learn, LearnSetting setting, guint value);
/* Fields a column may hold in this kind of list, CSV_FIELDS first; its length is *count.  g_free. */
CsvField *learn_fields(const CsvLearn *learn, size_t *count);
/* The column that held the field before holds none any more. */
void learn_map(CsvLearn *learn, guint column, CsvField field);
/* The different values of the column in the head of the file, and what is done with their rows.  GPtrArray of
 * LearnValue, free function set. */
GPtrArray *learn_column_values(const CsvLearn *learn, guint column);
const char *learn_use_label(LearnUse use); /* "left out" */
/* Rows with this value are read, left out, or (by the column of kinds) invoices, credit notes, payments: the next of
 * these.  A column that holds nothing then holds the status.  INPUT when there is no room for it. */
bool learn_use_next(CsvLearn *learn, guint column, const char *text, GError **error);
/* "Draft, Proposal": the values whose rows are left out; "" none.  Caller frees. */
char *learn_left_out(const LearnColumn *column);
/* Labels of required fields that no column holds, "due date, open amount"; NULL none.  Caller frees. */
char *learn_missing(const CsvLearn *learn);

/* One of the first rows as it would be read. */
typedef struct {
    int line;            /* 0: not told */
    char *name, *number; /* of the customer */
    char *item, *due;    /* "" of a list of customers */
    char *amount;        /* open, with currency; "" of customers */
    char *more;          /* place and address of customers, kind of items that are no invoice; "" */
    char *fault;         /* why it cannot be read, or was read in part; NULL none */
    bool lost;           /* it cannot be read at all: only `line`, `fault` and `more` (its text) are there */
} LearnRow;
/* The first rows by the profile as it is now.  GPtrArray of LearnRow; empty while something required is missing. */
GPtrArray *learn_preview(const CsvLearn *learn);

/* What the list may be called: the name of its file, without folder and ending.  Caller frees. */
char *learn_label(const char *path);
/* "Klanten maart" gives "klanten-maart": the name in the file and for --profile.  Caller frees; "" none is left. */
char *learn_slug(const char *label);
/* The sections of the profile, as they stand in import.ini.  Caller frees. */
char *learn_ini(const CsvLearn *learn, const char *slug, const char *label);
/* INPUT when the label gives no name, or that of a shipped profile; `own` (may be NULL) is the file it would go to. */
bool learn_name_check(const CsvLearn *learn, const char *label, const char *own, GError **error);
/* Writes the profile into the file at `own`, atomically; its other sections and comments stay, a profile of the same
 * name is replaced.  *slug (caller frees) is its name. */
bool learn_save(const CsvLearn *learn, const char *label, const char *own, char **slug, GError **error);
