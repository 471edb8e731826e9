# Cases of what an output may replace, and what its name promises.

# results FOLDER: the names of the results in it, in order, without what telex notes there for itself.
results() {
	(cd "$1" && find . -type f ! -name '.telex' | LC_ALL=C sort)
}

# A source that ends too early, by each way of reading one, gives no file; a resumed run takes it again.
case_cut_source_has_no_file() {
	many wire 40
	{
		printf '\001efs001 4 pol 100 Uno\r\n\002'
		dispatch entero
		printf '\003\004\001efs002 4 pol 100 Dos\r\n\002'
		dispatch cortado
		head -c 400000 /dev/urandom | od -An -tx1
		printf '\003\004'
	} > wire/large.txt
	dispatch breve > wire/small.txt
	for name in large small; do
		rm -rf tree
		python3 - "$name" <<-'END'
			import sys, tarfile
			name = sys.argv[1]
			with tarfile.open("whole.tar", "w", format=tarfile.USTAR_FORMAT) as archive:
			    archive.add("wire/0.txt")
			    archive.add("wire/%s.txt" % name)
			bytes = open("whole.tar", "rb").read()
			end = 512 * 3 + len(open("wire/%s.txt" % name, "rb").read())
			open("cut.tar", "wb").write(bytes[:1024 + 512 + (end - 1536) // 2])
		END
		cp cut.tar unnamed
		for archive in cut.tar unnamed; do
			for resume in '' --resume; do
				expect 1 "$telex" $resume -o tree/ "$archive"
				says err 'cannot read the archive'
				[ "$(results tree | grep "$archive")" = "./$archive/wire/0.txt.json" ] ||
					fail "$name of $archive: $(results tree)"
			done
			cp whole.tar "$archive"
			expect 0 "$telex" --resume -o tree/ "$archive"
			results tree | grep -q "$archive/wire/$name.txt" || fail "not redone: $(results tree)"
		done
	done
}

# The records before the place are whole, and go where other sources' records go too.
case_cut_source_among_others() {
	number=0
	while [ "$number" -lt 1500 ]; do
		printf '\001efs%03d 4 pol 100 Uno\r\n\002' "$((number % 1000))"
		dispatch "ley $number"
		printf '\003\004'
		number=$((number + 1))
	done > feed.txt
	"$telex" feed.txt | sed 's/"path":"[^"]*",//' > want
	python3 - <<-'END'
		import tarfile
		with tarfile.open("whole.tar", "w", format=tarfile.USTAR_FORMAT) as archive:
		    archive.add("feed.txt")
		bytes = open("whole.tar", "rb").read()
		open("cut.tar", "wb").write(bytes[:len(open("feed.txt", "rb").read()) - 1000])
	END
	expect 1 "$telex" -o all.ndjson cut.tar
	count=$(wc -l < all.ndjson)
	[ "$count" -gt 500 ] && [ "$count" -lt 1500 ] || fail "$count records"
	sed 's/"path":"[^"]*","member":"[^"]*",//' all.ndjson > got
	head -n "$count" want | cmp - got || fail "another record than the whole feed gives"
	expect 1 "$telex" -o tree/ cut.tar
	[ "$(results tree)" = "" ] || fail "$(results tree)"
}

# The end of a terminal whose other end is gone is a read error in the middle of a stream.
case_cut_stream_has_no_file() {
	cat > run.py <<-'END'
		import os, pty, subprocess, sys, time, tty
		telex, output = sys.argv[1:]
		master, slave = pty.openpty()
		tty.setraw(slave)
		text = open("text", "rb").read()
		for number in range(2):
		    os.write(slave, b"\001efs00%d 4 pol 100 Uno\n\002" % number + text + b"\003\004")
		os.write(slave, b"\001efs009 4 pol 100 Uno\n\002" + text[:50])
		run = subprocess.Popen([telex, "-o", output], stdin=master, stderr=subprocess.PIPE)
		os.close(master)
		os.close(slave)
		message = run.communicate()[1]
		assert run.returncode == 1, (run.returncode, message)
		assert b"<stdin>: cannot read: Input/output error" in message, message
	END
	dispatch uno > text
	python3 run.py "$telex" all.ndjson
	lines all.ndjson 2
	python3 run.py "$telex" tree/
	[ "$(results tree)" = "" ] || fail "$(results tree)"
}

# said FOLDER: path and member of each result's first record, after its name.
said() {
	results "$1" | while read -r name; do
		echo "$name $(head -n 1 "$1/$name" | grep -o '"path":"[^"]*"\(,"member":"[^"]*"\)\{0,1\}')"
	done
}

case_one_result_for_each_source() {
	mkdir -p x deep/in 'deep/%2E%2E' 'deep/%252e%2E' feed.json
	dispatch "$PWD" > x/a
	for name in a deep/a 'deep/%2E%2E/a' 'deep/%252e%2E/a' feed feed.json/b feed.json~1 a~2 a~2~1 stdin; do
		dispatch "$name" > "$name"
	done
	root=${PWD#/}
	mkdir -p "$root/x"
	dispatch "the other root" > "$root/x/a"
	set -- a ./a .//a x/a "$PWD/x/a" "$root/x/a" deep/in/../a 'deep/%2E%2E/a' 'deep/%252e%2E/a' feed feed.json/b \
		feed.json~1 a~2 a~2~1 - stdin
	for jobs in 1 4; do
		rm -rf tree
		expect 0 "$telex" -j "$jobs" -o tree/ "$@" < a
		[ "$(results tree | wc -l)" -eq 16 ] || fail "$(said tree)"
		said tree > "said.$jobs"
	done
	cmp said.1 said.4 || fail "other names with more workers"
	for part in 1 2 3; do
		expect 0 "$telex" --shard "$part/3" -o parts/ "$@" < a
	done
	diff -r tree parts || fail "other names in shards"
	rm "tree/a~2.json" tree/stdin~2.json
	touch before
	sleep 0.01
	expect 0 "$telex" --resume -o tree/ "$@" < a
	diff -r tree parts || fail "other names in a resumed run"
	[ "$(find tree -newer before -type f | wc -l)" -eq 2 ] || fail "more was redone"
	grep -qF 'a~2.json "path":"./a"' said.1 || fail "$(cat said.1)"
	grep -qF 'a~3.json "path":".//a"' said.1 || fail "$(cat said.1)"
	grep -qF 'a~2~1.json "path":"a~2"' said.1 || fail "$(cat said.1)"
	grep -qF 'feed.json~1/b.json "path":"feed.json/b"' said.1 || fail "$(cat said.1)"
	grep -qF 'deep/%252E%2E/a.json "path":"deep/%2E%2E/a"' said.1 || fail "$(cat said.1)"
	grep -qF 'stdin~2.json "path":"stdin"' said.1 || fail "$(cat said.1)"
}

# Names in archives are the archive's: twice, absolute, with dots; also where the archive's name does not say what it is.
case_one_result_for_each_member() {
	cat > pack.py <<-'END'
		import io, sys, tarfile
		with tarfile.open("w.tar", "w") as archive:
		    for number, name in enumerate(["a", "./a", "a", "/a", "d/../a", "d/%2E%2E/a", "A", "n.json/a", "n", "n\nl"]):
		        text = open("text").read().replace("uno", "número %d" % number).encode()
		        member = tarfile.TarInfo(name)
		        member.size = len(text)
		        archive.addfile(member, io.BytesIO(text))
	END
	dispatch uno > text
	python3 pack.py
	cp w.tar w.json
	cp w.tar w
	for jobs in 1 4; do
		expect 0 "$telex" -j "$jobs" -o "tree.$jobs/" w.tar w.json ./w.tar w w
		[ "$(find "tree.$jobs" -type f -printf x | wc -c)" -eq 50 ] || fail "$(find "tree.$jobs")"
	done
	diff -r tree.1 tree.4 || fail "other names with more workers"
	for name in w.tar/a.json w.tar/a~2.json w.tar/a~5.json w.json~1/a.json w/a~4.json w~2/a~4.json; do
		[ -e "tree.1/$name" ] || fail "no $name: $(said tree.1)"
	done
	expect 0 "$telex" --resume -o tree.1/ w.tar w.json ./w.tar w w
	diff -r tree.1 tree.4 || fail "resumed"
	[ "$(find . -path '*/w*/*' -name 'a*' | grep -v tree)" = "" ] || fail "something outside the folder"
}

# listed FOLDER: what is in it, with the marks of any change.
listed() {
	find "$1" ! -type d -printf '%p %i %n %s %T@ %l\n' | sort
	find "$1" -type f -exec cksum {} + | sort
}

# What telex did not write stays, whatever it is; the rest of the run goes on.
case_nothing_foreign_is_replaced() {
	many wire 9
	mkdir -p tree/wire
	cp wire/0.txt tree/wire/0.txt.json
	: > tree/wire/1.txt.json
	ln -s ../../wire/8.txt tree/wire/2.txt.json
	ln wire/8.txt tree/wire/3.txt.json
	ln -s nowhere tree/wire/4.txt.json
	mkfifo tree/wire/5.txt.json
	mkdir tree/wire/6.txt.json
	"$telex" wire/1.txt | sed 's/"headline":"[^"]*"/"headline":"mine"/; s/1\.txt/8.txt/' > tree/wire/7.txt.json
	cp -r wire wire.before
	listed tree > want
	for resume in '' --resume; do
		expect 3 "$telex" $resume -o tree/ wire
		for number in 0 1 2 3 4 5 7; do
			says err "telex: tree/wire/$number.txt.json: not replaced, it was not written as the result of wire/$number.txt"
		done
		says err "telex: tree/wire/6.txt.json: cannot write"
		lines err 8
		lines tree/wire/8.txt.json 1
		rm tree/wire/8.txt.json
		listed tree > got
		cmp want got || fail "$(diff want got)"
		diff -r wire.before wire || fail "a source was touched"
	done
}

# The same command again replaces what it wrote before, whatever the form; what was changed since is not telex's.
case_a_run_replaces_its_own() {
	tree
	for form in '' '-t view' '-t tokens' '-t ninjs' '--fields headline' '-p' '-p --fields=-body'; do
		rm -rf out.d
		dispatch uno > wire/2024/01/a.txt
		expect 0 "$telex" $form -o out.d/ wire - < wire/2024/01/a.txt
		results out.d > names
		dispatch otro > wire/2024/01/a.txt
		expect 0 "$telex" --resume $form -o out.d/ wire - < wire/2024/01/a.txt
		grep -rq uno out.d || fail "redone"
		expect 0 "$telex" $form -o out.d/ ./wire - < wire/2024/01/a.txt
		results out.d | cmp names - || fail "other names: $(results out.d)"
		grep -rq otro out.d || fail "$form: not replaced"
		grep -rq uno out.d && fail "$form: not replaced"
		cp -r out.d copy
		dispatch "un tercero" > wire/2024/01/a.txt
		expect 0 "$telex" $form -o copy/ wire - < wire/2024/01/a.txt
		rm -rf copy
	done
	for form in '-t view' '--fields headline'; do
		rm -rf out.d
		expect 0 "$telex" $form -o out.d/ wire
		name=out.d/$(results out.d | grep a.txt)
		echo mine >> "$name"
		cp "$name" mine
		expect 0 "$telex" $form -o all.txt wire
		expect 3 "$telex" $form -o out.d/ wire
		says err 'a.txt.'
		cmp mine "$name" || fail "replaced"
		printf 'torn' >> out.d/.telex
		rm "$name"
		expect 0 "$telex" $form -o out.d/ wire
		expect 0 "$telex" $form -o out.d/ wire
	done
}

case_no_foreign_notes() {
	dispatch uno > a
	mkdir tree
	echo mine > tree/.telex
	expect 3 "$telex" -t view -o tree/ a
	says err 'telex: tree/.telex: not a file of telex'
	[ "$(cat tree/.telex)" = mine ] || fail "touched"
	rm tree/.telex
	ln -s ../a tree/.telex
	expect 3 "$telex" -t view -o tree/ a
	says err 'telex: tree/.telex: not a file of telex'
	[ "$(results tree)" = "" ] || fail "$(results tree)"
}

# One record now where there were several: the other file goes when it is telex's, and stays when it is not.
case_the_other_ending() {
	mkdir wire
	tree
	cp wire/2023/two.txt wire/feed
	dispatch uno > wire/feed.ndjson
	dispatch dos > wire/feed.json
	cp -r wire before
	expect 3 "$telex" -o ./ wire/feed
	says err 'telex: ./wire/feed.ndjson: not replaced'
	dispatch tres > wire/feed
	expect 3 "$telex" -o ./ wire/feed
	says err 'telex: ./wire/feed.json: not replaced'
	rm wire/feed.json
	expect 0 "$telex" -o ./ wire/feed
	cmp before/feed.ndjson wire/feed.ndjson || fail "a source was removed"
	rm wire/feed.ndjson
	cp before/feed wire/feed
	expect 0 "$telex" -o ./ wire/feed
	[ "$(ls wire | grep feed)" = "$(printf 'feed\nfeed.ndjson')" ] || fail "$(ls wire)"
}

# A name may be as long as names may be.
case_long_names() {
	stem=$(printf '%0240d' 0)
	dispatch uno > "$stem.txt"
	dispatch dos > "${stem}0000.txt.long"
	dispatch tres > short
	expect 3 "$telex" -o tree/ "$stem.txt" "${stem}0000.txt.long" short
	says err "cannot write: File name too long"
	lines "tree/$stem.txt.json" 1
	lines tree/short.json 1
}

# unchanged CODE COMMAND...: it ends with that code, and nothing in wire is another file than before.
unchanged() {
	listed wire > listed.before
	expect "$@"
	listed wire > listed.after
	cmp listed.before listed.after || fail "$*: $(diff listed.before listed.after)"
}

# An output never replaces a source, by whatever name it is meant.
case_no_output_on_a_source() {
	many wire 5
	pack tar wire/w.tar wire
	mkdir other
	ln -s ../wire/2.txt other/link
	ln wire/2.txt other/hard
	ln -s wire linked
	printf 'wire/1.txt\nwire/2.txt\n' > list
	for output in wire/2.txt ./wire//2.txt linked/2.txt "$PWD/wire/2.txt" other/link other/hard; do
		for option in -o --errors; do
			unchanged 2 "$telex" $option "$output" wire/1.txt wire/2.txt
			says err 'telex: wire/2.txt: the input file is the output file'
			unchanged 2 "$telex" $option "$output" < wire/2.txt
			says err 'telex: <stdin>: the input file is the output file'
			unchanged 2 "$telex" $option "$output" wire/1.txt - < wire/2.txt
			unchanged 2 "$telex" $option "$output" other/link
			unchanged 2 "$telex" $option "$output" other/hard
			for jobs in 1 3; do
				unchanged 3 "$telex" -j "$jobs" $option "$output" wire
				says err 'telex: wire/2.txt: the input file is the output file'
				unchanged 3 "$telex" -j "$jobs" $option "$output" linked/
				unchanged 3 "$telex" -j "$jobs" $option "$output" --files-from list
				unchanged 3 "$telex" -j "$jobs" $option "$output" other
			done
		done
	done
	unchanged 3 "$telex" -o wire/w.tar wire
	says err 'telex: wire/w.tar: the input file is the output file'
	unchanged 2 "$telex" -o wire/w.tar wire/w.tar
	: > wire/3.txt
	unchanged 2 "$telex" -o wire/3.txt wire/3.txt
	rm -f ./*.part* wire/*.part* other/*.part*
	dispatch uno > plain
	expect 0 "$telex" -o plain wire/1.txt
	lines plain 1
	ln -s plain link
	expect 0 "$telex" -o link wire/4.txt
	[ ! -L link ] || fail "still a link"
	"$telex" wire/1.txt | cmp - plain || fail "what the link leads to was written"
}

# What goes to a file among the input does not come back.
case_input_that_is_the_output() {
	many wire 5
	"$telex" wire > want
	for jobs in 1 3; do
		code=0
		(ulimit -f 2000 && "$telex" -j "$jobs" wire > wire/out) 2> err || code=$?
		[ "$code" -eq 1 ] || fail "exit $code"
		says err 'telex: wire/out: the input file is the output file'
		lines err 1
		cmp want wire/out || fail "$(wc wire/out)"
		code=0
		(ulimit -f 2000 && "$telex" -j "$jobs" wire >> wire/out) 2> err || code=$?
		[ "$code" -eq 1 ] || fail "exit $code of more"
		lines wire/out 10
		rm wire/out
		code=0
		"$telex" -j "$jobs" wire > out 2> wire/err || code=$?
		[ "$code" -eq 1 ] || fail "exit $code with messages among the input"
		cmp want out || fail "other records"
		lines wire/err 1
		rm wire/err
	done
	ln -s ../all.part wire/z
	code=0
	(ulimit -f 2000 && "$telex" -o all wire) 2> err || code=$?
	[ "$code" -eq 1 ] || fail "exit $code"
	says err 'telex: wire/z: the input file is the output file'
	cmp want all || fail "fed"
	cp wire/1.txt self
	code=0
	(ulimit -f 2000 && "$telex" < self >> self) 2> err || code=$?
	[ "$code" -eq 1 ] || fail "exit $code of itself"
	says err 'telex: <stdin>: the input file is the output file'
	cmp wire/1.txt self || fail "fed"
}

# Only what the run writes is left out.
case_only_the_own_files_are_left_out() {
	many wire 2
	for name in out.partial out.part.txt out.part2 out.part.journal.txt out.ndjson errors.part1; do
		dispatch "$name" > "wire/$name"
	done
	for run in 1 2; do
		for form in '' '-t view' '--fields headline'; do
			rm -f wire/out wire/errors wire/.telex
			for again in 1 2; do
				expect 0 "$telex" $form -o wire/out --errors wire/errors wire
				[ "$(grep -c headline wire/out)" -ge 0 ]
				cp wire/out "out.$again"
			done
			cmp out.1 out.2 || fail "$form: the output was read"
			for name in out.partial out.part.txt out.part2 out.part.journal.txt out.ndjson errors.part1; do
				grep -q "$name" wire/out || fail "$form: $name was left out"
			done
		done
		: > wire/empty.txt
		expect 1 "$telex" -o wire/out --errors wire/errors wire
		lines wire/errors 1
		expect 1 "$telex" -o wire/out --errors wire/errors wire
		lines wire/errors 1
		lines wire/out 8
		rm wire/empty.txt
	done
}

# The folder of outputs may be, or hold, or lie in that of the sources, and may hold sources of its own.
case_results_among_the_sources() {
	for form in '' '-t view' '-t tokens'; do
		rm -rf wire
		tree
		dispatch propio > wire/2024/z.json
		(cd wire && "$telex" $form -o ../apart/ .)
		(cd apart && find . -type f ! -name .telex | sort) > want
		rm -rf apart
		for run in 1 2; do
			(cd wire && "$telex" $form -o ./ .) || fail "$form: exit $?"
			(cd wire && find . -type f ! -name .telex | sort) > got
			while read -r name; do
				[ -e "wire/$name" ] || fail "$form: no $name"
			done < want
			[ "$(wc -l < got)" -eq $(($(wc -l < want) + 5)) ] || fail "$form: $(cat got)"
		done
		ln -s wire link
		for start in wire link ./wire/../wire; do
			(cd wire && "$telex" $form -o ./ "../$start") || fail "$form: exit $?"
			rm -rf wire/%2E%2E
		done
		rm link
	done
	rm -rf wire
	tree
	mkdir wire/out
	dispatch dentro > wire/out/own.txt
	for run in 1 2; do
		(cd wire && "$telex" -o out/ .) || fail "exit $?"
		[ "$(find wire/out -name '*json' | wc -l)" -eq 5 ] || fail "$(find wire/out)"
		[ -e wire/out/out/own.txt.json ] || fail "$(find wire/out)"
	done
}

case_parts_that_are_not_telexs() {
	many wire 2
	for name in out.part out.part.journal; do
		cp wire/0.txt "wire/$name"
		unchanged 3 "$telex" -o wire/out wire/1.txt
		says err "telex: wire/$name: is in the way, and not what a run of telex has left"
		unchanged 3 "$telex" --resume -o wire/out wire/1.txt
		unchanged 3 "$telex" --errors wire/out wire/1.txt
		ln -sf ../wire/0.txt "wire/$name"
		unchanged 3 "$telex" -o wire/out wire/1.txt
		ln -f wire/0.txt "wire/$name"
		unchanged 3 "$telex" -o wire/out wire/1.txt
		rm "wire/$name"
	done
	unchanged 2 "$telex" -o all --errors ./all wire
	says err 'two outputs in one file'
	unchanged 2 "$telex" -o all --errors ./all.part wire
	unchanged 2 "$telex" -o all.part.journal --errors all wire
	[ "$(ls)" = "$(printf 'err\nlisted.after\nlisted.before\nout\nwire')" ] || fail "$(ls)"
}

# Results that do not name their source are known after a kill at any moment, too.
case_killed_views() {
	many wire 60
	"$telex" -t view -o want/ wire
	for moment in 0.01 0.03 0.06 0.1 0.15 0.2; do
		rm -rf views
		killed "$moment" "$telex" -j 2 -t view -o views/ wire
		expect 0 "$telex" -t view --resume -o views/ wire
		dispatch otra > wire/7.txt
		expect 0 "$telex" -t view -o views/ wire
		says views/wire/7.txt.txt otra
		dispatch "ley 7" > wire/7.txt
		expect 0 "$telex" -t view -o views/ wire
		find views -name '.*.part' -delete
		diff -r -x .telex want views > difference || fail "$(head -3 difference)"
	done
}

# Standard output under another name is written as it is: neither the link nor its file is replaced.
case_output_on_a_link_to_standard_output() {
	dispatch uno > in.txt
	ln -s /proc/self/fd/1 stream
	echo first > all.ndjson
	"$telex" -o stream in.txt >> all.ndjson || fail "exit $?"
	[ -L stream ] || fail "the link was replaced"
	[ ! -e stream.part ] || fail "a part was left"
	lines all.ndjson 2
	says all.ndjson '"telex":"1.0"'
}
