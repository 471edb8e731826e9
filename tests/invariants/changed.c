/* Fixtures with bytes changed: changed FOLDER ROUNDS PART/PARTS FILE…, where FOLDER/FILE is a
 * fixture.
 *
 * Each round changes a fixture in a few places, by what its number says: a byte, a piece put in,
 * left out, there twice, the rest of another fixture.  What must hold of every record holds of what
 * comes out (run_source.h), and a second run in portions gives the same bytes.  A failure names
 * fixture and round; `changed FOLDER -ROUND 1/1 FILE` prints that source. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/slice.h"
#include "invariants/run_source.h"

#define SOURCE_MAX  12000 /* bytes of a fixture that are read */
#define CHANGES_MAX 5
#define PIECE_MAX   60

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* What is put in: the marks that readers and tokenizer look for, and their neighbours. */
static const char *const pieces[] = {
	"\n",
	"\n\n",
	"\r\n",
	"\r",
	" ",
	"   ",
	"\t",
	"--",
	"-",
	".-",
	"\xe2\x80\x94",
	" (",
	")",
	", ",
	": ",
	"/",
	"*",
	"=",
	"<",
	">",
	"&",
	"\"",
	"'",
	"EFE",
	" EFE\n",
	"(EFE)",
	"(AP) _",
	"Reuters",
	" 31 feb ",
	", 3 oct (EFE).- ",
	"Madrid/Lisboa ",
	"MADRID ",
	"By ",
	"Por ",
	"EMBARGO ",
	"URGENTE ",
	"CORRECTION: ",
	"more\n",
	"(sigue)\n",
	"-0-\n",
	"###\n",
	"abc/def\n",
	"jfr-ks",
	"1",
	"99",
	"2024",
	"0330GMT ",
	"12:61 ",
	"\x01",
	"\x02",
	"\x03",
	"\x04",
	"\x0e",
	"\x0f",
	"\x11",
	"\x16\x16",
	"\x1b",
	"\x7f",
	"\xc2\x80",
	"\xc3",
	"\xf0\x9f",
	"\xff",
	"\xef\xbb\xbf",
	"\xc2\xa0",
	"ZCZC\n",
	"NNNN\n",
	"<p>",
	"</p>",
	"<br/>",
	"<td>",
	"<table>",
	"</body>",
	"<!--",
	"-->",
	"<![CDATA[",
	"]]>",
	"&amp;",
	"&eacute;",
	"&#233;",
	"&#0;",
	"&#xD800;",
	"&nosuch;",
	"<a b='c'>",
	"</DOC>\n",
	"<TEXT>\n",
	"</TEXT>\n",
	"<?xml version='1.0'?>",
	"{",
	"}",
	"[",
	"]",
	",",
	"null",
	"\"a\":",
	"\\u0000",
	"\\ud83d",
	"\\",
	"1e999",
	"From: a@b.example\n",
	"Content-Type: text/html; charset=x\n",
	"Content-Transfer-Encoding: base64\n",
	"=?utf-8?b?w7E=?=",
	"=C3=",
	"\n--x\n",
	"From a@b Mon Jan  5 10:22:01 2026\n",
	"begin 644 a\n",
	"aG9sYQ==\n",
	"\nlunes ",
	"Saturday ",
	"Nueva York, ",
	"W.Va., ",
	"$^\n",
	"\xe2\x80\x9c",
	" xmlns:a='b'",
	" xmlns='http://iptc.org/std/NITF/2006-10-18/'",
	"<!DOCTYPE a [",
	"<!ENTITY e 'x'>",
	"&e;",
	"]>",
	"<?php ?>",
	" class=\"tx\"",
	"'",
	" id=a",
	"<h2>",
	"<li>",
	"<tr>",
	"<pre>",
	"</pre>",
	"<script>",
	"<hl1>",
	"<note>",
	"<byline>",
	"<dateline>",
	"<DATE>",
	"<TITLE>",
	"<DOCNO> a </DOCNO>\n",
	"<HEAD>",
	"</DOC>",
	"&lt;",
	"&#38;",
	"&#3;",
	"<TTL>",
	"<AU>",
	"<HL> ",
	"<DD> ",
	"<SO> ",
	"[Text] ",
	"2026-02-30T25:61:00Z",
	"2026-02-03T04:05:06+01:00",
	" 12.30 p.m. EST",
	" 1800 GMT",
	" 6 p.m. Monday",
	"noon ",
	" (0900 ART, 1200 GMT)",
	"23.59",
	"24:00",
	" Feb. 29",
	" 3 de octubre de 2024 ",
	"10/11/12 ",
	"Thu, 12 Feb 2026 ",
	"EMBARGADO hasta las 18.00",
	"HOLD FOR RELEASE ",
	"(ATENCION) ",
	"(Eds: adds) ",
	"ADDS ",
	"2nd LEAD ",
	"1st Ld-Writethru,",
	"a0001",
	"u i BC-X ",
	"^BC-X,0100<",
	"^",
	"\x16\x16\x01",
	"u ",
	"bc-",
	" r ",
	"(c) 2024 ",
	"\xc2\xa9",
	"Copyright 2024 ",
	"Contact: ",
	"Por Ana Ruiz",
	"By ANA RUIZ, Staff Writer\n",
	"y ",
	" and ",
	"= (Servimedia)",
	"(END) ",
	"ENDS",
	"Notas al editor:",
	"____\n",
	"1.\t2.\t3.\n",
	"| a | b |\n",
	"* uno\n",
	"- dos\n",
	"\"type\": \"picture\",",
	"{\"rel\":\"category\",\"code\":\"a\"}",
	"\"body_text\": \"x\",",
	"[\"a\", {\"b\": 1}]",
	"true",
	"-1.5",
	"Content-Disposition: attachment; filename=a.txt\n",
	"Content-Type: multipart/alternative; boundary=x\n",
	"Content-Type: message/rfc822\n",
	"boundary=",
	"; charset=utf-7",
	"format=flowed",
	"-- \n",
	">From ",
	"> ",
	"filename*0*=utf-8''a%C3",
	"=?x?q?a?=",
	"=\n",
};

