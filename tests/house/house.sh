#!/bin/sh
# house.sh SOURCE: no function has more than 60 lines, no file of code more than 500, and each .c file opens with a comment.
set -eu
cd "$1"
rules=tests/house/house.awk

# The rules must be able to fail: a function of 60 lines is let be, one of 61 is not, nor is a file without its comment.
sample=$(mktemp -d)
trap 'rm -rf "$sample"' EXIT
function() {
	echo "static int $1(void)"
	echo "{"
	i=3
	while [ $i -lt "$2" ]; do echo "	step();"; i=$((i + 1)); done
	echo "}"
}
{ echo "/* A sample. */"; function short 60; function long 61; } > "$sample/a.c"
function bare 3 > "$sample/b.c"
found=$(awk -v most=60 -f "$rules" "$sample/a.c" "$sample/b.c" | sed 's/^.*:[0-9]*: //')
[ "$found" = "61 lines: static int long(void)
does not open with a comment" ] || { echo "the rules do not hold: $found"; exit 1; }

files() {
	find src include tests docs -type f "$@" | sort
}
faults=$(
	files '(' -name '*.c' -o -name '*.h' ')' | xargs awk -v most=60 -f "$rules"
	files '(' -name '*.c' -o -name '*.h' -o -name '*.def' -o -name '*.sh' -o -name '*.py' -o -name '*.awk' \
		-o -name CMakeLists.txt ')' |
		xargs awk 'FNR == 501 { print FILENAME ": more than 500 lines" }'
)
[ -z "$faults" ] || { echo "$faults"; exit 1; }
