/* One key stroke as a number: a Unicode character, or one of the named keys above Unicode.  Letters are upper
 * case: no action differs by Shift or Caps Lock.  Pure: no curses. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef guint32 Stroke;

enum {
    STROKE_NONE = 0,
    STROKE_NAMED = 0x110000,
    STROKE_ENTER,
    STROKE_TAB,
    STROKE_BACKTAB,
    STROKE_ESC,
    STROKE_BACKSPACE,
    STROKE_DEL,
    STROKE_INSERT,
    STROKE_UP,
    STROKE_DOWN,
    STROKE_LEFT,
    STROKE_RIGHT,
    STROKE_PGUP,
    STROKE_PGDN,
    STROKE_HOME,
    STROKE_END,
    STROKE_WHEEL_UP,
    STROKE_WHEEL_DOWN,
    STROKE_CLICK,
    STROKE_F1 = 0x110100,   /* F1 … F24 follow */
    STROKE_CTRL = 0x110200, /* + 'A' … 'Z' */
};

/* "Enter", "S-Tab", "PgUp", "F4", "Ctrl-S", "Space", "A", "+": upper or lower case.  STROKE_NONE: no such key. */
Stroke stroke_parse(const char *name);
/* The name as shown in footer and help.  Caller frees. */
char *stroke_name(Stroke stroke);
/* Upper case, so that "p" and "P" are one. */
Stroke stroke_of_character(gunichar character);
/* The digit that shares the key on a Belgian AZERTY digit row (& é " ' ( § è ! ç à), else STROKE_NONE. */
Stroke stroke_azerty_digit(Stroke stroke);
