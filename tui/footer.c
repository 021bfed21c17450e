#include "footer.h"
#include "base/i18n.h"
#include "base/text.h"

static void item_clear(gpointer data)
{
    g_free(((FooterItem *)data)->label);
}

void footer_start(Footer *footer, const Keymap *keymap, Context context)
{
    *footer = (Footer){.items = g_array_new(FALSE, FALSE, sizeof(FooterItem)), .keymap = keymap, .context = context};
    g_array_set_clear_func(footer->items, item_clear);
}

void footer_clear(Footer *footer)
{
    g_array_unref(footer->items);
    *footer = (Footer){0};
}

static bool help_action(ActionId id)
{
    return id == ACTION_HELP_CONTEXT || id == ACTION_HELP_FIELD;
}

static void footer_put(Footer *footer, const Action *action, const char *label)
{
    bool possible = footer->possible == NULL || footer->possible(action, footer->data);
    if (!possible || help_action(action->id) ||
        keymap_key(footer->keymap, action, footer->context, false) == STROKE_NONE)
        return;
    FooterItem item = {.action = action, .label = g_strdup(label)};
    g_array_append_val(footer->items, item);
}

void footer_add(Footer *footer, ActionId id, const char *label)
{
    const Action *action = action_row(id);
    footer_put(footer, action, label != NULL ? label : action_brief(action, footer->context));
}

void footer_words(Footer *footer, const char *words)
{
    FooterItem item = {.label = g_strdup(words)};
    g_array_append_val(footer->items, item);
}

/* Cursor keys and editing keys are where everybody looks for them: they need no room in the footer. */
static bool self_evident(ActionId id)
{
    return (id >= ACTION_MOVE_UP && id <= ACTION_MOVE_END) || (id >= ACTION_EDIT_LEFT && id <= ACTION_EDIT_KILL_WORD);
}

void footer_all(Footer *footer)
{
    size_t count = 0;
    const Action *const *actions = keymap_actions(footer->keymap, &count);
    for (int pass = 0; pass < 2; pass++) /* the screen's own keys before those of every screen */
        for (size_t i = 0; i < count; i++) {
            const Action *action = actions[i];
            bool own = action->keys[0] != 'G';
            if (own == (pass == 0) && !self_evident(action->id) && action->outcome == NULL)
                footer_put(footer, action, action_brief(action, footer->context));
        }
}

static char *key_words(const Footer *footer, const Action *action, FooterStyle style)
{
    Stroke letter = keymap_key(footer->keymap, action, footer->context, false);
    Stroke fkey = keymap_key(footer->keymap, action, footer->context, true);
    g_autofree char *first = stroke_name(style == FOOTER_FKEYS ? fkey : letter);
    g_autofree char *second = stroke_name(fkey);
    bool both = style == FOOTER_BOTH && fkey != letter && fkey >= STROKE_F1 && fkey < STROKE_CTRL;
    return both ? g_strconcat(first, "/", second, NULL) : g_steal_pointer(&first);
}

static char *item_text(const Footer *footer, const FooterItem *item, FooterStyle style)
{
    if (item->action == NULL)
        return g_strdup(item->label);
    g_autofree char *keys = key_words(footer, item->action, style);
    return g_strconcat(keys, " ", item->label, NULL);
}

/* "? help", or "F1 help" where "?" is text. */
static char *help_text(const Footer *footer)
{
    bool typing = context_typing(footer->context);
    const Action *action = action_row(typing ? ACTION_HELP_FIELD : ACTION_HELP_CONTEXT);
    Stroke stroke = keymap_key(footer->keymap, action, footer->context, typing);
    g_autofree char *key = stroke_name(stroke == STROKE_NONE ? STROKE_F1 : stroke);
    return g_strconcat(key, " ", _("help"), NULL);
}

char *footer_text(const Footer *footer, FooterStyle style, int columns)
{
    g_autofree char *help = help_text(footer);
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; style != FOOTER_OFF && i < footer->items->len; i++)
        g_ptr_array_add(words, item_text(footer, &g_array_index(footer->items, FooterItem, i), style));
    int all = 1 + text_width(help);
    for (guint i = 0; i < words->len; i++)
        all += text_width(g_ptr_array_index(words, i)) + 3;
    const char *gap = all <= columns ? "   " : "  ";
    GString *row = g_string_new(" ");
    int used = 1 + text_width(help);
    for (guint i = 0; i < words->len; i++) {
        const char *word = g_ptr_array_index(words, i);
        used += text_width(word) + text_width(gap);
        if (used > columns)
            break; /* what comes later matters less */
        g_string_append_printf(row, "%s%s", word, gap);
    }
    g_string_append(row, help);
    return g_string_free(row, FALSE);
}
