/* The figures of the rules as the house has set them: sections [priority] and [class]. */
#pragma once
#include "base/settings.h"
#include "behaviour.h"
#include "priority.h"

PriorityWeights settings_priority_weights(const Settings *settings);
BehaviourLimits settings_behaviour_limits(const Settings *settings);
