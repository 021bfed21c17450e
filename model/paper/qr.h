/* The code a bank app reads: EPC069-12, version 002 in UTF-8 (reference formats §7.1).  libqrencode is known here
 * alone. */
#pragma once
#include "paper/letter.h"
#include <stdbool.h>

/* Whether there can be one; INPUT with the sentence. */
bool qr_payable(const LetterPayment *payment, GError **error);
/* What is inside the code, lines parted by LF, at most 331 bytes; the setting qr.ogm says whether a Belgian reference
 * goes where references go or into the free words, which more bank apps show.  NULL with one sentence (INPUT) where
 * no such code can be: nothing to pay, another currency than euro, no account or name.  Caller frees. */
char *qr_payload(const LetterPayment *payment, bool ogm_structured, GError **error);

typedef struct Qr Qr;
/* Level M, version 13 at most: as small as it gets without splitting digits from letters in vain. */
Qr *qr_make(const char *payload, GError **error);
void qr_free(Qr *qr);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Qr, qr_free)
int qr_size(const Qr *qr);                /* modules along a side, without quiet zone: 17 + 4 × version */
int qr_version(const Qr *qr);             /* 1-13 */
bool qr_dark(const Qr *qr, int x, int y); /* false outside, so that a quiet zone needs no thought */

/* How it is written in lines of text.  Ink is what the characters draw: on paper and in a pair black on white the dark
 * modules, on a dark terminal without colours the light ones. */
typedef enum {
    QR_INK_DARK = 0,
    QR_INK_LIGHT = 1 << 0,
    QR_ASCII = 1 << 1, /* two '#' for a module; else half blocks, two modules in a character */
} QrText;
enum { QR_QUIET_SCREEN = 2, QR_QUIET_PAPER = 4 }; /* modules; 2 is what 24 lines leave, 4 what the standard asks */

/* Lines of equal width, quiet zone on all sides.  NULL-terminated; g_strfreev. */
char **qr_lines(const Qr *qr, int quiet, QrText how);
/* Columns and lines qr_lines() needs, to know before drawing whether it fits. */
int qr_columns(const Qr *qr, int quiet, QrText how);
int qr_rows(const Qr *qr, int quiet, QrText how);

/* A picture of it, `scale` pixels a module. */
GBytes *qr_png(const Qr *qr, int quiet, int scale);
