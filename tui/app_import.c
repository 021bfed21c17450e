/* Imports beside the desk, and what waits for one in the watched folders. */
#include "app_inside.h"
#include "base/i18n.h"
#include "base/text.h"
#include "commands/import_progress.h"
#include "desk/bank_state.h"
#include "views/inbox_view.h"

#include <signal.h>
#include <string.h>

enum {
    SLICE = 24 * 1024 * 1024 /* bytes read at one look: a tenth of a second */,
    AGAIN_MS = 1000,
    TEXT_MOST = 4 << 20
};

/* --- The watched folders ------------------------------------------------------------------------------------ */

const Inbox *app_inbox(const App *app)
{
    return app->inbox;
}

static bool is_watching(const App *app)
{
    return app->inbox != NULL && *settings_text(app->desk->settings, "import", "watch") != '\0';
}

static char *import_key(const App *app)
{
    return keymap_keys(app->keymap, action_row(ACTION_IMPORT), CONTEXT_QUEUE);
}

static char *new_files_words(const App *app, int count)
{
    g_autofree char *keys = import_key(app);
    return g_strdup_printf(NP_("%d new file: %s imports it", "%d new files: %s imports them", count), count, keys);
}

void app_inbox_look(App *app)
{
    g_autoptr(GError) trouble = NULL;
    if (!is_watching(app) || app->import.pid != 0)
        return;
    Ledger ledger = desk_ledger(app->desk);
    app->inbox_looked = clock_monotonic_ms();
    if (!inbox_look(app->inbox, &ledger, SLICE, &trouble)) {
        app_say(app, MESSAGE_ERROR, g_strdup(trouble->message));
        return;
    }
    int count = inbox_count(app->inbox);
    if (count > app->inbox_said)
        app_say(app, MESSAGE_TOAST, new_files_words(app, count));
    app->dirty = app->dirty || count != app->inbox_said;
    app->inbox_said = count;
}

void app_import_open(App *app)
{
    app->import.text = g_string_new(NULL);
    app->bank_warned[0] = app->bank_warned[1] = DAY_NONE;
    if (app->desk == NULL)
        return;
    app->program = g_file_read_link("/proc/self/exe", NULL);
    app->inbox = inbox_new();
}

void app_import_free(App *app)
{
    inbox_free(app->inbox);
    g_free(app->program);
    g_free(app->import.name);
    g_string_free(app->import.text, TRUE);
}

int app_import_wait_ms(const App *app)
{
    if (!is_watching(app) || inbox_waiting(app->inbox) == 0 || app->import.pid != 0)
        return -1;
    return (int)CLAMP(app->inbox_looked + AGAIN_MS - clock_monotonic_ms(), 10, AGAIN_MS);
}

void app_import_tick(App *app, bool minute_turned)
{
    if (!is_watching(app))
        return;
    bool again = inbox_waiting(app->inbox) > 0 && clock_monotonic_ms() - app->inbox_looked >= AGAIN_MS;
    if (minute_turned || again || app->inbox_looked == 0)
        app_inbox_look(app);
}

char *app_inbox_words(const App *app)
{
    const ImportRun *run = &app->import;
    if (run->pid != 0) {
        g_autofree char *words = progress_words(&run->progress);
        return g_strdup_printf(_("Importing %d of %d: %s"), MAX(1, run->file), MAX(1, run->files), words);
    }
    int count = app->inbox == NULL || !is_watching(app) ? 0 : inbox_count(app->inbox);
    return count > 0 ? new_files_words(app, count) : NULL;
}

/* --- The bank -------------------------------------------------------------------------------------------------- */

void app_bank_warn(App *app, bool calling)
{
    g_autoptr(GError) trouble = NULL;
    Day today = clock_today();
    const BankState *bank = app->desk == NULL ? NULL : desk_bank(app->desk, &trouble);
    if (trouble != NULL)
        app_say(app, MESSAGE_ERROR, g_strdup(trouble->message));
    if (bank == NULL || bank->warning == NULL || day_compare(app->bank_warned[calling], today) == 0)
        return;
    app->bank_warned[calling] = today;
    app_say(app, MESSAGE_TOAST, g_strdup(bank->warning));
}

