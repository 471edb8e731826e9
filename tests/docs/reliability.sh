#!/bin/sh
# reliability.sh FILE CTEST BUILD_DIR: each test that the file names is there.
set -eu
names=$(mktemp)
trap 'rm -f "$names"' EXIT
"$2" --test-dir "$3" -N | sed -n 's/^ *Test *#[0-9]*: //p' | sort > "$names"
count=0
for name in $(sed -n 's/^|.*| \(.*\) |$/\1/p' "$1" | grep -o '`[a-z]*/[a-z0-9_/-]*`' | tr -d '`'); do
	grep -qxF "$name" "$names" || { echo "$1: no test $name"; exit 1; }
	count=$((count + 1))
done
[ "$count" -gt 0 ] || { echo "$1: names no test"; exit 1; }
