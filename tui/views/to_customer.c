#include "views/to_customer.h"

#include "views/customer_view.h"

Next to_customer(View *view, gint64 customer_id, const Action *action)
{
    GError *error = NULL;
    View *customer = customer_view_open(view->app, customer_id, NULL, &error);
    if (customer != NULL && action != NULL && action->id != ACTION_OPEN)
        app_later(view->app, action);
    return next_push_or(customer, error);
}
