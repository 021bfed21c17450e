/* One reader and any bytes: what must hold whatever they are.  Aborts where it does not.
 *
 *   every text is clean UTF-8, every booked line has its days, statements begin and end in turn, every remark is a
 *   sentence, and a reader that gives up says why. */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* parser: a folder of the corpus (csv, camt, coda …): the registry's slug or the first part of it; "reference" is
 * the search for references in a remittance; "any": whatever the registry takes the bytes for. */
void target_run(const char *parser, const uint8_t *bytes, size_t size);
