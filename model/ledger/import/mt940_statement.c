/* Statements of an MT940 file: header, balances, totals, and what must hold between them.
 *
 * Pages of one statement (closing :62M:, the next opening :60M: with the same account, number, currency and amount)
 * are handed over as one statement; pages that do not tie are statements of their own.  The identification is
 * number, opening day and reference, because numbers restart every year and some banks do not count at all. */
#include "base/i18n.h"
#include "ledger/import/mt940.h"

#include <inttypes.h>
#include <string.h>

static void warn(const Mt940Statement *statement, int line, const char *sentence)
{
    statement->sink->warning(line, sentence, statement->sink->data);
}

/* ---- header ---- */

void mt940_header_clear(Mt940Header *header)
{
    g_free(header->reference);
    g_free(header->account);
    g_free(header->number);
    *header = (Mt940Header){.day = DAY_NONE};
}

void mt940_header_start(Mt940Statement *statement, int line)
{
    mt940_header_clear(&statement->header);
    statement->header.line = line;
    statement->collecting = true;
}

void mt940_account_take(Mt940Statement *statement, const char *text)
{
    Mt940Header *header = &statement->header;
    g_autofree char *first = g_strstrip(g_strndup(text, strcspn(text, "\n")));
    size_t length = strlen(first);
    g_free(header->account);
    header->account = mt940_account(first);
    header->account_currency[0] = '\0';
    if (length > 3 && strlen(header->account) < length && !g_ascii_isalpha(first[length - 4]))
        mt940_currency(first + length - 3, header->account_currency);
}

void mt940_number_take(Mt940Statement *statement, const char *text)
{
    g_free(statement->header.number);
    statement->header.number = mt940_text(text);
}

/* ---- balances ---- */

typedef struct {
    char currency[4];
    Cents amount;
    Day day;
} Balance;

/* C or D, day, currency, amount: "C130702EUR1000,00". */
static bool balance_read(const char *text, Balance *balance)
{
    bool shifted = false, exact = true;
    text += strspn(text, " ");
    char mark = g_ascii_toupper(text[0]);
    if ((mark != 'C' && mark != 'D') || strspn(text + 1, "0123456789") < 6 || strlen(text) < 11 ||
        !mt940_currency(text + 7, balance->currency))
        return false;
    if (!mt940_day(text + 1, &balance->day, &shifted))
        balance->day = DAY_NONE;
    const char *amount = text + 10 + strspn(text + 10, " ");
    if (!mt940_amount(amount, strspn(amount, "0123456789,"), balance->currency, &balance->amount, &exact))
        return false;
    if (mark == 'D')
        balance->amount = -balance->amount;
    return true;
}

static void balance_warn(const Mt940Statement *statement, int line, const char *text)
{
    g_autofree char *clean = mt940_text(text);
    g_autofree char *sentence = g_strdup_printf(_("This balance cannot be read: %.80s"), clean);
    warn(statement, line, sentence);
}

void mt940_opening_take(Mt940Statement *statement, const char *text, int line, bool continues)
{
    Mt940Header *header = &statement->header;
    Balance balance;
    header->continues = continues;
    header->has_opening = balance_read(text, &balance);
    if (!header->has_opening) {
        balance_warn(statement, line, text);
        return;
    }
    header->opening = balance.amount;
    header->day = balance.day;
    memcpy(header->currency, balance.currency, sizeof header->currency);
}

void mt940_closing_take(Mt940Statement *statement, const char *text, int line, bool continues)
{
    StatementRecord *record = &statement->record;
    Balance balance;
    statement->closed = true;
    statement->turned = continues;
    if (!balance_read(text, &balance)) {
        balance_warn(statement, line, text);
        return;
    }
    record->has_closing = true;
    record->closing = balance.amount;
    record->closing_day = balance.day;
    memcpy(statement->closing_currency, balance.currency, sizeof balance.currency);
    if (!record->has_opening && statement->sequence == 0)
        memcpy(statement->opening_currency, balance.currency, sizeof balance.currency);
}

/* ---- totals ---- */

static const char *total_count_read(const char *at, char end, gint64 *count)
{
    char *stop = NULL;
    if (!g_ascii_isdigit(*at))
        return NULL;
    *count = (gint64)MIN(g_ascii_strtoull(at, &stop, 10), G_MAXINT32);
    return *stop == end ? stop + 1 : NULL;
}

static const char *total_sum_read(const Mt940Statement *statement, const char *at, Cents *sum)
{
    bool exact = true;
    size_t length = strspn(at, "0123456789,");
    return mt940_amount(at, length, statement->record.currency, sum, &exact) ? at + length : NULL;
}

/* SUM/debits/credits/sum of debits/sum of credits/ */
static bool totals_slashed(const Mt940Statement *statement, const char *at, Mt940Total *debits, Mt940Total *credits)
{
    at = total_count_read(at, '/', &debits->count);
    at = at == NULL ? NULL : total_count_read(at, '/', &credits->count);
    at = at == NULL ? NULL : total_sum_read(statement, at, &debits->sum);
    return at != NULL && *at == '/' && total_sum_read(statement, at + 1, &credits->sum) != NULL;
}

