"""Webhooks as forges send them, and a controller that takes them."""
import contextlib
import hashlib
import hmac
import http.client
import json
import re
import select
import subprocess
import time

SECRET = "0123456789abcdef0123456789abcdef"


def signature(body, secret=SECRET):
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


class Controller:
    """`neap run` with a webhook listener on a free port, and a place for what it says."""

    def __init__(self, neap, forge, *options, **environment):
        self.process = subprocess.Popen(
            [neap.executable, "run", "--repo", forge.url, "--ref", "refs/heads/main", "--webhook-listen", "127.0.0.1:0",
             *options],
            env={**neap.environment, "NEAP_WEBHOOK_SECRET_GITHUB": SECRET, "NEAP_WEBHOOK_SECRET_GITEA": SECRET,
                 **environment},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        self.said = b""
        self.port = int(self.until(rb"webhooks are taken at http://127\.0\.0\.1:(\d+)/")[1])

    def until(self, pattern, seconds=60):
        """Waits for it to say something; gives the match."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = re.search(pattern, self.said)
            if found:
                return found
            if select.select([self.process.stderr], [], [], 0.1)[0]:
                self.said += self.process.stderr.read1(65536)
        raise AssertionError(f"it did not say {pattern}: {self.said.decode()}")

    def drain(self):
        """Reads what it said, so that it never waits for a reader."""
        while select.select([self.process.stderr], [], [], 0)[0]:
            more = self.process.stderr.read1(65536)
            if not more:
                return
            self.said += more

    def post(self, body, headers, path="/hooks/github"):
        """A request's status; it comes from an address that nothing else comes from."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30, source_address=("127.0.0.2", 0))
        with contextlib.closing(connection):
            connection.request("POST", path, body, headers)
            return connection.getresponse().status

    def push(self, reference="refs/heads/main", delivery="1", repository="acme/infra"):
        """The webhook of a push, signed."""
        body = json.dumps({
            "ref": reference, "after": delivery, "repository": {"full_name": repository}}).encode()
        return self.post(body, {
            "X-GitHub-Event": "push", "X-GitHub-Delivery": delivery, "X-Hub-Signature-256": signature(body)})

    def memory(self):
        """Resident bytes."""
        with open(f"/proc/{self.process.pid}/statm") as statm:
            return int(statm.read().split()[1]) * 4096

    def close(self):
        self.process.kill()
        self.process.wait(10)
        self.process.stderr.close()
