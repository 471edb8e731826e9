# What every case of the command has at hand.  A case is a function case_NAME; run_case.sh runs it in a folder of its own
# that is removed afterwards.  $telex is the binary, $source the checkout.

fail() {
	echo "FAILED: $*" >&2
	exit 1
}

skip() {
	echo "skipped: $*"
	exit 77
}

# dispatch NAME: a small dispatch with that headline.
dispatch() {
	printf '%s\n\nMadrid, 3 oct (EFE).- El consejo aprobó hoy la ley de %s.\n\nEntra en vigor mañana. EFE\nabc/def\n' "$1" "$1"
}

# expect CODE COMMAND...: run it; its output goes to out and err.
expect() {
	wanted=$1
	shift
	code=0
	"$@" > out 2> err || code=$?
	[ "$code" -eq "$wanted" ] || fail "exit $code instead of $wanted: $* ($(head -c 300 err))"
}

# says FILE TEXT: the file holds the text.
says() {
	grep -qF -- "$2" "$1" || fail "no '$2' in $1: $(head -c 500 "$1")"
}

# lines FILE COUNT
lines() {
	count=$(wc -l < "$1")
	[ "$count" -eq "$2" ] || fail "$count lines instead of $2 in $1"
}

# trace OPTION... COMMAND...: under strace, where a sanitizer cannot look for leaks.
trace() {
	command -v strace > /dev/null || skip "no strace"
	ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0" strace "$@"
}

# as_nobody COMMAND...: run it without the right to read everything, which root has.
as_nobody() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
	else
		setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
	fi
}

# tree: a small archive folder: five dispatches in three folders, one of which holds two.
tree() {
	mkdir -p wire/2024/01 wire/2024/02 wire/2023
	dispatch uno > wire/2024/01/a.txt
	dispatch dos > wire/2024/01/b.txt
	dispatch tres > wire/2024/02/c.txt
	{
		printf '\001efs001 4 pol 100 Uno\r\n\002'
		dispatch cuatro
		printf '\003\004\001efs002 4 pol 100 Dos\r\n\002'
		dispatch cinco
		printf '\003\004'
	} > wire/2023/two.txt
}

# many FOLDER COUNT: so many dispatches.
many() {
	mkdir -p "$1"
	number=0
	while [ "$number" -lt "$2" ]; do
		dispatch "ley $number" > "$1/$number.txt"
		number=$((number + 1))
	done
}

# pack KIND OUTPUT FOLDER: the folder as an archive; KIND is tar, gz, bz2, xz, zip, zst.
pack() {
	case $1 in
	zst)
		command -v zstd > /dev/null || skip "no zstd"
		pack tar "$2.tar" "$3"
		zstd -q "$2.tar" -o "$2"
		rm "$2.tar"
		;;
	zip) python3 -m zipfile -c "$2" "$3" ;;
	*) python3 - "$@" <<-'END' ;;
		import sys, tarfile
		kind, output, folder = sys.argv[1:]
		with tarfile.open(output, "w:" + ("" if kind == "tar" else kind)) as archive:
		    archive.add(folder)
	END
	esac
}

# killed SECONDS COMMAND...: run it and kill it then.
killed() {
	after=$1
	shift
	"$@" > killed.out 2>&1 &
	process=$!
	sleep "$after"
	kill -9 "$process" 2> /dev/null || :
	wait "$process" 2> /dev/null || :
}
