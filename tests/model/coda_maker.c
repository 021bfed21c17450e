#include "coda_maker.h"

int maker_pick(Maker *maker, int below)
{
    return g_rand_int_range(maker->rand, 0, below);
}

bool maker_chance(Maker *maker, int percent)
{
    return maker_pick(maker, 100) < percent;
}

const char *maker_keep(Maker *maker, char *text)
{
    const char *copy = g_string_chunk_insert(maker->specimen->strings, text);
    g_free(text);
    return copy;
}

/* ---- words, numbers, accounts ---- */

static const char *const vocabulary[] = {"FACTURE",  "2026-0042", "Société", "Crêperie", "KLANTNUMMER", "VAN",  "DE",
                                         "betaling", "merci",     "12/03",   "X",        "Œuvre",       "ONZE", "REF.",
                                         "à",        "N°7",       "F-10203", "bedankt",  "ZAAK",        "(2)"};

const char *maker_words(Maker *maker, int most)
{
    GString *text = g_string_new(NULL);
    for (int left = maker_pick(maker, most + 1); left > 0;) {
        const char *word = vocabulary[maker_pick(maker, (int)G_N_ELEMENTS(vocabulary))];
        int letters = (int)g_utf8_strlen(word, -1) + (text->len > 0);
        if (letters > left)
            break;
        g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", word);
        left -= letters;
    }
    return maker_keep(maker, g_string_free(text, FALSE));
}

const char *maker_some_words(Maker *maker, int most)
{
    const char *text = maker_words(maker, most);
    return text[0] != '\0' ? text : "ZAAK";
}

const char *maker_digits(Maker *maker, int count)
{
    GString *text = g_string_new(NULL);
    while (count-- > 0)
        g_string_append_c(text, (char)('0' + maker_pick(maker, 10)));
    return maker_keep(maker, g_string_free(text, FALSE));
}

static int remainder97(const char *text)
{
    int rest = 0;
    for (; *text != '\0'; text++)
        rest = g_ascii_isdigit(*text) ? (rest * 10 + *text - '0') % 97
                                      : (rest * 100 + g_ascii_toupper(*text) - 'A' + 10) % 97;
    return rest;
}

const char *maker_checked12(Maker *maker)
{
    g_autofree char *ten = g_strconcat("9", maker_digits(maker, 9), NULL);
    int check = remainder97(ten);
    return maker_keep(maker, g_strdup_printf("%s%02d", ten, check == 0 ? 97 : check));
}

const char *maker_iban(Maker *maker, const char *country, const char *number)
{
    g_autofree char *turned = g_strconcat(number, country, "00", NULL);
    return maker_keep(maker, g_strdup_printf("%s%02d%s", country, 98 - remainder97(turned), number));
}

const char *maker_account(Maker *maker, const char **truth)
{
    const char *national = maker_checked12(maker);
    switch (maker_pick(maker, 5)) {
    case 0: *truth = maker_iban(maker, "BE", national); return national;
    case 1:
        return *truth = maker_iban(maker, "FR", maker_keep(maker, g_strdup_printf("99999%s", maker_digits(maker, 18))));
    case 2: return *truth = maker_keep(maker, g_strdup_printf("1%s", maker_digits(maker, 7)));
    case 3: *truth = ""; return "";
    default: return *truth = maker_iban(maker, "BE", national);
    }
}

Cents maker_amount(Maker *maker)
{
    return maker_chance(maker, 10) ? g_rand_int_range(maker->rand, 1, 100)
                                   : g_rand_int_range(maker->rand, 100, 900000000);
}

/* ---- lines and their records ---- */

Entry entry_new(Maker *maker, const char *code, Cents cents)
{
    Day value = maker_chance(maker, 20) ? DAY_NONE : day_plus(maker->day, maker_pick(maker, 5) - 2);
    const char *bank = maker_keep(maker, g_strdup_printf("REF%s", maker_digits(maker, 16)));
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

void entry_party(Maker *maker, Entry *entry)
{
    if (maker_chance(maker, 25))
        return;
    entry->move.account = maker_account(maker, &entry->line.account);
    if (maker_chance(maker, 20)) {
        entry->full_name = entry->line.name = maker_some_words(maker, 70);
        return;
    }
    if (maker_chance(maker, 15)) { /* cut off in 2.3, whole in the information */
        entry->move.name = entry->full_name = entry->line.name =
            maker_keep(maker, g_strdup_printf("NAAMLOZE VENNOOTSCHAP VOOR ALGEMENE %s", maker_some_words(maker, 30)));
        return;
    }
    entry->move.name = entry->line.name = maker_some_words(maker, 33);
    if (maker_chance(maker, 20)) /* said again, longer: the shorter one is not cut off, so it stays */
        entry->full_name = maker_keep(maker, g_strdup_printf("%s UITGEBREID", entry->line.name));
}

void entry_speak(Maker *maker, Entry *entry)
{
    entry->line.text = entry->move.communication = maker_words(maker, 149);
    if (maker_chance(maker, 30))
        entry->line.end_to_end = entry->move.end_to_end =
            maker_keep(maker, g_strdup_printf("E2E-%s", maker_digits(maker, 10)));
    if (maker_chance(maker, 20))
        entry->information = maker_some_words(maker, 268);
    if (entry->information != NULL)
        entry->line.text =
            maker_keep(maker, g_strdup_printf("%s%s%s", entry->line.text, entry->line.text[0] != '\0' ? " " : "",
                                              entry->information));
}

void entry_structure(Maker *maker, Entry *entry, char *content)
{
    entry->move.structured = true;
    entry->move.communication = maker_keep(maker, content);
}

void entry_put(Maker *maker, Entry *entry)
{
    coda_write_move(&maker->writer, &entry->move);
    if (entry->full_name != NULL) {
        g_autofree char *text = g_strdup_printf("001%s", entry->full_name);
        coda_write_information(&maker->writer, entry->move.code, true, text);
    }
    if (entry->information != NULL)
        coda_write_information(&maker->writer, entry->move.code, false, entry->information);
}

void entry_expect(Maker *maker, Entry *entry)
{
    entry->line.sequence = (int)maker->statement->lines->len + 1;
    g_array_append_val(maker->statement->lines, entry->line);
}

void entry_put_and_expect(Maker *maker, Entry *entry)
{
    entry_put(maker, entry);
    entry_expect(maker, entry);
}
