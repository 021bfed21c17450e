/* What a screen is: a row of functions.  A view never reads a key, never loops and never waits; it answers
 * every action with what must happen next, and the app does it.
 *
 * A view embeds View as its first member, is made by a function of its own (queue_view_open) and belongs to
 * the app from the moment it is pushed.  The app calls, in this order: layout (at push and at every resize),
 * reload (at push and whenever the database changed), title + draw + hint + footer (once per burst of input),
 * and in between act, text and tick. */
#pragma once
#include "action.h"
#include "base/clock.h"
#include "footer.h"
#include "paint.h"

typedef struct App App;
typedef struct View View;

/* --- What must happen next ---------------------------------------------------------------------------- */
typedef enum {
    NEXT_NOTHING, /* done; the screen need not change */
    NEXT_REDRAW,  /* what the view shows has changed */
    NEXT_RELOAD,  /* call reload, then draw */
    NEXT_PUSH,    /* `view` on top of this one */
    NEXT_REPLACE, /* `view` in the place of this one, which is freed */
    NEXT_POP,     /* close this view; on_close of the view gets `value`; the one below is reloaded */
    NEXT_HOME,    /* close everything above the first view */
    NEXT_ASIDE,   /* not mine: the app does what the action does everywhere, or says that it cannot */
} NextStep;

typedef enum { MESSAGE_TOAST, MESSAGE_ERROR } MessageKind; /* until the next key; until Esc */

typedef struct {
    NextStep step;
    View *view;  /* PUSH, REPLACE; the app owns it from here on */
    char *value; /* POP; may be NULL (cancelled); the app frees it */
    MessageKind kind;
    char *message; /* NULL: none; the app frees it */
} Next;

static inline Next next_nothing(void)
{
    return (Next){.step = NEXT_NOTHING};
}
static inline Next next_redraw(void)
{
    return (Next){.step = NEXT_REDRAW};
}
static inline Next next_reload(void)
{
    return (Next){.step = NEXT_RELOAD};
}
static inline Next next_aside(void)
{
    return (Next){.step = NEXT_ASIDE};
}
static inline Next next_home(void)
{
    return (Next){.step = NEXT_HOME};
}
static inline Next next_push(View *view)
{
    return (Next){.step = NEXT_PUSH, .view = view};
}
static inline Next next_replace(View *view)
{
    return (Next){.step = NEXT_REPLACE, .view = view};
}
static inline Next next_pop(void)
{
    return (Next){.step = NEXT_POP};
}
static inline Next next_pop_value(const char *value)
{
    return (Next){.step = NEXT_POP, .value = g_strdup(value)};
}
/* The same answer with a toast; takes the message.  next_say(next_reload(), g_strdup_printf(…)). */
static inline Next next_say(Next next, char *message)
{
    next.kind = MESSAGE_TOAST;
    next.message = message;
    return next;
}
/* Redraws and shows the error until Esc; takes and frees the error. */
Next next_error(GError *error);
/* `view`, or the error where it is NULL.  Make the view in a statement before: C may read `error` first. */
Next next_push_or(View *view, GError *error);

/* --- The view ------------------------------------------------------------------------------------------ */
typedef struct {
    ActionId action;
    Next (*run)(View *view, const Action *action);
} ViewAct;
/* The rows of a function that moves up and down, by pages and to the ends. */
#define VIEW_MOVES(move)                                                                                               \
    {ACTION_MOVE_UP, move}, {ACTION_MOVE_DOWN, move}, {ACTION_MOVE_PGUP, move}, {ACTION_MOVE_PGDN, move},              \
        {ACTION_MOVE_HOME, move},                                                                                      \
    {                                                                                                                  \
        ACTION_MOVE_END, move                                                                                          \
    }
