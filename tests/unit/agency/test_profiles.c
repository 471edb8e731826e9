/* The table of agency styles, and the matching of marks and signs: every profile complete, no mark
 * claimed twice, patterns and signs held against text by tables. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "agency/match.h"
#include "agency/profile.h"
#include "core/ascii.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))
#define LIST_MAX     200 /* more entries than any list has: one without its end is found */

static bool is_mark(size_t kind)
{
	return kind == TX_SIGN_BRACKETS || kind == TX_SIGN_SLASHES || kind == TX_SIGN_BARE ||
	       kind == TX_SIGN_LEADING;
}

static size_t length(const char *const *list)
{
	size_t n = 0;

	while (list != NULL && list[n] != NULL) {
		n++;
		assert_true(n < LIST_MAX);
	}
	return n;
}

static bool all_upper(const char *s)
{
	for (; *s != '\0'; s++) {
		if (!tx_is_upper(*s))
			return false;
	}
	return true;
}

static void the_table_is_sorted_and_ends(void **state)
{
	(void)state;
	size_t count = tx_profile_count();

	assert_true(count >= 36);
	assert_null(tx_profiles[count]);
	for (size_t i = 1; i < count; i++)
		assert_true(strcmp(tx_profiles[i - 1]->code, tx_profiles[i]->code) < 0);
}

static void every_entry_is_complete(void **state)
{
	(void)state;
	for (size_t i = 0; i < tx_profile_count(); i++) {
		const struct tx_profile *p = tx_profiles[i];

		assert_non_null(p);
		assert_true(p->code[0] != '\0' && all_upper(p->code));
		assert_true(p->name[0] != '\0');
		assert_true(p->home[0] == '\0' || (strlen(p->home) == 2 && all_upper(p->home)));
	}
}

/* A '*' is at one end of a text, and there is something beside it. */
static void assert_text(const char *text)
{
	size_t len = strlen(text);

	assert_true(len > 0);
	if (text[0] == '*' || text[len - 1] == '*')
		assert_true(len > 2);
	for (size_t i = 1; i + 1 < len; i++)
		assert_int_not_equal(text[i], '*');
	assert_false(len > 1 && text[0] == '*' && text[len - 1] == '*');
}

static void signs_are_terminated_and_not_empty(void **state)
{
	(void)state;
	for (size_t i = 0; i < tx_profile_count(); i++) {
		size_t marks = 0;

		for (size_t kind = 0; kind < TX_SIGN__COUNT; kind++) {
			const char *const *list = tx_profiles[i]->signs[kind];
			size_t n = length(list);

			assert_true(list == NULL || n > 0);
			marks += is_mark(kind) ? n : 0;
			for (size_t k = 0; k < n; k++)
				assert_text(list[k]);
		}
		assert_true(marks > 0);
	}
}

static void labels_are_terminated_and_not_empty(void **state)
{
	(void)state;
	for (size_t i = 0; i < tx_profile_count(); i++) {
		const struct tx_label *labels = tx_profiles[i]->labels;
		size_t n = 0;

		if (labels == NULL)
			continue;
		for (; labels[n].text != NULL; n++) {
			assert_true(n < LIST_MAX);
			assert_true(labels[n].text[0] != '\0');
			assert_int_not_equal(labels[n].note, TX_NOTE_NONE);
			assert_true(labels[n].urgency <= 9);
		}
		assert_true(n > 0);
		assert_int_equal(labels[n].note, TX_NOTE_NONE);
	}
}

static void assert_not_taken(const char *mark, const char *const *list)
{
	for (size_t i = 0; i < length(list); i++) {
		if (tx_pattern_matches(list[i], tx_slice_of(mark)))
			fail_msg("%s takes another house's %s", list[i], mark);
	}
}

