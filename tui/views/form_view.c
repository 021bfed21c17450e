/* The form of an outcome: opened with its draft, every key kept, logged in one transaction. */
#include "views/form_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/effect.h"
#include "desk/event.h"
#include "desk/outcome.h"
#include "paper/handover_folder.h"
#include "views/form_inside.h"
#include <string.h>

const FormField *form_view_field(const FormView *view)
{
    return form_field(view->form, view->at);
}

bool form_view_is_text(FieldType type)
{
    return type != FIELD_CHOICE && type != FIELD_CHECK && type != FIELD_ITEMS;
}

/* --- Draft --------------------------------------------------------------------------------------------------- */

static bool is_note(const FormField *field)
{
    return field->field->type == FIELD_NOTE;
}

/* Only what was typed goes into the draft: suggestions are made anew from what is true then. */
void form_view_changed(FormView *view)
{
    Draft *draft = view->dossier->draft;
    g_free(draft->outcome);
    draft->outcome = g_strdup(view->outcome->slug);
    g_hash_table_remove_all(draft->fields);
    for (size_t i = 0; i < form_count(view->form); i++) {
        const FormField *field = form_field(view->form, i);
        if (field->suggested)
            continue;
        if (is_note(field)) {
            g_free(draft->note);
            draft->note = g_strdup(field->typed);
        } else {
            g_hash_table_insert(draft->fields, g_strdup(field->field->name), g_strdup(field->typed));
        }
    }
    view->refused = view->refused && form_view_field(view)->problem != NULL;
    dossier_save_draft(view->dossier);
}

static void restore_note(FormView *view)
{
    for (size_t i = 0; i < form_count(view->form); i++) {
        if (is_note(form_field(view->form, i)) && *view->dossier->draft->note != '\0')
            form_set(view->form, i, view->dossier->draft->note);
    }
}

/* The draft of another outcome gives way; its note stays, it is about the same call. */
static void restore_draft(FormView *view)
{
    Draft *draft = view->dossier->draft;
    char *words = g_steal_pointer(&view->dossier->restored);
    if (words != NULL)
        app_say(view->dossier->app, MESSAGE_TOAST, words);
    restore_note(view);
    if (strcmp(draft->outcome, view->outcome->slug) != 0) {
        g_hash_table_remove_all(draft->fields);
        return;
    }
    GHashTableIter walk;
    gpointer name, typed;
    g_hash_table_iter_init(&walk, draft->fields);
    while (g_hash_table_iter_next(&walk, &name, &typed))
        (void)form_set_named(view->form, name, typed, NULL); /* the playbook may have lost a field since */
}

/* --- The cursor ------------------------------------------------------------------------------------------------- */

void form_view_take(FormView *view)
{
    const FormField *field = form_view_field(view);
    line_start(&view->line, field->typed, field->suggested);
    view->line.limit = field->field->type == FIELD_NOTE ? 2000 : 200;
}

void form_view_go(FormView *view, size_t at)
{
    view->at = at;
    view->refused = false;
    view->part = 0;
    form_view_take(view);
    g_autoptr(GArray) parts = form_item_parts(view);
    if (parts->len > 0)
        view->part = g_array_index(parts, int, 0);
}

/* --- Logging ------------------------------------------------------------------------------------------------------ */

/* COMMIT may have failed on the way back: the operation id says whether it is on disk. */
static bool log_or_find(FormView *view, const OutcomeCall *call, OutcomeDone *done, GError **error)
{
    g_autoptr(GError) trouble = NULL;
    gint64 event_id = 0;
    if (outcome_log(view->dossier->desk, view->form, call, done, &trouble))
        return true;
    if (g_error_matches(trouble, BELRONDE_ERROR, BELRONDE_ERROR_UNKNOWN) &&
        event_find_op(view->dossier->desk, call->op, &event_id, NULL) && event_id != 0) {
        done->toast = g_strdup_printf(_("Logged: %s."), view->dossier->card->name);
        return true;
    }
    g_propagate_error(error, g_steal_pointer(&trouble));
    return false;
}

static Next refuse(FormView *view, size_t bad, GError *error)
{
    form_view_go(view, bad);
    view->refused = true;
    Next next = next_say(next_redraw(), g_strdup(error->message));
    g_error_free(error);
    return next;
}

/* The verb's own sentence, or where that is too long for the row who, what and when next. */
static char *logged_words(const FormView *view, const OutcomeDone *done)
{
    char *words = g_strdup_printf(_("%s  U undo"), done->toast);
    if (text_width(words) <= view->view.columns || !day_known(done->next.day))
        return words;
    g_free(words);
    g_autofree char *name = text_cut(view->dossier->card->name, 24), *next = moment_words(done->next);
    return g_strdup_printf(_("Logged: %s: %s, next %s.  U undo"), name, view->outcome->short_label, next);
}

static const char *given(const FormView *view, const char *field)
{
    return field != NULL ? form_shown(view->form, field) : "";
}

/* On record already: a folder that could not be made is made by the command. */
static char *handover_words(const FormView *view, const EffectRow *row, char *toast)
{
    g_autofree char *said = toast, *path = NULL;
    g_autofree char *whom =
        g_strjoin(" ", given(view, row->fields[HOLD_REASON]), given(view, row->fields[HOLD_DETAIL]), NULL);
    g_autoptr(GError) error = NULL;
    const HandoverOrder order = {.whom = g_strstrip(whom)};
    int missing = 0;
    if (!handover_write(view->dossier->desk, view->dossier->customer_id, &order, &path, &missing, &error))
        return g_strdup_printf("%s  %s", said, error->message);
    return missing == 0
               ? g_strdup_printf(_("Handed over; the file is in %s.  U undo"), path)
               : g_strdup_printf(NP_("Handed over; the file is in %s; %d invoice without a copy.  U undo",
                                     "Handed over; the file is in %s; %d invoices without a copy.  U undo", missing),
                                 path, missing);
}

