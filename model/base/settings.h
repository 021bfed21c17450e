/* Settings: shipped data/belronde.ini, over it /etc/belronde/belronde.ini (BELRONDE_ETC names another
 * folder), over it $XDG_CONFIG_HOME/belronde/belronde.ini (or --config).  Every key is a row of one table
 * with type, limits, default and help; an unknown or doubled key is refused with its line, and so is a file
 * that others may write, since settings name programs to run. */
#pragma once
#include "ini.h"

typedef enum {
    SETTING_TEXT,
    SETTING_NUMBER,
    SETTING_BOOLEAN,
    SETTING_CHOICE,
    SETTING_COMMAND,
    SETTING_LIST
} SettingType;

typedef struct {
    const char *section, *key;
    SettingType type;
    const char *fallback; /* as text; the shipped file says the same */
    gint64 min, max;      /* NUMBER */
    const char *choices;  /* CHOICE and LIST: "a b c"; a LIST holds any of them, separated by blanks */
    const char *inherits; /* "auto" means the value of this key in [belronde]; settings_text says that one */
    const char *help;     /* msgid, one line */
} SettingRow;

typedef struct Settings Settings;

/* user_file NULL = the XDG place.  A missing file is no error; a broken one is. */
Settings *settings_load(const char *user_file, GError **error);
void settings_free(Settings *settings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Settings, settings_free)

const SettingRow *settings_rows(size_t *count);
/* A wrong name is a programming error (g_error).  Strings are borrowed until the next settings_set. */
const char *settings_text(const Settings *settings, const char *section, const char *key);
gint64 settings_number(const Settings *settings, const char *section, const char *key);
bool settings_boolean(const Settings *settings, const char *section, const char *key);
/* The words of a COMMAND (shell quoting understood by g_shell_parse_argv, never run by a shell);
 * NULL when empty.  g_strfreev. */
char **settings_command(const Settings *settings, const char *section, const char *key);
/* Entries of [bind] or [theme], whose keys the views know: the user's over the house's over the shipped
 * ones.  Borrowed until the next settings_set. */
const IniEntry *settings_free_section(const Settings *settings, const char *section, size_t *count);
const char *settings_user_path(const Settings *settings);
/* Checks and writes one line into the user's file; comments, order and unknown keys stay, symlinks are
 * followed, the file is replaced atomically (mode 0600). */
bool settings_set(Settings *settings, const char *section, const char *key, const char *value, GError **error);

/* $XDG_DATA_HOME/belronde, $XDG_STATE_HOME/belronde: created 0700 when missing.  Caller frees. */
char *path_data_home(GError **error);
char *path_state_home(GError **error);
/* The user's and the house's own place for a file, whether it is there or not.  Caller frees. */
char *path_user_config(const char *name);
char *path_house_config(const char *name);
/* Where the message catalogues are: BELRONDE_LOCALEDIR, beside the program as built, the installed place.  Caller
 * frees. */
char *path_catalogues(void);
/* "~/in" as a path of this user, and the other way round; any other path as it is.  Caller frees. */
char *path_expanded(const char *typed);
char *path_shortened(const char *path);
/* A shipped file below data/: BELRONDE_DATA, ./data beside or above the program, the installed place.
 * Never NULL (the name it was looked for when it is nowhere).  Caller frees. */
char *path_shipped(const char *name);
/* The user's own NAME where it exists, else /etc/belronde/NAME, else the shipped one.  Caller frees. */
char *path_house(const char *name);
/* Where NAME goes when the program changes it: over the file that holds now, where it is not the shipped one and may be
 * written; else into the house's folder, where that may be written; else the user's own.  *house (may be NULL): it
 * holds for every desk.  Caller frees. */
char *path_kept(const char *name, bool *house);
