#include "stroke.h"
#include <string.h>

static const struct {
    const char *name;
    Stroke stroke;
} names[] = {
    {"Enter", STROKE_ENTER},
    {"Tab", STROKE_TAB},
    {"S-Tab", STROKE_BACKTAB},
    {"Esc", STROKE_ESC},
    {"Backspace", STROKE_BACKSPACE},
    {"Del", STROKE_DEL},
    {"Ins", STROKE_INSERT},
    {"Up", STROKE_UP},
    {"Down", STROKE_DOWN},
    {"Left", STROKE_LEFT},
    {"Right", STROKE_RIGHT},
    {"PgUp", STROKE_PGUP},
    {"PgDn", STROKE_PGDN},
    {"Home", STROKE_HOME},
    {"End", STROKE_END},
    {"WheelUp", STROKE_WHEEL_UP},
    {"WheelDown", STROKE_WHEEL_DOWN},
    {"Click", STROKE_CLICK},
    {"Space", ' '},
    {"comma", ','},
};

Stroke stroke_of_character(gunichar character)
{
    return g_unichar_toupper(character);
}

static Stroke function_key(const char *name)
{
    gint64 number = g_ascii_strtoll(name + 1, NULL, 10);
    size_t digits = strspn(name + 1, "0123456789");
    bool good = g_ascii_toupper(name[0]) == 'F' && digits > 0 && name[1 + digits] == '\0';
    return good && number >= 1 && number <= 24 ? (Stroke)(STROKE_F1 + number - 1) : STROKE_NONE;
}

Stroke stroke_parse(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_ascii_strcasecmp(names[i].name, name) == 0)
            return names[i].stroke;
    if (g_ascii_strncasecmp(name, "Ctrl-", 5) == 0 && g_ascii_isalpha(name[5]) && name[6] == '\0')
        return (Stroke)(STROKE_CTRL + g_ascii_toupper(name[5]));
    if (g_utf8_validate(name, -1, NULL) && g_utf8_strlen(name, -1) == 1)
        return g_unichar_isgraph(g_utf8_get_char(name)) ? stroke_of_character(g_utf8_get_char(name)) : STROKE_NONE;
    return function_key(name);
}

char *stroke_name(Stroke stroke)
{
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (names[i].stroke == stroke && stroke != ',')
            return g_strdup(names[i].name);
    if (stroke >= STROKE_F1 && stroke < STROKE_F1 + 24)
        return g_strdup_printf("F%u", stroke - STROKE_F1 + 1);
    if (stroke > STROKE_CTRL)
        return g_strdup_printf("Ctrl-%c", (char)(stroke - STROKE_CTRL));
    char utf8[7] = "";
    utf8[g_unichar_to_utf8(stroke, utf8)] = '\0';
    return g_strdup(utf8);
}

Stroke stroke_azerty_digit(Stroke stroke)
{
    static const char *row = "à&é\"'(§è!ç"; /* 0 1 2 … 9 */
    Stroke digit = '0';
    for (const char *at = row; *at != '\0'; at = g_utf8_next_char(at), digit++)
        if (stroke_of_character(g_utf8_get_char(at)) == stroke)
            return digit;
    return STROKE_NONE;
}
