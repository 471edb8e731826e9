#!/bin/sh
# sample.sh FIXTURES FOLDER: make FOLDER a small archive of fixtures, by the days of their datelines; each file is as old as
# its day.  The demo, the README and docs/recipes.md use it.
set -eu
fixtures=$1 folder=$2

rm -rf "$folder"
while read -r day fixture; do
	mkdir -p "$folder/$day"
	cp "$fixtures/$fixture" "$folder/$day/"
	touch -t "$(echo "$day" | tr -d /)1200" "$folder/$day/${fixture##*/}"
done <<END
2017/05/12 agency/afp-en.txt
2019/01/21 agency/afp-fr.txt
2020/03/12 agency/lusa.txt
2023/03/14 efe/national-full-head.txt
2023/03/17 efe/urgente.txt
2023/06/14 nitf/efe.xml
2023/07/31 agency/belga-fr.txt
2023/07/31 agency/belga-nl.txt
2023/10/03 efe/two-places.txt
2024/01/21 agency/reuters.txt
2024/01/21 agency/tass.txt
2024/01/21 agency/upi.txt
2024/02/06 efe/correction-abonados-paragraph.txt
2024/02/06 efe/correction-abonados-replacement.txt
2024/03/08 stream/zczc-several.txt
2024/03/14 efe/embargo.txt
2024/06/18 agency/xinhua-es.txt
2024/11/21 efe/ampliacion.txt
END
