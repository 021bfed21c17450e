#include "coda_maker.h"

/* ---- kinds of movement ---- */

static void make_transfer(Maker *maker)
{
    static const char *const in[] = {"00150000", "00250000", "00199000", "00950000"};
    static const char *const out[] = {"00101000", "00201000", "08035000"};
    bool credit = maker_chance(maker, 70);
    Cents cents = maker_amount(maker);
    Entry entry =
        entry_new(maker, credit ? in[maker_pick(maker, 4)] : out[maker_pick(maker, 3)], credit ? cents : -cents);
    entry_party(maker, &entry);
    entry_speak(maker, &entry);
    entry_put_and_expect(maker, &entry);
}

static void make_ogm(Maker *maker)
{
    Entry entry = entry_new(maker, "00150000", maker_amount(maker));
    entry_party(maker, &entry);
    entry.line.reference = maker_checked12(maker);
    entry_structure(maker, &entry,
                    g_strdup_printf("%s%s", maker_chance(maker, 80) ? "101" : "102", entry.line.reference));
    entry.move.structured = !maker_chance(maker, 15); /* sometimes the bank says: free words */
    entry_put_and_expect(maker, &entry);
}

static void make_rf(Maker *maker)
{
    Entry entry = entry_new(maker, "00150000", maker_amount(maker));
    entry_party(maker, &entry);
    entry.line.reference = maker_iban(maker, "RF", maker_digits(maker, 5 + maker_pick(maker, 16)));
    entry_structure(maker, &entry, g_strdup_printf("100%s", entry.line.reference));
    entry_put_and_expect(maker, &entry);
}

static void make_cheque(Maker *maker)
{
    static const char *const codes[] = {"00352000", "00358000", "00363000", "04352000"};
    bool back = maker_chance(maker, 30);
    Cents cents = maker_amount(maker);
    Entry entry = entry_new(maker, back ? "00338000" : codes[maker_pick(maker, 4)], back ? -cents : cents);
    entry.line.cheque = !back;
    entry.line.reversal = back;
    entry.line.cheque_number = maker_keep(maker, g_strdup_printf("7%s", maker_digits(maker, 6)));
    entry.line.text = maker_keep(maker, g_strdup_printf("00000%s", entry.line.cheque_number));
    entry_structure(maker, &entry, g_strdup_printf("103%s", entry.line.text));
    entry_put_and_expect(maker, &entry);
}

/* Day, kind, scheme, paid, creditor, mandate, message, return, reason: content of type 127. */
static void debit_content(Maker *maker, Entry *entry, char paid, char type, const char *reason)
{
    entry->line.mandate = maker_keep(maker, g_strdup_printf("MANDAAT-%s", maker_digits(maker, 8)));
    entry->line.text = maker_words(maker, 62);
    GString *content = g_string_new("127050326110");
    content->str[content->len - 1] = paid;
    g_string_append_printf(content, "%-35s%-35s%s", "BE99ZZZ0999000123", entry->line.mandate, entry->line.text);
    for (glong letters = g_utf8_strlen(entry->line.text, -1); letters < 62; letters++)
        g_string_append_c(content, ' ');
    g_string_append_printf(content, "%c%s", type, reason);
    entry_structure(maker, entry, g_string_free(content, FALSE));
}

static void make_debit(Maker *maker)
{
    Entry entry = entry_new(maker, "00550000", maker_amount(maker));
    entry_party(maker, &entry);
    debit_content(maker, &entry, '0', '0', "");
    entry_put_and_expect(maker, &entry);
}

static void make_debit_return(Maker *maker)
{
    static const char *const reasons[] = {"AC04", "MD01", "MD06", "MS02", "MS03", "AM04"};
    Entry entry = entry_new(maker, maker_chance(maker, 50) ? "00503000" : "00505000", -maker_amount(maker));
    const char *reason = reasons[maker_pick(maker, (int)G_N_ELEMENTS(reasons))];
    bool stated = maker_chance(maker, 80);
    debit_content(maker, &entry, stated ? '1' : '3', stated ? (char)('1' + maker_pick(maker, 5)) : ' ',
                  stated ? reason : "");
    entry.line.reversal = true;
    entry.line.return_reason = stated ? reason : "MS02"; /* paid 3: the debtor disagrees */
    entry_put_and_expect(maker, &entry);
}

