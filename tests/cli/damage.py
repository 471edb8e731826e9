"""damage.py TELEX KIND: every damage of one byte and every cut of a small archive is reported, or does no harm.

A run converts the whole archive and all its damaged copies.  A copy without an error must give the records of the whole
one.  KIND is gz, bz2, xz, zst (compressed text of two members), tar, zip, zip-stored, zip-stream, tar.gz."""

import bz2, gzip, io, json, lzma, os, subprocess, sys, tarfile, tempfile, zipfile

telex, kind = sys.argv[1:]
head = b"%s\n\nMadrid, 3 oct (EFE).- El consejo aprob\xc3\xb3 hoy la ley de %s.\n\nEntra en vigor ma\xc3\xb1ana. EFE\nabc/def\n"
texts = [b"\x01efs00%d 4 pol 100 Uno\r\n\x02" % i + head % (name, name) + b"\x03\x04" for i, name in ((1, b"uno"), (2, b"dos"))]


def zst(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout


def tar(format=tarfile.USTAR_FORMAT):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=format) as archive:
        for name, text in zip(("a.txt", "b.txt"), texts):
            info = tarfile.TarInfo(name)
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text))
    return out.getvalue()[: 512 * 6]


class Pipe(io.RawIOBase):
    """What cannot be sought in: zipfile then writes lengths behind the bytes."""

    def __init__(self):
        self.bytes = b""

    def writable(self):
        return True

    def write(self, more):
        self.bytes += bytes(more)
        return len(more)


def zip_of(method, out):
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, text in zip(("a.txt", "b.txt"), texts):
            archive.writestr(zipfile.ZipInfo(name), text, method)
    return out.bytes if isinstance(out, Pipe) else out.getvalue()


packers = {"gz": lambda text: gzip.compress(text, mtime=0), "bz2": bz2.compress, "xz": lzma.compress, "zst": zst}
makers = {
    "tar": tar,
    "tar.gz": lambda: gzip.compress(tar(tarfile.PAX_FORMAT), mtime=0),
    "zip": lambda: zip_of(zipfile.ZIP_DEFLATED, io.BytesIO()),
    "zip-stored": lambda: zip_of(zipfile.ZIP_STORED, io.BytesIO()),
    "zip-stream": lambda: zip_of(zipfile.ZIP_DEFLATED, Pipe()),
}


def make():
    return b"".join(map(packers[kind], texts)) if kind in packers else makers[kind]()


def damaged(whole):
    for at in range(0, len(whole), 5 if kind == "tar" else 1):
        for bits in (0x01, 0x20, 0x80, 0xFF):
            yield "flip-%d-%02x" % (at, bits), whole[:at] + bytes([whole[at] ^ bits]) + whole[at + 1 :]
        yield "cut-%d" % at, whole[:at]
        yield "lost-%d" % at, whole[:at] + whole[at + 1 :]
    for more in (b"x", b"\0x", b"\x1f", b"BZh9", b"PK\3\4", whole[:9], b"text\n" * 200):
        yield "more-%s" % more[:9].hex(), whole + more


def may_pass(name, whole):
    """What no reader can know: the end of a whole member; a tar's text, which has no checksum."""
    what, at = name.split("-")[:2]
    if what == "cut":
        return (kind in packers and int(at) == len(packers[kind](texts[0]))) or (kind == "tar" and 0 < int(at) < 6)
    return kind == "tar" and what == "flip" and int(at) % 1024 >= 512


def main():
    whole = make()
    names = {"whole": whole}
    names.update(damaged(whole))
    ending = "." + kind.split("-")[0]
    os.mkdir("in")
    for name, data in names.items():
        with open("in/" + name + ending, "wb") as file:
            file.write(data)
    run = subprocess.run([telex, "-q", "-o", "out", "--errors", "errors", "--fields=-warnings", "in"], timeout=250)
    records, errors = {}, set()
    for line in open("out", encoding="utf-8"):
        record = json.loads(line)
        path = record["source"].pop("path")[3 : -len(ending)]
        records.setdefault(path, []).append(record)
    for line in open("errors", encoding="utf-8"):
        errors.add(json.loads(line)["path"][3 : -len(ending)])
    assert run.returncode == 1 and "whole" not in errors and len(records["whole"]) == 2, (run, records.get("whole"))
    wrong = [n for n in names if n not in errors and records.get(n) != records["whole"] and not may_pass(n, whole)]
    print(len(names), "archives,", len(errors), "reported,", len(wrong), "wrong:", wrong[:400])
    sys.exit(bool(wrong))


main()
