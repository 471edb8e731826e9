#!/bin/sh
# exports.sh NM LIBRARY HEADERS: the library exports what the headers of the folder declare and nothing else.
set -u
symbols=$("$1" -D --defined-only "$2" | awk '{ print $NF }') || exit 1
# A build that counts coverage has the names of gcov in it.
wrong=$(printf '%s\n' "$symbols" | grep -vE '^(telex_|__gcov_|mangle_path$)')
count=$(printf '%s\n' "$symbols" | grep -c '^telex_')
if [ -n "$wrong" ]; then
	printf 'exported, but not telex_*:\n%s\n' "$wrong"
	exit 1
fi
declared=$(cat "$3"/*.h | grep -c '^TELEX_API')
printf '%s symbols exported, %s declared\n' "$count" "$declared"
[ "$count" -eq "$declared" ]
