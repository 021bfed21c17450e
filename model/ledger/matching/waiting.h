/* Bank lines that wait: what books them, and who decides.  Private to the ledger. */
#pragma once
#include "ledger/booking/parts.h"
#include "ledger/matching/parts.h"

/* A bank line as it was stored; strings owned. */
typedef struct {
    gint64 payment_id, customer_id;
    Cents rest;     /* not set against anything yet */
    bool by_person; /* somebody has answered already */
    bool held;      /* somebody took an answer back: only a person sets it against anything open */
    MatchStep step;
    char *state, *reason;
    LineRecord line;
} Waiting;
void waiting_free(gpointer waiting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Waiting, waiting_free)
/* MISSING: there is none, or it went back. */
Waiting *waiting_find(Store *store, gint64 payment_id, GError **error);
/* Nobody has decided it and nothing of it is set against anything. */
bool waiting_is_undecided(const Waiting *waiting);
/* The undecided ones in order of their day: GArray of gint64. */
GArray *waiting_ids(Store *store, GError **error);

/* What this run counted of the line does not hold any more. */
void match_uncount(Booking *booking, const Waiting *waiting);
/* Takes back whatever of the receipt stands (revoke.c). */
bool standing_revoke(Booking *booking, gint64 payment_id, GError **error);
/* The state a match gives the line, as in payment_match.state. */
const char *match_state(const LineRecord *line, const Match *match);
bool match_state_write(Booking *booking, gint64 payment_id, const char *state, const Match *match, gint64 agent_id,
                       GError **error);
bool match_parts_allocate(Booking *booking, gint64 payment_id, Day day, const Match *match, GError **error);
/* Replaces the stored proposal; proposed false: takes it away. */
bool match_proposal_write(Booking *booking, gint64 payment_id, const Match *match, bool proposed, GError **error);
