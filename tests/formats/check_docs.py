#!/usr/bin/env python3
"""check_docs.py TELEX SOURCE [--write]: hold docs/formats.md, README.md and fixtures/README.md against the program.

The tables of mappings must have the rows of the tables in src/reader, no more and no fewer; the table of recognition shows for
each format the least that tells it, which is fed to telex.  README.md and docs/formats.md name every format, fixtures/README.md
every folder of fixtures and no other.  With --write the tables of mappings are written anew.
"""
import json
import os
import re
import subprocess
import sys

MARK = "<!-- table: {} -->"
FILES = {
    "nitf": "xml/nitf.c", "newsml1": "xml/newsml1.c", "newsmlg2": "xml/newsmlg2.c", "rcv1": "xml/rcv1.c", "rbnews": "xml/rbnews.c",
    "rss and atom": "xml/feeds.c", "ninjs": "json/property_names.def", "reuters21578": "sgml/reuters21578.c", "trec": "sgml/trec.c",
    "gigaword": "sgml/gigaword.c", "zczc": "control/zczc.c", "anpa versions": "control/anpa_keyword.c", "mail": "mail/mail.c",
    "markup": "elements.c", "vendors": "../agency/vendor_terms.c",
}


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def field_keys(source):
    """The record's key for each name of the vocabulary."""
    rows = read(os.path.join(source, "src/core/record_keys.def")).split("TABLE(source", 1)[1]
    notes = re.findall(r"^NOTE\((\w+),", read(os.path.join(source, "src/core/note_kinds.def")), re.M)
    keys = {f"TX_FIELD_{field}": key for field, key in re.findall(r"(?:COPIED|READ)\((\w+), ([\w.]+)\)", rows)}
    for field, other, key in re.findall(r"READ_BOTH\((\w+), (\w+), (\w+)\)", rows):
        keys |= {f"TX_FIELD_{field}": key, f"TX_FIELD_{other}": key}
    return keys | {f"TX_FIELD_NOTE_{kind}": "notes" for kind in notes}


def code_of(path):
    """The file without comments, on one line."""
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", read(path), flags=re.S))


def says(what, keys, functions):
    """What a rule does, in the words of the table."""
    if what in keys:
        return f"`{keys[what]}`"
    return functions.get(what, what)


# What the formats' own functions and the engine's actions do, for people.
WORDS = {
    "TX_XML_ITEM": "a dispatch", "TX_XML_COPY": "the copy", "TX_XML_DATA": "the copy, in whatever form", "TX_XML_SKIP": "not read",
    "TX_FIELD__COUNT": "nothing",
}


def designated_rows(code):
    """The rows of tables with designated initialisers, as dictionaries."""
    for row in re.findall(r'\{(\.element = "[^{}]*)\}', code):
        yield {name: value.strip('"') for name, value in re.findall(r'\.(\w+) = ("[^"]*"|[\w()]+)', row)}


def xml_rows(code, keys):
    for row in designated_rows(code):
        name = row["element"] + (f"@{row['attribute']}" if "attribute" in row else "") + (f"[{row['when']}]" if "when" in row else "")
        function = row.get("begin") or row.get("end")
        yield name, take_words(function) if function else says(row.get("area") or row.get("field"), keys, WORDS)


def sgml_rows(code, keys):
    lists = dict(re.findall(r'\{"([A-Z]+)", (TX_FIELD_\w+), "', code))
    for row in designated_rows(code):
        if row["element"] in lists:
            row["field"] = lists[row["element"]]
        yield row["element"], take_words(row["take"]) if row["field"] == "TX_FIELD__COUNT" else says(row["field"], keys, WORDS)


# How the document shows where a vendor's word is used.
PLACES = {
    "TX_VENDOR_NITF_META": "meta[name={}]@content", "TX_VENDOR_NITF_CLASSIFIER": "classifier[type={}]@value",
    "TX_VENDOR_NEWSML1_PROPERTY": "Property[FormalName={}]@Value", "TX_VENDOR_NEWSML1_SCHEME": "Subject[Vocabulary={}]@FormalName",
    "TX_VENDOR_G2_NOTE": "edNote[role={}]", "TX_VENDOR_G2_SCHEME": "subject[qcode={}:]",
    "TX_VENDOR_JSON_CATEGORY": "categories[type={}]",
}


