/* The trade as data, each file read afresh, so that a broken one is named with file, line and fault even where
 * the desk goes on with the shipped one. */
#include "desk/cadence_effect.h"
#include "desk/check/parts.h"

#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ledger/import/import.h"
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Each says in error what is wrong with the file; house NULL: only the shipped one. */
typedef bool (*FileRead)(const Desk *desk, const char *shipped, const char *house, GError **error);

static bool playbook_read(const Desk *desk, const char *shipped, const char *house, GError **error)
{
    g_autoptr(Playbook) playbook = playbook_load(shipped, house, desk->language, error);
    return playbook != NULL;
}

static bool cadence_read(const Desk *desk, const char *shipped, const char *house, GError **error)
{
    (void)desk;
    g_autoptr(Cadence) cadence = cadence_load(house != NULL ? house : shipped, error);
    return cadence != NULL;
}

static bool calendar_read(const Desk *desk, const char *shipped, const char *house, GError **error)
{
    (void)desk;
    g_autoptr(Calendar) calendar = calendar_load(house != NULL ? house : shipped, error);
    return calendar != NULL;
}

/* A section under another name would be passed over in silence. */
static bool sections_known(const Ini *ini, GError **error)
{
    for (const char *const *section = ini_sections(ini); *section != NULL; section++)
        if (!g_str_has_prefix(*section, "csv.") && !g_str_has_prefix(*section, "words."))
            return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: [%s] is no profile: they are called [csv.NAME]."),
                        ini_path(ini_owner(ini, *section)), ini_section_line(ini, *section), *section);
    return true;
}

static bool profiles_read(const Desk *desk, const char *shipped, const char *house, GError **error)
{
    (void)desk, (void)shipped;
    g_autoptr(Ini) profiles = desk_profiles_load(house != NULL, error);
    return profiles != NULL && sections_known(profiles, error) && import_profiles_check(profiles, error);
}

static bool rates_read(const Desk *desk, const char *shipped, const char *house, GError **error)
{
    (void)desk, (void)shipped;
    g_autoptr(Rates) rates = rates_open(house != NULL, error);
    return rates != NULL;
}

static const struct {
    const char *area, *name;
    FileRead read;
} FILES[] = {
    {"playbook", "playbook.ini", playbook_read}, {"cadence", "cadence.ini", cadence_read},
    {"calendar", "calendar.ini", calendar_read}, {"profiles", "import.ini", profiles_read},
    {"rates", "rates.ini", rates_read},
};

static void file_check(Check *check, const char *area, FileRead read, const char *shipped, const char *house)
{
    g_autoptr(GError) reason = NULL;
    if (!read(check->desk, shipped, house, &reason))
        check_add(check, true, area, g_strdup(reason->message));
}

/* A step of the cadence is shown in the queue by a reason of the playbook. */
static void reasons_check(Check *check)
{
    g_autoptr(GPtrArray) nameless = cadence_nameless(check->desk, check->desk->cadence);
    for (guint i = 0; i < nameless->len; i++)
        check_add(check, true, "cadence", g_strdup(g_ptr_array_index(nameless, i)));
}

/* Rates that nobody looked up for long are still reckoned with, and marked wherever they show. */
static void rates_check(Check *check)
{
    const Rates *rates = check->desk->rates;
    g_autofree char *checked = day_iso(rates_checked(rates)), *until = day_iso(rates_confirmed_until(rates));
    if (day_compare(clock_today(), rates_confirmed_until(rates)) > 0)
        check_add(
            check, false, "rates",
            g_strdup_printf(_("The legal rates were last looked up on %s and are not confirmed after %s: look them "
                              "up and set last_checked in rates.ini."),
                            checked, until));
}

/* --- Settings and places ------------------------------------------------------------------------------- */

static void mode_check(Check *check, const char *path, mode_t forbidden, const char *sentence)
{
    GStatBuf found;
    if (path != NULL && g_stat(path, &found) == 0 && (found.st_mode & forbidden) != 0)
        check_add(check, false, "files", g_strdup_printf(sentence, path, (unsigned)(found.st_mode & 0777)));
}

static void settings_check(Check *check)
{
    const char *path = settings_user_path(check->desk->settings);
    g_autoptr(GError) reason = NULL;
    g_autoptr(Settings) settings = settings_load(path, &reason);
    if (settings == NULL)
        check_add(check, true, "settings", g_strdup(reason->message));
    mode_check(check, path, S_IWGRP | S_IWOTH,
               _("Others may write %s (mode %03o), and it names programs to run: chmod go-w it."));
}

static void database_check(Check *check)
{
    const char *path = store_path(check->desk->store);
    mode_check(check, path, S_IRWXO,
               _("Anybody on this machine may look into the database %s (mode %03o): chmod o= it."));
}

/* Where a table of the book names what no file knows, its rows are shown by their slug. */
static bool slugs_check(Check *check, const char *sql, bool is_reason, const char *sentence, GError **error)
{
    g_autoptr(Query) query = store_query(check->desk->store, sql, NO_BINDS, error);
    while (query != NULL && query_next(query)) {
        const char *slug = query_text(query, "slug");
        const Reason *reason = is_reason ? playbook_reason(check->desk->playbook, slug) : NULL;
        bool known =
            is_reason ? g_strcmp0(reason->slug, slug) == 0 : playbook_outcome(check->desk->playbook, slug) != NULL;
        if (!known)
            check_add(check, false, "playbook", g_strdup_printf(sentence, slug));
    }
    return query != NULL && query_finish(query, error);
}

bool check_files(Check *check, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(FILES); i++) {
        g_autofree char *house = path_house(FILES[i].name), *shipped = path_shipped(FILES[i].name);
        file_check(check, FILES[i].area, FILES[i].read, shipped, NULL);
        if (strcmp(house, shipped) != 0)
            file_check(check, FILES[i].area, FILES[i].read, shipped, house);
    }
    reasons_check(check);
    rates_check(check);
    settings_check(check);
    database_check(check);
    return slugs_check(check,
                       "SELECT DISTINCT reason AS slug FROM touchpoint WHERE closed_event IS NULL ORDER BY reason",
                       true, _("Contacts are planned for the reason “%s”, which the playbook does not know."), error) &&
           slugs_check(check, "SELECT DISTINCT outcome AS slug FROM event WHERE outcome IS NOT NULL ORDER BY outcome",
                       false, _("Calls are on record with the outcome “%s”, which the playbook does not know."), error);
}
