/* The records of a CODA file in their order.  A record that cannot be used is listed with its line, never passed
 * over; records that lost or gained a letter on their way are put right where that is certain. */
#include "ledger/import/coda.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/import/formats.h"
#include "ledger/import/text_stream.h"

#include <string.h>

enum {
    BLOCK_BYTES = 64 * 1024,
    GROUP_MOST = 16 * 1024 * 1024, /* of the details kept in memory for one total */
    RAW_MOST = 400,
    PROGRESS_LINES = 512,
    STRAY_MOST = 2,      /* letters too many that make no other record */
    RECORD_LIKELY = 100, /* letters that do */
    MESSAGE_MOST = 400,
};

void coda_list(CodaFile *file, const char *reason)
{
    g_autofree char *cut = g_strndup(file->raw, RAW_MOST);
    g_autofree char *raw = text_clean(cut);
    file->reading.sink->problem(file->line, reason, raw, file->reading.sink->data);
    file->listed = true;
}

/* ---- records 2 and 3 ---- */

static bool total_take(CodaFile *file, CodaMovement *movement, GError **error)
{
    if (!coda_flush(file, false, error)) {
        coda_movement_free(movement);
        return false;
    }
    file->group.total = movement;
    coda_count(file, movement->amount);
    return true;
}

static void detail_take(CodaFile *file, CodaMovement *movement)
{
    CodaGroup *group = &file->group;
    coda_movement_finish(coda_current(file));
    group->bytes += coda_movement_bytes(coda_current(file));
    g_ptr_array_add(group->details, movement);
}

static bool is_dated(const CodaFile *file, const CodaMovement *movement)
{
    return day_known(movement->entry) || day_known(movement->value) || day_known(file->reading.known_day);
}

/* Why a movement cannot be used; NULL when it can. */
static const char *movement_problem(const CodaFile *file, const CodaPlaces *record, const CodaMovement *movement)
{
    const CodaMovement *total = file->group.total;
    if (!file->open)
        return _("it belongs to no statement: the old balance before it is missing");
    if (movement == NULL)
        return _("its figures are not where they belong: the amount cannot be read");
    if (strcmp(movement->detail, "0000") == 0)
        return is_dated(file, movement) ? NULL : _("it has no date, and neither has the statement");
    if (total == NULL || !coda_movement_owns(total, record))
        return _("it is a detail of a movement that could not be read");
    if (file->group.bytes > GROUP_MOST)
        return _("it is one detail too many: the total before it is kept as one line");
    return NULL;
}

static bool record_movement(CodaFile *file, const CodaPlaces *record, GError **error)
{
    CodaMovement *movement = coda_movement_new(record, file->line);
    const char *problem = movement_problem(file, record, movement);
    if (problem == NULL && strcmp(movement->detail, "0000") == 0)
        return total_take(file, movement, error);
    if (problem == NULL) {
        detail_take(file, movement);
        return true;
    }
    bool detail = coda_at(record, 7) != '0' || coda_at(record, 8) != '0' || coda_at(record, 9) != '0' ||
                  coda_at(record, 10) != '0';
    file->group.overflow = file->group.overflow || file->group.bytes > GROUP_MOST;
    file->countable = file->countable && detail;
    coda_list(file, problem);
    coda_movement_free(movement);
    return detail || coda_flush(file, false, error);
}

/* Sequence and detail number are those of the record 2.1 before. */
static bool continues(const CodaFile *file, const CodaPlaces *record)
{
    const CodaMovement *movement = coda_current(file);
    if (movement == NULL || !coda_movement_owns(movement, record))
        return false;
    for (int i = 0; i < 4; i++)
        if (movement->detail[i] != coda_at(record, 7 + i))
            return false;
    return true;
}

static bool record_two(CodaFile *file, const CodaPlaces *record, GError **error)
{
    char article = coda_at(record, 2);
    if (article == '1')
        return record_movement(file, record, error);
    bool taken = continues(file, record) && (article == '2'   ? coda_movement_second(coda_current(file), record)
                                             : article == '3' ? coda_movement_third(coda_current(file), record)
                                                              : false);
    if (!taken)
        coda_list(file, _("it continues no movement before it"));
    return true;
}

static bool record_three(CodaFile *file, const CodaPlaces *record, GError **error)
{
    (void)error;
    CodaMovement *movement = coda_current(file);
    if (movement == NULL || !coda_movement_owns(movement, record) || !coda_movement_information(movement, record))
        coda_list(file, _("it belongs to no movement before it"));
    return true;
}