/* --- The import --------------------------------------------------------------------------------------------- */

const ImportRun *app_import(const App *app)
{
    return &app->import;
}

/* A line of progress: file, files, bytes, total, name. */
static void progress_hear(App *app, const char *line)
{
    ImportRun *run = &app->import;
    g_auto(GStrv) cells = g_strsplit(line, "\t", 5);
    gint64 numbers[4];
    if (g_strv_length(cells) != 5)
        return;
    for (int i = 0; i < 4; i++)
        if (!ini_integer(cells[i], 0, G_MAXINT64, &numbers[i]))
            return;
    if (run->file != (int)numbers[0])
        progress_start(&run->progress);
    run->file = (int)numbers[0];
    run->files = (int)numbers[1];
    progress_report(&run->progress, numbers[2], numbers[3]);
    g_free(run->name);
    run->name = text_clean(cells[4]);
}

static void import_hear(App *app, const char *line, gpointer data)
{
    ImportRun *run = &app->import;
    (void)data;
    app->dirty = true;
    if (*line == IMPORT_PROGRESS_SIGN) {
        progress_hear(app, line + 1);
    } else if (run->text->len < TEXT_MOST) {
        g_autofree char *clean = text_clean_lines(line);
        bool indented = g_str_has_prefix(line, "  ");
        g_string_append_printf(run->text, "%s%s\n", indented ? "  " : "", clean);
    }
}

static void import_ended(App *app, bool ok, const char *output, gpointer data)
{
    ImportRun *run = &app->import;
    g_autofree char *key = import_key(app);
    (void)ok, (void)output, (void)data;
    run->pid = 0;
    run->finished = true;
    inbox_free(app->inbox); /* the import has written what it refused */
    app->inbox = inbox_new();
    app->inbox_said = G_MAXINT; /* what is left over is known: no toast about it */
    app_inbox_look(app);
    if (is_watching(app))
        app->inbox_said = inbox_count(app->inbox);
    app_reload_all(app);
    if (strcmp(app_top(app)->kind->name, "inbox") != 0)
        app_say(app, MESSAGE_TOAST, g_strdup_printf(_("The import is done; %s shows what it brought."), key));
}

bool app_import_start(App *app, const char *const *words)
{
    ImportRun *run = &app->import;
    if (run->pid != 0 || app->program == NULL) {
        g_autofree char *key = import_key(app);
        app_say(app, MESSAGE_TOAST, g_strdup_printf(_("An import is running already; %s shows it."), key));
        return false;
    }
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    g_ptr_array_add(all, "import");
    g_ptr_array_add(all, "--tells-desk");
    for (const char *const *word = words; *word != NULL; word++)
        g_ptr_array_add(all, (char *)*word);
    g_ptr_array_add(all, NULL);
    g_autoptr(GPtrArray) argv = app_own_command(app, (const char *const *)all->pdata);
    g_string_truncate(run->text, 0);
    g_clear_pointer(&run->name, g_free);
    run->file = run->files = 0;
    run->finished = false;
    progress_start(&run->progress);
    run->pid = app_spawn_lines(app, (const char *const *)argv->pdata, NULL, import_hear, import_ended, NULL);
    app->dirty = true;
    return run->pid != 0;
}

void app_import_stop(App *app)
{
    if (app->import.pid != 0)
        (void)kill(app->import.pid, SIGINT);
}

void app_import_read(App *app)
{
    app->import.finished = false;
    g_string_truncate(app->import.text, 0);
}

/* --- The keys ------------------------------------------------------------------------------------------------ */

Next app_act_import(View *view, const Action *action)
{
    App *app = view->app;
    (void)action;
    if (app->inbox == NULL)
        return next_aside();
    if (strcmp(app_top(app)->kind->name, "inbox") == 0)
        return next_nothing();
    app_inbox_look(app);
    return next_push(inbox_view_new(app));
}
