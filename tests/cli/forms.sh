# Cases of outputs for spreadsheets and for people: csv, tsv, text, html.

# quoted: a dispatch with what CSV and TSV must escape.
quoted() {
	printf 'Dijo "no", y\tcalló\n\nMadrid, 3 oct (EFE).- Uno, dos.\n\nTres. EFE\nabc/def\n'
}

# rows FILE DELIMITER: the rows as Python reads them, one list a line.
rows() {
	python3 - "$1" "$2" <<-'END'
		import csv, sys
		with open(sys.argv[1], newline="", encoding="utf-8") as file:
		    for row in csv.reader(file, delimiter=sys.argv[2]):
		        print(row)
	END
}

case_csv() {
	quoted > a
	dispatch dos > b
	expect 0 "$telex" -t csv --fields headline,dateline.places.0.country,dateline.places.canonical,body,signoff,word_count,slug a b
	rows out , > got
	cat > want <<-'END'
		['headline', 'dateline.places.0.country', 'dateline.places.canonical', 'body', 'signoff', 'word_count', 'slug']
		['Dijo "no", y calló', 'ES', 'Madrid', 'Uno, dos. | Tres.', 'abc | def', '3', 'abc/def']
		['dos', 'ES', 'Madrid', 'El consejo aprobó hoy la ley de dos. | Entra en vigor mañana.', 'abc | def', '12', 'abc/def']
	END
	diff want got || fail "other rows"
	[ "$(grep -c "$(printf '\r')\$" out)" -eq 3 ] || fail "rows do not end in CR LF"
	# Each value is that of the record.
	"$telex" a > record
	for path in agency.code headline dateline.text end_mark; do
		"$telex" -t csv --fields "$path" a > out
		[ "$(rows out , | tail -n 1)" = "['$(jq -r ".$path" record)']" ] || fail "$path: $(cat out)"
	done
	[ "$("$telex" -t csv --fields dateline.places.0.lat a | tail -n 1 | tr -d '\r')" = 40.4165 ] || fail "a number"
	"$telex" -t csv --fields dateline.places a > out
	rows out , | tail -n 1 | grep -q '"canonical":"Madrid"' || fail "an object is JSON"
	expect 0 "$telex" -t csv a
	rows out , | head -n 1 | grep -q "'source.path', 'source.member'" || fail "the usual columns: $(cat out)"
	for wrong in headlin headline.x dateline.places.x body.1.x -body '' 'headline,'; do
		expect 2 "$telex" -t csv --fields "$wrong" a
		[ ! -s out ] || fail "$wrong: a header without rows"
	done
}

# One header, whatever the number of workers, in an output that was cut off, in each file of a folder.
case_header_is_written_once() {
	many wire 300
	for to in csv tsv html; do
		expect 0 "$telex" -t $to -j 1 -o "one.$to" wire
		expect 0 "$telex" -t $to -j 4 -o "four.$to" wire
		cmp "one.$to" "four.$to" || fail "$to: other bytes with more workers"
		"$telex" -t $to wire/1.txt > single
		case $to in
		html) [ "$(grep -c '<!DOCTYPE' "one.$to")" -eq 1 ] && [ "$(grep -c '^<article>' "one.$to")" -eq 300 ] ;;
		*) lines "one.$to" 301 ;;
		esac || fail "$to: not one header"
		expect 0 "$telex" -t $to -o tree/ wire/1.txt wire/2.txt
		cmp single "tree/wire/1.txt.$to" || fail "$to: another file in a folder"
		expect 0 "$telex" -t $to --resume -o tree/ wire/1.txt wire/2.txt
		[ "$(find tree -name "*.$to" | wc -l)" -eq 2 ] || fail "$(find tree)"
	done
	killed 0.05 "$telex" -t csv -j 1 -o cut.csv wire
	expect 0 "$telex" -t csv -j 1 --resume -o cut.csv wire
	cmp one.csv cut.csv || fail "resumed: other bytes"
}

case_tsv() {
	printf 'Uno\\dos\n\nMadrid, 3 oct (EFE).- Tres.\n' > a
	expect 0 "$telex" -t tsv --fields headline,agency.code,body a
	printf 'headline\tagency.code\tbody\nUno\\\\dos\tEFE\tTres.\n' | cmp - out || fail "$(cat out)"
	awk -F '\t' 'NF != 3 { exit 1 }' out || fail "not three columns"
}

case_text() {
	dispatch uno > a
	expect 0 "$telex" -t text a
	cat > want <<-'END'
		uno

		Madrid, 3 oct (EFE).- El consejo aprobó hoy la ley de uno.

		Entra en vigor mañana.


	END
	cmp want out || fail "$(cat out)"
	expect 0 "$telex" -t text --fields headline a a
	[ "$(cat out)" = "$(printf 'uno\nuno')" ] || fail "$(cat out)"
	expect 0 "$telex" -t text --fields body a
	lines out 2
	expect 0 "$telex" -t text --fields headline,abstract,language a
	[ "$(cat out)" = "$(printf 'uno\n\nes')" ] || fail "$(cat out)"
}

case_html() {
	printf '<b>Uno</b> & "dos"\033[1m\n\nMadrid, 3 oct (EFE).- Tres.\n' > '<a>&b'
	expect 0 "$telex" -t html -f text '<a>&b'
	says out '&lt;a&gt;&amp;b'
	says out '&lt;b&gt;Uno&lt;/b&gt; &amp; "dos"␛[1m'
	says out '<div class="dateline"><b>dateline</b><p>Madrid, 3 oct (EFE).- </p></div>'
	says out 'prefers-color-scheme: dark'
	grep -q '<b>Uno' out && fail "markup of the dispatch is markup of the page"
	grep -qE '<script|https?://|<link|<img' out && fail "the page needs something else"
	python3 - <<-'END'
		import html.parser
		class Check(html.parser.HTMLParser):
		    open = []
		    void = {"meta"}
		    def handle_starttag(self, tag, attributes):
		        if tag not in self.void: self.open.append(tag)
		    def handle_endtag(self, tag):
		        assert self.open.pop() == tag, tag
		check = Check()
		check.feed(open("out", encoding="utf-8").read())
		assert check.open == ["html", "body"], check.open
	END
	# The ends of lines are no text, in whatever way they are written, nor are lines of nothing.
	printf 'Uno\r\n\r\nMadrid, 3 oct (EFE).- Tres\r\nbarcos.\r\n' > crlf
	"$telex" -t html crlf > out
	[ "$(sed -n '/<p>Tres/,/<.p>/p' out)" = "$(printf '<div class="paragraph"><b>paragraph</b><p>Tres\nbarcos.</p></div>')" ] ||
		fail "$(cat out)"
	grep -q '␍' out && fail "an end of a line is shown as a control character"
	expect 0 "$telex" -t html "$source/fixtures/page/comments-below.html"
	says out '<div class="page"><b>page</b><p>Comments'
	grep -qE '<p>[[:space:]]*(</p>)?$' out && fail "a field of nothing is shown"
	# Every text of the dispatch is in the page.
	dispatch uno > b
	"$telex" -t html b | sed 's/<b>[^<]*<.b>//; s/<[^>]*>//g' | tr -d ' \n' > plain
	grep -qF -- "$(tr -d ' \n' < b)" plain || fail "not all is in the page: $(cat plain)"
}
