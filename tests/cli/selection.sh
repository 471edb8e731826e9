# Cases of what is read: dates in paths, packed and unpacked, and which files of a folder count.

# without_source FILE: the records, without what differs by where they were read.
without_source() {
	sed 's/"source":{[^}]*},//' "$1" | LC_ALL=C sort
}

# A new user who types telex and nothing else is told what it waits for.
case_a_terminal_without_arguments() {
	dispatch uno > text
	cat > run.py <<-'END'
		import os, pty, subprocess, sys
		telex, *options = sys.argv[1:]
		master, slave = pty.openpty()
		err, err_slave = pty.openpty()
		run = subprocess.Popen([telex, *options], stdin=slave, stdout=subprocess.PIPE, stderr=err_slave)
		os.close(slave)
		os.close(err_slave)
		if not options:
		    said = os.read(err, 4096)
		    assert said == b"telex: reading a dispatch from the terminal; end with Ctrl-D, or see telex --help\r\n", said
		os.write(master, open("text", "rb").read() + b"\x04")
		records = run.communicate()[0]
		assert run.returncode == 0 and records.count(b"\n") == 1, (run.returncode, records)
		if options:
		    os.set_blocking(err, False)
		    try:
		        said = os.read(err, 4096)
		    except OSError:
		        said = b""
		    assert said == b"", said
	END
	python3 run.py "$telex"
	python3 run.py "$telex" -
	python3 run.py "$telex" -q
	expect 0 "$telex" < text
	[ ! -s err ] || fail "$(cat err)"
}

case_dates_of_paths_packed_and_unpacked() {
	for folder in wire/2019/03/17 wire/2020 wire/2021/05 wire/2022-01 wire/202302; do
		mkdir -p "$folder"
		dispatch "$folder" > "$folder/a.txt"
	done
	dispatch nombre > wire/efe_2018-10-01.txt
	expect 0 "$telex" -o unpacked.ndjson wire
	[ "$(grep -c '"year_from":"path"' unpacked.ndjson)" -eq 6 ] || fail "$(cat unpacked.ndjson)"
	for date in 2018-10-03 2020-10-03 2021-10-03 2022-10-03; do
		says unpacked.ndjson "\"date\":\"$date\""
	done
	without_source unpacked.ndjson > want
	for kind in tar gz zip; do
		pack "$kind" "packed.$kind" wire
		expect 0 "$telex" -o packed.ndjson "packed.$kind"
		without_source packed.ndjson | cmp - want || fail "$kind: other records"
	done
	# The archive is a folder, and without a date in its members it gives one.
	mkdir -p flat/03
	dispatch uno > flat/03/a.txt
	(cd flat && pack zip ../2017.zip 03)
	expect 0 "$telex" 2017.zip
	says out '"date":"2016-10-03"'
	cp 2017.zip efe-20150930.zip
	expect 0 "$telex" efe-20150930.zip
	says out '"date":"2015-10-03"'
}
