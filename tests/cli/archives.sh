# Cases of archives and compressed files: what is read of them, what is reported, what is never run or written.

# envelopes COUNT: so many dispatches in IPTC 7901 envelopes.
envelopes() {
	number=0
	while [ "$number" -lt "$1" ]; do
		printf '\001efs%03d 4 pol 100 Uno\r\n\002' "$((number % 1000))"
		dispatch "ley $number"
		printf '\003\004'
		number=$((number + 1))
	done
}

case_a_cut_source_is_not_published() {
	mkdir wire
	envelopes 600 > wire/a.txt
	dispatch whole > wire/z.txt
	pack tar wire.tar wire
	cp wire/a.txt a.txt
	gzip a.txt
	for source in wire.tar a.txt.gz; do
		head -c "$(($(wc -c < "$source") / 3))" "$source" > "cut.$source"
		expect 1 "$telex" -o records/ "cut.$source" wire/z.txt
		says err "telex: cut.$source"
		[ "$(find records -name '*.json' -o -name '*.ndjson' -o -name '*.part')" = records/wire/z.txt.json ] ||
			fail "$(find records -type f)"
		expect 1 "$telex" --resume -o records/ "cut.$source" wire/z.txt
	done
	expect 0 "$telex" -o records/ a.txt.gz
	lines records/a.txt.gz.ndjson 600
}

# same_as_plain FILE PACKED: the packed file gives records, messages and exit status of the plain one.
same_as_plain() {
	code=0
	"$telex" < "$1" > plain.out 2> plain.err || code=$?
	expect "$code" "$telex" < "$2"
	cmp out plain.out && cmp err plain.err || fail "$2 is not read as $1 is"
}

case_no_program_is_run() {
	mkdir traps kinds wire
	for name in lrzip grzip lzop lz4 lzma unlzma lzip lunzip compress uncompress gzip gunzip zcat bzip2 bunzip2 xz unxz zstd \
		unzstd uudecode rpm2cpio rpm 7z 7za 7zr unrar unzip zip tar bsdtar cpio ar sh cat; do
		printf '#!/bin/sh\necho %s >> "%s/run"\nexec /bin/cat\n' "$name" "$PWD" > "traps/$name"
	done
	chmod +x traps/*
	python3 "$here/archives.py" contents kinds
	tree
	for kind in tar gz bz2 xz zst zip; do
		pack "$kind" "kinds/wire.$kind" wire
	done
	(PATH=$PWD/traps && "$telex" kinds) > out 2> err || [ $? -eq 1 ] || fail "exit $?"
	for file in kinds/*.gz kinds/*z??; do
		(PATH=$PWD/traps && "$telex" < "$file") > out 2> err || [ $? -eq 1 ] || fail "$file"
	done
	[ ! -e run ] || fail "run: $(sort -u run)"
	"$PWD/traps/lrzip" < /dev/null
	[ -e run ] || fail "the traps do not work"
}

case_one_layer_is_removed() {
	mkdir kinds
	python3 "$here/archives.py" contents kinds
	for packed in kinds/*.*; do
		same_as_plain "${packed%.*}" "$packed"
	done
	expect 0 "$telex" kinds/mbox.gz kinds/mbox.zst
	lines out 6
	expect 0 "$telex" kinds/ustar
	says out gustar
}

case_other_kinds_are_named() {
	mkdir kinds
	python3 "$here/archives.py" contents kinds
	for kind in lz4 lzop compress lzma lzip lrzip grzip 7z rar rpm cab xar; do
		for file in "kinds/$kind" "kinds/$kind.gz"; do
			expect 1 "$telex" "$file"
			says err "telex: $file: $kind is not read, only gzip, bzip2, xz, zstd, tar and zip"
			[ ! -s out ] || fail "$file gives a record"
		done
	done
	expect 0 "$telex" kinds/uu kinds/base64 kinds/ar kinds/mtree
	printf 'LZIP and 7z and Rar! are text\n' > text
	expect 0 "$telex" text
	expect 0 python3 "$here/portions.py" "$telex" < text
}

# damaged NAME HEADLINES MESSAGE: what is read of an archive with one thing wrong, and what is reported.
damaged() {
	expect "${4:-1}" "$telex" "$1"
	found=$(sed -n 's/.*"headline":"\([^"]*\)".*/\1/p' out | tr '\n' ' ')
	[ "$found" = "$2" ] || fail "$1: '$found' instead of '$2'"
	[ -z "$3" ] || says err "telex: $1$3"
}

