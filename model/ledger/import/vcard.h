/* Address cards (vCard 2.1, 3.0, 4.0): vcard_line.c makes properties of folded, encoded and quoted lines, vcard.c makes
 * a person of them.  Reference formats §7.2. */
#pragma once
#include "ledger/import/import.h"
#include "ledger/import/text_stream.h"

typedef struct {
    char *name;  /* upper case, without its group: "TEL" */
    char *types; /* upper case, between commas: ",WORK,VOICE," */
    char *value; /* decoded, escapes still in it */
    int line;
} VcardProperty;
void vcard_property_clear(VcardProperty *property);

/* The lines of a file as properties. */
typedef struct {
    TextStream *stream;
    GString *physical;     /* the line behind the property, read already */
    int line;              /* its number */
    bool waiting;          /* it is still to be used */
    bool folds_with_blank; /* version 2.1: the blank of a folded line belongs to the text */
} VcardLines;

typedef enum { VCARD_PROPERTY, VCARD_OTHER, VCARD_END, VCARD_FAILED } VcardStatus;
/* VCARD_OTHER: a line that is no property; *property holds it as its value.  VCARD_FAILED: error is set. */
VcardStatus vcard_next(VcardLines *lines, VcardProperty *property, GError **error);

bool vcard_type(const VcardProperty *property, const char *type);
/* Part `at` between unescaped semicolons, its escapes resolved; "" beyond the last.  Caller frees. */
char *vcard_part(const char *value, int at);
/* The whole value with its escapes resolved.  Caller frees. */
char *vcard_text(const char *value);
