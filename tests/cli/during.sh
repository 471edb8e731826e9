# Cases of outputs that meet results, and files that are made while a run is on.

# --errors under the name of a result of the same run, by whatever path, and on one of an earlier run.
case_errors_under_the_name_of_a_result() {
	dispatch uno > x
	dispatch dos > y
	: > empty
	ln -s tree link
	for errors in tree/x.json tree/./x.json link/x.json "$PWD/tree/x.json"; do
		rm -rf tree
		expect 3 "$telex" -o tree/ --errors "$errors" x y empty
		says err 'tree/x.json: not written, it is the file of --errors'
		grep -q '"kind":"error"' tree/x.json || fail "$errors: $(cat tree/x.json)"
		says tree/y.json '"headline":"dos"'
		expect 3 "$telex" --resume -o tree/ --errors "$errors" x y empty
		says err 'tree/x.json: not written, it is the file of --errors'
	done
	rm -rf tree
	expect 0 "$telex" -o tree/ x y
	cp tree/x.json before
	expect 3 "$telex" -o tree/ --errors tree/x.json y empty
	says err 'telex: tree/x.json: not replaced by errors, it holds a record'
	cmp before tree/x.json || fail "a record was replaced"
}

# What gets the name of the output while the run is on is not replaced, nor lost.
case_a_file_made_during_the_run() {
	dispatch uno > a
	for before in no yes; do
		rm -f out.ndjson out.ndjson.part* feed
		[ "$before" = no ] || "$telex" -o out.ndjson a
		mkfifo feed
		"$telex" -o out.ndjson feed 2> err &
		run=$!
		exec 9> feed
		dispatch dos >&9
		while [ ! -e out.ndjson.part ]; do sleep 0.02; done
		rm -f out.ndjson
		echo "of another program" > out.ndjson
		exec 9>&-
		code=0
		wait "$run" || code=$?
		[ "$code" -eq 3 ] || fail "exit $code: $(cat err)"
		says err 'telex: out.ndjson: not replaced, it was made or changed during the run; what was written is in out.ndjson.part'
		[ "$(cat out.ndjson)" = "of another program" ] || fail "replaced"
		says out.ndjson.part '"headline":"dos"'
	done
}

