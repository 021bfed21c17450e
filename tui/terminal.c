#include "terminal.h"
#include "base/error.h"
#include "base/i18n.h"
#include "signals.h"
#include "terminal_keys.h"
#include "update.h"
#define NCURSES_NOMACROS
#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

enum { ROWS_MAX = 500, COLUMNS_MAX = 1000, PASTE_MAX = 65536, EMPTY_READS_MAX = 3, ESC_MS = 25 };

static struct {
    bool up, gone, ansi, mouse;
    WINDOW *keys; /* a pad: reading from a window would paint it */
    SCREEN *screen;
    int empty_reads;
    GString *paste; /* while a bracketed paste comes in */
    char bytes[4];  /* of a character that is not whole yet */
    size_t held;
} terminal;

/* --- Modes --------------------------------------------------------------------------------------------- */

static const char modes_on[] = "\033[?2004h"; /* bracketed paste */
static const char modes_off[] = "\033[?2004l";
static const char numeric_keypad[] = "\033>"; /* digits of the keypad come as digits */

void terminal_write(const char *bytes, gsize length)
{
    while (length > 0 && terminal.up && !terminal.gone) {
        ssize_t written = write(STDOUT_FILENO, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return;
        bytes += written;
        length -= (gsize)written;
    }
}

static void modes_enter(void)
{
    const char *keypad_on = keypad_xmit; /* a macro of term.h */
    if (keypad_on != NULL && strstr(keypad_on, "\033=") != NULL)
        terminal_write(numeric_keypad, strlen(numeric_keypad));
    if (terminal.ansi)
        terminal_write(modes_on, strlen(modes_on));
}

static void modes_leave(void)
{
    if (terminal.ansi)
        terminal_write(modes_off, strlen(modes_off));
}

static void curses_modes(void)
{
    raw();
    noecho();
    nonl();
    keypad(terminal.keys, TRUE);
    nodelay(terminal.keys, TRUE);
    typeahead(-1);                   /* an update is written whole, and nobody asks for keys in between */
    intrflush(terminal.keys, FALSE); /* typing ahead is never thrown away */
    meta(terminal.keys, TRUE);
}

static void mouse_modes(const TerminalOptions *options)
{
    mmask_t wheel = BUTTON4_PRESSED | BUTTON5_PRESSED;
    terminal.mouse = options->mouse_wheel || options->mouse_full;
    if (!terminal.mouse)
        return;
    mouseinterval(0);
    mousemask(options->mouse_full ? wheel | BUTTON1_PRESSED : wheel, NULL);
}

/* --- Opening and closing ------------------------------------------------------------------------------- */

/* Looked at before ncurses is: newterm would end the process on an unknown terminal. */
static bool usable(GError **error)
{
    const char *name = g_getenv("TERM");
    int found = 0;
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("The desk needs a terminal for keys and screen; for scripts use a command: belronde --help."));
    if (name == NULL || *name == '\0' || setupterm(name, STDOUT_FILENO, &found) != OK)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("This system does not know the terminal “%s”: set TERM, for example TERM=xterm-256color."),
                    name == NULL ? "" : name);
    bool places = cursor_address != NULL;
    (void)del_curterm(cur_term); /* newterm reads it again for its own */
    if (!places)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("The terminal “%s” cannot place its cursor: use another one, or a command: belronde --help."),
                    name);
    return true;
}

static void at_exit(void)
{
    terminal_close();
}

/* Runs inside a signal handler: only write, tcsetattr and friends. */
static void on_fault(void)
{
    const char *off = "\033[?2004l\033[?1000l\033[?25h\033[?1049l\033[?1l\033>\033[0m\r\n";
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
    if (!terminal.up)
        return;
    if (!terminal.gone && poll(&out, 1, 0) == 1 && terminal.ansi)
        (void)!write(STDOUT_FILENO, off, strlen(off));
    signals_termios_restore();
}