static uint32_t next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (uint32_t)(*state >> 16);
}

static bool read_file(const char *folder, const char *name, struct tx_buffer *bytes)
{
	char path[1024], block[SOURCE_MAX];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		return false;
	size_t len = fread(block, 1, sizeof(block), file);
	tx_buffer_append(bytes, block, len);
	fclose(file);
	return !bytes->failed;
}

/* Put `piece` in the place of `len` bytes at `at`. */
static void splice(struct tx_buffer *bytes, size_t at, size_t len, telex_slice piece)
{
	struct tx_buffer result = {0};

	tx_buffer_append(&result, bytes->data, at);
	tx_buffer_slice(&result, piece);
	tx_buffer_append(&result, bytes->data + at + len, bytes->len - at - len);
	tx_buffer_done(bytes);
	*bytes = result;
}

static void change(struct tx_buffer *bytes, const struct tx_buffer *other, uint64_t *state)
{
	size_t at = next(state) % (bytes->len + 1), left = bytes->len - at;
	size_t len = left == 0 ? 0 : next(state) % (left < PIECE_MAX ? left : PIECE_MAX);
	telex_slice piece = tx_slice_of(pieces[next(state) % COUNT(pieces)]);
	char copy[PIECE_MAX];

	switch (next(state) % 8) {
	case 0: /* a byte is another */
		splice(bytes, at, left > 0, tx_slice_take(piece, 1));
		break;
	case 1:
		splice(bytes, at, len, tx_slice(NULL, 0));
		break;
	case 2:
		if (len > 0)
			memcpy(copy, bytes->data + at, len);
		splice(bytes, next(state) % (bytes->len + 1), 0, tx_slice(copy, len));
		break;
	case 3:
		splice(bytes, at, left, tx_slice(other->data + other->len / 2, other->len / 2));
		break;
	case 4: /* in the place of what is there */
		splice(bytes, at, len, piece);
		break;
	default:
		splice(bytes, at, 0, piece);
	}
}

