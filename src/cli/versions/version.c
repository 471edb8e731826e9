/* From a record to what it says of its story (docs/versions.md).  Hashes are XXH3: of 128 bits for
 * what names a story, of 64 for what is only compared within one. */
#include "cli/versions/version.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "api/parser.h"
#include "cli/versions/marks.h"
#include "core/ascii.h"
#include "core/fold.h"
#include "core/scan.h"
#include "emitter/hash.h"
#include "emitter/ninjs/uri.h"

#define CODE_MAX 12 /* bytes of a reference: "NH4431", "0157" */

/* What the identifier of a format names. */
enum id_kind {
	ID_OF_STORY,
	ID_OF_TRANSMISSION, /* and says nothing of the story */
	ID_OF_ROW           /* counts where no slug does */
};

static const struct {
	const char *format;
	enum id_kind kind;
} formats[] = {
	{"text", ID_OF_TRANSMISSION}, {"iptc7901", ID_OF_TRANSMISSION},
	{"zczc", ID_OF_TRANSMISSION}, {"anpa1312", ID_OF_TRANSMISSION},
	{"mail", ID_OF_TRANSMISSION}, {"mbox", ID_OF_TRANSMISSION},
	{"reuters21578", ID_OF_ROW},  {"trec", ID_OF_ROW},
	{"gigaword", ID_OF_ROW},      {"rcv1", ID_OF_ROW},
	{"jsonl", ID_OF_ROW},
};

static enum id_kind id_kind_of(const char *format)
{
	for (size_t i = 0; format != NULL && i < TX_COUNT(formats); i++) {
		if (strcmp(formats[i].format, format) == 0)
			return formats[i].kind;
	}
	return ID_OF_STORY;
}

/* A hash of texts, each with its length. */
struct digest {
	XXH3_state_t state;
};

static void digest_add(struct digest *digest, telex_slice text)
{
	uint64_t len = text.len;

	XXH3_128bits_update(&digest->state, &len, sizeof(len));
	XXH3_128bits_update(&digest->state, text.ptr, text.len);
}

static XXH128_hash_t digest_of(const char *kind, telex_slice sender, telex_slice name)
{
	struct digest digest;

	XXH3_128bits_reset(&digest.state);
	digest_add(&digest, tx_slice_of(kind));
	digest_add(&digest, sender);
	digest_add(&digest, name);
	return XXH3_128bits_digest(&digest.state);
}

static telex_slice sender_of(const struct tx_record *record)
{
	return record->agency_code.len > 0   ? record->agency_code
	       : record->agency_name.len > 0 ? record->agency_name
					     : record->publisher_name;
}

static void set_story(struct version *version, XXH128_hash_t hash)
{
	version->story[0] = hash.high64;
	version->story[1] = hash.low64;
}

/* "2" is 2, "1.3" more than 1 and less than 2; anything else is no number: 0. */
static uint64_t read_number(telex_slice text)
{
	size_t whole = tx_count_digits(text);
	telex_slice rest = tx_slice_skip(text, whole);
	size_t part =
		rest.len > 1 && rest.ptr[0] == '.' ? tx_count_digits(tx_slice_skip(rest, 1)) : 0;

	if (whole == 0 || whole > 9 || part > 9 || rest.len > (part > 0 ? part + 1 : 0))
		return 0;
	uint64_t number = tx_digits_number(tx_slice_take(text, whole));
	return number << 32 | tx_digits_number(tx_slice_take(tx_slice_skip(rest, 1), part));
}

static void read_time(const telex_record *record, telex_time_key key, struct version *version)
{
	telex_time time;

	/* A day alone does not say which of two is the later. */
	if (!telex_record_time(record, key, &time) || !time.has_clock)
		return;
	bool is_later = (version->flags & VERSION_HAS_TIME) == 0 || time.seconds > version->time;
	version->flags |= VERSION_HAS_TIME;
	if (is_later)
		version->time = time.seconds;
}

static void read_times(const telex_record *record, struct version *version)
{
	read_time(record, TELEX_TIME_ISSUED, version);
	read_time(record, TELEX_TIME_UPDATED, version);
	if ((version->flags & VERSION_HAS_TIME) == 0)
		read_time(record, TELEX_TIME_CREATED, version);
}

