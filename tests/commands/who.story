# Of whom nobody said what he is nothing is announced that would never be asked; one outcome says it, and the law follows
now 2026-02-24T08:30
agent An
$ printf 'customer_number;customer_name;country;street;postcode;city;email;invoice_number;invoice_date;due_date;open_amount\n1001;Jan Maes;BE;Veldstraat 1;9000;Gent;jan@maes.example;2025-7;2025-12-01;2025-12-31;600,00\n' >who.csv && belronde import who.csv | tail -1
  customers: 1 new, 0 changed; items: 1 new, 0 changed, 0 closed
$ printf '[belronde]\nname = "Vandenberghe Papier"\ncountry = BE\niban = "BE71 0961 2345 6769"\naddress = "Kaai 1, 2800 Mechelen"\n[charges]\nclause = yes\n[letter]\ncompany_number = "BE 0123.456.749"\nproduct = "papier"\n' >config/belronde/belronde.ini; belronde letter 1001 first_reminder_be
belronde: “Reminder to a consumer (Belgium)” is not for this kind of customer: set whether he is a firm or a consumer, or take another letter.
? 2
$ belronde letter 1001 reminder | grep -c 2025-7
3
$ belronde cadence 1001
If this call brings nothing:
Tue 24/02 day 30 (its day has passed)
Thu 26/02 letter: friendly reminder (not so soon after the last contact)
Fri 06/03 reminder call (about 9 days after the last contact)
Tue 17/03 reminder call (about 9 days after the last contact)
Fri 27/03 reminder call (about 9 days after the last contact)
Fri 03/04 reminder call (about 9 days after the last contact)
Mon 13/04 reminder call (about 9 days after the last contact)
Tue 21/04 reminder call (about 9 days after the last contact)
If nobody rings: letter today: friendly reminder.
If he pays: off the list, and a call to say thank you.
Waits:
letter: demand with a deadline (nobody said whether this is a business or a consumer: set it first)
letter: formal notice (nobody said whether this is a business or a consumer: set it first)
decide on handing over (nobody said whether this is a business or a consumer: set it first)
Left out:
letter: free reminder with the legal term (not for this kind of customer)
letter: 14-day letter (not for this kind of customer)
$ belronde log 1001 details who=consumer writes=nl
Logged: Jan Maes: firm or consumer, language, day 30 Tue 24/02.
$ belronde letter 1001 first_reminder_be | grep schadevergoeding
schadevergoeding. Die termijn begint op de dag na het versturen van dit
2026 ook de schadevergoeding van € 70,00 die in onze voorwaarden staat, en een
$ belronde cadence 1001
If this call brings nothing:
Tue 24/02 day 30 (its day has passed)
Thu 26/02 letter: free reminder with the legal term (not so soon after the last contact)
Fri 06/03 reminder call (about 9 days after the last contact)
Fri 13/03 letter: demand with a deadline (the legal term must be over)
Mon 23/03 reminder call (about 9 days after the last contact)
Fri 27/03 letter: formal notice (14 days after the last letter)
Fri 17/04 decide on handing over (21 days after the last letter)
Mon 27/04 reminder call (about 9 days after the last contact)
If nobody rings: letter today: free reminder with the legal term.
If he pays: off the list, and a call to say thank you.
Left out:
letter: 14-day letter (not in his country)
$ belronde undo && belronde show 1001 --format json | grep '"kind" : "unknown"'
Undone: Jan Maes: firm or consumer, language; everything is back as it was.
  "kind" : "unknown",
# Debt mediation: nobody rings or writes, the mediator is asked; it ends as it began
$ belronde log 1001 callable what=mediation why="never was"
belronde: What is over: There is nothing of the kind to choose: mediation.
? 2
$ belronde log 1001 mediation since=2026-02-20 mediator="OCMW Gent"
Logged: Jan Maes: debt mediation, mediator Thu 26/03.
$ belronde show 1001 | head -4
1001  Jan Maes  class B  nl BE
  Debt mediation is under way: do not call.
  accounts  jan@maes.example
  EUR  open 600,00  promised 0,00  disputed 0,00  unallocated 0,00  ask for this 600,00
$ belronde letter --due
Customer  Name                      Class  Letter                    By     To                          Days       Amount  Cur.  Why                                   In the way
No letter is due today.
$ belronde cadence 1001
No letter meanwhile: Debt mediation is under way: do not call.
If he pays: off the list, and a call to say thank you.
Waits:
letter: demand with a deadline (nobody said whether this is a business or a consumer: set it first)
letter: formal notice (nobody said whether this is a business or a consumer: set it first)
decide on handing over (nobody said whether this is a business or a consumer: set it first)
Done:
Tue 24/02 courtesy call (there was a contact since)
Tue 24/02 day 15 (there was a contact since)
Tue 24/02 day 30 (there was a contact since)
Left out:
letter: free reminder with the legal term (not for this kind of customer)
letter: 14-day letter (not for this kind of customer)
$ belronde letter 1001 reminder
belronde: Debt mediation is under way: do not call.
? 2
$ belronde letter 1001 --list --format csv | grep ',yes,'
? 1
$ belronde letter 1001 debt_help --language en | grep -c OCMW
1
$ belronde agenda --days 60
Day         Time   Why        No.       Customer                                Ask  Who           Detail
2026-03-26         mediator   1001      Jan Maes                             600,00                since Fri 20 Feb, OCMW Gent
$ belronde log 1001 callable what=mediation why="closed, all paid back"
Logged: Jan Maes: may be called again, call Tue 24/02.
$ belronde queue --format csv
due,time,why,customer,name,class,days_late,collectable,score,phone,last_outcome,reason,state,detail,open,promised,disputed,unallocated,direct_debit,currency,contact,colleague,holds
2026-02-24,,call,1001,Jan Maes,B,55,600.00,47,,"mediation over: closed, all paid back",call,call,"mediation over: closed, all paid back",600.00,0.00,0.00,0.00,0.00,EUR,,,
$ belronde check | tail -1
Everything checked is sound.
