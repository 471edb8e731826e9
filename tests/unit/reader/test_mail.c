/* Mails as stories: which part is the text, what the headers state, what is said of broken ones. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/utf8.h"
#include "reader/mail/mail.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* Text of the mail without an envelope of its own: one story with its text.  In a program that has
 * the table of formats, the table's function takes this one's place. */
__attribute__((weak)) telex_status tx_read_inner(struct tx_reader *reader, telex_slice text,
						 telex_error *reterr)
{
	struct tx_story *story = tx_story_new(&reader->arena, "text");

	(void)reterr;
	assert_non_null(story);
	story->kind = TX_COPY_WHOLE;
	story->line = 1;
	assert_true(tx_story_finish(story, text));
	tx_stories_append(&reader->stories, story);
	return TELEX_OK;
}

struct want {
	enum tx_field field;
	const char *value;
};

struct row {
	const char *name;
	const char *mail;
	const char *text;     /* NULL: the mail cannot be read */
	struct want facts[6]; /* ends with a NULL value; "" = not stated */
	const char *media;    /* "code|name|scheme;" each */
	const char *alerts;   /* "name:line;" each */
};

#define ISSUED  "Thu, 12 Feb 2026 11:42:07 +0100"
#define HEADERS "From: Agencia <a@b.example>\nSubject: Title\nDate: " ISSUED "\nMessage-ID: <1@b>\n"
#define MIXED   HEADERS "Content-Type: multipart/mixed; boundary=xx\n\n"
#define PLAIN   "Content-Type: text/plain; charset=utf-8\n"
#define HTML    "Content-Type: text/html; charset=utf-8\n"
#define ALT     "Content-Type: multipart/alternative; boundary=yy\n\n"
#define IMAGE   "Content-Type: image/jpeg; name=a.jpg\nContent-Transfer-Encoding: base64\n\n/9j/\n"
#define NEST(n) "Content-Type: multipart/mixed; boundary=" n "\n\n--" n "\n"

