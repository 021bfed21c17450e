/* Reading what stands in a field: one function per type.  Each either understands and echoes, or leaves one
 * sentence that says what is possible; nothing is asked back. */
#include "base/clock.h"
#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "desk/form_parts.h"

#include <inttypes.h>
#include <string.h>

void slot_clear_meaning(Slot *slot)
{
    g_clear_pointer(&slot->field.echo, g_free);
    g_clear_pointer(&slot->field.problem, g_free);
    g_clear_pointer(&slot->value, g_free);
    g_clear_pointer(&slot->said, g_free);
    g_clear_pointer(&slot->items, g_array_unref);
    slot->moment = (Moment){DAY_NONE, MINUTE_NONE};
    slot->asked = DAY_NONE;
    slot->number = 0;
    slot->each = 0;
    slot->contact = NULL;
    slot->item = NULL;
}

bool slot_mean(Slot *slot, char *value, char *said)
{
    slot->value = value;
    slot->said = said;
    return true;
}

static bool read_text(Form *form, Slot *slot, const char *typed, GError **error)
{
    (void)form;
    (void)error;
    return slot_mean(slot, g_strdup(typed), g_strdup(typed));
}

static bool read_number(Form *form, Slot *slot, const char *typed, GError **error)
{
    const Field *field = slot->field.field;
    (void)form;
    if (strspn(typed, "0123456789") != strlen(typed) || strlen(typed) > 9 ||
        g_ascii_strtoll(typed, NULL, 10) < field->min || g_ascii_strtoll(typed, NULL, 10) > field->max)
        return fail(error, BELRONDE_ERROR_INPUT, _("Type a whole number from %" PRId64 " to %" PRId64 "."), field->min,
                    field->max);
    slot->number = g_ascii_strtoll(typed, NULL, 10);
    return slot_mean(slot, g_strdup_printf("%" G_GINT64_FORMAT, slot->number), g_strdup(typed));
}

/* --- Days ----------------------------------------------------------------------------------------------- */

static char *date_languages(const Form *form)
{
    const char *more = settings_text(form->desk->settings, "belronde", "date_languages");
    g_autofree char *list = g_strdelimit(g_strdup(more), " ", ',');
    return g_strdup_printf("%s,%s", form->desk->language, list);
}

/* Does another customer get a callback within the same quarter of an hour? */
static char *callback_neighbour(const Form *form, Moment moment)
{
    if (form->desk->store == NULL)
        return NULL;
    g_autoptr(Query) query = store_query(
        form->desk->store,
        "SELECT c.name, t.minute FROM touchpoint t JOIN customer c ON c.id = t.customer_id"
        " WHERE t.closed_event IS NULL AND t.timed = 1 AND t.day = :day AND t.minute > :minute - 15"
        " AND t.minute < :minute + 15 AND t.customer_id <> :customer ORDER BY t.minute, t.id LIMIT 1",
        BINDS(DAY("day", moment.day), INTEGER("minute", moment.minute), INTEGER("customer", form->card->id)), NULL);
    if (query == NULL || !query_next(query))
        return NULL;
    g_autofree char *minute = minute_text(query_minute(query, "minute")), *name = text_clean(query_text(query, "name"));
    return g_strdup_printf("%s %s", minute, name);
}

static bool field_is_callback(const Form *form, const char *name)
{
    for (size_t i = 0; i < form->outcome->step_count; i++)
        if (form->outcome->steps[i].kind == STEP_AT && g_strcmp0(form->outcome->steps[i].field, name) == 0)
            return true;
    return false;
}

/* What the agent should know about the hour: taken, outside contact hours.  A warning, never a question. */
static void moment_warn(const Form *form, Slot *slot)
{
    Moment moment = slot->moment;
    g_autofree char *echo = slot->field.echo;
    ContactHours hours = calendar_contact_hours(form->desk->calendar, form_preset(form), form->card->country, moment);
    const char *said = hours.allowed ? NULL : hours.reason;
    g_autofree char *taken = field_is_callback(form, slot->field.field->name) ? callback_neighbour(form, moment) : NULL;
    g_autofree char *note = NULL;
    if (taken != NULL)
        note = g_strdup_printf(_("then also: %s"), taken);
    else if (said == NULL && field_is_callback(form, slot->field.field->name))
        note = g_strdup(_("free"));
    slot->field.echo = g_strdup_printf("%s%s%s%s%s", echo, note == NULL ? "" : "  ", note == NULL ? "" : note,
                                       said == NULL ? "" : "  ! ", said == NULL ? "" : said);
}

