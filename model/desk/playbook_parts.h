/* Inside the playbook only: the shipped and the house file laid over each other, read entry by entry.  Whatever
 * was never asked for is a typing error of the supervisor's and is named at the end. */
#pragma once
#include "base/ini.h"
#include "desk/effect.h"

#define PLAYBOOK_LANGUAGES 3 /* en, nl, fr: the order of every texts[] */

typedef struct {
    const char *key, *value, *path;
    int line;
    bool used;
} PartEntry;

typedef struct {
    const char *name, *path;
    int line;
    GArray *entries; /* PartEntry; a house entry stands in the place of the shipped one */
    bool used;
} Part;

typedef struct {
    Ini *shipped, *house;
    GPtrArray *parts;  /* Part, order of the files */
    GHashTable *index; /* name -> Part */
    GStringChunk *strings;
    GPtrArray *blocks; /* arrays handed out as plain pointers */
    int language;      /* of the interface, an index of texts[] */
} Sheet;

Sheet *sheet_open(const char *shipped, const char *house, const char *interface_language, GError **error);
void sheet_free(Sheet *sheet);
int sheet_language(const char *language);         /* index by its first two letters; English when unknown */
Part *sheet_part(Sheet *sheet, const char *name); /* NULL: not there */
Part *sheet_partf(Sheet *sheet, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* The array's own memory, owned by the sheet from now on; NULL for an empty one. */
gpointer sheet_keep(Sheet *sheet, GArray *array);
const char *sheet_string(Sheet *sheet, const char *text);
/* The first section or key nobody asked for, as an error. */
bool sheet_all_used(const Sheet *sheet, GError **error);

PartEntry *part_entry(Part *part, const char *key);  /* NULL: not there or empty */
const char *part_value(Part *part, const char *key); /* NULL likewise */
/* Always false; entry NULL: the section itself. */
bool part_fail(const Part *part, const PartEntry *entry, GError **error, const char *format, ...) G_GNUC_PRINTF(4, 5);
/* key_en, key_nl, key_fr, or key alone for all three.  Nothing there: false with an error when required, else
 * true and texts NULL.  One language missing is always an error.  *at: an entry to complain about. */
bool part_texts(Part *part, const char *key, bool required, const char *texts[PLAYBOOK_LANGUAGES], PartEntry **at,
                GError **error);
bool part_number(Part *part, const char *key, gint64 min, gint64 max, gint64 *number, GError **error);
bool part_flag(Part *part, const char *key, bool *flag, GError **error);
/* The words of a value, owned by the sheet, NULL-terminated. */
const char *const *part_words(Sheet *sheet, const char *value);

bool hour_parse(const char *text, int *minute); /* "09:30" */

/* Rows of an outcome; `outcome` has its fields already. */
bool fields_read(Sheet *sheet, Part *part, Outcome *outcome, GError **error);
bool effect_read(Sheet *sheet, const Part *part, const PartEntry *entry, const Outcome *outcome, EffectRow *row,
                 GError **error);
bool step_read(Sheet *sheet, const Part *part, const PartEntry *entry, const Outcome *outcome, StepRow *row,
               GError **error);
/* Reads "when …" if it stands at *word, and moves on. */
bool fact_known(const char *name);
bool condition_read(const Part *part, const PartEntry *entry, const Outcome *outcome, const char *const **word,
                    Condition *condition, GError **error);
bool suggestion_read(Sheet *sheet, const Part *part, const PartEntry *entry, const Outcome *outcome, bool date,
                     Suggestion *suggestion, GError **error);
/* Every {name} of a text is known: a field of the outcome (NULL: none), a word of the card or the form, step.REASON. */
bool placeholders_known(const Part *part, const PartEntry *entry, const Outcome *outcome, const char *text,
                        GError **error);

bool outcome_read(Sheet *sheet, Part *part, Outcome *outcome, GError **error);
