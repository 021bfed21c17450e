/* The supervisor's page: ageing, twenty working days, desks, reasons for not paying, what needs somebody.
 * Amounts are in the house's currency ([import] currency); other currencies are not added to them. */
#pragma once
#include "desk/desk.h"
#include "ledger/bank.h"
#include "rules/ageing.h"

enum { OVERVIEW_DAYS = 20, OVERVIEW_WEEKS = 4, OVERVIEW_CLASSES = 3 };

typedef struct {
    char *agent; /* "": what is nobody's in particular */
    int due, done, reached, open_callbacks, late_callbacks;
    Cents promised;
    int kept_percent; /* last four weeks; -1 nothing fell due */
} OverviewDesk;

typedef struct {
    gint64 customer_id;
    char *number, *name, *text; /* "3 promises not kept" */
    Cents amount;
    int days; /* of the oldest invoice past due */
} OverviewNeed;

typedef struct {
    char *letter, *label; /* of the outcome */
    int calls;
    Cents amount;
} OverviewReason;

typedef struct {
    char currency[4];
    Cents band[AGE_BANDS];
    Cents total, late;
    Cents class_open[OVERVIEW_CLASSES]; /* A, B, C */
    int over_limit, stops;              /* customers over their credit limit; whose deliveries are stopped */
    Day day[OVERVIEW_DAYS];             /* business days, the last is today */
    Cents received[OVERVIEW_DAYS], promised[OVERVIEW_DAYS]; /* what falls on a day off counts on the next one */
    int calls[OVERVIEW_DAYS], reached[OVERVIEW_DAYS];
    int kept_percent, kept_percent_before; /* four weeks, and the four before; -1 none */
    int slowing;                           /* good customers found to pay slower than their habit, four weeks */
    GPtrArray *desks;                      /* OverviewDesk, by name, nobody's last */
    GPtrArray *reasons;                    /* OverviewReason of four weeks, largest amount first */
    GPtrArray *needs;                      /* OverviewNeed, largest amount first */
    Day bank_day;                          /* BankState.day */
    GPtrArray *bank;                       /* BankAccount, by account */
} Overview;
Overview *overview_load(Desk *desk, GError **error);
void overview_free(Overview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Overview, overview_free)
