/* The record: what telex knows of one dispatch.  The reader fills the source, the tokenizer's
 * tokens become fields, the normalizer adds standard values, the emitter writes it.  Everything a
 * record points to lives in the dispatch's bytes, in its arena, or is static.  A text with `.ptr ==
 * NULL` is unknown, and its key absent. */
#ifndef TX_CORE_RECORD_H
#define TX_CORE_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/calendar.h"
#include "core/slice.h"

/** The profile of items of ninjs that telex writes, whose copy is nothing but the body. */
#define TX_NINJS_PROFILE "telex"

/** Where a text is: byte offsets [start, end) in the source's UTF-8 form; both 0: nowhere. */
struct tx_span {
	uint64_t start;
	uint64_t end;
};

/** A text as the record shows it (white space folded), and where it is. */
struct tx_text {
	telex_slice text;
	struct tx_span span;
};

enum tx_note_kind {
	TX_NOTE_NONE,
#define NOTE(kind, name)      TX_NOTE_##kind,
#define TEXT_NOTE(kind, name) TX_NOTE_##kind,
#include "core/note_kinds.def"
	TX_NOTE__COUNT
};

/** "correction", …; NULL for TX_NOTE_NONE. */
const char *tx_note_kind_name(enum tx_note_kind kind);

struct tx_note {
	enum tx_note_kind kind;
	struct tx_text text;
};

/** A text that is before paragraph `before` of the body (a crosshead, a table). */
struct tx_placed {
	size_t before;
	struct tx_text text;
};

/** A topic at the top of IPTC's Media Topics. */
struct tx_medtop {
	telex_slice code, name, name_es;
};

/** A subject, place, person or organisation that an envelope names. */
struct tx_term {
	telex_slice code, name, scheme;
	telex_slice level;              /* of an IPTC Subject Code */
	const struct tx_medtop *medtop; /* of an IPTC subject, NULL = unknown */
};

/** A picture, graphic or film that an envelope refers to. */
struct tx_media {
	telex_slice id, type, href, content_type, caption, credit;
};

/** A dispatch that a record replaces, as its source names it. */
struct tx_replaced {
	telex_slice path, member;
	uint64_t index;
	telex_slice id, version;
	uint32_t take; /* of which the text is in the record; 0: none */
};

struct tx_author {
	telex_slice name;
	telex_slice role;
	telex_slice place;
	telex_slice initials; /* with which this author signs */
};

struct tx_place {
	telex_slice name;           /* as written */
	telex_slice qualifier;      /* as written, without brackets */
	telex_slice canonical;      /* English name */
	char country[3];            /* ISO 3166-1 alpha-2, "" = unknown */
	telex_slice region;         /* ISO 3166-2 */
	telex_slice timezone;       /* IANA */
	uint32_t geonames_id;       /* 0 = unknown */
	double latitude, longitude; /* degrees, valid with geonames_id */
	bool ambiguous;
};

/** The times of a record. */
enum tx_time {
	TX_TIME_CREATED,
	TX_TIME_UPDATED,
	TX_TIME_ISSUED,
	TX_TIME_EMBARGO,
	TX_TIME_EXPIRES,
	TX_TIME__COUNT
};

enum tx_year_from {
	TX_YEAR_UNKNOWN,
	TX_YEAR_STATED,
	TX_YEAR_ENVELOPE,
	TX_YEAR_STAMP,
	TX_YEAR_PATH,
	TX_YEAR_REFERENCE,
	TX_YEAR__COUNT
};

/** "stated", …; NULL for TX_YEAR_UNKNOWN. */
const char *tx_year_from_name(enum tx_year_from from);

struct tx_dateline {
	bool present;
	struct tx_text text;
	struct tx_place *places;
	size_t place_count;
	struct tx_date date; /* parts that are known */
	enum tx_year_from year_from;
	telex_slice *agencies;
	size_t agency_count;
};

/** Codes of warnings. */
enum tx_warning_code {
#define WARNING(code, name, meaning) TX_WARN_##code,
#include "core/warnings.def"
	TX_WARN__COUNT
};

const char *tx_warning_name(enum tx_warning_code code);
const char *tx_warning_meaning(enum tx_warning_code code);

