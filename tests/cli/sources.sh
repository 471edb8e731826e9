# Cases of what is converted: folders, lists, archives, shards, workers.

# paths: the paths of the records in out, in their order.
paths() {
	grep -o '"path":"[^"]*"\(,"member":"[^"]*"\)\{0,1\}' out | sed 's/"path"://; s/,"member":/ /; s/"//g'
}

# headlines: those of the records in out, in their order.
headlines() {
	grep -o '"headline":"[^"]*"' out | sed 's/"headline"://; s/"//g' | tr '\n' ' '
}

case_folder() {
	tree
	dispatch oculto > wire/.hidden.txt
	mkdir wire/.cache
	dispatch oculto > wire/.cache/a.txt
	expect 0 "$telex" wire
	[ "$(headlines)" = "cuatro cinco uno dos tres " ] || fail "$(headlines)"
	says out '"path":"wire/2023/two.txt","index":1'
	expect 0 "$telex" wire/2024/ wire/2023/two.txt wire/.hidden.txt
	[ "$(headlines)" = "uno dos tres cuatro cinco oculto " ] || fail "$(headlines)"
}

case_folder_links() {
	tree
	ln -s ../2024 wire/2023/again
	ln -s . wire/2024/loop
	ln -s nowhere wire/2024/lost
	mkfifo wire/2024/pipe
	expect 1 "$telex" wire
	[ "$(headlines)" = "uno dos tres cuatro cinco uno dos tres " ] || fail "$(headlines)"
	says err 'telex: wire/2023/again/loop: a loop of symbolic links'
	says err 'telex: wire/2024/lost: cannot open: No such file or directory'
	lines err 4
}

case_folder_without_permission() {
	tree
	chmod 755 .
	chmod 000 wire/2023 wire/2024/01/b.txt
	as_nobody "$telex" --version > /dev/null 2>&1 || skip "cannot run as nobody"
	expect 1 as_nobody "$telex" wire
	[ "$(headlines)" = "uno tres " ] || fail "$(headlines)"
	says err 'telex: wire/2023: cannot read: Permission denied'
	says err 'telex: wire/2024/01/b.txt: cannot open: Permission denied'
}

case_files_from() {
	tree
	printf 'wire/2023/two.txt\n\nwire/2024\nnowhere\n' > list
	expect 1 "$telex" --files-from list
	[ "$(headlines)" = "cuatro cinco uno dos tres " ] || fail "$(headlines)"
	says err 'telex: nowhere: cannot open'
	expect 0 "$telex" --files-from - wire/2024/02 < /dev/null
	[ "$(headlines)" = "tres " ] || fail "$(headlines)"
	expect 1 "$telex" --files-from missing
	says err 'telex: missing: cannot open'
}

case_strange_names() {
	tree
	dispatch uno > "wire/two words.txt"
	dispatch dos > "$(printf 'wire/line\nend.txt')"
	dispatch tres > "$(printf 'wire/bytes\377.txt')"
	find wire -maxdepth 1 -type f -print0 | sort -z > list
	expect 0 "$telex" -0 --files-from list wire/2024/../2024/01/a.txt
	lines out 4
	says out '"path":"wire/line\nend.txt"'
	says out '"path":"wire/bytes�.txt"'
	says out '"path":"wire/2024/../2024/01/a.txt"'
	expect 0 "$telex" wire
	lines out 8
}

case_archives() {
	tree
	for kind in tar gz bz2 xz zst zip; do
		pack "$kind" "wire.$kind" wire
		expect 0 "$telex" "wire.$kind"
		[ "$(headlines)" = "cuatro cinco uno dos tres " ] ||
			[ "$kind$(headlines)" = "zipuno dos tres cuatro cinco " ] || lines out 5
		says out "\"path\":\"wire.$kind\",\"member\":\"wire/2024/02/c.txt\""
		cp out named
		expect 0 "$telex" - < "wire.$kind"
		sed 's/"path":"[^"]*",//' named > want
		cmp out want || fail "$kind on standard input"
		cp "wire.$kind" "as-it-is"
		expect 0 "$telex" as-it-is
		lines out 5
	done
}

case_compressed_file() {
	tree
	gzip wire/2023/two.txt
	expect 0 "$telex" wire/2023
	lines out 2
	says out '"path":"wire/2023/two.txt.gz","index":1'
	grep -q member out && fail "a member of a compressed file"
	: > wire/2023/empty.gz
	dispatch plain > wire/2023/plain.gz
	expect 1 "$telex" wire/2023
	lines out 3
	says err 'telex: wire/2023/empty.gz: no text'
}

case_archive_in_an_archive() {
	tree
	pack gz wire/2024/inner.tar.gz wire/2023
	pack tar outer.tar wire
	expect 1 "$telex" outer.tar
	lines out 5
	says err 'telex: outer.tar/wire/2024/inner.tar.gz: an archive inside an archive is not read'
	expect 1 "$telex" < outer.tar
	lines out 5
}

