"""Controllers that share environments by leases, and what they use of the machine."""
import os
import signal
import subprocess

LEASE = 6
TABLE = "neap-leases"


class Member:
    """One controller; killed, it is started again under the same name and on the same disk."""

    def __init__(self, neap, url, folder, name):
        self.neap, self.url, self.folder, self.name = neap, url, folder, name
        self.log = folder / f"{name}.log"
        self.process = None

    def start(self):
        command = [
            self.neap.executable, "run", "--repo", self.url, "--lease-table", TABLE, "--lease-duration", f"{LEASE}s",
            "--listen", "off", "--git-timeout", "20s", "--log-level", "warning"]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                command, env={**self.neap.environment, "NEAP_CACHE_DIR": str(self.folder / self.name)},
                stdout=subprocess.DEVNULL, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)

    def send(self, number):
        """Signals it and the Git that it started."""
        os.killpg(self.process.pid, number)

    def kill(self):
        if self.process and self.process.poll() is None:
            self.send(signal.SIGKILL)
            self.process.wait(10)

    def end(self, seconds=20):
        """Asks it to end; gives its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)

    def uses(self):
        return Use.of(self.process.pid)


class Use:
    """What a process holds: resident MiB and open descriptors."""

    def __init__(self, memory, descriptors):
        self.memory, self.descriptors = memory, descriptors

    @classmethod
    def of(cls, pid):
        with open(f"/proc/{pid}/statm") as statm:
            return cls(int(statm.read().split()[1]) * 4096 / 2**20, len(os.listdir(f"/proc/{pid}/fd")))


def is_flat(uses, memory=16, descriptors=8):
    """True when the last quarter holds no more than the second, but for so many MiB and descriptors."""
    quarter = max(1, len(uses) // 4)
    early, late = uses[quarter:2 * quarter] or uses, uses[-quarter:]
    return (
        median(use.memory for use in late) <= median(use.memory for use in early) + memory
        and median(use.descriptors for use in late) <= median(use.descriptors for use in early) + descriptors)


def median(values):
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
