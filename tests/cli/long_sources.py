"""long_sources.py TELEX FIXTURES STEP FOLDERS...: fixtures (one of STEP of them) glued to long sources give with several workers what they give with
one: records, messages, errors and exit status.

A source is long after 1 MiB; its rest makes three stretches and more."""

import os, subprocess, sys, tempfile

LONG = 1_900_000
FORMS = [[], ["--spans"], ["--to=tokens"], ["--check"], ["--to=csv"], ["--verbose", "--summary=text"]]
SEVERAL = ["-j3", "-j2", "-j8"]


def run(telex, options, name, errors):
    command = [telex, *options, "--errors", errors, name]
    done = subprocess.run(command, capture_output=True)
    with open(errors, "rb") as file:
        lines = [line for line in done.stderr.splitlines() if not line.startswith((b"time", b"speed"))]
        return done.returncode, done.stdout, lines, file.read()


def check(telex, path, number):
    with open(path, "rb") as file:
        one = file.read()
    with open("source", "wb") as file:
        file.write(one * (LONG // max(len(one), 1) + 1))
    form = FORMS[number % len(FORMS)]
    alone = run(telex, ["-j1", *form], "source", "errors")
    several = run(telex, [SEVERAL[number % len(SEVERAL)], *form], "source", "errors")
    return [] if alone == several else [f"{path} {form}: {[a == b for a, b in zip(alone, several)]}"]


telex, fixtures, step, *folders = sys.argv[1:]
paths = []
for folder in folders:
    for root, _, names in os.walk(os.path.join(fixtures, folder)):
        paths += [os.path.join(root, name) for name in sorted(names) if not name.endswith((".json", ".md"))]
with tempfile.TemporaryDirectory() as place:
    os.chdir(place)
    failed = []
    for number, path in enumerate(paths):
        if number % int(step) == 0 and os.path.getsize(path) > 0:
            failed += check(telex, path, number)
print("\n".join(failed) or f"{len(paths)} fixtures")
sys.exit(1 if failed or not paths else 0)
