#include "views/hand_out.h"

#include "app.h"
#include "base/i18n.h"
#include "base/text.h"
#include "overlay.h"
#include <string.h>

#define PRINTER "printer"

typedef struct {
    GBytes *bytes;
    char *name;
} HandOut;

static void hand_out_free(gpointer data)
{
    HandOut *out = data;
    g_bytes_unref(out->bytes);
    g_free(out->name);
    g_free(out);
}

static HandOut *hand_out_copy(const HandOut *from)
{
    HandOut *out = g_new0(HandOut, 1);
    *out = (HandOut){.bytes = g_bytes_ref(from->bytes), .name = g_strdup(from->name)};
    return out;
}

/* --- Into a file ------------------------------------------------------------------------------------------- */

/* "~/letter.pdf" as a shell would read it. */
static char *path_typed(const char *typed)
{
    g_autofree char *clean = g_strstrip(g_strdup(typed));
    return g_str_has_prefix(clean, "~/") ? g_build_filename(g_get_home_dir(), clean + 2, NULL)
                                         : g_steal_pointer(&clean);
}

static char *path_problem(const char *typed, gpointer data)
{
    (void)data;
    g_autofree char *path = path_typed(typed), *folder = g_path_get_dirname(path);
    if (*path == '\0' || g_file_test(path, G_FILE_TEST_IS_DIR))
        return g_strdup(_("name a file"));
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return g_strdup(_("it exists already: another name"));
    return g_file_test(folder, G_FILE_TEST_IS_DIR) ? NULL : g_strdup(_("there is no such folder"));
}

static Next path_given(View *owner, const char *typed, gpointer data)
{
    const HandOut *out = data;
    GError *error = NULL;
    gsize length = 0;
    (void)owner;
    if (typed == NULL)
        return next_redraw();
    g_autofree char *path = path_typed(typed);
    const char *bytes = g_bytes_get_data(out->bytes, &length);
    if (!g_file_set_contents_full(path, bytes, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
        return next_error(error);
    return next_say(next_redraw(), g_strdup_printf(_("Written to %s."), path));
}

static Next path_ask(const HandOut *out)
{
    g_autofree char *text = g_strdup_printf("~/%s", out->name);
    const Prompt prompt = {.label = _("Save as"),
                           .text = text,
                           .check = path_problem,
                           .help = N_("Where the document is written; nothing that is there is overwritten.")};
    return next_ask(prompt_new(&prompt), path_given, hand_out_copy(out), hand_out_free);
}

/* --- On paper ---------------------------------------------------------------------------------------------- */

static void printed(App *app, bool ok, const char *output, gpointer data)
{
    (void)output, (void)data;
    if (ok)
        app_say(app, MESSAGE_TOAST, g_strdup(_("Sent to the printer.")));
}

static Next to_printer(View *owner, const HandOut *out)
{
    g_auto(GStrv) words = settings_command(app_desk(owner->app)->settings, "outbox", "print");
    app_spawn_bytes(owner->app, (const char *const *)words, out->bytes, printed, NULL);
    return next_say(next_redraw(), g_strdup(_("Printing …")));
}

static Next way_picked(View *owner, const char *way, gpointer data)
{
    if (way == NULL)
        return next_redraw();
    return strcmp(way, PRINTER) == 0 ? to_printer(owner, data) : path_ask(data);
}

Next hand_out(View *view, GBytes *bytes, const char *name, bool paper)
{
    const HandOut out = {.bytes = bytes, .name = (char *)name};
    const char *command = settings_text(app_desk(view->app)->settings, "outbox", "print");
    if (!paper || *command == '\0')
        return path_ask(&out);
    const Pick picks[] = {{PRINTER, "1", _("print"), command}, {"file", "2", _("save as a file"), name}};
    return next_ask(choose_new(_("On paper or into a file?"), picks, G_N_ELEMENTS(picks), NULL, false), way_picked,
                    hand_out_copy(&out), hand_out_free);
}