case_damage_is_reported() {
	python3 "$here/archives.py" damaged .
	for file in good*; do
		expect 0 "$telex" "$file"
	done
	damaged good-skipped.zst 'uno ' '' 0
	damaged good-cat.tar 'uno dos ' '' 0
	damaged crc.gz 'uno dos ' ': cannot read the archive: incorrect data check'
	damaged londay.gz 'uno ' ': cannot read the archive: incorrect data check'
	damaged length.gz 'uno dos ' ': cannot read the archive: incorrect length check'
	damaged second.gz 'uno ' ': cannot read the archive: incorrect header check'
	damaged short.gz 'uno dos ' ': cannot read the archive: truncated gzip input'
	for kind in gz bz2; do
		damaged "after.$kind" 'uno ' ': cannot read the archive: something else follows its end'
		damaged "padding.$kind" 'uno ' ': cannot read the archive: something else follows its end'
	done
	damaged second.bz2 'uno ' ': cannot read the archive: something else follows its end'
	for file in after.xz second.xz short.xz padding.xz short.bz2 second.zst short.zst after.zst \
		padding.zst; do
		damaged "$file" '' ': cannot read the archive: '
	done
	damaged cat-text.tar 'uno ' ': cannot read the archive: Damaged tar archive'
	damaged block.tar 'uno ' ': cannot read the archive: it is cut off: its end mark is missing'
	damaged good-names.tar 'uno dos ' '' 0
	says out '"member":"ñandú.txt"'
	damaged pax.tar 'uno dos ' '/'
	says err 'malformed pax extended attribute'
	damaged header.tar 'uno uno ' ': cannot read the archive: Damaged tar archive'
	damaged hard.tar 'uno dos ' '/b.txt: a hard link is not read: its text is that of a.txt'
	damaged encrypted.zip 'dos ' '/a.txt: cannot read the archive: '
	damaged cat.zip 'uno dos ' ': cannot read the archive: something else follows its end'
	damaged header.zip 'uno ' ': cannot read the archive: its members are not those of the list at its end'
	damaged name.zip 'uno dos ' ': cannot read the archive: its members are not those of the list at its end'
	damaged end.zip 'uno dos ' ': cannot read the archive: the list at its end is cut off or damaged'
	damaged list.zip 'uno dos ' ': cannot read the archive: '
	damaged crc.zip 'uno ' '/a.txt: cannot read the archive: ZIP bad CRC'
	damaged twice.gz '' ': an archive inside an archive is not read: gzip, which is compressed again'
	damaged tar-twice.gz '' ': an archive inside an archive is not read: bzip2, which is compressed again'
	damaged empty.zip '' ': cannot read the archive: the list at its end is cut off or damaged'
	damaged empty.gz '' ': no text'
	damaged nuls.gz '' ': no text'
}

