# Cases of where records go: files, folders that mirror the sources, runs that are cut off.

case_mirror() {
	tree
	mkdir other
	dispatch fuera > other/x.txt
	(cd wire && "$telex" -o ../mirror/ . ../other) > out || fail "exit $?"
	(cd mirror && find . -type f | sort) > names
	cat > want <<-END
		./%2E%2E/other/x.txt.json
		./2023/two.txt.ndjson
		./2024/01/a.txt.json
		./2024/01/b.txt.json
		./2024/02/c.txt.json
	END
	cmp names want || fail "$(cat names)"
	lines mirror/2023/two.txt.ndjson 2
	lines mirror/2024/01/a.txt.json 1
	[ ! -s out ] || fail "records on standard output"
	dispatch dos > wire/2023/two.txt
	(cd wire && "$telex" -o ../mirror/ 2023)
	[ "$(ls mirror/2023)" = two.txt.json ] || fail "$(ls mirror/2023)"
}

case_mirror_of_an_archive() {
	tree
	pack gz wire.tar.gz wire
	expect 0 "$telex" -o mirror/ wire.tar.gz - < wire/2024/01/a.txt
	says mirror/wire.tar.gz/wire/2024/01/a.txt.json '"member":"wire/2024/01/a.txt"'
	lines mirror/wire.tar.gz/wire/2023/two.txt.ndjson 2
	lines mirror/stdin.json 1
	expect 0 "$telex" -o views/ -t view wire.tar.gz
	says views/wire.tar.gz/wire/2024/01/a.txt.txt uno
}

case_mirror_that_cannot_be() {
	tree
	: > wire/2024/03.txt
	mkdir -p mirror/wire/2024/01/a.txt.json
	: > mirror/wire/2023
	expect 3 "$telex" -o mirror/ wire
	says err 'telex: mirror/wire/2024/01/a.txt.json: cannot write'
	says err 'telex: mirror/wire/2023/two.txt.ndjson: cannot write'
	lines mirror/wire/2024/02/c.txt.json 1
	: > file
	expect 3 "$telex" -o file/ wire
}

case_output_inside_the_input() {
	tree
	cp -r wire plain
	(cd plain && "$telex" . | sed 's/"path":"\.\//"path":"/') > want
	for run in 1 2; do
		(cd wire && "$telex" -o all.ndjson .)
		sed 's/"path":"\.\//"path":"/' wire/all.ndjson > got
		cmp want got || fail "the output was among the input"
	done
	rm wire/all.ndjson
	for run in 1 2; do
		(cd wire && "$telex" -o out/ .)
		[ "$(find wire/out -type f | wc -l)" -eq 4 ] || fail "$(find wire/out -type f)"
	done
}

case_whole_or_not_there() {
	many wire 300
	"$telex" wire > want
	limit=$(($(wc -c < want) / 2 / 512))
	code=0
	(ulimit -f "$limit" && "$telex" -o all.ndjson wire) 2> err || code=$?
	[ "$code" -eq 3 ] || fail "exit $code"
	says err 'telex: all.ndjson: cannot write'
	[ ! -e all.ndjson ] || fail "half a file"
	expect 0 "$telex" --resume -o all.ndjson wire
	cmp want all.ndjson || fail "another output when resumed"
	[ "$(find . -name '*.part*')" = "" ] || fail "something is left"
	code=0
	(ulimit -f 0 && "$telex" -o mirror/ wire) 2> err || code=$?
	[ "$code" -eq 3 ] || fail "exit $code of a mirror"
	[ "$(find mirror -type f)" = "" ] || fail "half a mirror"
	expect 3 "$telex" -o /dev/full wire
	code=0
	"$telex" -j 3 wire > /dev/full 2> err || code=$?
	[ "$code" -eq 3 ] || fail "exit $code of standard output"
	says err 'telex: standard output: cannot write'
}

# moments: twenty numbers of seconds, none of which is like another.
moments() {
	awk -v seed="$$" 'BEGIN { srand(seed); for (i = 0; i < 20; i++) printf "%.3f\n", rand() * 0.12 }'
}

case_killed_and_resumed() {
	many wire/a 1000
	pack gz wire/b.tar.gz wire/a
	"$telex" wire > want
	for moment in $(moments); do
		rm -f all.ndjson*
		killed "$moment" "$telex" -j 2 -o all.ndjson wire
		[ ! -e all.ndjson ] || cmp want all.ndjson || fail "half a file"
		killed 0.02 "$telex" --resume -j 1 -o all.ndjson wire
		expect 0 "$telex" --resume -o all.ndjson wire
		cmp want all.ndjson || fail "another output after a kill at $moment s"
		[ "$(ls all.ndjson*)" = all.ndjson ] || fail "something is left"
	done
	killed 0.02 "$telex" -o all.ndjson wire
	cmp want all.ndjson || fail "a whole output was touched"
	expect 0 "$telex" -o all.ndjson wire
	cmp want all.ndjson || fail "another output when not resumed"
}

