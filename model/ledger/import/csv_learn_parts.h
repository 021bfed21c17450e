/* Private to learning: values and guesses. */
#pragma once
#include "ledger/import/csv_learn.h"

typedef struct {
    char sign;
    const char *word, *label; /* as in import.ini; msgid */
} LearnSign;
extern const LearnSign learn_signs[];
extern const size_t learn_sign_count;
extern const char *const learn_charsets[];
extern const size_t learn_charset_count;
const char *learn_decimal_word(char decimal);
const char *learn_days_word(CsvDayOrder days);
/* Sets the value; reads nothing anew. */
void learn_take(CsvLearn *learn, LearnSetting setting, guint value);

/* csv_learn_guess.c: which row names the columns, what each column holds, how amounts and days are written. */
guint learn_guess_header(const CsvLearn *learn);
void learn_guess_fields(CsvLearn *learn, bool kind_too);
void learn_guess_values(CsvLearn *learn);
/* The row of headers, or NULL. */
const CsvRow *learn_header_row(const CsvLearn *learn);
/* Some column holds the field. */
bool learn_holds(const CsvLearn *learn, CsvField field);

/* The head in the charset chosen.  Caller frees. */
char *learn_head_text(const CsvLearn *learn);
/* csv_learn_rows.c */
void learn_value_free(gpointer value);
/* Values with this use, as a list of patterns; "" none.  Caller frees. */
char *learn_patterns(const LearnColumn *column, LearnUse use);
