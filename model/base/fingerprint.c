#include "fingerprint.h"

#include <string.h>

__extension__ typedef unsigned __int128 Wide;

/* --- Mixing ---------------------------------------------------------------------------------------------- */

static guint64 fold(guint64 x, guint64 y)
{
    Wide product = (Wide)x * y;
    return (guint64)product ^ (guint64)(product >> 64);
}

/* Both halves see every word, with multipliers of their own. */
static void mix(Fingerprint *fingerprint, guint64 word)
{
    fingerprint->a = fold(fingerprint->a ^ word, 0x9E3779B97F4A7C15u) + 0x632BE59BD9B4E019u;
    fingerprint->b = fold(fingerprint->b + word, 0xD6E8FEB86659FD93u) ^ fingerprint->a;
}

void fingerprint_text(Fingerprint *fingerprint, const char *text)
{
    size_t length = text != NULL ? strlen(text) : 0;
    mix(fingerprint, length + 1); /* so that "ab" and "c" are not "a" and "bc" */
    for (size_t at = 0; at < length; at += sizeof(guint64)) {
        guint64 word = 0;
        memcpy(&word, text + at, MIN(sizeof word, length - at));
        mix(fingerprint, word);
    }
}

void fingerprint_number(Fingerprint *fingerprint, gint64 number)
{
    mix(fingerprint, (guint64)number);
}

/* --- A set ----------------------------------------------------------------------------------------------- */

enum { FIRST_ROOM = 1024 };

struct FingerprintSet {
    Fingerprint *places; /* b 0: free */
    size_t room, count;  /* room: a power of two */
};

FingerprintSet *fingerprint_set_new(void)
{
    FingerprintSet *set = g_new0(FingerprintSet, 1);
    set->room = FIRST_ROOM;
    set->places = g_new0(Fingerprint, set->room);
    return set;
}

void fingerprint_set_free(FingerprintSet *set)
{
    if (set == NULL)
        return;
    g_free(set->places);
    g_free(set);
}

static Fingerprint *place_of(const FingerprintSet *set, Fingerprint fingerprint)
{
    size_t at = fingerprint.a & (set->room - 1);
    while (set->places[at].b != 0 && !fingerprint_equal(set->places[at], fingerprint))
        at = (at + 1) & (set->room - 1);
    return &set->places[at];
}

static void set_grow(FingerprintSet *set)
{
    FingerprintSet larger = {.room = set->room * 2, .count = set->count};
    larger.places = g_new0(Fingerprint, larger.room);
    for (size_t i = 0; i < set->room; i++)
        if (set->places[i].b != 0)
            *place_of(&larger, set->places[i]) = set->places[i];
    g_free(set->places);
    *set = larger;
}

bool fingerprint_set_add(FingerprintSet *set, Fingerprint fingerprint)
{
    if (fingerprint.b == 0)
        fingerprint.b = 1;
    if (set->count * 3 >= set->room * 2)
        set_grow(set);
    Fingerprint *place = place_of(set, fingerprint);
    if (place->b != 0)
        return false;
    *place = fingerprint;
    set->count++;
    return true;
}
