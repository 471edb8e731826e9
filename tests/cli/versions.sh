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
	jq -r '[.source.path] + [.replaces[]? | .path + (if .joined then "+" else "" end)]
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
		says err "wire/$name: note: dropped: its story is killed"
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
