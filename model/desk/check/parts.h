/* Private to the check: its parts, each of which adds what it finds. */
#pragma once
#include "desk/check.h"

typedef struct {
    Desk *desk;
    GPtrArray *findings; /* Finding */
    bool repair;         /* inside one transaction then */
    GHashTable *more;    /* area → Unsaid: what is counted only */
} Check;

/* Each area says its first hundred findings; a book that is wrong everywhere stays readable, and fits in memory. */
enum { CHECK_SAID = 100 };

void check_add(Check *check, bool fault, const char *area, char *sentence); /* takes the sentence */
/* What is derived and differs: a fault, or repaired and said so. */
void check_derived(Check *check, const char *area, char *sentence);

bool check_facts(Check *check, GError **error);     /* rows that contradict each other */
bool check_customers(Check *check, GError **error); /* customer by customer: touchpoint, money, class, search */
bool check_files(Check *check, GError **error);     /* playbook, cadence, calendar, profiles, settings */
