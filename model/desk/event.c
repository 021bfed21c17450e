/* Writing the record and proving it.  The order of EVENT_COLUMNS is the order of the hash: every column of the
 * table but the hash itself stands there, so that no byte of an event can change unnoticed. */
#include "desk/event.h"

#include "base/clock.h"
#include "base/i18n.h"
#include <inttypes.h>
#include <string.h>

enum { EVENT_COLUMN_COUNT = 17 };

static const struct {
    const char *name;
    bool text;
} EVENT_COLUMNS[EVENT_COLUMN_COUNT] = {
    {"id", false},         {"op", true},        {"kind", true},      {"outcome", true}, {"customer_id", false},
    {"contact_id", false}, {"agent_id", false}, {"undoes", false},   {"day", false},    {"minute", false},
    {"utc", false},        {"zone", true},      {"duration", false}, {"amount", false}, {"currency", true},
    {"content", true},     {"hash", true},
};

/* Length before value, so that no two rows can spell the same bytes; NULL differs from "". */
static void digest_text(GChecksum *digest, const char *value)
{
    char length[32];
    int written = g_snprintf(length, sizeof length, "%d:", value == NULL ? -1 : (int)strlen(value));
    g_checksum_update(digest, (const guchar *)length, written);
    if (value != NULL)
        g_checksum_update(digest, (const guchar *)value, (gssize)strlen(value));
}

static void digest_integer(GChecksum *digest, gint64 value)
{
    char text[32];
    g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, value);
    digest_text(digest, text);
}

static void digest_bind(GChecksum *digest, const Bind *bind)
{
    digest_text(digest, bind->name);
    if (bind->type == BIND_INTEGER)
        digest_integer(digest, bind->integer);
    else
        digest_text(digest, bind->type == BIND_NULL ? NULL : bind->text);
}

static char *event_hash(const char *previous, const Bind row[EVENT_COLUMN_COUNT])
{
    g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA256);
    digest_text(digest, previous);
    for (size_t i = 0; i + 1 < EVENT_COLUMN_COUNT; i++)
        digest_bind(digest, &row[i]);
    return g_strdup(g_checksum_get_string(digest));
}

static void digest_answer(GChecksum *digest, gint64 position, const char *salt, const EventAnswer *answer)
{
    digest_integer(digest, position);
    digest_text(digest, salt);
    digest_text(digest, answer->field);
    digest_text(digest, answer->value);
    digest_text(digest, answer->shown);
}

/* --- Appending --------------------------------------------------------------------------------------- */

static char *content_hash(const EventFacts *facts, char **salts)
{
    g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t i = 0; i < facts->answer_count; i++) {
        EventAnswer answer = facts->answers[i];
        answer.shown = answer.shown != NULL ? answer.shown : "";
        digest_answer(digest, (gint64)i, salts[i], &answer);
    }
    return g_strdup(g_checksum_get_string(digest));
}

static bool answers_insert(Store *store, gint64 event_id, const EventFacts *facts, char **salts, GError **error)
{
    for (size_t i = 0; i < facts->answer_count; i++) {
        const EventAnswer *answer = &facts->answers[i];
        if (!store_run(store,
                       "INSERT INTO event_answer (event_id, position, field, value, shown, salt)"
                       " VALUES (:event, :position, :field, :value, :shown, :salt)",
                       BINDS(INTEGER("event", event_id), INTEGER("position", i), TEXT("field", answer->field),
                             TEXT("value", answer->value), TEXT("shown", answer->shown != NULL ? answer->shown : ""),
                             TEXT("salt", salts[i])),
                       error))
            return false;
    }
    return true;
}

/* A salt per answer keeps a short answer ("yes", a name) from being guessed back out of its hash. */
static char **answer_salts(size_t count)
{
    char **salts = g_new0(char *, count + 1);
    for (size_t i = 0; i < count; i++)
        salts[i] = store_operation_id();
    return salts;
}

static void event_row(const Desk *desk, const EventFacts *facts, gint64 id, const char *content,
                      Bind row[EVENT_COLUMN_COUNT])
{
    Now now = clock_now();
    const Bind values[EVENT_COLUMN_COUNT] = {
        INTEGER("id", id),
        TEXT("op", facts->op),
        TEXT("kind", facts->kind),
        TEXT("outcome", facts->outcome),
        ID("customer_id", facts->customer_id),
        ID("contact_id", facts->contact_id),
        INTEGER("agent_id", desk->agent_id),
        ID("undoes", facts->undoes),
        DAY("day", now.day),
        INTEGER("minute", now.minute),
        INTEGER("utc", now.utc),
        TEXT("zone", desk->zone != NULL ? desk->zone : ""),
        INTEGER("duration", facts->duration),
        INTEGER("amount", facts->amount),
        TEXT("currency", facts->currency != NULL ? facts->currency : "EUR"),
        TEXT("content", content),
        TEXT("hash", NULL),
    };
    memcpy(row, values, sizeof values);
}

