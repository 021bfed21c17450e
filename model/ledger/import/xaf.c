/* The audit file as a whole: which version, what the file states about itself, and what to tell the person of
 * what is not in it. */
#include "ledger/import/xaf.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/import/formats.h"
#include "ledger/import/xml_reader.h"

#include <inttypes.h>
#include <string.h>

static const struct {
    const char *uri;
    bool subledgers; /* the version has a place for open items */
} versions[] = {
    {"http://www.auditfiles.nl/XAF/3.1", true},
    {"http://www.auditfiles.nl/XAF/3.2", true},
    {"http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.0/structures/XmlAuditfileFinancieel3.2.1", true},
    {"http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0", false},
};

typedef struct {
    gint64 lines;
    Cents debit, credit;
    bool countable; /* every amount could be read */
} Counted;

typedef struct {
    const ImportSink *sink;
    char currency[4]; /* of the books */
    char *until;      /* the day up to which the file knows anything, ISO; "" not said */
    bool subledgers;
    XafParties *parties;
    XafSums *sums; /* NULL before the first line of customers */
    Counted counted[XAF_SUBLEDGER + 1];
    gint64 customer_lines;
} Reading;

static void warn(const Reading *reading, const char *sentence)
{
    reading->sink->warning(0, sentence, reading->sink->data);
}

/* ---- the head of the file ---- */

static bool on_root(const char *uri, int line, void *data, GError **error)
{
    (void)error;
    Reading *reading = data;
    reading->subledgers = true;
    for (size_t i = 0; i < G_N_ELEMENTS(versions); i++)
        if (strcmp(versions[i].uri, uri) == 0) {
            reading->subledgers = versions[i].subledgers;
            return true;
        }
    g_autofree char *name = text_clean(uri);
    g_autofree char *sentence = g_strdup_printf(
        _("The file has the shape of an audit file but calls itself “%s”: compare the totals with the ledger."), name);
    reading->sink->warning(line, sentence, reading->sink->data);
    return true;
}

static void on_header(const XafSlots *file, void *data)
{
    Reading *reading = data;
    const char *code = file->values[XAF_CURRENCY]->str;
    Day end = xaf_day(file->values[XAF_END]->str), created = xaf_day(file->values[XAF_CREATED]->str);
    if (strlen(code) == 3 && g_ascii_isalpha(code[0]) && g_ascii_isalpha(code[1]) && g_ascii_isalpha(code[2]))
        for (int i = 0; i < 3; i++)
            reading->currency[i] = g_ascii_toupper(code[i]);
    g_free(reading->until);
    reading->until = day_iso(day_known(created) && (!day_known(end) || day_compare(created, end) < 0) ? created : end);
}

static bool on_party(const XafSlots *party, void *data, GError **error)
{
    Reading *reading = data;
    return xaf_party_take(reading->parties, party, reading->currency, reading->sink, error);
}

/* ---- lines ---- */

static void line_count(Reading *reading, XafBlock block, const XafSlots *line)
{
    Counted *counted = &reading->counted[block];
    const char *side = line->values[LINE_SIDE]->str;
    Cents amount = 0;
    if (counted->lines++ == 0)
        counted->countable = true;
    if (!xaf_amount(line->values[LINE_AMOUNT]->str, side, reading->currency, &amount) ||
        !money_add(side[0] == 'C' ? &counted->credit : &counted->debit, side[0] == 'C' ? -amount : amount))
        counted->countable = false;
}

static void on_ledger_line(XafBlock block, const XafSlots *line, void *data)
{
    line_count(data, block, line);
}

/* Whose a line is.  In a subledger of customers and suppliers together each line says so. */
typedef enum { OURS, NOT_OURS, UNSAID } Side;

