#!/usr/bin/env python3
"""same_story.py TELEX: one story in every format's envelope gives one and the same record of it.

Each maker below writes the story as one kind of sender would: titles where the format has a place for them, the byline and the
sign-off in the envelope or in the copy.  What telex makes of headline, byline, dateline, body, end mark and sign-off must not
differ, nor the hash of headline and body; nor must a format of --list-formats be missing here.
"""
import base64
import json
import subprocess
import sys
from html import escape
from xml.sax.saxutils import escape as xml

HEADLINE = "Un tranvía de Vigo vuelve a circular con su conductor de 1968"
BYLINE = "Por Jaime Ferrán"
DATELINE = "Vigo (Pontevedra), 14 jun (EFE).-"
BODY = [
    "El tranvía número 11 de Vigo, parado desde 1968, volvió hoy a recorrer la calle del Príncipe con el mismo conductor.",
    "Manuel Pazos, de 84 años, dijo que los frenos «suenan mejor que entonces» & que no piensa jubilarse.",
    "El billete cuesta un euro, diez veces más que el último que vendió.",
]
END, SIGNOFF = "EFE", ["jf", "mcd"]

WANT = {"headline": HEADLINE, "byline": BYLINE, "dateline": DATELINE, "body": BODY, "end_mark": END, "signoff": SIGNOFF}


def copy(byline=True, signoff=True):
    """The copy's paragraphs as the wire writes them."""
    lines = [BYLINE] if byline else []
    lines += [f"{DATELINE} {BODY[0]}", *BODY[1:-1], f"{BODY[-1]} {END}"]
    return lines + (["/".join(SIGNOFF)] if signoff else [])


def text(gap="\n\n"):
    return HEADLINE + "\n\n" + gap.join(copy()) + "\n"


def blocks(tag="p", **parts):
    return "".join(f"<{tag}>{xml(line)}</{tag}>\n" for line in copy(**parts))


def nitf(declaration=True, namespace=""):
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' if declaration else ""
    return (f'{head}<nitf{namespace}><head><docdata><doc-id id-string="1"/></docdata></head><body><body.head><hedline><hl1>'
            f"{xml(HEADLINE)}</hl1></hedline><byline>{BYLINE}</byline></body.head><body.content>\n"
            f"{blocks(byline=False)}</body.content></body></nitf>\n")


def newsml1(content, byline="", creator=""):
    return ('<?xml version="1.0"?><NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><NewsItemId>1</NewsItemId>'
            f"</NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>{xml(HEADLINE)}</HeadLine>{byline}</NewsLines>"
            f"<AdministrativeMetadata>{creator}</AdministrativeMetadata><ContentItem><DataContent>{content}</DataContent>"
            "</ContentItem></NewsComponent></NewsItem></NewsML>\n")


def newsmlg2(content, kind="inlineXML", by=""):
    return ('<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="g:1" version="1">'
            f'<itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>{xml(HEADLINE)}</headline>{by}</contentMeta>'
            f"<contentSet><{kind}>{content}</{kind}></contentSet></newsItem></itemSet></newsMessage>\n")


def html():
    return "".join(f"<p>{escape(line)}</p>" for line in copy())


def wrapped(width=66):
    """The story on a teletype: lines of a measure, paragraphs indented."""
    out = []
    for line in copy():
        words, row = line.split(" "), "   "
        for word in words:
            if len(row) + len(word) > width:
                out.append(row.rstrip())
                row = ""
            row += word + " "
        out.append(row.rstrip())
    return "\n".join(out) + "\n"


def anpa():
    lines = [f"^BC-Tranvia,120<", f"^{HEADLINE}<", f"^{BYLINE}="]
    lines += ["\t   " + line for line in copy(byline=False)]
    return "\x16\x16\x01a0101\x1fefe--\r\nr a\x13\x11 BC-Tranvia   06-14 0120\r\n\x02" + "\r\n".join(lines) + "\r\n\x03EFE\r\n\x04"


