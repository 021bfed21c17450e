/* belronde [OPTIONS] [COMMAND …]: options, then either the desk or a sub-command. */
#include "app.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "commands/command.h"
#include <locale.h>
#include <stdio.h>

typedef struct {
    DeskOptions desk;
    char *now;
    gboolean version;
} Options;

static Options options = {.desk = {.mode = STORE_CREATE}};

static const GOptionEntry entries[] = {
    {"db", 0, 0, G_OPTION_ARG_FILENAME, &options.desk.database, N_("the database"), "FILE"},
    {"config", 0, 0, G_OPTION_ARG_FILENAME, &options.desk.config, N_("the user's settings"), "FILE"},
    {"now", 0, 0, G_OPTION_ARG_STRING, &options.now, N_("work as if it were this moment"), "YYYY-MM-DDTHH:MM"},
    {"agent", 0, 0, G_OPTION_ARG_STRING, &options.desk.agent, N_("who is at the desk"), "NAME"},
    {"lang", 0, 0, G_OPTION_ARG_STRING, &options.desk.language, N_("language of the screens"), "nl|fr|en"},
    {"version", 0, 0, G_OPTION_ARG_NONE, &options.version, N_("print the version"), NULL},
    G_OPTION_ENTRY_NULL,
};

static char *command_list(void)
{
    size_t count = 0;
    const Command *all = command_all(&count);
    GString *text = g_string_new(_("Commands (without one: the desk):\n"));
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(text, "  %-10s %s\n", all[i].name, _(all[i].help));
    return g_string_free(text, FALSE);
}

/* Only the options before the command are ours: the command reads its own. */
static bool parse_options(int *argc, char ***argv, GError **error)
{
    g_autoptr(GOptionContext) context = g_option_context_new(_("[COMMAND …]"));
    g_option_context_add_main_entries(context, entries, GETTEXT_PACKAGE);
    g_option_context_set_strict_posix(context, TRUE);
    g_autofree char *list = command_list();
    g_option_context_set_description(context, list);
    return g_option_context_parse(context, argc, argv, error);
}

static int finish(int status, GError *error)
{
    if (error == NULL)
        return status;
    fprintf(stderr, "belronde: %s\n", error->message);
    g_error_free(error);
    return status == EXIT_DONE ? EXIT_REFUSED : status;
}

static int run_command(const Command *command, int argc, char **argv, GError **error)
{
    options.desk.mode = command->mode;
    g_autoptr(Desk) desk = desk_open(&options.desk, error);
    if (desk == NULL)
        return EXIT_REFUSED;
    for (guint i = 0; i < desk->notices->len; i++)
        fprintf(stderr, "belronde: %s\n", (const char *)g_ptr_array_index(desk->notices, i));
    return command->run(desk, argc, argv, error);
}

static int run_desk(GError **error)
{
    g_autoptr(Desk) desk = desk_open(&options.desk, error);
    return desk != NULL && desk_run(desk, error) ? EXIT_DONE : EXIT_REFUSED;
}

static int run(int argc, char **argv, GError **error)
{
    if (argc == 2 && g_str_equal(argv[1], "help"))
        argv[1] = "--help";
    if (!parse_options(&argc, &argv, error))
        return EXIT_REFUSED;
    if (options.desk.language != NULL)
        i18n_set_language(options.desk.language); /* also for what is said before the settings are read */
    if (options.version) {
        puts("belronde " BELRONDE_VERSION);
        return EXIT_DONE;
    }
    const char *now = options.now != NULL ? options.now : g_getenv("BELRONDE_NOW");
    if (now != NULL && *now != '\0' && !clock_fix(now, error))
        return EXIT_REFUSED;
    if (argc < 2)
        return run_desk(error);
    const Command *command = command_find(argv[1]);
    if (command == NULL) {
        fail(error, BELRONDE_ERROR_INPUT, _("There is no command “%s”. See belronde --help."), argv[1]);
        return EXIT_REFUSED;
    }
    return run_command(command, argc - 1, argv + 1, error);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    i18n_start(NULL);
    GError *error = NULL;
    int status = run(argc, argv, &error);
    return finish(status, error);
}
