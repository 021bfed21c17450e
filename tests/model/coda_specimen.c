#include "coda_specimen.h"
#include "coda_writer.h"

#include <string.h>

typedef struct {
    GRand *rand;
    CodaWriter writer;
    CodaSpecimen *specimen;
    CodaTruth *statement;
    Day day;
    const char *currency;
    gint64 unit; /* thousandths in the smallest amount of the currency */
    bool separate;
} Maker;

static int pick(Maker *maker, int below)
{
    return g_rand_int_range(maker->rand, 0, below);
}

static bool chance(Maker *maker, int percent)
{
    return pick(maker, 100) < percent;
}

static const char *kept(Maker *maker, char *text)
{
    const char *copy = g_string_chunk_insert(maker->specimen->strings, text);
    g_free(text);
    return copy;
}

/* ---- words, numbers, accounts ---- */

static const char *const vocabulary[] = {"FACTURE",  "2026-0042", "Société", "Crêperie", "KLANTNUMMER", "VAN",  "DE",
                                         "betaling", "merci",     "12/03",   "X",        "Œuvre",       "ONZE", "REF.",
                                         "à",        "N°7",       "F-10203", "bedankt",  "ZAAK",        "(2)"};

/* At most `most` letters, single blanks between words, none at the ends; may be empty. */
static const char *words(Maker *maker, int most)
{
    GString *text = g_string_new(NULL);
    for (int left = pick(maker, most + 1); left > 0;) {
        const char *word = vocabulary[pick(maker, (int)G_N_ELEMENTS(vocabulary))];
        int letters = (int)g_utf8_strlen(word, -1) + (text->len > 0);
        if (letters > left)
            break;
        g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", word);
        left -= letters;
    }
    return kept(maker, g_string_free(text, FALSE));
}

static const char *some_words(Maker *maker, int most)
{
    const char *text = words(maker, most);
    return text[0] != '\0' ? text : "ZAAK";
}

static const char *digits(Maker *maker, int count)
{
    GString *text = g_string_new(NULL);
    while (count-- > 0)
        g_string_append_c(text, (char)('0' + pick(maker, 10)));
    return kept(maker, g_string_free(text, FALSE));
}

static int remainder97(const char *text)
{
    int rest = 0;
    for (; *text != '\0'; text++)
        rest = g_ascii_isdigit(*text) ? (rest * 10 + *text - '0') % 97
                                      : (rest * 100 + g_ascii_toupper(*text) - 'A' + 10) % 97;
    return rest;
}

/* Ten digits and their check: an OGM, and a Belgian account number of before the IBAN. */
static const char *checked12(Maker *maker)
{
    g_autofree char *ten = g_strconcat("9", digits(maker, 9), NULL);
    int check = remainder97(ten);
    return kept(maker, g_strdup_printf("%s%02d", ten, check == 0 ? 97 : check));
}

static const char *iban_of(Maker *maker, const char *country, const char *number)
{
    g_autofree char *turned = g_strconcat(number, country, "00", NULL);
    return kept(maker, g_strdup_printf("%s%02d%s", country, 98 - remainder97(turned), number));
}

/* An account as the file writes it, and as it must come out. */
static const char *account(Maker *maker, const char **truth)
{
    const char *national = checked12(maker);
    switch (pick(maker, 5)) {
    case 0: *truth = iban_of(maker, "BE", national); return national;
    case 1: return *truth = iban_of(maker, "FR", kept(maker, g_strdup_printf("99999%s", digits(maker, 18))));
    case 2: return *truth = kept(maker, g_strdup_printf("1%s", digits(maker, 7)));
    case 3: *truth = ""; return "";
    default: return *truth = iban_of(maker, "BE", national);
    }
}

static Cents amount(Maker *maker)
{
    return chance(maker, 10) ? g_rand_int_range(maker->rand, 1, 100) : g_rand_int_range(maker->rand, 100, 900000000);
}

/* ---- lines and their records ---- */

typedef struct {
    LineRecord line;
    CodaMove move;
    const char *information; /* free words of record 3 */
    const char *full_name;   /* of record 3 type 001 */
} Entry;