static Side line_side(const Reading *reading, const char *type, const XafSlots *line)
{
    char sale = (char)g_ascii_toupper(line->values[LINE_SALE]->str[0]);
    if (g_ascii_strcasecmp(type, "CU") == 0 || g_ascii_strcasecmp(type, "C") == 0)
        return OURS;
    if (g_ascii_strcasecmp(type, "CS") != 0 && type[0] != '\0')
        return NOT_OURS;
    if (sale != '\0')
        return sale == 'S' ? OURS : NOT_OURS;
    char party = xaf_party_type(reading->parties, line->values[LINE_PARTY]->str);
    return party == 'C' ? OURS : party == 'S' || party == 'O' ? NOT_OURS : UNSAID;
}

static bool line_list(const Reading *reading, const XafSlots *line, const char *reason)
{
    g_autofree char *raw =
        g_strdup_printf("%s %s %s %s %s %s", line->values[LINE_PARTY]->str, line->values[LINE_INVOICE]->str,
                        line->values[LINE_ISSUED]->str, line->values[LINE_AMOUNT]->str, line->values[LINE_SIDE]->str,
                        line->values[LINE_TEXT]->str);
    g_autofree char *clean = text_clean(raw);
    reading->sink->problem(line->line, reason, clean, reading->sink->data);
    return true;
}

static bool customer_line(Reading *reading, const XafSlots *line, GError **error)
{
    const char *id = line->values[LINE_PARTY]->str;
    reading->customer_lines++;
    if (id[0] == '\0')
        return line_list(reading, line, _("it names no customer"));
    guint32 party = xaf_party_customer(reading->parties, id, reading->currency, reading->sink, error);
    if (party == G_MAXUINT32)
        return false;
    if (reading->sums == NULL)
        reading->sums = xaf_sums_new(reading->currency);
    const char *reason = xaf_sums_add(reading->sums, party, line);
    return reason == NULL || line_list(reading, line, reason);
}

static bool on_subledger_line(const XafSlots *subledger, const XafSlots *line, void *data, GError **error)
{
    Reading *reading = data;
    line_count(reading, XAF_SUBLEDGER, line);
    switch (line_side(reading, subledger->values[BLOCK_TYPE]->str, line)) {
    case OURS: return customer_line(reading, line, error);
    case UNSAID: return line_list(reading, line, _("it does not say whether it is a sale or a purchase"));
    case NOT_OURS: break;
    }
    return true;
}

/* ---- what the file states about itself ---- */

static void stated_lines_check(const Reading *reading, const char *name, const char *stated, gint64 counted)
{
    guint64 lines = 0;
    if (!g_ascii_string_to_unsigned(stated, 10, 0, G_MAXINT64, &lines, NULL) || (gint64)lines == counted)
        return;
    g_autofree char *sentence = g_strdup_printf(_("%s: the audit file states %" PRId64 " lines and holds %" PRId64 "."),
                                                name, (gint64)lines, counted);
    warn(reading, sentence);
}

static void stated_total_check(const Reading *reading, const char *name, const char *stated, Cents counted)
{
    Cents total = 0;
    if (!xaf_amount(stated, "D", reading->currency, &total) || total == counted)
        return;
    g_autofree char *theirs = money_text_currency(total, reading->currency);
    g_autofree char *ours = money_text_currency(counted, reading->currency);
    g_autofree char *sentence =
        g_strdup_printf(_("%s: the audit file states %s, its lines add up to %s."), name, theirs, ours);
    warn(reading, sentence);
}

static void on_block_end(XafBlock block, const XafSlots *stated, void *data)
{
    Reading *reading = data;
    Counted *counted = &reading->counted[block];
    g_autofree char *described = text_clean(stated->values[BLOCK_NAME]->str);
    const char *name = block == XAF_OPENING        ? _("opening balance")
                       : block == XAF_TRANSACTIONS ? _("transactions")
                       : described[0] != '\0'      ? described
                                                   : _("subledger");
    stated_lines_check(reading, name, stated->values[BLOCK_LINES]->str, counted->lines);
    if (counted->lines == 0 || counted->countable) {
        stated_total_check(reading, name, stated->values[BLOCK_DEBIT]->str, counted->debit);
        stated_total_check(reading, name, stated->values[BLOCK_CREDIT]->str, counted->credit);
    }
    *counted = (Counted){0};
}

