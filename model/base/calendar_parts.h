/* What calendar_file.c fills and calendar.c asks; no header for anybody else. */
#pragma once
#include "calendar.h"

enum { WINDOWS_MOST = 4, NAMES = 3 };

/* One day of the year: a fixed date, or counted from Easter Sunday. */
typedef struct {
    bool from_easter;
    int month, day;     /* when fixed */
    int offset;         /* days from Easter */
    int when_sunday;    /* days to move a fixed date that falls on a Sunday */
    char *names[NAMES]; /* English, Dutch, French */
} Holiday;

typedef struct {
    char *name;       /* "be" */
    GArray *holidays; /* Holiday */
} Country;

typedef struct {
    int from, until; /* minutes; until is not callable any more */
} Window;

typedef struct {
    char *name;
    bool weekdays[7]; /* Monday first */
    bool holidays;    /* calls are allowed on public holidays */
    Window windows[WINDOWS_MOST];
    int window_count;
    int per_day, per_week, after_conversation;
} Preset;

struct Calendar {
    GPtrArray *countries; /* Country */
    Country *house;       /* borrowed from countries */
    Country *bank;
    GPtrArray *presets;   /* Preset */
    Preset *house_preset; /* borrowed from presets */
};

/* The preset of that name, else `house` (NULL while the file is being read). */
const Preset *calendar_preset(const Calendar *calendar, const char *name);
/* The country of that name, in any case of letters, else the house's. */
Country *calendar_country(const Calendar *calendar, const char *name);
