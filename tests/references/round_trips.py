"""A hundred thousand random references and numbers of each kind: the program and python3-stdnum agree on each.

Half of them are made to be valid, a quarter has one digit changed, a quarter is random.  What python3-stdnum
does not know (the Belgian OGM, the Dutch betalingskenmerk) is checked against the rule written out here.
usage: round_trips.py ANSWERS   (TAP output)
"""
import random
import subprocess
import sys

sys.path.append("/usr/lib/python3/dist-packages")  # where Debian puts it, whichever python3 is first on the PATH
try:
    from stdnum import iso11649
    from stdnum.be import vat as be_vat
    from stdnum.iso7064 import mod_97_10
    from stdnum.nl import bsn, btw
except ImportError:
    print("1..0 # SKIP python3-stdnum is not installed: apt-get install python3-stdnum")
    sys.exit(0)

COUNT = 100_000
ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
dice = random.Random(20261122)


def digits(count):
    return "".join(dice.choice("0123456789") for _ in range(count))


def hurt(text):
    """Half stay, a quarter gets one character changed, a quarter all of them from the third on."""
    fate = dice.randrange(4)
    if fate < 2:
        return text
    if fate == 2:
        spot = dice.randrange(len(text))
        pool = "0123456789" if text[spot].isdigit() else ALNUM
        return text[:spot] + dice.choice(pool) + text[spot + 1:]
    return text[:2] + "".join(dice.choice("0123456789") if c.isdigit() else dice.choice(ALNUM) for c in text[2:])


def ogm():
    base = digits(10)
    return hurt(base + f"{int(base) % 97 or 97:02d}")


def ogm_valid(number):
    return int(number[10:]) == (int(number[:10]) % 97 or 97)


def rf():
    body = "".join(dice.choice(ALNUM) for _ in range(dice.randint(1, 21)))
    return hurt("RF" + mod_97_10.calc_check_digits(body + "RF") + body)


def kenmerk_check(rest):
    weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1]
    total = sum(int(digit) * weights[i % 10] for i, digit in enumerate(reversed(rest)))
    return {10: "1", 11: "0"}.get(11 - total % 11, str(11 - total % 11))


def kenmerk():
    length = dice.choice([16, 16, 9, 10, 11, 12, 13, 14])
    if length == 16:
        rest = digits(15)
    else:
        count = length - 2
        rest = str(count % 10) + digits(count)
    return hurt(kenmerk_check(rest) + rest)


def kenmerk_valid(number):
    if len(number) < 16 and int(number[1]) != (len(number) - 2) % 10:
        return False
    return number[0] == kenmerk_check(number[1:])


IBAN_LENGTHS = {"BE": 16, "NL": 18, "LU": 20, "DE": 22, "FR": 27, "GB": 22}


def iban():
    country = dice.choice(list(IBAN_LENGTHS))
    length = IBAN_LENGTHS[country] - 4
    bank = "".join(dice.choice(ALNUM[10:]) for _ in range(4)) if country in ("NL", "GB") else ""
    body = bank + digits(length - len(bank))
    return hurt(country + mod_97_10.calc_check_digits(body + country) + body)


def iban_valid(number):
    """mod 97 and the length alone: the lists of banks are no reason to refuse."""
    return number[:2].isalpha() and number[2:4].isdigit() and mod_97_10.is_valid(number[4:] + number[:4])


def vat_be():
    base = dice.choice("01") + digits(7)
    return hurt(base + f"{97 - int(base) % 97:02d}")


def be_valid(number):
    """The two digits are 97 less a remainder: 98 and 99 fit modulo 97, but nobody ever made them."""
    return be_vat.is_valid(number) and int(number[8:]) <= 97


def vat_nl():
    if dice.randrange(2):
        while True:
            base = digits(8)
            check = sum((9 - i) * int(d) for i, d in enumerate(base)) % 11
            if check < 10:
                return "NL" + hurt(base + str(check)) + "B" + digits(2)
    base = digits(9) + "B"
    for tail in dice.sample(range(2, 99), 97):
        if mod_97_10.is_valid("NL" + base + f"{tail:02d}"):
            return "NL" + hurt(base + f"{tail:02d}")
    return "NL" + base + digits(2)


KINDS = [
    ("ogm", "Belgian structured communications", ogm, ogm_valid, None),
    ("rf", "RF references", rf, iso11649.is_valid, iso11649.compact),
    ("kenmerk", "Dutch payment references", kenmerk, kenmerk_valid, None),
    ("iban", "account numbers", iban, iban_valid, None),
    ("vat_be", "Belgian enterprise numbers", vat_be, be_valid, lambda n: "BE" + be_vat.compact(n)),
    ("vat_nl", "Dutch VAT numbers", vat_nl, btw.is_valid, lambda n: "NL" + btw.compact(n)),
]


def ask(program, kind, values):
    lines = "".join(f"{kind}\t{value}\n" for value in values)
    answers = subprocess.run([program], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    return [tuple(answer.split("\t")) for answer in answers]


def differences(program, kind, make, valid, normal):
    values = [make() for _ in range(COUNT)]
    answers = ask(program, kind, values)
    found = [] if len(answers) == COUNT else ["the program answered %d times" % len(answers)]
    good = 0
    for value, (verdict, bare) in zip(values, answers):
        expected = valid(value)
        good += expected
        if (verdict == "1") != expected:
            found.append(f"{value}: the program says {verdict}, the other {int(expected)}")
        elif expected and normal and bare != normal(value):
            found.append(f"{value}: normal form {bare}, the other {normal(value)}")
    return good, found


def main():
    print(f"1..{len(KINDS)}")
    failed = False
    for at, (kind, words, make, valid, normal) in enumerate(KINDS, 1):
        good, found = differences(sys.argv[1], kind, make, valid, normal)
        ok = not found and COUNT * 0.4 < good < COUNT * 0.8
        failed = failed or not ok
        print(f"{'ok' if ok else 'not ok'} {at} {COUNT} {words}, {good} of them valid, are judged alike")
        for line in found[:10]:
            print("# " + line)
    return int(failed)


sys.exit(main())
