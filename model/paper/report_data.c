/* The report for other programs: CSV, one line per customer; JSON, everything. */
#include "base/text.h"
#include "paper/report.h"
#include <json-glib/json-glib.h>

static void add_cell(GString *row, const char *text, bool last)
{
    g_autofree char *cell = text_csv_cell(text);
    g_string_append_printf(row, "%s%s", cell, last ? "\n" : ",");
}

char *report_csv(const Report *report, bool notes)
{
    GString *text = g_string_new(notes ? "day,time,agent,customer,name,outcome,amount,text,note\n"
                                       : "day,time,agent,customer,name,outcome,amount,text\n");
    for (guint i = 0; i < report->lines->len; i++) {
        const ReportLine *line = g_ptr_array_index(report->lines, i);
        g_autofree char *day = day_iso(line->when.day), *time = minute_text(line->when.minute);
        g_autofree char *amount = money_plain(line->amount);
        g_string_append_printf(text, "%s,%s,", day, time);
        add_cell(text, line->agent, false);
        add_cell(text, line->number, false);
        add_cell(text, line->customer, false);
        add_cell(text, line->letter, false);
        g_string_append_printf(text, "%s,", amount);
        add_cell(text, line->text, !notes);
        if (notes)
            add_cell(text, line->note, true);
    }
    return g_string_free(text, FALSE);
}

static void set_money(JsonBuilder *builder, const char *key, Cents cents)
{
    g_autofree char *plain = money_plain(cents);
    json_builder_set_member_name(builder, key);
    json_builder_add_string_value(builder, plain);
}

static void set_text(JsonBuilder *builder, const char *key, const char *text)
{
    json_builder_set_member_name(builder, key);
    json_builder_add_string_value(builder, text);
}

static void set_number(JsonBuilder *builder, const char *key, int number)
{
    json_builder_set_member_name(builder, key);
    json_builder_add_int_value(builder, number);
}

static void build_outcomes(JsonBuilder *builder, const Report *report)
{
    json_builder_set_member_name(builder, "outcomes");
    json_builder_begin_array(builder);
    for (guint i = 0; i < report->outcomes->len; i++) {
        const ReportOutcome *row = g_ptr_array_index(report->outcomes, i);
        json_builder_begin_object(builder);
        set_text(builder, "outcome", row->letter);
        set_text(builder, "slug", row->slug);
        set_text(builder, "label", row->label);
        set_number(builder, "calls", row->calls);
        set_money(builder, "amount", row->amount);
        set_text(builder, "next", row->next);
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
}

static void build_lines(JsonBuilder *builder, const Report *report, bool notes)
{
    json_builder_set_member_name(builder, "lines");
    json_builder_begin_array(builder);
    for (guint i = 0; i < report->lines->len; i++) {
        const ReportLine *line = g_ptr_array_index(report->lines, i);
        g_autofree char *time = minute_text(line->when.minute);
        json_builder_begin_object(builder);
        set_text(builder, "time", time);
        set_text(builder, "agent", line->agent);
        set_text(builder, "customer", line->number);
        set_text(builder, "name", line->customer);
        set_text(builder, "outcome", line->letter);
        set_text(builder, "slug", line->outcome);
        set_money(builder, "amount", line->amount);
        set_text(builder, "currency", line->currency);
        set_text(builder, "text", line->text);
        if (notes)
            set_text(builder, "note", line->note);
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
}

static void build_counts(JsonBuilder *builder, const Report *report)
{
    const struct {
        const char *key;
        int value;
    } counts[] = {
        {"calls", report->calls},
        {"reached", report->reached},
        {"talk_seconds", report->talk_seconds},
        {"logged", report->logged},
        {"follow_ups", report->follow_ups},
        {"without_next_step", report->without_next},
        {"late_callbacks", report->late_callbacks},
        {"not_reached_due", report->not_reached_due},
        {"promises_due", report->promises_due},
        {"promises_kept", report->promises_kept},
        {"promises_broken", report->promises_broken},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
        set_number(builder, counts[i].key, counts[i].value);
    set_money(builder, "kept_amount", report->kept_amount);
    set_money(builder, "broken_amount", report->broken_amount);
    set_money(builder, "received", report->received);
    set_text(builder, "currency", report->currency);
    set_text(builder, "record", report->head);
}

char *report_json(const Report *report, bool notes)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    g_autofree char *day = day_iso(report->day);
    json_builder_begin_object(builder);
    set_text(builder, "day", day);
    set_text(builder, "agent", report->agent != NULL ? report->agent : "");
    build_counts(builder, report);
    build_outcomes(builder, report);
    build_lines(builder, report, notes);
    json_builder_end_object(builder);
    g_autoptr(JsonNode) root = json_builder_get_root(builder);
    return json_to_string(root, TRUE);
}