case_many_members_and_frames() {
	envelopes 300 > text
	mkdir pieces
	python3 "$here/archives.py" pieces pieces text
	for packed in pieces/*; do
		same_as_plain text "$packed"
	done
	lines out 300
}

case_portions_of_one_byte() {
	mkdir kinds wire
	command -v zstd > /dev/null || skip "no zstd"
	dispatch uno > wire/a.txt
	dispatch dos > wire/b.txt
	for kind in tar gz bz2 xz zst zip; do
		pack "$kind" "kinds/wire.$kind" wire
	done
	rm kinds/wire.tar
	python3 "$here/archives.py" damaged kinds
	rm kinds/good-[psz]* kinds/padding.* kinds/after.* kinds/second.* kinds/short.x*
	dispatch tres > text
	python3 "$here/archives.py" pieces kinds text
	printf '\357\273\277' > kinds/bom
	dispatch bom >> kinds/bom
	dispatch wide | iconv -f UTF-8 -t UTF-16 > kinds/utf-16
	dispatch wide | iconv -f UTF-8 -t UTF-16BE | { printf '\376\377' && cat; } > kinds/utf-16be
	printf 'B' > kinds/b
	printf '\037' > kinds/1f
	: > kinds/nothing
	cp "$source"/fixtures/mail/[a-e]*.[em]* "$source"/fixtures/efe/ad*.txt kinds/
	for file in kinds/*; do
		code=0
		"$telex" < "$file" > whole.out 2> whole.err || code=$?
		expect "$code" python3 "$here/portions.py" "$telex" < "$file"
		cmp out whole.out || fail "other records of $file in portions"
		cmp err whole.err || fail "other messages of $file in portions: $(cat err)"
	done
}

case_a_live_feed_is_not_held_up() {
	mkfifo feed
	"$telex" < feed > out 2> err &
	pid=$!
	exec 3> feed
	printf 'ZCZC a\nTitular\n\nMadrid, 3 oct (EFE).- Hoy. EFE\nNNNN\n' >&3
	waited=0
	while [ ! -s out ] && [ "$waited" -lt 100 ]; do
		sleep 0.1
		waited=$((waited + 1))
	done
	lines out 1
	exec 3>&-
	wait "$pid" || fail "exit $?"
	"$telex" < feed > out 2> err &
	pid=$!
	exec 3> feed
	python3 - >&3 <<-'END'
		import sys, zlib
		packer = zlib.compressobj(wbits=31)
		text = b"ZCZC a\nTitular\n\nMadrid, 3 oct (EFE).- Hoy. EFE\nNNNN\n"
		sys.stdout.buffer.write(packer.compress(text) + packer.flush(zlib.Z_SYNC_FLUSH))
	END
	waited=0
	while [ ! -s out ] && [ "$waited" -lt 100 ]; do
		sleep 0.1
		waited=$((waited + 1))
	done
	lines out 1
	kill "$pid"
	code=0
	wait "$pid" || code=$?
	[ "$code" -eq 143 ] || fail "exit $code instead of 143"
	exec 3>&-
}

# outside: all files but the output and those of the case.
outside() {
	find . -path ./deep/er/out -prune -o -path './*/*' -print | sort
	find . -maxdepth 1 ! -name out ! -name err ! -name before ! -name after | sort
}

case_climbing_names_stay_inside() {
	mkdir -p deep/er/in outside
	python3 "$here/archives.py" climbing deep/er/in
	outside > before
	for run in 1 2; do
		(cd deep/er && "$telex" -q -o out/ in) > out 2> err || [ $? -ne 2 ] || fail "exit 2: $(cat err)"
	done
	outside > after
	cmp before after || fail "$(comm -13 before after)"
	[ ! -e /tmp/telex-absolute.txt.json ] && [ ! -e /tmp/telex-through.txt.json ] || fail "written outside"
	[ -z "$(find deep/er/out -type l)" ] || fail "a symbolic link"
	says 'deep/er/out/in/pax.tar/%2E%2E/%2E%2E/up.txt.json' '"member":"../../up.txt"'
}

case_names_in_a_zip() {
	python3 - <<-'END'
		import zipfile
		with zipfile.ZipFile("a.zip", "w") as archive:
		    archive.writestr("añó/ü€.txt", "Titular\n\nMadrid, 3 oct (EFE).- Hoy. EFE\n")
		    archive.writestr("plain.txt", "Titular\n\nMadrid, 3 oct (EFE).- Hoy. EFE\n")
	END
	expect 0 "$telex" a.zip
	says out '"member":"añó/ü€.txt"'
	says out '"member":"plain.txt"'
}
