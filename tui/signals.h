/* Signals through a pipe of our own, so that one poll() sees them between two keys and none is lost.  For
 * terminal.c only. */
#pragma once
#include <stdbool.h>

typedef enum {
    SIGNAL_NONE,
    SIGNAL_RESIZE,
    SIGNAL_CHILD,
    SIGNAL_LEAVE,
    SIGNAL_HANGUP,
    SIGNAL_SUSPEND,
    SIGNAL_CONTINUE,
    SIGNAL_COUNT
} SignalKind;

/* Remembers the terminal's modes; `fault` runs inside the handler of a fatal signal before it is raised again.
 * After SIGTERM or SIGHUP the process is gone within a second, even when its output is blocked. */
void signals_start(void (*fault)(void));
void signals_stop(void);
int signals_descriptor(void);
/* The most urgent signal that came since the last call; several of a kind are one. */
SignalKind signals_next(void);
void signals_stop_here(void); /* SIGTSTP on ourselves; returns after SIGCONT */
void signals_termios_restore(void);