static Entry entry_new(Maker *maker, const char *code, Cents cents)
{
    Day value = chance(maker, 20) ? DAY_NONE : day_plus(maker->day, pick(maker, 5) - 2);
    const char *bank = kept(maker, g_strdup_printf("REF%s", digits(maker, 16)));
    return (Entry){
        .line = {.day = maker->day,
                 .value_day = day_known(value) ? value : maker->day,
                 .amount = cents,
                 .currency = maker->currency,
                 .name = "",
                 .account = "",
                 .reference = "",
                 .text = "",
                 .bank_reference = bank,
                 .end_to_end = "",
                 .cheque_number = "",
                 .mandate = "",
                 .code = code,
                 .booked = true,
                 .return_reason = "",
                 .original_currency = ""},
        .move = {.amount = cents * maker->unit,
                 .code = code,
                 .entry = maker->day,
                 .value = value,
                 .bank_reference = bank,
                 .communication = ""},
    };
}

/* Who paid: in 2.3, or in an information record alone. */
static void party(Maker *maker, Entry *entry)
{
    if (chance(maker, 25))
        return;
    entry->move.account = account(maker, &entry->line.account);
    if (chance(maker, 20)) {
        entry->full_name = entry->line.name = some_words(maker, 70);
        return;
    }
    if (chance(maker, 15)) { /* cut off in 2.3, whole in the information */
        entry->move.name = entry->full_name = entry->line.name =
            kept(maker, g_strdup_printf("NAAMLOZE VENNOOTSCHAP VOOR ALGEMENE %s", some_words(maker, 30)));
        return;
    }
    entry->move.name = entry->line.name = some_words(maker, 33);
    if (chance(maker, 20)) /* said again, longer: the shorter one is not cut off, so it stays */
        entry->full_name = kept(maker, g_strdup_printf("%s UITGEBREID", entry->line.name));
}

static void spoken(Maker *maker, Entry *entry)
{
    entry->line.text = entry->move.communication = words(maker, 149);
    if (chance(maker, 30))
        entry->line.end_to_end = entry->move.end_to_end = kept(maker, g_strdup_printf("E2E-%s", digits(maker, 10)));
    if (chance(maker, 20))
        entry->information = some_words(maker, 268);
    if (entry->information != NULL)
        entry->line.text = kept(maker, g_strdup_printf("%s%s%s", entry->line.text,
                                                       entry->line.text[0] != '\0' ? " " : "", entry->information));
}

static void structured(Maker *maker, Entry *entry, char *content)
{
    entry->move.structured = true;
    entry->move.communication = kept(maker, content);
}

static void put(Maker *maker, Entry *entry)
{
    coda_write_move(&maker->writer, &entry->move);
    if (entry->full_name != NULL) {
        g_autofree char *text = g_strdup_printf("001%s", entry->full_name);
        coda_write_information(&maker->writer, entry->move.code, true, text);
    }
    if (entry->information != NULL)
        coda_write_information(&maker->writer, entry->move.code, false, entry->information);
}

static void expect(Maker *maker, Entry *entry)
{
    entry->line.sequence = (int)maker->statement->lines->len + 1;
    g_array_append_val(maker->statement->lines, entry->line);
}

static void put_and_expect(Maker *maker, Entry *entry)
{
    put(maker, entry);
    expect(maker, entry);
}

/* ---- kinds of movement ---- */

static void make_transfer(Maker *maker)
{
    static const char *const in[] = {"00150000", "00250000", "00199000", "00950000"};
    static const char *const out[] = {"00101000", "00201000", "08035000"};
    bool credit = chance(maker, 70);
    Cents cents = amount(maker);
    Entry entry = entry_new(maker, credit ? in[pick(maker, 4)] : out[pick(maker, 3)], credit ? cents : -cents);
    party(maker, &entry);
    spoken(maker, &entry);
    put_and_expect(maker, &entry);
}

static void make_ogm(Maker *maker)
{
    Entry entry = entry_new(maker, "00150000", amount(maker));
    party(maker, &entry);
    entry.line.reference = checked12(maker);
    structured(maker, &entry, g_strdup_printf("%s%s", chance(maker, 80) ? "101" : "102", entry.line.reference));
    entry.move.structured = !chance(maker, 15); /* sometimes the bank says: free words */
    put_and_expect(maker, &entry);
}

