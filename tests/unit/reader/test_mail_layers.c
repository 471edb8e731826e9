/* What mails are made of, layer by layer: recognition, mbox, headers, words, charsets, encodings.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/mail/charset.h"
#include "reader/mail/header.h"
#include "reader/control/frame_marks.h"
#include "reader/mail/mail.h"
#include "reader/mail/transfer.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* The mail readers call it; no test here does. */
__attribute__((weak)) telex_status tx_read_inner(struct tx_reader *reader, telex_slice text,
						 telex_error *reterr)
{
	(void)reader;
	(void)text;
	(void)reterr;
	return TELEX_ERR_SYNTAX;
}

static void assert_slice(const char *name, telex_slice got, const char *want)
{
	if (!tx_slice_eq(got, tx_slice_of(want)))
		fail_msg("%s: got '%.*s', want '%s'", name, (int)got.len, got.ptr, want);
}

static const struct {
	const char *head;
	bool mail, mbox;
} heads[] = {
	{"From: a@b.example\nSubject: x\n\ntext", true, false},
	{"from: a@b.example\r\nsubject:\r\n x\r\n\r\ntext", true, false},
	{"   \n\nFrom: a@b.example\nTo: c\n\ntext", true, false},
	{"\xef\xbb\xbf"
	 "Date: 1 Jan 2026\nX-A: b\n\n",
	 true, false},
	{"From a@b.example Mon Jan  5 10:22:01 2026\nFrom: a\nTo: c\n\ntext", true, true},
	{"\nFrom a@b.example Mon Jan  5 10:22:01 2026\nFrom: a\nTo: c\n\ntext", true, true},
	{"Received: from x\n by y\nDelivered-To: z\nDKIM-Signa", true, false},
	{"Received: from x\n by y\nDelivered-To: z\nDKIM-Signature: a=b", true, false},
	{"From: a@b.example\n\ntext", false, false},
	{"Slug: a\nTitle: b\n\ntext", false, false},
	{"From: a\nSubject: b\ntext that is no header\n\n", false, false},
	{"From: a\nSubject: b\nMadrid (EFE).- text", false, false},
	{"From: a\nThe_rest: b\n\n", false, false},
	{"Date:10:30\nSubject:x\n\n", false, false},
	{"From London with love\n\ntext", false, false},
	{"MADRID, 3 Jan (EFE).- Text: more.\n", false, false},
	{"", false, false},
	{"\n\n", false, false},
};

static void recognise(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(heads); i++) {
		telex_slice head = tx_slice_of(heads[i].head);
		if (tx_mail_is(head) != heads[i].mail || tx_mbox_is(head) != heads[i].mbox)
			fail_msg("wrong: '%s'", heads[i].head);
	}
}

#define FROM    "From a@b.example Mon Jan  5 10:22:01 2026\n"
#define FROM_CR "From a@b.example Mon Jan  5 10:22:01 2026\r"

static const struct {
	const char *bytes;
	size_t end; /* 0 = none */
} mboxes[] = {
	{FROM "Subject: x\n\ntext\n\n" FROM "Subject: y\n", 60},
	{FROM "\ntext\nFrom user at host.example  Thu, 8 Jan 2026 07:01 +0100\nx", 48},
	{FROM "\ntext\nFrom - Sat Jan 10 00:00:00 2026\r\nx", 48},
	{FROM "\ntext\n>" FROM "x", 0},
	{FROM "\ntext\nFrom here on Mon Jan was 10:30 and 2026\n", 0},
	{FROM "\ntext\nFrom the desk\nof Mon Jan 5 10:22:01 2026\n", 0},
	{FROM "\ntext\nFrom a@b.example Mon Jan 5 10:22", 0},
	/* Dates of other programs; and lines that only begin like them. */
	{FROM "\ntext\nFrom a@b.example Thu, 8 Jan 2026 07:01:02\nx", 48},
	{FROM "\ntext\nFrom a@b.example\tThu Jan 08 2026 7:01\nx", 48},
	{FROM "\ntext\nFrom a b c Thu Jan 8 2026 07:01\nx", 48},
	{FROM "\ntext\nFrom a b c d Thu Jan 8 2026 07:01\nx", 0},
	{FROM "\ntext\nFrom a@b.example Thu Jan 8 2026 0701\nx", 0},
	{FROM "\ntext\nFrom a@b.example Thu Jan 8 2026 07:x1\nx", 0},
	{FROM "\ntext\nFrom a@b.example Thu Jan 8 2026 07:1x\nx", 0},
	{FROM "\ntext\nFrom a@b.example Thu Jan 8 2026 007:11\nx", 0},
	{FROM "\ntext\nFrom a@b.example Thu Jan 128 07:01\nx", 0},
	{FROM "\ntext\nFrom a@b.example Thu Jan 1x 07:01\nx", 0},
	{FROM "\ntext\nFrom a@b.example Thu Jan x 07:01\nx", 0},
	{FROM "\ntext\nFrom a@b.example Thu 8 9 07:01\nx", 0},
	{FROM "\ntext\nFrom a@b.example Thu Jan Feb 07:01\nx", 0},
	{FROM "\ntext\nFrom a@b.example Jan 8 2026 07:01\nx", 0},
	{FROM "\ntext\nFrom a Thu\nx", 0},
	{"\n\n" FROM "\ntext\n", 0},
	{"\n\n" FROM "\ntext\n" FROM "\n", 50},
	{FROM_CR "\rtext\r" FROM_CR "\rx", 48},
	{FROM_CR "\rtext\r\r>" FROM_CR "\rx", 0},
	{"", 0},
};

