"""archives.py WHAT FOLDER: archives that no program makes by itself, into the folder.

contents: the beginnings of many kinds of file that telex does not unpack, each a text as far as that goes, and the
same compressed in each way.
pieces FILE: that file in many pieces, each compressed for itself.
climbing: archives whose members are named so that unpacking them would write elsewhere.
damaged: archives with one thing wrong, "good" in the name where nothing is."""

import bz2, gzip, io, lzma, os, struct, subprocess, sys, tarfile, zipfile, zlib

what, folder = sys.argv[1:3]
tarfile.RECORDSIZE = 1024  # no more padding than the end mark
TEXT = "%s\n\nMadrid, 3 oct (EFE).- El consejo aprobó hoy la ley de %s.\n\nEntra en vigor mañana. EFE\nabc/def\n"


def text(name):
    return (TEXT % (name, name)).encode()


def write(name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def zstd(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout


PACKERS = {"gz": lambda data: gzip.compress(data, mtime=0), "bz2": bz2.compress, "xz": lzma.compress, "zst": zstd}


def write_all(name, data):
    write(name, data)
    for kind, pack in PACKERS.items():
        write(name + "." + kind, pack(data))


def pieces():
    data = open(sys.argv[3], "rb").read()
    for kind, pack in PACKERS.items():
        size = 3000 if kind == "zst" else 300
        write("text." + kind, b"".join(pack(data[at : at + size]) for at in range(0, len(data), size)))


def tar(*members, format=tarfile.PAX_FORMAT):
    """Members are (name, bytes or a TarInfo's type and link name)."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=format) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            if isinstance(data, tuple):
                info.type, info.linkname = data
                data = b""
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zipped(*members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def encrypted_zip():
    """As a zip with a password looks from outside; nobody can tell from where it is noise."""
    data = bytearray(zipped(("a.txt", text("uno")), ("b.txt", text("dos"))))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def v7_tar(name, data):
    """A header of before POSIX: no magic."""
    header = bytearray(tar((name, data), format=tarfile.USTAR_FORMAT))
    header[257:265] = bytes(8)
    header[148:156] = b"        "
    header[148:156] = b"%06o\0 " % sum(header[:512])
    return bytes(header)


CONTENTS = {
    "lrzip": b"LRZI\0\6",
    "grzip": b"GRZipII\0\2\4:)",
    "lzop": b"\x89LZO\0\r\n\x1a\n\x10\x30",
    "lz4": b"\4\x22\x4d\x18\x64\x40\xa7",
    "compress": b"\x1f\x9d\x90",
    "lzip": b"LZIP\1\x0c",
    "lzma": b"\x5d\0\0\x80\0" + b"\xff" * 8,
    "uu": b"begin 644 a.txt\n",
    "base64": b"begin-base64 644 a.txt\n",
    "rpm": b"\xed\xab\xee\xdb\3\0\0\0",
    "7z": b"7z\xbc\xaf\x27\x1c\0\4",
    "rar": b"Rar!\x1a\7\1\0",
    "cab": b"MSCF\0\0\0\0",
    "ar": b"!<arch>\na.txt/          0           0     0     644     5         `\n",
    "cpio": b"070707000000000000100644000000000000000001000000000000000000000000600000000005a.txt\0",
    "newc": b"070701" + b"0" * 104,
    "mtree": b"#mtree\na.txt type=file\n",
    "warc": b"WARC/1.0\r\nWARC-Type: resource\r\n",
    "xar": b"xar!\0\x1c\0\1",
    "lha": b"\x1a\0-lh5-\0\0",
    "empty-line": b"\n",
}


def contents():
    for name, start in CONTENTS.items():
        write_all(name, start + b"\n" + text(name) * 8)
    encoded = b"begin 644 a.txt\n" + b"#86)C\n" * 40 + b"`\nend\n"
    mails = (
        b"From a@example.org Mon Oct  3 10:00:0%d 2022\nFrom: a@example.org\nSubject: %s\n\n%s\n%s\n"
        % (i, name, text(name.decode()), encoded)
        for i, name in enumerate((b"uno", b"dos", b"tres"))
    )
    write_all("mbox", b"".join(mails))
    write_all("ustar", b"x" * 256 + b"gustar\n" + text("uno") * 4)
    write_all("nuls", bytes(2000))
    write_all("empty", b"")


def climbing():
    names = ["../../up.txt", "/tmp/telex-absolute.txt", "a/../../../up.txt", "..", "./../up.txt", "a/./b/../c.txt"]
    names += ["new\nline.txt", "..\\up.txt", "C:\\up.txt", "a//b.txt", "tab\t.txt", "link", "link/through.txt"]
    links = [("link", (tarfile.SYMTYPE, "../../outside")), ("hard", (tarfile.LNKTYPE, "../../outside/up.txt"))]
    links += [("dir", (tarfile.SYMTYPE, "/")), ("dir/tmp/telex-through.txt", text("uno"))]
    texts = [(name, text("uno")) for name in names]
    write("pax.tar", tar(*links, *texts))
    write("gnu.tar", tar(*links, *texts, format=tarfile.GNU_FORMAT))
    write("nul.tar", tar(("a\0b/../../up.txt", text("uno")), ("c.txt", text("dos"))))
    write("names.zip", zipped(*texts))


def damaged():
    one, two = (b"\1efs00%d 4 pol 100 Uno\r\n\2" % i + text(name) + b"\3\4" for i, name in ((1, "uno"), (2, "dos")))
    packed = bytearray(gzip.compress(one + two, mtime=0))
    write("good-padded.gz", bytes(packed) + bytes(300))
    write("good-padded.bz2", bz2.compress(one + two) + bytes(300))
    write("crc.gz", bytes(packed[:-8]) + struct.pack("<II", zlib.crc32(one) ^ 1, len(one + two)))
    write("length.gz", bytes(packed[:-4]) + struct.pack("<I", 7))
    stored = zlib.compressobj(0, zlib.DEFLATED, 31)
    stored = stored.compress(one) + stored.flush()
    write("londay.gz", stored.replace(b"Madrid", b"Madras"))
    for kind, pack in PACKERS.items():
        write("good-two." + kind, pack(one) + pack(two))
        second = bytearray(pack(two))
        second[1] ^= 1
        write("second." + kind, pack(one) + bytes(second))
        write("short." + kind, pack(one) + pack(two)[:-5])
        write("after." + kind, pack(one) + b"what is this?\n")
        write("padding." + kind, pack(one) + bytes(600) + b"x")
    a, b = tar(("a.txt", one)), tar(("b.txt", two))
    write("good-names.tar", tar(("ñandú.txt", one), ("ü/€.txt", two)))
    write("pax.tar", tar(("ñandú.txt", one), ("b.txt", two)).replace(b"20 path=", b"90 path="))
    write("good-cat.tar", a + b)
    write("good-v7.tar", v7_tar("a.txt", one))
    write("cat-text.tar", a + b"what is this?\n" * 100)
    write("block.tar", tar(("a.txt", one), ("b.txt", two))[:1024])
    header = bytearray(tar(("a.txt", one), ("b.txt", two), ("c.txt", one)))
    header[1024 + 3] ^= 1
    write("header.tar", bytes(header))
    write("hard.tar", tar(("a.txt", one), ("b.txt", (tarfile.LNKTYPE, "a.txt")), ("c.txt", two)))
    whole = zipped(("a.txt", one), ("b.txt", two))
    write("good.zip", whole)
    end = whole.index(b"PK\5\6")
    record64 = b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 2, 2, end - whole.index(b"PK\1\2"), whole.index(b"PK\1\2"))
    record64 += b"PK\6\7" + struct.pack("<IQI", 0, end, 1)
    write("good-zip64.zip", whole[:end] + record64 + whole[end:])
    write("good-signed.zip", whole[:end] + b"PK\5\5\4\0sign" + whole[end:])
    write("good-comment.zip", whole[:-2] + b"\3\0abc" + bytes(512))
    write("good-skipped.zst", b"\x5e\x2a\x4d\x18\4\0\0\0skip" + zstd(one))
    write("empty.zip", whole[end:-3])
    write("good-empty-member.zip", zipped(("a.txt", one), ("sub/", b"")))
    write("encrypted.zip", encrypted_zip())
    write("cat.zip", whole + zipped(("c.txt", one)))
    write("header.zip", whole.replace(b"PK\3\4", b"PK\3\5", 2).replace(b"PK\3\5", b"PK\3\4", 1))
    write("name.zip", whole.replace(b"b.txt", b"c.txt", 1))
    write("end.zip", whole[:-10])
    write("list.zip", whole[: whole.index(b"PK\1\2")])
    write("crc.zip", zipped(("a.txt", one), method=zipfile.ZIP_STORED).replace(b"Madrid", b"Madras"))
    write("twice.gz", gzip.compress(gzip.compress(one)))
    write("tar-twice.gz", gzip.compress(bz2.compress(a)))
    write("empty.gz", gzip.compress(b""))
    write("nuls.gz", gzip.compress(bytes(1024)))


{"contents": contents, "climbing": climbing, "damaged": damaged, "pieces": pieces}[what]()
