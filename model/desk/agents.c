#include "desk/agents.h"

#include <string.h>

char **agents_all(Desk *desk, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Query) query = store_query(
        desk->store, "SELECT name FROM agent WHERE active = 1 AND role <> 'system' ORDER BY name", NO_BINDS, error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(names, query_dup(query, "name"));
    if (query == NULL || !query_finish(query, error))
        return NULL;
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}

/* --- Who signs --------------------------------------------------------------------------------------------- */

void agent_face_clear(AgentFace *face)
{
    g_clear_pointer(&face->full_name, g_free);
    g_clear_pointer(&face->phone, g_free);
    g_clear_pointer(&face->email, g_free);
}

bool agent_face(Desk *desk, const char *name, AgentFace *face, GError **error)
{
    g_auto(AgentFace) found = {g_strdup(""), g_strdup(""), g_strdup("")};
    g_autoptr(Query) query = store_query(desk->store, "SELECT full_name, phone, email FROM agent WHERE name = :name",
                                         BINDS(TEXT("name", name)), error);
    if (query != NULL && query_next(query)) {
        agent_face_clear(&found);
        found = (AgentFace){query_dup(query, "full_name"), query_dup(query, "phone"), query_dup(query, "email")};
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    agent_face_clear(face);
    *face = found;
    found = (AgentFace){0};
    return true;
}

/* Settings are a person's: whoever is named on the command line instead (--agent) has his own. */
static bool is_own_settings(const Desk *desk)
{
    const char *named = settings_text(desk->settings, "belronde", "agent");
    return strcmp(desk->agent, *named != '\0' ? named : g_get_user_name()) == 0;
}

bool agent_face_keep(Desk *desk, GError **error)
{
    const char *name = settings_text(desk->settings, "letter", "signer"),
               *phone = settings_text(desk->settings, "letter", "signer_phone"),
               *email = settings_text(desk->settings, "letter", "signer_email");
    g_auto(AgentFace) face = {0};
    if (!is_own_settings(desk) || (*name == '\0' && *phone == '\0' && *email == '\0'))
        return true;
    if (!agent_face(desk, desk->agent, &face, error))
        return false;
    if (strcmp(face.full_name, name) == 0 && strcmp(face.phone, phone) == 0 && strcmp(face.email, email) == 0)
        return true;
    return store_begin(desk->store, error) &&
           ((store_run(desk->store,
                       "UPDATE agent SET full_name = :full, phone = :phone, email = :email WHERE name = :name",
                       BINDS(TEXT("full", name), TEXT("phone", phone), TEXT("email", email), TEXT("name", desk->agent)),
                       error) &&
             store_commit(desk->store, error)) ||
            (store_rollback(desk->store), false));
}
