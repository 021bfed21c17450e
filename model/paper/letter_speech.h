/* The small words of a letter, in its own language: greeting, attention line, lists, countries.  A language is a row;
 * names of days and months and the writing of amounts are in base/words.h. */
#pragma once
#include "paper/letter_values.h"

/* Whether letters can be written in it ("en", "nl", "fr"). */
bool letter_language_known(const char *language);

/* A name as a letter needs it: “Mevr. An Wils” is Mrs, “An Wils”, “Wils”. */
typedef struct {
    LetterTitle title;
    char *name, *surname;
} LetterPerson;
LetterPerson letter_person(const char *name, LetterTitle title);
void letter_person_clear(LetterPerson *person);

/* "Beste mevrouw Wils,", formal "Geachte mevrouw Wils,"; nobody known (name ""): "Goedendag,". */
char *letter_salutation(const char *language, const LetterPerson *person, bool formal);
char *letter_attention(const char *language, const LetterPerson *person); /* "t.a.v. mevrouw An Wils" */
/* "a, b en c" of strings; more than `most`: NULL. */
char *letter_list(const char *language, const GPtrArray *words, guint most);
char *letter_attachments(const char *language, const GPtrArray *names); /* "Bijlagen: …"; "" for none */
const char *letter_country(const char *language, const char *country);  /* "België"; the code where it is not known */
/* What the language wants before it is read: in French blanks before : ; ? ! and inside « » hold the line together. */
char *letter_spaced(const char *language, const char *text);
/* Marks that have no blank before them. */
const char *letter_closing_marks(const char *language);
