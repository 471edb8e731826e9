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

# foreign FOLDER: files that are plainly not text, and hidden ones.
foreign() {
	mkdir -p "$1/.git"
	printf '\377\330\377\340JFIF' > "$1/photo.jpg"
	printf '\211PNG\r\n\032\n' > "$1/chart.png"
	printf '\320\317\021\340\241\261\032\341' > "$1/Thumbs.db"
	printf '%%PDF-1.4\n' > "$1/page.pdf"
	printf 'RIFF\020\0\0\0WEBPVP8 ' > "$1/photo.webp"
	python3 - "$1/report.docx" <<-'END'
		import sys, zipfile
		with zipfile.ZipFile(sys.argv[1], "w") as document:
		    document.writestr("[Content_Types].xml", "<Types/>")
		    document.writestr("word/document.xml", "<w:document/>")
	END
	dispatch oculto > "$1/.git/a.txt"
	dispatch oculto > "$1/.b.txt"
}

case_files_that_are_not_text() {
	tree
	foreign wire/2024
	for jobs in 1 4; do
		expect 0 "$telex" -j "$jobs" --summary=json wire
		lines out 5
		lines err 1
		says err '"sources":4,"records":5,"failures":0,'
		says err '"skipped":8,'
	done
	expect 0 "$telex" --summary wire
	grep -qE '^skipped +8$' err || fail "$(cat err)"
	# Packed they are the same five; hidden members are not counted.
	pack tar wire.tar wire
	for archive in wire.tar unnamed; do
		[ -e "$archive" ] || cp wire.tar "$archive"
		expect 0 "$telex" --summary=json "$archive"
		lines out 5
		says err '"failures":0,'
		says err '"skipped":6,'
	done
	# Named they are errors, and so is what may be a damaged dispatch.
	for name in photo.jpg chart.png Thumbs.db page.pdf report.docx; do
		expect 1 "$telex" "wire/2024/$name"
		says err "telex: wire/2024/$name: not text but "
	done
	expect 0 "$telex" wire/2024/.b.txt
	head -c 300 /dev/zero > wire/zeros.txt
	expect 1 "$telex" wire
	lines out 5
	says err 'telex: wire/zeros.txt: '
	mkdir pictures
	cp wire/2024/photo.jpg pictures
	expect 1 "$telex" pictures
	says err 'telex: nothing to read was found: none of the 1 files is text'
	expect 0 "$telex" pictures wire/2023
}

case_include_and_exclude() {
	tree
	dispatch seis > wire/2024/01/d.xml
	mkdir -p wire/old/2024
	dispatch siete > wire/old/2024/e.txt
	pack tar wire.tar wire
	cp wire.tar unnamed
	# options | headlines
	while IFS='|' read -r options want; do
		for source in wire wire.tar unnamed; do
			# The names in the archive begin with wire/.
			case $source$options in
			wire.tar*/* | unnamed*/*) continue ;;
			esac
			set -f
			expect 0 "$telex" $options "$source"
			set +f
			got=$(grep -o '"headline":"[a-z]*"' out | cut -d'"' -f4 | LC_ALL=C sort | tr '\n' ' ')
			[ "$got" = "$want " ] || fail "$options $source: $got"
		done
	done <<-'END'
		--include *.xml|seis
		--include [ab].txt|dos uno
		--include {c,two}.txt|cinco cuatro tres
		--include 2024/**/?.txt|dos tres uno
		--include 2024/01/|dos seis uno
		--exclude 2024|cinco cuatro
		--exclude old --exclude *.xml|cinco cuatro dos tres uno
		--include *.txt --exclude /2024/|cinco cuatro siete
	END
	expect 0 "$telex" --include 'wire/2024/02/*' wire.tar
	lines out 1
	expect 0 "$telex" --include '*.xml' wire/2024/02/c.txt
	lines out 1
	expect 1 "$telex" --include '*.none' wire
	says err 'wire: nothing to read is in it'
	for wrong in '' '{a' '[a'; do
		expect 2 "$telex" --include "$wrong" wire
		says err 'for --include; it takes a pattern of at most'
	done
	expect 0 "$telex" -o all.ndjson --include '*.txt' wire
	lines all.ndjson 6
}

case_only_one_warning() {
	printf 'Título\n\nEl consejo aprobó hoy la ley de pesca y nada más que eso.\n' > without
	dispatch uno > with
	printf '\001efs001 4 pol 100 Uno\r\n\002Madrid, 3 oct (EFE).- El consejo.\nEFE\n' > open
	expect 0 "$telex" --check --only dateline-missing with open
	[ ! -s out ] || fail "$(cat out)"
	expect 1 "$telex" --check --only dateline-missing with without open
	lines out 1
	says out '[dateline-missing]'
	expect 1 "$telex" --check --only dateline-missing --only frame-open with without open
	lines out 2
	expect 2 "$telex" --check --only datline-missing with
	says err "did you mean 'dateline-missing'?"
}
