/* Other people's programs as witnesses: what zbarimg reads in a picture, what pdftotext finds in a document. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Whether a program is installed; the test is skipped, and says so, when it is not. */
bool program_there(const char *name);
/* A new folder for the files of one test, and its end with all that is in it. */
char *scratch_new(void);
void scratch_end(char *folder);
char *scratch_file(const char *folder, const char *name, GBytes *content); /* its path */
/* Runs it to its end; what it printed.  The test fails when the program does. */
char *program_output(const char *const *words);
/* What zbarimg reads in the first code of a picture, byte for byte. */
char *qr_read_by_other(const char *picture);
