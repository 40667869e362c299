"""Several controllers and one lease table: one writes, another takes over, and who was frozen meanwhile writes nothing."""
import os
import re
import signal
import socket
import subprocess
import time

import pytest

import lab
from test_watch import Stillness, until

LEASE = 15
TABLE = "neap-leases"


class Controller:
    """`neap run` under leases, with a cache and a log of its own."""

    def __init__(self, neap, forge, folder, name):
        self.log = folder / f"{name}.err"
        command = [
            neap.executable, "run", "--repo", forge.url, "--ref", lab.REF, "--environment", "production", "--lease-table",
            TABLE, "--lease-duration", f"{LEASE}s"]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                command, env={**neap.environment, "NEAP_CACHE_DIR": str(folder / name)}, stdout=subprocess.DEVNULL,
                stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)

    def says(self, text):
        return text in self.log.read_text()

    def epoch(self):
        """The epoch that it leads in, None when it does not."""
        lines = [line.split("  ") for line in self.log.read_text().splitlines() if " leads" in line]
        last = lines[-1][-1] if lines else ""
        return int(last.rsplit(" ", 1)[1]) if last.startswith("leads in epoch") else None

    def send(self, number):
        """Signals it and the Git that it started."""
        os.killpg(self.process.pid, number)

    def end(self):
        if self.process.poll() is None:
            self.send(signal.SIGKILL)
            self.process.wait(10)


@pytest.fixture
def table(aws):
    dynamodb = aws.client("dynamodb")
    dynamodb.create_table(
        TableName=TABLE, BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "environment", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "environment", "AttributeType": "S"}])
    return dynamodb


@pytest.fixture
def start(neap, reference, table, tmp_path):
    """Starts controllers of the reference stack; ends them all."""
    reference.edit("neap.yaml", "  drift: correct\n", "  drift: correct\n  interval: 10s\n")
    reference.push("Look every ten seconds")
    started = []

    def start(name):
        started.append(Controller(neap, reference, tmp_path, name))
        return started[-1]

    yield start
    for controller in started:
        controller.end()


def writes(aws, mark=0):
    """What was written but leases."""
    return [
        call["operation"] for call in aws.calls(mark) if call["access"] == "write" and call["service"] != "dynamodb"]


def test_a_holder_that_was_frozen_in_the_middle_writes_nothing_afterwards(aws, reference, start):
    first = start("first")
    until(lambda: first.epoch() == 1)
    second = start("second")
    until(lambda: len(writes(aws)) >= 4 or first.process.poll() is not None)
    first.send(signal.SIGSTOP)
    frozen = time.monotonic()
    made = len(writes(aws))
    assert not reference.tip(), "it was frozen before it was done"

    until(lambda: second.epoch() == 2, seconds=2 * LEASE)
    assert time.monotonic() - frozen > LEASE / 2, "the second one waited"
    until(lambda: reference.tip() and "Neap-Epoch: 2" in reference.history(form="%B"), seconds=90)
    aws.settle()
    until(Stillness(lambda: len(writes(aws)), 5), seconds=120)
    assert len(writes(aws)) > made, "the second one finished it"
    assert writes(aws).count("CreateService") == 2

    until(lambda: second.says("settled"), seconds=60)
    mark, tip = aws.mark(), reference.tip()
    first.send(signal.SIGCONT)
    until(lambda: first.says("no longer leads"))
    time.sleep(5)
    assert (writes(aws, mark), reference.tip()) == ([], tip), first.log.read_text()
    assert (first.epoch(), second.epoch()) == (None, 2)


def test_after_a_kill_another_one_leads_within_two_leases(aws, reference, start):
    first = start("first")
    until(lambda: first.epoch() == 1)
    second = start("second")
    until(lambda: reference.tip(), seconds=90)
    assert second.epoch() is None
    first.send(signal.SIGKILL)
    killed = time.monotonic()
    until(lambda: second.epoch() == 2, seconds=2 * LEASE)
    assert LEASE / 2 < time.monotonic() - killed < 2 * LEASE


def test_one_that_is_asked_to_end_hands_over_at_once(aws, reference, start):
    first = start("first")
    until(lambda: first.epoch() == 1)
    second = start("second")
    until(lambda: reference.tip(), seconds=90)
    first.process.send_signal(signal.SIGTERM)
    assert first.process.wait(20) == 0
    ended = time.monotonic()
    until(lambda: second.epoch() == 2)
    assert time.monotonic() - ended < LEASE / 2


@pytest.mark.only("local")
def test_what_hangs_at_the_end_does_not_keep_the_lease(aws, reference, start):
    first = start("first")
    until(lambda: first.epoch() == 1)
    aws.faults(latency="60000ms", services=["ecs"])
    try:
        time.sleep(5)
        first.process.send_signal(signal.SIGTERM)
        assert first.process.wait(20) == 0
        assert first.says("no longer leads: it gave the lease back"), first.log.read_text()
    finally:
        aws.faults()
    second = start("second")
    began = time.monotonic()
    until(lambda: second.epoch() == 2)
    assert time.monotonic() - began < LEASE / 2