static void make_transfer_return(Maker *maker)
{
    Entry entry = entry_new(maker, "00154000", maker_amount(maker));
    entry_party(maker, &entry);
    entry_speak(maker, &entry);
    entry.move.return_type = (char)('1' + maker_pick(maker, 5));
    entry.move.return_reason = entry.line.return_reason = maker_chance(maker, 70) ? "AC01" : "";
    entry.line.reversal = true;
    entry_put_and_expect(maker, &entry);
}

/* ---- cards ---- */

static Entry card(Maker *maker, const char *code, Cents cents, char *text, char *content)
{
    Entry entry = entry_new(maker, code, cents);
    entry.line.text = maker_keep(maker, text);
    entry_structure(maker, &entry, content);
    return entry;
}

static Entry card_of_kind(Maker *maker, int kind, const char *pan)
{
    switch (kind) {
    case 0:
        return card(maker, "00402000", -maker_amount(maker),
                    g_strdup_printf("%s Bancontact 123456 000789 2026-03-05 14:28 WINKEL GENT", pan),
                    g_strdup_printf("113%s11234560007890503261428"
                                    "5%-16s%-10s%015d%012d%s",
                                    pan, "WINKEL", "GENT", 0, 0, "   "));
    case 1: {
        Entry abroad = card(maker, "00408000", -maker_amount(maker),
                            g_strdup_printf("%s Maestro 000789 2026-03-05 SHOP OSLO", pan),
                            g_strdup_printf("113%s20000000007890503260000"
                                            "5%-16s%-10s%015d%012d%s",
                                            pan, "SHOP", "OSLO", 56050, 0, "NOK"));
        abroad.line.original_amount = 5605;
        abroad.line.original_currency = "NOK";
        return abroad;
    }
    case 2:
        return card(maker, "00450000", maker_amount(maker),
                    g_strdup("Bancontact 602398 413 009583 2026-03-04 009585 2026-03-05 ZAAK AALST"),
                    g_strdup_printf("1111602398413009583040326009585050326"
                                    "8%-16s%-10s",
                                    "ZAAK", "AALST"));
    case 3:
        return card(maker, "00450000", maker_amount(maker),
                    g_strdup("353047 186 006835 2026-03-04 11:01 ZAAK AALST 0507775191760001"),
                    g_strdup_printf("1149353047186006835040326"
                                    "11018%-16s%-10s0507775191760001",
                                    "ZAAK", "AALST"));
    default:
        return card(maker, "00403000", -maker_amount(maker), g_strdup_printf("%s Visa 260300001234 2026-03-05", pan),
                    g_strdup_printf("124%-20s2260300001234%-15s050326", pan, ""));
    }
}

static void make_card(Maker *maker)
{
    const char *pan = maker_keep(maker, g_strdup_printf("4%s", maker_digits(maker, 15)));
    Entry entry = card_of_kind(maker, maker_pick(maker, 5), pan);
    entry_put_and_expect(maker, &entry);
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
    int count = 1 + maker_pick(maker, 6);
    for (int i = 0; i < count; i++)
        sum += parts[i] = maker_amount(maker);
    Entry total = entry_new(maker, "10107000", -sum);
    total.move.globalisation = maker_chance(maker, 80);
    entry_put(maker, &total);
    for (int i = 0; i < count; i++) {
        Entry detail = detail_new(maker, "50107000", -parts[i]);
        entry_party(maker, &detail);
        entry_speak(maker, &detail);
        entry_put_and_expect(maker, &detail);
    }
}

static void sub_details(Maker *maker, const char *code, const Cents *parts, int count)
{
    for (int i = 0; i < count; i++) {
        Entry detail = detail_new(maker, code, parts[i]);
        entry_party(maker, &detail);
        detail.line.reference = maker_checked12(maker);
        entry_structure(maker, &detail, g_strdup_printf("101%s", detail.line.reference));
        entry_put_and_expect(maker, &detail);
    }
}

