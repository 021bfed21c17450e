# A letter that can reach nobody is refused at once, with one sentence that says what to do
now 2026-02-24T09:05
agent An
$ printf 'customer_number;customer_name;kind;language;country;contact;email;street;city;invoice_number;invoice_date;due_date;amount;open_amount\n7001;Ann Nowhere;consumer;nl;BE;;;;;N-1;2025-12-01;2025-12-31;80,00;80,00\n7002;Bea Typing;consumer;nl;BE;Bea Typing;bea at home;;Gent;N-2;2025-12-01;2025-12-31;80,00;80,00\n7003;Cas Post;consumer;nl;BE;;;Kerkstraat 7;Gent;N-3;2025-12-01;2025-12-31;80,00;80,00\n' > nowhere.csv; belronde import nowhere.csv >/dev/null
$ mkdir -p config/belronde out; printf '[belronde]\nagent = An\nname = "Vandenberghe Papier"\nemail = "geld@vandenberghe.example"\naddress = "Nijverheidskaai 114, 2800 Mechelen"\niban = "BE71 0961 2345 6769"\n[letter]\ncompany_number = "BE 0417.497.106"\nproduct = "papier"\n[charges]\nclause = yes\n[outbox]\nfolder = out\n' > config/belronde/belronde.ini
$ belronde letter 7001 first_reminder_be --send
belronde: Street and town are not known: ask for them, or let it go by e-mail.
? 2
$ belronde letter 7001 first_reminder_be --by print --send
belronde: “Reminder to a consumer (Belgium)” gives a term, and street and town are not known: ask for them first.
? 2
$ belronde letter 7002 first_reminder_be --by email --send
belronde: There is neither an e-mail address nor a postal address: ask for one.
? 2
$ belronde letter 7002 reminder --to "foo bar@x" --send
belronde: “foo bar@x” is no e-mail address a mail server takes: correct it first.
? 2
$ belronde letter 7002 reminder --to "$(printf 'evil@x\nBcc: a@b')" --send
belronde: “evil@x Bcc: a@b” is no e-mail address a mail server takes: correct it first.
? 2
$ belronde letter 7003 reminder --by email --send
belronde: There is no e-mail address: type one, or let it go by post.
? 2
$ belronde letter 7003 reminder --by peppol --send
belronde: The invoice itself goes to Peppol from the bookkeeping: send it there again.
? 2
$ belronde letter 7003 reminder --by fax
belronde: No letter goes by “fax”: take email, post or print.
? 2
$ belronde letter 7003 reminder --by post --to an@peeters.example
belronde: --to names an e-mail address: leave it out, or send the letter by email.
? 2
$ belronde letter --due
Customer  Name                      Class  Letter                    By     To                          Days       Amount  Cur.  Why                                   In the way
7001      Ann Nowhere               B      free reminder with the …                                       55        80,00  EUR   55 days late, no contact yet          There is neither an e-mail address nor a postal address: as…
7002      Bea Typing                B      free reminder with the …                                       55        80,00  EUR   55 days late, no contact yet          There is neither an e-mail address nor a postal address: as…
7003      Cas Post                  B      free reminder with the …  post                                 55        80,00  EUR   55 days late, no contact yet
$ belronde outbox --format csv
id,day,time,label,customer,name,channel,recipient,state,sent_day,sent_time,trouble,document,leaves_in,tries,agent
$ belronde letter --due --format csv 7003 | cut -d, -f1,2,7,8
customer,name,channel,recipient
7003,Cas Post,post,
$ belronde letter --due --send
1 letter is in the outbox and leaves in 60 s.
not sent: Ann Nowhere: There is neither an e-mail address nor a postal address: ask for one.
not sent: Bea Typing: There is neither an e-mail address nor a postal address: ask for one.
? 1
$ belronde outbox recall all
1 document taken back.
# Nor is anything that was typed passed over in silence
$ belronde letter 7003 reminder --language xx
belronde: There is no letter “reminder” in “xx”; there is: de, en, fr, nl.
? 2
$ belronde letter 7003 reminder --output letter.doc
belronde: “letter.doc”: write a name that ends in .pdf, .eml or .txt.
? 2
$ belronde letter 7003 reminder --output letter.pdf --send
belronde: --output cannot be used here: see belronde letter --help.
? 2
$ belronde letter --due --by post
belronde: --by cannot be used here: see belronde letter --help.
? 2
$ belronde letter 7003 reminder --format json
belronde: --format cannot be used here: see belronde letter --help.
? 2
$ ls
books
config
data
files
nowhere.csv
out
# An outcome is logged all the same, and says that no letter goes
$ belronde log 7001 lost by=post qr=no
Logged: Ann Nowhere: lost, resend, resend Thu 26/02.  No letter goes: Street and town are not known: ask for them, or let it go by e-mail.
$ belronde --lang nl log 7002 L to= by=peppol
Opgeslagen: Bea Typing: kwijt, opnieuw, kopie do 26/02.  Er vertrekt geen brief: De factuur zelf gaat vanuit de boekhouding naar Peppol: verstuur ze daar opnieuw.
$ belronde show 7001 | grep -A1 "No letter"
  No letter meanwhile: an agreed contact comes first: resend Thu 26 Feb.
  If he pays: off the list, and a call to say thank you.
