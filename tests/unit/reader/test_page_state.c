/* Pages: the text that the state of scripts holds, whatever the scripts name it. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "reader/page/body/state.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

#define ONE                                                                                        \
	"The harbour office said on Tuesday that the ferry will sail again from Monday, after "    \
	"engineers replaced a pump that had failed twice in a month. Fares stay as they were, "    \
	"and season tickets bought before the stop are extended by the length of it."
#define TWO                                                                                        \
	"We have tested it for nine days, the director told reporters on the quay, where some "    \
	"forty passengers waited for the bus that replaces the ferry. The last bus leaves the "    \
	"island on Sunday at ten in the evening, and the first ferry on Monday at six."
#define THREE                                                                                      \
	"The pump was made in 1964, as was the ferry, and the yard that made both of them is "     \
	"closed. Engineers made the parts of the new one from drawings that a museum had kept, "   \
	"which took nine weeks, the office said in its report on the winter without a ferry."
#define PARTS "[{\"k\":\"" ONE "\"},{\"k\":\"" TWO "\"},{\"k\":\"" THREE "\"}]"
#define STORY "{\"parts\":" PARTS "}"
#define TEXT  ONE "\n" TWO "\n" THREE "\n"

static void drop_empty_lines(char *text)
{
	char *to = text;

	for (const char *from = text; *from != '\0'; from++) {
		if (*from != '\n' || (to > text && to[-1] != '\n'))
			*to++ = *from;
	}
	*to = '\0';
}

/* What the scripts give, without empty lines. */
static void check(const char *script, const char *headline, const char *want)
{
	struct tx_page_state state = {.count = 0};
	struct tx_buffer out = {0}, scratch = {0};
	telex_slice subjects[TX_PAGE_SUBJECTS] = {tx_slice_of(headline), {NULL, 0}};

	tx_page_state_note(&state, tx_slice_of(script));
	tx_page_state_read(&state, subjects, &out, &scratch);
	tx_buffer_byte(&out, '\0');
	assert_false(out.failed);
	drop_empty_lines(out.data);
	if (strcmp(out.data, want) != 0)
		fail_msg("%.60s: '%s'", script, out.data);
	tx_buffer_done(&out);
	tx_buffer_done(&scratch);
}

static const char headline[] = "Island ferry sails again after engineers replace pump";

static void test_where_it_is(void **state)
{
	static const char *const before[] = {"",
					     "var x=1;Fusion.globalContent=",
					     "window.__INITIAL_STATE__ = ",
					     "window.__PRELOADED_STATE__=",
					     "window['__APOLLO_STATE__']=",
					     "__INITIAL_DATA__=",
					     "__NEXT_DATA__ = ",
					     "window.__NUXT__=",
					     "window.__REDUX_STATE__=",
					     "window.__DATA__=",
					     "window.__STATE__=",
					     "window.__INITIAL_PROPS__ ="};
	char script[4096];

	(void)state;
	for (size_t i = 0; i < COUNT(before); i++) {
		snprintf(script, sizeof(script), "%s%s;y()", before[i], STORY);
		check(script, headline, TEXT);
	}
	snprintf(script, sizeof(script), "self.__next_f.push([1,\"<p>%s</p><p>%s</p><p>%s</p>\"])",
		 ONE, TWO, THREE);
	check(script, headline, ONE "\n" TWO "\n" THREE "\n");
	snprintf(script, sizeof(script), "window.other=%s", STORY);
	check(script, headline, "");
}

static void test_state_in_a_string(void **state)
{
	check("window.__INITIAL_DATA__=\"{\\\"parts\\\":[{\\\"k\\\":\\\"" ONE
	      "\\\"},{\\\"k\\\":\\\"" TWO "\\\"},{\\\"k\\\":\\\"" THREE "\\\"}]}\";",
	      headline, TEXT);
	(void)state;
}

/* Members of these names are not the text of a story. */
static void test_other_members(void **state)
{
	static const char *const names[] = {
		"caption",  "description", "alt",   "summary", "bio",     "biography",
		"excerpt",  "credit",      "title", "legal",   "tooltip", "copyright",
		"subtitle", "disclaimer",  "error", "message", "label"};
	char script[4096];

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		snprintf(script, sizeof(script),
			 "{\"a\":[{\"%s\":\"%s\"},{\"%s\":\"%s\"},{\"%s\":\"%s\"}]}", names[i], ONE,
			 names[i], TWO, names[i], THREE);
		check(script, headline, "");
	}
}

/* Of a list of whole stories the longest is taken; what is there twice is taken once. */
static void test_groups(void **state)
{
	(void)state;
	check("{\"a\":[{\"html\":\"<p>" ONE "</p><p>" TWO "</p>\"},{\"html\":\"<p>" ONE
	      "</p><p>" TWO "</p><p>" THREE "</p>\"}]}",
	      headline, ONE "\n" TWO "\n" THREE "\n");
	check("{\"parts\":[{\"k\":\"" ONE "\"},{\"k\":\"" ONE "\"},{\"k\":\"" TWO
	      "\"},{\"k\":\"" THREE "\"}]}",
	      headline, TEXT);
	check("{\"parts\":" PARTS ",\"others\":[{\"k\":\"" TWO "\"}]}", headline, TEXT);
}

/* Prose that is not about the headline, too little of it, and code. */
static void test_no_story(void **state)
{
	(void)state;
	check(STORY, "Council votes on budget for museum of clocks", "");
	check("{\"a\":[{\"k\":\"" ONE "\"},{\"k\":\"" TWO "\"}],\"b\":\"                       \"}",
	      headline, "");
	check("{\"a\":[{\"k\":\"f() {" ONE "}\"},{\"k\":\"f() {" TWO "}\"},{\"k\":\"{" THREE
	      "}\"}]}",
	      headline, "");
	check("", headline, "");
	check("{\"a\":[\"" ONE TWO THREE, headline, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_where_it_is),   cmocka_unit_test(test_state_in_a_string),
		cmocka_unit_test(test_other_members), cmocka_unit_test(test_groups),
		cmocka_unit_test(test_no_story),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
