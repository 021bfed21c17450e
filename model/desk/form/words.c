/* The sentences of a form: title, script, summary and the → lines, with the dates computed from what is typed. */
#include "base/i18n.h"
#include "base/text.h"
#include "desk/form_parts.h"

#include <string.h>

typedef struct {
    const Form *form;
    const GPtrArray *steps; /* PlannedStep; NULL: none known */
    bool for_customer;      /* a script: no word of the agent's language */
    bool summary;           /* what was not answered is left out */
    bool complete;          /* every step named is planned */
} Filling;

/* Keeps the string as long as the form. */
static const char *word_keep(const Form *form, char *text)
{
    const char *kept = g_string_chunk_insert_const(form->words, text);
    g_free(text);
    return kept;
}

static char *day_said(Moment moment)
{
    g_autofree char *day = day_weekday_short(moment.day), *minute = minute_text(moment.minute);
    return g_strdup_printf("%s%s%s", day, minute[0] == '\0' ? "" : " ", minute);
}

static const PlannedStep *step_named(const Filling *filling, const char *reason)
{
    for (guint i = 0; filling->steps != NULL && i < filling->steps->len; i++) {
        const PlannedStep *step = g_ptr_array_index(filling->steps, i);
        if (strcmp(step->touchpoint.reason, reason) == 0)
            return step;
    }
    return NULL;
}

static const char *step_word(Filling *filling, const char *name)
{
    const PlannedStep *step = step_named(filling, strchr(name, '.') + 1);
    if (step == NULL) {
        filling->complete = false;
        return "…";
    }
    return name[0] == 'w' ? step->why : word_keep(filling->form, day_said(step->touchpoint.when));
}

/* --- Words of the form itself ------------------------------------------------------------------------------ */

static char *times_words(const Form *form)
{
    const char *language = form->desk->language;
    g_autofree char *key = g_strdup_printf("%d", form->times), *count = g_strdup(key);
    const char *said = playbook_phrase(form->desk->playbook, "times", key, language);
    if (said[0] == '\0')
        said = playbook_phrase(form->desk->playbook, "times", "many", language);
    g_auto(GStrv) pieces = g_strsplit(said, "{count}", -1);
    return g_strjoinv(count, pieces);
}

/* What is left of the sum asked when the first amount of the form is taken off. */
static char *rest_words(const Form *form)
{
    for (guint i = 0; i < form->slots->len; i++) {
        const Slot *slot = &g_array_index(form->slots, Slot, i);
        if (slot->field.field->type == FIELD_AMOUNT && slot->value[0] != '\0')
            return money_text(MAX(form_items_open(form) - slot->number, 0));
    }
    return money_text(form_items_open(form));
}

/* "02/03 1.617,53   02/04 1.617,53   04/05 1.617,54"; every day with its amount. */
static void parts_say_each(GString *text, const GArray *parts)
{
    for (guint i = 0; i < parts->len; i++) {
        const PlannedPromise *part = &g_array_index(parts, PlannedPromise, i);
        g_autofree char *day = day_short(part->due), *amount = money_text(part->amount);
        g_string_append_printf(text, "%s%s %s", i > 0 ? "   " : "", day, amount);
    }
}

/* "500,00 on 02/03 16/03 30/03   352,60 on 13/04": the same amounts together, so that long plans are seen whole. */
static void parts_say_together(GString *text, const GArray *parts)
{
    Cents before = -1;
    for (guint i = 0; i < parts->len; i++) {
        const PlannedPromise *part = &g_array_index(parts, PlannedPromise, i);
        g_autofree char *day = day_short(part->due), *amount = money_text(part->amount);
        if (part->amount != before)
            g_string_append_printf(text, _("%s%s on"), i > 0 ? "   " : "", amount);
        g_string_append_printf(text, " %s", day);
        before = part->amount;
    }
}

