# Cases of --latest and --dedupe: one record of each story, and none of what was killed or came twice.

# efe NAME SLUG HEADLINE FIRST [REFERENCE [DAY]]: a dispatch in a file of its own.
efe() {
	printf '%s\n%s\n\nMadrid, %s mar (EFE).- %s\n\nEntra en vigor mañana. EFE\nabc/def\n(%s)\n' \
		"$2" "$3" "${6:-3}" "$4" "${5:-NH0001}" > "wire/$1"
}

# ap NAME SLUG HEADLINE FIRST: likewise, of another agency.
ap() {
	printf '%s\n%s\n\nDULUTH, Minn., March 3 (AP) _ %s\n\nThe repair takes a week.\n' "$2" "$3" "$4" > "wire/$1"
}

# latest OPTION...: what is left of wire, as lines of the file name and of what it replaces.
latest() {
	expect 0 "$telex" --reference-date 2024-03-04 --latest "$@" wire
	jq -r '[.source.path] + [.replaces[]? | .path + (if .take then "+" else "" end)]
		| map(ltrimstr("wire/")) | join(" ")' out > left
}

# left LINE...: these are left.
left() {
	printf '%s\n' "$@" > want
	cmp -s left want || fail "left: $(cat left)"
}

case_latest_keeps_the_last_version() {
	mkdir wire
	efe a GOBIERNO-LEY 'La ley' 'El Gobierno aprobó la ley.'
	efe b 'GOBIERNO-LEY (Ampliación 2)' 'La ley, dos' 'El Gobierno aprobó dos leyes.'
	efe c 'GOBIERNO-LEY (Ampliación 1)' 'La ley, una' 'El Gobierno aprobó una ley.'
	ap d 'BC-Ferry, 2nd Ld-Writethru, 350' 'Ferry stays in port' 'The ferry stayed.'
	ap e BC-Ferry 'Ferry in storm' 'The ferry is in a storm.'
	ap f 'BC-Ferry, 1st Ld-Writethru, 350' 'Ferry in port' 'The ferry is in port.'
	ap g BC-Tram 'Tram stops' 'The tram stopped.'
	latest
	left 'b a c' 'd e f' g
	says out '"body":["El Gobierno aprobó dos leyes."'
}

# Same slug: another agency, another day, another headline of a dispatch that does not say it is a version.
case_latest_joins_nothing_else() {
	mkdir wire
	efe a FERRY 'El transbordador' 'El transbordador vuelve.'
	ap b FERRY 'El transbordador' 'The ferry is back.'
	efe c FERRY 'El transbordador' 'El transbordador vuelve.' NH0002 4
	efe d SOCCER 'Gana el Soria' 'Gana el Soria.'
	efe e SOCCER 'Pierde el Vigo' 'Pierde el Vigo.'
	printf 'Sin más\n\nEl transbordador vuelve.\n' > wire/f
	printf 'Sin más\n\nEl tranvía vuelve.\n' > wire/g
	latest
	left a b c d e f g
	latest --dedupe
	left a b d e f g
}

case_latest_corrections() {
	mkdir wire
	efe a GOBIERNO-LEY 'La ley' 'El Gobierno aprobó la ley.'
	efe b GOBIERNO-LEY 'CORRECCIÓN: La ley' 'El Gobierno no aprobó la ley.'
	efe c PUERTO-CIERRE 'El puerto cierra' 'El puerto cierra hoy.' NH4440
	{
		echo 'Abonados: Sustituyan la noticia titulada PUERTO-CIERRE, referencia NH4440, por la siguiente:'
		cat wire/c
	} | sed 's/NH4440)/NH4441)/; s/^PUERTO-CIERRE/OTRA-COSA/; s/hoy/el lunes/' > wire/d
	{
		echo 'Abonados: En la noticia titulada OTRA-COSA, referencia NH4441, sustituyan el segundo párrafo por el siguiente:'
		cat wire/c
	} | sed 's/NH4440)/NH4442)/; s/^PUERTO-CIERRE/UN-PARRAFO/; s/hoy/el martes/' > wire/e
	latest
	left 'b a' 'd c' e
}

