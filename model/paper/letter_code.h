/* The QR code of a letter, held against what the letter says before anybody sees or scans it. */
#pragma once
#include "paper/qr.h"

typedef struct {
    Qr *qr;
    int bytes; /* of what is inside */
    char *payload;
} LetterCode;

/* NULL with one sentence (INPUT): the letter asks for no payment, no code can be (qr_payload), or what is inside would
 * not be what the letter says. */
LetterCode *letter_code(const Letter *letter, bool ogm_structured, GError **error);
void letter_code_free(LetterCode *code);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterCode, letter_code_free)
