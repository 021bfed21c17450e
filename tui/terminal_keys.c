#include "terminal_keys.h"
#define NCURSES_NOMACROS
#include <curses.h>

/* Codes of our own, above those of ncurses. */
enum { OWN_PASTE_START = KEY_MAX + 1, OWN_PASTE_END, OWN_IGNORED, OWN_KEYPAD };

static const struct {
    const char *bytes;
    int code;
} sequences[] = {
    {"\033[200~", OWN_PASTE_START}, {"\033[201~", OWN_PASTE_END}, {"\033[I", OWN_IGNORED}, /* the window got or lost the
                                                                                              focus */
    {"\033[O", OWN_IGNORED},        {"\033[Z", KEY_BTAB},         {"\033[H", KEY_HOME},    {"\033[F", KEY_END},
    {"\033OH", KEY_HOME},           {"\033OF", KEY_END},          {"\033[1~", KEY_HOME},   {"\033[4~", KEY_END},
    {"\033[7~", KEY_HOME},          {"\033[8~", KEY_END},         {"\033[2~", KEY_IC},     {"\033[3~", KEY_DC},
    {"\033[5~", KEY_PPAGE},         {"\033[6~", KEY_NPAGE},       {"\033[A", KEY_UP},      {"\033[B", KEY_DOWN},
    {"\033[C", KEY_RIGHT},          {"\033[D", KEY_LEFT},         {"\033OA", KEY_UP},      {"\033OB", KEY_DOWN},
    {"\033OC", KEY_RIGHT},          {"\033OD", KEY_LEFT},         {"\033OP", KEY_F(1)},    {"\033OQ", KEY_F(2)},
    {"\033OR", KEY_F(3)},           {"\033OS", KEY_F(4)},         {"\033[11~", KEY_F(1)},  {"\033[12~", KEY_F(2)},
    {"\033[13~", KEY_F(3)},         {"\033[14~", KEY_F(4)},       {"\033[15~", KEY_F(5)},  {"\033[17~", KEY_F(6)},
    {"\033[18~", KEY_F(7)},         {"\033[19~", KEY_F(8)},       {"\033[20~", KEY_F(9)},  {"\033[24~", KEY_F(12)},
};

/* The numeric keypad where ESC > was not understood: ESC O and a letter per key. */
static const struct {
    char letter, sign;
} pad[] = {
    {'p', '0'}, {'q', '1'}, {'r', '2'}, {'s', '3'}, {'t', '4'}, {'u', '5'}, {'v', '6'},  {'w', '7'}, {'x', '8'},
    {'y', '9'}, {'j', '*'}, {'k', '+'}, {'l', ','}, {'m', '-'}, {'n', '.'}, {'M', '\r'}, {'o', '/'}, {'X', '='},
};

void terminal_keys_define(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sequences); i++)
        define_key(sequences[i].bytes, sequences[i].code);
    for (size_t i = 0; i < G_N_ELEMENTS(pad); i++) {
        char bytes[] = {'\033', 'O', pad[i].letter, '\0'};
        define_key(bytes, OWN_KEYPAD + (int)i);
    }
}

static const struct {
    int code;
    Stroke stroke;
} named[] = {
    {KEY_ENTER, STROKE_ENTER}, {KEY_BTAB, STROKE_BACKTAB}, {KEY_BACKSPACE, STROKE_BACKSPACE},
    {KEY_DC, STROKE_DEL},      {KEY_IC, STROKE_INSERT},    {KEY_UP, STROKE_UP},
    {KEY_DOWN, STROKE_DOWN},   {KEY_LEFT, STROKE_LEFT},    {KEY_RIGHT, STROKE_RIGHT},
    {KEY_PPAGE, STROKE_PGUP},  {KEY_NPAGE, STROKE_PGDN},   {KEY_HOME, STROKE_HOME},
    {KEY_END, STROKE_END},     {KEY_FIND, STROKE_HOME},    {KEY_SELECT, STROKE_END},
    {KEY_A1, STROKE_HOME},     {KEY_A3, STROKE_PGUP},      {KEY_C1, STROKE_END},
    {KEY_C3, STROKE_PGDN},
};

Stroke terminal_keys_named(int code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(named); i++)
        if (named[i].code == code)
            return named[i].stroke;
    return code >= KEY_F(1) && code <= KEY_F(24) ? (Stroke)(STROKE_F1 + code - KEY_F(1)) : STROKE_NONE;
}

Stroke terminal_keys_control(gunichar character)
{
    switch (character) {
    case '\r':
    case '\n': return STROKE_ENTER;
    case '\t': return STROKE_TAB;
    case '\033': return STROKE_ESC;
    case '\b':
    case 0x7F: return STROKE_BACKSPACE;
    default: return character > 0 && character <= 26 ? STROKE_CTRL + 'A' + character - 1 : STROKE_NONE;
    }
}

gunichar terminal_keys_keypad(int code)
{
    int key = code - OWN_KEYPAD;
    return key >= 0 && key < (int)G_N_ELEMENTS(pad) ? (gunichar)pad[key].sign : 0;
}

bool terminal_keys_is_paste_start(int code)
{
    return code == OWN_PASTE_START;
}

bool terminal_keys_is_paste_end(int code)
{
    return code == OWN_PASTE_END;
}

bool terminal_keys_is_no_key(int code)
{
    return code == OWN_IGNORED;
}
