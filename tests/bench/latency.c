/* One dispatch through a pipe, against a process that does nothing and links only libc, in
 * turn.
 *
 *     latency IDLE TELEX DISPATCH LIMIT_MS
 *
 * Prints both medians and their difference; exit 1 when it is over the limit. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS       201
#define DISPATCH_MAX 65536

static double now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void run_child(const char *program, const int in[2])
{
	int out = open("/dev/null", O_WRONLY);

	if (out < 0 || dup2(in[0], STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0)
		_exit(126);
	close(in[0]);
	close(in[1]);
	execl(program, program, (char *)NULL);
	_exit(127);
}

static double time_run(const char *program, const char *dispatch, size_t len)
{
	double start = now_ms();
	int in[2], status = 0;
	pid_t child;

	if (pipe(in) != 0 || (child = fork()) < 0)
		return -1;
	if (child == 0)
		run_child(program, in);
	close(in[0]);
	ssize_t sent = write(in[1], dispatch, len);
	close(in[1]);
	bool done = waitpid(child, &status, 0) == child && WIFEXITED(status) &&
		    WEXITSTATUS(status) == 0;
	return done && (sent == (ssize_t)len || errno == EPIPE) ? now_ms() - start : -1;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	static char dispatch[DISPATCH_MAX];
	double idle[ROUNDS], telex[ROUNDS];

	if (argc != 5) {
		fputs("usage: latency IDLE TELEX DISPATCH LIMIT_MS\n", stderr);
		return 2;
	}
	/* The idle process does not read what it is sent. */
	signal(SIGPIPE, SIG_IGN);
	FILE *file = fopen(argv[3], "rb");
	size_t len = file == NULL ? 0 : fread(dispatch, 1, sizeof(dispatch), file);
	if (len == 0)
		return 2;
	fclose(file);
	for (int i = 0; i < ROUNDS; i++) {
		idle[i] = time_run(argv[1], dispatch, len);
		telex[i] = time_run(argv[2], dispatch, len);
		if (telex[i] < 0)
			return 2;
	}
	qsort(idle, ROUNDS, sizeof(idle[0]), by_size);
	qsort(telex, ROUNDS, sizeof(telex[0]), by_size);
	double above = telex[ROUNDS / 2] - idle[ROUNDS / 2];
	printf("idle process: %.3f ms, one dispatch: %.3f ms, above: %.3f ms (limit %.1f)\n",
	       idle[ROUNDS / 2], telex[ROUNDS / 2], above, atof(argv[4]));
	return above > atof(argv[4]);
}
