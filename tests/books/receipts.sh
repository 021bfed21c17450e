# The bank of one morning: a receipt of every kind waits for An, others were matched, went back, went out.  Made
# through the importers and the verbs, with the program in $BELRONDE.
. "${0%/*}/at.sh"
head='customer_number;customer_name;kind;language;country;city;terms_days;contact;role;phone;email;iban'
cat >"$folder/customers.csv" <<CUSTOMERS
$head
1001;Bakkerij Peeters BV;business;nl;BE;Dendermonde;30;An Wils;accounts;052 44 18 09;an@peeters.example;BE68539007547034
1002;Garage Van Dijck NV;business;nl;BE;Antwerpen;30;Rita Claes;accounts;03 771 20 44;rita@vandijck.example;
1003;De Smet Dakwerken;business;nl;BE;Aalst;30;Jos De Smet;owner;053 21 90 15;jos@desmet.example;
1004;Hôtel des Ardennes SA;business;fr;BE;Marche;30;Aline Lefèvre;accounts;084 22 31 60;aline@ardennes.example;
1005;Jansen Transport B.V.;business;nl;NL;Breda;30;Piet Jansen;management;+31 76 512 33 08;piet@jansen.example;NL91ABNA0417164300
1006;Wouters & Zonen;business;nl;BE;Genk;30;Els Wouters;accounts;011 28 73 41;els@wouters.example;
1007;Taxi Demir;business;nl;BE;Gent;14;Ali Demir;owner;0487 30 55 18;;
CUSTOMERS
head='customer_number;customer_name;invoice_number;item_kind;invoice_date;due_date;amount;open_amount;currency;reference;paid_date'
cat >"$folder/items.csv" <<ITEMS
$head
1001;Bakkerij Peeters BV;2025-080;invoice;2025-08-01;2025-09-01;100,00;0,00;EUR;;2025-09-02
1002;Garage Van Dijck NV;2025-081;invoice;2025-08-02;2025-09-02;101,00;0,00;EUR;;2025-09-03
1003;De Smet Dakwerken;2025-082;invoice;2025-08-03;2025-09-03;102,00;0,00;EUR;;2025-09-04
1004;Hôtel des Ardennes SA;2025-083;invoice;2025-08-04;2025-09-04;103,00;0,00;EUR;;2025-09-05
1005;Jansen Transport B.V.;2025-084;invoice;2025-08-05;2025-09-05;104,00;0,00;EUR;;2025-09-06
1006;Wouters & Zonen;2025-085;invoice;2025-08-06;2025-09-06;105,00;0,00;EUR;;2025-09-07
1001;Bakkerij Peeters BV;2025-1312;invoice;2025-12-08;2026-01-07;1.850,00;1.850,00;EUR;+++010/0125/13182+++;
1001;Bakkerij Peeters BV;2025-1355;invoice;2025-12-22;2026-01-21;1.492,60;1.492,60;EUR;;
1001;Bakkerij Peeters BV;2026-0041;invoice;2026-01-12;2026-02-11;1.510,00;1.510,00;EUR;;
1002;Garage Van Dijck NV;2026-0198;invoice;2026-01-07;2026-02-06;980,00;980,00;EUR;;
1003;De Smet Dakwerken;2025-1290;invoice;2025-12-01;2025-12-31;8.800,00;8.800,00;EUR;+++090/9337/55493+++;
1004;Hôtel des Ardennes SA;2025-1340;invoice;2025-12-17;2026-01-16;2.310,45;2.310,45;EUR;;
1005;Jansen Transport B.V.;2025-1206;invoice;2025-11-25;2025-12-25;750,00;750,00;EUR;;
1005;Jansen Transport B.V.;2026-0031;invoice;2026-01-10;2026-02-09;750,00;750,00;EUR;;
1006;Wouters & Zonen;2026-0140;invoice;2026-01-16;2026-02-15;1.188,00;1.188,00;EUR;;
1006;Wouters & Zonen;2026-0150;invoice;2026-01-20;2026-02-19;312,50;312,50;EUR;;
1006;Wouters & Zonen;2026-0007;credit_note;2026-01-25;;-100,00;-100,00;EUR;;
1007;Taxi Demir;2025-1299;invoice;2025-12-31;2026-01-14;288,00;288,00;EUR;;
ITEMS

