# Turns the sample company (days relative to today) into files with real dates and a list of steps in order of time.
# Input: items.csv, customers.csv, calls.csv, receipts.csv; -v today=YYYY-MM-DD -v work=FOLDER.

function days_from(y, m, d) { # day number of a date (proleptic Gregorian)
    y -= m <= 2
    era = int(y / 400); yoe = y - era * 400
    doy = int((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
    return era * 146097 + yoe * 365 + int(yoe / 4) - int(yoe / 100) + doy - 719468
}
function date_of(n,   era, doe, yoe, doy, mp, d, m, y) {
    n += 719468; era = int(n / 146097); doe = n - era * 146097
    yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
    doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
    mp = int((5 * doy + 2) / 153); d = doy - int((153 * mp + 2) / 5) + 1
    m = mp < 10 ? mp + 3 : mp - 9; y = yoe + era * 400 + (m <= 2)
    return sprintf("%04d-%02d-%02d", y, m, d)
}
function weekday(n) { return (n + 3) % 7 } # 0 = Monday
function workday(offset,   n) { # the day itself, or the Friday before a weekend
    n = base + offset
    if (weekday(n) > 4) n -= weekday(n) - 4
    return n
}
function mod97(digits,   i, rest) {
    rest = 0
    for (i = 1; i <= length(digits); i++) rest = (rest * 10 + substr(digits, i, 1)) % 97
    return rest
}
# Belgian structured reference; elsewhere a creditor reference (RF).
function reference_of(customer, serial, country,   body, check) {
    body = sprintf("%06d%04d", customer, serial)
    if (country == "BE") {
        check = mod97(body)
        return body sprintf("%02d", check == 0 ? 97 : check)
    }
    return "RF" sprintf("%02d", 98 - mod97(body "271500")) body
}
function number_of(i) { return substr(date_of(base + issued[i]), 1, 4) "-" serial[i] }
function money(x) { return sprintf("%.2f", x) }

BEGIN {
    split(today, part, "-")
    base = days_from(part[1] + 0, part[2] + 0, part[3] + 0)
    if (weekday(base) > 4) base -= weekday(base) - 4 # on a weekend the desk stands as it was left on Friday
}
/^#/ || /^customer_number/ { next }

FILENAME ~ /items\.csv$/ {
    n++
    owner[n] = $1; kind[n] = $2; serial[n] = $3; issued[n] = $4; due[n] = $5; amount[n] = $6; paid[n] = $7; by[n] = $8; currency[n] = $9
    next
}
FILENAME ~ /customers\.csv$/ {
    if (!($1 in name)) { name[$1] = $2; country[$1] = $5; account[$1] = $20 }
    next
}
FILENAME ~ /receipts\.csv$/ {
    x++
    extra_day[x] = $1; extra_amount[x] = $2; extra_name[x] = $3; extra_account[x] = $4; extra_words[x] = $5; extra_return[x] = $6
    next
}
FILENAME ~ /calls\.csv$/ {
    fields = $6; gsub(/\|/, "~", fields)
    print date_of(workday($1)) "|" $2 "|call|" $3 "|" $4 "|" $5 "|" fields "|" $7 "|" $8 > (work "/unsorted")
    next
}

# What the ledger said on that day: open items, and what was paid since the list before.
function write_list(offset, before,   file, i, open, settled) {
    file = work "/" date_of(workday(offset)) ".items.csv"
    print "customer_number;customer_name;invoice_number;item_kind;invoice_date;due_date;amount;open_amount;currency;reference;paid_date" > file
    for (i = 1; i <= n; i++) {
        if (issued[i] > offset) continue
        settled = paid[i] != "" && by[i] == "list" && paid[i] <= offset
        if (settled && paid[i] <= before) continue
        if (paid[i] != "" && by[i] == "bank" && paid[i] <= before) continue
        open = settled ? "0.00" : amount[i]
        print owner[i] ";" name[owner[i]] ";" number_of(i) ";" kind[i] ";" date_of(base + issued[i]) ";" \
              date_of(base + due[i]) ";" amount[i] ";" open ";" currency[i] ";" \
              reference_of(owner[i], serial[i], country[owner[i]]) ";" (settled ? date_of(base + paid[i]) : "") > file
    }
    close(file)
    print date_of(workday(offset)) "|07:10|items||||||" > (work "/unsorted")
}

function escaped(text) { gsub(/&/, "\\&amp;", text); gsub(/</, "\\&lt;", text); return text }

# Six customers in ten pay with the reference, two type the invoice number, the others only have their name.
function remittance(i,   way) {
    way = serial[i] % 5
    if (way < 3 && country[owner[i]] == "BE")
        return "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>BBA</Issr></Tp><Ref>" \
               reference_of(owner[i], serial[i], "BE") "</Ref></CdtrRefInf></Strd>"
    if (way < 3)
        return "<Ustrd>" reference_of(owner[i], serial[i], "NL") "</Ustrd>"
    if (way == 3)
        return "<Ustrd>factuur " number_of(i) "</Ustrd>"
    return "<Ustrd>met dank</Ustrd>"
}

# @ref N@ and @number N@ in the words of a receipt.
function filled(words,   i) {
    for (i = 1; i <= n; i++) {
        gsub("@ref " serial[i] "@", reference_of(owner[i], serial[i], country[owner[i]]), words)
        gsub("@number " serial[i] "@", number_of(i), words)
    }
    return words
}

# One booking; a negative amount went out, and with a reason it takes an earlier receipt back.
function entry(offset, sum, id, who, iban, words, reason,   day, side, back) {
    day = date_of(workday(offset)); side = sum < 0 ? "Cdtr" : "Dbtr"
    back = reason != "" ? "<RtrInf><Rsn><Cd>" reason "</Cd></Rsn></RtrInf>" : ""
    return "<Ntry><Amt Ccy=\"EUR\">" money(sum < 0 ? -sum : sum) "</Amt><CdtDbtInd>" (sum < 0 ? "DBIT" : "CRDT") "</CdtDbtInd>" \
        (back != "" ? "<RvslInd>true</RvslInd>" : "") "<Sts>BOOK</Sts>" \
        "<BookgDt><Dt>" day "</Dt></BookgDt><ValDt><Dt>" day "</Dt></ValDt>" \
        "<AcctSvcrRef>" id "</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>" \
        "<RltdPties><" side "><Nm>" escaped(who) "</Nm></" side "><" side "Acct><Id><IBAN>" iban "</IBAN></Id></" side "Acct></RltdPties>" \
        "<RmtInf>" words "</RmtInf>" back "</TxDtls></NtryDtls></Ntry>\n"
}

# title "": a step of the replay; else a file of that name for whoever sits at the desk this morning.
function write_statement(from, until, title,   file, day, i, lines, sum) {
    day = date_of(workday(until)); file = work "/" (title != "" ? title : day ".bank.xml")
    lines = ""; sum = 0
    for (i = 1; i <= n; i++) {
        if (by[i] != "bank" || paid[i] <= from || paid[i] > until) continue
        sum += amount[i]
        lines = lines entry(paid[i], amount[i], "B" serial[i], name[owner[i]], account[owner[i]], remittance(i), "")
    }
    for (i = 1; i <= x; i++) {
        if (extra_day[i] <= from || extra_day[i] > until) continue
        sum += extra_amount[i]
        lines = lines entry(extra_day[i], extra_amount[i], "X" i, extra_name[i], extra_account[i], \
                            "<Ustrd>" escaped(filled(extra_words[i])) "</Ustrd>", extra_return[i])
    }
    balance_before = balance; balance += sum
    print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>" \
        "<GrpHdr><MsgId>DEMO-" day "</MsgId><CreDtTm>" day "T06:00:00</CreDtTm></GrpHdr><Stmt><Id>DEMO-" day "</Id><CreDtTm>" day "T06:00:00</CreDtTm>" \
        "<Acct><Id><IBAN>BE60999000000070</IBAN></Id><Ccy>EUR</Ccy></Acct>" \
        "<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" money(balance_before) "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" date_of(workday(from)) "</Dt></Dt></Bal>" \
        "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" money(balance) "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" day "</Dt></Dt></Bal>" > file
    printf "%s", lines > file
    print "</Stmt></BkToCstmrStmt></Document>" > file
    close(file)
    if (title == "") print day "|07:20|bank||||||" > (work "/unsorted")
}

END {
    before = -10000
    for (offset = -707; offset <= -35; offset += 14) { write_list(offset, before); before = offset }
    balance = 18250.40
    from = -28
    for (until = -21; until <= -7; until += 7) {
        write_list(until - 1, before); before = until - 1
        write_statement(from, until, ""); from = until
    }
    write_list(-1, before)
    write_statement(from, -1, "morning-statement.xml")
    close(work "/unsorted")
    system("LC_ALL=C sort -t'|' -k1,1 -k2,2 -s " work "/unsorted > " work "/steps")
}
