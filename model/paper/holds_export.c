#include "paper/holds_export.h"

#include "base/i18n.h"
#include "base/text.h"
#include <string.h>

static char *yes_no(bool yes)
{
    return g_strdup(yes ? "yes" : "no");
}

static const Hold *now_of(const HoldsRow *row, HoldKind kind)
{
    return &row->holds->now[kind];
}

/* What is decided for a day to come counts as its day: the reader sees it lies ahead. */
static char *since_of(const HoldsRow *row, HoldKind kind)
{
    const Hold *now = now_of(row, kind), *ahead = &row->holds->ahead[kind];
    return day_iso(now->state != HOLD_NONE ? now->from : ahead->state != HOLD_NONE ? ahead->from : DAY_NONE);
}

static char *why_of(const HoldsRow *row, HoldKind kind)
{
    const Hold *now = now_of(row, kind), *ahead = &row->holds->ahead[kind], *ended = &row->holds->ended[kind];
    const Hold *told = now->state != HOLD_NONE ? now : ahead->state != HOLD_NONE ? ahead : ended;
    return text_clean(told->reason_words);
}

#define CELLS(name, kind)                                                                                              \
    static char *cell_##name(const HoldsRow *row)                                                                      \
    {                                                                                                                  \
        return yes_no(holds_are(row->holds, kind));                                                                    \
    }                                                                                                                  \
    static char *cell_##name##_since(const HoldsRow *row)                                                              \
    {                                                                                                                  \
        return since_of(row, kind);                                                                                    \
    }                                                                                                                  \
    static char *cell_##name##_why(const HoldsRow *row)                                                                \
    {                                                                                                                  \
        return why_of(row, kind);                                                                                      \
    }
CELLS(stop, HOLD_SUPPLY_STOP)
CELLS(prepay, HOLD_PREPAY)
CELLS(handover, HOLD_HANDOVER)

static char *cell_number(const HoldsRow *row)
{
    return text_clean(row->number);
}

static char *cell_name(const HoldsRow *row)
{
    return text_clean(row->name);
}

static char *cell_limit(const HoldsRow *row)
{
    Cents limit = holds_limit(row->holds);
    return limit >= 0 ? money_plain(limit) : g_strdup("");
}

static char *cell_currency(const HoldsRow *row)
{
    return g_strdup(row->holds->currency);
}

static char *cell_deadline(const HoldsRow *row)
{
    return day_iso(holds_are(row->holds, HOLD_DEADLINE) ? now_of(row, HOLD_DEADLINE)->from : DAY_NONE);
}

static char *cell_announced(const HoldsRow *row)
{
    return g_strdup(holds_are(row->holds, HOLD_DEADLINE) ? now_of(row, HOLD_DEADLINE)->reason_words : "");
}

static char *cell_changed(const HoldsRow *row)
{
    return day_iso(row->changed);
}

static char *cell_agent(const HoldsRow *row)
{
    return text_clean(row->agent);
}

static const HoldsColumn columns[] = {
    {"customer", N_("No."), 8, cell_number},
    {"name", N_("Customer"), 26, cell_name},
    {"supply_stop", N_("Stop"), 4, cell_stop},
    {"supply_stop_since", N_("Since"), 10, cell_stop_since},
    {"supply_stop_reason", N_("Why"), 16, cell_stop_why},
    {"prepay", N_("Prepay"), 6, cell_prepay},
    {"prepay_since", "", 0, cell_prepay_since},
    {"prepay_reason", "", 0, cell_prepay_why},
    {"credit_limit", N_("Limit"), 11, cell_limit},
    {"currency", "", 0, cell_currency},
    {"deadline", N_("Pay by"), 10, cell_deadline},
    {"announced", N_("Else"), 16, cell_announced},
    {"handed_over", "", 0, cell_handover},
    {"handed_over_since", "", 0, cell_handover_since},
    {"handed_over_to", "", 0, cell_handover_why},
    {"changed_on", N_("Changed"), 10, cell_changed},
    {"changed_by", N_("By"), 8, cell_agent},
};

const HoldsColumn *holds_columns(size_t *count)
{
    *count = G_N_ELEMENTS(columns);
    return columns;
}

static void row_csv(GString *csv, const HoldsRow *row)
{
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        g_autofree char *plain = row != NULL ? columns[i].cell(row) : g_strdup(columns[i].name);
        g_autofree char *cell = text_csv_cell(plain);
        g_string_append_printf(csv, "%s%s", i > 0 ? "," : "", cell);
    }
    g_string_append_c(csv, '\n');
}

char *holds_csv(Desk *desk, Day since, GError **error)
{
    g_autoptr(GPtrArray) rows = holds_list(desk, since, error);
    if (rows == NULL)
        return NULL;
    GString *csv = g_string_new(NULL);
    row_csv(csv, NULL);
    for (guint i = 0; i < rows->len; i++)
        row_csv(csv, g_ptr_array_index(rows, i));
    return g_string_free(csv, FALSE);
}

bool holds_csv_write(Desk *desk, GError **error)
{
    const char *folder = settings_text(desk->settings, "holds", "folder");
    if (*folder == '\0')
        return true;
    g_autofree char *csv = holds_csv(desk, DAY_NONE, error), *path = g_build_filename(folder, "holds.csv", NULL);
    g_autoptr(GError) reason = NULL;
    if (csv == NULL)
        return false;
    return g_file_set_contents_full(path, csv, (gssize)strlen(csv), G_FILE_SET_CONTENTS_CONSISTENT, 0640, &reason) ||
           fail(error, BELRONDE_ERROR_INPUT, _("%s cannot be written: %s."), path, reason->message);
}
