/* Attributes of an element: class, id, role, itemprop, rel, style and what hides it. */
#include "reader/page/body/said.h"

#include "core/ascii.h"
#include "reader/page/body/blocks.h"
#include "reader/page/markup/tags.h"
#include "core/scan.h"

static bool contains_nocase(telex_slice s, const char *word)
{
	size_t len = strlen(word);

	for (size_t at = 0; at + len <= s.len; at++) {
		if (tx_slice_starts_nocase(tx_slice_skip(s, at), tx_slice(word, len)))
			return true;
	}
	return false;
}

static void say_class(const struct tx_class_words *words, telex_slice value,
		      struct tx_page_said *said)
{
	struct tx_class_votes votes = {0};

	tx_class_words_read(words, value, &votes);
	/* "has-sidebar" is the name of what is beside the sidebar. */
	if ((votes.bits & TX_WORD_LAYOUT) != 0) {
		votes.against -= votes.against > 0;
		votes.firm = 0;
	} else if ((votes.bits & TX_WORD_PICTURE) != 0) {
		said->hints |= TX_HINT_PICTURE;
	}
	if (votes.against > votes.in_favour || votes.firm > 0)
		said->votes.against = 1;
	said->votes.bits |= votes.bits;
	if (tx_class_is_hidden(value))
		said->hints |= TX_HINT_HIDDEN;
}

static void say_role(telex_slice value, struct tx_page_said *said)
{
	static const char *const roles[] = {"navigation",  "complementary", "banner",
					    "contentinfo", "dialog",        "menu",
					    "search",      "alertdialog",   NULL};

	said->refused |= tx_slice_in(tx_trim(value), roles);
}

static void say_itemprop(telex_slice value, struct tx_page_said *said)
{
	if (contains_nocase(value, "articleBody"))
		said->hints |= TX_HINT_BODY;
	else if (contains_nocase(value, "author"))
		said->hints |= TX_HINT_AUTHOR;
	else if (contains_nocase(value, "headline"))
		said->hints |= TX_HINT_HEADLINE;
	else if (contains_nocase(value, "datePublished"))
		said->votes.against = 1;
}

/* Styles of what is not seen, or read out only. */
static void say_style(telex_slice value, struct tx_page_said *said)
{
	static const char *const styles[] = {"display:none", "display: none", "clip:rect(0",
					     "clip: rect(0"};

	for (size_t i = 0; i < TX_COUNT(styles); i++) {
		if (contains_nocase(value, styles[i]))
			said->hints |= TX_HINT_HIDDEN;
	}
}

/* Whether an address is of a page about an author. */
static bool leads_to_author(telex_slice address)
{
	static const char *const parts[] = {"/author", "/autor", "/auteur", "/firmas/"};

	for (size_t i = 0; i < TX_COUNT(parts); i++) {
		telex_slice part = tx_slice_of(parts[i]);
		if (tx_slice_find(address, part) < address.len)
			return true;
	}
	return false;
}

void tx_page_said_read(const struct tx_class_words *words, telex_slice attributes,
		       struct tx_page_said *said)
{
	telex_slice name, value;

	while (tx_page_attribute(&attributes, &name, &value)) {
		if (tx_slice_eq_nocase(name, TX_LIT("class")) ||
		    tx_slice_eq_nocase(name, TX_LIT("id")))
			say_class(words, value, said);
		else if (tx_slice_eq_nocase(name, TX_LIT("role")))
			say_role(value, said);
		else if (tx_slice_eq_nocase(name, TX_LIT("itemprop")))
			say_itemprop(value, said);
		else if (tx_slice_eq_nocase(name, TX_LIT("href")))
			said->hints |= leads_to_author(value) ? TX_HINT_AUTHOR : 0;
		else if (tx_slice_eq_nocase(name, TX_LIT("rel")) && tx_slice_is(value, "author"))
			said->hints |= TX_HINT_AUTHOR;
		else if (tx_slice_eq_nocase(name, TX_LIT("style")))
			say_style(value, said);
		else if (tx_slice_eq_nocase(name, TX_LIT("hidden")))
			said->hints |= TX_HINT_HIDDEN;
		else if (tx_slice_eq_nocase(name, TX_LIT("aria-hidden")))
			said->refused |= tx_slice_is(value, "true");
	}
	/* "media__byline" is that of who made the picture. */
	if ((said->votes.bits & TX_WORD_AUTHOR) != 0 &&
	    (said->votes.bits & (TX_WORD_PICTURE | TX_WORD_CAPTION | TX_WORD_CREDIT)) == 0)
		said->hints |= TX_HINT_AUTHOR;
	if ((said->votes.bits & TX_WORD_CREDIT) != 0)
		said->hints |= TX_HINT_CREDIT;
}
