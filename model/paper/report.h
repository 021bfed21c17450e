/* The end-of-day report, from one consistent picture. */
#pragma once
#include "desk/desk.h"

typedef struct {
    char *letter, *label;
    int calls;
    Cents amount;
    char *next;                /* "5 Fri 27/02, 2 Mon 02/03" */
} ReportOutcome;

typedef struct {
    Moment when;
    char *agent, *customer, *number, *letter, *text, *note;
    Cents amount;
} ReportLine;

typedef struct {
    Day day;
    char *agent;               /* NULL: the whole team */
    int calls, reached, logged, follow_ups, without_next, late_callbacks, not_reached_due;
    int talk_seconds;
    GPtrArray *outcomes;       /* ReportOutcome, in the order of the playbook */
    int promises_due, promises_kept, promises_broken;
    Cents kept_amount, broken_amount, received;
    GPtrArray *lines;          /* ReportLine, by time */
    char *head;                /* of the audit chain: count and last 16 hex digits */
} Report;

/* agent NULL: team.  All queries in one read transaction. */
Report *report_load(Desk *desk, Day day, const char *agent, GError **error);
void report_free(Report *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Report, report_free)

typedef struct {
    int columns;               /* 80 or 132 */
    int page_lines;            /* 0: no pages; else form feeds and page headers */
    bool notes;                /* free text only when asked for */
    bool ascii;
} ReportLayout;
/* All caller frees. */
char *report_text(const Report *report, const ReportLayout *layout);
char *report_csv(const Report *report, bool notes);
char *report_json(const Report *report, bool notes);
