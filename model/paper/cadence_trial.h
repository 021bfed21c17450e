/* Another cadence, tried on today's lists before it is taken, and taken: for the screen and `belronde cadence`.
 *
 * It goes where the file that holds now stands (path_kept); what held until then is kept beside it, and taking that
 * file brings it back.  Here and not in desk, because the letters of its steps are asked for. */
#pragma once
#include "desk/cadence_effect.h"

typedef struct {
    char *file;         /* as it was named */
    char *place, *kept; /* where it goes when it is taken, and where the present one is kept then */
    bool house;         /* there it holds for every desk; else for this user's */
    Cadence *wanted;    /* NULL: it was taken */
    GPtrArray *changes; /* CadenceChange, those who come to or leave today's list first */
} CadenceTrial;

/* Nothing is written.  NULL with error: the file cannot be read or carried out (INPUT, with its name, line and what to
 * do), or the database failed. */
CadenceTrial *cadence_trial(Desk *desk, const char *file, GError **error);
void cadence_trial_free(CadenceTrial *trial);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CadenceTrial, cadence_trial_free)
/* From now on every desk that reads that place goes by it, this one at once.  False: what went wrong; the files stand
 * as they were where they could not be written, else what was planned until then stands. */
bool cadence_trial_take(Desk *desk, CadenceTrial *trial, GError **error);
/* "It goes to ~/.config/belronde/cadence.ini, for your desk only; …", and how to go back; caller frees. */
char *cadence_trial_words(const CadenceTrial *trial);
/* A copy of the cadence that holds, to be changed.  False where there is such a file or it cannot be written. */
bool cadence_copy(const Desk *desk, const char *path, GError **error);
/* The text of a file that was changed on the screen. */
bool cadence_file_write(const char *path, const char *text, GError **error);
/* The copy the house changes: cadence-new.ini beside the place; caller frees. */
char *cadence_copy_path(void);
