#include "app_inside.h"
#include "base/i18n.h"
#include "base/text.h"
#include <glib/gstdio.h>
#include <string.h>

enum { MESSAGES_MAX = 2000, COPY_MAX = 200 };

Desk *app_desk(const App *app)
{
    return app->desk;
}

const Keymap *app_keymap(const App *app)
{
    return app->keymap;
}

const Theme *app_theme(const App *app)
{
    return &app->theme;
}

void app_say(App *app, MessageKind kind, char *message)
{
    Now now = clock_now();
    Message *row = g_new0(Message, 1);
    row->text = text_clean(message);
    row->kind = kind;
    row->when = (Moment){.day = now.day, .minute = now.minute};
    g_free(message);
    bool covered = app->shown != NULL && app->shown->kind == MESSAGE_ERROR && kind == MESSAGE_TOAST;
    app->shown = covered ? app->shown : row; /* an error stays until Esc */
    if (app->messages->len >= MESSAGES_MAX && g_ptr_array_index(app->messages, 0) != app->shown)
        g_ptr_array_remove_index(app->messages, 0);
    g_ptr_array_add(app->messages, row);
    app->dirty = true;
}

void app_later(App *app, const Action *action)
{
    g_ptr_array_add(app->later, (gpointer)action);
}

void app_save_hook(App *app, void (*save)(gpointer data), gpointer data)
{
    app->save = save;
    app->save_data = data;
}

/* --- The call ------------------------------------------------------------------------------------------- */

const Call *app_call(const App *app)
{
    return &app->call;
}

/* Nothing but + and digits reaches an outside program. */
static char *plain_number(const char *phone)
{
    GString *plain = g_string_new(NULL);
    for (const char *at = phone; *at != '\0'; at++)
        if (g_ascii_isdigit(*at) || (*at == '+' && plain->len == 0))
            g_string_append_c(plain, *at);
    return g_string_free(plain, FALSE);
}

static const char *number_value(const char *name, void *data)
{
    return strcmp(name, "number") == 0 ? data : NULL;
}

static void run_phone(App *app, char **template, const char *phone)
{
    if (template == NULL || *template == NULL)
        return;
    g_autofree char *number = plain_number(phone);
    g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func(g_free);
    for (char **word = template; *word != NULL; word++)
        g_ptr_array_add(argv, text_fill(*word, number_value, number));
    g_ptr_array_add(argv, NULL);
    app_spawn(app, (const char *const *)argv->pdata, NULL, NULL, NULL);
}

void app_call_start(App *app, gint64 customer_id, const char *name, const char *phone)
{
    app_call_stop(app);
    app->call = (Call){.customer_id = customer_id,
                       .name = g_strdup(name),
                       .phone = g_strdup(phone),
                       .started = clock_monotonic_ms(),
                       .started_utc = clock_now().utc};
    app->dirty = true;
    run_phone(app, app->options.dial, phone);
}

int app_call_seconds(const App *app)
{
    return app->call.customer_id == 0 ? 0 : (int)((clock_monotonic_ms() - app->call.started) / 1000);
}

int app_call_stop(App *app)
{
    int seconds = app_call_seconds(app);
    if (app->call.customer_id == 0)
        return 0;
    run_phone(app, app->options.hang_up, app->call.phone);
    g_free(app->call.name);
    g_free(app->call.phone);
    app->call = (Call){0};
    app->dirty = true;
    return seconds;
}

char *app_call_clock(const App *app)
{
    int seconds = app_call_seconds(app);
    return g_strdup_printf("%02d:%02d", seconds / 60, seconds % 60);
}

/* --- Clipboard and alarm --------------------------------------------------------------------------------- */

void app_copy(App *app, const char *text)
{
    g_autofree char *clean = text_clean_lines(text); /* what a QR code holds is lines */
    size_t length = strlen(clean);
    if (length == 0 || length >= COPY_MAX) {
        app_say(app, MESSAGE_TOAST,
                g_strdup(length == 0 ? _("There is nothing to copy.") : _("That is too long to copy.")));
        return;
    }
    g_autofree char *coded = g_base64_encode((const guchar *)clean, length);
    g_autofree char *sequence = g_strdup_printf("\033]52;c;%s\a", coded);
    terminal_write(sequence, strlen(sequence));
    app_say(app, MESSAGE_TOAST, g_strdup_printf(_("Sent to the terminal's clipboard: %s"), clean));
}

