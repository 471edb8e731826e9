# Cases of large documents that are made of items: feeds, messages of many items, JSON lists.

# feed KIND COUNT FORM: a document of so many items; FORM is "one" document or "many" of one item each.  An item may be edited: the
# variable `edit` is a statement of Python on the list `items`.
feed() {
	python3 - "$@" <<-END
		import json, sys
		kind, count, form = sys.argv[1], int(sys.argv[2]), sys.argv[3]
		def words(number):
		    return "El consejo aprobó hoy la ley %d. " % number * 12
		def rss(number):
		    return ("<item>\n<title>Ley %d</title><guid>n%d</guid>\n<content:encoded><![CDATA[<p>Madrid, 3 mar (EFE).- %s</p>"
		            "<p></item>%s</p>]]></content:encoded>\n</item>\n" % (number, number, words(number), words(number)))
		def atom(number):
		    return ("<entry><title>Ley %d</title><id>n%d</id>\n<content type=\"html\">&lt;p&gt;Madrid, 3 mar (EFE).- %s"
		            "&lt;/p&gt;</content></entry>\n" % (number, number, words(number)))
		def message(number):
		    return ("<newsItem guid=\"n%d\"><itemMeta><itemClass qcode=\"ninat:text\"/></itemMeta>\n<contentMeta><headline>Ley %d"
		            "</headline></contentMeta><contentSet><inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
		            "<p>Madrid, 3 mar (EFE).- %s</p></body></html></inlineXML></contentSet></newsItem>\n"
		            % (number, number, words(number)))
		def newsml(number):
		    return ("<NewsItem><Identification><NewsIdentifier><NewsItemId>n%d</NewsItemId></NewsIdentifier></Identification>\n"
		            "<NewsComponent><NewsLines><HeadLine>Ley %d</HeadLine></NewsLines><ContentItem><DataContent>"
		            "<p>Madrid, 3 mar (EFE).- %s</p></DataContent></ContentItem></NewsComponent></NewsItem>\n"
		            % (number, number, words(number)))
		def item(number):
		    return json.dumps({"uri": "n%d" % number, "headline": "Ley %d" % number,
		                       "body_text": "Madrid, 3 mar (EFE).- %s" % words(number)}, ensure_ascii=False)
		kinds = {
		    "rss": ("<?xml version=\"1.0\"?>\n<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>\n"
		            "<language>es</language>\n", rss, "", "</channel></rss>\n"),
		    "rdf": ("<rdf:RDF xmlns:rdf=\"r\" xmlns:content=\"c\"><channel><title>Leyes</title></channel>\n", rss, "",
		            "</rdf:RDF>\n"),
		    "atom": ("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"es\"><title>Leyes</title>\n", atom, "", "</feed>\n"),
		    "message": ("<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/>\n<itemSet>\n", message, "",
		                "</itemSet></newsMessage>\n"),
		    "newsml": ("<NewsML><NewsEnvelope><Priority FormalName=\"3\"/></NewsEnvelope>\n", newsml, "", "</NewsML>\n"),
		    "list": ("[", item, ",", "]"),
		    "lines": ("[\n", item, ",\n", "]\n"),
		    "object": ("{\"status\":\"ok\",\"articles\":[", item, ", ", "],\"count\":1}\n"),
		    "nested": ("{\"response\":{\"docs\":[\n", item, ",\n", "]}}\n"),
		}
		head, make, between, tail = kinds[kind]
		items = [make(number) for number in range(count)]
		${edit:-pass}
		if form == "one":
		    sys.stdout.write(head + between.join(items) + tail)
		else:
		    sys.stdout.write("".join(head + item + tail for item in items))
	END
}

kinds="rss rdf atom message newsml list lines object nested"

