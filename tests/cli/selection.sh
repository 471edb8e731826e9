# Cases of what is read: dates in paths, packed and unpacked, and which files of a folder count.

# without_source FILE: the records, without what differs by where they were read.
without_source() {
	sed 's/"source":{[^}]*},//' "$1" | LC_ALL=C sort
}

case_dates_of_paths_packed_and_unpacked() {
	for folder in wire/2019/03/17 wire/2020 wire/2021/05 wire/2022-01 wire/202302; do
		mkdir -p "$folder"
		dispatch "$folder" > "$folder/a.txt"
	done
	dispatch nombre > wire/efe_2018-10-01.txt
	expect 0 "$telex" -o unpacked.ndjson wire
	[ "$(grep -c '"year_from":"path"' unpacked.ndjson)" -eq 6 ] || fail "$(cat unpacked.ndjson)"
	for date in 2018-10-03 2020-10-03 2021-10-03 2022-10-03; do
		says unpacked.ndjson "\"date\":\"$date\""
	done
	without_source unpacked.ndjson > want
	for kind in tar gz zip; do
		pack "$kind" "packed.$kind" wire
		expect 0 "$telex" -o packed.ndjson "packed.$kind"
		without_source packed.ndjson | cmp - want || fail "$kind: other records"
	done
	# The archive is a folder, and without a date in its members it gives one.
	mkdir -p flat/03
	dispatch uno > flat/03/a.txt
	(cd flat && pack zip ../2017.zip 03)
	expect 0 "$telex" 2017.zip
	says out '"date":"2016-10-03"'
	cp 2017.zip efe-20150930.zip
	expect 0 "$telex" efe-20150930.zip
	says out '"date":"2015-10-03"'
}
