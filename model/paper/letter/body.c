/* The body of a letter: paragraphs, marks, wordings of which one is taken, and parts that letters share. */
#include "paper/letter_parts.h"

#include "base/fingerprint.h"
#include "base/i18n.h"
#include <string.h>

/* ---- the tree ---- */

static void paragraph_free(gpointer data)
{
    LetterParagraph *paragraph = data;
    g_ptr_array_unref(paragraph->lines);
    g_free(paragraph);
}

static void group_free(gpointer data)
{
    LetterGroup *group = data;
    g_ptr_array_unref(group->wordings);
    g_free(group);
}

static LetterGroup *group_new(void)
{
    LetterGroup *group = g_new(LetterGroup, 1);
    group->wordings = g_ptr_array_new_with_free_func(paragraph_free);
    return group;
}

LetterBody *letter_body_new(void)
{
    LetterBody *body = g_new0(LetterBody, 1);
    body->subject = group_new();
    body->groups = g_ptr_array_new_with_free_func(group_free);
    return body;
}

void letter_body_free(LetterBody *body)
{
    if (body == NULL)
        return;
    group_free(body->subject);
    g_ptr_array_unref(body->groups);
    g_free(body);
}

LetterParagraph *letter_wording_add(LetterGroup *group, LetterMark mark, int line)
{
    LetterParagraph *paragraph = g_new0(LetterParagraph, 1);
    *paragraph = (LetterParagraph){
        .mark = mark, .line = line, .lines = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref)};
    g_ptr_array_add(group->wordings, paragraph);
    return paragraph;
}

void letter_wording_line(LetterParagraph *paragraph, GArray *pieces, const char *text)
{
    Fingerprint print = FINGERPRINT_START;
    fingerprint_text(&print, paragraph->print);
    fingerprint_text(&print, text);
    g_snprintf(paragraph->print, sizeof paragraph->print, "%08x", (unsigned)(print.a & G_MAXUINT32));
    g_ptr_array_add(paragraph->lines, pieces);
}

/* ---- reading ---- */

/* A line as it is written: with the lines that go on behind it. */
typedef struct {
    int line;
    GString *text;
} Written;

typedef struct {
    LetterTemplate *template;
    const char *path;   /* of the file being read: the letter's or a part's */
    GPtrArray *written; /* Written: the paragraph so far */
    bool points, other; /* what is gathered are points; the next paragraph is another wording */
    bool inside_part;
} Reader;

static void written_free(gpointer data)
{
    Written *written = data;
    g_string_free(written->text, TRUE);
    g_free(written);
}

static LetterGroup *group_for(Reader *reader)
{
    GPtrArray *groups = reader->template->body->groups;
    if (!reader->other)
        g_ptr_array_add(groups, group_new());
    reader->other = false;
    return g_ptr_array_index(groups, groups->len - 1);
}

/* The paragraph gathered so far goes into the tree. */
static bool paragraph_end(Reader *reader, GError **error)
{
    if (reader->written->len == 0)
        return true;
    const Written *first = g_ptr_array_index(reader->written, 0);
    LetterParagraph *paragraph =
        letter_wording_add(group_for(reader), reader->points ? LETTER_MARK_POINTS : LETTER_MARK_TEXT, first->line);
    for (guint i = 0; i < reader->written->len; i++) {
        const Written *written = g_ptr_array_index(reader->written, i);
        GArray *pieces = letter_line_parse(reader->path, written->line, written->text->str, error);
        if (pieces == NULL)
            return false;
        letter_wording_line(paragraph, pieces, written->text->str);
    }
    g_ptr_array_set_size(reader->written, 0);
    return true;
}

static const struct {
    const char *name;
    LetterMark mark;
} marks[] = {
    {"@items", LETTER_MARK_ITEMS},       {"@parts", LETTER_MARK_PARTS}, {"@pay", LETTER_MARK_PAY},
    {"@personal", LETTER_MARK_PERSONAL}, {"@rates", LETTER_MARK_RATES},
};

