# Long sources, which several workers convert.  Sourced by run_case.sh.

# envelopes COUNT: so many, of 300 bytes each.
envelopes() {
	dispatch uno > one
	awk -v count="$1" 'BEGIN { RS = "\001" } { for (i = 0; i < count; i++) printf "ZCZC a%04d\n%s\nNNNN\n", i % 10000, $0 }' one
}

# threads COMMAND...: run it, its output goes to out; how many threads were made goes to $threads.
threads() {
	trace -f -q -o calls -e trace=clone,clone3 "$@" > out || fail "exit $?: $*"
	threads=$(grep -cE '(clone3?\(.*|clone3? resumed.*) = [0-9]' calls || :)
}

case_long_source_has_several_workers() {
	envelopes 12000 > long
	threads "$telex" -j3 long
	[ "$threads" -eq 2 ] || fail "$threads threads more, not 2"
	mv out several
	threads "$telex" -j1 long
	[ "$threads" -eq 0 ] || fail "$threads threads more with -j1"
	cmp out several || fail "other records"
	head -c 900000 long > short
	threads "$telex" -j3 short
	[ "$threads" -eq 0 ] || fail "$threads threads more for a short source"
	lines several 12000
	[ "$(tail -n 1 several | jq -c '[.source.index, .source.offset]')" = \
		"[11999,$(($(wc -c < long) - $(wc -c < long) / 12000))]" ] || fail "$(tail -n 1 several)"
}

# By whatever way its bytes come.
case_long_source_by_other_ways() {
	without_names() { sed -E 's/"(path|member)":"[^"]*",//g'; }
	envelopes 12000 > long
	"$telex" -j1 long | without_names > wanted
	gzip -k long
	tar cf long.tar long
	for way in long.gz long.tar; do
		"$telex" -j3 $way | without_names | cmp - wanted || fail "$way"
	done
	for way in long long.gz long.tar; do
		cat $way | "$telex" -j3 | without_names | cmp - wanted || fail "a pipe of $way"
	done
	{ iconv -f UTF-8 -t UTF-16 long > long16; } 2> /dev/null || skip "no iconv"
	"$telex" -j1 --spans long16 > wanted
	"$telex" -j3 --spans long16 | cmp - wanted || fail "UTF-16"
}

# Beside other sources, and into a folder of files.
case_long_source_among_others() {
	mkdir wire
	for name in a b c; do dispatch $name > wire/$name; done
	envelopes 12000 > wire/bb
	envelopes 9000 > wire/cc
	for i in 1 2 3 4 5 6 7 8 9; do dispatch $i > wire/d$i; done
	"$telex" -j1 wire > wanted
	for jobs in 2 3 7; do "$telex" -j$jobs wire | cmp - wanted || fail "-j$jobs"; done
	"$telex" -j1 -o alone/ wire
	"$telex" -j4 -o several/ wire
	diff -r alone several || fail "other files"
	"$telex" -j4 -o out.ndjson wire
	cmp out.ndjson wanted || fail "other records in a file"
}

# What frames give is known only when they are read: lines of no, one, two dispatches; text of another length in UTF-8.
case_long_source_of_surprises() {
	awk 'BEGIN { for (i = 0; i < 24000; i++) {
		if (i % 1000 == 7) print "{\"text\":\"ZCZC a1\\nUno\\nNNNN\\nZCZC a2\\nDos\\nNNNN\\n\"}"
		else if (i % 500 == 3) print "{broken"
		else if (i % 500 == 4) print "{\"text\":\"\"}"
		else print "{\"id\":\"" i "\",\"text\":\"El consejo abre el lunes a las diez de la noche\"}"
	} }' > seldom
	awk 'BEGIN { for (i = 0; i < 40000; i++) print "{\"text\":\"ZCZC a1\\nUno\\nNNNN\\nZCZC a2\\nDos\\nNNNN\\n\"}" }' > always
	envelopes 12000 | sed 's/consejo/a\xf1o/' > latin
	for file in seldom always latin; do
		"$telex" -j1 --spans $file > wanted 2> errors
		"$telex" -j3 --spans $file 2> errors3 | cmp - wanted || fail "$file"
		cmp errors errors3 || fail "messages of $file"
	done
	[ "$(jq .source.index wanted | sort -n | uniq | wc -l)" -eq 12000 ] || fail "not every index once"
}

