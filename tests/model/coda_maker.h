/* What movements of a generated CODA file are made of: chance, words, accounts, and an entry with its truth. */
#pragma once
#include "coda_specimen.h"
#include "coda_writer.h"

typedef struct {
    GRand *rand;
    CodaWriter writer;
    CodaSpecimen *specimen;
    CodaTruth *statement;
    Day day;
    const char *currency;
    gint64 unit; /* thousandths in the smallest amount of the currency */
    bool separate;
} Maker;

typedef struct {
    LineRecord line;
    CodaMove move;
    const char *information; /* free words of record 3 */
    const char *full_name;   /* of record 3 type 001 */
} Entry;

/* From 0 on, below `below`. */
int maker_pick(Maker *maker, int below);
bool maker_chance(Maker *maker, int percent);
/* Takes the text; lives as long as the specimen. */
const char *maker_keep(Maker *maker, char *text);
/* At most `most` letters, single blanks between words, none at the ends; may be empty. */
const char *maker_words(Maker *maker, int most);
const char *maker_some_words(Maker *maker, int most);
const char *maker_digits(Maker *maker, int count);
/* Ten digits and their check: an OGM, and a Belgian account number of before the IBAN. */
const char *maker_checked12(Maker *maker);
const char *maker_iban(Maker *maker, const char *country, const char *number);
/* An account as the file writes it, and as it must come out. */
const char *maker_account(Maker *maker, const char **truth);
Cents maker_amount(Maker *maker);
Entry entry_new(Maker *maker, const char *code, Cents cents);
/* Who paid: in 2.3, or in an information record alone. */
void entry_party(Maker *maker, Entry *entry);
/* Free words, in the movement and in its information. */
void entry_speak(Maker *maker, Entry *entry);
/* Takes the content: three digits of its kind first. */
void entry_structure(Maker *maker, Entry *entry, char *content);
/* Into the file; into the truth; both. */
void entry_put(Maker *maker, Entry *entry);
void entry_expect(Maker *maker, Entry *entry);
void entry_put_and_expect(Maker *maker, Entry *entry);

/* coda_movements.c: one movement of any kind, with its details. */
void maker_movement(Maker *maker);
