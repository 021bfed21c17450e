#include "letter_specimen.h"

#include <string.h>

static Day iso(const char *text)
{
    Day day = DAY_NONE;
    if (text != NULL)
        g_assert_true(day_parse_iso(text, &day));
    return day;
}

static void put(char **field, const char *text)
{
    g_free(*field);
    *field = g_strdup(text);
}

static void lines(GPtrArray *into, const char *text)
{
    g_auto(GStrv) all = g_strsplit(text, "\n", -1);
    for (char **line = all; *line != NULL; line++)
        g_ptr_array_add(into, g_strdup(*line));
}

static void item(Letter *letter, const char *number, const char *issued, const char *due, Cents amount, Cents open,
                 Cents interest, Cents costs, int days_late)
{
    LetterItem row = {g_strdup(number), iso(issued), iso(due), amount, open, interest, costs, 0, days_late};
    g_array_append_val(letter->items, row);
}

static void part(Letter *letter, const char *due, Cents amount)
{
    LetterPart row = {iso(due), amount, 0, false};
    g_array_append_val(letter->parts, row);
}

static void paragraph(Letter *letter, const char *text)
{
    letter_block_add(letter, LETTER_PARAGRAPH, text);
}

static void table(Letter *letter, LetterBlockKind kind)
{
    letter_block_add(letter, kind, "");
}

static Letter *start(const char *language, const char *subject, const char *place_and_day, const char *recipient)
{
    Letter *letter = letter_new();
    put(&letter->slug, "reminder");
    put(&letter->language, language);
    put(&letter->subject, subject);
    put(&letter->place_and_day, place_and_day);
    lines(letter->sender, "Vanden Berghe Groothandel BV\nNijverheidskaai 114\n2800 Mechelen\n+32 15 00 00 00\n"
                          "debiteuren@vandenberghe.example\nBE 0403.019.261");
    lines(letter->recipient, recipient);
    memcpy(letter->currency, "EUR", sizeof letter->currency);
    memcpy(letter->payment.currency, "EUR", sizeof letter->payment.currency);
    put(&letter->payment.name, "Vanden Berghe Groothandel BV");
    put(&letter->payment.iban, "BE71096123456769");
    return letter;
}

static void pay(Letter *letter, const char *reference, const char *text, Cents amount)
{
    put(&letter->payment.reference, reference);
    put(&letter->payment.text, text);
    letter->payment.amount = amount;
}

static Letter *dutch(void)
{
    Letter *letter = start("nl", "facturen 2025-1312, 2025-1355 en 2026-0041", "Mechelen, 24 februari 2026",
                           "Bakkerij Peeters BV\nt.a.v. mevrouw An Wils\nKerkstraat 12\n9200 Dendermonde");
    item(letter, "2025-1312", "2025-12-08", "2026-01-07", 185000, 185000, 0, 0, 48);
    item(letter, "2025-1355", "2025-12-22", "2026-01-21", 149260, 149260, 0, 0, 34);
    item(letter, "2026-0041", "2026-01-12", "2026-02-11", 151000, 151000, 0, 0, 13);
    pay(letter, "RF18539007547034", "", 485260);
    paragraph(letter, "Beste mevrouw Wils,");
    paragraph(letter,
              "Op 24 februari stond nog € 4.852,60 open. Misschien kruist deze brief uw betaling; dan dank ik u "
              "en mag u dit vergeten.");
    table(letter, LETTER_ITEMS);
    paragraph(letter, "Betaalt u vandaag? Scan de code met uw bank-app, of schrijf het bedrag over met de mededeling "
                      "hieronder. Dan vindt onze boekhouding het meteen terug.");
    table(letter, LETTER_PAY);
    paragraph(letter, "Is er iets niet in orde of lukt betalen niet in één keer, bel mij dan. Samen vinden we een "
                      "oplossing.");
    paragraph(letter, "Met vriendelijke groeten,");
    paragraph(letter, "An Mertens\nDebiteurenbeheer\n+32 15 00 00 00");
    put(&letter->attachments_line, "Bijlagen: kopie van de facturen 2025-1312, 2025-1355 en 2026-0041");
    return letter;
}

