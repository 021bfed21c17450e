#include "letter_desk.h"

#include "desk/agents.h"
#include "desk/event.h"

typedef struct {
    const char *language, *kind, *country, *name, *person, *street, *postcode, *city, *bought;
} Persona;

static const Persona PERSONAS[] = {
    {"nl", "business", "BE", "Bakkerij Peeters BV", "mevrouw An Wils", "Korenmarkt 4", "2800", "Mechelen",
     "meel en gist"},
    {"fr", "business", "BE", "Boulangerie Lefèvre SRL", "M. Benoît Lefèvre", "Rue du Marché 105", "5000", "Namur",
     "farine et levure"},
    {"en", "business", "BE", "O’Neill & Sons Trading BV", "Ms Siobhan O’Neill", "Rue Archimède 17", "1000", "Brussels",
     "flour and yeast"},
    {"de", "business", "BE", "Bäckerei Müller GmbH", "Herr Klaus Müller", "Hauptstraße 5", "4700", "Eupen",
     "Mehl und Hefe"},
    {"nl", "consumer", "BE", "mevrouw Lieve Claes", "", "Dorpsstraat 12 bus 3", "3270", "Scherpenheuvel-Zichem",
     "een keukentafel met zes stoelen"},
    {"fr", "consumer", "BE", "Mme Élise Dupont", "", "Avenue Louise 220, boîte 9", "1050", "Bruxelles",
     "une table de cuisine avec six chaises"},
    {"en", "consumer", "BE", "Mr John Whitfield", "", "Avenue de Tervueren 88", "1150", "Brussels",
     "a kitchen table with six chairs"},
    {"de", "consumer", "BE", "Frau Petra Jansen", "", "Klosterstraße 31", "4780", "Sankt Vith",
     "einen Küchentisch mit sechs Stühlen"},
    {"nl", "consumer", "NL", "de heer J. van den Berg", "", "Lange Poten 10", "2511 CL", "Den Haag",
     "een eiken boekenkast"},
    {"fr", "consumer", "NL", "Mme Claire Fontaine", "", "Prinsengracht 201", "1015 DT", "Amsterdam",
     "une bibliothèque en chêne"},
    {"en", "consumer", "NL", "Ms Grace Miller", "", "Herengracht 44", "1015 BN", "Amsterdam", "an oak bookcase"},
    {"de", "consumer", "NL", "Herr Jens Weber", "", "Grotestraat 7", "7511 EA", "Enschede",
     "ein Bücherregal aus Eiche"},
    {"nl", "business", "BE", "Drukkerij De Wit NV", "de heer Koen De Wit", "Brugsesteenweg 8", "8800", "Roeselare",
     "papier en inkt"},
    {"fr", "business", "BE", "Imprimerie Blanc SA", "Mme Anne Blanc", "Chaussée de Mons 61", "7000", "Mons",
     "papier et encre"},
    {"en", "business", "BE", "Whitehouse Printing Ltd", "Mr Adam White", "Rue de la Loi 155", "1040", "Brussels",
     "paper and ink"},
    {"de", "business", "BE", "Druckerei Weiss GmbH", "Frau Eva Weiss", "Aachener Straße 20", "4700", "Eupen",
     "Papier und Tinte"},
};

/* The last of them pay in parts: only the agreement is for them. */
enum { IN_PARTS_FROM = G_N_ELEMENTS(PERSONAS) - 4 };
static bool in_parts(const Persona *persona)
{
    return persona - PERSONAS >= IN_PARTS_FROM;
}

static void setting(Book *book, const char *section, const char *key, const char *value)
{
    g_autoptr(GError) error = NULL;
    good(settings_set(book->desk->settings, section, key, value, &error), error);
}