static void make_rf(Maker *maker)
{
    Entry entry = entry_new(maker, "00150000", amount(maker));
    party(maker, &entry);
    entry.line.reference = iban_of(maker, "RF", digits(maker, 5 + pick(maker, 16)));
    structured(maker, &entry, g_strdup_printf("100%s", entry.line.reference));
    put_and_expect(maker, &entry);
}

static void make_cheque(Maker *maker)
{
    static const char *const codes[] = {"00352000", "00358000", "00363000", "04352000"};
    bool back = chance(maker, 30);
    Cents cents = amount(maker);
    Entry entry = entry_new(maker, back ? "00338000" : codes[pick(maker, 4)], back ? -cents : cents);
    entry.line.cheque = !back;
    entry.line.reversal = back;
    entry.line.cheque_number = kept(maker, g_strdup_printf("7%s", digits(maker, 6)));
    entry.line.text = kept(maker, g_strdup_printf("00000%s", entry.line.cheque_number));
    structured(maker, &entry, g_strdup_printf("103%s", entry.line.text));
    put_and_expect(maker, &entry);
}

/* Day, kind, scheme, paid, creditor, mandate, message, return, reason: content of type 127. */
static void debit_content(Maker *maker, Entry *entry, char paid, char type, const char *reason)
{
    entry->line.mandate = kept(maker, g_strdup_printf("MANDAAT-%s", digits(maker, 8)));
    entry->line.text = words(maker, 62);
    GString *content = g_string_new("127050326110");
    content->str[content->len - 1] = paid;
    g_string_append_printf(content, "%-35s%-35s%s", "BE99ZZZ0999000123", entry->line.mandate, entry->line.text);
    for (glong letters = g_utf8_strlen(entry->line.text, -1); letters < 62; letters++)
        g_string_append_c(content, ' ');
    g_string_append_printf(content, "%c%s", type, reason);
    structured(maker, entry, g_string_free(content, FALSE));
}

static void make_debit(Maker *maker)
{
    Entry entry = entry_new(maker, "00550000", amount(maker));
    party(maker, &entry);
    debit_content(maker, &entry, '0', '0', "");
    put_and_expect(maker, &entry);
}

static void make_debit_return(Maker *maker)
{
    static const char *const reasons[] = {"AC04", "MD01", "MD06", "MS02", "MS03", "AM04"};
    Entry entry = entry_new(maker, chance(maker, 50) ? "00503000" : "00505000", -amount(maker));
    const char *reason = reasons[pick(maker, (int)G_N_ELEMENTS(reasons))];
    bool stated = chance(maker, 80);
    debit_content(maker, &entry, stated ? '1' : '3', stated ? (char)('1' + pick(maker, 5)) : ' ', stated ? reason : "");
    entry.line.reversal = true;
    entry.line.return_reason = stated ? reason : "MS02"; /* paid 3: the debtor disagrees */
    put_and_expect(maker, &entry);
}

static void make_transfer_return(Maker *maker)
{
    Entry entry = entry_new(maker, "00154000", amount(maker));
    party(maker, &entry);
    spoken(maker, &entry);
    entry.move.return_type = (char)('1' + pick(maker, 5));
    entry.move.return_reason = entry.line.return_reason = chance(maker, 70) ? "AC01" : "";
    entry.line.reversal = true;
    put_and_expect(maker, &entry);
}

/* ---- cards ---- */