# "telex -o ./ wire/*" again: its results are named by the same pattern.
case_results_that_are_named() {
	many wire 3
	expect 0 "$telex" -o ./ wire/*
	find . -type f | LC_ALL=C sort > once
	for jobs in 1 4; do
		expect 0 "$telex" -j "$jobs" -o ./ wire/*
		[ "$(cat err)" = "telex: ./: left out: 3 of the sources named are results of telex in it" ] || fail "$(cat err)"
		find . -type f | LC_ALL=C sort > twice
		sed -i '/once\|twice\|out\|err/d' once twice
		cmp once twice || fail "$(cat twice)"
	done
	# A link to a result, a result elsewhere, and what only has such a name are sources.
	cp wire/0.txt wire/note.txt.json
	expect 0 "$telex" -o ./ wire/*
	[ -e wire/note.txt.json.json ] || fail "not converted"
	expect 0 "$telex" -o other/ wire/0.txt.json
	[ ! -s err ] || fail "$(cat err)"
	[ -e other/wire/0.txt.json.json ] || fail "not converted: $(ls other/wire)"
}

# Each of many results gets its name after a sync that is after its last write, and they are few.
case_results_are_synced_before_they_have_names() {
	mkdir wire
	i=0
	while [ $i -lt 600 ]; do dispatch $i > wire/$i; i=$((i + 1)); done
	trace -f -q -o calls -e trace=write,renameat2,rename,link,syncfs,fsync "$telex" -j1 -o out/ wire > /dev/null || fail "exit $?"
	grep -q '^[0-9]* *syncfs(.*= 0' calls || skip "no syncfs"
	[ "$(find out -name '*.json' | wc -l)" -eq 600 ] || fail "not all results"
	[ "$(find out -name '.telex.*.part' | wc -l)" -eq 0 ] || fail "parts are left"
	[ "$(grep -cE ' (syncfs|fsync)\(' calls)" -le 3 ] || fail "$(grep -cE ' (syncfs|fsync)\(' calls) syncs"
	awk '/ write\(/ { written++ } / syncfs\(/ { synced = written } / renameat2\(/ { named++; if (named > synced) exit 1 }
		END { exit named > synced || named != 600 }' calls || fail "a name before its sync"
}

# A source that may be long in coming does not keep the results before it from their names.
case_results_before_a_wait_have_names() {
	mkfifo feed names
	dispatch uno > a
	dispatch dos > b
	"$telex" -j2 -o out/ --files-from names 2> err &
	{
		printf 'a\nb\n'
		i=0
		while [ ! -e out/b.json ] && [ $i -lt 100 ]; do sleep 0.05; i=$((i + 1)); done
		[ -e out/a.json ] && [ -e out/b.json ] && echo seen > seen
	} > names
	wait
	[ -e seen ] || fail "the results had no names before the list ended"
	rm -r out
	"$telex" -j2 -o out/ a b - < feed 2> err &
	{
		dispatch tres
		i=0
		while [ ! -e out/b.json ] && [ $i -lt 100 ]; do sleep 0.05; i=$((i + 1)); done
		[ -e out/a.json ] && [ -e out/b.json ] && echo seen > seen2
	} > feed
	wait
	[ -e seen2 ] || fail "the results had no names before the stream ended"
}

# One sync is of one file system: what is on another is synced by itself.
case_results_on_another_file_system() {
	other=$(mktemp -d /dev/shm/telex.XXXXXX 2> /dev/null) || skip "no other file system"
	[ "$(stat -c %d "$other")" != "$(stat -c %d .)" ] || { rmdir "$other"; skip "one file system"; }
	mkdir -p wire out/wire
	ln -s "$other" out/wire/there
	mkdir wire/there
	for name in a b c; do dispatch $name > wire/$name; dispatch $name > wire/there/$name; done
	trace -f -q -o calls -e trace=syncfs,fsync "$telex" -j1 -o out/ wire || fail "exit $?"
	ls "$other" > names
	rm -r "$other"
	[ "$(paste -sd' ' names)" = "a.json b.json c.json" ] || fail "$(cat names)"
	grep -q 'syncfs(' calls || skip "no syncfs"
	[ "$(grep -c 'fsync(.*= 0' calls)" -eq 3 ] || fail "$(cat calls)"
}

# What an earlier run wrote is replaced, also of the other ending; what is the same stays; in folders that are new and old.
case_results_of_an_earlier_run_among_many() {
	mkdir -p wire/old
	i=0
	while [ $i -lt 40 ]; do dispatch $i > wire/old/$i; i=$((i + 1)); done
	"$telex" -o results/ wire
	ls -i results/wire/old | sort > before
	{ echo ZCZC; dispatch a; echo NNNN; echo ZCZC; dispatch b; echo NNNN; } > wire/old/7
	dispatch other > wire/old/8
	mkdir wire/new
	dispatch nuevo > wire/new/1
	"$telex" -o results/ wire
	[ ! -e results/wire/old/7.json ] || fail "the record of the source that holds two now is left"
	lines results/wire/old/7.ndjson 2
	grep -q other results/wire/old/8.json || fail "not replaced"
	lines results/wire/new/1.json 1
	[ "$(find results -name '.telex.*' | wc -l)" -eq 0 ] || fail "parts are left"
	echo foreign > results/wire/old/9.json
	dispatch once_more > wire/old/9
	expect 3 "$telex" -o results/ wire
	says err 'results/wire/old/9.json: not replaced'
	[ "$(cat results/wire/old/9.json)" = foreign ] || fail "a foreign file was replaced"
}
