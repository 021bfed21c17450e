/* The supervisor's page: ageing, twenty working days, desks, what needs somebody. */
#pragma once
#include "desk/desk.h"

enum { OVERVIEW_BANDS = 5, OVERVIEW_DAYS = 20 };

typedef struct {
    char *agent;
    int due, done, reached, open_callbacks, late_callbacks;
    Cents promised;
    int kept_percent;          /* last four weeks; -1 nothing fell due */
} OverviewDesk;

typedef struct {
    gint64 customer_id;
    char *number, *name, *text; /* "3 promises not kept" */
    Cents amount;
    int days;
} OverviewNeed;

typedef struct {
    char currency[4];          /* the house's; other currencies are not shown here */
    Cents band[OVERVIEW_BANDS]; /* not due, 1-30, 31-60, 61-90, over 90 */
    Cents total, late;
    Day day[OVERVIEW_DAYS];    /* business days, the last is today */
    Cents received[OVERVIEW_DAYS], promised[OVERVIEW_DAYS];
    int calls[OVERVIEW_DAYS], reached[OVERVIEW_DAYS];
    int kept_percent, kept_percent_before; /* four weeks, and the four before; -1 none */
    int slowing;               /* A customers paying slower than their habit */
    GPtrArray *desks;          /* OverviewDesk */
    GPtrArray *needs;          /* OverviewNeed */
    Day bank_day;
} Overview;
Overview *overview_load(Desk *desk, GError **error);
void overview_free(Overview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Overview, overview_free)
