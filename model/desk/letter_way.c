#include "desk/letter_way.h"

#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"

#include <string.h>

enum { SHOWN_MOST = 60 };

bool letter_address_whole(const char *street, const char *city)
{
    return *street != '\0' && *city != '\0';
}

char *letter_address_line(Query *query)
{
    g_autofree char *place = g_strdup_printf("%s %s", query_text(query, "postcode"), query_text(query, "city"));
    const char *street = query_text(query, "street");
    g_strstrip(place);
    return g_strdup_printf("%s%s%s", street, *street != '\0' && *place != '\0' ? ", " : "", place);
}

static char *email_obstacle(const char *recipient, bool postal)
{
    g_autofree char *shown = text_clean_most(recipient, SHOWN_MOST);
    if (*recipient != '\0')
        return email_valid(recipient)
                   ? NULL
                   : g_strdup_printf(_("“%s” is no e-mail address a mail server takes: correct it first."), shown);
    return g_strdup(postal ? _("There is no e-mail address: type one, or let it go by post.")
                           : _("There is neither an e-mail address nor a postal address: ask for one."));
}

static char *post_obstacle(const char *recipient, bool postal)
{
    (void)recipient;
    return postal ? NULL : g_strdup(_("Street and town are not known: ask for them, or let it go by e-mail."));
}

/* Whoever takes the paper from the printer knows whom he gives it to. */
static char *print_obstacle(const char *recipient, bool postal)
{
    (void)recipient, (void)postal;
    return NULL;
}

static char *peppol_obstacle(const char *recipient, bool postal)
{
    (void)recipient, (void)postal;
    return g_strdup(_("The invoice itself goes to Peppol from the bookkeeping: send it there again."));
}

static const struct {
    const char *channel;
    char *(*obstacle)(const char *recipient, bool postal);
} WAYS[] = {
    {"email", email_obstacle},
    {"post", post_obstacle},
    {"print", print_obstacle},
    {"peppol", peppol_obstacle},
};

char *letter_way_obstacle(const char *channel, const char *recipient, bool postal)
{
    for (size_t i = 0; i < G_N_ELEMENTS(WAYS); i++)
        if (strcmp(WAYS[i].channel, channel) == 0)
            return WAYS[i].obstacle(recipient, postal);
    g_autofree char *shown = text_clean_most(channel, SHOWN_MOST);
    return g_strdup_printf(_("No letter goes by “%s”: take email, post or print."), shown);
}

bool letter_way_postal(Desk *desk, gint64 customer_id, bool *postal, GError **error)
{
    g_autoptr(Query) query = store_query(desk->store, "SELECT street, city FROM customer WHERE id = :id",
                                         BINDS(INTEGER("id", customer_id)), error);
    bool whole = query != NULL && query_next(query) &&
                 letter_address_whole(query_text(query, "street"), query_text(query, "city"));
    if (query == NULL || !query_finish(query, error))
        return false;
    *postal = whole;
    return true;
}

bool letter_way_check(Desk *desk, gint64 customer_id, const char *channel, const char *recipient, GError **error)
{
    bool postal = false;
    if (!letter_way_postal(desk, customer_id, &postal, error))
        return false;
    g_autofree char *obstacle = letter_way_obstacle(channel, recipient, postal);
    return obstacle == NULL || fail(error, BELRONDE_ERROR_INPUT, "%s", obstacle);
}
