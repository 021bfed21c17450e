/* Private to the learning screen. */
#pragma once
#include "ledger/import/csv_learn.h"
#include "list.h"
#include "view.h"
#include "views/share.h"

typedef enum { LEARN_PART_LIST, LEARN_PART_ROWS, LEARN_PARTS } LearnPart;

typedef struct {
    View view;
    ImportOptions options; /* borrowed by learn */
    CsvLearn *learn;
    GPtrArray *preview; /* LearnRow */
    List list;          /* settings, columns, and the row that keeps it */
    bool raw;           /* the first rows as they stand in the file */
    bool touched;       /* something was chosen that is not kept */
    bool watched;
    char **kept; /* alone: where the profile's name goes; NULL: at the desk */
    Share shares[LEARN_PARTS];
} LearnView;

guint learn_chosen_column(const LearnView *view); /* G_MAXUINT: none is chosen */
/* After every change: the rows of the list, and the first rows of the file as they would be read now. */
void learn_again(LearnView *view);
Next learn_act_rows(View *view, const Action *action); /* learn_rows.c */
void learn_share(LearnView *view, int rows);
void learn_draw(const View *view, Canvas *canvas);
char *learn_print(const View *view, GError **error);
