#!/bin/sh
# hardening.sh READELF BUILD_TYPE COMMAND LIBRARY STATIC_LIBRARY: a release build has a random address, no table of
# addresses that can be written, checks of the stack and of buffers, and on x86 marks for jumps that the processor checks.
set -u
readelf=$1 type=$2 command=$3 library=$4 static=$5
failed=0

if [ "$type" != Release ]; then
	echo "skipped: not a release build but '$type'"
	exit 77
fi

# has WHAT FILE OPTIONS PATTERN
has() {
	"$readelf" -W $3 "$2" | grep -qE -- "$4" || { echo "$2: no $1"; failed=1; }
}

for file in "$command" "$library"; do
	has "random address (type DYN)" "$file" -h '^ *Type: +DYN'
	has "RELRO" "$file" -l 'GNU_RELRO'
	has "binding at the start" "$file" -d 'BIND_NOW|FLAGS_1.* NOW'
	has "stack that cannot be executed" "$file" -l 'GNU_STACK .* RW '
	has "check of the stack" "$file" --dyn-syms '__stack_chk_fail'
	has "check of buffers" "$file" --dyn-syms '__[a-z]+_chk'
done
has "position-independent executable" "$command" -d 'FLAGS_1.* PIE'

# The C library's own start files lack the marks, and with them every program: the objects have them.
case $("$readelf" -h "$command" | sed -n 's/^ *Machine: *//p') in
*X86-64*)
	unmarked=$("$readelf" -nW "$static" | awk '/^File: / { name = $2; seen[name] = 0 } /IBT, SHSTK/ { seen[name] = 1 }
		END { for (name in seen) if (!seen[name] && count++ < 5) print name }')
	[ -z "$unmarked" ] || { echo "without marks for the processor's checks: $unmarked"; failed=1; }
	;;
esac
exit $failed
