"""C1: what every open invoice of a book may be charged today."""
import bench
from bench import Experiment, Line


def book(place):
    """As many customers as give about a million open invoices at full size, a tenth of them consumers."""
    return place.loaded(place.size // 2)


def walk(how):
    def run(place, database):
        with open(place.work / "charge.txt", "w+") as output:
            sample = bench.timed([place.tool("bench_charge"), database, how], place.environment, output=output)
            output.seek(0)
            words = output.read().split()
        sample.other.update(zip(words[::2], map(int, words[1::2])))
        sample.seconds = sample.other["micros"] / 1e6  # opening the desk is the same for both
        return sample
    return run


def found(samples):
    one = samples["charge"][0].other
    return f"{one['items']} invoices of {one['customers']} customers, {one['late']} late, {one['charges'] / 100:.2f} on top"


EXPERIMENTS = [
    Experiment(prepare=book, pairs=5, quick_pairs=3, contenders={"read": walk("read"), "charge": walk("charge")},
               lines=[Line("C1", "what every open invoice may be charged, the desk's own way, vs reading its rows", 1.5,
                           "charge", "read", note=found)]),
]
