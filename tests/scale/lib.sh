# What the tests of docs/scaling.md have at hand: an archive, a task that hangs half-way, the join of the parts.
#   NAME.sh TELEX SOURCE_DIR
# The task hangs because its names come by a pipe that stays open; so there is no luck in when it is killed.
set -eu
telex=$1
source=$2
. "$source/tests/docs/blocks.sh"
page=$source/docs/scaling.md

fail() {
	echo "FAILED: $*" >&2
	exit 1
}

# needs COMMAND...: the test is skipped where one is not installed.
needs() {
	for command; do
		command -v "$command" > /dev/null || { echo "skipped: no $command"; exit 77; }
	done
}

# until_true SECONDS COMMAND...: wait until the command says yes.
until_true() {
	tries=$(($1 * 20))
	shift
	until "$@" > /dev/null 2>&1; do
		tries=$((tries - 1))
		[ "$tries" -gt 0 ] || fail "waited too long for: $*"
		sleep 0.05
	done
}

# archive: some thousand dispatches in folders by month, streams of several among them, and a tar.
archive() {
	for month in $(seq 48); do
		folder=archive/$((2019 + month / 12))/$(printf %02d $((month % 12 + 1)))
		mkdir -p "$folder"
		cp "$source"/fixtures/efe/*.txt "$source"/fixtures/agency/*.txt "$folder"
		for again in 1 2 3 4 5 6; do
			cat "$source/fixtures/stream/iptc7901-several.txt"
		done > "$folder/feed.txt"
	done
	tar -czf archive/older.tar.gz --sort=name archive/2019
	"$telex" -o whole.ndjson archive/
	[ "$(wc -l < whole.ndjson)" -gt 4000 ] || fail "a small archive"
}

# hanging_telex: put hanging_telex.sh first in PATH, as the telex of the tasks.
hanging_telex() {
	mkfifo names
	mkdir bin
	ln -s "$source/tests/scale/hanging_telex.sh" bin/telex
	REAL_TELEX=$telex WORK=$PWD PATH=$PWD/bin:$PATH
	export REAL_TELEX WORK PATH
}

journal_has_an_entry() {
	[ "$(wc -l < part.2.ndjson.part.journal)" -gt 1 ]
}

# kill_half_way: feed the task that hangs half of the names; when it has converted some of them, kill it.
kill_half_way() {
	find archive/ -type f | LC_ALL=C sort > files
	head -n $(($(wc -l < files) / 2)) files > half
	exec 4<> names # both ways: it waits for nobody
	timeout 20 cat half >&4 || fail "the task took no names"
	until_true 20 journal_has_an_entry
	kill -9 "$(cat pid)"
	exec 4>&-
	[ ! -e part.2.ndjson ] || fail "half a part has its name"
	[ "$(wc -l < part.2.ndjson.part)" -gt 0 ] || fail "nothing was converted before the kill"
	# What has been converted is not read again: it would be missed.
	: > "$(head -n 1 part.2.ndjson.part | cut -d '"' -f 10)"
}

# parts_are_the_whole: joined in both ways they are the single run's records, each once.
parts_are_the_whole() {
	N=8
	eval "$(block "$page" join)"
	LC_ALL=C sort whole.ndjson > want
	LC_ALL=C sort records.ndjson > got
	cmp want got || fail "joined, the parts are not the whole"
	eval "$(block "$page" join-sorted)"
	cmp whole.ndjson records.ndjson || fail "sorted, the parts are not the whole in its order"
	[ "$(ls part.*)" = "$(seq -f 'part.%g.ndjson' $N)" ] || fail "something is left: $(ls part.*)"
	for part in part.*.ndjson; do
		[ "$(wc -l < "$part")" -gt 300 ] || fail "next to nothing in $part"
	done
}
