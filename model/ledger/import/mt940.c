/* MT940: physical lines into fields, fields into statements and bank lines.  A field goes on until the next known
 * tag; what a damaged one held is listed as a problem and never lost silently. */
#include "ledger/import/mt940.h"

#include "base/i18n.h"
#include "ledger/import/formats.h"
#include "ledger/import/text_stream.h"
#include "ledger/import/xml_reader.h"

#include <string.h>

enum { BLOCK_BYTES = 64 * 1024, FIELD_MOST = 16 * 1024, RAW_MOST = 400, PROGRESS_LINES = 4096, TAG_MOST = 3 };

typedef struct {
    char tag[TAG_MOST + 1]; /* "" none is open */
    GString *text;          /* without the tag, lines parted by '\n' */
    int line;
    bool whole; /* its first line has an end */
    bool cut;   /* was longer than anything a bank writes */
} Field;

typedef struct {
    Mt940Statement statement;
    Field field;
    int line;
    bool dash;    /* a lone dash: the end of a message, or the text goes on with it */
    bool pending; /* a movement waits for its text */
    Field movement;
    GString *text; /* fields :86: of it */
    bool full;     /* more of them than anything a bank writes */
} Reading;

/* ---- what cannot be used ---- */

static void warn(const Reading *reading, int line, const char *sentence)
{
    reading->statement.sink->warning(line, sentence, reading->statement.sink->data);
}

static void list_problem(Reading *reading, int line, const char *reason, const char *raw)
{
    g_autofree char *head = g_strndup(raw, RAW_MOST), *clean = mt940_text(head);
    reading->statement.countable = false;
    reading->statement.sink->problem(line, reason, clean, reading->statement.sink->data);
}

static void unusable(Reading *reading, const char *reason)
{
    g_autofree char *raw = g_strconcat(":61:", reading->movement.text->str, "\n", reading->text->str, NULL);
    list_problem(reading, reading->movement.line, reason, raw);
}

/* The movement that waited is complete. */
static bool movement_flush(Reading *reading, GError **error)
{
    Mt940Statement *statement = &reading->statement;
    if (!reading->pending)
        return true;
    reading->pending = false;
    Mt940Movement movement;
    const char *reason = mt940_movement_read(reading->movement.text->str, reading->movement.whole,
                                             statement->record.currency, statement->day, &movement);
    bool going = true;
    if (reason != NULL)
        unusable(reading, reason);
    else
        going = mt940_line_tell(statement, &movement, reading->text->str, reading->movement.line, error);
    mt940_movement_clear(&movement);
    g_string_truncate(reading->text, 0);
    return going;
}

/* ---- fields ---- */

static bool on_reference(Reading *reading, const Field *field, GError **error);

/* A header field behind a statement that has begun opens the next one, :20: or not. */
static bool header_open(Reading *reading, const Field *field, GError **error)
{
    return reading->statement.collecting || on_reference(reading, field, error);
}

static bool header_left(Reading *reading, GError **error)
{
    Mt940Statement *statement = &reading->statement;
    const Mt940Header *header = &statement->header;
    if (!statement->collecting)
        return true;
    if (header->account != NULL || header->has_opening)
        return mt940_header_commit(statement, error);
    g_autofree char *raw = g_strconcat(":20:", header->reference == NULL ? "" : header->reference, NULL);
    list_problem(reading, header->line, _("here a statement begins and nothing follows"), raw);
    return true;
}

static bool on_reference(Reading *reading, const Field *field, GError **error)
{
    Mt940Statement *statement = &reading->statement;
    if (!movement_flush(reading, error) || !header_left(reading, error))
        return false;
    if (statement->begun && !statement->turned && !mt940_statement_end(statement, error))
        return false;
    mt940_header_start(statement, field->line);
    if (strcmp(field->tag, "20") == 0)
        statement->header.reference = g_strndup(field->text->str, strcspn(field->text->str, "\n"));
    return true;
}

static bool on_account(Reading *reading, const Field *field, GError **error)
{
    bool open = header_open(reading, field, error);
    if (open)
        mt940_account_take(&reading->statement, field->text->str);
    return open;
}

static bool on_number(Reading *reading, const Field *field, GError **error)
{
    bool open = header_open(reading, field, error);
    if (open)
        mt940_number_take(&reading->statement, field->text->str);
    return open;
}

static bool on_opening(Reading *reading, const Field *field, GError **error)
{
    bool open = header_open(reading, field, error);
    if (open)
        mt940_opening_take(&reading->statement, field->text->str, field->line, field->tag[2] == 'M');
    return open;
}

