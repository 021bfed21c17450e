#include "views/verbs.h"

#include "base/i18n.h"
#include "base/when.h"
#include "desk/outcome.h"
#include "desk/way.h"
#include "overlay.h"
#include <string.h>

/* --- Skip --------------------------------------------------------------------------------------------------- */

Next verb_skip(View *view, gint64 customer_id)
{
    GError *error = NULL;
    g_autofree char *op = store_operation_id();
    if (!outcome_skip(app_desk(view->app), customer_id, op, &error))
        return next_error(error);
    return next_say(next_reload(), g_strdup(_("Put to the end of today.  U undo")));
}

/* --- Snooze: the day, then the reason ---------------------------------------------------------------------- */

typedef struct {
    Desk *desk;
    gint64 customer_id;
    char *country;
    Moment until;
} Snooze;

static Snooze *snooze_new(Desk *desk, gint64 customer_id, const char *country, Moment until)
{
    Snooze *snooze = g_new0(Snooze, 1);
    *snooze = (Snooze){.desk = desk, .customer_id = customer_id, .country = g_strdup(country), .until = until};
    return snooze;
}

static void snooze_free(gpointer data)
{
    Snooze *snooze = data;
    g_free(snooze->country);
    g_free(snooze);
}

static bool snooze_parse(const Snooze *snooze, const char *typed, Moment *until, char **echo, GError **error)
{
    Now now = clock_now();
    g_autofree char *languages =
        g_strdup_printf("%s,%s", i18n_language(), settings_text(snooze->desk->settings, "belronde", "date_languages"));
    WhenRules rules = {.calendar = snooze->desk->calendar,
                       .country = snooze->country,
                       .now = {now.day, now.minute},
                       .direction = WHEN_FUTURE,
                       .roll = WHEN_BUSINESS_DAY,
                       .default_minute = MINUTE_NONE,
                       .languages = g_strdelimit(languages, " ", ',')};
    return when_parse(typed, &rules, until, echo, error);
}

static char *snooze_problem(const char *typed, gpointer data)
{
    Moment until;
    g_autoptr(GError) error = NULL;
    return snooze_parse(data, typed, &until, NULL, &error) ? NULL : g_strdup(error->message);
}

static char *snooze_echo(const char *typed, gpointer data)
{
    Moment until;
    char *echo = NULL;
    if (!snooze_parse(data, typed, &until, &echo, NULL))
        return g_strdup("");
    g_autofree char *words = echo;
    return g_strconcat("= ", words, NULL);
}

static char *reason_problem(const char *typed, gpointer data)
{
    (void)data;
    g_autofree char *clean = g_strstrip(g_strdup(typed));
    return *clean != '\0' ? NULL : g_strdup(_("A few words why: whoever looks later must understand it."));
}

static Next snooze_carry_out(View *owner, const char *reason, gpointer data)
{
    const Snooze *snooze = data;
    GError *error = NULL;
    char *toast = NULL;
    g_autofree char *op = store_operation_id();
    if (reason == NULL)
        return next_redraw();
    if (!outcome_snooze(app_desk(owner->app), snooze->customer_id, snooze->until, reason, op, &toast, &error))
        return next_error(error);
    g_autofree char *said = toast;
    return next_say(next_reload(), g_strdup_printf(_("%s  U undo"), said));
}

static Next snooze_day_given(View *owner, const char *typed, gpointer data)
{
    const Snooze *asked = data;
    Moment until;
    (void)owner;
    if (typed == NULL || !snooze_parse(asked, typed, &until, NULL, NULL))
        return next_redraw();
    Snooze *snooze = snooze_new(asked->desk, asked->customer_id, asked->country, until);
    Prompt prompt = {.label = _("Why?"),
                     .check = reason_problem,
                     .help = N_("A few words for whoever looks later: asked for time until the fair is over."),
                     .data = snooze};
    return next_ask(prompt_new(&prompt), snooze_carry_out, snooze, snooze_free);
}

Next verb_snooze(View *view, gint64 customer_id, const char *country)
{
    Snooze *snooze = snooze_new(app_desk(view->app), customer_id, country, (Moment){DAY_NONE, MINUTE_NONE});
    Prompt prompt = {.label = _("Snooze until"),
                     .text = "+1",
                     .suggestion = true,
                     .check = snooze_problem,
                     .echo = snooze_echo,
                     .help = N_("A day: tomorrow, fr, +3, 3/12.  Holidays and weekends roll forward."),
                     .data = snooze};
    return next_ask(prompt_new(&prompt), snooze_day_given, snooze, snooze_free);
}

