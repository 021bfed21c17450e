# Calls and letters by one cadence: the letters due, the way of a customer, another cadence tried and taken
now 2026-02-24T08:30
agent An
$ belronde import files/items.csv files/bank.xml >/dev/null
$ mkdir -p config/belronde; printf '[belronde]\nagent = An\nname = "Vandenberghe Papier"\nemail = "geld@vandenberghe.example"\niban = "BE71 0961 2345 6769"\n[letter]\ncity = Mechelen\n' > config/belronde/belronde.ini
$ belronde cadence --format csv
step,label,channel,document,after_days_a,after_days_b,after_days_c,from,class,kind,country,instead_of,with_clause,after_legal_term
courtesy,courtesy call,call,,4,4,4,invoice,ABC,,,,no,no
day_15,day 15,call,,15,15,15,invoice,ABC,,,,no,no
day_30,day 30,call,,30,30,30,invoice,ABC,,,,no,no
friendly_letter,friendly reminder,letter,reminder,10,8,6,due,ABC,,,,no,no
free_letter,free reminder with the legal term,letter,first_reminder_be,8,8,8,due,ABC,consumer,BE,friendly_letter,yes,no
demand_letter,demand with a deadline,letter,demand,18,14,11,friendly_letter,ABC,,,,no,yes
term_letter,14-day letter,letter,notice_14_days,14,14,14,friendly_letter,ABC,consumer,NL,demand_letter,no,no
notice_letter,formal notice,letter,notice,17,14,12,demand_letter,ABC,,,,no,yes
hand_over,decide on handing over,call,,21,21,21,notice_letter,ABC,,,,no,yes
reminder_call,reminder call,call,,,,,,ABC,,,,no,no
$ belronde cadence 10418
If this call brings nothing:
Tue 24/02 day 30 (its day has passed)
Thu 26/02 letter: friendly reminder (not so soon after the last contact)
Mon 09/03 reminder call (about 9 days after the last contact)
Thu 12/03 letter: demand with a deadline (14 days after the last letter)
Mon 23/03 reminder call (about 9 days after the last contact)
Thu 26/03 letter: formal notice (14 days after the last letter)
Thu 16/04 decide on handing over (21 days after the last letter)
Mon 27/04 reminder call (about 9 days after the last contact)
If nobody rings: letter today: friendly reminder.
If he pays: off the list, and a call to say thank you.
Left out:
letter: free reminder with the legal term (not for this kind of customer)
letter: 14-day letter (not for this kind of customer)
$ belronde letter --due
Customer  Name                      Class  Letter                    By     To                          Days       Amount  Cur.  Why                                   In the way
10418     Bakkerij Peeters BV       B      friendly reminder         email  an@peeters.example            48     4.852,60  EUR   48 days late, no contact yet
30110     Hôtel des Ardennes SA     B      friendly reminder         email  compta@ardennes.example       39     2.310,45  EUR   39 days late, no contact yet
10933     Garage Van Dijck NV       A      friendly reminder         email  rita@vandijck.example         18       980,00  EUR   18 days late, no contact yet          € 980,00 of him is not set against an invoice yet: look at …
20187     Petersen Installatie B.…  B      thank you                 email  ilse@petersen.example          0         0,00  EUR   first payment received: say thank y…
$ belronde letter --due --format csv
customer,name,class,step,step_label,document,channel,recipient,language,invoices,days_late,amount,currency,since,why,block
10418,Bakkerij Peeters BV,B,friendly_letter,friendly reminder,reminder,email,an@peeters.example,nl,3,48,4852.60,EUR,2026-01-15,"48 days late, no contact yet",
30110,Hôtel des Ardennes SA,B,friendly_letter,friendly reminder,reminder,email,compta@ardennes.example,fr,1,39,2310.45,EUR,2026-01-26,"39 days late, no contact yet",
10933,Garage Van Dijck NV,A,friendly_letter,friendly reminder,reminder,email,rita@vandijck.example,nl,1,18,980.00,EUR,2026-02-16,"18 days late, no contact yet","€ 980,00 of him is not set against an invoice yet: look at the receipts first."
20187,Petersen Installatie B.V.,B,thank_you,thank you,thank_you,email,ilse@petersen.example,nl,0,0,0.00,EUR,2026-02-24,first payment received: say thank you,
$ belronde letter --due --send 10418
1 letter is in the outbox and leaves in 60 s.
$ belronde letter --due
Customer  Name                      Class  Letter                    By     To                          Days       Amount  Cur.  Why                                   In the way
30110     Hôtel des Ardennes SA     B      friendly reminder         email  compta@ardennes.example       39     2.310,45  EUR   39 days late, no contact yet
10933     Garage Van Dijck NV       A      friendly reminder         email  rita@vandijck.example         18       980,00  EUR   18 days late, no contact yet          € 980,00 of him is not set against an invoice yet: look at …
20187     Petersen Installatie B.…  B      thank you                 email  ilse@petersen.example          0         0,00  EUR   first payment received: say thank y…
$ belronde letter --due --send 10418
0 letters are in the outbox and leave in 60 s.
not sent: Bakkerij Peeters BV: no letter is due any more
? 1
$ belronde cadence 10418
If nothing happens:
Thu 05/03 reminder call (about 9 days after the last contact)
Tue 10/03 letter: demand with a deadline (14 days after the last letter)
Tue 17/03 reminder call (about 9 days after the last contact)
Wed 25/03 letter: formal notice (not the same interval again)
Wed 15/04 decide on handing over (21 days after the last letter)
Mon 27/04 reminder call (about 9 days after the last contact)
If he pays: off the list, and a call to say thank you.
Done:
Tue 24/02 courtesy call (there was a contact since)
Tue 24/02 day 15 (there was a contact since)
Tue 24/02 day 30 (there was a contact since)
Tue 24/02 letter: friendly reminder (was sent)
Left out:
letter: free reminder with the legal term (not for this kind of customer)
letter: 14-day letter (not for this kind of customer)
$ belronde undo
Undone: Bakkerij Peeters BV: letter; everything is back as it was.
$ belronde letter --due --format csv | wc -l
5
$ sed 's/channel = letter/channel = fax/' $BELRONDE_DATA/cadence.ini > mine.ini; belronde cadence --try mine.ini
belronde: mine.ini:54: channel must be call or letter
? 2
$ sed 's/document = reminder/document = postcard/' $BELRONDE_DATA/cadence.ini > mine.ini; belronde cadence --try mine.ini
belronde: mine.ini:53: step “friendly_letter”: There is no letter “postcard”: write letters/nl/postcard.txt, as docs/letters.md shows.
? 2
$ sed 's/^after_days = 8/after_days = 60/; s/^after_days_a = 10/after_days_a = 60/; s/^after_days_c = 6/after_days_c = 60/' $BELRONDE_DATA/cadence.ini > mine.ini; belronde cadence --try mine.ini
Customer  Name                      Today         Now                       Would be      Then                      On
10418     Bakkerij Peeters BV       call, letter  friendly reminder         call today    day 30                    2026-02-24
10933     Garage Van Dijck NV       call, letter  friendly reminder         call today    day 30                    2026-02-24
30110     Hôtel des Ardennes SA     call, letter  friendly reminder         call today    day 30                    2026-02-24
Calls today: 0 come, 0 go.  Letters today: 0 come, 3 go.  Planned anew: 0.
$ belronde cadence --take mine.ini
Customer  Name                      Today         Now                       Would be      Then                      On
10418     Bakkerij Peeters BV       call, letter  friendly reminder         call today    day 30                    2026-02-24
10933     Garage Van Dijck NV       call, letter  friendly reminder         call today    day 30                    2026-02-24
30110     Hôtel des Ardennes SA     call, letter  friendly reminder         call today    day 30                    2026-02-24
Calls today: 0 come, 0 go.  Letters today: 0 come, 3 go.  Planned anew: 0.
It goes to ~/config/belronde/cadence.ini, for your desks only.  The present one is kept as ~/config/belronde/cadence.ini.before; taking that file brings it back.
Take it? [y/N]
Nothing was changed; take it with --yes.
? 1
$ belronde cadence --take mine.ini --yes
Customer  Name                      Today         Now                       Would be      Then                      On
10418     Bakkerij Peeters BV       call, letter  friendly reminder         call today    day 30                    2026-02-24
10933     Garage Van Dijck NV       call, letter  friendly reminder         call today    day 30                    2026-02-24
30110     Hôtel des Ardennes SA     call, letter  friendly reminder         call today    day 30                    2026-02-24
Calls today: 0 come, 0 go.  Letters today: 0 come, 3 go.  Planned anew: 0.
Taken: HOME/config/belronde/cadence.ini; what held before: HOME/config/belronde/cadence.ini.before
$ belronde letter --due
Customer  Name                      Class  Letter                    By     To                          Days       Amount  Cur.  Why                                   In the way
20187     Petersen Installatie B.…  B      thank you                 email  ilse@petersen.example          0         0,00  EUR   first payment received: say thank y…
$ belronde check | grep -v ^rate
Kind    Area            Finding
Everything checked is sound.
$ belronde cadence --take config/belronde/cadence.ini.before --yes | tail -2
Calls today: 0 come, 0 go.  Letters today: 3 come, 0 go.  Planned anew: 0.
Taken: HOME/config/belronde/cadence.ini; what held before: HOME/config/belronde/cadence.ini.before
$ belronde letter --due --format csv | wc -l
5
$ cmp config/belronde/cadence.ini $BELRONDE_DATA/cadence.ini
$ sed 's/^\[step.day_15\]/[step.day_16]/' $BELRONDE_DATA/cadence.ini > mine.ini; belronde cadence --try mine.ini
belronde: mine.ini:37: the playbook has no [reason.day_16] for this step: write one into your playbook.ini, as docs/adding.md shows.
? 2
$ sed 's/^document = demand/document = demand\ndone_by = nothing\nlabel = x/' $BELRONDE_DATA/cadence.ini > mine.ini; belronde cadence --try mine.ini
belronde: mine.ini:84: there is no key label in [step.demand_letter]; remove the line
? 2
$ belronde cadence --try nowhere.ini
belronde: nowhere.ini cannot be opened: No such file or directory
? 2