static Letter *french(void)
{
    Letter *letter =
        start("fr", "mise en demeure, factures F-2025-0871 et F-2025-0902", "Malines, le 24 février 2026",
              "Crèche « Les Petits Œufs » SRL\nÀ l’attention de M. Benoît Lefèvre\nRue du Marché aux Herbes "
              "105, boîte 3\n1000 Bruxelles");
    item(letter, "F-2025-0871", "2025-10-01", "2025-10-31", 124500, 124500, 4154, 4000, 116);
    item(letter, "F-2025-0902", "2025-11-03", "2025-12-03", 89930, 49930, 1192, 4000, 83);
    pay(letter, "010806817183", "", 187776);
    paragraph(letter, "Monsieur Lefèvre,");
    paragraph(letter,
              "Malgré nos entretiens des 3 et 12 février, les factures ci-dessous restent impayées. Par la présente "
              "nous vous mettons en demeure de payer au plus tard le 10 mars 2026.");
    table(letter, LETTER_ITEMS);
    paragraph(letter, "Sans paiement à cette date :");
    letter_block_add(
        letter, LETTER_POINTS,
        "nous suspendons toute livraison jusqu’au paiement complet, conformément à l’article 7 de nos "
        "conditions générales ;\nnous remettons le dossier à notre avocat ;\nles intérêts continuent à courir "
        "à raison de € 0,49 par jour.");
    table(letter, LETTER_PAY);
    paragraph(letter, "Veuillez agréer, Monsieur, l’expression de nos sentiments distingués.");
    paragraph(letter, "Jean Dubois\nService contentieux");
    return letter;
}

static Letter *english(void)
{
    Letter *letter = start("en", "statement of your account", "Mechelen, 24 February 2026",
                           "O’Neill & Sons Trading Ltd\nAccounts Payable\n12 Harbour Road\nDublin D02 XY45\nIRELAND");
    item(letter, "2026-0102", "2026-01-05", "2026-02-04", 250000, 100000, 0, 0, 20);
    item(letter, "CN-2026-007", "2026-01-20", NULL, -35075, -35075, 0, 0, 0);
    item(letter, "2026-0177", "2026-01-29", "2026-02-28", 78000, 78000, 0, 0, 0);
    pay(letter, "", "account 10488, statement of 24/02/2026", 142925);
    paragraph(letter, "Dear Ms O’Neill,");
    paragraph(letter,
              "As promised on the phone, here is what is open on your account. The credit note of 20 January has "
              "been deducted.");
    table(letter, LETTER_ITEMS);
    table(letter, LETTER_PAY);
    paragraph(letter, "Kind regards,\nAn Mertens");
    return letter;
}

static Letter *german(void)
{
    Letter *letter = start("de", "Rechnung 2026-0188", "Mechelen, den 24. Februar 2026",
                           "Müller & Söhne Großhandel GmbH\nHauptstraße 5\n52062 Aachen\nDEUTSCHLAND");
    item(letter, "2026-0188", "2026-01-10", "2026-02-09", 99900, 99900, 0, 0, 15);
    pay(letter, "RF18539007547034", "", 99900);
    put(&letter->payment.bic, "GKCCBEBB");
    paragraph(letter, "Sehr geehrte Damen und Herren,");
    paragraph(letter, "sicher haben Sie die folgende Rechnung nur übersehen.");
    table(letter, LETTER_ITEMS);
    table(letter, LETTER_PAY);
    paragraph(letter, "Mit freundlichen Grüßen\nAn Mertens");
    return letter;
}

enum { MANY = 60 };