# Each record is that of its item alone; its offset, length and line lead to it.
case_items_of_a_large_document() {
	for kind in $kinds; do
		feed "$kind" 700 one > one
		feed "$kind" 700 many > many
		expect 0 "$telex" one
		mv out all
		expect 0 "$telex" many
		lines all 700
		python3 - <<-'END' || fail "$kind: other records or places"
			import json
			source = open("one", "rb").read()
			at = 0
			for number, (line, alone) in enumerate(zip(open("all"), open("out"))):
			    record, other = json.loads(line), json.loads(alone)
			    place = record.pop("source")
			    del other["source"]
			    assert record == other, number
			    bytes_of = source[place["offset"]:place["offset"] + place["length"]]
			    assert place["index"] == number, place
			    assert b"Ley %d<" % number in bytes_of or b'"Ley %d"' % number in bytes_of, place
			    assert place["length"] < 150000, place
			    assert place["offset"] >= at, place
			    at = place["offset"]
		END
	done
}

# A document of 20 MB is read in the memory of its largest item, with a limit that is an item's.
case_items_are_read_as_they_close() {
	for kind in rss list; do
		[ "$kind" = rss ] && count=20000 || count=40000
		feed "$kind" "$count" one > one
		[ "$(wc -c < one)" -gt 19000000 ] || fail "only $(wc -c < one) bytes"
		expect 0 "$telex" -j1 --max-size 1M --fields id one
		lines out "$count"
		says out '"id":"n0"}'
		[ "$(tail -n 1 out)" = "{\"telex\":\"1.0\",\"id\":\"n$((count - 1))\"}" ] || fail "$kind: other records"
		# A sanitizer needs more than may be limited.
		(ulimit -v 250000 && "$telex" --version > /dev/null 2>&1) || continue
		(ulimit -v 250000 && expect 0 "$telex" -j1 --fields id < one) || fail "$kind: more memory than items need"
		lines out "$count"
	done
}

# An item that is too large is one error; the others are records.
case_items_too_large() {
	for kind in $kinds; do
		for number in 0 3 39; do
			edit="items[$number] = items[$number].replace('Ley $number', 'Ley ' * 3000)"
			feed "$kind" 40 one > one
			expect 1 "$telex" --max-size 6000 --fields id one
			lines out 39
			grep -q "\"n$number\"" out && fail "$kind: item $number is there"
			says err "larger than 6000 bytes; left out: index $number, offset "
			lines err 1
			# The offset and the bytes are the item's.
			offset=$(sed 's/.*offset \([0-9]*\),.*/\1/' err)
			bytes=$(sed 's/.* \([0-9]*\) bytes$/\1/' err)
			tail -c "+$((offset + 1))" one | head -c "$bytes" > left
			case $(head -c 9 left)$(tail -c 12 left) in
			"<item>"*"</item>" | "<entry>"*"</entry>" | "<newsItem"*"</newsItem>" | "<NewsItem"*"</NewsItem>" | "{"*"}") ;;
			*) fail "$kind: $(head -c 40 left)...$(tail -c 40 left)" ;;
			esac
			sed 's/^telex: one:\([0-9]*\):.*/\1/' err > line
			[ "$(head -c "$offset" one | wc -l)" -eq "$(($(cat line) - 1))" ] || fail "$kind: line $(cat line)"
		done
	done
	edit=
}

