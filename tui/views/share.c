#include "views/share.h"
#include <glib.h>

int share_rows(Share *shares, size_t count, int rows)
{
    for (size_t i = 0; i < count; i++) {
        shares[i].got = CLAMP(MIN(shares[i].least, shares[i].wanted), 0, MAX(rows, 0));
        rows -= shares[i].got;
    }
    for (size_t i = 0; i < count && rows > 0; i++) {
        int more = CLAMP(shares[i].wanted - shares[i].got, 0, rows);
        shares[i].got += more;
        rows -= more;
    }
    return MAX(rows, 0);
}