def test_leases_are_shown_and_stolen(neap, reference, start):
    arguments = ("--environment", "production", "--table", TABLE)
    nobody = neap("lease", "show", *arguments)
    assert (nobody.code, nobody.out) == (3, "no lease was ever taken\n"), nobody.err
    first = start("first")
    until(lambda: first.epoch() == 1)
    shown = neap("lease", "show", *arguments)
    assert shown.code == 0, shown.err
    assert shown.out.splitlines()[1].split()[:3] == ["production", "held", "1"], shown.out

    refused = neap("lease", "steal", *arguments, "--epoch", "7", "--yes")
    assert (refused.code, "epoch 1, not 7" in refused.err) == (6, True), refused.err
    stolen = neap("lease", "steal", *arguments, "--epoch", "1", "--yes")
    assert (stolen.code, stolen.out) == (
        0, f"production  stolen  the next controller leads in epoch 3, in {LEASE}s\n"), stolen.err
    taken = time.monotonic()
    until(lambda: first.says("was taken away by"), seconds=LEASE / 2)
    until(lambda: first.epoch() == 3, seconds=2 * LEASE)
    assert time.monotonic() - taken > LEASE / 2, "it waits like anybody else"


@pytest.mark.only("local")
@pytest.mark.parametrize("keys", [[("id", "HASH")], [("environment", "HASH"), ("part", "RANGE")]])
def test_check_says_that_a_table_has_another_key(neap, aws, reference, keys):
    aws.client("dynamodb").create_table(
        TableName=TABLE, BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in keys],
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name, _ in keys])
    checked = neap("check", "--pre", "--repo", reference.url, "--ref", lab.REF, "--lease-table", TABLE)
    assert checked.code != 0
    assert f"MISSING  lease table: the lease table {TABLE} does not take leases" in checked.out, checked.out


def test_check_changes_nothing_in_the_table(neap, reference, table):
    checked = neap("check", "--pre", "--repo", reference.url, "--ref", lab.REF, "--lease-table", TABLE)
    assert f"OK       lease table: {TABLE} takes leases from this role" in checked.out, checked.out
    assert table.scan(TableName=TABLE)["Items"] == []


def test_check_tells_which_kind_of_thing_is_wrong(neap, reference):
    arguments = ("check", "--pre", "--repo", reference.url, "--ref", lab.REF, "--lease-table", TABLE)
    away = neap(*arguments, AWS_ENDPOINT_URL="http://127.0.0.1:9")
    assert away.out.count("fix: see that this machine reaches AWS") == 2, away.out
    regionless = neap(*arguments, AWS_REGION="", AWS_DEFAULT_REGION="")
    assert re.search(r"lease table: .*no AWS region is known.*\n +fix: set AWS_REGION", regionless.out), regionless.out
    cache = neap(*arguments, "--cache-dir", "/proc/x")
    assert re.search(r"^MISSING  cache directory: /proc/x.*: ", cache.out, re.M), cache.out
    assert "NSCocoaErrorDomain" not in cache.out


def test_check_says_that_an_address_is_taken(neap, reference):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = "127.0.0.1:%d" % taken.getsockname()[1]
        # Without a health server: another controller of this machine may answer at the usual address.
        arguments = ("--repo", reference.url, "--ref", lab.REF, "--webhook-listen", address, "--listen", "off")
        secret = {"NEAP_WEBHOOK_SECRET_GITHUB": "0123456789abcdef"}
        checked = neap("check", "--pre", *arguments, **secret)
        said = f"{address} can not be listened at: it is in use"
        assert checked.code != 0 and f"MISSING  webhook server: {said}" in checked.out, checked.out
        ended = neap("run", *arguments, **secret)
        assert ended.code == 1
        assert ended.err.endswith(f"neap: webhooks: {said}; choose another with --webhook-listen\n"), ended.err


def test_the_table_is_named_by_its_variable_too(neap, table):
    shown = neap("lease", "show", "--observe", "0s", NEAP_LEASE_TABLE=TABLE)
    assert (shown.code, shown.out) == (0, "no lease was ever taken\n"), shown.err
    nameless = neap("lease", "show")
    assert nameless.code == 64 and "NEAP_LEASE_TABLE" in nameless.err, nameless.err


@pytest.mark.parametrize("epoch", ["0", "-1", "9223372036854775807", "-9223372036854775808"])
def test_an_epoch_that_nobody_counts_to_is_refused(neap, table, epoch):
    refused = neap("lease", "steal", "--environment", "production", "--table", TABLE, f"--next={epoch}", "--yes")
    assert (refused.code, "--next is an epoch from 1 to" in refused.err) == (64, True), refused.err
    assert table.scan(TableName=TABLE)["Items"] == []


def test_a_missing_table_is_named_and_waited_for(neap, aws, reference, tmp_path):
    mark = aws.mark()
    controller = Controller(neap, reference, tmp_path, "early")
    try:
        until(lambda: controller.says(f"the lease table {TABLE} does not exist"))
        assert writes(aws, mark) == [], "nobody leads without a table"
        assert controller.process.poll() is None
    finally:
        controller.end()


@pytest.mark.only("local")
def test_lost_replies_of_the_table_do_not_end_a_term(aws, reference, start):
    first = start("first")
    until(lambda: first.epoch() == 1)
    aws.faults(lostReplies=20, services=["dynamodb"])
    try:
        until(lambda: reference.tip(), seconds=90)
        time.sleep(LEASE)
        assert first.epoch() == 1, first.log.read_text()
    finally:
        aws.faults()