/* 2062 typed for 2026 would take a customer off the list for a working life. */
static bool year_meant(const Field *field, Day day, GError **error)
{
    enum { AHEAD_MOST = 366 };
    if (field->past || day_minus(day, clock_today()) <= AHEAD_MOST)
        return true;
    g_autofree char *words = day_long(day);
    return fail(error, BELRONDE_ERROR_INPUT, _("%s is more than a year away: check the year."), words);
}

static bool read_date(Form *form, Slot *slot, const char *typed, GError **error)
{
    const Field *field = slot->field.field;
    g_autofree char *languages = date_languages(form);
    WhenRules rules = {.calendar = form->desk->calendar,
                       .country = form->card->country,
                       .now = form_now(),
                       .direction = field->past ? WHEN_PAST : WHEN_FUTURE,
                       .roll = field->past       ? WHEN_KEEP
                               : field->bank_day ? WHEN_BANK_DAY
                                                 : WHEN_BUSINESS_DAY,
                       .default_minute = field->type == FIELD_DATETIME ? field->minute : MINUTE_NONE,
                       .needs_time = field->type == FIELD_DATETIME,
                       .languages = languages};
    Moment asked;
    if (!when_parse(typed, &rules, &slot->moment, &slot->field.echo, error))
        return false;
    if (!year_meant(field, slot->moment.day, error))
        return false;
    rules.roll = WHEN_KEEP;
    slot->asked = when_parse(typed, &rules, &asked, NULL, NULL) ? asked.day : slot->moment.day;
    g_autofree char *day = day_iso(slot->moment.day), *minute = minute_text(slot->moment.minute);
    if (field->type == FIELD_DATE) {
        slot->moment.minute = MINUTE_NONE;
        return slot_mean(slot, g_steal_pointer(&day), day_words(slot->moment.day));
    }
    moment_warn(form, slot);
    return slot_mean(slot, g_strdup_printf("%s %s", day, minute), moment_words(slot->moment));
}

/* --- Telephone, e-mail, boxes, choices ------------------------------------------------------------------ */

static bool read_phone(Form *form, Slot *slot, const char *typed, GError **error)
{
    int digits = 0;
    for (const char *at = typed; *at != '\0'; at++)
        digits += g_ascii_isdigit(*at) ? 1 : 0;
    if (digits < 6 || digits > 15)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("A telephone number has 6 to 15 digits: 052 44 18 07 or +32 52 44 18 07."));
    g_autofree char *e164 = phone_e164(typed, form->card->country);
    char *pretty = e164 == NULL ? g_strdup(typed) : phone_pretty(e164);
    if (strcmp(pretty, typed) != 0)
        slot->field.echo = g_strdup(pretty);
    return slot_mean(slot, g_strdup(e164 == NULL ? typed : e164), pretty);
}

static bool read_email(Form *form, Slot *slot, const char *typed, GError **error)
{
    const char *at = strchr(typed, '@');
    (void)form;
    if (!email_valid(typed) || strchr(at, '.') == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("Type one e-mail address, such as name@firm.be."));
    return slot_mean(slot, g_strdup(typed), g_strdup(typed));
}

static bool read_check(Form *form, Slot *slot, const char *typed, GError **error)
{
    (void)form;
    static const char *const yes[] = {"yes", "y", "ja", "j", "oui", "o", "x", "1", "on", "true", NULL};
    static const char *const no[] = {"no", "n", "nee", "non", "0", "-", "off", "false", NULL};
    g_autofree char *word = g_ascii_strdown(typed, -1);
    bool ticked = g_strv_contains(yes, word);
    if (!ticked && !g_strv_contains(no, word))
        return fail(error, BELRONDE_ERROR_INPUT, _("Type yes or no, or press Space."));
    return slot_mean(slot, g_strdup(ticked ? "yes" : "no"), g_strdup(ticked ? _("yes") : _("no")));
}

