"""What percentages do to a rollout, row by row: `aws-facts.md` 1.1, 1.6 and 1.10."""
import pytest

from fleet import CLUSTER, STUCK, Fleet, fleet


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    with fleet(tmp_path_factory.mktemp("plain")) as aws:
        yield Fleet(aws)


def stuck_events(plain, name):
    return [event for event in plain.live(name)["events"] if STUCK in event["message"]]


@pytest.mark.parametrize("desired, minimum, maximum", [
    (1, 50, 150), (3, 100, 125), (2, 75, 100), (1, 75, 125)])
def test_a_rollout_without_room_is_stuck_for_ever_and_says_so(plain, desired, minimum, maximum):
    name = f"stuck-{desired}-{minimum}-{maximum}"
    plain.serve(name, desired, minimum, maximum)
    assert plain.revisions(name) == ["1"] * desired
    plain.roll(name)
    plain.aws.clock(advance="3h")
    assert plain.revisions(name) == ["1"] * desired, "no task was stopped, none was started"
    assert plain.primary(name)["rolloutState"] == "IN_PROGRESS"
    assert plain.deployment(name)["status"] == "IN_PROGRESS"
    events = stuck_events(plain, name)
    assert events and events[0]["message"].startswith(f"(service {name}) ")
    plain.ecs.delete_service(cluster=CLUSTER, service=name, force=True)


def test_nothing_between_100_and_100_is_refused_before_it_can_block(plain):
    with pytest.raises(plain.ecs.exceptions.InvalidParameterException, match="as this will block deployments"):
        plain.serve("blocked", 2, 100, 100)
    plain.serve("free", 2, 100, 200)
    with pytest.raises(plain.ecs.exceptions.InvalidParameterException, match="as this will block deployments"):
        plain.ecs.update_service(cluster=CLUSTER, service="free", deploymentConfiguration={"maximumPercent": 100})


@pytest.mark.parametrize("desired, minimum, maximum, lowest, highest", [
    (4, 0, 100, 0, 4), (4, 50, 100, 2, 4), (4, 50, 150, 2, 6), (4, 100, 200, 4, 8), (2, 50, 150, 1, 3)])
def test_a_rollout_with_room_ends_between_its_bounds(plain, desired, minimum, maximum, lowest, highest):
    name = f"moves-{desired}-{minimum}-{maximum}"
    plain.serve(name, desired, minimum, maximum)
    plain.roll(name)
    seen = plain.watch(name, steps=100)
    assert min(running for running, _ in seen) >= lowest
    assert max(counted for _, counted in seen) <= highest
    assert min(running for running, _ in seen) == lowest or max(counted for _, counted in seen) == highest, \
        "it uses the room that it has"
    assert plain.revisions(name) == ["2"] * desired
    assert plain.primary(name)["rolloutState"] == "COMPLETED"
    assert plain.deployment(name)["status"] == "SUCCESSFUL"
    assert stuck_events(plain, name) == []
    plain.ecs.delete_service(cluster=CLUSTER, service=name, force=True)


def test_a_stuck_rollout_goes_on_when_it_is_given_room(plain):
    plain.serve("freed", 1, 50, 150)
    plain.roll("freed")
    plain.aws.clock(advance="30m")
    assert plain.revisions("freed") == ["1"]
    plain.ecs.update_service(cluster=CLUSTER, service="freed", deploymentConfiguration={"maximumPercent": 200})
    plain.aws.clock(advance="5m")
    assert plain.revisions("freed") == ["2"]
    assert plain.deployment("freed")["status"] == "SUCCESSFUL"


def test_a_daemon_rolls_one_instance_after_another(plain):
    plain.serve("agent", None, 0, 100)
    hosts = {task["containerInstanceArn"] for task in plain.tasks("agent")}
    assert len(hosts) == plain.size, "one task on each instance"
    assert plain.live("agent")["desiredCount"] == plain.size
    plain.roll("agent")
    seen = plain.watch("agent")
    assert max(counted for _, counted in seen) <= plain.size, "the old one stops before the new one starts"
    assert plain.revisions("agent") == ["2"] * plain.size
    assert {task["containerInstanceArn"] for task in plain.tasks("agent")} == hosts
    assert plain.primary("agent")["rolloutState"] == "COMPLETED"


@pytest.mark.parametrize("desired, threshold", [
    (1, 3), (25, 13)])
def test_the_circuit_breaker_counts_to_its_threshold_and_goes_back(plain, desired, threshold):
    name = f"breaker-{desired}"
    plain.serve(name, desired, 50, 200, breaker=True)
    plain.aws.inject(image={"image": f"{name}:bad", "failsToPull": True})
    plain.roll(name, f"{name}:bad")
    plain.aws.clock(advance="5s")
    breaker = plain.deployment(name)["deploymentCircuitBreaker"]
    assert (breaker["status"], breaker["threshold"]) == ("MONITORING", threshold)
    plain.aws.clock(advance="1h")
    told = plain.deployment(name)
    assert told["status"] == "ROLLBACK_SUCCESSFUL"
    assert told["deploymentCircuitBreaker"]["status"] == "TRIGGERED"
    assert told["deploymentCircuitBreaker"]["failureCount"] == threshold
    assert told["rollback"]["serviceRevisionArn"] == told["sourceServiceRevisions"][0]["arn"]
    assert plain.live(name)["taskDefinition"].endswith(f"{name}:1"), "the service stands on the old revision"
    assert plain.revisions(name) == ["1"] * desired


def test_without_the_circuit_breaker_a_bad_rollout_never_ends(plain):
    plain.serve("endless", 2, 50, 200)
    plain.aws.inject(image={"image": "endless:bad", "failsToPull": True})
    plain.roll("endless", "endless:bad")
    plain.aws.clock(advance="6h")
    primary = plain.primary("endless")
    assert primary["rolloutState"] == "IN_PROGRESS" and primary["failedTasks"] > 3
    assert plain.revisions("endless").count("1") >= 1, "the floor holds"
