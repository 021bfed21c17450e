#include "app.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/import_progress.h"
#include "commands/import_summary.h"
#include "commands/output.h"
#include "desk/bank_state.h"
#include "ledger/import/csv_learn.h"
#include "ledger/inbox.h"
#include "ledger/receipts.h"
#include "views/learn_view.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool stopped;

static void stop_at_next_row(int signal_number)
{
    (void)signal_number;
    stopped = true;
}

typedef struct {
    gboolean dry_run, full, yes, recursive, watched, learn, tells_desk;
    char *profile, *format;
    BookingOptions booking;
    ImportProgress progress;
    ImportTotals totals;
    Inbox *inbox; /* NULL: not from the watched folders */
} Importing;

static bool answered_yes(int items)
{
    printf(_("%d items are no longer on this full list. Mark them gone from the ledger? [y/N] "), items);
    fflush(stdout);
    char answer[16] = "";
    if (!isatty(STDIN_FILENO) || fgets(answer, sizeof answer, stdin) == NULL) {
        puts("");
        return false;
    }
    /* TRANSLATORS: the letters that mean yes, in both cases */
    return strchr(_("yY"), answer[0]) != NULL && answer[0] != '\0';
}

static bool ask_about_missing(Ledger *ledger, const ImportSummary *summary, Importing *importing, GError **error)
{
    enum { SHOWN = 20 };
    guint count = summary->missing_items->len;
    if (count == 0)
        return true;
    g_autofree char *words = items_words(ledger, summary->missing_items, SHOWN, error);
    if (words == NULL)
        return false;
    fputs(words, stdout);
    if (!importing->yes && !answered_yes((int)count)) {
        printf(_("  %u items left as they are; import again with --yes to mark them gone.\n"), count);
        return true;
    }
    if (!items_mark_gone(ledger, summary->missing_items, clock_today(), &importing->booking, error))
        return false;
    printf(_("  %u items marked gone from the ledger.\n"), count);
    return true;
}

static bool import_one(Ledger *ledger, const char *path, Importing *importing, GError **error)
{
    g_autoptr(ImportSummary) summary = NULL;
    import_progress_start(&importing->progress, path);
    bool done = import_file(ledger, path, &importing->booking, &summary, error);
    import_progress_end(&importing->progress);
    if (!done)
        return false;
    totals_add(&importing->totals, summary);
    summary_print(summary);
    return ask_about_missing(ledger, summary, importing, error);
}

/* Readers name the file in their sentence; the others do not. */
static void print_trouble(const char *path, const char *sentence)
{
    g_autofree char *name = g_path_get_basename(path);
    (void)fflush(stdout); /* in the order of the files, also where both go to one place */
    if (strstr(sentence, name) != NULL)
        fprintf(stderr, "belronde: %s\n", sentence);
    else
        fprintf(stderr, "belronde: %s: %s\n", path, sentence);
}

static void import_or_tell(Ledger *ledger, const InboxFile *file, Importing *importing)
{
    g_autoptr(GError) trouble = NULL;
    if (file->reason == NULL && import_one(ledger, file->path, importing, &trouble)) {
        if (importing->inbox != NULL && !inbox_put_away(importing->inbox, ledger, file->path, &trouble))
            print_trouble(file->path, trouble->message);
        return;
    }
    const char *sentence = trouble != NULL ? trouble->message : file->reason;
    importing->totals.refused++;
    print_trouble(file->path, sentence);
    if (importing->inbox != NULL && (trouble == NULL || g_error_matches(trouble, BELRONDE_ERROR, BELRONDE_ERROR_INPUT)))
        inbox_refuse(importing->inbox, file->path, sentence);
}

/* How far each account is in now. */
static void bank_print(Desk *desk)
{
    g_autoptr(GError) trouble = NULL;
    const BankState *bank = desk_bank(desk, &trouble);
    for (guint i = 0; bank != NULL && i < bank->accounts->len; i++) {
        const BankAccount *account = g_ptr_array_index(bank->accounts, i);
        g_autofree char *words = bank_account_words(account), *wrong = bank_trouble_words(account);
        printf("%s%s%s\n", words, *wrong != '\0' ? "  ! " : "", wrong);
    }
    if (trouble != NULL)
        fprintf(stderr, "belronde: %s\n", trouble->message);
}

