/* The rows of the registry: one line for each format's file. */
#pragma once
#include "ledger/import/import.h"

extern const ImportFormat camt_053_format, camt_052_format, camt_054_format;
extern const ImportFormat coda_format;
extern const ImportFormat csv_format;
extern const ImportFormat mt940_format;
extern const ImportFormat xaf_format;
extern const ImportFormat zip_format;
extern const ImportFormat ubl_format;
extern const ImportFormat vcard_format;

/* What a workbook or document is told, which is an archive, too; msgid. */
extern const char zip_office_sentence[];
/* Why a text that may be a list is none that can be read; NULL when that cannot be told.  Caller frees. */
char *csv_explain(const guint8 *head, size_t length, const ImportOptions *options);
/* Text, as opposed to the bytes of a picture or a program. */
bool csv_head_is_text(const char *text);
/* Text in rows of three cells or more. */
bool csv_is_list(const guint8 *head, size_t length);
/* The profiles can be used and the one asked for is among them. */
bool csv_profiles_check(const ImportOptions *options, GError **error);
/* Which business document this XML is (an order, a cross-industry invoice), in the ASCII text of its head; NULL: none
 * that is known.  A sentence, translated, static. */
const char *ubl_explain(const char *head);