case_latest_kills() {
	mkdir wire
	efe a RIO 'El río crece' 'El río crece hoy.' NH4450
	efe b 'RIO (Ampliación 1)' 'El río crece más' 'El río crece más.' NH4451
	{
		echo ANULACIÓN
		cat wire/a
	} | sed 's/NH4450/NH4452/; s/El río crece hoy/Anulen la noticia/' > wire/c
	efe d PUERTO 'El puerto cierra' 'El puerto cierra hoy.' NH4460
	{
		echo 'ANULACIÓN'
		echo 'Abonados: Anulen la noticia titulada PUERTO, referencia NH4460.'
		efe e OTRA 'Anulación' 'Anulen la noticia.' NH4461
		cat wire/e
	} > anulacion
	mv anulacion wire/e
	{
		echo ANULACIÓN
		cat wire/a
	} | sed 's/NH4450/NH4470/; s/^RIO/MONTE/' > wire/f
	latest -v --summary
	left f
	says out '"status":"canceled"'
	for name in a b c d e; do
		says err "wire/$name: note: dropped by a kill of its story"
	done
	says err 'wire/f: note: a kill, and its story is not in the input'
	grep -Eq '^killed +5$' err && grep -Eq '^written +1$' err || fail "$(cat err)"
	latest --summary=json
	says err '"written":1,"replaced":0,"joined":0,"killed":5,"repeated":0'
}

case_latest_joins_takes() {
	mkdir wire
	ap a 'BC-Ferry, 3rd Take' '' 'Part three.'
	ap b BC-Ferry 'Ferry stays' 'Part one.'
	ap c 'BC-Ferry, 2nd Take' '' 'Part two, wrong.'
	ap d 'BC-Ferry, 2nd Take' '' 'Part two.'
	latest --summary=json
	left 'b d+ a+ c'
	says out '"body":["Part one.","The repair takes a week.","Part two.","The repair takes a week.","Part three."'
	says err '"written":1,"replaced":1,"joined":2,"killed":0,"repeated":0'
	! grep -q take-missing out || fail "$(cat out)"
	rm wire/c wire/d
	latest -v
	left 'b a+'
	says out '"code":"take-missing","message":"take 2 is missing"'
	says err 'wire/b: warning: take 2 is missing [take-missing]'
	expect 1 "$telex" --reference-date 2024-03-04 --latest --deny take-missing --errors failed wire
	says failed '"code":"take-missing"'
	expect 0 "$telex" --reference-date 2024-03-04 --latest --strict --allow take-missing wire
	rm wire/b
	latest
	left a
	says out '"message":"takes 1 to 2 are missing"'
}

# stories COUNT: a text of so many dispatches, of which four are of one story: a lead, a take, two versions.
stories() {
	awk -v count="$1" 'BEGIN {
		split(";, 1st Ld;, 2nd Take;, 2nd Ld-Writethru", marks, ";")
		for (i = 0; i < count; i++) {
			story = i * 7919 % int(count / 4)
			printf "%sStory-S%d%s\nStory %d\n\n", i % 97 == 0 ? "KILL KILL KILL\n" : "", story, marks[1 + i % 4], story
			printf "DULUTH, Minn., March %d (AP) _ The ferry %d stayed.\n\nIt takes a week.\n\n---\n", 1 + story % 28, i
		}
	}'
}

# The same bytes with any number of workers, in folders, archives and one text; what differs is the source.
case_latest_with_any_jobs() {
	stories 3000 > one.txt
	stories 15000 > long.txt
	mkdir wire
	awk 'BEGIN { RS = "---\n"; ORS = "" } NF { file = sprintf("wire/%04d", NR); print > file; close(file) }' one.txt
	head -n 100 one.txt >> one.txt
	for input in long.txt one.txt wire; do
		expect 0 "$telex" --reference-date 2024-03-04 --latest --dedupe -j1 -o j1.ndjson "$input"
		for jobs in 2 5; do
			expect 0 "$telex" --reference-date 2024-03-04 --latest --dedupe "-j$jobs" -o j.ndjson "$input"
			cmp j1.ndjson j.ndjson || fail "other bytes with $jobs workers"
		done
		[ "$(wc -l < j1.ndjson)" -gt 500 ] && [ "$(wc -l < j1.ndjson)" -lt 4000 ] || fail "$(wc -l j1.ndjson)"
	done
	jq -c 'del(.source) | del(.replaces[]?.path)' j1.ndjson > want
	for kind in tar zip; do
		pack "$kind" "packed.$kind" wire
		expect 0 "$telex" --reference-date 2024-03-04 --latest --dedupe -o packed.ndjson "packed.$kind"
		jq -c 'del(.source) | del(.replaces[]?.path) | del(.replaces[]?.member)' packed.ndjson | cmp - want ||
			fail "$kind: other records"
		jq -e 'all(.replaces[]?; .member != null)' packed.ndjson > /dev/null || fail "no members"
	done
	# Records are input like any other.
	expect 0 "$telex" --reference-date 2024-03-04 -o all.ndjson wire
	expect 0 "$telex" --latest --dedupe -o again.ndjson all.ndjson
	cmp again.ndjson j1.ndjson || fail "other stories of records"
	expect 0 "$telex" --latest --dedupe -o again.ndjson j1.ndjson
	cmp again.ndjson j1.ndjson || fail "stories are not what they were"
}

