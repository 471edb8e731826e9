# Cases of --report: the page of a run.

# page FILE: the page without the line of times.
page() {
	grep -v 'id="speed"' "$1"
}

# figure NAME FILE: the large figure that is called NAME.
figure() {
	grep -o "<b>[^<]*</b><span>$1</span>" "$2" | sed 's/<b>\([^<]*\).*/\1/'
}

case_report() {
	tree
	dispatch uno > wire/2023/again.txt
	printf 'The ferries, which ran late.\n' > 'wire/odd <&"name'
	printf 'not text \000\001\002\000\000' > wire/2023/broken.txt
	expect 1 "$telex" --report page.html -o records wire
	grep -q '^<!DOCTYPE html>' page.html || fail "not a page"
	[ "$(figure dispatches page.html)" = 7 ] || fail "dispatches: $(figure dispatches page.html)"
	[ "$(figure sources page.html)" = 7 ] || fail "sources: $(figure sources page.html)"
	[ "$(figure failures page.html)" = 1 ] || fail "failures: $(figure failures page.html)"
	[ "$(figure repeats page.html)" = 1 ] || fail "repeats: $(figure repeats page.html)"
	[ "$(wc -l < records)" -eq 7 ] || fail "records"
	says page.html 'Madrid, ES: 6</title>'
	says page.html '<a href="wire/odd%20%3C%26%22name">wire/odd &lt;&amp;&quot;name:1</a>'
	grep -q '<script\|http' page.html && fail "a script, or something from elsewhere"
	# Well-formed where it has to be: no name closes a tag.
	grep -q 'odd <' page.html && fail "a name is not escaped"
	[ ! -e page.html.part ] || fail "a part is left"
}

# The same page whatever the number of workers, packed and unpacked, checked and converted.
case_report_of_any_run() {
	many wire 400
	expect 0 "$telex" -j1 --report one.html -o /dev/null wire
	expect 0 "$telex" -j4 --report four.html -o /dev/null wire
	page one.html > one
	page four.html > four
	cmp one four || fail "other pages by one worker and by four"
	"$telex" --check --report checked.html wire > /dev/null
	page checked.html > checked
	cmp one checked || fail "--check gives another page"
	cat wire/* > glued
	expect 0 "$telex" -j1 --split=auto --report glued1.html -o /dev/null glued
	expect 0 "$telex" -j4 --split=auto --report glued4.html -o /dev/null glued
	page glued1.html > one
	page glued4.html > four
	cmp one four || fail "other pages of one source"
}

# Links are from where the page is.
case_report_in_a_folder() {
	mkdir -p pages/of
	printf 'The ferries, which ran late.\n' > a.txt
	expect 0 "$telex" --report pages/of/page.html -o /dev/null a.txt
	says pages/of/page.html '<a href="../../a.txt">a.txt:1</a>'
	expect 0 "$telex" --report "$PWD/page.html" -o /dev/null a.txt "$PWD/a.txt"
	says page.html "<a href=\"$PWD/a.txt\">"
	grep -q '<a href="a.txt' page.html && fail "a link that leads nowhere"
	expect 0 "$telex" --report page.html < a.txt
	says page.html 'standard input:1'
}

case_report_over_other_files() {
	dispatch uno > a.txt
	cp a.txt before
	expect 2 "$telex" --report a.txt -o result a.txt
	cmp a.txt before || fail "a source is gone"
	expect 2 "$telex" --report result -o result a.txt
	expect 2 "$telex" --report result --errors result a.txt
	expect 2 "$telex" --report dir/ a.txt
	expect 3 "$telex" --report none/page.html -o result a.txt
	[ ! -e result ] || fail "converted though the page cannot be written"
	expect 0 "$telex" -o records a.txt
	expect 3 "$telex" --report results/a.txt.json -o results/ a.txt
	# In a folder that is read it is no source, the second time too.
	mkdir wire
	cp a.txt wire
	for _ in 1 2; do
		expect 0 "$telex" --report wire/page.html -o /dev/null wire
		[ "$(figure sources wire/page.html)" = 1 ] || fail "the page is a source: $(cat err)"
	done
}

case_report_of_a_run_that_is_cut_off() {
	many wire 20000
	"$telex" -j1 --report page.html -o records wire 2> err &
	pid=$!
	sleep 0.3
	kill -TERM $pid
	code=0
	wait $pid || code=$?
	[ $code -eq 0 ] && skip "it was too fast"
	[ ! -e page.html ] && [ ! -e page.html.part ] || fail "a page of half a run"
	says err 'page.html: not written'
	expect 0 "$telex" --resume --report page.html -o records wire
	says page.html 'This run went on after one that was cut off'
}

case_report_on_a_full_disk() {
	[ -w /dev/full ] || skip "no /dev/full"
	dispatch uno > a.txt
	expect 3 "$telex" --report /dev/full -o result a.txt
	says err 'cannot write'
}