# What is broken in one item harms no other, and its place is that in the source.
case_items_broken() {
	edit="items[500] = items[500].replace('</title>', '').replace('</headline>', '').replace('</HeadLine>', '')"
	for kind in rss rdf atom message newsml; do
		feed "$kind" 700 one > one
		expect 0 "$telex" one
		lines out 700
		grep -c envelope-broken out | grep -qx 1 || fail "$kind: $(grep -c envelope-broken out) warnings"
		line=$(grep -n '>Ley 500' one | cut -d: -f1)
		grep -q "line $line and" out || fail "$kind: another line than $line: $(grep -o '"envelope-broken".*' out)"
		[ "$(grep envelope-broken out | jq .source.index)" -eq 500 ] || fail "$kind: another item"
	done
	edit="items[500] = items[500].replace('Ley 500', 'Ley & 500', 1)"
	for kind in rss rdf atom message newsml; do
		feed "$kind" 700 one > one
		expect 0 "$telex" one
		lines out 700
		line=$(grep -n '>Ley & 500' one | cut -d: -f1)
		[ "$(jq -c '[.source.index, .warnings[]?.line]' out | grep ,)" = "[500,$line]" ] || fail "$kind: $(grep -c ampersand out) warnings"
	done
	edit="items[500] = items[500].replace('\"headline\"', '\"headline\" 7')"
	for kind in list lines object nested; do
		feed "$kind" 700 one > one
		expect 1 "$telex" --fields id one
		lines out 699
		grep -q '"n500"' out && fail "$kind: item 500 is there"
		lines err 1
		place=$(python3 -c "
text = open('one', encoding='utf-8').read()
before = text[:text.index(' 7:') + 1]
print('%d:%d' % (before.count('\n') + 1, len(before) - before.rfind('\n')))")
		says err "one:$place: not JSON: a colon is missing"
	done
	edit=
}

# A comma that is missing, one too many, the end that is missing: one error each, no item is lost but the next one.
case_items_badly_parted() {
	feed lines 700 one > good
	sed '400s/,$//' good > one
	expect 1 "$telex" --fields id one
	lines out 699
	says err "one:401:1: not JSON: a comma or a bracket is missing"
	lines err 1
	sed '400s/,$/,,/' good > one
	expect 1 "$telex" --fields id one
	lines out 699
	says err "one:400:"
	lines err 1
	sed 's/]$/,]/' good > one
	expect 1 "$telex" --fields id one
	lines out 700
	says err "not JSON: a value is missing near ']'"
	lines err 1
	sed 's/]$//' good > one
	expect 1 "$telex" --fields id one
	lines out 700
	lines err 1
	for kind in rss message; do
		feed "$kind" 700 one | head -c 300000 > one
		expect 0 "$telex" one
		grep -c envelope-broken out | grep -qx 1 || fail "$kind: the end is missing"
		[ "$(tail -n 1 out | grep -c envelope-broken)" -eq 1 ] || fail "$kind: the last record has no warning"
	done
	feed lines 700 one | head -c 300000 > one
	expect 1 "$telex" --fields id one
	lines err 1
	[ "$(wc -l < out)" -eq "$(($(grep -c . one) - 2))" ] || fail "$(wc -l < out) records of $(grep -c . one) lines"
}

# What is wrong before the items of a list is one error, as in a small document; the next document is read.
case_items_without_a_head() {
	{
		printf '{"a":1 "b":2,\n"items":'
		feed lines 700 one
		printf '}\n{"uri":"next","headline":"Dos","body_text":"Tres."}\n'
	} > one
	expect 1 "$telex" --fields id one
	[ "$(cat out)" = '{"telex":"1.0","id":"next"}' ] || fail "$(head -c 300 out)"
	says err "one:1:8: not JSON: a comma or a bracket is missing"
	lines err 1
}

# Documents of pictures only are one error, whatever their size; pictures among texts are none.
case_items_without_text() {
	edit="items = [item.replace('ninat:text', 'ninat:picture') for item in items]"
	feed message 700 one > one
	expect 1 "$telex" one
	lines out 0
	lines err 1
	says err "no dispatch in this newsmlg2 document"
	edit="items = [item.replace('ninat:text', 'ninat:picture') for item in items[:600]] + items[600:]"
	feed message 700 one > one
	expect 0 "$telex" one
	lines out 100
	[ "$(head -n 1 out | jq .source.index)" -eq 0 ] || fail "the first record's index"
	edit=
}

# A key after a list that only items have makes no item of what the list is in.
case_items_before_an_identifier() {
	{
		printf '{"items":'
		feed lines 700 one
		printf ',"uri":"https://example.com/list"}\n'
	} > one
	expect 0 "$telex" --fields id one
	lines out 700
	grep -q example.com out && fail "the list is an item"
	return 0
}

# Items that are small beside what is before them are read some at a time, so that nothing is quadratic: the error says how many are
# skipped with a broken one.
case_items_behind_a_large_head() {
	edit="head = head.replace('\"articles\"', '\"x\":\"' + 'x' * 40000 + '\",\"articles\"'); items[500] = items[500].replace('\"headline\"', '\"headline\" 7')"
	feed object 700 one > one
	expect 1 "$telex" --fields id one
	says err "not JSON: a colon is missing near '7: \"Ley 500"
	lines err 1
	count=$(sed -n 's/.*; left out: \([0-9]*\) items$/\1/p' err)
	[ "$((count + $(wc -l < out)))" -eq 700 ] || fail "$count and $(wc -l < out) items"
	edit=
}
