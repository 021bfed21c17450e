#include "ledger/import/vcard.h"

#include "base/i18n.h"
#include "base/text.h"
#include "ledger/import/formats.h"

#include <string.h>

enum { BLOCK = 64 * 1024, NOTE_MOST = 4000, PHONES_MOST = 50 };

typedef struct {
    char *raw;
    int rank; /* the smaller the sooner it is dialled */
} CardPhone;

/* The card being read; every text cleaned, "" for what it does not say. */
typedef struct {
    char *number, *organisation, *full, *parts, *title, *email, *note, *language;
    bool email_preferred, company;
    GArray *phones; /* CardPhone */
    int line;
    int inner; /* cards inside the card (2.1 AGENT): not ours */
} Card;

static void phone_clear(gpointer data)
{
    g_free(((CardPhone *)data)->raw);
}

static void card_start(Card *card, int line)
{
    *card = (Card){.line = line, .phones = g_array_new(FALSE, FALSE, sizeof(CardPhone))};
    g_array_set_clear_func(card->phones, phone_clear);
}

static void card_clear(Card *card)
{
    char **const texts[] = {&card->number, &card->organisation, &card->full, &card->parts,
                            &card->title,  &card->email,        &card->note, &card->language};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_clear_pointer(texts[i], g_free);
    g_clear_pointer(&card->phones, g_array_unref);
}

/* ---- what a property means ---- */

/* The first one counts. */
static void text_take(char **slot, char *owned)
{
    g_autofree char *foreign = owned;
    char *clean = text_clean(foreign);
    if (*slot == NULL && *clean != '\0')
        *slot = clean;
    else
        g_free(clean);
}

static void take_full(Card *card, const VcardProperty *property)
{
    text_take(&card->full, vcard_text(property->value));
}

/* Family; given; additional; prefix; suffix: as one says it. */
static void take_parts(Card *card, const VcardProperty *property)
{
    static const int ORDER[] = {3, 1, 2, 0, 4};
    g_autoptr(GString) name = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(ORDER); i++) {
        g_autofree char *part = vcard_part(property->value, ORDER[i]);
        g_strstrip(part);
        if (*part != '\0')
            g_string_append_printf(name, "%s%s", name->len > 0 ? " " : "", part);
    }
    text_take(&card->parts, g_string_free(g_steal_pointer(&name), FALSE));
}

static void take_organisation(Card *card, const VcardProperty *property)
{
    text_take(&card->organisation, vcard_part(property->value, 0));
}

static void take_title(Card *card, const VcardProperty *property)
{
    text_take(&card->title, vcard_text(property->value));
}

static bool preferred(const VcardProperty *property)
{
    return vcard_type(property, "PREF") || vcard_type(property, "PREF1");
}

static void take_email(Card *card, const VcardProperty *property)
{
    g_autofree char *value = vcard_text(property->value);
    const char *address = g_ascii_strncasecmp(value, "mailto:", 7) == 0 ? value + 7 : value;
    if (preferred(property) && !card->email_preferred) {
        g_clear_pointer(&card->email, g_free);
        card->email_preferred = true;
    }
    text_take(&card->email, g_strdup(address));
}

/* Nobody answers a fax or a pager; work comes before the mobile, that before the rest and home. */
static int phone_rank(const VcardProperty *property)
{
    static const struct {
        const char *type;
        int rank;
    } RANKS[] = {{"FAX", 100},       {"PAGER", 100}, {"MODEM", 100}, {"BBS", 100},
                 {"TEXTPHONE", 100}, {"WORK", 10},   {"CELL", 20},   {"HOME", 40}};
    int rank = 30;
    for (size_t i = G_N_ELEMENTS(RANKS); i-- > 0;)
        if (vcard_type(property, RANKS[i].type))
            rank = RANKS[i].rank;
    if (rank < 100 && vcard_type(property, "WORK") && vcard_type(property, "CELL"))
        rank++;
    return preferred(property) ? rank - 5 : rank;
}

