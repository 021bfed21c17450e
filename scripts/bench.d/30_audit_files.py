"""XAF: an audit file of half a gigabyte, imported in little memory."""
import subprocess

import bench
from bench import Experiment, Line

MEGABYTES = 500  # issue 3: under 64 MB of memory


def audit_files(place):
    files = {}
    for which, megabytes in (("large", MEGABYTES), ("small", MEGABYTES // 10)):
        files[which] = place.work / f"audit-{megabytes}.xaf"
        if not files[which].exists():
            subprocess.run([place.tool("make_audit"), files[which], str(megabytes)], check=True)
    return files


def imported(which):
    def run(place, files):
        database = place.work / "audit.db"
        place.remove(database)
        return place.belronde(database, "import", files[which])
    return run


def xmllint(place, files):
    return bench.timed([bench.program("xmllint"), "--stream", files["large"]], place.environment)


def peak(samples):
    return max(s.rss_kb for s in samples["large"]) / 1024


EXPERIMENTS = [
    Experiment(prepare=audit_files, pairs=1, quick_pairs=1,
               contenders={"small": imported("small"), "large": imported("large"), "xmllint --stream": xmllint},
               lines=[Line("XAF", f"peak memory importing an audit file of {MEGABYTES} MB", 64, unit="MB", value=peak,
                           note=lambda s: f"{bench.median(s['large']) / bench.median(s['xmllint --stream']):.2f} x "
                                          "the time xmllint --stream takes to read it")]),
]
