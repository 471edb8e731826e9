#!/bin/sh
# valid.sh TELEX FIXTURES: hold all fixtures and a third of the corpus against IPTC's schemas, which lie in the corpus.
set -eu
if [ ! -d "${TELEX_CORPUS:-}/ninjs" ]; then
	echo "skipped: TELEX_CORPUS names no folder with IPTC's schemas"
	exit 77
fi
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
python3 -W ignore "$here/validate.py" "$1" "$TELEX_CORPUS/ninjs" "$2"
python3 -W ignore "$here/validate.py" "$1" "$TELEX_CORPUS/ninjs" --shard 1/3 \
	"$TELEX_CORPUS/text/dev.tar.xz" "$TELEX_CORPUS/formats/files"
