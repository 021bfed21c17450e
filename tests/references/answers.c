/* Says of each line "KIND<TAB>VALUE" what the program makes of it: "1" or "0", a tab, the normal form.
 * round_trips.py asks a hundred thousand times and compares with python3-stdnum. */
#include "base/reference.h"

#include <stdio.h>
#include <string.h>

static char *as_it_is(const char *value)
{
    return g_strdup(value);
}

static char *reference_bare(const char *value)
{
    return reference_normal(value, NULL);
}

static char *vat_be_normal(const char *value)
{
    return vat_normal("BE", value);
}

static char *vat_nl_normal(const char *value)
{
    return vat_normal("NL", value);
}

static const struct {
    const char *kind;
    bool (*valid)(const char *value);
    char *(*normal)(const char *value);
} kinds[] = {
    {"ogm", ogm_valid, reference_bare},        {"rf", rf_valid, reference_bare},
    {"kenmerk", nl_reference_valid, as_it_is}, {"iban", iban_valid, iban_normal},
    {"vat_be", vat_be_valid, vat_be_normal},   {"vat_nl", vat_nl_valid, vat_nl_normal},
};

static void answer(const char *kind, const char *value)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (strcmp(kinds[i].kind, kind) != 0)
            continue;
        g_autofree char *normal = kinds[i].normal(value);
        printf("%d\t%s\n", kinds[i].valid(value), normal != NULL ? normal : "");
    }
}

int main(void)
{
    char line[256];
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        char *tab = strchr(line, '\t');
        if (tab == NULL)
            return 2;
        *tab = '\0';
        answer(line, tab + 1);
    }
    return 0;
}
