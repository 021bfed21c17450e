/* The loop: one poll() over terminal, signals, timers and children; a stack of views; one doupdate() per burst of
 * input.  Views use the services below, never the loop. */
#pragma once
#include "desk/desk.h"
#include "ledger/inbox.h"
#include "progress.h"
#include "view.h"

/* Opens the first view of the desk and runs until the agent leaves.  INPUT with one sentence when there is no
 * usable terminal (exit status 2). */
bool desk_run(Desk *desk, GError **error);

/* The same with one view of the caller's, for a command that needs a screen; open NULL: the first view of the desk. */
typedef View *(*ViewOpen)(App *app, gpointer data, GError **error);
bool desk_run_view(Desk *desk, ViewOpen open, gpointer data, GError **error);

/* --- Screens: one row each in screens.c ----------------------------------------------------------------- */
typedef struct {
    ActionId action;                         /* ACTION_GO_QUEUE */
    View *(*open)(App *app, GError **error); /* NULL with error: stays where it is and says why */
} Screen;
const Screen *screens(size_t *count);

/* --- Services for views ---------------------------------------------------------------------------------- */
Desk *app_desk(const App *app); /* NULL only in tests of the framework itself */
const Keymap *app_keymap(const App *app);
const Theme *app_theme(const App *app);
/* Takes the message; kept in :messages.  A view that answers an action uses next_say instead. */
void app_say(App *app, MessageKind kind, char *message);
/* Carry out an action as if its key had been pressed, after the present one is finished. */
void app_later(App *app, const Action *action);

/* The call on the line.  It goes on in every screen, in the title, and on the too-small page. */
typedef struct {
    gint64 customer_id; /* 0: no call */
    char *name, *phone;
    gint64 started; /* clock_monotonic_ms */
    gint64 started_utc;
} Call;
const Call *app_call(const App *app);
/* Dials with phone.dial (empty: only the clock runs) and starts the clock. */
void app_call_start(App *app, gint64 customer_id, const char *name, const char *phone);
int app_call_stop(App *app); /* hangs up; the seconds the call lasted; 0 none */
int app_call_seconds(const App *app);
char *app_call_clock(const App *app); /* "03:12"; caller frees */

/* To the terminal's clipboard by OSC 52, under 200 bytes; says so, with the text.  */
void app_copy(App *app, const char *text);
/* Bell, a reverse title with the words until the next key, and a desktop notice without names if set. */
void app_alarm(App *app, const char *title, const char *notice);

/* An outside program, no shell; `input` on its standard input (NULL none).  Runs beside the loop; what it prints
 * goes to :messages; done (may be NULL) is told how it ended.  Takes nothing. */
typedef void (*ChildDone)(App *app, bool ok, const char *output, gpointer data);
void app_spawn(App *app, const char *const *argv, const char *input, ChildDone done, gpointer data);
/* The same with any bytes: a PDF for the printer. */
void app_spawn_bytes(App *app, const char *const *argv, GBytes *input, ChildDone done, gpointer data);
/* The same for a program that speaks while it runs: `line` hears each line it prints (its complaints, too), nothing
 * goes to :messages.  Its process, 0 when it did not start. */
typedef void (*ChildLine)(App *app, const char *line, gpointer data);
int app_spawn_lines(App *app, const char *const *argv, GBytes *input, ChildLine line, ChildDone done, gpointer data);
/* $EDITOR on a text of the top view once the present action is finished; the reply gets what was saved. */
void app_edit(App *app, const char *text, ViewReply done, gpointer data);

/* A half-typed form saves itself here when the line is cut (SIGHUP, SIGTERM): must be quick and must not paint. */
void app_save_hook(App *app, void (*save)(gpointer data), gpointer data); /* NULL: none any more */

/* After settings_set: takes over what counts at once.  The strings it had borrowed are gone by then. */
void app_settings_changed(App *app);
/* Lets the courier look at the outbox at once: somebody said that something may leave. */
void app_outbox_hurry(App *app);
/* After a verb that touches more than the view that ran it: every view of the stack reads its data again. */
void app_reload_all(App *app);

/* --- Imports (app_import.c) ------------------------------------------------------------------------------ */

/* An import runs as a program of its own beside the desk, so that nobody waits for it. */
typedef struct {
    int pid;         /* 0: none is running */
    bool finished;   /* `text` is what the last one said, until it was read */
    int file, files; /* the one at hand, of how many */
    char *name;      /* of the file at hand; NULL not known yet */
    Progress progress;
    GString *text; /* the summaries, as the command prints them */
} ImportRun;
const ImportRun *app_import(const App *app);
/* belronde import with these words (NULL-terminated); false, and says so, while another one is running. */
bool app_import_start(App *app, const char *const *words);
void app_import_stop(App *app); /* after the row at hand; what is booked stays */
void app_import_read(App *app); /* the summary has been read */

/* Says once a day that bank data are old: when the desk opens, and before the first call. */
void app_bank_warn(App *app, bool calling);

/* What is new in the watched folders; NULL while none is watched. */
const Inbox *app_inbox(const App *app);
/* Looks again now: after the settings, the profiles or the files have changed. */
void app_inbox_look(App *app);
/* "3 new files: $ imports", or what the import is doing; NULL nothing to say.  Caller frees. */
char *app_inbox_words(const App *app);
