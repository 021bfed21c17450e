/* The append-only record.  Each event hashes the one before and every column of its own. */
#pragma once
#include "desk/desk.h"

typedef struct {
    const char *field, *value, *shown; /* canonical and as seen; borrowed */
} EventAnswer;

typedef struct {
    const char *op;      /* operation id, made before the first try */
    const char *kind;    /* call, note, letter, skip, snooze, undo, settled, returned, confirmed … */
    const char *outcome; /* slug or NULL */
    gint64 customer_id, contact_id, undoes; /* 0: none */
    int duration;                           /* seconds */
    Cents amount;
    const char *currency; /* NULL: EUR */
    const EventAnswer *answers;
    size_t answer_count;
} EventFacts;

/* Within a transaction; agent and clock are the desk's.  *id is the new event. */
bool event_append(Desk *desk, const EventFacts *facts, gint64 *id, GError **error);
/* Was this operation carried out?  (after BELRONDE_ERROR_UNKNOWN, and at start for drafts) */
bool event_find_op(Desk *desk, const char *op, gint64 *id, GError **error);
/* Walks the chain; each fault is a sentence.  *head: count and last 16 hex digits ("312 9f3a…"), caller frees. */
bool event_verify(Store *store, GPtrArray *findings, char **head, GError **error);

/* One line of the timeline: calls, letters, payments, promises together. */
typedef struct {
    gint64 event_id; /* 0: a payment */
    Moment when;
    char *agent;
    char *letter; /* outcome letter, "" none */
    char *text;   /* one line, interface language */
    char *note;   /* "" none */
    bool undone;
} TimelineRow;
/* Newest first, at most `limit` (0: all); what was promised says what became of it (`promises`: Promise of the
 * customer).  GPtrArray of TimelineRow, free function set. */
GPtrArray *timeline_of(Desk *desk, gint64 customer_id, const GPtrArray *promises, int limit, GError **error);