static bool on_interim(Reading *reading, const Field *field, GError **error)
{
    (void)field;
    (void)error;
    reading->statement.header.interim = reading->statement.header.interim || reading->statement.collecting;
    return true;
}

static bool on_movement(Reading *reading, const Field *field, GError **error)
{
    if (!movement_flush(reading, error) || !mt940_header_commit(&reading->statement, error))
        return false;
    reading->pending = true;
    reading->full = false;
    reading->movement.line = field->line;
    reading->movement.whole = field->whole;
    g_string_assign(reading->movement.text, field->text->str);
    return true;
}

static bool on_closing(Reading *reading, const Field *field, GError **error)
{
    if (!movement_flush(reading, error) || !mt940_header_commit(&reading->statement, error))
        return false;
    mt940_closing_take(&reading->statement, field->text->str, field->line, field->tag[2] == 'M');
    return true;
}

/* Text of the movement before it; behind the closing balance it is about the statement. */
static bool on_text(Reading *reading, const Field *field, GError **error)
{
    (void)error;
    if (reading->pending && reading->text->len >= FIELD_MOST) {
        if (!reading->full)
            warn(reading, field->line, _("This text is longer than any bank writes; its end was left out."));
        reading->full = true;
    } else if (reading->pending) {
        if (reading->text->len > 0)
            g_string_append_c(reading->text, MT940_FIELD_BREAK);
        g_string_append(reading->text, field->text->str);
    } else if (!reading->pending && reading->statement.begun && reading->statement.closed) {
        mt940_totals_take(&reading->statement, field->text->str);
    }
    return true;
}

/* :NS: lines are numbered: 01-14 text, 15 and 16 name, 17 the bank's word; the rest is for the bank. */
static bool on_numbered(Reading *reading, const Field *field, GError **error)
{
    g_autoptr(GString) german = g_string_new("000");
    g_auto(GStrv) lines = g_strsplit(field->text->str, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        int number = strspn(*line, "0123456789") < 2 ? 0 : (*line)[0] * 10 + (*line)[1] - '0' * 11;
        if (number >= 1 && number <= 14)
            g_string_append_printf(german, "?%02d%s%s", 20 + (number - 1) % 10, number > 1 ? " " : "", *line + 2);
        else if (number == 15 || number == 16)
            g_string_append_printf(german, "?32%s", *line + 2);
        else if (number == 17)
            g_string_append_printf(german, "?00%s", *line + 2);
    }
    if (!reading->pending || reading->text->len > 0)
        return true;
    Field as_text = *field;
    as_text.text = german;
    return on_text(reading, &as_text, error);
}

static bool on_available(Reading *reading, const Field *field, GError **error)
{
    (void)field;
    return movement_flush(reading, error);
}

static bool on_entries(Reading *reading, const Field *field, GError **error)
{
    if (!movement_flush(reading, error) || !mt940_header_commit(&reading->statement, error))
        return false;
    mt940_entries_take(&reading->statement, field->text->str, field->tag[2] == 'C');
    reading->statement.closed = true;
    return true;
}

static const struct {
    const char *tag;
    bool (*take)(Reading *reading, const Field *field, GError **error);
} tags[] = {
    {"61", on_movement}, {"86", on_text},      {"20", on_reference}, {"25", on_account},  {"25P", on_account},
    {"28", on_number},   {"28C", on_number},   {"60F", on_opening},  {"60M", on_opening}, {"62F", on_closing},
    {"62M", on_closing}, {"64", on_available}, {"65", on_available}, {"21", NULL},        {"13", NULL},
    {"13D", NULL},       {"34F", on_interim},  {"90C", on_entries},  {"90D", on_entries}, {"NS", on_numbered},
    {"940", NULL},
};

static void field_start(Field *field, const char *tag, size_t length, int line)
{
    memcpy(field->tag, tag, length);
    field->tag[length] = '\0';
    g_string_truncate(field->text, 0);
    field->line = line;
    field->whole = field->cut = false;
}

static bool field_end(Reading *reading, GError **error)
{
    Field *field = &reading->field;
    bool going = true;
    if (field->tag[0] == '\0')
        return true;
    if (field->cut)
        warn(reading, field->line, _("This text is longer than any bank writes; its end was left out."));
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
        if (strcmp(tags[i].tag, field->tag) == 0 && tags[i].take != NULL)
            going = tags[i].take(reading, field, error);
    field->tag[0] = '\0';
    return going;
}

/* ---- physical lines ---- */

