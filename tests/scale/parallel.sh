#!/bin/sh
# parallel.sh TELEX SOURCE_DIR: GNU Parallel runs the shards by the commands of docs/scaling.md, one is killed half-way, the
# same command is run again.
. "$(dirname "$0")/lib.sh"
needs parallel tar seq
parallel --version 2> /dev/null | grep -q GNU || { echo "skipped: parallel is not GNU's"; exit 77; }

work=$(mktemp -d)
first=
clean_up() {
	[ -z "$first" ] || kill "$first" 2> /dev/null || :
	[ ! -e "$work/pid" ] || kill -9 "$(cat "$work/pid")" 2> /dev/null || :
	rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP
cd "$work"
HOME=$work # its own settings
export HOME

archive
hanging_telex
block "$page" parallel > command
sh command > log 2>&1 &
first=$!
kill_half_way
code=0
wait "$first" || code=$?
first=
[ "$code" -eq 1 ] || fail "exit $code with one task killed: $(cat log)"
[ ! -e part.2.ndjson ] || fail "the killed task has a part"
touch before
sh command > log 2>&1 || fail "exit $? of the second run: $(cat log)"
[ "$(find . -name 'part.*' -newer before)" = ./part.2.ndjson ] || fail "parts that were whole were made again"
parts_are_the_whole
