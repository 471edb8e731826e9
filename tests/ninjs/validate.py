#!/usr/bin/env python3
"""validate.py TELEX SCHEMAS ARGUMENT...: what telex writes as ninjs is valid by IPTC's schemas.

ARGUMENTs are sources, and options of telex.  SCHEMAS is the folder with ninjs-schema_3.1.json and ninjs-schema_2.1.json.  Formats count: a URI must be one, a time
must have its zone.  Negative cases show that the validator sees what it should."""
import json
import re
import subprocess
import sys

import jsonschema

ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
GEOJSON = "https://geojson.org/schema/GeoJSON.json"


def checker():
    formats = jsonschema.FormatChecker()
    formats.checks("uri")(lambda value: not isinstance(value, str) or bool(ABSOLUTE.fullmatch(value)))
    formats.checks("date-time")(lambda value: not isinstance(value, str) or bool(TIME.fullmatch(value)))
    return formats


def validator(folder, version):
    with open(f"{folder}/ninjs-schema_{version}.json", encoding="utf-8") as file:
        schema = json.load(file)
    # The one schema that is referred to by an address; telex writes no geometry.
    resolver = jsonschema.RefResolver.from_schema(schema, store={GEOJSON: {}, GEOJSON + "#": {}})
    return jsonschema.Draft202012Validator(schema, resolver=resolver, format_checker=checker())


def items(telex, output, sources):
    run = subprocess.run([telex, "-q", "--to", output, *sources], stdout=subprocess.PIPE, check=False)
    return [json.loads(line) for line in run.stdout.decode().split("\n") if line]


def refuses_what_is_wrong(check, item, names):
    wrong = [{"version": 1}, {names["status"]: "cancelled"}, {names["embargo"]: "2024-01-01"}, {"uri": "not one"},
             {"x_telex": "unknown"}]
    if check.is_valid({key: value for key, value in item.items() if key != "uri"}):
        return "an item without uri is valid"
    for change in wrong:
        if check.is_valid({**item, **change}):
            return f"an item with {change} is valid"
    return None


def main():
    telex, folder, *sources = sys.argv[1:]
    failures, total = 0, 0
    for output, version, names in (("ninjs", "3.1", {"status": "pubStatus", "embargo": "embargoedUntil"}),
                                   ("ninjs2", "2.1", {"status": "pubstatus", "embargo": "embargoed"})):
        check = validator(folder, version)
        records = items(telex, output, sources)
        total += len(records)
        if not records:
            sys.exit("no records")
        problem = refuses_what_is_wrong(check, records[0], names)
        if problem:
            sys.exit(f"{output}: {problem}")
        for record in records:
            for error in check.iter_errors(record):
                failures += 1
                if failures <= 10:
                    path = "/".join(map(str, error.absolute_path))
                    print(f"{output}: {record.get('uri')}: {path}: {error.message[:200]}")
    print(f"{total} items, {failures} errors")
    sys.exit(failures > 0)


main()
