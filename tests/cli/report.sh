# The cases of what the command says: findings, errors, summaries, completion.

# A dispatch with one warning: no_dateline FILE
no_dateline() {
	printf 'Titular\n\nUn texto cualquiera que no dice de dónde viene ni de cuándo es.\n' > "$1"
}

# is FILE TEXT: the file is that line.
is() {
	printf '%s\n' "$2" | diff - "$1" || fail "$1 is not '$2'"
}

case_check_says_nothing_else() {
	no_dateline a
	printf '<nitf><own>stays</own><body/></nitf>' > b
	expect 1 "$telex" --check -v a b
	[ "$(grep -c ': warning: ' out)" -eq "$(wc -l < out)" ] || fail "not only findings: $(cat out)"
	[ ! -s err ] || fail "something was said: $(cat err)"
}

case_findings_in_each_form() {
	no_dateline a
	expect 1 "$telex" --check --format-errors=text a
	is out 'a:1:1: warning: no dateline was found [dateline-missing]'
	expect 1 "$telex" --check --format-errors=github a
	is out '::warning file=a,line=1,col=1,title=dateline-missing::no dateline was found'
	expect 1 "$telex" --check --format-errors=json a
	is out '{"kind":"warning","path":"a","line":1,"column":1,"code":"dateline-missing","message":"no dateline was found"}'
	expect 1 "$telex" --check --format-errors=json < a
	is out '{"kind":"warning","line":1,"column":1,"code":"dateline-missing","message":"no dateline was found"}'
	expect 0 "$telex" -v --format-errors=json a
	says err '"code":"dateline-missing"'
}

case_errors_in_each_form() {
	name=$(printf 'a,b:%%\nc')
	: > "$name"
	expect 1 "$telex" "$name"
	is err 'telex: a,b:%\x0ac: no text'
	expect 1 "$telex" --format-errors=github "$name"
	is err '::error file=a%2Cb%3A%25%0Ac,title=empty::no text'
	expect 1 "$telex" --format-errors=json "$name"
	is err '{"kind":"error","path":"a,b:%\nc","code":"empty","message":"no text"}'
	expect 1 "$telex" --format-errors=json nowhere
	is err '{"kind":"error","path":"nowhere","code":"io","message":"cannot open: No such file or directory"}'
	printf '<?xml version="1.0"?><inventory/>' > x
	expect 1 "$telex" --format-errors=github x
	says err '::error file=x,line=1,col=1,title=syntax::unknown XML format'
}

case_notes_in_each_form() {
	printf '<nitf><own>stays</own><body/></nitf>' > a
	expect 0 "$telex" -v a
	says err 'a: note: not taken: nitf/own = stays'
	expect 0 "$telex" -v --format-errors=json a
	says err '{"kind":"note","path":"a","code":"not-taken","message":"not taken: nitf/own = stays"}'
}

case_name_that_is_no_utf8() {
	name=$(printf 'a\377\033[31m')
	: > "$name" || skip "the file system takes no such name"
	expect 1 "$telex" "$name"
	is err 'telex: a\xff\x1b[31m: no text'
}

case_errors_file() {
	dispatch uno > a
	: > b
	expect 1 "$telex" -q --errors failures a b nowhere
	lines out 1
	lines failures 2
	sed -n 1p failures > first
	is first '{"kind":"error","path":"b","code":"empty","message":"no text"}'
	says failures '"path":"nowhere"'
	[ ! -s err ] || fail "not quiet: $(cat err)"
	expect 0 "$telex" --errors failures a
	[ -f failures ] && [ ! -s failures ] || fail "no empty file: $(cat failures)"
	expect 3 "$telex" --errors nowhere/failures a
	says err 'nowhere/failures: cannot write'
	[ "$(ls | grep -c failures)" -eq 1 ] || fail "something was left behind: $(ls)"
}

