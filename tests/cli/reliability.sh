# Cases of what stays when a run is stopped, short of memory, or given less than a program is given.

case_stopped_live_feed() {
	mkfifo feed
	"$telex" -o live.ndjson < feed 2> err &
	process=$!
	exec 3> feed
	for number in 1 2 3 4 5 6 7; do
		printf '\001efs00%s 4 pol 100 Uno\r\n\002' "$number" >&3
		dispatch "ley $number" >&3
		printf '\003\004' >&3
	done
	printf '\001efs008 4 pol 100 Uno\r\n\002Cortado' >&3
	while ! [ -s live.ndjson.part ]; do sleep 0.01; done
	kill -TERM "$process"
	code=0
	wait "$process" || code=$?
	exec 3>&-
	[ "$code" -eq 143 ] || fail "exit $code: $(cat err)"
	lines live.ndjson 7
	says err 'telex: live.ndjson: stopped; it holds what was whole'
	says err 'telex: <stdin>: stopped inside a dispatch, which is left out'
	[ "$(ls live.ndjson*)" = live.ndjson ] || fail "$(ls live.ndjson*)"
}

case_stopped_live_feed_into_a_folder() {
	mkfifo feed
	"$telex" -o live/ < feed 2> err &
	process=$!
	exec 3> feed
	printf '\001efs001 4 pol 100 Uno\r\n\002' >&3
	dispatch uno >&3
	printf '\003\004\001efs002 4 pol' >&3
	sleep 0.2
	kill -TERM "$process"
	code=0
	wait "$process" || code=$?
	exec 3>&-
	[ "$code" -eq 143 ] || fail "exit $code: $(cat err)"
	lines live/stdin.json 1
	says err 'telex: live/: not finished; --resume goes on'
}

# Two live feeds and a folder, stopped in the first feed: the second one was read as well.
case_stopped_among_feeds() {
	mkfifo feed other
	"$telex" -j 3 -o all.ndjson feed other 2> err &
	process=$!
	exec 3> feed 4> other
	for to in 3 4; do
		printf '\001efs00%s 4 pol 100 Uno\r\n\002' "$to" >&$to
		dispatch "ley $to" >&$to
		printf '\003\004\001' >&$to
	done
	while ! [ -s all.ndjson.part ]; do sleep 0.01; done
	sleep 0.2
	kill -TERM "$process"
	code=0
	wait "$process" || code=$?
	exec 3>&- 4>&-
	[ "$code" -eq 143 ] || fail "exit $code: $(cat err)"
	lines all.ndjson 2
}

