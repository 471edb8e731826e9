/* Keywords of ANPA-1312 and what follows them: the version, by the words that AP's and
 * Reuters' desks write.  Left out: the number of the story referred to, which no wire fills in. */
#include "core/ascii.h"
#include "reader/control/anpa_header.h"
#include "core/scan.h"

struct version_word {
	const char *word; /* in small letters */
	enum tx_field note;
	const char *status;
	bool alone;   /* says enough without an ordinal and without commas around */
	bool is_part; /* the ordinal is not of a version */
};

/* The first that fits counts. */
static const struct version_word words[] = {
	{"advisory", TX_FIELD_NOTE_ADVISORY, NULL, true, false},
	{"adv", TX_FIELD_NOTE_EMBARGO, NULL, true, false},
	{"hfr", TX_FIELD_NOTE_EMBARGO, "hfr", true, false},
	{"hold for release", TX_FIELD_NOTE_EMBARGO, "hfr", true, false},
	{"embargoed", TX_FIELD_NOTE_EMBARGO, NULL, true, false},
	{"correction", TX_FIELD_NOTE_CORRECTION, NULL, true, false},
	{"corrective", TX_FIELD_NOTE_CORRECTION, NULL, true, false},
	{"corrected", TX_FIELD_NOTE_CORRECTION, NULL, true, false},
	{"corr", TX_FIELD_NOTE_CORRECTION, NULL, true, false},
	{"kill", TX_FIELD_NOTE_KILL, "kill", true, false},
	{"bulletin kill", TX_FIELD_NOTE_KILL, "kill", true, false},
	{"ld", TX_FIELD_NOTE_UPDATE, NULL, false, false},
	{"lead", TX_FIELD_NOTE_UPDATE, NULL, false, false},
	{"writethru", TX_FIELD_NOTE_UPDATE, NULL, true, false},
	{"add", TX_FIELD_NOTE_UPDATE, NULL, false, true},
	{"take", TX_FIELD_NOTE_UPDATE, NULL, false, true},
	{"sub", TX_FIELD_NOTE_UPDATE, NULL, false, true},
	{"insert", TX_FIELD_NOTE_UPDATE, NULL, false, true},
	{"update", TX_FIELD_NOTE_UPDATE, NULL, false, false},
};

static const struct version_word *find_word(telex_slice s)
{
	for (size_t i = 0; i < TX_COUNT(words); i++) {
		size_t len = strlen(words[i].word);
		if (tx_slice_starts_nocase(s, tx_slice(words[i].word, len)) &&
		    (s.len == len || !tx_is_alpha(s.ptr[len])))
			return &words[i];
	}
	return NULL;
}

static size_t count_digits(telex_slice s)
{
	size_t digits = 0;

	while (digits < s.len && tx_is_digit(s.ptr[digits]))
		digits++;
	return digits;
}

/* After "3rd " of "3rd Ld"; `.ptr` NULL: no ordinal is there. */
static telex_slice behind_ordinal(telex_slice s)
{
	static const telex_slice endings[] = {{"st", 2}, {"nd", 2}, {"rd", 2}, {"th", 2}};
	size_t digits = count_digits(s);

	for (size_t i = 0; digits > 0 && digits <= 2 && i < 4; i++) {
		if (tx_slice_starts_nocase(tx_slice_skip(s, digits), endings[i]))
			return tx_slice_skip(s, digits + 2);
	}
	return (telex_slice){NULL, 0};
}

/* Whether a version begins here; `set_off`: commas stand around it. */
static bool is_version(telex_slice s, bool set_off)
{
	telex_slice rest = behind_ordinal(s);

	if (rest.ptr != NULL && rest.len > 0)
		return tx_is_alpha(rest.ptr[0]) || find_word(tx_trim(rest)) != NULL;
	const struct version_word *word = find_word(s);
	return word != NULL && (word->alone || set_off);
}

void tx_anpa_state_version(struct tx_story *story, telex_slice label)
{
	telex_slice rest = behind_ordinal(label);
	const struct version_word *word = find_word(tx_trim(rest.ptr != NULL ? rest : label));

	if (rest.ptr != NULL && (word == NULL || !word->is_part))
		tx_story_state(story, TX_FIELD_VERSION, 0,
			       tx_slice_take(label, count_digits(label)));
	if (word != NULL && word->status != NULL)
		tx_story_state(story, TX_FIELD_STATUS, 0, tx_slice_of(word->status));
	tx_story_state(story, word != NULL ? word->note : TX_FIELD_NOTE_UPDATE, 0, label);
}

telex_slice tx_anpa_take_keyword(struct tx_story *story, telex_slice text)
{
	size_t at = 1;

	while (at < text.len &&
	       (text.ptr[at - 1] != ' ' || !is_version(tx_slice_skip(text, at), false)))
		at++;
	tx_story_state(story, TX_FIELD_SLUG, 4, tx_slice_take(text, at));
	return tx_slice_skip(text, at);
}

/* What is between two commas; true when it is a version. */
static bool take_part(struct tx_story *story, telex_slice part, bool leftovers)
{
	bool version = is_version(part, true);

	if (version)
		tx_anpa_state_version(story, part);
	else if (count_digits(part) == part.len)
		tx_story_state(story, TX_FIELD_WORDS, 2, part);
	else if (leftovers)
		tx_story_leave_over(story, TX_LIT("keyword line"), part);
	return version;
}

bool tx_anpa_take_keyword_line(struct tx_story *story, telex_slice line, bool leftovers)
{
	struct tx_cut cut = tx_cut(line, ',');
	bool labelled = false;

	tx_story_state(story, TX_FIELD_SLUG, 0, cut.head);
	while (cut.tail.len > 0) {
		cut = tx_cut(cut.tail, ',');
		labelled |= take_part(story, tx_trim(cut.head), leftovers);
	}
	return labelled;
}
