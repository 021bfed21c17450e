/* Statements: header, balances, trailer.  What a bank says of its own file is compared with what was read; a
 * difference is a warning, never a refusal, because a line must not be lost for it. */
#include "ledger/import/coda.h"

#include "base/error.h"
#include "base/i18n.h"

#include <inttypes.h>
#include <string.h>

enum { RECORDS_ROOM = 1000000 }; /* the trailer has six figures for their number */

static void warn(const CodaFile *file, int line, const char *sentence)
{
    file->reading.sink->warning(line, sentence, file->reading.sink->data);
}

static const char *keep(CodaFile *file, char *text)
{
    g_ptr_array_add(file->reading.strings, text);
    return text;
}

/* ---- begin ---- */

static Day statement_day(const CodaFile *file)
{
    const StatementRecord *record = &file->reading.record;
    const CodaMovement *total = file->group.total;
    if (total != NULL && day_known(total->entry))
        return total->entry;
    if (day_known(record->closing_day))
        return record->closing_day;
    return day_known(record->opening_day) ? record->opening_day : file->created;
}

/* The bank's number restarts with the year in which the statement's lines were booked; a statement that has none is
 * told by its day. */
static bool statement_begin(CodaFile *file, GError **error)
{
    StatementRecord *record = &file->reading.record;
    g_autofree char *day = day_iso(statement_day(file));
    GString *id = g_string_new(NULL);
    if (file->number[0] != '\0')
        g_string_printf(id, "%.4s-%s", day, file->number);
    else
        g_string_assign(id, day);
    if (file->separate)
        g_string_append_printf(id, "-%s", file->application);
    record->kind = "coda";
    record->id = keep(file, g_string_free(id, FALSE));
    file->begun = true;
    return file->reading.sink->statement_begin(record, file->reading.sink->data, error);
}

CodaMovement *coda_current(const CodaFile *file)
{
    const CodaGroup *group = &file->group;
    return group->details->len > 0 ? g_ptr_array_index(group->details, group->details->len - 1) : group->total;
}

bool coda_flush(CodaFile *file, bool broken_off, GError **error)
{
    CodaGroup *group = &file->group;
    if (group->total == NULL)
        return true;
    coda_movement_finish(coda_current(file));
    bool going =
        (file->begun || statement_begin(file, error)) && coda_group_tell(&file->reading, group, broken_off, error);
    coda_movement_free(group->total);
    g_ptr_array_set_size(group->details, 0);
    *group = (CodaGroup){.details = group->details};
    return going;
}

void coda_count(CodaFile *file, Milli amount)
{
    bool fits = coda_add(amount < 0 ? &file->debits : &file->credits, ABS(amount));
    file->countable = coda_add(&file->moved, amount) && fits && file->countable;
}

/* ---- checks ---- */

static char *amount_words(const CodaFile *file, Milli amount)
{
    bool exact = true;
    const char *currency = file->open ? file->reading.record.currency : "";
    return money_text_currency(coda_minor(amount, currency, &exact), currency);
}

static void balance_check(const CodaFile *file)
{
    const StatementRecord *record = &file->reading.record;
    Milli reached = file->opening;
    if (!record->has_opening || !record->has_closing || !coda_add(&reached, file->moved) || reached == file->closing)
        return;
    g_autofree char *expected = amount_words(file, reached), *stated = amount_words(file, file->closing);
    g_autofree char *sentence = g_strdup_printf(
        _("Opening balance and lines lead to %s, the bank says %s: a line may be missing."), expected, stated);
    warn(file, record->line, sentence);
}

static void sum_check(const CodaFile *file, Milli stated, Milli counted)
{
    if (stated == counted)
        return;
    g_autofree char *theirs = amount_words(file, stated), *ours = amount_words(file, counted);
    g_autofree char *sentence = g_strdup_printf(_("The bank adds its lines up to %s, the file to %s."), theirs, ours);
    warn(file, file->reading.record.line, sentence);
}

/* ---- end ---- */

static void reset(CodaFile *file)
{
    CodaReading *reading = &file->reading;
    g_ptr_array_set_size(reading->strings, 0);
    reading->record = (StatementRecord){0};
    reading->lines = 0;
    reading->against = 0;
    file->open = file->begun = false;
    file->opening = file->closing = file->moved = 0;
    file->number[0] = '\0';
}

