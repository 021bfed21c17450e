/* The end-of-day report, put out: lines for paper and screen, a list, an object. */
#pragma once
#include "desk/report.h"

typedef struct {
    int columns;    /* 80 or 132 on paper; a screen may be narrower */
    int page_lines; /* 0: no pages; else form feeds and page headers */
    bool notes;     /* free text only when asked for */
    bool ascii;
    bool screen; /* without the end of the chain of the record, which proves paper */
} ReportLayout;

/* A line of the body, and what stands behind it. */
typedef struct {
    char *text;
    const ReportOutcome *outcome; /* NULL: none; borrowed from the report */
    const ReportLine *line;
} ReportRow;
/* GPtrArray of ReportRow, free function set; must not outlive the report. */
GPtrArray *report_rows(const Report *report, const ReportLayout *layout);

/* All caller frees. */
char *report_text(const Report *report, const ReportLayout *layout);
char *report_csv(const Report *report, bool notes);
char *report_json(const Report *report, bool notes);
