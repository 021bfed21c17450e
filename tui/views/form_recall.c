/* What each field held the last time it was logged at this desk, for Ctrl-R (the Dup key of a 5250). */
#include "views/form_inside.h"

static GHashTable *remembered; /* "promise.by" → what was typed */

static char *recall_key(const Form *form, const FormField *field)
{
    return g_strdup_printf("%s.%s", form_outcome(form)->slug, field->field->name);
}

void form_remember(const Form *form)
{
    if (remembered == NULL)
        remembered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (size_t i = 0; i < form_count(form); i++) {
        const FormField *field = form_field(form, i);
        if (field->visible && *field->typed != '\0')
            g_hash_table_insert(remembered, recall_key(form, field), g_strdup(field->typed));
    }
}

const char *form_recall(const Form *form, size_t index)
{
    g_autofree char *key = recall_key(form, form_field(form, index));
    return remembered == NULL ? NULL : g_hash_table_lookup(remembered, key);
}
