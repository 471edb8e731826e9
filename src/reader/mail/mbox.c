/* Recognising mail (decision list of formats.md, row 1) and finding the "From " lines between the
 * mails of an mbox (RFC 4155, and what mail programs really write).
 *
 * A "From " line has an address (or "user at host", or "-") and a date that begins with a weekday:
 *
 *     From desk@agency.example Mon Jan  5 10:22:01 2026
 *
 * Left out: lengths in headers (Content-Length), which cannot be trusted. */
#include "reader/mail/mail.h"

#include "core/ascii.h"
#include "reader/control/frame_marks.h"
#include "reader/mail/header.h"
#include "core/scan.h"

#define FROM_LINE_MAX 512 /* bytes */
#define FROM_WORDS    12  /* words that are looked at */
#define WEEKDAY_FIRST 1   /* words of a "From " line before the weekday, at least */
#define WEEKDAY_LAST  3   /* at most */

static bool is_one_of(telex_slice word, const char *const *names)
{
	if (word.len > 0 && word.ptr[word.len - 1] == ',')
		word.len--;
	return tx_slice_in(word, names);
}

static bool is_weekday(telex_slice word)
{
	static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", NULL};

	return is_one_of(word, names);
}

static bool is_month(telex_slice word)
{
	static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
					    "Aug", "Sep", "Oct", "Nov", "Dec", NULL};

	return is_one_of(word, names);
}

static bool is_day(telex_slice word)
{
	return word.len >= 1 && word.len <= 2 && tx_is_digit(word.ptr[0]) &&
	       tx_is_digit(word.ptr[word.len - 1]);
}

/* hh:mm at least. */
static bool is_time(telex_slice word)
{
	telex_slice hour = tx_cut(word, ':').head;

	return is_day(hour) && word.len >= hour.len + 3 && tx_is_digit(word.ptr[hour.len + 1]) &&
	       tx_is_digit(word.ptr[hour.len + 2]);
}

static size_t split_words(telex_slice line, telex_slice *words)
{
	size_t count = 0;

	for (size_t at = 0; at < line.len && count < FROM_WORDS;) {
		size_t start = at;
		while (at < line.len && line.ptr[at] != ' ' && line.ptr[at] != '\t')
			at++;
		if (at > start)
			words[count++] = tx_slice(line.ptr + start, at - start);
		else
			at++;
	}
	return count;
}

/* Weekday, month and day in either order, and a time among the words after them. */
static bool is_date(const telex_slice *words, size_t count)
{
	if (count < 4 || !is_weekday(words[0]))
		return false;
	if (!(is_month(words[1]) && is_day(words[2])) && !(is_day(words[1]) && is_month(words[2])))
		return false;
	for (size_t i = 3; i < count; i++) {
		if (is_time(words[i]))
			return true;
	}
	return false;
}

static bool is_from_line(telex_slice line)
{
	telex_slice words[FROM_WORDS];

	if (line.len > FROM_LINE_MAX || !tx_slice_starts(line, TX_LIT("From ")))
		return false;
	size_t count = split_words(tx_slice_skip(line, 5), words);
	for (size_t i = WEEKDAY_FIRST; i <= WEEKDAY_LAST && i < count; i++) {
		if (is_date(words + i, count - i))
			return true;
	}
	return false;
}

enum verdict {
	NO,
	YES,
	LATER /* the line goes on after the bytes */
};

static enum verdict judge_line(telex_slice bytes, size_t at)
{
	telex_slice rest = tx_slice_skip(bytes, at), prefix = TX_LIT("From ");

	if (!tx_slice_starts(rest, tx_slice_take(prefix, rest.len)))
		return NO;
	telex_slice line = tx_slice_take(rest, FROM_LINE_MAX + 1);
	size_t len = tx_line_stop(line, 0);
	if (len == line.len)
		return rest.len > FROM_LINE_MAX ? NO : LATER;
	return is_from_line(tx_trim(tx_slice_take(line, len))) ? YES : NO;
}

bool tx_mbox_frame_end(telex_slice bytes, size_t start, size_t *scanned, size_t *ret_end)
{
	/* The "From " line of the mail itself is not the next one's. */
	if (*scanned < start)
		*scanned = start;
	for (;;) {
		size_t stop = *scanned = tx_line_stop(bytes, *scanned);
		if (stop == bytes.len)
			return false;
		enum verdict verdict = judge_line(bytes, stop + 1);
		if (verdict == LATER)
			return false;
		if (verdict == YES) {
			*ret_end = stop + 1;
			return true;
		}
		*scanned = stop + 1;
	}
}

bool tx_mbox_is(telex_slice head)
{
	telex_slice bom = TX_LIT("\xef\xbb\xbf");

	if (tx_slice_starts(head, bom))
		head = tx_slice_skip(head, bom.len);
	while (head.len > 0) {
		telex_slice line = tx_mail_line(&head);
		if (!tx_is_blank(line))
			return is_from_line(line);
	}
	return false;
}

static bool is_mail_header(telex_slice name)
{
	static const char *const names[] = {"From",        "Date",         "Subject",
					    "Received",    "Message-ID",   "MIME-Version",
					    "Return-Path", "Delivered-To", NULL};

	for (const char *const *n = names; *n != NULL; n++) {
		if (tx_slice_eq_nocase(name, tx_slice_of(*n)))
			return true;
	}
	return tx_slice_starts_nocase(name, TX_LIT("X-"));
}

static bool is_name_byte(char c)
{
	return tx_is_alpha(c) || tx_is_digit(c) || c == '-';
}

static size_t name_len(telex_slice line)
{
	size_t len = 0;

	while (len < line.len && is_name_byte(line.ptr[len]))
		len++;
	return len;
}

/* Stricter than reading a mail is: letters, digits and hyphens, and a blank after the colon. */
static bool is_plain_header(const struct tx_mail_header *header)
{
	return name_len(header->name) == header->name.len &&
	       (header->value.len == 0 ||
		tx_char_is(header->value.ptr[0], TX_CHAR_BLANK | TX_CHAR_NEWLINE));
}

/* What follows the headers: an empty line, or a header that the end of the head cuts off. */
static bool ends_headers(telex_slice rest)
{
	struct tx_cut cut = tx_cut(rest, '\n');

	return cut.found ? tx_is_blank(cut.head) : name_len(rest) == rest.len;
}

bool tx_mail_is(telex_slice head)
{
	telex_slice rest = tx_mail_skip_preamble(head);
	struct tx_mail_header header;
	size_t count = 0;
	bool known = false;

	while (tx_mail_header_next(&rest, &header)) {
		if (!is_plain_header(&header))
			return false;
		count++;
		known |= is_mail_header(header.name);
	}
	return count >= 2 && known && ends_headers(rest);
}
