#include "mt940_writer.h"

#include <string.h>

enum { WIDTH = 65, COLUMN = 32, PIECE = 27, PIECES = 10 };

Mt940Writer *mt940_writer_new(Mt940Dialect dialect)
{
    Mt940Writer *writer = g_new0(Mt940Writer, 1);
    writer->text = g_string_new(NULL);
    writer->dialect = dialect;
    return writer;
}

void mt940_writer_free(Mt940Writer *writer)
{
    g_string_free(writer->text, TRUE);
    g_free(writer);
}

/* ---- values ---- */

static void date_add(GString *to, Day day)
{
    Date date = day_date(day);
    g_string_append_printf(to, "%02d%02d%02d", date.year % 100, date.month, date.day);
}

/* "10,5" and "150," as ABN AMRO and Knab drop zeros; filled up with zeros as Rabobank does. */
static void amount_add(GString *to, Mt940Dialect dialect, Cents amount)
{
    gint64 size = ABS(amount);
    if (dialect == MT940_RABOBANK)
        g_string_append_printf(to, "%012" G_GINT64_FORMAT ",%02d", size / 100, (int)(size % 100));
    else
        g_string_append_printf(to, "%" G_GINT64_FORMAT ",%02d", size / 100, (int)(size % 100));
    bool drops = dialect == MT940_ABN_AMRO || dialect == MT940_COLUMNS;
    while (drops && to->str[to->len - 1] == '0')
        g_string_truncate(to, to->len - 1);
}

static void balance_add(Mt940Writer *writer, const char *tag, Day day)
{
    g_string_append_printf(writer->text, ":%s:%c", tag, writer->balance < 0 ? 'D' : 'C');
    date_add(writer->text, day);
    g_string_append(writer->text, "EUR");
    amount_add(writer->text, writer->dialect, writer->balance);
    g_string_append_c(writer->text, '\n');
}

/* ---- statements ---- */

static const char *const openings[MT940_DIALECTS] = {
    "{1:F01INGBNL2ABXXX0000000000}\n{2:I940INGBNL2AXXXN}\n{4:\n",
    ":940:\n",
    "ABNANL2A\n940\nABNANL2A\n",
    "ABNANL2A\n940\nABNANL2A\n",
    "",
};
static const char *const endings[MT940_DIALECTS] = {"-}\n", "", "-\n", "-\n", "-\n"};

void mt940_write_begin(Mt940Writer *writer, const char *account, int number, Cents opening, Day day)
{
    bool first = writer->statements++ == 0;
    if (first || writer->dialect != MT940_RABOBANK)
        g_string_append(writer->text, openings[writer->dialect]);
    writer->balance = opening;
    g_string_append_printf(writer->text, ":20:P%06dS%08d\n:25:%s%s\n:28C:%d\n", day.number, writer->statements, account,
                           writer->dialect == MT940_ING ? "EUR" : "", number);
    balance_add(writer, "60F", day);
}

void mt940_write_end(Mt940Writer *writer, Day day)
{
    balance_add(writer, "62F", day);
    g_string_append(writer->text, endings[writer->dialect]);
}

/* ---- texts ---- */

static const char *part(const char *text)
{
    return text == NULL ? "" : text;
}

static bool given(const char *text)
{
    return text != NULL && text[0] != '\0';
}

static void wrapped_add(GString *to, const char *text, size_t first)
{
    size_t room = first;
    for (; strlen(text) > room; room = WIDTH) {
        g_string_append_len(to, text, (gssize)room);
        g_string_append_c(to, '\n');
        text += room;
    }
    g_string_append_printf(to, "%s\n", text);
}

static void group_add(GString *to, const char *before, const char *value, const char *after)
{
    if (given(value))
        g_string_append_printf(to, "%s%s%s", before, value, after);
}

static char *ing_text(const Mt940Written *line)
{
    GString *text = g_string_new(NULL);
    group_add(text, "/EREF/", line->end_to_end, "/");
    group_add(text, "/MARF/", line->mandate, "/");
    g_string_append_printf(text, "/CNTP/%s/INGBNL2A/%s//", part(line->account), part(line->name));
    if (given(line->reference))
        g_string_append_printf(text, "/REMI/STRD/%s/%s/", part(line->issuer), line->reference);
    else
        group_add(text, "/REMI/USTD//", line->text, "/");
    return g_string_free(text, FALSE);
}

static char *rabobank_text(const Mt940Written *line)
{
    GString *text = g_string_new(NULL);
    group_add(text, "/EREF/", line->end_to_end, "");
    group_add(text, "/MARF/", line->mandate, "");
    g_string_append_printf(text, "/%s//NAME/%s", line->amount < 0 ? "BENM" : "ORDP", part(line->name));
    if (given(line->reference))
        g_string_append_printf(text, "/REMI//CDTRREFTP//CD/SCOR/ISSR/%s/CDTRREF/%s", part(line->issuer),
                               line->reference);
    else
        group_add(text, "/REMI/", line->text, "");
    return g_string_free(text, FALSE);
}

