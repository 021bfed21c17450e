/* The rows of the registry: one line for each format's file. */
#pragma once
#include "ledger/import/import.h"

extern const ImportFormat camt_053_format, camt_052_format, camt_054_format;
