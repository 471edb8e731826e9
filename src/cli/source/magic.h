/* What a file is, by its first bytes: compressed, an archive, or neither. */
#ifndef TELEX_CLI_SOURCE_MAGIC_H
#define TELEX_CLI_SOURCE_MAGIC_H

#include <stdbool.h>

#include "telex/telex.h"

/** Bytes of a file's start that decide in every case. */
#define MAGIC_HEAD 512

enum magic {
	MAGIC_NONE,      /* neither: text, as far as this goes */
	MAGIC_UNDECIDED, /* it may still become one: more bytes are needed */
	MAGIC_GZIP,
	MAGIC_BZIP2,
	MAGIC_XZ,
	MAGIC_ZSTD,
	MAGIC_TAR,
	MAGIC_ZIP,
	MAGIC_OTHER /* compressed or an archive, and not read */
};

/** What begins with `head`.  `is_all`: nothing follows, so it is decided.  Text is decided at its
 * first line end, or where it is no header of tar: nobody waits for more than it takes. */
enum magic magic_of(telex_slice head, bool is_all);

/** The name of a kind that is neither MAGIC_NONE nor MAGIC_UNDECIDED. */
const char *magic_name(telex_slice head);

/** Whether the whole of a file is the beginning of such a magic number, and no more. */
bool magic_is_cut(telex_slice file);

/** Whether it is a compression that is read; tar and zip are not. */
bool magic_is_compression(enum magic magic);

#endif
