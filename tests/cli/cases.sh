# The cases of the command, by what they show.

case_standard_input() {
	dispatch pesca > a
	expect 0 "$telex" < a
	lines out 1
	says out '"headline":"pesca"'
	expect 0 "$telex" - < a
	lines out 1
	[ ! -s err ] || fail "something was said: $(cat err)"
}

case_several_files() {
	dispatch uno > a
	dispatch dos > b
	expect 0 "$telex" a - b < a
	lines out 3
	says out '"path":"a"'
	says out '"path":"b"'
}

case_missing_file_among_good_ones() {
	dispatch uno > a
	dispatch dos > b
	expect 1 "$telex" a nowhere b
	lines out 2
	says err 'telex: nowhere: cannot open'
}

case_unreadable_file() {
	dispatch uno > a
	dispatch dos > b
	chmod 755 .
	chmod 000 a
	as_nobody "$telex" --version > /dev/null 2>&1 || skip "cannot run as nobody"
	expect 1 as_nobody "$telex" a b
	lines out 1
	says err 'telex: a: cannot open'
}

case_name_with_newline() {
	name=$(printf 'a\nb')
	expect 1 "$telex" "$name"
	lines err 1
	says err 'a\x0ab'
}

case_empty_input() {
	: > a
	expect 1 "$telex" a
	says err 'telex: a: no text'
	[ ! -s out ] || fail "a record of nothing"
	printf ' \n\r\n\t\n' > b
	expect 1 "$telex" b
	says err 'telex: b: no text'
}

case_binary_input() {
	printf '%%PDF-1.4 \377\376\000' > a
	dispatch uno > b
	expect 1 "$telex" a b
	says err 'telex: a: not text but a PDF'
	lines out 1
}

case_nul_bytes() {
	printf 'T\303\255tulo\n\nMadrid, 3 oct (EFE).- El \000 consejo aprob\303\263 hoy la ley de pesca y nada m\303\241s.\n' > a
	expect 0 "$telex" a
	says out 'El consejo aprobó'
	says out 'control-characters'
}

case_unfinished_utf8() {
	printf 'Madrid, 3 oct (EFE).- El a\303\261o acab\303' > a
	expect 0 "$telex" a
	says out 'charset-mixed'
}

case_right_to_left_marks() {
	printf 'Haifa, 3 oct (EFE).- El \342\200\217\327\251\327\234\327\225\327\235\342\200\216 del alcalde.\n' > a
	expect 0 "$telex" a
	says out "$(printf '\327\251\327\234\327\225\327\235')"
}

case_line_of_10_mib() {
	{ printf 'Madrid, 3 oct (EFE).- '; head -c 10485760 /dev/zero | tr '\0' 'x'; echo; } > a
	expect 0 "$telex" a
	[ "$(wc -c < out)" -gt 10485760 ] || fail "the line is not in the record"
}

case_million_lines() {
	{ printf 'Madrid, 3 oct (EFE).- Lista.\n'; yes 'uno dos.' | head -n 1000000; } > a
	expect 0 "$telex" --no-places a
	says out '"word_count":2000001'
}

case_full_disk() {
	[ -e /dev/full ] || skip "no /dev/full"
	dispatch uno > a
	code=0
	"$telex" a > /dev/full 2> err || code=$?
	[ "$code" -eq 3 ] || fail "exit $code instead of 3"
	says err 'standard output: cannot write'
}

case_closed_pipe() {
	{ for i in 1 2 3 4 5 6 7 8; do echo ZCZC; dispatch "d$i"; echo NNNN; done; } > one
	i=0
	while [ $i -lt 12 ]; do cat one one > two; mv two one; i=$((i + 1)); done
	{ code=0; "$telex" one 2> err || code=$?; echo $code > code; } | head -n 1 > out
	lines out 1
	[ "$(cat code)" -eq 0 ] || fail "exit $(cat code) instead of 0"
	[ ! -s err ] || fail "something was said: $(cat err)"
}

case_wrong_usage() {
	expect 2 "$telex" --no-such-option
	expect 2 "$telex" --to paper
	expect 2 "$telex" --output
	expect 2 "$telex" --charset no-such-charset
	says err "unknown charset 'no-such-charset'"
	expect 2 "$telex" --agency NONE
	expect 2 "$telex" --reference-date yesterday
	expect 2 "$telex" --max-size 12q
	expect 2 "$telex" --from paper
	expect 2 "$telex" -Z
}

