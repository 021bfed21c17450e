/* One movement: record 2.1, what 2.2 and 2.3 add to it, and the information records 3 behind it. */
#include "ledger/import/coda.h"

#include <string.h>

enum { EXTRA_MOST = 4096, INFORMATION_MOST = 268, KIND = 3 };

/* ---- record 2.1 ---- */

static void letters_take(const CodaPlaces *record, int from, int count, char *letters)
{
    for (int i = 0; i < count; i++)
        letters[i] = coda_at(record, from + i);
    letters[count] = '\0';
}

static bool day_stated(const CodaPlaces *record, int from)
{
    gint64 number = 0;
    return !coda_is_blank(record, from, from + 5) && !(coda_number(record, from, from + 5, &number) && number == 0);
}

/* Where letters got lost in the text, the day behind it stands by so many places before its own. */
static void days_take(CodaMovement *movement, const CodaPlaces *record)
{
    int off = record->length - CODA_LENGTH;
    movement->entry = movement->value = DAY_NONE;
    bool has_entry =
        coda_day(record, 116, &movement->entry) || (ABS(off) == 1 && coda_day(record, 116 + off, &movement->entry));
    bool has_value = coda_day(record, 48, &movement->value);
    movement->impossible_day = (!has_entry && day_stated(record, 116)) || (!has_value && day_stated(record, 48));
}

CodaMovement *coda_movement_new(const CodaPlaces *record, int line)
{
    Milli amount = 0;
    if (!coda_fits(record) || !coda_amount(record, 32, &amount))
        return NULL;
    CodaMovement *movement = g_new0(CodaMovement, 1);
    movement->line = line;
    movement->amount = amount;
    letters_take(record, 3, 4, movement->sequence);
    letters_take(record, 7, 4, movement->detail);
    letters_take(record, 54, 8, movement->code);
    movement->structured = coda_at(record, 62) == '1';
    movement->bank_reference = coda_text(record, 11, 31);
    movement->communication = g_string_sized_new(CODA_PLACES);
    movement->extra = g_string_new(NULL);
    coda_copy(record, 63, 115, movement->communication);
    days_take(movement, record);
    return movement;
}

void coda_movement_free(CodaMovement *movement)
{
    if (movement == NULL)
        return;
    g_string_free(movement->communication, TRUE);
    g_string_free(movement->extra, TRUE);
    if (movement->information != NULL)
        g_string_free(movement->information, TRUE);
    g_free(movement->bank_reference);
    g_free(movement->customer_reference);
    g_free(movement->account);
    g_free(movement->name);
    g_free(movement->full_name);
    g_free(movement);
}

bool coda_movement_owns(const CodaMovement *movement, const CodaPlaces *record)
{
    for (int i = 0; i < 4; i++)
        if (movement->sequence[i] != coda_at(record, 3 + i))
            return false;
    return true;
}

size_t coda_movement_bytes(const CodaMovement *movement)
{
    return sizeof *movement + movement->communication->allocated_len + movement->extra->allocated_len;
}

/* ---- records 2.2 and 2.3 ---- */

/* ISO reasons are a letter and three more (AC04, MD01, FOCR); before 2010 other things stood here. */
bool coda_is_reason(const char *reason)
{
    if (!g_ascii_isupper(reason[0]) || !g_ascii_isupper(reason[1]))
        return false;
    return g_ascii_isalnum(reason[2]) && g_ascii_isalnum(reason[3]);
}

static void return_take(CodaMovement *movement, const CodaPlaces *record)
{
    char type = coda_at(record, 113), reason[5];
    bool bare = coda_is_blank(record, 114, 125);
    letters_take(record, 114, 4, reason);
    if (type < '1' || type > '5' || (!bare && !coda_is_reason(reason)))
        return;
    movement->returned = true;
    g_strlcpy(movement->return_reason, bare ? "" : reason, sizeof movement->return_reason);
}

bool coda_movement_second(CodaMovement *movement, const CodaPlaces *record)
{
    if (movement->customer_reference != NULL || movement->name != NULL)
        return false;
    coda_copy(record, 11, 63, movement->communication);
    movement->customer_reference = coda_text(record, 64, 98);
    return_take(movement, record);
    return true;
}

bool coda_movement_third(CodaMovement *movement, const CodaPlaces *record)
{
    if (movement->name != NULL)
        return false;
    if (movement->customer_reference == NULL) /* no 2.2: its places count all the same */
        g_string_append_printf(movement->communication, "%53s", "");
    movement->account = coda_account(record, 11, 44, false);
    movement->name = coda_text(record, 48, 82);
    coda_copy(record, 83, 125, movement->communication);
    return true;
}

/* ---- records 3 ---- */

static void extra_add(CodaMovement *movement, const char *text)
{
    if (text[0] == '\0' || movement->extra->len + strlen(text) > EXTRA_MOST)
        return;
    if (movement->extra->len > 0)
        g_string_append_c(movement->extra, ' ');
    g_string_append(movement->extra, text);
}

static void extra_add_range(CodaMovement *movement, const CodaPlaces *information, int from, int to)
{
    g_autofree char *text = coda_text(information, from, to);
    extra_add(movement, text);
}

/* Kinds of information that say something of the payment; places behind the three digits of the kind.  Left out are
 * the banks between (004, 005), coins (007) and securities (010, 011). */
static const struct {
    const char *kind;
    int from, to;
} told[] = {
    {"002", 4, 143}, /* the bank's own words */
    {"006", 4, 33},  /* what a part of the amount is */
    {"008", 4, 73},  /* for whom it is in the end */
    {"009", 4, 73},  /* from whom it is in the end */
};

static void structured_finish(CodaMovement *movement, const CodaPlaces *information)
{
    char kind[KIND + 1];
    letters_take(information, 1, KIND, kind);
    if (strcmp(kind, "001") == 0 && movement->full_name == NULL)
        movement->full_name = coda_text(information, 4, 73);
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        if (strcmp(kind, told[i].kind) == 0)
            extra_add_range(movement, information, told[i].from, told[i].to);
}

void coda_movement_finish(CodaMovement *movement)
{
    if (movement->information == NULL)
        return;
    CodaPlaces information;
    coda_places(&information, movement->information->str, movement->information->len);
    if (movement->information_structured) {
        structured_finish(movement, &information);
    } else {
        g_autofree char *text = coda_clean(movement->information->str);
        extra_add(movement, text);
    }
    g_string_free(movement->information, TRUE);
    movement->information = NULL;
}

bool coda_movement_information(CodaMovement *movement, const CodaPlaces *record)
{
    static const struct {
        int from, to;
    } articles[] = {{41, 113}, {11, 115}, {11, 100}};
    int article = coda_at(record, 2) - '1';
    if (article == 0) {
        coda_movement_finish(movement);
        movement->information = g_string_new(NULL);
        movement->information_structured = coda_at(record, 40) == '1';
    }
    if (article < 0 || article >= (int)G_N_ELEMENTS(articles) || movement->information == NULL ||
        movement->information->len > 4 * INFORMATION_MOST)
        return false;
    coda_copy(record, articles[article].from, articles[article].to, movement->information);
    return true;
}
