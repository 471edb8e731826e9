#!/bin/sh
# slurm.sh TELEX SOURCE_DIR: a Slurm of one node runs the job array of docs/scaling.md; one task is killed half-way and
# requeued, another one submitted again.  munge, slurmctld and slurmd are the test's own, on loopback, and end with it.
. "$(dirname "$0")/lib.sh"
PATH=$PATH:/usr/sbin:/sbin
needs munged slurmctld slurmd sbatch scontrol squeue scancel tar seq python3
[ "$(id -u)" -eq 0 ] || { echo "skipped: slurmd is root's"; exit 77; }

work=$(mktemp -d)
cluster=$work/cluster
daemons=

# The tasks first: whoever starts them must be there to end them.
clean_up() {
	code=$?
	[ "$code" -eq 0 ] || tail -n 20 "$work"/telex.*.log "$cluster"/*.log || :
	if [ -n "$daemons" ]; then
		scancel --signal=KILL --full --me 2> /dev/null || :
		[ ! -e "$work/pid" ] || kill -9 "$(cat "$work/pid")" 2> /dev/null || :
		scancel --me 2> /dev/null || :
		tries=100
		while [ "$tries" -gt 0 ] && [ -n "$(squeue -h -t running,completing 2> /dev/null)" ]; do
			tries=$((tries - 1))
			sleep 0.05
		done
		kill $daemons 2> /dev/null || :
		wait $daemons || :
	fi
	rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP

# daemon COMMAND...: start it; whatever becomes of the test, it ends with the test's time.
daemon() {
	timeout --kill-after=2 110 "$@" >> "$cluster/$1.log" 2>&1 4>&- &
	daemons="$! $daemons"
}

# Two ports that nobody has.
free_ports() {
	python3 -c 'import socket
a, b = socket.socket(), socket.socket()
a.bind(("127.0.0.1", 0)), b.bind(("127.0.0.1", 0))
print(a.getsockname()[1], b.getsockname()[1])'
}

node_is_idle() {
	sinfo -h -o %t | grep -qx idle
}

# starts SECONDS COMMAND...: wait until the command says yes; a cluster that cannot start here says nothing of telex.
starts() {
	(until_true "$@") || { echo "skipped: Slurm does not start on this machine"; exit 77; }
}

start_cluster() {
	mkdir -p "$cluster/munge" "$cluster/state" "$cluster/spool"
	chmod 755 "$work" "$cluster" "$cluster/munge"
	(umask 077 && head -c 128 /dev/urandom > "$cluster/munge/key")
	set -- $(free_ports)
	sed "s|@HOST@|$(hostname -s)|; s|@USER@|$(id -un)|; s|@FOLDER@|$cluster|
		s|@CONTROL_PORT@|$1|; s|@NODE_PORT@|$2|" "$source/tests/scale/slurm.conf.in" > "$cluster/slurm.conf"
	SLURM_CONF=$cluster/slurm.conf
	export SLURM_CONF
	daemon munged --foreground --origin=127.0.0.1 --key-file="$cluster/munge/key" --socket="$cluster/munge/socket" \
		--pid-file="$cluster/munge/pid" --seed-file="$cluster/munge/seed"
	starts 20 munge -n -S "$cluster/munge/socket"
	daemon slurmctld -D
	daemon slurmd -D -N localhost
	starts 40 node_is_idle
}

# tasks STATE COUNT: so many tasks of the job are in that state.
tasks() {
	[ "$(squeue -h -j "$job" -r -t all -o %T | grep -cx "$1")" -eq "$2" ]
}

cd "$work"
archive
start_cluster
hanging_telex
block "$page" slurm-script > telex.sbatch
eval "$(block "$page" slurm-submit)"
kill_half_way
until_true 30 tasks COMPLETED 7
until_true 10 tasks FAILED 1
[ ! -e part.2.ndjson ] || fail "the killed task has a part"

task=2
touch before
eval "$(block "$page" slurm-requeue)"
until_true 30 tasks COMPLETED 8
[ "$(find . -name 'part.*' -newer before)" = ./part.2.ndjson ] || fail "parts that were whole were made again"
parts_are_the_whole

task=3
rm part.3.ndjson
eval "$(block "$page" slurm-resubmit)"
until_true 30 tasks COMPLETED 1
parts_are_the_whole
