"""`neap run` without --once: it watches, applies what is pushed, writes nothing without a reason, and ends when asked."""
import signal
import time

import pytest

import lab


def until(what, seconds=60):
    """Waits for something to become true; gives it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError("it did not happen in time")


class Stillness:
    """Becomes true when something has not changed for so many seconds."""

    def __init__(self, what, seconds):
        self.what, self.seconds, self.last, self.since = what, seconds, None, 0

    def __call__(self):
        found, now = self.what(), time.monotonic()
        if found != self.last:
            self.last, self.since = found, now
        return now - self.since >= self.seconds


@pytest.fixture
def watch(neap, reference):
    reference.edit("neap.yaml", "  drift: correct\n", "  drift: correct\n  interval: 10s\n")
    reference.push("Look every ten seconds")
    process = neap.start("run", "--repo", reference.url, "--ref", lab.REF)
    yield process
    process.kill()
    process.wait(10)


def test_it_applies_what_is_pushed_and_then_is_still(neap, aws, reference, watch):
    until(lambda: reference.tip() and "settled" in reference.history())
    reference.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    mark = aws.mark()
    commit = reference.push("api: 1.8.0")
    until(lambda: f"Neap-Source: {commit}" in reference.history(form="%B"))
    aws.settle()
    until(Stillness(reference.tip, 12))
    assert sorted(aws.writes(mark)) == ["RegisterTaskDefinition", "UpdateService"]


def test_it_ends_soon_after_sigterm(neap, aws, reference, watch):
    until(reference.tip)
    watch.send_signal(signal.SIGTERM)
    assert watch.wait(20) == 0


def test_it_believes_accounts_only_from_its_own_configuration(neap, reference):
    ended = neap("run", "--repo", reference.url, "--ref", lab.REF, "--once", AWS_ENDPOINT_URL="https://192.0.2.1")
    assert ended.code == 6
    assert "--allow-account 123456789012" in ended.err
    for endpoint in ["http://127.evil.example", "http://localhost.evil.example:4510"]:
        assert neap("run", "--repo", reference.url, "--ref", lab.REF, "--once", AWS_ENDPOINT_URL=endpoint).code == 6


def test_an_account_that_was_allowed_is_the_only_one_on_this_machine_too(neap, aws, reference):
    run = ["run", "--repo", reference.url, "--ref", lab.REF, "--once", "--allow-account", "111111111111"]
    mark = aws.mark()
    ended = neap(*run)
    assert (ended.code, aws.calls(mark)) == (6, []) and "--allow-account 123456789012" in ended.err, ended.err
    reference.edit("neap.yaml", 'accountId: "123456789012"', 'accountId: "111111111111"')
    reference.push("Another account")
    assert neap(*run).code == 4, "allowed, and not the account that the credentials are of"


HANGING = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.8.0"
BREAKER = "    deploymentCircuitBreaker: {enable: true, rollback: true}\n"


@pytest.fixture
def hanging(neap, aws, applied):
    """The controller, which asks Git once a minute, while a rollout of `api` hangs for want of its image."""
    aws.inject(image={"image": HANGING, "failsToPull": True})
    applied.edit("production/api.yaml", BREAKER, BREAKER.replace("true", "false"))
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    mark = aws.mark()
    process = neap.start("run", "--repo", applied.url, "--ref", lab.REF)
    until(lambda: "UpdateService" in aws.writes(mark))
    until(lambda: "rollouts/api/2.yaml" in applied.files())
    yield applied
    process.kill()
    process.wait(10)


@pytest.mark.only("local")
def test_a_fix_preempts_a_hanging_rollout(neap, aws, hanging):
    time.sleep(3)
    mark = aws.mark()
    hanging.edit("production/api.yaml", "api:1.8.0", "api:1.8.1")
    hanging.edit("production/admin/admin.yaml", "maximumPercent: 200", "maximumPercent: 300")
    hanging.push("The image that there is, and something else of admin's")
    pushed = time.monotonic()
    until(lambda: aws.writes(mark).count("UpdateService") == 2, seconds=30)
    took = time.monotonic() - pushed
    assert took < 5, f"{took:.1f} s from the push to the last UpdateService"
    assert sorted(aws.writes(mark)) == ["RegisterTaskDefinition", "UpdateService", "UpdateService"]
    ecs = aws.client("ecs")
    assert ecs.describe_services(cluster="demo-api", services=["admin"])["services"][0][
        "deploymentConfiguration"]["maximumPercent"] == 300
    until(lambda: ecs.describe_services(cluster="demo-api", services=["api"])["services"][0]["deployments"][0][
        "rolloutState"] == "COMPLETED")


@pytest.mark.only("local")
def test_a_broken_commit_does_not_keep_asking(neap, aws, hanging):
    time.sleep(3)
    hanging.edit("neap.yaml", "metadata: {name: production}", "metadata: {name: }")
    hanging.push("An environment without a name")
    time.sleep(8)
    mark = aws.mark()
    time.sleep(5)
    assert len(aws.calls(mark)) < 20, "what can not be read is not read over and over"
