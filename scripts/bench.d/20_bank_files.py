"""E4 to E7: bank files, against what else reads them; CODA against the same movements as CAMT."""
import bench
from bench import Experiment, Line

AQ_SIZES = {"3 957": 10_000, "40 041": 100_000}


def statement(customers=None):
    def prepare(place):
        size = customers if customers else place.size
        folder = place.book(size)
        with open(folder / "statement.xml", "rb") as file:
            lines = sum(line.count(b"<Ntry>") for line in file)
        return {"folder": folder, "loaded": place.loaded(size), "lines": lines}
    return prepare


def xmllint(place, prepared):
    return bench.timed([bench.program("xmllint"), "--stream", prepared["folder"] / "statement.xml"], place.environment)


def dry_run(name="statement.xml"):
    def run(place, prepared):
        path = prepared["folder"] / name
        if not path.exists():
            raise bench.Missing(f"the synthetic book has no {name}")
        sample = bench.timed([place.tool("bench_dry_run"), prepared["loaded"], path], place.environment)
        sample.other["lines"] = prepared["lines"]
        return sample
    return run


def posted(name="statement.xml"):
    def run(place, prepared):
        path = prepared["folder"] / name
        if not path.exists():
            raise bench.Missing(f"the synthetic book has no {name}")
        database = place.copied(prepared["loaded"], "posted.db")
        sample = place.belronde(database, "import", path)
        sample.other["lines"] = prepared["lines"]
        return sample
    return run


def aqbanking(place, prepared):
    folder = place.work / "aqbanking"
    folder.mkdir(exist_ok=True)
    context = folder / "context"
    context.unlink(missing_ok=True)
    return bench.timed([bench.program("aqbanking-cli"), f"--cfgdir={folder}", "import", "--importer=xml",
                        "--profile=camt_053_001_04", "-f", prepared["folder"] / "statement.xml", "-c", context],
                       place.environment)


# ---- memory ----

def two_sizes(place):
    small = statement(max(place.size // 10, 1))(place)
    return {"large": statement()(place), "small": small}


def memory_of(which):
    def run(place, prepared):
        return posted()(place, prepared[which])
    return run


def peak(samples, which):
    return max(s.rss_kb for s in samples[which]) / 1024


def per_receipt(which):
    return lambda samples: f"{bench.median(samples[which]) / samples[which][0].other['lines'] * 1e6:.0f} µs a receipt"


EXPERIMENTS = [
    Experiment(prepare=statement(),
               contenders={"parse and match": dry_run(), "posted": posted(), "xmllint --stream": xmllint},
               lines=[Line("E4", "CAMT.053 read and matched, nothing booked, vs xmllint --stream (reads only)", 1.15,
                           "parse and match", "xmllint --stream"),
                      Line("E5", "CAMT.053 read, matched, booked and committed vs xmllint --stream", 2.0, "posted",
                           "xmllint --stream")]),
    Experiment(prepare=lambda place: statement(max(place.size // 4, 1000))(place),
               contenders={"CODA": dry_run("statement.cod"), "MT940": dry_run("statement.sta"), "CAMT": dry_run()},
               lines=[Line("CODA", "CODA read and matched vs the same movements as CAMT.053", 1.0, "CODA", "CAMT"),
                      Line("MT940", "MT940 read and matched vs the same movements as CAMT.053", 1.0, "MT940", "CAMT")]),
    Experiment(prepare=lambda place: statement(max(place.size // 4, 1000))(place),
               contenders={"matched": dry_run(), "booked": posted(), "xmllint --stream": xmllint},
               lines=[Line("MATCH", "100 000 receipts against 490 000 open items, nothing booked, vs xmllint --stream", 1.15,
                           "matched", "xmllint --stream", note=per_receipt("matched")),
                      Line("MATCHb", "the same booked and committed", 2.0, "booked", "xmllint --stream",
                           note=per_receipt("booked"))]),
    Experiment(prepare=statement(AQ_SIZES["3 957"]), pairs=5,
               contenders={"belronde": posted(), "AqBanking": aqbanking},
               lines=[Line("E6", "CAMT.053 of 3 900 lines, booked, vs AqBanking (reads only)", 0.04, "belronde",
                           "AqBanking")]),
    Experiment(prepare=statement(AQ_SIZES["40 041"]), pairs=1, quick_pairs=1,
               contenders={"belronde": posted(), "AqBanking": aqbanking},
               lines=[Line("E6b", "CAMT.053 of 38 000 lines, booked, vs AqBanking (reads only)", 0.011, "belronde",
                           "AqBanking")]),
    Experiment(prepare=two_sizes, pairs=1, quick_pairs=1,
               contenders={"small": memory_of("small"), "large": memory_of("large")},
               lines=[Line("E7", "peak memory importing the statement", 48, unit="MB",
                           value=lambda s: peak(s, "large")),
                      Line("E7b", "the same over that of a statement a tenth as large", 1.10,
                           value=lambda s: peak(s, "large") / peak(s, "small"))]),
]
