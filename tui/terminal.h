/* The terminal: set up once, undone on every way out; signals and keys as events.  Views never see it.
 *
 * There is one terminal per process, because signals and termios belong to the process. */
#pragma once
#include "stroke.h"
#include <glib.h>
#include <stdbool.h>

typedef struct {
    bool mouse_wheel, mouse_full;
} TerminalOptions;

/* INPUT with one sentence when input or output is no terminal, or terminfo does not know it or cannot place the
 * cursor.  From here on nobody else may write to the terminal. */
bool terminal_open(const TerminalOptions *options, GError **error);
/* Puts everything back; writes nothing to a terminal that is gone.  May be called twice. */
void terminal_close(void);

typedef enum {
    EVENT_NONE,   /* nothing more to read */
    EVENT_STROKE, /* stroke; text holds the character where it is one */
    EVENT_PASTE,  /* pasted, owned by the receiver: g_free */
    EVENT_RESIZE,
    EVENT_CONTINUE, /* after fg: paint everything */
    EVENT_SUSPEND,  /* somebody sent SIGTSTP */
    EVENT_CHILD,    /* a child has ended */
    EVENT_LEAVE,    /* SIGTERM, SIGINT, SIGQUIT: save and go */
    EVENT_GONE,     /* SIGHUP, or the terminal is not there any more: save and go, paint nothing */
} EventKind;

typedef struct {
    EventKind kind;
    Stroke stroke;
    char text[8];
    char *pasted;
    int row; /* of STROKE_CLICK */
} Event;

/* Without waiting. */
Event terminal_event(void);
/* The two descriptors to poll: keys and signals. */
void terminal_descriptors(int fds[2]);
/* poll() said POLLHUP or POLLERR. */
void terminal_hung_up(void);
/* Takes over the size the kernel tells; clamped to 500x1000. */
void terminal_resize(void);

/* doupdate() with one write(). */
void terminal_update(void);
/* Raw bytes past ncurses (OSC 52, the idle marker), and the bell. */
void terminal_write(const char *bytes, gsize length);
void terminal_bell(void);

/* Stops the process as Ctrl-Z does; returns after fg with the modes set again. */
void terminal_suspend(void);
/* An outside program that takes the terminal over ($EDITOR).  false with a sentence when it could not run. */
bool terminal_run(char *const *argv, GError **error);
