/* The score of the queue: nine terms, integers only, the same facts always in the same order. */
#include "model/tsv.h"
#include "rules/priority.h"

#include <string.h>

static PriorityFacts quiet(Cents open)
{
    return (PriorityFacts){.open = open, .days_since_right_party = 0};
}

static void check_terms(const char *who, const PriorityFacts *facts, const int *terms, int score, char band)
{
    Priority priority = priority_score(facts, &PRIORITY_DEFAULT);
    g_test_message("%s", who);
    g_assert_false(priority.gated);
    for (int term = 0; term < TERM_COUNT; term++)
        g_assert_cmpint(priority.terms[term], ==, terms[term]);
    g_assert_cmpint(priority.score, ==, score);
    g_assert_cmpint(priority.band, ==, band);
}

/* The five customers of the reference. */
static void test_reference(void)
{
    static const struct {
        const char *who;
        PriorityFacts facts;
        int terms[TERM_COUNT], score;
        char band;
    } rows[] = {
        {"Claes",
         {.open = 380000,
          .overdue_days_weighted = 33,
          .commitment = COMMITMENT_BROKEN_PROMISE,
          .broken_12m = 1,
          .days_since_right_party = 6},
         {40, 25, 16, 8, 2},
         91,
         'A'},
        {"Aerts",
         {.open = 1200000, .overdue_days_weighted = 20, .days_since_right_party = 20},
         {0, 30, 12, 0, 6},
         48,
         'C'},
        {"Bakker",
         {.open = 45000, .overdue_days_weighted = 75, .broken_12m = 2, .days_since_right_party = 12},
         {0, 10, 20, 12, 4},
         46,
         'C'},
        {"Groen",
         {.open = 80000,
          .overdue_days_weighted = 1,
          .days_since_right_party = PRIORITY_NEVER,
          .first_invoice_unpaid = true},
         {0, 15, 3, 0, 10, 0, 0, 6},
         34,
         'D'},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        check_terms(rows[i].who, &rows[i].facts, rows[i].terms, rows[i].score, rows[i].band);
    PriorityFacts jacobs = {.open = 900, .overdue_days_weighted = 60};
    g_assert_true(priority_score(&jacobs, &PRIORITY_DEFAULT).gated);
}

static void test_gate(void)
{
    PriorityFacts facts = quiet(2500);
    g_assert_true(priority_score(&facts, &PRIORITY_DEFAULT).gated);
    facts.open = 2501;
    g_assert_false(priority_score(&facts, &PRIORITY_DEFAULT).gated);
    facts = (PriorityFacts){.open = 100000, .promised = 60000, .disputed = 30000, .unallocated = 10000};
    g_assert_true(priority_score(&facts, &PRIORITY_DEFAULT).gated);
    facts.unallocated = 50000;
    g_assert_cmpint(priority_score(&facts, &PRIORITY_DEFAULT).collectable, ==, 0);
    facts.commitment = COMMITMENT_DATED_FOLLOWUP;
    Priority kept = priority_score(&facts, &PRIORITY_DEFAULT);
    g_assert_false(kept.gated);
    g_assert_cmpint(kept.score, ==, 25);
}

typedef struct {
    gint64 given;
    int points;
} Step;

static void check_steps(const Step *steps, size_t count, PriorityTerm term, void (*set)(PriorityFacts *, gint64))
{
    for (size_t i = 0; i < count; i++) {
        PriorityFacts facts = quiet(2600);
        set(&facts, steps[i].given);
        Priority priority = priority_score(&facts, &PRIORITY_DEFAULT);
        g_test_message("%" G_GINT64_FORMAT, steps[i].given);
        g_assert_cmpint(priority.terms[term], ==, steps[i].points);
    }
}

static void set_open(PriorityFacts *facts, gint64 value)
{
    facts->open = value;
}
static void set_age(PriorityFacts *facts, gint64 value)
{
    facts->overdue_days_weighted = (int)value;
}
static void set_broken(PriorityFacts *facts, gint64 value)
{
    facts->broken_12m = (int)value;
}
static void set_contact(PriorityFacts *facts, gint64 value)
{
    facts->days_since_right_party = (int)value;
}
static void set_credit(PriorityFacts *facts, gint64 value)
{
    facts->credit_use_percent = (int)value;
}
static void set_kind(PriorityFacts *facts, gint64 value)
{
    facts->commitment = (Commitment)value;
}

static void test_edges(void)
{
    static const Step amount[] = {{2600, 0},    {9999, 0},     {10000, 5},     {29999, 5},       {30000, 10},
                                  {100000, 15}, {1000000, 30}, {10000000, 45}, {MONEY_LIMIT, 45}};
    static const Step age[] = {{-3, 0},  {0, 0},   {1, 3},   {7, 3},   {8, 7},   {14, 7},
                               {15, 12}, {29, 12}, {30, 16}, {59, 16}, {60, 20}, {900, 20}};
    static const Step broken[] = {{0, 0}, {1, 8}, {2, 12}, {9, 12}};
    static const Step contact[] = {{0, 0}, {2, 0}, {3, 1}, {29, 9}, {30, 10}, {400, 10}, {PRIORITY_NEVER, 10}};
    static const Step credit[] = {{0, 0}, {80, 0}, {81, 4}, {100, 4}, {101, 8}};
    static const Step kind[] = {{COMMITMENT_NONE, 0},
                                {COMMITMENT_DATED_FOLLOWUP, 25},
                                {COMMITMENT_BROKEN_PROMISE, 40},
                                {COMMITMENT_CHEQUE_MISSING, 40},
                                {COMMITMENT_MISSED_INSTALMENT, 40}};
    check_steps(amount, G_N_ELEMENTS(amount), TERM_A, set_open);
    check_steps(age, G_N_ELEMENTS(age), TERM_D, set_age);
    check_steps(broken, G_N_ELEMENTS(broken), TERM_P, set_broken);
    check_steps(contact, G_N_ELEMENTS(contact), TERM_R, set_contact);
    check_steps(credit, G_N_ELEMENTS(credit), TERM_U, set_credit);
    check_steps(kind, G_N_ELEMENTS(kind), TERM_K, set_kind);
}

static void test_behaviour_and_effort(void)
{
    PriorityFacts facts = quiet(2600);
    facts.class_b = true;
    g_assert_cmpint(priority_score(&facts, &PRIORITY_DEFAULT).terms[TERM_B], ==, 5);
    facts.drift = true;
    g_assert_cmpint(priority_score(&facts, &PRIORITY_DEFAULT).terms[TERM_B], ==, 10);
    facts.unanswered_today = 2;
    facts.attempts_yesterday = 1;
    Priority tired = priority_score(&facts, &PRIORITY_DEFAULT);
    g_assert_cmpint(tired.terms[TERM_X], ==, 35);
    g_assert_cmpint(tired.score, ==, -25);
    g_assert_cmpint(tired.band, ==, 'E');
}

static void test_maximum(void)
{
    g_assert_cmpint(priority_maximum(&PRIORITY_DEFAULT), ==, 151);
    PriorityFacts worst = {.open = MONEY_LIMIT,
                           .overdue_days_weighted = 100,
                           .commitment = COMMITMENT_BROKEN_PROMISE,
                           .broken_12m = 3,
                           .days_since_right_party = PRIORITY_NEVER,
                           .credit_use_percent = 150,
                           .drift = true,
                           .first_invoice_unpaid = true};
    Priority priority = priority_score(&worst, &PRIORITY_DEFAULT);
    g_assert_cmpint(priority.score, ==, 151);
    g_assert_cmpint(priority.percent, ==, 100);
    PriorityWeights nothing = {0};
    priority = priority_score(&worst, &nothing);
    g_assert_cmpint(priority.score, ==, 0);
    g_assert_cmpint(priority.percent, ==, 0);
    g_assert_cmpint(priority.band, ==, 'E');
}

static void test_weights_count(void)
{
    PriorityWeights weights = PRIORITY_DEFAULT;
    weights.new_customer = 30;
    weights.floor = 0;
    PriorityFacts facts = {.open = 1, .days_since_right_party = 0, .first_invoice_unpaid = true};
    g_assert_cmpint(priority_score(&facts, &weights).score, ==, 30);
}

static void test_ties(void)
{
    Priority high = {.score = 40, .collectable = 10}, rich = {.score = 30, .collectable = 900};
    Priority poor = {.score = 30, .collectable = 100}, gated = {.score = 99, .gated = true};
    g_assert_cmpint(priority_compare(&high, 5, "b", &rich, 1, "a"), <, 0);
    g_assert_cmpint(priority_compare(&poor, 1, "a", &rich, 5, "b"), >, 0);
    g_assert_cmpint(priority_compare(&rich, 8, "a", &rich, 5, "b"), >, 0);
    g_assert_cmpint(priority_compare(&rich, G_MININT32, "b", &rich, 5, "a"), <, 0);
    g_assert_cmpint(priority_compare(&rich, 5, "a", &rich, 5, "b"), <, 0);
    g_assert_cmpint(priority_compare(&rich, 5, "a", &rich, 5, "a"), ==, 0);
    g_assert_cmpint(priority_compare(&gated, 5, "a", &poor, 5, "b"), >, 0);
}

static Commitment commitment_of(const char *word)
{
    static const char *const words[] = {"none", "dated_followup_today", "broken_promise", "cheque_missing",
                                        "missed_instalment"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strcmp(words[i], word) == 0)
            return (Commitment)i;
    }
    g_error("unknown commitment %s", word);
}

