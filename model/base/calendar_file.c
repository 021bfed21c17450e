/* Reads data/calendar.ini; every refusal names the line and what may stand there. */
#include "calendar_parts.h"
#include "error.h"
#include "i18n.h"
#include "ini.h"
#include "words.h"
#include <string.h>

enum { MIDNIGHT = 24 * 60 };

static void holiday_clear(gpointer data)
{
    Holiday *holiday = data;
    for (int i = 0; i < NAMES; i++)
        g_free(holiday->names[i]);
}

static Country *country_new(const char *name)
{
    Country *country = g_new0(Country, 1);
    country->name = g_strdup(name);
    country->holidays = g_array_new(FALSE, TRUE, sizeof(Holiday));
    g_array_set_clear_func(country->holidays, holiday_clear);
    return country;
}

static void country_free(gpointer data)
{
    Country *country = data;
    if (country == NULL)
        return;
    g_array_unref(country->holidays);
    g_free(country->name);
    g_free(country);
}

static void preset_free(gpointer data)
{
    Preset *preset = data;
    g_free(preset->name);
    g_free(preset);
}

static bool refuse(const Ini *ini, int line, GError **error, const char *sentence)
{
    return fail(error, BELRONDE_ERROR_INPUT, "%s:%d: %s", ini_path(ini), line, sentence);
}

/* "+39", "-2"; an empty text is 0. */
static bool offset_read(const char *text, int *offset)
{
    gint64 value = 0;
    if (*text != '\0' && (*text != '+' || !g_ascii_isdigit(text[1])) && *text != '-')
        return false;
    if (*text != '\0' && !ini_integer(text + (*text == '+'), -200, 200, &value))
        return false;
    *offset = (int)value;
    return true;
}

/* "04-27", "04-27 sunday-1", "easter+39" */
static bool rule_read(const char *rule, Holiday *holiday)
{
    Day probe;
    if (g_str_has_prefix(rule, "easter")) {
        holiday->from_easter = true;
        return offset_read(rule + strlen("easter"), &holiday->offset);
    }
    g_autofree char *date = g_strdup_printf("2000-%.5s", rule); /* a leap year, so that 29 February may stand there */
    if (strlen(rule) < 5 || !day_parse_iso(date, &probe))
        return false;
    holiday->month = day_date(probe).month;
    holiday->day = day_date(probe).day;
    return rule[5] == '\0' ||
           (g_str_has_prefix(rule + 5, " sunday") && offset_read(rule + strlen("04-27 sunday"), &holiday->when_sunday));
}

static bool country_read(Country *country, const Ini *ini, const char *section, GError **error)
{
    size_t count = 0;
    const IniEntry *entries = ini_entries(ini, section, &count);
    for (size_t i = 0; i < count; i++) {
        Holiday holiday = {.month = 0};
        g_auto(GStrv) parts = g_strsplit(entries[i].value, "|", -1);
        if (g_strv_length(parts) != NAMES + 1 || !rule_read(g_strstrip(parts[0]), &holiday))
            return refuse(ini, entries[i].line, error,
                          _("write a holiday as \"04-27|English|Nederlands|Français\", with easter+39 for a day "
                            "counted from Easter"));
        for (int k = 0; k < NAMES; k++)
            holiday.names[k] = g_strdup(g_strstrip(parts[k + 1]));
        g_array_append_val(country->holidays, holiday);
    }
    return true;
}

/* Monday first, always in English: the file is the same in every language. */
static bool weekdays_read(const char *value, Preset *preset)
{
    g_auto(GStrv) words = g_strsplit(value, " ", -1);
    int read = 0;
    for (char **word = words; *word != NULL; word++) {
        int weekday = 0;
        while (weekday < 7 && g_ascii_strcasecmp(*word, words_of("en")->days_short[weekday]) != 0)
            weekday++;
        if (**word == '\0')
            continue;
        if (weekday == 7)
            return false;
        preset->weekdays[weekday] = true;
        read++;
    }
    return read > 0;
}

/* "09:00"; 24:00 may close a window. */
static bool minute_read(const char *text, int *minute)
{
    gint64 hours, minutes;
    g_auto(GStrv) parts = g_strsplit(text, ":", -1);
    if (g_strv_length(parts) != 2 || strlen(parts[0]) != 2 || strlen(parts[1]) != 2)
        return false;
    if (!ini_integer(parts[0], 0, 24, &hours) || !ini_integer(parts[1], 0, 59, &minutes))
        return false;
    *minute = (int)(hours * 60 + minutes);
    return *minute <= MIDNIGHT;
}

/* Windows stand in order and do not overlap. */
static bool window_read(const char *value, Preset *preset)
{
    g_auto(GStrv) ends = g_strsplit(value, "-", -1);
    Window window;
    if (preset->window_count == WINDOWS_MOST || g_strv_length(ends) != 2)
        return false;
    if (!minute_read(g_strstrip(ends[0]), &window.from) || !minute_read(g_strstrip(ends[1]), &window.until))
        return false;
    int earliest = preset->window_count > 0 ? preset->windows[preset->window_count - 1].until : 0;
    if (window.from >= window.until || window.from < earliest)
        return false;
    preset->windows[preset->window_count++] = window;
    return true;
}

