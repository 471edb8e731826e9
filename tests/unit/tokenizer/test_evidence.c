/* What is weighed: names without a byline word, and places without date and mark.  For each row of
 * the table of weights there is a text here that comes out otherwise without it. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "agency/profile.h"
#include "tokenizer/words/evidence.h"
#include "tokenizer/words/name_words.h"
#include "tokenizer/tokenizer.h"

#define STORY                                                                                      \
	"\nOSLO, March 3 (Reuters) - The council of the port voted on Monday to reopen the "       \
	"ferry.\n"
#define LONG_STORY STORY "\nBoats leave every hour.\nREUTERS\n"

/* A gazetteer of three places. */
static enum tx_known_place known(telex_slice name)
{
	if (tx_slice_eq_nocase(name, TX_LIT("Oslo")) || tx_slice_eq_nocase(name, TX_LIT("Split")))
		return TX_KNOWN_TOWN;
	return tx_slice_eq_nocase(name, TX_LIT("Vela Norva")) ||
			       tx_slice_eq_nocase(name, TX_LIT("Varnholm"))
		       ? TX_KNOWN_PLACE
		       : TX_KNOWN_NOTHING;
}

struct row {
	enum tx_evidence evidence; /* that decides */
	const char *text;
	enum tx_token_kind kind;
	bool found; /* whether there is a token of this kind */
	const char *agency;
	bool titled;
};

static const struct row rows[] = {
	{TX_EV_BYLINE_WORD, "Ferry Sails Again\nBy Vorn Telb" STORY, TX_TOK_BYLINE, true, NULL,
	 false},
	{TX_EV_BYLINE_WEAK, "Ferry sails again\nDi Chiara Telb Vorn Marn" STORY, TX_TOK_BYLINE,
	 true, NULL, false},
	{TX_EV_BYLINE_WEAK, "De Vorn Al Telb" STORY, TX_TOK_BYLINE, false, NULL, false},
	{TX_EV_GIVEN_NAME, "Ferry Sails Again\nClara Telb" STORY, TX_TOK_BYLINE, true, NULL, false},
	{TX_EV_INITIAL, "FERRY SAILS AGAIN FROM THE OLD PORT\nV. Telb Marn" STORY, TX_TOK_BYLINE,
	 true, NULL, false},
	{TX_EV_TWO_OR_THREE, "Ferry sails again\nVorn Telb" STORY, TX_TOK_BYLINE, true, NULL,
	 false},
	{TX_EV_BELOW_SENTENCE, "Ferry sails again\nVorn Telb" STORY, TX_TOK_BYLINE, true, NULL,
	 false},
	{TX_EV_BELOW_CAPITALS, "FERRY SAILS AGAIN FROM THE OLD PORT\nClara Telb Vorn Marn" STORY,
	 TX_TOK_BYLINE, true, NULL, false},
	{TX_EV_BELOW_TITLE, "Ferry Sails Again\nClara Telb Vorn Marn" STORY, TX_TOK_BYLINE, true,
	 NULL, false},
	{TX_EV_BELOW_TITLE, "Ferry Sails Again\nVorn Telb" STORY, TX_TOK_BYLINE, false, NULL,
	 false},
	{TX_EV_NOTHING_ABOVE, "Clara Telb" STORY, TX_TOK_BYLINE, false, NULL, false},
	{TX_EV_SIGNOFF_AGREES, "Clara Telb" LONG_STORY "\nct/om\n", TX_TOK_BYLINE, true, NULL,
	 false},
	{TX_EV_SIGNOFF_AGREES, "Clara Telb" LONG_STORY "\nab/om\n", TX_TOK_BYLINE, false, NULL,
	 false},
	{TX_EV_ROLE_BELOW, "Vorn Telb\nSports Writer" STORY, TX_TOK_BYLINE, true, NULL, false},
	{TX_EV_HEADLINE_WORD, "Ferry sails again\nVorn Reopens" STORY, TX_TOK_BYLINE, false, NULL,
	 false},
	{TX_EV_HEADLINE_WORD, "By Vorn Reopens" STORY, TX_TOK_BYLINE, false, NULL, false},
	{TX_EV_NAME_OF_PLACE, "Ferry sails again\nVela Norva" STORY, TX_TOK_BYLINE, false, NULL,
	 false},
	{TX_EV_NAME_OF_PLACE, "Ferry sails again\nSplit Marn" STORY, TX_TOK_BYLINE, false, NULL,
	 false},
	{TX_EV_PLACE, "Ferry sails again\nOSLO - The ferry sails again from the old port.\n",
	 TX_TOK_DATELINE, true, NULL, false},
	{TX_EV_PLACE, "Ferry sails again\nVORNA - The ferry sails again from the old port.\n",
	 TX_TOK_DATELINE, false, NULL, false},
	{TX_EV_TOWN, "OSLO - The ferry sails again from the old port.\n", TX_TOK_DATELINE, true,
	 NULL, false},
	{TX_EV_TOWN, "VARNHOLM - The ferry sails again from the old port.\n", TX_TOK_DATELINE,
	 false, NULL, false},
	{TX_EV_PROSE_FOLLOWS, "OSLO - The ferry sails again from the old port.\n", TX_TOK_DATELINE,
	 true, NULL, false},
	{TX_EV_PROSE_FOLLOWS, "OSLO - a new ferry\n\nThe ferry sails again from the old port.\n",
	 TX_TOK_DATELINE, false, NULL, false},
	{TX_EV_NO_DASH, "Ferry sails again\nOslo.- The ferry sails again from the old port.\n",
	 TX_TOK_DATELINE, true, NULL, false},
	{TX_EV_NO_DASH, "OSLO. The ferry sails again from the old port.\n", TX_TOK_DATELINE, false,
	 NULL, false},
	{TX_EV_TITLE_ABOVE, "Ferry sails again\nVARNHOLM - The ferry sails again from the port.\n",
	 TX_TOK_DATELINE, true, NULL, false},
	{TX_EV_HOUSE_KNOWN, "VARNHOLM - The ferry sails again from the old port.\n",
	 TX_TOK_DATELINE, true, "REUTERS", false},
};