case_killed_mirror() {
	many wire/a 300
	pack gz wire/b.tar.gz wire/a
	"$telex" -o want/ wire
	for moment in $(moments); do
		rm -rf mirror
		killed "$moment" "$telex" -j 2 -o mirror/ wire
		mkdir -p mirror
		(cd mirror && find . -type f ! -name '.*.part') | while read -r name; do
			cmp -s "mirror/$name" "want/$name" || fail "half a file: $name"
		done
		expect 0 "$telex" --resume -o mirror/ wire
		find mirror -name '.*.part' -delete
		diff -r want mirror > difference || fail "$(head -3 difference)"
	done
}

case_resume_redoes_nothing() {
	many wire 200
	"$telex" wire > want
	"$telex" -o mirror/ wire
	touch before
	sleep 0.01
	rm mirror/wire/7.txt.json
	expect 0 "$telex" --resume -o mirror/ wire
	[ "$(find mirror -newer before -type f)" = mirror/wire/7.txt.json ] || fail "more was redone"
	code=0
	(ulimit -f 40 && "$telex" -o all.ndjson wire) 2> err || code=$?
	[ "$code" -eq 3 ] || fail "exit $code"
	mv wire/0.txt wire/other.txt
	expect 2 "$telex" --resume -o all.ndjson wire
	says err 'these are not the sources of the run that was cut off'
	mv wire/other.txt wire/0.txt
	expect 0 "$telex" --resume --spans -o spans.ndjson wire
	expect 0 "$telex" --resume -o all.ndjson wire
	cmp want all.ndjson || fail "another output"
}

case_resume_keeps_the_exit_code() {
	many wire 200
	: > wire/0.txt
	code=0
	(ulimit -f 60 && "$telex" -j 1 -o all.ndjson wire) 2> err || code=$?
	[ "$code" -eq 3 ] || fail "exit $code"
	says err 'wire/0.txt: no text'
	expect 1 "$telex" --resume -o all.ndjson wire
	lines all.ndjson 199
}

case_two_runs_into_one_output() {
	mkfifo feed
	dispatch uno > a
	"$telex" -o all.ndjson feed &
	exec 3> feed
	cat a >&3
	while [ ! -e all.ndjson.part ]; do sleep 0.01; done
	expect 3 "$telex" -o all.ndjson a
	says err 'telex: all.ndjson: another run is writing it'
	exec 3>&-
	wait
	lines all.ndjson 1
}

case_two_shards_into_one_mirror() {
	many wire 200
	"$telex" -o want/ wire
	"$telex" --shard 1/2 -o mirror/ wire &
	"$telex" --shard 2/2 -o mirror/ wire || fail "exit $? of the second"
	wait $! || fail "exit $? of the first"
	diff -r want mirror > difference || fail "$(head -3 difference)"
}

# stopped SIGNAL CODE
stopped() {
	mkfifo feed
	many wire 20
	"$telex" -o all.ndjson wire feed 2> err &
	process=$!
	exec 3> feed
	dispatch abierto >&3
	while [ ! -s all.ndjson.part ]; do sleep 0.01; done
	kill "-$1" "$process"
	code=0
	wait "$process" || code=$?
	exec 3>&-
	[ "$code" -eq "$2" ] || fail "exit $code of a run that SIG$1 stopped: $(cat err)"
	[ ! -e all.ndjson ] || fail "half a file"
	rm feed
	dispatch cerrado > feed
	expect 0 "$telex" --resume -o all.ndjson wire feed
	lines all.ndjson 21
}

case_stopped_by_sigint() {
	stopped INT 130
}

case_stopped_by_sigterm() {
	stopped TERM 143
}

case_stopped_feed() {
	mkfifo feed
	"$telex" < feed > out &
	process=$!
	exec 3> feed
	printf '\001efs001 4 pol 100 Uno\r\n\002' >&3
	dispatch uno >&3
	printf '\003\004\001efs002 4' >&3
	while [ ! -s out ]; do sleep 0.01; done
	kill -TERM "$process"
	code=0
	wait "$process" || code=$?
	exec 3>&-
	[ "$code" -eq 143 ] || fail "exit $code"
	lines out 1
}

case_closed_pipe_of_many() {
	many wire 500
	code=$({
		set +e
		"$telex" -j 3 wire 2> err
		echo $? > code
	} | head -n 1 > first; cat code)
	[ "$code" -eq 0 ] && [ ! -s err ] || fail "exit $code: $(cat err)"
	lines first 1
}

case_source_that_shrinks() {
	mkfifo slow
	many wire 200
	for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		cat wire/*.txt
	done > large.txt
	"$telex" -t tokens large.txt > slow 2> err &
	process=$!
	exec 3< slow
	read -r line <&3
	: > large.txt
	cat <&3 > rest
	code=0
	wait "$process" || code=$?
	[ "$code" -le 1 ] || fail "exit $code"
	python3 -c 'import json, sys; [json.loads(line) for line in open("rest")]' || fail "broken lines"
}

case_source_that_cannot_be_read() {
	[ -r /proc/self/mem ] || skip "no /proc"
	dispatch uno > a
	expect 1 "$telex" a /proc/self/mem a
	lines out 2
	says err 'telex: /proc/self/mem: cannot read'
}