/* Of the plan that is decided about. */
static void parts_of_plan(const Card *card, GArray *parts)
{
    const Plan *plan = plan_live(card->plans);
    for (guint i = 0; plan != NULL && i < card->promises->len; i++) {
        const Promise *part = g_ptr_array_index(card->promises, i);
        const PlannedPromise row = {.amount = part->amount, .due = part->due};
        if (part->plan_id == plan->id)
            g_array_append_val(parts, row);
    }
}

static char *instalments_words(const Form *form)
{
    enum { EACH = 4 };
    g_autoptr(GArray) parts = promises_plan(form->desk, form, NULL);
    if (parts != NULL && parts->len == 0)
        parts_of_plan(form->card, parts);
    GString *text = g_string_new(NULL);
    Cents total = 0;
    if (parts == NULL || parts->len == 0)
        return g_string_free(text, FALSE);
    for (guint i = 0; i < parts->len; i++)
        total += g_array_index(parts, PlannedPromise, i).amount;
    (parts->len <= EACH ? parts_say_each : parts_say_together)(text, parts);
    g_autofree char *sum = money_text(total);
    g_string_append_printf(text, _("   total %s"), sum);
    return g_string_free(text, FALSE);
}

static char *live_promises_words(const Form *form)
{
    int count = 0;
    Day last;
    Cents sum = card_live_promises(form->card, &count, &last);
    g_autofree char *amount = money_text(sum), *day = count > 0 ? day_short(last) : g_strdup("");
    return count > 0 ? g_strdup_printf("%s (%s)", amount, day) : g_strdup("");
}

static char *count_words(const Form *form)
{
    return g_strdup_printf("%d", form->times);
}

static char *asked_words(const Form *form)
{
    return money_text(form_items_open(form));
}

static char *management_words(const Form *form)
{
    const CardContact *contact = card_management(form->card);
    return g_strdup(contact == NULL ? "" : contact->name);
}

static char *email_words(const Form *form)
{
    return g_strdup(form_email(form));
}

static char *country_words(const Form *form)
{
    return g_strdup(form->card->country);
}

static char *parts_count_words(const Form *form)
{
    PlanSketch sketch;
    return form_plan(form, &sketch) ? g_strdup_printf("%d", sketch.parts) : g_strdup("");
}

static char *form_chief_words(const Form *form)
{
    return form_chief(form);
}

static char *approval_words(const Form *form)
{
    return money_text_currency(100 * settings_number(form->desk->settings, "plans", "approval_above"),
                               card_money(form->card)->currency);
}

/* A letter that waits for a yes must not be promised for today. */
static char *agreement_words(const Form *form)
{
    if (*fact_approval(form) == '\0')
        return g_strdup(_("the agreement on paper"));
    g_autofree char *chief = form_chief(form);
    return g_strdup_printf(_("once %s has said yes"), chief);
}

static char *handover_bar_words(const Form *form)
{
    return g_strdup(form->bar);
}

static const char *form_word(const Form *form, const char *name)
{
    static const struct {
        const char *name;
        char *(*say)(const Form *form);
    } words[] = {{"times", times_words},
                 {"count", count_words},
                 {"asked", asked_words},
                 {"rest", rest_words},
                 {"instalments", instalments_words},
                 {"management", management_words},
                 {"email", email_words},
                 {"country", country_words},
                 {"live_promises", live_promises_words},
                 {"handover_bar", handover_bar_words},
                 {"chief", form_chief_words},
                 {"plan", plan_said},
                 {"agreement", agreement_words},
                 {"parts_count", parts_count_words},
                 {"chargeable", chargeable_said},
                 {"approval_above", approval_words}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i].name, name) == 0)
            return word_keep(form, words[i].say(form));
    return NULL;
}