static int import_files(Desk *desk, Importing *importing, const GPtrArray *files)
{
    Ledger ledger = desk_ledger(desk);
    ImportTotals *totals = &importing->totals;
    importing->progress.files = (int)files->len;
    for (guint i = 0; i < files->len && !stopped; i++)
        import_or_tell(&ledger, g_ptr_array_index(files, i), importing);
    if (files->len > 1)
        totals_print(totals);
    if (totals->statements > 0)
        bank_print(desk);
    (void)fflush(stdout); /* what comes now comes last, also where both go to one place */
    if (stopped)
        fprintf(stderr, "%s\n", _("Stopped. What is booked stays; the same file goes on where it was."));
    if (totals->imported + totals->known == 0)
        return EXIT_REFUSED;
    return totals->refused + totals->listed + totals->warnings > 0 ? EXIT_WARNINGS : EXIT_DONE;
}

/* An array with one object per file; text shows the same JSON, for people read it too. */
static int preview_files(Desk *desk, Importing *importing, const GPtrArray *files, GError **error)
{
    Ledger ledger = desk_ledger(desk);
    g_autoptr(GString) all = g_string_new("[");
    int status = EXIT_DONE;
    for (guint i = 0; i < files->len; i++) {
        const InboxFile *file = g_ptr_array_index(files, i);
        g_autoptr(GError) trouble = NULL;
        g_autofree char *one =
            file->reason != NULL ? NULL : import_preview_json(&ledger, file->path, &importing->booking, &trouble);
        if (one == NULL) {
            print_trouble(file->path, trouble != NULL ? trouble->message : file->reason);
            status = EXIT_WARNINGS;
            continue;
        }
        g_string_append_printf(all, "%s\n%s", all->len > 1 ? "," : "", one);
    }
    if (all->len == 1) {
        fail(error, BELRONDE_ERROR_INPUT, _("None of the files can be read."));
        return EXIT_REFUSED;
    }
    g_string_append(all, "\n]");
    output_text(all->str);
    return status;
}

static int import_paths(Desk *desk, Importing *importing, const char *const *paths, GError **error)
{
    Ledger ledger = desk_ledger(desk);
    g_autoptr(GPtrArray) files = inbox_gather(&ledger, &importing->booking, paths, importing->recursive);
    if (files->len == 0) {
        fail(error, BELRONDE_ERROR_MISSING, _("There is no file to import in %s."), paths[0]);
        return EXIT_REFUSED;
    }
    return importing->dry_run ? preview_files(desk, importing, files, error) : import_files(desk, importing, files);
}

/* What was imported by hand from a watched folder goes the same way as what is imported now. */
static void known_put_away(const Inbox *inbox, const Ledger *ledger)
{
    const GPtrArray *known = inbox_known(inbox);
    for (guint i = 0; i < known->len; i++) {
        const InboxFile *file = g_ptr_array_index(known, i);
        g_autoptr(GError) trouble = NULL;
        if (!inbox_put_away(inbox, ledger, file->path, &trouble))
            print_trouble(file->path, trouble->message);
    }
}

static bool is_named(const char *path, const char *const *named)
{
    return *named == NULL || g_strv_contains(named, path);
}

/* `named`: only these of the new files; none: all of them. */
static int import_watched(Desk *desk, Importing *importing, const char *const *named, GError **error)
{
    Ledger ledger = desk_ledger(desk);
    g_auto(GStrv) folders = inbox_folders(desk->settings);
    g_autoptr(Inbox) inbox = inbox_new();
    if (folders[0] == NULL) {
        fail(error, BELRONDE_ERROR_INPUT, _("No folder is watched: put one in the setting import.watch."));
        return EXIT_REFUSED;
    }
    if (!inbox_look(inbox, &ledger, 0, error))
        return EXIT_REFUSED;
    if (inbox_trouble(inbox) != NULL)
        fprintf(stderr, "belronde: %s\n", inbox_trouble(inbox));
    if (inbox_waiting(inbox) > 0)
        printf(_("Still being written, left for the next time: %d\n"), inbox_waiting(inbox));
    if (!importing->dry_run)
        known_put_away(inbox, &ledger);
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    for (guint i = 0; i < inbox_files(inbox)->len; i++) {
        const InboxFile *file = g_ptr_array_index(inbox_files(inbox), i);
        if (is_named(file->path, named))
            g_ptr_array_add(paths, file->path);
    }
    if (paths->len == 0) {
        puts(_("Nothing new in the watched folders."));
        return inbox_trouble(inbox) != NULL ? EXIT_WARNINGS : EXIT_DONE;
    }
    g_ptr_array_add(paths, NULL);
    importing->inbox = inbox;
    return import_paths(desk, importing, (const char *const *)paths->pdata, error);
}

