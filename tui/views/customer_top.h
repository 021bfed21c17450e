/* The upper part of the call screen, which stays while a form is open: who he is, whom to ring, the money line,
 * the number in large figures while one dials by hand, the invoices, and where there is room the history. */
#pragma once
#include "list.h"
#include "views/dossier.h"

typedef struct {
    const List *items;      /* scrolling and selection of the invoices; NULL from the top */
    bool cursor;            /* the real cursor stands on the selected invoice */
    const CardPhone *phone; /* selected number; NULL none */
    bool reading;           /* the real cursor stands in the history */
    size_t history;         /* first row of the timeline */
} TopState;

/* Columns of the left side of a wide screen: 74 of 120. */
int customer_left_pane(int columns);
int customer_top_least(const Dossier *dossier);
int customer_top_wanted(const Dossier *dossier, bool history);
/* state may be NULL. */
void customer_top_paint(const Dossier *dossier, const Canvas *canvas, const TopState *state);
/* "Script: called back as agreed" */
void customer_paint_reason(const Dossier *dossier, const Canvas *canvas);
char *customer_reason_words(const Dossier *dossier);
/* Rows the list of invoices gets on this canvas: for the list to scroll by. */
int customer_top_items(const Dossier *dossier, int rows, int columns);
