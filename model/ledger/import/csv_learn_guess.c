/* Guesses, from the words of all profiles first and from what the cells look like after that. */
#include "base/money.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/import/csv_learn_parts.h"
#include "ledger/import/csv_values.h"

#include <string.h>

enum { PART_LETTERS = 5 }; /* a header may be a part of a longer one from so many letters on */

const CsvRow *learn_header_row(const CsvLearn *learn)
{
    return learn->header == 0 ? NULL : g_ptr_array_index(learn->rows, learn->header - 1);
}

/* --- Which row names the columns --------------------------------------------------------------------------- */

static bool names_field(const CsvProfile *profile, int field, const char *folded)
{
    const GPtrArray *names = profile->headers[field];
    for (guint i = 0; names != NULL && i < names->len; i++)
        if (strcmp(g_ptr_array_index(names, i), folded) == 0)
            return true;
    return false;
}

static int votes_for(const GPtrArray *profiles, const char *folded, int field)
{
    int votes = 0;
    for (guint i = 0; folded[0] != '\0' && i < profiles->len; i++)
        votes += names_field(g_ptr_array_index(profiles, i), field, folded);
    return votes;
}

static int words_known(const GPtrArray *profiles, const CsvRow *row)
{
    int known = 0;
    for (guint i = 0; i < row->cells->len; i++) {
        g_autofree char *folded = text_fold_bare(csv_row_cell(row, (int)i));
        int votes = 0;
        for (int field = 0; field < CSV_FIELDS; field++)
            votes += votes_for(profiles, folded, field);
        known += votes > 0;
    }
    return known;
}

typedef enum { LOOKS_EMPTY, LOOKS_WORD, LOOKS_NUMBER, LOOKS_AMOUNT, LOOKS_DAY, LOOKS_EMAIL, LOOKS_IBAN, LOOKS } Looks;

static bool is_iban(const char *cell)
{
    g_autofree char *iban = g_ascii_isalpha(cell[0]) ? iban_normal(cell) : NULL;
    return iban != NULL;
}

/* 20260224 and 46077 are days for the reader and numbers for a person: only written dates count. */
static Looks looks_of(const char *cell)
{
    Day day;
    Cents cents;
    if (cell[0] == '\0')
        return LOOKS_EMPTY;
    if (strchr(cell, '@') != NULL)
        return LOOKS_EMAIL;
    if (is_iban(cell))
        return LOOKS_IBAN;
    if (strcspn(cell, "-/.") < strlen(cell) && csv_day(cell, CSV_DAYS_AUTO, &day) && day_known(day))
        return LOOKS_DAY;
    if (csv_mark_of(cell) != 0 && money_parse_file(cell, 0, 2, &cents, NULL))
        return LOOKS_AMOUNT;
    return strpbrk(cell, "0123456789") != NULL ? LOOKS_NUMBER : LOOKS_WORD;
}

static guint widest(const CsvLearn *learn)
{
    guint width = 0;
    for (guint i = 0; i < learn->rows->len; i++)
        width = MAX(width, ((const CsvRow *)g_ptr_array_index(learn->rows, i))->cells->len);
    return width;
}

/* "Lettrage #2" is a word, "F2026/0007" is none. */
static bool is_word(const char *cell)
{
    int letters = 0;
    for (const char *at = cell; *at != '\0'; at = g_utf8_next_char(at))
        letters += g_unichar_isalpha(g_utf8_get_char(at));
    Looks looks = looks_of(cell);
    return looks == LOOKS_WORD || (looks == LOOKS_NUMBER && letters >= 4);
}

/* Words only, and as wide as the list. */
static bool row_is_words(const CsvRow *row, guint width)
{
    guint words = 0;
    for (guint i = 0; i < row->cells->len; i++) {
        const char *cell = csv_row_cell(row, (int)i);
        if (cell[0] != '\0' && !is_word(cell))
            return false;
        words += cell[0] != '\0';
    }
    return words >= 2 && words * 2 > width;
}

guint learn_guess_header(const CsvLearn *learn)
{
    g_autoptr(GPtrArray) profiles = csv_profiles_load(learn->profiles, NULL);
    guint best = 0, rows = MIN(learn->rows->len, LEARN_ROWS);
    int most = 1;
    for (guint i = 0; profiles != NULL && i < rows; i++) {
        int known = words_known(profiles, g_ptr_array_index(learn->rows, i));
        if (known > most) {
            most = known;
            best = i + 1;
        }
    }
    for (guint i = 0; best == 0 && i < rows; i++)
        if (row_is_words(g_ptr_array_index(learn->rows, i), widest(learn)))
            best = i + 1;
    return best;
}

