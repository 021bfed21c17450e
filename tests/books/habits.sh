# How customers pay, good and less good: an A customer who paid slower in each of three months, a first payment of a new
# customer, a promise paid the day after the talk, and some who are late.  Tuesday 24 February 2026, through the importers
# and the verbs, with the program in $BELRONDE.
. "${0%/*}/at.sh"
cat >"$folder/customers.csv" <<'CUSTOMERS'
customer_number;customer_name;kind;language;country;street;postcode;city;terms_days;contact;role;phone;email;iban
3001;Apotheek Lambrecht BV;business;nl;BE;Markt 4;9300;Aalst;30;Griet Lambrecht;owner;053 70 21 12;griet@lambrecht.example;
3002;Traiteur Bonne Table SRL;business;fr;BE;Rue du Pont 9;5500;Dinant;30;Luc Renard;accounts;082 22 31 40;luc@bonnetable.example;BE68539007547034
3003;Fietsen De Backer;business;nl;BE;Steenweg 60;1700;Dilbeek;14;Jan De Backer;owner;02 567 10 80;jan@debacker.example;BE79999000105033
3004;Meubelen Aerts NV;business;nl;BE;Industrielaan 2;2300;Turnhout;30;Sofie Aerts;accounts;014 41 20 30;sofie@aerts.example;
3005;Kapsalon Iris;business;nl;BE;Kerkstraat 18;8800;Roeselare;14;Iris Maes;owner;051 20 44 10;iris@kapsalon.example;
CUSTOMERS
cat >"$folder/items.csv" <<'ITEMS'
customer_number;customer_name;invoice_number;item_kind;invoice_date;due_date;amount;open_amount;currency;reference;paid_date
3001;Apotheek Lambrecht BV;2025-0310;invoice;2025-03-10;2025-04-09;1.210,00;0,00;EUR;;2025-04-09
3001;Apotheek Lambrecht BV;2025-0512;invoice;2025-05-12;2025-06-11;1.210,00;0,00;EUR;;2025-06-12
3001;Apotheek Lambrecht BV;2025-0714;invoice;2025-07-14;2025-08-13;1.210,00;0,00;EUR;;2025-08-14
3001;Apotheek Lambrecht BV;2025-0915;invoice;2025-09-15;2025-10-15;1.210,00;0,00;EUR;;2025-10-16
3001;Apotheek Lambrecht BV;2025-1110;invoice;2025-11-10;2025-12-10;1.210,00;0,00;EUR;;2025-12-22
3001;Apotheek Lambrecht BV;2025-1206;invoice;2025-12-06;2026-01-05;1.210,00;0,00;EUR;;2026-01-19
3001;Apotheek Lambrecht BV;2026-0101;invoice;2026-01-01;2026-01-31;1.210,00;1.210,00;EUR;;
3001;Apotheek Lambrecht BV;2026-0205;invoice;2026-02-05;2026-03-07;1.480,00;1.480,00;EUR;;
3002;Traiteur Bonne Table SRL;2026-0102;invoice;2026-01-28;2026-02-27;640,00;640,00;EUR;+++010/0125/13182+++;
3003;Fietsen De Backer;2026-0110;invoice;2026-01-20;2026-02-03;905,00;905,00;EUR;;
3003;Fietsen De Backer;2025-0820;invoice;2025-08-20;2025-09-03;400,00;0,00;EUR;;2025-09-20
3004;Meubelen Aerts NV;2026-0103;invoice;2026-01-07;2026-02-06;2.350,00;2.350,00;EUR;;
3005;Kapsalon Iris;2026-0104;invoice;2026-01-26;2026-02-09;186,40;186,40;EUR;;
ITEMS
sed 's/^\(3001;.*;2026-0101;.*;\)1.210,00;EUR;;$/\10,00;EUR;;2026-02-16/' "$folder/items.csv" >"$folder/later.csv"
entry() { # REFERENCE AMOUNT NAME IBAN WORDS
    echo "<Ntry><Amt Ccy=\"EUR\">$2</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-02-23</Dt></BookgDt><AcctSvcrRef>$1</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>$3</Nm></Dbtr><DbtrAcct><Id><IBAN>$4</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>$5</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
}
balance() { # KIND AMOUNT
    echo "<Bal><Tp><CdOrPrtry><Cd>$1</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">$2</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-02-23</Dt></Dt></Bal>"
}
{
    echo '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>M41</MsgId><CreDtTm>2026-02-24T06:00:00</CreDtTm></GrpHdr><Stmt><Id>2026-041</Id><CreDtTm>2026-02-24T06:00:00</CreDtTm><Acct><Id><IBAN>BE60999000000070</IBAN></Id><Ccy>EUR</Ccy></Acct>'
    balance OPBD 100.00
    balance CLBD 1645.00
    entry C1 640.00 'TRAITEUR BONNE TABLE' BE68539007547034 '+++010/0125/13182+++'
    entry C2 905.00 'FIETSEN DE BACKER' BE79999000105033 'factuur 2026-0110'
    echo '</Stmt></BkToCstmrStmt></Document>'
} >"$folder/monday.xml"

at 02-10T07:00 An import "$folder/customers.csv"
at 02-10T07:05 An import --profile belronde "$folder/items.csv"
at 02-20T10:15 An log 3003 promise by=24/2
at 02-23T07:00 An import --profile belronde "$folder/later.csv"
at 02-24T07:00 An import "$folder/monday.xml"
