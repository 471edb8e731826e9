#!/bin/sh
# seeds.sh FIXTURES SEEDS: every fixture behind a byte 0 (no options, fed at once).
set -eu
mkdir -p "$2"
find "$1" -name '*.txt' | while read -r fixture; do
	name=$(printf '%s' "${fixture#"$1"/}" | tr / -)
	{ printf '\000'; cat "$fixture"; } >"$2/$name"
done
