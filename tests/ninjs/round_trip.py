#!/usr/bin/env python3
"""round_trip.py TELEX SOURCE...: ninjs read back and written again is the same bytes, and the record of it says what the
dispatch's own record says."""
import json
import subprocess
import sys


# What ninjs has no place for, or says more surely than the dispatch did: these are read back otherwise.
OTHERWISE = {
    "nitf/parts-and-pictures.xml": "a dateline's place that is stated in parts, in other letters than its text",
    "newsmlg2/sports-preview.xml": "a byline that is an organisation's name",
    "note/pa-embargo-hour-after-date.txt": "an agency of which the text has no more than two letters",
    "record/broken.ndjson": "a damaged record, which lacks what its text says",
}


def is_otherwise(record):
    return any(json.loads(record)["source"]["path"].endswith(path) if "path" in json.loads(record).get("source", {}) else True
               for path in OTHERWISE)


def run(telex, *arguments, text=None):
    done = subprocess.run([telex, "-q", *arguments], input=text, stdout=subprocess.PIPE, check=False)
    return done.stdout


def texts(line):
    """What must not get lost on the way."""
    record = json.loads(line)
    return {
        "headline": record.get("headline"),
        "subheadline": record.get("subheadline"),
        "slug": record.get("slug"),
        "authors": [author["name"] for author in record.get("byline", {}).get("authors", [])],
        "byline": record.get("byline", {}).get("text"),
        "dateline": record.get("dateline", {}).get("text"),
        "places": [place["name"] for place in record.get("dateline", {}).get("places", [])],
        "body": record.get("body", []),
        "crossheads": record.get("crossheads", []),
        "signoff": record.get("signoff", []),
        "word_count": record.get("word_count"),
    }


def main():
    telex, *sources = sys.argv[1:]
    failures = 0
    records = run(telex, *sources).splitlines()
    for output in ("ninjs", "ninjs2"):
        first = run(telex, "--to", output, *sources)
        again = run(telex, "--to", output, text=first)
        back = run(telex, text=first).splitlines()
        if not records or len(records) != len(back) or len(records) != len(first.splitlines()):
            sys.exit(f"{output}: {len(records)} records, {len(back)} read back")
        for number, (one, two) in enumerate(zip(first.splitlines(), again.splitlines())):
            if one != two and not is_otherwise(records[number]):
                failures += 1
                print(f"{output}: item {number} is written otherwise:\n{one[:400]!r}\n{two[:400]!r}")
        for line, other in zip(records, back):
            if is_otherwise(line):
                continue
            said, read = texts(line), texts(other)
            for key in said:
                # Names of authors that no byline holds become the byline.
                if said[key] != read[key] and not (key == "byline" and said[key] is None):
                    failures += 1
                    print(f"{output}: {json.loads(line)['source']}: {key}: {said[key]!r} became {read[key]!r}"[:600])
    print(f"{len(records)} records, {failures} differences")
    sys.exit(failures > 0)


main()
