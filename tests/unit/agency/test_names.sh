#!/bin/sh
# No agency's name or mark stands in the code outside src/agency: neither as a whole word of a string literal, nor
# as the name of its profile.  Comments are exempt.  The names, codes and dateline marks are read from the profiles.
# Marks of two or three letters are looked for as they are written, longer ones in any case.
# usage: test_names.sh SOURCE-FOLDER
set -u
export LC_ALL=C

src=${1:?source folder}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

# Words that are also something else in the code, each with the folder in which it may stand.
#   PA, TT    ISO codes of Panama and of Trinidad and Tobago
#   ats       an ending of Catalan words
#   ots       February in Basque, abbreviated
#   REUTERS   the element of an SGML collection's records (Reuters: the same, as the profile writes it)
cat >"$work/exempt" <<'END'
normalizer/ PA
normalizer/ TT
normalizer/ ats
core/ ots
reader/ REUTERS
reader/ Reuters
END

# The words to look for: marks without their '*', codes and names, one a line.
words()
{
	awk '
	/static const char \*const / { in_marks = $0 ~ /const (brackets|slashes|bare|leading)\[\]/ }
	in_marks || /\.(code|name) = / {
		n = split($0, piece, "\"")
		for (i = 2; i <= n; i += 2) print piece[i]
	}
	/;/ { in_marks = 0 }' "$src"/agency/*.c |
		sed -e 's/\*//g' -e 's/^[ /-]*//' -e 's/[ /-]*$//' | grep . | sort -u
}

# FILE:LINE:text of every string literal, comments and character constants left out.
literals()
{
	awk '
	function put() { print FILENAME ":" FNR ":" text; text = "" }
	FNR == 1 { state = "code" }
	{
		n = length($0)
		for (i = 1; i <= n; i++) {
			c = substr($0, i, 1); two = substr($0, i, 2)
			if (state == "comment") {
				if (two == "*/") { state = "code"; i++ }
			} else if (state == "string") {
				if (c == "\\") { text = text two; i++ }
				else if (c == "\"") { put(); state = "code" }
				else text = text c
			} else if (state == "char") {
				if (c == "\\") i++
				else if (c == "\047") state = "code"
			} else if (two == "/*") { state = "comment"; i++ }
			else if (two == "//") break
			else if (c == "\"") state = "string"
			else if (c == "\047") state = "char"
		}
		if (state == "string" || state == "char") { if (state == "string") put(); state = "code" }
	}' "$@"
}

# The literals that hold one of the words as a whole word.
offenders()
{
	awk -v src="$src/" '
	function is_word(c) { return c ~ /[A-Za-z0-9_]/ || c > "\177" }
	function holds(s, w,    from, at) {
		for (from = 1; (at = index(substr(s, from), w)) > 0; from += at) {
			at += from - 1
			if (!is_word(substr(s, at - 1, at > 1)) && !is_word(substr(s, at + length(w), 1)))
				return 1
			at -= from - 1
		}
		return 0
	}
	FILENAME ~ /exempt$/ { exempt[$1, $2] = 1; next }
	FILENAME ~ /words$/ { words[++count] = $0; next }
	{
		file = $0; sub(/:.*/, "", file)
		folder = substr(file, length(src) + 1); sub(/\/.*/, "/", folder)
		text = $0; sub(/^[^:]*:[^:]*:/, "", text)
		for (i = 1; i <= count; i++) {
			w = words[i]
			if ((folder, w) in exempt) continue
			if (length(w) <= 3 ? holds(text, w) : holds(tolower(text), tolower(w)))
				print $0 "  [" w "]"
		}
	}' "$work/exempt" "$work/words" "$work/literals"
}

words >"$work/words"
for word in AFP EFE Reuter ritzau TASS Kyodo ANSA 'Agencia EFE' PRNewswire; do
	if ! grep -qx "$word" "$work/words"; then
		echo "the profiles do not give the word: $word"
		exit 2
	fi
done

# The test must see what it looks for.
mkdir "$work/probe"
printf '%s\n' '/* "EFE" */ int probe = '"'\"'"'; // "EFE"' 'const char *a = "xEFEx", *b = "by EFE.";' \
	'const char *c = "kyodo news";' >"$work/probe/probe.c"
literals "$work/probe/probe.c" >"$work/literals"
if [ "$(offenders | cut -d: -f2 | sort -u | tr '\n' ' ')" != "2 3 " ]; then
	echo "the probe is not seen as it should be:"
	offenders
	exit 2
fi

# Words that begin with an agency's code, as vendors make names: "NTBPrioritet", "dpacat", "EfePais".
prefixed()
{
	grep -E ':([^:]*[^A-Za-z])?(NTB[A-Z]|Efe[A-Z]|EFE[A-Z]|AFP[A-Z]|ANP[A-Z]|dpa[a-z]|afp[a-z]|ap(category|subject|company))[A-Za-z]' "$1"
}
printf '%s\n' 'a.c:1:NTBPrioritet' 'a.c:2:/newscodes/dpacat' 'a.c:3:EfePais' 'a.c:4:effect' 'a.c:5:NTB' >"$work/literals"
if [ "$(prefixed "$work/literals" | cut -d: -f2 | tr '\n' ' ')" != "1 2 3 " ]; then
	echo "words made of a code are not seen as they should be"
	exit 2
fi

find "$src" -name '*.[ch]' ! -path "$src/agency/*" >"$work/files"
: >"$work/literals"
while IFS= read -r file; do
	literals "$file"
done <"$work/files" >"$work/literals"
offenders >"$work/found"
prefixed "$work/literals" >>"$work/found"

sed -n 's/^PROFILE(\(.*\))$/tx_profile_\1/p' "$src/agency/list.def" >"$work/symbols"
while IFS= read -r file; do
	grep -nwFf "$work/symbols" "$file" /dev/null
done <"$work/files" >>"$work/found"

if [ -s "$work/found" ]; then
	echo "agencies are named outside src/agency:"
	cat "$work/found"
	exit 1
fi