static void no_mark_is_claimed_twice(void **state)
{
	(void)state;
	size_t count = tx_profile_count();

	for (size_t at = 0; at < count * count * TX_SIGN__COUNT; at++) {
		size_t a = at % count, b = at / count % count, kind = at / count / count;
		const char *const *list = tx_profiles[a]->signs[kind];

		if (a == b || !is_mark(kind))
			continue;
		for (size_t i = 0; i < length(list); i++)
			assert_not_taken(list[i], tx_profiles[b]->signs[kind]);
	}
}

static void no_sign_stands_twice_in_a_list(void **state)
{
	(void)state;
	for (size_t at = 0; at < tx_profile_count() * TX_SIGN__COUNT; at++) {
		const char *const *list =
			tx_profiles[at / TX_SIGN__COUNT]->signs[at % TX_SIGN__COUNT];

		for (size_t a = 0; a < length(list); a++) {
			for (size_t b = 0; b < a; b++)
				assert_string_not_equal(list[a], list[b]);
		}
	}
}

static void codes_are_found_in_any_case(void **state)
{
	(void)state;
	for (size_t i = 0; i < tx_profile_count(); i++) {
		const struct tx_profile *p = tx_profiles[i];
		char code[32], mixed[32];
		size_t len = strlen(p->code);

		assert_true(len < sizeof(code));
		for (size_t k = 0; k <= len; k++) {
			code[k] = tx_lower(p->code[k]);
			mixed[k] = k % 2 == 0 ? p->code[k] : code[k];
		}
		assert_ptr_equal(tx_profile_find(tx_slice_of(p->code)), p);
		assert_ptr_equal(tx_profile_find(tx_slice(code, len)), p);
		assert_ptr_equal(tx_profile_find(tx_slice(mixed, len)), p);
		assert_true(tx_is_agency(tx_slice_of(p->name)));
	}
	assert_null(tx_profile_find(TX_LIT("")));
	assert_null(tx_profile_find(TX_LIT("EF")));
	assert_null(tx_profile_find(TX_LIT("EFES")));
}

static void patterns_match_whole_texts(void **state)
{
	(void)state;
	static const struct {
		const char *pattern, *text;
		bool want;
	} rows[] = {
		{"EFE", "EFE", true},
		{"EFE", "efe", true},
		{"EFE", "EFECOM", false},
		{"EFE", "", false},
		{"EFE*", "EFECOM", true},
		{"EFE*", "EFEverde", true},
		{"EFE*", "EFE-EPA", true},
		{"EFE*", "EFE Agro", true},
		{"EFE*", "EFE", false},
		{"EFE*", "AFP-EFE", false},
		{"EFE*", "EFE/EPA", false},
		{"EFE*", "EFE.com", false},
		{"*-EFE", "ACAN-EFE", true},
		{"*-EFE", "-EFE", false},
		{"*-EFE", "ACAN/EFE", false},
		{"*-EFE", "AP.-EFE", false},
		{"dpa/*", "dpa/lby", true},
		{"dpa-*", "dpa-AFX", true},
		{"dpa-*", "dpa/lby", false},
		{"Reuters *", "Reuters Life", true},
		{"Reuters *", "Reuters", false},
		{"*", "*", true},
		{"*", "x", false},
		{"Télam", "TéLAM", true},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		bool got = tx_pattern_matches(rows[i].pattern, tx_slice_of(rows[i].text));
		if (got != rows[i].want)
			fail_msg("%s against %s", rows[i].pattern, rows[i].text);
	}
}

static void patterns_take_a_start(void **state)
{
	(void)state;
	static const struct {
		const char *pattern, *text;
		size_t want;
	} rows[] = {
		{"EFE", "EFE", 3},
		{"EFE", "EFE mtf/fv", 3},
		{"EFE", "efe-Cantabria", 3},
		{"EFE", "EFECOM", 0},
		{"EFE", "EFEñ", 0},
		{"EFE", "EF", 0},
		{"EFE", "", 0},
		{"EFE*", "EFECOM jm", 6},
		{"EFE*", "EFE-EPA.", 7},
		{"EFE*", "EFE/EPA", 3},
		{"AP-WF-", "AP-WF-02-20-16 0337GMT", 6},
		{"Follow", "Follow the desk at", 6},
		{"Follow", "Following the vote", 0},
		{"AFP 3", "AFP 310544 AOU 97", 5},
		{"SOURCE ", "SOURCE Example Corp.", 7},
		{"SOURCE ", "Sources said", 0},
		{"./.", "./.CVN", 3},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t got = tx_pattern_prefix(rows[i].pattern, tx_slice_of(rows[i].text));
		if (got != rows[i].want)
			fail_msg("%s at %s: %zu", rows[i].pattern, rows[i].text, got);
	}
}

