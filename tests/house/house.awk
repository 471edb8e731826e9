# House rules of C files, by what the formatter guarantees: the head of a function begins in the first column, its body is
# between a "{" and a "}" that stand there alone.  `most`: lines of a function, its head included.
FNR == 1 {
	head = body = 0
	if (FILENAME ~ /\.c$/ && $0 !~ /^\/\*/)
		print FILENAME ":1: does not open with a comment"
}
/^{$/ && head { body = 1 }
/^[A-Za-z_].*\(/ && !head && !/;$/ {
	head = FNR
	name = $0
}
/;$/ && !body { head = 0 }
/^}/ {
	if (body && FNR - head + 1 > most)
		print FILENAME ":" head ": " FNR - head + 1 " lines: " name
	head = body = 0
}
