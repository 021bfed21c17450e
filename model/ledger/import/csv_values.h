/* Cells as bookkeeping packages and spreadsheets write them. */
#pragma once
#include "ledger/import/csv_profile.h"

/* Blank and 00-00-0000 give DAY_NONE; false when it is no date.  Reads 15-01-2025, 15/1/25, 2025-01-15 (with
 * or without a time behind it), 20250115, 15 jan 2025, and the bare day numbers of Excel. */
bool csv_day(const char *cell, CsvDayOrder order, Day *day);

/* A number that names something, leading zeros and all; ="0012" and '0012 lose their wrapping.  *rounded is
 * set when Excel made 2,02401E+12 of it and the last digits are lost: it then stays as it stands.  Cleaned;
 * caller frees. */
char *csv_identity(const char *cell, bool *rounded);

/* Cleaned, runs of blanks as one; caller frees. */
char *csv_text(const char *cell);
