#include "driver.h"
#include "stroke.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <vterm.h>

enum { IDLE_MS = 10000 };

struct Pty {
    int master, reports; /* the small shell tells pid, stops and the end through `reports` */
    pid_t shell, program;
    int rows, columns, stops, status;
    bool ended, alternate, deaf;
    VTerm *term;
    VTermScreen *screen;
    guint64 sent, handled, markers, markers_seen;
    gsize bytes;
};

/* --- The shell between --------------------------------------------------------------------------------------- */

typedef struct {
    enum { REPORT_PID, REPORT_STOPPED, REPORT_ENDED } kind;
    int value;
} Report;

static void report(int fd, int kind, int value)
{
    Report one = {.kind = kind, .value = value};
    (void)!write(fd, &one, sizeof one);
}

static void foreground(pid_t group)
{
    (void)tcsetpgrp(STDIN_FILENO, group);
}

static void run_program(const PtyOptions *options)
{
    const char *program = g_getenv("BELRONDE");
    const char *plain[] = {program, NULL};
    const char *const *argv = options->argv != NULL ? options->argv : plain;
    setpgid(0, 0);
    foreground(getpid());
    signal(SIGTTOU, SIG_DFL);
    signal(SIGTSTP, SIG_DFL);
    signal(SIGHUP, options->ignore_hangup ? SIG_IGN : SIG_DFL);
    for (const char *const *name = options->env; name != NULL && *name != NULL; name++)
        if (strchr(*name, '=') != NULL)
            putenv((char *)*name);
        else
            unsetenv(*name);
    execv(argv[0], (char *const *)argv);
    _exit(127);
}

static void be_the_shell(const PtyOptions *options, int reports)
{
    int status = 0;
    signal(SIGHUP, SIG_IGN);
    signal(SIGTTOU, SIG_IGN);
    signal(SIGTSTP, SIG_IGN);
    pid_t program = fork();
    if (program == 0)
        run_program(options);
    setpgid(program, program);
    report(reports, REPORT_PID, program);
    while (waitpid(program, &status, WUNTRACED) == program && WIFSTOPPED(status)) {
        foreground(getpgrp());
        (void)!write(STDOUT_FILENO, "[stopped]\r\n", strlen("[stopped]\r\n"));
        report(reports, REPORT_STOPPED, 0);
        foreground(program);
        kill(-program, SIGCONT);
    }
    report(reports, REPORT_ENDED, status);
    _exit(0);
}

/* --- libvterm ------------------------------------------------------------------------------------------------ */

static int on_osc(const char *command, size_t length, void *user)
{
    Pty *pty = user;
    g_autofree char *text = g_strndup(command, length);
    if (!g_str_has_prefix(text, "7777;"))
        return 0;
    pty->handled = g_ascii_strtoull(text + strlen("7777;"), NULL, 10);
    pty->markers++;
    pty->bytes -= length + 3; /* ESC ] … BEL */
    return 1;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    if (property == VTERM_PROP_ALTSCREEN)
        ((Pty *)user)->alternate = value->boolean;
    return 1;
}

static const VTermParserCallbacks fallbacks = {.osc = on_osc};
static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

static void screen_start(Pty *pty)
{
    pty->term = vterm_new(pty->rows, pty->columns);
    vterm_set_utf8(pty->term, 1);
    pty->screen = vterm_obtain_screen(pty->term);
    vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
    vterm_screen_set_unrecognised_fallbacks(pty->screen, (VTermParserCallbacks *)&fallbacks, pty);
    vterm_screen_enable_altscreen(pty->screen, 1);
    vterm_screen_reset(pty->screen, 1);
}

/* --- Start and end ------------------------------------------------------------------------------------------- */

Pty *pty_start(const PtyOptions *options)
{
    Pty *pty = g_new0(Pty, 1);
    int pipes[2];
    struct winsize size = {.ws_row = (unsigned short)options->rows, .ws_col = (unsigned short)options->columns};
    pty->rows = options->rows;
    pty->columns = options->columns;
    screen_start(pty);
    if (pipe2(pipes, O_CLOEXEC) != 0)
        g_error("pipe: %s", g_strerror(errno));
    pty->shell = forkpty(&pty->master, NULL, NULL, &size);
    if (pty->shell < 0)
        g_error("forkpty: %s", g_strerror(errno));
    if (pty->shell == 0) {
        close(pipes[0]);
        be_the_shell(options, pipes[1]);
    }
    close(pipes[1]);
    pty->reports = pipes[0];
    (void)fcntl(pty->master, F_SETFD, FD_CLOEXEC);
    return pty;
}