static bool has_token(const struct tx_tokens *tokens, enum tx_token_kind kind)
{
	for (size_t i = 0; i < tokens->count; i++) {
		if (tokens->items[i].kind == kind)
			return true;
	}
	return false;
}

static void evidence_decides(void **state)
{
	struct tx_tokenizer *tokenizer = tx_tokenizer_new();

	(void)state;
	assert_non_null(tokenizer);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice text = tx_slice_of(rows[i].text);
		struct tx_tokenize_options options = {
			.text_end = text.len, .titled = rows[i].titled, .known_place = known};
		if (rows[i].agency != NULL)
			options.profile = tx_profile_find(tx_slice_of(rows[i].agency));
		const struct tx_tokens *tokens = tx_tokenize(tokenizer, text, &options);
		assert_non_null(tokens);
		if (has_token(tokens, rows[i].kind) != rows[i].found)
			fail_msg("evidence %d: %s", (int)rows[i].evidence, rows[i].text);
	}
	tx_tokenizer_free(tokenizer);
}

static void each_weight_has_a_row(void **state)
{
	(void)state;
	for (int evidence = 0; evidence < TX_EV__COUNT; evidence++) {
		bool tried = false;
		for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
			tried |= (int)rows[i].evidence == evidence;
		if (!tried)
			fail_msg("no text for evidence %d", evidence);
	}
}

static void names_are_weighed(void **state)
{
	(void)state;
	assert_true(tx_name_is_given(TX_LIT("Jos\xc3\xa9-Luis")));
	assert_true(tx_name_is_given(TX_LIT("KATHY")));
	assert_false(tx_name_is_given(TX_LIT("Council")));
	assert_true(tx_name_is_initial(TX_LIT("J.R.")));
	assert_false(tx_name_is_initial(TX_LIT("Jr.")));
	assert_true(tx_name_is_headline_word(TX_LIT("Elecci\xc3\xb3n")));
	assert_true(tx_name_is_headline_word(TX_LIT("Negociaciones")));
	assert_false(tx_name_is_headline_word(TX_LIT("Solano")));
	assert_true(tx_evidence_of_name(TX_LIT("Ana Solano")) > 0);
	assert_true(tx_evidence_of_name(TX_LIT("Oil Prices Fall")) < 0);
}

static const char *const given_list[] = {
#include "tokenizer/words/given_names.def"
};
static const char *const headline_list[] = {
#include "tokenizer/words/headline_words.def"
};

/* Searched by halves, so in order; and each entry must be found, not cut off. */
static void check_list(const char *const *list, size_t count, bool (*find)(telex_slice))
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && strcmp(list[i - 1], list[i]) >= 0)
			fail_msg("out of order: %s", list[i]);
		if (!find(tx_slice_of(list[i])))
			fail_msg("not found: %s", list[i]);
	}
}

static void lists_are_in_order(void **state)
{
	(void)state;
	check_list(given_list, sizeof(given_list) / sizeof(given_list[0]), tx_name_is_given);
	check_list(headline_list, sizeof(headline_list) / sizeof(headline_list[0]),
		   tx_name_is_headline_word);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(evidence_decides),
		cmocka_unit_test(each_weight_has_a_row),
		cmocka_unit_test(names_are_weighed),
		cmocka_unit_test(lists_are_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