/* The same end in portions of any size, and no byte far after the last portion is read again. */
static void split_mbox(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(mboxes); i++) {
		telex_slice all = tx_slice_of(mboxes[i].bytes);
		size_t start = tx_fillers_end(all, 0);
		for (size_t step = 1; step <= all.len + 1; step++) {
			size_t scanned = 0, end = 0, have = start;
			bool found = false;
			while (!found && have < all.len) {
				have = have + step < all.len ? have + step : all.len;
				size_t before = scanned;
				found = tx_mbox_frame_end(tx_slice_take(all, have), start, &scanned,
							  &end);
				assert_true(scanned >= before && scanned <= have);
			}
			assert_int_equal(found, mboxes[i].end > 0);
			assert_int_equal(end, mboxes[i].end);
		}
	}
}

static const struct {
	const char *raw, *want;
} words[] = {
	{"plain text", "plain text"},
	{"=?utf-8?Q?Google=20Apps=20News?=", "Google Apps News"},
	{"=?UTF-8?b?w7FhbmTDug==?= y m\xc3\xa1s", "\xc3\xb1"
						  "and\xc3\xba y m\xc3\xa1s"},
	{"=?iso-8859-1?q?Espa=F1a?=\r\n =?iso-8859-1?q?_y_el_mar?=", "Espa\xc3\xb1"
								     "a y el mar"},
	{"=?utf-8?q?ma=C3?= =?utf-8?q?=B1ana?=", "ma\xc3\xb1"
						 "ana"},
	{"=?iso-8859-1*es?q?=93ya=94?=", "\xe2\x80\x9cya\xe2\x80\x9d"},
	{"=?windows-1252?Q?Tom\xe2\x80\x99s tale?=", "Tom\xe2\x80\x99s tale"},
	{"=?koi8-r?B?7cXUwQ==?=", "\xd0\x9c\xd0\xb5\xd1\x82\xd0\xb0"},
	{"=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "\xe6\x97\xa5\xe6\x9c\xac"},
	{"=?x-no-such-set?q?d=E9j=E0?=", "d\xc3\xa9j\xc3\xa0"},
	{"=?../../x//y?q?d=E9j=E0?=", "d\xc3\xa9j\xc3\xa0"},
	{"raw d\xe9j\xe0 \x93vu\x94", "raw d\xc3\xa9j\xc3\xa0 \xe2\x80\x9cvu\xe2\x80\x9d"},
	{"a =?utf-8?q?b?= c =?utf-8?q?d?=", "a b c d"},
	{"=?utf-8?x?what?=", "=?utf-8?x?what?="},
	{"=?utf-8?q?never ends", "=?utf-8?q?never ends"},
	{"=?utf-8?q?=C3=28?=", "\xc3\x83("},
	{"=?", "=?"},
	{"", ""},
};

static void decode_words(void **state)
{
	struct tx_arena arena = {0};
	struct tx_mail_decoder decoder = {.arena = &arena};

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++)
		assert_slice(words[i].raw, tx_mail_words(&decoder, tx_slice_of(words[i].raw)),
			     words[i].want);
	assert_false(decoder.failed);
	tx_mail_decoder_done(&decoder);
	tx_arena_done(&arena);
}

