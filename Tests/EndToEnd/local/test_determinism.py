"""The same seed, start and calls give the same AWS, byte for byte, in another process."""
import json

import pytest

import lab
from stack import CLUSTER, SERVICE, Stack

START = ["--speed", "0", "--start", "2026-03-02T08:00:00Z"]


def day(folder, seed):
    """Half a day of the reference stack: rollouts good and bad, load, Spot's reclaims; how it was, and how it ended."""
    with lab.local(folder, *START, "--seed", seed) as aws:
        stack = Stack(aws.client)
        stack.create()
        aws.clock(advance="15m")
        stack.policies()
        stack.ecs.update_service(cluster=CLUSTER, service=SERVICE, taskDefinition=stack.register("api:2"))
        aws.clock(advance="20m")
        aws.inject(image={"image": "api:bad", "failsToPull": True})
        stack.ecs.update_service(cluster=CLUSTER, service=SERVICE, taskDefinition=stack.register("api:bad"))
        aws.inject(load={"service": SERVICE, "requestsPerSecond": 120})
        aws.clock(advance="1h")
        aws.inject(reclaim={"all": True, "count": 1})
        aws.inject(loseZone="eu-west-1a", after="30m")
        aws.clock(advance="4h")
        ended = [stack.live(), stack.group(), stack.tasks(), stack.healthy_targets()]
        return {"text": aws.timeline(), "json": aws.timeline("json"), "svg": aws.timeline("svg"),
                "ended": json.dumps(ended, default=str)}


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    return day(tmp_path_factory.mktemp("once"), "7")


@pytest.mark.parametrize("what", ["text", "json", "svg", "ended"])
def test_the_same_seed_gives_the_same(once, again, what):
    assert again[what] == once[what]


@pytest.fixture(scope="module")
def again(tmp_path_factory):
    return day(tmp_path_factory.mktemp("again"), "7")


def test_another_seed_gives_another(tmp_path, once):
    other = day(tmp_path, "8")
    assert other["text"] != once["text"]
    assert json.loads(other["ended"])[0]["taskDefinition"] == json.loads(once["ended"])[0]["taskDefinition"]


def test_the_day_is_told(once):
    lines = once["text"].splitlines()
    assert len(lines) > 50
    assert lines == sorted(lines, key=lambda line: line.split()[0]), "in order"
    assert any("rolling back to (deployment" in line for line in lines)
    assert any("reclaim 1 instance" in line for line in lines) and any("eu-west-1a is lost" in line for line in lines)
