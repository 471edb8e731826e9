/* Rows of the tests of ANPA-1312, and what holds them against the reader. */
#include "anpa_rows.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

static const char kind_letters[] = {
	[TX_TOK_SLUG] = 's',  [TX_TOK_HEADLINE] = 'h', [TX_TOK_CROSSHEAD] = 'c',
	[TX_TOK_TABLE] = 't', [TX_TOK_RULE] = 'r',
};

static void append(char *out, telex_slice value)
{
	size_t len = strlen(out);

	assert_true(len + value.len + 2 < 512);
	if (len > 0)
		out[len++] = '|';
	memcpy(out + len, value.ptr, value.len);
	out[len + value.len] = '\0';
}

/* What the story states for a field. */
static void stated(const struct tx_story *story, enum tx_field field, char out[512])
{
	out[0] = '\0';
	if (field < TX_FIELD__SINGLE) {
		if (tx_story_fact(story, field).len > 0)
			append(out, tx_story_fact(story, field));
		return;
	}
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next) {
		if (e->field == field)
			append(out, e->term.name.len > 0 ? e->term.name : e->term.code);
	}
}

static void check_pieces(const struct anpa_row *row, const struct tx_story *story)
{
	char kinds[32] = "";

	for (size_t i = 0; i < story->pieces.count; i++)
		kinds[i] = kind_letters[story->pieces.items[i].kind];
	if (strcmp(kinds, row->kinds) != 0)
		fail_msg("%s: pieces are \"%s\", not \"%s\"", row->name, kinds, row->kinds);
}

telex_status read_anpa_frame(struct tx_reader *reader, telex_slice bytes, telex_error *reterr)
{
	struct tx_control_framer framer = {.decided = true, .framed = true};
	struct tx_frame frame;

	if (tx_frame_next(&framer, bytes, true, &frame) != TX_FRAME_FOUND)
		return TELEX_ERR_SYNTAX;
	return tx_anpa1312_unwrap(reader, bytes, &frame, reterr);
}

static void check_row(const struct anpa_row *row)
{
	struct tx_reader reader = {.leftovers = true};
	/* Of its own size, so that a sanitizer sees a read beyond it. */
	char *frame = test_malloc(row->len), got[512];

	memcpy(frame, row->bytes, row->len);
	assert_int_equal(read_anpa_frame(&reader, tx_slice(frame, row->len), NULL), TELEX_OK);
	assert_int_equal(reader.stories.count, 1);
	const struct tx_story *story = reader.stories.first;
	for (size_t i = 0; i < row->count; i++) {
		stated(story, row->wants[i].field, got);
		if (strcmp(got, row->wants[i].value) != 0)
			fail_msg("%s: %s is \"%s\", not \"%s\"", row->name,
				 tx_field_key(row->wants[i].field), got, row->wants[i].value);
	}
	if (row->copy != NULL && !tx_slice_is(story->text, row->copy))
		fail_msg("%s: the text is \"%.*s\", not \"%s\"", row->name, (int)story->text.len,
			 story->text.ptr, row->copy);
	if (row->kinds != NULL)
		check_pieces(row, story);
	test_free(frame);
	tx_reader_done(&reader);
}

void check_anpa_rows(const struct anpa_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check_row(&rows[i]);
}

void check_anpa_rows_cut_off(const struct anpa_row *rows, size_t count)
{
	struct tx_reader reader = {0};

	for (size_t i = 0; i < count; i++) {
		for (size_t len = 1; len < rows[i].len; len++) {
			char *frame = test_malloc(len);
			memcpy(frame, rows[i].bytes, len);
			telex_status status = read_anpa_frame(&reader, tx_slice(frame, len), NULL);
			assert_true(status == TELEX_OK || status == TELEX_ERR_SYNTAX);
			test_free(frame);
		}
	}
	tx_reader_done(&reader);
}
