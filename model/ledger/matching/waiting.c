/* Bank lines as they were stored, with all that the files of other kinds know of them. */
#include "ledger/matching/waiting.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

void waiting_free(gpointer data)
{
    Waiting *waiting = data;
    LineRecord *line = &waiting->line;
    const char *owned[] = {line->currency,      line->name,          line->account,
                           line->reference,     line->text,          line->bank_reference,
                           line->cheque_number, line->return_reason, line->original_currency,
                           line->end_to_end,    line->mandate,       line->code};
    for (size_t i = 0; i < G_N_ELEMENTS(owned); i++)
        g_free((char *)owned[i]);
    g_free(waiting->state);
    g_free(waiting->reason);
    g_free(waiting);
}

static char *column(Query *query, const char *name)
{
    return g_strdup(query_text(query, name));
}

static MatchStep step_of(const char *slug)
{
    for (int step = MATCH_NONE; step <= MATCH_PERSON; step++)
        if (strcmp(slug, MATCH_STEP_SLUGS[step]) == 0)
            return (MatchStep)step;
    return MATCH_NONE;
}

static Waiting *waiting_read(Query *query)
{
    Waiting *waiting = g_new0(Waiting, 1);
    waiting->payment_id = query_integer(query, "id");
    waiting->customer_id = query_integer_or(query, "customer_id", 0);
    waiting->rest = query_integer(query, "amount") - query_integer(query, "allocated");
    waiting->by_person = !query_is_null(query, "agent_id");
    waiting->held = query_integer(query, "held") != 0;
    waiting->step = step_of(query_text(query, "step"));
    waiting->state = column(query, "state");
    waiting->reason = column(query, "match_reason");
    waiting->line = (LineRecord){.day = query_day(query, "day"),
                                 .value_day = query_day(query, "value_day"),
                                 .amount = query_integer(query, "amount"),
                                 .currency = column(query, "currency"),
                                 .name = column(query, "name"),
                                 .account = column(query, "account"),
                                 .reference = column(query, "reference"),
                                 .text = column(query, "text"),
                                 .bank_reference = column(query, "bank_reference"),
                                 .end_to_end = column(query, "end_to_end"),
                                 .cheque_number = column(query, "cheque_number"),
                                 .mandate = column(query, "mandate"),
                                 .cheque = query_integer(query, "cheque") != 0,
                                 .charges = query_integer(query, "charges"),
                                 .code = column(query, "code"),
                                 .booked = true,
                                 .reversal = query_integer(query, "reversal") != 0,
                                 .return_reason = column(query, "return_reason"),
                                 .original_amount = query_integer_or(query, "original_amount", 0),
                                 .original_currency = column(query, "original_currency")};
    return waiting;
}

#define WAITING_SQL                                                                                                    \
    "SELECT p.*, m.customer_id, m.agent_id, m.held, m.state, m.step, m.allocated, m.reason AS match_reason"            \
    " FROM payment_match m JOIN payment p ON p.id = m.payment_id"                                                      \
    " WHERE NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id) AND "

/* --- The same money as other files tell it -------------------------------------------------------------- */

/* The longer of both says more; of equally long ones the same wins in whatever order they come. */
static void text_richer(const char **kept, const char *other)
{
    size_t mine = strlen(*kept), theirs = strlen(other);
    if (theirs < mine || (theirs == mine && strcmp(other, *kept) <= 0))
        return;
    g_free((char *)*kept);
    *kept = g_strdup(other);
}

static bool text_holds(const char *text, const char *part)
{
    g_autofree char *whole = text_fold_bare(text), *bare = text_fold_bare(part);
    return strstr(whole, bare) != NULL;
}

/* Both remittances, the longer first, unless one holds the other. */
static void text_join(const char **kept, const char *other)
{
    if (text_holds(*kept, other))
        return;
    char *own = (char *)*kept;
    size_t mine = strlen(own), theirs = strlen(other);
    bool first = mine > theirs || (mine == theirs && strcmp(own, other) > 0);
    *kept = text_holds(other, own) ? g_strdup(other) : g_strjoin(" ", first ? own : other, first ? other : own, NULL);
    g_free(own);
}

static void line_enrich(LineRecord *line, Query *told)
{
    text_richer(&line->name, query_text(told, "name"));
    text_richer(&line->account, query_text(told, "account"));
    text_richer(&line->reference, query_text(told, "reference"));
    text_join(&line->text, query_text(told, "text"));
    text_richer(&line->end_to_end, query_text(told, "end_to_end"));
    text_richer(&line->mandate, query_text(told, "mandate"));
    text_richer(&line->cheque_number, query_text(told, "cheque_number"));
    text_richer(&line->return_reason, query_text(told, "return_reason"));
    text_richer(&line->code, query_text(told, "code"));
    line->charges = MAX(line->charges, query_integer(told, "charges"));
    line->cheque |= query_integer(told, "cheque") != 0;
    line->reversal |= query_integer(told, "reversal") != 0;
}

static bool waiting_enrich(Waiting *waiting, Store *store, GError **error)
{
    g_autoptr(Query) told =
        store_query(store, "SELECT * FROM payment_told WHERE payment_id = :payment ORDER BY fingerprint",
                    BINDS(INTEGER("payment", waiting->payment_id)), error);
    while (told != NULL && query_next(told))
        line_enrich(&waiting->line, told);
    return told != NULL && query_finish(told, error);
}

/* --- Which of them -------------------------------------------------------------------------------------- */

bool waiting_is_undecided(const Waiting *waiting)
{
    static const char *const STATES[] = {"unmatched", "proposed", "on_account", "duplicate", NULL};
    return g_strv_contains(STATES, waiting->state) && !waiting->by_person && waiting->rest == waiting->line.amount;
}

static GPtrArray *waiting_read_all(Store *store, const char *sql, const Bind *binds, size_t count, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(waiting_free);
    g_autoptr(Query) query = store_query(store, sql, binds, count, error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(list, waiting_read(query));
    if (query == NULL || !query_finish(query, error))
        return NULL;
    for (guint i = 0; i < list->len; i++)
        if (!waiting_enrich(g_ptr_array_index(list, i), store, error))
            return NULL;
    return g_steal_pointer(&list);
}

Waiting *waiting_find(Store *store, gint64 payment_id, GError **error)
{
    g_autoptr(GPtrArray) one =
        waiting_read_all(store, WAITING_SQL "p.id = :payment", BINDS(INTEGER("payment", payment_id)), error);
    if (one == NULL)
        return NULL;
    if (one->len == 0) {
        fail(error, BELRONDE_ERROR_MISSING, _("There is no such receipt, or it went back meanwhile."));
        return NULL;
    }
    return g_ptr_array_steal_index(one, 0);
}

GArray *waiting_ids(Store *store, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT p.id FROM payment_match m JOIN payment p ON p.id = m.payment_id"
                    " WHERE m.state IN ('unmatched', 'proposed', 'on_account', 'duplicate') AND m.allocated = 0"
                    " AND m.agent_id IS NULL AND NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id)"
                    " ORDER BY p.day, p.id",
                    NO_BINDS, error);
    while (query != NULL && query_next(query)) {
        gint64 id = query_integer(query, "id");
        g_array_append_val(ids, id);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&ids) : NULL;
}
