#!/usr/bin/env python3
"""terminal.py TELEX FILE: the command with a terminal as its output: colours, and columns of the view."""
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios

TELEX, FILE = sys.argv[1:3]


def run(columns, env, *arguments):
    """What the command writes on a terminal of so many columns."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    variables = {"PATH": os.environ["PATH"], "TERM": "xterm", **env}
    process = subprocess.Popen([TELEX, *arguments, FILE], stdout=child, stderr=subprocess.DEVNULL, env=variables)
    os.close(child)
    out = b""
    while True:
        try:
            portion = os.read(parent, 65536)
        except OSError:  # nobody writes any more
            break
        if not portion:
            break
        out += portion
    os.close(parent)
    process.wait()
    return out.replace(b"\r\n", b"\n").decode()


def plain(text):
    return re.sub(r"\033\[[0-9;]*m", "", text)


def main():
    record = subprocess.run([TELEX, FILE], capture_output=True, text=True, check=True).stdout
    assert "\033" not in record, "colours in a pipe"
    for arguments in [(), ("-p",), ("-t", "ninjs"), ("-t", "tokens")]:
        there = run(80, {}, *arguments)
        assert there.startswith("\033[1;39m{"), f"no colours with {arguments}: {there[:60]!r}"
        bare = subprocess.run([TELEX, *arguments, FILE], capture_output=True, text=True, check=True).stdout
        assert plain(there) == bare, f"other JSON with {arguments}"
    assert run(80, {"NO_COLOR": "1"}) == record, "NO_COLOR"
    assert run(80, {"TERM": "dumb"}) == record, "TERM=dumb"
    assert run(80, {}, "--color=never") == record, "--color=never"
    forced = subprocess.run([TELEX, "--color=always", FILE], capture_output=True, text=True, check=True).stdout
    assert plain(forced) == record and forced != record, "--color=always in a pipe"

    for columns, want in [(20, 60), (60, 60), (100, 100), (200, 200), (500, 200), (0, 80)]:
        lines = plain(run(columns, {}, "-t", "view")).split("\n")
        rule = max(len(line) for line in lines)
        assert rule == want, f"{rule} columns on a terminal of {columns}"
    piped = subprocess.run([TELEX, "-t", "view", FILE], capture_output=True, text=True, check=True).stdout
    assert max(map(len, piped.split("\n"))) == 80, "the view in a pipe has 80 columns"


main()
