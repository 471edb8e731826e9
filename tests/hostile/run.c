/* Runs a command on a file and prints what it took: processor seconds, peak resident KiB, exit
 * status (a signal's number and 128).
 *
 *     run SECONDS PORTION FILE COMMAND...
 *
 * With a PORTION the file goes through a pipe in writes of that many bytes, and the pipe holds no
 * more than one page, so that the command reads it in portions, too; with 0 the file itself is the
 * standard input.  The command's output is thrown away, and it is killed after SECONDS of processor
 * time.  A small program does this, since the peak of a process counts what its parent had in
 * memory. */
#define _GNU_SOURCE /* F_SETPIPE_SZ */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void die(const char *what)
{
	perror(what);
	exit(2);
}

static void start(int input, rlim_t seconds, char **command)
{
	struct rlimit limit = {seconds, seconds};
	int output = open("/dev/null", O_WRONLY);

	if (output < 0 || dup2(input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 ||
	    dup2(output, STDERR_FILENO) < 0 || setrlimit(RLIMIT_CPU, &limit) != 0)
		_exit(126);
	signal(SIGPIPE, SIG_DFL);
	execv(command[0], command);
	_exit(127);
}

/* Until the command takes no more. */
static void feed(int file, int pipe, size_t portion)
{
	struct stat status;

	if (fstat(file, &status) != 0)
		die("fstat");
	size_t size = (size_t)status.st_size;
	const char *bytes = size == 0 ? NULL : mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
	if (bytes == MAP_FAILED)
		die("mmap");
	for (size_t at = 0; at < size;) {
		size_t want = size - at < portion ? size - at : portion;
		ssize_t done = write(pipe, bytes + at, want);
		if (done < 0 && errno == EPIPE)
			return;
		if (done < 0)
			die("write");
		at += (size_t)done;
	}
}

static double seconds_of(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
	struct rusage usage;
	int ends[2], status = 0;

	if (argc < 5) {
		fputs("usage: run SECONDS PORTION FILE COMMAND...\n", stderr);
		return 2;
	}
	size_t portion = strtoul(argv[2], NULL, 10);
	int file = open(argv[3], O_RDONLY | O_CLOEXEC);
	if (file < 0 || pipe2(ends, O_CLOEXEC) != 0)
		die(argv[3]);
	(void)fcntl(ends[1], F_SETPIPE_SZ, (int)portion);
	signal(SIGPIPE, SIG_IGN);
	pid_t child = fork();
	if (child < 0)
		die("fork");
	if (child == 0)
		start(portion > 0 ? ends[0] : file, strtoul(argv[1], NULL, 10), argv + 4);
	close(ends[0]);
	if (portion > 0)
		feed(file, ends[1], portion);
	close(ends[1]);
	if (wait4(child, &status, 0, &usage) != child)
		die("wait4");
	printf("%.6f %ld %d\n", seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
	       usage.ru_maxrss, WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
	return 0;
}
