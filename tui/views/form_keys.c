/* What the keys do in a form. */
#include "base/i18n.h"
#include "overlay.h"
#include "views/form_inside.h"
#include <stdint.h>
#include <string.h>

static FormView *self(View *view)
{
    return (FormView *)view;
}

static FieldType type_of(const FormView *view)
{
    return form_view_field(view)->field->type;
}

static Next changed(FormView *view)
{
    form_view_changed(view);
    return next_redraw();
}

/* The form itself has set the field: a choice, a step, a value of the list. */
static Next set_by_form(FormView *view)
{
    form_view_take(view);
    view->line.suggestion = false;
    return changed(view);
}

/* --- Moving ------------------------------------------------------------------------------------------------------ */

/* The sentence of a bad or missing answer; NULL: the field is good. */
static char *objection(const FormField *field)
{
    if (field->problem != NULL)
        return g_strdup(field->problem);
    if (field->field->star && *field->typed == '\0')
        return g_strdup_printf(_("%s needs an answer."), field->field->label);
    return NULL;
}

static Next act_accept(View *base, const Action *action)
{
    FormView *view = self(base);
    (void)action;
    char *bad = objection(form_view_field(view));
    if (bad != NULL) {
        view->refused = true;
        return next_say(next_redraw(), bad);
    }
    size_t next = form_next_open(view->form, view->at);
    if (next == SIZE_MAX)
        return form_view_submit(view);
    form_view_go(view, next);
    view->refused = form_view_field(view)->problem != NULL;
    return next_redraw();
}

static Next act_walk(View *base, const Action *action)
{
    FormView *view = self(base);
    size_t count = form_count(view->form), at = view->at;
    size_t step = action->id == ACTION_FIELD_NEXT ? 1 : count - 1;
    do
        at = (at + step) % count;
    while (!form_field(view->form, at)->visible && at != view->at);
    form_view_go(view, at);
    return next_redraw();
}

static Next act_submit(View *base, const Action *action)
{
    (void)action;
    return form_view_submit(self(base));
}

/* --- Values ---------------------------------------------------------------------------------------------------- */

static bool is_date(FieldType type)
{
    return type == FIELD_DATE || type == FIELD_DATETIME || type == FIELD_NUMBER || type == FIELD_PARTS;
}

/* PgUp: a day later, but the choice before: what is above on the paper. */
static Next act_step(View *base, const Action *action)
{
    FormView *view = self(base);
    int up = action->id == ACTION_FIELD_STEP_UP ? 1 : -1;
    form_step(view->form, view->at, is_date(type_of(view)) ? up : -up);
    return set_by_form(view);
}

static Next value_picked(View *owner, const char *value, gpointer data)
{
    FormView *view = self(owner);
    (void)data;
    if (value == NULL)
        return next_redraw();
    form_set(view->form, view->at, value);
    return set_by_form(view);
}

static Next act_list(View *base, const Action *action)
{
    FormView *view = self(base);
    const FormField *field = form_view_field(view);
    (void)action;
    g_auto(GStrv) values = form_values(view->form, view->at);
    if (values == NULL || values[0] == NULL)
        return next_say(next_redraw(), g_strdup(_("There is no list for this field; F1 says what may be typed.")));
    return next_ask(choose_values_new(field->field->label, (const char *const *)values, field->typed), value_picked,
                    NULL, NULL);
}

static Next act_recall(View *base, const Action *action)
{
    FormView *view = self(base);
    (void)action;
    const char *last = form_recall(view->form, view->at);
    if (last == NULL)
        return next_say(next_redraw(), g_strdup(_("Nothing was logged in this field yet today.")));
    form_set(view->form, view->at, last);
    return set_by_form(view);
}

/* --- Typing ---------------------------------------------------------------------------------------------------- */

static Next typed(FormView *view)
{
    form_set(view->form, view->at, view->line.text->str);
    return changed(view);
}

static void move_part(FormView *view, int step)
{
    g_autoptr(GArray) parts = form_item_parts(view);
    int at = 0;
    for (guint i = 0; i < parts->len; i++)
        at = g_array_index(parts, int, i) == view->part ? (int)i : at;
    if (parts->len > 0)
        view->part = g_array_index(parts, int, CLAMP(at + step, 0, (int)parts->len - 1));
}

