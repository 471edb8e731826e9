/* Envelopes in streams: the same frames however the bytes arrive. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/frame.h"

#define FRAMES_MAX 8

struct want {
	enum tx_frame_kind kind;
	const char *text;
	bool closed;
};

struct row {
	const char *name;
	const char *bytes;
	size_t len;
	struct want frames[FRAMES_MAX]; /* ends with a NULL text */
};

#define BYTES(literal) (literal), sizeof(literal) - 1

static const struct row rows[] = {
	{"plain",
	 BYTES("Madrid, 3 oct (EFE).- Hola.\n"),
	 {{TX_FRAME_PLAIN, "Madrid, 3 oct (EFE).- Hola.\n", true}}},
	{"empty", BYTES(""), {{TX_FRAME_PLAIN, NULL, false}}},
	{"blank in front", BYTES(" \nHola.\n"), {{TX_FRAME_PLAIN, " \nHola.\n", true}}},
	{"blank", BYTES(" \n\r\n\x7f"), {{TX_FRAME_PLAIN, NULL, false}}},
	{"two telex",
	 BYTES("ZCZC a1\nuno\nNNNN\n\nZCZC\ndos\nNNNN\n"),
	 {{TX_FRAME_TELEX, "uno\n", true}, {TX_FRAME_TELEX, "dos\n", true}}},
	{"telex, codes", BYTES("zczc\nU I\nuno\n NNNN\n"), {{TX_FRAME_TELEX, "uno\n ", true}}},
	{"telex, no end",
	 BYTES("ZCZC\nuno\nZCZC\ndos\nNNNN\n"),
	 {{TX_FRAME_TELEX, "uno\n", false}, {TX_FRAME_TELEX, "dos\n", true}}},
	{"telex, cut off", BYTES("ZCZC\nuno y me"), {{TX_FRAME_TELEX, "uno y me", false}}},
	{"telex, NNNN inside a line",
	 BYTES("ZCZC\nel NNNN de\nNNNN\n"),
	 {{TX_FRAME_TELEX, "el NNNN de\n", true}}},
	{"7901",
	 BYTES("\x01"
	       "eca0045 4 pl 12 x\r\nGermany/\r\n\x02text\r\n\x03"
	       "131137 GMT Nov 13\r\n\x04"),
	 {{TX_FRAME_IPTC7901, "text\r\n", true}}},
	{"two 7901",
	 BYTES("\x01"
	       "bdt0045 4 pl 12\n\n\x02"
	       "eins\n\x03"
	       "t\n\x04\n\x01"
	       "bdt0046 4 pl 12\n\n\x02zwei\n\x03"
	       "t\n\x04"),
	 {{TX_FRAME_IPTC7901, "eins\n", true}, {TX_FRAME_IPTC7901, "zwei\n", true}}},
	{"7901, no end",
	 BYTES("\x01"
	       "bdt0045 4 pl 12\n\n\x02"
	       "eins\n\x01"
	       "bdt0046 4 pl 12\n\n\x02zwei\n\x03t\n\x04"),
	 {{TX_FRAME_IPTC7901, "eins\n", false}, {TX_FRAME_IPTC7901, "zwei\n", true}}},
	{"anpa",
	 BYTES("\x05\x05\x05"
	       "E F\n\x16\x16\x01"
	       "f1730\x1freute\nd f BC-x 03-26 0038\n\x02\ntext\n\x03\x04"),
	 {{TX_FRAME_ANPA1312, "\ntext\n", true}}},
	{"stripped",
	 BYTES("SPF001 3 RES 0070 F BELGA-0001\nSLUG/\ntexte\n./.CVN\n310001 JUL 97\nSPF002 3 RES "
	       "0070 F BELGA-0002\ndeux\n./.\n"),
	 {{TX_FRAME_STRIPPED, "SLUG/\ntexte\n./.CVN\n310001 JUL 97\n", true},
	  {TX_FRAME_STRIPPED, "deux\n./.\n", true}}},
	{"SOHs in a row",
	 BYTES("\x01\x01\x01"
	       "bdt0045 4 pl 12\n\n\x02"
	       "eins\n\x03"
	       "t\n\x04\x01\x01"),
	 {{TX_FRAME_IPTC7901, "eins\n", true}, {TX_FRAME_CONTROL, "", false}}},
	{"junk",
	 BYTES("ZCZC\nuno\nNNNN\nRYRYRY\nZCZC\ndos\nNNNN\n"),
	 {{TX_FRAME_TELEX, "uno\n", true},
	  {TX_FRAME_JUNK, "RYRYRY\n", false},
	  {TX_FRAME_TELEX, "dos\n", true}}},
};

static void check_frame(const struct row *row, size_t index, telex_slice bytes,
			const struct tx_frame *frame)
{
	const struct want *want = &row->frames[index];

	if (want->text == NULL)
		fail_msg("%s: one frame too many", row->name);
	telex_slice text = tx_slice_take(tx_slice_skip(bytes, frame->text_start),
					 frame->text_end - frame->text_start);
	if (frame->kind != want->kind || !tx_slice_is(text, want->text))
		fail_msg("%s: frame %zu is of kind %d with '%.*s'", row->name, index,
			 (int)frame->kind, (int)text.len, text.ptr);
	if (frame->kind != TX_FRAME_JUNK)
		assert_int_equal(frame->closed, want->closed);
	assert_true(frame->start <= frame->text_start && frame->text_end <= frame->end &&
		    frame->end <= bytes.len);
}

/* Feed the row's bytes in portions and check the frames. */
static void check_portions(const struct row *row, size_t portion)
{
	struct tx_control_framer framer = {0};
	size_t consumed = 0, index = 0, have = 0;

	for (bool last = false; !last;) {
		have = have + portion < row->len ? have + portion : row->len;
		last = have == row->len;
		struct tx_frame frame;
		telex_slice bytes = tx_slice(row->bytes + consumed, have - consumed);
		while (tx_frame_next(&framer, bytes, last, &frame) == TX_FRAME_FOUND) {
			check_frame(row, index++, bytes, &frame);
			consumed += frame.end;
			bytes = tx_slice(row->bytes + consumed, have - consumed);
		}
	}
	if (row->frames[index].text != NULL)
		fail_msg("%s in portions of %zu: %zu frames only", row->name, portion, index);
}

static void frames_do_not_depend_on_portions(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		for (size_t portion = 1; portion <= rows[i].len; portion++)
			check_portions(&rows[i], portion);
		check_portions(&rows[i], rows[i].len + 1);
	}
}

/* A live feed: a frame is given as soon as its end mark's line is whole. */
static void a_frame_does_not_wait_for_the_next(void **state)
{
	struct tx_control_framer framer = {0};
	struct tx_frame frame;

	(void)state;
	assert_int_equal(tx_frame_next(&framer, TX_LIT("ZCZC\nuno\n"), false, &frame),
			 TX_FRAME_MORE);
	assert_int_equal(tx_frame_next(&framer, TX_LIT("ZCZC\nuno\nNNNN\n"), false, &frame),
			 TX_FRAME_FOUND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(frames_do_not_depend_on_portions),
		cmocka_unit_test(a_frame_does_not_wait_for_the_next),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
