/* What does not depend on the engine. */
#include "store/store.h"

#include <unistd.h>

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

/* Version 4, from the kernel: GLib's own generator would repeat itself in a forked child. */
char *store_operation_id(void)
{
    guint8 b[16];
    if (getentropy(b, sizeof b) != 0)
        g_error("the kernel gives no random numbers");
    b[6] = (guint8)((b[6] & 0x0f) | 0x40);
    b[8] = (guint8)((b[8] & 0x3f) | 0x80);
    return g_strdup_printf("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2],
                           b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}
