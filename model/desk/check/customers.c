/* Customer by customer, a page at a time, so that a book of any size fits and colleagues can save in between. */
#include "desk/check/parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/touchpoint.h"
#include "ledger/account.h"
#include <string.h>

enum { PAGE = 200 };

typedef struct {
    gint64 id;
    char *name; /* "10418 Bakkerij Peeters BV" */
    char payment_class;
    bool open;
    char *key, *text; /* of his search line; NULL none */
} Subject;

static void subject_clear(gpointer data)
{
    Subject *subject = data;
    g_free(subject->name);
    g_free(subject->key);
    g_free(subject->text);
}

static GArray *page_read(Check *check, gint64 after, GError **error)
{
    g_autoptr(GArray) page = g_array_new(FALSE, TRUE, sizeof(Subject));
    g_array_set_clear_func(page, subject_clear);
    g_autoptr(Query) query = store_query(
        check->desk->store,
        "SELECT c.id, c.number, c.name, c.class, s.name_key, s.text,"
        "       CASE WHEN EXISTS (SELECT 1 FROM item i WHERE i.customer_id = c.id AND i.state = 'open' AND i.open > 0)"
        "         THEN 1 ELSE 0 END AS open"
        "  FROM customer c LEFT JOIN search_text s ON s.customer_id = c.id"
        " WHERE c.id > :after ORDER BY c.id LIMIT :page",
        BINDS(INTEGER("after", after), INTEGER("page", PAGE)), error);
    while (query != NULL && query_next(query)) {
        g_autofree char *whole = g_strdup_printf("%s %s", query_text(query, "number"), query_text(query, "name"));
        const Subject subject = {.id = query_integer(query, "id"),
                                 .name = text_clean(whole),
                                 .payment_class = *query_text(query, "class"),
                                 .open = query_integer(query, "open") != 0,
                                 .key = query_dup(query, "name_key"),
                                 .text = query_dup(query, "text")};
        g_array_append_val(page, subject);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&page) : NULL;
}

/* --- Nobody falls off the list ---------------------------------------------------------------------------- */

/* A repair that cannot plan says why; the rest of the book is repaired all the same. */
static bool touchpoint_mend(Check *check, const Subject *subject, char *sentence)
{
    g_autoptr(GError) reason = NULL;
    bool ensured = true;
    if (check->repair && (!touchpoint_ensure(check->desk, subject->id, 0, &reason) ||
                          !touchpoint_is_ensured(check->desk, subject->id, &ensured, &reason) || !ensured)) {
        check_add(check, true, "contacts", sentence);
        if (reason != NULL)
            check_add(check, true, "contacts", g_strdup(reason->message));
        return false;
    }
    check_derived(check, "contacts", sentence);
    return true;
}

static bool touchpoint_check(Check *check, const Subject *subject, GError **error)
{
    bool ensured = true;
    if (!subject->open)
        return true;
    if (!touchpoint_is_ensured(check->desk, subject->id, &ensured, error))
        return false;
    if (!ensured)
        touchpoint_mend(
            check, subject,
            g_strdup_printf(_("Customer %s has something to pay and no next contact is planned."), subject->name));
    return true;
}

/* --- Promised and disputed never exceed open ---------------------------------------------------------------- */

typedef struct {
    char currency[4];
    Cents open, disputed, promised;
} Held;

static bool promised_read(Check *check, const Subject *subject, Held *held, GError **error)
{
    g_autoptr(GPtrArray) promises = desk_promises(check->desk, subject->id, error);
    for (guint i = 0; promises != NULL && i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise_state_is_live(promise->state) && strcmp(promise->currency, held->currency) == 0)
            held->promised += promise_expected(promise);
    }
    return promises != NULL;
}

/* A dispute over more than is open of its item holds what is open of it: that is no fault but money that came. */
static bool held_check(Check *check, const Subject *subject, Held *held, GError **error)
{
    if (!promised_read(check, subject, held, error))
        return false;
    if (held->promised + held->disputed <= held->open)
        return true;
    g_autofree char *promised = money_text_currency(held->promised, held->currency);
    g_autofree char *disputed = money_text_currency(held->disputed, held->currency);
    g_autofree char *open = money_text_currency(held->open, held->currency);
    check_add(check, true, "promises",
              g_strdup_printf(_("Customer %s: promised %s and disputed %s are more than the %s that is open."),
                              subject->name, promised, disputed, open));
    return true;
}