/* The day on the clock of where it was sent. */
static int32_t day_of(const telex_record *record)
{
	static const telex_time_key keys[] = {TELEX_TIME_ISSUED, TELEX_TIME_CREATED};
	const struct tx_date date = record->fields.dateline.date;
	telex_time time;

	for (size_t i = 0; i < TX_COUNT(keys); i++) {
		if (!telex_record_time(record, keys[i], &time))
			continue;
		return tx_days_of_seconds(time.seconds + (int64_t)time.offset * 60);
	}
	return record->fields.dateline.present && tx_date_is_whole(date) ? tx_date_days(date)
									 : VERSION_NO_DAY;
}

/* A reference without what desks write in several ways: "nh4431" is "NH4431", "0157" is "157". */
static uint64_t reference_of(telex_slice sender, telex_slice code)
{
	char own[CODE_MAX];
	size_t len = 0;

	for (size_t i = 0; i < code.len && len < CODE_MAX; i++) {
		bool is_zero = code.ptr[i] == '0' && (len == 0 || tx_is_alpha(own[len - 1]));
		if (!is_zero)
			own[len++] = tx_lower(code.ptr[i]);
	}
	return len == 0 || sender.len == 0
		       ? 0
		       : digest_of("reference", sender, tx_slice(own, len)).low64;
}

/* "NH4431", "157": a code of at most three letters and of three to six digits. */
static bool is_code(telex_slice word)
{
	size_t letters = 0;

	while (letters < word.len && tx_is_alpha(word.ptr[letters]))
		letters++;
	size_t digits = tx_count_digits(tx_slice_skip(word, letters));
	return letters <= 3 && digits >= 3 && digits <= 6 && letters + digits == word.len;
}

static telex_slice next_word(telex_slice *rest)
{
	size_t start = 0, end;

	while (start < rest->len && !tx_is_alpha(rest->ptr[start]) &&
	       !tx_is_digit(rest->ptr[start]))
		start++;
	end = start;
	while (end < rest->len && (tx_is_alpha(rest->ptr[end]) || tx_is_digit(rest->ptr[end])))
		end++;
	telex_slice word = tx_slice(rest->ptr + start, end - start);
	*rest = tx_slice_skip(*rest, end);
	return word;
}

/* The code that a note names as a reference: "referencia NH4431", "item dpa 157"; else empty. */
static telex_slice named_code(telex_slice note)
{
	static const char *const words[] = {"referenc", "referenz", "item", "meldung", "depeche"};

	for (telex_slice word; (word = next_word(&note)).len > 0;) {
		bool names = false;
		for (size_t i = 0; i < TX_COUNT(words); i++)
			names |= tx_slice_starts_nocase(word, tx_slice_of(words[i]));
		for (int i = 0; names && i < 2; i++) {
			word = next_word(&note);
			if (is_code(word))
				return word;
		}
	}
	return TX_LIT("");
}

/* Whether a note says that it is about a paragraph of something. */
static bool names_a_part(telex_slice note)
{
	static const char *const words[] = {"p\xc3\xa1rrafo",   "parrafo",   "par\xc3\xa1grafo",
					    "paragraph",        "graf",      "absatz",
					    "alin\xc3\xa9\x61", "capoverso", "par\xc3\xa0graf"};

	for (size_t at = 0; at < note.len; at++) {
		for (size_t i = 0; i < TX_COUNT(words); i++) {
			if (tx_slice_starts_nocase(tx_slice_skip(note, at), tx_slice_of(words[i])))
				return true;
		}
	}
	return false;
}

/* Whether the slug is the sign-off, which a record has as one when the head has none: it names who
 * wrote, and not what about. */
static bool is_signoff(const struct tx_record *record)
{
	telex_slice rest = record->slug.text;

	for (size_t i = 0; i < record->signoff_count; i++) {
		if (!tx_slice_eq_nocase(next_word(&rest), record->signoff[i]))
			return false;
	}
	return record->signoff_count > 0 && next_word(&rest).len == 0;
}

static bool changes_a_story(enum tx_note_kind kind)
{
	return kind == TX_NOTE_CORRECTION || kind == TX_NOTE_UPDATE || kind == TX_NOTE_KILL;
}

static void read_note(const struct tx_record *record, const struct tx_note *note,
		      struct version *version, struct marks *marks)
{
	telex_slice text = note->text.text, sender = sender_of(record);

	if (note->kind == TX_NOTE_KILL)
		version->flags |= VERSION_KILL;
	if (note->kind == TX_NOTE_CORRECTION)
		version->flags |= VERSION_CORRECTION;
	if (changes_a_story(note->kind)) {
		version->flags |= VERSION_SAYS_SO;
		marks_of_note(text, marks);
	} else if (note->kind != TX_NOTE_ADVISORY) {
		return;
	}
	uint64_t reference = reference_of(sender, named_code(text));
	if (reference == 0 || reference == version->own_reference)
		return;
	version->reference = reference;
	marks->is_partial |= names_a_part(text);
}

