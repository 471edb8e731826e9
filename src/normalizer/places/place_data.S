/* The packed table of places, taken into the program as it is. */
#if defined(__CET__)
#include <cet.h> /* there is no jump in here that the processor would have to check */
#endif

#if defined(__APPLE__)
#define SYMBOL _tx_place_data
	.section __TEXT,__const
	.private_extern SYMBOL
#else
#define SYMBOL tx_place_data
	.section .rodata,"a",%progbits
	.hidden SYMBOL
#endif
	.globl SYMBOL
	.balign 16
SYMBOL:
	.incbin TX_PLACE_BLOB

#if defined(__ELF__)
	.section .note.GNU-stack,"",%progbits
#endif
