#!/bin/sh
# deb.sh CPACK BUILD SOURCE CONFIG: make the packages, install them in an empty root, run the command from there, and
# compare what each says that it depends on with the libraries that its binaries load.
set -eu
cpack=$1 build=$2 source=$3 config=$4
[ "$config" = Release ] || { echo "packages are made of release builds"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
	echo "$*"
	exit 1
}

(cd "$build" && "$cpack" -B "$work/debs") > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
root=$work/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/etc"
: > "$root/var/lib/dpkg/status"

names=
for deb in "$work"/debs/*.deb; do
	names="$names $(dpkg-deb -f "$deb" Package)"
	dpkg-deb -f "$deb" Maintainer Description Architecture > "$work/fields"
	[ "$(grep -c . "$work/fields")" -ge 4 ] || fail "$deb lacks fields: $(cat "$work/fields")"
	dpkg-deb -x "$deb" "$root"
	doc=$root/usr/share/doc/$(dpkg-deb -f "$deb" Package)
	grep -q 'Permission is hereby granted' "$doc/copyright" || fail "$deb: no licence"
	grep -q 'GeoNames' "$doc/copyright" || fail "$deb: no notice of the data"
	gzip -t "$doc/changelog.gz" || fail "$deb: no change log"
done
[ "$names" = " libtelex-dev libtelex1 telex" ] || fail "other packages than wanted:$names"

# Every library that a binary loads is in a package that its own package depends on (libc6 brings the loader).
depends_on_all() {
	depends=$(dpkg-deb -f "$work"/debs/"$1"_*.deb Depends)
	for library in $(readelf -d "$root/$2" | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p'); do
		# More than one package may have a library of that name.
		owners=$(dpkg -S "*/$library" | cut -d: -f1) known=
		for owner in $owners; do
			case ", $depends" in
			*", $owner "* | *", $owner,"*) known=1 ;;
			esac
		done
		[ -n "$known" ] || fail "$1 loads $library of" $owners "and depends on $depends"
	done
}
depends_on_all telex usr/bin/telex
depends_on_all libtelex1 usr/lib/libtelex.so.1

telex=$root/usr/bin/telex
"$telex" --version | grep -q '^telex ' || fail "the installed command does not run"
"$telex" --fields=headline,dateline "$source/fixtures/readme/tram.txt" | grep -q '"Lisbon"' || fail "no record"
for file in share/man/man1/telex.1 share/man/man3/telex.3 share/bash-completion/completions/telex \
	share/zsh/site-functions/_telex share/fish/vendor_completions.d/telex.fish share/doc/telex/NOTICE \
	include/telex/telex.h lib/libtelex.a lib/libtelex.so lib/pkgconfig/telex.pc lib/cmake/telex/telex-config.cmake; do
	[ -e "$root/usr/$file" ] || fail "not in the packages: $file"
done

# A root that is empty but for the packages: dpkg itself installs, configures and removes them.
[ "$(id -u)" -eq 0 ] || exit 0
empty=$work/empty
mkdir -p "$empty/var/lib/dpkg/info" "$empty/var/lib/dpkg/updates"
: > "$empty/var/lib/dpkg/status"
dpkg --root="$empty" --force-depends --force-script-chrootless --log=/dev/null -i "$work"/debs/telex_*.deb \
	> "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
[ -x "$empty/usr/bin/telex" ] || fail "dpkg has installed no command"
dpkg --root="$empty" --force-script-chrootless --log=/dev/null -r telex > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
[ ! -e "$empty/usr/bin/telex" ] || fail "dpkg has not removed the command"
