"""portions.py COMMAND...: run it with this program's standard input, which it gets in portions of one byte.

The next byte is written when the pipe is empty, so that no read of the command takes two."""

import array, fcntl, os, subprocess, sys, termios, time

bytes_ = sys.stdin.buffer.read()
process = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, bufsize=0)
waiting = array.array("i", [0])
try:
    for byte in bytes_:
        process.stdin.write(bytes([byte]))
        while process.poll() is None:
            fcntl.ioctl(process.stdin, termios.FIONREAD, waiting)
            if waiting[0] == 0:
                break
            time.sleep(0)
    process.stdin.close()
except BrokenPipeError:
    pass
sys.exit(process.wait())