/* D000046C000017D10000,18C20000,00 */
static bool totals_lettered(const Mt940Statement *statement, const char *at, Mt940Total *debits, Mt940Total *credits)
{
    at = *at == 'D' ? total_count_read(at + 1, 'C', &debits->count) : NULL;
    at = at == NULL ? NULL : total_count_read(at, 'D', &credits->count);
    at = at == NULL ? NULL : total_sum_read(statement, at, &debits->sum);
    return at != NULL && *at == 'C' && total_sum_read(statement, at + 1, &credits->sum) != NULL;
}

void mt940_totals_take(Mt940Statement *statement, const char *text)
{
    Mt940Total debits = {-1, 0}, credits = {-1, 0};
    const char *slashed = strstr(text, "SUM/");
    bool found = slashed != NULL ? totals_slashed(statement, slashed + 4, &debits, &credits)
                                 : totals_lettered(statement, text + strspn(text, " "), &debits, &credits);
    if (!found)
        return;
    statement->stated_debits = debits;
    statement->stated_credits = credits;
}

void mt940_entries_take(Mt940Statement *statement, const char *text, bool credit)
{
    Mt940Total total = {-1, 0};
    char currency[4], *stop = NULL;
    total.count = g_ascii_isdigit(*text) ? (gint64)MIN(g_ascii_strtoull(text, &stop, 10), G_MAXINT32) : -1;
    if (total.count >= 0 && mt940_money(stop, currency, &total.sum))
        *(credit ? &statement->stated_credits : &statement->stated_debits) = total;
}

void mt940_statement_count(Mt940Statement *statement, Cents amount, bool booked)
{
    Mt940Total *total = amount >= 0 ? &statement->credits : &statement->debits;
    total->count++;
    bool fits = money_add(&total->sum, ABS(amount));
    if (booked)
        fits = money_add(&statement->sum, amount) && fits;
    statement->countable = statement->countable && fits;
}

/* ---- begin ---- */

/* ABN AMRO's number is the day of the year and a count within it: no running number. */
static bool number_is_day(guint64 number, Day opening)
{
    Day first;
    if (!day_known(opening) || number < 100 || number > 36699 || !day_from_date(day_date(opening).year, 1, 1, &first))
        return false;
    int day = day_minus(opening, first) + 1;
    gint64 ahead = (gint64)(number / 100) - day;
    return number % 100 <= 9 && ((ahead >= 0 && ahead <= 7) || ahead < -358);
}

static int sequence_of(const Mt940Header *header)
{
    guint64 number = header->number == NULL ? 0 : g_ascii_strtoull(header->number, NULL, 10);
    return number > G_MAXINT32 || number_is_day(number, header->day) ? 0 : (int)number;
}

static bool has_digit(const char *text)
{
    return text != NULL && strpbrk(text, "0123456789") != NULL;
}

static void id_add(GString *id, const char *part)
{
    if (part == NULL || part[0] == '\0')
        return;
    if (id->len > 0)
        g_string_append_c(id, ' ');
    g_string_append(id, part);
}

/* A reference without digits is the bank's name, one equal to the account says nothing new. */
static char *id_of(const Mt940Header *header)
{
    g_autoptr(GString) id = g_string_new(NULL);
    g_autofree char *day = day_iso(header->day), *reference = mt940_text(header->reference);
    if (header->number != NULL && strspn(header->number, "0/ ") < strlen(header->number))
        id_add(id, header->number);
    id_add(id, day);
    if (has_digit(reference) && g_strcmp0(reference, header->account) != 0)
        id_add(id, reference);
    if (header->continues) { /* a page by itself: its number may be that of the page before */
        g_autofree char *carried = money_plain(header->opening);
        id_add(id, carried);
    }
    return g_strdup(id->str);
}

static void currencies_fill(Mt940Statement *statement)
{
    const Mt940Header *header = &statement->header;
    const char *fallback = statement->options->default_currency;
    const char *known[] = {header->currency, header->account_currency, fallback, "EUR"};
    char code[4];
    statement->opening_currency[0] = statement->closing_currency[0] = '\0';
    for (size_t i = 0; i < G_N_ELEMENTS(known) && statement->opening_currency[0] == '\0'; i++)
        if (known[i] != NULL && strlen(known[i]) == 3 && mt940_currency(known[i], code))
            memcpy(statement->opening_currency, code, sizeof code);
}

static void record_fill(Mt940Statement *statement)
{
    Mt940Header *header = &statement->header;
    g_free(statement->id);
    g_free(statement->account);
    statement->id = id_of(header);
    statement->account = g_steal_pointer(&header->account);
    if (statement->account == NULL)
        statement->account = g_strdup("");
    currencies_fill(statement);
    statement->record = (StatementRecord){
        .kind = "mt940",
        .id = statement->id,
        .account = statement->account,
        .currency = statement->opening_currency,
        .has_opening = header->has_opening,
        .opening = header->opening,
        .opening_currency = header->has_opening ? statement->opening_currency : "",
        .closing_currency = statement->closing_currency,
        .opening_day = header->day,
        .closing_day = DAY_NONE,
        .sequence = sequence_of(header),
        .interim = header->interim,
        .stated_credits = -1,
        .stated_debits = -1,
        .line = header->line,
    };
}