case_allow_and_deny() {
	no_dateline a
	dispatch uno > b
	expect 0 "$telex" --check --allow dateline-missing a b
	[ ! -s out ] || fail "a finding: $(cat out)"
	expect 0 "$telex" --strict --allow body-missing --allow dateline-missing a
	[ ! -s err ] || fail "something was said: $(cat err)"
	says out dateline-missing
	expect 1 "$telex" --deny dateline-missing a
	lines out 1
	says err '[dateline-missing]'
	expect 0 "$telex" --deny dateline-missing b
	expect 0 "$telex" --deny body-missing --deny frame-open a
	expect 0 "$telex" --deny dateline-missing --allow dateline-missing a
	expect 1 "$telex" --allow dateline-missing --deny dateline-missing a
}

# What makes the run fail is an error in each form, a failure of the summary, and a line of --errors.
case_failing_warnings_agree() {
	no_dateline a
	dispatch uno > b
	for option in --strict --deny=dateline-missing; do
		expect 1 "$telex" "$option" --format-errors=github --summary=json --errors failed a b
		lines out 2
		[ "$(grep -c '^::error ' err)" -eq 1 ] || fail "$option: not one error: $(cat err)"
		! grep -q '^::warning' err || fail "$option: a warning: $(cat err)"
		says err '"failures":1,'
		says err '"warnings":{"dateline-missing":1}'
		lines failed 1
		says failed '"kind":"error","path":"a","line":1,"column":1,"code":"dateline-missing"'
		expect 1 "$telex" "$option" --check --summary=json a b
		is out 'a:1:1: error: no dateline was found [dateline-missing]'
		says err '"failures":1,'
	done
	expect 0 "$telex" --strict --allow dateline-missing --summary=json a b
	says err '"failures":0,'
	expect 1 "$telex" --check --format-errors=github --summary=json a b
	says out '::warning file=a'
	says err '"failures":0,'
}

# Fifty unreadable references, each in a part of its own: 32 warnings and one that counts the others.
case_warnings_beyond_the_last() {
	{
		printf 'From: a@b.example\nSubject: Ley\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n'
		i=0
		while [ $i -lt 50 ]; do
			printf -- '--x\nContent-Transfer-Encoding: rot\n\nMadrid, 3 oct (EFE).- Parte %s.\n\n' $i
			i=$((i + 1))
		done
		printf -- '--x--\n'
	} > a
	expect 1 "$telex" --check a
	[ "$(grep -c '\[envelope-broken\]' out)" -eq 32 ] || fail "$(grep -c broken out) kept"
	says out 'a:9:1: warning: the transfer encoding'
	says out 'a:164:1: warning: the transfer encoding'
	says out ': warning: 18 more warnings are left out [warnings-more]'
	expect 1 "$telex" --deny warnings-more a
	# The first of a code is kept, wherever it is.
	sed 's/Madrid, 3 oct (EFE).- //' a > b
	expect 1 "$telex" --deny dateline-missing b
	says err '[dateline-missing]'
	expect 1 "$telex" --check --summary=json b
	says err '"envelope-broken":32,'
	says err '"warnings-more":1'
}

case_summary() {
	no_dateline a
	dispatch uno > b
	: > c
	expect 1 "$telex" -q --summary=json a b b c
	lines out 3
	lines err 1
	says err '"sources":4,"records":3,"failures":1,'
	says err "\"bytes\":$(cat a b b c | wc -c),"
	says err '"formats":{"text":3},"agencies":{"EFE":2},"languages":{"es":3},"warnings":{"dateline-missing":1}}'
	expect 1 "$telex" -q --summary a b c
	grep -qE '^warnings +dateline-missing +1$' err || fail "no warnings: $(cat err)"
	grep -qE '^speed +[0-9.]+ MB/s$' err || fail "no speed: $(cat err)"
	expect 1 "$telex" --check --summary a
	lines out 1
	expect 0 "$telex" -q --allow dateline-missing --summary=json a
	says err '"warnings":{}'
}

