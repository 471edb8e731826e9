/* The head of a record: "telex" is its first key and "source" the next one, or the first where
 * --fields leaves "telex" out (docs/record.md).  Only that object is read, whatever the record's
 * size. */
#include "cli/output/origin.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "core/buffer.h"
#include "core/slice.h"
#include "emitter/json.h"

#define HEAD_MAX ((size_t)64 << 10) /* two names of 4,096 bytes, all escaped, and more */

static bool read_head(int fd, struct tx_buffer *head)
{
	ssize_t len = -1;

	if (tx_buffer_reserve(head, HEAD_MAX)) {
		do
			len = pread(fd, head->data, HEAD_MAX, 0);
		while (len < 0 && errno == EINTR);
	}
	head->len = len > 0 ? (size_t)len : 0;
	return len > 0;
}

static telex_slice skip_blanks(telex_slice s)
{
	while (s.len > 0 && memchr(" \n", s.ptr[0], 2) != NULL)
		s = tx_slice_skip(s, 1);
	return s;
}

static bool take(telex_slice *s, telex_slice what)
{
	*s = skip_blanks(*s);
	if (!tx_slice_starts(*s, what))
		return false;
	*s = tx_slice_skip(*s, what.len);
	return true;
}

/* The object that begins here; empty when it does not end. */
static telex_slice object_at(telex_slice s)
{
	bool in_string = false;
	size_t depth = 0;

	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		if (in_string && c == '\\')
			i++;
		else if (c == '"')
			in_string = !in_string;
		else if (!in_string && c == '{')
			depth++;
		else if (!in_string && c == '}' && --depth == 0)
			return tx_slice_take(s, i + 1);
	}
	return tx_slice_take(s, 0);
}

/* The value of "source", or NULL. */
static json_t *read_source(int fd)
{
	struct tx_buffer head = {0};
	json_t *source = NULL;

	if (read_head(fd, &head)) {
		telex_slice rest = tx_slice(head.data, head.len);
		bool is_record = take(&rest, TX_LIT("{"));
		if (take(&rest, TX_LIT("\"telex\"")))
			is_record = is_record && take(&rest, TX_LIT(":")) &&
				    take(&rest, TX_LIT("\"" TELEX_RECORD_VERSION "\"")) &&
				    take(&rest, TX_LIT(","));
		is_record = is_record && take(&rest, TX_LIT("\"source\"")) &&
			    take(&rest, TX_LIT(":")) && take(&rest, TX_LIT("{"));
		if (is_record) {
			telex_slice object = object_at((telex_slice){rest.ptr - 1, rest.len + 1});
			source = json_loadb(object.ptr, object.len, 0, NULL);
		}
	}
	tx_buffer_done(&head);
	return source;
}

/* The next part of a path that is neither "" nor "."; empty at the end. */
static telex_slice next_part(telex_slice *rest)
{
	while (rest->len > 0) {
		struct tx_cut cut = tx_cut(*rest, '/');
		*rest = cut.tail;
		if (cut.head.len > 0 && !tx_slice_eq(cut.head, TX_LIT(".")))
			return cut.head;
	}
	return *rest;
}

static bool is_one_path(const char *a, const char *b)
{
	telex_slice a_rest = tx_slice_of(a), b_rest = tx_slice_of(b), a_part, b_part;

	if ((a[0] == '/') != (b[0] == '/'))
		return false;
	do {
		a_part = next_part(&a_rest);
		b_part = next_part(&b_rest);
	} while (a_part.len > 0 && tx_slice_eq(a_part, b_part));
	return a_part.len == 0 && b_part.len == 0;
}

/* Whether the record has this name, which it has in UTF-8. */
static bool says(const json_t *value, const char *name)
{
	struct tx_buffer written = {0};
	bool same = name == NULL && value == NULL;

	if (name != NULL && json_is_string(value)) {
		tx_json_lossy_string(&written, tx_slice_of(name));
		json_t *string = written.failed ? NULL
						: json_loadb(written.data, written.len,
							     JSON_DECODE_ANY, NULL);
		same = json_is_string(string) &&
		       is_one_path(json_string_value(string), json_string_value(value));
		json_decref(string);
	}
	tx_buffer_done(&written);
	return same;
}

bool origin_is(int fd, const char *path, const char *member)
{
	json_t *source = read_source(fd);
	bool same = source != NULL &&
		    says(json_object_get(source, "path"), strcmp(path, "-") == 0 ? NULL : path) &&
		    says(json_object_get(source, "member"), member);

	json_decref(source);
	return same;
}

bool origin_is_said(int fd)
{
	json_t *source = read_source(fd);
	bool said = json_is_integer(json_object_get(source, "index")) &&
		    json_is_string(json_object_get(source, "format"));

	json_decref(source);
	return said;
}
