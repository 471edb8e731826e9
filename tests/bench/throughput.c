/* telex against the floor: the same stream of concatenated dispatches through both, in turn, output
 * to a file.
 *
 *     throughput FLOOR TELEX FOLDER MEGABYTES LIMIT FILE…
 *
 * The stream is made in FOLDER of the FILEs, over and over; one that is a bare dispatch is put into
 * a ZCZC envelope.
 * Prints the median time of each and their ratio; exit 1 when the ratio is over LIMIT. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS    7
#define UNIT_MAX  ((size_t)64 << 20)
#define PATH_SIZE 4096

static void die(const char *what, const char *name)
{
	fprintf(stderr, "throughput: %s: %s\n", what, name);
	exit(2);
}

/* One that is in an envelope of control characters already. */
static size_t add_envelope(char *unit, size_t len, FILE *file)
{
	len += fread(unit + len, 1, UNIT_MAX - len, file);
	fclose(file);
	return len;
}

static size_t add_file(char *unit, size_t len, const char *path)
{
	FILE *file = fopen(path, "rb");
	int first = file == NULL ? EOF : getc(file);

	if (first == EOF || UNIT_MAX - len < 64)
		die("cannot read", path);
	unit[len++] = (char)first;
	if (first < ' ')
		return add_envelope(unit, len, file);
	len += (size_t)sprintf(unit + len - 1, "ZCZC\n%c", first) - 1;
	len += fread(unit + len, 1, UNIT_MAX - len - 64, file);
	fclose(file);
	while (unit[len - 1] == '\n' || unit[len - 1] == '\r')
		len--;
	return len + (size_t)sprintf(unit + len, "\nNNNN\n");
}

static size_t make_stream(const char *path, size_t bytes, char **files, int count)
{
	char *unit = malloc(UNIT_MAX);
	size_t len = 0, total = 0;
	FILE *stream = fopen(path, "wb");

	if (unit == NULL || stream == NULL)
		die("cannot write", path);
	for (int i = 0; i < count; i++)
		len = add_file(unit, len, files[i]);
	for (; total < bytes; total += len) {
		if (fwrite(unit, 1, len, stream) != len)
			die("cannot write", path);
	}
	if (fclose(stream) != 0)
		die("cannot write", path);
	printf("stream: %.0f MB of %d dispatches, %.0f bytes each\n", (double)total / 1e6, count,
	       (double)len / count);
	free(unit);
	return total;
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void run_child(const char *program, const char *in, const char *out)
{
	int from = open(in, O_RDONLY), to = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (from < 0 || to < 0 || dup2(from, STDIN_FILENO) < 0 || dup2(to, STDOUT_FILENO) < 0)
		_exit(126);
	execl(program, program, (char *)NULL);
	_exit(127);
}

static double time_run(const char *program, const char *in, const char *out)
{
	double start = now();
	pid_t child = fork();
	int status = 0;

	if (child == 0)
		run_child(program, in, out);
	if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) ||
	    WEXITSTATUS(status) != 0)
		die("failed", program);
	return now() - start;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *times)
{
	qsort(times, ROUNDS, sizeof(times[0]), by_size);
	return times[ROUNDS / 2];
}

int main(int argc, char **argv)
{
	double floors[ROUNDS], runs[ROUNDS];
	char in[PATH_SIZE], out[PATH_SIZE];

	if (argc < 7) {
		fputs("usage: throughput FLOOR TELEX FOLDER MEGABYTES LIMIT FILE...\n", stderr);
		return 2;
	}
	snprintf(in, sizeof(in), "%s/throughput.in", argv[3]);
	snprintf(out, sizeof(out), "%s/throughput.out", argv[3]);
	double bytes = (double)make_stream(in, (size_t)(atof(argv[4]) * 1e6), argv + 6, argc - 6);
	for (int i = 0; i < ROUNDS; i++) {
		floors[i] = time_run(argv[1], in, out);
		runs[i] = time_run(argv[2], in, out);
	}
	double floor_time = median(floors), telex_time = median(runs), limit = atof(argv[5]);
	printf("floor:  %.3f s, %.0f MB/s\n", floor_time, bytes / floor_time / 1e6);
	printf("telex:  %.3f s, %.0f MB/s\n", telex_time, bytes / telex_time / 1e6);
	printf("ratio:  %.2f (limit %.2f)\n", telex_time / floor_time, limit);
	unlink(in);
	unlink(out);
	return telex_time / floor_time > limit;
}
