/* A code as a picture, for a mail or a page of the web. */
#include "paper/qr.h"

#include <cairo.h>

static cairo_status_t collect(void *bytes, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(bytes, data, length);
    return CAIRO_STATUS_SUCCESS;
}

GBytes *qr_png(const Qr *qr, int quiet, int scale)
{
    int side = (qr_size(qr) + 2 * quiet) * scale;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
    for (int y = 0; y < qr_size(qr); y++)
        for (int x = 0; x < qr_size(qr); x++)
            if (qr_dark(qr, x, y))
                cairo_rectangle(cr, (x + quiet) * scale, (y + quiet) * scale, scale, scale);
    cairo_fill(cr);
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_write_to_png_stream(surface, collect, bytes);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return g_byte_array_free_to_bytes(bytes);
}