void app_alarm(App *app, const char *title, const char *notice)
{
    g_free(app->alarm);
    app->alarm = text_clean(title);
    app->dirty = true;
    terminal_bell();
    bool osc777 = g_strcmp0(app->options.notify, "osc777") == 0, osc9 = g_strcmp0(app->options.notify, "osc9") == 0;
    if (notice == NULL || (!osc777 && !osc9))
        return;
    g_autofree char *clean = text_clean(notice);
    g_autofree char *sequence =
        g_strdup_printf(osc777 ? "\033]777;notify;Belronde;%s\a" : "\033]9;%s\a", g_strdelimit(clean, ";", ','));
    terminal_write(sequence, strlen(sequence));
}

/* --- The editor ------------------------------------------------------------------------------------------- */

void app_edit(App *app, const char *text, ViewReply done, gpointer data)
{
    g_free(app->edit.text);
    app->edit = (Edit){.text = g_strdup(text), .done = done, .data = data, .view = app_top(app)};
}

static char **editor_words(const App *app)
{
    const char *names[] = {g_getenv("VISUAL"), g_getenv("EDITOR"), "nano"};
    if (app->options.editor != NULL)
        return g_strdupv(app->options.editor);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        char **words = NULL;
        if (names[i] != NULL && *names[i] != '\0' && g_shell_parse_argv(names[i], NULL, &words, NULL))
            return words;
    }
    return NULL;
}

static char *edited(const App *app, const char *text, GError **error)
{
    g_autofree char *path = NULL;
    char *after = NULL;
    int file = g_file_open_tmp("belronde-XXXXXX.txt", &path, error);
    if (file < 0 || !g_close(file, error) || !g_file_set_contents(path, text, -1, error))
        return NULL;
    g_auto(GStrv) words = editor_words(app);
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    for (char **word = words; word != NULL && *word != NULL; word++)
        g_ptr_array_add(argv, *word);
    g_ptr_array_add(argv, path);
    g_ptr_array_add(argv, NULL);
    if (terminal_run((char *const *)argv->pdata, error))
        g_file_get_contents(path, &after, NULL, error);
    (void)g_remove(path);
    return after;
}

void app_carry_out_edit(App *app)
{
    Edit edit = app->edit;
    app->edit = (Edit){0};
    if (edit.text == NULL)
        return;
    g_autoptr(GError) error = NULL;
    g_autofree char *text = edit.text;
    g_autofree char *after = edited(app, text, &error);
    app_size(app);
    if (after == NULL)
        app_say(app, MESSAGE_ERROR, g_strdup(error->message));
    else if (g_ptr_array_find(app->stack, edit.view, NULL))
        app_perform(app, edit.view, edit.done(edit.view, after, edit.data));
}

/* --- This very program ------------------------------------------------------------------------------------- */

GPtrArray *app_own_command(const App *app, const char *const *words)
{
    const Desk *desk = app->desk;
    GPtrArray *argv = g_ptr_array_new_with_free_func(g_free);
    const char *const first[] = {
        app->program, "--db",   store_path(desk->store), "--config", settings_user_path(desk->settings), "--agent",
        desk->agent,  "--lang", desk->language};
    for (size_t i = 0; i < G_N_ELEMENTS(first); i++)
        g_ptr_array_add(argv, g_strdup(first[i]));
    if (clock_is_fixed()) {
        Now now = clock_now();
        g_autofree char *day = day_iso(now.day), *minute = minute_text(now.minute);
        g_ptr_array_add(argv, g_strdup("--now"));
        g_ptr_array_add(argv, g_strdup_printf("%sT%s", day, minute));
    }
    for (const char *const *word = words; *word != NULL; word++)
        g_ptr_array_add(argv, g_strdup(*word));
    g_ptr_array_add(argv, NULL);
    return argv;
}
