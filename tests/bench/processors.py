"""processors.py TELEX FOLDER FILE...: one long source with two workers against one, and many small files into a folder.

A source of 200 MB of the FILEs in envelopes, as it is and packed by gzip: two workers are to take at most 1/1.75 and 1/1.5
of the time of one.  20,000 files to as many results with -o FOLDER/: at least six times as fast as a program that writes
as much and syncs and renames each file by itself, as telex once did.  The fastest of some alternating rounds counts; exit
1 when a row is over its limit.  Takes 600 MB of FOLDER and some minutes."""

import gzip, os, shutil, subprocess, sys, tempfile, time

SOURCE_BYTES = 200_000_000
FILES = 20_000
PER_FOLDER = 500
ROUNDS = 3


def seconds(work):
    subprocess.run(["sync"], check=True)
    begun = time.monotonic()
    work()
    return time.monotonic() - begun


def run(*command):
    with open(os.devnull, "wb") as nowhere:
        subprocess.run(command, stdout=nowhere, check=True)


def fastest(works):
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for i, work in enumerate(works):
            best[i] = min(best[i], seconds(work))
    return best


def judge(name, slow, fast, limit):
    ratio = slow / fast
    print(f"{name:50}{slow:8.2f} s{fast:8.2f} s{ratio:6.2f} (at least {limit}){'' if ratio >= limit else ': UNDER'}", flush=True)
    return ratio < limit


def make_source(texts):
    part = b"".join(b"ZCZC a%04d\n%s\nNNNN\n" % (i, text) for i, text in enumerate(texts))
    with open("source", "wb") as file:
        for _ in range(SOURCE_BYTES // len(part)):
            file.write(part)
    with open("source", "rb") as source, gzip.open("source.gz", "wb", 1) as packed:
        shutil.copyfileobj(source, packed, 1 << 20)


def make_files(texts):
    for i in range(FILES):
        if i % PER_FOLDER == 0:
            os.makedirs(f"wire/{i // PER_FOLDER:03}")
        with open(f"wire/{i // PER_FOLDER:03}/{i:06}.txt", "wb") as file:
            file.write(texts[i % len(texts)])


def write_each(content):
    """What took the time: each file synced by itself."""
    shutil.rmtree("each", ignore_errors=True)
    for i in range(FILES):
        if i % PER_FOLDER == 0:
            os.makedirs(f"each/{i // PER_FOLDER:03}")
        name = f"each/{i // PER_FOLDER:03}/{i:06}"
        fd = os.open(name + ".part", os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
        os.write(fd, content)
        os.fsync(fd)
        os.close(fd)
        os.rename(name + ".part", name)


def write_results(telex):
    shutil.rmtree("results", ignore_errors=True)
    run(telex, "-o", "results/", "wire")


def main():
    telex = os.path.abspath(sys.argv[1])
    texts = []
    for name in sys.argv[3:]:
        with open(name, "rb") as file:
            texts.append(file.read())
    failed = False
    with tempfile.TemporaryDirectory(dir=sys.argv[2]) as place:
        os.chdir(place)
        make_source(texts)
        for name, limit in ("source", 1.75), ("source.gz", 1.5):
            times = fastest([lambda jobs=jobs: run(telex, jobs, name) for jobs in ("-j1", "-j2")])
            failed |= judge(f"{name} of {SOURCE_BYTES // 1_000_000} MB, one and two workers", *times, limit)
        make_files(texts)
        times = fastest([lambda: write_each(texts[0]), lambda: write_results(telex)])
        failed |= judge(f"{FILES} files synced each, and by telex", *times, 6)
    sys.exit(failed)


main()
