"""Every way in which a rollout can go: it ends in the right condition, exit code and commits, and nothing that failed is
ever told as a success."""
import contextlib
import os
import signal

import pytest

import lab
from shop import SPEED, Shop, until


@pytest.fixture
def aws(tmp_path):
    with lab.local(tmp_path, *SPEED) as server:
        yield server


@pytest.fixture
def opened(tmp_path, aws):
    """Makes the shop with these settings."""
    return lambda **settings: Shop(tmp_path, aws, **settings)


@contextlib.contextmanager
def controller(shop):
    """`neap run` for as long as the block lasts."""
    process = shop.run()
    try:
        yield process
    finally:
        kill(process)


def kill(process):
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def settled(shop, revision):
    """What a rollout that went well leaves behind, in AWS and in Git."""
    assert shop.revision() == revision
    assert shop.condition() == ("True", "Settled")
    assert shop.results(revision)[-1] == "live"
    assert shop.told("status.yaml")["source"]["settled"] == shop.commit
    assert shop.result() == "settled"
    assert shop.quarantined() == []


@pytest.mark.parametrize("minimum, maximum", [(0, 100), (50, 150), (100, 200)])
def test_a_good_rollout_goes_live_and_keeps_to_its_floor(opened, minimum, maximum):
    shop = opened(minimum=minimum, maximum=maximum)
    ended = shop.deploy("shop:2")
    assert ended.code == 0, ended.err
    settled(shop, 2)
    attempt = shop.attempts(2)[-1]
    assert attempt["bounds"]["floor"] == 4 * minimum // 100
    assert "revision 2 live, 4/4 healthy" in ended.err
    assert shop.writes("UpdateService") == 1


def test_a_daemon_rolls_on_every_instance(opened):
    shop = opened(desired=None, minimum=0, maximum=100)
    ended = shop.deploy("shop:2")
    assert ended.code == 0, ended.err
    settled(shop, 2)
    assert shop.service()["runningCount"] == 3


@pytest.mark.parametrize("image", ["shop:missing", "shop:crashing", "shop:sick"])
def test_a_bad_image_with_a_circuit_breaker_is_rolled_back_and_held(opened, image):
    shop = opened()
    ended = shop.deploy(image)
    assert ended.code == 3, ended.err
    assert shop.revision() == 1, "ECS went back"
    assert shop.condition() == ("False", "RolledBack")
    assert shop.results(2) == ["rolledBack"]
    assert shop.quarantined() == ["shop:2"]
    assert shop.result() == "rolled-back"
    assert shop.writes("UpdateService") == 1, "the bad revision was sent once"
    attempt = shop.attempts(2)[-1]
    assert attempt["cause"] and attempt["evidence"] and attempt["fix"]

    again = shop.apply()
    assert (again.code, shop.writes("UpdateService"), shop.results(2)) == (3, 0, ["rolledBack"]), again.err

    fixed = shop.deploy("shop:3")
    assert fixed.code == 0, fixed.err
    settled(shop, 3)
    assert shop.never_told("revision 2 live")


def test_a_bad_image_without_circuit_breaker_is_never_a_success_and_never_in_a_fixs_way(opened):
    shop = opened(breaker=False)
    ended = shop.deploy("shop:missing", timeout=20)
    assert ended.code == 5, ended.err
    assert shop.condition()[0] == "False"
    assert shop.results(2) == ["progressing"]
    assert shop.running(1) >= 2, "the floor holds"

    fixed = shop.deploy("shop:3")
    assert fixed.code == 0, fixed.err
    settled(shop, 3)
    assert shop.results(2) == ["superseded"]
    assert shop.never_told("revision 2 live")


def test_an_image_that_passes_and_then_crashes_was_live_and_is_degraded(opened):
    shop = opened()
    ended = shop.deploy("shop:late")
    assert ended.code == 0, ended.err
    assert shop.results(2) == ["live"]
    shop.aws.clock(speed=0)
    until(lambda: shop.aws.clock(advance="5s") and shop.service()["runningCount"] < 4)
    looked = shop.neap.run_once(shop.forge)
    assert looked.code == 3, looked.err
    assert shop.condition() == ("False", "TasksFail")
    assert shop.results(2) == ["live"], "the rollout stays what it was"
    assert shop.quarantined() == []


def test_a_spot_storm_in_the_middle_does_not_keep_it_from_going_live(opened):
    shop = opened(most=8)
    with controller(shop):
        shop.push(image="shop:2")
        until(lambda: shop.running(2) > 0)
        shop.aws.inject(reclaim={"all": True, "count": 2})
        until(lambda: shop.results(2) == ["live"])
        until(lambda: shop.condition() == ("True", "Settled"))
    settled(shop, 2)


def test_without_headroom_it_waits_says_why_and_goes_on_when_there_is_room(opened):
    shop = opened(desired=6, minimum=100, maximum=150, cpu=1000, type="m5.large", instances=3, most=6)
    shop.aws.inject(drought={"all": True, "onDemandToo": True})
    ended = shop.deploy("shop:2", timeout=20)
    assert ended.code == 5, ended.err
    assert "for room" in ended.err
    status, reason = shop.condition()
    assert status == "False" and reason in ("RollingOut", "DeadlineExceeded")
    assert shop.running(1) == 6
    shop.aws.inject(endDrought={"all": True, "onDemandToo": True})
    again = shop.apply()
    assert again.code == 0, again.err
    settled(shop, 2)


def test_a_zone_that_is_lost_in_the_middle_does_not_keep_it_from_going_live(opened):
    shop = opened(most=8)
    with controller(shop):
        shop.push(image="shop:2")
        until(lambda: shop.running(2) > 0)
        shop.aws.inject(loseZone="eu-west-1b")
        until(lambda: shop.results(2) == ["live"])
        until(lambda: shop.condition() == ("True", "Settled"))
    settled(shop, 2)


def test_a_newer_commit_supersedes_a_rollout_that_is_under_way(opened):
    shop = opened(breaker=False)
    with controller(shop):
        shop.push(image="shop:missing")
        until(lambda: shop.revision() == 2)
        until(lambda: shop.results(2) == ["progressing"])
        shop.push(image="shop:3")
        until(lambda: shop.revision() == 3, 6)
        until(lambda: shop.results(3) == ["live"])
        until(lambda: shop.condition() == ("True", "Settled"))
    settled(shop, 3)
    assert shop.results(2) == ["superseded"]


@pytest.mark.parametrize("image, result, code", [("shop:2", "live", 0), ("shop:missing", "rolledBack", 3)])
def test_a_controller_that_is_killed_in_the_middle_finds_out_how_it_ended(opened, image, result, code):
    shop = opened()
    with controller(shop) as first:
        shop.push(image=image)
        mark = shop.aws.mark()
        until(lambda: shop.results(2) == ["progressing"])
        kill(first)
    shop.aws.clock(advance="20m")
    with controller(shop):
        until(lambda: shop.results(2) == [result])
    assert shop.aws.writes(mark).count("UpdateService") == 1
    ended = shop.apply()
    assert (ended.code, shop.writes("UpdateService")) == (code, 0), ended.err