static void message_tell(CodaFile *file)
{
    g_autofree char *words = text_clean_most(file->message->str, MESSAGE_MOST);
    g_string_truncate(file->message, 0);
    if (*words == '\0')
        return;
    g_autofree char *sentence = g_strdup_printf(_("The bank writes: %s"), words);
    file->reading.sink->warning(file->line, sentence, file->reading.sink->data);
}

/* A message of the bank to the account holder goes on as long as the last place says so. */
static bool record_four(CodaFile *file, const CodaPlaces *record, GError **error)
{
    (void)error;
    g_autofree char *words = coda_text(record, 33, 112);
    if (file->message->len < MESSAGE_MOST)
        g_string_append_printf(file->message, "%s%s", file->message->len > 0 ? " " : "", g_strstrip(words));
    if (coda_at(record, CODA_LENGTH) != '1')
        message_tell(file);
    return true;
}

/* ---- one line ---- */

typedef struct {
    char letter;
    bool counted; /* by the trailer */
    bool (*read)(CodaFile *file, const CodaPlaces *record, GError **error);
} Kind;

static const Kind kinds[] = {
    {'0', false, coda_header}, {'1', true, coda_old_balance}, {'2', true, record_two},    {'3', true, record_three},
    {'4', false, record_four}, {'8', true, coda_new_balance}, {'9', false, coda_trailer},
};

static const Kind *kind_of(const CodaPlaces *record)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i].letter == coda_at(record, 1))
            return &kinds[i];
    return NULL;
}

static bool record_read(CodaFile *file, const CodaPlaces *record, GError **error)
{
    const Kind *kind = kind_of(record);
    if (kind == NULL) {
        coda_list(file, _("this is no record of a CODA statement"));
        return true;
    }
    file->records += kind->counted;
    if (file->foreign_layout && kind->read != coda_header && kind->read != coda_trailer) {
        coda_list(file, _("this statement is written in another layout than 2: ask the bank for that"));
        return true;
    }
    return kind->read(file, record, error);
}

/* A letter too many before everything else. */
static size_t stray_before(const char *text, size_t bytes)
{
    return bytes > 1 && (text[0] == ' ' || text[0] == '?') && strchr("012389", text[1]) != NULL;
}

static bool one_read(CodaFile *file, const char *text, size_t bytes, GString *mended, GError **error)
{
    CodaPlaces record;
    size_t stray = stray_before(text, bytes);
    coda_places(&record, text + stray, bytes - stray);
    if (record.length + (int)stray != CODA_LENGTH && kind_of(&record) != NULL)
        coda_remark(&file->reading, CODA_WRONG_LENGTH, file->line);
    bool moved = (record.length != CODA_LENGTH || !coda_fits(&record)) && coda_mend(&record, file->created, mended);
    if (moved)
        coda_places(&record, mended->str, mended->len);
    if (moved || stray > 0)
        coda_remark(&file->reading, CODA_OUT_OF_PLACE, file->line);
    return record_read(file, &record, error);
}

static size_t trimmed(const char *text, size_t bytes)
{
    while (bytes > 0 && strchr(" \n", text[bytes - 1]) != NULL)
        bytes--;
    return bytes;
}

/* Some files have records without line ends between them. */
static bool line_read(CodaFile *file, const GString *line, GString *mended, GError **error)
{
    const char *at = line->str;
    size_t ended = line->len > 0 && at[line->len - 1] == '\n', bytes = line->len - ended;
    size_t left = trimmed(at, bytes);
    if (left == 0 || (left == 1 && at[0] == '?')) /* the end mark of DOS */
        return true;
    for (;;) {
        CodaPlaces places;
        coda_places(&places, at, bytes);
        size_t first = coda_offset(&places, CODA_LENGTH + 1);
        if (places.length <= CODA_LENGTH || left <= first + STRAY_MOST)
            return one_read(file, at, bytes > left && places.length > CODA_LENGTH ? MAX(left, first) : bytes, mended,
                            error);
        if (!one_read(file, at, first, mended, error))
            return false;
        at += first;
        bytes -= first;
        left -= first;
        if (left < RECORD_LIKELY) {
            coda_list(file, _("what stands behind the 128 letters of this record belongs to none"));
            return true;
        }
    }
}

/* ---- the file ---- */