static void take_phone(Card *card, const VcardProperty *property)
{
    int rank = phone_rank(property);
    g_autofree char *value = vcard_text(property->value);
    const char *bare = g_ascii_strncasecmp(value, "tel:", 4) == 0 ? value + 4 : value;
    CardPhone phone = {text_clean(bare), rank};
    if (rank < 95 && *phone.raw != '\0' && card->phones->len < PHONES_MOST)
        g_array_append_val(card->phones, phone);
    else
        g_free(phone.raw);
}

static void take_note(Card *card, const VcardProperty *property)
{
    g_autofree char *text = vcard_text(property->value);
    if (card->note == NULL && strlen(text) <= NOTE_MOST)
        card->note = text_clean_lines(text);
}

static void take_language(Card *card, const VcardProperty *property)
{
    g_autofree char *tag = g_ascii_strdown(property->value, 2);
    if (strlen(tag) == 2 && g_ascii_isalpha(tag[0]) && g_ascii_isalpha(tag[1]))
        text_take(&card->language, g_strdup(tag));
}

static void take_kind(Card *card, const VcardProperty *property)
{
    card->company |=
        g_ascii_strcasecmp(property->value, "org") == 0 || g_ascii_strcasecmp(property->value, "company") == 0;
}

/* Programs that keep our customer number in a card do so under a name of their own: X-KLANTNUMMER, X-CUSTOMER-ID. */
static bool is_customer_number(const char *name)
{
    static const char *const WORDS[] = {"CUSTOMER", "KLANT", "CLIENT", "DEBITEUR", "DEBTOR", "DEBITOR"};
    static const char *const NUMBERS[] = {"NUM", "NR", "NO", "ID", "CODE"};
    bool who = false, number = false;
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++)
        who |= strstr(name, WORDS[i]) != NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(NUMBERS); i++)
        number |= strstr(name, NUMBERS[i]) != NULL;
    return who && number && g_str_has_prefix(name, "X-");
}

static const struct {
    const char *name;
    void (*take)(Card *card, const VcardProperty *property);
} TAKERS[] = {
    {"FN", take_full},       {"N", take_parts},     {"ORG", take_organisation}, {"TITLE", take_title},
    {"ROLE", take_title},    {"EMAIL", take_email}, {"TEL", take_phone},        {"NOTE", take_note},
    {"LANG", take_language}, {"KIND", take_kind},   {"X-ABSHOWAS", take_kind},
};

static void property_take(Card *card, const VcardProperty *property)
{
    for (size_t i = 0; i < G_N_ELEMENTS(TAKERS); i++)
        if (strcmp(property->name, TAKERS[i].name) == 0) {
            TAKERS[i].take(card, property);
            return;
        }
    if (is_customer_number(property->name))
        text_take(&card->number, vcard_text(property->value));
}

/* ---- the card as a whole ---- */

static const char *or_none(const char *text)
{
    return text != NULL ? text : "";
}

static const char *phone_at(const Card *card, guint at)
{
    return at < card->phones->len ? g_array_index(card->phones, CardPhone, at).raw : "";
}

/* Of equal rank the one that stands first. */
static void phones_order(Card *card)
{
    for (guint i = 1; i < card->phones->len; i++)
        for (guint k = i; k > 0; k--) {
            CardPhone *before = &g_array_index(card->phones, CardPhone, k - 1), *here = before + 1;
            if (before->rank <= here->rank)
                break;
            CardPhone swap = *before;
            *before = *here;
            *here = swap;
        }
}

/* A card of the firm itself names nobody. */
static const char *name_of(const Card *card)
{
    const char *name = card->full != NULL ? card->full : or_none(card->parts);
    bool firm = card->company || (card->parts == NULL && g_strcmp0(card->full, card->organisation) == 0);
    return firm ? "" : name;
}

