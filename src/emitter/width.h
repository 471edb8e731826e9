/* Columns that characters take on a terminal. */
#ifndef TX_EMITTER_WIDTH_H
#define TX_EMITTER_WIDTH_H

#include <stddef.h>
#include <stdint.h>

/** 0 for marks that combine and for format characters, 2 for wide East Asian characters and emoji
 * and for controls (which are shown as ^X), else 1. */
size_t tx_char_width(uint32_t c);

#endif