# Files that were whole before the signal are kept, though the batch that they were in was not done.
case_stopped_in_a_batch() {
	many wire 20
	mkfifo feed
	"$telex" -j 1 -o all.ndjson wire feed 2> err &
	process=$!
	exec 3> feed
	while ! [ -s all.ndjson.part ]; do sleep 0.01; done
	kill -TERM "$process"
	code=0
	wait "$process" || code=$?
	exec 3>&-
	[ "$code" -eq 143 ] || fail "exit $code: $(cat err)"
	says err 'telex: all.ndjson: not finished; what is whole is in all.ndjson.part, and --resume goes on from there'
	lines all.ndjson.part 20
	[ "$(wc -l < all.ndjson.part.journal)" -ge 2 ] || fail "an empty journal"
	rm -r feed wire/*
	for number in $(seq 0 19); do : > "wire/$number.txt"; done
	dispatch ultimo > feed
	expect 0 "$telex" --resume -o all.ndjson wire feed
	lines all.ndjson 21
}

# The names are given one after the other: what fails, or is killed, in between is not done twice.
case_errors_and_records_go_on_together() {
	many wire 20
	: > wire/3.txt
	printf '\211PNG\r\n\032\n' > wire/5.txt
	dispatch ultimo > feed
	code=0
	"$telex" -o want.ndjson --errors want.errors wire feed 2> /dev/null || code=$?
	[ "$code" -eq 1 ] || fail "exit $code"
	rm feed
	mkfifo feed
	"$telex" -o all.ndjson --errors failed.ndjson wire feed 2> err &
	process=$!
	exec 3> feed
	mkdir all.ndjson
	dispatch ultimo >&3
	exec 3>&-
	code=0
	wait "$process" || code=$?
	[ "$code" -eq 3 ] || fail "exit $code: $(cat err)"
	says err 'telex: all.ndjson: not replaced, it was made or changed during the run; '
	cmp want.errors failed.ndjson || fail "the errors are not whole"
	rmdir all.ndjson
	rm feed
	dispatch ultimo > feed
	expect 1 "$telex" --resume -o all.ndjson --errors failed.ndjson wire feed
	[ ! -s err ] || fail "done again: $(cat err)"
	cmp want.ndjson all.ndjson || fail "other records"
	cmp want.errors failed.ndjson || fail "other errors"
	[ -z "$(find . -name '*.part*')" ] || fail "something is left"
}

# A run does not go on with what another one has begun.
case_resume_with_other_options() {
	many wire 200
	code=0
	(ulimit -f 60 && "$telex" -o all.ndjson wire) 2> err || code=$?
	[ "$code" -eq 3 ] || fail "exit $code"
	cp all.ndjson.part part
	for option in --fields=headline --pretty --max-ratio=7 --strict '--errors failed.ndjson' '--check --format-errors=json'; do
		# shellcheck disable=SC2086
		expect 2 "$telex" --resume -o all.ndjson $option wire
		says err 'these are not the options of the run that was cut off'
		cmp part all.ndjson.part || fail "$option: what was kept is gone"
	done
	expect 0 "$telex" --resume -j 2 -v --summary -o all.ndjson wire
	"$telex" wire | cmp - all.ndjson || fail "another output"
}

case_closed_descriptors() {
	dispatch uno > a
	: > empty
	code=0
	timeout 10 "$telex" <&- > out 2> err || code=$?
	[ "$code" -eq 1 ] || fail "exit $code without standard input"
	says err 'telex: <stdin>: cannot read: Bad file descriptor'
	"$telex" a <&- > out || fail "exit $? of a file without standard input"
	lines out 1
	code=0
	"$telex" a <&- >&- 2> err || code=$?
	[ "$code" -eq 3 ] || fail "exit $code without standard output"
	says err 'telex: standard output: cannot write: Bad file descriptor'
	code=0
	"$telex" --help >&- 2> err || code=$?
	[ "$code" -eq 3 ] || fail "exit $code of the help"
	code=0
	"$telex" -o all.ndjson --errors failed.ndjson a empty none <&- >&- 2>&- || code=$?
	[ "$code" -eq 1 ] || fail "exit $code without any of the three"
	lines all.ndjson 1
	lines failed.ndjson 2
	python3 -c 'import json; [json.loads(line) for line in open("failed.ndjson")]' || fail "$(cat failed.ndjson)"
}

# Whatever memory there is: all, or a message and nothing under the final name.
case_short_of_memory() {
	(ulimit -v 4000000 && "$telex" --version > /dev/null 2>&1) || skip "needs more memory than may be limited"
	many wire 30
	cat wire/*.txt wire/*.txt wire/*.txt wire/*.txt wire/*.txt wire/*.txt wire/*.txt wire/*.txt > large
	cat large large large large large large large large > wire/larger
	"$telex" -j 1 wire > want 2> /dev/null
	least=10000
	while ! (ulimit -v "$least" && "$telex" --version > /dev/null 2>&1); do least=$((least + 1000)); done
	for limit in $(seq "$least" 300 "$((least + 12000))") 400000; do
		rm -f all.ndjson*
		code=0
		(ulimit -v "$limit" && exec "$telex" -j 1 -o all.ndjson wire) 2> err || code=$?
		if [ "$code" -eq 0 ]; then
			cmp want all.ndjson || fail "another output with $limit KiB"
		else
			short=yes
			[ "$code" -lt 128 ] && [ -s err ] || fail "exit $code with $limit KiB, $(cat err)"
			[ ! -e all.ndjson ] || fail "an output with $limit KiB, exit $code: $(cat err)"
		fi
	done
	[ "$code" -eq 0 ] && [ -n "${short-}" ] || fail "exit $code with $limit KiB, never short: ${short-no}"
}
