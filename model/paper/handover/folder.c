#include "paper/handover_folder.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/letter_memory.h"
#include "desk/outbox.h"
#include "paper/claim_document.h"
#include "paper/folder.h"
#include "paper/handover/parts.h"
#include "paper/invoice_copy.h"
#include <string.h>

#define MARK "dossier.json" /* in every such folder */

static void text_add(GArray *files, const char *name, char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, strlen(text));
    folder_files_add(files, name, bytes);
}

static bool name_is_taken(const GArray *files, const char *name)
{
    for (guint i = 0; i < files->len; i++)
        if (strcmp(g_array_index(files, FolderFile, i).name, name) == 0)
            return true;
    return false;
}

/* "letters/2026-02-24-10449-reminder.eml"; a second one of that name gets a number before it. */
static char *name_in(const GArray *files, const char *folder, const char *name)
{
    g_autofree char *safe = folder_name_safe(name);
    char *whole = g_strdup_printf("%s/%s", folder, safe);
    for (int n = 2; name_is_taken(files, whole); n++) {
        g_free(whole);
        whole = g_strdup_printf("%s/%d-%s", folder, n, safe);
    }
    return whole;
}

/* --- What goes in --------------------------------------------------------------------------------------------------
 */

static void invoice_add(Desk *desk, HandoverLine *line, GArray *files, int *missing)
{
    const char *folder = settings_text(desk->settings, "letter", "copies");
    g_auto(InvoiceCopy) copy = {0};
    if (!invoice_copy_find(folder, line->number, &copy)) {
        ++*missing;
        return;
    }
    g_free(line->file);
    line->file = name_in(files, "invoices", copy.name);
    folder_files_add(files, line->file, copy.bytes);
}

/* The very bytes that left; a document from before they were kept has none. */
static bool letter_add(Desk *desk, HandoverLine *line, GArray *files, GError **error)
{
    g_auto(OutboxCopy) copy = {0};
    if (*line->number == '\0')
        return true;
    if (!outbox_copy_read(desk, line->id, &copy, error))
        return false;
    g_free(line->file);
    line->file = name_in(files, "letters", copy.name);
    folder_files_add(files, line->file, copy.bytes);
    return true;
}

static bool documents_add(Desk *desk, Handover *handover, GArray *files, int *missing, GError **error)
{
    for (guint i = 0; i < handover->lines->len; i++) {
        HandoverLine *line = g_ptr_array_index(handover->lines, i);
        if (line->part == PART_INVOICES)
            invoice_add(desk, line, files, missing);
        else if (line->part == PART_LETTERS && !letter_add(desk, line, files, error))
            return false;
    }
    return true;
}

static bool files_gather(Desk *desk, gint64 customer_id, const HandoverOrder *order, GArray *files, int *missing,
                         GError **error)
{
    const ClaimStyle paper = {.language = NULL, .inside = false};
    g_autoptr(Handover) handover = handover_load(desk, customer_id, order->notes, error);
    g_autoptr(GBytes) pdf = handover != NULL ? claim_pdf(desk, handover->claim, &paper, error) : NULL;
    if (pdf == NULL || !documents_add(desk, handover, files, missing, error))
        return false;
    folder_files_add(files, "claim.pdf", pdf);
    text_add(files, "claim.csv", claim_csv(desk, handover->claim));
    text_add(files, "dossier.csv", handover_csv(handover));
    text_add(files, MARK, handover_json(desk, handover));
    text_add(files, "index.html", handover_html(desk, handover, order->whom));
    return true;
}

/* --- Where -------------------------------------------------------------------------------------------------------- */

/* "10449-Bakkerij-Peeters-2026-02-24" */
static char *folder_name(Desk *desk, gint64 customer_id, GError **error)
{
    g_autofree char *number = NULL, *name = NULL, *day = day_iso(clock_today());
    if (!customer_named(desk, customer_id, &number, &name, error))
        return NULL;
    g_autofree char *all = g_strdup_printf("%s-%s-%s", number, name, day);
    g_autofree char *safe = folder_name_safe(all);
    return g_str_has_suffix(safe, day) ? g_steal_pointer(&safe) : g_strdup_printf("%.60s-%s", safe, day);
}

static char *folder_above(const Desk *desk, const HandoverOrder *order)
{
    const char *setting = settings_text(desk->settings, "handover", "folder");
    if (order->folder != NULL || *setting != '\0')
        return g_strdup(order->folder != NULL ? order->folder : setting);
    g_autofree char *beside = g_path_get_dirname(store_path(desk->store));
    return g_build_filename(beside, "handover", NULL);
}

bool handover_write(Desk *desk, gint64 customer_id, const HandoverOrder *order, char **path, int *missing,
                    GError **error)
{
    int without = 0;
    g_autoptr(GArray) files = folder_files_new();
    g_autofree char *name = folder_name(desk, customer_id, error), *above = folder_above(desk, order);
    if (name == NULL || !store_snapshot_begin(desk->store, error))
        return false;
    bool gathered = files_gather(desk, customer_id, order, files, &without, error);
    store_snapshot_end(desk->store);
    g_autofree char *place = g_build_filename(above, name, NULL);
    if (!gathered || !folder_write(place, files, MARK, order->replace, error))
        return false;
    *path = g_steal_pointer(&place);
    *missing = without;
    return true;
}