static char *abn_amro_text(const Mt940Written *line)
{
    GString *text = g_string_new("/TRTP/SEPA OVERBOEKING");
    g_string_append_printf(text, "/IBAN/%s/BIC/ABNANL2A/NAME/%s", part(line->account), part(line->name));
    group_add(text, "/MARF/", line->mandate, "");
    if (given(line->reference))
        g_string_append_printf(text, "/REMI/ISSUER: %s                  REF: %s", part(line->issuer), line->reference);
    else
        group_add(text, "/REMI/", line->text, "");
    g_string_append_printf(text, "/EREF/%s", given(line->end_to_end) ? line->end_to_end : "NOTPROVIDED");
    return g_string_free(text, FALSE);
}

/* Columns of 32 places; each label opens a new one. */
static void column_add(GString *columns, const char *label, const char *value)
{
    if (!given(value))
        return;
    g_autofree char *both = label[0] == '\0' ? g_strdup(value) : g_strdup_printf("%s %s", label, value);
    for (const char *at = both; *at != '\0'; at += MIN(strlen(at), COLUMN))
        g_string_append_printf(columns, "%-*.*s", COLUMN, COLUMN, at);
}

static void columns_add(GString *to, const Mt940Written *line)
{
    g_autoptr(GString) columns = g_string_new(NULL);
    column_add(columns, "", "SEPA OVERBOEKING");
    column_add(columns, "IBAN:", line->account);
    column_add(columns, "BIC:", "ABNANL2A");
    column_add(columns, "NAAM:", line->name);
    column_add(columns, "MACHTIGING:", line->mandate);
    if (given(line->reference))
        column_add(columns, "BETALINGSKENM.:", line->reference);
    else
        column_add(columns, "OMSCHRIJVING:", line->text);
    column_add(columns, "KENMERK:", line->end_to_end);
    for (size_t at = 0; at < columns->len; at += 2 * COLUMN) {
        g_autofree char *both = g_strdup_printf("%.*s %.*s", COLUMN, columns->str + at, COLUMN,
                                                columns->len > at + COLUMN ? columns->str + at + COLUMN : "");
        g_string_append_printf(to, "%s\n", g_strchomp(both));
    }
}

static char *german_text(const Mt940Written *line)
{
    g_autoptr(GString) purpose = g_string_new(NULL);
    group_add(purpose, "EREF+", line->end_to_end, "");
    group_add(purpose, "MREF+", line->mandate, "");
    group_add(purpose, "SVWZ+", given(line->reference) ? line->reference : line->text, "");
    GString *text = g_string_new("166?00SEPA-GUTSCHRIFT?109310");
    for (size_t at = 0, number = 0; at < purpose->len && number < PIECES; at += PIECE, number++)
        g_string_append_printf(text, "?%02d%.*s", 20 + (int)number, PIECE, purpose->str + at);
    group_add(text, "?30", "INGDDEFF", "");
    group_add(text, "?31", line->account, "");
    if (given(line->name))
        g_string_append_printf(text, "?32%.*s", PIECE, line->name);
    if (given(line->name) && strlen(line->name) > PIECE)
        g_string_append_printf(text, "?33%s", line->name + PIECE);
    return g_string_free(text, FALSE);
}

static void text_add(Mt940Writer *writer, const Mt940Written *line)
{
    static char *(*const makers[MT940_DIALECTS])(const Mt940Written *line) = {ing_text, rabobank_text, abn_amro_text,
                                                                              NULL, german_text};
    g_string_append(writer->text, ":86:");
    if (makers[writer->dialect] == NULL) {
        columns_add(writer->text, line);
        return;
    }
    g_autofree char *text = makers[writer->dialect](line);
    bool counts_tag = writer->dialect == MT940_ING || writer->dialect == MT940_ABN_AMRO;
    wrapped_add(writer->text, text, counts_tag ? WIDTH - 4 : WIDTH);
}

/* ---- movements ---- */

/* A reversal has the sign of what it takes back: RC takes money away. */
static const char *mark_of(const Mt940Written *line)
{
    if (line->reversal)
        return line->amount < 0 ? "RC" : "RD";
    return line->amount < 0 ? "D" : "C";
}

void mt940_write_line(Mt940Writer *writer, const Mt940Written *line)
{
    GString *text = writer->text;
    Date day = day_date(line->day);
    g_string_append(text, ":61:");
    date_add(text, line->value_day);
    if (writer->dialect != MT940_RABOBANK || line->day.number != line->value_day.number)
        g_string_append_printf(text, "%02d%02d", day.month, day.day);
    g_string_append(text, mark_of(line));
    amount_add(text, writer->dialect, line->amount);
    g_string_append(text, writer->dialect == MT940_RABOBANK ? "N541" : "NTRF");
    g_string_append(text, given(line->end_to_end) ? "EREF" : "NONREF");
    group_add(text, "//", line->bank_reference, "");
    g_string_append_c(text, '\n');
    if (writer->dialect == MT940_RABOBANK)
        group_add(text, "", line->account, "\n");
    text_add(writer, line);
    writer->balance += line->amount;
}