static void house_describe(Book *book)
{
    static const char *const WORDS[][3] = {
        {"belronde", "agent", "an"},
        {"belronde", "name", "Vanden Berghe Groothandel BV"},
        {"belronde", "address", "Nijverheidskaai 114, 2800 Mechelen"},
        {"belronde", "phone", "+32 15 00 00 00"},
        {"belronde", "email", "boekhouding@vandenberghe.example"},
        {"belronde", "iban", "BE71096123456769"},
        {"letter", "signer", "An Mertens"},
        {"letter", "signer_phone", "+32 15 00 00 07"},
        {"letter", "signer_email", "an.mertens@vandenberghe.example"},
        {"letter", "city", "nl: Mechelen | fr: Malines | en: Mechelen | de: Mecheln"},
        {"letter", "company_number", "BE 0417.497.106"},
        {"letter", "help", "nl: OCMW Mechelen, +32 15 00 00 99 | fr: CPAS de Malines, +32 15 00 00 99"},
        {"letter", "reward", "nl: 2 % korting | fr: 2 % de remise | en: a discount of 2% | de: 2 % Rabatt"},
        {"letter", "reward_days", "30"},
        {"charges", "clause", "yes"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++)
        setting(book, WORDS[i][0], WORDS[i][1], WORDS[i][2]);
    setting(book, "letter", "copies", book->folder);
}

static void time_set(const char *moment)
{
    g_autoptr(GError) error = NULL;
    good(clock_fix(moment, &error), error);
}

/* An invoice with its description, reference and the copy in the folder. */
static gint64 invoice(Book *book, gint64 customer, const char *number, const char *issued, const char *due,
                      Cents amount, const char *bought)
{
    gint64 id = book_item(book, customer, number, issued, due, amount);
    g_autofree char *name = g_strconcat(number, ".pdf", NULL), *path = g_build_filename(book->folder, name, NULL);
    g_assert_true(g_file_set_contents(path, "%PDF-1.4 a copy", -1, NULL));
    book_run(book, "UPDATE item SET description = :bought, reference = 'RF18539007547034' WHERE id = :id",
             BINDS(TEXT("bought", bought), INTEGER("id", id)));
    return id;
}

static gint64 promised(Book *book, gint64 customer, gint64 plan, const char *kind, const char *due, Cents amount,
                       int position, gint64 event)
{
    return book_insert(book,
                       "INSERT INTO promise (event_id, customer_id, plan_id, position, kind, made, due, deadline,"
                       " amount, currency) SELECT id, :customer, :plan, :position, :kind, day, :due, :due, :amount,"
                       " 'EUR' FROM event WHERE id = :event RETURNING id",
                       BINDS(INTEGER("event", event), INTEGER("customer", customer), ID("plan", plan),
                             INTEGER("position", position), TEXT("kind", kind), DAY("due", iso(due)),
                             INTEGER("amount", amount)));
}

static gint64 talk(Book *book, gint64 customer, gint64 contact, const char *outcome)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    const EventFacts facts = {
        .op = op, .kind = "call", .outcome = outcome, .customer_id = customer, .contact_id = contact};
    gint64 id = 0;
    good(event_append(book->desk, &facts, &id, &error), error);
    return id;
}

/* 1.847,00 on two invoices, 19,49 interest up to the day and 40,00 for each: 250,00 at once and the rest in three. */
static void plan_agreed(Book *book, gint64 customer, gint64 event, const gint64 invoices[2])
{
    static const struct {
        const char *due;
        Cents amount, of_first, of_second;
    } PARTS[] = {{"2026-02-24", 25000, 25000, 0},
                 {"2026-03-10", 56549, 56549, 0},
                 {"2026-04-10", 56549, 43451, 13098},
                 {"2026-05-11", 56551, 0, 46602}};
    gint64 plan =
        book_insert(book,
                    "INSERT INTO plan (event_id, customer_id, parts, every, first_day, total, currency)"
                    " VALUES (:event, :customer, 3, 'month', :first, 194649, 'EUR') RETURNING id",
                    BINDS(INTEGER("event", event), INTEGER("customer", customer), DAY("first", iso("2026-03-10"))));
    book_run(book,
             "INSERT INTO plan_terms (plan_id, interest, costs, falls_due, asks) VALUES (:plan, 1949, 8000, 1, 0)",
             BINDS(INTEGER("plan", plan)));
    for (size_t i = 0; i < G_N_ELEMENTS(PARTS); i++) {
        gint64 part = promised(book, customer, plan, "instalment", PARTS[i].due, PARTS[i].amount, (int)i, event);
        const Cents taken[] = {PARTS[i].of_first, PARTS[i].of_second};
        for (int k = 0; k < 2; k++)
            if (taken[k] > 0)
                book_run(book,
                         "INSERT INTO promise_item (promise_id, position, item_id, amount)"
                         " VALUES (:promise, :position, :item, :amount)",
                         BINDS(INTEGER("promise", part), INTEGER("position", k), INTEGER("item", invoices[k]),
                               INTEGER("amount", taken[k])));
    }
}

/* The calls in the order they were made: one without a word of money, then a promise in two parts, or a plan. */
static void talks(Book *book, const Persona *persona, gint64 customer, gint64 contact, const gint64 invoices[2])
{
    (void)talk(book, customer, contact, "callback");
    time_set("2026-02-24T09:40");
    gint64 event = talk(book, customer, contact, in_parts(persona) ? "plan" : "promise");
    if (in_parts(persona)) {
        plan_agreed(book, customer, event, invoices);
        return;
    }
    (void)promised(book, customer, 0, "promise", "2026-02-27", 60000, 0, event);
    (void)promised(book, customer, 0, "promise", "2026-03-20", 40000, 1, event);
}

