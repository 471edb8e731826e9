#!/bin/sh
# The telex of the tests' tasks: $REAL_TELEX, except for task 2's first run, whose names come by the pipe $WORK/names that
# stays open, as from a disk that does not answer.  Its process id goes to $WORK/pid.
set -eu
if [ "${SLURM_ARRAY_TASK_ID:-${PARALLEL_SEQ:-0}}" = 2 ] && mkdir "$WORK/hanging" 2> /dev/null; then
	for argument; do
		shift
		[ "$argument" = archive/ ] || set -- "$@" "$argument"
	done
	set -- "$@" --files-from "$WORK/names"
	echo $$ > "$WORK/pid"
fi
exec "$REAL_TELEX" "$@"
