"""faults.py SHIM TELEX [SCENARIO[:CLASS[:NUMBER[:HOW[:on]]]]]: put one fault after the other into runs of telex.

The shim makes one call fail: each call of each class that a run without faults makes, in each way that the class can
fail.  After each run the oracle says what is wrong with it, and a second run with --resume, without a fault, must give
what the run without faults gave.  Prints how many faults each class had and what came of them."""
import collections
import dataclasses
import multiprocessing
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

import oracle
import scenarios

TIMEOUT = 20  # seconds; a run takes some milliseconds
ON_STEP = 5  # of faults that stay, every fifth: once each has been seen
RANDOM_KILLS = 12  # of each scenario that can be resumed
STOPPED = {"pipe", "file", "folder", "errors", "feed"}  # the runs that are stopped at every call
SHOWN = 2  # of each kind of fault in a run

# How the calls of a class fail.
HOWS = {
    "open": ["EMFILE"], "read": ["EIO", "short", "EINTR"], "pread": ["EIO", "short", "EINTR"],
    "write": ["ENOSPC", "EIO", "short", "EINTR", "ENOSPC:on"], "say": ["EIO"], "fsync": ["EIO"], "rename": ["EACCES"],
    "close": ["EIO"], "mmap": ["ENOMEM"], "stat": ["EIO"], "opendir": ["EMFILE"], "readdir": ["EIO"],
    "thread": ["EAGAIN"], "ftruncate": ["EIO"], "lseek": ["EIO"], "unlink": ["EACCES"], "link": ["EACCES"],
    "mkdir": ["ENOSPC"], "fcntl": ["ENOLCK"], "poll": ["EINTR", "EIO"], "pipe": ["EMFILE"],
    "malloc": ["ENOMEM", "ENOMEM:on"], "any": ["kill", "term", "cut"],
}


@dataclasses.dataclass(frozen=True)
class Fault:
    klass: str
    number: int  # 0: none
    how: str
    on: bool = False

    def __str__(self):
        return f"{self.klass}:{self.number}:{self.how}" + (":on" if self.on else "")


NONE = Fault("any", 0, "kill")


class Bench:
    """A folder with the sources, in which one run after the other is made."""

    def __init__(self, shim, telex, folder):
        self.shim, self.telex, self.folder = shim, telex, folder
        self.sources = set(scenarios.make_sources(folder)) | {"counts"}
        self.clean = {}

    def clear(self):
        for name in os.listdir(self.folder):
            path = os.path.join(self.folder, name)
            if name not in self.sources:
                shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)

    def files(self):
        found = {}
        for name in os.listdir(self.folder):
            if name in self.sources:
                continue
            for path in [os.path.join(self.folder, name)] if os.path.isfile(os.path.join(self.folder, name)) else [
                    os.path.join(root, file) for root, _, files in os.walk(os.path.join(self.folder, name))
                    for file in files]:
                found[os.path.relpath(path, self.folder)] = pathlib.Path(path).read_bytes()
        return found

    def run(self, scenario, fault, resume=False, after=None):
        environment = {"PATH": os.environ["PATH"], "LD_PRELOAD": self.shim, "TELEX_FAULT_COUNTS": "counts"}
        if fault.number:
            environment["TELEX_FAULT"] = str(fault)
        arguments = [self.telex] + (["--resume"] if resume and "--resume" not in scenario.arguments else [])
        process = subprocess.Popen(
            arguments + list(scenario.arguments), cwd=self.folder, env=environment, close_fds=False,
            stdin=subprocess.DEVNULL if scenario.stdin is None else subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)
        try:
            out, err = process.communicate(scenario.stdin, timeout=after if after else TIMEOUT)
            code = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            code = -9 if after else None
        return oracle.Result(code, out, err.decode(errors="replace"), self.files())

    def prepare(self, scenario):
        """Begin anew, where the scenario begins with a run that was cut off."""
        self.clear()
        if scenario.cut_off is not None:
            klass, number, how = scenario.cut_off.split(":")
            before = self.run(scenario, Fault(klass, int(number), how))
            assert before.code == 3 and "all.ndjson.part.journal" in before.files, before

    def counts(self):
        return {line.split()[0]: int(line.split()[1])
                for line in pathlib.Path(self.folder, "counts").read_text().splitlines()}

    def learn(self, scenario):
        """The run without faults; returns the number of calls of each class."""
        self.prepare(scenario)
        self.clean[scenario.name] = self.run(scenario, NONE)
        counts = self.counts()
        assert counts["any"] > 0 and counts["malloc"] > 0, "the shim does not see the calls"
        return counts

    def inject(self, scenario, fault, after=None):
        if scenario.name not in self.clean:
            self.learn(scenario)
        clean = self.clean[scenario.name]
        self.prepare(scenario)
        got = self.run(scenario, fault, after=after)
        wrong = oracle.judge(scenario, fault, clean, got)
        if scenario.is_resumable and got.code is not None and (got.code, got.files) != (clean.code, clean.files):
            wrong += oracle.check_resumed(clean, self.run(scenario, NONE, resume=True))
        return wrong


bench = None


def start(shim, telex, root):
    global bench
    bench = Bench(shim, telex, tempfile.mkdtemp(dir=root))


def job(work):
    scenario, fault, after = work
    return scenario.name, fault, bench.inject(scenario, fault, after)


def plan(scenario, counts):
    for klass, hows in HOWS.items():
        for how in hows:
            name, on = how.split(":")[0], how.endswith(":on")
            if (name in ("kill", "cut") and not scenario.is_resumable) or (name == "term" and scenario.name not in STOPPED):
                continue
            for number in range(1, counts[klass] + 1, ON_STEP if on else 1):
                yield scenario, Fault(klass, number, name, on), None
    for _ in range(RANDOM_KILLS if scenario.is_resumable else 0):
        yield scenario, Fault("time", 0, "kill"), random.uniform(0.001, 0.03)


def is_wanted(work, wanted):
    scenario, fault, _ = work
    return not wanted or any(f"{scenario.name}:{fault}:".startswith(word + ":") for word in wanted)


def report(results):
    table, shown = collections.defaultdict(collections.Counter), collections.Counter()
    for name, fault, wrong in results:
        row = f"{fault.klass} {fault.how}" + (" from then on" if fault.on else "")
        table[row]["faults"] += 1
        table[row]["wrong"] += bool(wrong)
        shown[name, row] += bool(wrong)
        if wrong and shown[name, row] <= SHOWN:
            print(f"{name} TELEX_FAULT={fault}: {'; '.join(wrong)}", flush=True)
    for row, counts in table.items():
        print(f"{row:28}{counts['faults']:6} faults{counts['wrong']:6} wrong")
    return sum(counts["wrong"] for counts in table.values()), sum(counts["faults"] for counts in table.values())


def main():
    shim, telex = (os.path.abspath(path) for path in sys.argv[1:3])
    wanted, begun = sys.argv[3:], time.time()
    with tempfile.TemporaryDirectory() as root:
        start(shim, telex, root)
        chosen = [s for s in scenarios.SCENARIOS if not wanted or any(w.split(":")[0] == s.name for w in wanted)]
        works = [work for s in chosen for work in plan(s, bench.learn(s)) if is_wanted(work, wanted)]
        random.shuffle(works)
        with multiprocessing.Pool(os.cpu_count(), start, (shim, telex, root)) as pool:
            wrong, faults = report(pool.imap_unordered(job, works, 8))
    print(f"{faults} faults in {len(chosen)} runs, {wrong} wrong, {time.time() - begun:.0f} s")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
