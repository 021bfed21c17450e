"""C1: what every open invoice may be charged today."""
import bench
from bench import Experiment, Line


def book(place):
    """As many customers as give about a million open invoices at full size."""
    return place.loaded(place.size // 2)


def walk(how):
    def run(place, database):
        return bench.timed([place.tool("bench_charge"), database, how], place.environment)
    return run


EXPERIMENTS = [
    Experiment(prepare=book, pairs=5, quick_pairs=3, contenders={"read": walk("read"), "charge": walk("charge")},
               lines=[Line("C1", "interest, fixed sum and costs of every open invoice, vs reading them from the database",
                           1.5, "charge", "read")]),
]
