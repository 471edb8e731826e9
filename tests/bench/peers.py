#!/usr/bin/env python3
"""peers.py TELEX FIXTURES: dispatches a second of telex and of what people use instead, in turn, medians of five runs.

The peers are the scripts that somebody writes in an hour (lxml, json, email, regular expressions), and jq and xmllint,
which only read and print.  A peer that is not installed is left out, by name.  Exit 1 where telex is not at least ten times
as fast as the Python script.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import instructions as inputs

COUNT, ROUNDS, LIMIT = 2000, 5, 10.0

HEAD = r"""import json, os, re, sys
MONTHS = {m: i % 12 + 1 for i, m in enumerate('jan feb mar apr may jun jul aug sep oct nov dec '
          'ene feb mar abr may jun jul ago sep oct nov dic'.split())}
MONTH = '(?:' + '|'.join(MONTHS) + ')[a-z]*\\.?'
AGENCY = 'EFE|AP|AFP|Reuters?|dpa|Lusa|ANSA|Xinhua|Kyodo|TASS'
DATELINE = re.compile(r"^\s*(?P<place>[^\W\d_][\w.'/ -]{1,40}?)(?:,? ?\((?P<q>[^)\d]{2,40})\))?(?:,? (?:(?P<d>\d{1,2}) (?P<m>%s)"
    r"|(?P<m2>%s) (?P<d2>\d{1,2})))?,?\s*(?:[(/](?P<agency>%s)[)/])?\.?\s*(?:-{1,2}|[\u2013\u2014_])\s*" % (MONTH, MONTH, AGENCY), re.I)
BYLINE = re.compile(r'^\s*(?:by|por|par|von)\s+(.{3,60})$', re.I | re.M)
END = re.compile(r'\s*\b(%s)\.{0,3}\s*$' % AGENCY)
SIGNOFF = re.compile(r'^\s*([A-Za-z]{2,4}(?:[-/.][A-Za-z]{1,4}){1,5})\s*$')
def files():
    for name in sorted(os.listdir(sys.argv[1])):
        yield os.path.join(sys.argv[1], name)
def put(headline, body):
    record = {'headline': ' '.join(headline.split()), 'words': sum(len(p.split()) for p in body)}
    body = [' '.join(p.split()) for p in body if p.strip()]
    found = DATELINE.match(body[0]) if body else None
    if found:
        month = found['m'] or found['m2']
        record['dateline'] = {'text': found[0].strip(), 'places': found['place'].split('/'), 'agency': found['agency'],
                              'month': month and MONTHS.get(month[:3].lower()), 'day': found['d'] or found['d2']}
        body[0] = body[0][found.end():]
    if body and SIGNOFF.match(body[-1].split(' ')[-1]) and END.search(body[-1].rpartition(' ')[0]):
        body[-1], _, record['signoff'] = body[-1].rpartition(' ')
    if body and END.search(body[-1]):
        record['end_mark'] = END.search(body[-1])[1]
        body[-1] = END.sub('', body[-1])
    byline = BYLINE.search(headline)
    if byline:
        record['byline'] = [n.strip() for n in re.split(r'\s+(?:and|y|e|et|und)\s+', byline[1])]
    record['body'] = body
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + '\n')
"""
XML = HEAD + """from lxml import etree
for path in files():
    root = etree.parse(path).getroot()
    put(''.join(root.xpath("(//*[local-name()='hl1' or local-name()='headline'])[1]//text()")),
        [''.join(p.itertext()) for p in root.iter('{*}p')])
"""
RSS = HEAD + """from lxml import etree, html
for path in files():
    for item in etree.parse(path).getroot().iter('item'):
        copy = item.findtext('{http://purl.org/rss/1.0/modules/content/}encoded')
        put(item.findtext('title'), [p.text_content() for p in html.fromstring(copy).iter('p')])
"""
NINJS = HEAD + """import html
for path in files():
    item = json.load(open(path, encoding='utf-8'))
    put(item['headline'], [html.unescape(re.sub('<[^>]*>', '', p)) for p in item['body_xhtml'].split('</p>')])
"""
TEXT = """
def text(copy):
    head, _, body = copy.partition('\\n\\n')
    put(head, re.split(r'\\n\\s*\\n', body))
"""
JSONL = HEAD + TEXT + """
for path in files():
    for line in open(path, encoding='utf-8'):
        text(json.loads(line)['text'])
"""
PLAIN = HEAD + TEXT + """
for path in files():
    text(open(path, encoding='utf-8').read())
"""
MBOX = HEAD + TEXT + """import mailbox
for path in files():
    for mail in mailbox.mbox(path):
        text(mail.get_payload(decode=True).decode())
"""
REUTERS = HEAD + """import html
for path in files():
    for doc in re.findall('<REUTERS.*?</REUTERS>', open(path, encoding='utf-8').read(), re.S):
        title = re.search('<TITLE>(.*?)</TITLE>', doc, re.S)
        body = re.search('<BODY>(.*?)</BODY>', doc, re.S)
        put(html.unescape(title[1]), html.unescape(body[1]).split('\\n   '))
"""
SCRIPTS = {"text": PLAIN, "nitf": XML, "newsmlg2": XML, "rss": RSS, "ninjs": NINJS, "jsonl": JSONL, "mbox": MBOX,
           "reuters21578": REUTERS}
READERS = {"nitf": "xmllint --noout", "newsmlg2": "xmllint --noout", "rss": "xmllint --noout", "ninjs": "jq -c .", "jsonl": "jq -c ."}


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def commands(telex, form, folder):
    options = ["--from=jsonl", "--text-key=text"] if form == "jsonl" else []
    rows = {"telex": [telex, "-q", "-j1", *options, folder], "script": [sys.executable, "-c", SCRIPTS[form], folder]}
    reader = READERS.get(form, "").split()
    if reader and shutil.which(reader[0]):
        rows[reader[0]] = ["sh", "-c", '"$@" "$0"/*', folder, *reader]
    return rows


def main():
    telex, fixtures = sys.argv[1:3]
    source, slow = inputs.paragraphs(fixtures), []
    print(f"{'format':14}{'telex':>10}{'Python':>10}{'jq/xmllint':>12}   dispatches a second; telex to Python")
    for form in SCRIPTS:
        with tempfile.TemporaryDirectory() as folder:
            inputs.write(folder, form, source, COUNT)
            rows = commands(telex, form, folder)
            try:
                times = {name: [] for name in rows}
                for _ in range(ROUNDS):
                    for name, command in rows.items():
                        times[name].append(seconds(command))
            except subprocess.CalledProcessError as error:
                print(f"{form:14} left out: {error.cmd[0]} failed (python3-lxml installed?)")
                continue
        rate = {name: COUNT / statistics.median(values) for name, values in times.items()}
        reader = next((rate[name] for name in rate if name not in ("telex", "script")), None)
        ratio = rate["telex"] / rate["script"]
        slow += [form] if ratio < LIMIT else []
        print(f"{form:14}{rate['telex']:10.0f}{rate['script']:10.0f}{'' if reader is None else f'{reader:.0f}':>12}{ratio:9.1f}")
    if slow:
        sys.exit(f"less than {LIMIT:.0f} times the script: " + ", ".join(slow))


main()