static bool card_hand_over(Card *card, const ImportSink *sink, GError **error)
{
    phones_order(card);
    ContactRecord record = {.customer_number = or_none(card->number),
                            .organisation = or_none(card->organisation),
                            .name = name_of(card),
                            .title = or_none(card->title),
                            .email = or_none(card->email),
                            .note = or_none(card->note),
                            .phone = phone_at(card, 0),
                            .phone2 = phone_at(card, 1),
                            .language = or_none(card->language),
                            .line = card->line};
    if (card->company && *record.organisation == '\0')
        record.organisation = or_none(card->full);
    if (*record.name == '\0' && *record.email == '\0' && *record.phone == '\0') {
        sink->problem(card->line, _("This card names nobody and has no number."), record.organisation, sink->data);
        return true;
    }
    return sink->contact(&record, sink->data, error);
}

/* ---- the file ---- */

static bool is_card(const VcardProperty *property)
{
    return g_ascii_strcasecmp(g_strstrip(property->value), "VCARD") == 0;
}

typedef struct {
    const ImportSink *sink;
    VcardLines lines;
    Card card;
    bool open; /* inside a card */
} Reading;

static bool begin_or_end(Reading *reading, const VcardProperty *property, GError **error)
{
    Card *card = &reading->card;
    bool begins = strcmp(property->name, "BEGIN") == 0;
    if (!is_card(property))
        return true;
    if (begins && reading->open) {
        card->inner++;
    } else if (begins) {
        card_start(card, property->line);
        reading->open = true;
    } else if (reading->open && card->inner > 0) {
        card->inner--;
    } else if (reading->open) {
        bool done = card_hand_over(card, reading->sink, error);
        card_clear(card);
        reading->open = reading->lines.folds_with_blank = false;
        return done;
    }
    return true;
}

static bool property_use(Reading *reading, const VcardProperty *property, GError **error)
{
    if (strcmp(property->name, "BEGIN") == 0 || strcmp(property->name, "END") == 0)
        return begin_or_end(reading, property, error);
    if (strcmp(property->name, "VERSION") == 0)
        reading->lines.folds_with_blank = g_str_has_prefix(property->value, "2");
    else if (reading->open && reading->card.inner == 0)
        property_take(&reading->card, property);
    return true;
}

static void progress_tell(const Reading *reading)
{
    gint64 bytes = 0, total = 0;
    text_stream_position(reading->lines.stream, &bytes, &total);
    if (reading->sink->progress != NULL)
        reading->sink->progress(bytes, total, reading->sink->data);
}

static bool cards_read(Reading *reading, GError **error)
{
    VcardProperty property = {0};
    VcardStatus status = VCARD_OTHER;
    bool going = true;
    while (going && (status = vcard_next(&reading->lines, &property, error)) != VCARD_END && status != VCARD_FAILED) {
        if (status == VCARD_PROPERTY)
            going = property_use(reading, &property, error);
        if (!reading->open)
            progress_tell(reading);
    }
    vcard_property_clear(&property);
    if (going && status == VCARD_END && reading->open)
        reading->sink->problem(reading->card.line, _("This card is cut off: export the cards again."),
                               or_none(reading->card.full), reading->sink->data);
    return going && status != VCARD_FAILED;
}

static bool vcard_read(const char *path, const ImportOptions *options, const ImportSink *sink, GError **error)
{
    (void)options;
    g_autoptr(TextStream) stream = text_stream_open(path, NULL, BLOCK, error);
    if (stream == NULL)
        return false;
    g_autoptr(GString) physical = g_string_new(NULL);
    Reading reading = {.sink = sink, .lines = {.stream = stream, .physical = physical}};
    bool done = cards_read(&reading, error);
    if (reading.open)
        card_clear(&reading.card);
    return done;
}

/* ---- recognition ---- */

static int recognise(const guint8 *head, size_t length, const ImportOptions *options)
{
    (void)options;
    size_t skip = 0;
    const char *charset = charset_guess(head, length, false, &skip);
    g_autofree char *text = charset_text(head + skip, MIN(length - skip, 1000), charset);
    const char *first = text + strspn(text, " \t\r\n");
    return g_ascii_strncasecmp(first, "BEGIN:VCARD", 11) == 0 ? 95 : 0;
}

const ImportFormat vcard_format = {
    .slug = "vcard", .label = N_("address cards vCard"), .recognise = recognise, .read = vcard_read};