/* ":61:" and the like; how long the tag between the colons is, 0 for text that only begins with a colon. */
static size_t tag_at(const char *line)
{
    const char *end = line[0] == ':' ? strchr(line + 1, ':') : NULL;
    size_t length = end == NULL ? 0 : (size_t)(end - line - 1);
    if (length == 0 || length > TAG_MOST)
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
        if (strlen(tags[i].tag) == length && strncmp(tags[i].tag, line + 1, length) == 0)
            return length;
    return 0;
}

/* Stray bytes of old programs (^Z, a byte order mark in mid-file) before a tag. */
static const char *junk_skip(const char *line)
{
    const char *at = line;
    while (*at != '\0' && *at != '\n' &&
           ((guchar)*at < ' ' || *at == '?' || *at == '\x7f' || g_str_has_prefix(at, "\xef\xbb\xbf")))
        at += *at == '\xef' ? 3 : 1;
    return tag_at(at) > 0 || *at == '{' ? at : line;
}

/* The older header of ING and van Lanschot: "0000 01INGBNL2AXXXX00001". */
static bool is_old_header(const char *line)
{
    if (!g_str_has_prefix(line, "0000 01"))
        return false;
    for (int i = 7; i < 13; i++)
        if (!g_ascii_isupper(line[i]))
            return false;
    return true;
}

/* Marks between messages: {1:…}, -}, -XXX, $. */
static bool is_envelope(const char *line)
{
    static const char *const beginnings[] = {"{1:", "{2:", "{3:", "{4:", "{5:", "-}"};
    static const char *const whole[] = {"$", "-XXX", "-XXX$", "-$"};
    for (size_t i = 0; i < G_N_ELEMENTS(beginnings); i++)
        if (g_str_has_prefix(line, beginnings[i]))
            return true;
    for (size_t i = 0; i < G_N_ELEMENTS(whole); i++)
        if (strcmp(line, whole[i]) == 0)
            return true;
    return is_old_header(line);
}

/* What a line holds behind marks that may stand before it: "{4::20:…", "$:20:…". */
static const char *marks_skip(const char *line)
{
    const char *inside = line[0] == '{' ? strstr(line, "{4:") : NULL;
    if (inside != NULL && tag_at(inside + 3) > 0)
        return inside + 3;
    return line[0] == '$' && (tag_at(line + 1) > 0 || is_envelope(line + 1)) ? line + 1 : line;
}

static void field_add(Field *field, const char *line)
{
    size_t length = strlen(line), room = FIELD_MOST > field->text->len ? FIELD_MOST - field->text->len : 0;
    field->cut = field->cut || length > room;
    if (room == 0)
        return;
    g_string_append_c(field->text, '\n');
    g_string_append_len(field->text, line, (gssize)MIN(length, room));
}

/* A lone dash was text after all when the statement goes on behind it. */
static void dash_settle(Reading *reading, const char *line, size_t tag)
{
    bool goes_on = tag == 0 ? !is_envelope(line) : line[1] == '6' || strncmp(line + 1, "86", 2) == 0;
    if (reading->dash && goes_on && reading->field.tag[0] != '\0')
        field_add(&reading->field, "-");
    reading->dash = false;
}

static bool line_take(Reading *reading, const char *raw, bool ended, GError **error)
{
    const char *line = marks_skip(junk_skip(raw));
    size_t tag = tag_at(line);
    if (line[0] == '\0')
        return true;
    dash_settle(reading, line, tag);
    if (tag > 0) {
        if (!field_end(reading, error))
            return false;
        field_start(&reading->field, line + 1, tag, reading->line);
        field_add(&reading->field, line + tag + 2);
        g_string_erase(reading->field.text, 0, 1);
        reading->field.whole = ended;
        return true;
    }
    if (is_envelope(line))
        return field_end(reading, error);
    reading->dash = strcmp(line, "-") == 0;
    if (!reading->dash && reading->field.tag[0] != '\0')
        field_add(&reading->field, line);
    return true;
}

/* A soft hyphen in a statement is a hyphen that went through the wrong charset. */
static void hyphens_mend(GString *line)
{
    if (strstr(line->str, "\xc2\xad") != NULL)
        g_string_replace(line, "\xc2\xad", "-", 0);
}

static bool line_next(Reading *reading, GString *line, bool too_long, GError **error)
{
    reading->line++;
    if (too_long) {
        list_problem(reading, reading->line, _("it is longer than any line of a statement: its end was passed over"),
                     line->str);
        return line_take(reading, line->str, true, error);
    }
    bool ended = line->len > 0 && line->str[line->len - 1] == '\n';
    if (ended)
        g_string_truncate(line, line->len - 1);
    hyphens_mend(line);
    return line_take(reading, line->str, ended, error);
}

