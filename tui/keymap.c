#include "action.h"
#include "base/error.h"
#include "base/i18n.h"
#include <string.h>

typedef struct {
    Context context;
    Stroke stroke;
    const Action *action;
} Binding;

struct Keymap {
    GPtrArray *actions;  /* const Action *: table rows, then outcomes */
    GPtrArray *outcomes; /* Action *: owned */
    GArray *bindings;    /* Binding, in the order of the tables: footer and help follow it */
    GHashTable *found;   /* context and stroke → const Action * */
    bool azerty;
};

static gpointer slot(Context context, Stroke stroke)
{
    return GSIZE_TO_POINTER((gsize)context << 32 | stroke);
}

static bool context_known(char letter)
{
    return letter != '\0' && strchr(CONTEXTS, letter) != NULL;
}

/* --- Building ------------------------------------------------------------------------------------------ */

static void bind(Keymap *keymap, Context context, Stroke stroke, const Action *action)
{
    Binding binding = {.context = context, .stroke = stroke, .action = action};
    g_array_append_val(keymap->bindings, binding);
}

/* Binds "T,F9" in every one of `contexts`. */
static bool bind_keys(Keymap *keymap, const char *contexts, const char *keys, const Action *action, GError **error)
{
    g_auto(GStrv) words = g_strsplit(keys, ",", -1);
    for (char **word = words; *word != NULL; word++) {
        Stroke stroke = stroke_parse(*word);
        if (stroke == STROKE_NONE)
            return fail(error, BELRONDE_ERROR_INPUT,
                        _("“%s” is no key (for %s): write a letter, a sign, F1 … F12, Ctrl-A, Enter, Space …"), *word,
                        action->name);
        for (const char *context = contexts; *context != '\0'; context++)
            bind(keymap, (Context)*context, stroke, action);
    }
    return true;
}

/* The contexts an action has in the table: what a rebinding without a context means. */
static char *contexts_of(const char *keys)
{
    GString *contexts = g_string_new(NULL);
    g_auto(GStrv) groups = g_strsplit(keys, " ", -1);
    for (char **group = groups; *group != NULL; group++)
        if (context_known((*group)[0]))
            g_string_append_c(contexts, (*group)[0]);
    return g_string_free(contexts, FALSE);
}

static bool bind_groups(Keymap *keymap, const Action *action, const char *keys, GError **error)
{
    g_auto(GStrv) groups = g_strsplit(keys, " ", -1);
    g_autofree char *own = contexts_of(action->keys);
    for (char **group = groups; *group != NULL; group++) {
        bool named = context_known((*group)[0]) && (*group)[1] == ':' && (*group)[2] != '\0';
        char context[] = {(*group)[0], '\0'};
        const char *contexts = named ? context : *own != '\0' ? own : "G";
        if (**group != '\0' && !bind_keys(keymap, contexts, named ? *group + 2 : *group, action, error))
            return false;
    }
    return true;
}

static void add_outcome(Keymap *keymap, const Outcome *outcome)
{
    Action *action = g_new0(Action, 1);
    action->id = ACTION_OUTCOME;
    action->name = g_strconcat("out.", outcome->slug, NULL);
    action->keys = outcome->letter == NULL || *outcome->letter == '\0'
                       ? g_strdup("")
                       : g_strdup_printf("Q:%s C:%s", outcome->letter, outcome->letter);
    action->need = NEED_CUSTOMER;
    action->label = outcome->label;
    action->brief = outcome->short_label;
    action->help = N_("Logs this outcome of the call and plans what comes next.");
    action->outcome = outcome;
    g_ptr_array_add(keymap->outcomes, action);
    g_ptr_array_add(keymap->actions, action);
}

static void action_free(gpointer data)
{
    Action *action = data;
    g_free((char *)action->name);
    g_free((char *)action->keys);
    g_free(action);
}

/* The [bind] line of an action, or NULL. */
static const char *rebinding(const KeymapOptions *options, const char *name)
{
    for (const char *const *at = options->binds; at != NULL && at[0] != NULL && at[1] != NULL; at += 2)
        if (g_ascii_strcasecmp(at[0], name) == 0)
            return at[1];
    return NULL;
}

static bool bind_all(Keymap *keymap, const KeymapOptions *options, GError **error)
{
    for (guint i = 0; i < keymap->actions->len; i++) {
        const Action *action = g_ptr_array_index(keymap->actions, i);
        const char *keys = rebinding(options, action->name);
        if (keys == NULL)
            keys = action->keys;
        if (options->as400 && keys == action->keys && action->id == ACTION_FIELD_ACCEPT)
            continue;
        if (options->as400 && keys == action->keys && action->id == ACTION_FIELD_SUBMIT)
            keys = "T:Enter,F2,Ctrl-S";
        if (!bind_groups(keymap, action, keys, error))
            return false;
    }
    return true;
}