case_latest_in_every_format() {
	mkdir wire
	efe a FERRY 'El transbordador' 'El transbordador vuelve.'
	efe b 'FERRY (Ampliación)' 'El transbordador, hoy' 'El transbordador vuelve hoy.'
	efe c TRAM 'El tranvía' 'El tranvía vuelve.'
	efe d 'TRAM, 2nd Take' '' 'El tranvía sigue.'
	run="--reference-date 2024-03-04 --latest"
	expect 0 "$telex" $run --to csv --fields headline,replaces.0.path,body wire
	printf '%s\r\n' 'headline,replaces.0.path,body' \
		'"El transbordador, hoy",wire/a,El transbordador vuelve hoy. | Entra en vigor mañana.' \
		'El tranvía,wire/d,El tranvía vuelve. | Entra en vigor mañana. | El tranvía sigue. | Entra en vigor mañana.' > want
	cmp out want || fail "$(cat out)"
	expect 0 "$telex" $run --to text --fields headline wire
	printf '%s\n' 'El transbordador, hoy' 'El tranvía' | cmp out - || fail "$(cat out)"
	expect 0 "$telex" $run --fields headline,replaces wire
	says out '{"telex":"1.0","replaces":[{"path":"wire/a","index":0}],"headline":"El transbordador, hoy"}'
	expect 0 "$telex" $run --pretty --hash --spans wire
	[ "$(jq -c '[(.source.hash | length), .spans.body[0]]' out)" = '[32,[65,93]]
[32,[40,59]]' ] || fail "$(jq -c '[.source.hash, .spans.body]' out)"
	expect 0 "$telex" $run --to ninjs wire
	[ "$(jq -r '.headlines[0].value' out)" = 'El transbordador, hoy
El tranvía' ] || fail "$(cat out)"
	for to in view html; do
		expect 0 "$telex" $run --to "$to" wire
		says out 'El tranvía sigue.'
		! grep -qF 'El transbordador vuelve.' out || fail "$to: $(cat out)"
	done
	# Of repeats any output is copied.
	cp wire/a wire/e
	for to in record tokens view csv html; do
		expect 0 "$telex" --to "$to" -o all wire/a wire/b wire/c wire/d
		expect 0 "$telex" --to "$to" --dedupe -o kept wire
		cmp all kept || fail "$to: other output"
	done
}

case_latest_where_it_cannot_work() {
	dispatch uno > uno
	for option in --latest --dedupe; do
		for other in --check '-o out/' '--resume -o out' '--shard 1/2'; do
			expect 2 "$telex" "$option" $other uno
			says err "telex: $option "
			[ ! -e out/ ] || fail "$option $other made an output"
			rm -rf out
		done
	done
	expect 2 "$telex" --latest --to tokens uno
	says err 'telex: --latest joins records, and tokens are of one text'
}

# No disk for the temporary files, or for the output: exit 3, and nothing under the name.
case_latest_without_room() {
	stories 8000 > one.txt
	TMPDIR=$PWD/nowhere expect 3 "$telex" --latest -o all.ndjson one.txt
	says err "telex: $PWD/nowhere: cannot use a temporary file: No such file or directory"
	[ ! -e all.ndjson ] || fail "there is an output"
	mkdir temporary
	code=0
	(trap '' XFSZ; ulimit -f 1000; TMPDIR=$PWD/temporary exec "$telex" --dedupe -o all.ndjson one.txt) 2> err || code=$?
	[ "$code" -eq 3 ] || fail "exit $code: $(cat err)"
	says err 'cannot use a temporary file: File too large'
	[ ! -e all.ndjson ] || fail "there is an output"
	[ -w /dev/full ] || skip "no /dev/full"
	code=0
	"$telex" --latest one.txt > /dev/full 2> err || code=$?
	[ "$code" -eq 3 ] || fail "exit $code: $(cat err)"
	code=0
	"$telex" --latest one.txt 2> err | head -n 1 > first || code=$?
	[ "$code" -eq 0 ] && [ ! -s err ] || fail "exit $code: $(cat err)"
	TMPDIR=$PWD/temporary expect 0 "$telex" --latest -o all.ndjson one.txt
	[ -z "$(ls temporary)" ] || fail "left: $(ls temporary)"
}

# What came of a feed is written when it is stopped; of files nothing is, since the last version may be missing.
case_latest_of_a_run_that_is_stopped() {
	mkfifo feed
	mkdir wire temporary
	efe a FERRY 'El transbordador' 'El transbordador vuelve.'
	efe b 'FERRY (Ampliación)' 'El transbordador, hoy' 'El transbordador vuelve hoy.'
	TMPDIR=$PWD/temporary "$telex" --reference-date 2024-03-04 --latest -o live.ndjson feed 2> err &
	process=$!
	{
		for name in a b; do
			echo ZCZC
			cat "wire/$name"
			echo NNNN
		done
		sleep 1
		kill -INT "$process"
		sleep 1
	} > feed
	code=0
	wait "$process" || code=$?
	[ "$code" -eq 130 ] || fail "exit $code: $(cat err)"
	lines live.ndjson 1
	says live.ndjson '"replaces":[{"path":"feed","index":0}]'
	stories 40000 > one.txt
	TMPDIR=$PWD/temporary "$telex" --latest -o all.ndjson one.txt one.txt one.txt one.txt 2> err &
	process=$!
	sleep 0.3
	kill -TERM "$process"
	code=0
	wait "$process" || code=$?
	[ "$code" -eq 143 ] || fail "exit $code: $(cat err)"
	[ ! -e all.ndjson ] || fail "there is an output"
	[ -z "$(ls temporary)" ] || fail "left: $(ls temporary)"
}

# Memory does not grow with the archive.
case_latest_in_bounded_memory() {
	(ulimit -v 4000000 && "$telex" --version > /dev/null 2>&1) || skip "a sanitizer takes memory of its own"
	cat > peak.py <<-'END'
		import resource, subprocess, sys
		subprocess.run(sys.argv[1:], check=True)
		print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
	END
	for count in 20000 200000; do
		stories "$count" > one.txt
		expect 0 python3 peak.py "$telex" -j2 --no-places --reference-date 2024-03-04 --latest --dedupe -o all.ndjson one.txt
		[ "$(wc -l < all.ndjson)" -gt $((count / 8)) ] || fail "$(wc -l all.ndjson)"
		eval "peak_$count=$(cat out)"
	done
	[ "$((peak_200000 - peak_20000))" -lt 60000 ] || fail "peaks of $peak_20000 and $peak_200000 KiB"
}

# Runs after one another: what an earlier one has joined and replaced is kept in mind.
case_latest_of_records() {
	mkdir wire
	ap a BC-Ferry 'Ferry stays' 'Part one.'
	ap b 'BC-Ferry, 2nd Take' '' 'Part two.'
	efe c GOBIERNO-LEY 'La ley' 'El Gobierno aprobó la ley.'
	efe d 'GOBIERNO-LEY (Ampliación 1)' 'La ley, una' 'El Gobierno aprobó una ley.'
	latest
	left 'a b+' 'd c'
	mv out first.ndjson
	rm wire/*
	ap e 'BC-Ferry, 3rd Take' '' 'Part three.'
	ap f 'BC-Ferry, 2nd Take' '' 'Another part two.'
	efe g 'GOBIERNO-LEY (Ampliación 2)' 'La ley, dos' 'El Gobierno aprobó dos leyes.'
	mv wire/* .
	expect 0 "$telex" --reference-date 2024-03-04 --latest -o second.ndjson first.ndjson e f g
	# The text of the take that is joined cannot be taken out again: the other one stays.
	[ "$(jq -c '[.source.path, (.body | length), [.replaces[]? | .path, .take]]' second.ndjson)" = '["wire/a",6,["wire/b",2,"e",3]]
["f",2,[]]
["g",2,["wire/d",null,"wire/c",null]]' ] || fail "$(cat second.ndjson)"
	! grep -q take-missing second.ndjson || fail "$(cat second.ndjson)"
}
