#!/usr/bin/python3
"""Hold every golden record against the schema: check_schema.py SCHEMA FOLDER.

Exit status 77 where python3-jsonschema is missing: ctest says then that the test was skipped."""

import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)


def records_of(golden):
    """The record of a golden, or those among its results."""
    if "results" not in golden:
        return [golden]
    return [result for result in golden["results"] if "error" not in result]


def findings(validator, path):
    golden = json.loads(path.read_text(encoding="utf-8"))
    for number, record in enumerate(records_of(golden)):
        for error in validator.iter_errors(record):
            where = "/".join(str(step) for step in error.absolute_path)
            yield f"{path}: record {number}: {where}: {error.message}"


def main(schema_path, folder):
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    # Records that are read back may be of a run with --fields, or damaged: they lack what the schema wants.
    goldens = sorted(path for path in pathlib.Path(folder).rglob("*.json") if path.parent.name != "record")
    wrong = [finding for path in goldens for finding in findings(validator, path)]
    print(*wrong, sep="\n")
    print(f"{len(goldens)} goldens, {len(wrong)} findings")
    return 1 if wrong or not goldens else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
