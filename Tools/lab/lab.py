"""What the end-to-end tests stand on: a bare Git repository, `neap` itself, and an AWS (`doubles.py`)."""
import collections
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
REF = "refs/heads/main"
sys.path.insert(0, str(HERE))
import seed as seeding  # noqa: E402
from doubles import Local, Moto, double, local, moto  # noqa: E402, F401


class Forge:
    """A bare repository and one clone from which commits are pushed."""

    def __init__(self, folder):
        self.bare, self.clone = pathlib.Path(folder) / "infra.git", pathlib.Path(folder) / "infra"
        git("init", "--quiet", "--bare", "--initial-branch=main", self.bare)
        git("init", "--quiet", "--initial-branch=main", self.clone)
        git("-C", self.clone, "remote", "add", "origin", self.url)

    def save(self, folder):
        """Copies both repositories to a folder."""
        shutil.copytree(self.bare, pathlib.Path(folder) / "infra.git", symlinks=True)
        shutil.copytree(self.clone, pathlib.Path(folder) / "infra", symlinks=True)

    def restore(self, folder):
        """Makes both repositories what `save` copied."""
        for repository in (self.bare, self.clone):
            shutil.rmtree(repository)
            shutil.copytree(pathlib.Path(folder) / repository.name, repository, symlinks=True)
        git("-C", self.clone, "remote", "set-url", "origin", self.url)

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
