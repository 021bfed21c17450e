/* Writes the invented company of book.h into a folder:
 *     make_book CUSTOMERS FOLDER
 * customers.csv, items.csv (our own layout), statement.xml (CAMT.053, in an order of payment that has nothing to do
 * with that of the customers), and the same statement as statement.cod (CODA) and statement.sta (MT940). */
#include "book.h"
#include "model/coda_writer.h"
#include "model/mt940_writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HOUSE_IBAN "BE96999000000101"

typedef struct {
    uint32_t customer, item;
    int position;
} Paid;

typedef struct {
    uint32_t customers;
    const char *folder;
    Paid *paid;
    size_t paid_count, paid_room;
} Book;

static FILE *file_new(const Book *book, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", book->folder, name);
    FILE *file = fopen(path, "we");
    if (file == NULL) {
        perror(path);
        exit(1);
    }
    setvbuf(file, NULL, _IOFBF, 1 << 20);
    return file;
}

static void file_done(FILE *file)
{
    if (ferror(file) || fclose(file) != 0) {
        perror("the synthetic book cannot be written");
        exit(1);
    }
}

static void date_write(FILE *file, int number)
{
    int year, month, day;
    book_date(number, &year, &month, &day);
    fprintf(file, "%04d-%02d-%02d", year, month, day);
}

static void money_write(FILE *file, int64_t cents)
{
    fprintf(file, "%lld.%02lld", (long long)cents / 100, (long long)cents % 100);
}

/* --- Lists ----------------------------------------------------------------------------------------------- */

static void paid_note(Book *book, uint32_t customer, int position, uint32_t item)
{
    if (book->paid_count == book->paid_room) {
        book->paid_room = book->paid_room == 0 ? 1024 : book->paid_room * 2;
        book->paid = realloc(book->paid, book->paid_room * sizeof *book->paid);
        if (book->paid == NULL)
            abort();
    }
    book->paid[book->paid_count++] = (Paid){customer, item, position};
}

static void item_write(FILE *file, const BookCustomer *customer, const BookItem *item)
{
    fprintf(file, "%s;%s;%s;", customer->number, customer->name, item->number);
    date_write(file, item->issued);
    fputc(';', file);
    date_write(file, item->due);
    fputc(';', file);
    money_write(file, item->amount);
    fputc(';', file);
    money_write(file, item->amount);
    fprintf(file, ";%s\n", item->reference);
}

static void lists_write(Book *book)
{
    FILE *customers = file_new(book, "customers.csv"), *items = file_new(book, "items.csv");
    uint32_t index = 0;
    fputs("customer_number;customer_name;language;country;vat;street;postcode;city;contact;phone;email;iban;kind\n",
          customers);
    fputs("customer_number;customer_name;invoice_number;invoice_date;due_date;amount;open_amount;reference\n", items);
    for (uint32_t n = 0; n < book->customers; n++) {
        BookCustomer customer;
        book_customer(n, &customer);
        fprintf(customers, "%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s\n", customer.number, customer.name,
                customer.language, customer.country, customer.vat, customer.street, customer.postcode, customer.city,
                customer.contact, customer.phone, customer.email, customer.iban, customer.kind);
        for (int position = 0; position < customer.items; position++, index++) {
            BookItem item;
            book_item(&customer, position, index, &item);
            item_write(items, &customer, &item);
            if (item.paid)
                paid_note(book, n, position, index);
        }
    }
    file_done(customers);
    file_done(items);
}

/* --- The statement --------------------------------------------------------------------------------------- */

/* Fisher and Yates, with a generator of its own so that it is the same everywhere. */
static void paid_shuffle(Book *book)
{
    uint64_t state = 88172645463325252u;
    for (size_t i = book->paid_count; i > 1; i--) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        size_t other = (size_t)(state % i);
        Paid swap = book->paid[i - 1];
        book->paid[i - 1] = book->paid[other];
        book->paid[other] = swap;
    }
}

static void payment_of(const Book *book, size_t n, BookCustomer *customer, BookPayment *payment)
{
    const Paid *paid = &book->paid[n];
    BookItem item;
    book_customer(paid->customer, customer);
    book_item(customer, paid->position, paid->item, &item);
    book_payment(customer, &item, (uint32_t)n + 1, payment);
}

static int64_t payments_sum(const Book *book)
{
    int64_t sum = 0;
    for (size_t n = 0; n < book->paid_count; n++) {
        BookCustomer customer;
        BookPayment payment;
        payment_of(book, n, &customer, &payment);
        sum += payment.amount;
    }
    return sum;
}

static void xml_text(FILE *file, const char *text)
{
    for (; *text != '\0'; text++)
        if (*text == '&')
            fputs("&amp;", file);
        else
            fputc(*text, file);
}

