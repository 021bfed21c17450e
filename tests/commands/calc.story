# Interest, costs and legal days for any question: the value, and on demand the periods and sources behind it
now 2026-11-21T09:00
agent An
$ belronde calc
Name           What it answers
easter         Easter Sunday of a year
holidays       public holidays of a country
kings_day      King's Day of a year
contact        whether one may call at a moment
frequency      whether one may call once more
default_term   due day where no term was agreed between businesses
max_term       last due day that businesses may agree on
grace          free period of a Belgian consumer after the first reminder
letter14       days of the Dutch 14-day letter
collector      waiting and suspension of a Belgian third-party collector
limitation     last day of a claim
interruption   last day of a claim after an interruption
rate           the rate of a series on a day, with its source
ceil_half      a percentage rounded up to the half point, as in Belgium
legal_rate     what the Dutch legal rate should become
interest       late interest on one sum
fixed_sum      fixed sum for late invoices between businesses
bik            Dutch collection costs
bik_vat        Dutch collection costs with VAT
cap            highest indemnity of a Belgian consumer
reminder_cost  highest cost of a reminder under a regular Belgian contract
allowed        which charges the law allows, from when on and why
total          what a customer owes with all that may be charged
split          a sum in parts
allocation     one payment over costs, interest and principal
ledger         the account of one claim with its payments
The keys of one: belronde calc NAME --keys
$ belronde calc letter14 --keys
Key            Value                               Else                      What it is
sent           DAY                                 must be given             when the letter went out
by             post|email|electronic               must be given             how it went
received       DAY                                                           when it arrived, where that is proven
# A Belgian firm pays late: each half-year has its rate, and each rate its source.
$ belronde calc interest series=be_b2b principal=12.345,67 due=2022-11-30 --explain
interest  5.532,72
days      1452

Kind      From        Until        Days    Rate              On        Amount  Explanation
period    2022-12-01  2022-12-31     31    8,00       12.345,67         83,88  Schoups (secondary source)
period    2023-01-01  2023-06-30    181   10,50       12.345,67        642,82  MB 2023-03-17 (official notice)
period    2023-07-01  2023-12-31    184   12,00       12.345,67        746,83  MB 2023-09-29 (official notice)
period    2024-01-01  2024-12-31    366   12,50       12.345,67      1.547,44  SPF Finances via medenam.be, H2 2024 MB 2024-07-30 (secondary source)
period    2025-01-01  2025-06-30    181   11,50       12.345,67        704,04  Schoups 2025 (secondary source)
period    2025-07-01  2026-06-30    365   10,50       12.345,67      1.296,30  lawbase.be, embuild.be (H1 2026 same) (secondary source)
period    2026-07-01  2026-11-21    144   10,50       12.345,67        511,42  ECB + 8 (computed by the legal formula)
$ belronde calc interest series=be_b2b principal=12345.67 due=2022-11-30 count=actact
interest  5.528,49
days      1452
# Dutch interest bears interest after a year; a British rate stays what it was at default.
$ belronde calc interest series=nl_b2b principal=10000 due=2024-06-30 --explain
interest  2.809,10
days      874

