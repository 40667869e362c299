"""Git over SSH with deploy keys: a real sshd on this machine, whose host key is pinned."""
import getpass
import os
import shutil
import socket
import subprocess
import time

import pytest

import lab
from test_service import SMALL, environment, retention

OWN = lab.ROOT / ".build/sshd/usr"
SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin:{OWN}/sbin")


def keygen(path, *options):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path, *options], check=True)
    return path


def fingerprint(key):
    said = subprocess.run(["ssh-keygen", "-l", "-f", key], check=True, capture_output=True, text=True)
    return said.stdout.split()[1]


class Server:
    """sshd for this user alone, which lets one key in and runs nothing but Git."""

    def __init__(self, folder):
        assert SSHD, "there is no sshd; run `make test`, which installs it"
        if os.geteuid() == 0:
            os.makedirs("/run/sshd", exist_ok=True)
        self.host, self.key = keygen(folder / "host"), keygen(folder / "deploy")
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        (folder / "authorized").write_text('restrict,command="git-shell -c \\"$SSH_ORIGINAL_COMMAND\\"" '
                                           + (folder / "deploy.pub").read_text())
        config = folder / "sshd_config"
        config.write_text(
            f"ListenAddress 127.0.0.1:{self.port}\nHostKey {self.host}\nAuthorizedKeysFile {folder / 'authorized'}\n"
            "PermitRootLogin yes\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
            f"PidFile {folder / 'pid'}\n")
        self.log = folder / "sshd.log"
        libraries = ":".join(str(path) for path in OWN.glob("lib/*-linux-gnu"))
        self.process = subprocess.Popen(
            [SSHD, "-D", "-f", config, "-E", self.log], stdin=subprocess.DEVNULL,
            env={**os.environ, "LD_LIBRARY_PATH": libraries} if SSHD.startswith(str(OWN)) else None)
        end = time.monotonic() + 20
        while socket.socket().connect_ex(("127.0.0.1", self.port)):
            assert self.process.poll() is None and time.monotonic() < end, self.log.read_text()
            time.sleep(0.05)

    def url(self, forge):
        return f"ssh://{getpass.getuser()}@127.0.0.1:{self.port}{forge.bare}"

    def close(self):
        self.process.kill()
        self.process.wait(10)


@pytest.fixture
def server_of_git(tmp_path):
    server = Server(tmp_path)
    yield server
    server.close()


@pytest.fixture
def forge(forge):
    forge.write("neap.blue.yaml", environment("blue"))
    forge.write("blue/logs.yaml", SMALL.format(name="blue", days=7))
    forge.push("A small environment")
    return forge


def once(neap, forge, ssh, *options, **variables):
    return neap("run", "--once", "--repo", ssh.url(forge), "--ref", lab.REF, *options, **variables)


def test_a_deploy_key_reads_the_repository_and_writes_status(neap, aws, forge, server_of_git):
    ssh = server_of_git
    pinned = ["--git-host-key", fingerprint(ssh.host)]
    ended = once(neap, forge, ssh, "--git-ssh-key-file", ssh.key, *pinned)
    assert ended.code == 0, ended.err
    assert retention(aws, "blue") == 7
    assert forge.tip("neap/status/blue"), "status was pushed over SSH"
    forge.write("blue/logs.yaml", SMALL.format(name="blue", days=30))
    forge.push("Thirty days")
    ended = once(neap, forge, ssh, *pinned, NEAP_GIT_SSH_KEY=ssh.key.read_text())
    assert ended.code == 0 and retention(aws, "blue") == 30, ended.err
    assert "PRIVATE KEY" not in ended.out + ended.err


def test_another_host_key_is_refused_before_anything_is_sent(neap, aws, forge, server_of_git, tmp_path):
    ssh = server_of_git
    other = fingerprint(keygen(tmp_path / "other"))
    for pinned in (["--git-host-key", other], []):
        ended = once(neap, forge, ssh, "--git-ssh-key-file", ssh.key, *pinned)
        assert ended.code not in (0, 2) and fingerprint(ssh.host) in ended.err, ended.err
        assert retention(aws, "blue") is None
    assert "Accepted publickey" not in ssh.log.read_text()


def test_a_key_that_the_server_does_not_know_is_an_authentication_error(neap, forge, server_of_git, tmp_path):
    ssh = server_of_git
    ended = once(
        neap, forge, ssh, "--git-ssh-key-file", keygen(tmp_path / "stranger"), "--git-host-key", fingerprint(ssh.host))
    assert ended.code == 4, ended.err
