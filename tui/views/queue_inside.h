/* The inside of the queue screen, shared by its files. */
#pragma once
#include "desk/card.h"
#include "desk/queue.h"
#include "list.h"
#include "view.h"

typedef struct {
    int header, list, preview, hours; /* rows; the rest of the screen is spoken for */
} QueueRows;

typedef struct {
    View view;
    Desk *desk;
    Queue *queue;
    List list;
    GHashTable *marked; /* gint64 customer ids, owned */
    QueueSort sort;
    bool descending;
    char *agent, *words; /* whose list and filter; NULL: mine, none */
    bool everybody;
    int receipts;  /* that wait for an answer */
    int letters;   /* due today, and nothing in their way */
    int stuck;     /* documents that did not leave */
    int due;       /* of the whole day, also while a filter hides rows */
    bool resort;   /* F5, another order, or the screen was left: rows may move */
    bool acted;    /* an outcome was asked for here: a row that is done gives the cursor to the next one */
    Card *preview; /* of the selected row; NULL where it is not shown */
    QueueHours hours;
    QueueRows rows;
    int minute;     /* of the last tick that read the list */
    Moment alarmed; /* the callback the bell has rung for */
} QueueView;

/* queue_view.c */
const QueueRow *queue_selected(const QueueView *view); /* NULL: the list is empty */
bool queue_is_marked(const QueueView *view, gint64 customer_id);

/* queue_act.c */
extern const ViewAct queue_acts[];
void queue_look(QueueView *view); /* reads the preview of what is selected now */

/* queue_merge.c: rows present keep their place, rows that left stay as done, new ones come in where they belong;
 * pin: callbacks that are near go on top, but for the selected one. */
void queue_keep_places(Queue *fresh, Queue *before, gint64 selected, bool pin);
/* The customer after `customer_id` in `before` who may still be called in `fresh`; 0 none. */
gint64 queue_after(const Queue *before, const Queue *fresh, gint64 customer_id);

/* queue_paint.c */
void queue_draw(const View *view, Canvas *canvas);
void queue_title(const View *view, TitleRow *title);
QueueRows queue_share_rows(int rows, int columns);
char *queue_print(const View *view, GError **error);
const char *queue_sort_label(QueueSort sort); /* translated */

/* queue_status.c */
void queue_paint_status(const QueueView *view, const Canvas *canvas, int row);
void queue_paint_preview(const QueueView *view, const Canvas *canvas);
void queue_paint_hours(const QueueView *view, const Canvas *canvas, int row);