Kind      From        Until        Days    Rate              On        Amount  Explanation
period    2024-07-01  2024-12-31    184   12,25       10.000,00        617,53  ECB + 8 (secondary source)
period    2025-01-01  2025-06-30    181   11,15       10.000,00        552,92  ECB + 8 (secondary source)
period    2025-07-01  2026-06-30    365   10,15       11.170,45      1.133,80  ECB + 8 (secondary source)
period    2026-07-01  2026-11-21    144   10,40       12.304,25        504,85  ECB + 8 (secondary source)
$ belronde calc interest series=uk_b2b principal=5000 due=2026-06-15 paid=2026-09-15 --format csv --explain
kind,first,last,days,rate,base,amount,text,name,value
answer,,,,,,,,interest,148.08
answer,,,,,,,,days,92
period,2026-06-16,2026-09-15,92,11.75,5000.00,148.08,Bank rate + 8 (secondary source),,
# A rate that nobody confirmed is marked, in every format.
$ belronde calc interest series=be_b2b principal=1000 due=2026-06-30 paid=2027-12-31
interest  157,93
days      549
! Rate not confirmed after 19 June 2027.
$ belronde calc interest series=be_b2b principal=1000 due=2026-06-30 paid=2027-12-31 --format csv
name,value
interest,157.93
days,549
mark,Rate not confirmed after 19 June 2027.
$ belronde calc rate series=nl_b2b day=2027-12-31 --format json
{
  "calculator" : "rate",
  "values" : {
    "rate" : "10.40",
    "since" : "2026-07-01",
    "status" : "secondary",
    "source" : "ECB + 8"
  },
  "marks" : [
    "Rate not confirmed after 19 June 2027."
  ]
}
# What may be asked of a consumer, from which day and why.
$ belronde calc allowed kind=consumer clause=yes due=2026-10-31 sent=2026-11-06 channel=email on=2026-11-20
interest        no
interest_from   2026-11-21
interest_why    the reminder's free period runs
fixed_sum       no
fixed_sum_from  -
fixed_sum_why   a fixed sum exists between businesses only
costs           no
costs_from      2026-11-21
costs_why       the reminder's free period runs
$ belronde calc allowed due=2026-10-31
interest        no
interest_from   -
interest_why    business or consumer? nobody said: set it first
fixed_sum       no
fixed_sum_from  -
fixed_sum_why   business or consumer? nobody said: set it first
costs           no
costs_from      -
costs_why       business or consumer? nobody said: set it first
$ belronde --lang nl calc allowed country=NL kind=consumer due=2026-10-31 sent=2026-11-05
interest        ja
interest_from   2026-11-01
interest_why    van rechtswege, zonder aanmaning, na de vervaldag
fixed_sum       nee
fixed_sum_from  -
fixed_sum_why   een vast bedrag bestaat alleen tussen ondernemingen
costs           nee
costs_from      2026-11-24
costs_why       de veertien dagen zijn niet om
$ belronde --lang fr calc allowed kind=business due=2026-10-31
interest        oui
interest_from   2026-11-01
interest_why    de plein droit, sans mise en demeure, après échéance
fixed_sum       oui
fixed_sum_from  2026-11-01
fixed_sum_why   de plein droit, sans mise en demeure, après échéance
costs           non
costs_from      -
costs_why       au-delà du forfait : preuve, et accord ou juge
$ belronde calc total principal=400 sent=2026-11-06 channel=email on=2026-12-31 --explain
interest       4,72
fixed_sum      0,00
indemnity      55,00
total          459,72
interest_from  2026-11-21
costs_from     2026-11-21

Kind      From        Until        Days    Rate              On        Amount  Explanation
period    2026-11-21  2026-12-31     41   10,50          400,00          4,72  ECB + 8 (computed by the legal formula)
rule                                                                           interest: the free period of the first reminder has passed
rule                                                                           fixed sum: a fixed sum exists between businesses only
rule                                                                           costs: the free period of the first reminder has passed
$ belronde calc total principal=400 sent=2026-11-06 channel=email on=2026-12-31 sme=yes --format json
{
  "calculator" : "total",
  "values" : {
    "interest" : "6.33",
    "fixed_sum" : "0.00",
    "indemnity" : "55.00",
    "total" : "461.33",
    "interest_from" : "2026-11-07",
    "costs_from" : "2026-11-21"
  },
  "marks" : []
}
# The account of a claim with its payments.
$ belronde calc ledger series=be_b2b principal=2000 due=2026-03-31 costs=40 payments=2026-05-15:500.00,2026-07-31:1000.00 --explain
principal  600,58
costs      0,00
interest   19,52
total      620,10
day_rate   0,17