static char *remark_words(CodaRemark remark, int count, int first)
{
    const char *const forms[CODA_REMARKS] = {
        [CODA_WRONG_LENGTH] =
            NP_("%d record does not have 128 letters (line %d): it was read as far as it goes.",
                "%d records do not have 128 letters (the first in line %d): they were read as far as they go.", count),
        [CODA_OUT_OF_PLACE] = NP_(
            "%d record is out of place by one letter (line %d) and was put right: check its amount.",
            "%d records are out of place by one letter (the first in line %d) and were put right: check their amounts.",
            count),
        [CODA_ROUNDED] =
            NP_("%d amount has more decimals than its currency (line %d) and was rounded.",
                "%d amounts have more decimals than their currency (the first in line %d) and were rounded.", count),
        [CODA_UNDATED] =
            NP_("%d line has no date or an impossible one (line %d): the nearest known day is taken.",
                "%d lines have no date or an impossible one (the first in line %d): the nearest known day is taken.",
                count),
        [CODA_CHECK_DIGIT] = NP_("%d structured reference fails its check digit (line %d).",
                                 "%d structured references fail their check digit (the first in line %d).", count),
    };
    return g_strdup_printf(forms[remark], count, first);
}

static void remarks_tell(const CodaFile *file, const TextStream *stream)
{
    const ImportSink *sink = file->reading.sink;
    for (int i = 0; i < CODA_REMARKS; i++) {
        if (file->reading.counts[i] == 0)
            continue;
        g_autofree char *sentence = remark_words((CodaRemark)i, file->reading.counts[i], file->reading.firsts[i]);
        sink->warning(file->reading.firsts[i], sentence, sink->data);
    }
    if (text_stream_replaced(stream) > 0 || text_stream_zeros(stream) > 0)
        sink->warning(0, _("Some letters could not be read and became “?”: look at the names."), sink->data);
}

static void progress(const CodaFile *file, const TextStream *stream)
{
    const ImportSink *sink = file->reading.sink;
    gint64 bytes = 0, total = 0;
    if (sink->progress == NULL || file->line % PROGRESS_LINES != 0)
        return;
    text_stream_position(stream, &bytes, &total);
    sink->progress(bytes, total, sink->data);
}

static bool lines_read(CodaFile *file, TextStream *stream, GError **error)
{
    g_autoptr(GString) line = g_string_new(NULL);
    g_autoptr(GString) mended = g_string_new(NULL);
    TextStatus status;
    while ((status = text_stream_next(stream, line, error)) == TEXT_LINE || status == TEXT_TOO_LONG) {
        file->line++;
        file->raw = line->str;
        progress(file, stream);
        if (status == TEXT_TOO_LONG)
            coda_list(file, _("this line is longer than any record can be"));
        else if (!line_read(file, line, mended, error))
            return false;
    }
    return status == TEXT_END;
}

static bool file_end(CodaFile *file, const TextStream *stream, GError **error)
{
    const ImportSink *sink = file->reading.sink;
    bool more = file->more_follow;
    message_tell(file);
    if (!coda_cut_short(file, error))
        return false;
    if (file->statements == 0 && !file->listed)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("This CODA file breaks off before its first statement: fetch it again from the bank."));
    if (more)
        sink->warning(0, _("The file says that another statement follows, but it ends: fetch it again from the bank."),
                      sink->data);
    remarks_tell(file, stream);
    return true;
}

static bool coda_read(const char *path, const ImportOptions *options, const ImportSink *sink, GError **error)
{
    g_autoptr(TextStream) stream = text_stream_open(path, NULL, BLOCK_BYTES, error);
    if (stream == NULL)
        return false;
    CodaFile file = {.reading = {.sink = sink, .options = options, .known_day = DAY_NONE}, .created = DAY_NONE};
    file.reading.strings = g_ptr_array_new_with_free_func(g_free);
    file.message = g_string_new(NULL);
    file.group.details = g_ptr_array_new_with_free_func((GDestroyNotify)coda_movement_free);
    bool done = lines_read(&file, stream, error) && file_end(&file, stream, error);
    coda_movement_free(file.group.total);
    g_ptr_array_unref(file.group.details);
    g_ptr_array_unref(file.reading.strings);
    g_string_free(file.message, TRUE);
    return done;
}

/* ---- recognition ---- */

/* Zeros, the day of creation, the bank, "05", and a blank or the D of a duplicate; nothing else begins so. */
static int recognise(const guint8 *head, size_t length, const ImportOptions *options)
{
    enum { TOLD = 16, SURE = 97 };
    (void)options;
    size_t skip = 0;
    const char *charset = charset_guess(head, length, false, &skip);
    g_autofree char *text = charset_text(head + skip, MIN(length - skip, 1024), charset);
    const char *line = text + strspn(text, "\r\n");
    line += stray_before(line, strlen(line));
    bool header =
        g_str_has_prefix(line, "00000") && strspn(line, "0123456789") >= TOLD && strncmp(line + 14, "05", 2) == 0;
    return header && (line[TOLD] == '\0' || strchr(" D\r\n", line[TOLD]) != NULL) ? SURE : 0;
}

const ImportFormat coda_format = {
    .slug = "coda", .label = N_("bank statement CODA"), .recognise = recognise, .read = coda_read};