case_hidden_members() {
	tree
	dispatch oculto > wire/2024/._a.txt
	pack tar wire.tar ./wire
	expect 0 "$telex" wire.tar
	lines out 5
}

case_truncated_archive() {
	many wire 200
	pack gz wire.tar.gz wire
	head -c 2000 wire.tar.gz > cut.tar.gz
	dispatch after > z.txt
	expect 1 "$telex" cut.tar.gz z.txt
	says err 'telex: cut.tar.gz'
	says err 'cannot read the archive'
	says out '"path":"cut.tar.gz"'
	says out '"headline":"after"'
}

case_corrupt_archive() {
	many wire 50
	pack tar wire.tar wire
	{
		head -c 10240 wire.tar
		head -c 4096 /dev/zero | tr '\0' 'x'
		tail -c +14337 wire.tar
	} > bad.tar
	expect 1 "$telex" bad.tar
	says err 'telex: bad.tar'
	says out '"path":"bad.tar"'
	printf '\037\213garbage' > bad.gz
	expect 1 "$telex" bad.gz
	says err 'telex: bad.gz: cannot read the archive'
}

case_archive_limits() {
	dispatch uno > head
	{
		cat head
		head -c 100000000 /dev/zero | tr '\0' ' '
	} | gzip > bomb.gz
	expect 1 "$telex" --max-ratio 50 bomb.gz
	says err 'telex: bomb.gz: the archive expands to more than 50 times its size (--max-ratio)'
	expect 1 "$telex" --max-expanded 1M bomb.gz
	says err 'telex: bomb.gz: the archive expands to more than 1048576 bytes (--max-expanded)'
}

case_large_members() {
	tree
	number=0
	while [ "$number" -lt 4000 ]; do
		printf '\001efs%03d 4 pol 100 Uno\r\n\002' "$((number % 1000))"
		dispatch "ley $number"
		printf '\003\004'
		number=$((number + 1))
	done > wire/2023/large.txt
	pack gz wire.tar.gz wire
	expect 0 "$telex" -j 1 wire.tar.gz
	lines out 4005
	cp out want
	expect 0 "$telex" -j 3 wire.tar.gz
	cmp out want || fail "three workers"
	expect 0 "$telex" < wire.tar.gz
	lines out 4005
}

case_any_number_of_workers() {
	many wire/a 300
	many wire/b 40
	pack gz wire/c.tar.gz wire/b
	dispatch stdin > stdin
	printf 'PK\003\004' > wire/broken.zip
	: > wire/empty.txt
	for jobs in 1 2 3 8; do
		expect 1 "$telex" -j "$jobs" wire/a nowhere - wire < stdin
		cp out "out.$jobs"
		cp err "err.$jobs"
	done
	lines out.1 681
	for jobs in 2 3 8; do
		cmp out.1 "out.$jobs" || fail "$jobs workers, other records"
		cmp err.1 "err.$jobs" || fail "$jobs workers, other messages"
	done
}

# A list that is written while it is read: who waits for names has converted those before.
case_slow_list() {
	for number in 1 2 3; do dispatch "ley $number" > "$number.txt"; done
	for jobs in 1 3; do
		rm -f names out.json
		mkfifo names
		"$telex" -j "$jobs" --files-from names > out.json &
		exec 3> names
		printf '1.txt\n2.txt\n3.t' >&3
		while [ "$(wc -l < out.json)" -lt 2 ]; do sleep 0.01; done
		printf 'xt' >&3
		exec 3>&-
		wait
		lines out.json 3
	done
}

# Without -j there are as many workers as processors that the process may run on.
case_processors_of_the_process() {
	if ! command -v taskset > /dev/null || [ ! -d /proc/self/task ]; then
		echo "skipped: no taskset, or no /proc"
		return
	fi
	first=$(taskset -cp $$ | sed 's/.*: //; s/[,-].*//')
	mkfifo names
	taskset -c "$first" "$telex" --files-from names > out.json &
	run=$!
	exec 3> names
	dispatch uno > 1.txt
	echo 1.txt >&3
	while [ "$(wc -l < out.json)" -lt 1 ]; do sleep 0.01; done
	threads=$(ls "/proc/$run/task" | wc -l)
	exec 3>&-
	wait
	[ "$threads" -eq 1 ] || fail "$threads threads on one processor"
}

case_signal_while_a_list_is_waited_for() {
	dispatch uno > 1.txt
	for jobs in 1 3; do
		rm -f names
		mkfifo names
		"$telex" -j "$jobs" --files-from names > out.json &
		run=$!
		exec 3> names
		echo 1.txt >&3
		while [ "$(wc -l < out.json)" -lt 1 ]; do sleep 0.01; done
		kill -TERM "$run"
		status=0
		wait "$run" || status=$?
		exec 3>&-
		[ "$status" = 143 ] || fail "exit status $status"
	done
}