static void assert_code(const struct tx_profile *got, const char *want, const char *text)
{
	if (got == NULL ? want != NULL : want == NULL || strcmp(got->code, want) != 0)
		fail_msg("%s: %s, not %s", text, got == NULL ? "none" : got->code,
			 want == NULL ? "none" : want);
}

static const struct {
	enum tx_sign_kind kind;
	const char *text, *code;
} house_signs[] = {
	{TX_SIGN_BRACKETS, "EFE", "EFE"},
	{TX_SIGN_BRACKETS, "EFECOM", "EFE"},
	{TX_SIGN_BRACKETS, "EFEemprende", "EFE"},
	{TX_SIGN_BRACKETS, "efe-epa", "EFE"},
	{TX_SIGN_BRACKETS, "ACAN-EFE", "EFE"},
	{TX_SIGN_BRACKETS, "AFP/EFE", NULL},
	{TX_SIGN_BRACKETS, "AP", "AP"},
	{TX_SIGN_BRACKETS, "APA", "APA"},
	{TX_SIGN_BRACKETS, "PAP", "PAP"},
	{TX_SIGN_BRACKETS, "AA", "AA"},
	{TX_SIGN_BRACKETS, "ats", "ATS"},
	{TX_SIGN_BRACKETS, "SDA", "ATS"},
	{TX_SIGN_BRACKETS, "ats afp", NULL},
	{TX_SIGN_BRACKETS, "BELGA", "BELGA"},
	{TX_SIGN_BRACKETS, "BUSINESS WIRE", "BUSINESSWIRE"},
	{TX_SIGN_BRACKETS, "CNNMoney", "CNN"},
	{TX_SIGN_BRACKETS, "ČTK", "CTK"},
	{TX_SIGN_BRACKETS, "dpa/lby", "DPA"},
	{TX_SIGN_BRACKETS, "dpa-AFX", "DPA"},
	{TX_SIGN_BRACKETS, "tca/dpa", NULL},
	{TX_SIGN_BRACKETS, "DPA/EP", NULL},
	{TX_SIGN_BRACKETS, "EUROPA PRESS", "EUROPAPRESS"},
	{TX_SIGN_BRACKETS, "GLOBE NEWSWIRE", "GLOBENEWSWIRE"},
	{TX_SIGN_BRACKETS, "Lusa", "LUSA"},
	{TX_SIGN_BRACKETS, "Prensa Latina", "PRENSALATINA"},
	{TX_SIGN_BRACKETS, "Reuters", "REUTERS"},
	{TX_SIGN_BRACKETS, "TÉLAM", "TELAM"},
	{TX_SIGN_BRACKETS, "Xinhua", "XINHUA"},
	{TX_SIGN_BRACKETS, "Badajoz", NULL},
	{TX_SIGN_BRACKETS, "", NULL},
	{TX_SIGN_BRACKETS, "ritzau", "RITZAU"},
	{TX_SIGN_SLASHES, "ritzau", "RITZAU"},
	{TX_SIGN_SLASHES, "TASS", "TASS"},
	{TX_SIGN_SLASHES, "PRNewswire", "PRNEWSWIRE"},
	{TX_SIGN_SLASHES, "PRNewswire-AsiaNet", "PRNEWSWIRE"},
	{TX_SIGN_SLASHES, "Kyodo JBN-AsiaNet", "KYODO"},
	{TX_SIGN_SLASHES, "EFE", NULL},
	{TX_SIGN_BARE, "Kyodo", "KYODO"},
	{TX_SIGN_BARE, "AAP", "AAP"},
	{TX_SIGN_BARE, "Reuter", "REUTERS"},
	{TX_SIGN_BARE, "EFE", NULL},
	{TX_SIGN_LEADING, "ANSA", "ANSA"},
	{TX_SIGN_LEADING, "CNN", "CNN"},
	{TX_SIGN_LEADING, "AP", NULL},
	{TX_SIGN_END_MARK, "EFE", "EFE"},
	{TX_SIGN_END_MARK, "Reuter", "REUTERS"},
	{TX_SIGN_END_MARK, "Lusa/Fim", "LUSA"},
	{TX_SIGN_END_MARK, "==Kyodo", "KYODO"},
	{TX_SIGN_END_MARK, "--IANS", "IANS"},
	{TX_SIGN_END_MARK, "AAP RTV", "AAP"},
	{TX_SIGN_END_MARK, "./.", "BELGA"},
	{TX_SIGN_END_MARK, "(PAP)", "PAP"},
	{TX_SIGN_END_MARK, "(SERVIMEDIA)", "SERVIMEDIA"},
	{TX_SIGN_END_MARK, "/ritzau/", "RITZAU"},
	{TX_SIGN_END_MARK, "Fin", "XINHUA"},
	{TX_SIGN_END_MARK, "the end", NULL},
	{TX_SIGN_BYLINE, "Associated Press", "AP"},
	{TX_SIGN_BYLINE, "dpa", "DPA"},
	{TX_SIGN_BYLINE, "PA", "PA"},
	{TX_SIGN_BYLINE, "da agência Lusa", "LUSA"},
};

