# Money that comes by itself, comes back, or comes in part: invoices collected by direct debit (UBL, payment means 59), a
# debit the bank returned after nobody was reached, a promise kept in part, a plan whose first part is not due yet.
# Made through the importers and the verbs, with the program in $BELRONDE.
. "${0%/*}/at.sh"
cat >"$folder/customers.csv" <<'CUSTOMERS'
customer_number;customer_name;kind;language;country;city;terms_days;contact;role;phone;email;iban
1001;Bakkerij Peeters BV;business;nl;BE;Dendermonde;30;An Wils;accounts;052 44 18 09;an@peeters.example;BE68539007547034
1002;Garage Van Dijck NV;business;nl;BE;Antwerpen;30;Rita Claes;accounts;03 771 20 44;rita@vandijck.example;BE79999000105033
1003;De Smet Dakwerken;business;nl;BE;Aalst;30;Jos De Smet;owner;053 21 90 15;jos@desmet.example;BE10999000100104
1007;Taxi Demir;business;nl;BE;Gent;14;Ali Demir;owner;0487 30 55 18;;
CUSTOMERS
cat >"$folder/items.csv" <<'ITEMS'
customer_number;customer_name;invoice_number;item_kind;invoice_date;due_date;amount;open_amount;currency;reference
1001;Bakkerij Peeters BV;2025-1312;invoice;2025-12-08;2026-01-07;1.850,00;1.850,00;EUR;
1002;Garage Van Dijck NV;2026-0198;invoice;2026-01-07;2026-02-06;980,00;980,00;EUR;+++010/0125/13182+++
1002;Garage Van Dijck NV;2026-0230;invoice;2026-01-28;2026-02-27;410,00;410,00;EUR;
1003;De Smet Dakwerken;2025-1290;invoice;2025-12-01;2025-12-31;8.800,00;8.800,00;EUR;
1007;Taxi Demir;2025-1299;invoice;2025-12-31;2026-01-14;900,00;900,00;EUR;
ITEMS
invoice() { # CUSTOMER NUMBER AMOUNT DUE COLLECTED: an invoice that says when the bank takes it
    cat >"$folder/$2.xml" <<UBL
<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:ID>$2</cbc:ID><cbc:IssueDate>2026-01-21</cbc:IssueDate><cbc:DueDate>$4</cbc:DueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>$1</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
<cac:PaymentMeans><cbc:PaymentMeansCode>59</cbc:PaymentMeansCode><cbc:PaymentDueDate>$5</cbc:PaymentDueDate></cac:PaymentMeans>
<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">$3</cbc:PayableAmount></cac:LegalMonetaryTotal></Invoice>
UBL
}
booking() { # REFERENCE AMOUNT NAME IBAN WORDS [RETURN REASON]
    side=Dbtr direction=CRDT returned=
    [ -z "${6:-}" ] || side=Cdtr direction=DBIT returned="<RtrInf><Rsn><Cd>$6</Cd></Rsn></RtrInf>"
    cat <<LINE
<Ntry><Amt Ccy="EUR">$2</Amt><CdtDbtInd>$direction</CdtDbtInd>${returned:+<RvslInd>true</RvslInd>}<Sts>BOOK</Sts><BookgDt><Dt>$day</Dt></BookgDt><AcctSvcrRef>$1</AcctSvcrRef>
<NtryDtls><TxDtls><RltdPties><$side><Nm>$3</Nm></$side><${side}Acct><Id><IBAN>$4</IBAN></Id></${side}Acct></RltdPties><RmtInf><Ustrd>$5</Ustrd></RmtInf>$returned</TxDtls></NtryDtls></Ntry>
LINE
}
statement() { # NUMBER OPENING CLOSING, the bookings of $day on standard input
    cat <<START
<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>$1</MsgId><CreDtTm>${day}T06:00:00</CreDtTm></GrpHdr><Stmt><Id>$1</Id><CreDtTm>${day}T06:00:00</CreDtTm><Acct><Id><IBAN>BE60999000000070</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">$2</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>$day</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">$3</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>$day</Dt></Dt></Bal>
START
    cat
    echo '</Stmt></BkToCstmrStmt></Document>'
}
invoice 'Bakkerij Peeters BV' 2026-0311 640.00 2026-02-20 2026-02-27
invoice 'De Smet Dakwerken' 2026-0312 1250.00 2026-02-20 2026-03-02
day=2026-02-19
{
    booking A1 980.00 'GARAGE VAN DIJCK' BE79999000105033 '+++010/0125/13182+++'
    booking A2 600.00 'TAXI DEMIR' BE21999000100003 'factuur 2025-1299'
} | statement 2026-040 100.00 1680.00 >"$folder/thursday.xml"
day=2026-02-23
booking B1 980.00 'GARAGE VAN DIJCK' BE79999000105033 '+++010/0125/13182+++' AM04 | statement 2026-041 1680.00 700.00 >"$folder/monday.xml"

at 02-02T07:00 An import "$folder/customers.csv"
at 02-02T07:05 An import --profile belronde "$folder/items.csv"
at 02-02T07:10 An import "$folder/2026-0311.xml"
at 02-02T07:15 An import "$folder/2026-0312.xml"
at 02-09T11:00 An log 1003 plan parts=2 first=2026-02-26
at 02-10T10:15 An log 1007 promise by=20/2
at 02-17T09:40 An log 1002 no_answer
at 02-20T06:30 An import "$folder/thursday.xml"
at 02-24T07:00 An import "$folder/monday.xml"
