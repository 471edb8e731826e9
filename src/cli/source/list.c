/* Reading a list in portions; a name is handed out where it is, its separator made its end. */
#include "cli/source/list.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PORTION ((size_t)16 << 10)

bool list_open(struct list *list, const char *path, char separator, bool (*wait_readable)(int fd))
{
	*list = (struct list){
		.fd = STDIN_FILENO, .separator = separator, .wait_readable = wait_readable};
	if (strcmp(path, "-") != 0)
		list->fd = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
	return list->fd >= 0;
}

void list_close(struct list *list)
{
	if (list->fd > STDIN_FILENO)
		close(list->fd);
	list->fd = -1;
	tx_buffer_done(&list->bytes);
}

/* The bytes from the next name on, and where the separator after it is; NULL: it has not come. */
static char *find_end(struct list *list, char **ret_name)
{
	struct tx_buffer *bytes = &list->bytes;
	size_t len = bytes->len - list->at;

	*ret_name = bytes->data + list->at;
	char *end = memchr(*ret_name, list->separator, len);
	/* There is room for a separator after the last name. */
	return end == NULL && list->ended ? *ret_name + len : end;
}

/* Nothing of a name that is too long is kept. */
static void pass_over(struct list *list, const char *end)
{
	if (!list->is_long)
		list->start = list->offset + list->at;
	list->is_long = end == NULL;
	list->at = end == NULL ? list->bytes.len : (size_t)(end - list->bytes.data) + 1;
}

/* The name before the next separator, or what is left at the end.  LIST_PAUSE: its end has not
 * come. */
static enum list_step take_name(struct list *list, const char **ret_name)
{
	struct tx_buffer *bytes = &list->bytes;

	while (list->at < bytes->len || (list->is_long && list->ended)) {
		char *name, *end = find_end(list, &name);
		size_t len = (size_t)((end == NULL ? bytes->data + bytes->len : end) - name);
		if (list->is_long || len > LIST_NAME_MAX) {
			pass_over(list, end);
			if (end == NULL)
				break;
			return LIST_LONG;
		}
		if (end == NULL)
			break;
		*end = '\0';
		list->at = (size_t)(end - bytes->data) + 1;
		*ret_name = name;
		if (*name != '\0')
			return LIST_NAME;
	}
	return LIST_PAUSE;
}

static bool is_readable(int fd)
{
	struct pollfd wait = {.fd = fd, .events = POLLIN};

	return poll(&wait, 1, 0) != 0;
}

/* What has been handed out goes. */
static void drop_names(struct list *list)
{
	struct tx_buffer *bytes = &list->bytes;
	size_t done = list->at < bytes->len ? list->at : bytes->len;

	if (done > 0)
		memmove(bytes->data, bytes->data + done, bytes->len - done);
	bytes->len -= done;
	list->offset += done;
	list->at = 0;
}

/* More bytes, or the end.  False with errno. */
static bool read_more(struct list *list)
{
	struct tx_buffer *bytes = &list->bytes;
	ssize_t len;

	drop_names(list);
	if (!tx_buffer_reserve(bytes, PORTION + 1)) {
		errno = ENOMEM;
		return false;
	}
	do
		len = read(list->fd, bytes->data + bytes->len, PORTION);
	while (len < 0 && errno == EINTR);
	bytes->len += len > 0 ? (size_t)len : 0;
	list->ended = len == 0;
	return len >= 0;
}

enum list_step list_next(struct list *list, bool patient, const char **ret_name)
{
	enum list_step step;

	while ((step = take_name(list, ret_name)) == LIST_PAUSE) {
		if (list->ended)
			return LIST_OVER;
		if (!patient && !is_readable(list->fd))
			return LIST_PAUSE;
		if (!list->wait_readable(list->fd))
			return LIST_OVER;
		if (!read_more(list)) {
			list->ended = true;
			list->error = errno;
			snprintf(list->problem, sizeof(list->problem), "cannot read");
			return LIST_PROBLEM;
		}
	}
	if (step == LIST_LONG)
		snprintf(list->problem, sizeof(list->problem),
			 "the name at byte %llu has more than %d bytes",
			 (unsigned long long)list->start, LIST_NAME_MAX);
	return step;
}