# Errors that come again and again are folded across stretches.
case_long_source_of_errors() {
	awk 'BEGIN { for (i = 0; i < 900000; i++) printf "\001x\004" }' > bad
	envelopes 4000 >> bad
	awk 'BEGIN { for (i = 0; i < 300000; i++) printf "\001x\004" }' >> bad
	code=0
	"$telex" -j1 --summary=text --errors errors1 bad > out1 2> err1 || code=$?
	"$telex" -j4 --summary=text --errors errors4 bad > out4 2> err4 || [ $? -eq $code ] || fail "another exit status"
	cmp out1 out4 && cmp errors1 errors4 || fail "other records or errors"
	grep -v '^time\|^speed' err1 > said1 || :
	grep -v '^time\|^speed' err4 > said4 || :
	cmp said1 said4 || fail "other messages: $(diff said1 said4 | head -n 5)"
}

# A frame that is too large in the middle of it.
case_long_source_with_a_large_frame() {
	envelopes 6000 > long
	{ echo ZCZC; head -c 3000000 /dev/zero | tr '\0' 'x' | fold -w 60; echo NNNN; } >> long
	envelopes 3000 >> long
	for size in 100K 16M; do
		"$telex" -j1 --max-size=$size long > wanted 2> errors || :
		"$telex" -j3 --max-size=$size long 2> errors3 | cmp - wanted || fail "--max-size=$size"
		cmp errors errors3 || fail "messages with --max-size=$size"
	done
	lines wanted 9001
}

# A stream that pauses gives its complete dispatches, also when several workers convert it.
case_long_stream_that_pauses() {
	mkfifo feed
	envelopes 6000 > long
	"$telex" -j3 < feed > out &
	{
		cat long
		printf 'ZCZC a1\nMore of it'
		i=0
		while [ "$(wc -l < out)" -lt 6000 ] && [ $i -lt 100 ]; do sleep 0.05; i=$((i + 1)); done
		cp out early
		printf ' is here.\nNNNN\n'
	} > feed
	wait
	lines early 6000
	lines out 6001
}

# What was read of a stream is converted when the run is stopped.
case_long_stream_that_is_stopped() {
	mkfifo feed
	envelopes 6000 > long
	"$telex" -j3 -o live.ndjson < feed 2> err &
	process=$!
	{
		cat long
		printf 'ZCZC a1\nMore of it'
		i=0
		while [ "$(cat live.ndjson.part* 2> /dev/null | wc -l)" -lt 6000 ] && [ $i -lt 100 ]; do sleep 0.05; i=$((i + 1)); done
		kill -TERM $process
		sleep 0.2
	} > feed
	code=0
	wait $process || code=$?
	[ $code -eq 143 ] || fail "exit $code: $(cat err)"
	lines live.ndjson 6000
	says err 'stopped inside a dispatch'
}

# What --report counts.
case_long_source_with_a_report() {
	awk 'BEGIN { for (i = 0; i < 40000; i++) print "{\"text\":\"ZCZC a1\\nUno\\nNNNN\\nZCZC a2\\nDos\\nNNNN\\n\"}" }' > always
	"$telex" -j1 --report alone.html always > alone
	"$telex" -j3 --report several.html always > several
	cmp alone several || fail "other records"
	grep -q '80,000\|80 000\|80000' alone.html || fail "not all are counted"
	for page in alone several; do grep -v 'id="speed"' $page.html > $page.counts; done
	cmp alone.counts several.counts || fail "other counts"
}
