/* Whether a letter can reach anybody the way it is to go.  What cannot is refused when it is asked for, not when it
 * would leave: a letter nobody can have had starts no term and brings no money. */
#pragma once
#include "desk/desk.h"

/* Street and town: what an envelope needs. */
bool letter_address_whole(const char *street, const char *city);
/* "Kerkstraat 7, 9200 Dendermonde" of a row with street, postcode and city; "" nothing is known.  Caller frees. */
char *letter_address_line(Query *query);
/* One sentence that says what to do, NULL where it can; caller frees.  `recipient`: the e-mail address, "" none;
 * `postal`: his address is whole. */
char *letter_way_obstacle(const char *channel, const char *recipient, bool postal);
/* The same of a customer as he stands in the database.  INPUT: it can reach nobody. */
bool letter_way_check(Desk *desk, gint64 customer_id, const char *channel, const char *recipient, GError **error);
/* *postal of a customer. */
bool letter_way_postal(Desk *desk, gint64 customer_id, bool *postal, GError **error);