static void make_card(Maker *maker)
{
    const char *pan = kept(maker, g_strdup_printf("4%s", digits(maker, 15)));
    switch (pick(maker, 5)) {
    case 0: {
        Entry entry = entry_new(maker, "00402000", -amount(maker));
        entry.line.text = kept(maker, g_strdup_printf("%s Bancontact 123456 000789 2026-03-05 14:28 WINKEL GENT", pan));
        structured(maker, &entry,
                   g_strdup_printf("113%s11234560007890503261428"
                                   "5%-16s%-10s%015d%012d%s",
                                   pan, "WINKEL", "GENT", 0, 0, "   "));
        put_and_expect(maker, &entry);
        return;
    }
    case 1: {
        Entry entry = entry_new(maker, "00408000", -amount(maker));
        entry.line.text = kept(maker, g_strdup_printf("%s Maestro 000789 2026-03-05 SHOP OSLO", pan));
        entry.line.original_amount = 5605;
        entry.line.original_currency = "NOK";
        structured(maker, &entry,
                   g_strdup_printf("113%s20000000007890503260000"
                                   "5%-16s%-10s%015d%012d%s",
                                   pan, "SHOP", "OSLO", 56050, 0, "NOK"));
        put_and_expect(maker, &entry);
        return;
    }
    case 2: {
        Entry entry = entry_new(maker, "00450000", amount(maker));
        entry.line.text = "Bancontact 602398 413 009583 2026-03-04 009585 2026-03-05 ZAAK AALST";
        structured(maker, &entry,
                   g_strdup_printf("1111602398413009583040326009585050326"
                                   "8%-16s%-10s",
                                   "ZAAK", "AALST"));
        put_and_expect(maker, &entry);
        return;
    }
    case 3: {
        Entry entry = entry_new(maker, "00450000", amount(maker));
        entry.line.text = "353047 186 006835 2026-03-04 11:01 ZAAK AALST 0507775191760001";
        structured(maker, &entry,
                   g_strdup_printf("1149353047186006835040326"
                                   "11018%-16s%-10s0507775191760001",
                                   "ZAAK", "AALST"));
        put_and_expect(maker, &entry);
        return;
    }
    default: {
        Entry entry = entry_new(maker, "00403000", -amount(maker));
        entry.line.text = kept(maker, g_strdup_printf("%s Visa 260300001234 2026-03-05", pan));
        structured(maker, &entry, g_strdup_printf("124%-20s2260300001234%-15s050326", pan, ""));
        put_and_expect(maker, &entry);
        return;
    }
    }
}

/* ---- totals ---- */

static Entry detail_new(Maker *maker, const char *code, Cents cents)
{
    Entry entry = entry_new(maker, code, cents);
    entry.move.detail = true;
    return entry;
}

static void make_collective(Maker *maker)
{
    Cents parts[6], sum = 0;
    int count = 1 + pick(maker, 6);
    for (int i = 0; i < count; i++)
        sum += parts[i] = amount(maker);
    Entry total = entry_new(maker, "10107000", -sum);
    total.move.globalisation = chance(maker, 80);
    put(maker, &total);
    for (int i = 0; i < count; i++) {
        Entry detail = detail_new(maker, "50107000", -parts[i]);
        party(maker, &detail);
        spoken(maker, &detail);
        put_and_expect(maker, &detail);
    }
}

static void sub_details(Maker *maker, const char *code, const Cents *parts, int count)
{
    for (int i = 0; i < count; i++) {
        Entry detail = detail_new(maker, code, parts[i]);
        party(maker, &detail);
        detail.line.reference = checked12(maker);
        structured(maker, &detail, g_strdup_printf("101%s", detail.line.reference));
        put_and_expect(maker, &detail);
    }
}

/* What the bank added up: some alone, some under a subtotal, one that went back. */
static void make_bank_total(Maker *maker)
{
    Cents alone[3], below[3], sum = 0, subtotal = 0, returned = chance(maker, 40) ? amount(maker) : 0;
    int alones = 1 + pick(maker, 3), belows = pick(maker, 4);
    for (int i = 0; i < alones; i++)
        sum += alone[i] = amount(maker) + returned;
    for (int i = 0; i < belows; i++)
        subtotal += below[i] = amount(maker);
    Entry total = entry_new(maker, "20150000", sum + subtotal - returned);
    put(maker, &total);
    sub_details(maker, "60150000", alone, alones);
    if (belows > 0) {
        Entry middle = detail_new(maker, "70150000", subtotal);
        put(maker, &middle);
        sub_details(maker, "90150000", below, belows);
    }
    if (returned > 0) {
        Entry back = detail_new(maker, "60503000", -returned);
        debit_content(maker, &back, '1', '2', "AM04");
        back.line.reversal = true;
        back.line.return_reason = "AM04";
        put_and_expect(maker, &back);
    }
}

static void make_bare_total(Maker *maker)
{
    Entry total = entry_new(maker, "20450000", amount(maker));
    spoken(maker, &total);
    put_and_expect(maker, &total);
    maker->specimen->unsplit++;
}

