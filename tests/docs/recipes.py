"""recipes.py TELEX SOURCE_DIR: run the commands of docs/recipes.md in their order on the sample archive.

A block ```sh NAME must succeed, and print what the block ```text behind it says, or nothing without one.  The command of a
block ```sh live does not end: dispatches are added to its feed, and it has ten seconds to print what it should.
"""
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

BLOCKS = re.compile(r"^```sh (\S+)\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.M | re.S)
SECONDS = 10


def run(command):
    done = subprocess.run(["sh", "-euc", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    return done.stdout.decode() + (f"(exit {done.returncode})\n" if done.returncode else "")


def run_live(command, feed, wanted):
    """The command's output so far, when it has printed as much as is wanted or the time is over."""
    open("feed", "wb").close()
    child = subprocess.Popen(["sh", "-euc", command], stdout=subprocess.PIPE, start_new_session=True)
    printed = b""
    try:
        with open("feed", "ab") as file:
            file.write(feed)
        end = time.monotonic() + SECONDS
        while len(printed) < len(wanted.encode()) and time.monotonic() < end:
            if select.select([child.stdout], [], [], 0.1)[0]:
                printed += os.read(child.stdout.fileno(), 65536)
    finally:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    return printed.decode()


def main():
    telex, source = sys.argv[1:]
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
        for name, command, wanted in blocks:
            printed = run_live(command, feed, wanted) if name == "live" else run(command)
            if printed != wanted:
                print(f"FAILED: {name} printed\n{printed}instead of\n{wanted}")
                failures += 1
        os.chdir("/")
    print(f"{len(blocks)} recipes, {failures} failed")
    return 1 if failures or not blocks else 0


sys.exit(main())
