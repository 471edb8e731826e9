/* What a search for the items of a document comes to. */
#ifndef TX_READER_ITEM_STEP_H
#define TX_READER_ITEM_STEP_H

enum tx_item_step {
	TX_ITEM_MORE,   /* more bytes are needed */
	TX_ITEM_BEGIN,  /* an item begins */
	TX_ITEM_END,    /* the item ends */
	TX_ITEM_AROUND, /* something that is around items begins or ends, or is among them: it holds
			   for those after it */
	TX_ITEM_OVER    /* the document ends */
};

#endif