/* The rows of a function that edits a line of text. */
#define VIEW_EDITS(edit)                                                                                               \
    {ACTION_EDIT_LEFT, edit}, {ACTION_EDIT_RIGHT, edit}, {ACTION_EDIT_HOME, edit}, {ACTION_EDIT_END, edit},            \
        {ACTION_EDIT_BACKSPACE, edit}, {ACTION_EDIT_DELETE, edit}, {ACTION_EDIT_CLEAR, edit},                          \
    {                                                                                                                  \
        ACTION_EDIT_KILL_WORD, edit                                                                                    \
    }

typedef struct {
    GString *name;    /* "1 Queue": left */
    GPtrArray *parts; /* char *: right, in this order; the last ones are dropped where there is no room */
} TitleRow;
void title_part(TitleRow *title, char *text); /* takes text; NULL and "" are skipped */
void title_clock(TitleRow *title);            /* "Tue 24 Feb 14:07" */

/* Rows of the chrome a view does without. */
typedef enum { CHROME_ALL = 0, NO_TITLE = 1, NO_MESSAGE = 2, NO_FOOTER = 4, OVERLAY = 8 } Chrome;

typedef struct {
    const char *name;    /* "queue": help, stories, reports of faults */
    ActionId screen;     /* the go.… action that leads here (0: none): pressing it again comes back here */
    unsigned chrome;     /* Chrome; OVERLAY: drawn over the view below (box, prompt) */
    Context context;     /* whose keys work here */
    int tick_seconds;    /* call tick this often; 0: only when the minute turns */
    const char *help;    /* msgid: what this screen is for, a few lines (the ? screen) */
    const ViewAct *acts; /* what works here, ended by a row without a function; outcomes: ACTION_OUTCOME */

    Context (*context_now)(const View *view); /* where it changes with the state; NULL: always `context` */
    void (*title)(const View *view, TitleRow *title);
    /* Size of the canvas draw will get.  May be 0x0 while the window is too small. */
    void (*layout)(View *view, int rows, int columns);
    /* Paints everything on an erased canvas and puts the cursor on the selected thing (canvas_cursor). */
    void (*draw)(const View *view, Canvas *canvas);
    char *(*hint)(const View *view); /* stands in the message row while there is no message; NULL none */
    void (*footer)(const View *view, Footer *footer); /* NULL: the bindings of the context in the table's order */
    bool (*has)(const View *view, Need need);         /* NULL: nothing is ever missing */
    /* CONTEXT_TYPING, FIND and CONFIRM: printable characters, or a whole paste (line breaks are blanks).
     * NEXT_ASIDE in CONFIRM: the key is looked up in the key map after all. */
    Next (*text)(View *view, const char *text, bool pasted);
    Next (*tick)(View *view, Now now);
    bool (*reload)(View *view, GError **error);       /* on failure the view keeps what it had */
    char *(*field_help)(const View *view);            /* F1 while typing: what may stand in this field */
    char *(*print)(const View *view, GError **error); /* Ctrl-P: the text twin of the screen */
    /* Asked before the view is closed by back, home or a screen key: NULL = free to go, else the question to
     * push (confirm_new); when its answer closes this view, what was asked for goes on. */
    View *(*leave)(View *view);
    void (*free)(View *view); /* its own members and itself; NULL: g_free */
} ViewKind;

/* Answer of a view on top, given to the view below it. */
typedef Next (*ViewReply)(View *owner, const char *value, gpointer data);

struct View {
    const ViewKind *kind;
    App *app;           /* set at push; services in app.h */
    int rows, columns;  /* of its canvas; set before layout */
    ViewReply on_close; /* NULL: nobody waits for an answer */
    gpointer data;      /* handed to on_close */
    GDestroyNotify data_free;
    View *owner;   /* the app's: who asked, below at push */
    gint64 ticked; /* the app's */
};

Context view_context(const View *view); /* whose keys work now */
void view_free(View *view);
/* next_push with an answer: return next_ask(confirm_new(…), thing_confirmed, NULL, NULL); */
Next next_ask(View *view, ViewReply on_close, gpointer data, GDestroyNotify data_free);
