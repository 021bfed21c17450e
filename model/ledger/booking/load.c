/* The first lists of a book.  As long as there is no item, no contact and no event nobody can be at work with it: a
 * large list then goes in as one transaction, its indexes sorted together at the end.  All of it is there afterwards
 * or, after a fault, nothing; colleagues wait no longer than that one time.  From the first item on lists go in by
 * some thousand rows. */
#include "ledger/booking/parts.h"

#include <sys/stat.h>

enum { LOAD_BYTES = 1 << 20, LOAD_ROOM_MB = 64, ROWS_ROOM_MB = 24, DESK_ROOM_MB = 2 };

/* Contacts of the desk are looked up while they are planned. */
static const StoreLoadTable TABLES[] = {{"customer", false},      {"contact", false}, {"phone", false},
                                        {"customer_iban", false}, {"item", false},    {"item_change", false},
                                        {"touchpoint", true}};

static bool is_large(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && status.st_size >= LOAD_BYTES;
}

static bool table_is_empty(Store *store, const char *sql, bool *empty, GError **error)
{
    gint64 found;
    if (!store_value(store, sql, NO_BINDS, 0, &found, error))
        return false;
    *empty = found == 0;
    return true;
}

static bool book_is_idle(Store *store, bool *idle, GError **error)
{
    static const char *const SQL[] = {"SELECT id FROM item LIMIT 1", "SELECT id FROM touchpoint LIMIT 1",
                                      "SELECT id FROM event LIMIT 1"};
    *idle = true;
    for (size_t i = 0; *idle && i < G_N_ELEMENTS(SQL); i++)
        if (!table_is_empty(store, SQL[i], idle, error))
            return false;
    return true;
}

static bool load_begin(Booking *booking, const char *path, GError **error)
{
    bool idle = false;
    if (booking->load != LOAD_NOT_ASKED)
        return true;
    booking->load = LOAD_ROWS;
    store_room(booking->store, ROWS_ROOM_MB);
    if (!booking->own || booking->rows > 0 || !is_large(path))
        return true;
    if (!book_is_idle(booking->store, &idle, error))
        return false;
    if (!idle)
        return true;
    booking->load = LOAD_WHOLE;
    store_room(booking->store, LOAD_ROOM_MB);
    return store_load_begin(booking->store, TABLES, G_N_ELEMENTS(TABLES), error);
}

bool load_end(Booking *booking, GError **error)
{
    if (booking->load == LOAD_NOT_ASKED)
        store_room(booking->store, ROWS_ROOM_MB);
    if (booking->load != LOAD_WHOLE) {
        booking->load = LOAD_ROWS;
        return true;
    }
    booking->load = LOAD_ROWS;
    return store_load_indexes(booking->store, NULL, error);
}

bool load_goes_on(Booking *booking, const char *path, bool plain, GError **error)
{
    return plain ? load_begin(booking, path, error) : load_end(booking, error);
}

void load_room_return(Booking *booking)
{
    if (booking->load != LOAD_NOT_ASKED)
        store_room(booking->store, DESK_ROOM_MB);
}
