#!/bin/sh
# example.sh EXAMPLE SOURCE_DIR: the documentation's example prints what it says.
set -eu
printed=$("$1" < "$2/fixtures/efe/national-full-head.txt")
wanted=$(printf 'headline: %s\nbyline: %s\nplace: %s' \
	"$(sed -n 's/^  "headline": "\(.*\)",$/\1/p' "$2/fixtures/efe/national-full-head.json")" \
	"$(sed -n '/"byline"/,/}/s/^ *"text": "\(.*\)",$/\1/p' "$2/fixtures/efe/national-full-head.json")" \
	"$(sed -n '/"places"/,/]/s/^ *"name": "\(.*\)",$/\1/p' "$2/fixtures/efe/national-full-head.json")")
[ "$printed" = "$wanted" ] || { printf 'printed:\n%s\nwanted:\n%s\n' "$printed" "$wanted"; exit 1; }
