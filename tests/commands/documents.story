# Invoices, credit notes and address cards as they leave the house
now 2026-02-24T08:30
agent An
$ belronde import --dry-run files/invoice.xml | grep -A17 '"items"'
  "items" : [
    {
      "customer" : "BE0123456749",
      "name" : "Voorbeeld Bakkers BV",
      "number" : "2026-0201",
      "kind" : "invoice",
      "issued" : "2026-02-10",
      "due" : "2026-02-20",
      "amount" : "121.00",
      "open" : "121.00",
      "currency" : "EUR",
      "reference" : "010676609538",
      "collect_day" : "2026-03-02",
      "discount" : "2.42",
      "discount_until" : "2026-02-20",
      "applies_to" : [],
      "copy" : "2026-0201.pdf"
    }
$ belronde import files/credit-note.xml files/invoice.xml files/cards.vcf
credit-note.xml: ubl
  1 lines read: 1 booked, 0 known already, 0 listed below
  customers: 1 new, 0 changed; items: 1 new, 0 changed, 0 closed
invoice.xml: ubl
  1 lines read: 1 booked, 0 known already, 0 listed below
  customers: 0 new, 1 changed; items: 1 new, 2 changed, 1 closed
cards.vcf: vcard
  2 lines read: 1 booked, 0 known already, 1 listed below
  cards.vcf:8: There is no customer called “Elders NV”.  Niemand
Together: 3 imported, 0 known already, 0 not imported
  4 lines read: 3 booked, 0 known already, 1 listed
? 1
$ belronde show BE0123456749
BE0123456749  Voorbeeld Bakkers BV  class A  nl BE
  Mia Claes, accounts  +32 9 222 33 44
  Tom Claes, management  +32 477 11 22 33
  EUR  open 100,00  promised 0,00  disputed 0,00  unallocated 0,00  direct debit 100,00  ask for this 0,00
  bank data up to none yet
  2026-0201         2026-02-20     0        100,00 EUR  direct debit 02/03
  nothing is late: nothing may be asked on top
  promises kept 0, not kept 0
  > Tue 3 Mar  day 15
  next: Tue 03/03 day 15
  If nothing happens:
  Tue 03/03 day 15
  Thu 12/03 letter: friendly reminder (10 days after the due day)
  Fri 27/03 reminder call (about 12 days after the last contact)
  Mon 30/03 letter: demand with a deadline (18 days after the last letter)
  Fri 10/04 reminder call (about 12 days after the last contact)
  Thu 16/04 letter: formal notice (17 days after the last letter)
  Thu 07/05 decide on handing over (21 days after the last letter)
  Mon 18/05 reminder call (about 12 days after the last contact)
  No letter meanwhile: the bank collects it.
  If he pays: off the list, and nobody rings.
  Left out:
  courtesy call (for new customers only)
  letter: free reminder with the legal term (not for this kind of customer)
  letter: 14-day letter (not for this kind of customer)
$ belronde queue
Day         Time   Why        No.       Customer                      Cl  Days          Ask  Points  Phone             Last
$ belronde import files/invoice.xml
invoice.xml: ubl
  This file was imported before: nothing changed.
$ belronde check
Kind    Area            Finding
rate    be_b2b          10,50 % since 2026-07-01, computed by the legal formula; confirmed until 2027-06-19
rate    be_b2b_pre2013  10,50 % since 2026-07-01, computed by the legal formula; confirmed until 2027-06-19
rate    be_legal        4,50 % since 2026-01-01, secondary source; confirmed until 2027-06-19
rate    nl_b2b          10,40 % since 2026-07-01, secondary source; confirmed until 2027-06-19
rate    nl_legal        4,00 % since 2026-01-01, text of the law; confirmed until 2027-06-19
rate    uk_b2b          11,75 % since 2026-07-01, secondary source; confirmed until 2027-06-19
rate    ecb_mro         2,65 % since 2026-09-16, official notice; confirmed until 2027-06-19
rate    nl_vat          21,00 % since 2012-10-01, text of the law; confirmed until 2027-06-19
Everything checked is sound.
