/* What does not depend on the engine. */
#include "store/store.h"

Bind store_bind_text(const char *name, const char *text)
{
    return (Bind){.name = name, .type = text != NULL ? BIND_TEXT : BIND_NULL, .text = text};
}

Bind store_bind_optional(const char *name, gint64 value, bool present)
{
    return (Bind){.name = name, .type = present ? BIND_INTEGER : BIND_NULL, .integer = value};
}

Bind store_bind_day(const char *name, Day day)
{
    return store_bind_optional(name, day.number, day_known(day));
}

char *store_operation_id(void)
{
    return g_uuid_string_random();
}
