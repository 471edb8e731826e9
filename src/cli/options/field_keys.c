/* A path leads from the record's keys to those of the object that a key has; numbers in it are
 * places in lists. */
#include "cli/options/field_keys.h"

#include <stdio.h>
#include <string.h>

#include "cli/options/hint.h"
#include "cli/report/messages.h"
#include "core/buffer.h"
#include "core/scan.h"
#include "core/schema.h"
#include "emitter/columns.h"

#define NAME_MAX_LEN 80 /* bytes of a name that are shown */

/* The keys among which the first unknown part of a path was looked for. */
static const struct tx_keys *find_unknown(telex_slice path, telex_slice *ret_part)
{
	const struct tx_keys *keys = tx_record_keys;

	for (struct tx_cut cut = {.tail = path, .found = true}; cut.found && keys != NULL;) {
		cut = tx_cut(cut.tail, '.');
		*ret_part = cut.head;
		if (cut.head.len > 0 && tx_is_digit(cut.head.ptr[0]))
			continue;
		size_t at = tx_key_find(keys, cut.head);
		if (at == keys->count)
			return keys;
		keys = keys->items[at].keys;
	}
	return NULL;
}

/* Of all keys only some can be listed on a line. */
static void report(telex_slice path)
{
	char word[NAME_MAX_LEN + 1], names[64][NAME_MAX_LEN + 1];
	telex_slice part = path;
	const struct tx_keys *keys =
		find_unknown(tx_slice_skip(path, tx_slice_starts(path, TX_LIT("-"))), &part);
	struct hint hint = {.word = word};
	struct tx_buffer list = {0};

	snprintf(word, sizeof(word), "%.*s", (int)tx_slice_take(part, NAME_MAX_LEN).len,
		 part.len == 0 ? "" : part.ptr);
	for (size_t i = 0; keys != NULL && i < keys->count && i < TX_COUNT(names); i++) {
		telex_slice name = tx_key_name(&keys->items[i]);
		snprintf(names[i], sizeof(names[i]), "%.*s", (int)name.len, name.ptr);
		hint_try(&hint, names[i]);
		tx_buffer_printf(&list, i == 0 ? "%s" : ", %s", names[i]);
	}
	path = tx_slice_take(path, NAME_MAX_LEN);
	tx_buffer_byte(&list, '\0');
	int len = (int)path.len;
	const char *text = path.len == 0 ? "" : path.ptr;
	if (hint.best != NULL)
		message("the record has no key '%.*s'; did you mean '%.*s%s'?", len, text,
			(int)(part.ptr - path.ptr), text, hint.best);
	else if (keys != NULL && !list.failed)
		message("the record has no key '%.*s'; it has %s", len, text, list.data);
	else
		message("the record has no key '%.*s'", len, text);
	tx_buffer_done(&list);
}

bool field_keys_check(const char *list, bool are_paths)
{
	uint64_t omitted;
	telex_slice unknown, names = tx_slice_of(list);

	if (are_paths ? tx_columns_check(names, &unknown)
		      : tx_keys_omitted(names, &omitted, &unknown))
		return true;
	report(unknown);
	return false;
}
