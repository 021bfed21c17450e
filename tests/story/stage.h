/* A screen that nobody sees: the real app on ncurses writing to /dev/null, its cells read back.  One at a time. */
#pragma once
#include "app_inside.h"

typedef struct {
    int rows, columns;
    const char *now;      /* "2026-02-24T14:07" */
    const char *language; /* en, nl, fr */
    const char *charset;  /* utf8, ascii */
    const char *theme;
    const char *book;     /* a script of tests/books, without .sh; NULL: a desk with an empty book */
    const char *copies;   /* lines "FROM TO": a file below tests/ to one below the home folder; NULL none */
    const char *program;  /* below tests/: stands in for the program in imports beside the desk; NULL the real one */
    const char *settings; /* lines of a belronde.ini; NULL none */
} StageOptions;

typedef struct {
    char *folder; /* holds the book, the settings, the drafts; gone at the end */
    Desk *desk;
    App *app;
    int rows, columns;
} Stage;

/* A fault in the set-up ends the test program with the reason. */
Stage *stage_open(const StageOptions *options);
void stage_close(Stage *stage);
bool stage_running(const Stage *stage); /* false: the agent has left */

void stage_stroke(Stage *stage, Stroke stroke, const char *text);
/* One token: <Down>, <Ctrl-U>, or characters of which each is a key.  false: no such key. */
bool stage_keys(Stage *stage, const char *token);
void stage_type(Stage *stage, const char *text);
void stage_paste(Stage *stage, const char *text);
void stage_resize(Stage *stage, int rows, int columns);
void stage_wait(Stage *stage, int seconds); /* the clock goes on, timers run */

void stage_heard(Stage *stage); /* until a program beside the desk has said something */
void stage_ended(Stage *stage); /* until all of them have ended */

/* Rows without the blanks at their end; g_strfreev. */
char **stage_screen(const Stage *stage);
void stage_cursor(const Stage *stage, int *row, int *column);
/* Does every promise hold that is made for every screen?  A sentence when one does not (caller frees). */
char *stage_fault(const Stage *stage);
