#include "paper/invoice_copy.h"

static const struct {
    const char *suffix, *type;
} KINDS[] = {{".pdf", "application/pdf"}, {".PDF", "application/pdf"}, {".xml", "application/xml"}};

void invoice_copy_clear(InvoiceCopy *copy)
{
    g_clear_pointer(&copy->name, g_free);
    g_clear_pointer(&copy->bytes, g_bytes_unref);
}

/* 2025/1312 is no folder: in names of files a stroke stands for what separates. */
bool invoice_copy_find(const char *folder, const char *number, InvoiceCopy *copy)
{
    g_autofree char *plain = g_strdelimit(g_strdup(number), "/\\:", '-');
    for (size_t i = 0; i < G_N_ELEMENTS(KINDS) && *folder != '\0'; i++) {
        g_autofree char *name = g_strconcat(plain, KINDS[i].suffix, NULL);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        char *text = NULL;
        gsize length = 0;
        if (g_file_get_contents(path, &text, &length, NULL)) {
            *copy = (InvoiceCopy){g_steal_pointer(&name), KINDS[i].type, g_bytes_new_take(text, length)};
            return true;
        }
    }
    return false;
}