Kind      From        Until        Days    Rate              On        Amount  Explanation
step      2026-05-15                                                   500,00  payment: costs 40,00, interest 25,89, principal 434,11; principal left 1.565,89
step      2026-07-31                                                 1.000,00  payment: costs 0,00, interest 34,69, principal 965,31; principal left 600,58
period    2026-04-01  2026-05-15     45   10,50        2.000,00         25,89  lawbase.be, embuild.be (H1 2026 same) (secondary source)
period    2026-05-16  2026-06-30     46   10,50        1.565,89         20,72  lawbase.be, embuild.be (H1 2026 same) (secondary source)
period    2026-07-01  2026-07-31     31   10,50        1.565,89         13,96  ECB + 8 (computed by the legal formula)
period    2026-08-01  2026-11-21    113   10,50          600,58         19,52  ECB + 8 (computed by the legal formula)
$ belronde calc allocation payment=100 costs=90 interest=25 principal=1000 order=interest,costs,principal
costs           75,00
interest        25,00
principal       0,00
costs_left      15,00
interest_left   0,00
principal_left  1.000,00
left            1.015,00
over            0,00
# Dutch costs: one letter for three claims, a payment inside the term, VAT only where the law allows it.
$ belronde calc bik principal=100+100+100
costs  45,00
$ belronde calc bik principal=1000 paid=600 --explain
costs  60,00

Kind      From        Until        Days    Rate              On        Amount  Explanation
source                                                                         BWBR0031432 art. 2 (text of the law)
$ belronde calc bik_vat principal=100
total  48,40
costs  40,00
vat    8,40
! VAT only where an outside collector charges it, it cannot be deducted, and the letter says so.
$ belronde calc bik principal=100 letters=6 cumulation=yes
costs  140,00
! The limit on recurring terms is known from secondary sources only.
$ belronde calc letter14 sent=2026-11-05 by=post
received  2026-11-07
first     2026-11-08
last      2026-11-23
bik_from  2026-11-24
$ belronde calc split amount=1000 parts=3 --format csv --explain
kind,first,last,days,rate,base,amount,text,name,value
answer,,,,,,,,amounts,333.33 333.33 333.34
step,2026-11-23,,,,,333.33,part,,
step,2026-12-21,,,,,333.33,part,,
step,2027-01-21,,,,,333.34,part,,
$ belronde calc holidays year=2026 --explain
days  2026-01-01 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-07-21 2026-08-15 2026-11-01 2026-11-11 2026-12-25

Kind      From        Until        Days    Rate              On        Amount  Explanation
step      2026-01-01                                                           New Year's Day
step      2026-04-06                                                           Easter Monday
step      2026-05-01                                                           Labour Day
step      2026-05-14                                                           Ascension Day
step      2026-05-25                                                           Whit Monday
step      2026-07-21                                                           Belgian National Day
step      2026-08-15                                                           Assumption Day
step      2026-11-01                                                           All Saints' Day
step      2026-11-11                                                           Armistice Day
step      2026-12-25                                                           Christmas Day
$ belronde calc contact preset=nl_wki at="2026-11-22 11:00"
answer  not allowed
reason  no calls on this day of the week
opens   2026-11-23 07:00
$ belronde --lang nl calc interest series=nl_legal principal=1000 due=2025-12-31 --explain
interest  35,62
days      325

Soort     Van         Tot           Dgn    Voet            Over        Bedrag  Uitleg
period    2026-01-01  2026-11-21    325    4,00        1.000,00         35,62  BWBR0047640 (wettekst)
$ belronde --lang fr calc interest series=be_legal principal=2500 due=2025-11-15 paid=2026-05-14 --explain
interest  55,48
days      180

