/* Private to the overview: what it holds, and the parts that paint and print it. */
#pragma once
#include "desk/overview.h"
#include "views/list_view.h"
#include "views/overview_view.h"
#include "views/share.h"

/* In the order in which rows are given away where they are few. */
typedef enum { PART_AGEING, PART_BANK, PART_NEEDS, PART_DESKS, PART_TRENDS, PART_REASONS, PART_COUNT } OverviewPart;

typedef struct {
    ListView base; /* only its list: rows that can be opened, desks first, then needs */
    Overview *overview;
    bool figures; /* twenty days as a table in the place of bars and sparklines */
    Share shares[PART_COUNT];
} OverviewView;

size_t overview_desk_count(const OverviewView *view);
/* NULL: the other kind of row is chosen, or none. */
const OverviewDesk *overview_chosen_desk(const OverviewView *view);
const OverviewNeed *overview_chosen_need(const OverviewView *view);

/* --- overview_paint.c --- */
void overview_share(OverviewView *view, int rows);
void overview_draw(const View *view, Canvas *canvas);

/* --- overview_bank.c --- */
Share overview_bank_share(const Overview *overview, int rows);
void overview_draw_bank(const Overview *overview, const Canvas *canvas);
void overview_bank_text(const Overview *overview, GString *text);

/* --- overview_text.c --- */
int percent_of(Cents part, Cents whole);
char *kept_text(int percent);  /* "78%", "-" nothing fell due */
char *whole_text(Cents cents); /* "31.880": whole units */
/* A working day in one row: day, received, promised, calls, reached. */
char *overview_day_line(const Overview *overview, int day);
char *overview_days_head(void);
char *overview_text(const Overview *overview); /* for the printer */