case_misspelled_option() {
	expect 2 "$telex" --pretyt
	says err "did you mean '--pretty'?"
}

case_max_size() {
	dispatch uno > a
	expect 1 "$telex" --max-size 20 a
	says err 'larger than 20 bytes'
	{ echo ZCZC; head -c 5000 /dev/zero | tr '\0' 'x'; echo; echo NNNN; echo ZCZC; dispatch dos; echo NNNN; } > b
	expect 1 "$telex" --max-size 4k b
	lines out 1
	says out '"headline":"dos"'
}

case_output_file() {
	dispatch uno > a
	expect 0 "$telex" -o records a
	lines records 1
	expect 3 "$telex" -o nowhere/records a
	expect 1 "$telex" -o records a nowhere
	lines records 1
	[ "$(ls | grep -c records)" -eq 1 ] || fail "something was left behind: $(ls)"
}

case_check() {
	dispatch uno > a
	expect 0 "$telex" --check a
	[ ! -s out ] || fail "a finding: $(cat out)"
	printf 'Titular\n\nUn texto cualquiera que no dice de dónde viene ni de cuándo es.\n' > b
	expect 1 "$telex" --check a b
	lines out 1
	says out 'b:1:1: warning: no dateline was found [dateline-missing]'
	expect 1 "$telex" --check < b
	says out '<stdin>:1:1: warning:'
}

case_strict() {
	printf 'Titular\n\nUn texto cualquiera que no dice de dónde viene ni de cuándo es.\n' > a
	expect 0 "$telex" a
	expect 1 "$telex" --strict a
	lines out 1
	says err '[dateline-missing]'
}

case_quiet_and_verbose() {
	printf 'Titular\n\nUn texto cualquiera que no dice de dónde viene ni de cuándo es.\n' > a
	expect 0 "$telex" -v a
	says err '[dateline-missing]'
	: > b
	expect 1 "$telex" -q b
	[ ! -s err ] || fail "not quiet: $(cat err)"
}

case_pretty_spans_tokens_view() {
	dispatch uno > a
	expect 0 "$telex" --pretty a
	says out '  "headline": "uno"'
	expect 0 "$telex" --spans a
	says out '"spans":{'
	expect 0 "$telex" --to tokens a
	says out '"kind":"dateline"'
	expect 0 "$telex" --to view a
	says out 'headline | uno'
	expect 0 "$telex" --to view --color=always a
	says out "$(printf '\033[')"
	expect 0 env NO_COLOR=1 "$telex" --to view --color=always a
	says out "$(printf '\033[')"
	expect 0 "$telex" --to view --color=auto a
	! grep -q "$(printf '\033')" out || fail "colours in a file"
}

case_fields() {
	dispatch uno > a
	expect 0 "$telex" --fields headline,body a
	says out '{"telex":"1.0","headline":"uno","body":['
	! grep -q 'source\|dateline\|word_count' out || fail "$(cat out)"
	expect 0 "$telex" --fields=-body,-source --spans a
	says out '"dateline":{'
	! grep -q '"body"\|"source"' out || fail "$(cat out)"
	expect 2 "$telex" --fields headline,kopf a
	says err "the record has no key 'kopf'"
	expect 2 "$telex" --fields headline,-body a
	expect 2 "$telex" --fields '' a
}

case_hash_and_ninjs() {
	dispatch uno > a
	dispatch dos > b
	expect 0 "$telex" --hash a a b
	[ "$(grep -o '"hash":"[0-9a-f]\{32\}"' out | sort | uniq | wc -l)" -eq 2 ] || fail "$(cat out)"
	expect 0 "$telex" --to ninjs a
	says out '"uri":"urn:telex:xxh128:'
	! grep -q versionCreated out || fail "a time that nobody stated"
	expect 0 "$telex" --to ninjs2 --pretty a
	says out '  "infosources": ['
	expect 0 "$telex" -o mirror/ --to ninjs a b
	lines mirror/a.json 1
}