static void marks_name_their_house(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(house_signs); i++)
		assert_code(tx_sign_find(tx_slice_of(house_signs[i].text), house_signs[i].kind),
			    house_signs[i].code, house_signs[i].text);
}

static void signs_are_found_at_a_start(void **state)
{
	(void)state;
	static const struct {
		enum tx_sign_kind kind;
		const char *text, *code;
		size_t len;
	} rows[] = {
		{TX_SIGN_END_MARK, "EFE - Cantabria", "EFE", 3},
		{TX_SIGN_END_MARK, "EFECOM mtf/fv", "EFE", 6},
		{TX_SIGN_END_MARK, "dpa wsz jln npr", "DPA", 3},
		{TX_SIGN_END_MARK, "PTI ABC DIV", "PTI", 3},
		{TX_SIGN_END_MARK, "./.CVN", "BELGA", 3},
		{TX_SIGN_FOOT, "AP-WF-02-20-16 0337GMT", "AP", 6},
		{TX_SIGN_FOOT, "dpa wsz jln npr", "DPA", 3},
		{TX_SIGN_FOOT, "KWS-21:37-09-12-18", "KYODO", 4},
		{TX_SIGN_FOOTER, "SOURCE Example Corp.", "PRNEWSWIRE", 7},
		{TX_SIGN_FOOTER, "Source close to the talks said no.", NULL, 0},
		{TX_SIGN_FOOTER, "La entrada X se publicó primero en EFE Noticias.", "EFE", 35},
		{TX_SIGN_FOOTER, "La entrada será gratuita hasta el domingo.", NULL, 0},
		{TX_SIGN_FOOTER, "Follow Jane Doe on Twitter at @jd", "AP", 26},
		{TX_SIGN_FOOTER, "Follow the money, she said.", NULL, 0},
		{TX_SIGN_FOOTER, "Los vecinos", NULL, 0},
		{TX_SIGN_HEAD, "Abonados: sustituyan", "EFE", 9},
		{TX_SIGN_HEAD, "(ATTN: ADDS details)", "YONHAP", 6},
		{TX_SIGN_HEAD, "", NULL, 0},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t len = 0;
		assert_code(tx_sign_at(tx_slice_of(rows[i].text), rows[i].kind, &len), rows[i].code,
			    rows[i].text);
		assert_int_equal(len, rows[i].len);
	}
}

