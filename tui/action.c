#include "action.h"
#include "base/i18n.h"

static const Action table[ACTION_COUNT] = {
#define ACTION(row, action, bound, needs, long_label, short_label, sentence)                                           \
    [ACTION_##row] = {.id = ACTION_##row,                                                                              \
                      .name = (action),                                                                                \
                      .keys = (bound),                                                                                 \
                      .need = NEED_##needs,                                                                            \
                      .label = (long_label),                                                                           \
                      .brief = (short_label),                                                                          \
                      .help = (sentence)},
#include "action_table.h"
#undef ACTION
};

/* The same action under the name it has on one kind of screen. */
static const struct {
    Context context;
    ActionId id;
    const char *label, *brief;
} wordings[] = {
    {CONTEXT_CUSTOMER, ACTION_OPEN, N_("Open the selected line"), N_("open")},
    {CONTEXT_DASHBOARD, ACTION_OPEN, N_("Open the list behind this number"), N_("list")},
    {CONTEXT_REPORT, ACTION_OPEN, N_("Open the list behind the line"), N_("open")},
    {CONTEXT_FIND, ACTION_OPEN, N_("Open the chosen row / run the command"), N_("open")},
    {CONTEXT_SETTINGS, ACTION_OPEN, N_("Change the value"), N_("change")},
    {CONTEXT_CUSTOMER, ACTION_MARK, N_("Mark invoice"), N_("pick invoice")},
    {CONTEXT_CUSTOMER, ACTION_MARK_ALL, N_("Mark all invoices"), N_("pick all")},
    {CONTEXT_FIND, ACTION_FILTER, N_("Closed customers too"), N_("closed too")},
    {CONTEXT_FIND, ACTION_FIELD_CANCEL, N_("Close"), N_("close")},
    {CONTEXT_LETTER, ACTION_NOTE, N_("Edit text"), N_("edit text")},
    {CONTEXT_LETTER, ACTION_DOCS, N_("Other template"), N_("other template")},
    {CONTEXT_LETTER, ACTION_VIEW_CYCLE, N_("View: text / QR full screen"), N_("QR full screen")},
    {CONTEXT_LETTER, ACTION_COPY, N_("Yank: copy payment reference"), N_("copy")},
    {CONTEXT_LETTER, ACTION_PANE_NEXT, N_("Next part"), N_("part")},
    {CONTEXT_LETTER, ACTION_PANE_PREV, N_("Previous part"), N_("part back")},
    {CONTEXT_DASHBOARD, ACTION_PANE_NEXT, N_("Next panel"), N_("panel")},
    {CONTEXT_DASHBOARD, ACTION_PANE_PREV, N_("Previous panel"), N_("panel back")},
    {CONTEXT_DASHBOARD, ACTION_VIEW_CYCLE, N_("View: bars / figures"), N_("figures")},
    {CONTEXT_RECEIPTS, ACTION_VIEW_CYCLE, N_("View: waiting, matched, put aside …"), N_("view")},
    {CONTEXT_REPORT, ACTION_VIEW_CYCLE, N_("View: totals / by customer"), N_("by customer")},
    {CONTEXT_REPORT, ACTION_PERIOD_PREV, N_("Earlier day"), N_("earlier day")},
    {CONTEXT_REPORT, ACTION_PERIOD_NEXT, N_("Later day"), N_("later day")},
};

static const char *const need_sentences[NEED_COUNT] = {
    [NEED_NOTHING] = "",
    [NEED_ROW] = N_("Nothing is selected here."),
    [NEED_CUSTOMER] = N_("No customer is selected: choose one in the queue (1) or find one (F)."),
};

const Action *action_row(ActionId id)
{
    g_assert(id > ACTION_NONE && id < ACTION_OUTCOME);
    return &table[id];
}

const char *need_sentence(Need need)
{
    g_assert(need < NEED_COUNT);
    return need == NEED_NOTHING ? "" : _(need_sentences[need]);
}

const char *action_label(const Action *action, Context context)
{
    if (action->outcome != NULL)
        return action->label;
    for (size_t i = 0; i < G_N_ELEMENTS(wordings); i++)
        if (wordings[i].context == context && wordings[i].id == action->id)
            return _(wordings[i].label);
    return _(action->label);
}

const char *action_brief(const Action *action, Context context)
{
    if (action->outcome != NULL)
        return action->brief;
    for (size_t i = 0; i < G_N_ELEMENTS(wordings); i++)
        if (wordings[i].context == context && wordings[i].id == action->id)
            return _(wordings[i].brief);
    return _(action->brief);
}
