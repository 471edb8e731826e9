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