# A key that the record does not have: the one that was meant, or those that there are.
case_misspelled_keys() {
	dispatch uno > a
	while IFS='|' read -r options said; do
		expect 2 "$telex" $options a
		says err "$said"
		[ ! -s out ] || fail "$options: something was converted"
	done <<-'END'
		--fields headlin|the record has no key 'headlin'; did you mean 'headline'?
		--fields -bdy|the record has no key '-bdy'; did you mean '-body'?
		--fields xyzzy|the record has no key 'xyzzy'; it has source, id, version,
		-t csv --fields headline,dateline.place|no key 'dateline.place'; did you mean 'dateline.places'?
		-t csv --fields dateline.places.0.cuntry|did you mean 'dateline.places.0.country'?
		-t tsv --fields headline.x|the record has no key 'headline.x'
	END
}

case_misspelled_values() {
	for pair in 'to recrod record' 'from nift nitf' 'agency reutrs REUTERS' 'allow datline-missing dateline-missing' \
		'deny frame-opne frame-open' 'format-errors gihtub github' 'completion bsh bash'; do
		set -- $pair
		expect 2 "$telex" "--$1" "$2"
		says err "did you mean '$3'?"
	done
	expect 2 "$telex" --summary=jsno
	says err "did you mean 'json'?"
	expect 2 "$telex" --deny qqqqqqqqqqq
	says err "unknown code 'qqqqqqqqqqq'; telex --list-warnings lists them"
	expect 2 "$telex" --to qqqqqqqqqqq
	says err 'it takes record, tokens, view'
	for pair in 'jobs=0|a number from 1 to 256' 'shard=3/2|I/N, part I from 1 to N, N up to 100000' \
		'max-size=5G|a number of bytes from 1 to 4G-1' 'max-expanded=x|a number of bytes from 1' \
		'max-ratio=0|a number from 1 to 4294967295' 'errors=x/|the path of a file' 'output=|the path of a file, or' \
		'charset=|a text that is not empty'; do
		expect 2 "$telex" "--${pair%%|*}"
		says err "for --${pair%%=*}; it takes ${pair#*|}"
	done
}

case_options_that_go_together() {
	dispatch uno > a
	expect 2 "$telex" --resume a
	says err '--resume goes on with an output'
	expect 2 "$telex" -o x --errors x a
	says err 'the same file'
	[ ! -e x ] || fail "something was written"
}

case_manual_lists_the_warnings() {
	"$telex" --list-warnings | cut -d' ' -f1 | sort > codes
	sed -n '/^\.Ss Warnings/,/^\.Sh/s/^\.It //p' "$source/docs/telex.1" | sort > listed
	diff codes listed || fail "telex.1 lists other warnings"
}

case_progress() {
	command -v python3 > /dev/null || skip "no python3"
	python3 "$here/progress.py" "$telex" || fail "progress"
}

case_completion_files() {
	for shell in bash zsh fish; do
		expect 0 "$telex" --completion=$shell
		cp out "telex.$shell"
		says out reuters21578
		says out dateline-missing
		says out EFE
		[ "$(tr -d '[:print:]\n\t' < out | wc -c)" -eq 0 ] || fail "$shell: bytes that are not text"
		command -v $shell > /dev/null || continue
		$shell -n "telex.$shell" || fail "$shell does not read it"
	done
}

case_completion_in_fish() {
	"$telex" --completion=fish > telex.fish
	says telex.fish "complete -c telex -l color -f -a 'auto always never' -d "
	says telex.fish "complete -c telex -l fields -x -a '(commandline -ct "
	says telex.fish ',headline,'
}

# complete WORD...: what bash offers for the last word.
complete() {
	bash -c '. ./telex.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _telex; echo "${COMPREPLY[*]}"' bash telex "$@"
}

