/* The packed table of places: one read-only blob, made at build time by data/pack_places.c and read
 * in place by place_table.c.  All numbers are little-endian and read byte by byte: nothing is
 * aligned.
 *
 *   head       TX_PLACE_HEAD__COUNT numbers of four bytes: magic, size, where each section begins
 *   records    one for each place, TX_PLACE_RECORD_SIZE bytes: GeoNames id 4; latitude 4 and
 *              longitude 4 (1e-5 degrees, signed); name 3; flags 1; area 2; zone 2; weight 2 (signed)
 *   areas      admin areas, TX_PLACE_AREA_SIZE bytes: country 2; area above it 2 (its own number at
 *              the top); ISO 3166-2 code 3
 *   countries  TX_PLACE_COUNTRY_SIZE bytes: code 2; record of the capital 3
 *   zones      names of time zones, 3 bytes each
 *   blocks     where each block of TX_PLACE_BLOCK keys begins in the section of keys, 4 bytes each
 *   groups     for each group of keys (tx_place_group()), and after the last, how many blocks have
 *              their first key in a group before it, 2 bytes each
 *   keys       sorted keys (place_key.h), each as: bytes shared with the key before 1 (0 at a
 *              block's start); bytes of its own 1; those bytes; bytes of postings (base 128); the
 *              postings
 *   texts      length 1 and bytes; "name", "code", "zone" above are offsets into this section
 *
 * A posting is index * 8 + kind in base 128, low digits first.  Weights are hundredths of log10 of
 * the population, with what GeoNames' feature code adds or takes away. */
#ifndef TX_NORMALIZER_PLACE_FORMAT_H
#define TX_NORMALIZER_PLACE_FORMAT_H

#define TX_PLACE_MAGIC        0x32504c54U /* "TLP2" */
#define TX_PLACE_RECORD_SIZE  22
#define TX_PLACE_AREA_SIZE    7
#define TX_PLACE_COUNTRY_SIZE 5
#define TX_PLACE_ZONE_SIZE    3
#define TX_PLACE_BLOCK        16
#define TX_PLACE_NONE         0xffffffU /* a number of three bytes that points nowhere */

enum tx_place_head {
	TX_PLACE_HEAD_MAGIC,
	TX_PLACE_HEAD_SIZE,
	TX_PLACE_HEAD_RECORDS,
	TX_PLACE_HEAD_RECORD_COUNT,
	TX_PLACE_HEAD_AREAS,
	TX_PLACE_HEAD_AREA_COUNT,
	TX_PLACE_HEAD_COUNTRIES,
	TX_PLACE_HEAD_COUNTRY_COUNT,
	TX_PLACE_HEAD_ZONES,
	TX_PLACE_HEAD_ZONE_COUNT,
	TX_PLACE_HEAD_BLOCKS,
	TX_PLACE_HEAD_BLOCK_COUNT,
	TX_PLACE_HEAD_GROUPS,
	TX_PLACE_HEAD_KEYS,
	TX_PLACE_HEAD_TEXTS,
	TX_PLACE_HEAD__COUNT
};

/** Flags of a record. */
enum tx_place_flag {
	TX_PLACE_CAPITAL =
		1, /* seat of a sovereign state, or of a territory with agencies of its own */
	TX_PLACE_ALONE = 2,  /* on AP's list of cities that stand alone in a dateline */
	TX_PLACE_SECTION = 4 /* a part of a city */
};

/** What a key means.  The first three lead to records, the next three to countries, the last two to
 *  areas; in each group the stronger comes first. */
enum tx_place_kind {
	TX_PLACE_EXONYM,       /* the place's name in another language, much better known than its
				  homonyms */
	TX_PLACE_NAME,         /* its name, or its name in a language that is known */
	TX_PLACE_ALTERNATE,    /* some other name: may be ancient, or a transliteration */
	TX_PLACE_COUNTRY,      /* a country's name */
	TX_PLACE_COUNTRY_FORM, /* an abbreviation, a part or a former name that agencies write */
	TX_PLACE_COUNTRY_WEAK, /* a state of today inside a former one; a code of three letters */
	TX_PLACE_AREA,         /* name or abbreviation of an admin area */
	TX_PLACE_AREA_MARK     /* vehicle plates and the like: read only in Spanish agencies */
};

#define TX_PLACE_KIND_BITS 3

#endif
