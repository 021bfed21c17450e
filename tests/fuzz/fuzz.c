/* The door of libFuzzer: built once for each parser (FUZZ_PARSER) by scripts/fuzz. */
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    target_run(FUZZ_PARSER, bytes, size);
    return 0;
}
