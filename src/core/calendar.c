/* Names of months and weekdays in the languages of the wires.
 * The names are those of the trade's reference tables; Basque ones are matched by their stems,
 * since the wires write them with case endings ("urtarrilaren").  Left out: abbreviated weekdays,
 * which mislead ("mar" is March and Tuesday), and the month names of other calendars. */
#include "core/calendar.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "core/calendar_names.h"
#include "core/fold.h"

/* Twice the longest name, for names whose diacritics are written as combining marks. */
#define WORD_MAX_BYTES (2 * TX_CALENDAR_NAME_MAX)

/* Basque: January to December, Monday to Sunday. */
static const telex_slice month_stems[] = {
	TX_SLICE("urtarril"), TX_SLICE("otsail"), TX_SLICE("martxo"), TX_SLICE("apiril"),
	TX_SLICE("maiatz"),   TX_SLICE("ekain"),  TX_SLICE("uztail"), TX_SLICE("abuztu"),
	TX_SLICE("irail"),    TX_SLICE("urri"),   TX_SLICE("azaro"),  TX_SLICE("abendu"),
};

static const telex_slice weekday_stems[] = {
	TX_SLICE("astelehen"), TX_SLICE("astearte"), TX_SLICE("asteazken"), TX_SLICE("ostegun"),
	TX_SLICE("ostiral"),   TX_SLICE("larunbat"), TX_SLICE("igande"),
};

static const telex_slice basque_endings[] = {
	TX_SLICE(""),     TX_SLICE("a"),      TX_SLICE("ak"),  TX_SLICE("an"),  TX_SLICE("ari"),
	TX_SLICE("aren"), TX_SLICE("arekin"), TX_SLICE("ean"), TX_SLICE("eko"), TX_SLICE("etik"),
	TX_SLICE("era"),  TX_SLICE("ko"),     TX_SLICE("n"),   TX_SLICE("ra"),  TX_SLICE("ren"),
	TX_SLICE("tik"),  TX_SLICE("z"),
};

/* Second letters of the months by their first one: most words that are no month end here. */
static const char month_seconds['z' - 'a' + 1][8] = {
	['a' - 'a'] = "bgopuvz", ['b' - 'a'] = "r",    ['c' - 'a'] = "ez",  ['d' - 'a'] = "eiu'",
	['e' - 'a'] = "kn",      ['f' - 'a'] = "e",    ['g' - 'a'] = "eir", ['i' - 'a'] = "r",
	['j' - 'a'] = "au",      ['k' - 'a'] = "vw",   ['l' - 'a'] = "eiu", ['m' - 'a'] = "aer",
	['n' - 'a'] = "o",       ['o' - 'a'] = "cktu", ['p' - 'a'] = "ar",  ['r' - 'a'] = "i",
	['s' - 'a'] = "eirt",    ['u' - 'a'] = "nrz",  ['w' - 'a'] = "r",   ['x' - 'a'] = "au",
	['z' - 'a'] = "a",
};

static const char weekday_seconds['z' - 'a' + 1][8] = {
	['a' - 'a'] = "s",    ['c' - 'a'] = "tz",     ['d' - 'a'] = "io",    ['f' - 'a'] = "r",
	['g' - 'a'] = "i",    ['i' - 'a'] = "g",      ['j' - 'a'] = "eu",    ['l' - 'a'] = "aou",
	['m' - 'a'] = "aeio", ['n' - 'a'] = "ei",     ['o' - 'a'] = "ns",    ['p' - 'a'] = "aio",
	['q' - 'a'] = "u",    ['s' - 'a'] = "aeortu", ['t' - 'a'] = "ehiou", ['u' - 'a'] = "t",
	['v' - 'a'] = "eir",  ['w' - 'a'] = "eot",    ['x' - 'a'] = "o",     ['z' - 'a'] = "ao",
};

/* Whether a name may begin with the first two letters of `word`; letters beyond ASCII may be any.
 */
static bool may_be_name(telex_slice word, const char seconds[][8])
{
	char first, second;

	if (word.len < 2 || word.len > WORD_MAX_BYTES)
		return false;
	first = tx_lower(word.ptr[0]);
	second = tx_lower(word.ptr[1]);
	if (!tx_is_lower(first))
		return tx_char_is(first, TX_CHAR_HIGH);
	if (tx_char_is(second, TX_CHAR_HIGH))
		return true;
	for (const char *p = seconds[first - 'a']; *p != '\0'; p++)
		if (*p == second)
			return true;
	return false;
}

/* Compare a folded word with a name, as strcmp() would. */
static int compare_name(telex_slice key, const char *word)
{
	size_t len = strlen(word);
	int order = memcmp(key.ptr, word, key.len < len ? key.len : len);

	return order != 0 ? order : (key.len > len) - (key.len < len);
}