static int number(const char *cell)
{
    return (int)g_ascii_strtoll(cell, NULL, 10);
}

static PriorityFacts facts_of(char **row)
{
    return (PriorityFacts){
        .open = g_ascii_strtoll(row[1], NULL, 10),
        .promised = g_ascii_strtoll(row[2], NULL, 10),
        .disputed = g_ascii_strtoll(row[3], NULL, 10),
        .unallocated = g_ascii_strtoll(row[4], NULL, 10),
        .overdue_days_weighted = number(row[5]),
        .commitment = commitment_of(row[6]),
        .broken_12m = number(row[7]),
        .days_since_right_party = strcmp(row[8], "never") == 0 ? PRIORITY_NEVER : number(row[8]),
        .credit_use_percent = number(row[9]),
        .drift = number(row[10]) != 0,
        .class_b = number(row[11]) != 0,
        .first_invoice_unpaid = number(row[12]) != 0,
        .unanswered_today = number(row[13]),
        .attempts_yesterday = number(row[14]),
    };
}

static void shared_row(char **row)
{
    PriorityFacts facts = facts_of(row);
    Priority priority = priority_score(&facts, &PRIORITY_DEFAULT);
    g_assert_cmpint(priority.collectable, ==, g_ascii_strtoll(row[15], NULL, 10));
    g_assert_cmpint(priority.gated, ==, number(row[16]));
    if (priority.gated)
        return;
    for (int term = 0; term < TERM_COUNT; term++)
        g_assert_cmpint(priority.terms[term], ==, number(row[17 + term]));
    g_assert_cmpint(priority.score, ==, number(row[26]));
    g_assert_cmpint(priority.band, ==, row[27][0]);
}

