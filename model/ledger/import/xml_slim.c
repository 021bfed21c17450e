#include "ledger/import/xml_slim.h"

#include <string.h>
#include <unistd.h>

static void text_begin(XmlSlim *slim)
{
    slim->state = SLIM_TEXT;
    slim->run = 0;
    slim->entity = slim->dropping = false;
}

/* Never in the middle of a letter or of an entity; line ends stay, so that lines keep their numbers. */
static bool text_keep(XmlSlim *slim, char byte)
{
    if (byte == '<') {
        slim->state = SLIM_OPENED;
        slim->led = 0;
        slim->quote = '\0';
        return true;
    }
    if (byte == '&' && !slim->dropping)
        slim->entity = true;
    else if (byte == ';')
        slim->entity = false;
    bool alone = (byte & 0x80) == 0 && byte != ';';
    slim->dropping |= ++slim->run > XML_SLIM_KEEP && alone && !slim->entity;
    return !slim->dropping || byte == '\n';
}

static void lead_add(XmlSlim *slim, char byte)
{
    if (slim->led == sizeof slim->lead)
        memmove(slim->lead, slim->lead + 1, --slim->led);
    slim->lead[slim->led++] = byte;
}

static bool ends_with(const XmlSlim *slim, const char *end)
{
    size_t length = strlen(end);
    return slim->led >= length && memcmp(slim->lead + slim->led - length, end, length) == 0;
}

static void tag_walk(XmlSlim *slim, char byte)
{
    if (slim->quote != '\0')
        slim->quote = byte == slim->quote ? '\0' : slim->quote;
    else if (byte == '"' || byte == '\'')
        slim->quote = byte;
    else if (byte == '>')
        text_begin(slim);
}

/* What a '<' has opened; undecided while it may still become a comment or raw characters. */
static void opened_walk(XmlSlim *slim, char byte)
{
    static const struct {
        const char *lead;
        XmlSlimState state;
    } KINDS[] = {{"!--", SLIM_COMMENT}, {"![CDATA[", SLIM_DATA}, {"?", SLIM_INSTRUCTION}};
    for (size_t i = 0; i < G_N_ELEMENTS(KINDS); i++) {
        size_t length = strlen(KINDS[i].lead);
        if (slim->led > length || memcmp(slim->lead, KINDS[i].lead, slim->led) != 0)
            continue;
        if (slim->led < length)
            return;
        slim->state = KINDS[i].state;
        slim->led = 0; /* "<!-->" is no whole comment */
        return;
    }
    slim->state = SLIM_TAG;
    tag_walk(slim, byte);
}

static void markup_walk(XmlSlim *slim, char byte)
{
    static const char *const ENDS[] = {[SLIM_COMMENT] = "-->", [SLIM_DATA] = "]]>", [SLIM_INSTRUCTION] = "?>"};
    if (slim->state == SLIM_TAG) {
        tag_walk(slim, byte);
        return;
    }
    lead_add(slim, byte);
    if (slim->state == SLIM_OPENED)
        opened_walk(slim, byte);
    else if (ends_with(slim, ENDS[slim->state]))
        text_begin(slim);
}

static int squeeze(XmlSlim *slim, char *buffer, int length)
{
    int kept = 0;
    for (int i = 0; i < length; i++) {
        char byte = buffer[i];
        bool keep = true;
        if (slim->state == SLIM_TEXT)
            keep = text_keep(slim, byte);
        else
            markup_walk(slim, byte);
        if (keep)
            buffer[kept++] = byte;
    }
    return kept;
}

int xml_slim_read(void *data, char *buffer, int length)
{
    XmlSlim *slim = data;
    for (;;) {
        ssize_t got = read(slim->fd, buffer, (size_t)length);
        if (got <= 0)
            return (int)got;
        slim->consumed += got;
        int kept = squeeze(slim, buffer, (int)got);
        if (kept > 0)
            return kept;
    }
}
