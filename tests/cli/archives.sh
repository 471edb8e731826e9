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
