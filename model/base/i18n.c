#include "i18n.h"

#include "settings.h"
#include <glib.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

static const char *const languages[] = {"en", "nl", "fr"};
static const char *chosen = "en";
static bool terminal_utf8 = true;

/* The row of `languages` that the first two letters of `name` mean, or NULL. */
static const char *language_known(const char *name)
{
    for (size_t i = 0; name != NULL && i < G_N_ELEMENTS(languages); i++)
        if (g_ascii_strncasecmp(name, languages[i], 2) == 0 && !g_ascii_isalpha(name[2]))
            return languages[i];
    return NULL;
}

/* The order gettext itself looks in; the first that names a language of ours settles it. */
static const char *language_of_environment(void)
{
    static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < G_N_ELEMENTS(variables); i++) {
        const char *value = g_getenv(variables[i]);
        g_auto(GStrv) names = g_strsplit(value != NULL ? value : "", ":", -1); /* LANGUAGE=de:fr is a list */
        for (char **name = names; *name != NULL; name++)
            if (language_known(*name) != NULL)
                return language_known(*name);
    }
    return "en";
}

static bool codeset_utf8(void)
{
    return g_ascii_strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

void i18n_set_language(const char *language)
{
    const char *known = language_known(language);
    chosen = known != NULL ? known : language_of_environment();
    g_setenv("LANGUAGE", chosen, TRUE);
    /* LC_MESSAGES "C" would switch translation off; going there and back makes gettext forget what it has
     * looked up in the language before, which naming the same locale again does not. */
    setlocale(LC_MESSAGES, "C");
    if (setlocale(LC_MESSAGES, "C.UTF-8") == NULL)
        setlocale(LC_MESSAGES, "");
}

void i18n_start(const char *language)
{
    bool found = setlocale(LC_ALL, "") != NULL;
    terminal_utf8 = found ? codeset_utf8() : true; /* a locale that is not installed says nothing about the terminal */
    if (!found || !terminal_utf8)
        setlocale(LC_CTYPE, "C.UTF-8");
    g_autofree char *catalogues = path_catalogues();
    bindtextdomain(GETTEXT_PACKAGE, catalogues);
    bind_textdomain_codeset(GETTEXT_PACKAGE, "UTF-8");
    textdomain(GETTEXT_PACKAGE);
    i18n_set_language(language);
}

const char *i18n_word(const char *text)
{
    const char *translated = gettext(text), *plain = translated == text ? strchr(text, '\004') : NULL;
    return plain == NULL ? translated : plain + 1;
}

const char *i18n_language(void)
{
    return chosen;
}

bool i18n_terminal_utf8(void)
{
    return terminal_utf8;
}