static const struct row rows[] = {
	{"facts",
	 HEADERS "Keywords: uno, dos\nContent-Language: es, en\n\nHola.\n",
	 "Hola.\n",
	 {{TX_FIELD_HEADLINE, "Title"},
	  {TX_FIELD_ISSUED, ISSUED},
	  {TX_FIELD_ID, "<1@b>"},
	  {TX_FIELD_AGENCY, "Agencia"},
	  {TX_FIELD_LANGUAGE, "es"}},
	 "",
	 ""},
	{"blank lines, mbox line, folds",
	 "      \n\r\nFrom a@b Mon Jan  5 10:22:01 2026\r\nSubject: one\r\n "
	 "two\r\n\tthree\r\nFrom: "
	 "a@b\r\n\r\nHola.\r\n>From ayer\r\n>>From hoy\r\n>no",
	 "Hola.\r\nFrom ayer\r\n>From hoy\r\n>no",
	 {{TX_FIELD_HEADLINE, "one two three"}, {TX_FIELD_AGENCY, ""}},
	 "",
	 ""},
	{"encoded words",
	 "Subject: =?utf-8?q?ma=C3=B1ana?= =?iso-8859-1?b?6fE=?=\nFrom: =?utf-8?q?Ag=C3=A8ncia?= "
	 "<a@b>\n\nx",
	 "x",
	 {{TX_FIELD_HEADLINE, "ma\xc3\xb1"
			      "ana\xc3\xa9\xc3\xb1"},
	  {TX_FIELD_AGENCY, "Ag\xc3\xa8ncia"}},
	 "",
	 ""},
	{"8 bit headers and text",
	 "Subject: ma\xf1"
	 "ana\nFrom: a\nContent-Type: text/plain; charset=iso-8859-1\n\n\x93s\xed\x94",
	 "\xe2\x80\x9cs\xc3\xad\xe2\x80\x9d",
	 {{TX_FIELD_HEADLINE, "ma\xc3\xb1"
			      "ana"}},
	 "",
	 ""},
	{"UTF-8 under another label",
	 "Subject: x\nContent-Type: text/plain; charset=iso-8859-1\n\ns\xc3\xad",
	 "s\xc3\xad",
	 {{0, NULL}},
	 "",
	 "charset-label:4;"},
	{"quoted-printable, signature",
	 HEADERS PLAIN
	 "Content-Transfer-Encoding: quoted-printable\n\nma=C3=B1a=\nna\n--=20\nAna\n",
	 "ma\xc3\xb1"
	 "ana\n",
	 {{0, NULL}},
	 "",
	 ""},
	{"base64",
	 HEADERS "content-transfer-encoding: BASE64\n\nSG9sYS4=\n",
	 "Hola.",
	 {{0, NULL}},
	 "",
	 ""},
	{"base64, cut off",
	 HEADERS "Content-Transfer-Encoding: base64\n\nSG9sYS4\n",
	 "Hola.",
	 {{0, NULL}},
	 "",
	 "envelope-broken:7;"},
	{"flowed",
	 HEADERS "Content-Type: text/plain; format=flowed; delsp=yes\n\nHo \nla.\n From x\n",
	 "Hola.\nFrom x\n",
	 {{0, NULL}},
	 "",
	 ""},
	{"HTML",
	 HEADERS HTML "\n<html><head><title>no</title></head><body><p>Uno &amp; <b>m\xc3\xa1s</b>"
		      "</p><h2>Cross</h2><p>Dos</p><div>-- <br>Ana</div></body></html>",
	 "Title\nUno & m\xc3\xa1s\nCross\nDos\n",
	 {{TX_FIELD_HEADLINE, "Title"}, {TX_FIELD_ID, "<1@b>"}},
	 "",
	 ""},
	{"HTML that names its charset",
	 "Subject: T\nContent-Type: text/html\n\n<html><head><meta http-equiv=\"Content-Type\" "
	 "content=\"text/html; charset=iso-8859-2\"></head><body><p>\xb1\xe6\xea</p></body></html>",
	 "T\n\xc4\x85\xc4\x87\xc4\x99\n",
	 {{0, NULL}},
	 "",
	 ""},
	{"alternative",
	 HEADERS ALT "before\n--yy\n" HTML "\n<p>html</p>\n--yy\n" PLAIN "\nplain\n--yy--\nafter",
	 "plain",
	 {{0, NULL}},
	 "",
	 ""},
	{"alternative with an empty plain text",
	 HEADERS ALT "--yy\n" PLAIN "\n  \n--yy\n" HTML "\n<p>html</p>\n--yy--\n",
	 "Title\nhtml\n",
	 {{0, NULL}},
	 "",
	 ""},
	{"attachments",
	 MIXED "--xx\n" ALT "--yy\n" PLAIN "\nplain\n\n--yy\n" HTML
	       "\n<p>h</p>\n--yy--\n--xx\n" IMAGE
	       "\n--xx \nContent-Type: text/plain; name=\"=?utf-8?q?=C3=B1?=.txt\"\n"
	       "Content-Description: notes\n\nnotes\n"
	       "--xx\nContent-Disposition: attachment; filename*=iso-8859-1''%F1.xml\n"
	       "Content-Type: application/xml\n\n<a/>\n"
	       "--xx\nContent-Type: application/pgp-signature; name=s.asc\n\nsig\n--xx--\n",
	 "plain\n",
	 {{0, NULL}},
	 "a.jpg||image/jpeg;\xc3\xb1.txt|notes|text/plain;\xc3\xb1.xml||application/xml;",
	 ""},
	{"text on both sides of a picture",
	 MIXED "--xx\n" PLAIN "\nuno\n--xx\n" IMAGE "--xx\n" PLAIN "\ndos\n--xx--\n",
	 "uno\n\ndos\n\n",
	 {{0, NULL}},
	 "a.jpg||image/jpeg;",
	 ""},
	{"HTML with a footer of plain text",
	 MIXED "--xx\n" HTML "\n<p>uno</p>\n--xx\n" PLAIN "\ndos\ntres\n\ncuatro\n--xx--\n",
	 "Title\nuno\ndos tres\ncuatro\n",
	 {{0, NULL}},
	 "",
	 ""},
	{"boundaries that begin alike",
	 HEADERS "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: "
		 "multipart/mixed; boundary=bb\n\n--bb\n\nuno\n--bb--\n--b\n\n--b-\ndos\n--b--\n",
	 "uno\n\n--b-\ndos\n\n",
	 {{0, NULL}},
	 "",
	 ""},
	{"the text is attached",
	 MIXED "--xx\n" PLAIN
	       "\n\n--xx\nContent-Type: text/plain; name=s.txt\nContent-Disposition: "
	       "attachment\n\nHola.\n--xx--\n",
	 "Hola.",
	 {{0, NULL}},
	 "s.txt||text/plain;",
	 ""},
	{"a mail in the mail",
	 MIXED "--xx\nContent-Type: message/rfc822\n\nSubject: inner\n\nHola.\n--xx--\n",
	 "Hola.",
	 {{TX_FIELD_HEADLINE, "Title"}},
	 "|message/rfc822|message/rfc822;",
	 ""},
	{"no end",
	 MIXED "--xx\n" PLAIN "\nHola.\n",
	 "Hola.\n",
	 {{0, NULL}},
	 "",
	 "envelope-broken:8;"},
	{"no boundary is named",
	 HEADERS "Content-Type: multipart/mixed\n\nHola.\n",
	 "Hola.\n",
	 {{0, NULL}},
	 "",
	 "envelope-broken:7;"},
	{"the boundary is missing",
	 MIXED "Hola.\n",
	 "Hola.\n",
	 {{0, NULL}},
	 "",
	 "envelope-broken:7;"},
	{"eight deep",
	 HEADERS NEST("1") NEST("2") NEST("3") NEST("4") NEST("5") NEST("6") NEST("7")
		 NEST("8") "\nHola.\n--8--\n--7--\n--6--\n--5--\n--4--\n--3--\n--2--\n--1--\n",
	 "Hola.",
	 {{0, NULL}},
	 "",
	 ""},
	{"nine deep",
	 HEADERS NEST("1") NEST("2") NEST("3") NEST("4") NEST("5") NEST("6") NEST("7") NEST("8")
		 NEST("9") "\nHola.\n--9--\n--8--\n--7--\n--6--\n--5--\n--4--\n--3--\n--2--\n--1--"
			   "\n",
	 "Title\n",
	 {{0, NULL}},
	 "",
	 "envelope-broken:31;envelope-broken:42;"},
	{"no empty line",
	 "Subject: T\nFrom: a\nHola.\n",
	 "Hola.\n",
	 {{TX_FIELD_HEADLINE, "T"}},
	 "",
	 "envelope-broken:3;"},
	{"a headline alone",
	 HEADERS "\n\n",
	 "Title\n",
	 {{TX_FIELD_HEADLINE, "Title"}},
	 "",
	 "envelope-broken:4;"},
	{"nothing but blanks, encoded",
	 HEADERS "Content-Transfer-Encoding: quoted-printable\n\n=20\n",
	 "Title\n",
	 {{0, NULL}},
	 "",
	 "envelope-broken:7;"},
	{"nothing but a picture", HEADERS IMAGE, "Title\n", {{0, NULL}}, "a.jpg||image/jpeg;", ""},
	{"charset that is none",
	 "Subject: T\nContent-Type: text/plain; charset=klingon\n\nd\xe9j\xe0\n",
	 "d\xc3\xa9j\xc3\xa0\n",
	 {{0, NULL}},
	 "",
	 "charset-label:4;"},
	{"damaged UTF-8",
	 "Subject: T\nContent-Type: text/plain; charset=utf-8\n\n\xc3\xa1\xc3\xa9\xff\n",
	 "\xc3\xa1\xc3\xa9\xef\xbf\xbd\n",
	 {{0, NULL}},
	 "",
	 "charset-mixed:4;"},
	{"neither subject nor text", "From: a@b\nTo: c\n\n \n", NULL, {{0, NULL}}, "", ""},
	{"no mail", "Hola, Marta\n\nnotas: uno", NULL, {{0, NULL}}, "", ""},
	{"nothing", "", NULL, {{0, NULL}}, "", ""},
};