--
  2026-02-24 09:05  An       L  copy to.  No letter goes: Street and town are not known: ask for them, or let it go by e-mail.
$ belronde outbox --format csv
id,day,time,label,customer,name,channel,recipient,state,sent_day,sent_time,trouble,document,leaves_in,tries,agent
1,2026-02-24,09:05,reminder with the free period,7003,Cas Post,post,"Kerkstraat 7, Gent",recalled,,,,first_reminder_be,60,0,An
# Whoever has an address gets his letter
$ belronde letter 7003 first_reminder_be --send
Cas Post: reminder with the free period, by post leaves in 60 s; U recalls it.
$ belronde letter 7001 reminder --by print --send
Ann Nowhere: reminder, on paper leaves in 60 s; U recalls it.
now 2026-02-24T09:07
$ belronde outbox send
sent: 2, refused: 0, not known: 0, without a way out: 0
$ ls out
000002 2026-02-24 7003 first_reminder_be.pdf
000003 2026-02-24 7001 reminder.pdf
$ belronde outbox
   Id  Day         Time   Document                  No.       Customer                      By       To                            State      Sent        Trouble
    3  2026-02-24  09:05  reminder                  7001      Ann Nowhere                   print                                  sent       2026-02-24
    2  2026-02-24  09:05  reminder with the free …  7003      Cas Post                      post     Kerkstraat 7, Gent            sent       2026-02-24
    1  2026-02-24  09:05  reminder with the free …  7003      Cas Post                      post     Kerkstraat 7, Gent            recalled
# The same letter goes once a day, but for whoever means it
$ belronde letter 7003 first_reminder_be --send
belronde: The same letter has left today already, at 09:07.  --again sends it once more.
? 2
$ belronde letter 7003 first_reminder_be --send --again
Cas Post: reminder with the free period, by post leaves in 60 s; U recalls it.
$ belronde --lang nl letter 7003 first_reminder_be --send
belronde: Dezelfde brief wacht al in het postvak uit.  --again stuurt hem nog eens.
? 2
$ belronde letter 7003 first_reminder_be --again
belronde: --again cannot be used here: see belronde letter --help.
? 2
# Nobody asks for payment who may not
$ belronde log 7003 insolvency opened=2026-02-20 administrator="Mr Claes" claim_by=2026-03-20
Logged: Cas Post: insolvency, claim Fri 20/03.
$ belronde letter 7003 reminder --send
belronde: Insolvency: file the claim, do not call.
? 2
$ belronde letter 7003 --list --format csv | grep -E "^(reminder|notice|debt_help|statement),"
debt_help,1,Help when bills pile up,"Shows the way to help that is free and confidential; asks for nothing.",,
reminder,2,Friendly reminder,"An invoice is overdue, perhaps simply forgotten: short, without costs and without a deadline.",,"Insolvency: file the claim, do not call."
statement,2,Statement of account,"All that is outstanding on one page, with copies of the invoices enclosed.",,"Insolvency: file the claim, do not call."
notice,5,Formal notice,"The formal letter before a file is handed over; keeps all rights.",,"Insolvency: file the claim, do not call."
$ belronde outbox send
sent: 0, refused: 0, not known: 0, without a way out: 0
now 2026-02-24T09:30
$ belronde outbox send
sent: 0, refused: 1, not known: 0, without a way out: 0
Insolvency: file the claim, do not call.
? 1
