/* What an import brought, for people. */
#pragma once
#include "ledger/booking.h"

/* One file, on standard output. */
void summary_print(const ImportSummary *summary);

/* Sums over all files of one run. */
typedef struct {
    int imported, known, refused; /* files */
    int lines, booked, lines_known, listed;
    int statements, untied, matched, need_person, out_of_queue, warnings;
} ImportTotals;
void totals_add(ImportTotals *totals, const ImportSummary *summary);
void totals_print(const ImportTotals *totals);