void pty_close(Pty *pty)
{
    if (pty->master >= 0)
        close(pty->master);
    pty->master = -1;
}

void pty_free(Pty *pty)
{
    if (!pty->ended && pty->program > 0)
        kill(pty->program, SIGKILL);
    pty_close(pty);
    kill(pty->shell, SIGKILL);
    waitpid(pty->shell, NULL, 0);
    close(pty->reports);
    vterm_free(pty->term);
    g_free(pty);
}

static void take_report(Pty *pty)
{
    Report one;
    if (read(pty->reports, &one, sizeof one) != sizeof one)
        return;
    if (one.kind == REPORT_PID)
        pty->program = one.value;
    if (one.kind == REPORT_STOPPED)
        pty->stops++;
    if (one.kind == REPORT_ENDED) {
        pty->ended = true;
        pty->status = one.value;
    }
}

static void take_output(Pty *pty)
{
    char bytes[65536];
    ssize_t got = read(pty->master, bytes, sizeof bytes);
    if (got <= 0) {
        pty_close(pty); /* the last one on the other side has gone */
        return;
    }
    pty->bytes += (gsize)got;
    vterm_input_write(pty->term, bytes, (size_t)got);
}

/* false: nothing came in that time. */
static bool take(Pty *pty, gint64 until)
{
    struct pollfd fds[] = {{.fd = pty->reports, .events = POLLIN}, {.fd = pty->master, .events = POLLIN}};
    int wait = (int)MAX(0, until - g_get_monotonic_time() / 1000);
    if (poll(fds, 2, wait) <= 0)
        return false;
    if (fds[1].revents != 0)
        take_output(pty);
    if (fds[0].revents != 0)
        take_report(pty);
    return true;
}

bool pty_idle(Pty *pty)
{
    gint64 until = g_get_monotonic_time() / 1000 + IDLE_MS;
    bool got = true;
    while (!pty->ended && got && (pty->handled < pty->sent || pty->markers == pty->markers_seen))
        got = take(pty, until);
    pty->markers_seen = pty->markers;
    return !pty->ended && got;
}

int pty_wait(Pty *pty, int milliseconds)
{
    gint64 until = g_get_monotonic_time() / 1000 + milliseconds;
    while (!pty->ended && take(pty, until))
        continue;
    while (pty->ended && pty->master >= 0 && take(pty, 0))
        continue; /* what it wrote last */
    return pty->ended ? pty->status : -1;
}

pid_t pty_pid(const Pty *pty)
{
    return pty->program;
}

int pty_stops(const Pty *pty)
{
    return pty->stops;
}

/* --- Sending ------------------------------------------------------------------------------------------------- */

void pty_send(Pty *pty, const char *bytes, size_t length)
{
    while (length > 0 && pty->master >= 0) {
        struct pollfd fds[] = {{.fd = pty->master, .events = POLLIN | POLLOUT}};
        if (poll(fds, 1, IDLE_MS) <= 0)
            return;
        if (fds[0].revents & POLLIN && !pty->deaf)
            take_output(pty); /* both sides full would be a dead lock */
        if (!(fds[0].revents & POLLOUT)) {
            if (fds[0].revents & POLLHUP)
                return;
            continue;
        }
        ssize_t written = write(pty->master, bytes, MIN(length, 512));
        if (written < 0)
            return;
        bytes += written;
        length -= (size_t)written;
    }
}

static const struct {
    Stroke stroke;
    const char *bytes;
} sequences[] = {
    {STROKE_ENTER, "\r"},        {STROKE_TAB, "\t"},          {STROKE_BACKTAB, "\033[Z"},  {STROKE_ESC, "\033"},
    {STROKE_BACKSPACE, "\177"},  {STROKE_DEL, "\033[3~"},     {STROKE_UP, "\033OA"},       {STROKE_DOWN, "\033OB"},
    {STROKE_RIGHT, "\033OC"},    {STROKE_LEFT, "\033OD"},     {STROKE_PGUP, "\033[5~"},    {STROKE_PGDN, "\033[6~"},
    {STROKE_HOME, "\033OH"},     {STROKE_END, "\033OF"},      {STROKE_F1, "\033OP"},       {STROKE_F1 + 1, "\033OQ"},
    {STROKE_F1 + 2, "\033OR"},   {STROKE_F1 + 3, "\033OS"},   {STROKE_F1 + 4, "\033[15~"}, {STROKE_F1 + 5, "\033[17~"},
    {STROKE_F1 + 6, "\033[18~"}, {STROKE_F1 + 7, "\033[19~"}, {STROKE_F1 + 8, "\033[20~"}, {STROKE_F1 + 11, "\033[24~"},
};

