/* The inside of the app, shared by app_*.c and the story runner; views include app.h. */
#pragma once
#include "app.h"
#include "terminal.h"

enum { SMALLEST_ROWS = 16, SMALLEST_COLUMNS = 60 };

typedef struct {
    char *text;
    MessageKind kind;
    Moment when;
} Message;

typedef struct {
    Desk *desk;     /* NULL in tests of the framework */
    Keymap *keymap; /* the app takes it */
    const Screen *screens;
    size_t screen_count;
    const ViewAct *everywhere; /* what actions do where the view leaves them; run gets the top view */
    FooterStyle footer;
    const char *theme, *charset;               /* settings screen.theme, screen.charset */
    const ThemeRow *looks;                     /* [theme] of the settings; NULL none */
    bool flat;                                 /* no rules and boxes */
    bool quiet_clock;                          /* a screen reader must not hear the call clock every second */
    const char *notify;                        /* desktop message: "off", "osc777", "osc9" */
    int blank_seconds;                         /* privacy.idle_seconds; 0 never */
    char **dial, **hang_up, **print, **editor; /* argv with {number}; NULL none; the app takes them */
} AppOptions;

typedef struct {
    char *text;
    ViewReply done;
    gpointer data;
    View *view;
} Edit;

struct App {
    AppOptions options;
    Desk *desk;
    Keymap *keymap;
    GPtrArray *stack; /* View *, first = home */
    WINDOW *window;
    Theme theme;
    int rows, columns, cursor[2];
    bool dirty, repaint, done, small;
    guint64 strokes;     /* keys handled, for the idle marker */
    Stroke stroke;       /* being handled: Q and Esc both mean back, only Q leaves */
    int unwinding;       /* views to keep once the question is answered; -1: nothing asked */
    const View *asked;   /* which view's question is open */
    GPtrArray *later;    /* const Action * */
    GPtrArray *messages; /* Message *, the whole day */
    Message *shown;      /* borrowed from messages; NULL: the row is free */
    char *alarm;
    bool blank;         /* nobody has pressed a key for a while: the screen shows nothing */
    gint64 last_stroke; /* clock_monotonic_ms */
    Call call;
    GPtrArray *children;
    Edit edit;
    void (*save)(gpointer data);
    gpointer save_data;
    char *program;       /* this very program, for imports beside the desk; NULL in tests of the framework */
    Inbox *inbox;        /* NULL: no desk */
    gint64 inbox_looked; /* clock_monotonic_ms */
    Day bank_warned[2];  /* when old bank data were spoken of: at the start, before a call */
    int inbox_said;      /* new files when it was said last */
    ImportRun import;
    bool courier;            /* one is on its way */
    GPtrArray *courier_said; /* char *: its lines so far */
    gint64 outbox_looked;    /* clock_monotonic_ms */
    gint64 second, version_checked, store_version;
    int minute;
};

App *app_new(const AppOptions *options); /* the terminal or a test's screen is up */
void app_free(App *app);
/* The app of a desk with its first screen open; the terminal, or a test's screen, is up. */
App *desk_app(Desk *desk, GError **error);
void app_push(App *app, View *view);
View *app_top(const App *app);
void app_event(App *app, Event *event);
void app_draw(App *app); /* only when something changed */
void app_size(App *app); /* takes over LINES and COLS */
void app_tick(App *app);
int app_wait_ms(const App *app); /* how long poll may sleep; -1: until a key */
void app_save(App *app);
void app_loop(App *app);

/* app_act.c */
void app_stroke(App *app, Stroke stroke, const char *text);
void app_click(App *app, int row); /* mouse = full: selects the row */
void app_do(App *app, const Action *action);
void app_perform(App *app, View *view, Next next);
bool app_can(const App *app, const View *view, const Action *action); /* for the footer */
bool app_unwind(App *app, int keep); /* false: a question is open, or the app is done */
void app_layout(App *app, View *view);
bool app_view_reload(App *app, View *view);
extern const ViewAct app_acts[];

/* app_paint.c */
void app_paint(App *app);
View *app_base(const App *app); /* the topmost view that is no overlay */

/* app_import.c */
void app_import_open(App *app); /* looks into the watched folders for the first time */
void app_import_tick(App *app, bool minute_turned);
int app_import_wait_ms(const App *app); /* until the folders want to be looked at again; -1: with the minute */
void app_import_free(App *app);
Next app_act_import(View *view, const Action *action);

/* app_outbox.c */
void app_outbox_tick(App *app);

/* app_services.c: this very program with these words, for the desk's own database, person and clock. */
GPtrArray *app_own_command(const App *app, const char *const *words);

/* children.c */
void children_poll(App *app, GArray *pollfds);
void children_ready(App *app);
void children_free(App *app);
void app_carry_out_edit(App *app);