/* --- Copy --------------------------------------------------------------------------------------------------- */

static Next copy_picked(View *owner, const char *value, gpointer data)
{
    (void)data;
    if (value != NULL)
        app_copy(owner->app, value);
    return next_redraw();
}

static void copy_add(GArray *picks, const char *key, const char *label, const char *value)
{
    Pick pick = {.value = value, .key = key, .label = label, .detail = value};
    if (value != NULL && *value != '\0')
        g_array_append_val(picks, pick);
}

static const CardItem *oldest_item(const Card *card)
{
    return card->items->len > 0 ? g_ptr_array_index(card->items, 0) : NULL;
}

static const CardContact *asked_contact(const Card *card)
{
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        if (contact->id == card->ask_contact_id)
            return contact;
    }
    return NULL;
}

Next verb_copy(View *view, const Card *card, const CardItem *item)
{
    g_autoptr(GArray) picks = g_array_new(FALSE, TRUE, sizeof(Pick));
    const CardContact *contact = asked_contact(card);
    const CardItem *about = item != NULL ? item : oldest_item(card);
    if (contact != NULL && contact->phones->len > 0) {
        const CardPhone *phone = g_ptr_array_index(contact->phones, 0);
        copy_add(picks, "1", _("telephone"), *phone->e164 != '\0' ? phone->e164 : phone->raw);
    }
    if (contact != NULL)
        copy_add(picks, "2", _("e-mail"), contact->email);
    copy_add(picks, "3", _("our IBAN"), settings_text(app_desk(view->app)->settings, "belronde", "iban"));
    if (about != NULL) {
        copy_add(picks, "4", _("payment reference"), about->reference);
        copy_add(picks, "5", _("invoice number"), about->number);
    }
    copy_add(picks, "6", _("customer number"), card->number);
    return next_ask(
        choose_new(_("Copy to the terminal's clipboard"), (const Pick *)(gpointer)picks->data, picks->len, NULL, false),
        copy_picked, NULL, NULL);
}

/* --- All outcomes, and why -------------------------------------------------------------------------------- */

Next verb_outcomes(View *view, const char *proposed, ViewReply picked)
{
    size_t count = 0;
    const Outcome *const *outcomes = playbook_outcomes(app_desk(view->app)->playbook, &count);
    g_autoptr(GArray) picks = g_array_new(FALSE, TRUE, sizeof(Pick));
    for (size_t i = 0; i < count; i++) {
        Pick pick = {.value = outcomes[i]->slug,
                     .key = outcomes[i]->letter,
                     .label = outcomes[i]->label,
                     .detail = outcomes[i]->code};
        g_array_append_val(picks, pick);
    }
    return next_ask(choose_new(_("What came out of it?"), (const Pick *)(gpointer)picks->data, picks->len,
                               *proposed != '\0' ? proposed : NULL, false),
                    picked, NULL, NULL);
}

/* What the cadence brings him, below whatever else is told; "" where it cannot be read. */
static char *way_of(Desk *desk, gint64 customer_id)
{
    g_autoptr(Card) card = card_load(desk, customer_id, NULL);
    return card != NULL ? way_text(card->way) : g_strdup("");
}

Next verb_way(const Card *card)
{
    g_autofree char *way = way_text(card->way);
    g_autofree char *title = g_strdup_printf(_("What comes for %s?"), card->name);
    const char *planned = card->next_if_nothing;
    if (*way != '\0')
        return next_push(text_new(title, way));
    return next_say(next_redraw(), *planned != '\0' ? g_strdup_printf(_("Not in today's list; planned: %s."), planned)
                                                    : g_strdup(_("Not in today's list; nothing is planned.")));
}

Next verb_explain(View *view, const QueueRow *row)
{
    g_autofree char *way = way_of(app_desk(view->app), row->customer_id);
    g_auto(GStrv) lines = queue_explain(app_desk(view->app), row);
    g_autofree char *points = g_strjoinv("\n", lines);
    g_autofree char *when = moment_words(row->when);
    bool spoken = row->last_outcome != NULL && *row->last_outcome != '\0';
    g_autofree char *text =
        g_strdup_printf("%s: %s  %s%s%s\n\n%s%s%s", when, row->reason_label, row->detail, spoken ? "\n" : "",
                        spoken ? row->last_outcome : "", points, *way != '\0' ? "\n\n" : "", way);
    g_autofree char *title = g_strdup_printf(_("Why is %s here?"), row->name);
    return next_push(text_new(title, text));
}
