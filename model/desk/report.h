/* The end-of-day report, from one consistent picture: what is counted is what is listed.
 * Amounts are in the house's currency ([import] currency); a line in another one says so and is not added up. */
#pragma once
#include "desk/desk.h"

typedef struct {
    char *slug, *letter, *label; /* slug "": calls left without an outcome */
    int calls;
    Cents amount;
    char *next; /* "5 Fri 27/02, 2 Mon 02/03" */
} ReportOutcome;

typedef struct {
    gint64 customer_id;
    Moment when;
    char *agent, *customer, *number, *outcome, *letter, *text, *note; /* outcome: slug, "" none */
    Cents amount;
    char currency[4];
} ReportLine;

typedef struct {
    Day day;
    char *agent; /* NULL: the whole team */
    char currency[4];
    int calls, reached, logged, follow_ups, without_next, late_callbacks, not_reached_due;
    int talk_seconds;
    GPtrArray *outcomes; /* ReportOutcome, in the order of the playbook */
    int promises_due, promises_kept, promises_broken;
    Cents kept_amount, broken_amount, received;
    GPtrArray *lines; /* ReportLine, by time */
    char *head;       /* of the audit chain: count and last 16 hex digits */
} Report;

/* agent NULL: team.  All queries in one read transaction. */
Report *report_load(Desk *desk, Day day, const char *agent, GError **error);
void report_free(Report *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Report, report_free)
