/* What screens that are one list of rows in columns have in common: moving, choosing, heads, rows, the text twin.
 *
 * A list screen embeds ListView as its first member, names its columns in a ListKind, and says what stands in the
 * cells of a row; the rest of its ViewKind may be the functions below. */
#pragma once
#include "app.h"
#include "list.h"
#include "views/table.h"

typedef struct ListView ListView;

typedef struct {
    const TableColumn *columns;
    size_t count;
    int signs;                                    /* columns at the left that stay free for signs */
    int head_rows;                                /* 1: the names of the columns, 2: and a rule below them */
    const char *title;                            /* msgid: of the text twin */
    int paper_columns;                            /* width of the text twin; 0: 80 */
    const char *empty;                            /* msgid: instead of rows */
    const char *nothing;                          /* msgid: what a key says that needs a row */
    gint64 (*id)(gconstpointer rows, size_t row); /* NULL: list_id_of_pointers */
    gint64 (*customer)(gconstpointer row);        /* whom Enter opens; NULL: nobody */
    /* Strings the caller frees, one for each column; `first`: top of the screen or of the paper. */
    void (*cells)(const ListView *view, size_t index, bool first, char **cells);
    Role (*role)(const ListView *view, gconstpointer row);        /* NULL: normal */
    const char *(*sign)(const ListView *view, gconstpointer row); /* after the selection sign; NULL: none */
    void (*moved)(ListView *view);                                /* another row is selected; NULL: nothing follows */
} ListKind;

struct ListView {
    View view;
    Desk *desk;
    const ListKind *kind;
    GPtrArray *rows; /* NULL until read; whose it is says the screen */
    List list;
    Table table;
};

/* Allocated by the caller, zeroed. */
View *list_view_start(ListView *view, const ViewKind *view_kind, const ListKind *kind, App *app);
/* Borrows the rows: the selected thing stays selected. */
void list_view_rows(ListView *view, GPtrArray *rows);
void list_view_layout(ListView *view, int rows, int columns);
gconstpointer list_view_row(const ListView *view); /* the selected row; NULL: there is none */
void list_view_draw(const ListView *view, const Canvas *canvas);

/* A filter: does the row have all of these words, whatever their accents and case?  words NULL: it does. */
bool words_fit(const char *row, const char *words);

/* Ready for the tables of a screen. */
bool list_view_has(const View *view, Need need);
char *list_view_print(const View *view, GError **error);
Next list_view_act_move(View *view, const Action *action);
/* Opens the customer of the row; what belongs to the customer is carried out there. */
Next list_view_act_customer(View *view, const Action *action);

/* First rows of the acts of a screen. */
#define LIST_VIEW_MOVES VIEW_MOVES(list_view_act_move)
