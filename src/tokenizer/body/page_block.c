/* Captions, advertisements' titles and dates between paragraphs, which come along when a story is
 * copied from a page.  A sentence of the story must not be lost: a caption is known by its opening or
 * by a credit with a slash, a date by its words. */
#include "tokenizer/body/page_block.h"

#include <stdint.h>

#include "core/ascii.h"
#include "core/fold.h"
#include "core/scan.h"
#include "tokenizer/lines/photo_credit.h"
#include "tokenizer/lines/web_date.h"
#include "tokenizer/words/words.h"

#define CAPTION_MAX       500 /* bytes */
#define CREDIT_SPAN       60  /* bytes from a caption's end in which the slash of its credit is */
#define OPENING_MIN       4   /* letters of the word in capitals that opens one: "FILE" */
#define OPENING_MAX       16  /* bytes in which the colon of an opening is: "Photo:" */
#define CREDITED_MAX      240 /* bytes of a caption whose credit no table knows */
#define ADVERTISEMENT_MAX 40  /* bytes */
#define REFERENCE_MAX     20  /* bytes in which the sign after such an opening is */
#define KEY_MAX           80
#define SHORT_MAX         80 /* bytes of other lines of a page */

/* A word in capitals, or a colon soon after the first one. */
static bool opens_caption(telex_slice s)
{
	bool capitals = s.len >= OPENING_MIN && tx_is_upper(s.ptr[1]);

	for (size_t i = 2; i < OPENING_MIN && capitals; i++)
		capitals = tx_is_upper(s.ptr[i]);
	return capitals || memchr(s.ptr, ':', s.len < OPENING_MAX ? s.len : OPENING_MAX) != NULL ||
	       tx_slice_opens(s, "Symbol") || tx_slice_opens(s, "Archiv");
}

/* First letters of captions' openings. */
static const uint8_t opening_letters[256] = {
	['F'] = 1, ['P'] = 1, ['S'] = 1, ['I'] = 1, ['B'] = 1, ['A'] = 1, ['V'] = 1};

/* Most paragraphs end with a stop and have no slash in their last words. */
static bool may_be_caption(telex_slice s)
{
	char last = s.ptr[s.len - 1];

	if (s.len > CAPTION_MAX)
		return false;
	if (opening_letters[(unsigned char)s.ptr[0]] != 0 && opens_caption(s))
		return true;
	if (last == '.' || last == '"')
		return false;
	telex_slice tail = tx_slice_skip(s, s.len > CREDIT_SPAN ? s.len - CREDIT_SPAN : 0);
	return memchr(tail.ptr, '/', tail.len) != NULL;
}

/* "The map. (NASA/ASU)": a bracket of names with a slash after a sentence, in a short paragraph. */
static bool ends_in_credit(telex_slice s)
{
	size_t open = s.len;
	bool slash = false;

	if (s.len > CREDITED_MAX || s.ptr[s.len - 1] != ')')
		return false;
	while (open > 0 && s.ptr[open - 1] != '(' && s.len - open < CREDIT_SPAN)
		slash |= s.ptr[--open] == '/';
	telex_slice rest = tx_slice_take(tx_slice_skip(s, open), s.len - open - 1), word;
	if (!slash || open < 3 || s.ptr[open - 1] != '(' || s.ptr[open - 2] != ' ' ||
	    s.ptr[open - 3] != '.')
		return false;
	while ((word = tx_next_word(&rest)).len > 0) {
		if (!tx_starts_upper(word))
			return false;
	}
	return true;
}

/* Folded. */
static const char *const advertisements[] = {"ad",
					     "advertisement",
					     "advertising",
					     "advertisment",
					     "anzeige",
					     "werbung",
					     "publicidad",
					     "publicidade",
					     "publicite",
					     "pubblicita",
					     "advertentie",
					     "annonse",
					     "annons",
					     "annonce",
					     "sponsored",
					     "article continues below",
					     "article continues after advertisement",
					     "article continues below advertisement",
					     "story continues below",
					     "story continues below advertisement",
					     "story continues after advertisement",
					     "advertisement - scroll to continue",
					     "sigue leyendo",
					     "continue reading",
					     "lesen sie auch",
					     NULL};

/* "ALSO READ | Ferry resumes": another story that a page names among the paragraphs. */
static bool is_reference(telex_slice line)
{
	static const telex_slice openings[] = {TX_SLICE("also read"),
					       TX_SLICE("read also"),
					       TX_SLICE("read more"),
					       TX_SLICE("see also"),
					       TX_SLICE("watch"),
					       TX_SLICE("lesen sie auch"),
					       TX_SLICE("mehr zum thema"),
					       TX_SLICE("lees ook"),
					       TX_SLICE("les ogs\xc3\xa5"),
					       TX_SLICE("l\xc3\xa4s ocks\xc3\xa5"),
					       TX_SLICE("lea tambi\xc3\xa9n"),
					       TX_SLICE("leia tamb\xc3\xa9m"),
					       TX_SLICE("leggi anche"),
					       TX_SLICE("lire aussi")};

	size_t soon = line.len < REFERENCE_MAX ? line.len : REFERENCE_MAX;

	if (memchr(line.ptr, '|', soon) == NULL && memchr(line.ptr, ':', soon) == NULL)
		return false;
	for (size_t i = 0; i < TX_COUNT(openings); i++) {
		telex_slice rest = tx_trim(tx_slice_skip(line, openings[i].len));
		if (rest.len > 0 && (rest.ptr[0] == ':' || rest.ptr[0] == '|') &&
		    tx_slice_starts_nocase(line, openings[i]))
			return true;
	}
	return false;
}

static bool is_advertisement(telex_slice line)
{
	char folded[KEY_MAX];
	telex_slice key = {NULL, 0};

	if (is_reference(line))
		return true;
	if (line.len <= ADVERTISEMENT_MAX && strchr("aAwWpPsScClL", line.ptr[0]) != NULL &&
	    !tx_is_digit(line.ptr[line.len - 1]))
		key = tx_slice(folded, tx_fold(line, folded, KEY_MAX));
	while (key.len > 0 && strchr(":. ", key.ptr[key.len - 1]) != NULL)
		key.len--;
	return key.len > 0 && tx_slice_in(key, advertisements);
}

static bool set(enum tx_token_kind *kind, enum tx_note_kind *note, enum tx_token_kind is,
		enum tx_note_kind of)
{
	*kind = is;
	*note = of;
	return true;
}

bool tx_page_block(telex_slice s, enum tx_token_kind *ret_kind, enum tx_note_kind *ret_note)
{
	struct tx_web_date date;

	if (s.len < 2)
		return false;
	if (may_be_caption(s) && (ends_in_credit(s) || tx_photo_caption(s, NULL) == TX_PHOTO_SURE))
		return set(ret_kind, ret_note, TX_TOK_NOTE, TX_NOTE_MEDIA);
	if (s.len > SHORT_MAX)
		return false;
	if (is_advertisement(s))
		return set(ret_kind, ret_note, TX_TOK_UNPARSED, TX_NOTE_NONE);
	if (memchr(s.ptr, ':', s.len) == NULL || !tx_web_date_read(s, &date) || !date.worded)
		return false;
	return set(ret_kind, ret_note, TX_TOK_NOTE,
		   date.updates ? TX_NOTE_UPDATE : TX_NOTE_ADVISORY);
}
