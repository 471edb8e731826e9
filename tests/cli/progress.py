#!/usr/bin/env python3
"""progress.py TELEX: the line of progress on a terminal.

Each case is a run whose two sources, named pipes, are fed for some time; the runs go side by side."""
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time

ERASE = b"\r\x1b[K"
DISPATCH = "ZCZC\nMadrid, 3 oct (EFE).- El consejo aprobó hoy la ley. EFE\nNNNN\n".encode()


class Run:
    """One run: its standard error, in portions with the time since it began."""

    def __init__(self, telex, options=(), terminal=True, env=None, columns=0, seconds=1.6, bad=False):
        self.folder = tempfile.TemporaryDirectory()
        self.seconds, self.bad, self.portions = seconds, bad, []
        self.pipes = [os.path.join(self.folder.name, name) for name in ("a", "b")]
        for pipe in self.pipes:
            os.mkfifo(pipe)
        ours, theirs = pty.openpty() if terminal else os.pipe()
        if columns:
            fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
        environment.update({"TERM": "xterm", **(env or {})})
        self.began = time.monotonic()
        self.process = subprocess.Popen([telex, *options, *self.pipes], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=theirs, env=environment)
        os.close(theirs)
        self.threads = [threading.Thread(target=self.feed), threading.Thread(target=self.collect, args=(ours,))]
        for thread in self.threads:
            thread.start()

    def feed(self):
        """The second source gets the last third of the time."""
        for pipe, part in zip(self.pipes, (2 / 3, 1 / 3)):
            with open(pipe, "wb", buffering=0) as stream:
                end = time.monotonic() + part * self.seconds
                while time.monotonic() < end:
                    stream.write(DISPATCH)
                    time.sleep(0.01)
                if self.bad:
                    stream.write(b"ZCZC\n" + 5000 * b"x" + b"\nNNNN\n")

    def collect(self, fd):
        while True:
            try:
                got = os.read(fd, 65536)
            except OSError:
                got = b""
            if not got:
                break
            self.portions.append((time.monotonic() - self.began, got))
        os.close(fd)

    def said(self):
        for thread in self.threads:
            thread.join()
        self.process.wait()
        self.took = time.monotonic() - self.began
        self.folder.cleanup()
        return b"".join(got for _, got in self.portions)


def lines_of(said):
    """The lines as they were drawn, without colours."""
    return [re.sub(rb"\x1b\[[0-9;]*m", b"", line) for line in said.split(ERASE)[1:]]


failures = []


def check(holds, what, said):
    if not holds:
        failures.append("%s: %r" % (what, said[-600:]))


def check_usual(run):
    said = run.said()
    drawn = [line for line in lines_of(said) if line]
    check(2 <= len(drawn) <= 10 * run.took - 9, "%d lines in %.1f s" % (len(drawn), run.took), said)
    check(run.portions[0][0] >= 1.0 if run.portions else False, "too early", said)
    check(said.endswith(ERASE), "not erased", said)
    check(re.match(rb"[01]/2 files, [0-9.]+ k?B, [0-9.]+ k?B/s", drawn[0] if drawn else b""), "line", said)
    check(drawn and re.search(rb"\[#+\.+\]  50 % 0:0\d left$", drawn[-1]), "bar", said)
    check(b"\x1b[32m" in said, "no colour", said)
    check(drawn and all(len(line) < 80 for line in drawn), "width", said)


def check_narrow(run):
    said = run.said()
    drawn = [line for line in lines_of(said) if line]
    check(drawn and all(0 < len(line) < 30 for line in drawn), "wider than 30 columns", said)


def check_nothing(run):
    said = run.said()
    if run.seconds < 1 <= run.took:
        return  # The machine was too busy for a short run.
    check(said == b"", "something was drawn", said)


def check_plain(run):
    said = run.said()
    check(b"files" in said and b"#" in said and b"\x1b[32m" not in said, "colour with NO_COLOR", said)


def check_always(run):
    said = run.said()
    check(b"files" in said and said.endswith(ERASE), "nothing with always", said)


def check_messages(run):
    """What else is said stands on a line of its own."""
    said = run.said()
    check(said.count(b"larger than 1024 bytes") == 2, "no message", said)
    for match in re.finditer(rb"telex: ", said):
        before = said[:match.start()]
        check(before.endswith((ERASE, b"\n")) or not before, "in the middle of a line", said)


def main():
    telex = sys.argv[1]
    runs = [
        (check_usual, Run(telex)),
        (check_narrow, Run(telex, columns=30)),
        (check_plain, Run(telex, env={"NO_COLOR": "1"})),
        (check_nothing, Run(telex, env={"TERM": "dumb"})),
        (check_nothing, Run(telex, ["--progress=never"])),
        (check_nothing, Run(telex, ["-q"])),
        (check_nothing, Run(telex, terminal=False)),
        (check_nothing, Run(telex, seconds=0.3)),
        (check_always, Run(telex, ["--progress"], terminal=False, seconds=0.3)),
        (check_messages, Run(telex, ["--progress=always", "--max-size", "1k"], seconds=0.5, bad=True)),
    ]
    for judge, run in runs:
        judge(run)
    print("\n".join(failures))
    return 1 if failures else 0


sys.exit(main())