static bool body_read(Reader *reader, char **lines, int line, GError **error);

static bool part_read(Reader *reader, const char *name, int line, GError **error)
{
    g_autofree char *file = g_strconcat("_", name, NULL), *path = NULL;
    if (reader->inside_part)
        return letter_fault(reader->path, line, error, _("a part cannot @use another part."));
    g_autofree char *text = letter_file_read(reader->template->language, file, &path, NULL);
    if (text == NULL)
        return letter_fault(reader->path, line, error, _("@use %s: there is no file %s."), name, path);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    Reader inner = {.template = reader->template, .path = path, .written = reader->written, .inside_part = true};
    return body_read(&inner, lines, 0, error);
}

static bool or_read(Reader *reader, int line, GError **error)
{
    const GPtrArray *groups = reader->template->body->groups;
    const LetterGroup *last = groups->len > 0 ? groups->pdata[groups->len - 1] : NULL;
    const LetterParagraph *above = last != NULL ? last->wordings->pdata[0] : NULL;
    if (above == NULL || above->mark > LETTER_MARK_POINTS)
        return letter_fault(reader->path, line, error,
                            _("@or stands between two wordings of a paragraph; there is none above."));
    reader->other = true;
    return true;
}

static bool mark_read(Reader *reader, const char *mark, int line, GError **error)
{
    if (reader->other)
        return letter_fault(reader->path, line, error, _("@or needs another wording under it."));
    if (strcmp(mark, "@or") == 0)
        return or_read(reader, line, error);
    if (g_str_has_prefix(mark, "@use "))
        return part_read(reader, mark + strlen("@use "), line, error);
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (strcmp(marks[i].name, mark) == 0) {
            letter_wording_add(group_for(reader), marks[i].mark, line);
            return true;
        }
    return letter_fault(reader->path, line, error,
                        _("“%s” is no mark: there are @items @parts @pay @personal @rates @or and @use NAME."), mark);
}

/* "- " a point, "| " a line of its own, anything else goes on. */
static bool text_read(Reader *reader, const char *text, int line, GError **error)
{
    bool point = g_str_has_prefix(text, "- "), own = g_str_has_prefix(text, "| ");
    bool first = reader->written->len == 0;
    if (first)
        reader->points = point;
    if (!first && point != reader->points && (point || own))
        return letter_fault(reader->path, line, error,
                            _("points and text do not mix: an empty line between them is missing."));
    if (!first && !point && !own) {
        Written *last = reader->written->pdata[reader->written->len - 1];
        g_string_append_printf(last->text, "\n%s", text);
        return true;
    }
    Written *written = g_new(Written, 1);
    *written = (Written){line, g_string_new(point || own ? text + 2 : text)};
    g_ptr_array_add(reader->written, written);
    return true;
}

static bool body_read(Reader *reader, char **lines, int line, GError **error)
{
    for (; lines[line] != NULL; line++) {
        const char *text = g_strstrip(lines[line]);
        bool ends = *text == '\0' || *text == '@', good = true;
        if (*text == '#')
            continue;
        if (ends)
            good = paragraph_end(reader, error);
        if (good && *text == '@')
            good = mark_read(reader, text, line + 1, error);
        else if (good && !ends)
            good = text_read(reader, text, line + 1, error);
        if (!good)
            return false;
    }
    if (!paragraph_end(reader, error))
        return false;
    return !reader->other || letter_fault(reader->path, line, error, _("@or needs another wording under it."));
}

bool letter_template_parse(LetterTemplate *template, const char *text, GError **error)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GPtrArray) written = g_ptr_array_new_with_free_func(written_free);
    int line = 0;
    if (!letter_header_parse(template, lines, &line, error))
        return false;
    template->body->header_line = line;
    Reader reader = {.template = template, .path = template->path, .written = written};
    return body_read(&reader, lines, line, error);
}
