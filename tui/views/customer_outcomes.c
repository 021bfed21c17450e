/* The letters and what they stand for; what customers say, and the answer. */
#include "base/i18n.h"
#include "base/text.h"
#include "views/card_paint.h"
#include "views/customer_inside.h"

enum { CELL_WIDTH = 20 };

typedef struct {
    const char *key, *label;
} Cell;

static void cell_add(GArray *cells, const char *key, const char *label)
{
    Cell cell = {key, label};
    g_array_append_val(cells, cell);
}

/* Every outcome with a letter, then the letters that are no outcome, last the list of all of them. */
static GArray *cells_of(const CustomerView *view)
{
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    size_t count = 0, without = 0;
    const Outcome *const *outcomes = playbook_outcomes(view->dossier->desk->playbook, &count);
    for (size_t i = 0; i < count; i++) {
        if (*outcomes[i]->letter != '\0')
            cell_add(cells, outcomes[i]->letter, outcomes[i]->short_label);
        else
            without++;
    }
    cell_add(cells, "M", _("mail/letter"));
    if (without > 0)
        cell_add(cells, "+", _("more outcomes"));
    return cells;
}

static int per_row(int columns)
{
    return MAX(1, (columns + 1) / CELL_WIDTH); /* the last one needs no gap */
}

int outcomes_rows(const CustomerView *view, int columns)
{
    g_autoptr(GArray) cells = cells_of(view);
    int each = per_row(columns);
    return ((int)cells->len + each - 1) / each;
}

void outcomes_paint(const CustomerView *view, const Canvas *canvas)
{
    g_autoptr(GArray) cells = cells_of(view);
    int each = per_row(canvas->columns), width = (canvas->columns + 1) / each;
    int room = each * canvas->rows;
    for (int i = 0; i < (int)cells->len && i < room; i++) {
        Cell cell = g_array_index(cells, Cell, i);
        if (i == room - 1 && (int)cells->len > room)
            cell = (Cell){"+", _("all outcomes")};
        int row = i / each, left = i % each * width;
        paint_text(canvas, row, left, ROLE_NORMAL, cell.key);
        paint_fit(canvas, row, left + 2, width - 3, ROLE_NORMAL, cell.label);
    }
}

int objections_rows(const CustomerView *view, int columns)
{
    const Dossier *dossier = view->dossier;
    const char *const *lines = playbook_objections(dossier->desk->playbook, dossier->card->language);
    int rows = 0;
    for (; lines != NULL && lines[0] != NULL && lines[1] != NULL; lines += 2)
        rows += (text_width(lines[0]) + text_width(lines[1]) + 1) / MAX(1, columns - 4) + 1;
    return rows;
}

void objections_paint(const CustomerView *view, const Canvas *canvas)
{
    const Dossier *dossier = view->dossier;
    const char *const *lines = playbook_objections(dossier->desk->playbook, dossier->card->language);
    int row = 0;
    for (; lines != NULL && lines[0] != NULL && lines[1] != NULL; lines += 2) {
        g_autofree char *words = g_strdup_printf("%s  %s", lines[0], lines[1]);
        g_auto(GStrv) wrapped = text_wrap(words, MAX(1, canvas->columns - 2));
        int rows = (int)g_strv_length(wrapped);
        if (row + rows > canvas->rows)
            return;
        for (int i = 0; i < rows; i++)
            paint_text(canvas, row++, i == 0 ? 0 : 2, ROLE_NORMAL, wrapped[i]);
    }
}
