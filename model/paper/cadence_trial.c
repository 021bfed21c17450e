#include "paper/cadence_trial.h"

#include "base/error.h"
#include "base/i18n.h"
#include "paper/letter_due.h"

#include <errno.h>
#include <string.h>

#define NAME "cadence.ini"

void cadence_trial_free(CadenceTrial *trial)
{
    if (trial == NULL)
        return;
    g_free(trial->file);
    g_free(trial->place);
    g_free(trial->kept);
    cadence_free(trial->wanted);
    g_clear_pointer(&trial->changes, g_ptr_array_unref);
    g_free(trial);
}

/* --- Trying ---------------------------------------------------------------------------------------------------- */

/* What cannot be carried out is not tried: letters that are not there, steps that no list could name. */
static bool is_sound(const Desk *desk, const Cadence *cadence, GError **error)
{
    g_autoptr(LetterTemplates) templates = letter_templates_load(error);
    if (templates == NULL)
        return false;
    g_autoptr(GPtrArray) letters = letter_steps_faults(cadence, templates), names = cadence_nameless(desk, cadence);
    const GPtrArray *faults = letters->len > 0 ? letters : names;
    return faults->len == 0 || fail(error, BELRONDE_ERROR_INPUT, "%s", (const char *)g_ptr_array_index(faults, 0));
}

CadenceTrial *cadence_trial(Desk *desk, const char *file, GError **error)
{
    g_autoptr(CadenceTrial) trial = g_new0(CadenceTrial, 1);
    trial->file = g_strdup(file);
    trial->place = path_kept(NAME, &trial->house);
    trial->kept = g_strconcat(trial->place, ".before", NULL);
    trial->wanted = cadence_load(file, error);
    if (trial->wanted == NULL || !is_sound(desk, trial->wanted, error))
        return NULL;
    trial->changes = cadence_effect(desk, trial->wanted, error);
    return trial->changes != NULL ? g_steal_pointer(&trial) : NULL;
}

char *cadence_trial_words(const CadenceTrial *trial)
{
    g_autofree char *place = path_shortened(trial->place), *kept = path_shortened(trial->kept);
    return g_strdup_printf(trial->house
                               ? _("It goes to %s, for all desks.  The present one is kept as %s; taking that "
                                   "file brings it back.")
                               : _("It goes to %s, for your desks only.  The present one is kept as %s; taking "
                                   "that file brings it back."),
                           place, kept);
}

/* --- Taking ---------------------------------------------------------------------------------------------------- */

bool cadence_file_write(const char *path, const char *text, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GError) reason = NULL;
    if (g_mkdir_with_parents(folder, 0700) == 0 && g_file_set_contents(path, text, -1, &reason))
        return true;
    return fail(error, BELRONDE_ERROR_INPUT, _("%s could not be written: %s"), path,
                reason != NULL ? reason->message : g_strerror(errno));
}

/* The file goes into its place first: a desk that starts meanwhile plans by it. */
bool cadence_trial_take(Desk *desk, CadenceTrial *trial, GError **error)
{
    return cadence_file_write(trial->kept, cadence_text(desk->cadence), error) &&
           cadence_file_write(trial->place, cadence_text(trial->wanted), error) &&
           cadence_take(desk, g_steal_pointer(&trial->wanted), trial->changes, error);
}

/* --- The copy to change ------------------------------------------------------------------------------------------ */

char *cadence_copy_path(void)
{
    g_autofree char *place = path_kept(NAME, NULL), *folder = g_path_get_dirname(place);
    return g_build_filename(folder, "cadence-new.ini", NULL);
}

bool cadence_copy(const Desk *desk, const char *path, GError **error)
{
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s is there already: give the copy another name."), path);
    return cadence_file_write(path, cadence_text(desk->cadence), error);
}