static void camt_balance(FILE *file, const char *code, int64_t cents, int day)
{
    fprintf(file, "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">", code);
    money_write(file, cents);
    fputs("</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>", file);
    date_write(file, day);
    fputs("</Dt></Dt></Bal>\n", file);
}

static void camt_remittance(FILE *file, const BookPayment *payment)
{
    if (payment->says == SAYS_REFERENCE) {
        fprintf(file,
                "<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>BBA</Issr></Tp>"
                "<Ref>%s</Ref></CdtrRefInf></Strd></RmtInf>",
                payment->reference);
        return;
    }
    fputs("<RmtInf><Ustrd>", file);
    xml_text(file, payment->text);
    fputs("</Ustrd></RmtInf>", file);
}

static void camt_entry(FILE *file, const BookPayment *payment)
{
    fputs("<Ntry><Amt Ccy=\"EUR\">", file);
    money_write(file, payment->amount);
    fputs("</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>", file);
    date_write(file, payment->day);
    fputs("</Dt></BookgDt><ValDt><Dt>", file);
    date_write(file, payment->day);
    fprintf(file,
            "</Dt></ValDt><AcctSvcrRef>%s</AcctSvcrRef>\n<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd>"
            "<SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED"
            "</EndToEndId></Refs>\n<Amt Ccy=\"EUR\">",
            payment->bank_reference);
    money_write(file, payment->amount);
    fputs("</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Nm>", file);
    xml_text(file, payment->name);
    fprintf(file, "</Nm></Dbtr><DbtrAcct><Id><IBAN>%s</IBAN></Id></DbtrAcct></RltdPties>\n", payment->iban);
    camt_remittance(file, payment);
    fputs("</TxDtls></NtryDtls></Ntry>\n", file);
}

static void camt_write(const Book *book)
{
    FILE *file = file_new(book, "statement.xml");
    fputs(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.04\"><BkToCstmrStmt><GrpHdr><MsgId>BENCH</MsgId>"
        "<CreDtTm>2026-02-24T06:00:00+01:00</CreDtTm></GrpHdr><Stmt><Id>2026-055</Id>\n"
        "<Acct><Id><IBAN>" HOUSE_IBAN "</IBAN></Id><Ccy>EUR</Ccy></Acct>\n",
        file);
    camt_balance(file, "OPBD", 100000, BOOK_TODAY - 6);
    camt_balance(file, "CLBD", 100000 + payments_sum(book), BOOK_TODAY - 1);
    for (size_t n = 0; n < book->paid_count; n++) {
        BookCustomer customer;
        BookPayment payment;
        payment_of(book, n, &customer, &payment);
        camt_entry(file, &payment);
    }
    fputs("</Stmt></BkToCstmrStmt></Document>\n", file);
    file_done(file);
}

static void coda_payment(CodaWriter *writer, const BookPayment *payment)
{
    char reference[sizeof payment->reference + 3];
    bool structured = payment->says == SAYS_REFERENCE;
    snprintf(reference, sizeof reference, "101%s", payment->reference);
    coda_write_move(writer, &(CodaMove){.amount = payment->amount * 10,
                                        .code = "00150000",
                                        .entry = day_from_number(payment->day),
                                        .value = day_from_number(payment->day),
                                        .structured = structured,
                                        .communication = structured ? reference : payment->text,
                                        .bank_reference = payment->bank_reference,
                                        .account = payment->iban,
                                        .name = payment->name});
}

static void coda_flush(GString *text, FILE *file)
{
    fwrite(text->str, 1, text->len, file);
    g_string_truncate(text, 0);
}

static void coda_write(const Book *book)
{
    FILE *file = file_new(book, "statement.cod");
    GString *text = g_string_new(NULL);
    CodaWriter writer;
    coda_writer_start(&writer, text, "\r\n");
    coda_write_head(&writer, &(CodaHead){.created = day_from_number(BOOK_TODAY)});
    coda_write_opening(&writer, &(CodaOpening){.structure = '2',
                                               .account = HOUSE_IBAN,
                                               .currency = "EUR",
                                               .number = 55,
                                               .opening = 1000000,
                                               .day = day_from_number(BOOK_TODAY - 6)});
    for (size_t n = 0; n < book->paid_count; n++) {
        BookCustomer customer;
        BookPayment payment;
        payment_of(book, n, &customer, &payment);
        coda_payment(&writer, &payment);
        coda_flush(text, file);
    }
    coda_write_closing(&writer, day_from_number(BOOK_TODAY - 1));
    coda_write_trailer(&writer, false);
    coda_flush(text, file);
    g_string_free(text, TRUE);
    file_done(file);
}

static void mt940_payment(Mt940Writer *writer, const BookPayment *payment)
{
    bool structured = payment->says == SAYS_REFERENCE;
    mt940_write_line(writer, &(Mt940Written){.day = day_from_number(payment->day),
                                             .value_day = day_from_number(payment->day),
                                             .amount = payment->amount,
                                             .name = payment->name,
                                             .account = payment->iban,
                                             .reference = structured ? payment->reference : "",
                                             .issuer = "BBA",
                                             .text = structured ? "" : payment->text,
                                             .bank_reference = payment->bank_reference});
}

static void mt940_write(const Book *book)
{
    FILE *file = file_new(book, "statement.sta");
    g_autoptr(Mt940Writer) writer = mt940_writer_new(MT940_ING);
    mt940_write_begin(writer, HOUSE_IBAN, 55, 100000, day_from_number(BOOK_TODAY - 6));
    for (size_t n = 0; n < book->paid_count; n++) {
        BookCustomer customer;
        BookPayment payment;
        payment_of(book, n, &customer, &payment);
        mt940_payment(writer, &payment);
        fwrite(writer->text->str, 1, writer->text->len, file);
        g_string_truncate(writer->text, 0);
    }
    mt940_write_end(writer, day_from_number(BOOK_TODAY - 1));
    fwrite(writer->text->str, 1, writer->text->len, file);
    file_done(file);
}

int main(int argc, char **argv)
{
    long customers = argc == 3 ? strtol(argv[1], NULL, 10) : 0;
    if (customers <= 0 || customers > 10000000) {
        fputs("usage: make_book CUSTOMERS FOLDER\n", stderr);
        return 2;
    }
    Book book = {.customers = (uint32_t)customers, .folder = argv[2]};
    lists_write(&book);
    paid_shuffle(&book);
    camt_write(&book);
    coda_write(&book);
    mt940_write(&book);
    free(book.paid);
    return 0;
}
