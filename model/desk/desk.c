/* Opening the desk: an array of stages.  A stage that fails leaves a desk that desk_close can close. */
#include "desk/desk.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/agents.h"
#include "desk/bank_state.h"
#include "desk/touchpoint.h"
#include "ledger/account.h"
#include "rules/weights.h"
#include <stddef.h>
#include <string.h>

/* --- Settings ----------------------------------------------------------------------------------------- */

static bool settings_stage(Desk *desk, const DeskOptions *options, GError **error)
{
    desk->settings = settings_load(options->config, error);
    return desk->settings != NULL;
}

static bool language_stage(Desk *desk, const DeskOptions *options, GError **error)
{
    (void)error;
    const char *wanted = options->language;
    if (wanted == NULL || *wanted == '\0')
        wanted = settings_text(desk->settings, "belronde", "language");
    i18n_start(strcmp(wanted, "auto") == 0 ? NULL : wanted);
    desk->language = g_strdup(i18n_language());
    return true;
}

static bool weights_stage(Desk *desk, const DeskOptions *options, GError **error)
{
    (void)options, (void)error;
    desk->weights = settings_priority_weights(desk->settings);
    desk->limits = settings_behaviour_limits(desk->settings);
    return true;
}

/* --- The clock's zone --------------------------------------------------------------------------------- */

/* "Europe/Brussels" out of /usr/share/zoneinfo/Europe/Brussels; NULL when it says nothing of the kind. */
static char *zone_of_path(const char *path)
{
    const char *folder = path != NULL ? strstr(path, "zoneinfo/") : NULL;
    return folder != NULL ? g_strdup(folder + strlen("zoneinfo/")) : NULL;
}

static char *zone_name(void)
{
    const char *tz = g_getenv("TZ");
    if (tz != NULL && *tz == ':')
        tz++;
    if (tz != NULL && *tz != '\0')
        return *tz != '/' ? g_strdup(tz) : zone_of_path(tz);
    g_autofree char *link = g_file_read_link("/etc/localtime", NULL), *named = zone_of_path(link), *text = NULL;
    if (named == NULL && g_file_get_contents("/etc/timezone", &text, NULL, NULL))
        return g_strdup(g_strstrip(text));
    return g_steal_pointer(&named);
}

static bool zone_stage(Desk *desk, const DeskOptions *options, GError **error)
{
    (void)options, (void)error;
    desk->zone = zone_name();
    if (desk->zone == NULL)
        desk->zone = g_strdup("");
    return true;
}

/* --- The trade as data -------------------------------------------------------------------------------- */

/* house NULL: only the shipped file.  Playbook, profiles and rates lay one over the other, the others are taken whole.
 */
typedef gpointer (*DataRead)(const Desk *desk, const char *shipped, const char *house, GError **error);

static gpointer calendar_read(const Desk *desk, const char *shipped, const char *house, GError **error)
{
    (void)desk;
    return calendar_load(house != NULL ? house : shipped, error);
}

static gpointer cadence_read(const Desk *desk, const char *shipped, const char *house, GError **error)
{
    (void)desk;
    return cadence_load(house != NULL ? house : shipped, error);
}

Ini *desk_profiles_load(bool house, GError **error)
{
    g_autofree char *shipped = path_shipped("import.ini");
    g_autofree char *shared = path_house_config("import.ini"), *own = path_user_config("import.ini");
    const char *const over[] = {shared, own};
    g_autoptr(Ini) profiles = ini_load(shipped, error);
    for (size_t i = 0; profiles != NULL && house && i < G_N_ELEMENTS(over); i++) {
        if (!g_file_test(over[i], G_FILE_TEST_EXISTS))
            continue;
        Ini *below = g_steal_pointer(&profiles);
        profiles = ini_load(over[i], error);
        if (profiles != NULL)
            ini_lay(profiles, below);
        ini_free(below);
    }
    return g_steal_pointer(&profiles);
}

static gpointer profiles_read(const Desk *desk, const char *shipped, const char *house, GError **error)
{
    (void)desk, (void)shipped;
    return desk_profiles_load(house != NULL, error);
}

static gpointer playbook_read(const Desk *desk, const char *shipped, const char *house, GError **error)
{
    return playbook_load(shipped, house, desk->language, error);
}