bool terminal_open(const TerminalOptions *options, GError **error)
{
    static bool registered = false;
    if (!usable(error))
        return false;
    signals_start(on_fault); /* before newterm: it leaves a handler that is there alone */
    if (g_getenv("ESCDELAY") == NULL)
        set_escdelay(ESC_MS);
    FILE *out = update_open();
    terminal.screen = newterm(NULL, out != NULL ? out : stdout, stdin);
    if (terminal.screen == NULL) {
        update_close();
        signals_stop();
        return fail(error, BELRONDE_ERROR_INPUT, _("The terminal “%s” cannot show the desk."), g_getenv("TERM"));
    }
    terminal.up = true;
    terminal.gone = false;
    terminal.ansi = g_str_has_prefix(cursor_address, "\033[");
    terminal.keys = newpad(1, 1);
    curses_modes();
    def_prog_mode();
    terminal_keys_define();
    mouse_modes(options);
    modes_enter();
    terminal_resize();
    if (!registered)
        atexit(at_exit);
    registered = true;
    return true;
}

void terminal_close(void)
{
    if (!terminal.up)
        return;
    modes_leave();
    if (!terminal.gone)
        endwin();
    signals_termios_restore();
    terminal.up = false;
    delwin(terminal.keys);
    if (!terminal.gone)
        delscreen(terminal.screen);
    update_close();
    if (terminal.paste != NULL)
        g_string_free(g_steal_pointer(&terminal.paste), TRUE);
    signals_stop();
}

void terminal_resize(void)
{
    struct winsize size = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
        return; /* a size of nothing is no news */
    resizeterm(MIN(size.ws_row, ROWS_MAX), MIN(size.ws_col, COLUMNS_MAX));
}

void terminal_update(void)
{
    const char *bytes = NULL;
    size_t length = update_take(&bytes);
    terminal_write(bytes, length);
}

void terminal_bell(void)
{
    terminal_write("\a", 1);
}

static void step_aside(void)
{
    def_prog_mode();
    modes_leave();
    endwin();
}

static void step_back(void)
{
    reset_prog_mode();
    terminal_resize();
    modes_enter();
    clearok(curscr, TRUE);
}

/* --- Keys ---------------------------------------------------------------------------------------------- */

static Event paste_end(void)
{
    g_autofree char *bytes = g_string_free(g_steal_pointer(&terminal.paste), FALSE);
    return (Event){.kind = EVENT_PASTE, .pasted = g_utf8_make_valid(bytes, -1)};
}

/* Inside a paste nothing is a command, whatever it looks like. */
static void paste_take(gunichar character)
{
    if (terminal.paste->len < PASTE_MAX)
        g_string_append_unichar(terminal.paste, character == '\r' ? '\n' : character);
}

static Event character_event(gunichar character)
{
    Event event = {.kind = EVENT_STROKE};
    event.stroke = terminal_keys_control(character);
    if (event.stroke != STROKE_NONE)
        return event;
    if (!g_unichar_validate(character) || character < ' ' || (character >= 0x7F && character < 0xA0))
        return (Event){.kind = EVENT_STROKE}; /* a key without meaning still counts as one */
    event.stroke = stroke_of_character(character);
    event.text[g_unichar_to_utf8(character, event.text)] = '\0';
    return event;
}

static Event mouse_event(void)
{
    MEVENT mouse;
    if (getmouse(&mouse) != OK)
        return (Event){.kind = EVENT_STROKE};
    if (mouse.bstate & BUTTON4_PRESSED)
        return (Event){.kind = EVENT_STROKE, .stroke = STROKE_WHEEL_UP};
    if (mouse.bstate & BUTTON5_PRESSED)
        return (Event){.kind = EVENT_STROKE, .stroke = STROKE_WHEEL_DOWN};
    return (Event){.kind = EVENT_STROKE, .stroke = STROKE_CLICK, .row = mouse.y};
}

static Event key_event(int code)
{
    if (code == KEY_RESIZE || terminal_keys_is_no_key(code))
        return (Event){.kind = EVENT_NONE};
    if (code == KEY_MOUSE)
        return mouse_event();
    gunichar keypad_sign = terminal_keys_keypad(code);
    if (keypad_sign != 0)
        return character_event(keypad_sign);
    return (Event){.kind = EVENT_STROKE, .stroke = terminal_keys_named(code)};
}

/* Nothing could be read: either all is read, or there is an end where poll() promises bytes, three times in a row. */
static Event nothing_read(void)
{
    struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
    int bytes = 0;
    bool waiting = poll(&in, 1, 0) == 1;
    bool empty = waiting && (ioctl(STDIN_FILENO, FIONREAD, &bytes) != 0 || bytes == 0);
    terminal.empty_reads = empty ? terminal.empty_reads + 1 : 0;
    if (terminal.empty_reads >= EMPTY_READS_MAX || (waiting && in.revents & (POLLHUP | POLLERR | POLLNVAL)))
        terminal.gone = true;
    return (Event){.kind = terminal.gone ? EVENT_GONE : EVENT_NONE};
}

