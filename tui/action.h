/* Actions, their keys, and the key map in force: table + outcomes of the playbook + [bind] of the settings. */
#pragma once
#include "desk/desk.h"
#include "stroke.h"

/* What an action needs to work; where it is missing the desk says so in the words of need_sentence. */
typedef enum { NEED_NOTHING, NEED_ROW, NEED_CUSTOMER, NEED_COUNT } Need;

typedef enum {
    ACTION_NONE,
#define ACTION(id, name, keys, need, label, brief, help) ACTION_##id,
#include "action_table.h"
#undef ACTION
    ACTION_OUTCOME, /* Action.outcome says which */
    ACTION_COUNT
} ActionId;

/* Letters as in the table. */
typedef enum {
    CONTEXT_GLOBAL = 'G',
    CONTEXT_QUEUE = 'Q',
    CONTEXT_CUSTOMER = 'C',
    CONTEXT_TYPING = 'T',
    CONTEXT_CONFIRM = 'M',
    CONTEXT_LETTER = 'V',
    CONTEXT_REPORT = 'R',
    CONTEXT_DASHBOARD = 'D',
    CONTEXT_FIND = 'F',
    CONTEXT_SETTINGS = 'S',
    CONTEXT_RECEIPTS = 'B',
} Context;
#define CONTEXTS "GQCTMVRDFSB"

/* Printable characters are text here, not commands. */
static inline bool context_typing(Context context)
{
    return context == CONTEXT_TYPING || context == CONTEXT_FIND;
}

typedef struct {
    ActionId id;
    const char *name; /* "go.queue", "out.promise" */
    const char *keys; /* as in the table; "" none */
    Need need;
    const char *label;      /* msgid; of an outcome: translated */
    const char *brief;      /* short, for the footer; msgid; of an outcome: translated */
    const char *help;       /* msgid */
    const Outcome *outcome; /* NULL: not an outcome */
} Action;

const Action *action_row(ActionId id); /* never NULL for a row of the table */
const char *need_sentence(Need need);  /* translated */
/* Translated label of the action as it is called in this context ("Other template" for docs in a letter). */
const char *action_label(const Action *action, Context context);
const char *action_brief(const Action *action, Context context);

/* --- The key map in force ----------------------------------------------------------------------------- */
typedef struct Keymap Keymap;

typedef struct {
    const Outcome *const *outcomes; /* borrowed; of playbook_outcomes */
    size_t outcome_count;
    bool as400;  /* Enter logs from any field, Tab moves */
    bool azerty; /* the digit row without Shift counts as digits */
    /* [bind]: name → keys ("out.paid" → "8", "dial" → "Q:T C:T,F9"; without a context those of the table). */
    const char *const *binds; /* name, keys, name, keys, …, NULL; may be NULL */
} KeymapOptions;

/* Checks while it builds: INPUT with one sentence naming both actions when a key has two meanings, a letter or
 * digit means different things on different screens, a key is out of reach or belongs to the terminal. */
Keymap *keymap_new(const KeymapOptions *options, GError **error);
/* The key map of this desk: its playbook, its [keys] and [bind]. */
Keymap *keymap_of_desk(const Desk *desk, GError **error);
void keymap_free(Keymap *keymap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Keymap, keymap_free)

/* NULL: nothing there.  CONTEXT_GLOBAL applies in every context but T, F and M. */
const Action *keymap_find(const Keymap *keymap, Context context, Stroke stroke);
/* Also of outcomes ("out.promise"); NULL: no such name. */
const Action *keymap_action(const Keymap *keymap, const char *name);
/* Every action, table first, then outcomes; borrowed. */
const Action *const *keymap_actions(const Keymap *keymap, size_t *count);
/* Best key of an action in a context: fkey = prefer the F-key, else a letter or sign.  STROKE_NONE: none. */
Stroke keymap_key(const Keymap *keymap, const Action *action, Context context, bool fkey);
/* All keys of an action in a context and the global ones, "T, F9"; caller frees; "" none. */
char *keymap_keys(const Keymap *keymap, const Action *action, Context context);
/* Bindings as text: context, key, name, label, one per line; for the man page and belronde keys. */
char *keymap_list(const Keymap *keymap);