def vendor_rows(code, keys):
    for place, word, field in re.findall(r'\{(TX_VENDOR_\w+), "([^"]+)", (TX_FIELD_\w+), \d+\}', code):
        yield PLACES[place].format(word), says(field, keys, WORDS)


# Files whose functions the formats' own call.
SHARED = ["xml/quirks.c", "xml/rules.c", "sgml/document.c", "sgml/copy.c", "sgml/wire.c", "control/anpa_keyword.c", "control/anpa_header.c"]
# Functions that take the field from the table of vendors.
BY_TABLE = {"tx_xml_state_term": "as the vendor's word says"}
# What functions do that name no field themselves.
DOES = {
    "tx_sgml_enter": "the elements inside", "tx_sgml_enter_header": "the elements inside", "tx_sgml_drop": "not read",
    "take_text": "the copy", "tx_sgml_take_text": "the copy", "take_lead": "the copy", "take_preamble": "the copy", "begin_package": "not a dispatch", "take_class": "a dispatch, if it is text",
    "take_type": "a dispatch, if it is text", "begin_assert": "the entries with its code", "take_asserted_name": "the entries with its code",
    "take_location_part": "`places`", "begin_country": "`places`", "take_caption": "`media`", "take_producer": "`media`",
    "take_note": "`notes`, `signoff`", "take_line_text": "`slug`, `notes`", "begin_category": "scheme of `subjects`", "take_entry": "the copy", "begin_component": "a dispatch of another language, or the same content once more",
    "take_code": "`subjects`, `places`",
    "take_media": "`media`", "begin_media": "`media`", "take_media_text": "`media`", "take_media_credit": "`media`", "take_media_type": "`media`", "begin_location": "`places`", "take_name": "`places`", "begin_main_concept": "`subjects`", "take_subject_name": "`subjects`",
}


def functions_of(path):
    """The bodies of a file's functions by name, and its tables of rows by name."""
    code = re.sub(r"/\*.*?\*/", "", read(path), flags=re.S)
    found = re.findall(r"^[\w *]*?(\w+)\([^;{}]*\)\n\{\n(.*?)^\}", code, flags=re.S | re.M)
    tables = re.findall(r"^(?:static const [^;={]*?|\} )(\w+)\[\] =\s*\{(.*?)\};", code, flags=re.S | re.M)
    return dict(found + [(table, rows) for table, rows in tables if ".element" not in rows])


def fields_in(function, functions, seen):
    """The fields that a function, what it calls and the tables that it reads name, in their order."""
    if function in seen or function not in functions:
        return []
    seen.add(function)
    fields = []
    for name in re.findall(r"TX_FIELD_\w+|\w+(?=[(\[])", functions[function]):
        fields += [name] if name.startswith("TX_FIELD_") else fields_in(name, functions, seen)
    return fields


def take_words(function):
    """The keys that a rule's function may state."""
    keys = field_keys(SOURCE)
    found = [f"`{keys[field]}`" for field in fields_in(function, FUNCTIONS, set()) if field in keys]
    words = list(dict.fromkeys(found)) + [text for name, text in BY_TABLE.items() if name in FUNCTIONS.get(function, "")]
    return ", ".join(words) or DOES.get(function) or exit(f"check_docs.py does not know what {function} does")


FUNCTIONS, SOURCE = {}, "."


def learn_functions(name, source):
    """Read the functions of a format's file and of those that all formats share."""
    global SOURCE
    SOURCE = source
    FUNCTIONS.clear()
    for path in SHARED + [FILES[name]]:
        FUNCTIONS.update(functions_of(os.path.join(source, "src/reader", path)))


