#!/bin/sh
# demo.sh TELEX FIXTURES OUTPUT: convert every fixture, then show one record and one view.
set -u
telex=$1 fixtures=$2 output=$3

find "$fixtures" -name '*.txt' | LC_ALL=C sort | xargs "$telex" >"$output" 2>"$output.errors"
case $? in
0 | 1 | 123) ;; # some fixtures are there to be refused
*) cat "$output.errors" >&2; exit 1 ;;
esac
printf '%s fixtures, %s records in %s\n' \
	"$(find "$fixtures" -name '*.txt' | wc -l)" "$(wc -l <"$output")" "$output"

dispatch=$fixtures/efe/urgente.txt
printf '\n--- %s\n\n' "$dispatch"
cat "$dispatch"
printf '\n--- telex --pretty %s\n\n' "$dispatch"
"$telex" --pretty "$dispatch" || exit 1
printf '\n--- telex --to view %s\n\n' "$dispatch"
"$telex" --to view "$dispatch"