static bool choice_fits(const Choice *choice, const char *typed, const char *folded)
{
    g_autofree char *label = text_fold(choice->label), *letter = g_utf8_casefold(choice->letter, -1),
                    *pressed = g_utf8_casefold(typed, -1);
    return g_ascii_strcasecmp(choice->slug, typed) == 0 || strcmp(letter, pressed) == 0 || strcmp(label, folded) == 0;
}

static bool choice_refuse(const Field *field, GError **error)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < field->choice_count; i++)
        g_string_append_printf(list, "%s%s %s", i > 0 ? ", " : "", field->choices[i].letter, field->choices[i].label);
    return fail(error, BELRONDE_ERROR_INPUT, _("Choose one of: %s."), list->str);
}

/* A choice may ask for a kind of contact the customer does not have. */
static bool choice_allowed(const Form *form, const Choice *choice, GError **error)
{
    if (choice->needs == NULL || form_fact(form, choice->needs)[0] != '\0')
        return true;
    if (strcmp(choice->needs, "email") == 0)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("No contact has an e-mail address yet; add one, or choose another way."));
    if (strcmp(choice->needs, "management") != 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("There is nothing of the kind to choose: %s."), choice->label);
    return fail(error, BELRONDE_ERROR_INPUT,
                _("“%s” needs a contact with the role management or owner; add one first."), choice->label);
}

static bool read_choice(Form *form, Slot *slot, const char *typed, GError **error)
{
    const Field *field = slot->field.field;
    g_autofree char *folded = text_fold(typed);
    for (size_t i = 0; i < field->choice_count; i++) {
        const Choice *choice = &field->choices[i];
        if (!choice_fits(choice, typed, folded))
            continue;
        if (!choice_allowed(form, choice, error))
            return false;
        slot->number = (gint64)i;
        if (g_strcmp0(choice->needs, "management") == 0)
            slot->field.echo = g_strdup(card_management(form->card)->name);
        return slot_mean(slot, g_strdup(choice->slug), g_strdup(choice->label));
    }
    return choice_refuse(field, error);
}

/* --- Invoices and people -------------------------------------------------------------------------------- */

/* The whole number, else the only one that ends like this. */
static const CardItem *item_find(const Form *form, const char *typed, bool *several)
{
    const CardItem *found = NULL;
    *several = false;
    for (guint i = 0; i < form->card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(form->card->items, i);
        if (!item_counts(form, item))
            continue;
        if (g_ascii_strcasecmp(item->number, typed) == 0) {
            *several = false;
            return item;
        }
        if (g_str_has_suffix(item->number, typed)) {
            *several = *several || found != NULL;
            found = item;
        }
    }
    return *several ? NULL : found;
}

static bool item_read(const Form *form, const char *typed, const CardItem **item, GError **error)
{
    bool several = false;
    *item = item_find(form, typed, &several);
    if (*item != NULL)
        return true;
    if (several)
        return fail(error, BELRONDE_ERROR_INPUT, _("Several open invoices end in %s; type more of the number."), typed);
    return fail(error, BELRONDE_ERROR_INPUT, _("There is no open invoice %s; F4 lists them."), typed);
}

static bool read_item(Form *form, Slot *slot, const char *typed, GError **error)
{
    if (!item_read(form, typed, &slot->item, error))
        return false;
    g_autofree char *open = money_text(item_free(slot->item));
    slot->field.echo = g_strdup_printf("%s%s%s", strcmp(slot->item->number, typed) == 0 ? "" : slot->item->number,
                                       strcmp(slot->item->number, typed) == 0 ? "" : "  ", open);
    return slot_mean(slot, g_strdup(slot->item->number), g_strdup(slot->item->number));
}

static void items_add(GArray *items, const CardItem *item)
{
    for (guint i = 0; i < items->len; i++)
        if (g_array_index(items, const CardItem *, i) == item)
            return;
    g_array_append_val(items, item);
}