static telex_options options_of(uint32_t choice)
{
	static const char *const agencies[] = {NULL, NULL, "EFE", "DPA"};
	telex_options options = {.size = sizeof(options),
				 .agency = agencies[choice & 3],
				 .path = (choice & 4) != 0 ? "2025/04/19/nota.txt" : NULL,
				 .reference_date = (choice & 8) != 0 ? "2024-02-29" : NULL,
				 .language = (choice & 48) == 0 ? "pt" : NULL,
				 .from = (choice >> 11 & 7) == 0 ? "jsonl" : NULL,
				 .text_key = (choice >> 14 & 1) == 0 ? "body_text" : NULL,
				 .flags = ((choice & 64) != 0 ? TELEX_PARSE_LEFTOVERS : 0U) |
					  ((choice & 128) != 0 ? TELEX_PARSE_NO_PLACES : 0U)};

	return options;
}

static bool check(telex_slice source, uint32_t choice, const char *where)
{
	static const size_t portions[] = {1, 7, 100, 4096};
	telex_options options = options_of(choice);
	struct tx_run first = {.source = source,
			       .flags = (choice & 256) != 0 ? TELEX_WRITE_SPANS : 0U};
	struct tx_run second = first;
	telex_parser *parser = NULL;
	bool good = telex_parser_new(&options, &parser, NULL) == TELEX_OK &&
		    tx_run_source(parser, 0, &first);

	telex_parser_restart(parser, options.path, NULL);
	good = good && tx_run_source(parser, portions[choice >> 9 & 3], &second);
	if (!good)
		fprintf(stderr, "%s: %s\n", where,
			first.broken != NULL ? first.broken : second.broken);
	else if (!tx_slice_eq(tx_slice(first.lines.data, first.lines.len),
			      tx_slice(second.lines.data, second.lines.len)))
		good = fprintf(stderr, "%s: portions give other bytes\n%.*s---\n%.*s", where,
			       (int)first.lines.len, first.lines.data, (int)second.lines.len,
			       second.lines.data) < 0;
	tx_buffer_done(&first.lines);
	tx_buffer_done(&second.lines);
	telex_parser_free(parser);
	return good;
}

static bool run_round(const char *folder, const char *name, const char *other_name, unsigned round,
		      bool print)
{
	struct tx_buffer bytes = {0}, other = {0};
	uint64_t state = 0x9e3779b97f4a7c15 * (round + 1);
	char where[2100];

	for (const char *c = name; *c != '\0'; c++)
		state = state * 31 + (unsigned char)*c;
	bool good = read_file(folder, name, &bytes) && read_file(folder, other_name, &other);
	uint32_t choice = next(&state);
	for (uint32_t i = 0; good && i <= round % CHANGES_MAX; i++)
		change(&bytes, &other, &state);
	snprintf(where, sizeof(where), "%s with %s, round %u", name, other_name, round);
	if (good && print)
		fwrite(bytes.data, 1, bytes.len, stdout);
	else
		good = good && check(tx_slice(bytes.data, bytes.len), choice, where);
	tx_buffer_done(&bytes);
	tx_buffer_done(&other);
	return good;
}

int main(int argc, char **argv)
{
	unsigned part, parts;
	int failures = 0, first = 4;

	if (argc <= first || sscanf(argv[3], "%u/%u", &part, &parts) != 2)
		return 2;
	int rounds = atoi(argv[2]);
	if (rounds < 0)
		return run_round(argv[1], argv[first], argv[first], (unsigned)-rounds, true) ? 0
											     : 1;
	for (int i = first; i < argc; i++) {
		if ((unsigned)i % parts != part - 1)
			continue;
		for (int round = 0; round < rounds; round++) {
			const char *other = argv[first + (i * 7 + round) % (argc - first)];
			failures += !run_round(argv[1], argv[i], other, (unsigned)round, false);
		}
	}
	return failures == 0 ? 0 : 1;
}
