/* Every address card among the samples against the values read by eye, a row of the table each. */
#include "import_collect.h"
#include "samples_walk.h"

#include <locale.h>

/* Types as the table has them: "WORK,VOICE" or "work,voice PREF=1". */
static int rank_of(const char *types)
{
    g_autofree char *upper = g_ascii_strup(types, -1);
    if (strstr(upper, "FAX") != NULL)
        return 100;
    int rank = strstr(upper, "WORK") != NULL   ? 10
               : strstr(upper, "CELL") != NULL ? 20
               : strstr(upper, "HOME") != NULL ? 40
                                               : 30;
    rank += strstr(upper, "WORK") != NULL && strstr(upper, "CELL") != NULL;
    return strstr(upper, "PREF") != NULL ? rank - 5 : rank;
}

/* The best number, behind `after`; "" none. */
static const char *number_at(JsonArray *tel, int *after)
{
    const char *best = "";
    int best_rank = 95, best_place = -1;
    for (guint i = 0; i < json_array_get_length(tel); i++) {
        JsonArray *pair = json_array_get_array_element(tel, i);
        int rank = rank_of(json_array_get_string_element(pair, 0));
        if (rank >= best_rank || (int)i == *after)
            continue;
        best_rank = rank;
        best_place = (int)i;
        best = json_array_get_string_element(pair, 1);
    }
    *after = best_place;
    return g_str_has_prefix(best, "tel:") ? best + 4 : best;
}

static void assert_note(const char *got, JsonObject *card)
{
    g_auto(GStrv) lines = g_strsplit(text_of(card, "note_text"), "\r\n", -1);
    g_autofree char *plain = g_strjoinv("\n", lines);
    g_strstrip(plain);
    g_assert_cmpstr(got, ==, plain);
}

static void assert_card(const ContactRecord *contact, JsonObject *card)
{
    g_auto(GStrv) organisation = g_strsplit(text_of(card, "org"), ";", 2);
    JsonArray *tel = json_object_get_array_member(card, "tel");
    int place = -1;
    g_assert_cmpstr(contact->name, ==, text_of(card, "fn"));
    g_assert_cmpstr(contact->organisation, ==, organisation[0]);
    g_assert_cmpstr(contact->title, ==, text_of(card, "title"));
    g_assert_cmpstr(contact->phone, ==, number_at(tel, &place));
    g_assert_cmpstr(contact->phone2, ==, number_at(tel, &place));
    g_assert_cmpstr(contact->email, ==, json_array_get_string_element(json_object_get_array_member(card, "email"), 0));
    assert_note(contact->note, card);
    g_test_message("    %-20s %-35s %-28s %-20s %s", contact->name, contact->organisation, contact->phone,
                   contact->phone2, contact->email);
}

static void assert_file(const char *listed, JsonObject *facts)
{
    g_autofree char *path = sample_file(listed);
    g_autoptr(Collected) got = collected_file(path, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "vcard");
    g_assert_cmpuint(got->problems->len, ==, 0);
    JsonArray *cards = json_object_get_array_member(facts, "cards");
    g_assert_cmpuint(got->contacts->len, ==, json_array_get_length(cards));
    g_test_message("%-55s %u cards, %u warnings: as expected", listed + strlen("public/vcard/"), got->contacts->len,
                   got->warnings->len);
    for (guint i = 0; i < got->contacts->len; i++)
        assert_card(&g_array_index(got->contacts, ContactRecord, i), json_array_get_object_element(cards, i));
}

static void test_cards(void)
{
    expected_walk("vcard.jsonl", 4, assert_file);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/samples/every address card imports with the expected values", test_cards);
    return g_test_run();
}
