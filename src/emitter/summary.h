/* The standard values of a record in short, at the foot of the view. */
#ifndef TX_EMITTER_SUMMARY_H
#define TX_EMITTER_SUMMARY_H

#include "core/record.h"
#include "emitter/page.h"

void tx_show_summary(struct tx_page *page, const struct tx_record *record, telex_slice text);

#endif
