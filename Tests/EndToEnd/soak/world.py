"""The AWS and the Git server of a soak: time that runs fast, and faults in some of all calls."""
import contextlib
import os
import subprocess
import time

import botocore.exceptions

import lab
from doubles import Local

GIT_SERVER = lab.ROOT / "Tests/GitStoreTests/Fixtures/git_server.py"
# Percent of the calls that fail, are throttled, or are done without an answer.
FAULTS = {"errors": 2, "throttled": 2, "lostReplies": 1}


class World(Local):
    """`neap local`, of which a person may ask in spite of its faults."""

    def ask(self, service, operation, /, **arguments):
        """An answer to a question, asked again until there is one."""
        for _ in range(100):
            with contextlib.suppress(botocore.exceptions.ClientError, botocore.exceptions.HTTPClientError):
                return getattr(self.client(service), operation)(**arguments)
            time.sleep(0.05)
        raise AssertionError(f"{operation} was not answered")

    change = ask

    @property
    def now(self):
        """Seconds of its time since it began."""
        return (time.monotonic() - self.began) * self.speed

    def begin(self, speed):
        self.speed, self.began = speed, time.monotonic()
        self.clock(speed=speed)


class FlakyGit:
    """The repository over HTTP; some of the requests fail."""

    def __init__(self, forge, percent):
        lab.git("-C", forge.bare, "config", "http.receivepack", "true")
        lab.git("-C", forge.bare, "config", "gc.auto", "0")
        self.process = subprocess.Popen(
            ["python3", GIT_SERVER, forge.bare.parent, "flaky", os.devnull, str(percent)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}/{forge.bare.name}"

    def close(self):
        self.process.kill()
        self.process.wait(10)
        self.process.stdin.close()
        self.process.stdout.close()
