#include "coda_writer.h"

#include <string.h>

enum { FIRST = 53, SECOND = 53, THIRD = 43 };

/* ---- fields ---- */

static void put_text(GString *out, const char *text, int width)
{
    const char *at = text == NULL ? "" : text;
    for (; width > 0 && *at != '\0'; width--) {
        const char *next = g_utf8_next_char(at);
        g_string_append_len(out, at, next - at);
        at = next;
    }
    for (; width > 0; width--)
        g_string_append_c(out, ' ');
}

static void put_number(GString *out, gint64 number, int width)
{
    g_string_append_printf(out, "%0*" G_GINT64_FORMAT, width, number);
}

static void put_amount(GString *out, gint64 amount)
{
    g_string_append_c(out, amount < 0 ? '1' : '0');
    put_number(out, ABS(amount), 15);
}

static void put_day(GString *out, Day day)
{
    if (!day_known(day)) {
        g_string_append(out, "000000");
        return;
    }
    Date date = day_date(day);
    g_string_append_printf(out, "%02d%02d%02d", date.day, date.month, date.year % 100);
}

/* The letters of a text from a place on (from 0). */
static const char *rest(const char *text, int from)
{
    if (text == NULL)
        return "";
    while (from-- > 0 && *text != '\0')
        text = g_utf8_next_char(text);
    return text;
}

static bool any(const char *text)
{
    return text != NULL && text[strspn(text, " ")] != '\0';
}

static void put_end(CodaWriter *writer)
{
    g_string_append(writer->out, writer->end);
}

/* ---- header and balances ---- */

void coda_writer_start(CodaWriter *writer, GString *out, const char *end)
{
    *writer = (CodaWriter){.out = out, .end = end};
}

void coda_write_head(CodaWriter *writer, const CodaHead *head)
{
    GString *out = writer->out;
    g_string_append(out, "00000");
    put_day(out, head->created);
    g_string_append(out, "99905");
    g_string_append_c(out, head->duplicate ? 'D' : ' ');
    put_text(out, "", 7);
    put_text(out, "FILE000001", 10);
    put_text(out, "ATELIER EXEMPLE", 26);
    put_text(out, "ZZZZBEB1", 11);
    put_text(out, "00999000123", 11);
    put_text(out, "", 1);
    put_text(out, head->application == NULL ? "00000" : head->application, 5);
    put_text(out, "", 39);
    g_string_append_c(out, head->layout == 0 ? '2' : head->layout);
    put_end(writer);
    writer->records = writer->debits = writer->credits = 0;
}

static void put_account(CodaWriter *writer)
{
    GString *out = writer->out;
    put_text(out, writer->account, writer->structure == '0' ? 12 : 34);
    if (writer->structure == '0')
        put_text(out, "", 1);
    put_text(out, writer->currency, 3);
    if (writer->structure == '0')
        put_text(out, "0BE", 21);
}

void coda_write_opening(CodaWriter *writer, const CodaOpening *opening)
{
    GString *out = writer->out;
    writer->structure = opening->structure;
    writer->account = opening->account;
    writer->currency = opening->currency;
    writer->balance = opening->opening;
    writer->sequence = 0;
    g_string_append_c(out, '1');
    g_string_append_c(out, opening->structure);
    put_number(out, opening->number, 3);
    put_account(writer);
    put_amount(out, opening->opening);
    put_day(out, opening->day);
    put_text(out, opening->holder, 26);
    put_text(out, "COMPTE A VUE", 35);
    put_number(out, opening->number, 3);
    put_end(writer);
    writer->records++;
}

/* ---- movements ---- */

static void put_key(CodaWriter *writer, const char *record)
{
    g_string_append(writer->out, record);
    put_number(writer->out, writer->sequence, 4);
    put_number(writer->out, writer->detail, 4);
}

