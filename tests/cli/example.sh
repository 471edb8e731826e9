#!/bin/sh
# example.sh EXAMPLE SOURCE_DIR: the documentation's example prints what the record has.
set -eu
printed=$(mktemp)
wanted=$(mktemp)
trap 'rm -f "$printed" "$wanted"' EXIT
for name in efe/national-full-head layout/table-in-body newsmlg2/dpa; do
	text=$(ls "$2/fixtures/$name".* | grep -v '\.json$')
	"$1" < "$text" > "$printed"
	python3 - "$2/fixtures/$name.json" > "$wanted" <<'END'
import datetime, json, sys
record = json.load(open(sys.argv[1], encoding="utf-8"))
if "headline" in record: print("headline:", record["headline"])
for author in record.get("byline", {}).get("authors", []): print("author:", author["name"])
for place in record.get("dateline", {}).get("places", []): print("place:", place.get("canonical", place["name"]))
if "issued" in record:
    time = datetime.datetime.fromisoformat(record["issued"].replace("Z", "+00:00"))
    time = time if time.tzinfo else time.replace(tzinfo=datetime.timezone.utc)
    print("issued:", int(time.timestamp()), "seconds after 1970")
body = record.get("body", [])
for at in range(len(body) + 1):
    for kind in ("crosshead", "table"):
        for placed in record.get(kind + "s", []):
            if placed["before"] == at: print(kind + ":", placed["text"])
    if at < len(body): print("paragraph:", body[at])
END
	diff "$wanted" "$printed"
done
