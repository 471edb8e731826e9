#!/usr/bin/env python3
"""check_corpus.py TELEX WORK: hold telex against a corpus of real wire text, by the corpus's own scorer.

The environment variable TELEX_CORPUS names the corpus's folder (seed/, text/, score_text.py, unpack.sh); without it the test is
skipped.  Floors are shares of exact fields; what the scorer prints of misses goes to standard output.
"""
import json
import os
import subprocess
import sys

SKIPPED = 77
EFE_LAYOUTS = ("raw", "raw_wrap", "raw_glued", "raw_1995")
EFE_FLOOR = 0.995
REUTERS_CORE_FLOOR = 0.997
NEGATIVE_CEILING = 0.003
ANPA_CORE_FLOOR = 0.997
FORMATS_FLOOR = 0.98


def differences(want, got, path=""):
    """The keys of `want` for which `got` has something else."""
    if isinstance(want, dict):
        for key, value in want.items():
            yield from differences(value, got.get(key) if isinstance(got, dict) else None, f"{path}.{key}")
    elif isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        for index, (a, b) in enumerate(zip(want, got)):
            yield from differences(a, b, f"{path}[{index}]")
    elif want != got:
        yield f"{path}: want {want!r}, got {got!r}"


def check_seed(telex, corpus):
    with open(os.path.join(corpus, "seed", "dispatch.txt"), "rb") as dispatch:
        out = subprocess.run([telex], stdin=dispatch, capture_output=True, check=True).stdout
    with open(os.path.join(corpus, "seed", "expected.json"), encoding="utf-8") as expected:
        return [f"seed{line}" for line in differences(json.load(expected), json.loads(out))]


def convert(telex, folder, target):
    """All dispatches of a folder into one file; the command line has a length."""
    names = sorted(os.listdir(folder))
    with open(target, "wb") as out:
        for start in range(0, len(names), 2000):
            paths = [os.path.join(folder, name) for name in names[start:start + 2000]]
            subprocess.run([telex, *paths], stdout=out, check=True)


def score(corpus, data, truth, records):
    command = [os.path.join(corpus, "score_text.py"), truth, records, "--data", data, "--json"]
    out = subprocess.run([sys.executable, *command], capture_output=True, check=True, text=True).stdout
    return json.loads(out) if out.startswith("{") else out


def check_efe(telex, corpus, data, work):
    for layout in EFE_LAYOUTS:
        records = os.path.join(work, f"efe_{layout}.ndjson")
        convert(telex, os.path.join(data, "efe_es", layout), records)
        fields = score(corpus, data, "efe_es", records)["fields"]
        for name, result in fields.items():
            print(f"efe {layout:10} {name:11} {100 * result['exact']:.2f}%")
            if result["exact"] < EFE_FLOOR:
                yield f"efe {layout}: {name} exact in {result['exact']:.4f}, under {EFE_FLOOR}"


def check_reuters(telex, corpus, data, work):
    records = os.path.join(work, "reuters.ndjson")
    convert(telex, os.path.join(data, "reuters", "raw"), records)
    core = score(corpus, data, "reuters", records)["core_all_right"]
    print(f"reuters core fields all right {100 * core:.2f}%")
    if core < REUTERS_CORE_FLOOR:
        yield f"reuters: core fields all right in {core:.4f}, under {REUTERS_CORE_FLOOR}"
    convert(telex, os.path.join(data, "reuters", "raw_neg"), records)
    with open(records, encoding="utf-8") as lines:
        found = [json.loads(line).get("dateline") for line in lines]
    false = sum(dateline is not None for dateline in found) / len(found)
    print(f"reuters false datelines {100 * false:.2f}%")
    convert(telex, os.path.join(data, "reuters", "raw_anpa"), records)
    core = score(corpus, data, "reuters", records)["core_all_right"]
    print(f"reuters in ANPA-1312 core fields all right {100 * core:.2f}%")
    if core < ANPA_CORE_FLOOR:
        yield f"reuters in ANPA-1312: core fields all right in {core:.4f}, under {ANPA_CORE_FLOOR}"
    if false >= NEGATIVE_CEILING:
        yield f"reuters: false datelines in {false:.4f}, not under {NEGATIVE_CEILING}"


def check_formats(telex, corpus):
    """Facts that agency files state about themselves, whatever format they are in."""
    folder = os.path.join(corpus, "formats")
    command = [os.path.join(corpus, "score_formats.py"), telex, os.path.join(folder, "golden.jsonl"), os.path.join(folder, "files")]
    last = subprocess.run([sys.executable, *command, "--misses", "0"], capture_output=True, check=False, text=True).stdout.splitlines()[-1]
    print(last)
    hold, total = int(last.split()[0]), int(last.split()[2])
    if hold < FORMATS_FLOOR * total:
        yield f"formats: {hold} of {total} facts hold, under {FORMATS_FLOOR}"
    if not last.endswith(" 0 not read"):
        yield f"formats: files that are not read: {last}"


def main():
    telex, work = sys.argv[1:3]
    corpus = os.environ.get("TELEX_CORPUS")
    if not corpus:
        print("skipped: TELEX_CORPUS names no corpus")
        return SKIPPED
    os.makedirs(work, exist_ok=True)
    data = os.path.join(work, "data")
    if not os.path.isdir(data):
        subprocess.run(["sh", os.path.join(corpus, "unpack.sh"), data], check=True, stdout=subprocess.DEVNULL)
    failures = check_seed(telex, corpus)
    failures += check_efe(telex, corpus, data, work)
    failures += check_reuters(telex, corpus, data, work)
    failures += check_formats(telex, corpus)
    print("\n".join(failures) if failures else "all floors hold")
    return 1 if failures else 0


sys.exit(main())