static void send_named(Pty *pty, const char *token)
{
    g_autofree char *name = g_strndup(token + 1, strlen(token) - 2);
    Stroke stroke = stroke_parse(name);
    pty->sent++;
    for (size_t i = 0; i < G_N_ELEMENTS(sequences); i++)
        if (sequences[i].stroke == stroke) {
            pty_send(pty, sequences[i].bytes, strlen(sequences[i].bytes));
            return;
        }
    char control = stroke > STROKE_CTRL ? (char)(stroke - STROKE_CTRL - '@') : (char)stroke;
    pty_send(pty, &control, 1);
}

void pty_keys(Pty *pty, const char *keys)
{
    g_auto(GStrv) tokens = g_strsplit(keys, " ", -1);
    for (char **token = tokens; *token != NULL; token++) {
        size_t length = strlen(*token);
        if (length > 2 && (*token)[0] == '<' && (*token)[length - 1] == '>') {
            send_named(pty, *token);
            continue;
        }
        pty->sent += (guint64)g_utf8_strlen(*token, -1);
        pty_send(pty, *token, length);
    }
}

void pty_resize(Pty *pty, int rows, int columns)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    pty->rows = rows > 0 ? rows : pty->rows;
    pty->columns = columns > 0 ? columns : pty->columns;
    vterm_set_size(pty->term, pty->rows, pty->columns);
    (void)ioctl(pty->master, TIOCSWINSZ, &size);
}

void pty_signal(Pty *pty, int number)
{
    kill(pty->program, number);
}

/* Fills the line until nothing more goes in: the kernel moves bytes on behind our back, so one round is not enough. */
void pty_deaf(Pty *pty)
{
    int slave = open(ptsname(pty->master), O_WRONLY | O_NOCTTY | O_NONBLOCK);
    char noise[4096];
    gsize round = 1;
    memset(noise, '.', sizeof noise);
    while (slave >= 0 && round > 0) {
        ssize_t written = 0;
        for (round = 0; (written = write(slave, noise, sizeof noise)) > 0;)
            round += (gsize)written;
        g_usleep(10000);
    }
    close(slave);
    pty->deaf = true;
}

/* --- Looking ------------------------------------------------------------------------------------------------- */

char **pty_screen(const Pty *pty)
{
    GPtrArray *rows = g_ptr_array_new();
    for (int row = 0; row < pty->rows; row++) {
        GString *line = g_string_new(NULL);
        VTermScreenCell cell;
        for (int column = 0; column < pty->columns; column += MAX(1, cell.width)) {
            vterm_screen_get_cell(pty->screen, (VTermPos){.row = row, .col = column}, &cell);
            if (cell.chars[0] == 0)
                g_string_append_c(line, ' ');
            for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++)
                g_string_append_unichar(line, cell.chars[i]);
        }
        g_ptr_array_add(rows, g_strchomp(g_string_free(line, FALSE)));
    }
    g_ptr_array_add(rows, NULL);
    return (char **)g_ptr_array_free(rows, FALSE);
}

bool pty_shows(const Pty *pty, const char *words)
{
    g_auto(GStrv) screen = pty_screen(pty);
    for (char **row = screen; *row != NULL; row++)
        if (strstr(*row, words) != NULL)
            return true;
    return false;
}

bool pty_alternate(const Pty *pty)
{
    return pty->alternate;
}

void pty_cursor(const Pty *pty, int *row, int *column)
{
    VTermPos position;
    vterm_state_get_cursorpos(vterm_obtain_state(pty->term), &position);
    *row = position.row;
    *column = position.col;
}

gsize pty_bytes(const Pty *pty)
{
    return pty->bytes;
}

bool pty_cooked(const Pty *pty)
{
    struct termios modes;
    return pty->master >= 0 && tcgetattr(pty->master, &modes) == 0 &&
           (modes.c_lflag & (ICANON | ECHO | ISIG)) == (ICANON | ECHO | ISIG);
}