static bool names_known(const Keymap *keymap, const KeymapOptions *options, GError **error)
{
    for (const char *const *at = options->binds; at != NULL && at[0] != NULL && at[1] != NULL; at += 2)
        if (keymap_action(keymap, at[0]) == NULL)
            return fail(error, BELRONDE_ERROR_INPUT,
                        _("There is no action “%s” to bind: belronde keys lists the names."), at[0]);
    return true;
}

/* --- The conflict check -------------------------------------------------------------------------------- */

static bool printable(Stroke stroke)
{
    return stroke < STROKE_NAMED;
}

static bool out_of_reach(Stroke stroke)
{
    static const char *risky = "[]{}\\@#~^"; /* AltGr on a Belgian keyboard */
    static const char *terminals = "HIJMQ";  /* Ctrl-H is Backspace, Ctrl-M is Enter … */
    if (stroke > STROKE_CTRL)
        return strchr(terminals, (int)(stroke - STROKE_CTRL)) != NULL;
    if (stroke == STROKE_F1 + 9 || stroke == STROKE_F1 + 10)
        return true;
    return stroke < 0x80 && strchr(risky, (int)stroke) != NULL;
}

static bool check_key(const Binding *binding, GError **error)
{
    g_autofree char *key = stroke_name(binding->stroke);
    if (out_of_reach(binding->stroke))
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("%s cannot be the key of %s: it is out of reach on some keyboards or belongs to the terminal."),
                    key, binding->action->name);
    if (context_typing(binding->context) && printable(binding->stroke))
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("%s cannot be the key of %s while typing: there it is text; choose an F-key or a Ctrl-key."), key,
                    binding->action->name);
    return true;
}

/* Letters and digits keep one meaning on all screens; signs may depend on the screen.  A global key must not be
 * covered by a screen's own. */
static bool clash(const Binding *a, const Binding *b, bool azerty)
{
    bool own_a = context_typing(a->context) || a->context == CONTEXT_CONFIRM;
    bool own_b = context_typing(b->context) || b->context == CONTEXT_CONFIRM;
    if (a->action == b->action)
        return false;
    bool same = a->stroke == b->stroke;
    if (azerty && !own_a && !own_b)
        same = same || stroke_azerty_digit(a->stroke) == b->stroke || stroke_azerty_digit(b->stroke) == a->stroke;
    if (!same)
        return false;
    if (a->context == b->context)
        return true;
    if (own_a || own_b)
        return false;
    return a->context == CONTEXT_GLOBAL || b->context == CONTEXT_GLOBAL ||
           (printable(a->stroke) && g_unichar_isalnum(a->stroke));
}

static bool check(const Keymap *keymap, GError **error)
{
    for (guint i = 0; i < keymap->bindings->len; i++) {
        const Binding *binding = &g_array_index(keymap->bindings, Binding, i);
        if (!check_key(binding, error))
            return false;
        for (guint k = 0; k < i; k++) {
            const Binding *other = &g_array_index(keymap->bindings, Binding, k);
            g_autofree char *key = stroke_name(binding->stroke);
            if (clash(binding, other, keymap->azerty))
                return fail(error, BELRONDE_ERROR_INPUT,
                            _("The key %s is given to both %s and %s: change one of them."), key, other->action->name,
                            binding->action->name);
        }
    }
    return true;
}

/* F-keys may be missing, and the palette cannot be reached while typing. */
static bool check_reach(const Keymap *keymap, GError **error)
{
    for (guint i = 0; i < keymap->bindings->len; i++) {
        const Binding *binding = &g_array_index(keymap->bindings, Binding, i);
        Stroke best = keymap_key(keymap, binding->action, binding->context, false);
        if (context_typing(binding->context) && best >= STROKE_F1 && best < STROKE_CTRL)
            return fail(error, BELRONDE_ERROR_INPUT,
                        _("%s has only an F-key while typing, which some keyboards lack: give it a Ctrl-key as well."),
                        binding->action->name);
    }
    return true;
}

static void index_bindings(Keymap *keymap)
{
    for (guint i = 0; i < keymap->bindings->len; i++) {
        const Binding *binding = &g_array_index(keymap->bindings, Binding, i);
        g_hash_table_insert(keymap->found, slot(binding->context, binding->stroke), (gpointer)binding->action);
    }
}

