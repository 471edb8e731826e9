#!/usr/bin/env python3
"""instructions.py TELEX FIXTURES BASELINE [--update]: what each format costs, counted in instructions by callgrind.

A format's cost is a*bytes + b*dispatches.  Three runs over made-up inputs give both, and what a process costs to start
drops out: 10 and 40 short dispatches differ by 30 of them, 10 long and 10 short ones by their bytes.  Prints a row a
format, and fails where a or b is more than 3 % over the baseline, which --update writes.  Counts do not depend on how
busy a machine is; they do on compiler and libraries, so another compiler than the baseline's is a skip (exit 77).
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from xml.sax.saxutils import escape

ALLOWED = 1.03
NOISE_A, NOISE_B = 0.3, 300  # what a change of a few bytes of the inputs' layout does to a and b

DATELINE = "Valencia, 5 abr (EFE).- "
HEADLINE = "Un país en una docena de historias pequeñas"


def paragraphs(fixtures):
    text = open(os.path.join(fixtures, "long/es-crossheads.txt"), encoding="utf-8").read()
    return [p for p in text.split("\n\n")[2:] if p.rstrip().endswith(".")]


def wrapped(blocks, width=64, indent="   "):
    lines = []
    for block in blocks:
        line = indent
        for word in block.split():
            if len(line) + len(word) >= width:
                lines.append(line)
                line = word
            else:
                line += (" " if line.strip() else "") + word
        lines.append(line)
    return lines


def text(body, i):
    return f"{HEADLINE}\n\n{DATELINE}" + "\n\n".join(body) + " EFE\njfr/ks\n"


def zczc(body, i):
    return f"ZCZC\n{text(body, i)}NNNN\n"


def iptc7901(body, i):
    copy = "\r\n".join([HEADLINE + " =", ""] + wrapped([DATELINE + body[0]] + body[1:]))
    return f"\x01efe{i:04} 4 int 393 EFE 0931\r\nINTERNACIONAL/\r\n\x02{copy}\r\n\x03051031 abr 15\r\n\x04"


def anpa1312(body, i):
    copy = "\r\n".join(wrapped(["VALENCIA, Spain (AP) _ " + body[0]] + body[1:], indent="\t   "))
    return (f"\x16\x16\x01a{i:04}\x1f\r\nr i \x11\x13 BC-Spain-Stories   04-05 0480\r\n"
            f"\x02\x02BC-Spain-Stories,480\x1f\r\n^{HEADLINE}\x1f\r\n{copy}\r\n\x03")


def nitf(body, i):
    return (f'<nitf version="-//IPTC//DTD NITF 3.2//EN"><head><title>{HEADLINE}</title><docdata><doc-id id-string="{i}"/>'
            f'<urgency ed-urg="5"/><date.issue norm="20200912T184500+0000"/></docdata></head><body><body.head><hedline><hl1>'
            f'{HEADLINE}</hl1></hedline><distributor>Agencia EFE</distributor><dateline><location>Valencia</location>'
            f'</dateline></body.head><body.content>' + "".join(f"<p>{escape(p)}</p>\n" for p in [DATELINE + body[0]] + body[1:])
            + "</body.content></body></nitf>\n")


def newsmlg2(body, i):
    return (f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:{i}" version="1" xml:lang="es"><itemMeta>'
            f'<itemClass qcode="ninat:text"/><provider literal="EFE"/><versionCreated>2018-09-14T11:30:00+02:00</versionCreated>'
            f'<pubStatus qcode="stat:usable"/></itemMeta><contentMeta><urgency>4</urgency><language tag="es"/>'
            f'<subject qcode="subj:08000000"/><headline>{HEADLINE}</headline></contentMeta><contentSet><inlineXML '
            f'contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>'
            + "".join(f"<p>{escape(p)}</p>\n" for p in [DATELINE + body[0]] + body[1:])
            + "</body></html></inlineXML></contentSet></newsItem>\n")


def mbox(body, i):
    return (f"From wire@example.org Mon Jan  5 10:22:01 2026\nFrom: Wire <wire@example.org>\nSubject: {i}\n"
            f"Date: Mon, 5 Jan 2026 10:21:58 +0100\nMessage-ID: <{i}@example.org>\nMIME-Version: 1.0\n"
            f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text(body, i)}\n")


def reuters(body, i):
    copy = escape("\n".join(wrapped([body[0]] + body[1:])))
    return (f'<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="{i}" NEWID="{i}">\n'
            f"<DATE> 7-APR-1987 11:02:35.07</DATE>\n<TOPICS><D>grain</D></TOPICS>\n<TEXT>&#2;\n<TITLE>{HEADLINE}</TITLE>\n"
            f"<DATELINE>    VALENCIA, April 7 - </DATELINE><BODY>{copy}\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n")


def jsonl(body, i):
    return json.dumps({"id": i, "text": text(body, i)}, ensure_ascii=False) + "\n"


def rss(body, i):
    html = escape("".join(f"<p>{escape(p)}</p>\n" for p in [DATELINE + body[0]] + body[1:]))
    return (f"<item><title>{HEADLINE}</title><guid>urn:x:{i}</guid><pubDate>Mon, 05 Jan 2026 10:21:58 +0100</pubDate>"
            f"<content:encoded>{html}</content:encoded></item>\n")


def ninjs(body, i):
    html = "".join(f"<p>{escape(p)}</p>\n" for p in [DATELINE + body[0]] + body[1:])
    return json.dumps({"uri": f"urn:x:{i}", "type": "text", "language": "es", "versioncreated": "2026-01-05T10:21:58+01:00",
                       "headline": HEADLINE, "urgency": 4, "body_xhtml": html}, ensure_ascii=False) + "\n"


# How the dispatches of a format lie in one file; None: a file each.
FORMATS = {
    "text": (text, None), "zczc": (zczc, ("", "")), "iptc7901": (iptc7901, ("", "")), "anpa1312": (anpa1312, ("", "")),
    "nitf": (nitf, None), "newsmlg2": (newsmlg2, None), "mbox": (mbox, ("", "")),
    "reuters21578": (reuters, ('<!DOCTYPE lewis SYSTEM "lewis.dtd">\n', "")), "jsonl": (jsonl, ("", "")),
    "rss": (rss, ('<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title>\n', "</channel></rss>\n")),
    "ninjs": (ninjs, None),
}


def write(folder, form, body, count):
    dispatch, around = FORMATS[form]
    made = [dispatch(body, 1000 + i) for i in range(count)]
    if around is not None:
        made = [around[0] + "".join(made) + around[1]]
    size = 0
    for i, content in enumerate(made):
        with open(os.path.join(folder, f"{i:03}"), "wb") as file:
            size += file.write(content.encode())
    return size


def run(telex, form, body, count):
    with tempfile.TemporaryDirectory() as folder:
        size = write(folder, form, body, count)
        out = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", telex, "-q", "-j1"] +
                             (["--from=jsonl", "--text-key=text"] if form == "jsonl" else []) + [folder],
                             capture_output=True, check=False)
        records = [json.loads(line) for line in out.stdout.splitlines()]
        if len(records) != count or any(len(r.get("body", [])) < len(body) for r in records):
            sys.exit(f"{form}: {len(records)} records of {count} dispatches, {len(body)} paragraphs each\n{out.stderr.decode()}")
        return size, int(re.search(rb"Collected : (\d+)", out.stderr).group(1))


def measure(telex, form, source):
    short, long = source[:4], source * 2
    (bytes10, i10), (bytes40, i40), (long_bytes, i_long) = (run(telex, form, short, 10), run(telex, form, short, 40),
                                                          run(telex, form, long, 10))
    a = (i_long - i10) / (long_bytes - bytes10)
    return {"a": round(a, 2), "b": round(((i40 - i10) - a * (bytes40 - bytes10)) / 30)}


def compiler(telex):
    comment = subprocess.run(["readelf", "-p", ".comment", telex], capture_output=True, text=True, check=False).stdout
    return " ".join(sorted(set(re.findall(r"\S+: \(.*", comment))))


def main():
    telex, fixtures, path = sys.argv[1:4]
    source = paragraphs(fixtures)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        now = dict(zip(FORMATS, pool.map(lambda form: measure(telex, form, source), FORMATS)))
    if "--update" in sys.argv:
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"compiler": compiler(telex), "formats": now}, file, indent=1)
            file.write("\n")
    base = json.load(open(path, encoding="utf-8"))
    print(f"{'format':14}{'a, i/byte':>10}{'baseline':>10}{'b, i/dispatch':>15}{'baseline':>10}")
    grown = []
    for form, cost in now.items():
        was = base["formats"][form]
        print(f"{form:14}{cost['a']:10.2f}{was['a']:10.2f}{cost['b']:15}{was['b']:10}")
        if cost["a"] > was["a"] * ALLOWED + NOISE_A or cost["b"] > was["b"] * ALLOWED + NOISE_B:
            grown.append(form)
    if base["compiler"] != compiler(telex):
        print("another compiler than the baseline's:", compiler(telex))
        sys.exit(77)
    if grown:
        sys.exit("more instructions than the baseline: " + ", ".join(grown))


if __name__ == "__main__":
    main()
