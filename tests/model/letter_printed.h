/* A letter on paper as other programs find it: its words in order, where they stand, and its code. */
#pragma once
#include "paper/letter_pdf.h"

#define DOTS_PER_MM (72 / 25.4)

LetterPaper paper(void); /* window right, 24 February 2026 */
GBytes *pdf_of(const Letter *letter, const LetterPaper *look);

/* One letter on the disk. */
typedef struct {
    char *folder, *path;
    Letter *letter;
} Printed;
Printed print_letter(Letter *letter, const LetterPaper *look); /* takes the letter */
void printed_clear(Printed *printed);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Printed, printed_clear)

/* What pdftotext finds in it, and the same without blanks, page numbers and heads of further pages. */
char *printed_text(const Printed *printed);
char *running_text(const Letter *letter, const char *text);
/* Every word of the letter is there and in order; body: from place and day on. */
void assert_whole(const Letter *letter, const char *text);
void assert_body(const Letter *letter, const char *at);
/* What zbarimg reads beside the account. */
char *printed_code(const Printed *printed);

/* The words with their boxes; points from the upper left corner. */
typedef struct {
    double left, top, right, bottom;
    char word[64];
    int page;
} Box;
GArray *boxes_of(const Printed *printed);
const Box *box_of(const GArray *boxes, const char *word);
/* How many words show, all or part, in 80 x 40 mm of window on the first page. */
int window_words(const GArray *boxes, bool left);
