#include "words.h"
#include <glib.h>
#include <string.h>

static const Words words[] = {
    {"en",
     {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
     {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
     {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December"},
     {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
     "1",
     ",",
     ".",
     "€",
     "",
     "%"},
    {"nl",
     {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
     {"ma", "di", "wo", "do", "vr", "za", "zo"},
     {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
      "december"},
     {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
     "1",
     ".",
     ",",
     "€\u00a0",
     "",
     "%"},
    {"fr",
     {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
     {"lun", "mar", "mer", "jeu", "ven", "sam", "dim"},
     {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre"},
     {"janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"},
     "1er",
     "\u00a0",
     ",",
     "",
     "\u00a0€",
     "\u00a0%"},
    /* Only letters speak it; a full stop behind the first of a month stands behind every day. */
    {"de",
     {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
     {"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"},
     {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
      "Dezember"},
     {"Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"},
     "1.",
     ".",
     ",",
     "",
     "\u00a0€",
     "\u00a0%"},
};

const Words *words_of(const char *language)
{
    for (size_t i = 0; language != NULL && i < G_N_ELEMENTS(words); i++)
        if (strncmp(language, words[i].language, 2) == 0)
            return &words[i];
    return &words[0];
}

const Words *words_row(size_t index)
{
    return index < G_N_ELEMENTS(words) ? &words[index] : NULL;
}
