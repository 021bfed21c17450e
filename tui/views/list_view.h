/* What screens that are one list of rows in columns have in common: reading, filtering, moving, choosing, heads, rows,
 * the text twin.
 *
 * A list screen is a ListView or embeds one as its first member, names its columns in a ListKind, and says what stands
 * in the cells of a row; the rest of its ViewKind may be the functions below. */
#pragma once
#include "app.h"
#include "list.h"
#include "views/table.h"

typedef struct ListView ListView;

typedef struct {
    const TableColumn *columns;
    size_t count;
    int signs;           /* columns at the left that stay free for signs */
    int head_rows;       /* 1: the names of the columns, 2: and a rule below them */
    const char *title;   /* msgid: of the text twin */
    int paper_columns;   /* width of the text twin; 0: 80 */
    const char *empty;   /* msgid: instead of rows */
    const char *nothing; /* msgid: what a key says that needs a row */
    GPtrArray *(*load)(const ListView *view, GError **error); /* for list_view_reload */
    size_t choices;                                           /* of lists that V goes round; 0: there is one */
    gint64 (*id)(gconstpointer rows, size_t row);             /* NULL: list_id_of_pointers */
    gint64 (*customer)(gconstpointer row);                    /* whom Enter opens; NULL: nobody */
    /* Strings the caller frees, one for each column; `first`: top of the screen or of the paper. */
    void (*cells)(const ListView *view, size_t index, bool first, char **cells);
    Role (*role)(const ListView *view, gconstpointer row);        /* NULL: normal */
    const char *(*sign)(const ListView *view, gconstpointer row); /* after the selection sign; NULL: none */
    void (*moved)(ListView *view);     /* another row may be selected; NULL: nothing follows */
    char *(*words)(gconstpointer row); /* what the filter looks in, the caller frees; NULL: there is no filter */
    const char *words_help;            /* msgid: what may be typed as a filter */
} ListKind;

struct ListView {
    View view;
    Desk *desk;
    const ListKind *kind;
    GPtrArray *all;  /* what was read, owned; NULL: nothing yet */
    GPtrArray *rows; /* those of all that fit the filter, borrowed from it; empty until read */
    char *words;     /* filter; NULL none */
    size_t choice;   /* which of the lists, from 0 */
    List list;
    Table table;
};

/* Allocated by the caller, zeroed. */
View *list_view_start(ListView *view, const ViewKind *view_kind, const ListKind *kind, App *app);
/* Owns the rows from here on: the selected thing stays selected.  False: rows is NULL, what was read stays. */
bool list_view_take(ListView *view, GPtrArray *rows);
gconstpointer list_view_row(const ListView *view); /* the selected row; NULL: there is none */
char *list_view_filter_hint(const ListView *view); /* which filter is on; NULL: none */
void list_view_clear(ListView *view);              /* frees what it holds, not itself */

/* Ready for the tables of a screen. */
void list_view_layout(View *view, int rows, int columns);
void list_view_draw(const View *view, Canvas *canvas);
bool list_view_reload(View *view, GError **error);
void list_view_free(View *view); /* of a screen that is only a ListView */
bool list_view_has(const View *view, Need need);
char *list_view_print(const View *view, GError **error);
Next list_view_act_move(View *view, const Action *action);
Next list_view_act_filter(View *view, const Action *action);
Next list_view_act_back(View *view, const Action *action);  /* with a filter: shows all; else ASIDE */
Next list_view_act_cycle(View *view, const Action *action); /* the next of its lists */
/* Opens the customer of the row; what belongs to the customer is carried out there. */
Next list_view_act_customer(View *view, const Action *action);

/* Of a list whose rows wait for an answer: the second of its lists has those that are over as well. */
void list_view_footer_answers(const View *view, Footer *foot);

/* Rows of the acts of a screen: moving and the filter; what is done at the customer of the row. */
#define LIST_VIEW_MOVES VIEW_MOVES(list_view_act_move)
#define LIST_VIEW_FILTERS                                                                                              \
    {ACTION_FILTER, list_view_act_filter},                                                                             \
    {                                                                                                                  \
        ACTION_BACK, list_view_act_back                                                                                \
    }
#define LIST_VIEW_CALLS                                                                                                \
    {ACTION_OUTCOME, list_view_act_customer}, {ACTION_DIAL, list_view_act_customer},                                   \
        {ACTION_NOTE, list_view_act_customer}, {ACTION_COPY, list_view_act_customer},                                  \
    {                                                                                                                  \
        ACTION_OUTCOME_LIST, list_view_act_customer                                                                    \
    }
/* The functions of a screen that is only a list. */
#define LIST_VIEW_DRAWN                                                                                                \
    .layout = list_view_layout, .draw = list_view_draw, .has = list_view_has, .print = list_view_print
#define LIST_VIEW_WHOLE LIST_VIEW_DRAWN, .reload = list_view_reload, .free = list_view_free
