#!/bin/sh
# tables.sh DATA PLACES SUBJECTS ZONES WORDS: the programs of the build that pack the tables say what is wrong with one,
# and where, and write nothing.
set -eu
all=$1 places=$2 subjects=$3 zones=$4 words=$5
work=$(mktemp -d)
data=$(mktemp -d)
trap 'rm -rf "$work" "$data"' EXIT
failed=0

# Few places, and what the other tables say of them, so that each run is short.
tab=$(printf '\t')
cp "$all"/*.tsv "$data"
awk -F"$tab" 'NR == FNR { ids[$3]; next } FNR <= 300 || $1 in ids' "$all/ap_standalone.tsv" "$all/places.tsv" > "$data/places.tsv"
awk -F"$tab" 'NR == FNR { ids[$1]; next } FNR == 1 || $4 in ids' "$data/places.tsv" "$all/exonyms.tsv" > "$data/exonyms.tsv"
awk -F"$tab" 'NR == FNR { ids[$1]; next } FNR == 1 || $1 in ids || FNR < 5' "$data/places.tsv" "$all/canonical.tsv" > "$data/canonical.tsv"

# refuse PROGRAM TABLE EDIT MESSAGE: with that awk program run over the table, the program fails with that message.
refuse() {
	cp "$data"/*.tsv "$work"
	awk -F'\t' -v OFS='\t' "$3" "$data/$2.tsv" > "$work/$2.tsv"
	if "$1" "$work" "$work/out" > /dev/null 2> "$work/err"; then
		echo "$2: taken, after $3"
		failed=1
	elif ! grep -qF -- "$4" "$work/err" || [ -e "$work/out" ]; then
		echo "$2: after $3: $(head -c 200 "$work/err")"
		failed=1
	fi
	rm -f "$work/out"
}

for table in places admin regions countries exonyms canonical ap_standalone; do
	refuse "$places" $table '{ print; if (NR == 3) print $1 }' "$table.tsv:4: 1 fields, not "
	refuse "$places" $table 'NR == 1 { for (i = 1; i <= NF; i++) $i = "x" i } { print }' "$table.tsv: no column "
done
refuse "$places" admin 'NR == 1 { for (i = 0; i < 70; i++) $(NF + 1) = i } { print }' 'admin.tsv: more than '
refuse "$places" places 'NR == 5 { $1 = "x" } { print }' 'places.tsv:5: geonameid is not a number'
refuse "$places" places 'NR == 5 { $18 = "1.5" } { print }' 'places.tsv:5: lat has not five decimals'
refuse "$places" places 'NR == 5 { $19 = "1.12345x" } { print }' 'places.tsv:5: lon has not five decimals'
refuse "$places" places 'NR == 5 { $16 = "123456789012345678901234567890" } { print }' 'code of the area is too long'
refuse "$places" places '{ print } NR == 5 { print }' 'places.tsv:6: a place that was there before'
refuse "$places" countries 'NR == 5 { $1 = "a" } { print }' "'a' is no code of a country"
refuse "$places" exonyms 'NR == 3 { $4 = "1" } { print }' "exonyms.tsv:3: no place '1'"
refuse "$places" ap_standalone 'NR == 3 { $3 = "1" } { print }' "ap_standalone.tsv:3: no place '1'"
refuse "$subjects" subjects 'NR == 3 { $2 = "Subject" } { print }' 'subjects.tsv:3: the level is not that of the code'
refuse "$subjects" subjects 'NR == 3 { next } { print } NR == 4 { print }' 'subjects.tsv:4: codes must rise'
refuse "$subjects" subjects 'NR == 3 { $1 = "x" } { print }' 'subjects.tsv:3: code is not a number'
refuse "$subjects" medtops 'NR == 3 { next } { print }' 'medtops.tsv:3: not the next code'
refuse "$subjects" medtops 'NR < 8 { print }' 'medtops.tsv: 6 topics'
refuse "$subjects" medtops 'NR == 3 { $2 = "a \"b\"" } { print }' 'a quote in'
refuse "$zones" zones 'NR == 3 { $2 = "0000" } { print }' 'zones.tsv:3: '
refuse "$zones" zones 'NR == 3 { $4 = "" } { print }' 'zones.tsv:3: '
refuse "$zones" zones 'NR == 3 { $3 = "x" } { print }' 'zones.tsv:3: '
for rule in 'EST5EDT' 'EST5EDT,X3.2.0,M11.1.0' 'EST5EDT,M13.1.0,M11.1.0' 'EST5EDT,M3.0.0,M11.1.0' 'EST5EDT,M3.2.7,M11.1.0' \
	'EST5EDT,M3.2.0,M11.1.0,x' 'EST5EDT,M3.2.0' 'EST5;' 'EST' '<+03'; do
	refuse "$zones" zones "NR == 3 { \$4 = \"$rule\" } { print }" 'zones.tsv:3: '
done
refuse "$zones" zones 'NR == 3 { $3 = "197101010000" } { print }' 'zones.tsv:3: no sign before an offset'
refuse "$zones" zones 'NR == 3 { $3 = "197013010000+0100" } { print }' 'zones.tsv:3: no such day'
refuse "$zones" zones 'NR == 3 { $3 = "197501010000+0100 197401010000+0000" } { print }' 'zones.tsv:3: changes must follow'
refuse "$zones" zones '{ print } NR == 3 { print }' 'zones.tsv:4: '

# usage PROGRAM ARGUMENT...: it is said how the program is called, or what it cannot open or write.
usage() {
	wanted=$1
	shift
	if "$@" > /dev/null 2> "$work/err" || ! grep -qF -- "$wanted" "$work/err"; then
		echo "$*: $(head -c 200 "$work/err")"
		failed=1
	fi
}
usage 'usage: pack_places [--array] FOLDER OUT' "$places" "$data"
usage 'usage: pack_subjects FOLDER OUT' "$subjects"
usage 'usage: pack_zones FOLDER OUT' "$zones" a b c
usage 'pack_words OUT' "$words"
for program in "$places" "$subjects" "$zones"; do
	usage 'cannot open' "$program" "$work/nowhere" "$work/out"
	usage 'cannot write' "$program" "$data" "$work/nowhere/out"
done
usage 'cannot write' "$words" "$work/nowhere/out"

# As an array of C it is the same blob.
"$places" "$data" "$work/blob"
"$places" --array "$data" "$work/array.c"
grep -oE '[0-9]+,' "$work/array.c" | tr -d ',' > "$work/array"
od -An -v -tu1 -w1 "$work/blob" | tr -d ' ' | cmp -s - "$work/array" || { echo "the array is not the blob"; failed=1; }
exit $failed
