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
    char *language;     /* chosen by a key; NULL: of whoever reads there */
    char *currency;     /* of the letter; what he owes in another one is another letter */
    GPtrArray *sent;    /* char *: currencies whose letter went out from here */
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

LetterView *letter_view_self(View *view);
const LetterWay *letter_view_way(const LetterView *view);
/* Of the letter shown: English where there is none in the language asked for. */
const char *letter_view_language(const LetterView *view);

/* letter_write.c */
GPtrArray *letter_currencies(const LetterView *view); /* const char *, his own first, of what is open; borrowed */
void letter_currency_take(LetterView *view, const char *currency);
void letter_currency_find(LetterView *view);         /* that of the marked invoices */
bool letter_write(LetterView *view, GError **error); /* anew; where it cannot be written the obstacle says why */
Next letter_written(LetterView *view);               /* the same, as the answer to a key */
void letter_take(LetterView *view, const char *slug);
bool letter_propose(LetterView *view, GError **error);
GPtrArray *letter_offers_load(const LetterView *view, GError **error);

/* letter_own.c */
Next letter_own_start(View *view, const Action *action);
Next letter_own_text(View *view, const char *typed, bool pasted);
Next letter_own_edit(View *view, const Action *action);
Next letter_own_editor(View *view, const Action *action);
Next letter_own_close(View *view, const Action *action);

/* letter_paint.c */
void letter_draw(const View *view, Canvas *canvas);
void letter_layout(View *view, int rows, int columns); /* also after another letter was written */
void letter_title(const View *view, TitleRow *title);
char *letter_hint(const View *view);
int letter_last_top(const LetterView *view);
char *letter_way_words(const LetterWay *way);