static void list_media(const struct tx_story *story, struct tx_buffer *out)
{
	out->len = 0;
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next) {
		if (e->field != TX_FIELD_MEDIA)
			continue;
		tx_buffer_slice(out, e->term.code);
		tx_buffer_byte(out, '|');
		tx_buffer_slice(out, e->term.name);
		tx_buffer_byte(out, '|');
		tx_buffer_slice(out, e->term.scheme);
		tx_buffer_byte(out, ';');
	}
}

static const char *alert_name(enum tx_warning_code code)
{
	return code == TX_WARN_ENVELOPE_BROKEN ? "envelope-broken"
	       : code == TX_WARN_CHARSET_LABEL ? "charset-label"
	       : code == TX_WARN_CHARSET_MIXED ? "charset-mixed"
					       : "?";
}

static void list_alerts(const struct tx_story *story, struct tx_buffer *out)
{
	out->len = 0;
	for (const struct tx_alert *a = story->alerts; a != NULL; a = a->next)
		tx_buffer_printf(out, "%s:%u;", alert_name(a->code), (unsigned)a->line);
}

static void check(const char *name, const char *what, telex_slice got, const char *want)
{
	if (!tx_slice_eq(got, tx_slice_of(want)))
		fail_msg("%s, %s: got '%.*s', want '%s'", name, what, (int)got.len, got.ptr, want);
}

