/* Documents that are made of items are handed out in parts, whatever portions they come in. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "core/scan.h"
#include "reader/framer.h"

#define LIMIT 40

/* What is expected of a source: its documents, one a line; "-" and a number is something too large
 * from there on, "=" a document that is one frame. */
static const struct {
	const char *source, *frames;
} rows[] = {
	/* Each path of items. */
	{"<rss><channel><a>b</a><item>1111111111</item><item>2222222222</item></channel></rss>",
	 "<rss><channel><a>b</a><item>1111111111</item></channel></rss>\n"
	 "<rss><channel><a>b</a><item>2222222222</item></channel></rss>\n"},
	{"<x:RDF><channel><item/></channel><x:item>1</x:item><item>222222222222</item></x:RDF>",
	 "<x:RDF><channel><item/></channel><x:item>1</x:item></x:RDF>\n"
	 "<x:RDF><channel><item/></channel><item>222222222222</item></x:RDF>\n"},
	{"<feed><entry>11111111111111111</entry><entry>22222222</entry></feed>",
	 "<feed><entry>11111111111111111</entry><entry>22222222</entry></feed>\n"
	 "<feed></feed>\n"},
	{"<NewsML><NewsItem>1<NewsItem/>2</NewsItem> <NewsItem>33333333</NewsItem></NewsML>",
	 "<NewsML><NewsItem>1<NewsItem/>2</NewsItem></NewsML>\n"
	 "<NewsML><NewsItem>33333333</NewsItem></NewsML>\n"},
	{"<newsMessage><itemSet><newsItem>111111111</newsItem><x/></itemSet></newsMessage>",
	 "<newsMessage><itemSet><newsItem>111111111</newsItem></itemSet></newsMessage>\n"
	 "<newsMessage><itemSet><x/></itemSet></newsMessage>\n"},
	{"<newsMessage><itemSet><packageItem>111111111</packageItem></itemSet></newsMessage>",
	 "<newsMessage><itemSet><packageItem>111111111</packageItem></itemSet></newsMessage>\n"
	 "<newsMessage><itemSet></itemSet></newsMessage>\n"},
	{"<newsMessage><itemSet><conceptItem>111111111</conceptItem></itemSet></newsMessage>",
	 "<newsMessage><itemSet><conceptItem>111111111</conceptItem></itemSet></newsMessage>\n"
	 "<newsMessage><itemSet></itemSet></newsMessage>\n"},
	{"<newsMessage><itemSet><planningItem>11111111</planningItem></itemSet></newsMessage>",
	 "<newsMessage><itemSet><planningItem>11111111</planningItem></itemSet></newsMessage>\n"
	 "<newsMessage><itemSet></itemSet></newsMessage>\n"},
	{"<newsMessage><itemSet><knowledgeItem>1</knowledgeItem></itemSet></newsMessage>",
	 "<newsMessage><itemSet><knowledgeItem>1</knowledgeItem></itemSet></newsMessage>\n"
	 "<newsMessage><itemSet></itemSet></newsMessage>\n"},
	{"[{\"a\":\"]\\\"\"}, {\"b\":[1,{}]} ,{\"c\":\"1111111111111111111\"} ]",
	 "[{\"a\":\"]\\\"\"}, {\"b\":[1,{}]} ,{\"c\":\"1111111111111111111\"}]\n"
	 "[]\n"},
	{"{\"n\":{\"items\":[7]},\"items\":[{\"a\":\"1111111111\"},{\"b\":\"2222222222\"}]}",
	 "{\"n\":{\"items\":[7]},\"items\":[{\"a\":\"1111111111\"}]}\n"
	 "{\"n\":{\"items\":[7]},\"items\":[{\"b\":\"2222222222\"}]}\n"},
	{"{\"response\":{\"docs\":[{\"a\":\"1111111111\"},{\"b\":\"222222222222222\"}]}}",
	 "{\"response\":{\"docs\":[{\"a\":\"1111111111\"},{\"b\":\"222222222222222\"}]}}\n"
	 "{\"response\":{\"docs\":[]}}\n"},

	/* What is around items holds for those after it. */
	{"<rss><channel><item>11111111</item><b>c</b><item>2</item><item>3333333333333333333</item>"
	 "</channel></rss>",
	 "<rss><channel><item>11111111</item><b>c</b><item>2</item></channel></rss>\n"
	 "<rss><channel><b>c</b><item>3333333333333333333</item></channel></rss>\n"},
	{"{\"items\":[{\"a\":\"1111111111\"}],\"c\":[2],\"articles\":[{\"a\":\"2222222222222222\"},"
	 "{\"a\":\"3333333333333\"},{\"a\":\"4444\"}]}",
	 "{\"items\":[{\"a\":\"1111111111\"}],\"c\":[2],\"articles\":[{\"a\":\"2222222222222222\"}]"
	 "}\n"
	 "{\"items\":[],\"c\":[2],\"articles\":[{\"a\":\"3333333333333\"},{\"a\":\"4444\"}]}\n"},

	/* What looks like an item or its end. */
	{"<rss><channel><!--<item>--><item><![CDATA[</item>]]>1<!--</item>-->"
	 "</item></channel></rss>",
	 "-27\n<rss><channel><!--<item>--></channel></rss>\n"},
	{"<rss><item>1</item><channel><x><item>2</item></x><item>33333333333333</item></channel>"
	 "</rss>",
	 "<rss><item>1</item><channel><x><item>2</item></x><item>33333333333333</item></channel>"
	 "</rss>\n<rss><item>1</item><channel><x><item>2</item></x></channel></rss>\n"},

	/* Items that are too large, and what follows them. */
	{"<rss><channel><item>1</item><item>2222222222222222222222222222222222222222</item>"
	 "<item>3</item></channel></rss>",
	 "<rss><channel><item>1</item></channel></rss>\n-28\n"
	 "<rss><channel><item>3</item></channel></rss>\n"},
	{"[{\"a\":\"1\"},{\"a\":\"222222222222222222222222222222222222222\"},{\"a\":\"3\"}]",
	 "[{\"a\":\"1\"}]\n-11\n[{\"a\":\"3\"}]\n"},

	/* A comma that is missing, one too many, one before the end. */
	{"[{\"a\":\"11111111111111111111111111111111\"}{\"a\":\"2\"}]",
	 "[{\"a\":\"11111111111111111111111111111111\"}]\n[{}{\"a\":\"2\"}]\n"},
	{"[{\"a\":\"11111111111111111111111111111111\"},,{\"a\":\"2\"}]",
	 "[{\"a\":\"11111111111111111111111111111111\"}]\n[,{\"a\":\"2\"}]\n"},
	{"[{\"a\":\"11111111111111111111111111111111\"} , ]",
	 "[{\"a\":\"11111111111111111111111111111111\"}]\n[{}, ]\n"},

	/* Documents that end early, and one after another. */
	{"<rss><channel><item>1111111111111111111</item><item>2",
	 "<rss><channel><item>1111111111111111111</item></channel></rss>\n"
	 "<rss><channel><item>2\n"},
	{"[{\"a\":\"11111111111111111111111111111111\"},{\"a",
	 "[{\"a\":\"11111111111111111111111111111111\"}]\n[{\"a\n"},
	{"[{\"a\":\"11111111111111111111\"},{\"a\":\"2222222\"}] [{\"a\":\"3\"}]",
	 "[{\"a\":\"11111111111111111111\"},{\"a\":\"2222222\"}]\n[]\n=[{\"a\":\"3\"}]\n"},
	{"<feed><entry>11111111111111111</entry></feed><feed><entry>2</entry></feed>",
	 "<feed><entry>11111111111111111</entry></feed>\n=<feed><entry>2</entry></feed>\n"},
	{"<feed><entry>1</entry><entry>222222222</entry>\n<?xml version=\"1.0\"?><feed></feed>",
	 "<feed><entry>1</entry><entry>222222222</entry></feed>\n<feed>\n"
	 "=<?xml version=\"1.0\"?><feed></feed>\n"},

	/* Documents that are not made of items. */
	{"{\"uri\":\"a\",\"items\":[{\"a\":\"11111111111111111111111\"},{\"b\":\"2\"}]}", "-0\n"},
	{"<nitf><item>111111111111111111111111111111</item><item>2</item></nitf>", "-0\n"},
};