def mail(body, kind="plain", headers=""):
    encoded = base64.encodebytes(body.encode()).decode()
    return (f"From: desk@example.org\nDate: Wed, 14 Jun 2023 10:00:00 +0200\nSubject: uno\nMessage-ID: <1@example.org>\n{headers}"
            f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{encoded}")


def ninjs(**keys):
    return json.dumps({"uri": "urn:x:1", "type": "text", **keys}, ensure_ascii=False)


def sgml_text(indent="    "):
    return "".join(f"{indent}{xml(line)}\n" for line in copy(byline=False))


def warc(page):
    return (f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: text/html\r\n"
            f"Content-Length: {len(page.encode())}\r\n\r\n{page}\r\n\r\n")


STORIES = {
    ("text", "blank lines"): text(),
    ("text", "wrapped"): HEADLINE + "\n\n" + wrapped(),
    ("iptc7901", "whole"): f"\x01eca0101 4 ct 120  efe 0101\r\n\r\n\x02{HEADLINE} =\r\n\r\n" + "\r\n\r\n".join(copy()) + "\r\n\x03141000 GMT Jun 23\r\n\x04",
    ("anpa1312", "coded"): anpa(),
    ("anpa1312", "plain"): "\x01a0101EFE\x1fefe--\r\nr a\x14\x12BC-Tranvia   06-14 0120\r\n\x02" + text() + "\x03\r\n\x04",
    ("zczc", "plain"): "ZCZC EFE101\n" + text() + "NNNN\n",
    ("zczc", "field tags"): f"ZCZC EFE101\n$A\n:Tranvia\n^{HEADLINE}\n" + "\n\n".join(copy()) + "\nNNNN\n",
    ("nitf", "plain"): nitf(),
    ("nitf", "namespace"): nitf(namespace=' xmlns="http://iptc.org/std/NITF/2006-10-18/"'),
    ("newsml1", "nitf"): newsml1(nitf(declaration=False)),
    ("newsml1", "paragraphs"): newsml1(blocks(byline=False, signoff=False), f"<ByLine>{BYLINE}</ByLine>",
                                       '<Creator><Party FormalName="jf/mcd"/></Creator>'),
    ("newsml1", "xhtml"): newsml1(f"<html><body>{blocks()}</body></html>"),
    ("newsml1", "cdata"): newsml1(f"<![CDATA[{html()}]]>"),
    ("newsml1", "escaped"): newsml1(xml(html())),
    ("newsml1", "text"): newsml1(xml("\n\n".join(copy()))),
    ("newsmlg2", "xhtml"): newsmlg2(f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{blocks(byline=False)}</body></html>',
                                    by=f"<by>{BYLINE}</by>"),
    ("newsmlg2", "nitf"): newsmlg2(nitf(declaration=False)),
    ("newsmlg2", "data"): newsmlg2(xml(html()), "inlineData"),
    ("rcv1", "item"): f'<newsitem itemid="1" xml:lang="es"><headline>{xml(HEADLINE)}</headline><byline>{BYLINE}</byline>'
                      f"<text>{blocks(byline=False)}</text></newsitem>",
    ("rbnews", "item"): f"<RBNews><NewsID>1</NewsID><headline>{xml(HEADLINE)}</headline><byLine>{BYLINE}</byLine>"
                        f"<content>{xml(''.join('<p>' + escape(l) + '</p>' for l in copy(byline=False)))}</content></RBNews>",
    ("rss", "content"): '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item>'
                        f"<title>{xml(HEADLINE)}</title><guid>1</guid><content:encoded><![CDATA[{html()}]]></content:encoded></item></channel></rss>",
    ("atom", "html"): f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>{xml(HEADLINE)}</title>'
                      f'<content type="html">{xml(html())}</content></entry></feed>',
    ("warc", "resource"): warc(f'<html lang="es"><head><title>{escape(HEADLINE)}</title></head><body><p class="byline">{BYLINE}</p>{blocks(byline=False)}</body></html>'),
    ("page", "article"): f'<!doctype html><html lang="es"><head><title>{escape(HEADLINE)}</title></head><body><article><h1>{escape(HEADLINE)}</h1>'
                         f'<p class="byline">{BYLINE}</p>{blocks(byline=False)}</article></body></html>',
    ("ninjs", "1"): ninjs(headline=HEADLINE, byline=BYLINE, body_html="".join(f"<p>{escape(l)}</p>" for l in copy(byline=False))),
    ("ninjs", "1 text"): ninjs(headline=HEADLINE, body_text="\n\n".join(copy())),
    ("ninjs", "2"): ninjs(headlines=[{"role": "main", "value": HEADLINE}], by=BYLINE,
                          bodies=[{"contenttype": "text/html", "value": "".join(f"<p>{escape(l)}</p>" for l in copy(byline=False))}]),
    ("ninjs", "3"): json.dumps({"item": [json.loads(ninjs(headlines=[{"role": "main", "value": HEADLINE}],
                                                          bodies=[{"contentType": "text/html", "value": html()}]))]}),
    ("jsonl", "raw text"): json.dumps({"n": 7, "raw": text()}) + "\n",
    ("jsonl", "raw nitf"): json.dumps({"n": 8, "raw": nitf()}) + "\n",
    ("reuters21578", "item"): f'<REUTERS TOPICS="NO" NEWID="1">\n<TEXT>&#2;\n<TITLE>{xml(HEADLINE)}</TITLE>\n<AUTHOR>    {BYLINE}</AUTHOR>\n'
                              f"<DATELINE>    {DATELINE} </DATELINE><BODY>{xml(BODY[0])}\n"
                              + "".join(f"    {xml(l)}\n" for l in copy()[2:]) + "&#3;</BODY></TEXT>\n</REUTERS>\n",
    ("trec", "document"): f"<DOC>\n<DOCNO>1</DOCNO>\n<TITLE>{xml(HEADLINE)}</TITLE>\n<BYLINE>{BYLINE}</BYLINE>\n<TEXT>\n{sgml_text()}</TEXT>\n</DOC>\n",
    ("gigaword", "document"): f'<DOC id="EFE_SPA_20230614.0001" type="story">\n<HEADLINE>\n{xml(HEADLINE)}\n</HEADLINE>\n<TEXT>\n'
                              + "".join(f"<P>\n{xml(l)}\n</P>\n" for l in copy()) + "</TEXT>\n</DOC>\n",
    ("mail", "text"): mail(text()),
    ("mail", "nitf"): mail(nitf()),
    ("mbox", "one"): "From desk@example.org Wed Jun 14 10:00:00 2023\n" + mail(text()),
}

OPTIONS = {"jsonl": ["--from", "jsonl", "--text-key", "raw"]}


def told(record):
    """What a record says of the story, under the names of WANT."""
    return {"headline": record.get("headline"), "byline": record.get("byline", {}).get("text"),
            "dateline": record.get("dateline", {}).get("text"), "body": record.get("body"),
            "end_mark": record.get("end_mark"), "signoff": record.get("signoff")}


def check(telex, name, source, hashes):
    run = subprocess.run([telex, "--hash", *OPTIONS.get(name[0], [])], input=source.encode(), capture_output=True, check=False)
    lines = run.stdout.splitlines()
    if len(lines) != 1:
        return [f"{len(lines)} records; {run.stderr.decode().strip()}"]
    record = json.loads(lines[0])
    got = told(record)
    faults = [f"{key}: want {want!r}, got {got[key]!r}" for key, want in WANT.items() if got[key] != want]
    if name[0] == "jsonl" and record.get("input", {}).get("n") not in (7, 8):
        faults.append("the line's other keys are not carried along")
    hashes.add(record["source"]["hash"])
    if len(hashes) > 1:
        faults.append(f"another hash: {record['source']['hash']}")
    return faults


def main():
    telex = sys.argv[1]
    failures, hashes = 0, set()
    STORIES["record", "of the text"] = subprocess.run([telex], input=text().encode(), capture_output=True, check=True).stdout.decode()
    for name, source in STORIES.items():
        for fault in check(telex, name, source, hashes):
            print(f"{name[0]} ({name[1]}): {fault}")
            failures += 1
    listed = subprocess.run([telex, "--list-formats"], capture_output=True, check=True, text=True).stdout
    formats = {line.split()[0] for line in listed.splitlines() if line.strip()}
    for missing in sorted(formats - {"auto"} - {name[0] for name in STORIES}):
        print(f"no story in the format {missing}")
        failures += 1
    print(f"{len(STORIES)} envelopes, {failures} differences")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
