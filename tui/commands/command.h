/* Sub-commands without a screen: the twins of the screens, for scripts, screen readers and tests.
 * Exit status: 0 done, 1 done with warnings, 2 refused and nothing changed. */
#pragma once
#include "desk/desk.h"

enum { EXIT_DONE = 0, EXIT_WARNINGS = 1, EXIT_REFUSED = 2 };

typedef struct {
    const char *name;
    const char *usage; /* behind the name: "CUSTOMER OUTCOME FIELD=VALUE..." */
    const char *help;  /* msgid, one line */
    StoreMode mode;
    /* argv[0] is the command's name.  Prints to stdout; an error is printed by the caller. */
    int (*run)(Desk *desk, int argc, char **argv, GError **error);
} Command;

const Command *command_find(const char *name);
const Command *command_all(size_t *count);

/* Options of one command, with --help; false with error for an unknown one. */
bool command_options(const Command *command, const GOptionEntry *entries, int *argc, char ***argv, GError **error);

int command_import(Desk *desk, int argc, char **argv, GError **error);
int command_receipts(Desk *desk, int argc, char **argv, GError **error);
int command_queue(Desk *desk, int argc, char **argv, GError **error);
int command_show(Desk *desk, int argc, char **argv, GError **error);
int command_find_customers(Desk *desk, int argc, char **argv, GError **error);
int command_log(Desk *desk, int argc, char **argv, GError **error);
int command_undo(Desk *desk, int argc, char **argv, GError **error);
int command_report(Desk *desk, int argc, char **argv, GError **error);
int command_agenda(Desk *desk, int argc, char **argv, GError **error);
int command_handover(Desk *desk, int argc, char **argv, GError **error);
int command_holds(Desk *desk, int argc, char **argv, GError **error);
int command_letter(Desk *desk, int argc, char **argv, GError **error);
int command_claim(Desk *desk, int argc, char **argv, GError **error);
int command_outbox(Desk *desk, int argc, char **argv, GError **error);
int command_plan(Desk *desk, int argc, char **argv, GError **error);
int command_disputes(Desk *desk, int argc, char **argv, GError **error);
int command_overview(Desk *desk, int argc, char **argv, GError **error);
int command_settings(Desk *desk, int argc, char **argv, GError **error);
int command_keys(Desk *desk, int argc, char **argv, GError **error);
int command_check(Desk *desk, int argc, char **argv, GError **error);
int command_calc(Desk *desk, int argc, char **argv, GError **error);
int command_cadence(Desk *desk, int argc, char **argv, GError **error);
int command_backup(Desk *desk, int argc, char **argv, GError **error);