/* The first eight bytes as a number that orders as they do; what is missing is 0. */
static uint64_t lead_of(telex_slice key)
{
	uint64_t lead = 0;

	for (size_t i = 0; i < sizeof(lead); i++)
		lead = lead << 8 | (i < key.len ? (unsigned char)key.ptr[i] : 0);
	return lead;
}

static inline uint64_t lead_of_name(const struct tx_calendar_name *name)
{
	return lead_of(tx_slice(name->word, sizeof(name->word)));
}

/* The first of the equal names that is in a preferred language, else the first. */
static const struct tx_calendar_name *find_name(const struct tx_calendar_names *table,
						telex_slice key, unsigned prefer)
{
	uint64_t lead = lead_of(key);
	size_t low = 0, high = table->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct tx_calendar_name *name = &table->names[middle];
		uint64_t other = lead_of_name(name);

		if (other < lead || (other == lead && compare_name(key, name->word) > 0))
			low = middle + 1;
		else
			high = middle;
	}
	if (low == table->count || compare_name(key, table->names[low].word) != 0)
		return NULL;
	for (size_t i = low; i < table->count && compare_name(key, table->names[i].word) == 0; i++)
		if ((table->names[i].languages & prefer) != 0)
			return &table->names[i];
	return &table->names[low];
}

static bool is_basque_ending(telex_slice s)
{
	for (size_t i = 0; i < TX_COUNT(basque_endings); i++)
		if (tx_slice_eq(s, basque_endings[i]))
			return true;
	return false;
}

/* Number from 1 of the stem that `key` is a case of, or 0. */
static unsigned find_basque(const telex_slice *stems, size_t count, telex_slice key)
{
	for (size_t i = 0; i < count; i++)
		if (tx_slice_starts(key, stems[i]) &&
		    is_basque_ending(tx_slice_skip(key, stems[i].len)))
			return (unsigned)i + 1;
	return 0;
}

/* The key of `word` without a final period and an elided "d'", in `folded`. */
static telex_slice make_key(telex_slice word, char *folded, size_t cap)
{
	telex_slice key;

	if (word.ptr[word.len - 1] == '.')
		word.len--;
	key = tx_slice(folded, tx_fold(word, folded, cap));
	return tx_slice_starts(key, TX_LIT("d'")) ? tx_slice_skip(key, 2) : key;
}

static unsigned tell(unsigned number, unsigned languages, unsigned *ret_languages)
{
	if (ret_languages != NULL)
		*ret_languages = languages;
	return number;
}

unsigned tx_month(telex_slice word, unsigned prefer, unsigned *ret_languages)
{
	char folded[WORD_MAX_BYTES];
	telex_slice key;
	const struct tx_calendar_name *name;
	unsigned basque;

	if (!may_be_name(word, month_seconds))
		return tell(0, 0, ret_languages);
	key = make_key(word, folded, sizeof(folded));
	name = find_name(&tx_month_names, key, prefer);
	if (name != NULL)
		return tell(name->number, name->languages, ret_languages);
	basque = find_basque(month_stems, TX_COUNT(month_stems), key);
	return tell(basque, basque != 0 ? TX_CAL_EU : 0, ret_languages);
}

/* Portuguese leaves "-feira" off ("na quarta"); only a text known to be Portuguese lets "quarta" be
 * a day. */
static const struct tx_calendar_name *find_short_weekday(telex_slice key, char *folded, size_t cap)
{
	static const telex_slice feira = TX_SLICE("-feira");

	if (key.len + feira.len > cap)
		return NULL;
	memcpy(folded + key.len, feira.ptr, feira.len);
	return find_name(&tx_weekday_names, tx_slice(folded, key.len + feira.len), TX_CAL_PT);
}

unsigned tx_weekday(telex_slice word, unsigned prefer, unsigned *ret_languages)
{
	char folded[WORD_MAX_BYTES];
	telex_slice key;
	const struct tx_calendar_name *name;
	unsigned basque;

	if (!may_be_name(word, weekday_seconds))
		return tell(0, 0, ret_languages);
	key = tx_slice(folded, tx_fold(word, folded, sizeof(folded)));
	name = find_name(&tx_weekday_names, key, prefer);
	if (name == NULL && prefer == TX_CAL_PT)
		name = find_short_weekday(key, folded, sizeof(folded));
	if (name != NULL)
		return tell(name->number, name->languages, ret_languages);
	basque = find_basque(weekday_stems, TX_COUNT(weekday_stems), key);
	return tell(basque, basque != 0 ? TX_CAL_EU : 0, ret_languages);
}