/* What the bank added up: some alone, some under a subtotal, one that went back. */
static void make_bank_total(Maker *maker)
{
    Cents alone[3], below[3], sum = 0, subtotal = 0, returned = maker_chance(maker, 40) ? maker_amount(maker) : 0;
    int alones = 1 + maker_pick(maker, 3), belows = maker_pick(maker, 4);
    for (int i = 0; i < alones; i++)
        sum += alone[i] = maker_amount(maker) + returned;
    for (int i = 0; i < belows; i++)
        subtotal += below[i] = maker_amount(maker);
    Entry total = entry_new(maker, "20150000", sum + subtotal - returned);
    entry_put(maker, &total);
    sub_details(maker, "60150000", alone, alones);
    if (belows > 0) {
        Entry middle = detail_new(maker, "70150000", subtotal);
        entry_put(maker, &middle);
        sub_details(maker, "90150000", below, belows);
    }
    if (returned > 0) {
        Entry back = detail_new(maker, "60503000", -returned);
        debit_content(maker, &back, '1', '2', "AM04");
        back.line.reversal = true;
        back.line.return_reason = "AM04";
        entry_put_and_expect(maker, &back);
    }
}

static void make_bare_total(Maker *maker)
{
    Entry total = entry_new(maker, "20450000", maker_amount(maker));
    entry_speak(maker, &total);
    entry_put_and_expect(maker, &total);
    maker->specimen->unsplit++;
}

static void make_wrong_total(Maker *maker)
{
    Entry total = entry_new(maker, "20150000", maker_amount(maker) + 1000000000);
    entry_put(maker, &total);
    total.line.text = NULL;
    entry_expect(maker, &total);
    for (int i = maker_pick(maker, 4); i >= 0; i--) {
        Entry detail = detail_new(maker, "60150000", maker_amount(maker) / 10);
        entry_speak(maker, &detail);
        entry_put(maker, &detail);
    }
    maker->specimen->unsplit++;
}

/* Money from abroad: gross in another currency, what two banks kept, the tax on it. */
static void make_foreign(Maker *maker)
{
    Cents gross = maker_amount(maker) + 10000, costs = 1 + maker_pick(maker, 4000), tax = costs / 5 + 1;
    Entry total = entry_new(maker, "34150000", gross - costs - tax);
    entry_party(maker, &total);
    entry_speak(maker, &total);
    total.line.charges = costs + tax;
    total.line.original_amount = gross / 2 + 1;
    total.line.original_currency = "GBP";
    entry_put(maker, &total);
    Entry part = detail_new(maker, "84150100", gross);
    entry_structure(maker, &part,
                    g_strdup_printf("105%015" G_GINT64_FORMAT "%015" G_GINT64_FORMAT "000200000000GBP",
                                    gross * maker->unit, total.line.original_amount * 10));
    entry_put(maker, &part);
    Entry cost = detail_new(maker, "84150013", -costs);
    entry_put(maker, &cost);
    Entry vat = detail_new(maker, "84150011", -tax);
    entry_structure(maker, &vat, g_strdup_printf("106%015d%015d%012d1%015d", 0, 0, 0, 0));
    entry_put(maker, &vat);
    entry_expect(maker, &total);
}

/* A bank's own costs, each for itself. */
static void make_costs(Maker *maker)
{
    Cents commission = 100 + maker_pick(maker, 90000), tax = commission / 5;
    Entry total = entry_new(maker, "33537000", -commission - tax);
    total.move.communication = "FRAIS DE TENUE DE COMPTE";
    entry_put(maker, &total);
    Entry cost = detail_new(maker, "83537006", -commission);
    cost.line.text = total.move.communication; /* it says nothing itself */
    entry_put_and_expect(maker, &cost);
    Entry vat = detail_new(maker, "83537011", -tax);
    vat.line.text = "12.5 21%";
    entry_structure(maker, &vat, g_strdup_printf("106%015d%015d%012d1%015d", 0, 12500, 2100000000, 0));
    entry_put_and_expect(maker, &vat);
}

static void (*const kinds[])(Maker *maker) = {
    make_transfer,   make_transfer,     make_transfer,        make_ogm,   make_ogm,  make_rf,         make_cheque,
    make_debit,      make_debit_return, make_transfer_return, make_card,  make_card, make_collective, make_bank_total,
    make_bare_total, make_wrong_total,  make_foreign,         make_costs,
};

void maker_movement(Maker *maker)
{
    kinds[maker_pick(maker, (int)G_N_ELEMENTS(kinds))](maker);
}
