#include "commands/log.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/when.h"
#include "commands/command.h"
#include "commands/output.h"
#include "desk/outcome.h"
#include <string.h>

/* FIELD=VALUE arguments; `take` gets each pair. */
typedef bool (*TakePair)(const char *name, const char *value, void *data, GError **error);

static bool each_pair(int argc, char **argv, TakePair take, void *data, GError **error)
{
    for (int i = 0; i < argc; i++) {
        const char *equals = strchr(argv[i], '=');
        if (equals == NULL || equals == argv[i])
            return fail(error, BELRONDE_ERROR_INPUT, _("“%s” is no FIELD=VALUE."), argv[i]);
        g_autofree char *name = g_strndup(argv[i], (gsize)(equals - argv[i]));
        if (!take(name, equals + 1, data, error))
            return false;
    }
    return true;
}

static bool take_field(const char *name, const char *value, void *form, GError **error)
{
    return form_set_named(form, name, value, error);
}

static gint64 spoken_contact(const Card *card, const char *name)
{
    for (guint i = 0; name != NULL && i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        if (g_ascii_strcasecmp(contact->name, name) == 0)
            return contact->id;
    }
    return card->ask_contact_id;
}

typedef struct {
    char *note, *spoken_to;
    int duration;
} LogOptions;

static int log_outcome(Desk *desk, gint64 customer_id, const Outcome *outcome, const LogOptions *options, int argc,
                       char **argv, GError **error)
{
    g_autoptr(Card) card = card_load(desk, customer_id, error);
    if (card == NULL)
        return EXIT_REFUSED;
    g_autoptr(Form) form = form_new(desk, card, outcome, error);
    if (form == NULL || !each_pair(argc, argv, take_field, form, error))
        return EXIT_REFUSED;
    g_autofree char *op = store_operation_id();
    OutcomeCall call = {.op = op,
                        .duration = options->duration,
                        .contact_id = spoken_contact(card, options->spoken_to),
                        .note = options->note != NULL ? options->note : ""};
    OutcomeDone done = {0};
    if (!outcome_log(desk, form, &call, &done, error))
        return EXIT_REFUSED;
    output_text(done.toast);
    outcome_done_clear(&done);
    return EXIT_DONE;
}

bool log_pairs(Desk *desk, gint64 customer_id, const char *outcome, const char *const *pairs, GError **error)
{
    const LogOptions options = {0};
    return log_outcome(desk, customer_id, playbook_outcome(desk->playbook, outcome), &options,
                       (int)g_strv_length((char **)pairs), (char **)pairs, error) == EXIT_DONE;
}

typedef struct {
    char *until, *reason;
} Snooze;

static bool take_snooze(const char *name, const char *value, void *data, GError **error)
{
    Snooze *snooze = data;
    char **place = g_str_equal(name, "until") ? &snooze->until : g_str_equal(name, "reason") ? &snooze->reason : NULL;
    if (place == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("snooze takes until=DAY and reason=TEXT, not “%s”."), name);
    g_free(*place);
    *place = g_strdup(value);
    return true;
}

static bool snooze_until(Desk *desk, const Snooze *snooze, Moment *until, GError **error)
{
    if (snooze->until == NULL || snooze->reason == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("snooze needs until=DAY and reason=TEXT."));
    Now now = clock_now();
    WhenRules rules = {.calendar = desk->calendar,
                       .country = settings_text(desk->settings, "belronde", "country"),
                       .now = {now.day, now.minute},
                       .roll = WHEN_BUSINESS_DAY,
                       .default_minute = MINUTE_NONE,
                       .languages = desk->language};
    return when_parse(snooze->until, &rules, until, NULL, error);
}

static int log_snooze(Desk *desk, gint64 customer_id, int argc, char **argv, GError **error)
{
    Snooze snooze = {0};
    Moment until = {DAY_NONE, MINUTE_NONE};
    g_autofree char *toast = NULL, *op = store_operation_id();
    bool done = each_pair(argc, argv, take_snooze, &snooze, error) && snooze_until(desk, &snooze, &until, error) &&
                outcome_snooze(desk, customer_id, until, snooze.reason, op, &toast, error);
    g_free(snooze.until);
    g_free(snooze.reason);
    if (done)
        output_text(toast);
    return done ? EXIT_DONE : EXIT_REFUSED;
}

static int log_skip(Desk *desk, gint64 customer_id, GError **error)
{
    g_autofree char *op = store_operation_id();
    if (!outcome_skip(desk, customer_id, op, error))
        return EXIT_REFUSED;
    output_text(_("Put to the end of today."));
    return EXIT_DONE;
}

int command_log(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *note = NULL, *spoken_to = NULL;
    int duration = 0;
    const GOptionEntry entries[] = {
        {"note", 0, 0, G_OPTION_ARG_STRING, &note, N_("free text"), "TEXT"},
        {"spoken-to", 0, 0, G_OPTION_ARG_STRING, &spoken_to, N_("contact spoken to"), "NAME"},
        {"duration", 0, 0, G_OPTION_ARG_INT, &duration, N_("seconds on the telephone"), "N"},
        G_OPTION_ENTRY_NULL,
    };
    if (!command_options(command_find("log"), entries, &argc, &argv, error))
        return EXIT_REFUSED;
    gint64 customer_id = 0;
    if (argc < 3) {
        fail(error, BELRONDE_ERROR_INPUT, _("log needs a customer and an outcome: belronde log 10418 promise by=fri"));
        return EXIT_REFUSED;
    }
    if (!desk_customer(desk, argv[1], &customer_id, error))
        return EXIT_REFUSED;
    if (g_str_equal(argv[2], "skip"))
        return log_skip(desk, customer_id, error);
    if (g_str_equal(argv[2], "snooze"))
        return log_snooze(desk, customer_id, argc - 3, argv + 3, error);
    const Outcome *outcome = playbook_outcome(desk->playbook, argv[2]);
    if (outcome == NULL) {
        fail(error, BELRONDE_ERROR_INPUT, _("The playbook has no outcome “%s”: use its letter, code or name."),
             argv[2]);
        return EXIT_REFUSED;
    }
    LogOptions options = {.note = note, .spoken_to = spoken_to, .duration = duration};
    return log_outcome(desk, customer_id, outcome, &options, argc - 3, argv + 3, error);
}

int command_undo(Desk *desk, int argc, char **argv, GError **error)
{
    if (!command_options(command_find("undo"), NULL, &argc, &argv, error))
        return EXIT_REFUSED;
    g_autofree char *op = store_operation_id(), *toast = NULL;
    gint64 customer_id = 0;
    if (!outcome_undo(desk, 0, op, &customer_id, &toast, error))
        return EXIT_REFUSED;
    output_text(toast);
    return EXIT_DONE;
}
