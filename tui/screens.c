/* The screens, one row each; the first one is where the desk starts. */
#include "app.h"
#include "help.h"
#include "views/agenda_view.h"
#include "views/customer_view.h"
#include "views/decisions_view.h"
#include "views/disputes_view.h"
#include "views/find_view.h"
#include "views/learned_view.h"
#include "views/outbox_view.h"
#include "views/overview_view.h"
#include "views/plans_view.h"
#include "views/queue_view.h"
#include "views/receipts_view.h"
#include "views/reminders_view.h"
#include "views/report_view.h"
#include "views/settings_view.h"

static View *open_keys(App *app, GError **error)
{
    (void)error;
    return help_keys_new(app);
}

static const Screen table[] = {
    {ACTION_GO_QUEUE, queue_view_open},
    {ACTION_GO_CUSTOMER, customer_screen_open},
    {ACTION_GO_AGENDA, agenda_view_open},
    {ACTION_GO_OUTBOX, outbox_view_open},
    {ACTION_GO_REPORT, report_view_open},
    {ACTION_GO_DASHBOARD, overview_view_open},
    {ACTION_GO_SETTINGS, settings_view_open},
    {ACTION_GO_RECEIPTS, receipts_view_open},
    {ACTION_GO_PLANS, plans_view_open},
    {ACTION_GO_DISPUTES, disputes_view_open},
    {ACTION_GO_DECISIONS, decisions_view_open},
    {ACTION_GO_REMINDERS, reminders_view_open},
    {ACTION_GO_LEARNED, learned_view_open},
    {ACTION_FIND, find_view_open},
    {ACTION_HELP_KEYS, open_keys},
};

const Screen *screens(size_t *count)
{
    *count = G_N_ELEMENTS(table);
    return table;
}