static Next act_edit(View *base, const Action *action)
{
    FormView *view = self(base);
    FieldType type = type_of(view);
    int step = action->id == ACTION_EDIT_RIGHT ? 1 : action->id == ACTION_EDIT_LEFT ? -1 : 0;
    if (form_view_is_text(type)) {
        g_autofree char *before = g_strdup(view->line.text->str);
        (void)line_act(&view->line, action->id);
        return strcmp(before, view->line.text->str) == 0 ? next_redraw() : typed(view);
    }
    if (type == FIELD_ITEMS && step != 0) {
        move_part(view, step);
        return next_redraw();
    }
    if (type == FIELD_CHOICE && step != 0) {
        form_step(view->form, view->at, step);
        return set_by_form(view);
    }
    return next_nothing();
}

static Next edited(View *owner, const char *text, gpointer data)
{
    FormView *view = self(owner);
    (void)data;
    if (text == NULL)
        return next_redraw();
    g_autofree char *trimmed = g_strstrip(g_strdup(text));
    form_set(view->form, view->at, trimmed);
    return set_by_form(view);
}

static Next act_editor(View *base, const Action *action)
{
    FormView *view = self(base);
    (void)action;
    if (type_of(view) != FIELD_NOTE)
        return next_say(next_redraw(), g_strdup(_("The editor opens a note only.")));
    app_edit(base->app, form_view_field(view)->typed, edited, NULL);
    return next_redraw();
}

static char *letters_of(const Field *field)
{
    GString *letters = g_string_new(NULL);
    for (size_t i = 0; i < field->choice_count; i++)
        g_string_append_printf(letters, "%s%s", i > 0 ? "/" : "", field->choices[i].letter);
    return g_string_free(letters, FALSE);
}

static Next press_choice(FormView *view, const char *text)
{
    const Field *field = form_view_field(view)->field;
    if (strcmp(text, " ") == 0)
        form_step(view->form, view->at, 1);
    else if (!form_choose_letter(view->form, view->at, text)) {
        g_autofree char *letters = letters_of(field);
        return next_say(next_redraw(), g_strdup_printf(_("Press one of %s, or Space for the next."), letters));
    }
    return set_by_form(view);
}

static Next press_box(FormView *view, const char *text)
{
    if (strcmp(text, " ") != 0 && g_ascii_strcasecmp(text, "x") != 0)
        return next_say(next_redraw(), g_strdup(_("Space ticks the box or clears it.")));
    form_toggle(view->form, view->at, (size_t)view->part);
    return set_by_form(view);
}

Next form_text(View *base, const char *text, bool pasted)
{
    FormView *view = self(base);
    FieldType type = type_of(view);
    if (!form_view_is_text(type) && pasted)
        return next_say(next_redraw(), g_strdup(_("A paste goes into a text field only.")));
    if (type == FIELD_CHOICE)
        return press_choice(view, text);
    if (type == FIELD_CHECK || type == FIELD_ITEMS)
        return press_box(view, text);
    return line_insert(&view->line, text) ? typed(view) : next_nothing();
}

static Next act_dial(View *base, const Action *action)
{
    FormView *view = self(base);
    (void)action;
    if (!dossier_on_line(view->dossier))
        return dossier_dial(view->dossier, NULL);
    (void)dossier_hang_up(view->dossier);
    return next_say(next_redraw(), g_strdup(_("Hung up.  Log what came out of it.")));
}

const ViewAct form_acts[] = {
    {ACTION_FIELD_ACCEPT, act_accept},
    {ACTION_FIELD_NEXT, act_walk},
    {ACTION_FIELD_PREV, act_walk},
    {ACTION_FIELD_SUBMIT, act_submit},
    {ACTION_FIELD_LIST, act_list},
    {ACTION_FIELD_STEP_UP, act_step},
    {ACTION_FIELD_STEP_DOWN, act_step},
    VIEW_EDITS(act_edit),
    {ACTION_EDIT_KILL_END, act_edit},
    {ACTION_EDIT_RECALL, act_recall},
    {ACTION_EDIT_EXTERNAL, act_editor},
    {ACTION_DIAL, act_dial},
    {0, NULL},
};