case_slow_source() {
	mkfifo feed
	many wire 200
	"$telex" -j 2 -o mirror/ feed wire &
	exec 3> feed
	while [ "$(find mirror -name '*.json' 2> /dev/null | wc -l)" -lt 200 ]; do sleep 0.01; done
	dispatch feed >&3
	exec 3>&-
	wait
	lines mirror/feed.json 1
}

# Documents are read by a library whose first steps were not safe among threads: some runs hung.
case_documents_by_many_workers() {
	cp -r "$source/fixtures/mail" "$source/fixtures/nitf" .
	rm mail/*.json nitf/*.json
	"$telex" -q -j 1 mail nitf > want || :
	run=0
	while [ "$run" -lt 60 ]; do
		timeout 20 "$telex" -q -j 4 mail nitf > got || [ $? -le 1 ] || fail "run $run hangs"
		cmp want got || fail "other records in run $run"
		run=$((run + 1))
	done
}

case_shards() {
	many wire/a 60
	many wire/b 20
	pack tar wire/c.tar wire/b
	expect 0 "$telex" wire
	sort out > want
	: > all
	for shard in 1 2 3; do
		expect 0 "$telex" --shard "$shard/3" wire
		[ "$(wc -l < out)" -gt 15 ] || fail "shard $shard has next to nothing"
		cat out >> all
	done
	sort all > got
	cmp want got || fail "the shards are not the whole"
}

# A run that finds nothing to read has failed, and says so, in each shard.
case_nothing_to_read() {
	mkdir -p empty/inner other
	: > list
	printf '.hidden' > empty/.a
	expect 1 "$telex" empty
	lines err 1
	says err 'telex: empty: nothing to read is in it'
	expect 1 "$telex" -j 3 empty other
	says err 'telex: empty: nothing to read is in it, nor in the other sources'
	expect 1 "$telex" --files-from list
	says err 'telex: list: nothing to read is in it'
	expect 1 "$telex" --files-from - < /dev/null
	says err 'telex: <stdin>: nothing to read is in it'
	expect 1 "$telex" -j 2 empty --files-from list
	says err 'nor in the other sources'
	for shard in 1/2 2/2; do
		expect 1 "$telex" --shard $shard empty
		lines err 1
	done
	expect 1 "$telex" -q --summary=json --errors failed -o out.ndjson empty
	says err '"sources":1,"records":0,"failures":1,'
	says failed '"path":"empty","code":"io","message":"nothing to read is in it"'
	# A shard without a source has nothing to do.
	dispatch uno > empty/inner/a
	expect 0 "$telex" --shard 1/2 empty
	cp out both
	expect 0 "$telex" --shard 2/2 empty
	cat out >> both
	lines both 1
}

# Folders as deep as a path is long are read, and no folder is called a loop that is none.
case_deep_folders() {
	python3 - <<-'END'
		import os
		top = os.getcwd()
		for depth in range(1500):
		    os.mkdir("d")
		    os.chdir("d")
		open("a", "w").write("Titular\n\nMadrid, 3 oct (EFE).- Una ley de pesca.\n")
		for depth in range(1000):
		    os.mkdir("d")
		    os.chdir("d")
		os.chdir(top)
	END
	expect 1 "$telex" d
	lines out 1
	lines err 1
	says err 'd/d: cannot read: File name too long'
	! grep -q loop err || fail "called a loop: $(tail -c 300 err)"
	python3 - <<-'END'
		import os
		fd = os.open(".", os.O_RDONLY)
		depth = 0
		while os.path.isdir("d"):
		    os.chdir("d")
		    depth += 1
		if os.path.exists("a"):
		    os.remove("a")
		for level in range(depth):
		    os.chdir("..")
		    if os.path.exists("d/a"):
		        os.remove("d/a")
		    os.rmdir("d")
	END
}

case_name_too_long_in_a_list() {
	dispatch uno > a
	dispatch dos > b
	{ echo a; head -c 3000000 /dev/zero | tr '\0' x; echo; echo b; head -c 5000 /dev/zero | tr '\0' y; } > list
	expect 1 "$telex" --files-from list
	lines out 2
	says out '"headline":"dos"'
	lines err 2
	says err 'telex: list: the name at byte 2 has more than 4096 bytes'
	says err 'telex: list: the name at byte 3000005 has more than 4096 bytes'
	expect 1 sh -c 'dd if=list bs=1 count=6000 2> /dev/null | "$1" --files-from -' sh "$telex"
	lines out 1
	says err 'telex: <stdin>: the name at byte 2 has'
}

case_list_without_a_separator() {
	(ulimit -v 300000 && "$telex" --version > /dev/null 2>&1) || skip "needs more memory than may be limited"
	head -c 50000000 /dev/zero | tr '\0' x > list
	(ulimit -v 300000; "$telex" --files-from list > out 2> err) && fail "exit 0"
	says err 'the name at byte 0 has more than 4096 bytes'
}