static void agencies_are_known_by_code_name_and_mark(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool want;
	} rows[] = {
		{"EFE", true},
		{"efecom", true},
		{"Agence France-Presse", true},
		{"sda", true},
		{"PRNewswire-FirstCall", true},
		{"Kyodo", true},
		{"Badajoz", false},
		{"", false},
		{"La entrada", false},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		if (tx_is_agency(tx_slice_of(rows[i].text)) != rows[i].want)
			fail_msg("%s", rows[i].text);
	}
}

struct claim {
	const char *code;
	enum tx_claim_rank rank;
	size_t bytes;
};

static void the_heaviest_claim_wins(void **state)
{
	(void)state;
	static const struct {
		struct claim claims[4];
		const char *want;
		bool tie;
	} rows[] = {
		{{{NULL, TX_CLAIM_WEAK, 0}}, NULL, false},
		{{{"EFE", TX_CLAIM_STRONG, 3}}, "EFE", false},
		{{{"EFE", TX_CLAIM_WEAK, 3}, {"AFP", TX_CLAIM_STRONG, 3}}, "AFP", false},
		{{{"EFE", TX_CLAIM_FAIR, 3}, {"AFP", TX_CLAIM_FAIR, 3}}, "EFE", true},
		{{{"EFE", TX_CLAIM_FAIR, 3}, {"AFP", TX_CLAIM_FAIR, 3}, {"AP", TX_CLAIM_STRONG, 2}},
		 "AP",
		 false},
		{{{"EFE", TX_CLAIM_FAIR, 3}, {"AFP", TX_CLAIM_FAIR, 4}, {"EFE", TX_CLAIM_FAIR, 3}},
		 "EFE",
		 false},
		{{{"NONE", TX_CLAIM_STRONG, 9}, {"AP", TX_CLAIM_WEAK, 1}}, "AP", false},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tx_claims claims = {.count = 0};
		bool tie = true;

		for (size_t k = 0; k < 4 && rows[i].claims[k].code != NULL; k++)
			tx_claim(&claims, tx_profile_find(tx_slice_of(rows[i].claims[k].code)),
				 rows[i].claims[k].rank, rows[i].claims[k].bytes);
		assert_code(tx_claims_winner(&claims, &tie), rows[i].want, "claims");
		assert_int_equal(tie, rows[i].tie);
	}
}

static void claims_beyond_the_last_are_dropped(void **state)
{
	(void)state;
	struct tx_claims claims = {.count = 0};
	bool tie;

	assert_true(tx_profile_count() > TX_CLAIMS_MAX);
	for (size_t i = 0; i < tx_profile_count(); i++)
		tx_claim(&claims, tx_profiles[i], TX_CLAIM_FAIR, i + 1);
	assert_int_equal(claims.count, TX_CLAIMS_MAX);
	assert_ptr_equal(tx_claims_winner(&claims, &tie), tx_profiles[TX_CLAIMS_MAX - 1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_sorted_and_ends),
		cmocka_unit_test(every_entry_is_complete),
		cmocka_unit_test(signs_are_terminated_and_not_empty),
		cmocka_unit_test(labels_are_terminated_and_not_empty),
		cmocka_unit_test(no_mark_is_claimed_twice),
		cmocka_unit_test(no_sign_stands_twice_in_a_list),
		cmocka_unit_test(codes_are_found_in_any_case),
		cmocka_unit_test(patterns_match_whole_texts),
		cmocka_unit_test(patterns_take_a_start),
		cmocka_unit_test(marks_name_their_house),
		cmocka_unit_test(signs_are_found_at_a_start),
		cmocka_unit_test(agencies_are_known_by_code_name_and_mark),
		cmocka_unit_test(the_heaviest_claim_wins),
		cmocka_unit_test(claims_beyond_the_last_are_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