case_what_the_input_does_not_say() {
	dispatch uno > a
	expect 0 "$telex" --reference-date 2020-10-01 a
	says out '"date":"2020-10-03"'
	says out '"year_from":"reference"'
	expect 0 "$telex" --language es-ES a
	says out '"language":"es-ES"'
	! grep -q language_inferred out || fail "a stated language was inferred"
	expect 0 "$telex" --agency lusa a
	says out '"code":"LUSA"'
	expect 0 "$telex" --no-places a
	! grep -q geonames_id out || fail "a place was looked up"
	iconv -f UTF-8 -t CP850 a > b
	expect 0 "$telex" --charset CP850 b
	says out 'aprobó'
}

case_names_of_subjects() {
	printf '<nitf><head><tobject><tobject.subject tobject.subject.refnum="%s"/></tobject></head><body/></nitf>' \
		20000344 > a
	printf '{"conceptSet": [{"qcode": "medtop:20000344", "prefLabel": {"en-GB": "economy"},
		"broader": ["http://cv.iptc.org/newscodes/mediatopic/04000000"]}]}' > topics.json
	expect 0 "$telex" a
	says out '"subjects":[{"code":"20000344","scheme":"medtop"}]'
	expect 0 "$telex" --subjects topics.json a
	says out '"name":"economy","scheme":"medtop","medtop":{"code":"04000000"'
	expect 1 "$telex" --subjects nowhere.json a
	says err "cannot open the subjects 'nowhere.json'"
	expect 1 "$telex" --subjects a a
	says err "are no JSON"
	expect 2 "$telex" --subjects
}

case_lists_and_help() {
	expect 0 "$telex" --help
	[ "$(awk 'length > 80' out | wc -l)" -eq 0 ] || fail "help is wider than 80 columns"
	for list in --list-formats --list-agencies --list-warnings --version; do
		expect 0 "$telex" $list
		[ -s out ] || fail "$list lists nothing"
	done
	expect 0 "$telex" --version -v
	says out GeoNames
	says out IPTC
}

