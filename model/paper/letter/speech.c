#include "paper/letter_speech.h"

#include "base/text.h"
#include <string.h>

enum { COUNTRIES = 5 };
static const char *const country_codes[COUNTRIES] = {"BE", "NL", "LU", "FR", "DE"};

typedef struct {
    const char *language;
    const char *greeting[LETTER_TITLES + 1], *formal[LETTER_TITLES + 1]; /* the last: nobody is known by name */
    const char *attention[LETTER_TITLES];
    const char *and, *attachment, *attachments;
    const char *countries[COUNTRIES];
    bool spaced_marks;
} LetterLanguage;

static const LetterLanguage languages[] = {
    {"en",
     {"Dear {name},", "Dear Ms {surname},", "Dear Mr {surname},", "Hello,"},
     {"Dear {name},", "Dear Ms {surname},", "Dear Mr {surname},", "Dear Sir or Madam,"},
     {"Attn. {name}", "Attn. Ms {name}", "Attn. Mr {name}"},
     " and ",
     "Enclosed: ",
     "Enclosed: ",
     {"Belgium", "The Netherlands", "Luxembourg", "France", "Germany"},
     false},
    {"nl",
     {"Beste {name},", "Beste mevrouw {surname},", "Beste meneer {surname},", "Goedendag,"},
     {"Geachte {name},", "Geachte mevrouw {surname},", "Geachte heer {surname},", "Geachte heer of mevrouw,"},
     {"t.a.v. {name}", "t.a.v. mevrouw {name}", "t.a.v. de heer {name}"},
     " en ",
     "Bijlage: ",
     "Bijlagen: ",
     {"België", "Nederland", "Luxemburg", "Frankrijk", "Duitsland"},
     false},
    {"fr",
     {"Bonjour {name},", "Bonjour Madame {surname},", "Bonjour Monsieur {surname},", "Bonjour,"},
     {"Madame, Monsieur,", "Madame,", "Monsieur,", "Madame, Monsieur,"},
     {"À l’attention de {name}", "À l’attention de Madame {name}", "À l’attention de Monsieur {name}"},
     " et ",
     "Annexe : ",
     "Annexes : ",
     {"Belgique", "Pays-Bas", "Luxembourg", "France", "Allemagne"},
     true},
    {"de",
     {"Guten Tag {name},", "Guten Tag Frau {surname},", "Guten Tag Herr {surname},", "Guten Tag,"},
     {"Guten Tag {name},", "Sehr geehrte Frau {surname},", "Sehr geehrter Herr {surname},",
      "Sehr geehrte Damen und Herren,"},
     {"z. Hd. {name}", "z. Hd. Frau {name}", "z. Hd. Herrn {name}"},
     " und ",
     "Anlage: ",
     "Anlagen: ",
     {"Belgien", "Niederlande", "Luxemburg", "Frankreich", "Deutschland"},
     false},
};

static const LetterLanguage *language_of(const char *language)
{
    for (size_t i = 0; language != NULL && i < G_N_ELEMENTS(languages); i++)
        if (strcmp(languages[i].language, language) == 0)
            return &languages[i];
    return NULL;
}

static const LetterLanguage *language_or_english(const char *language)
{
    const LetterLanguage *row = language_of(language);
    return row != NULL ? row : &languages[0];
}

bool letter_language_known(const char *language)
{
    return language_of(language) != NULL;
}

/* ---- names of people ---- */

static const struct {
    const char *word; /* without its full stop */
    LetterTitle title;
} titles[] = {
    {"mevrouw", LETTER_TITLE_MRS}, {"mevr", LETTER_TITLE_MRS},    {"mw", LETTER_TITLE_MRS},
    {"madame", LETTER_TITLE_MRS},  {"mme", LETTER_TITLE_MRS},     {"mlle", LETTER_TITLE_MRS},
    {"mrs", LETTER_TITLE_MRS},     {"ms", LETTER_TITLE_MRS},      {"frau", LETTER_TITLE_MRS},
    {"meneer", LETTER_TITLE_MR},   {"dhr", LETTER_TITLE_MR},      {"heer", LETTER_TITLE_MR},
    {"mr", LETTER_TITLE_MR},       {"monsieur", LETTER_TITLE_MR}, {"m", LETTER_TITLE_MR},
    {"herr", LETTER_TITLE_MR},
};

