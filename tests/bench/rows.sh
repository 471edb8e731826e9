#!/bin/sh
# rows.sh COMMAND ARGUMENT... [++ COMMAND ARGUMENT...]...: run all rows of a benchmark, and fail at the end when one failed.
failed=0
while [ $# -gt 0 ]; do
	count=0
	for word; do
		[ "$word" != ++ ] || break
		count=$((count + 1))
	done
	(
		# The words of this row: rotate them to the end, and drop what was before.
		left=$(($# - count))
		while [ "$count" -gt 0 ]; do
			word=$1
			shift
			set -- "$@" "$word"
			count=$((count - 1))
		done
		shift "$left"
		"$@"
	) || failed=1
	shift "$count"
	[ $# -eq 0 ] || shift
done
exit $failed