static void make_wrong_total(Maker *maker)
{
    Entry total = entry_new(maker, "20150000", amount(maker) + 1000000000);
    put(maker, &total);
    total.line.text = NULL;
    expect(maker, &total);
    for (int i = pick(maker, 4); i >= 0; i--) {
        Entry detail = detail_new(maker, "60150000", amount(maker) / 10);
        spoken(maker, &detail);
        put(maker, &detail);
    }
    maker->specimen->unsplit++;
}

/* Money from abroad: gross in another currency, what two banks kept, the tax on it. */
static void make_foreign(Maker *maker)
{
    Cents gross = amount(maker) + 10000, costs = 1 + pick(maker, 4000), tax = costs / 5 + 1;
    Entry total = entry_new(maker, "34150000", gross - costs - tax);
    party(maker, &total);
    spoken(maker, &total);
    total.line.charges = costs + tax;
    total.line.original_amount = gross / 2 + 1;
    total.line.original_currency = "GBP";
    put(maker, &total);
    Entry part = detail_new(maker, "84150100", gross);
    structured(maker, &part,
               g_strdup_printf("105%015" G_GINT64_FORMAT "%015" G_GINT64_FORMAT "000200000000GBP", gross * maker->unit,
                               total.line.original_amount * 10));
    put(maker, &part);
    Entry cost = detail_new(maker, "84150013", -costs);
    put(maker, &cost);
    Entry vat = detail_new(maker, "84150011", -tax);
    structured(maker, &vat, g_strdup_printf("106%015d%015d%012d1%015d", 0, 0, 0, 0));
    put(maker, &vat);
    expect(maker, &total);
}

/* A bank's own costs, each for itself. */
static void make_costs(Maker *maker)
{
    Cents commission = 100 + pick(maker, 90000), tax = commission / 5;
    Entry total = entry_new(maker, "33537000", -commission - tax);
    total.move.communication = "FRAIS DE TENUE DE COMPTE";
    put(maker, &total);
    Entry cost = detail_new(maker, "83537006", -commission);
    cost.line.text = total.move.communication; /* it says nothing itself */
    put_and_expect(maker, &cost);
    Entry vat = detail_new(maker, "83537011", -tax);
    vat.line.text = "12.5 21%";
    structured(maker, &vat, g_strdup_printf("106%015d%015d%012d1%015d", 0, 12500, 2100000000, 0));
    put_and_expect(maker, &vat);
}

static void (*const kinds[])(Maker *maker) = {
    make_transfer,   make_transfer,     make_transfer,        make_ogm,   make_ogm,  make_rf,         make_cheque,
    make_debit,      make_debit_return, make_transfer_return, make_card,  make_card, make_collective, make_bank_total,
    make_bare_total, make_wrong_total,  make_foreign,         make_costs,
};

/* ---- statements ---- */

static void currency_choose(Maker *maker)
{
    static const struct {
        const char *code;
        gint64 unit;
    } currencies[] = {{"EUR", 10}, {"EUR", 10}, {"EUR", 10}, {"USD", 10}, {"JPY", 1000}};
    int at = pick(maker, (int)G_N_ELEMENTS(currencies));
    maker->currency = currencies[at].code;
    maker->unit = currencies[at].unit;
}

static CodaOpening opening_make(Maker *maker, StatementRecord *record)
{
    const char *national = checked12(maker);
    CodaOpening opening = {.structure = (char)('0' + pick(maker, 4)),
                           .currency = maker->currency,
                           .holder = "ATELIER EXEMPLE",
                           .number = 1 + pick(maker, 366),
                           .day = day_plus(maker->day, -1)};
    record->account = iban_of(maker, "BE", national);
    opening.account = opening.structure == '0' ? national : record->account;
    if (opening.structure == '1')
        opening.account = record->account = checked12(maker); /* foreign, though it looks Belgian */
    if (opening.structure == '3')
        opening.account = record->account =
            iban_of(maker, "NL", kept(maker, g_strdup_printf("ZZZZ0%s", digits(maker, 9))));
    record->sequence = maker->separate ? 0 : opening.number;
    if (!maker->separate)
        record->opening = g_rand_int_range(maker->rand, -900000000, 900000000);
    opening.opening = record->opening * maker->unit;
    return opening;
}

