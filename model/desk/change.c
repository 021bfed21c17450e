/* Master data changed at the desk: each column with its old value, so that undo can put it back.  What an import
 * must not overwrite afterwards is marked by contact.edited. */
#include "desk/verb.h"

#include "base/i18n.h"
#include <string.h>

#define COLUMN(entity, field, integer)                                                                                 \
    {                                                                                                                  \
        entity, field, integer, "SELECT " field " AS value FROM " entity " WHERE id = :id",                            \
            "UPDATE " entity " SET " field " = :value WHERE id = :id"                                                  \
    }

typedef struct {
    const char *entity, *field;
    bool integer;
    const char *read, *write;
} ChangeColumn;

static const ChangeColumn COLUMNS[] = {
    COLUMN("customer", "not_callable", false), COLUMN("customer", "stop_supply", true),
    COLUMN("customer", "prepay", true),        COLUMN("customer", "kind", false),
    COLUMN("customer", "language", false),     COLUMN("contact", "absent_until", true),
    COLUMN("contact", "deputy", false),        COLUMN("contact", "edited", true),
    COLUMN("phone", "wrong_since", true),
};

static const ChangeColumn *column_find(const char *entity, const char *field)
{
    for (size_t i = 0; i < G_N_ELEMENTS(COLUMNS); i++)
        if (strcmp(COLUMNS[i].entity, entity) == 0 && strcmp(COLUMNS[i].field, field) == 0)
            return &COLUMNS[i];
    g_error("%s.%s is not among the columns a verb may change", entity, field);
}

static bool column_write(Desk *desk, const ChangeColumn *column, gint64 id, const char *value, GError **error)
{
    Bind bind = TEXT("value", value);
    if (value != NULL && column->integer)
        bind = INTEGER("value", g_ascii_strtoll(value, NULL, 10));
    return store_run(desk->store, column->write, BINDS(bind, INTEGER("id", id)), error);
}

static bool change_note(Desk *desk, gint64 event_id, const char *entity, gint64 id, const char *field, const char *old,
                        const char *value, GError **error)
{
    return store_run(desk->store,
                     "INSERT INTO event_change (event_id, position, entity, entity_id, field, old_value, new_value)"
                     " SELECT :event, coalesce(max(position), -1) + 1, :entity, :id, :field, :old, :new"
                     " FROM event_change WHERE event_id = :event",
                     BINDS(INTEGER("event", event_id), TEXT("entity", entity), INTEGER("id", id), TEXT("field", field),
                           TEXT("old", old), TEXT("new", value)),
                     error);
}

bool change_set(Desk *desk, gint64 event_id, const char *entity, gint64 id, const char *field, const char *value,
                GError **error)
{
    const ChangeColumn *column = column_find(entity, field);
    g_autofree char *old = NULL;
    if (!store_text(desk->store, column->read, BINDS(INTEGER("id", id)), &old, error))
        return false;
    return g_strcmp0(old, value) == 0 || (change_note(desk, event_id, entity, id, field, old, value, error) &&
                                          column_write(desk, column, id, value, error));
}

bool change_created(Desk *desk, gint64 event_id, const char *entity, gint64 id, GError **error)
{
    return change_note(desk, event_id, entity, id, "", NULL, "", error);
}

/* --- Undo --------------------------------------------------------------------------------------------- */

typedef struct {
    char *entity, *field, *old, *value;
    gint64 id;
} Change;

static void change_free(gpointer data)
{
    Change *change = data;
    g_free(change->entity);
    g_free(change->field);
    g_free(change->old);
    g_free(change->value);
    g_free(change);
}

/* Newest first: a column set twice ends at its first old value. */
static GPtrArray *changes_of(Desk *desk, gint64 event_id, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(change_free);
    g_autoptr(Query) query = store_query(desk->store,
                                         "SELECT entity, entity_id, field, old_value, new_value FROM event_change"
                                         " WHERE event_id = :event ORDER BY position DESC",
                                         BINDS(INTEGER("event", event_id)), error);
    while (query != NULL && query_next(query)) {
        Change *change = g_new0(Change, 1);
        *change = (Change){query_dup(query, "entity"), query_dup(query, "field"), query_dup(query, "old_value"),
                           query_dup(query, "new_value"), query_integer(query, "entity_id")};
        g_ptr_array_add(list, change);
    }
    if (query == NULL || !query_finish(query, error))
        return NULL;
    return g_steal_pointer(&list);
}

/* A telephone number is all a verb creates; with the event undone it was never known. */
static bool created_undo(Desk *desk, const Change *change, GError **error)
{
    g_assert(strcmp(change->entity, "phone") == 0);
    return store_run(desk->store, "DELETE FROM phone WHERE id = :id", BINDS(INTEGER("id", change->id)), error);
}

static bool change_undo(Desk *desk, const Change *change, int *left, GError **error)
{
    if (*change->field == '\0')
        return created_undo(desk, change, error);
    const ChangeColumn *column = column_find(change->entity, change->field);
    g_autofree char *now = NULL;
    if (!store_text(desk->store, column->read, BINDS(INTEGER("id", change->id)), &now, error))
        return false;
    if (g_strcmp0(now, change->value) == 0)
        return column_write(desk, column, change->id, change->old, error);
    ++*left;
    return true;
}

bool changes_undo(Desk *desk, gint64 event_id, int *left, GError **error)
{
    g_autoptr(GPtrArray) changes = changes_of(desk, event_id, error);
    for (guint i = 0; changes != NULL && i < changes->len; i++)
        if (!change_undo(desk, g_ptr_array_index(changes, i), left, error))
            return false;
    return changes != NULL;
}
