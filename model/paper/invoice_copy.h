/* The copy of an invoice in the house's folder: NUMBER.pdf or NUMBER.xml. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct {
    char *name; /* of the file */
    const char *type;
    GBytes *bytes;
} InvoiceCopy;
void invoice_copy_clear(InvoiceCopy *copy);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(InvoiceCopy, invoice_copy_clear)

/* False: there is none, or no folder. */
bool invoice_copy_find(const char *folder, const char *number, InvoiceCopy *copy);
