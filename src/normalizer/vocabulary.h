/* A vocabulary as the IPTC publishes it: names of the topics that the library has no table of. */
#ifndef TX_NORMALIZER_VOCABULARY_H
#define TX_NORMALIZER_VOCABULARY_H

#include "core/slice.h"

struct tx_concept {
	telex_slice qcode;   /* "medtop:20000344" */
	telex_slice name;    /* in English if there is one */
	telex_slice broader; /* code of the concept above it, or empty */
	unsigned top;        /* number of the Media Topic at the top, 1 to 17; 0 = unknown */
};

struct tx_vocabulary;

/** Read the vocabulary file `path`.
 * \param[out] ret_vocabulary  Set on success; own, release with tx_vocabulary_free().
 * \return TELEX_OK, TELEX_ERR_MEMORY, TELEX_ERR_IO, TELEX_ERR_SYNTAX. */
telex_status tx_vocabulary_read(const char *path, struct tx_vocabulary **ret_vocabulary,
				telex_error *reterr);

/** NULL is a no-op. */
void tx_vocabulary_free(struct tx_vocabulary *vocabulary);

/** The concept with this code, or NULL. */
const struct tx_concept *tx_vocabulary_find(const struct tx_vocabulary *vocabulary,
					    telex_slice scheme, telex_slice code);

#endif
