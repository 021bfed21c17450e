/* The inside of the letter screen, shared by its files. */
#pragma once
#include "line.h"
#include "paper/letter_code.h"
#include "paper/letter_order.h"
#include "views/dossier.h"

/* One way a letter may leave. */
typedef struct {
    const char *channel; /* static */
    char *recipient;     /* "" on paper */
} LetterWay;

typedef struct {
    View view;
    Dossier *dossier;
    LetterTemplates *templates;
    GPtrArray *ways; /* LetterWay */
    guint way;
    char *slug;
    char *items;        /* ids of what a due letter is about; NULL: what is marked on the card */
    char *label;        /* of the letter, in the language of the desk */
    OutboxOrder *order; /* as it would be put into the outbox */
    Letter *letter;     /* NULL: obstacle says why; while typing the last one that could be written stays */
    LetterCode *code;   /* NULL: code_obstacle says why */
    char *obstacle, *code_obstacle;
    char **lines; /* of the letter at the present width */
    int top;      /* first line shown */
    bool alone;   /* the text without the code beside it */
    bool typing;
    Line line; /* the line of one's own */
    char *op;
} LetterView;

/* letter_view.c */
const LetterWay *letter_view_way(const LetterView *view);

/* letter_paint.c */
void letter_draw(const View *view, Canvas *canvas);
void letter_layout(View *view, int rows, int columns); /* also after another letter was written */
void letter_title(const View *view, TitleRow *title);
char *letter_hint(const View *view);
int letter_last_top(const LetterView *view);
char *letter_way_words(const LetterWay *way);