Type      De          Jusqu’à       Jrs    Taux             Sur       Montant  Explication
period    2025-11-16  2025-12-31     46    4,50        2.500,00         14,18  Moniteur belge / Staatsblad (avis officiel)
period    2026-01-01  2026-05-14    134    4,50        2.500,00         41,30  embuild.be, Moniteur belge (source secondaire)
# What cannot be understood gets one sentence.
$ belronde calc intrest principal=1
belronde: There is no calculator “intrest”: belronde calc lists them.
? 2
$ belronde calc interest series=be_b2b principal=1000
belronde: interest needs due: a day, as 2026-07-01.
? 2
$ belronde calc interest series=be_b2b principal=lots due=2026-06-30
belronde: principal: “lots” cannot be used: write an amount, as 1000.00.
? 2
$ belronde calc interest series=be_b2b capital=1000 due=2026-06-30
belronde: interest has no key “capital”; it has series=WORD principal=AMOUNT due=DAY [count=act365|actact] [rate=PERCENT] [paid=DAY].
? 2
$ belronde calc interest series=fr_b2b principal=1000 due=2026-06-30
belronde: There is no series “fr_b2b”: take one of be_b2b, be_b2b_pre2013, be_legal, nl_b2b, nl_legal, uk_b2b.
? 2
$ belronde calc bik principal=1 principal=2
belronde: principal stands there twice: write it once.
? 2
$ belronde calc cap principal=
belronde: principal: “” cannot be used: write amounts, as 100.00+250.00.
? 2
$ belronde calc cap principal=100+
belronde: principal: “100+” cannot be used: write amounts, as 100.00+250.00.
? 2
$ belronde calc easter year=
belronde: year: “” cannot be used: write a year, as 2026.
? 2
$ belronde calc easter year=2024,2026
belronde: year: “2024,2026” cannot be used: write a year, as 2026.
? 2
$ belronde calc kings_day year=2025,2026
days  2025-04-26 2026-04-27
$ belronde --lang nl calc grace sent=2026-11-31 channel=post
belronde: sent: “2026-11-31” is niet bruikbaar: schrijf een dag, als 2026-07-01.
? 2
$ belronde --lang fr calc grace sent=2026-11-30 channel=phone
belronde: channel : « phone » est inutilisable : écrivez post|electronic|email.
? 2
# The house lays its own dates over the shipped ones; check lists every series, and names a wrong line.
$ mkdir -p etc; printf '[meta]\nlast_checked = 2027-01-08\n[be_b2b]\n2027-01-01 = 11.00 | published | MB 2027-01-20\n' > etc/rates.ini; belronde calc interest series=be_b2b principal=1000 due=2026-12-31 paid=2027-03-31 --explain
interest  27,12
days      90

Kind      From        Until        Days    Rate              On        Amount  Explanation
period    2027-01-01  2027-03-31     90   11,00        1.000,00         27,12  MB 2027-01-20 (official notice, own figure)
$ belronde check
Kind    Area            Finding
rate    be_b2b          11,00 % since 2027-01-01, official notice; confirmed until 2027-08-06
rate    be_b2b_pre2013  11,00 % since 2027-01-01, official notice; confirmed until 2027-08-06
rate    be_legal        4,50 % since 2026-01-01, secondary source; confirmed until 2027-08-06
rate    nl_b2b          10,40 % since 2026-07-01, secondary source; confirmed until 2027-08-06
rate    nl_legal        4,00 % since 2026-01-01, text of the law; confirmed until 2027-08-06
rate    uk_b2b          11,75 % since 2026-07-01, secondary source; confirmed until 2027-08-06
rate    ecb_mro         2,65 % since 2026-09-16, official notice; confirmed until 2027-08-06
rate    nl_vat          21,00 % since 2012-10-01, text of the law; confirmed until 2027-08-06
Everything checked is sound.
$ printf '[be_b2b]\n2027-01-32 = 11.00 | published | MB\n' > etc/rates.ini; belronde calc rate series=be_b2b; belronde check --format csv | grep -v ^rate
belronde: HOME/etc/rates.ini:2: this is no day of the calendar; write it as 2026-07-01  The shipped rates.ini is used until it is mended.
rate    10,50 %
since   2026-07-01
status  computed by the legal formula
source  ECB + 8
belronde: HOME/etc/rates.ini:2: this is no day of the calendar; write it as 2026-07-01  The shipped rates.ini is used until it is mended.
kind,area,sentence
fault,rates,"HOME/etc/rates.ini:2: this is no day of the calendar; write it as 2026-07-01"
$ rm etc/rates.ini
now 2027-09-01T09:00
$ belronde check --format csv | head -4
kind,area,sentence
remark,rates,The legal rates were last looked up on 2026-11-21 and are not confirmed after 2027-06-19: look them up and set last_checked in rates.ini.
stale,be_b2b,"10,50 % since 2026-07-01, computed by the legal formula; not confirmed after 2027-06-19"
stale,be_b2b_pre2013,"10,50 % since 2026-07-01, computed by the legal formula; not confirmed after 2027-06-19"
