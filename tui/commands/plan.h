/* Payment plans as other programs read them. */
#pragma once
#include <json-glib/json-glib.h>

JsonArray *plan_objects(const GPtrArray *plans);