static bool cap_read(const char *value, int *cap)
{
    gint64 number;
    bool sound = ini_integer(value, 0, 1000, &number);
    if (sound)
        *cap = (int)number;
    return sound;
}

static bool holidays_read(const char *value, Preset *preset)
{
    return ini_boolean(value, &preset->holidays);
}
static bool per_day_read(const char *value, Preset *preset)
{
    return cap_read(value, &preset->per_day);
}
static bool per_week_read(const char *value, Preset *preset)
{
    return cap_read(value, &preset->per_week);
}
static bool gap_read(const char *value, Preset *preset)
{
    return cap_read(value, &preset->after_conversation);
}

static const struct {
    const char *key;
    bool (*read)(const char *value, Preset *preset);
    const char *wanted; /* msgid */
} preset_keys[] = {
    {"days", weekdays_read, N_("write the days as \"mon tue wed thu fri\"")},
    {"holidays", holidays_read, N_("write yes when calls are allowed on public holidays, else no")},
    {"hours_1", window_read, N_("write the hours as \"09:00-12:00\"")},
    {"hours_2", window_read, N_("write the hours as \"13:30-18:00\", after those of the line above")},
    {"hours_3", window_read, N_("write the hours as \"13:30-18:00\", after those of the line above")},
    {"hours_4", window_read, N_("write the hours as \"13:30-18:00\", after those of the line above")},
    {"per_day_attempts", per_day_read, N_("write a whole number up to 1000; 0 means no limit")},
    {"per_week_attempts", per_week_read, N_("write a whole number up to 1000; 0 means no limit")},
    {"days_after_conversation", gap_read, N_("write a whole number of days up to 1000; 0 means no limit")},
};

static bool preset_entry_read(Preset *preset, const Ini *ini, const IniEntry *entry, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(preset_keys); i++)
        if (strcmp(entry->key, preset_keys[i].key) == 0)
            return preset_keys[i].read(entry->value, preset) ||
                   refuse(ini, entry->line, error, _(preset_keys[i].wanted));
    return refuse(ini, entry->line, error, _("contact hours have no such key; compare with [contact.house]"));
}

static bool preset_read(Preset *preset, const Ini *ini, const char *section, GError **error)
{
    size_t count = 0;
    const IniEntry *entries = ini_entries(ini, section, &count);
    for (size_t i = 0; i < count; i++)
        if (!preset_entry_read(preset, ini, &entries[i], error))
            return false;
    if (preset->window_count == 0 || ini_get(ini, section, "days") == NULL)
        return refuse(ini, ini_section_line(ini, section), error, _("contact hours need days and hours_1"));
    return true;
}

static bool section_read(Calendar *calendar, const Ini *ini, const char *section, GError **error)
{
    const char *name = strchr(section, '.');
    name = name != NULL ? name + 1 : "";
    if (strcmp(section, "calendar") == 0)
        return true;
    if (strcmp(section, "bank") == 0)
        return country_read(calendar->bank, ini, section, error);
    if (g_str_has_prefix(section, "holiday.")) {
        Country *country = country_new(name);
        g_ptr_array_add(calendar->countries, country);
        return country_read(country, ini, section, error);
    }
    if (g_str_has_prefix(section, "contact.")) {
        Preset *preset = g_new0(Preset, 1);
        preset->name = g_strdup(name);
        g_ptr_array_add(calendar->presets, preset);
        return preset_read(preset, ini, section, error);
    }
    return refuse(ini, ini_section_line(ini, section), error,
                  _("the sections of this file are [calendar], [bank], [holiday.be] and [contact.house]"));
}

/* What everything else falls back to must be there. */
static bool house_find(Calendar *calendar, const Ini *ini, GError **error)
{
    calendar->house = calendar_country(calendar, ini_get(ini, "calendar", "house"));
    if (calendar->house == NULL)
        return refuse(ini, MAX(ini_line(ini, "calendar", "house"), 1), error,
                      _("[calendar] must name the house's country, one that has a [holiday.…] section"));
    calendar->house_preset = (Preset *)calendar_preset(calendar, "house");
    if (calendar->house_preset == NULL)
        return refuse(ini, 1, error, _("the section [contact.house] is missing"));
    return true;
}

Calendar *calendar_load(const char *path, GError **error)
{
    g_autoptr(Ini) ini = ini_load(path, error);
    if (ini == NULL)
        return NULL;
    g_autoptr(Calendar) calendar = g_new0(Calendar, 1);
    calendar->countries = g_ptr_array_new_with_free_func(country_free);
    calendar->presets = g_ptr_array_new_with_free_func(preset_free);
    calendar->bank = country_new("bank");
    for (const char *const *section = ini_sections(ini); *section != NULL; section++)
        if (!section_read(calendar, ini, *section, error))
            return NULL;
    return house_find(calendar, ini, error) ? g_steal_pointer(&calendar) : NULL;
}

void calendar_free(Calendar *calendar)
{
    if (calendar == NULL)
        return;
    g_ptr_array_unref(calendar->countries);
    g_ptr_array_unref(calendar->presets);
    country_free(calendar->bank);
    g_free(calendar);
}
