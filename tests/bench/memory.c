/* The most memory that telex takes: for a 200 MB stream of dispatches, and for one dispatch of just
 * under 16 MiB.
 *
 *     memory TELEX FOLDER FILE…
 *
 * Exit 1 when a run takes more than 16 MiB and the largest dispatch. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define STREAM_BYTES ((size_t)200 << 20)
#define LARGE_BYTES  (((size_t)16 << 20) - 4096)
#define BASE_KIB     ((size_t)16 << 10)
#define FILE_MAX     ((size_t)1 << 20)
#define PATH_SIZE    4096

static void die(const char *what)
{
	fprintf(stderr, "memory: %s\n", what);
	exit(2);
}

static size_t read_file(const char *path, char *bytes)
{
	FILE *file = fopen(path, "rb");

	if (file == NULL)
		die(path);
	size_t len = fread(bytes, 1, FILE_MAX, file);
	fclose(file);
	return len;
}

/* The files in ZCZC envelopes, over and over; or one after the other without, as one dispatch. */
static void make_input(const char *path, size_t bytes, int framed, char **files, int count)
{
	static char text[FILE_MAX];
	FILE *out = fopen(path, "wb");
	size_t total = 0;

	if (out == NULL)
		die(path);
	for (int i = 0; total < bytes; i = (i + 1) % count) {
		size_t len = read_file(files[i], text);
		if (!framed && total + len > bytes)
			break;
		if (framed)
			fputs("ZCZC\n", out);
		total += fwrite(text, 1, len, out);
		if (framed)
			fputs("\nNNNN\n", out);
	}
	if (fclose(out) != 0)
		die(path);
}

/* Peak resident KiB of telex on `in`. */
static size_t run(const char *telex, const char *in)
{
	struct rusage usage;
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		int from = open(in, O_RDONLY), to = open("/dev/null", O_WRONLY);
		if (from < 0 || to < 0 || dup2(from, STDIN_FILENO) < 0 ||
		    dup2(to, STDOUT_FILENO) < 0)
			_exit(126);
		execl(telex, telex, (char *)NULL);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) ||
	    WEXITSTATUS(status) != 0)
		die("telex failed");
	/* The largest of all children so far: the small run goes first. */
	getrusage(RUSAGE_CHILDREN, &usage);
	return (size_t)usage.ru_maxrss;
}

int main(int argc, char **argv)
{
	char path[PATH_SIZE];

	if (argc < 4) {
		fputs("usage: memory TELEX FOLDER FILE...\n", stderr);
		return 2;
	}
	snprintf(path, sizeof(path), "%s/memory.in", argv[2]);
	make_input(path, STREAM_BYTES, 1, argv + 3, argc - 3);
	size_t stream = run(argv[1], path);
	make_input(path, LARGE_BYTES, 0, argv + 3, argc - 3);
	size_t large = run(argv[1], path);
	unlink(path);
	printf("stream of 200 MiB: %zu KiB (limit %zu)\n", stream, BASE_KIB);
	printf("one dispatch of 16 MiB: %zu KiB (limit %zu)\n", large,
	       BASE_KIB + LARGE_BYTES / 1024);
	return stream > BASE_KIB || large > BASE_KIB + LARGE_BYTES / 1024;
}
