/* Which bytes are which key: what terminfo leaves out or gets wrong.  For terminal.c only. */
#pragma once
#include "stroke.h"

void terminal_keys_define(void);                  /* after newterm */
Stroke terminal_keys_named(int code);             /* of a curses key; STROKE_NONE: no meaning */
Stroke terminal_keys_control(gunichar character); /* Enter, Tab, Esc, Backspace, Ctrl-A …; STROKE_NONE: a character */
gunichar terminal_keys_keypad(int code);          /* the sign on a keypad key in application mode; 0: not one */
bool terminal_keys_is_paste_start(int code);
bool terminal_keys_is_paste_end(int code);
bool terminal_keys_is_no_key(int code); /* the window got or lost the focus */