static void record_finish(Maker *maker, StatementRecord *record, bool closed)
{
    for (guint i = 0; i < maker->statement->lines->len; i++) {
        Cents cents = g_array_index(maker->statement->lines, LineRecord, i).amount;
        *(cents > 0 ? &record->stated_credits : &record->stated_debits) += ABS(cents);
    }
    record->closing = record->opening + record->stated_credits - record->stated_debits;
    record->has_opening = !maker->separate;
    record->has_closing = closed && !maker->separate;
    record->opening_day = day_plus(maker->day, -1);
    record->closing_day = closed ? maker->day : DAY_NONE;
    record->currency = record->opening_currency = record->closing_currency = maker->currency;
}

static void make_statement(Maker *maker, bool more_follow)
{
    CodaTruth truth = {.lines = g_array_new(FALSE, FALSE, sizeof(LineRecord))};
    Date date = {2024 + pick(maker, 3), 1 + pick(maker, 12), 1 + pick(maker, 28)};
    bool empty = chance(maker, 10), closed = !empty || chance(maker, 50);
    day_from_date(date.year, date.month, date.day, &maker->day);
    maker->statement = &truth;
    maker->separate = chance(maker, 10);
    currency_choose(maker);
    truth.record.duplicate = chance(maker, 10);
    coda_write_head(&maker->writer, &(CodaHead){.created = day_plus(maker->day, 1),
                                                .duplicate = truth.record.duplicate,
                                                .application = maker->separate ? "00042" : NULL});
    CodaOpening opening = opening_make(maker, &truth.record);
    coda_write_opening(&maker->writer, &opening);
    for (int i = empty ? 0 : 1 + pick(maker, 14); i > 0; i--)
        kinds[pick(maker, (int)G_N_ELEMENTS(kinds))](maker);
    if (maker->separate)
        maker->writer.balance = 0;
    if (closed)
        coda_write_closing(&maker->writer, maker->day);
    if (chance(maker, 30)) {
        coda_write_message(&maker->writer, "UW KANTOOR IS MAANDAG GESLOTEN", false);
        maker->specimen->messages++;
    }
    coda_write_trailer(&maker->writer, more_follow);
    record_finish(maker, &truth.record, closed);
    /* Without lines and closing the year is that of the old balance, a day earlier. */
    Day told = closed ? maker->day : truth.record.opening_day;
    truth.record.id = kept(
        maker, g_strdup_printf("%04d-%03d%s", day_date(told).year, opening.number, maker->separate ? "-00042" : ""));
    g_array_append_val(maker->specimen->statements, truth);
}

/* ---- the file ---- */

static void truth_clear(gpointer data)
{
    g_array_unref(((CodaTruth *)data)->lines);
}

CodaSpecimen *coda_specimen_new(guint32 seed)
{
    CodaSpecimen *specimen = g_new0(CodaSpecimen, 1);
    specimen->file = g_string_new(NULL);
    specimen->strings = g_string_chunk_new(4096);
    specimen->statements = g_array_new(FALSE, FALSE, sizeof(CodaTruth));
    g_array_set_clear_func(specimen->statements, truth_clear);
    Maker maker = {.rand = g_rand_new_with_seed(seed), .specimen = specimen};
    const char *end = chance(&maker, 60) ? "\r\n" : "\n";
    coda_writer_start(&maker.writer, specimen->file, end);
    for (int left = chance(&maker, 70) ? 0 : 1 + pick(&maker, 3); left >= 0; left--)
        make_statement(&maker, left > 0);
    if (chance(&maker, 30))
        g_string_truncate(specimen->file, specimen->file->len - strlen(end));
    if (chance(&maker, 50)) {
        gsize length = 0;
        g_autofree char *western =
            g_convert(specimen->file->str, (gssize)specimen->file->len, "WINDOWS-1252", "UTF-8", NULL, &length, NULL);
        g_string_truncate(specimen->file, 0);
        g_string_append_len(specimen->file, western, (gssize)length);
    }
    g_rand_free(maker.rand);
    return specimen;
}

void coda_specimen_free(CodaSpecimen *specimen)
{
    g_string_free(specimen->file, TRUE);
    g_array_unref(specimen->statements);
    g_string_chunk_free(specimen->strings);
    g_free(specimen);
}