/* --- What each column holds, from its header ---------------------------------------------------------------- */

static bool field_fits_list(const CsvLearn *learn, int field)
{
    return field < CSV_INVOICE_NUMBER || (!learn->customers && field != CSV_ACCOUNT && field != CSV_STATUS);
}

static bool field_free(const CsvLearn *learn, int field)
{
    for (guint i = 0; i < learn->columns->len; i++)
        if ((int)((const LearnColumn *)g_ptr_array_index(learn->columns, i))->field == field)
            return false;
    return field_fits_list(learn, field);
}

static void guess(const CsvLearn *learn, guint column, int field)
{
    LearnColumn *at = g_ptr_array_index(learn->columns, column);
    at->field = (CsvField)field;
    at->guessed = true;
}

static bool undecided(const CsvLearn *learn, guint column)
{
    const LearnColumn *at = g_ptr_array_index(learn->columns, column);
    return at->field == CSV_FIELDS && at->guessed;
}

/* The profile that knows most of these headers, also when it lacks one it needs. */
static const CsvProfile *nearest(const GPtrArray *profiles, const CsvRow *row, CsvMap *map)
{
    const CsvProfile *best = NULL;
    for (guint i = 0; i < profiles->len; i++) {
        const CsvProfile *profile = g_ptr_array_index(profiles, i);
        CsvMap tried;
        (void)csv_profile_map(profile, row, &tried);
        if (profile->headless || (best != NULL && tried.matched <= map->matched))
            continue;
        best = profile;
        *map = tried;
    }
    return best;
}

static void fields_of_profile(CsvLearn *learn, const GPtrArray *profiles, bool kind_too)
{
    CsvMap map;
    const CsvProfile *profile = nearest(profiles, learn_header_row(learn), &map);
    if (profile == NULL || map.matched < 2)
        return;
    if (kind_too)
        learn->customers = profile->customers;
    for (int field = 0; field < CSV_FIELDS; field++)
        if (map.column[field] >= 0 && undecided(learn, (guint)map.column[field]) && field_free(learn, field))
            guess(learn, (guint)map.column[field], field);
}

/* How well a header fits a field: in full by votes, in part by the length of the longest known word within it. */
static int points_of(const GPtrArray *profiles, const char *folded, int field, bool in_part)
{
    int longest = 0;
    if (!in_part)
        return votes_for(profiles, folded, field);
    for (guint i = 0; i < profiles->len; i++) {
        const GPtrArray *names = ((const CsvProfile *)g_ptr_array_index(profiles, i))->headers[field];
        for (guint name = 0; names != NULL && name < names->len; name++) {
            const char *word = g_ptr_array_index(names, name);
            int length = (int)strlen(word);
            if (length >= PART_LETTERS && length > longest && strstr(folded, word) != NULL)
                longest = length;
        }
    }
    return longest;
}

static bool field_best(const CsvLearn *learn, const GPtrArray *profiles, bool in_part, guint *column, int *field)
{
    int most = 0;
    for (guint i = 0; i < learn->columns->len; i++) {
        if (!undecided(learn, i))
            continue;
        g_autofree char *folded = text_fold_bare(csv_row_cell(learn_header_row(learn), (int)i));
        for (int tried = 0; tried < CSV_FIELDS; tried++) {
            int points = field_free(learn, tried) ? points_of(profiles, folded, tried, in_part) : 0;
            if (points <= most)
                continue;
            most = points;
            *column = i;
            *field = tried;
        }
    }
    return most > 0;
}

/* --- … and from what stands in it -------------------------------------------------------------------------- */

/* What most cells below the header look like; *distinct: no two are the same. */
static Looks column_looks(const CsvLearn *learn, guint column, bool *distinct)
{
    int counts[LOOKS] = {0};
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    *distinct = true;
    for (guint i = learn->header; i < learn->rows->len; i++) {
        const char *cell = csv_row_cell(g_ptr_array_index(learn->rows, i), (int)column);
        counts[looks_of(cell)]++;
        if (cell[0] != '\0')
            *distinct = g_hash_table_add(seen, (gpointer)cell) && *distinct;
    }
    Looks most = LOOKS_EMPTY;
    counts[LOOKS_EMPTY] = 0;
    for (int looks = 0; looks < LOOKS; looks++)
        most = counts[looks] > counts[most] ? (Looks)looks : most;
    return most;
}

static void guess_if_free(CsvLearn *learn, guint column, int field)
{
    if (undecided(learn, column) && field_free(learn, field))
        guess(learn, column, field);
}

