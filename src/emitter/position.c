/* Counting lines: from where the last question stopped when the next one lies after it, else from
 * the start. */

#include "emitter/position.h"

void tx_position_start(struct tx_position *position, telex_slice text, uint64_t first_line)
{
	*position = (struct tx_position){text, first_line, 0, first_line};
}

/** Whether the byte at `at` is the last one of its line. */
static bool ends_line(telex_slice text, size_t at)
{
	if (text.ptr[at] == '\n')
		return true;
	return text.ptr[at] == '\r' && (at + 1 == text.len || text.ptr[at + 1] != '\n');
}

uint64_t tx_position_line(struct tx_position *position, uint64_t offset)
{
	size_t end = offset < position->text.len ? (size_t)offset : position->text.len;

	if (end < position->offset)
		tx_position_start(position, position->text, position->first_line);
	for (; position->offset < end; position->offset++)
		position->line += ends_line(position->text, position->offset);
	return position->line;
}