struct tx_warning {
	enum tx_warning_code code;
	telex_slice message;
	uint64_t offset; /* in the dispatch's UTF-8 text */
	uint64_t line;   /* of the source, from 1; 0 = recognised by the offset */
};

struct tx_source {
	telex_slice path;
	telex_slice member;
	uint64_t index;  /* nth dispatch of the source */
	uint64_t offset; /* bytes of the source */
	uint64_t length;
	uint64_t line;        /* line of the dispatch's first byte, from 1 */
	uint64_t text_offset; /* where its text begins in the source's UTF-8 form; spans and tokens
				 count from there */
	telex_slice fetched;  /* when a crawl fetched it, ISO 8601 */
	const char *format;
	const char *charset; /* NULL = unknown */
	telex_slice hash;    /* of a record that was read back; else it is computed */
	bool composed; /* the text was taken out of markup: its offsets are not the source's */
};

#define TX_WARNINGS_MAX 32

/** Warnings that are kept, and how many are not. */
struct tx_warning_limit {
	uint32_t kept;
	uint32_t codes; /* bits of those of which one is kept */
	uint64_t left_out;
};

/** Count a warning.  True: it is kept, since there are fewer than TX_WARNINGS_MAX, or since it is
 * the first of its code. */
bool tx_warning_is_kept(struct tx_warning_limit *limit, enum tx_warning_code code);

struct tx_record {
	struct tx_source source;
	bool is_read_back; /* it was read as a record, which is written as it was */
	bool has_spans;    /* then: written with them */
	uint64_t absent;   /* then: keys that it did not have, bit I for key I of tx_record_keys */
	telex_slice id, version, status;
	struct tx_replaced *replaces;
	size_t replaced_count;
	telex_slice agency_code, agency_name;
	telex_slice publisher_name, publisher_url; /* the site of a page */
	telex_slice service, sequence;
	telex_slice category_code, category_name;
	unsigned urgency; /* 1-9, 0 = unknown */
	telex_slice priority;
	telex_slice genre;
	telex_slice language;
	bool language_inferred;
	struct tx_text slug;
	struct tx_text *keywords;
	size_t keyword_count;
	struct tx_text headline, subheadline, abstract;
	struct tx_text byline;
	struct tx_author *authors;
	size_t author_count;
	struct tx_text credit;
	struct tx_dateline dateline;
	telex_slice created, updated, issued, embargo, expires;
	telex_slice zone_from[TX_TIME__COUNT]; /* "place": the zone of this time is derived */
	struct tx_note *notes;
	size_t note_count;
	struct tx_text *body;
	size_t body_count;
	struct tx_placed *crossheads;
	size_t crosshead_count;
	struct tx_placed *tables;
	size_t table_count;
	struct tx_text end_mark;
	telex_slice *signoff;
	size_t signoff_count;
	struct tx_span signoff_span;
	bool more;
	uint32_t word_count;
	bool has_stated_word_count;
	uint32_t stated_word_count;
	struct tx_term *subjects, *places, *people, *organisations;
	size_t subject_count, place_count, person_count, organisation_count;
	telex_slice copyright, usage_terms;
	struct tx_media *media;
	size_t media_count;
	struct tx_term *leftovers; /* what no key takes: `name` where it stood, `code` its text */
	size_t leftover_count;
	telex_slice input; /* JSON that came beside the text, as it is written */
	struct tx_text *unparsed;
	size_t unparsed_count;
	struct tx_warning_limit warning_limit;
	char more_message[64]; /* of TX_WARN_MORE */
	struct tx_warning warnings[TX_WARNINGS_MAX + TX_WARN__COUNT];
	size_t warning_count;
};

/** Add a warning, if it is one to be kept; `message` must live as long as the record. */
void tx_record_warn(struct tx_record *record, enum tx_warning_code code, uint64_t offset,
		    telex_slice message);

/** As tx_record_warn(), for a warning whose line in the source is known (0: it is not). */
void tx_record_warn_at(struct tx_record *record, enum tx_warning_code code, uint64_t line,
		       telex_slice message);

/** After the last warning: add one that says how many were not kept, if there are any. */
void tx_record_end_warnings(struct tx_record *record);

#endif
