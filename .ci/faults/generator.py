"""Generators to be disturbed: a JVM that takes commands, and strace at its threads."""

import collections
import glob
import os
import re
import select
import signal
import subprocess
import time

PUBLISHING = (
    "rename renameat renameat2 link linkat mkdir mkdirat rmdir unlink unlinkat"
    " fsync fdatasync syncfs ftruncate"
).split()
WRITING = "write pwrite64 writev pwritev sendfile copy_file_range".split()

# Of the list of changes and of the feeds: all else is the same whenever it is generated.
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1767323045"}

CALL = re.compile(r"^(?:(\d+) +)?(\w+)\(")


def compile_commands(home, java_home, work):
    """Gives the command that starts the JVM of Commands.java."""
    jar = glob.glob(f"{home}/packhouse-server-*.jar")[0]
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Commands.java")
    libraries = ":".join([jar, *glob.glob(f"{home}/lib/*.jar")])
    classes = os.path.join(work, "classes")
    subprocess.run(
        [f"{java_home}/bin/javac", "-cp", libraries, "-d", classes, source], check=True
    )
    return [
        f"{java_home}/bin/java", "-XX:+UseSerialGC",
        # As many workers on every machine.
        "-XX:ActiveProcessorCount=2",
        f"-XX:AOTCache={home}/packhouse.aot",
        "-Xlog:disable", "-Xms24m", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED",
        "-cp", f"{jar}:{classes}", "dev.packhouse.server.cli.Commands",
    ]  # fmt: skip


class Generator:
    """A JVM that runs commands in its main thread."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
            env=ENVIRONMENT,
        )
        self.thread = self.process.stdout.readline().strip().split("/")[-1]

    def begin(self, *arguments):
        self.process.stdin.write("\t".join(arguments) + "\n")

    def end(self, timeout=120):
        """Exit code and output of the command; nothing if the process died."""
        if not select.select([self.process.stdout], [], [], timeout)[0]:
            raise TimeoutError(f"a command hangs for {timeout} s")
        line = self.process.stdout.readline()
        if not line:
            self.process.wait()
            return None
        code, text = line.rstrip("\n").split("\t", 1)
        return int(code), text

    def run(self, *arguments):
        self.begin(*arguments)
        return self.end()

    def index_digest(self, folder):
        return self.run("index", folder)[1]

    def threads(self):
        """What each of them does."""
        jstack = os.path.join(os.path.dirname(self.process.args[0]), "jstack")
        asked = [jstack, str(self.process.pid)]
        return subprocess.run(asked, capture_output=True, text=True, timeout=60).stdout

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


class Trace:
    """strace at the main thread of a generator, and with `follow` at all its threads."""

    def __init__(self, generator, log, calls, follow=False, inject=None):
        self.log = log
        if os.path.exists(log):
            os.remove(log)
        command = ["strace", "-qq", "-y", "-s", "0", "-o", log, "-e", "trace=" + ",".join(calls)]
        command += ["-e", f"inject={inject}"] if inject else []
        command += ["-f", "-p", str(generator.process.pid)] if follow else ["-p", generator.thread]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE)
        root = f"/proc/{generator.process.pid}/task"
        threads = os.listdir(root) if follow else [generator.thread]
        deadline = time.monotonic() + 30
        while not all(self.holds(f"{root}/{thread}") for thread in threads):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(self.process.stderr.read().decode())
            time.sleep(0.002)

    @staticmethod
    def holds(task):
        try:
            with open(f"{task}/status", encoding="ascii") as status:
                return "TracerPid:\t0" not in status.read()
        except OSError:
            return True

    def stop(self):
        """Lets go, and gives the lines of the trace."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.wait()
        self.process.stderr.close()
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read().splitlines()


def counts(lines, main):
    """How often each call was made: by the main thread, and at most by one of the others."""
    threads = collections.defaultdict(collections.Counter)
    for line in lines:
        call = CALL.match(line)
        if call:
            threads[call[1] or main][call[2]] += 1
    own = threads.pop(main, collections.Counter())
    others = collections.Counter()
    for counter in threads.values():
        others |= counter
    return own, others
