"""What the demonstration and the end-to-end tests stand on: a moto server, a bare Git repository, and `neap` itself."""
import collections
import contextlib
import functools
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
REF = "refs/heads/main"
sys.path.insert(0, str(HERE))
import seed as seeding  # noqa: E402


class Moto:
    """The server as a child process, with its own record of every call."""

    def __init__(self, folder, *options):
        self.log = pathlib.Path(folder) / "calls.jsonl"
        self.log.touch()
        self.errors = open(pathlib.Path(folder) / "moto.err", "wb")
        command = [sys.executable, str(HERE / "server.py"), "--attached", "--log", str(self.log), *options]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the moto server did not start: {pathlib.Path(self.errors.name).read_text()}")
        self.endpoint = json.loads(line)["endpoint"]

    def seed(self):
        """Makes the network and the rest that the reference stack expects; gives their ids."""
        return seeding.seed(self.endpoint, self.client)

    def reset(self):
        """Forgets every resource, and what was called."""
        urllib.request.urlopen(urllib.request.Request(f"{self.endpoint}/moto-api/reset", method="POST")).read()
        os.truncate(self.log, 0)

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


class Forge:
    """A bare repository and one clone from which commits are pushed."""

    def __init__(self, folder):
        self.bare, self.clone = pathlib.Path(folder) / "infra.git", pathlib.Path(folder) / "infra"
        git("init", "--quiet", "--bare", "--initial-branch=main", self.bare)
        git("init", "--quiet", "--initial-branch=main", self.clone)
        git("-C", self.clone, "remote", "add", "origin", self.url)

    @property
    def url(self):
        return f"file://{self.bare}"

    def fill(self, example):
        """Replaces everything by the files of an example folder; commits nothing."""
        shutil.copytree(example, self.clone, dirs_exist_ok=True)

    def write(self, path, text):
        target = self.clone / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, path, old, new):
        """Replaces a text that has to be there exactly once."""
        text = (self.clone / path).read_text()
        if text.count(old) != 1:
            raise AssertionError(f"{path} holds {old!r} {text.count(old)} times")
        (self.clone / path).write_text(text.replace(old, new))

    def push(self, message):
        """Commits everything to main; gives the commit id."""
        git("-C", self.clone, "add", "--all")
        git("-C", self.clone, "commit", "--quiet", "--allow-empty", "-m", message)
        git("-C", self.clone, "push", "--quiet", "origin", "HEAD:main")
        return git("-C", self.clone, "rev-parse", "HEAD").strip()

    def tip(self, branch="neap/status/production"):
        """The commit id at a branch's tip, None without one."""
        return git("-C", self.bare, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}").strip() or None

    def show(self, path, branch="neap/status/production"):
        return git("-C", self.bare, "show", f"{branch}:{path}")

    def files(self, branch="neap/status/production"):
        return git("-C", self.bare, "ls-tree", "-r", "--name-only", branch).split()

    def history(self, branch="neap/status/production", form="%h %s"):
        return git("-C", self.bare, "log", f"--format={form}", branch)


def git(*arguments):
    environment = {**os.environ, **IDENTITY, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


IDENTITY = {
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com", "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.com",
}

Ended = collections.namedtuple("Ended", "code out err")


class Neap:
    """The executable, with an environment of its own: dummy credentials, the server's endpoint, an empty home."""

    def __init__(self, folder, endpoint=None, executable=None):
        self.executable = str(executable or os.environ.get("NEAP") or ROOT / ".build/debug/neap")
        home = pathlib.Path(folder) / "home"
        home.mkdir(parents=True, exist_ok=True)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache"), "LANG": "C.UTF-8",
            "AWS_ACCESS_KEY_ID": "AKIADEMO", "AWS_SECRET_ACCESS_KEY": "demo", "AWS_REGION": seeding.REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
        }
        if endpoint:
            self.environment["AWS_ENDPOINT_URL"] = endpoint

    def __call__(self, *arguments, timeout=120, **environment):
        """Runs it to its end."""
        done = subprocess.run(
            [self.executable, *map(str, arguments)], env={**self.environment, **environment}, capture_output=True,
            text=True, stdin=subprocess.DEVNULL, timeout=timeout)
        return Ended(done.returncode, done.stdout, done.stderr)

    def start(self, *arguments):
        """Starts it in a process group of its own."""
        return subprocess.Popen(
            [self.executable, *map(str, arguments)], env=self.environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, start_new_session=True)

    def run_once(self, forge, *options, **environment):
        """One turn of the controller: `neap run --once`."""
        return self(*run_once(forge), *options, **environment)


def run_once(forge):
    """The arguments of one turn on a repository."""
    return ["run", "--repo", forge.url, "--ref", REF, "--once"]


@contextlib.contextmanager
def moto(folder, *options):
    server = Moto(folder, *options)
    try:
        yield server
    finally:
        server.close()
