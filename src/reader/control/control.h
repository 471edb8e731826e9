/* Envelopes of control characters whose text is coded or tagged. */
#ifndef TX_READER_CONTROL_CONTROL_H
#define TX_READER_CONTROL_CONTROL_H

#include "reader/format.h"

tx_unwrap_fn tx_anpa1312_unwrap, tx_zczc_unwrap;

/** Whether the lines under ZCZC carry one-character field tags. */
bool tx_zczc_has_tags(telex_slice frame);

#endif
