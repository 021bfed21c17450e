/* Which invoices of a customer a receipt pays: marked with the sum in sight, then booked. */
#pragma once
#include "app.h"

/* Closes with what was booked ("Booked on …"), or with NULL when nothing was. */
View *receipt_items_view_open(App *app, gint64 payment_id, gint64 customer_id, GError **error);
