/* Who writes a letter and who signs it: the house as the settings describe it, the person as the record knows him. */
#include "base/clock.h"
#include "desk/agents.h"
#include "paper/house.h"
#include "paper/letter/facts_parts.h"

#include <string.h>

static const char *setting(const Facts *facts, const char *section, const char *key)
{
    return settings_text(facts->desk->settings, section, key);
}

/* "nl:", before a text that is meant for one language. */
static bool is_of_language(const char *text)
{
    return g_ascii_islower(text[0]) && g_ascii_islower(text[1]) && text[2] == ':';
}

/* A house writes in several languages: better no word of the reward than one in another language. */
static char *text_in_language(const char *text, const char *language)
{
    if (!is_of_language(text))
        return g_strdup(text);
    g_auto(GStrv) parts = g_strsplit(text, "|", -1);
    for (char **part = parts; *part != NULL; part++) {
        const char *words = g_strstrip(*part);
        if (is_of_language(words) && strncmp(words, language, 2) == 0)
            return g_strstrip(g_strdup(words + 3));
    }
    return NULL;
}

void facts_of_house_text(Facts *facts, const char *name, const char *section, const char *key)
{
    g_autofree char *text = text_in_language(setting(facts, section, key), facts->template->language);
    letter_values_text(facts->values, name, text);
}

/* An address like collections@ must not be read by somebody else than the customer. */
static void letterhead_fill(Facts *facts)
{
    g_autoptr(GPtrArray) lines = house_sender(facts->desk->settings, !facts->template->third_person);
    for (guint i = 0; i < lines->len; i++)
        letter_values_sender(facts->values, g_ptr_array_index(lines, i));
}

/* A number that breaks at the end of a line is dialled wrong. */
static void phone_fill(LetterValues *values, const char *name, const char *number)
{
    g_autoptr(GString) whole = g_string_new(number);
    g_string_replace(whole, " ", "\u00a0", 0);
    letter_values_text(values, name, whole->str);
}

static bool signer_fill(Facts *facts, GError **error)
{
    LetterValues *values = facts->values;
    g_auto(AgentFace) face = {0};
    if (!agent_face(facts->desk, facts->order->agent, &face, error))
        return false;
    letter_values_text(values, "agent", *face.full_name != '\0' ? face.full_name : facts->order->agent);
    phone_fill(values, "agent_phone", face.phone);
    letter_values_text(values, "agent_email", face.email);
    return true;
}

bool facts_of_house(Facts *facts, GError **error)
{
    static const struct {
        const char *name, *section, *key;
    } FROM[] = {
        {"company", "belronde", "name"},
        {"company_number", "letter", "company_number"},
        {"company_address", "belronde", "address"},
        {"company_email", "belronde", "email"},
        {"place", "letter", "city"},
        {"help", "letter", "help"},
        {"handover_to", "letter", "handover_to"},
        {"reward", "letter", "reward"},
    };
    LetterValues *values = facts->values;
    for (size_t i = 0; i < G_N_ELEMENTS(FROM); i++)
        facts_of_house_text(facts, FROM[i].name, FROM[i].section, FROM[i].key);
    phone_fill(values, "company_phone", setting(facts, "belronde", "phone"));
    letter_values_day(values, "today", clock_today());
    g_strlcpy(values->house, setting(facts, "belronde", "country"), sizeof values->house);
    g_free(values->logo);
    values->logo = g_strdup(setting(facts, "letter", "logo"));
    int reward_days = (int)settings_number(facts->desk->settings, "letter", "reward_days");
    if (reward_days > 0)
        letter_values_day(values, "reward_until", day_plus(clock_today(), reward_days));
    letterhead_fill(facts);
    return signer_fill(facts, error);
}
