/* What stands in a field before anything is typed. */
#include "base/clock.h"
#include "desk/form_parts.h"

#include <string.h>

char *form_chief(const Form *form)
{
    char *name = NULL;
    if (form->desk->store != NULL)
        store_text(form->desk->store,
                   "SELECT name FROM agent WHERE role = 'supervisor' AND active = 1 ORDER BY id LIMIT 1", NO_BINDS,
                   &name, NULL);
    return name != NULL ? name : g_strdup("");
}

char *form_colleague(const Form *form, const char *name)
{
    char *found = NULL;
    if (form->desk->store != NULL && name[0] != '\0')
        store_text(form->desk->store,
                   "SELECT name FROM agent WHERE lower(name) = lower(:name) AND active = 1 AND role <> 'system'",
                   BINDS(TEXT("name", name)), &found, NULL);
    return found;
}

char *moment_typed(Moment moment)
{
    g_autofree char *minute = minute_text(moment.minute), *day = NULL;
    /* A day and a month alone mean the next one of that name. */
    int ahead = day_minus(moment.day, clock_today());
    day = ahead > -300 && ahead < 300 ? day_short(moment.day) : day_iso(moment.day);
    return g_strdup_printf("%s%s%s", day, minute[0] == '\0' ? "" : " ", minute);
}

static char *amount_suggest(const Form *form, const char *word)
{
    Cents amount = form_items_open(form);
    if (strcmp(word, "zero") == 0)
        return money_text(0);
    if (strcmp(word, "item") == 0) {
        amount = 0;
        for (guint i = 0; i < form->slots->len; i++) {
            const CardItem *item = g_array_index(form->slots, Slot, i).item;
            amount = item == NULL ? amount : item_free(item);
        }
    }
    return amount > 0 ? money_text(amount) : g_strdup("");
}

static char *contact_suggest(const Form *form, const char *word)
{
    const GPtrArray *contacts = form->card->contacts;
    const CardContact *contact = contacts->len == 0 ? NULL : g_ptr_array_index(contacts, 0);
    if (strcmp(word, "management") == 0)
        contact = card_management(form->card);
    else if (strcmp(word, "ask_for") == 0 && card_contact(form->card, form->card->ask_contact_id) != NULL)
        contact = card_contact(form->card, form->card->ask_contact_id);
    return g_strdup(contact == NULL ? "" : contact->name);
}

/* Of the person asked for, else of anybody. */
static char *phone_suggest(const Form *form, const char *word)
{
    const CardContact *asked = card_contact(form->card, form->card->ask_contact_id);
    (void)word;
    for (guint i = 0; i <= form->card->contacts->len; i++) {
        const CardContact *contact = i == 0 ? asked : g_ptr_array_index(form->card->contacts, i - 1);
        for (guint j = 0; contact != NULL && j < contact->phones->len; j++) {
            const CardPhone *phone = g_ptr_array_index(contact->phones, j);
            if (!phone->wrong)
                return g_strdup(phone->pretty != NULL && phone->pretty[0] != '\0' ? phone->pretty : phone->raw);
        }
    }
    return g_strdup("");
}

static char *email_suggest(const Form *form, const char *word)
{
    (void)word;
    return g_strdup(form_email(form));
}

static char *item_suggest(const Form *form, const char *word)
{
    const CardItem *first = NULL;
    for (guint i = 0; i < form->card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(form->card->items, i);
        if (strcmp(word, "disputed") == 0 && item->disputed > 0)
            return g_strdup(item->number);
        if (strcmp(word, "oldest") == 0 && item_counts(form, item) && item_free(item) > 0) {
            if (item->marked)
                return g_strdup(item->number);
            first = first == NULL ? item : first;
        }
    }
    return g_strdup(first == NULL ? "" : first->number);
}

static char *items_suggest(const Form *form, const char *word)
{
    GString *list = g_string_new(NULL);
    (void)word;
    for (guint i = 0; i < form->items->len; i++) {
        for (guint j = 0; j < form->card->items->len; j++) {
            const CardItem *item = g_ptr_array_index(form->card->items, j);
            if (item->id == g_array_index(form->items, gint64, i))
                g_string_append_printf(list, "%s%s", list->len > 0 ? "," : "", item->number);
        }
    }
    return g_string_free(list, FALSE);
}

static char *colleague_suggest(const Form *form, const char *word)
{
    return strcmp(word, "chief") == 0 ? form_chief(form) : g_strdup(word);
}

static char *plain_suggest(const Form *form, const char *word)
{
    return strchr(word, '{') == NULL ? g_strdup(word) : g_strchomp(form_fill(form, word, NULL, false, NULL));
}

/* A choice that needs a contact the customer does not have is passed over. */
static bool choice_possible(const Form *form, const Field *field, const char *slug)
{
    for (size_t i = 0; i < field->choice_count; i++)
        if (strcmp(field->choices[i].slug, slug) == 0)
            return field->choices[i].needs == NULL || form_fact(form, field->choices[i].needs)[0] != '\0';
    return true;
}

static char *date_suggest(const Form *form, const Field *field, const StepRow *rule)
{
    Moment moment;
    if (!rule_moment(form, rule, DAY_NONE, &moment))
        return g_strdup("");
    if (field->type == FIELD_DATE)
        moment.minute = MINUTE_NONE;
    else if (moment.minute == MINUTE_NONE)
        moment.minute = field->minute;
    return moment_typed(moment);
}

char *form_suggestion(const Form *form, const Field *field)
{
    static char *(*const suggesters[])(const Form *, const char *) = {
        [FIELD_TEXT] = plain_suggest,          [FIELD_NUMBER] = plain_suggest,   [FIELD_AMOUNT] = amount_suggest,
        [FIELD_DATE] = plain_suggest,          [FIELD_DATETIME] = plain_suggest, [FIELD_PHONE] = phone_suggest,
        [FIELD_EMAIL] = email_suggest,         [FIELD_CHOICE] = plain_suggest,   [FIELD_CHECK] = plain_suggest,
        [FIELD_ITEM] = item_suggest,           [FIELD_ITEMS] = items_suggest,    [FIELD_CONTACT] = contact_suggest,
        [FIELD_COLLEAGUE] = colleague_suggest, [FIELD_NOTE] = plain_suggest,     [FIELD_PARTS] = plain_suggest,
    };
    bool date = field->type == FIELD_DATE || field->type == FIELD_DATETIME;
    for (size_t i = 0; i < field->suggestion_count; i++) {
        const Suggestion *suggestion = &field->suggestions[i];
        if (form->times < suggestion->from || !form_holds(form, &suggestion->when) ||
            !choice_possible(form, field, suggestion->value))
            continue;
        return date ? date_suggest(form, field, &suggestion->date) : suggesters[field->type](form, suggestion->value);
    }
    /* A box is never undecided. */
    return g_strdup(field->type == FIELD_CHECK ? "no" : "");
}
