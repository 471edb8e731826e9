#!/bin/sh
# demo.sh NINJA BUILD: after the target `demo` alone everything is built that `cmake --install` installs.  (That what is installed
# works is package/install.)  The build is asked which files it makes and by which commands; nothing is built.
set -eu
ninja=$1 build=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$build"

# What is installed out of the build folder.
find . -name cmake_install.cmake -exec grep -oh "\"$build/[^\"]*\"" {} + | tr -d '"' | sed "s|^$build/||" | sort -u > "$work/installed"
# Of these the files that a rule of the build makes; the others are there after cmake.
"$ninja" -t targets all | sed 's/: [^:]*$//' | sort -u > "$work/made"
comm -12 "$work/installed" "$work/made" > "$work/needed"
[ "$(wc -l < "$work/needed")" -ge 7 ] || { echo "installs only:"; cat "$work/needed"; exit 1; }

# missing TARGET: what is needed and not there after the target alone: its command, the last of those that lead to it, is not run.
missing() {
	"$ninja" -t commands "$1" > "$work/commands"
	while read -r file; do
		"$ninja" -t commands "$file" | tail -n 1 > "$work/command"
		grep -qxF -f "$work/command" "$work/commands" || echo "$file"
	done < "$work/needed"
}

left=$(missing demo)
[ -z "$left" ] || { echo "not built by demo, but installed:" "$left"; exit 1; }
missing telex_cli | grep -q 'libtelex\.a' || { echo "what a target lacks is not found"; exit 1; }
