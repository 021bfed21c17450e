/* The desk: everything a verb or a list needs, opened once.  Rooms below know nothing of it. */
#pragma once
#include "base/calendar.h"
#include "base/settings.h"
#include "desk/playbook.h"
#include "ledger/booking.h"
#include "rules/behaviour.h"
#include "rules/cadence.h"
#include "rules/priority.h"
#include "rules/rates.h"
#include "store/store.h"

typedef struct BankState BankState;

typedef struct {
    Store *store;
    Settings *settings;
    Calendar *calendar;
    Cadence *cadence;
    Playbook *playbook;
    Ini *profiles;
    Rates *rates;
    gint64 agent_id;
    char *agent;    /* short name */
    char *language; /* of the interface: en, nl, fr */
    char *zone;     /* of the clock on this machine, "Europe/Brussels"; "" not known */
    PriorityWeights weights;
    BehaviourLimits limits;
    BankState *bank;            /* bank_state.h; NULL: not asked yet */
    GHashTable *letter_notices; /* letter_notice.h: what was read of their files */
    GPtrArray *notices;         /* char *: shown at start (a broken playbook fell back to the shipped one, …) */
} Desk;

typedef struct {
    const char *database; /* NULL: the default place */
    const char *config;   /* NULL: the default place */
    const char *agent;    /* NULL: settings, else the login name */
    const char *language; /* NULL: settings, else the locale */
    StoreMode mode;
} DeskOptions;

/* Opens in stages undone in reverse.  Calls i18n_start.  A broken house playbook falls back to the shipped one
 * with a notice; a broken settings file is an error. */
Desk *desk_open(const DeskOptions *options, GError **error);
void desk_close(Desk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Desk, desk_close)
/* The profiles of lists: the shipped ones; with `house` whole sections of the user's file over those of the house's
 * over them.  Caller frees; NULL when one of the files cannot be read. */
Ini *desk_profiles_load(bool house, GError **error);
/* Reads the profiles of lists again, after one was learned.  What had borrowed them must ask anew. */
bool desk_profiles_reload(Desk *desk, GError **error);
/* A Ledger that borrows from the desk, its follow-up wired (touchpoint_follow_up). */
Ledger desk_ledger(Desk *desk);
/* BookingOptions with the follow-up set. */
BookingOptions desk_booking(Desk *desk);
/* promises_of, as of today, with the tolerance of the settings. */
GPtrArray *desk_promises(Desk *desk, gint64 customer_id, GError **error);
/* Customer by number, else by exact name, else the only search hit; MISSING otherwise with a sentence. */
bool desk_customer(Desk *desk, const char *words, gint64 *customer_id, GError **error);
