/* The real program in a real pseudo terminal, its screen kept by libvterm.
 *
 * A small shell of our own stands between, as between any user and his programs: the program can be stopped and
 * continued, and it is not the one that owns the session.  Nothing here sleeps and hopes: BELRONDE_SYNC makes the
 * program say how many keys it has handled. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>

typedef struct {
    int rows, columns;
    const char *const *argv; /* NULL: just the program */
    const char *const *env;  /* "NAME=value", "NAME" takes it away; NULL-terminated; may be NULL */
    bool ignore_hangup;      /* started as by nohup */
} PtyOptions;

typedef struct Pty Pty;

Pty *pty_start(const PtyOptions *options);
void pty_free(Pty *pty); /* kills what still runs */

/* Keys of a story: "<Down>", "N", "text".  Counts them, so that pty_idle knows what to wait for. */
void pty_keys(Pty *pty, const char *keys);
void pty_send(Pty *pty, const char *bytes, size_t length); /* uncounted */
void pty_resize(Pty *pty, int rows, int columns);
void pty_signal(Pty *pty, int number);
void pty_close(Pty *pty); /* the line is cut */
void pty_deaf(Pty *pty);  /* reads nothing any more: the program's output blocks */

/* Waits until the program has handled every key sent and says it is idle; false after 10 seconds or at its end. */
bool pty_idle(Pty *pty);
/* Waits for the end; its wait status, or -1 when it is still there after `milliseconds`. */
int pty_wait(Pty *pty, int milliseconds);
pid_t pty_pid(const Pty *pty);
int pty_stops(const Pty *pty); /* how often the program has been stopped and continued */

char **pty_screen(const Pty *pty); /* rows without blanks at the end; g_strfreev */
bool pty_shows(const Pty *pty, const char *words);
bool pty_alternate(const Pty *pty); /* on the alternate screen */
void pty_cursor(const Pty *pty, int *row, int *column);
gsize pty_bytes(const Pty *pty); /* received so far, idle markers not counted */
bool pty_cooked(const Pty *pty); /* the terminal's modes are as the shell wants them */
