/* Address cards: each habit of the programs that write them, in a few lines. */
#include "import_collect.h"

#include <locale.h>

static Collected *cards(const char *text)
{
    Collected *got = collected_text(text, NULL);
    collected_log(got);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "vcard");
    return got;
}

static const ContactRecord *card_at(const Collected *got, guint at)
{
    g_assert_cmpuint(at, <, got->contacts->len);
    return &g_array_index(got->contacts, ContactRecord, at);
}

#define CARD(version, rest) "BEGIN:VCARD\r\nVERSION:" version "\r\n" rest "END:VCARD\r\n"

static void test_folding(void)
{
    g_autoptr(Collected) later = cards(CARD("3.0", "FN:Jan\r\n  Peeters\r\nORG:Bak\r\n\tkerij\r\n"));
    g_assert_cmpstr(card_at(later, 0)->name, ==, "Jan Peeters");
    g_assert_cmpstr(card_at(later, 0)->organisation, ==, "Bakkerij");
    g_autoptr(Collected) old = cards(CARD("2.1", "FN:Jan\r\n Peeters\r\n"));
    g_assert_cmpstr(card_at(old, 0)->name, ==, "Jan Peeters");
}

static void test_quoted_printable(void)
{
    static const struct {
        const char *line, *name;
    } rows[] = {
        {"FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=C3=AB Cr=C3=A8=\r\nche\r\n", "Zoë Crèche"},
        {"FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=EB\r\n", "Zoë"},
        {"FN;QUOTED-PRINTABLE:Zo=EB\r\n", "Zoë"},
        {"FN;CHARSET=nonsense;QUOTED-PRINTABLE:Zo=C3=AB\r\n", "Zoë"},
        {"FN;QUOTED-PRINTABLE:a=3Db=\r\n", "a=b"},
        {"FN;QUOTED-PRINTABLE:50=zz\r\n", "50=zz"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text =
            g_strconcat("BEGIN:VCARD\r\nVERSION:2.1\r\nTEL:1\r\n", rows[i].line, "END:VCARD\r\n", NULL);
        g_autoptr(Collected) got = cards(text);
        g_assert_cmpstr(card_at(got, 0)->name, ==, rows[i].name);
    }
}

static void test_charset(void)
{
    g_autoptr(Collected) latin = cards("BEGIN:VCARD\nVERSION:2.1\nFN:Zo\xEB\nTEL:1\nEND:VCARD\n");
    g_assert_cmpstr(card_at(latin, 0)->name, ==, "Zoë");
    g_autoptr(Collected) marked = cards("\xEF\xBB\xBF"
                                        "BEGIN:VCARD\nVERSION:3.0\nFN:Zoë\nTEL:1\nEND:VCARD\n");
    g_assert_cmpstr(card_at(marked, 0)->name, ==, "Zoë");
}

static void test_names(void)
{
    g_autoptr(Collected) got = cards(CARD("3.0", "N:de Smet;An;Maria;Mevr.;\r\nTEL:1\r\n")
                                         CARD("3.0", "FN:Bakkerij Peeters\r\nORG:Bakkerij Peeters\r\nTEL:2\r\n")
                                             CARD("4.0", "KIND:org\r\nFN:Frituur\r\nTEL:3\r\n")
                                                 CARD("3.0", "FN:A\\, B\\; C\r\nORG:X\\;Y;Dept\r\nTEL:4\r\n"));
    g_assert_cmpuint(got->contacts->len, ==, 4);
    g_assert_cmpstr(card_at(got, 0)->name, ==, "Mevr. An Maria de Smet");
    g_assert_cmpstr(card_at(got, 1)->name, ==, "");
    g_assert_cmpstr(card_at(got, 1)->organisation, ==, "Bakkerij Peeters");
    g_assert_cmpstr(card_at(got, 2)->organisation, ==, "Frituur");
    g_assert_cmpstr(card_at(got, 3)->name, ==, "A, B; C");
    g_assert_cmpstr(card_at(got, 3)->organisation, ==, "X;Y");
}

static void test_phones(void)
{
    static const struct {
        const char *lines, *phone, *phone2;
    } rows[] = {
        {"TEL;HOME:1\r\nTEL;CELL:2\r\nTEL;WORK:3\r\nTEL;WORK;FAX:4\r\n", "3", "2"},
        {"TEL;TYPE=work:1\r\nTEL;TYPE=cell,pref:2\r\n", "1", "2"},
        {"TEL;TYPE=home;PREF=1:1\r\nitem1.TEL:2\r\n", "2", "1"},
        {"TEL;TYPE=\"cell,pref\":1\r\nTEL;TYPE=home:2\r\n", "1", "2"},
        {"TEL;VALUE=uri;TYPE=\"work,voice\":tel:+32-9-123-45-67;ext=102\r\n", "+32-9-123-45-67;ext=102", ""},
        {"TEL;TYPE=FAX:1\r\n", "", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text =
            g_strconcat("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\n", rows[i].lines, "END:VCARD\r\n", NULL);
        g_autoptr(Collected) got = cards(text);
        g_assert_cmpstr(card_at(got, 0)->phone, ==, rows[i].phone);
        g_assert_cmpstr(card_at(got, 0)->phone2, ==, rows[i].phone2);
    }
}

static void test_mail_and_rest(void)
{
    g_autoptr(Collected) got =
        cards(CARD("4.0", "FN:A\r\nEMAIL:one@a.example\r\nEMAIL;PREF=1:mailto:two@a.example\r\nTITLE:Boekhouder\r\n"
                          "LANG;PREF=1:fr-BE\r\nX-KLANTNUMMER:10418\r\nNOTE:een\\ntwee\r\n"));
    g_assert_cmpstr(card_at(got, 0)->email, ==, "two@a.example");
    g_assert_cmpstr(card_at(got, 0)->title, ==, "Boekhouder");
    g_assert_cmpstr(card_at(got, 0)->language, ==, "fr");
    g_assert_cmpstr(card_at(got, 0)->customer_number, ==, "10418");
    g_assert_cmpstr(card_at(got, 0)->note, ==, "een\ntwee");
}

static void test_inner_card(void)
{
    g_autoptr(Collected) got = cards(
        "BEGIN:VCARD\nVERSION:2.1\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Helper\nTEL:2\nEND:VCARD\nTEL:1\nEND:VCARD\n");
    g_assert_cmpuint(got->contacts->len, ==, 1);
    g_assert_cmpstr(card_at(got, 0)->name, ==, "Boss");
    g_assert_cmpstr(card_at(got, 0)->phone, ==, "1");
}

static void test_empty_card(void)
{
    g_autoptr(Collected) got = cards("begin:vcard\nVERSION:3.0\nORG:Niemand\nEND:VCARD\n");
    g_assert_cmpuint(got->contacts->len, ==, 0);
    g_assert_true(collected_listed(got, 1, "names nobody"));
}

/* What was whole before the cut is there; what was cut is listed. */
static void test_truncated(void)
{
    const char *text = CARD("3.0", "FN:A\r\nTEL:1\r\n") CARD("2.1", "FN;QUOTED-PRINTABLE:B=\r\nC\r\nTEL:2\r\n");
    size_t first = strlen(CARD("3.0", "FN:A\r\nTEL:1\r\n")) - 2;
    for (size_t length = 0; length < strlen(text) - 2; length++) {
        g_autoptr(Collected) got = collected_bytes(text, length, NULL);
        g_assert_cmpuint(got->contacts->len, ==, length >= first ? 1 : 0);
        bool told = got->error != NULL || got->problems->len == 1 || (length >= first && length <= first + 2 + 11);
        g_assert_true(told);
    }
}

static void test_photo(void)
{
    g_autofree char *bytes = g_strnfill(3 * 1024 * 1024, 'A');
    g_autoptr(GString) text = g_string_new("BEGIN:VCARD\nVERSION:3.0\nFN:A\nPHOTO;ENCODING=b:");
    g_string_append(text, bytes);
    for (int i = 0; i < 20000; i++)
        g_string_append(text, "\n AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    g_string_append(text, "\nTEL:1\nEND:VCARD\n");
    g_autoptr(Collected) got = cards(text->str);
    g_assert_cmpstr(card_at(got, 0)->phone, ==, "1");
}

static void test_calendar_refused(void)
{
    g_autoptr(Collected) got = collected_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", NULL);
    g_assert_nonnull(got->error);
    g_assert_nonnull(strstr(got->error->message, "it is a calendar"));
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/vcard/folded lines are joined as their version says", test_folding);
    g_test_add_func("/vcard/quoted-printable in any charset, over several lines", test_quoted_printable);
    g_test_add_func("/vcard/Latin-1 and UTF-8 are told apart", test_charset);
    g_test_add_func("/vcard/a person has a name, a firm's card has none", test_names);
    g_test_add_func("/vcard/work comes before mobile, faxes are left out", test_phones);
    g_test_add_func("/vcard/mail, title, language, customer number and note", test_mail_and_rest);
    g_test_add_func("/vcard/a card inside a card is not ours", test_inner_card);
    g_test_add_func("/vcard/a card that names nobody is listed", test_empty_card);
    g_test_add_func("/vcard/cut off at any byte, what was whole is there", test_truncated);
    g_test_add_func("/vcard/a photo of megabytes is passed over", test_photo);
    g_test_add_func("/vcard/a calendar is refused by name", test_calendar_refused);
    return g_test_run();
}