static bool statement_end(CodaFile *file, gint64 stated_lines, GError **error)
{
    StatementRecord *record = &file->reading.record;
    if (!file->open)
        return true;
    if (!file->begun && !statement_begin(file, error))
        return false;
    if (!record->has_closing && !file->separate && file->reading.lines > 0)
        warn(file, record->line, _("The statement has no new balance: whether a line is missing cannot be told."));
    balance_check(file);
    file->statements++;
    bool going = file->reading.sink->statement_end(record, stated_lines, file->reading.sink->data, error);
    reset(file);
    return going;
}

bool coda_cut_short(CodaFile *file, GError **error)
{
    bool whole = !file->open || file->reading.record.has_closing || file->separate;
    if (!coda_flush(file, !whole, error))
        return false;
    if (file->open)
        warn(file, file->reading.record.line,
             _("The statement has no closing record: the file may be cut off, fetch it again from the bank."));
    bool going = statement_end(file, -1, error);
    file->header = false;
    return going;
}

/* ---- record 0 ---- */

/* The last letter; where letters got lost before it, it still is. */
static char layout_of(const CodaPlaces *record)
{
    int off = record->length - CODA_LENGTH;
    char digit = coda_at(record, ABS(off) <= 2 ? record->length : CODA_LENGTH);
    return g_ascii_isdigit(digit) ? digit : '\0';
}

static bool layout_check(CodaFile *file, const CodaPlaces *record, GError **error)
{
    char layout = layout_of(record);
    file->foreign_layout = layout != '2' && layout != '\0';
    if (layout == '\0')
        warn(file, file->line, _("The statement does not say in which layout it is written: layout 2 is taken."));
    if (file->foreign_layout && file->statements == 0 && !file->listed)
        return fail(
            error, BELRONDE_ERROR_INPUT,
            _("This CODA statement is written in layout %c, and only layout 2 can be read: ask the bank for it."),
            layout);
    if (file->foreign_layout)
        coda_list(file, _("this statement is written in another layout than 2: ask the bank for that"));
    return true;
}

bool coda_header(CodaFile *file, const CodaPlaces *record, GError **error)
{
    if (file->header && !coda_cut_short(file, error))
        return false;
    if (!layout_check(file, record, error))
        return false;
    file->header = true;
    file->more_follow = false;
    file->duplicate = coda_at(record, 17) == 'D';
    file->created = DAY_NONE;
    coda_day(record, 6, &file->created);
    gint64 application = 0;
    file->separate = record->length == CODA_LENGTH && coda_number(record, 84, 88, &application) && application != 0;
    g_snprintf(file->application, sizeof file->application, "%05d", (int)application);
    file->records = file->debits = file->credits = 0;
    file->countable = true;
    file->accounts = 0;
    return true;
}

/* ---- records 1 and 8 ---- */

static void account_take(CodaFile *file, const CodaPlaces *record)
{
    StatementRecord *statement = &file->reading.record;
    bool national = coda_at(record, 2) == '0' && g_ascii_isdigit(coda_at(record, 6)),
         foreign = strchr("13", coda_at(record, 2)) != NULL;
    char currency[4] = "";
    if (!coda_currency(record, national ? 19 : 40, currency) && !coda_currency(record, national ? 40 : 19, currency))
        g_strlcpy(currency,
                  file->reading.options->default_currency == NULL ? "EUR" : file->reading.options->default_currency,
                  sizeof currency);
    statement->account = keep(file, coda_account(record, 6, national ? 17 : 39, foreign));
    statement->currency = keep(file, g_strdup(currency));
    statement->opening_currency = statement->closing_currency = statement->currency;
    for (int i = 0; i < (int)sizeof file->own - 1; i++)
        file->own[i] = coda_at(record, 6 + i);
    if (statement->account[0] == '\0')
        warn(file, file->line, _("The statement does not say of which account it is."));
}

/* CODA's own number, else that of the paper statement. */
static void number_take(CodaFile *file, const CodaPlaces *record)
{
    gint64 number = 0;
    if ((!coda_number(record, 126, 128, &number) || number == 0) &&
        (!coda_number(record, 3, 5, &number) || number == 0))
        return;
    g_snprintf(file->number, sizeof file->number, "%03d", (int)number);
    /* Of a separate application the numbers run by themselves. */
    file->reading.record.sequence = file->separate ? 0 : (int)number;
}

