/* Letters that logging a form would send, and why one would reach nobody. */
#include "base/i18n.h"
#include "desk/effect.h"
#include "desk/letter_way.h"
#include "desk/step.h"

#include <string.h>

static void planned_letter_clear(gpointer data)
{
    g_free(((PlannedLetter *)data)->obstacle);
}

static const char *recipient_of(const Form *form, const EffectRow *row)
{
    const char *field = row->fields[SEND_TO];
    const CardContact *contact = field != NULL ? form_value_contact(form, field) : card_with_email(form_card(form));
    if (contact != NULL)
        return contact->email;
    return field != NULL ? form_value(form, field) : "";
}

/* Without an answer a mail goes to an address and a letter to the post. */
static const char *channel_of(const Form *form, const EffectRow *row, const char *recipient)
{
    const char *chosen = row->fields[SEND_BY] != NULL ? form_value(form, row->fields[SEND_BY]) : "";
    if (*chosen != '\0')
        return chosen;
    return *recipient != '\0' ? "email" : "post";
}

GArray *letters_plan(const Form *form)
{
    GArray *letters = g_array_new(FALSE, FALSE, sizeof(PlannedLetter));
    g_autoptr(GPtrArray) effects = effects_plan(form);
    g_array_set_clear_func(letters, planned_letter_clear);
    for (guint i = 0; i < effects->len; i++) {
        const EffectRow *row = g_ptr_array_index(effects, i);
        if (row->verb != EFFECT_SEND)
            continue;
        PlannedLetter letter = {.row = row, .recipient = recipient_of(form, row)};
        letter.channel = channel_of(form, row, letter.recipient);
        letter.obstacle = letter_way_obstacle(letter.channel, letter.recipient, form_card(form)->postal);
        g_array_append_val(letters, letter);
    }
    return letters;
}

char *letters_unsent(const Form *form)
{
    g_autoptr(GArray) letters = letters_plan(form);
    for (guint i = 0; i < letters->len; i++) {
        const PlannedLetter *letter = &g_array_index(letters, PlannedLetter, i);
        if (letter->obstacle != NULL)
            return g_strdup_printf(_("No letter goes: %s"), letter->obstacle);
    }
    return NULL;
}
