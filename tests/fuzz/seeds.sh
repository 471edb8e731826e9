#!/bin/sh
# seeds.sh FIXTURES SEEDS EXTENSION…: the fixtures named so, each behind two bytes 0 (no options,
# fed at once, recognised by its bytes).
set -eu
fixtures=$1
seeds=$2
shift 2
mkdir -p "$seeds"
for extension in "$@"; do
	find "$fixtures" -name "*.$extension" | while read -r fixture; do
		name=$(printf '%s' "${fixture#"$fixtures"/}" | tr / -)
		{ printf '\000\000'; cat "$fixture"; } >"$seeds/$name"
	done
done
