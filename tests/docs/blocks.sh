# The code blocks of the documentation.  A block is named behind its language: ```sh NAME.

# block FILE NAME: what the block holds.
block() {
	awk -v name="$2" '
		/^```/ && inside { exit }
		inside { print }
		/^```/ && $2 == name { inside = found = 1 }
		END { exit !found }
	' "$1" || { echo "FAILED: no block '$2' in $1" >&2; exit 1; }
}