/* Bytes to characters.  Done here, because wget_wch() keeps a byte that is no UTF-8 and spoils what follows.
 * false: more bytes are needed, or there is nothing to be made of them. */
static bool decode(int byte, gunichar *character)
{
    bool follows = ((unsigned)byte & 0xC0) == 0x80;
    if (!follows)
        terminal.held = 0;
    if (!follows && byte < 0x80) {
        *character = (gunichar)byte;
        return true;
    }
    if (terminal.held >= sizeof terminal.bytes || (follows && terminal.held == 0))
        return false;
    terminal.bytes[terminal.held++] = (char)byte;
    gunichar decoded = g_utf8_get_char_validated(terminal.bytes, (gssize)terminal.held);
    if (decoded == (gunichar)-2)
        return false;
    terminal.held = 0;
    *character = decoded;
    return decoded != (gunichar)-1;
}

static Event paste_start(void)
{
    if (terminal.paste == NULL)
        terminal.paste = g_string_new(NULL);
    return (Event){.kind = EVENT_NONE};
}

/* EVENT_NONE: this byte or key alone is nothing yet. */
static Event taken(int code)
{
    gunichar character = 0;
    bool key = code >= KEY_MIN;
    if (key && terminal_keys_is_paste_start(code))
        return paste_start();
    if (key && terminal_keys_is_paste_end(code))
        return terminal.paste == NULL ? (Event){.kind = EVENT_NONE} : paste_end();
    if (key)
        return terminal.paste == NULL ? key_event(code) : (Event){.kind = EVENT_NONE};
    if (!decode(code, &character))
        return (Event){.kind = EVENT_NONE};
    if (terminal.paste == NULL)
        return character_event(character);
    paste_take(character);
    return (Event){.kind = EVENT_NONE};
}

static Event read_key(void)
{
    for (;;) {
        int code = wgetch(terminal.keys);
        if (code == ERR)
            return nothing_read();
        terminal.empty_reads = 0;
        Event event = taken(code);
        if (event.kind != EVENT_NONE)
            return event;
    }
}

Event terminal_event(void)
{
    static const EventKind kinds[] = {
        [SIGNAL_RESIZE] = EVENT_RESIZE, [SIGNAL_CHILD] = EVENT_CHILD,     [SIGNAL_LEAVE] = EVENT_LEAVE,
        [SIGNAL_HANGUP] = EVENT_GONE,   [SIGNAL_SUSPEND] = EVENT_SUSPEND, [SIGNAL_CONTINUE] = EVENT_CONTINUE,
    };
    SignalKind seen = signals_next();
    if (seen == SIGNAL_HANGUP)
        terminal.gone = true;
    if (seen == SIGNAL_CONTINUE)
        step_back(); /* whoever had the terminal meanwhile may have changed its modes */
    if (seen != SIGNAL_NONE)
        return (Event){.kind = kinds[seen]};
    return terminal.gone ? (Event){.kind = EVENT_GONE} : read_key();
}

void terminal_descriptors(int fds[2])
{
    fds[0] = STDIN_FILENO;
    fds[1] = signals_descriptor();
}

void terminal_hung_up(void)
{
    terminal.gone = true;
}

/* --- Giving the terminal away -------------------------------------------------------------------------- */

void terminal_suspend(void)
{
    if (!terminal.up)
        return; /* a screen that nobody sees has no shell behind it */
    step_aside();
    signals_stop_here();
    step_back();
}

bool terminal_run(char *const *argv, GError **error)
{
    int status = 0;
    g_autoptr(GError) trouble = NULL;
    if (!terminal.up)
        return fail(error, BELRONDE_ERROR_INPUT, _("There is no terminal to give to “%s”."), argv[0]);
    step_aside();
    bool ran = g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL,
                            NULL, NULL, &status, &trouble) &&
               g_spawn_check_wait_status(status, &trouble);
    step_back();
    return ran || fail(error, BELRONDE_ERROR_INPUT, _("“%s” did not run well: %s."), argv[0], trouble->message);
}