line() { # REFERENCE AMOUNT NAME IBAN WORDS [DBIT] [RETURN REASON]: one booking of the statement
    side=Dbtr; direction=${6:-CRDT}; returned=
    [ "$direction" = CRDT ] || side=Cdtr
    [ -z "${7:-}" ] || returned="<RtrInf><Rsn><Cd>$7</Cd></Rsn></RtrInf>"
    account=; [ -z "$4" ] || account="<${side}Acct><Id><IBAN>$4</IBAN></Id></${side}Acct>"
    reversal=; [ -z "$returned" ] || reversal='<RvslInd>true</RvslInd>'
    cat <<LINE
<Ntry><Amt Ccy="EUR">$2</Amt><CdtDbtInd>$direction</CdtDbtInd>$reversal<Sts>BOOK</Sts><BookgDt><Dt>$day</Dt></BookgDt><ValDt><Dt>$day</Dt></ValDt><AcctSvcrRef>$1</AcctSvcrRef>
<NtryDtls><TxDtls><RltdPties><$side><Nm>$3</Nm></$side>$account</RltdPties><RmtInf><Ustrd>$5</Ustrd></RmtInf>$returned</TxDtls></NtryDtls></Ntry>
LINE
}
statement() { # NUMBER DAY OPENING CLOSING, the lines on standard input
    day=$2
    cat <<START
<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>$1</MsgId><CreDtTm>$2T06:00:00</CreDtTm></GrpHdr><Stmt><Id>$1</Id><CreDtTm>$2T06:00:00</CreDtTm><Acct><Id><IBAN>BE60999000000070</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">$3</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>$2</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">$4</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>$2</Dt></Dt></Bal>
START
    cat
    echo '</Stmt></BkToCstmrStmt></Document>'
}
day=2026-02-20
{
    line B1 8800.00 'DE SMET DAKWERKEN' BE10999000100104 '+++090/9337/55493+++'
    line B2 288.00 'TAXI DEMIR' BE21999000100003 'factuur 2025-1299'
} | statement 2026-041 "$day" 100.00 9188.00 >"$folder/friday.xml"
day=2026-02-23
{
    line C1 1510.00 'BAKKERIJ PEETERS' BE68539007547034 'laatste levering'
    line C2 980.00 'GARAGE VAN DIJCK' BE79999000105033 'met dank'
    line C3 8800.00 'DE SMET DAKWERKEN' BE10999000100104 '+++090/9337/55493+++'
    line C4 1900.00 'PEETERS BAKKERIJ' BE68539007547034 '+++010/0125/13182+++'
    line C5 1400.50 'W EN Z BOUWMATERIALEN' BE42999000123454 'contract WZ-44018 januari en februari, creditnota 7 afgetrokken, alvast bedankt voor de vlotte levering'
    line C6 2310.45 'SOCIETE DES LOISIRS' '' 'sejour de janvier'
    line C7 412.00 'FOD FINANCIEN' BE39679200000019 'teruggave btw 4e kwartaal'
    line C8 288.00 'TAXI DEMIR' BE21999000100003 'factuur 2025-1299' DBIT MD06
    line C9 640.00 'PAPIERGROOTHANDEL NV' BE57999000123435 'uw factuur 88120' DBIT
    line D1 750.00 'JANSEN TRANSPORT' NL91ABNA0417164300 'betaling'
} | statement 2026-042 "$day" 9188.00 26322.95 >"$folder/monday.xml"
at 01-27T07:00 An import "$folder/customers.csv"
at 01-27T07:05 An import --profile belronde "$folder/items.csv"
at 02-10T10:15 An log 1002 promise by=20/2
at 02-11T09:40 An log 1004 promise amount=2.310,45 by=23/2
at 02-23T06:30 An import "$folder/friday.xml"
at 02-24T07:00 An import "$folder/monday.xml"
