# A morning on which letters are due, Tuesday 24 February 2026: a Flemish firm whose owner reads French (his card says so),
# customers with invoices in euros and dollars, a consumer, somebody without any address, and invoices young enough that
# nobody has been rung about them yet.  Runs with the program in $BELRONDE; made through the importers.
. "${0%/*}/at.sh"
cat >"$folder/customers.csv" <<'CUSTOMERS'
customer_number;customer_name;kind;language;country;street;postcode;city;terms_days;contact;role;phone;email
2001;Drukkerij Coppens NV;business;nl;BE;Kaai 12;8000;Brugge;30;Marc Dubois;owner;050 33 10 21;marc@coppens.example
2001;Drukkerij Coppens NV;business;nl;BE;Kaai 12;8000;Brugge;30;Lies Coppens;accounts;050 33 10 20;lies@coppens.example
2002;Harbour Tools Ltd;business;en;BE;Noorderlaan 40;2030;Antwerpen;30;Ann Field;accounts;03 555 20 10;ann@harbour.example
2003;Slagerij Nijs BV;business;nl;BE;Dorp 3;2820;Bonheiden;30;Wim Nijs;owner;015 51 20 30;wim@nijs.example
2004;Librairie du Parc SRL;business;fr;BE;Rue Neuve 8;5000;Namur;30;Claire Petit;accounts;081 22 10 40;claire@parc.example
2005;Lieve Claes;consumer;nl;BE;Dorpsstraat 12;3270;Scherpenheuvel;14;;accounts;013 77 10 50;lieve@claes.example
2006;Overseas Parts Inc;business;en;BE;Haven 5;2040;Antwerpen;30;Tom Hall;accounts;03 555 20 11;tom@overseas.example
CUSTOMERS
cat >"$folder/marc.vcf" <<'CARD'
BEGIN:VCARD
VERSION:3.0
FN:Marc Dubois
ORG:Drukkerij Coppens NV
EMAIL:marc@coppens.example
LANG:fr
END:VCARD
CARD
cat >"$folder/items.csv" <<'ITEMS'
customer_number;customer_name;invoice_number;item_kind;invoice_date;due_date;amount;open_amount;currency
2001;Drukkerij Coppens NV;2026-0101;invoice;2026-01-08;2026-02-07;1240,00;1240,00;EUR
2002;Harbour Tools Ltd;2026-0102;invoice;2026-01-07;2026-02-06;830,00;830,00;EUR
2002;Harbour Tools Ltd;2026-0103;invoice;2026-01-05;2026-02-04;2100,00;2100,00;USD
2003;Slagerij Nijs BV;2026-0104;invoice;2026-01-08;2026-02-07;415,50;415,50;EUR
2004;Librairie du Parc SRL;2026-0105;invoice;2026-01-07;2026-02-06;96,80;96,80;EUR
2005;Lieve Claes;2026-0106;invoice;2026-01-20;2026-02-03;310,00;310,00;EUR
2006;Overseas Parts Inc;2026-0107;invoice;2026-01-07;2026-02-06;5400,00;5400,00;USD
ITEMS
at 01-20T07:00 An import "$folder/customers.csv"
at 01-20T07:05 An import "$folder/marc.vcf"
at 01-21T07:00 An import --profile belronde "$folder/items.csv"
