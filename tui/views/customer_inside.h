/* The inside of the call screen, shared by its files. */
#pragma once
#include "line.h"
#include "list.h"
#include "views/dossier.h"

/* What stands in the middle (right on a wide screen), and what the arrows move through. */
typedef enum { PANE_SCRIPT, PANE_SAYS, PANE_HISTORY, PANE_PEOPLE, PANE_CHARGES, PANE_COUNT } Pane;

typedef struct {
    int top, panel, outcomes, last, note; /* rows below each other; wide: of the left side */
} CustomerRows;

typedef struct {
    View view;
    Dossier *dossier;
    GArray *order; /* gint64 customer ids of the list he was opened from */
    List items;
    Pane pane;
    size_t history; /* first row of the timeline shown */
    int phone;      /* selected number, counted over all contacts */
    bool noting;    /* the note line has the cursor */
    bool forced;    /* hung up: the outcome is what is wanted now */
    Line note;
} CustomerView;

/* customer_view.c */
const CardPhone *customer_view_phone(const CustomerView *view); /* NULL none */
int customer_view_phones(const CustomerView *view);
const CardItem *customer_view_item(const CustomerView *view); /* NULL none */

/* customer_act.c */
extern const ViewAct customer_acts[];
Next customer_text(View *view, const char *text, bool pasted);
View *customer_leave(View *view);

/* customer_round.c: the customer to go to, 0 none. */
gint64 customer_neighbour(const CustomerView *view, int step, GError **error);
gint64 customer_next_to_call(const CustomerView *view, GError **error);
GArray *customer_order(Desk *desk, GError **error); /* of today's queue */
int customer_position(const CustomerView *view);    /* from 1; 0: not in the list */

/* customer_paint.c */
void customer_draw(const View *view, Canvas *canvas);
void customer_layout(View *view, int rows, int columns);

/* customer_print.c: the text twin. */
char *customer_print(const View *view, GError **error);

/* customer_outcomes.c: the letters and what they stand for. */
int outcomes_rows(const CustomerView *view, int columns);
void outcomes_paint(const CustomerView *view, const Canvas *canvas);
int objections_rows(const CustomerView *view, int columns);
void objections_paint(const CustomerView *view, const Canvas *canvas);