/* ---- the file ---- */

static void progress_tell(const Reading *reading, const TextStream *stream)
{
    gint64 bytes = 0, total = 0;
    const ImportSink *sink = reading->statement.sink;
    text_stream_position(stream, &bytes, &total);
    if (sink->progress != NULL)
        sink->progress(bytes, total, sink->data);
}

static bool lines_read(Reading *reading, TextStream *stream, GError **error)
{
    g_autoptr(GString) line = g_string_new(NULL);
    TextStatus status;
    while ((status = text_stream_next(stream, line, error)) == TEXT_LINE || status == TEXT_TOO_LONG) {
        if (!line_next(reading, line, status == TEXT_TOO_LONG, error))
            return false;
        if (reading->line % PROGRESS_LINES == 0)
            progress_tell(reading, stream);
    }
    return status == TEXT_END;
}

static bool file_end(Reading *reading, const TextStream *stream, GError **error)
{
    if (!field_end(reading, error) || !movement_flush(reading, error) || !header_left(reading, error) ||
        !mt940_statement_end(&reading->statement, error))
        return false;
    if (reading->statement.statements == 0)
        warn(reading, 0, _("There is no statement in this file: ask the bank for it again."));
    if (text_stream_replaced(stream) > 0)
        warn(reading, 0, _("Some letters could not be read and became “?”: look at the names."));
    progress_tell(reading, stream);
    return true;
}

static void reading_start(Reading *reading, const ImportOptions *options, const ImportSink *sink)
{
    *reading = (Reading){.statement = {.sink = sink, .options = options, .day = DAY_NONE}};
    reading->statement.header.day = DAY_NONE;
    reading->field.text = g_string_new(NULL);
    reading->movement.text = g_string_new(NULL);
    reading->text = g_string_new(NULL);
}

static void reading_clear(Reading *reading)
{
    mt940_header_clear(&reading->statement.header);
    g_free(reading->statement.id);
    g_free(reading->statement.account);
    g_string_free(reading->field.text, TRUE);
    g_string_free(reading->movement.text, TRUE);
    g_string_free(reading->text, TRUE);
}

static bool mt940_read(const char *path, const ImportOptions *options, const ImportSink *sink, GError **error)
{
    g_autoptr(TextStream) stream = text_stream_open(path, NULL, BLOCK_BYTES, error);
    if (stream == NULL)
        return false;
    Reading reading;
    reading_start(&reading, options, sink);
    bool done = lines_read(&reading, stream, error) && file_end(&reading, stream, error);
    reading_clear(&reading);
    return done;
}

/* ---- recognition ---- */

/* {2:I940…: the kind of message; payments and confirmations look alike otherwise. */
static bool other_message(const char *text)
{
    static const char *const kinds[] = {"940", "941", "942", "950"};
    const char *at = strstr(text, "{2:");
    if (at == NULL || strlen(at) < 7 || strspn(at + 4, "0123456789") < 3)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strncmp(at + 4, kinds[i], 3) == 0)
            return false;
    return true;
}

static bool line_begins(const char *text, const char *mark)
{
    const char *at = strstr(text, mark);
    while (at != NULL && at != text && at[-1] != '\n' && at[-1] != '\r' && g_ascii_isprint(at[-1]) && at[-1] != ':')
        at = strstr(at + 1, mark);
    return at != NULL;
}

static int recognise(const guint8 *head, size_t length, const ImportOptions *options)
{
    static const char *const first[] = {":20:", ":940:", "{1:F01", "{1:01", "0000 01", "ABNANL2A"};
    (void)options;
    if (xml_head_is_xml(head, length))
        return 0;
    g_autofree char *text = xml_head_text(head, length);
    const char *start = text + strspn(text, " \t\r\n?");
    bool named = false;
    for (size_t i = 0; i < G_N_ELEMENTS(first); i++)
        named = named || g_str_has_prefix(start, first[i]);
    if (other_message(text))
        return 0;
    bool statement = line_begins(text, ":20:") || line_begins(text, ":25:");
    bool balance = line_begins(text, ":60F:") || line_begins(text, ":60M:") || line_begins(text, ":61:");
    return named ? (statement ? 95 : 85) : statement && balance ? 90 : 0;
}

const ImportFormat mt940_format = {
    .slug = "mt940", .label = N_("bank statement MT940"), .recognise = recognise, .read = mt940_read};
