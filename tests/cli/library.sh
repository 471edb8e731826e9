# Cases of the library's manual.

case_manual_of_the_library() {
	command -v mandoc > /dev/null || skip "no mandoc"
	# Whether the manuals that they name are installed is the machine's.
	! mandoc -Tlint -Wstyle "$source/docs/telex.3" 2>&1 | grep -v -e 'referenced manual not found' -e mandoc.db ||
		fail "mandoc complains about the style of telex.3"
	mandoc -Tascii "$source/docs/telex.3" | col -b > page
	{
		sed -n 's/^\tTELEX_\(ERR_[A-Z_]*\|END\)[ ,].*/TELEX_\1/p' "$source/include/telex/telex.h"
		sed -n '/^typedef struct telex_options/,/^}/s/^\t.*[ *]\([a-z_]*\);$/\1/p' "$source/include/telex/telex.h"
		echo telex_sink
	} > names
	lines names 28
	while read -r name; do
		says page "$name"
	done < names
}
