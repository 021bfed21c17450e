/* What the files behind settings.h share; nobody else needs it. */
#pragma once
#include "settings.h"

int settings_row_index(const char *section, const char *key); /* -1: no such setting */
/* NULL, or why the value cannot stand there: half a sentence in the interface language.  Caller frees. */
char *settings_value_wrong(const SettingRow *row, const char *value);
/* The text of an ini file with one value changed or added; everything else stays byte for byte.
 * NULL when the value cannot be written in an ini file. */
char *settings_text_with(const char *text, const char *section, const char *key, const char *value, GError **error);
