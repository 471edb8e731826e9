#!/bin/sh
# run_case.sh TELEX SOURCE_DIR FILE NAME: run one case of a file of cases against the binary.
set -eu
telex=$1
source=$2
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
. "$here/lib.sh"
. "$here/$3"
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work"
"case_$4"
