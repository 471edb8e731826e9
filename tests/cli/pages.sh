# Pages and crawls, read by the command.

page() { # page TITLE: a page with a story
	printf '<!doctype html><html lang="es"><head><title>%s</title></head><body><p>Vigo, 10 mar (EFE).- La marea de este lunes será la más alta del año, según la oficina del puerto.</p></body></html>' "$1"
}

warc_record() { # warc_record HOST FILE [TYPE]: a response that is this file
	{ printf 'HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n' "${3:-text/html}"; cat "$2"; } > message
	printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-05-14T10:20:30Z\r\nWARC-Target-URI: https://%s/a/\r\n' "$1"
	printf 'Content-Type: application/http\r\nContent-Length: %d\r\n\r\n' "$(wc -c < message)"
	cat message
	printf '\r\n\r\n'
}

case_page_without_a_dispatch() {
	page Uno > a.html
	printf '<!doctype html><html><body><a href="/">Home</a></body></html>' > b.html
	expect 0 "$telex" a.html
	says out '"format":"page"'
	expect 1 "$telex" a.html b.html
	lines out 1
	says err 'b.html:1:1: no dispatch in this page'
}

case_page_containers_not_taken() {
	cat > a.html <<-'END'
	<!doctype html><html><head><title>T</title><meta property="og:type" content="article"></head><body><article><h1>Ferry sails again</h1>
	<p>The harbour office said on Tuesday that the ferry will sail again from Monday, after engineers replaced a pump.</p>
	<div class="newsletter-box"><p>Plan your next journey with our letter, each day.</p></div>
	<aside><p>The ferry was built in 1964 and takes nine cars.</p></aside>
	<div class="d-none"><p>This is for those who have an account with us.</p></div>
	<div class="image"><span>The quay on Tuesday, with its passengers.</span></div>
	<p><a href="/a">The ferry that would not sail: a winter on the island</a></p>
	<p>Read more: how the pump was made, and where it failed</p>
	<p>Some forty passengers waited on the quay for the bus that replaces the ferry, the director told reporters.</p>
	</article></body></html>
	END
	expect 0 "$telex" a.html
	lines err 0
	expect 0 "$telex" -v a.html
	says err 'a.html: note: not taken: div.newsletter-box = not of the text, by its name: Plan your next journey'
	says err 'not taken: aside = not of the text, by its element: The ferry was built'
	says err 'not taken: div.d-none = hidden: This is for those'
	says err "not taken: div.image = a picture's: The quay"
	says err 'not taken: p = links: The ferry that would not sail'
	says err 'not taken: p = a box, by its first words: Read more'
	lines err 7
}

case_crawl_by_members() {
	page Uno > a.html
	printf '<!doctype html><html><body><a href="/">Home</a></body></html>' > b.html
	head -c 300000 /dev/zero > c.jpg
	for record in 'one.example a.html' 'two.example b.html' 'www.one.example a.html'; do
		# shellcheck disable=SC2086
		warc_record $record | gzip >> crawl.warc.gz
	done
	warc_record one.example c.jpg image/jpeg | gzip >> crawl.warc.gz
	expect 0 "$telex" --summary=json crawl.warc.gz
	lines out 2
	says err '"failures":0,'
	says err '"passed_over":1,'
	says err '"hosts":{"one.example":1,"www.one.example":1}'
}

case_crawl_of_some_hosts() {
	page Uno > a.html
	for host in one.example two.example www.one.example none.example; do
		warc_record "$host" a.html >> crawl.warc
	done
	expect 0 "$telex" --include-host one.example crawl.warc
	lines out 2
	expect 0 "$telex" --include-host one.example,two.example crawl.warc
	lines out 3
	expect 0 "$telex" --include-host example crawl.warc
	lines out 4
	expect 1 "$telex" --include-host ne.example crawl.warc
	says err 'no text'
}

case_crawl_with_a_large_page() {
	page Uno > a.html
	head -c 200000 /dev/zero | tr '\0' 'x' > large.html
	warc_record one.example a.html > crawl.warc
	warc_record one.example large.html >> crawl.warc
	warc_record one.example a.html >> crawl.warc
	expect 1 "$telex" --max-size 100k crawl.warc
	lines out 2
	says err 'the dispatch is larger than 102400 bytes'
}
