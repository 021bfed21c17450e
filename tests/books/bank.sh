# A house with two accounts: one is in up to yesterday with a statement missing in between, the other has fallen behind
# and its last statement does not tie.  Built through the real importer, as calls.sh.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

statement() { # account number first-day last-day opening closing amount
    cat >"$work/$2.xml" <<XML
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>$2</Id>
<Acct><Id><IBAN>$1</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">$5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>$3</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">$6</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>$4</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">$7</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>$4</Dt></BookgDt>
<AcctSvcrRef>$2-1</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>$2</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
</Stmt></BkToCstmrStmt></Document>
XML
}

statement BE60999000000070 2026-052 2026-02-19 2026-02-19 1000.00 1100.00 100.00
statement BE60999000000070 2026-054 2026-02-23 2026-02-23 1480.00 1530.00 50.00
statement BE96999000000101 2026-006 2026-02-12 2026-02-12 9000.00 9300.00 200.00
cat >"$work/items.csv" <<'CSV'
customer_number;customer_name;invoice_number;item_kind;invoice_date;due_date;amount;open_amount;currency;phone
10400;Bakkerij Peerdeman BV;2025-1312;invoice;2025-12-08;2026-01-07;1850.00;1850.00;EUR;052 44 18 09
10407;Garage Van Dyckel NV;2026-0398;invoice;2026-01-07;2026-02-06;980.00;980.00;EUR;03 771 20 44
CSV
BELRONDE_NOW=2026-02-24T08:00 "$BELRONDE" --agent An import "$work" || [ $? -eq 1 ]
