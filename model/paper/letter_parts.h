/* Private to the letters: a template as a tree, and the rules it is held against. */
#pragma once
#include "base/ini.h"
#include "paper/letter_template.h"

typedef struct LetterPassage LetterPassage;

/* One of: words, a placeholder, a passage. */
typedef struct {
    char *words;
    const LetterPlaceholder *placeholder;
    LetterPassage *passage;
} LetterPiece;

/* [facts? pieces] holds when every fact and every placeholder directly in it is there. */
typedef struct {
    GPtrArray *facts; /* const LetterPlaceholder * */
    GArray *pieces;   /* LetterPiece */
} LetterChoice;

/* The first choice that holds is written, none where none does. */
struct LetterPassage {
    GPtrArray *choices; /* LetterChoice */
};

typedef enum {
    LETTER_MARK_TEXT,
    LETTER_MARK_POINTS,
    LETTER_MARK_ITEMS,
    LETTER_MARK_PARTS,
    LETTER_MARK_PAY,
    LETTER_MARK_PERSONAL,
    LETTER_MARK_RATES
} LetterMark;

typedef struct {
    LetterMark mark;
    int line;
    GPtrArray *lines; /* GArray of LetterPiece: of a text or its points */
    char print[9];    /* of its text in the file, by which it is known again in any letter; "" for tables */
} LetterParagraph;

/* Paragraphs of which one is taken. */
typedef struct {
    GPtrArray *wordings; /* LetterParagraph */
} LetterGroup;

typedef struct LetterBody {
    LetterGroup *subject;
    GPtrArray *groups; /* LetterGroup */
    int header_line;   /* where the header ends: faults of the whole are shown there */
} LetterBody;

LetterBody *letter_body_new(void);
void letter_body_free(LetterBody *body);

/* file:line: sentence; always false. */
bool letter_fault(const char *path, int line, GError **error, const char *format, ...) G_GNUC_PRINTF(4, 5);

/* Reads letters/LANGUAGE/NAME.txt of the folders; *path is where it was found, set on failure too. */
char *letter_file_read(const char *language, const char *name, char **path, GError **error);
/* Header and body into the template, whose slug, language and path are set. */
bool letter_template_parse(LetterTemplate *template, const char *text, GError **error);
/* Its part up to and with the line ---; *line is the one after it. */
bool letter_header_parse(LetterTemplate *template, char **lines, int *line, GError **error);
LetterParagraph *letter_wording_add(LetterGroup *group, LetterMark mark, int line);
/* Takes the pieces of a line and its text as it is written. */
void letter_wording_line(LetterParagraph *paragraph, GArray *pieces, const char *text);
/* One line of pieces.  NULL with error. */
GArray *letter_line_parse(const char *path, int line, const char *text, GError **error);

/* data/letters/rules.ini, and what house and user add to its lists. */
typedef struct LetterRules LetterRules;
LetterRules *letter_rules_load(GError **error);
void letter_rules_free(LetterRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterRules, letter_rules_free)
/* The first word of the list ("numbered", "threat", "debt") that the text has, or NULL.  Caller frees. */
char *letter_rules_word(const LetterRules *rules, const char *list, const char *language, const char *text);
/* A section [law.NAME] of one of the files. */
typedef struct {
    const char *section;
    const Ini *ini;
} LetterLaw;
/* The laws that hold for a letter: by its slug.  GArray of LetterLaw. */
GArray *letter_rules_laws(const LetterRules *rules, const char *slug);

/* The file in force of that name, sound or with its fault. */
LetterTemplate *letter_template_load(const LetterRules *rules, const char *language, const char *slug);
void letter_template_free(LetterTemplate *template);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterTemplate, letter_template_free)
/* Everything that can be told of a parsed template. */
bool letter_template_check(const LetterTemplate *template, const LetterRules *rules, GError **error);

/* Text in words between single blanks, folded, with one at both ends: " binnen veertien dagen ". */
char *letter_folded(const char *text);
/* Which of the patterns "een woord | betal*" folded text has, or NULL.  Caller frees. */
char *letter_words_met(const char *folded, const char *patterns);

/* A letter being written. */
typedef struct {
    const LetterTemplate *template;
    const LetterValues *values;
    Letter *letter;
    GHashTable *derived; /* name → char *, as the letter writes it */
    GString *wordings;   /* prints of those taken */
    unsigned marks;      /* InterestMark: of the figures of the paragraph being written */
} LetterComposer;

/* letter_wording.c: the one this customer gets; what he is told of it is remembered in the composer. */
const LetterParagraph *letter_wording_pick(LetterComposer *composer, const LetterGroup *group);
/* Items, parts, addresses and payment of the letter, and every derived placeholder.  INPUT: it would ask for more than
 * is open. */
bool letter_derive(LetterComposer *composer, GError **error);
/* Why a letter cannot be written without it: a sentence without its beginning, interface language.  Caller frees. */
char *letter_lack(const LetterPlaceholder *placeholder);
void letter_text_put(char **place, const char *text); /* in place of what stood there */