/* Without a terminal: what would be guessed, as sections for import.ini. */
static int learn_print(Desk *desk, const Importing *importing, const char *path, GError **error)
{
    Ledger ledger = desk_ledger(desk);
    ImportOptions import = ledger_import_options(&ledger, &importing->booking);
    g_autoptr(CsvLearn) learn = csv_learn_open(path, &import, error);
    if (learn == NULL)
        return EXIT_REFUSED;
    g_autofree char *label = learn_label(path), *slug = learn_slug(label), *text = learn_ini(learn, slug, label);
    g_autofree char *missing = learn_missing(learn);
    fputs(text, stdout);
    if (missing == NULL)
        return EXIT_DONE;
    printf(_("; No column holds yet: %s.\n"), missing);
    return EXIT_WARNINGS;
}

typedef struct {
    const char *path;
    char *slug;
} Learning;

static View *learning_open(App *app, gpointer data, GError **error)
{
    Learning *learning = data;
    return learn_view_alone(app, learning->path, &learning->slug, error);
}

/* On a terminal: the screen, and what was kept is used at once. */
static int learn_and_import(Desk *desk, Importing *importing, const char *path, GError **error)
{
    Learning learning = {.path = path};
    const char *const paths[] = {path, NULL};
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return learn_print(desk, importing, path, error);
    if (!desk_run_view(desk, learning_open, &learning, error))
        return EXIT_REFUSED;
    if (learning.slug == NULL) {
        puts(_("Nothing was kept and nothing imported."));
        return EXIT_WARNINGS;
    }
    printf(_("Kept as profile %s.\n"), learning.slug);
    g_free(importing->profile);
    importing->profile = learning.slug;
    importing->booking.profile = importing->profile;
    return desk_profiles_reload(desk, error) ? import_paths(desk, importing, paths, error) : EXIT_REFUSED;
}

static void importing_start(Importing *importing, Desk *desk)
{
    importing->booking = desk_booking(desk);
    importing->booking.profile = importing->profile;
    importing->booking.full = importing->full;
    importing->booking.stop = &stopped;
    importing->progress.lines = importing->tells_desk;
    if (importing->tells_desk)
        signal(SIGPIPE, SIG_IGN); /* a desk that is closed meanwhile does not cut the import off */
    if (importing->tells_desk || isatty(STDERR_FILENO)) {
        importing->booking.progress = import_progress_show;
        importing->booking.progress_data = &importing->progress;
    }
    signal(SIGINT, stop_at_next_row);
}

int command_import(Desk *desk, int argc, char **argv, GError **error)
{
    Importing importing = {0};
    const GOptionEntry entries[] = {
        {"dry-run", 0, 0, G_OPTION_ARG_NONE, &importing.dry_run, N_("show, book nothing"), NULL},
        {"format", 0, 0, G_OPTION_ARG_STRING, &importing.format, N_("with --dry-run: text or json"), "FORMAT"},
        {"profile", 0, 0, G_OPTION_ARG_STRING, &importing.profile, N_("CSV profile of data/import.ini"), "NAME"},
        {"full", 0, 0, G_OPTION_ARG_NONE, &importing.full, N_("a full list: what is absent is gone"), NULL},
        {"yes", 0, 0, G_OPTION_ARG_NONE, &importing.yes, N_("answer yes to the question of --full"), NULL},
        {"learn", 0, 0, G_OPTION_ARG_NONE, &importing.learn, N_("map the columns of a list, keep that, import it"),
         NULL},
        {"watched", 0, 0, G_OPTION_ARG_NONE, &importing.watched, N_("what is new in the folders of import.watch"),
         NULL},
        {"tells-desk", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &importing.tells_desk, N_("progress as lines"),
         NULL},
        {"recursive", 0, 0, G_OPTION_ARG_NONE, &importing.recursive, N_("folders with their subfolders"), NULL},
        G_OPTION_ENTRY_NULL,
    };
    int status = EXIT_REFUSED;
    Format format = FORMAT_TEXT;
    if (command_options(command_find("import"), entries, &argc, &argv, error) &&
        format_parse(importing.format, &format, error)) {
        importing_start(&importing, desk);
        if (importing.learn && argc != 2)
            fail(error, BELRONDE_ERROR_INPUT, _("--learn takes one file: belronde import --learn FILE"));
        else if (importing.learn)
            status = learn_and_import(desk, &importing, argv[1], error);
        else if (importing.watched)
            status = import_watched(desk, &importing, (const char *const *)argv + 1, error);
        else if (argc < 2)
            fail(error, BELRONDE_ERROR_INPUT, _("import needs a file or a folder: belronde import FILE..."));
        else
            status = import_paths(desk, &importing, (const char *const *)argv + 1, error);
    }
    g_free(importing.profile);
    g_free(importing.format);
    return status;
}