static void check_story(const struct row *row, const struct tx_story *story)
{
	struct tx_buffer list = {0};

	check(row->name, "text", story->text, row->text);
	for (size_t i = 0; i < COUNT(row->facts) && row->facts[i].value != NULL; i++)
		check(row->name, tx_field_key(row->facts[i].field),
		      tx_story_fact(story, row->facts[i].field), row->facts[i].value);
	list_media(story, &list);
	check(row->name, "media", tx_slice(list.data, list.len), row->media);
	list_alerts(story, &list);
	check(row->name, "alerts", tx_slice(list.data, list.len), row->alerts);
	tx_buffer_done(&list);
}

static void reader_done(struct tx_reader *reader)
{
	tx_arena_done(&reader->arena);
	tx_buffer_done(&reader->copy);
}

static void unwrap(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tx_reader reader = {0};
		telex_error error = {0};
		telex_status status = tx_mail_unwrap(&reader, tx_slice_of(rows[i].mail), &error);
		if (status != (rows[i].text == NULL ? TELEX_ERR_SYNTAX : TELEX_OK))
			fail_msg("%s: status %d: %s", rows[i].name, (int)status, error.message);
		assert_int_equal(reader.stories.count, rows[i].text != NULL);
		if (rows[i].text != NULL)
			check_story(&rows[i], reader.stories.first);
		else
			assert_int_equal(error.line, 1);
		reader_done(&reader);
	}
}

/* Whatever is cut off or overwritten, what comes out is valid UTF-8. */
static void unwrap_damaged(const char *mail, size_t len)
{
	struct tx_reader reader = {.leftovers = true};
	telex_error error = {0};
	telex_status status = tx_mail_unwrap(&reader, tx_slice(mail, len), &error);

	assert_true(status == TELEX_OK || status == TELEX_ERR_SYNTAX);
	assert_true(status != TELEX_OK || reader.stories.count > 0);
	for (const struct tx_story *s = reader.stories.first; s != NULL; s = s->next) {
		assert_int_equal(tx_utf8_check(s->text), s->text.len);
		for (size_t f = 0; f < TX_FIELD__SINGLE; f++) {
			telex_slice value = tx_story_fact(s, (enum tx_field)f);
			assert_int_equal(tx_utf8_check(value), value.len);
		}
		for (const struct tx_leftover *l = s->leftovers; l != NULL; l = l->next)
			assert_int_equal(tx_utf8_check(l->value), l->value.len);
	}
	reader_done(&reader);
}

static void survive_damage(void **state)
{
	static const char bytes[] = {'\0', '\n', '=', '?', '"', '(', '-', '\xc3', '\xff', ' '};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char copy[2048];
		size_t len = strlen(rows[i].mail);
		assert_true(len < sizeof(copy));
		memcpy(copy, rows[i].mail, len);
		for (size_t at = 0; at < len; at++) {
			copy[at] = bytes[(at + i) % sizeof(bytes)];
			unwrap_damaged(copy, len);
			copy[at] = rows[i].mail[at];
			unwrap_damaged(copy, at);
		}
	}
}

static void keep_leftovers(void **state)
{
	struct tx_reader reader = {.leftovers = true};
	telex_slice mail = TX_LIT(HEADERS "X-Priority: 1\nMIME-Version: 1.0\n\nHola.\n-- \nAna\n");

	(void)state;
	assert_int_equal(tx_mail_unwrap(&reader, mail, NULL), TELEX_OK);
	const struct tx_leftover *l = reader.stories.first->leftovers;
	check("leftovers", "name", l->name, "From");
	check("leftovers", "value", l->value, "Agencia <a@b.example>");
	check("leftovers", "name", l->next->name, "X-Priority");
	check("leftovers", "name", l->next->next->name, "signature");
	check("leftovers", "value", l->next->next->value, "-- Ana");
	assert_null(l->next->next->next);
	reader_done(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unwrap),
		cmocka_unit_test(survive_damage),
		cmocka_unit_test(keep_leftovers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