bool event_append(Desk *desk, const EventFacts *facts, gint64 *id, GError **error)
{
    gint64 newest = 0;
    g_autofree char *previous = NULL;
    if (!store_value(desk->store, "SELECT max(id) AS id FROM event", NO_BINDS, 0, &newest, error) ||
        !store_text(desk->store, "SELECT hash FROM event WHERE id = :id", BINDS(INTEGER("id", newest)), &previous,
                    error))
        return false;
    g_auto(GStrv) salts = answer_salts(facts->answer_count);
    g_autofree char *content = content_hash(facts, salts);
    Bind row[EVENT_COLUMN_COUNT];
    event_row(desk, facts, newest + 1, content, row);
    g_autofree char *hash = event_hash(previous != NULL ? previous : "", row);
    row[EVENT_COLUMN_COUNT - 1].type = BIND_TEXT;
    row[EVENT_COLUMN_COUNT - 1].text = hash;
    if (!store_run(
            desk->store,
            "INSERT INTO event (id, op, kind, outcome, customer_id, contact_id, agent_id, undoes, day, minute, utc,"
            " zone, duration, amount, currency, content, hash)"
            " VALUES (:id, :op, :kind, :outcome, :customer_id, :contact_id, :agent_id, :undoes, :day, :minute,"
            " :utc, :zone, :duration, :amount, :currency, :content, :hash)",
            row, EVENT_COLUMN_COUNT, error) ||
        !answers_insert(desk->store, newest + 1, facts, salts, error))
        return false;
    *id = newest + 1;
    return true;
}

bool event_find_op(Desk *desk, const char *op, gint64 *id, GError **error)
{
    return store_value(desk->store, "SELECT id FROM event WHERE op = :op", BINDS(TEXT("op", op)), 0, id, error);
}

/* --- Proving ----------------------------------------------------------------------------------------- */

/* Walks events and answers side by side, each in its own order, so that a long record costs one pass. */
typedef struct {
    Query *events, *answers;
    bool answer_waiting;
    gint64 count;
    char *previous; /* hash of the event before; "" at the start */
    GPtrArray *findings;
} ChainWalk;

static void finding(ChainWalk *walk, const char *pattern, gint64 event_id)
{
    g_ptr_array_add(walk->findings, g_strdup_printf(pattern, event_id));
}

static void row_read(Query *query, Bind row[EVENT_COLUMN_COUNT])
{
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++) {
        const char *name = EVENT_COLUMNS[i].name;
        if (query_is_null(query, name))
            row[i] = (Bind){.name = name, .type = BIND_NULL};
        else if (EVENT_COLUMNS[i].text)
            row[i] = (Bind){.name = name, .type = BIND_TEXT, .text = query_text(query, name)};
        else
            row[i] = (Bind){.name = name, .type = BIND_INTEGER, .integer = query_integer(query, name)};
    }
}

/* The hash over the answers that are there; *found tells how many. */
static char *answers_digest(ChainWalk *walk, gint64 event_id, int *found)
{
    g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA256);
    *found = 0;
    while (walk->answer_waiting && query_integer(walk->answers, "event_id") <= event_id) {
        if (query_integer(walk->answers, "event_id") == event_id) {
            EventAnswer answer = {query_text(walk->answers, "field"), query_text(walk->answers, "value"),
                                  query_text(walk->answers, "shown")};
            digest_answer(digest, query_integer(walk->answers, "position"), query_text(walk->answers, "salt"), &answer);
            ++*found;
        }
        walk->answer_waiting = query_next(walk->answers);
    }
    return g_strdup(g_checksum_get_string(digest));
}

static void answers_check(ChainWalk *walk, gint64 event_id)
{
    int found = 0;
    g_autofree char *digest = answers_digest(walk, event_id, &found);
    if (strcmp(digest, query_text(walk->events, "content")) == 0)
        return;
    /* An erased person's answers are gone altogether; what is left must still be what was said. */
    if (found == 0 && query_integer(walk->events, "erased") != 0)
        return;
    finding(walk, _("Event %" PRId64 ": what was said and typed is not what was recorded."), event_id);
}

static void event_check(ChainWalk *walk)
{
    Bind row[EVENT_COLUMN_COUNT];
    row_read(walk->events, row);
    gint64 id = query_integer(walk->events, "id");
    walk->count++;
    if (id != walk->count) {
        finding(walk, _("Before event %" PRId64 " an event is missing from the record."), id);
        walk->count = id;
    }
    g_autofree char *hash = event_hash(walk->previous, row);
    if (strcmp(hash, query_text(walk->events, "hash")) != 0)
        finding(walk, _("Event %" PRId64 " was changed after it was recorded."), id);
    answers_check(walk, id);
    g_free(walk->previous);
    walk->previous = query_dup(walk->events, "hash");
}

bool event_verify(Store *store, GPtrArray *findings, char **head, GError **error)
{
    g_autoptr(Query) events = store_query(store,
                                          "SELECT e.*, CASE WHEN x.event_id IS NULL THEN 0 ELSE 1 END AS erased"
                                          " FROM event e LEFT JOIN erasure x ON x.event_id = e.id ORDER BY e.id",
                                          NO_BINDS, error);
    if (events == NULL)
        return false;
    g_autoptr(Query) answers =
        store_query(store, "SELECT * FROM event_answer ORDER BY event_id, position", NO_BINDS, error);
    if (answers == NULL)
        return false;
    ChainWalk walk = {.events = events, .answers = answers, .previous = g_strdup(""), .findings = findings};
    walk.answer_waiting = query_next(answers);
    while (query_next(events))
        event_check(&walk);
    g_autofree char *last = walk.previous;
    if (!query_finish(events, error) || !query_finish(answers, error))
        return false;
    size_t length = strlen(last);
    *head = g_strdup_printf("%" G_GINT64_FORMAT " %s", walk.count, last + (length > 16 ? length - 16 : 0));
    return true;
}
