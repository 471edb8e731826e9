/* What the files that write ninjs share. */
#ifndef TX_EMITTER_NINJS_WRITER_H
#define TX_EMITTER_NINJS_WRITER_H

#include "core/record.h"
#include "emitter/json.h"

/** Properties whose names differ from version to version. */
enum tx_ninjs_name {
	ALT_IDS,
	CHAR_COUNT,
	CONTENT_TYPE,
	COPYRIGHT_HOLDER,
	COPYRIGHT_NOTICE,
	ED_NOTE,
	EMBARGOED,
	FIRST_CREATED,
	INFO_SOURCES,
	PUB_STATUS,
	USAGE_TERMS,
	VERSION_CREATED,
	WORD_COUNT,
	NAMES
};

/** A version of ninjs. */
struct tx_ninjs_version {
	telex_slice standard; /* the value of "standard", JSON on one line */
	bool has_association_rel;
	telex_slice names[NAMES];
};

struct tx_ninjs_writer {
	struct tx_json *json;
	const struct tx_record *record;
	const struct tx_ninjs_version *version;
};

/** A list opens when its first entry is written. */
struct tx_ninjs_list {
	struct tx_json *json;
	telex_slice key;
	bool is_open;
};

void tx_ninjs_begin_entry(struct tx_ninjs_list *list);
void tx_ninjs_end_entry(struct tx_ninjs_list *list);
void tx_ninjs_end_list(struct tx_ninjs_list *list);

/** An entry {"role": …, "value": …}; none when there is no value. */
void tx_ninjs_add_role(struct tx_ninjs_list *list, const char *role, telex_slice value);

/** The lists of what the item is about and from whom: people, organisations, places, subjects,
 * infoSources, genres. */
void tx_ninjs_write_concepts(const struct tx_ninjs_writer *w);

/** altIds and associations; `uri_is_id`: the item's URI is the record's identifier. */
void tx_ninjs_write_relations(const struct tx_ninjs_writer *w, bool uri_is_id);

#endif