Keymap *keymap_new(const KeymapOptions *options, GError **error)
{
    g_autoptr(Keymap) keymap = g_new0(Keymap, 1);
    keymap->actions = g_ptr_array_new();
    keymap->outcomes = g_ptr_array_new_with_free_func(action_free);
    keymap->bindings = g_array_new(FALSE, FALSE, sizeof(Binding));
    keymap->found = g_hash_table_new(NULL, NULL);
    keymap->azerty = options->azerty;
    for (ActionId id = ACTION_NONE + 1; id < ACTION_OUTCOME; id++)
        g_ptr_array_add(keymap->actions, (gpointer)action_row(id));
    for (size_t i = 0; i < options->outcome_count; i++)
        add_outcome(keymap, options->outcomes[i]);
    if (!names_known(keymap, options, error) || !bind_all(keymap, options, error) || !check(keymap, error) ||
        !check_reach(keymap, error))
        return NULL;
    index_bindings(keymap);
    return g_steal_pointer(&keymap);
}

void keymap_free(Keymap *keymap)
{
    if (keymap == NULL)
        return;
    g_ptr_array_unref(keymap->actions);
    g_ptr_array_unref(keymap->outcomes);
    g_array_unref(keymap->bindings);
    g_hash_table_unref(keymap->found);
    g_free(keymap);
}

/* --- Asking -------------------------------------------------------------------------------------------- */

static const Action *find_exact(const Keymap *keymap, Context context, Stroke stroke)
{
    const Action *action = g_hash_table_lookup(keymap->found, slot(context, stroke));
    bool global = !context_typing(context) && context != CONTEXT_CONFIRM;
    return action == NULL && global ? g_hash_table_lookup(keymap->found, slot(CONTEXT_GLOBAL, stroke)) : action;
}

const Action *keymap_find(const Keymap *keymap, Context context, Stroke stroke)
{
    const Action *action = find_exact(keymap, context, stroke);
    if (action != NULL || !keymap->azerty || context_typing(context))
        return action;
    Stroke digit = stroke_azerty_digit(stroke);
    return digit == STROKE_NONE ? NULL : find_exact(keymap, context, digit);
}

const Action *keymap_action(const Keymap *keymap, const char *name)
{
    for (guint i = 0; i < keymap->actions->len; i++) {
        const Action *action = g_ptr_array_index(keymap->actions, i);
        if (g_ascii_strcasecmp(action->name, name) == 0)
            return action;
    }
    return NULL;
}

const Action *const *keymap_actions(const Keymap *keymap, size_t *count)
{
    *count = keymap->actions->len;
    return (const Action *const *)keymap->actions->pdata;
}

static bool is_fkey(Stroke stroke)
{
    return stroke >= STROKE_F1 && stroke < STROKE_CTRL;
}

static Stroke key_in(const Keymap *keymap, const Action *action, Context context, bool fkey)
{
    Stroke first = STROKE_NONE;
    for (guint i = 0; i < keymap->bindings->len; i++) {
        const Binding *binding = &g_array_index(keymap->bindings, Binding, i);
        if (binding->action != action || binding->context != context)
            continue;
        if (is_fkey(binding->stroke) == fkey)
            return binding->stroke;
        first = first == STROKE_NONE ? binding->stroke : first;
    }
    return first;
}

Stroke keymap_key(const Keymap *keymap, const Action *action, Context context, bool fkey)
{
    Stroke own = key_in(keymap, action, context, fkey);
    bool global = !context_typing(context) && context != CONTEXT_CONFIRM;
    if (own != STROKE_NONE || !global)
        return own;
    return key_in(keymap, action, CONTEXT_GLOBAL, fkey);
}

char *keymap_keys(const Keymap *keymap, const Action *action, Context context)
{
    GString *keys = g_string_new(NULL);
    bool global = !context_typing(context) && context != CONTEXT_CONFIRM;
    for (guint i = 0; i < keymap->bindings->len; i++) {
        const Binding *binding = &g_array_index(keymap->bindings, Binding, i);
        if (binding->action != action ||
            (binding->context != context && !(global && binding->context == CONTEXT_GLOBAL)))
            continue;
        g_autofree char *name = stroke_name(binding->stroke);
        g_string_append_printf(keys, "%s%s", keys->len > 0 ? ", " : "", name);
    }
    return g_string_free(keys, FALSE);
}

char *keymap_list(const Keymap *keymap)
{
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < keymap->bindings->len; i++) {
        const Binding *binding = &g_array_index(keymap->bindings, Binding, i);
        g_autofree char *key = stroke_name(binding->stroke);
        g_string_append_printf(list, "%c\t%s\t%s\t%s\n", (char)binding->context, key, binding->action->name,
                               action_label(binding->action, binding->context));
    }
    for (guint i = 0; i < keymap->actions->len; i++) {
        const Action *action = g_ptr_array_index(keymap->actions, i);
        if (*action->keys == '\0')
            g_string_append_printf(list, ":\t\t%s\t%s\n", action->name, action_label(action, CONTEXT_GLOBAL));
    }
    return g_string_free(list, FALSE);
}
