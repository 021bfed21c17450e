#include "weights.h"

#include <stddef.h>

typedef struct {
    const char *key;
    size_t offset; /* of an int */
} Figure;

static const Figure weight_figures[] = {
    {"broken_promise", offsetof(PriorityWeights, broken_promise)},
    {"dated_followup", offsetof(PriorityWeights, dated_followup)},
    {"amount_step", offsetof(PriorityWeights, amount_step)},
    {"amount_max", offsetof(PriorityWeights, amount_max)},
    {"age_7", offsetof(PriorityWeights, age_7)},
    {"age_14", offsetof(PriorityWeights, age_14)},
    {"age_29", offsetof(PriorityWeights, age_29)},
    {"age_59", offsetof(PriorityWeights, age_59)},
    {"age_60", offsetof(PriorityWeights, age_60)},
    {"broken_once", offsetof(PriorityWeights, broken_once)},
    {"broken_often", offsetof(PriorityWeights, broken_often)},
    {"contact_divisor", offsetof(PriorityWeights, contact_divisor)},
    {"contact_max", offsetof(PriorityWeights, contact_max)},
    {"credit_near", offsetof(PriorityWeights, credit_near)},
    {"credit_over", offsetof(PriorityWeights, credit_over)},
    {"drift", offsetof(PriorityWeights, drift)},
    {"class_b", offsetof(PriorityWeights, class_b)},
    {"new_customer", offsetof(PriorityWeights, new_customer)},
    {"unanswered_today", offsetof(PriorityWeights, unanswered_today)},
    {"attempt_yesterday", offsetof(PriorityWeights, attempt_yesterday)},
};

static const Figure limit_figures[] = {
    {"a_days", offsetof(BehaviourLimits, a_days)},         {"b_days", offsetof(BehaviourLimits, b_days)},
    {"a_broken", offsetof(BehaviourLimits, a_broken)},     {"b_broken", offsetof(BehaviourLimits, b_broken)},
    {"drift_days", offsetof(BehaviourLimits, drift_days)},
};

static void figures_read(const Settings *settings, const char *section, const Figure *figures, size_t count, void *out)
{
    for (size_t i = 0; i < count; i++) {
        int *figure = (int *)(void *)((char *)out + figures[i].offset);
        *figure = (int)settings_number(settings, section, figures[i].key);
    }
}

PriorityWeights settings_priority_weights(const Settings *settings)
{
    PriorityWeights weights = {.floor = settings_number(settings, "priority", "floor_cents")};
    figures_read(settings, "priority", weight_figures, G_N_ELEMENTS(weight_figures), &weights);
    return weights;
}

BehaviourLimits settings_behaviour_limits(const Settings *settings)
{
    BehaviourLimits limits = {0};
    figures_read(settings, "class", limit_figures, G_N_ELEMENTS(limit_figures), &limits);
    return limits;
}
