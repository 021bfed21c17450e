"""What the experiments share: where things lie, how a program is timed, and how a line is judged and printed."""
import dataclasses
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time
import typing

NOW = "2026-02-24T08:00"  # the day after the synthetic statement's last


class Missing(Exception):
    """A peer or a part is not there: the line is not measured, and says why."""


@dataclasses.dataclass
class Sample:
    seconds: float
    rss_kb: int = 0
    other: dict = dataclasses.field(default_factory=dict)


class Place:
    """Folders, programs and the synthetic books of one run."""

    def __init__(self, root, build, size, quick, keep):
        self.root, self.build, self.size, self.quick, self.keep = root, build, size, quick, keep
        self.work = build / "bench-data"
        self.home = self.work / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.home), "XDG_DATA_HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home), "XDG_STATE_HOME": str(self.home), "TMPDIR": str(self.work),
            "LC_ALL": "C.UTF-8", "TZ": "Europe/Brussels", "BELRONDE_DATA": str(root / "data"), "BELRONDE_NOW": NOW}

    def headline(self):
        cores = os.cpu_count()
        load = os.getloadavg()[0]
        sqlite = subprocess.run(["sqlite3", "--version"], capture_output=True, text=True).stdout.split()
        return (f"belronde bench: {self.size} customers, {cores} cores, load {load:.1f}, SQLite {sqlite[0] if sqlite else '?'}"
                f"{', quick: the ratios are of a small book' if self.quick else ''}")

    def pairs(self, full, quick=3):
        return quick if self.quick else full

    def tool(self, name):
        return str(self.build / "tests" / "bench" / name)

    def book(self, customers):
        """The folder of the synthetic book with so many customers; made once."""
        folder = self.work / f"book-{customers}"
        maker = pathlib.Path(self.tool("make_book"))
        if not (folder / "made").exists() or (folder / "made").stat().st_mtime < maker.stat().st_mtime:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            subprocess.run([maker, str(customers), folder], check=True)
            (folder / "made").touch()
        return folder

    def loaded(self, customers):
        """A database with that book imported by the program itself; made once in a run.  Only ever copied."""
        target = self.work / f"loaded-{customers}.db"
        if not hasattr(self, "fresh"):
            self.fresh = set()
        if target not in self.fresh:
            self.remove(target)
            folder = self.book(customers)
            self.belronde(target, "import", folder / "customers.csv", folder / "items.csv")
            self.fresh.add(target)
        return target

    def copied(self, source, name):
        target = self.work / name
        self.remove(target)
        shutil.copyfile(source, target)
        os.chmod(target, 0o600)
        with open(target, "rb+") as file:  # or the first commit of whoever is measured pays for the copy
            os.fsync(file.fileno())
        return target

    def remove(self, database):
        for path in database.parent.glob(database.name + "*"):
            path.unlink()

    def belronde(self, database, *words, output=None):
        return timed([str(self.build / "belronde"), "--db", database, "--agent", "An", *words], self.environment,
                     output=output, allowed=(0, 1))

    def clear(self):
        if not self.keep:
            for path in self.work.glob("*.db*"):
                path.unlink()


def timed(command, environment, stdin=None, output=None, allowed=(0,)):
    """Runs a program to its end: wall time and the most memory it had.

    The kernel counts the memory of whoever started a program as the program's own, so a small one starts it.
    """
    usage = pathlib.Path(environment["TMPDIR"]) / "usage"
    command = [program("time"), "--quiet", "--format=%M %U %S", f"--output={usage}", *(str(word) for word in command)]
    err = open(environment["TMPDIR"] + "/stderr", "w+b")
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
                               stdout=output or subprocess.DEVNULL, stderr=err)
    if stdin:
        process.stdin.write(stdin.encode())
        process.stdin.close()
    process.wait()
    seconds = time.perf_counter() - start
    if process.returncode not in allowed:
        err.seek(0)
        sys.exit(f"bench: {' '.join(command)} ended with {process.returncode}: {err.read(500).decode(errors='replace')}")
    err.close()
    peak, user, system = usage.read_text().split()
    return Sample(seconds, int(peak), {"cpu": float(user) + float(system)})