static bool read_items(Form *form, Slot *slot, const char *typed, GError **error)
{
    g_auto(GStrv) numbers = g_strsplit(typed, ",", -1);
    g_autoptr(GString) value = g_string_new(NULL), said = g_string_new(NULL);
    Cents sum = 0;
    slot->items = g_array_new(FALSE, FALSE, sizeof(const CardItem *));
    for (char **number = numbers; *number != NULL; number++) {
        const CardItem *item = NULL;
        if (g_strstrip(*number)[0] == '\0')
            continue;
        if (!item_read(form, *number, &item, error))
            return false;
        items_add(slot->items, item);
    }
    for (guint i = 0; i < slot->items->len; i++) {
        const CardItem *item = g_array_index(slot->items, const CardItem *, i);
        g_string_append_printf(value, "%s%s", i > 0 ? "," : "", item->number);
        g_string_append_printf(said, "%s%s", i > 0 ? ", " : "", item->number);
        sum += item->open;
    }
    g_autofree char *total = money_text(sum), *words = invoices_words(form, (int)slot->items->len);
    slot->field.echo = g_strdup_printf("%s  %s", words, total);
    return slot_mean(slot, g_strdup(value->str), g_strdup(said->str));
}

/* A part of a name is enough when it means one person; a new name is taken as it is. */
static bool read_contact(Form *form, Slot *slot, const char *typed, GError **error)
{
    g_autofree char *wanted = text_fold(typed);
    int found = 0;
    for (guint i = 0; i < form->card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(form->card->contacts, i);
        g_autofree char *name = text_fold(contact->name);
        bool whole = strcmp(name, wanted) == 0;
        if (!whole && strstr(name, wanted) == NULL)
            continue;
        slot->contact = contact;
        found = whole ? 1 : found + 1;
        if (whole)
            break;
    }
    if (found > 1) {
        slot->contact = NULL;
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("Several contacts are called %s; type more of the name or press F4."), typed);
    }
    const char *name = slot->contact == NULL ? typed : slot->contact->name;
    if (slot->contact == NULL)
        slot->field.echo = g_strdup(_("not among the contacts"));
    else if (slot->contact->unreachable_why != NULL)
        slot->field.echo = g_strdup_printf("%s%s%s", strcmp(name, typed) == 0 ? "" : name,
                                           strcmp(name, typed) == 0 ? "" : ": ", slot->contact->unreachable_why);
    else if (strcmp(name, typed) != 0)
        slot->field.echo = g_strdup(name);
    return slot_mean(slot, g_strdup(name), g_strdup(name));
}

/* Somebody who has no desk here may own a dispute; then the desk itself keeps the task. */
static bool read_colleague(Form *form, Slot *slot, const char *typed, GError **error)
{
    char *known = form_colleague(form, typed);
    (void)error;
    if (known == NULL)
        slot->field.echo = g_strdup(_("has no desk here: the task stays in our list"));
    char *name = known != NULL ? known : g_strdup(typed);
    return slot_mean(slot, name, g_strdup(name));
}

void slot_understand(Form *form, Slot *slot)
{
    static bool (*const readers[])(Form *, Slot *, const char *, GError **) = {
        [FIELD_TEXT] = read_text,           [FIELD_NUMBER] = read_number, [FIELD_AMOUNT] = slot_read_amount,
        [FIELD_DATE] = read_date,           [FIELD_DATETIME] = read_date, [FIELD_PHONE] = read_phone,
        [FIELD_EMAIL] = read_email,         [FIELD_CHOICE] = read_choice, [FIELD_CHECK] = read_check,
        [FIELD_ITEM] = read_item,           [FIELD_ITEMS] = read_items,   [FIELD_CONTACT] = read_contact,
        [FIELD_COLLEAGUE] = read_colleague, [FIELD_NOTE] = read_text,     [FIELD_PARTS] = slot_read_parts,
    };
    g_autoptr(GError) error = NULL;
    FieldType type = slot->field.field->type;
    g_autofree char *typed = type == FIELD_NOTE ? text_clean_lines(slot->field.typed) : text_clean(slot->field.typed);
    slot_clear_meaning(slot);
    if (typed[0] != '\0' && !readers[type](form, slot, typed, &error)) {
        slot_clear_meaning(slot);
        slot->field.problem = g_strdup(error->message);
    }
    if (slot->value == NULL)
        slot_mean(slot, g_strdup(""), g_strdup(""));
    if (slot->field.echo == NULL || slot->field.echo[0] == '\0') { /* a hint with names in it, filled in */
        const char *hint = slot->field.field->hint;
        g_free(slot->field.echo);
        slot->field.echo =
            strchr(hint, '{') == NULL ? g_strdup("") : g_strchomp(form_fill(form, hint, NULL, false, NULL));
    }
}