static void days_and_amounts(CsvLearn *learn)
{
    int days[2] = {-1, -1}, amounts[2] = {-1, -1};
    for (guint i = 0; i < learn->columns->len; i++) {
        bool distinct = false;
        Looks looks = undecided(learn, i) ? column_looks(learn, i, &distinct) : LOOKS_EMPTY;
        int *pair = looks == LOOKS_DAY ? days : looks == LOOKS_AMOUNT ? amounts : NULL;
        if (pair != NULL)
            pair[pair[0] >= 0] = (int)i; /* the first and the last of their kind */
    }
    bool has_money =
        !field_free(learn, CSV_OPEN_AMOUNT) || !field_free(learn, CSV_AMOUNT) || !field_free(learn, CSV_DEBIT);
    if (days[0] >= 0)
        guess_if_free(learn, (guint)days[0], days[1] >= 0 ? CSV_INVOICE_DATE : CSV_DUE_DATE);
    if (days[1] >= 0)
        guess_if_free(learn, (guint)days[1], CSV_DUE_DATE);
    if (amounts[0] >= 0 && !has_money)
        guess_if_free(learn, (guint)amounts[0], amounts[1] >= 0 ? CSV_AMOUNT : CSV_OPEN_AMOUNT);
    if (amounts[1] >= 0 && !has_money)
        guess_if_free(learn, (guint)amounts[1], CSV_OPEN_AMOUNT);
}

/* Nothing else looks like these two. */
static void unmistakable_cells(CsvLearn *learn)
{
    bool distinct = false;
    for (guint i = 0; i < learn->columns->len; i++) {
        Looks looks = column_looks(learn, i, &distinct);
        if (looks == LOOKS_EMAIL || looks == LOOKS_IBAN)
            guess_if_free(learn, i, looks == LOOKS_EMAIL ? CSV_EMAIL : CSV_IBAN);
    }
}

static void fields_of_cells(CsvLearn *learn)
{
    bool distinct = false;
    if (!learn->customers)
        days_and_amounts(learn);
    for (guint i = 0; i < learn->columns->len; i++) {
        Looks looks = column_looks(learn, i, &distinct);
        if (looks == LOOKS_WORD)
            guess_if_free(learn, i, CSV_CUSTOMER_NAME);
        else if (looks == LOOKS_NUMBER && distinct && !learn->customers)
            guess_if_free(learn, i, CSV_INVOICE_NUMBER);
    }
}

static void fields_of_words(CsvLearn *learn, const GPtrArray *profiles, bool in_part)
{
    guint column = 0;
    int field = 0;
    while (field_best(learn, profiles, in_part, &column, &field))
        guess(learn, column, field);
}

void learn_guess_fields(CsvLearn *learn, bool kind_too)
{
    g_autoptr(GPtrArray) profiles = learn->header == 0 ? NULL : csv_profiles_load(learn->profiles, NULL);
    if (profiles != NULL) {
        fields_of_profile(learn, profiles, kind_too);
        fields_of_words(learn, profiles, false);
    }
    unmistakable_cells(learn);
    if (profiles != NULL)
        fields_of_words(learn, profiles, true);
    fields_of_cells(learn);
}

/* --- How amounts and days are written ----------------------------------------------------------------------- */

static CsvDayOrder day_order(const char *cell, CsvDayOrder before)
{
    char *end = NULL;
    gint64 first = g_ascii_strtoll(cell, &end, 10);
    gint64 second = *end != '\0' ? g_ascii_strtoll(end + 1, NULL, 10) : 0;
    if (first > 31)
        return CSV_DAYS_YMD;
    return first > 12 ? CSV_DAYS_DMY : second > 12 ? CSV_DAYS_MDY : before;
}

void learn_guess_values(CsvLearn *learn)
{
    int points = 0, commas = 0;
    learn->days = CSV_DAYS_AUTO;
    for (guint i = learn->header; i < learn->rows->len; i++)
        for (guint column = 0; column < learn->columns->len; column++) {
            const char *cell = csv_row_cell(g_ptr_array_index(learn->rows, i), (int)column);
            Looks looks = looks_of(cell);
            if (looks == LOOKS_DAY)
                learn->days = day_order(cell, learn->days);
            points += looks == LOOKS_AMOUNT && csv_mark_of(cell) == '.';
            commas += looks == LOOKS_AMOUNT && csv_mark_of(cell) == ',';
        }
    learn->decimal = points > 0 && commas == 0 ? '.' : commas > 0 && points == 0 ? ',' : 0;
}
