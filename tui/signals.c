#include "signals.h"
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <termios.h>
#include <unistd.h>

enum { LAST_MOMENT_MS = 700 }; /* to save and leave after SIGTERM or SIGHUP */

static const struct {
    int number;
    SignalKind kind;
} watched[] = {
    {SIGWINCH, SIGNAL_RESIZE}, {SIGCHLD, SIGNAL_CHILD}, {SIGTERM, SIGNAL_LEAVE},   {SIGINT, SIGNAL_LEAVE},
    {SIGQUIT, SIGNAL_LEAVE},   {SIGHUP, SIGNAL_HANGUP}, {SIGTSTP, SIGNAL_SUSPEND}, {SIGCONT, SIGNAL_CONTINUE},
};
static const int fatal[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
static const int ignored[] = {SIGPIPE, SIGXFSZ};

static struct {
    bool on;
    int pipe[2];
    volatile sig_atomic_t seen[SIGNAL_COUNT];
    volatile sig_atomic_t leaving; /* the signal number, for the exit status */
    void (*fault)(void);
    struct sigaction before[G_N_ELEMENTS(watched)], before_fatal[G_N_ELEMENTS(fatal)],
        before_ignored[G_N_ELEMENTS(ignored)], before_alarm;
    struct termios modes;
    bool modes_known;
} signals = {.pipe = {-1, -1}};

void signals_termios_restore(void)
{
    if (signals.modes_known)
        (void)tcsetattr(STDIN_FILENO, TCSANOW, &signals.modes);
}

/* The orderly way out took too long: output blocked, or a lock that does not come.  Drafts are on disk since
 * their last key, and the database forgets a transaction that has not ended. */
static void last_moment(int number)
{
    (void)number;
    signals_termios_restore();
    _exit(128 + signals.leaving);
}

static void on_signal(int number)
{
    int saved = errno;
    for (size_t i = 0; i < G_N_ELEMENTS(watched); i++)
        if (watched[i].number == number)
            signals.seen[watched[i].kind] = 1;
    if (number == SIGTERM || number == SIGHUP) {
        struct itimerval timer = {.it_value = {.tv_usec = LAST_MOMENT_MS * 1000}};
        signals.leaving = number;
        (void)setitimer(ITIMER_REAL, &timer, NULL);
    }
    (void)!write(signals.pipe[1], "", 1);
    errno = saved;
}

static void on_fatal(int number)
{
    if (signals.fault != NULL)
        signals.fault();
    for (size_t i = 0; i < G_N_ELEMENTS(fatal); i++)
        sigaction(fatal[i], &signals.before_fatal[i], NULL);
    raise(number);
}

static void take(int number, void (*handler)(int), struct sigaction *before)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, before);
}

/* A signal that whoever started us ignores (nohup) stays ignored: the end of the terminal is seen by poll(). */
static bool inherited_ignore(int number, const struct sigaction *before)
{
    return (number == SIGHUP || number == SIGINT || number == SIGQUIT) && before->sa_handler == SIG_IGN;
}

void signals_start(void (*fault)(void))
{
    if (signals.on)
        return;
    signals.modes_known = tcgetattr(STDIN_FILENO, &signals.modes) == 0;
    signals.fault = fault;
    if (pipe2(signals.pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        g_error("pipe: %s", g_strerror(errno));
    for (size_t i = 0; i < G_N_ELEMENTS(watched); i++) {
        take(watched[i].number, on_signal, &signals.before[i]);
        if (inherited_ignore(watched[i].number, &signals.before[i]))
            sigaction(watched[i].number, &signals.before[i], NULL);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(fatal); i++)
        take(fatal[i], on_fatal, &signals.before_fatal[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(ignored); i++)
        take(ignored[i], SIG_IGN, &signals.before_ignored[i]);
    take(SIGALRM, last_moment, &signals.before_alarm);
    signals.on = true;
}

/* The alarm of the last moment stays armed: leaving is not over before the process is. */
void signals_stop(void)
{
    if (!signals.on)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(watched); i++)
        if (signals.leaving == 0)
            sigaction(watched[i].number, &signals.before[i], NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(fatal); i++)
        sigaction(fatal[i], &signals.before_fatal[i], NULL);
    signals.on = signals.leaving != 0;
    if (signals.on)
        return;
    sigaction(SIGALRM, &signals.before_alarm, NULL);
    close(signals.pipe[0]);
    close(signals.pipe[1]);
}

int signals_descriptor(void)
{
    return signals.pipe[0];
}

SignalKind signals_next(void)
{
    static const SignalKind urgent[] = {SIGNAL_HANGUP,   SIGNAL_LEAVE,  SIGNAL_SUSPEND,
                                        SIGNAL_CONTINUE, SIGNAL_RESIZE, SIGNAL_CHILD};
    char bytes[64];
    while (read(signals.pipe[0], bytes, sizeof bytes) > 0)
        continue;
    for (size_t i = 0; i < G_N_ELEMENTS(urgent); i++)
        if (signals.seen[urgent[i]] != 0) {
            signals.seen[urgent[i]] = 0;
            return urgent[i];
        }
    return SIGNAL_NONE;
}

void signals_stop_here(void)
{
    struct sigaction ours, usual = {.sa_handler = SIG_DFL};
    sigset_t stop, before;
    sigemptyset(&usual.sa_mask);
    sigaction(SIGTSTP, &usual, &ours);
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &stop, &before);
    kill(0, SIGTSTP); /* the whole job, as the terminal would */
    sigprocmask(SIG_SETMASK, &before, NULL);
    sigaction(SIGTSTP, &ours, NULL);
}
