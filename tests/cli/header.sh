#!/bin/sh
# header.sh COMPILER LIBRARY_DIR SOURCE_DIR FLAGS: the program in the header's first comment compiles without a warning,
# goes on after a dispatch that gives no record, and the headers compile as C++, where a flag of another function does not.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
source=$3 flags=$4
sed -n '/^ \*     #include/,/^ \*     }$/p; /^ \*     int main/,/^ \*     }$/p' "$source/include/telex/telex.h" |
	sed -n 's/^ \* \{0,1\}\(    \)\{0,1\}//p' > start.c
grep -q 'int main' start.c || { echo "no program in the header"; exit 1; }
"$1" $flags -std=c11 -Wall -Wextra -Werror -I"$source/include" start.c -L"$2" -ltelex -Wl,-rpath,"$2" -o start
{ echo '<nitf><body><body.content><p>Vigo, 10 mar (EFE).- Uno.</p></body.content></body></nitf>'; echo '<unknown/>'
	echo '<nitf><body><body.content><p>Vigo, 10 mar (EFE).- Dos.</p></body.content></body></nitf>'; } > stream
code=0
./start < stream > records 2> errors || code=$?
[ "$code" -eq 1 ] || { echo "exit $code"; exit 1; }
[ "$(grep -c '"telex":"1.0"' records)" -eq 2 ] || { echo "not two records:"; cat records errors; exit 1; }
grep -q '^line 2: ' errors || { echo "no error of line 2:"; cat errors; exit 1; }

command -v c++ > /dev/null || { echo "skipped: no C++ compiler"; exit 77; }
cat > use.cc <<'END'
#include <telex/jansson.h>
#include <telex/telex.h>

static int count(void *user, const telex_record *record, const telex_error *)
{
	telex_block block;
	telex_time time;

	for (size_t i = 0; record != NULL && telex_record_block(record, i, &block) != 0; i++)
		++*static_cast<int *>(user);
	if (record != NULL && telex_record_time(record, TELEX_TIME_ISSUED, &time) != 0)
		return 1;
	json_t *json = record == NULL ? NULL : telex_record_json(record, TELEX_WRITE_SPANS | TELEX_WRITE_HASH);
	json_decref(json);
	return json == NULL;
}

int main()
{
	static const char text[] = "Un titular\n\nMadrid, 3 oct (EFE).- Uno.\n\nDos. EFE\n";
	telex_options options = telex_options();
	int blocks = 0;

	options.size = sizeof options;
	options.flags = TELEX_PARSE_NO_PLACES | TELEX_PARSE_LEFTOVERS;
	return telex_parse(text, sizeof text - 1, &options, count, &blocks, NULL) != TELEX_OK || blocks != 2;
}
END
c++ $flags -std=c++11 -Wall -Wextra -Werror -I"$source/include" use.cc -L"$2" -ltelex -ljansson -Wl,-rpath,"$2" -o use
./use
sed 's/options.flags = .*/options.flags = TELEX_WRITE_PRETTY;/' use.cc > wrong.cc
! c++ -std=c++11 -fsyntax-only -I"$source/include" wrong.cc 2> wrong || { echo "a flag of another function is taken"; exit 1; }
