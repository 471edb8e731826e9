"""table.py GCOV BUILD SOURCE [GOAL...]: how many lines and branches of each folder of src the tests have run, by gcov's
notes of a build with --coverage.  A GOAL is PERCENT or FOLDER=PERCENT, of branches: 1 when one is missed.
COVERAGE_MISSED=FILE also writes there each branch that no test took, as path:line: times taken."""
import collections
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile


def counts(gcov, build):
    """The reports of all objects, in JSON; an object that never ran has a note without counts."""
    notes = sorted(str(path.resolve()) for path in (build / "src").rglob("*.gcno"))
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([gcov, "--json-format", "--branch-probabilities", "--hash-filenames", *notes], cwd=folder,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"{gcov} failed:\n{done.stderr[-2000:]}")
        for report in pathlib.Path(folder).glob("*.gcov.json.gz"):
            with gzip.open(report, "rt") as text:
                yield json.load(text)


def gather(gcov, build, source):
    """path -> line -> [times run, times each branch was taken]; a line may be in several objects."""
    files = collections.defaultdict(dict)
    for report in counts(gcov, build):
        for file in report["files"]:
            path = pathlib.Path(report["current_working_directory"], file["file"]).resolve()
            if not path.is_relative_to(source):
                continue
            lines = files[str(path.relative_to(source))]
            for line in file["lines"]:
                key = line["line_number"], line.get("function_name", "")
                branches = [branch["count"] for branch in line["branches"] if not branch["throw"]]
                run, taken = lines.get(key, (0, [0] * len(branches)))
                taken += [0] * (len(branches) - len(taken))
                lines[key] = run + line["count"], [a + b for a, b in zip(taken, branches + [0] * len(taken))]
    return files


def add_up(files):
    """folder -> [lines, lines run, branches, branches taken], of each folder and those that hold it."""
    folders = collections.defaultdict(lambda: [0, 0, 0, 0])
    for path, lines in files.items():
        taken = [count for _, branches in lines.values() for count in branches]
        sums = len(lines), sum(run > 0 for run, _ in lines.values()), len(taken), sum(count > 0 for count in taken)
        for folder in map(str, pathlib.PurePath(path).parents):
            folders[folder] = [a + b for a, b in zip(folders[folder], sums)]
    return folders


def percent(part, whole):
    return 100 * part / whole if whole else 100.0


def print_table(folders):
    print(f"{'folder':28}{'lines':>8}{'run':>8}{'branches':>10}{'taken':>8}")
    for folder in sorted(folders):
        lines, run, branches, taken = folders[folder]
        name = "all" if folder == "." else folder
        print(f"{name:28}{lines:8}{percent(run, lines):7.1f}%{branches:10}{percent(taken, branches):7.1f}%")


def write_missed(files, path):
    with open(path, "w", encoding="utf-8") as out:
        for name in sorted(files):
            for (line, _), (_, branches) in sorted(files[name].items()):
                if 0 in branches:
                    out.write(f"src/{name}:{line}: {branches}\n")


def main():
    gcov, build, source = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3], "src").resolve()
    files = gather(gcov, build, source)
    if not files:
        sys.exit("no counts: is this a build of the preset 'coverage'?")
    folders = add_up(files)
    print_table(folders)
    if "COVERAGE_MISSED" in os.environ:
        write_missed(files, os.environ["COVERAGE_MISSED"])
    failed = False
    for goal in sys.argv[4:]:
        folder, _, least = goal.rpartition("=")
        _, _, branches, taken = folders[folder or "."]
        if percent(taken, branches) < float(least):
            print(f"{folder or 'all'}: {percent(taken, branches):.1f}% of the branches instead of {least}%")
            failed = True
    sys.exit(failed)


if __name__ == "__main__":
    main()
