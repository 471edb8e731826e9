"""Hostile shapes through telex: processor time and peak memory, held against plain text of the same size in the same run.

    hostile.py RUN TELEX FOLDER [--full] [NAME-PATTERN]

Each shape goes in as a file and in portions of 4 KiB through a pipe, at two sizes, so that there is an exponent.  What fails is
measured again, and the least of all counts, since a machine that is busy only adds.  With --full the sizes are 1, 2, 4, 8 and
just under 16 MiB, the exponent at most 1.1 and the rate at least 20 MB/s, and the table of all shapes is printed.  Exit 1 when a
limit is passed.
"""

import concurrent.futures
import math
import os
import re
import subprocess
import sys

import shapes
import shapes_data  # noqa: F401: each of these fills shapes.SHAPES
import shapes_envelopes  # noqa: F401
import shapes_markup  # noqa: F401
import shapes_pages  # noqa: F401
import shapes_text  # noqa: F401
from limits import TIME_TIMES, TIMES_MEMORY, TIMES_TIME

MIB = 1 << 20
PORTION = 4096
CPU_SECONDS = 60   # after which a run is killed
TRIES = 4
WORKERS = 2
PLAIN = "a line that is wrapped at about sixty-five characters as on wires \n"
ENOUGH = 0.04      # seconds: less says nothing about an exponent
SLACK = 8 * MIB    # of memory, for buffers that have a least size

