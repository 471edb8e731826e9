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
