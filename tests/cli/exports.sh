#!/bin/sh
# exports.sh NM LIBRARY HEADER: the library exports what the header declares and nothing else.
set -u
symbols=$("$1" -D --defined-only "$2" | awk '{ print $NF }') || exit 1
wrong=$(printf '%s\n' "$symbols" | grep -v '^telex_')
count=$(printf '%s\n' "$symbols" | grep -c '^telex_')
if [ -n "$wrong" ]; then
	printf 'exported, but not telex_*:\n%s\n' "$wrong"
	exit 1
fi
declared=$(grep -c '^TELEX_API' "$3")
printf '%s symbols exported, %s declared\n' "$count" "$declared"
[ "$count" -eq "$declared" ]