case_manual_names_everything() {
	"$telex" --help | sed -n 's/^.*--\([a-z-]*\).*$/\1/p' | sort -u > options
	while read -r option; do
		grep -q "Fl Fl $(echo "$option" | sed 's/-/\\\\*-/g')" "$source/docs/telex.1" ||
			grep -qF "Fl Fl $option" "$source/docs/telex.1" || fail "telex.1 lacks --$option"
	done < options
	"$telex" --list-warnings | while read -r code rest; do
		grep -qx ".It $code" "$source/docs/telex.1" || fail "telex.1 lacks $code"
	done
	sed -n 's/^TELEX_API.*[ *]\(telex_[a-z_]*\)(.*$/\1/p' "$source"/include/telex/*.h | while read -r name; do
		grep -qF ".Fn $name" "$source/docs/telex.3" || fail "telex.3 lacks $name"
	done
}

case_manual_is_well_formed() {
	command -v mandoc > /dev/null || skip "no mandoc"
	mandoc -Tlint -Wwarning "$source/docs/telex.1" "$source/docs/telex.3" || fail "mandoc complains"
}

# A NITF document of one paragraph: nitf TEXT
nitf() {
	printf '<?xml version="1.0"?>\n<nitf><body><body.head><hedline><hl1>%s</hl1></hedline></body.head>' "$1"
	printf '<body.content><p>Vigo, 10 mar (EFE).- Texto de %s. EFE</p></body.content></body></nitf>\n' "$1"
}

case_formats_by_their_bytes() {
	nitf pesca > a.txt
	expect 0 "$telex" a.txt
	says out '"format":"nitf"'
	expect 0 "$telex" --from nitf a.txt
	says out '"format":"nitf"'
	expect 0 "$telex" --from text a.txt
	says out '"format":"text"'
	expect 2 "$telex" --from nift a.txt
	says err "unknown format 'nift'"
}

case_unknown_markup() {
	printf '<?xml version="1.0"?><inventory><item/></inventory>\n' > a
	nitf pesca > b
	expect 1 "$telex" a b
	lines out 1
	says err "telex: a:1:1: unknown XML format: the root element is 'inventory'"
}

case_deeply_nested_xml() {
	{
		printf '<nitf><body><body.head><hedline><hl1>Hondo</hl1></hedline></body.head><body.content>'
		awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<block>"; for (i = 0; i < 100000; i++) printf "</block>" }'
		printf '</body.content></body></nitf>\n'
	} > a
	nitf pesca >> a
	expect 0 "$telex" a
	lines out 2
	says out '"headline":"Hondo"'
	says out 'envelope-broken'
	says out 'depth'
	says out '"headline":"pesca"'
}

case_deeply_nested_json() {
	awk 'BEGIN { printf "{\"uri\":\"a\",\"x\":"; for (i = 0; i < 100000; i++) printf "[";
		for (i = 0; i < 100000; i++) printf "]"; print "}" }' > a
	echo '{"uri":"b","headline":"Luego"}' >> a
	expect 0 "$telex" a
	lines out 2
	says out 'what is inside more than 2,048 brackets was left out'
	says out '"headline":"Luego"'
}

case_deeply_nested_html() {
	{
		printf '{"uri":"a","headline":"Hondo","body_html":"<p>Uno.</p>'
		awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<div>" }'
		printf 'Dos."}\n'
	} > a
	expect 0 "$telex" a
	says out '"body":["Uno.","Dos."]'
}

case_document_too_large() {
	{
		printf '<nitf><body><body.content><p>'
		head -c 70000 /dev/zero | tr '\0' x
		printf '</p></body.content></body></nitf>\n'
	} > a
	expect 1 "$telex" --max-size 64k a
	says err 'telex: a:1:1: the d'
	says err 'larger than 65536 bytes'
	expect 0 "$telex" a
}

case_stream_of_documents() {
	for i in 1 2 3 4 5 6 7 8 9; do nitf "n$i"; done > a
	expect 0 "$telex" < a
	lines out 9
	says out '"headline":"n9"'
	says out '"index":8'
}

case_lines_of_json() {
	{
		printf '{"id": 1, "text": "Vigo, 10 mar (EFE).- Uno. EFE"}\n'
		printf 'no json\n'
		printf '{"id": 3}\n'
		printf '{"id": 4, "text": "Vigo, 10 mar (EFE).- Cuatro. EFE", "tags": ["a", "b"]}\n'
	} > a
	expect 0 "$telex" --from jsonl --text-key text a
	lines out 4
	sed -n 1p out > first
	says first '"input":{"id":1}'
	says first '"body":["Uno."]'
	sed -n 2p out > second
	says second '"input":"no json"'
	says second 'envelope-broken'
	sed -n 4p out > fourth
	says fourth '"input":{"id":4,"tags":["a","b"]}'
	expect 1 "$telex" --from jsonl --text-key text --strict a
}

case_what_no_key_takes() {
	printf '<nitf><head><meta name="x" content="y"/><own><thing kind="k">stays</thing></own></head><body/></nitf>' > a
	expect 0 "$telex" -v a
	says err 'note: not taken: own/thing = stays'
	says err 'note: not taken: own/thing@kind = k'
	expect 0 "$telex" a
	[ ! -s err ] || fail "something was said: $(cat err)"
}

# A charset whose letters are followed by their accents keeps its last one; half a character is U+FFFD, and said.
case_last_letter_of_a_charset() {
	printf 'Hanoi, 3 oct (EFE).- El consejo aprob\363 la ley del ca' > a
	expect 0 "$telex" --charset windows-1258 a
	says out 'la ley del ca"'
	printf 'Tokio, 3 oct (EFE).- La ley \202\240\202' > b
	expect 0 "$telex" --charset SHIFT_JIS b
	says out "$(printf 'La ley \343\201\202\357\277\275')"
	says out '"charset-mixed"'
	printf '{"headline":"Ley","body_text":"Hanoi, 3 oct (EFE).- La ley \212 sale"}' > c
	expect 0 "$telex" --charset windows-1258 c
	says out "$(printf 'La ley \357\277\275 sale')"
	says out '"charset-mixed"'
}

case_joined_dispatches() {
	for name in uno dos tres; do dispatch "$name" > "$name"; done
	cat uno dos tres > a
	expect 0 "$telex" < a
	lines out 3
	says out '"headline":"tres"'
	expect 0 "$telex" --split=never a
	lines out 1
	grep -q second-dateline out && fail "a warning although the user has said it"
	{ cat uno; echo '@@'; printf 'Sin fecha.\n'; } > b
	expect 0 "$telex" b
	lines out 1
	expect 0 "$telex" --split=@@ b
	lines out 2
	says out '"body":["Sin fecha."]'
}
