/* The inside of the outcome form, shared by its files. */
#pragma once
#include "desk/form.h"
#include "line.h"
#include "views/dossier.h"

typedef struct {
    View view;
    Dossier *dossier;
    Form *form;
    const Outcome *outcome;
    size_t at;    /* field with the cursor */
    int part;     /* of an items field: index in card->items */
    Line line;    /* text of the field with the cursor */
    bool refused; /* Enter was pressed on a bad value: the sentence stays until it is mended */
} FormView;

/* form_view.c */
const FormField *form_view_field(const FormView *view);
bool form_view_is_text(FieldType type); /* typed as a line, not chosen */
void form_view_go(FormView *view, size_t at);
void form_view_changed(FormView *view); /* after every change: the draft is written */
void form_view_take(FormView *view);    /* the form has changed the field: the line follows */
Next form_view_submit(FormView *view);

/* form_keys.c */
extern const ViewAct form_acts[];
Next form_text(View *view, const char *text, bool pasted);

/* form_paint.c */
void form_draw(const View *view, Canvas *canvas);

/* form_fields.c: the fields, scrolled so that the one with the cursor is seen. */
void form_paint_fields(const FormView *view, const Canvas *canvas);
int form_visible_count(const FormView *view);
/* Invoices an items field lists, as indices of card->items; caller frees. */
GArray *form_item_parts(const FormView *view);

/* form_recall.c: what a field held when it was logged last. */
void form_remember(const Form *form);
const char *form_recall(const Form *form, size_t index); /* NULL: nothing yet; borrowed */
