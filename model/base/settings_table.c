/* Every setting there is.  Adding one: a row here and the same line in data/belronde.ini. */
#include "i18n.h"
#include "settings_parts.h"

#include <string.h>

#define TEXT(s, k, value, words)                                                                                       \
    {                                                                                                                  \
        .section = s, .key = k, .type = SETTING_TEXT, .fallback = value, .help = words                                 \
    }
#define COMMAND(s, k, value, words)                                                                                    \
    {                                                                                                                  \
        .section = s, .key = k, .type = SETTING_COMMAND, .fallback = value, .help = words                              \
    }
#define BOOLEAN(s, k, value, words)                                                                                    \
    {                                                                                                                  \
        .section = s, .key = k, .type = SETTING_BOOLEAN, .fallback = value, .help = words                              \
    }
#define NUMBER(s, k, value, low, high, words)                                                                          \
    {                                                                                                                  \
        .section = s, .key = k, .type = SETTING_NUMBER, .fallback = value, .min = low, .max = high, .help = words      \
    }
#define CHOICE(s, k, value, list, words)                                                                               \
    {                                                                                                                  \
        .section = s, .key = k, .type = SETTING_CHOICE, .fallback = value, .choices = list, .help = words              \
    }
#define LIST(s, k, value, list, words)                                                                                 \
    {                                                                                                                  \
        .section = s, .key = k, .type = SETTING_LIST, .fallback = value, .choices = list, .help = words                \
    }

#define COUNTRY(s, words)                                                                                              \
    {                                                                                                                  \
        .section = s, .key = "country", .type = SETTING_CHOICE, .fallback = "auto", .choices = "auto BE NL LU FR DE",  \
        .inherits = "country", .help = words                                                                           \
    }

#define POINTS 1000 /* no weight above this: the sum of all must stay readable */

