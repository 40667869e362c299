"""Bad webhooks by the hundred (NEAP_BAD_HOOKS, 10,000 in `make flood`): memory and the reconcile latency stay as they were."""
import concurrent.futures
import os
import random
import socket
import statistics
import time

import pytest

import hooks
from test_triggers import seldom, server, started  # noqa: F401

pytestmark = pytest.mark.only("local")
COUNT = int(os.environ.get("NEAP_BAD_HOOKS", "400"))


def raw(number, port, head, body=b"", pause=0.0, patience=20):
    """Sends bytes from one of a hundred addresses as they are, one at a time when there is a pause; the status that comes back, 0 for none."""
    try:
        with socket.create_connection(
                ("127.0.0.1", port), timeout=patience, source_address=(f"127.0.1.{number % 100 + 1}", 0)) as connection:
            connection.sendall(head)
            for byte in body if pause else ():
                connection.sendall(bytes([byte]))
                time.sleep(pause)
            if not pause:
                connection.sendall(body)
            reply = connection.recv(64)
            return int(reply.split()[1]) if reply else 0
    except OSError:
        return 0


def head(length, *lines, path="/hooks/github"):
    return "\r\n".join([f"POST {path} HTTP/1.1", "Host: x", f"Content-Length: {length}", *lines, "", ""]).encode()


def bad(port, number):
    """One bad request of many sorts."""
    chance = random.Random(number)
    sort = number % 8
    if sort == 0:
        return raw(number, port, head(2), b"{}")
    if sort == 1:
        return raw(number, port, head(2, "X-Hub-Signature-256: sha256=" + "0" * 64), b"{}")
    if sort == 2:
        return raw(number, port, head(100 << 20), b"x" * 4096)
    if sort == 3:
        body = chance.randbytes(chance.randint(1, 200_000))
        return raw(number, port, head(len(body), "X-Hub-Signature: sha1=" + "0" * 40), body)
    if sort == 4:
        return raw(number, port, b"POST /hooks/github HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", b"fffff\r\n" + b"x" * 0x40000)
    if sort == 5:
        return raw(number, port, chance.randbytes(300))
    if sort == 6:
        return raw(number, port, head(1_000, path=f"/hooks/{number}"), b"")
    # A slow sender: hardly a byte in a second.
    return raw(number, port, head(1_000), b"x" * 8, pause=1.0) if number % 64 == 7 else raw(number, port, head(10), b"x")


def latency(controller, aws, forge, number):
    """Seconds from a webhook to the first write."""
    forge.edit("production/admin/admin.yaml", f"maximumPercent: {200 + number}", f"maximumPercent: {201 + number}")
    forge.push(f"admin: at most {201 + number} %")
    mark = aws.mark()
    began = time.monotonic()
    while controller.push(delivery=f"{number}") == 429:
        time.sleep(0.05)
    while not aws.writes(mark):
        assert time.monotonic() - began < 60
        time.sleep(0.005)
    took = time.monotonic() - began
    time.sleep(5)
    controller.drain()
    return took


def test_bad_requests_leave_memory_and_latency_as_they_were(neap, aws, seldom, started):  # noqa: F811
    controller = started()
    before = [latency(controller, aws, seldom, number) for number in range(3)]
    resting = controller.memory()
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(64) as pool:
        flood = [pool.submit(bad, controller.port, number) for number in range(COUNT)]
        during = [latency(controller, aws, seldom, number) for number in range(3, 6)]
        statuses = [request.result() for request in flood]
    took = time.monotonic() - began
    after = [latency(controller, aws, seldom, number) for number in range(6, 9)]
    grown = controller.memory() - resting
    counts = {status: statuses.count(status) for status in sorted(set(statuses))}
    print(f"\n{COUNT} bad requests in {took:.0f} s, answered {counts}; memory {grown / 2**20:+.1f} MiB; from webhook to first "
          f"write before {statistics.median(before):.2f} s, meanwhile {statistics.median(during):.2f} s, "
          f"after {statistics.median(after):.2f} s")
    assert controller.process.poll() is None
    assert not {200, 202} & set(statuses)
    assert grown < 50 << 20
    assert statistics.median(after) < 3 * statistics.median(before) + 1
    assert statistics.median(during) < 3 * statistics.median(before) + 5
