/* Find while typing: name, number, place, phone, e-mail, invoice, IBAN, reference, amount; words in any order,
 * anywhere in the word, accents and case ignored. */
#pragma once
#include "desk/desk.h"

typedef struct {
    gint64 customer_id;
    char *name, *number, *city;
    Cents open;
    char currency[4];
    int days_late;
    char *matched; /* "name; phone ..4418" */
    char *holds;   /* "no delivery since 12/02: deadline passed"; "" nothing */
} SearchHit;

typedef struct {
    GPtrArray *hits;  /* SearchHit, at most `limit`, best first: something to collect, then by name */
    int found, total; /* "6 of 1.284" */
} Search;

/* closed: customers with nothing open too.  Without words nobody is found; total counts all the same. */
Search *search_run(Desk *desk, const char *words, bool closed, int limit, GError **error);
void search_free(Search *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Search, search_free)
