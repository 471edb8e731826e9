#!/bin/sh
# install.sh CMAKE BUILD SOURCE CC CFLAGS: install into an empty prefix, and use the command, the manual, pkg-config and
# find_package from there.
set -eu
cmake=$1 build=$2 source=$3 cc=$4 cflags=$5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
	echo "$*"
	exit 1
}

DESTDIR='' "$cmake" --install "$build" --prefix "$work/usr" > "$work/log" || { cat "$work/log"; exit 1; }
"$work/usr/bin/telex" --version | grep -q '^telex ' || fail "the installed command does not run"
for section in 1 3; do
	[ -s "$work/usr/share/man/man$section/telex.$section" ] || fail "no manual page in section $section"
done
[ -s "$work/usr/share/doc/telex/NOTICE" ] && [ -s "$work/usr/share/doc/telex/LICENSE" ] || fail "no licences"

# With pkg-config, against the shared library.
pc=$(find "$work/usr" -name telex.pc)
PKG_CONFIG_PATH=${pc%/*} pkg-config --exists telex || fail "pkg-config does not find telex"
flags=$(PKG_CONFIG_PATH=${pc%/*} pkg-config --cflags --libs telex)
libdir=$(PKG_CONFIG_PATH=${pc%/*} pkg-config --variable=libdir telex)
$cc $cflags -o "$work/example" "$source/docs/example.c" $flags
LD_LIBRARY_PATH=$libdir "$work/example" < "$source/fixtures/readme/tram.txt" > "$work/out" || fail "the example fails"
[ -s "$work/out" ] || fail "the example writes nothing"

# With find_package, against the static library.
mkdir "$work/project"
cat > "$work/project/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.25)
project(user LANGUAGES C)
find_package(telex REQUIRED)
add_executable(user $source/docs/example.c)
target_link_libraries(user PRIVATE telex::telex_static)
END
"$cmake" -S "$work/project" -B "$work/project/build" -DCMAKE_PREFIX_PATH="$work/usr" -DCMAKE_C_COMPILER="$cc" \
	-DCMAKE_C_FLAGS="$cflags" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
"$cmake" --build "$work/project/build" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
"$work/project/build/user" < "$source/fixtures/readme/tram.txt" | cmp - "$work/out" || fail "the static library answers otherwise"

# Uninstalling is removing what the manifest lists.
xargs rm < "$build/install_manifest.txt"
left=$(find "$work/usr" -type f)
[ -z "$left" ] || fail "not in the manifest: $left"
