/* The file as one CSV and one JSON: a row for each fact, the same columns for all parts. */
#include "paper/handover/parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "paper/claim_document.h"
#include <json-glib/json-glib.h>
#include <string.h>

#define TEXT_CELL(field) CELL_TEXT, G_STRUCT_OFFSET(HandoverLine, field)

const HandoverColumn HANDOVER_COLUMNS[] = {
    {"day", N_("Day"), CELL_DAY, 0},
    {"time", N_("Time"), CELL_TIME, 0},
    {"number", N_("Number"), TEXT_CELL(number)},
    {"what", N_("What"), TEXT_CELL(what)},
    {"due", N_("Due"), CELL_DUE, 0},
    {"amount", N_("Amount"), CELL_AMOUNT, 0},
    {"second", N_("Open"), CELL_SECOND, 0},
    {"currency", N_("Currency"), CELL_TEXT, G_STRUCT_OFFSET(HandoverLine, currency)},
    {"state", N_("State"), TEXT_CELL(state)},
    {"person", N_("Person"), TEXT_CELL(person)},
    {"note", N_("Note"), TEXT_CELL(note)},
    {"file", N_("File"), TEXT_CELL(file)},
};
const size_t HANDOVER_COLUMN_COUNT = G_N_ELEMENTS(HANDOVER_COLUMNS);

static const char *text_of(const HandoverLine *line, const HandoverColumn *column)
{
    if (column->offset == G_STRUCT_OFFSET(HandoverLine, currency))
        return line->currency;
    const char *text = G_STRUCT_MEMBER(char *, line, column->offset);
    return text != NULL ? text : "";
}

char *handover_cell(const HandoverLine *line, const HandoverColumn *column)
{
    switch (column->kind) {
    case CELL_DAY: return day_iso(line->day);
    case CELL_DUE: return day_iso(line->due);
    case CELL_TIME: return minute_text(line->minute);
    case CELL_TEXT: return g_strdup(text_of(line, column));
    case CELL_AMOUNT: return line->has_amount ? money_plain(line->amount) : g_strdup("");
    case CELL_SECOND: return line->has_second ? money_plain(line->second) : g_strdup("");
    }
    return g_strdup("");
}

bool handover_part_has(const Handover *handover, HandoverPart part, const HandoverColumn *column)
{
    for (guint i = 0; i < handover->lines->len; i++) {
        const HandoverLine *line = g_ptr_array_index(handover->lines, i);
        g_autofree char *cell = line->part == part ? handover_cell(line, column) : NULL;
        if (cell != NULL && *cell != '\0')
            return true;
    }
    return false;
}

static void csv_head(GString *csv)
{
    g_string_append(csv, "part");
    for (size_t i = 0; i < HANDOVER_COLUMN_COUNT; i++)
        g_string_append_printf(csv, ",%s", HANDOVER_COLUMNS[i].name);
    g_string_append_c(csv, '\n');
}

char *handover_csv(const Handover *handover)
{
    GString *csv = g_string_new(NULL);
    csv_head(csv);
    for (guint i = 0; i < handover->lines->len; i++) {
        const HandoverLine *line = g_ptr_array_index(handover->lines, i);
        g_string_append(csv, HANDOVER_PART_SLUGS[line->part]);
        for (size_t c = 0; c < HANDOVER_COLUMN_COUNT; c++) {
            g_autofree char *plain = handover_cell(line, &HANDOVER_COLUMNS[c]), *cell = text_csv_cell(plain);
            g_string_append_printf(csv, ",%s", cell);
        }
        g_string_append_c(csv, '\n');
    }
    return g_string_free(csv, FALSE);
}

static JsonObject *line_object(const HandoverLine *line)
{
    JsonObject *object = json_object_new();
    for (size_t c = 0; c < HANDOVER_COLUMN_COUNT; c++) {
        g_autofree char *cell = handover_cell(line, &HANDOVER_COLUMNS[c]);
        if (*cell != '\0')
            json_object_set_string_member(object, HANDOVER_COLUMNS[c].name, cell);
    }
    return object;
}

static void parts_put(JsonObject *root, const Handover *handover)
{
    for (int part = 0; part < PARTS; part++) {
        JsonArray *array = json_array_new();
        for (guint i = 0; i < handover->lines->len; i++) {
            const HandoverLine *line = g_ptr_array_index(handover->lines, i);
            if (line->part == (HandoverPart)part)
                json_array_add_object_element(array, line_object(line));
        }
        json_object_set_array_member(root, HANDOVER_PART_SLUGS[part], array);
    }
}

static bool claim_put(JsonObject *root, const Desk *desk, const Claim *claim)
{
    g_autofree char *text = claim_json(desk, claim);
    g_autoptr(JsonNode) node = json_from_string(text, NULL);
    if (node != NULL)
        json_object_set_member(root, "claim", g_steal_pointer(&node));
    return true;
}

char *handover_json(const Desk *desk, const Handover *handover)
{
    const Claim *claim = handover->claim;
    g_autofree char *day = day_iso(claim->day), *name = text_clean(claim->name), *number = text_clean(claim->number);
    JsonObject *root = json_object_new();
    json_object_set_string_member(root, "customer", number);
    json_object_set_string_member(root, "name", name);
    json_object_set_string_member(root, "day", day);
    json_object_set_string_member(root, "creditor", settings_text(desk->settings, "belronde", "name"));
    claim_put(root, desk, claim);
    parts_put(root, handover);
    g_autoptr(JsonNode) node = json_node_init_object(json_node_alloc(), root);
    json_object_unref(root);
    return json_to_string(node, TRUE);
}