/* What stands before the stroke: the statement; behind it: the page. */
static bool same_number(const char *a, const char *b)
{
    size_t length = strcspn(a, "/");
    return strcspn(b, "/") == length && strncmp(a, b, length) == 0;
}

static bool page_follows(const Mt940Statement *statement)
{
    const Mt940Header *header = &statement->header;
    return statement->begun && statement->turned && header->continues && header->has_opening &&
           statement->record.has_closing && g_strcmp0(header->account, statement->account) == 0 &&
           strcmp(header->currency, statement->closing_currency) == 0 && header->opening == statement->record.closing &&
           same_number(header->number == NULL ? "" : header->number, statement->number);
}

static void page_turn(Mt940Statement *statement)
{
    statement->pages++;
    statement->closed = statement->turned = false;
    statement->record.has_closing = false;
    mt940_header_clear(&statement->header);
}

static bool statement_begin(Mt940Statement *statement, GError **error)
{
    const char *number = statement->header.number;
    g_strlcpy(statement->number, number == NULL ? "" : number, sizeof statement->number);
    statement->begun = true;
    statement->closed = statement->turned = false;
    statement->pages = 1;
    statement->sequence = 0;
    statement->statements++;
    statement->sum = 0;
    statement->credits = statement->debits = (Mt940Total){0, 0};
    statement->stated_credits = statement->stated_debits = (Mt940Total){-1, 0};
    statement->countable = true;
    if (day_known(statement->header.day))
        statement->day = statement->header.day;
    record_fill(statement);
    mt940_header_clear(&statement->header);
    if (statement->account[0] == '\0')
        warn(statement, statement->record.line, _("This statement does not say whose account it is."));
    return statement->sink->statement_begin(&statement->record, statement->sink->data, error);
}

bool mt940_header_commit(Mt940Statement *statement, GError **error)
{
    if (!statement->collecting && statement->begun)
        return true;
    statement->collecting = false;
    if (page_follows(statement)) {
        page_turn(statement);
        return true;
    }
    return mt940_statement_end(statement, error) && statement_begin(statement, error);
}

/* ---- end ---- */

static void balance_check(const Mt940Statement *statement)
{
    const StatementRecord *record = &statement->record;
    if (!record->has_opening || !record->has_closing || !statement->countable)
        return;
    if (strcmp(record->opening_currency, record->closing_currency) != 0) {
        warn(statement, record->line, _("Its balances and lines are in different currencies: they cannot be checked."));
        return;
    }
    Cents reached = record->opening;
    if (!money_add(&reached, statement->sum) || reached == record->closing)
        return;
    g_autofree char *expected = money_text_currency(reached, record->currency);
    g_autofree char *stated = money_text_currency(record->closing, record->currency);
    g_autofree char *sentence = g_strdup_printf(
        _("Opening balance and lines lead to %s, the bank says %s: a line may be missing."), expected, stated);
    warn(statement, record->line, sentence);
}

static void total_check(const Mt940Statement *statement, const Mt940Total *stated, const Mt940Total *counted)
{
    const StatementRecord *record = &statement->record;
    if (stated->count < 0)
        return;
    if (stated->count != counted->count) {
        g_autofree char *sentence = g_strdup_printf(_("The bank says %" PRId64 " lines, the file holds %" PRId64 "."),
                                                    stated->count, counted->count);
        warn(statement, record->line, sentence);
    }
    if (stated->sum == counted->sum || !statement->countable)
        return;
    g_autofree char *theirs = money_text_currency(stated->sum, record->currency);
    g_autofree char *ours = money_text_currency(counted->sum, record->currency);
    g_autofree char *sentence = g_strdup_printf(_("The bank adds its lines up to %s, the file to %s."), theirs, ours);
    warn(statement, record->line, sentence);
}

/* Totals behind the last page may be of that page or of all: with several pages they are not believed. */
static gint64 totals_state(Mt940Statement *statement)
{
    StatementRecord *record = &statement->record;
    const Mt940Total *credits = &statement->stated_credits, *debits = &statement->stated_debits;
    if (statement->pages > 1 || credits->count < 0 || debits->count < 0)
        return -1;
    record->stated_credits = credits->sum;
    record->stated_debits = debits->sum;
    total_check(statement, credits, &statement->credits);
    total_check(statement, debits, &statement->debits);
    return credits->count + debits->count;
}

bool mt940_statement_end(Mt940Statement *statement, GError **error)
{
    if (!statement->begun)
        return true;
    statement->begun = false;
    if (!statement->record.has_closing && !statement->record.interim)
        warn(statement, statement->record.line,
             _("This statement has no closing balance: the file may have been cut off."));
    balance_check(statement);
    gint64 stated = totals_state(statement);
    return statement->sink->statement_end(&statement->record, stated, statement->sink->data, error);
}