def rows_of(name, source, keys):
    learn_functions(name, source)
    code = code_of(os.path.join(source, "src/reader", FILES[name]))
    if name == "markup":
        return sorted((element, kind.lower()) for element, kind in re.findall(r'\{"([^"]+)", TX_MARKUP_(\w+),', code)
                      if kind != "INLINE")
    if name == "anpa versions":
        return sorted((word, f"{says(field, keys, WORDS)} ({field.split('_')[-1].lower()})" + ("" if status == "NULL" else ", `status`"))
                      for word, field, status in re.findall(r'\{"([a-z ]+)", (TX_FIELD_NOTE_\w+), (NULL|"\w+"), \w+, \w+\}', code))
    if name == "mail":
        return sorted((header, says(field, keys, WORDS)) for header, field in
                      re.findall(r'\{"([A-Za-z-]+)", state_\w+, (TX_FIELD_\w+), \d+, \w+\}', code))
    if name == "ninjs":
        return sorted((key, {"body": "the copy", "nothing": "not read"}.get(take) or says(field, keys, WORDS)) for key, take, field in
                      re.findall(r'\{"(\w+)", tx_take_(\w+), (TX_FIELD_\w+), \d+\}', code))
    if name == "zczc":
        return sorted((sign, " / ".join(says(field.replace("NOTHING", "TX_FIELD__COUNT").strip(), keys, WORDS) for field in fields.split(",")))
                      for sign, fields in re.findall(r"\{'(.)', \{([^}]+)\}\}", code))
    if name == "vendors":
        return sorted(set(vendor_rows(code, keys)))
    if FILES[name].startswith("sgml/"):
        return sorted(set(sgml_rows(code, keys)))
    return sorted(set(xml_rows(code, keys)))


def table_text(rows):
    return "| in the format | in the record |\n|---|---|\n" + "".join(f"| `{a}` | {b} |\n" for a, b in rows)


def split_doc(text):
    """The documents' tables by name: {name: (start, end)} of the text behind each mark."""
    places = {}
    for match in re.finditer(r"<!-- table: ([^>]+) -->\n\n?((?:\|.*\n)*)", text):
        places[match.group(1)] = match
    return places


def check_recognition(telex, text):
    faults, count = [], 0
    for format_name, sample in re.findall(r"^\| `(\w+)` \| .* \| `([^`]+)` \|$", text, flags=re.M):
        count += 1
        source = sample.replace("\\|", "|").encode().decode("unicode_escape").encode("latin-1")
        run = subprocess.run([telex], input=source, capture_output=True, check=False)
        got = [json.loads(line)["source"]["format"] for line in run.stdout.splitlines()]
        if got != [format_name]:
            faults.append(f"{format_name}: {sample} is taken for {got or run.stderr.decode().strip()}")
    return faults if count >= 15 else faults + [f"only {count} formats in the table of recognition"]


def check_names(telex, source):
    """Every format that --list-formats lists stands in the two documents for people."""
    listed = subprocess.run([telex, "--list-formats"], capture_output=True, check=True, text=True).stdout
    names = [line.split()[0] for line in listed.splitlines() if line.strip()]
    return [f"{path} does not name the format {name}" for path in ("docs/formats.md", "README.md")
            for name in names if name != "auto" and f"`{name}`" not in read(os.path.join(source, path))]


def check_folders(source):
    """The table of fixtures/README.md names the folders that are there."""
    fixtures = os.path.join(source, "fixtures")
    named = re.findall(r"^\| `([\w-]+)` \|", read(os.path.join(fixtures, "README.md")), flags=re.M)
    there = [name for name in os.listdir(fixtures) if os.path.isdir(os.path.join(fixtures, name))]
    faults = [f"fixtures/README.md does not name {name}" for name in sorted(set(there) - set(named))]
    faults += [f"fixtures/README.md names {name}, which is not there" for name in sorted(set(named) - set(there))]
    return faults + ([] if len(named) == len(set(named)) else ["fixtures/README.md names a folder twice"])


def main():
    telex, source = sys.argv[1:3]
    path = os.path.join(source, "docs/formats.md")
    text, keys, faults = read(path), field_keys(source), []
    for name in FILES:
        rows, place = rows_of(name, source, keys), split_doc(text).get(name)
        if len(rows) < 4:
            faults.append(f"{name}: only {len(rows)} rows are read from the source")
        elif place is None:
            faults.append(f"docs/formats.md has no table: {name}")
        elif "--write" in sys.argv:
            text = text[:place.start()] + MARK.format(name) + "\n\n" + table_text(rows) + text[place.end():]
        else:
            stated = set(place.group(2).splitlines()[2:])
            wanted = set(table_text(rows).splitlines()[2:])
            faults += [f"{name}: the document lacks {row}" for row in sorted(wanted - stated)]
            faults += [f"{name}: the source lacks {row}" for row in sorted(stated - wanted)]
    if "--write" in sys.argv:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    faults += check_recognition(telex, text) + check_names(telex, source) + check_folders(source)
    print("\n".join(faults) or "the documents say what the program does")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