case_completion_in_bash() {
	command -v bash > /dev/null || skip "no bash"
	"$telex" --completion=bash > telex.bash
	[ "$(complete --to '')" = 'record tokens view ninjs ninjs2 csv tsv text html' ] || fail "--to: $(complete --to '')"
	[ "$(complete -t v)" = view ] || fail "-t v"
	[ "$(complete --to = '')" = 'record tokens view ninjs ninjs2 csv tsv text html' ] || fail "--to="
	[ "$(complete --to =)" = 'record tokens view ninjs ninjs2 csv tsv text html' ] || fail "--to=, the cursor behind it"
	[ "$(complete --color = al)" = always ] || fail "--color=al"
	[ "$(complete --color al)" = '' ] || fail "--color al"
	[ "$(complete --agency REU)" = REUTERS ] || fail "--agency REU"
	[ "$(complete --deny weekday)" = weekday-mismatch ] || fail "--deny weekday"
	[ "$(complete --list-a)" = --list-agencies ] || fail "--list-a"
	[ "$(complete --fields hea)" = headline ] || fail "--fields hea"
	[ "$(complete --fields slug,hea)" = slug,headline ] || fail "--fields slug,hea"
	[ "$(complete --fields = -spans,-hea)" = -spans,-headline ] || fail "--fields=-spans,-hea"
	[ "$(complete --charset -)" = '' ] || fail "--charset takes no option"
	for option in $("$telex" --help | sed -n 's/^ .*--\([a-z-]*\).*/\1/p'); do
		complete "--$option" | grep -qw -e "--$option" || fail "--$option is not offered"
	done
}

case_completion_at_a_prompt() {
	command -v bash > /dev/null && command -v python3 > /dev/null || skip "no bash or no python3"
	python3 "$here/completion.py" "$telex" || fail "completion"
}

# bad COUNT: so many envelopes that hold no text, one after the other.
bad() {
	yes "$(printf '\001a\003\004')" | head -n "$1" | tr -d '\n'
}

case_equal_errors_are_said_once() {
	bad 5000 > a
	expect 1 "$telex" --summary=json --errors errors a
	lines err 12
	says err 'telex: a: not text but binary data, and 4990 more like it'
	says err '"failures":5000'
	lines errors 11
	[ "$(tail -n 1 errors | jq -r '.count, .code' | paste -sd' ')" = "4990 binary" ] || fail "$(tail -n 1 errors)"
	jq -e 'has("count") | not' < errors | head -n 10 | grep -qx true || fail "a count too many"
	expect 1 "$telex" --format-errors=json a
	lines err 11
	says err '"count":4990'
	expect 1 "$telex" --format-errors=github a
	lines err 11
	says err 'not text but binary data, and 4990 more like it'
	expect 1 "$telex" -q a
	[ ! -s err ] || fail "something was said: $(cat err)"
}

case_equal_errors_of_each_source_and_row() {
	bad 10 > a
	expect 1 "$telex" a a
	lines err 20
	bad 11 > a
	expect 1 "$telex" a a
	lines err 22
	says err ', and 1 more like it'
	{ bad 20; printf '\001efs001 4 pol 100 Uno\r\n\002'; dispatch uno; printf '\003\004'; bad 20; } > b
	expect 1 "$telex" b
	lines out 1
	lines err 22
	[ "$(grep -c ', and 10 more like it' err)" -eq 2 ] || fail "$(cat err)"
	expect 1 "$telex" no0 no1 no2 no3 no4 no5 no6 no7 no8 no9 no10 no11
	lines err 12
}

case_values_that_cannot_be() {
	dispatch uno > a
	for options in "-o|" "--errors|" "--errors|-" "--errors|folder/" "--jobs|0" "--jobs|x" "--shard|0/2" "--shard|3/2" \
		"--shard|1" "--shard|1/0" "--shard|a/2" "--max-size|0" "--max-ratio|-1" "--progress=|" "--color=|never " "--fields|" \
		"--reference-date|2024-02-30" "--language|" "--text-key|"; do
		name=${options%%|*} value=${options#*|}
		case $name in
		*=) expect 2 "$telex" "$name$value" a ;;
		*) expect 2 "$telex" "$name" "$value" a ;;
		esac
		lines err 1
		[ ! -s out ] || fail "$options: something was written"
	done
	expect 2 "$telex" -o
	says err "option '-o' needs an argument"
	expect 2 "$telex" --errors
	says err "option '--errors' needs an argument"
	expect 2 "$telex" -Z
	says err "'-Z'"
}