/* ---- what is told at the end ---- */

static void parties_remark(const Reading *reading)
{
    int untyped = xaf_parties_untyped(reading->parties), unlisted = xaf_parties_unlisted(reading->parties);
    if (xaf_parties_told(reading->parties) + unlisted == 0)
        warn(reading, _("The audit file holds no customers."));
    if (untyped > 0) {
        g_autofree char *sentence = g_strdup_printf(
            NP_("%d party does not say whether it is a customer, and no subledger does: it was left out.",
                "%d parties do not say whether they are customers, and no subledger does: they were left out.",
                untyped),
            untyped);
        warn(reading, sentence);
    }
    if (unlisted > 0) {
        g_autofree char *sentence = g_strdup_printf(
            NP_("%d customer of the subledger is not among the parties: the number stands in for the name.",
                "%d customers of the subledger are not among the parties: the numbers stand in for "
                "the names.",
                unlisted),
            unlisted);
        warn(reading, sentence);
    }
}

static void items_remark(const Reading *reading, int items)
{
    if (!reading->subledgers) {
        warn(reading, _("Audit files of version 4.0 have no place for open items: only customers were read; import the "
                        "open-items list of your package beside it."));
    } else if (reading->customer_lines == 0) {
        warn(reading, _("The audit file has no subledger of customers, so no open items came: export it with "
                        "subledgers, or import the open-items list beside it."));
    } else if (items > 0 && reading->until != NULL && reading->until[0] != '\0') {
        g_autofree char *sentence = g_strdup_printf(
            _("The audit file shows what was open on %s: what was paid since is not in it."), reading->until);
        warn(reading, sentence);
    }
}

static void on_remark(const char *sentence, void *data)
{
    warn(data, sentence);
}

static void on_progress(gint64 bytes, gint64 total, void *data)
{
    const Reading *reading = data;
    if (reading->sink->progress != NULL)
        reading->sink->progress(bytes, total, reading->sink->data);
}

static bool xaf_read(const char *path, const ImportOptions *options, const ImportSink *sink, GError **error)
{
    Reading reading = {.sink = sink, .parties = xaf_parties_new()};
    const XafListener listener = {.data = &reading,
                                  .root = on_root,
                                  .header = on_header,
                                  .party = on_party,
                                  .ledger_line = on_ledger_line,
                                  .subledger_line = on_subledger_line,
                                  .block_end = on_block_end,
                                  .remark = on_remark,
                                  .progress = on_progress};
    const char *house = options->default_currency;
    g_strlcpy(reading.currency, house != NULL && house[0] != '\0' ? house : "EUR", sizeof reading.currency);
    int items = 0;
    bool done = xaf_walk(path, &listener, error) &&
                (reading.sums == NULL || xaf_sums_tell(reading.sums, reading.parties, sink, &items, error));
    if (done) {
        parties_remark(&reading);
        items_remark(&reading, items);
    }
    if (reading.sums != NULL)
        xaf_sums_free(reading.sums);
    xaf_parties_free(reading.parties);
    g_free(reading.until);
    return done;
}

/* ---- recognition ---- */

/* Audit files of wages and of tills, and the first version of this one, are other things under the same root. */
static const char *const others[] = {"auditfiles.nl/XAS", "auditfiles.nl/XAA", "CLAIR2."};

static int recognise(const guint8 *head, size_t length, const ImportOptions *options)
{
    (void)options;
    if (!xml_head_is_xml(head, length))
        return 0;
    g_autofree char *text = xml_head_text(head, length);
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (strstr(text, others[i]) != NULL)
            return 0;
    const char *root = strstr(text, "auditfile");
    for (; root != NULL; root = strstr(root + 1, "auditfile"))
        if (root > text && (root[-1] == '<' || root[-1] == ':') &&
            strchr(" \t\r\n>/", root[strlen("auditfile")]) != NULL)
            return 95;
    return 0;
}

const ImportFormat xaf_format = {
    .slug = "xaf", .label = N_("audit file (XAF)"), .recognise = recognise, .read = xaf_read};