/* A family name begins with these: “Van den Broeck” has no given name before it. */
static const char *const particles[] = {"van", "vande", "vanden", "vander", "de", "den", "der", "du",  "des", "le",
                                        "la",  "les",   "ten",    "ter",    "te", "'t",  "di",  "von", "el",  NULL};

static bool is_particle(const char *word, size_t length)
{
    for (const char *const *particle = particles; *particle != NULL; particle++)
        if (strlen(*particle) == length && g_ascii_strncasecmp(word, *particle, length) == 0)
            return true;
    return false;
}

static LetterTitle title_at(const char *name, size_t *taken)
{
    if (g_ascii_strncasecmp(name, "de heer ", strlen("de heer ")) == 0) {
        *taken = strlen("de heer ");
        return LETTER_TITLE_MR;
    }
    size_t length = strcspn(name, " "), bare = length > 0 && name[length - 1] == '.' ? length - 1 : length;
    for (size_t i = 0; name[length] == ' ' && i < G_N_ELEMENTS(titles); i++)
        if (strlen(titles[i].word) == bare && g_ascii_strncasecmp(name, titles[i].word, bare) == 0) {
            *taken = length + 1;
            return titles[i].title;
        }
    return LETTER_TITLE_NONE;
}

static const char *surname_of(const char *name)
{
    const char *blank = strchr(name, ' ');
    return blank == NULL || is_particle(name, (size_t)(blank - name)) ? name : blank + 1;
}

LetterPerson letter_person(const char *name, LetterTitle title)
{
    size_t taken = 0;
    LetterTitle said = name != NULL ? title_at(name, &taken) : LETTER_TITLE_NONE;
    LetterPerson person = {.title = said != LETTER_TITLE_NONE ? said : title,
                           .name = g_strstrip(g_strdup(name != NULL ? name + taken : ""))};
    person.surname = g_strdup(surname_of(person.name));
    return person;
}

void letter_person_clear(LetterPerson *person)
{
    g_clear_pointer(&person->name, g_free);
    g_clear_pointer(&person->surname, g_free);
}

static const char *person_word(const char *name, void *data)
{
    const LetterPerson *person = data;
    return strcmp(name, "surname") == 0 ? person->surname : person->name;
}

static char *person_fill(const char *pattern, const LetterPerson *person)
{
    LetterPerson copy = *person;
    return text_fill(pattern, person_word, &copy);
}

char *letter_salutation(const char *language, const LetterPerson *person, bool formal)
{
    const LetterLanguage *row = language_or_english(language);
    size_t which = *person->name == '\0' ? LETTER_TITLES : person->title;
    return person_fill(formal ? row->formal[which] : row->greeting[which], person);
}

char *letter_attention(const char *language, const LetterPerson *person)
{
    return person_fill(language_or_english(language)->attention[person->title], person);
}

/* ---- lists and lines ---- */

char *letter_list(const char *language, const GPtrArray *words, guint most)
{
    if (words->len == 0 || words->len > most)
        return NULL;
    GString *list = g_string_new(words->pdata[0]);
    for (guint i = 1; i < words->len; i++) {
        g_string_append(list, i + 1 == words->len ? language_or_english(language)->and : ", ");
        g_string_append(list, words->pdata[i]);
    }
    return g_string_free(list, FALSE);
}

char *letter_attachments(const char *language, const GPtrArray *names)
{
    const LetterLanguage *row = language_or_english(language);
    g_autofree char *list = letter_list(language, names, names->len);
    return list == NULL ? g_strdup("") : g_strconcat(names->len > 1 ? row->attachments : row->attachment, list, NULL);
}

const char *letter_country(const char *language, const char *country)
{
    for (size_t i = 0; i < COUNTRIES; i++)
        if (strcmp(country_codes[i], country) == 0)
            return language_or_english(language)->countries[i];
    return country;
}

char *letter_spaced(const char *language, const char *text)
{
    if (!language_or_english(language)->spaced_marks)
        return g_strdup(text);
    GString *out = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at++) {
        bool before = *at == ' ' && (strchr(":;?!%", at[1]) != NULL || g_str_has_prefix(at + 1, "»"));
        bool after = *at == ' ' && g_str_has_suffix(out->str, "«");
        if (before || after)
            g_string_append(out, "\u00a0");
        else
            g_string_append_c(out, *at);
    }
    return g_string_free(out, FALSE);
}

const char *letter_closing_marks(const char *language)
{
    return language_or_english(language)->spaced_marks ? ".,)" : ".,):;!?";
}
