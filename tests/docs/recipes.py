"""recipes.py TELEX SOURCE_DIR [NOT_RUN...]: run the commands of docs/recipes.md in their order on the sample archive.

A block ```sh NAME must succeed, and print what the block ```text after it says, or nothing without one; one without a name
is not run.  One with needs=PROGRAM is not run where there is no such program, nor is one of NOT_RUN; both are named.  The
commands of the blocks in LIVE do not end: each is given dispatches, and has ten seconds to print what it should.
"""
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

BLOCKS = re.compile(r"^```sh (\S+)(?: needs=(\S+))?\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.M | re.S)
SECONDS = 10


def run(command):
    done = subprocess.run(["sh", "-euc", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    return done.stdout.decode() + (f"(exit {done.returncode})\n" if done.returncode else "")


def add_to_feed(feed):
    with open("feed", "ab") as file:
        file.write(feed)
    return True


def deliver(feed):
    """A file in the folder that is watched; again, until the command watches it."""
    with open("arrives", "wb") as file:
        file.write(feed)
    os.rename("arrives", "incoming/wire.txt")
    return False


def send(feed):
    try:
        with socket.socket(socket.AF_UNIX) as wire:
            wire.connect("wire.sock")
            wire.sendall(feed)
        return True
    except OSError:
        return False


LIVE = {"live": add_to_feed, "watch": deliver, "socket": send}


def run_live(command, give, feed, wanted):
    """The command's output so far, when it has printed as much as is wanted or the time is over."""
    child = subprocess.Popen(["sh", "-euc", command], stdout=subprocess.PIPE, start_new_session=True)
    printed = b""
    given = False
    try:
        end = time.monotonic() + SECONDS
        while len(printed) < len(wanted.encode()) and time.monotonic() < end:
            given = given or printed != b"" or give(feed)
            if select.select([child.stdout], [], [], 2 if give is deliver else 0.1)[0]:
                printed += os.read(child.stdout.fileno(), 65536)
    finally:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    return printed.decode()


def main():
    telex, source, *not_run = sys.argv[1:]
    missing = [name for name in ("jq", "sqlite3", "find", "xargs") if not shutil.which(name)]
    if missing:
        print("skipped: no", *missing)
        return 77
    with open(f"{source}/docs/recipes.md", encoding="utf-8") as page:
        blocks = BLOCKS.findall(page.read())
    with open(f"{source}/fixtures/stream/zczc-several.txt", "rb") as file:
        feed = file.read()
    build = os.path.dirname(telex)
    os.environ.update(PATH=build + ":" + os.environ["PATH"], LD_LIBRARY_PATH=build, LC_ALL="C.UTF-8")
    failures = 0
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        subprocess.run(["sh", f"{source}/cmake/sample.sh", f"{source}/fixtures", "archive"], check=True)
        os.mkdir("incoming")
        open("feed", "wb").close()
        for name, program, command, wanted in blocks:
            if program and not shutil.which(program):
                print(f"not run: {name}, no {program}")
                continue
            if name in not_run:
                print(f"not run: {name}")
                continue
            printed = run_live(command, LIVE[name], feed, wanted) if name in LIVE else run(command)
            if printed != wanted:
                print(f"FAILED: {name} printed\n{printed}instead of\n{wanted}")
                failures += 1
        os.chdir("/")
    print(f"{len(blocks)} recipes, {failures} failed")
    return 1 if failures or not blocks else 0


sys.exit(main())
