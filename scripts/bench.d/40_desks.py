"""I5: desks at work while a large list comes in."""
import os
import signal
import subprocess

import bench
from bench import Experiment, Line

DESKS = 8


def half_a_book(place):
    """A book with customers at work, and a list of twice as many: half of it known, half of it new."""
    customers = max(place.size // 20, 1000)
    return {"list": place.book(2 * customers) / "items.csv", "loaded": place.loaded(customers)}


def alone(place, prepared):
    database = place.copied(prepared["loaded"], "undisturbed.db")
    return place.belronde(database, "import", prepared["list"])


def beside_desks(place, prepared):
    database = place.copied(prepared["loaded"], "disturbed.db")
    desks = subprocess.Popen([place.tool("bench_desks"), database, str(DESKS), "600000"], env=place.environment,
                             stdout=subprocess.PIPE, text=True, start_new_session=True)
    sample = place.belronde(database, "import", prepared["list"])
    os.killpg(desks.pid, signal.SIGTERM)
    words = desks.communicate()[0].split()
    sample.other.update(zip(words[::2], map(int, words[1::2])))
    return sample


def worst(key):
    return lambda samples: max(s.other[key] for s in samples["beside 8 desks"]) / 1000


def calls(samples):
    one = samples["beside 8 desks"][0].other
    return f"{one['calls']} calls, median {one['median'] / 1000:.1f} ms, max {one['max'] / 1000:.0f} ms"


EXPERIMENTS = [
    Experiment(prepare=half_a_book, pairs=3, quick_pairs=1,
               contenders={"alone": alone, "beside 8 desks": beside_desks},
               lines=[Line("I5", "8 desks log calls while a list comes in: p99 from taking the customer to disk", 15,
                           unit="ms", value=worst("p99"), note=calls),
                      Line("I5b", "the import beside them takes, of what it takes alone", 1.25, "beside 8 desks",
                           "alone"),
                      Line("I5c", "calls of those desks that were refused", 0, unit="calls", precise=True,
                           value=lambda s: max(x.other["refused"] for x in s["beside 8 desks"]))]),
]
