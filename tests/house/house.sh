#!/bin/sh
# house.sh SOURCE: no function has more than 60 lines, no file of code more than 500, and each .c file opens with a comment;
# nothing stands beside the rooms that is none, and nothing but the tables of places is large.
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

# A core or a report that a test left behind is none of the house's.
if git rev-parse --git-dir > /dev/null 2>&1; then
	strangers=$(git ls-files | cut -d/ -f1 | sort -u | grep -vxE \
		'\.ci|\.dockerignore|Dockerfile|action\.yml|README\.es\.md|\.editorconfig|\.github|CHANGELOG\.md|CONTRIBUTING\.md|SECURITY\.md|\.clang-format|\.clang-tidy|\.gitignore|CMakeLists\.txt|CMakePresets\.json|LICENSE|README\.md|cmake|docs|fixtures|include|src|tests' || :)
	[ -z "$strangers" ] || { echo "not of the house: $strangers"; exit 1; }
	large=$(git ls-files -z | xargs -0 sh -c 'find "$@" -size +8192k' sh)
	[ -z "$large" ] || { echo "larger than 8 MiB: $large"; exit 1; }
fi
