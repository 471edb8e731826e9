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
