#!/bin/sh
# damage.sh TELEX KIND: damage.py in a folder of its own.
set -eu
[ "$2" != zst ] || command -v zstd > /dev/null || exit 77
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 "$here/damage.py" "$1" "$2"
