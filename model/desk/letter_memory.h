/* What the record knows of a customer that a letter speaks of, or is chosen by.  Undone events count for nothing. */
#pragma once
#include "desk/desk.h"

/* Who has that address; else who is named first.  *name NULL: nobody is.  Caller frees. */
bool letter_reader(Desk *desk, gint64 customer_id, const char *address, char **name, GError **error);

/* Documents written to him since that day and not recalled, each once; g_strfreev.  NULL with error. */
char **letters_since(Desk *desk, gint64 customer_id, Day since, GError **error);

/* The last talk before the event (G_MAXINT64: any) and up to the day; DAY_NONE: none. */
bool talk_last(Desk *desk, gint64 customer_id, gint64 event_id, Day until, Day *talk, GError **error);
/* His newest payment of that currency; *day DAY_NONE: none. */
bool payment_last(Desk *desk, gint64 customer_id, const char *currency, Cents *amount, Day *day, GError **error);
/* Whether something of his is late today. */
bool customer_is_late(Desk *desk, gint64 customer_id, bool *late, GError **error);
/* Texts of the customer, "" where there is no such one; caller frees both. */
bool customer_named(Desk *desk, gint64 customer_id, char **number, char **name, GError **error);
