# Cases of the command: records that are read back.

# again FLAGS...: the fixtures' records, with these flags, are the same bytes when they are read and written again.
again() {
	(cd "$source/fixtures" && "$telex" -q "$@" . > "$work/first" 2> /dev/null) || true
	[ "$(wc -c < first)" -gt 100000 ] || fail "few records: $*"
	expect 0 "$telex" -q first
	cmp -s first out || fail "not the same again: $*"
}

case_records_are_written_again() {
	work=$PWD
	again
	again --spans --hash
	again --fields=headline,dateline,body
	again --fields=-source,-word_count,-warnings
}

case_records_in_an_array_and_indented() {
	(cd "$source/fixtures" && "$telex" -q efe note > "$OLDPWD/lines") || true
	count=$(wc -l < lines)
	expect 0 "$telex" -q -p lines
	mv out indented
	[ "$(wc -l < indented)" -gt "$((10 * count))" ] || fail "not indented"
	expect 0 "$telex" -q indented
	cmp -s lines out || fail "indented records differ"
	{ echo '['; sed '$!s/$/,/' lines; echo ']'; } > array.json
	expect 0 "$telex" -q array.json
	cmp -s lines out || fail "records of an array differ"
	expect 0 "$telex" -q -p -f record lines
	cmp -s indented out || fail "records that are named differ"
}

case_records_become_other_outputs() {
	(cd "$source/fixtures" && "$telex" -q readme nitf > "$OLDPWD/lines") || true
	(cd "$source/fixtures" && "$telex" -q --to ninjs readme nitf > "$OLDPWD/items") || true
	expect 0 "$telex" -q --to ninjs lines
	cmp -s items out || fail "ninjs of records differs"
	expect 0 "$telex" -q --fields=headline,slug lines
	says out '{"telex":"1.0","slug":"jfr-ks"}'
	head -n 1 lines > one
	expect 0 "$telex" --to view one
	says out "dateline | Lisbon, March 3 (EFE).-"
	says out "year unknown"
	expect 0 "$telex" --to tokens one
	python3 -c 'import json, sys
for line in sys.stdin: print(json.loads(line)["text"], end="")' < out > text
	printf '%s\n' jfr-ks 'By Jaime Ferrán' 'Lisbon, March 3 (EFE).- The mayor said Monday that the tram will be back on Line 28 before Easter.' \
		'“It is only a spring,” he said.' EFE jfr ks > wanted
	cmp -s text wanted || fail "another text: $(cat text)"
	expect 0 "$telex" --hash one
	says out '"hash":"'
}

case_records_are_checked() {
	printf 'Un titular\n\nUn párrafo sin data que dice algo más.\n\nOtro párrafo. EFE\nabc/def\n' > a.txt
	"$telex" -q a.txt > lines
	"$telex" -q "$source/fixtures/readme/tram.txt" >> lines
	"$telex" -q a.txt >> lines
	expect 1 "$telex" --check lines
	lines out 2
	says out "lines:1:1: warning: "
	says out "lines:3:1: warning: "
	says out "[dateline-missing]"
}

case_a_record_that_is_cut_off_loses_no_other() {
	"$telex" -q "$source/fixtures/readme/tram.txt" > one
	for size in 1 5 9 10 40 200 700; do
		{ cat one; head -c $size one; echo; cat one; echo junk; cat one; head -c $size one; } > lines
		expect 1 "$telex" lines
		[ "$(grep -cFx "$(cat one)" out)" -eq 3 ] || fail "records are lost after $size bytes"
		lines err 3
		says err "lines:4:"
		says err "lines:6:"
	done
}

# A section, an attribute and a comment of more than 10 MB, which libxml2 refuses by itself.
case_xml_constructs_of_any_length() {
	words() { yes 'word word word word' | head -c 11000000 | tr '\n' ' '; }
	{
		printf '<nitf><body><body.content><p><![CDATA['
		words
		printf ']]></p><p>Last one.</p></body.content></body></nitf>'
	} > section.xml
	{
		printf '<nitf><body><body.content><p a="'
		words
		printf '">First one.</p><!-- '
		words
		printf ' --><p>Last one.</p></body.content></body></nitf>'
	} > others.xml
	expect 0 "$telex" --max-size 32M section.xml others.xml
	lines out 2
	[ "$(grep -c '"Last one."\]' out)" -eq 2 ] || fail "a record lacks its end"
	says out '["First one.","Last one."]'
	[ "$(grep -o 'word' out | wc -l)" -gt 2000000 ] || fail "the text of the section is not whole"
	! grep -q envelope-broken out || fail "a document is called broken"
}
