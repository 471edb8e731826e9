#!/bin/sh
# demo.sh TELEX FIXTURES FOLDER: make a sample archive in FOLDER, convert it as a folder and packed, show one dispatch.
set -eu
telex=$1 fixtures=$2 folder=$3

show() {
	printf '\n--- %s\n' "$*"
	"$@"
}

telex() {
	"$telex" "$@"
}

sh "${0%/*}/sample.sh" "$fixtures" "$folder/archive"
cd "$folder"
printf '\n--- a sample archive, %s\n' "$PWD/archive"
find archive -type f | LC_ALL=C sort
show telex -o records.ndjson archive/
show wc -l records.ndjson
show tar -czf archive.tar.gz archive
show telex -o packed.ndjson archive.tar.gz
show wc -l packed.ndjson
show cat archive/2023/03/17/urgente.txt
show telex --pretty archive/2023/03/17/urgente.txt
show telex --to view archive/2023/03/17/urgente.txt