def program(name):
    if shutil.which(name) is None:
        raise Missing(f"{name} is not installed")
    return name


@dataclasses.dataclass
class Line:
    name: str
    title: str
    goal: float                       # the measured value must not be above it
    ours: str = ""                    # contender …
    peer: str = ""                    # … divided by this one
    unit: str = "x"
    value: typing.Callable = None     # of all samples, where it is no ratio of medians
    note: typing.Callable = None      # small print beyond the medians
    precise: bool = False             # an exact count, no measurement

    def goal_words(self):
        return f"goal {'' if self.precise and self.goal == 0 else '<= '}{self.goal:g} {self.unit}".rstrip()

    def measure(self, samples):
        if self.value:
            return self.value(samples)
        return median(samples[self.ours]) / median(samples[self.peer])


def median(samples):
    return statistics.median(s.seconds for s in samples)


def spread(samples):
    times = [s.seconds for s in samples]
    return f"{seconds(statistics.median(times))} [{seconds(min(times))}..{seconds(max(times))}]"


def seconds(value):
    return f"{value * 1000:.3g} ms" if value < 1 else f"{value:.2f} s"


@dataclasses.dataclass
class Experiment:
    """Contenders are measured in turn, pair after pair, so that all of them see the same machine."""
    contenders: dict                  # name -> function(place, prepared) giving a Sample
    lines: list
    prepare: typing.Callable = lambda place: None
    pairs: int = 3
    quick_pairs: int = 3

    def run(self, place, wanted):
        lines = [line for line in self.lines if not wanted or line.name.upper() in wanted]
        try:
            samples = self.measure(place)
        except Missing as missing:
            for line in lines:
                print(f"\n{line.name:5} {line.title}\n      not measured: {missing}", flush=True)
            return [{"line": line.name, "title": line.title, "goal": line.goal, "verdict": "not measured",
                     "why": str(missing)} for line in lines]
        results = [self.judge(line, samples) for line in lines]
        print("      " + "; ".join(f"{name} {spread(of)}" for name, of in samples.items()), flush=True)
        return results

    def measure(self, place):
        prepared = self.prepare(place)
        samples = {name: [] for name in self.contenders}
        for _ in range(place.pairs(self.pairs, self.quick_pairs)):
            for name, contender in self.contenders.items():
                samples[name].append(contender(place, prepared))
        return samples

    @staticmethod
    def judge(line, samples):
        value = line.measure(samples)
        verdict = "met" if value <= line.goal else "not met"
        pairs = "" if line.value else " [" + pair_spread(samples[line.ours], samples[line.peer]) + "]"
        print(f"\n{line.name:5} {line.title}\n      {value:.3g} {line.unit}{pairs}, {line.goal_words()}: {verdict}"
              f"{'; ' + line.note(samples) if line.note else ''}", flush=True)
        return {"line": line.name, "title": line.title, "goal": line.goal, "value": value, "unit": line.unit,
                "verdict": verdict, "median_s": {name: median(of) for name, of in samples.items()}}


def pair_spread(ours, peer):
    ratios = [one.seconds / other.seconds for one, other in zip(ours, peer)]
    return f"{min(ratios):.3g}..{max(ratios):.3g}"


def different_pages(one, other, page=4096):
    """How many pages of two database files differ."""
    count = 0
    with open(one, "rb") as a, open(other, "rb") as b:
        while True:
            first, second = a.read(256 * page), b.read(256 * page)
            if not first and not second:
                return count
            if first != second:
                count += sum(first[i:i + page] != second[i:i + page]
                             for i in range(0, max(len(first), len(second)), page))