static Letter *many(void)
{
    Letter *letter = start("nl", "overzicht van uw openstaande facturen", "Mechelen, 24 februari 2026",
                           "Bouwgroep Lens NV\nBoekhouding\nIndustrieweg 88\n3590 Diepenbeek");
    Cents total = 0;
    for (int i = 0; i < MANY; i++) {
        g_autofree char *number = g_strdup_printf("2025-%04d", 1001 + 7 * i);
        Cents open = 12345 + 6789 * i, interest = 100 + 3 * i;
        Day due = day_plus(iso("2025-09-01"), 2 * i);
        LetterItem row = {g_strdup(number),
                          day_plus(due, -30),
                          due,
                          open,
                          open,
                          interest,
                          4000,
                          0,
                          day_minus(iso("2026-02-24"), due)};
        g_array_append_val(letter->items, row);
        total += open + interest + 4000;
    }
    pay(letter, "010806817183", "", total);
    paragraph(letter, "Geachte heer, mevrouw,");
    paragraph(letter, "Hieronder vindt u alle facturen die op 24 februari 2026 open stonden, met de rente en de "
                      "vaste vergoeding waar wij volgens de wet recht op hebben.");
    table(letter, LETTER_ITEMS);
    table(letter, LETTER_PAY);
    paragraph(letter, "Met vriendelijke groeten,");
    paragraph(letter, "An Mertens\nDebiteurenbeheer");
    return letter;
}

static Letter *plan(void)
{
    Letter *letter = start("en", "our agreement of today", "Mechelen, 24 February 2026",
                           "Garage De Smet\nPieter De Smet\nStationsplein 3\n9000 Gent");
    const char *const days[] = {"2026-03-02", "2026-04-01", "2026-05-01", "2026-06-01"};
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++)
        part(letter, days[i], i == 3 ? 60011 : 60000);
    pay(letter, "RF18539007547034", "", 60000);
    paragraph(letter, "Dear Mr De Smet,");
    paragraph(letter, "Thank you for calling. We agreed that you pay in four instalments:");
    table(letter, LETTER_PARTS);
    paragraph(letter, "The code below is for the first of them.");
    table(letter, LETTER_PAY);
    paragraph(letter, "Kind regards,\nAn Mertens");
    return letter;
}

static Letter *dollars(void)
{
    Letter *letter = start("en", "invoice 2026-0200", "Mechelen, 24 February 2026",
                           "Acme Imports Inc.\n1 Main Street\nSpringfield\nUSA");
    memcpy(letter->currency, "USD", sizeof letter->currency);
    memcpy(letter->payment.currency, "USD", sizeof letter->payment.currency);
    item(letter, "2026-0200", "2026-01-10", "2026-02-09", 1250000, 1250000, 0, 0, 15);
    pay(letter, "", "2026-0200", 1250000);
    paragraph(letter, "Dear Sir or Madam,");
    paragraph(letter, "Please find below what is open.");
    table(letter, LETTER_ITEMS);
    table(letter, LETTER_PAY);
    paragraph(letter, "Kind regards,\nAn Mertens");
    return letter;
}

