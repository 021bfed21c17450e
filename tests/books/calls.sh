# The book of the screen stories: the afternoon of Tuesday 24 February 2026 at An's desk, customers in three
# languages, a late callback on top, promises, a cheque, a plan, a dispute, a dollar customer, a colleague's customer.
# Runs with the program in $BELRONDE; made through the importers and the verbs, as a firm would have done it.
. "${0%/*}/at.sh"
head='customer_number;customer_name;kind;language;country;city;credit_limit;terms_days;agent;contact;role;phone;email;reach'
cat >"$folder/customers.csv" <<CUSTOMERS
$head
1001;Bakkerij Peeters BV;business;nl;BE;Dendermonde;7.500,00;30;;An Wils;accounts;052 44 18 09;an@peeters.example;mon-thu
1001;Bakkerij Peeters BV;business;nl;BE;Dendermonde;7.500,00;30;;Luc Peeters;owner;052 44 18 07;luc@peeters.example;
1002;Garage Van Dijck NV;business;nl;BE;Antwerpen;5.000,00;30;;Rita Claes;accounts;03 771 20 44;rita@vandijck.example;tue-fri
1003;De Smet Dakwerken;business;nl;BE;Aalst;15.000,00;30;;Jos De Smet;owner;053 21 90 15;jos@desmet.example;
1004;Hôtel des Ardennes SA;business;fr;BE;Marche;10.000,00;30;;Aline Lefèvre;accounts;084 22 31 60;aline@ardennes.example;
1005;Jansen Transport B.V.;business;nl;NL;Breda;20.000,00;30;;Piet Jansen;management;+31 76 512 33 08;piet@jansen.example;
1006;Crèche Zonnebloem vzw;business;nl;BE;Brussel;;30;;;accounts;02 414 66 90;;
1007;Frituur 't Hoekje;business;nl;BE;Brugge;;14;;Nancy D'hondt;owner;050 36 18 22;nancy@hoekje.example;
1008;Bouwgroep Lens;business;nl;BE;Genk;25.000,00;60;;Tom Lens;purchase;089 41 07 55;tom@lens.example;
1009;Atlas Freight Ltd;business;en;BE;Antwerpen;;30;;Jane Miller;accounts;03 555 10 20;jane@atlas.example;
1010;Loodgieter Maes;business;nl;BE;Gent;;14;;Koen Maes;owner;0476 11 02 93;;
1011;Wouters & Zonen;business;nl;BE;Genk;;30;;Els Wouters;accounts;011 28 73 41;els@wouters.example;
1012;Stad Mechelen;public;nl;BE;Mechelen;;30;;Financiën;accounts;015 29 75 00;facturen@mechelen.example;mon-wed 09:00-12:00
1013;Taxi Demir;business;nl;BE;Gent;;14;Jo;Ali Demir;owner;0487 30 55 18;;
CUSTOMERS
head='customer_number;customer_name;invoice_number;item_kind;invoice_date;due_date;amount;open_amount;currency;reference;paid_date'
cat >"$folder/items.csv" <<ITEMS
$head
1001;Bakkerij Peeters BV;2025-0901;invoice;2025-09-01;2025-10-01;640,00;0,00;EUR;;2025-10-12
1001;Bakkerij Peeters BV;2025-1104;invoice;2025-10-20;2025-11-19;820,00;0,00;EUR;;2025-12-08
1001;Bakkerij Peeters BV;2025-1312;invoice;2025-12-08;2026-01-07;1.850,00;1.850,00;EUR;+++010/0125/13101+++;
1001;Bakkerij Peeters BV;2025-1355;invoice;2025-12-22;2026-01-21;1.492,60;1.492,60;EUR;;
1001;Bakkerij Peeters BV;2026-0041;invoice;2026-01-12;2026-02-11;1.510,00;1.510,00;EUR;;
1002;Garage Van Dijck NV;2026-0198;invoice;2026-01-07;2026-02-06;980,00;980,00;EUR;;
1003;De Smet Dakwerken;2025-1105;invoice;2025-10-25;2025-11-24;9.125,11;9.125,11;EUR;;
1003;De Smet Dakwerken;2025-1290;invoice;2025-12-01;2025-12-31;8.800,00;8.800,00;EUR;;
1004;Hôtel des Ardennes SA;2025-1340;invoice;2025-12-17;2026-01-16;2.310,45;2.310,45;EUR;;
1005;Jansen Transport B.V.;2025-1206;invoice;2025-11-25;2025-12-25;5.440,00;5.440,00;EUR;;
1005;Jansen Transport B.V.;2026-0031;invoice;2026-01-10;2026-02-09;3.000,00;3.000,00;EUR;;
1007;Frituur 't Hoekje;2025-1230;invoice;2025-12-01;2025-12-15;2.400,00;2.400,00;EUR;;
1008;Bouwgroep Lens;2025-1180;invoice;2025-11-12;2026-01-11;4.302,00;4.302,00;EUR;;
1008;Bouwgroep Lens;2025-1301;invoice;2025-12-05;2026-02-03;2.000,00;2.000,00;EUR;;
1009;Atlas Freight Ltd;2025-1266;invoice;2025-12-11;2026-01-10;1.200,00;1.200,00;USD;;
1009;Atlas Freight Ltd;2026-0011;invoice;2026-01-05;2026-02-04;450,00;450,00;EUR;;
1010;Loodgieter Maes;2025-1225;invoice;2025-12-17;2025-12-31;1.020,35;1.020,35;EUR;;
1012;Stad Mechelen;2025-1210;invoice;2025-12-23;2026-01-22;21.604,90;21.604,90;EUR;;
1013;Taxi Demir;2025-1299;invoice;2025-12-31;2026-01-14;288,00;288,00;EUR;;
ITEMS
cat >"$folder/later.csv" <<ITEMS
$head
1005;Jansen Transport B.V.;2026-0007;credit_note;2026-01-20;;;-250,00;EUR;;
1006;Crèche Zonnebloem vzw;2026-0120;invoice;2026-02-09;2026-03-11;312,50;312,50;EUR;;
1011;Wouters & Zonen;2026-0140;invoice;2026-02-16;2026-03-18;1.188,00;1.188,00;EUR;;
ITEMS
cat >"$folder/bank.xml" <<'BANK'
<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>S1</MsgId><CreDtTm>2026-02-23T06:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id><CreDtTm>2026-02-23T06:00:00</CreDtTm><Acct><Id><IBAN>BE60999000000070</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-02-20</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-02-23</Dt></Dt></Bal>
</Stmt></BkToCstmrStmt></Document>
BANK
at 01-12T09:00 Jo queue # a colleague is known from his first day on
at 01-13T07:00 An import "$folder/customers.csv"
at 01-13T07:05 An import --profile belronde "$folder/items.csv"
at 01-15T11:30 An log 1001 good --note 'all delivered well'
at 01-20T10:00 An log 1003 promise by=+10
at 01-22T09:40 An log 1005 promise amount=5.440,00 by=30/1
at 02-03T10:10 An log 1003 promise amount=8.800,00 by=+10
at 02-10T10:15 An log 1001 callback when='12/2 11u' --duration 95
at 02-12T11:05 An log 1010 no_answer
at 02-12T15:20 An log 1008 dispute invoice=2025-1180 reason=price disputed=302,00 what='3 % discount not given' owner=Jo
at 02-16T11:40 An log 1007 plan parts=4 first=23/2 every=week
at 02-17T07:00 An import --profile belronde "$folder/later.csv"
at 02-17T16:05 An log 1012 in_system run=23/2 missing=none
at 02-18T09:15 An log 1010 no_answer
at 02-19T11:20 An log 1002 away back=24/2 --note 'on leave until Tuesday'
at 02-19T14:50 An log 1004 cheque number=4471 posted=yesterday
at 02-19T15:40 An log 1001 callback when='24/2 14u' --duration 180 --note 'wants proof of delivery on 1355'
at 02-23T07:00 An import "$folder/bank.xml"
at 02-24T09:22 An log 1006 good
at 02-24T09:30 An log 1011 callback when='14:30'
