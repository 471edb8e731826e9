/* The marks that begin and end envelopes of control characters, and the bytes between them.  All of
 * them look at a bounded number of bytes, but for the search of a line's end, which the caller
 * resumes. */
#ifndef TX_CONTROL_FRAME_MARKS_H
#define TX_CONTROL_FRAME_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"
#include "reader/frame.h"

#define TX_SOH 0x01
#define TX_STX 0x02
#define TX_ETX 0x03
#define TX_EOT 0x04

/** More bytes than any mark and what is before it have. */
#define TX_MARK_BYTES 2048

/** The first byte from `at` on that is no filler (blank, line end, NUL, DEL, a SOH before
 * another). */
size_t tx_fillers_end(telex_slice s, size_t at);

/** The first byte from `at` on that is no blank of a line, CR or DEL. */
size_t tx_line_blanks_end(telex_slice s, size_t at);

/** The first LF or CR from `at` on, or the end of the bytes. */
size_t tx_line_stop(telex_slice s, size_t at);

/** The first byte after the line that `at` is on: after LF, or after CRs and an LF. */
size_t tx_line_next(telex_slice s, size_t at);

/** After routing lines (ENQ …) and SYNs that may is before SOH. */
size_t tx_leader_end(telex_slice s, size_t at);

/** Where the routing line and SYNs before a SOH begin, not before `from`. */
size_t tx_leader_start(telex_slice s, size_t soh, size_t from);

/** The kind of frame that starts at `at`; TX_FRAME_PLAIN: none does. */
enum tx_frame_kind tx_mark_kind(telex_slice s, size_t at);

/** Whether a frame may start at `at` when more bytes come: its line, its leader or the byte below
 * its line is not here. */
bool tx_mark_may_come(telex_slice s, size_t at);

/** Whether a line whose first visible byte is at `at` ends a frame of lines of this kind: NNNN,
 * "./.". */
bool tx_mark_ends(telex_slice s, size_t at, enum tx_frame_kind kind);

/** Whether such a line starts the next frame of this kind: ZCZC, a header of IPTC 7901. */
bool tx_mark_starts(telex_slice s, size_t at, enum tx_frame_kind kind);

#endif