static const SettingRow rows[] = {
    TEXT("belronde", "agent", "", N_("who is logged on every line; empty = login name")),
    CHOICE("belronde", "language", "auto", "auto en nl fr", N_("language of the screens; auto = as the terminal says")),
    LIST("belronde", "date_languages", "nl fr en", "en nl fr",
         N_("whose day names are understood after the screen's own")),
    CHOICE("belronde", "country", "BE", "BE NL LU FR DE", N_("holidays, telephone numbers and rules of the house")),
    CHOICE("belronde", "after_log", "next", "next queue stay", N_("where the desk goes once an outcome is logged")),
    TEXT("belronde", "contact_hours", "house", N_("contact hours, a preset of calendar.ini")),
    TEXT("belronde", "name", "", N_("our company's name in letters and scripts")),
    TEXT("belronde", "phone", "", N_("our telephone number in letters")),
    TEXT("belronde", "email", "", N_("our e-mail address: sender of letters")),
    TEXT("belronde", "address", "", N_("our address in letters, on one line")),
    TEXT("belronde", "iban", "", N_("our account, for letters and the QR code")),
    TEXT("belronde", "bic", "", N_("our bank's BIC; needed outside the EEA only")),

    CHOICE("keys", "profile", "classic", "classic as400", N_("key names as on a PC or as on an AS/400")),
    CHOICE("keys", "footer", "letters", "letters fkeys both off", N_("keys shown on the bottom line")),
    CHOICE("keys", "digit_row", "auto", "auto on off", N_("AZERTY digit row counts as digits in menus")),

    CHOICE("screen", "theme", "auto", "auto mono light dark contrast", N_("colours")),
    CHOICE("screen", "charset", "auto", "auto utf8 ascii", N_("characters for lines and signs")),
    CHOICE("screen", "mouse", "off", "off wheel full", N_("mouse; hold Shift to mark text while it is on")),
    CHOICE("screen", "cursor", "auto", "auto visible", N_("visible for screen readers and magnifiers")),
    BOOLEAN("screen", "flat", "no", N_("no rules and no decoration")),

    NUMBER("alarm", "lead_minutes", "2", 0, 60, N_("minutes before a callback that the alarm sounds")),
    NUMBER("alarm", "pin_minutes", "10", 0, 240, N_("minutes before a callback that it is pinned on top")),
    NUMBER("alarm", "late_minutes", "30", 0, 480, N_("minutes late after which anyone may take a callback")),
    CHOICE("alarm", "desktop", "off", "off osc777 osc9", N_("desktop message as well, without a name")),

    COMMAND("phone", "dial", "", N_("dials {number}; empty = show the number and start the timer")),
    COMMAND("phone", "hangup", "", N_("ends the call; empty = by hand")),
    COUNTRY("phone", N_("country of numbers without +; auto = the house's")),

    COMMAND("print", "command", "lp", N_("reads text on standard input")),
    COMMAND("mail", "command", "", N_("reads a message on standard input; empty = letters stay in the outbox")),
    COMMAND("editor", "command", "", N_("edits a note; empty = $VISUAL, $EDITOR, nano")),

    NUMBER("outbox", "delay_seconds", "60", 0, 3600, N_("seconds a letter can still be recalled")),
    COMMAND("outbox", "print", "",
            N_("reads a letter as PDF on standard input; empty = letters stay, or go to the folder")),
    TEXT("outbox", "folder", "", N_("where documents are written that have no command; empty = they stay")),
    NUMBER("outbox", "wait_seconds", "60", 1, 600, N_("seconds a mail or print command may take")),
    COMMAND("outbox", "viewer", "pdftotext -layout - -",
            N_("shows a kept PDF as text: PDF on standard input; empty = not")),
    CHOICE("letter", "window", "right", "right left", N_("side of the envelope with the window")),
    TEXT("letter", "font", "", N_("families of letters on paper, commas between them; empty = the program's choice")),
    TEXT("letter", "signer", "", N_("full name under your letters; empty = your short name")),
    TEXT("letter", "signer_phone", "", N_("your direct line in letters; empty = our telephone number")),
    TEXT("letter", "signer_email", "", N_("your e-mail address in letters; empty = our e-mail address")),
    TEXT("letter", "city", "", N_("where our letters are written")),
    TEXT("letter", "company_number", "", N_("our company number, which letters to consumers must name")),
    TEXT("letter", "logo", "", N_("PNG picture above the sender; empty = none")),
    TEXT("letter", "copies", "",
         N_("folder with copies of invoices, NUMBER.pdf or NUMBER.xml; empty = none are enclosed")),
    TEXT("letter", "product", "", N_("what we deliver, where an invoice does not say it")),
    TEXT("letter", "help", "", N_("service for people with debts: name, telephone")),
    TEXT("letter", "handover_to", "", N_("who gets the file in the end: lawyer, bailiff or agency, by name")),
    TEXT("letter", "reward", "", N_("what paying within three days brings, in a few words")),
    NUMBER("letter", "reward_days", "0", 0, 365, N_("how many days it may be used; 0 = no last day")),
    TEXT("handover", "folder", "",
         N_("where files for lawyer, bailiff or agency are made; empty = beside the database")),
    TEXT("holds", "folder", "",
         N_("where holds.csv is written when the desk closes, for the order desk; empty = nowhere")),
    BOOLEAN("charges", "clause", "no", N_("our contracts have a clause on interest or costs")),
    BOOLEAN("charges", "sme", "no", N_("we are a small firm (Belgian company code, art. 1:24)")),
    BOOLEAN("charges", "third_party", "no", N_("we collect for others")),
    CHOICE("charges", "first", "costs", "costs interest principal",
           N_("what a payment is for first: costs, interest or the invoice itself")),
    CHOICE("qr", "ogm", "structured", "structured unstructured", N_("where the QR code carries a Belgian reference")),

    NUMBER("priority", "floor_cents", "2500", 0, 100000000, N_("cents up to which nobody is called")),
    NUMBER("priority", "broken_promise", "40", 0, POINTS, N_("points: broken promise, missing cheque or instalment")),
    NUMBER("priority", "dated_followup", "25", 0, POINTS, N_("points: something was agreed for today")),
    NUMBER("priority", "amount_step", "5", 0, POINTS, N_("points for every doubling of 100")),
    NUMBER("priority", "amount_max", "45", 0, POINTS, N_("most points for the amount")),
    NUMBER("priority", "age_7", "3", 0, POINTS, N_("points: 1 to 7 days overdue")),
    NUMBER("priority", "age_14", "7", 0, POINTS, N_("points: 8 to 14 days overdue")),
    NUMBER("priority", "age_29", "12", 0, POINTS, N_("points: 15 to 29 days overdue")),
    NUMBER("priority", "age_59", "16", 0, POINTS, N_("points: 30 to 59 days overdue")),
    NUMBER("priority", "age_60", "20", 0, POINTS, N_("points: 60 days overdue and more")),
    NUMBER("priority", "broken_once", "8", 0, POINTS, N_("points: one broken promise in a year")),
    NUMBER("priority", "broken_often", "12", 0, POINTS, N_("points: two or more broken promises")),
    NUMBER("priority", "contact_divisor", "3", 1, 365, N_("days without contact for one point")),
    NUMBER("priority", "contact_max", "10", 0, POINTS, N_("most points for lack of contact; never reached")),
    /* xgettext:no-c-format */
    NUMBER("priority", "credit_near", "4", 0, POINTS, N_("points: over 80 % of the credit limit")),
    NUMBER("priority", "credit_over", "8", 0, POINTS, N_("points: over the credit limit")),
    NUMBER("priority", "drift", "10", 0, POINTS, N_("points: pays slower than he used to")),
    NUMBER("priority", "class_b", "5", 0, POINTS, N_("points: payment class B")),
    NUMBER("priority", "new_customer", "6", 0, POINTS, N_("points: first invoice not yet paid")),
    NUMBER("priority", "unanswered_today", "15", 0, POINTS, N_("points off for each unanswered call today")),
    NUMBER("priority", "attempt_yesterday", "5", 0, POINTS, N_("points off for each attempt yesterday")),

    NUMBER("class", "a_days", "7", 0, 365, N_("class A pays up to this many days late")),
    NUMBER("class", "b_days", "30", 0, 365, N_("class B pays up to this many days late")),
    NUMBER("class", "a_broken", "0", 0, 100, N_("most broken promises a year in class A")),
    NUMBER("class", "b_broken", "2", 0, 100, N_("most broken promises a year in class B")),
    NUMBER("class", "drift_days", "10", 1, 365,
           N_("days slower than before, in each of three months, that count as slowing down")),

    NUMBER("promise", "grace_bank_days", "1", 0, 30, N_("bank days after the promised date")),
    NUMBER("promise", "tolerance_cents", "5", 0, 100000, N_("cents short that still keep a promise")),
    NUMBER("promise", "tolerance_permille", "0", 0, 100, N_("per mille short that still keep a promise")),

    NUMBER("plans", "approval_above", "0", 0, 100000000,
           N_("a payment plan over this amount needs a supervisor's yes, in whole euros; 0 = never")),
    TEXT("plans", "supervisors", "", N_("short names of the supervisors, blanks between; empty = as they are")),

    NUMBER("match", "tolerance_cents", "5", 0, 100000, N_("cents of difference that still match a payment")),
    TEXT("match", "tolerance_foreign", "", N_("the same in other currencies, in their cents, like USD 10 GBP 5")),
    NUMBER("bank", "stale_days", "3", 0, 60, N_("business days after which bank data are called old")),

    COUNTRY("import", N_("of customers without one; auto = the house's")),
    TEXT("import", "currency", "EUR", N_("of amounts without one")),
    CHOICE("import", "language", "nl", "en nl fr", N_("of customers without one")),
    TEXT("import", "watch", "", N_("folders whose new files the desk offers to import, a colon between them")),
    CHOICE("import", "after", "leave", "leave move", N_("imported files stay, or move to the folder imported in it")),

    NUMBER("store", "wait_seconds", "5", 1, 60, N_("seconds to wait for a colleague who is saving")),
    CHOICE("store", "journal", "auto", "auto truncate wal", N_("how SQLite writes; wal only with a fixed library")),

    NUMBER("privacy", "idle_seconds", "0", 0, 86400, N_("seconds until the screen is blanked; 0 = never")),
};

const SettingRow *settings_rows(size_t *count)
{
    *count = G_N_ELEMENTS(rows);
    return rows;
}

static bool row_is(size_t index, const char *section, const char *key)
{
    return strcmp(rows[index].key, key) == 0 && strcmp(rows[index].section, section) == 0;
}

/* Settings are asked for by literals, some of them for every line of a bank file: the address tells where to look
 * first. */
int settings_row_index(const char *section, const char *key)
{
    static size_t recent[128]; /* index + 1; 0: nothing yet */
    size_t *place = &recent[((guintptr)key ^ (guintptr)section >> 3) % G_N_ELEMENTS(recent)];
    if (*place > 0 && row_is(*place - 1, section, key))
        return (int)(*place - 1);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (!row_is(i, section, key))
            continue;
        *place = i + 1;
        return (int)i;
    }
    return -1;
}
