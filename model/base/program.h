/* One outside program: started, given bytes, heard.  Nothing here waits, so that a screen goes on beside it
 * (tui/children); whoever has time waits with program_wait (paper/errand).  An argument vector, never a shell. */
#pragma once
#include "base/error.h"

#include <sys/types.h>

typedef struct {
    pid_t pid;
    int in, out; /* -1: closed */
    int kept;    /* a copy of the end it reads from: what it left lying can still be counted */
    GBytes *input;
    gsize given;
    GString *said; /* what it printed and complained of, in order; the reader may erase what it has taken */
    gsize most;    /* of `said`: what is printed beyond it is read and lost */
} Program;

/* `input` NULL: nothing.  *program is empty where it did not start; the error is GLib's own sentence. */
bool program_start(Program *program, const char *const *argv, GBytes *input, gsize most, GError **error);
void program_clear(Program *program); /* closes what is open; the program itself runs on */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Program, program_clear)

/* What to poll for: GArray of struct pollfd. */
void program_poll(const Program *program, GArray *pollfds);
/* Gives and hears what can be without waiting.  True once: it has ended and all was heard; *status as of waitpid. */
bool program_ended(Program *program, int *status);
/* Sleeps until it wants or says something, at most so long. */
void program_wait(const Program *program, int milliseconds);
bool program_succeeded(int status);
/* Bytes of its input that it had not read when it ended: it says that all is well and has seen a part. */
gsize program_unread(const Program *program);

/* A program that ends before it has read all must not take us with it: the way back to what was before. */
typedef void (*ProgramGuard)(int);
ProgramGuard program_guard(void);
void program_unguard(ProgramGuard before);