/* What names the story. */
static void identify(const struct tx_record *record, struct version *version, telex_slice slug)
{
	telex_slice sender = sender_of(record), id = tx_id_without_revision(record->id);
	enum id_kind kind = id_kind_of(record->source.format);
	bool has_slug = slug.len > 0 && sender.len > 0 && version->day != VERSION_NO_DAY;

	if (id.len > 0 && (kind == ID_OF_STORY || (kind == ID_OF_ROW && !has_slug))) {
		version->flags |= VERSION_BY_ID;
		set_story(version, digest_of("id", sender, id));
	} else if (has_slug) {
		XXH128_hash_t hash = digest_of("slug", sender, slug);
		set_story(version, hash);
		version->story[1] ^= XXH3_64bits(&version->day, sizeof(version->day));
	} else {
		version->flags |= VERSION_ALONE;
	}
}

void version_hash(const telex_record *record, struct version *ret_version)
{
	char digits[TX_HASH_DIGITS + 1];

	*ret_version = (struct version){.day = VERSION_NO_DAY};
	tx_record_hash(&record->fields, digits);
	for (size_t i = 0; i < TX_HASH_DIGITS; i++) {
		unsigned digit =
			(unsigned)(digits[i] <= '9' ? digits[i] - '0' : digits[i] - 'a' + 10);
		uint64_t *half = &ret_version->hash[i / (TX_HASH_DIGITS / 2)];
		*half = *half << 4 | digit;
	}
	if (record->fields.body_count > 0)
		ret_version->flags |= VERSION_HAS_BODY;
}

/* The headline, by which versions that do not say so are compared; without one the body. */
static uint64_t title_of(const struct tx_record *record, const struct version *version)
{
	char folded[512];
	size_t len = tx_fold(record->headline.text, folded, sizeof(folded));

	if (record->headline.text.len == 0)
		return version->hash[1];
	return len > 0 ? XXH3_64bits(folded, len)
		       : XXH3_64bits(record->headline.text.ptr, record->headline.text.len);
}

static void apply_marks(const struct marks *marks, const struct tx_record *record,
			struct version *version)
{
	bool is_wire = id_kind_of(record->source.format) == ID_OF_TRANSMISSION;

	if (marks->says_so)
		version->flags |= VERSION_SAYS_SO;
	if (marks->is_correction)
		version->flags |= VERSION_CORRECTION;
	version->take = marks->take;
	/* The number of "2nd Add" is the take's. */
	if (marks->take == 0 || marks->has_number || !is_wire)
		version->number = read_number(record->version);
	if (version->number > 0)
		version->flags |= VERSION_SAYS_SO;
}

void version_of(const telex_record *record, struct version *ret_version)
{
	const struct tx_record *fields = &record->fields;
	struct marks marks = {false};
	char slug[MARKS_TEXT_MAX];
	struct version *version = ret_version;

	version_hash(record, version);
	version->day = day_of(record);
	read_times(record, version);
	version->own_reference = reference_of(sender_of(fields), fields->sequence);
	if (tx_slice_is(fields->status, "canceled"))
		version->flags |= VERSION_KILL | VERSION_SAYS_SO;
	size_t len = is_signoff(fields) ? 0 : marks_of_slug(fields->slug.text, &marks, slug);
	for (size_t i = 0; i < fields->note_count; i++)
		read_note(fields, &fields->notes[i], version, &marks);
	apply_marks(&marks, fields, version);
	for (size_t i = 0; i < fields->replaced_count; i++) {
		if (fields->replaces[i].take > version->last_take)
			version->last_take = fields->replaces[i].take;
	}
	version->rank = version->number;
	version->title = title_of(fields, version);
	version->source = XXH3_64bits(fields->source.path.ptr, fields->source.path.len) ^
			  (XXH3_64bits(fields->source.member.ptr, fields->source.member.len) * 3);
	identify(fields, version, tx_slice(slug, len));
	if (marks.is_partial) {
		version->flags = (version->flags & ~(unsigned)(VERSION_BY_ID | VERSION_KILL)) |
				 VERSION_ALONE;
		version->reference = 0;
	}
}

void version_place(struct version *version, uint64_t position, uint64_t offset)
{
	version->position = position;
	version->offset = offset;
	if ((version->flags & VERSION_ALONE) != 0) {
		version->story[0] = 0;
		version->story[1] = position;
	}
}
