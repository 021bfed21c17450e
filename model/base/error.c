#include "error.h"

G_DEFINE_QUARK(belronde - error - quark, belronde_error)

bool fail(GError **error, BelrondeError code, const char *format, ...)
{
    if (error != NULL) {
        va_list args;
        va_start(args, format);
        *error = g_error_new_valist(BELRONDE_ERROR, code, format, args);
        va_end(args);
    }
    return false;
}
