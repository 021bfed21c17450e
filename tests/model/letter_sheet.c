/* Pictures of pages side by side on one sheet, for a person to look at: letter_sheet SHEET.png COLUMNS PAGE.png …
 * Used by scripts/show-letters. */
#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>

enum { GAP = 12 };

typedef struct {
    int width, height; /* of the largest page */
} Cell;

static Cell cell_of(cairo_surface_t **pages, int count)
{
    Cell cell = {0};
    for (int i = 0; i < count; i++) {
        int width = cairo_image_surface_get_width(pages[i]), height = cairo_image_surface_get_height(pages[i]);
        cell.width = width > cell.width ? width : cell.width;
        cell.height = height > cell.height ? height : cell.height;
    }
    return cell;
}

static cairo_status_t sheet_write(const char *path, cairo_surface_t **pages, int count, int columns)
{
    Cell cell = cell_of(pages, count);
    int rows = (count + columns - 1) / columns;
    cairo_surface_t *sheet = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns * (cell.width + GAP) + GAP,
                                                        rows * (cell.height + GAP) + GAP);
    cairo_t *cairo = cairo_create(sheet);
    cairo_set_source_rgb(cairo, 0.5, 0.5, 0.5);
    cairo_paint(cairo);
    for (int i = 0; i < count; i++) {
        cairo_set_source_surface(cairo, pages[i], GAP + (i % columns) * (cell.width + GAP),
                                 GAP + (i / columns) * (cell.height + GAP));
        cairo_paint(cairo);
    }
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png(sheet, path);
    cairo_surface_destroy(sheet);
    return status;
}

int main(int argc, char **argv)
{
    int columns = argc > 3 ? atoi(argv[2]) : 0, count = argc - 3;
    if (columns < 1) {
        fprintf(stderr, "letter_sheet SHEET.png COLUMNS PAGE.png …\n");
        return 2;
    }
    cairo_surface_t **pages = calloc((size_t)count, sizeof *pages);
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    for (int i = 0; pages != NULL && i < count; i++) {
        pages[i] = cairo_image_surface_create_from_png(argv[i + 3]);
        if (cairo_surface_status(pages[i]) != CAIRO_STATUS_SUCCESS)
            status = cairo_surface_status(pages[i]);
    }
    if (pages == NULL)
        return 1;
    if (status == CAIRO_STATUS_SUCCESS)
        status = sheet_write(argv[1], pages, count, columns);
    for (int i = 0; i < count; i++)
        cairo_surface_destroy(pages[i]);
    free(pages);
    if (status != CAIRO_STATUS_SUCCESS)
        fprintf(stderr, "%s: %s\n", argv[1], cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
