/* A company that does not exist, the same on every machine: customers with Belgian and Dutch names, about two open
 * invoices each (1 to 60, log-normal amounts, exponential ages), and a bank statement that pays one in five of them. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

enum { BOOK_TODAY = 20508, BOOK_ITEMS_MOST = 60, BOOK_PAID_PERCENT = 20 }; /* day number of 24 February 2026 */

typedef struct {
    uint32_t index;  /* from 0 */
    char number[16]; /* "C0000042" */
    char name[64], street[48], contact[48], email[80], phone[20], vat[16], iban[24];
    const char *postcode, *city, *language, *country;
    const char *kind; /* business; one in ten is a consumer */
    int items;
} BookCustomer;

typedef struct {
    uint32_t index;                 /* over all customers, from 0 */
    char number[20], reference[24]; /* "2026-0000042", "+++000/0000/04242+++" */
    char digits[16];                /* of the reference */
    int issued, due;                /* day numbers */
    int64_t amount;                 /* cents */
    bool paid;                      /* the statement pays it, wholly or in part */
} BookItem;

/* How the payer says what he pays; in the mix of the reference: 60, 25, 7 and 8 in a hundred. */
typedef enum { SAYS_REFERENCE, SAYS_INVOICE, SAYS_CUSTOMER, SAYS_NOTHING } BookSays;

typedef struct {
    uint32_t sequence; /* in the statement, from 1 */
    int day;
    int64_t amount; /* received, cents */
    BookSays says;
    const char *name, *iban; /* of the payer */
    char reference[24];      /* structured, digits; "" unless SAYS_REFERENCE */
    char text[140];          /* "" when SAYS_REFERENCE */
    char bank_reference[24];
} BookPayment;

/* The n-th customer; always the same one. */
void book_customer(uint32_t n, BookCustomer *customer);
/* His item at `position` (from 0); `index` is its number over all customers. */
void book_item(const BookCustomer *customer, int position, uint32_t index, BookItem *item);
/* The payment of a paid item. */
void book_payment(const BookCustomer *customer, const BookItem *item, uint32_t sequence, BookPayment *payment);
/* Digits of a calendar day: *year, *month, *day. */
void book_date(int number, int *year, int *month, int *day);