static void persona_add(Book *book, const Persona *persona, int at)
{
    g_autofree char *number = g_strdup_printf("%d", 10410 + at), *late = g_strdup_printf("2025-1%03d", 312 + at),
                    *later = g_strdup_printf("2026-0%03d", 41 + at), *young = g_strdup_printf("2026-0%03d", 160 + at),
                    *paid = g_strdup_printf("2025-0%03d", 900 + at);
    book_begin(book);
    gint64 customer = book_customer(book, number, persona->name);
    book_run(book,
             "UPDATE customer SET kind = :kind, country = :country, language = :language, street = :street,"
             " postcode = :postcode, city = :city WHERE id = :id",
             BINDS(TEXT("kind", persona->kind), TEXT("country", persona->country), TEXT("language", persona->language),
                   TEXT("street", persona->street), TEXT("postcode", persona->postcode), TEXT("city", persona->city),
                   INTEGER("id", customer)));
    gint64 contact = book_contact(book, customer, *persona->person != '\0' ? persona->person : persona->name,
                                  "accounts", "+3215000000");
    gint64 old = invoice(book, customer, paid, "2025-12-01", "2025-12-31", 48050, persona->bought);
    const gint64 asked[] = {invoice(book, customer, late, "2025-12-08", "2026-01-07", 125000, persona->bought),
                            invoice(book, customer, later, "2026-01-12", "2026-02-11", 59700, persona->bought)};
    (void)invoice(book, customer, young, "2026-02-16", "2026-03-18", 33000, persona->bought);
    talks(book, persona, customer, contact, asked);
    time_set("2026-02-22T09:00");
    book_payment(book, old, 48050, "");
    time_set("2026-02-20T10:15");
    book_commit(book);
}

void letter_desk_start(Book *book)
{
    g_autoptr(GError) error = NULL;
    book_start(book);
    house_describe(book);
    good(agent_face_keep(book->desk, &error), error);
    time_set("2026-02-20T10:15");
    for (size_t i = 0; i < G_N_ELEMENTS(PERSONAS); i++)
        persona_add(book, &PERSONAS[i], (int)i);
    time_set("2026-02-24T14:07");
}

static const Persona *persona_for(const LetterTemplate *template)
{
    const char *kind = (template->kinds & LETTER_KIND_BUSINESS) != 0 ? "business" : "consumer";
    const char *country = template->countries->len > 0 ? template->countries->pdata[0] : "BE";
    bool plan = strcmp(template->slug, "agreement") == 0;
    for (size_t i = 0; i < G_N_ELEMENTS(PERSONAS); i++)
        if (in_parts(&PERSONAS[i]) == plan && strcmp(PERSONAS[i].kind, kind) == 0 &&
            strcmp(PERSONAS[i].country, country) == 0 && strcmp(PERSONAS[i].language, template->language) == 0)
            return &PERSONAS[i];
    g_error("nobody to write %s to", template->path);
}

static gint64 number_of(Book *book, const char *format, gint64 customer)
{
    g_autofree char *sql = g_strdup_printf(format, customer);
    return book_number(book, sql);
}

/* Of the talk the letter is about; others belong to no event yet, as when they are previewed. */
static gint64 event_for(Book *book, const char *slug, gint64 customer)
{
    if (strcmp(slug, "confirmation") == 0)
        return number_of(book,
                         "SELECT max(event_id) FROM promise WHERE plan_id IS NULL AND customer_id = %" G_GINT64_FORMAT,
                         customer);
    if (strcmp(slug, "agreement") == 0)
        return number_of(book, "SELECT max(event_id) FROM plan WHERE customer_id = %" G_GINT64_FORMAT, customer);
    return G_MAXINT64;
}

OutboxOrder *letter_desk_order(Book *book, const LetterTemplate *template)
{
    const Persona *persona = persona_for(template);
    bool post = persona->kind[0] == 'c' || template->tone == 5;
    g_autofree char *sql = g_strdup_printf("SELECT id FROM customer WHERE name = '%s'", persona->name);
    gint64 customer = book_number(book, sql);
    OutboxOrder *order = g_new0(OutboxOrder, 1);
    *order = (OutboxOrder){.id = G_MAXINT64,
                           .event_id = event_for(book, template->slug, customer),
                           .customer_id = customer,
                           .document = g_strdup(template->slug),
                           .channel = g_strdup(post ? "post" : "email"),
                           .recipient = g_strdup(post ? "" : "books@peeters.example"),
                           .language = g_strdup(template->language),
                           .items = g_strdup(""),
                           .personal = g_strdup(""),
                           .agent = g_strdup("an"),
                           .day = clock_today()};
    return order;
}
