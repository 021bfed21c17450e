/* The courier beside the desk: what may leave is sent by a program of its own, so that nobody waits for a mail server.
 */
#include "app_inside.h"
#include "base/i18n.h"
#include "paper/courier.h"

enum { LOOK_MS = 5000, SAID_MOST = 20 /* lines */ };

/* The outbox shows what became of each document; here that somebody must look, and in the messages what the courier
 * said of it.  Of one that brought all away nobody need hear. */
static void courier_ended(App *app, bool ok, const char *output, gpointer data)
{
    (void)output, (void)data;
    app->courier = false;
    app_reload_all(app);
    for (guint i = 0; !ok && i < app->courier_said->len; i++)
        app_say(app, MESSAGE_TOAST, g_strdup(g_ptr_array_index(app->courier_said, i)));
    g_ptr_array_set_size(app->courier_said, 0);
    if (!ok)
        app_say(app, MESSAGE_ERROR, g_strdup(_("Not everything has left: 4 shows what, and why.")));
}

static void courier_hear(App *app, const char *line, gpointer data)
{
    (void)data;
    if (*line != '\0' && app->courier_said->len < SAID_MOST)
        g_ptr_array_add(app->courier_said, g_strdup(line));
}

void app_outbox_tick(App *app)
{
    g_autoptr(GError) trouble = NULL;
    static const char *const words[] = {"outbox", "send", NULL};
    int seconds = -1;
    gint64 now = clock_monotonic_ms();
    if (app->desk == NULL || app->program == NULL || app->courier || now - app->outbox_looked < LOOK_MS)
        return;
    app->outbox_looked = now;
    if (!courier_next(app->desk, &seconds, &trouble) || seconds != 0)
        return;
    g_autoptr(GPtrArray) argv = app_own_command(app, words);
    app->courier = app_spawn_lines(app, (const char *const *)argv->pdata, NULL, courier_hear, courier_ended, NULL) != 0;
}

void app_outbox_hurry(App *app)
{
    app->outbox_looked = clock_monotonic_ms() - LOOK_MS;
}