QUICK = {"sizes": (MIB // 4, MIB), "exponent": 1.5, "rate": None}
FULL = {"sizes": (MIB, 2 * MIB, 4 * MIB, 8 * MIB, 16 * MIB - 4096), "exponent": 1.1, "rate": 20}

# What must hold whatever is written: text of short lines is the worst for the record, JSON for the reader.
OPTIONS = [
    ("paragraphs", ["-p"]), ("paragraphs", ["-p", "--spans"]), ("paragraphs", ["--to", "tokens"]),
    ("paragraphs", ["-p", "--to", "ninjs"]), ("paragraphs", ["--to", "view"]), ("only_letter", ["-p", "--spans"]),
    ("body_letter_line", ["-p", "--spans"]), ("paragraphs_letter", ["-p"]), ("body_newline", ["--to", "tokens"]),
    ("json_objects_empty", ["-p"]), ("json_top_empty", []), ("json_line_objects", ["-p", "--from", "jsonl"]),
]


class Machine:
    def __init__(self, run, telex, folder):
        self.run, self.telex, self.folder = run, telex, folder

    def path(self, name, size):
        return os.path.join(self.folder, "%s.%d.%d" % (name, size, os.getpid()))

    def measure(self, path, portion, options=()):
        command = [self.run, str(CPU_SECONDS), str(portion), path, self.telex, "-j1", *options]
        answer = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout.split()
        return float(answer[0]), int(answer[1]) * 1024, int(answer[2])

    def least(self, path, portion, tries, options=()):
        runs = [self.measure(path, portion, options) for _ in range(tries)]
        return min(r[0] for r in runs), min(r[1] for r in runs), max(r[2] for r in runs)


class Base:
    """What a run takes for nothing, and for plain text."""

    def __init__(self, machine):
        nothing, plain = machine.path("nothing", 0), machine.path("plain", 4)
        write(nothing, b"Lisbon, March 3 (EFE).- One.\n")
        write(plain, shapes.DISPATCH + shapes.fill(PLAIN.encode(), 4 * MIB))
        self.seconds, self.memory, _ = machine.least(nothing, 0, 5)
        self.plain = (machine.least(plain, 0, 5)[0] - self.seconds) / (4 * MIB)
        os.unlink(nothing)
        os.unlink(plain)


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def exponent_of(times, sizes):
    """Between the two largest sizes."""
    if times[-1] < ENOUGH or times[-2] <= 0:
        return 1.0
    return math.log(times[-1] / times[-2]) / math.log(sizes[-1] / sizes[-2])


class Shape:
    def __init__(self, machine, base, limits, name):
        self.machine, self.base, self.limits, self.name = machine, base, limits, name
        self.faults, self.rows = [], []

    def measure(self, portion, tries):
        times, memory = [], 0
        for size in self.limits["sizes"]:
            path = self.machine.path(self.name, size)
            seconds, memory, status = self.machine.least(path, portion, tries)
            times.append(max(seconds - self.base.seconds, 1e-6))
            if status not in (0, 1):
                return times, memory, ["ends with status %d" % status]
        return times, memory, self.judge(times, memory)

    def judge(self, times, memory):
        size, faults = self.limits["sizes"][-1], []
        most = self.base.plain * size * TIME_TIMES.get(self.name, TIMES_TIME)
        exponent = exponent_of(times, self.limits["sizes"]) if len(times) > 1 else 1.0
        peak = memory - self.base.memory
        if times[-1] > max(most, ENOUGH):
            faults.append("%.2f s, %.0f times plain text" % (times[-1], times[-1] / (self.base.plain * size)))
        if exponent > self.limits["exponent"]:
            faults.append("exponent %.2f" % exponent)
        if self.limits["rate"] and size / times[-1] < self.limits["rate"] * 1e6:
            faults.append("%.1f MB/s" % (size / times[-1] / 1e6))
        if peak > TIMES_MEMORY * size + SLACK:
            faults.append("%.1f times its size in memory" % (peak / size))
        return faults

    def check(self):
        for size in self.limits["sizes"]:
            write(self.machine.path(self.name, size), shapes.SHAPES[self.name](size))
        for portion in (0, PORTION):
            times, memory, faults = self.measure(portion, 1)
            if faults:
                times, memory, faults = self.measure(portion, TRIES)
            how = "in portions" if portion else "as a file"
            self.faults += ["%s %s: %s" % (self.name, how, fault) for fault in faults]
            self.rows.append((self.name, how, times, exponent_of(times, self.limits["sizes"]),
                              (memory - self.base.memory) / self.limits["sizes"][-1]))
        for size in self.limits["sizes"]:
            os.unlink(self.machine.path(self.name, size))
        return self


def check_options(machine, base):
    """Memory whatever is written, at 4 MiB."""
    faults, size = [], 4 * MIB
    for name, options in OPTIONS:
        path = machine.path(name, size)
        write(path, shapes.SHAPES[name](size))
        _, memory, status = machine.measure(path, 0, options)
        os.unlink(path)
        if memory - base.memory > TIMES_MEMORY * size or status not in (0, 1):
            faults.append("%s with %s: %.1f times its size in memory, status %d" %
                          (name, " ".join(options), (memory - base.memory) / size, status))
    return faults


def print_table(rows):
    for name, how, times, exponent, memory in sorted(rows, key=lambda row: -row[2][-1]):
        print("%-32s %-11s %s  %.2f  %.1f" % (name, how, " ".join("%7.3f" % t for t in times), exponent, memory))


def main(arguments):
    full = "--full" in arguments
    arguments = [a for a in arguments if a != "--full"]
    machine = Machine(*arguments[:3])
    pattern = arguments[3] if len(arguments) > 3 else ""
    base = Base(machine)
    names = [name for name in shapes.SHAPES if re.search(pattern, name)]
    limits = FULL if full else QUICK
    rows, faults = [], []
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        for shape in pool.map(lambda name: Shape(machine, base, limits, name).check(), names):
            rows += shape.rows
            faults += shape.faults
            for fault in shape.faults:
                print("over the limit: " + fault, flush=True)
    if not pattern:
        for fault in check_options(machine, base):
            print("over the limit: " + fault, flush=True)
            faults.append(fault)
    if full:
        print_table(rows)
    print("%d shapes, plain text %.0f MB/s" % (len(names), 1e-6 / base.plain))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