static const struct {
	const char *bytes, *label, *want;
	bool mislabelled, damaged;
} charsets[] = {
	{"ma\xf1"
	 "ana",
	 "iso-8859-1",
	 "ma\xc3\xb1"
	 "ana",
	 false, false},
	{"\x93uno\x94", " ISO-8859-1 ", "\xe2\x80\x9cuno\xe2\x80\x9d", false, false},
	{"\xa4", "iso8859-15", "\xe2\x82\xac", false, false},
	{"\xc3\xb1", "iso-8859-1", "\xc3\xb1", true, false},
	{"\xc3\xb1", "us-ascii", "\xc3\xb1", false, false},
	{"\xc3\xb1", "", "\xc3\xb1", false, false},
	{"\xf1", "utf-8", "\xc3\xb1", true, false},
	{"\xc3\xb1\xc3\xb3\xff", "utf-8", "\xc3\xb1\xc3\xb3\xef\xbf\xbd", false, true},
	{"\xf1", "x-klingon", "\xc3\xb1", true, false},
	{"\xf1", "", "\xc3\xb1", false, false},
	{"+AOk-", "utf-7", "\xc3\xa9", false, false},
	{"\xb1\xb1\xa1", "iso-8859-2", "\xc4\x85\xc4\x85\xc4\x84", false, false},
	{"\x7f\xff\xff\xff", "UCS-4BE", "\xef\xbf\xbd", false, true},
	{"\x81", "windows-1252", "\xef\xbf\xbd", false, true},
	{"\xef\xbb\xbfx", "utf-8", "x", false, false},
};

static void decode_charsets(void **state)
{
	struct tx_arena arena = {0};
	struct tx_mail_decoder decoder = {.arena = &arena};

	(void)state;
	for (size_t i = 0; i < COUNT(charsets); i++) {
		struct tx_mail_text got = tx_mail_decode(&decoder, tx_slice_of(charsets[i].bytes),
							 tx_slice_of(charsets[i].label));
		assert_slice(charsets[i].label, got.text, charsets[i].want);
		assert_int_equal(got.mislabelled, charsets[i].mislabelled);
		assert_int_equal(got.damaged, charsets[i].damaged);
	}
	assert_false(decoder.failed);
	tx_mail_decoder_done(&decoder);
	tx_arena_done(&arena);
}

static const struct {
	const char *header, *name, *want, *charset;
} parameters[] = {
	{" text/plain; charset=utf-8", "charset", "utf-8", ""},
	{" text/plain; CharSet = \"ISO-8859-1\" ; x=y", "charset", "ISO-8859-1", ""},
	{" multipart/mixed;\r\n\tboundary=\"a;b\\\"c\"", "boundary", "a;b\"c", ""},
	{" text/plain (a; charset=no); charset=yes (really)", "charset", "yes", ""},
	{" text/plain", "charset", "", ""},
	{" attachment; filename*=utf-8'es'espa%C3%B1a%20a.txt", "filename",
	 "espa\xc3\xb1"
	 "a a.txt",
	 "utf-8"},
	{" attachment; filename*0*=iso-8859-1''a%F1; filename*1=\"o.txt\"; filename=x", "filename",
	 "a\xf1o.txt", "iso-8859-1"},
	{" attachment; filename*=%ZZ%4", "filename", "%ZZ%4", ""},
	{" attachment; filename", "filename", "", ""},
	{" attachment; filename=\"open", "filename", "open", ""},
	{" attachment; filename=\"open\\", "filename", "open\\", ""},
	{" attachment; filename*=\"", "filename", "", ""},
	{";;;=;filename=a", "filename", "a", ""},
};

static void read_parameters(void **state)
{
	struct tx_arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(parameters); i++) {
		struct tx_mail_parameter got = tx_mail_parameter(tx_slice_of(parameters[i].header),
								 parameters[i].name, &arena);
		assert_slice(parameters[i].header, got.value, parameters[i].want);
		assert_slice(parameters[i].header, got.charset, parameters[i].charset);
	}
	tx_arena_done(&arena);
}

