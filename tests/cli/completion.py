#!/usr/bin/env python3
"""completion.py TELEX: TAB at the prompt of a real bash, on a terminal of its own."""
import os
import pty
import select
import subprocess
import sys
import tempfile

# What is typed, and the words that the command must get.
CASES = [
    ("telex --agen\tREU\tx", "<--agency><REUTERS><x>"),
    ("telex --to=v\tx", "<--to=view><x>"),
    ("telex -t to\tx", "<-t><tokens><x>"),
    ("telex --format-errors=g\tx", "<--format-errors=github><x>"),
    ("telex --color=ne\tx", "<--color=never><x>"),
    ("telex --allow dateline-\tx", "<--allow><dateline-missing><x>"),
    ("telex -o out\tx", "<-o><out-put.txt><x>"),
    ("telex some\tx", "<some file><x>"),
]


def read_until(fd, mark, seconds=10):
    got = b""
    while mark not in got:
        if not select.select([fd], [], [], seconds)[0]:
            sys.exit("no answer, but: %r" % got)
        got += os.read(fd, 4096)
    return got


def main():
    script = subprocess.run([sys.argv[1], "--completion=bash"], stdout=subprocess.PIPE, check=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        for name in ("out-put.txt", "some file"):
            open(os.path.join(folder, name), "w").close()
        with open(os.path.join(folder, ".rc"), "wb") as rc:
            # Instead of the command: its words, each in brackets.
            rc.write(script + b"\ntelex() { printf '<%s>' \"$@\"; echo .; }\nPS1='ready> '\nbind 'set bell-style none'\n")
        environment = {**os.environ, "TERM": "dumb", "HISTFILE": "", "INPUTRC": "/dev/null"}
        pid, fd = pty.fork()
        if pid == 0:
            os.chdir(folder)
            os.execvpe("bash", ["bash", "--noprofile", "--rcfile", ".rc", "-i"], environment)
        read_until(fd, b"ready> ")
        failed = 0
        for typed, wanted in CASES:
            os.write(fd, typed.encode() + b"\n")
            got = read_until(fd, b">.")
            got += read_until(fd, b"ready> ") if b"ready> " not in got.split(b">.")[-1] else b""
            if wanted.encode() not in got:
                print("%r gives %r, not %s" % (typed, got, wanted))
                failed += 1
        os.write(fd, b"exit\n")
        os.waitpid(pid, 0)
    return failed


sys.exit(main())
