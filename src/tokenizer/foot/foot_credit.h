/* Credits of agencies at the foot of a story, as papers print them. */
#ifndef TX_TOKENIZER_FOOT_CREDIT_H
#define TX_TOKENIZER_FOOT_CREDIT_H

#include "tokenizer/lines/creditline.h"

/** Whether the whole of `line` is a credit: "Fuente: EFE", "Con información de AFP y EFE", "AFP".
 */
bool tx_foot_credit(telex_slice line, tx_known_place_fn *known_place,
		    struct tx_credit_line *ret_credit);

/** Where a credit after the last sentence of `paragraph` begins ("(Con información de EFE)",
 * "EFE/Ana Solano"); 0: none. */
size_t tx_foot_credit_glued(telex_slice paragraph, struct tx_credit_line *ret_credit);

#endif