static const struct {
	const char *header, *want;
} senders[] = {
	{" Agencia Norte <desk@norte.example>", "Agencia Norte"},
	{" \"Norte, Agencia\" <desk@norte.example>, Other <x@y.example>", "Norte, Agencia"},
	{" desk@norte.example (Agencia Norte)", "Agencia Norte"},
	{" desk@norte.example, Agencia <x@y.example>", ""},
	{" \"desk@norte.example\" <desk@norte.example>", ""},
	{" <desk@norte.example>", ""},
	{" \"never ends", ""},
	{"", ""},
};

static void read_senders(void **state)
{
	struct tx_arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(senders); i++)
		assert_slice(senders[i].header,
			     tx_mail_display_name(tx_slice_of(senders[i].header), &arena),
			     senders[i].want);
	tx_arena_done(&arena);
}

#define FIRST       "RWwgYWxjYWxkZSBkaWpvIHF1ZSBlbCB0cmFudmlhIHZ1ZWx2ZSBhIGxhIGxpbmVhIDI4IGFudGVzIGRl"
#define FIRST_TEXT  "El alcalde dijo que el tranvia vuelve a la linea 28 antes de"
#define SECOND      "eSBxdWUgbGEgZXN0YWNpb24gYWJyZSBlbCBsdW5lcyBwb3IgbGEgbWFuYW5h"
#define SECOND_TEXT "y que la estacion abre el lunes por la manana"

static const struct {
	const char *text, *want;
	bool good;
} base64[] = {
	{"aG9sYQ==", "hola", true},
	{"aG9s\r\nYSE=\r\n", "hola!", true},
	{"aG9sYSEh", "hola!!", true},
	{"aG9sYQ", "hola", false},
	{"aG9sY", "hol", false},
	{"aG9s!YQ==", "hola", false},
	{"aG9sYQ==\n___\nlist", "hola\n___\nlist\n", false},
	{"aG9sYQ==\r\n\r\nLista de correo\r\nhttp://l.example/x\r\n",
	 "hola\n\nLista de correo\nhttp://l.example/x\n", false},
	{"aG9sYQ==\naG9s\n", "holahol", true},
	{"aG9sYQ==bXVuZG8=", "holamundo", true},
	{"aG9sYQ==\n\nbXVuZG8=\n", "holamundo", true},
	/* A word of four letters is not a block. */
	{"aG9sYQ==\n\nHola\n", "hola\n\nHola\n", false},
	{"aG9sYQ==\n====\n", "hola\n====\n", false},
	{"aG9sYQ==\n////////////////////////////////////////////\n",
	 "hola\n////////////////////////////////////////////\n", false},
	/* A block after lines in clear. */
	{"aG9sYQ==\n--\n" SECOND, "hola\n--\n" SECOND_TEXT, false},
	{"Texto: en claro\n\naG9sYQ==\n", "Texto: en claro\nhola", false},
	/* Without padding the shorter line is the last one. */
	{FIRST "\naG9s\nUnsubscribe\n", FIRST_TEXT "hol\nUnsubscribe\n", false},
	/* Bytes that are not digits, in a block: left out. */
	{"eSBxdWUgbGEgZXN0YWNp*b24gYWJyZSBlbCBsdW5l!cyBwb3IgbGEgbWFuYW5h", SECOND_TEXT, false},
	{"aG9s YQ==", "hola", true},
	{"aG9s!!YQ==", "aG9s!!YQ==\n", false},
	{"", "", true},
	{"=", "", true},
};

static const struct {
	const char *text, *want;
	bool good;
} uuencoded[] = {
	{"begin 644 a.txt\n$:&]L80  \n`\nend\n", "hola", true},
	{"begin 644 a.txt\r\n$:&]L80\r\n \r\nend\r\n", "hola", true},
	{"begin 0644 a b\n#:&]LX\n`\nend", "hol", true},
	{"Antes\nbegin 644 a\n#:&]L\n`\nend\nafter\nbegin 600 b\n#:&]L\n`\nend\n",
	 "Antes\nholafter\nhol", true},
	{"begin 644 a\n#:&]L\nnot code at all\n#:&]L\n`\nend\n", "holnot code at all\nhol", false},
	{"begin 644 a\nM:&]L\nend\n", "M:&]L\n", false},
	{"begin 644 a\n#:&]L\n", "hol", false},
	{"begin the beguine\n", "begin the beguine\n", false},
	{"begin 64 a\n", "begin 64 a\n", false},
	{"", "", false},
};

