"""E1, E2, E3 and the lists: open items of a whole company, against the barest thing SQLite can do with the same files."""
import bench
from bench import Experiment, Line

BARE = """CREATE TABLE customer(number, name, language, country, vat, street, postcode, city, contact, phone, email, iban, kind);
CREATE TABLE item(customer, name, number, issued, due, amount, open, reference);
.separator ;
.import --skip 1 {folder}/customers.csv customer
.import --skip 1 {folder}/items.csv item
"""
# The indexes that the program keeps on what these two files hold.
INDEXES = """CREATE UNIQUE INDEX customer_number ON customer(number);
CREATE INDEX customer_vat ON customer(vat) WHERE vat <> '';
CREATE UNIQUE INDEX item_identity ON item(customer, number);
CREATE INDEX item_open ON item(customer, due, open);
CREATE INDEX item_number ON item(number);
CREATE INDEX item_amount ON item(open);
CREATE INDEX item_reference ON item(reference);
"""


def first_import(place, folder):
    database = place.work / "first.db"
    place.remove(database)
    return place.belronde(database, "import", folder / "customers.csv", folder / "items.csv")


def bare(script):
    def run(place, folder):
        database = place.work / "bare.db"
        place.remove(database)
        return bench.timed([bench.program("sqlite3"), database], place.environment, script.format(folder=folder))
    return run


def rows(count):
    return lambda samples: f"{count(samples):.0f} rows/s"


# ---- the list of yesterday, again ----

def loaded(place):
    folder = place.book(place.size)
    again = folder / "items-again.csv"  # the same rows in a file of other bytes, as every night's export is
    if not again.exists():
        again.write_bytes((folder / "items.csv").read_bytes() + b"\n")
    return {"folder": folder, "again": again, "loaded": place.loaded(place.size)}


def import_again(which):
    def run(place, prepared):
        path = prepared["again"] if which == "unchanged list" else prepared["folder"] / "items.csv"
        database = place.copied(prepared["loaded"], "again.db")
        sample = place.belronde(database, "import", path)
        sample.other["pages"] = bench.different_pages(prepared["loaded"], database)
        return sample
    return run


def bare_items(place, prepared):
    script = "\n".join(line for line in BARE.splitlines() if "customers.csv" not in line) + "\n"
    return bare(script)(place, prepared["folder"])


def pages(which):
    return lambda samples: max(s.other["pages"] for s in samples[which])


# ---- a list of 1 000 000 items into a book that has its customers ----

def million(place):
    customers = place.size // 2
    folder = place.book(customers)
    database = place.work / "customers.db"
    place.remove(database)
    place.belronde(database, "import", folder / "customers.csv")
    with open(folder / "items.csv", "rb") as file:
        count = sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1
    return {"folder": folder, "loaded": database, "items": count}


def import_items(place, prepared):
    database = place.copied(prepared["loaded"], "items.db")
    sample = place.belronde(database, "import", prepared["folder"] / "items.csv")
    sample.other["items"] = prepared["items"]
    return sample


def per_100k(samples):
    return bench.median(samples["items"]) / samples["items"][0].other["items"] * 100_000


EXPERIMENTS = [
    Experiment(prepare=lambda place: place.book(place.size),
               contenders={"belronde": first_import, ".import": bare(BARE), ".import + indexes": bare(BARE + INDEXES)},
               lines=[Line("E1", "first import of customers and two invoices each, whole, vs sqlite3 .import into bare tables",
                           1.0, "belronde", ".import",
                           note=lambda s: f"peak {max(x.rss_kb for x in s['belronde']) / 1024:.0f} MB"),
                      Line("E2", "the same vs .import and the same CREATE INDEXes", 0.70, "belronde",
                           ".import + indexes")]),
    Experiment(prepare=loaded,
               contenders={"same file": import_again("same file"), "unchanged list": import_again("unchanged list"),
                           ".import": bare_items},
               lines=[Line("E3", "an unchanged list again, in a file of other bytes, vs .import", 0.35, "unchanged list",
                           ".import", note=lambda s: f"{pages('unchanged list')(s)} pages hold the note that it came"),
                      Line("E3a", "the very same file again vs .import", 0.35, "same file", ".import"),
                      Line("E3b", "the very same file again: pages written", 0, unit="pages", value=pages("same file"),
                           precise=True)]),
    Experiment(prepare=million,
               contenders={"items": import_items, ".import": bare_items},
               lines=[Line("CSV", "a first list of 1 000 000 items, per 100 000 rows", 2.0, unit="s", value=per_100k),
                      Line("CSVx", "the same vs .import into a bare table", 1.0, "items", ".import")]),
]
