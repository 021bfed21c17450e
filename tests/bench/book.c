/* The invented company of book.h.  Every value follows from the customer's number alone, so nothing is kept. */
#include "book.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PARTIAL_PERCENT = 5, TERMS_DAYS = 30, MEAN_AGE_DAYS = 45, STATEMENT_DAYS = 5 };

/* --- Chance ---------------------------------------------------------------------------------------------- */

/* splitmix64: a stream per customer, whatever was asked before. */
typedef struct {
    uint64_t state;
} Chance;

static Chance chance_of(uint64_t seed)
{
    return (Chance){seed * 0x9E3779B97F4A7C15u + 0x2545F4914F6CDD1Du};
}

static uint64_t draw(Chance *chance)
{
    uint64_t z = chance->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static uint32_t below(Chance *chance, uint32_t limit)
{
    return (uint32_t)(((draw(chance) >> 32) * limit) >> 32);
}

/* In (0, 1). */
static double share(Chance *chance)
{
    return ((double)(draw(chance) >> 11) + 0.5) / 9007199254740992.0;
}

/* --- Words ----------------------------------------------------------------------------------------------- */

static const char *const TRADES[] = {
    "Bakkerij",    "Slagerij",       "Garage",    "Bouwbedrijf",        "Drukkerij",    "Apotheek",        "Boekhandel",
    "Tuincentrum", "Schilderwerken", "Transport", "Boulangerie",        "Menuiserie",   "Imprimerie",      "Café",
    "Traiteur",    "Elektro",        "Dakwerken", "Installatiebedrijf", "Loodgieterij", "Schrijnwerkerij", "Crèche",
    "Hôtel",       "Kapsalon",       "Meubelen",
};
static const char *const NAMES[] = {
    "Janssens",      "Peeters",  "Maes",         "Jacobs",       "Mertens",  "Willems",  "Claes",     "Goossens",
    "Wouters",       "De Smet",  "Dubois",       "Lambert",      "Dupont",   "Martin",   "Simon",     "De Jong",
    "Jansen",        "De Vries", "Van den Berg", "Bakker",       "Van Dijk", "Visser",   "Smit",      "Meijer",
    "De Boer",       "Mulder",   "Bos",          "Vos",          "Peters",   "Hendriks", "Dekker",    "Brouwer",
    "Dijkstra",      "Smits",    "De Graaf",     "Van der Meer", "Kok",      "Jacobsen", "Verhoeven", "Vermeulen",
    "Vandenbroucke", "Desmedt",  "Lemmens",      "Thys",         "Wuyts",    "Bosmans",  "Hermans",   "Aerts",
    "Devos",         "Geerts",   "Leclercq",     "Renard",       "François", "Gérard",   "Legrand",   "Mathieu",
    "Collignon",     "Piñeiro",  "Özdemir",      "Groß",
};
static const char *const FORMS[] = {"BV", "NV", "VOF", "B.V.", "SRL", "SA", "CV", "", "& Zn", "vzw"};
static const char *const FIRST[] = {
    "An", "Luc", "Els", "Jan", "Piet", "Sofie", "Marie", "Karim", "Pierre", "Joris", "Anke", "Bram", "Chloé", "Dirk",
};
static const char *const STREETS[] = {
    "Kerkstraat", "Stationsstraat", "Dorpsstraat",     "Molenweg",  "Nieuwstraat",  "Schoolstraat",
    "Markt",      "Hoogstraat",     "Rue de l'Église", "Rue Haute", "Industrieweg", "Havenlaan",
};
static const struct {
    const char *postcode, *city, *language, *country, *area;
} PLACES[] = {
    {"9000", "Gent", "nl", "BE", "9"},          {"2000", "Antwerpen", "nl", "BE", "3"},
    {"1000", "Brussel", "fr", "BE", "2"},       {"3000", "Leuven", "nl", "BE", "16"},
    {"8000", "Brugge", "nl", "BE", "50"},       {"4000", "Liège", "fr", "BE", "4"},
    {"5000", "Namur", "fr", "BE", "81"},        {"3500", "Hasselt", "nl", "BE", "11"},
    {"1011 AB", "Amsterdam", "nl", "NL", "20"}, {"3011 BD", "Rotterdam", "nl", "NL", "10"},
    {"4811 AD", "Breda", "nl", "NL", "76"},     {"6211 AX", "Maastricht", "nl", "NL", "43"},
};
#define COUNT(a)        (sizeof(a) / sizeof *(a))
#define PICK(chance, a) ((a)[below(chance, COUNT(a))])

/* --- Check digits ---------------------------------------------------------------------------------------- */

/* Bank codes 999 and ZZZZ do not exist. */
static void iban_make(char *iban, size_t size, const char *country, uint64_t account)
{
    char bban[20];
    bool belgian = strcmp(country, "BE") == 0;
    if (belgian)
        snprintf(bban, sizeof bban, "999%07u%02u", (unsigned)(account % 10000000),
                 (unsigned)((9990000000u + account % 10000000) % 97 ? (9990000000u + account % 10000000) % 97 : 97));
    else
        snprintf(bban, sizeof bban, "ZZZZ%010u", (unsigned)(account % 10000000));
    char digits[48] = "", all[48];
    snprintf(all, sizeof all, "%s%s00", bban, country);
    size_t length = 0;
    for (const char *at = all; *at != '\0'; at++)
        length +=
            (size_t)snprintf(digits + length, sizeof digits - length, "%d", *at >= 'A' ? *at - 'A' + 10 : *at - '0');
    unsigned rest = 0;
    for (const char *at = digits; *at != '\0'; at++)
        rest = (rest * 10 + (unsigned)(*at - '0')) % 97;
    snprintf(iban, size, "%s%02u%s", country, 98 - rest, bban);
}

/* The Belgian structured communication: ten digits and their rest modulo 97, 97 for 0. */
static void reference_make(BookItem *item)
{
    uint64_t base = 900000000u + item->index;
    unsigned rest = (unsigned)(base % 97);
    snprintf(item->digits, sizeof item->digits, "%010llu%02u", (unsigned long long)base, rest != 0 ? rest : 97);
    snprintf(item->reference, sizeof item->reference, "+++%.3s/%.4s/%.5s+++", item->digits, item->digits + 3,
             item->digits + 7);
}

/* --- The book -------------------------------------------------------------------------------------------- */

/* One to sixty, two on average: few have many. */
static int items_draw(Chance *chance)
{
    int items = 1;
    while (items < BOOK_ITEMS_MOST && below(chance, 100) < (items < 4 ? 45u : 62u))
        items++;
    return items;
}

void book_customer(uint32_t n, BookCustomer *customer)
{
    Chance chance = chance_of(n);
    size_t place = below(&chance, COUNT(PLACES));
    const char *name = PICK(&chance, NAMES), *form = PICK(&chance, FORMS), *first = PICK(&chance, FIRST);
    *customer = (BookCustomer){.index = n,
                               .postcode = PLACES[place].postcode,
                               .city = PLACES[place].city,
                               .language = PLACES[place].language,
                               .country = PLACES[place].country,
                               .kind = n % 10 == 9 ? "consumer" : "business"};
    snprintf(customer->number, sizeof customer->number, "C%07u", n + 1);
    snprintf(customer->name, sizeof customer->name, "%s %s %u%s%s", PICK(&chance, TRADES), name, n % 9973,
             *form ? " " : "", form);
    snprintf(customer->street, sizeof customer->street, "%s %u", PICK(&chance, STREETS), 1 + below(&chance, 250));
    snprintf(customer->contact, sizeof customer->contact, "%s %s", first, PICK(&chance, NAMES));
    snprintf(customer->email, sizeof customer->email, "boekhouding@klant%u.example", n + 1);
    bool belgian = strcmp(customer->country, "BE") == 0;
    snprintf(customer->phone, sizeof customer->phone, belgian ? "0%s %02u %02u %02u" : "0%s %02u%02u%02u%s",
             belgian ? "470" : PLACES[place].area, below(&chance, 90) + 10, below(&chance, 100), below(&chance, 100),
             strlen(PLACES[place].area) < 3 && !belgian ? "1" : "");
    unsigned enterprise = 4000000 + n % 5999999;
    if (belgian)
        snprintf(customer->vat, sizeof customer->vat, "BE0%07u%02u", enterprise, 97 - enterprise % 97);
    iban_make(customer->iban, sizeof customer->iban, customer->country, n + 1);
    customer->items = items_draw(&chance);
}

void book_item(const BookCustomer *customer, int position, uint32_t index, BookItem *item)
{
    Chance chance = chance_of(((uint64_t)customer->index << 8 | (uint64_t)position) + 0x100000000000u);
    double normal = sqrt(-2 * log(share(&chance))) * cos(6.283185307179586 * share(&chance));
    int age = (int)(-log(share(&chance)) * MEAN_AGE_DAYS);
    *item = (BookItem){.index = index, .issued = BOOK_TODAY - (age < 700 ? age : 700)};
    item->due = item->issued + TERMS_DAYS;
    item->amount = 500 + (int64_t)(exp(6.0 + 1.1 * normal) * 100);
    item->paid = below(&chance, 100) < BOOK_PAID_PERCENT;
    int year, month, day;
    book_date(item->issued, &year, &month, &day);
    snprintf(item->number, sizeof item->number, "%d-%07u", year, index + 1);
    reference_make(item);
}

void book_payment(const BookCustomer *customer, const BookItem *item, uint32_t sequence, BookPayment *payment)
{
    static const char *const NOTHINGS[] = {"betaling", "uw factuur", "merci", "zie bijlage", "overschrijving"};
    Chance chance = chance_of((uint64_t)item->index + 0x200000000000u);
    uint32_t says = below(&chance, 100);
    *payment = (BookPayment){.sequence = sequence,
                             .day = BOOK_TODAY - 1 - (int)below(&chance, STATEMENT_DAYS),
                             .amount = item->amount,
                             .says = says < 60   ? SAYS_REFERENCE
                                     : says < 85 ? SAYS_INVOICE
                                     : says < 92 ? SAYS_CUSTOMER
                                                 : SAYS_NOTHING,
                             .name = customer->name,
                             .iban = customer->iban};
    if (below(&chance, 100) < PARTIAL_PERCENT)
        payment->amount = item->amount / 2;
    snprintf(payment->bank_reference, sizeof payment->bank_reference, "B%010u", item->index);
    switch (payment->says) {
    case SAYS_REFERENCE: snprintf(payment->reference, sizeof payment->reference, "%s", item->digits); break;
    case SAYS_INVOICE: snprintf(payment->text, sizeof payment->text, "factuur %s", item->number); break;
    case SAYS_CUSTOMER: snprintf(payment->text, sizeof payment->text, "klant %s", customer->number); break;
    case SAYS_NOTHING: snprintf(payment->text, sizeof payment->text, "%s", PICK(&chance, NOTHINGS)); break;
    }
}

/* Years counted from March, as base/day has it; this file stands alone so that it measures nothing of the program. */
void book_date(int number, int *year, int *month, int *day)
{
    int count = number + 719468, era = count / 146097, of_era = count - era * 146097;
    int of_year_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * of_year_era + of_year_era / 4 - of_year_era / 100);
    int from_march = (5 * of_year + 2) / 153;
    *month = from_march < 10 ? from_march + 3 : from_march - 9;
    *year = of_year_era + era * 400 + (*month <= 2);
    *day = of_year - (153 * from_march + 2) / 5 + 1;
}
