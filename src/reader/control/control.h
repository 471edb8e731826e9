/* Envelopes of control characters whose text is coded or tagged. */
#ifndef TX_READER_CONTROL_CONTROL_H
#define TX_READER_CONTROL_CONTROL_H

#include "reader/format.h"

tx_unwrap_fn tx_anpa1312_unwrap, tx_iptc7901_unwrap, tx_zczc_unwrap;

/** Whether the lines under ZCZC carry one-character field tags. */
bool tx_zczc_has_tags(telex_slice frame);

/** Add wire text in ANPA's coding to the copy: quotes, dashes, fractions, control characters. */
void tx_anpa_decode(struct tx_buffer *out, telex_slice text);

#endif
