#!/usr/bin/env python3
"""items.py TELEX LIMIT MEMORY: 13 MB of items in one document against the same items in a document each.

Prints a row a format: processor time of one document ÷ of many, medians of runs that take turns, and the peak memory of
one document (the system counts what this script had before it, some 12 MB).  Exit 1 when a ratio is over LIMIT, or the
memory over MEMORY MB.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile

SIZE = 13_000_000
RUNS = 7


def copy(number):
    sentence = f"El consejo aprobó hoy la ley {number}, que entra en vigor mañana. "
    return "Madrid, 3 mar (EFE).- " + sentence * 6, sentence * 8


def rss(number):
    first, second = copy(number)
    return (f"<item><title>Ley {number}</title><guid>n{number}</guid><pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate>"
            f"<content:encoded><![CDATA[<p>{first}</p><p>{second}</p>]]></content:encoded></item>\n")


def message(number):
    first, second = copy(number)
    return (f'<newsItem guid="n{number}"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>Ley {number}'
            '</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>'
            f"<p>{first}</p><p>{second}</p></body></html></inlineXML></contentSet></newsItem>\n")


def ninjs(number):
    first, second = copy(number)
    return json.dumps({"uri": f"n{number}", "headline": f"Ley {number}", "body_text": f"{first}\n{second}"}, ensure_ascii=False)


FORMATS = {
    "rss": ('<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><language>es</language>\n', rss, "",
            "</channel></rss>\n"),
    "newsmlg2": ('<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>\n', message, "",
                 "</itemSet></newsMessage>\n"),
    "json list": ("[", ninjs, ",", "]\n"),
    "json object": ('{"status":"ok","items":[', ninjs, ",", "]}\n"),
}


def write_inputs(form, one, many):
    """In a process of its own, so that this one stays small."""
    writer = os.fork()
    if writer == 0:
        write(form, one, many)
        os._exit(0)
    if os.waitpid(writer, 0)[1] != 0:
        sys.exit("cannot write the documents")


def write(form, one, many):
    head, make, between, tail = form
    items, size = [], 0
    while size < SIZE:
        items.append(make(len(items)))
        size += len(items[-1].encode())
    with open(one, "w", encoding="utf-8") as file:
        file.write(head + between.join(items) + tail)
    with open(many, "w", encoding="utf-8") as file:
        file.writelines(head + item + tail for item in items)


def run(telex, path):
    """Processor seconds and peak bytes."""
    process = subprocess.Popen([telex, "-j1", "--quiet", path], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{path}: exit {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def main():
    telex, limit, memory_limit = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        one, many = os.path.join(folder, "one"), os.path.join(folder, "many")
        for name, form in FORMATS.items():
            write_inputs(form, one, many)
            runs = [(run(telex, one), run(telex, many)) for _ in range(RUNS)]
            ratio = statistics.median(a[0] for a, _ in runs) / statistics.median(b[0] for _, b in runs)
            peak = max(a[1] for a, _ in runs) / 1e6
            bad = ratio > limit or peak > memory_limit
            failed |= bad
            print(f"items, {name}: one document takes {ratio:.2f} times the time of many (limit {limit:g}), "
                  f"{peak:.1f} MB (limit {memory_limit:g}){': OVER THE LIMIT' if bad else ''}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
