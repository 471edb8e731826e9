# Lines of JSON, read by the command.

case_lines_are_recognised() {
	for key in text raw body content article texto cuerpo; do
		printf '{"n":1,"%s":"Vigo, 10 mar (EFE).- Uno."}\n{"n":2,"%s":"Vigo, 10 mar (EFE).- Dos."}\n' $key $key > a
		expect 0 "$telex" a
		lines out 2
		says out '"format":"jsonl"'
		says out '"input":{"n":2}'
		says out '"body":["Dos."]'
	done
	printf '{"n":1,"own":"Vigo, 10 mar (EFE).- Uno."}\n' > a
	expect 0 "$telex" --text-key own a
	says out '"format":"jsonl"'
	# One line without its end, a long line, blank lines above it.
	printf '\n\n{"text":"Vigo, 10 mar (EFE).- Uno."}' > a
	expect 0 "$telex" a
	says out '"format":"jsonl"'
	awk 'BEGIN { printf "{\"text\":\"Vigo, 10 mar (EFE).- "; for (i = 0; i < 3000; i++) printf "Uno dos. "; print "\",\"n\":1}" }' > a
	expect 0 "$telex" a
	says out '"input":{"n":1}'
	# An item of ninjs is none of them.
	printf '{"uri":"urn:a","body":"Vigo, 10 mar (EFE).- Uno."}\n' > a
	expect 0 "$telex" a
	says out '"format":"ninjs"'
}

case_lines_have_their_number() {
	printf '{"text":"Vigo, 10 mar (EFE).- Uno."}\n\n \n{"text":""}\nno json\n\n{"text":7}\n' > a
	expect 0 "$telex" a
	lines out 4
	sed -n 2p out > line
	says line '"offset":40,'
	says line 'the text under the key is empty","line":4'
	sed -n 3p out > line
	says line "not JSON: neither an object nor a list near 'no json'\",\"line\":5"
	sed -n 4p out > line
	says line '"line":7'
}

case_line_without_the_key() {
	printf '{"id":1,"texto":"Vigo, 10 mar (EFE).- Uno."}\n{"id":2,"texto":"Dos."}\n' > a
	printf '{"text":"Vigo, 10 mar (EFE).- Uno."}\n' > b
	expect 2 "$telex" -f jsonl --text-key text a b
	lines err 1
	says err "a:1:1: the first line has no key 'text'; its keys are: id, texto"
	lines out 1
	says out '"body":["Uno."]'
}

case_lines_say_what_their_keys_say() {
	printf '{"id":"n-7","title":"Un tranvía","published_at":"2024-03-10T08:00:00Z","author":"Ana Roe","text":"Vigo, 10 mar (EFE).- Uno."}\n' > a
	expect 0 "$telex" a
	says out '"id":"n-7"'
	says out '"headline":"Un tranvía"'
	says out '"issued":"2024-03-10T08:00:00Z"'
	says out '"date":"2024-03-10"'
	says out '"name":"Ana Roe"'
	printf '{"id":1,"key":"k-3","text":"Vigo, 10 mar (EFE).- Uno."}\n' > a
	expect 0 "$telex" --id-key key a
	says out '"id":"k-3"'
	# The text's own envelope counts more.
	printf '{"id":"outer","text":"<?xml version=\\"1.0\\"?><nitf><head><docdata><doc-id id-string=\\"inner\\"/></docdata></head><body><body.content><p>Uno.</p></body.content></body></nitf>"}\n' > a
	expect 0 "$telex" a
	says out '"id":"inner"'
}
