/* Lines to read, scrolling: help, all keys, messages of the day. */
#pragma once
#include "view.h"

/* fill makes the lines anew for a width; called at every layout and reload. */
typedef void (*ReaderFill)(GPtrArray *lines, App *app, int columns, gconstpointer data);

typedef struct {
    const char *screen_name; /* of the view: "help" */
    ActionId screen;         /* pressing it again comes back here */
    char *title, *right;     /* taken; right may be NULL */
    char *hint;              /* taken; message row; NULL none */
    ReaderFill fill;
    gpointer data; /* taken */
    GDestroyNotify data_free;
    Next (*print)(View *view, gpointer data); /* what Ctrl-P does; NULL: prints the text */
    bool at_end;                              /* starts at the newest line */
} ReaderOptions;
View *reader_new(App *app, const ReaderOptions *options);
