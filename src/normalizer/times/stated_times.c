/* Times of envelopes become those of the record. */
#include "normalizer/times/stated_times.h"

#include "core/scan.h"
#include "core/utf8.h"
#include "normalizer/times/instants.h"

#define SHOWN_MAX    80 /* bytes of a value that a warning shows */
#define MESSAGE_SIZE 128

bool tx_warn_unreadable(struct tx_record *record, enum tx_warning_code code, const char *name,
			telex_slice value, struct tx_arena *arena)
{
	char message[MESSAGE_SIZE];
	telex_slice shown = tx_utf8_take(value, SHOWN_MAX);
	size_t len = tx_utf8_printf(message, sizeof(message), "%s cannot be read: \"%.*s\"", name,
				    (int)shown.len, shown.ptr);
	telex_slice copy = tx_arena_copy(arena, tx_slice(message, len));

	if (copy.ptr != NULL)
		tx_record_warn(record, code, 0, copy);
	return copy.ptr != NULL;
}

static const struct {
	enum tx_field field;
	const char *name;
	size_t offset;
	enum tx_warning_code unreadable;
} times[] = {
	{TX_FIELD_CREATED, "created", offsetof(struct tx_record, created),
	 TX_WARN_VALUE_UNREADABLE},
	{TX_FIELD_UPDATED, "updated", offsetof(struct tx_record, updated),
	 TX_WARN_VALUE_UNREADABLE},
	{TX_FIELD_ISSUED, "issued", offsetof(struct tx_record, issued), TX_WARN_VALUE_UNREADABLE},
	{TX_FIELD_EMBARGO, "embargo", offsetof(struct tx_record, embargo), TX_WARN_EMBARGO_UNCLEAR},
	{TX_FIELD_EXPIRES, "expires", offsetof(struct tx_record, expires),
	 TX_WARN_VALUE_UNREADABLE},
};

static bool set_time(telex_slice *field, telex_slice value, struct tx_arena *arena,
		     bool *ret_unreadable)
{
	char out[TX_INSTANT_SIZE];

	if (!tx_instant_read(value, out, ret_unreadable)) {
		*ret_unreadable = true;
		return true;
	}
	*field = tx_arena_copy(arena, tx_slice_of(out));
	return field->ptr != NULL;
}

bool tx_times_state(struct tx_record *record, const struct tx_story *story, struct tx_arena *arena)
{
	bool unreadable;

	for (size_t i = 0; i < TX_COUNT(times); i++) {
		telex_slice value = tx_story_fact(story, times[i].field);
		telex_slice *field = (telex_slice *)(void *)((char *)record + times[i].offset);
		if (value.ptr == NULL)
			continue;
		if (!set_time(field, value, arena, &unreadable) ||
		    (unreadable &&
		     !tx_warn_unreadable(record, times[i].unreadable, times[i].name, value, arena)))
			return false;
	}
	return true;
}