Next form_view_submit(FormView *view)
{
    GError *error = NULL;
    size_t bad = view->at;
    if (!form_check(view->form, &bad, &error))
        return refuse(view, bad, error);
    const CardContact *contact = dossier_contact(view->dossier);
    OutcomeCall call = {.op = view->dossier->draft->op,
                        .duration = dossier_seconds(view->dossier),
                        .contact_id = contact != NULL ? contact->id : 0,
                        .note = ""};
    OutcomeDone done = {0};
    if (!log_or_find(view, &call, &done, &error))
        return next_error(error);
    form_remember(view->form);
    (void)dossier_hang_up(view->dossier);
    dossier_logged(view->dossier);
    char *toast = logged_words(view, &done);
    outcome_done_clear(&done);
    const EffectRow *handover = outcome_handover(view->outcome);
    if (handover != NULL)
        toast = handover_words(view, handover, toast);
    return next_say(next_pop_value("logged"), toast);
}

/* --- The view -------------------------------------------------------------------------------------------------- */

static void form_title_row(const View *base, TitleRow *title)
{
    const FormView *view = (const FormView *)base;
    g_string_assign(title->name, _("2 Customer"));
    title_clock(title);
    title_part(title, g_strdup(view->dossier->card->number));
}

static char *form_hint(const View *base)
{
    const FormView *view = (const FormView *)base;
    const FormField *field = form_view_field(view);
    if (view->refused && field->problem != NULL)
        return g_strdup(field->problem);
    if (field->field->type == FIELD_NOTE)
        return g_strdup(_("Facts and agreements only: no health, no family, no other debts."));
    return g_strdup(base->columns < 76 ? _("* needs an answer   = what was understood")
                                       : _("* needs an answer   typing replaces a suggestion   = what was understood"));
}

static void form_footer(const View *base, Footer *footer)
{
    const FormView *view = (const FormView *)base;
    FieldType type = form_view_field(view)->field->type;
    footer_add(footer, ACTION_FIELD_ACCEPT, NULL);
    footer_add(footer, ACTION_FIELD_NEXT, NULL);
    if (type == FIELD_CHECK || type == FIELD_ITEMS)
        footer_words(footer, _("Space tick"));
    if (type == FIELD_CHOICE)
        footer_words(footer, _("letter = choice"));
    footer_add(footer, ACTION_FIELD_LIST, NULL);
    footer_add(footer, ACTION_FIELD_CANCEL, NULL);
    footer_add(footer, ACTION_FIELD_SUBMIT, NULL);
    if (type == FIELD_DATE || type == FIELD_DATETIME)
        footer_words(footer, _("PgUp/PgDn date ±1 day"));
    footer_add(footer, ACTION_EDIT_RECALL, NULL);
    footer_add(footer, ACTION_DIAL, dossier_on_line(view->dossier) ? _("hang up") : _("dial"));
}

static char *form_field_help(const View *base)
{
    const FormField *field = form_view_field((const FormView *)base);
    g_autofree char *title = g_strdup_printf("%s: %s", field->field->label, field->field->help);
    if (field->field->choice_count == 0)
        return g_steal_pointer(&title);
    GString *text = g_string_new(title);
    g_string_append_c(text, '\n');
    for (size_t i = 0; i < field->field->choice_count; i++)
        g_string_append_printf(text, "\n%s  %s", field->field->choices[i].letter, field->field->choices[i].label);
    return g_string_free(text, FALSE);
}

static bool form_has(const View *view, Need need)
{
    (void)view, (void)need;
    return true;
}

static void form_view_free(View *base)
{
    FormView *view = (FormView *)base;
    form_free(view->form);
    line_clear(&view->line);
    dossier_unpin(view->dossier);
    dossier_close(view->dossier);
    g_free(view);
}

static const ViewKind kind = {
    .name = "form",
    .help = N_("The questions of this outcome.  Enter accepts a field and goes to the next one that needs an answer; "
               "when none is left it logs, plans the next contact and goes on.\n"
               "What you type is kept at every key, also when the line is cut."),
    .acts = form_acts,
    .context = CONTEXT_TYPING,
    .title = form_title_row,
    .draw = form_draw,
    .hint = form_hint,
    .footer = form_footer,
    .has = form_has,
    .text = form_text,
    .field_help = form_field_help,
    .free = form_view_free,
};

View *form_view_open(Dossier *dossier, const Outcome *outcome, GError **error)
{
    g_autofree char *obstacle = dossier_obstacle(dossier);
    if (obstacle != NULL) {
        fail(error, BELRONDE_ERROR_BUSY, "%s", obstacle);
        return NULL;
    }
    Form *form = form_new(dossier->desk, dossier->card, outcome, error);
    if (form == NULL)
        return NULL;
    FormView *view = g_new0(FormView, 1);
    view->view.kind = &kind;
    view->dossier = dossier_share(dossier);
    view->form = form;
    view->outcome = outcome;
    dossier_pin(dossier);
    restore_draft(view);
    form_view_go(view, form_first(form));
    return &view->view;
}