/* In a script a day is figures: its name would be in the language of the agent. */
static const char *field_word(const Filling *filling, const Slot *slot)
{
    FieldType type = slot->field.field->type;
    if (!slot->field.visible)
        return "";
    if (slot->said[0] == '\0')
        return type == FIELD_NOTE || filling->summary ? "" : "…";
    if (filling->for_customer && (type == FIELD_DATE || type == FIELD_DATETIME))
        return word_keep(filling->form, moment_typed(slot->moment));
    return slot->said;
}

static const char *filling_word(const char *name, void *data)
{
    Filling *filling = data;
    const Slot *slot = form_slot(filling->form, name);
    if (slot != NULL)
        return field_word(filling, slot);
    if (g_str_has_prefix(name, "step.") || g_str_has_prefix(name, "why."))
        return step_word(filling, name);
    const char *own = form_word(filling->form, name);
    CardScope scope = {filling->form->desk, filling->form->card, filling->form->words};
    return own != NULL ? own : card_placeholder(name, &scope);
}

/* A word that is not known leaves a blank before the comma or the stop: taken away. */
static char *blanks_tidy(const char *text)
{
    GString *tidy = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at++) {
        bool lost = *at == ' ' && (at[1] == ',' || at[1] == '.' || (at[1] == ' ' && at[2] != ' ' && tidy->len == 0));
        if (!lost)
            g_string_append_c(tidy, *at);
    }
    return g_string_free(tidy, FALSE);
}

char *form_fill(const Form *form, const char *pattern, const GPtrArray *steps, bool for_customer, bool *complete)
{
    Filling filling = {.form = form, .steps = steps, .for_customer = for_customer, .complete = true};
    g_autofree char *filled = text_fill(pattern, filling_word, &filling);
    if (complete != NULL)
        *complete = filling.complete;
    return blanks_tidy(filled);
}

char *form_summary(const Form *form)
{
    Filling filling = {.form = form, .summary = true, .complete = true};
    g_autofree char *filled = text_fill(form->outcome->summary, filling_word, &filling);
    char *summary = blanks_tidy(filled);
    for (size_t length = strlen(summary); length > 0 && strchr(" ,:;", summary[length - 1]) != NULL; length--)
        summary[length - 1] = '\0'; /* what comes last was not answered */
    return summary;
}

/* --- Refreshing ----------------------------------------------------------------------------------------------- */

static char **script_lines(const Form *form)
{
    const char *const *lines =
        playbook_script(form->desk->playbook, form->outcome->slug, form->times, form->card->language);
    GPtrArray *filled = g_ptr_array_new();
    for (; *lines != NULL; lines++)
        g_ptr_array_add(filled, form_fill(form, *lines, NULL, true, NULL));
    g_ptr_array_add(filled, NULL);
    return (char **)g_ptr_array_free(filled, FALSE);
}

static char **consequence_lines(const Form *form)
{
    g_autoptr(GPtrArray) steps = steps_plan(form->desk, form, NULL);
    GPtrArray *lines = g_ptr_array_new();
    char *unsent = letters_unsent(form);
    if (unsent != NULL)
        g_ptr_array_add(lines, unsent);
    for (size_t i = 0; i < form->outcome->hint_count; i++) {
        const Hint *hint = &form->outcome->hints[i];
        bool complete = true;
        if (form->times < hint->from || !form_holds(form, &hint->when))
            continue;
        char *line = form_fill(form, hint->text, steps, false, &complete);
        if (complete && line[0] != '\0')
            g_ptr_array_add(lines, line);
        else
            g_free(line);
    }
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}

void form_texts_refresh(Form *form)
{
    g_strfreev(form->script);
    g_strfreev(form->consequences);
    g_free(form->title);
    form->title = form_fill(form, form->outcome->title, NULL, false, NULL);
    form->script = script_lines(form);
    form->consequences = consequence_lines(form);
}

const char *form_title(const Form *form)
{
    return form->title;
}

const char *const *form_script(const Form *form)
{
    return (const char *const *)form->script;
}

const char *const *form_consequences(const Form *form)
{
    return (const char *const *)form->consequences;
}