struct reading {
	struct tx_items items;
	struct tx_framer framer;
	struct tx_arena arena;
	size_t from;
	char frames[2000];
	size_t len;
	bool skips;
};

static void write_frame(struct reading *reading, telex_slice bytes, const struct tx_frame *frame)
{
	telex_slice raw = tx_slice(bytes.ptr + frame->start, frame->end - frame->start);
	const char *sign = frame->is_part ? "" : "=";

	if (frame->is_part)
		raw = tx_items_document(&reading->items, raw, &reading->arena);
	int len = snprintf(reading->frames + reading->len, sizeof(reading->frames) - reading->len,
			   "%s%.*s\n", sign, (int)raw.len, raw.ptr);
	reading->len += (size_t)len;
	assert_true(reading->len < sizeof(reading->frames));
}

/* Where something too large begins is said with its first part. */
static void pass_over(struct reading *reading, const struct tx_frame *frame, bool over)
{
	if (!reading->skips)
		reading->len += (size_t)snprintf(reading->frames + reading->len,
						 sizeof(reading->frames) - reading->len, "-%zu\n",
						 reading->from + frame->start);
	reading->skips = !over;
}

static bool take(struct reading *reading, telex_slice bytes, bool last)
{
	struct tx_frame frame;

	switch (tx_framer_next(&reading->framer, NULL, bytes, LIMIT, last, &frame)) {
	case TX_FRAME_FOUND:
		if (frame.oversized)
			pass_over(reading, &frame, true);
		else
			write_frame(reading, bytes, &frame);
		break;
	case TX_FRAME_PART:
		pass_over(reading, &frame, false);
		break;
	case TX_FRAME_MORE:
	case TX_FRAME_NONE:
		return false;
	}
	reading->from += frame.end;
	return true;
}

static void check(const char *source, const char *frames, size_t portion)
{
	struct reading reading = {.from = 0};
	size_t len = strlen(source);

	reading.framer.items = &reading.items;
	for (size_t have = 0; have < len;) {
		have = have + portion < len ? have + portion : len;
		while (take(&reading, tx_slice(source + reading.from, have - reading.from),
			    have == len))
			assert_true(reading.from <= have);
	}
	assert_int_equal(reading.from, len);
	if (strcmp(reading.frames, frames) != 0)
		fail_msg("%s\nin portions of %zu:\n%sand not\n%s", source, portion, reading.frames,
			 frames);
	tx_items_done(&reading.items);
	tx_arena_done(&reading.arena);
}

static void portions_do_not_matter(void **state)
{
	(void)state;
	for (size_t i = 0; i < TX_COUNT(rows); i++) {
		size_t len = strlen(rows[i].source);
		for (size_t portion = len; portion > 0; portion--)
			check(rows[i].source, rows[i].frames, portion);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(portions_do_not_matter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
