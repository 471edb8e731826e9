#!/usr/bin/env python3
"""docs.py TELEX CHECKOUT: the table of docs/ninjs.md names exactly what is written of the fixtures."""
import json
import re
import subprocess
import sys

SELECTORS = ("role", "rel")


def written(telex, checkout, output):
    run = subprocess.run([telex, "-q", "--to", output, f"{checkout}/fixtures"], stdout=subprocess.PIPE, check=False)
    found = set()
    for line in run.stdout.splitlines():
        for name, value in json.loads(line).items():
            entries = value if isinstance(value, list) and name != "associations" else []
            selected = {f"{name}[{key}={entry[key]}]" for entry in entries for key in SELECTORS if key in entry}
            found |= selected or {name}
    return found


def main():
    telex, checkout = sys.argv[1:]
    with open(f"{checkout}/docs/ninjs.md", encoding="utf-8") as file:
        rows = re.findall(r"^\| [^|]*\| `([^`|]+)` \| `([^`|]+)` \|", file.read(), re.M)
    bad = False
    for column, output in enumerate(("ninjs", "ninjs2")):
        told = {row[column] for row in rows}
        found = written(telex, checkout, output)
        for name in sorted(found - told):
            bad = True
            print(f"{output}: {name} is written and not in docs/ninjs.md")
        for name in sorted(told - found):
            bad = True
            print(f"{output}: {name} is in docs/ninjs.md and in no fixture's item")
    sys.exit(bad)


main()
