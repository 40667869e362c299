"""The two AWSes that tests run against: `neap local`, and moto as a second opinion that this project did not write."""
import contextlib
import functools
import json
import os
import pathlib
import signal
import subprocess
import sys
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
import seed as seeding  # noqa: E402


class Double:
    """A server as a child process, with its own record of every call."""

    def __init__(self, folder, name, command):
        self.log = pathlib.Path(folder) / f"{name}-calls.jsonl"
        self.log.touch()
        self.errors = open(pathlib.Path(folder) / f"{name}.err", "wb")
        self.process = subprocess.Popen(
            [*map(str, command), "--attached", "--log", str(self.log)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=self.errors, text=True, env={**os.environ, "NEAP_LOCAL_SECRET_ACCESS_KEY": "demo"})
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{name} did not start: {pathlib.Path(self.errors.name).read_text()}")
        self.endpoint = json.loads(line)["endpoint"]

    def reset(self):
        """Forgets every resource, and what was called."""
        self.post("/moto-api/reset")
        os.truncate(self.log, 0)

    def post(self, path, body=b""):
        """Asks for something beside AWS's own operations."""
        request = urllib.request.Request(self.endpoint + path, data=body, method="POST")
        return urllib.request.urlopen(request).read()

    @functools.cache
    def client(self, service):
        return seeding.client(self.endpoint, service)

    def mark(self):
        """A place in the record, for `calls(since)`."""
        return self.log.stat().st_size

    def calls(self, since=0):
        """The calls after a mark."""
        with open(self.log, encoding="utf-8") as log:
            log.seek(since)
            return [json.loads(line) for line in log]

    def writes(self, since=0):
        """Names of the writing operations after a mark, in order."""
        return [call["operation"] for call in self.calls(since) if call["access"] == "write"]

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)
        self.process.stdin.close()
        self.process.stdout.close()
        self.errors.close()


class Moto(Double):
    """moto's server with its mends."""

    def __init__(self, folder, *options):
        super().__init__(folder, "moto", [sys.executable, ROOT / "Tools/moto/server.py", *options])

    def seed(self):
        """Makes the network and the rest that the reference stack expects; gives their ids."""
        return seeding.seed_moto(self.endpoint, self.client)

    def settle(self):
        """Nothing moves in moto; says so."""
        return False

    def save(self, name):
        """moto keeps nothing; says so."""
        return False


class Local(Double):
    """`neap local`."""

    def __init__(self, folder, *options, executable=None):
        program = executable or os.environ.get("NEAP") or ROOT / ".build/debug/neap"
        super().__init__(folder, "local", [program, "local", "--port", "0", *options])
        self.speed = self.clock()["speed"]

    def reset(self):
        """Forgets every resource, what was called, and how fast time was made to go."""
        super().reset()
        self.clock(speed=self.speed)

    def seed(self):
        """Makes the network that the reference stack expects; gives its ids."""
        return seeding.seed_local(self.client)

    def settle(self):
        """Lets what moves come to rest; says that it did."""
        self.clock(advance="20m")
        return True

    def clock(self, **change):
        """Advances (`advance="10m"`) or accelerates (`speed=60`) time; reads it when nothing is asked for."""
        if not change:
            return json.loads(urllib.request.urlopen(f"{self.endpoint}/_neap/clock").read())
        return json.loads(self.post("/_neap/clock", json.dumps(change).encode()))

    def save(self, name):
        """Keeps everything as it is now; says that it did."""
        self.post("/_neap/snapshot", json.dumps({"save": name}).encode())
        return True

    def restore(self, name):
        """Makes everything as it was when it was kept, time too; forgets what was called."""
        self.post("/_neap/snapshot", json.dumps({"restore": name}).encode())
        os.truncate(self.log, 0)

    def inject(self, region=seeding.REGION, **event):
        """Makes something happen, as an event of a scenario says it."""
        return json.loads(self.post(f"/_neap/inject?region={region}", json.dumps(event).encode()))

    def faults(self, **faults):
        return json.loads(self.post("/_neap/faults", json.dumps(faults).encode()))

    def timeline(self, form="text", region=seeding.REGION):
        url = f"{self.endpoint}/_neap/timeline?region={region}&format={form}"
        return urllib.request.urlopen(url).read().decode()


@contextlib.contextmanager
def moto(folder, *options):
    with contextlib.closing(Moto(folder, *options)) as server:
        yield server


@contextlib.contextmanager
def local(folder, *options):
    with contextlib.closing(Local(folder, *options)) as server:
        yield server


def double(name, folder, refuses=False):
    """The one of the two that is named, as most tests want it: `neap local` half a minute a second and with signatures
    verified; moto, when it `refuses`, letting nobody in who comes with AKIAREFUSED."""
    if name == "moto":
        return moto(folder, *(["--refuse", "AKIAREFUSED"] if refuses else []))
    return local(
        folder, "--speed", "30", "--seed", "3", "--start", "2026-03-02T08:00:00Z", "--access-key", "AKIADEMO")
