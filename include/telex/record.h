/* A record by types: structures for its parts, which telex/telex.h, that includes this file, has by the
 * names of their keys.
 *
 * The functions with an index return 1 and fill their last argument, or return 0 beyond the last
 * entry; those without one return 0 when the record has no such value.  Slices are borrowed from the
 * record. */
#ifndef TELEX_RECORD_H
#define TELEX_RECORD_H

#include <telex/telex.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Who wrote a dispatch: an entry of `byline.authors`. */
typedef struct telex_author {
	telex_slice name;
	telex_slice role;
	telex_slice place;
	telex_slice initials; /**< As in the sign-off. */
} telex_author;

TELEX_API int telex_record_author(const telex_record *record, size_t index,
				  telex_author *ret_author);

/** Where it was written, and when. */
typedef struct telex_dateline {
	telex_slice text; /**< As written. */
	telex_span span;
	int year, month, day;  /**< 0 = unknown. */
	const char *year_from; /**< "stated", "envelope", …; NULL without a year; static. */
} telex_dateline;

TELEX_API int telex_record_dateline(const telex_record *record, telex_dateline *ret_dateline);

/** A place of the dateline: an entry of `dateline.places`. */
typedef struct telex_place {
	telex_slice name;           /**< As written. */
	telex_slice qualifier;      /**< As written, without brackets. */
	telex_slice canonical;      /**< English name. */
	telex_slice country;        /**< ISO 3166-1 alpha-2. */
	telex_slice region;         /**< ISO 3166-2. */
	telex_slice timezone;       /**< IANA. */
	uint32_t geonames_id;       /**< 0: the place is unknown. */
	double latitude, longitude; /**< In degrees, with a `geonames_id`; else 0. */
	int ambiguous;              /**< Several places have the name. */
} telex_place;

TELEX_API int telex_record_place(const telex_record *record, size_t index, telex_place *ret_place);

typedef enum telex_note_kind {
	TELEX_NOTE_CORRECTION = 1,
	TELEX_NOTE_UPDATE,
	TELEX_NOTE_KILL,
	TELEX_NOTE_EMBARGO,
	TELEX_NOTE_ADVISORY,
	TELEX_NOTE_MEDIA,
	TELEX_NOTE_CONTACT,
	TELEX_NOTE_CREDIT,
	TELEX_NOTE_REFERENCE
} telex_note_kind;

/** A note of the desk: an entry of `notes`. */
typedef struct telex_note {
	telex_note_kind kind;
	const char *kind_name; /**< "correction", …; static. */
	telex_slice text;
	telex_span span;
} telex_note;

TELEX_API int telex_record_note(const telex_record *record, size_t index, telex_note *ret_note);

typedef enum telex_block_kind {
	TELEX_BLOCK_PARAGRAPH,
	TELEX_BLOCK_CROSSHEAD,
	TELEX_BLOCK_TABLE /**< Its lines and columns are kept. */
} telex_block_kind;

/** A piece of the copy: an entry of `body`, `crossheads` or `tables`, which are in one order here. */
typedef struct telex_block {
	telex_block_kind kind;
	telex_slice text;
	telex_span span;
} telex_block;

TELEX_API int telex_record_block(const telex_record *record, size_t index, telex_block *ret_block);

typedef enum telex_time_key {
	TELEX_TIME_CREATED,
	TELEX_TIME_UPDATED,
	TELEX_TIME_ISSUED,
	TELEX_TIME_EMBARGO,
	TELEX_TIME_EXPIRES
} telex_time_key;

/** A point in time. */
typedef struct telex_time {
	int64_t seconds; /**< Since 1970-01-01T00:00:00: in UTC with an offset, else by its clock. */
	int32_t offset;  /**< Of its zone, in minutes east of UTC. */
	int has_offset;  /**< 0: the source does not say the zone. */
	int has_clock;   /**< 0: it is a day. */
} telex_time;

TELEX_API int telex_record_time(const telex_record *record, telex_time_key key,
				telex_time *ret_time);

/** 1 (flash) to 9; 0: unknown. */
TELEX_API unsigned telex_record_urgency(const telex_record *record);

/** Words of the body, as counted. */
TELEX_API uint32_t telex_record_word_count(const telex_record *record);

/** Words of the body, as the envelope states. */
TELEX_API int telex_record_stated_word_count(const telex_record *record, uint32_t *ret_count);

typedef enum telex_term_list {
	TELEX_TERMS_SUBJECTS,
	TELEX_TERMS_PLACES,
	TELEX_TERMS_PEOPLE,
	TELEX_TERMS_ORGANISATIONS
} telex_term_list;

/** What an envelope names: an entry of `subjects`, `places`, `people` or `organisations`. */
typedef struct telex_term {
	telex_slice code, name, scheme;
	telex_slice level;       /**< Of an IPTC Subject Code. */
	telex_slice medtop_code; /**< The Media Topic above an IPTC subject. */
	telex_slice medtop_name;
} telex_term;

TELEX_API int telex_record_term(const telex_record *record, telex_term_list list, size_t index,
				telex_term *ret_term);

/** A picture, graphic or film that an envelope refers to: an entry of `media`. */
typedef struct telex_media {
	telex_slice id;
	telex_slice
		type; /**< "text", "picture", "graphic", "audio", "video", "composite", "other". */
	telex_slice href; /**< As written; nothing is fetched. */
	telex_slice content_type;
	telex_slice caption;
	telex_slice credit;
} telex_media;

TELEX_API int telex_record_media(const telex_record *record, size_t index, telex_media *ret_media);

#ifdef __cplusplus
}
#endif

#endif
