/* The pieces of a foot, each with what was parsed of it, so that it is read once. */
#include "tokenizer/foot/foot.h"

struct tx_foot_piece *tx_foot_add_piece(struct tx_scan *scan, size_t start, size_t end,
					enum tx_token_kind kind, enum tx_note_kind note)
{
	if (end > scan->body_end)
		end = scan->body_end;
	/* Without room it stays in the body. */
	if (start >= end || scan->foot_count == TX_FOOT_MAX)
		return NULL;
	struct tx_foot_piece *piece = &scan->foot[scan->foot_count++];
	piece->start = start;
	piece->end = end;
	piece->kind = kind;
	piece->note = note;
	piece->dated = false;
	scan->body_end = start;
	return piece;
}

void tx_foot_add_stamp(struct tx_scan *scan, size_t start, size_t end, const struct tx_stamp *stamp)
{
	struct tx_foot_piece *piece =
		tx_foot_add_piece(scan, start, end, TX_TOK_STAMP, TX_NOTE_NONE);

	if (piece == NULL || stamp == NULL)
		return;
	piece->dated = true;
	piece->as.stamp = *stamp;
}

void tx_foot_add(struct tx_scan *scan, const char *start, enum tx_token_kind kind,
		 enum tx_note_kind note)
{
	tx_foot_add_piece(scan, (size_t)(start - scan->text.ptr), scan->body_end, kind, note);
}

void tx_foot_add_signoff(struct tx_scan *scan, const char *start, const struct tx_signoff *signoff)
{
	struct tx_foot_piece *piece;

	if (signoff->stamp.ptr != NULL)
		tx_foot_add_stamp(scan, (size_t)(signoff->stamp.ptr - scan->text.ptr),
				  scan->body_end, signoff->dated ? &signoff->when : NULL);
	piece = tx_foot_add_piece(scan, (size_t)(start - scan->text.ptr), scan->body_end,
				  TX_TOK_SIGNOFF, TX_NOTE_NONE);
	if (piece != NULL)
		piece->as.signoff = *signoff;
}

void tx_foot_add_end_mark(struct tx_scan *scan, const char *start, const struct tx_end_mark *mark)
{
	struct tx_foot_piece *piece =
		tx_foot_add_piece(scan, (size_t)(start - scan->text.ptr), scan->body_end,
				  TX_TOK_END_MARK, TX_NOTE_NONE);

	if (piece != NULL)
		piece->as.end_mark = *mark;
}