static const struct {
	const char *text, *want;
	bool good;
} printable[] = {
	{"a=3Db", "a=b", true},
	{"ma=C3=B1a=\r\nna\r\n",
	 "ma\xc3\xb1"
	 "ana\n",
	 true},
	{"soft= \t\nend", "softend", true},
	{"blanks  \t\nkept=20\n", "blanks\nkept \n", true},
	{"a=b", "a=b", false},
	{"a=4", "a=4", false},
	{"a=", "a", true},
	{"", "", true},
};

static void undo_encodings(void **state)
{
	struct tx_buffer out = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(base64); i++) {
		out.len = 0;
		assert_int_equal(tx_mail_base64(tx_slice_of(base64[i].text), &out), base64[i].good);
		assert_slice(base64[i].text, tx_slice(out.data, out.len), base64[i].want);
	}
	for (size_t i = 0; i < COUNT(uuencoded); i++) {
		out.len = 0;
		assert_int_equal(tx_mail_uuencoded(tx_slice_of(uuencoded[i].text), &out),
				 uuencoded[i].good);
		assert_slice(uuencoded[i].text, tx_slice(out.data, out.len), uuencoded[i].want);
	}
	for (size_t i = 0; i < COUNT(printable); i++) {
		out.len = 0;
		assert_int_equal(tx_mail_quoted_printable(tx_slice_of(printable[i].text), &out),
				 printable[i].good);
		assert_slice(printable[i].text, tx_slice(out.data, out.len), printable[i].want);
	}
	tx_buffer_done(&out);
}

static const struct {
	const char *text;
	bool delete_space;
	const char *want;
} flowed[] = {
	{"one \ntwo \nthree\nfour\n", false, "one two three\nfour\n"},
	{"\xe6\x97\xa5 \r\n\xe6\x9c\xac\r\n", true, "\xe6\x97\xa5\xe6\x9c\xac\n"},
	{" From here\n >no quote\n", false, "From here\n>no quote\n"},
	{">> deep \n>> er\n> out\nin\n", false, ">> deep er\n> out\nin\n"},
	{"text \n-- \nname\n", false, "text \n-- \nname\n"},
	{"open \n", false, "open "},
	{"", false, ""},
};

static void undo_flow(void **state)
{
	struct tx_buffer out = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(flowed); i++) {
		out.len = 0;
		tx_mail_unflow(tx_slice_of(flowed[i].text), flowed[i].delete_space, &out);
		assert_slice(flowed[i].text, tx_slice(out.data, out.len), flowed[i].want);
	}
	tx_buffer_done(&out);
}

static const struct {
	const char *text, *want, *want_html;
} signatures[] = {
	{"text\n-- \nname\n", "text\n", NULL},
	{"text\r\n-- \r\nname", "text\r\n", NULL},
	{"text\n--\nmore\n", "text\n--\nmore\n", NULL},
	{"text\n--  \nmore -- \n", "text\n--  \nmore -- \n", NULL},
	{"-- \ntext\n", "-- \ntext\n", NULL},
	{"<p>a</p><div>-- <br>Ana</div>", NULL, "<p>a</p><div>"},
	{"<p>a</p>\n--&nbsp;<br>Ana", NULL, "<p>a</p>\n"},
	{"<p>it was -- <b>really</b></p>", NULL, "<p>it was -- <b>really</b></p>"},
};

static void drop_signatures(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(signatures); i++) {
		telex_slice text = tx_slice_of(signatures[i].text);
		if (signatures[i].want != NULL)
			assert_slice("plain", tx_mail_before_signature(text), signatures[i].want);
		else
			assert_slice("html", tx_mail_before_html_signature(text),
				     signatures[i].want_html);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(recognise),       cmocka_unit_test(split_mbox),
		cmocka_unit_test(decode_words),    cmocka_unit_test(decode_charsets),
		cmocka_unit_test(read_parameters), cmocka_unit_test(read_senders),
		cmocka_unit_test(undo_encodings),  cmocka_unit_test(undo_flow),
		cmocka_unit_test(drop_signatures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
