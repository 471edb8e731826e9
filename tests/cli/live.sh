# Dispatches that come one after the other: live feeds, and texts of many.  Sourced by run_case.sh.

case_live_feed() {
	mkfifo feed
	"$telex" < feed > out &
	{
		echo ZCZC
		dispatch vivo
		echo NNNN
		i=0
		while [ ! -s out ] && [ $i -lt 100 ]; do sleep 0.05; i=$((i + 1)); done
		[ -s out ] && echo seen > seen
	} > feed
	wait
	[ -e seen ] || fail "the record came only when the feed ended"
}

# live COUNT OPTION...: a feed of plain text that stays open; COUNT records are there before its end.
live() {
	wanted=$1
	shift
	mkfifo feed
	"$telex" "$@" < feed > out &
	{
		cat head
		i=0
		while [ "$(wc -l < out)" -lt "$wanted" ] && [ $i -lt 100 ]; do sleep 0.05; i=$((i + 1)); done
		cp out early
		cat tail
	} > feed
	wait
	lines early "$wanted"
	cat head tail > whole
	"$telex" "$@" < whole > at_once
	cmp out at_once || fail "a live feed gives other records"
	python3 "$here/portions.py" "$telex" "$@" < whole > in_portions
	cmp out in_portions || fail "portions of one byte give other records"
}

# A dispatch of plain text is written when the dateline of the next one is there.
case_live_text() {
	{ dispatch uno; echo; dispatch dos; echo; dispatch tres | head -n 3; } > head
	{ dispatch tres | tail -n +4; echo; dispatch cuatro; } > tail
	live 2
	lines out 4
}

case_live_text_with_a_separator() {
	printf 'uno\n%%%%\ndos\n%%%%\ntres\n' > head
	printf 'mas\n%%%%\n' > tail
	live 2 --split=%%
	lines out 3
}

# A text of dispatches may be larger than --max-size; one that is too large is left out, and those after it are read.
case_large_text_of_dispatches() {
	long() {
		printf 'Titular %s\n\nSoria, 4 jun (EFE).- ' "$1"
		i=0
		while [ $i -lt "$2" ]; do printf 'El museo abre el martes a las diez. '; i=$((i + 1)); done
		printf 'Es gratis. EFE\njmr/ab\n\n'
	}
	for n in 1 2 3 4 5 6 7 8 9; do long $n 30; done > all
	expect 0 "$telex" --max-size 4000 --fields=headline all
	[ "$(wc -l < out)" -eq 9 ] || fail "not nine records: $(cat out)"
	{ long a 10; long b 2000; long c 10; } > one
	expect 1 "$telex" --max-size 4000 --fields=headline one
	[ "$(cut -d'"' -f8 out | tr '\n' ' ')" = "Titular a Titular c " ] || fail "records: $(cat out)"
	grep -q 'larger than 4000 bytes; left out: index 1' err || fail "errors: $(cat err)"
	cp out whole
	cp err whole.err
	expect 1 sh -c 'dd if=one bs=100 2> /dev/null | "$0" --max-size 4000 --fields=headline' "$telex"
	cmp out whole
}
