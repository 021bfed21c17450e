#include "commands/command.h"

#include "base/i18n.h"

static const Command commands[] = {
    {"import", "[--dry-run] [--profile NAME] [--full] [--recursive] FILE|FOLDER... | --watched | --learn FILE",
     N_("book open-items lists and bank statements"), STORE_CREATE, command_import},
    {"receipts", "[--which WHICH] [accept|choices|choose|assign|account|not-ours|undo|show|learned|forget ...]",
     N_("what the bank brought, what it was matched with, what needs a person"), STORE_CREATE, command_receipts},
    {"queue", "[--agent NAME] [--all] [--done] [WORDS...]", N_("today's calls, in order, with the reasons"),
     STORE_CREATE, command_queue},
    {"show", "CUSTOMER", N_("the whole story of one customer"), STORE_CREATE, command_show},
    {"find", "[--closed] WORDS...", N_("find customers by anything"), STORE_CREATE, command_find_customers},
    {"log", "CUSTOMER OUTCOME FIELD=VALUE... [--note TEXT]", N_("log the outcome of a call"), STORE_CREATE,
     command_log},
    {"undo", "", N_("undo the last outcome of today"), STORE_CREATE, command_undo},
    {"report", "[--day DAY] [--agent NAME] [--print]", N_("the report of a day"), STORE_CREATE, command_report},
    {"agenda", "[--days N]", N_("what is planned for the coming days"), STORE_CREATE, command_agenda},
    {"outbox", "[list [--since DAY] | send | left ID | again ID | now ID | copy ID | recall ID|all]",
     N_("documents waiting to leave"), STORE_CREATE, command_outbox},
    {"letter", "CUSTOMER DOCUMENT | --due [--send] [CUSTOMER...]",
     N_("a letter as it would leave now, and the letters due today"), STORE_CREATE, command_letter},
    {"cadence", "[CUSTOMER] | --try FILE | --take FILE [--yes]",
     N_("calls and letters in order, the way of a customer, what another file would change"), STORE_CREATE,
     command_cadence},
    {"plan", "[--all] [CUSTOMER [approve | refuse | cancel | call-in] [--why TEXT]]",
     N_("payment plans: how far each is, a supervisor's answer, the end of one"), STORE_CREATE, command_plan},
    {"disputes", "[--all] [CUSTOMER]", N_("what customers contest, who answers by when"), STORE_CREATE,
     command_disputes},
    {"claim", "CUSTOMER|--all [--day DAY] [--output FILE]",
     N_("what a customer owes on a day, with interest and costs"), STORE_CREATE, command_claim},
    {"handover", "CUSTOMER [--to WHOM] [--output FOLDER]", N_("the file of a customer for lawyer, bailiff or agency"),
     STORE_CREATE, command_handover},
    {"holds", "[--since DAY] [--output FILE]", N_("who gets no delivery or pays in advance, limits and deadlines"),
     STORE_CREATE, command_holds},
    {"overview", "", N_("ageing, promises and desks at a glance"), STORE_CREATE, command_overview},
    {"calc", "[NAME [--explain|--keys] KEY=VALUE...]", N_("interest, costs and legal days for any question"),
     STORE_CREATE, command_calc},
    {"settings", "[SECTION.KEY [VALUE]]", N_("show the settings or change one"), STORE_CREATE, command_settings},
    {"keys", "", N_("every key and command of the desk"), STORE_CREATE, command_keys},
    {"check", "[--repair]", N_("prove that database, playbook and settings are sound"), STORE_CREATE, command_check},
    {"backup", "FILE", N_("a verified copy of the database"), STORE_EXISTING, command_backup},
};

const Command *command_all(size_t *count)
{
    *count = G_N_ELEMENTS(commands);
    return commands;
}

const Command *command_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
        if (g_str_equal(commands[i].name, name))
            return &commands[i];
    }
    return NULL;
}

bool command_options(const Command *command, const GOptionEntry *entries, int *argc, char ***argv, GError **error)
{
    g_autoptr(GOptionContext) context = g_option_context_new(command->usage);
    g_option_context_set_summary(context, _(command->help));
    if (entries != NULL)
        g_option_context_add_main_entries(context, entries, NULL);
    g_autofree char *program = g_strdup_printf("belronde %s", command->name);
    g_set_prgname(program);
    return g_option_context_parse(context, argc, argv, error);
}
