/* Between the files of the hand-over folder. */
#pragma once
#include "desk/handover.h"

typedef enum { CELL_DAY, CELL_DUE, CELL_TIME, CELL_TEXT, CELL_AMOUNT, CELL_SECOND } CellKind;

typedef struct {
    const char *name;  /* of the CSV column and the JSON member */
    const char *title; /* msgid of the usual heading */
    CellKind kind;
    size_t offset; /* CELL_TEXT: of the text in HandoverLine */
} HandoverColumn;
extern const HandoverColumn HANDOVER_COLUMNS[];
extern const size_t HANDOVER_COLUMN_COUNT;

/* ISO day, plain amount, text; "" nothing.  Caller frees. */
char *handover_cell(const HandoverLine *line, const HandoverColumn *column);
/* Does any line of the part know this column? */
bool handover_part_has(const Handover *handover, HandoverPart part, const HandoverColumn *column);

char *handover_csv(const Handover *handover);
char *handover_json(const Desk *desk, const Handover *handover);
char *handover_html(const Desk *desk, const Handover *handover, const char *whom);