static int shared_order(gconstpointer left, gconstpointer right)
{
    char **a = *(char ***)left, **b = *(char ***)right;
    PriorityFacts a_facts = facts_of(a), b_facts = facts_of(b);
    Priority a_score = priority_score(&a_facts, &PRIORITY_DEFAULT);
    Priority b_score = priority_score(&b_facts, &PRIORITY_DEFAULT);
    return priority_compare(&a_score, 0, a[0], &b_score, 0, b[0]);
}

static void shared_vectors(void)
{
    g_autoptr(GPtrArray) rows = tsv_rows("vectors/priority.tsv", "customer\topen_cents");
    if (rows == NULL)
        return;
    for (guint i = 0; i < rows->len; i++)
        shared_row(rows->pdata[i]);
    g_ptr_array_sort(rows, shared_order);
    for (guint i = 0; i < rows->len; i++) {
        const char *rank = ((char **)rows->pdata[i])[28];
        g_assert_true(rank[0] == '\0' ? i + 1 == rows->len : number(rank) == (int)i + 1);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/priority/the five customers of the reference get their points", test_reference);
    g_test_add_func("/priority/nothing to collect means no score, unless something was agreed for today", test_gate);
    g_test_add_func("/priority/each term changes exactly at its edges", test_edges);
    g_test_add_func("/priority/slipping counts once and effort is taken off", test_behaviour_and_effort);
    g_test_add_func("/priority/the most anybody can have is 151", test_maximum);
    g_test_add_func("/priority/the supervisor's weights decide", test_weights_count);
    g_test_add_func("/priority/ties go to the larger amount, the older contact, the customer number", test_ties);
    g_test_add_func("/priority/shared/vectors", shared_vectors);
    return g_test_run();
}
