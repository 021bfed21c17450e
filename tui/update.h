/* One write() per picture.  ncurses writes at every cursor jump; over a slow line that tears the screen and costs a
 * packet each.  While it updates, its output goes to memory; then it goes out in one piece.  For terminal.c only. */
#pragma once
#include <stdbool.h>
#include <stdio.h>

/* What newterm() is to write to; NULL when there is no memory file: then standard output serves as it is. */
FILE *update_open(void);
void update_close(void);
/* doupdate() in one piece.  *bytes: what must go out (borrowed until the next call); 0: nothing, or written already. */
size_t update_take(const char **bytes);
