/* 128 bits that stand for texts and numbers: to see whether something was met before without keeping it.  Two that
 * differ get the same one less often than a disk forgets; who wants to deceive could make such a pair. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct {
    guint64 a, b;
} Fingerprint;

#define FINGERPRINT_START ((Fingerprint){0x243F6A8885A308D3u, 0x13198A2E03707344u}) /* digits of pi */

void fingerprint_text(Fingerprint *fingerprint, const char *text); /* NULL counts as "" */
void fingerprint_number(Fingerprint *fingerprint, gint64 number);

static inline bool fingerprint_equal(Fingerprint one, Fingerprint other)
{
    return one.a == other.a && one.b == other.b;
}

/* A set of them; 16 bytes each and the room to grow. */
typedef struct FingerprintSet FingerprintSet;
FingerprintSet *fingerprint_set_new(void);
void fingerprint_set_free(FingerprintSet *set);
bool fingerprint_set_add(FingerprintSet *set, Fingerprint fingerprint); /* false: it was there */
