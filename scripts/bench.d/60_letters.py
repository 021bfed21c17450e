"""Letters to PDF with their QR code, against weasyprint making the same letters from HTML."""
import datetime
import html
import pathlib
import shutil
import subprocess

import bench
from bench import Experiment, Line

LETTERS, QUICK_LETTERS = 200, 20

# All of them in one process that has its fonts ready, as a program that prints a batch would.
PEER = """
import pathlib, sys
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
fonts = FontConfiguration()
for page in sorted(pathlib.Path(sys.argv[1]).glob("*.html")):
    HTML(page).write_pdf(page.with_suffix(".pdf"), font_config=fonts)
"""

STYLE = """
@page { size: A4; margin: 18mm 20mm 20mm 25mm }
body { font: 10pt "Liberation Sans", "DejaVu Sans", sans-serif } h1 { font-size: 11pt }
.sender { font-size: 8.5pt; color: #666 } .to { margin: 8mm 0 18mm 85mm }
table { width: 100%; border-collapse: collapse; font-size: 9pt } th { border-bottom: 0.8pt solid #444; text-align: left }
td { border-bottom: 0.4pt solid #ccc; padding: 1mm 0 } .right { text-align: right } .sum td { font-weight: bold }
.pay { border: 0.6pt solid #ccc; padding: 4mm; margin: 5mm 0; display: flex } .pay div { flex: 1 } .pay img { width: 29mm }
"""


def euro(cents):
    return f"{cents / 100:,.2f}".translate(str.maketrans(",.", ".,"))


def invoices(letter):
    """One to twelve of them, the same in every run."""
    for i in range(1 + letter * 7 % 12):
        due = datetime.date(2025, 11, 1) + datetime.timedelta(days=(letter * 13 + i * 9) % 100)
        yield (f"2025-{1000 + letter * 12 + i}", due - datetime.timedelta(days=30), due, 1250 + letter * 37 + i * 9871,
               (datetime.date(2026, 2, 24) - due).days)


def address(letter):
    return f"Bakkerij Peeters & Zonen {letter}", f"Kerkstraat {letter}", "9200 Dendermonde"


def page(letter):
    items = list(invoices(letter))
    total = euro(sum(item[3] for item in items))
    rows = "".join(f"<tr><td>{number}<td>{issued:%d/%m/%Y}<td>{due:%d/%m/%Y}<td class=right>{days}<td class=right>{euro(cents)}"
                   for number, issued, due, cents, days in items)
    return f"""<!DOCTYPE html><html lang=nl><meta charset=utf-8><title>uw openstaande facturen</title><style>{STYLE}</style>
<b>Vanden Berghe Groothandel BV</b><div class=sender>Nijverheidskaai 114<br>2800 Mechelen<br>+32 15 00 00 00</div>
<div class=to>{"<br>".join(html.escape(line) for line in address(letter))}</div><p>Mechelen, 24 februari 2026
<h1>Betreft: uw openstaande facturen</h1><p>Geachte heer, mevrouw,<p>Op 24 februari stonden de facturen hieronder nog open.
Misschien kruist deze brief uw betaling; dan danken wij u en mag u dit vergeten.
<table><thead><tr><th>Factuur<th>Datum<th>Vervaldag<th class=right>Dagen te laat<th class=right>Openstaand</thead>{rows}
<tr class=sum><td>Totaal<td><td><td><td class=right>€ {total}</table>
<div class=pay><div>Te betalen <b>€ {total}</b><br>Begunstigde Vanden Berghe Groothandel BV<br>Rekening BE71 0961 2345 6769<br>
Mededeling RF18 5390 0754 7034</div><img src="{letter:04}.png"><br><small>Scan met uw bank-app</small></div>
<p>Is er iets niet in orde, bel ons dan. Samen vinden we een oplossing.<p>Met vriendelijke groeten,<br>An Mertens"""


def letters(place):
    folder = place.work / "letters"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "ours").mkdir(parents=True)
    (folder / "theirs").mkdir()
    with open(folder / "list", "w", encoding="utf-8") as listed:
        for letter in range(QUICK_LETTERS if place.quick else LETTERS):
            cells = "\t".join("|".join(str(part) for part in item) for item in invoices(letter))
            print(f"{letter:04}", *address(letter), cells, sep="\t", file=listed)
            (folder / "theirs" / f"{letter:04}.html").write_text(page(letter), encoding="utf-8")
    subprocess.run([place.tool("bench_letters"), "--codes", folder / "list", folder / "theirs"], check=True)
    return folder


def count(folder):
    return len(list(folder.glob("*.pdf")))


def ours(place, folder):
    sample = bench.timed([place.tool("bench_letters"), folder / "list", folder / "ours"], place.environment)
    sample.other["letters"] = count(folder / "ours")
    return sample


def weasyprint(place, folder):
    with open(shutil.which(bench.program("weasyprint")), encoding="utf-8") as script:  # whose Python has the module
        python = script.readline().removeprefix("#!").strip()
    sample = bench.timed([python, "-c", PEER, folder / "theirs"], place.environment)
    sample.other["letters"] = count(folder / "theirs")
    return sample


def note(samples):
    mine, other = samples["belronde"][0], samples["weasyprint"][0]
    if mine.other["letters"] != other.other["letters"]:
        raise bench.Missing("not the same number of letters")
    return f"{mine.other['letters']} letters, {bench.median(samples['belronde']) / mine.other['letters'] * 1e3:.2f} ms each"


EXPERIMENTS = [
    Experiment(prepare=letters, pairs=3, quick_pairs=1, contenders={"belronde": ours, "weasyprint": weasyprint},
               lines=[Line("LETTER", "letters to PDF with QR code vs weasyprint from HTML", 0.05, "belronde", "weasyprint",
                           note=note)]),
]