/* Balances of a separate application are zero and tie with nothing. */
static bool balance_take(CodaFile *file, const CodaPlaces *record, int from, Milli *exactly, Cents *minor, Day *day)
{
    bool exact = true;
    *day = DAY_NONE;
    coda_day(record, from + 16, day);
    if (!coda_amount(record, from, exactly)) {
        coda_list(file, _("the balance in it cannot be read"));
        return false;
    }
    *minor = coda_minor(*exactly, file->reading.record.currency, &exact);
    if (!exact)
        coda_remark(&file->reading, CODA_ROUNDED, file->line);
    return !file->separate;
}

bool coda_old_balance(CodaFile *file, const CodaPlaces *record, GError **error)
{
    if (!coda_flush(file, false, error) || !statement_end(file, -1, error))
        return false;
    if (!file->header)
        warn(file, file->line, _("The statement has no header record."));
    StatementRecord *statement = &file->reading.record;
    file->open = true;
    file->accounts++;
    account_take(file, record);
    number_take(file, record);
    statement->duplicate = file->header && file->duplicate;
    statement->stated_credits = statement->stated_debits = -1;
    statement->closing_day = DAY_NONE;
    statement->line = file->line;
    statement->has_opening =
        balance_take(file, record, 43, &file->opening, &statement->opening, &statement->opening_day);
    file->reading.known_day = day_known(file->created) ? file->created : statement->opening_day;
    return true;
}

static bool account_is_own(const CodaFile *file, const CodaPlaces *record)
{
    for (int i = 0; i < (int)sizeof file->own - 1; i++)
        if (file->own[i] != coda_at(record, 5 + i))
            return false;
    return true;
}

bool coda_new_balance(CodaFile *file, const CodaPlaces *record, GError **error)
{
    if (!coda_flush(file, false, error))
        return false;
    if (!file->open) {
        coda_list(file, _("it belongs to no statement: the old balance before it is missing"));
        return true;
    }
    StatementRecord *statement = &file->reading.record;
    if (!account_is_own(file, record))
        warn(file, file->line, _("Old and new balance are not of the same account."));
    statement->has_closing =
        balance_take(file, record, 42, &file->closing, &statement->closing, &statement->closing_day);
    return true;
}

/* ---- record 9 ---- */

typedef struct {
    gint64 records;
    Milli debits, credits;
} Stated;

static void stated_check(CodaFile *file, const Stated *stated)
{
    gint64 counted = file->records % RECORDS_ROOM;
    if (stated->records != counted) {
        g_autofree char *sentence = g_strdup_printf(_("The bank says %" PRId64 " records, the file holds %" PRId64 "."),
                                                    stated->records, counted);
        warn(file, file->reading.record.line, sentence);
    }
    if (!file->countable)
        return;
    sum_check(file, stated->debits, file->debits);
    sum_check(file, stated->credits, file->credits);
}

/* A trailer counts records and adds up totals; told are lines.  What it states of the lines: as many as were read and
 * what it counts more or less, and sums in which a detail that runs against its total stands by itself. */
static gint64 stated_take(CodaFile *file, const Stated *stated)
{
    StatementRecord *statement = &file->reading.record;
    Milli debits = stated->debits, credits = stated->credits;
    bool exact = true;
    if (!file->open || file->accounts != 1 || !coda_add(&debits, file->reading.against) ||
        !coda_add(&credits, file->reading.against))
        return -1;
    statement->stated_debits = coda_minor(debits, statement->currency, &exact);
    statement->stated_credits = coda_minor(credits, statement->currency, &exact);
    return MAX(0, file->reading.lines + stated->records - file->records % RECORDS_ROOM);
}

bool coda_trailer(CodaFile *file, const CodaPlaces *record, GError **error)
{
    Stated stated = {0};
    if (!coda_flush(file, false, error))
        return false;
    if (!file->open && !file->header) {
        coda_list(file, _("it belongs to no statement: the old balance before it is missing"));
        return true;
    }
    gint64 lines = -1;
    if (coda_number(record, 17, 22, &stated.records) && coda_number(record, 23, 37, &stated.debits) &&
        coda_number(record, 38, 52, &stated.credits)) {
        stated_check(file, &stated);
        lines = stated_take(file, &stated);
    } else {
        coda_list(file, _("the totals in it cannot be read"));
    }
    file->header = false;
    file->more_follow = coda_at(record, CODA_LENGTH) == '1';
    return statement_end(file, lines, error);
}
