/* The floor that telex is measured against: a program that reads, checks UTF-8, escapes to a JSON
 * string and writes, byte by byte as one writes it in C, and understands nothing. */
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PORTION ((size_t)128 << 10)

/* How many bytes follow a lead byte; -1: it is not one. */
static int tail_len(unsigned char c)
{
	if (c < 0x80)
		return 0;
	if (c < 0xc2 || c > 0xf4)
		return -1;
	return c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
}

/* Whether `bytes` are UTF-8, `*pending` tails being owed by the portion before. */
static bool check(const unsigned char *bytes, size_t len, int *pending)
{
	for (size_t i = 0; i < len; i++) {
		if (*pending > 0) {
			if ((bytes[i] & 0xc0) != 0x80)
				return false;
			--*pending;
		} else {
			*pending = tail_len(bytes[i]);
			if (*pending < 0)
				return false;
		}
	}
	return true;
}

static size_t escape(const unsigned char *bytes, size_t len, char *out)
{
	static const char hex[] = "0123456789abcdef";
	char *to = out;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = bytes[i];
		if (c == '"' || c == '\\') {
			*to++ = '\\';
			*to++ = (char)c;
		} else if (c == '\n') {
			*to++ = '\\';
			*to++ = 'n';
		} else if (c < 0x20) {
			memcpy(to, "\\u00", 4);
			to[4] = hex[c >> 4];
			to[5] = hex[c & 15];
			to += 6;
		} else {
			*to++ = (char)c;
		}
	}
	return (size_t)(to - out);
}

static bool write_all(const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t done = write(STDOUT_FILENO, bytes, len);
		if (done < 0)
			return false;
		bytes += done;
		len -= (size_t)done;
	}
	return true;
}

int main(void)
{
	static unsigned char in[PORTION];
	static char out[6 * PORTION];
	int pending = 0;
	ssize_t len;

	if (!write_all("\"", 1))
		return 3;
	while ((len = read(STDIN_FILENO, in, sizeof(in))) > 0) {
		if (!check(in, (size_t)len, &pending)) {
			fputs("floor: not UTF-8\n", stderr);
			return 1;
		}
		if (!write_all(out, escape(in, (size_t)len, out)))
			return 3;
	}
	return write_all("\"\n", 2) ? 0 : 3;
}