static bool money_check(Check *check, const Subject *subject, GError **error)
{
    g_autoptr(GArray) lines = subject->open ? money_lines(check->desk->store, subject->id, clock_today(), error) : NULL;
    if (subject->open && lines == NULL)
        return false;
    for (guint i = 0; lines != NULL && i < lines->len; i++) {
        const MoneyLine *line = &g_array_index(lines, MoneyLine, i);
        Held held = {.open = line->open, .disputed = line->disputed};
        g_strlcpy(held.currency, line->currency, sizeof held.currency);
        if (!held_check(check, subject, &held, error))
            return false;
    }
    return true;
}

/* --- Class ------------------------------------------------------------------------------------------------- */

/* Behaviour moves with the calendar, the stored class with the money: a difference is told, not a fault. */
static bool class_check(Check *check, const Subject *subject, GError **error)
{
    Behaviour behaviour;
    Desk *desk = check->desk;
    if (!customer_behaviour(desk->store, desk->settings, subject->id, clock_today(), &behaviour, error))
        return false;
    if (behaviour.payment_class == subject->payment_class)
        return true;
    g_autofree char *sentence =
        g_strdup_printf(_("Customer %s is kept in class %c, and as of today pays like class %c."), subject->name,
                        subject->payment_class, behaviour.payment_class);
    check_add(check, false, "class", check->repair ? g_strdup_printf(_("%s Repaired."), sentence) : g_strdup(sentence));
    return !check->repair || customer_class_refresh(desk->store, desk->settings, subject->id, clock_today(), error);
}

/* --- Search line ------------------------------------------------------------------------------------------- */

static bool line_holds(const char *line, const char *value)
{
    g_autofree char *whole = g_strdup_printf("\t%s\t", line), *wanted = g_strdup_printf("\t%s\t", value);
    return strstr(whole, wanted) != NULL;
}

/* The first value of `line` that `other` lacks; NULL none.  aged: invoices closed long ago may be left over. */
static char *value_missing(const char *line, const char *other, bool aged)
{
    g_auto(GStrv) values = g_strsplit(line, "\t", -1);
    for (char **value = values; *value != NULL; value++) {
        bool may_be_left = aged && (**value == 'i' || **value == 'r');
        if (**value != '\0' && !may_be_left && !line_holds(other, *value))
            return g_strdup(*value);
    }
    return NULL;
}

static char *search_fault(const Subject *subject, const char *key, const char *text)
{
    if (subject->text == NULL)
        return g_strdup_printf(_("Customer %s cannot be found: his search line is missing."), subject->name);
    g_autofree char *lost = value_missing(text, subject->text, false);
    if (lost != NULL)
        return g_strdup_printf(_("Customer %s cannot be found by “%s”."), subject->name, lost + MIN(2, strlen(lost)));
    g_autofree char *left = value_missing(subject->text, text, true);
    if (left != NULL)
        return g_strdup_printf(_("Customer %s is still found by “%s”, which is not his any more."), subject->name,
                               left + MIN(2, strlen(left)));
    return strcmp(key, subject->key) != 0
               ? g_strdup_printf(_("Customer %s: his name is not the one that payments are matched by."), subject->name)
               : NULL;
}

static bool search_check(Check *check, const Subject *subject, GError **error)
{
    g_autofree char *key = NULL, *text = NULL;
    if (!search_text_build(check->desk->store, subject->id, &key, &text, error))
        return false;
    char *fault = search_fault(subject, key, text);
    if (fault != NULL)
        check_derived(check, "search", fault);
    return !check->repair || search_text_refresh(check->desk->store, subject->id, error);
}

/* --- The walk ---------------------------------------------------------------------------------------------- */

static bool page_check(Check *check, const GArray *page, GError **error)
{
    for (guint i = 0; i < page->len; i++) {
        const Subject *subject = &g_array_index(page, Subject, i);
        if (!touchpoint_check(check, subject, error) || !money_check(check, subject, error) ||
            !class_check(check, subject, error) || !search_check(check, subject, error))
            return false;
    }
    return true;
}

/* Within a page one consistent picture; a repair has its transaction already. */
static bool page_walk(Check *check, gint64 *after, bool *more, GError **error)
{
    if (!check->repair && !store_snapshot_begin(check->desk->store, error))
        return false;
    g_autoptr(GArray) page = page_read(check, *after, error);
    bool done = page != NULL && page_check(check, page, error);
    if (!check->repair)
        store_snapshot_end(check->desk->store);
    if (!done)
        return false;
    *more = page->len == PAGE;
    if (page->len > 0)
        *after = g_array_index(page, Subject, page->len - 1).id;
    return true;
}

bool check_customers(Check *check, GError **error)
{
    gint64 after = 0;
    for (bool more = true; more;)
        if (!page_walk(check, &after, &more, error))
            return false;
    return true;
}