static Letter *long_names(void)
{
    Letter *letter =
        start("nl",
              "herinnering voor de facturen van uw vestigingen te Sint-Katelijne-Waver, Heist-op-den-Berg, "
              "Onze-Lieve-Vrouw-Waver en Scherpenheuvel-Zichem van het vierde kwartaal",
              "Scherpenheuvel-Zichem, 24 februari 2026",
              "Intercommunale Vereniging voor de Samenwerking in het Onderhoud van Gebouwen en Wegen CVBA\n"
              "t.a.v. de dienst Boekhouding, Leveranciers en Overheidsopdrachten, derde verdieping, kantoor 3.14\n"
              "Burgemeester-Vandenbroucke-Vanderstraetenlaan 1204 bus 0301\n3270 Scherpenheuvel-Zichem");
    put(&letter->payment.name, "Etablissements Vandenbroucke-Vanderstraeten & Zonen Groothandel en Distributie NV");
    item(letter, "VKF/2025/HEIST-OP-DEN-BERG/000000000018273645", "2025-12-08", "2026-01-07", 99999999999, 99999999999,
         12345678, 4000, 48);
    item(letter, "A", "2025-12-08", "2026-01-07", 1, 1, 0, 0, 48);
    pay(letter, "", "VKF/2025/HEIST-OP-DEN-BERG/000000000018273645 en A, volgens overzicht", 99999999999);
    paragraph(letter, "Geachte mevrouw Vandenbroucke-Vanderstraeten-Van Nieuwenhuyze van der Elst tot Scherpenheuvel,");
    paragraph(letter, "Zie https://www.vandenberghe.example/klanten/facturen/2025/heist-op-den-berg/000000000018273645/"
                      "betaling/overzicht?taal=nl voor de details.");
    table(letter, LETTER_ITEMS);
    table(letter, LETTER_PAY);
    paragraph(letter, "Met vriendelijke groeten,\nAn Mertens");
    return letter;
}

static Letter *scripts(void)
{
    Letter *letter = start("nl", "factuur 2026-0301", "Mechelen, 24 februari 2026",
                           "Αρτοποιείο Παπαδόπουλος & Υιοί\nمخبز الشام\nПекарня Иванов\nGent <b>&amp;</b>");
    item(letter, "2026-0301", "2026-01-10", "2026-02-09", 5000, 5000, 0, 0, 15);
    put(&letter->payment.name, "Υιοί Παπαδόπουλος");
    pay(letter, "010806817183", "", 5000);
    paragraph(letter, "Beste Γιώργος,");
    paragraph(letter, "Łódź, Århus, Plzeň, İstanbul & <i>Gent</i> 100 % “juist”.");
    table(letter, LETTER_ITEMS);
    table(letter, LETTER_PAY);
    paragraph(letter, "Met vriendelijke groeten,\nAn Mertens");
    return letter;
}

static Letter *bare(void)
{
    Letter *letter = letter_new();
    paragraph(letter, "Dank u wel.");
    table(letter, LETTER_ITEMS);
    table(letter, LETTER_PARTS);
    table(letter, LETTER_PAY);
    return letter;
}

static Letter *wordy(void)
{
    Letter *letter = start("nl", "uw vraag", "Mechelen, 24 februari 2026",
                           "Bakkerij Peeters BV\nKerkstraat 12\n"
                           "9200 Dendermonde");
    for (int i = 1; i <= 16; i++) {
        g_autofree char *text = g_strdup_printf(
            "Alinea %d: wij hebben uw vraag met aandacht gelezen en antwoorden punt voor punt. Wat u schrijft over de "
            "levering klopt, en daarom crediteren wij het verschil. Voor de rest van het bedrag vragen wij u het "
            "nodige te doen. Onze magazijnier heeft de bon van die dag teruggevonden, met de handtekening van uw "
            "medewerker. Wij sturen u een kopie.",
            i);
        paragraph(letter, text);
    }
    paragraph(letter, "Met vriendelijke groeten,");
    paragraph(letter, "An Mertens\nDebiteurenbeheer");
    return letter;
}

static const LetterSpecimen specimens[] = {
    {"nl", dutch, true},        {"fr", french, true},  {"en", english, true},       {"de", german, true},
    {"many", many, true},       {"plan", plan, true},  {"dollars", dollars, false}, {"long", long_names, true},
    {"scripts", scripts, true}, {"bare", bare, false}, {"wordy", wordy, false},
};

const LetterSpecimen *letter_specimen(size_t index)
{
    return index < G_N_ELEMENTS(specimens) ? &specimens[index] : NULL;
}

Letter *letter_specimen_named(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(specimens); i++)
        if (strcmp(specimens[i].name, name) == 0)
            return specimens[i].make();
    g_error("no such letter: %s", name);
}
