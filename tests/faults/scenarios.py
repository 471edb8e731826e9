"""The runs into which faults are put: their sources, their command lines and what they write.

Every scenario is run in a folder of its own that holds the same sources.  OUTPUTS are the names that hold something
whole or are not there; everything else that a run leaves is its own business until the run that resumes is over."""
import dataclasses
import gzip
import io
import pathlib
import tarfile


@dataclasses.dataclass(frozen=True)
class Scenario:
    name: str
    arguments: tuple
    kind: str  # "stdout", "file", "folder": where the records go
    stdin: bytes = None  # None: none; else through a pipe
    cut_off: str = None  # a fault that leaves the run to be resumed
    once: bool = False  # a second run cannot read the same again

    @property
    def target(self):
        return {"stdout": None, "file": "all.ndjson", "folder": "out"}[self.kind]

    @property
    def is_resumable(self):
        return self.target is not None and not self.once


def dispatch(name, paragraphs=1):
    body = "".join(f"\nEl punto {i} de la ley de {name} entra en vigor mañana.\n" for i in range(paragraphs))
    return f"{name}\n\nMadrid, 3 oct (EFE).- El consejo aprobó hoy la ley de {name}.\n{body}\nFin. EFE\nabc/def\n"


def framed(first, last, paragraphs=1):
    return "".join(f"\001efs{i:03} 4 pol 100 Uno\r\n\002{dispatch(f'punto {i}', paragraphs)}\003\004"
                   for i in range(first, last))


NITF = """<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>Puente</title><docdata><doc-id id-string="p1"/></docdata></head><body><body.head>
<hedline><hl1>Abre el puente</hl1></hedline></body.head><body.content><p>Lugo, 3 oct (EFE).- Abre el puente.</p>
<p>Cuesta 3 euros.</p></body.content></body></nitf>
"""

MAIL = """From: mesa@example.org
Subject: Aviso
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Aviso

Vigo, 3 oct (EFE).- Ma=F1ana habr=E1 paro. EFE
"""

FILES = {
    "wire/2023/a.txt": dispatch("uno").encode(),
    "wire/2023/latin.txt": dispatch("dos").encode("windows-1252"),
    "wire/2024/large.txt": framed(100, 400, 8).encode(),
    "wire/2024/lines.jsonl": b'{"headline": "Uno", "body_text": "Madrid, 3 oct (EFE).- Uno."}\n'
                             b'{"headline": "Dos", "body_text": "Madrid, 3 oct (EFE).- Dos."}\n',
    "wire/2024/mail.eml": MAIL.encode(),
    "wire/2024/nitf.xml": NITF.encode(),
    "wire/2024/two.txt": framed(1, 3).encode(),
    "wire/z.txt": dispatch("tres").encode(),
}

# What cannot be converted, so that the file of errors has something to say.
FAILING = {
    "bad/2023/blank.txt": b"\n\n",
    "bad/2024/a.txt": dispatch("cuatro").encode(),
    "bad/2024/binary.txt": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "bad/2024/b.txt": dispatch("cinco").encode(),
    "bad/empty.txt": b"",
    "bad/large.txt": framed(400, 800, 8).encode(),
    "bad/z.txt": dispatch("seis").encode(),
}


def packed():
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in FILES.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return gzip.compress(tar.getvalue(), mtime=0)


def make_sources(folder):
    files = {**FILES, **FAILING, "long": LONG, "wire.tar.gz": packed(), "names": "".join(f"{name}\n" for name in FILES).encode()}
    for name, content in files.items():
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return sorted({name.split("/")[0] for name in files})


# Over 1 MiB: several workers convert it.
LONG = framed(1, 999, 24).encode() + b"\001x\004" + framed(1, 60).encode()

FEED = framed(1, 12).encode() + framed(12, 320, 8).encode()

SCENARIOS = [
    Scenario("pipe", (), "stdout", stdin=FEED),
    Scenario("file", ("-j1", "-o", "all.ndjson", "wire"), "file"),
    Scenario("folder", ("-j1", "-o", "out/", "wire"), "folder"),
    Scenario("archive", ("-j1", "-o", "all.ndjson", "wire.tar.gz"), "file"),
    Scenario("archive-folder", ("-j1", "-o", "out/", "wire.tar.gz"), "folder"),
    Scenario("list", ("-j1", "--summary=json", "-o", "all.ndjson", "--files-from", "names"), "file"),
    Scenario("errors", ("-j1", "-o", "all.ndjson", "--errors", "failed.ndjson", "bad"), "file"),
    Scenario("errors-folder", ("-j1", "-o", "out/", "--errors", "failed.ndjson", "bad"), "folder"),
    Scenario("check", ("-j1", "--check", "wire"), "stdout"),
    Scenario("workers", ("-j3", "-o", "all.ndjson", "--errors", "failed.ndjson", "wire", "bad", "wire.tar.gz"), "file"),
    Scenario("long", ("-j3", "-o", "all.ndjson", "--errors", "failed.ndjson", "long"), "file"),
    Scenario("resume", ("-j1", "--resume", "-o", "all.ndjson", "--errors", "failed.ndjson", "bad"), "file",
             cut_off="write:5:ENOSPC"),
    Scenario("feed", ("-o", "all.ndjson"), "file", stdin=FEED, once=True),
]
