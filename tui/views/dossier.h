/* One customer open at this desk: his card, the lease, the draft, the call.  Shared by the call screen and the
 * outcome form over it; there is never more than one of a customer. */
#pragma once
#include "app.h"
#include "desk/card.h"
#include "desk/claim.h"
#include "desk/draft.h"

typedef struct {
    App *app;
    Desk *desk;
    gint64 customer_id;
    Card *card;
    Claim *claim;    /* what may be asked on top, as of today */
    char **opening;  /* script of the reason, customer's language */
    Draft *draft;    /* never NULL; what is typed for him and not logged yet */
    char *colleague; /* who has him open at another desk: here he is read only; NULL: ours */
    bool dialled;    /* a call was made and no outcome logged since */
    int talked;      /* seconds of the calls that ended since the last outcome */
    char *restored;  /* "Draft note restored from 13:58.", said once; NULL nothing to say */
    int references, pinned;
    bool stale; /* changed while pinned */
} Dossier;

/* Takes the lease; a colleague's customer opens read only. */
Dossier *dossier_open(App *app, gint64 customer_id, GError **error);
Dossier *dossier_share(Dossier *dossier);
void dossier_close(Dossier *dossier); /* the last one gives the lease back */
/* Reads the card again; the marks on the invoices stay.  While a form borrows the card it waits. */
bool dossier_reload(Dossier *dossier, GError **error);
void dossier_pin(Dossier *dossier);
void dossier_unpin(Dossier *dossier);

/* NULL: may be worked on; else the sentence why not.  Caller frees. */
char *dossier_obstacle(const Dossier *dossier);

/* --- The draft: written at every key ------------------------------------------------------------------- */
void dossier_save_draft(Dossier *dossier);
void dossier_note(Dossier *dossier, const char *note);
/* The line of one's own for the next letter; "" none. */
void dossier_personal(Dossier *dossier, const char *line);
/* Puts the note on record by itself; what is planned stays, a call still waits for its outcome. */
bool dossier_log_note(Dossier *dossier, GError **error);
/* The outcome is on record: the draft goes, a new operation id is made. */
void dossier_logged(Dossier *dossier);

/* --- The call -------------------------------------------------------------------------------------------- */
bool dossier_on_line(const Dossier *dossier);
/* Whom T rings: the number in E.164 or as typed, "" none known; `shown` as on the screen.  Borrowed. */
const CardPhone *dossier_phone(const Dossier *dossier);
const CardContact *dossier_contact(const Dossier *dossier); /* whom to ask for; NULL none */
/* Dials phone (NULL: the usual one), or says why not; the answer goes to the app. */
Next dossier_dial(Dossier *dossier, const CardPhone *phone);
int dossier_hang_up(Dossier *dossier); /* seconds of all calls since the last outcome */
/* Seconds so far, the running call included. */
int dossier_seconds(const Dossier *dossier);
/* Left after a call without an outcome: writes that, once. */
bool dossier_give_up(Dossier *dossier, GError **error);
