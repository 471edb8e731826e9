/* Heads as RFC 822 writes them, line ends of either kind; folded lines are not joined, since no
 * field that is read here has them. */
#include "reader/warc/record.h"

#include "core/ascii.h"

#define LENGTH_DIGITS 18

/* As tx_warc_head_len(); `*ret_other`: another record begins before the head has an end. */
static size_t find_head_end(telex_slice bytes, bool *ret_other)
{
	telex_slice head = tx_slice_take(bytes, TX_WARC_HEAD_MAX);
	const char *at = head.ptr, *end = head.ptr + head.len;

	*ret_other = false;
	while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		at++;
		*ret_other = tx_slice_opens(tx_slice(at, (size_t)(end - at)), "WARC/");
		if (*ret_other)
			return 0;
		if (at < end && *at == '\n')
			return (size_t)(at - head.ptr) + 1;
		if (at + 1 < end && at[0] == '\r' && at[1] == '\n')
			return (size_t)(at - head.ptr) + 2;
	}
	return 0;
}

size_t tx_warc_head_len(telex_slice bytes)
{
	bool other;

	return find_head_end(bytes, &other);
}

telex_slice tx_warc_field(telex_slice head, const char *name)
{
	telex_slice wanted = tx_slice_of(name);

	for (struct tx_cut line = {.tail = head, .found = true}; line.found;) {
		line = tx_cut(line.tail, '\n');
		struct tx_cut field = tx_cut(line.head, ':');
		if (field.found && tx_slice_eq_nocase(tx_trim(field.head), wanted))
			return tx_trim(field.tail);
	}
	return (telex_slice){NULL, 0};
}

static bool read_length(telex_slice digits, uint64_t *ret_length)
{
	uint64_t length = 0;

	if (digits.len == 0 || digits.len > LENGTH_DIGITS)
		return false;
	for (size_t i = 0; i < digits.len; i++) {
		if (!tx_is_digit(digits.ptr[i]))
			return false;
		length = length * 10 + (uint64_t)(digits.ptr[i] - '0');
	}
	*ret_length = length;
	return true;
}

enum tx_warc_read tx_warc_record_read(telex_slice bytes, struct tx_warc_record *ret_record)
{
	bool other;
	size_t head = find_head_end(bytes, &other);

	if (head == 0)
		return bytes.len < TX_WARC_HEAD_MAX && !other ? TX_WARC_SHORT : TX_WARC_BROKEN;
	ret_record->head = tx_slice_take(bytes, head);
	if (!read_length(tx_warc_field(ret_record->head, "Content-Length"), &ret_record->length))
		return TX_WARC_BROKEN;
	ret_record->body = tx_slice_skip(bytes, head);
	if (ret_record->body.len > ret_record->length)
		ret_record->body.len = (size_t)ret_record->length;
	return TX_WARC_READ;
}

telex_slice tx_warc_target(telex_slice head)
{
	telex_slice target = tx_warc_field(head, "WARC-Target-URI");

	if (target.len > 1 && target.ptr[0] == '<' && target.ptr[target.len - 1] == '>')
		target = tx_slice(target.ptr + 1, target.len - 2);
	return target;
}

bool tx_warc_is_page(telex_slice content_type)
{
	return tx_slice_starts_nocase(content_type, TX_LIT("text/html")) ||
	       tx_slice_starts_nocase(content_type, TX_LIT("application/xhtml+xml"));
}