# What is asked for on standard output and cannot be written is an error there too.
case_full_disk_for_lists() {
	[ -e /dev/full ] || skip "no /dev/full"
	for option in --help --version --list-formats --list-agencies --list-warnings --completion=bash; do
		expect 0 "$telex" $option
		[ -s out ] || fail "$option says nothing"
		code=0
		"$telex" $option > /dev/full 2> err || code=$?
		[ "$code" -eq 3 ] || fail "$option: exit $code instead of 3"
		says err 'cannot write to standard output'
	done
}

# Progress changes nothing, whatever the sources are.
case_progress_of_all_sources() {
	tree
	pack tar wire.tar wire
	ls wire/2024/01/a.txt > list
	printf 'nowhere\n' >> list
	code=0
	"$telex" wire wire.tar nowhere - --files-from list > plain 2> /dev/null < wire/2024/01/b.txt || code=$?
	[ "$code" -eq 1 ] || fail "exit $code"
	TERM=xterm expect 1 "$telex" --progress=always wire wire.tar nowhere - --files-from list < wire/2024/01/b.txt
	cmp out plain || fail "another output"
	TERM=xterm expect 0 "$telex" --progress=always --shard 1/2 wire
	TERM=xterm expect 0 "$telex" --progress=always < wire/2024/01/b.txt
	TERM=xterm expect 0 "$telex" --progress=always -o records/ wire
	TERM=dumb expect 0 "$telex" --progress=always wire
	many large 400
	TERM=xterm expect 0 "$telex" --progress=always -j 2 large large/1.txt
	lines out 401
}

# Attachments beyond those that are kept are said to be left out.
case_many_attachments() {
	{
		printf 'From: a@b.example\nSubject: Ley\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n'
		printf -- '--x\n\nMadrid, 3 oct (EFE).- La ley de pesca.\n\n'
		i=0
		while [ $i -lt 258 ]; do
			printf -- '--x\nContent-Type: image/jpeg; name="foto %s.jpg"\n\n\n' $i
			i=$((i + 1))
		done
		printf -- '--x\nContent-Type: application/vnd.x+xml\n\n<a/>\n--x--\n'
	} > a
	expect 1 "$telex" --check a
	says out 'the mail has over 256 attachments: the others are left out [envelope-broken]'
	expect 0 "$telex" a
	says out '"foto 255.jpg"'
	! grep -q 'foto 256.jpg' out || fail "more than 256 attachments"
}

# A line of JSON gives a record in its place whatever is wrong with it, and the record says what.
case_lines_that_cannot_be_read() {
	printf '%s\n' '{"text": 7, "id": 1}' '{"text": "<?xml version=\"1.0\"?><inventory/>", "id": 2}' '["text"]' '' 'text' \
		'{"id": 4}' '{"text": ""}' '{"text": "Madrid, 3 oct (EFE).- La ley de pesca.", "id": 1e999, "id": 5}' > a
	expect 0 "$telex" -f jsonl --text-key text a
	lines out 7
	sed -n 1p out > line
	says line 'the line has no text under the key'
	says line '"input":"{\"text\": 7, \"id\": 1}"'
	sed -n 2p out > line
	says line '"input":{"id":2}'
	sed -n 3p out > line
	says line 'the line has no text under the key'
	sed -n 4p out > line
	says line 'not JSON: '
	sed -n 6p out > line
	says line 'the text under the key is empty'
	sed -n 7p out > line
	says line '"input":{"id":5}'
	says line 'the key \"id\" is there twice'
	expect 0 "$telex" -f jsonl a
	lines out 7
	says out 'the line holds no item of type text'
}
