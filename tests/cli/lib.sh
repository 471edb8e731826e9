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
