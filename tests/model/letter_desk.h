/* A house with customers of every kind in every language, their invoices, promises, plans and payments on record:
 * letters are written to them as the desk would write them today. */
#pragma once
#include "desk/outbox.h"
#include "desk_book.h"
#include "paper/letter_template.h"

void letter_desk_start(Book *book);
/* An order for that letter to a customer it is for, in its language; outbox_order_free. */
OutboxOrder *letter_desk_order(Book *book, const LetterTemplate *template);
