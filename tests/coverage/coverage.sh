#!/bin/sh
# coverage.sh CTEST PYTHON GCOV BUILD SOURCE GOAL...: run all tests of a build with --coverage and print the table.  A test
# that fails does not keep it from being printed: some have limits of time, for builds that do not count.
ctest=$1 python=$2 gcov=$3 build=$4 source=$5
shift 5
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
cd "$build" || exit 1

# What the build itself ran, to make tables, counts too.
find src/CMakeFiles src/cli/CMakeFiles -name '*.gcda' -delete
"$ctest" --output-on-failure --parallel 4
tests=$?
"$python" "$here/table.py" "$gcov" "$build" "$source" "$@" || exit 1
exit "$tests"
