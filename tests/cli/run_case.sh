#!/bin/sh
# run_case.sh TELEX SOURCE_DIR NAME: run one case of cases*.sh against the binary.
set -eu
telex=$1
source=$2
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
. "$here/lib.sh"
. "$here/cases.sh"
. "$here/cases_report.sh"
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work"
"case_$3"
