#!/bin/sh
# readme.sh TELEX SOURCE_DIR: the record that the README shows is the one that telex writes for the dispatch it shows.
set -eu
telex=$1
source=$2
wanted=$(mktemp)
written=$(mktemp)
trap 'rm -f "$wanted" "$written"' EXIT
sed -n '/^```json$/,/^```$/p' "$source/README.md" | sed '1d;$d' > "$wanted"
"$telex" --pretty --fields=-source < "$source/fixtures/readme/tram.txt" > "$written"
diff "$wanted" "$written"
[ "$(wc -l < "$source/README.md")" -lt 200 ] || { echo "the README has 200 lines"; exit 1; }
# The dispatch stands there too, indented.
while IFS= read -r line; do
	grep -qF "    $line" "$source/README.md" || { echo "the README lacks: $line"; exit 1; }
done < "$source/fixtures/readme/tram.txt"

# The commands of the Spanish README are those of the English one.
commands() {
	sed -n 's/^    \(telex [^ ].*\|sh .*\|tail .*\)$/\1/p' "$1" | sed 's/   *.*//; s/ *#.*//'
}
[ "$(commands "$source/README.md" | wc -l)" -ge 8 ] || { echo "the README has too few commands"; exit 1; }
commands "$source/README.md" > "$wanted"
commands "$source/README.es.md" > "$written"
diff "$wanted" "$written"