static gpointer rates_read(const Desk *desk, const char *shipped, const char *house, GError **error)
{
    (void)desk, (void)shipped;
    return rates_open(house != NULL, error);
}

static const struct {
    const char *name;
    DataRead read;
    size_t offset;
} DATA[] = {
    {"calendar.ini", calendar_read, offsetof(Desk, calendar)},
    {"cadence.ini", cadence_read, offsetof(Desk, cadence)},
    {"import.ini", profiles_read, offsetof(Desk, profiles)},
    {"playbook.ini", playbook_read, offsetof(Desk, playbook)},
    {"rates.ini", rates_read, offsetof(Desk, rates)},
};

/* A broken file of the house must not close the desk: the shipped one is used, and the desk says so. */
static gpointer house_or_shipped(Desk *desk, const char *name, DataRead read, GError **error)
{
    g_autofree char *house = path_house(name), *shipped = path_shipped(name);
    g_autoptr(GError) reason = NULL;
    if (strcmp(house, shipped) == 0)
        return read(desk, shipped, NULL, error);
    gpointer data = read(desk, shipped, house, &reason);
    if (data != NULL)
        return data;
    data = read(desk, shipped, NULL, error);
    if (data != NULL)
        g_ptr_array_add(desk->notices,
                        g_strdup_printf(_("%s  The shipped %s is used until it is mended."), reason->message, name));
    return data;
}

static bool data_stage(Desk *desk, const DeskOptions *options, GError **error)
{
    (void)options;
    for (size_t i = 0; i < G_N_ELEMENTS(DATA); i++) {
        gpointer data = house_or_shipped(desk, DATA[i].name, DATA[i].read, error);
        if (data == NULL)
            return false;
        memcpy((char *)desk + DATA[i].offset, &data, sizeof data);
    }
    return true;
}

bool desk_profiles_reload(Desk *desk, GError **error)
{
    Ini *fresh = desk_profiles_load(true, error);
    if (fresh == NULL)
        return false;
    ini_free(desk->profiles);
    desk->profiles = fresh;
    return true;
}

/* --- Database and agent ------------------------------------------------------------------------------- */

/* The store reads its two settings from the environment, where a person may also have set them for one run. */
static bool store_stage(Desk *desk, const DeskOptions *options, GError **error)
{
    g_autofree char *wait =
        g_strdup_printf("%" G_GINT64_FORMAT, settings_number(desk->settings, "store", "wait_seconds"));
    g_setenv("BELRONDE_WAIT", wait, FALSE);
    g_setenv("BELRONDE_JOURNAL", settings_text(desk->settings, "store", "journal"), FALSE);
    desk->store = store_open(options->database, options->mode, error);
    return desk->store != NULL;
}

static bool agent_create(Desk *desk, GError **error)
{
    if (!store_begin(desk->store, error))
        return false;
    if (store_run(desk->store, "INSERT INTO agent (name) VALUES (:name) ON CONFLICT (name) DO NOTHING",
                  BINDS(TEXT("name", desk->agent)), error) &&
        store_value(desk->store, "SELECT id FROM agent WHERE name = :name", BINDS(TEXT("name", desk->agent)), 0,
                    &desk->agent_id, error) &&
        store_commit(desk->store, error))
        return true;
    store_rollback(desk->store);
    return false;
}

/* Without a row an agent who only looks has the number 0, which no event bears. */
static bool agent_stage(Desk *desk, const DeskOptions *options, GError **error)
{
    const char *wanted = options->agent;
    if (wanted == NULL || *wanted == '\0')
        wanted = settings_text(desk->settings, "belronde", "agent");
    desk->agent = text_clean(*wanted != '\0' ? wanted : g_get_user_name());
    if (!store_value(desk->store, "SELECT id FROM agent WHERE name = :name", BINDS(TEXT("name", desk->agent)), 0,
                     &desk->agent_id, error))
        return false;
    return options->mode == STORE_READ_ONLY ||
           ((desk->agent_id != 0 || agent_create(desk, error)) && agent_face_keep(desk, error));
}