static void put_second(CodaWriter *writer, const CodaMove *move, bool more)
{
    GString *out = writer->out;
    put_key(writer, "22");
    put_text(out, rest(move->communication, FIRST), SECOND);
    put_text(out, move->end_to_end, 35);
    put_text(out, "", 11 + 3);
    g_string_append_c(out, move->return_type == 0 ? ' ' : move->return_type);
    put_text(out, move->return_reason, 4);
    put_text(out, "", 8);
    g_string_append(out, more ? "1 0" : "0 0");
    put_end(writer);
    writer->records++;
}

static void put_third(CodaWriter *writer, const CodaMove *move)
{
    GString *out = writer->out;
    put_key(writer, "23");
    put_text(out, move->account, 34);
    put_text(out, any(move->account) ? writer->currency : "", 3);
    put_text(out, move->name, 35);
    put_text(out, rest(move->communication, FIRST + SECOND), THIRD);
    g_string_append(out, "0 0");
    put_end(writer);
    writer->records++;
}

static void count(CodaWriter *writer, const CodaMove *move)
{
    if (move->detail) {
        writer->detail++;
        return;
    }
    writer->sequence = writer->sequence % 9999 + 1;
    writer->detail = 0;
    writer->balance += move->amount;
    *(move->amount < 0 ? &writer->debits : &writer->credits) += ABS(move->amount);
}

void coda_write_move(CodaWriter *writer, const CodaMove *move)
{
    GString *out = writer->out;
    bool third = any(move->account) || any(move->name) || any(rest(move->communication, FIRST + SECOND));
    bool second = third || any(move->end_to_end) || move->return_type != 0 || any(rest(move->communication, FIRST));
    count(writer, move);
    put_key(writer, "21");
    put_text(out, move->bank_reference, 21);
    put_amount(out, move->amount);
    put_day(out, move->value);
    put_text(out, move->code, 8);
    g_string_append_c(out, move->structured ? '1' : '0');
    put_text(out, move->communication, FIRST);
    put_day(out, move->entry);
    put_number(out, 1, 3);
    put_number(out, move->globalisation, 1);
    g_string_append(out, second ? "1 0" : "0 0");
    put_end(writer);
    writer->records++;
    if (second)
        put_second(writer, move, third);
    if (third)
        put_third(writer, move);
}

void coda_write_information(CodaWriter *writer, const char *code, bool structured, const char *text)
{
    static const int widths[] = {73, 105, 90};
    GString *out = writer->out;
    int from = 0;
    writer->detail++;
    for (int i = 0; i < 3 && (i == 0 || any(rest(text, from))); i++) {
        put_key(writer, i == 0 ? "31" : i == 1 ? "32" : "33");
        if (i == 0) {
            put_text(out, "", 21);
            put_text(out, code, 8);
            g_string_append_c(out, structured ? '1' : '0');
        }
        put_text(out, rest(text, from), widths[i]);
        from += widths[i];
        put_text(out, "", i == 0 ? 12 : i == 1 ? 10 : 25);
        g_string_append(out, any(rest(text, from)) && i < 2 ? "1 0" : "0 0");
        put_end(writer);
        writer->records++;
    }
}

/* ---- the end ---- */

void coda_write_message(CodaWriter *writer, const char *text, bool goes_on)
{
    g_string_append(writer->out, "4 00010000");
    put_text(writer->out, "", 22);
    put_text(writer->out, text, 80);
    put_text(writer->out, "", 15);
    g_string_append_c(writer->out, goes_on ? '1' : '0');
    put_end(writer);
}

void coda_write_closing(CodaWriter *writer, Day day)
{
    GString *out = writer->out;
    g_string_append(out, "8001");
    put_account(writer);
    put_amount(out, writer->balance);
    put_day(out, day);
    put_text(out, "", 64);
    g_string_append_c(out, '0');
    put_end(writer);
    writer->records++;
}

void coda_write_trailer(CodaWriter *writer, bool more_follow)
{
    GString *out = writer->out;
    g_string_append_c(out, '9');
    put_text(out, "", 15);
    put_number(out, writer->records % 1000000, 6);
    put_number(out, writer->debits, 15);
    put_number(out, writer->credits, 15);
    put_text(out, "", 75);
    g_string_append_c(out, more_follow ? '1' : '2');
    put_end(writer);
}