/* The settings name the supervisors; who is named no more is an agent again. */
static bool supervisors_write(Desk *desk, const char *names, GError **error)
{
    g_autofree char *among = g_strdup_printf(" %s ", names);
    g_auto(GStrv) each = g_strsplit(names, " ", -1);
    bool good = store_run(desk->store,
                          "UPDATE agent SET role = 'agent' WHERE role = 'supervisor'"
                          " AND NOT :names LIKE '% ' || name || ' %'",
                          BINDS(TEXT("names", among)), error);
    for (char **name = each; good && *name != NULL; name++)
        good = **name == '\0' ||
               store_run(desk->store,
                         "INSERT INTO agent (name, role) VALUES (:name, 'supervisor')"
                         " ON CONFLICT (name) DO UPDATE SET role = 'supervisor' WHERE agent.role = 'agent'",
                         BINDS(TEXT("name", *name)), error);
    return good;
}

static int words_count(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    int count = 0;
    for (char **word = words; *word != NULL; word++)
        count += **word != '\0';
    return count;
}

/* Written only where something differs: a desk that opens must not wait for the others. */
static bool supervisors_stage(Desk *desk, const DeskOptions *options, GError **error)
{
    const char *names = settings_text(desk->settings, "plans", "supervisors");
    g_autofree char *among = g_strdup_printf(" %s ", names);
    gint64 named = 0, all = 0;
    if (words_count(names) == 0 || options->mode == STORE_READ_ONLY)
        return true;
    if (!store_value(desk->store,
                     "SELECT count(*) AS n FROM agent WHERE role = 'supervisor' AND :names LIKE '% ' || name || ' %'",
                     BINDS(TEXT("names", among)), 0, &named, error) ||
        !store_value(desk->store, "SELECT count(*) AS n FROM agent WHERE role = 'supervisor'", NO_BINDS, 0, &all,
                     error))
        return false;
    if (named == all && all == words_count(names))
        return true;
    if (!store_begin(desk->store, error))
        return false;
    if (supervisors_write(desk, names, error) && store_commit(desk->store, error))
        return true;
    store_rollback(desk->store);
    return false;
}

/* --- Opening and closing ------------------------------------------------------------------------------ */

typedef bool (*Stage)(Desk *desk, const DeskOptions *options, GError **error);
static const Stage STAGES[] = {settings_stage, language_stage, weights_stage, zone_stage,
                               data_stage,     store_stage,    agent_stage,   supervisors_stage};

Desk *desk_open(const DeskOptions *options, GError **error)
{
    g_autoptr(Desk) desk = g_new0(Desk, 1);
    desk->notices = g_ptr_array_new_with_free_func(g_free);
    desk->letter_notices = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(STAGES); i++)
        if (!STAGES[i](desk, options, error))
            return NULL;
    return g_steal_pointer(&desk);
}

void desk_close(Desk *desk)
{
    if (desk == NULL)
        return;
    g_free(desk->agent);
    g_clear_pointer(&desk->bank, bank_state_free);
    g_clear_pointer(&desk->letter_notices, g_hash_table_unref);
    g_clear_pointer(&desk->store, store_close);
    g_clear_pointer(&desk->playbook, playbook_free);
    g_clear_pointer(&desk->profiles, ini_free);
    g_clear_pointer(&desk->rates, rates_free);
    g_clear_pointer(&desk->cadence, cadence_free);
    g_clear_pointer(&desk->calendar, calendar_free);
    g_free(desk->zone);
    g_free(desk->language);
    g_clear_pointer(&desk->settings, settings_free);
    g_ptr_array_unref(desk->notices);
    g_free(desk);
}

Ledger desk_ledger(Desk *desk)
{
    return (Ledger){.store = desk->store,
                    .settings = desk->settings,
                    .calendar = desk->calendar,
                    .profiles = desk->profiles,
                    .agent_id = desk->agent_id};
}

BookingOptions desk_booking(Desk *desk)
{
    return (BookingOptions){
        .follow_up = touchpoint_follow_up, .confirmed = touchpoint_confirmed, .follow_up_data = desk};
}

GPtrArray *desk_promises(Desk *desk, gint64 customer_id, GError **error)
{
    return promises_of(desk->store, customer_id, clock_today(),
                       settings_number(desk->settings, "promise", "tolerance_cents"),
                       (int)settings_number(desk->settings, "promise", "tolerance_permille"), error);
}
