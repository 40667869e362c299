"""What begins a deployment, what ends one, and what AWS says about it: `aws-facts.md` 1.2 to 1.7, 4.6 and 8.2."""
import pytest

from asking import refusal
from fleet import CLUSTER, Fleet, fleet


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    with fleet(tmp_path_factory.mktemp("plain")) as aws:
        yield Fleet(aws)


@pytest.fixture(scope="module")
def steady(plain):
    """The name of a service that stays as it is."""
    plain.serve("steady", 2, 50, 200)
    return "steady"


def deployments(plain, name):
    return len(plain.ecs.list_service_deployments(cluster=CLUSTER, service=name)["serviceDeployments"])


@pytest.mark.parametrize("change, begun", [
    ({"desiredCount": 3}, 0), ({"deploymentConfiguration": {"maximumPercent": 150}}, 0),
    ({"placementStrategy": [{"type": "spread", "field": "host"}]}, 0), ({"enableExecuteCommand": True}, 0),
    ({"enableECSManagedTags": True}, 0), ({"propagateTags": "SERVICE"}, 0),
    ({"availabilityZoneRebalancing": "DISABLED"}, 0), ({"taskDefinition": "steady:1"}, 0),
    ({"forceNewDeployment": True}, 1)], ids=str)
def test_only_what_changes_tasks_begins_a_deployment(plain, steady, change, begun):
    before = deployments(plain, steady)
    plain.ecs.update_service(cluster=CLUSTER, service=steady, **change)
    plain.aws.clock(advance="5m")
    assert deployments(plain, steady) - before == begun
    assert len(plain.live(steady)["deployments"]) == 1


def test_what_is_not_sent_stays(plain, steady):
    live = plain.live(steady)
    assert live["deploymentConfiguration"]["minimumHealthyPercent"] == 50
    assert live["placementStrategy"] == [{"type": "spread", "field": "instanceId"}], "host is another name for it"


def test_a_newer_deployment_takes_an_older_ones_place(plain):
    plain.serve("hasty", 4, 50, 150)
    plain.roll("hasty")
    plain.aws.clock(advance="5s")
    plain.roll("hasty", "hasty:3")
    states = [(item["status"], item["taskDefinition"].split(":")[-1]) for item in plain.live("hasty")["deployments"]]
    assert states == [("PRIMARY", "3"), ("ACTIVE", "2"), ("ACTIVE", "1")]
    plain.aws.clock(advance="10m")
    assert plain.revisions("hasty") == ["3"] * 4
    listed = plain.ecs.list_service_deployments(cluster=CLUSTER, service="hasty")["serviceDeployments"]
    newest_first = sorted(listed, key=lambda item: item["createdAt"], reverse=True)
    assert [item["status"] for item in newest_first] == ["SUCCESSFUL", "STOPPED", "SUCCESSFUL"]


def test_a_first_deployment_that_fails_has_nowhere_to_go_back_to(plain):
    plain.aws.inject(image={"image": "first:1", "failsToPull": True})
    plain.serve("first", 1, 0, 200, breaker=True, settle="1h")
    primary = plain.primary("first")
    assert (primary["rolloutState"], primary["runningCount"] + primary["pendingCount"]) == ("FAILED", 0)
    assert primary["rolloutStateReason"] == "ECS deployment circuit breaker: tasks failed to start."
    stopped = len(plain.tasks("first", "STOPPED"))
    plain.aws.clock(advance="30m")
    assert len(plain.tasks("first", "STOPPED")) <= stopped, "nothing is launched any more"


def test_tasks_that_never_run_are_started_less_and_less_often(plain):
    plain.serve("slow", 1, 0, 200)
    plain.aws.inject(image={"image": "slow:bad", "failsToPull": True})
    plain.roll("slow", "slow:bad")
    plain.aws.clock(advance="30m")
    early = plain.primary("slow")["failedTasks"]
    plain.aws.clock(advance="1h")
    late = plain.primary("slow")["failedTasks"] - early
    assert 0 < late < 2 * early, "three times the time, fewer attempts in each minute"
    assert any("unable to consistently start tasks" in event["message"] for event in plain.live("slow")["events"])
    task = plain.tasks("slow", "STOPPED")[0]
    assert task["stopCode"] == "TaskFailedToStart" and "CannotPullContainerError" in task["stoppedReason"]


@pytest.fixture
def watched(plain, request):
    """A service whose deployments an alarm watches."""
    name = f"watched-{request.node.name.split('_')[2]}"
    alarms = plain.aws.client("cloudwatch")
    alarms.put_metric_alarm(
        AlarmName=name, Namespace="Demo", MetricName="Errors", Statistic="Sum", Period=60, EvaluationPeriods=1,
        Threshold=1, ComparisonOperator="GreaterThanThreshold")
    plain.serve(name, 1, 0, 200)
    plain.ecs.update_service(cluster=CLUSTER, service=name, deploymentConfiguration={
        "bakeTimeInMinutes": 10, "alarms": {"alarmNames": [name], "enable": True, "rollback": True}})
    return name, lambda state: alarms.set_alarm_state(AlarmName=name, StateValue=state, StateReason="a test")


def test_an_alarm_during_the_bake_time_rolls_back(plain, watched):
    name, put = watched
    plain.roll(name)
    plain.aws.clock(advance="4m")
    told = plain.deployment(name)
    assert (told["status"], told["alarms"]["status"], plain.revisions(name)) == ("IN_PROGRESS", "MONITORING", ["2"])
    put("ALARM")
    plain.aws.clock(advance="20m")
    told = plain.deployment(name)
    assert (told["status"], told["alarms"]["triggeredAlarmNames"]) == ("ROLLBACK_SUCCESSFUL", [name])
    assert plain.revisions(name) == ["1"]


def test_alarms_that_ring_already_watch_nothing(plain, watched):
    name, put = watched
    put("ALARM")
    plain.roll(name)
    plain.aws.clock(advance="1m")
    assert plain.deployment(name)["alarms"]["status"] == "DISABLED"
    plain.aws.clock(advance="30m")
    assert (plain.deployment(name)["status"], plain.revisions(name)) == ("SUCCESSFUL", ["2"])


def test_a_service_drains_before_its_name_is_free(plain):
    plain.serve("gone", 2, 50, 200)
    again = {"cluster": CLUSTER, "serviceName": "gone", "taskDefinition": "gone", "desiredCount": 1}
    assert refusal(plain.ecs.create_service, **again)[2] == "Creation of service was not idempotent."
    assert "primary deployment is scaled above 0" in refusal(
        plain.ecs.delete_service, cluster=CLUSTER, service="gone")[2]
    plain.ecs.delete_service(cluster=CLUSTER, service="gone", force=True)
    assert refusal(plain.ecs.create_service, **again)[2] == "Unable to Start a service that is still Draining."
    plain.aws.clock(advance="2m")
    assert plain.live("gone")["status"] == "INACTIVE"
    assert refusal(plain.ecs.create_service, **again) is None


def test_a_host_that_ends_takes_its_tasks_and_the_service_replaces_them(plain):
    plain.serve("hosted", 3, 50, 200)
    task = plain.tasks("hosted")[0]
    host = plain.ecs.describe_container_instances(
        cluster=CLUSTER, containerInstances=[task["containerInstanceArn"]])["containerInstances"][0]["ec2InstanceId"]
    plain.ec2.terminate_instances(InstanceIds=[host])
    plain.aws.clock(advance="10m")
    ended = plain.ecs.describe_tasks(cluster=CLUSTER, tasks=[task["taskArn"]])["tasks"][0]
    assert (ended["lastStatus"], ended["stoppedReason"]) == ("STOPPED", f"Host EC2 (instance {host}) terminated.")
    assert len(plain.tasks("hosted")) == 3


def test_draining_moves_tasks_within_the_services_bounds(plain):
    plain.serve("moved", 3, 100, 200)
    busy = plain.tasks("moved")[0]["containerInstanceArn"]
    plain.ecs.update_container_instances_state(cluster=CLUSTER, containerInstances=[busy], status="DRAINING")
    assert min(running for running, _ in plain.watch("moved", steps=40)) == 3, "replacements come first"
    assert busy not in {task["containerInstanceArn"] for task in plain.tasks("moved")}
    left = plain.ecs.describe_container_instances(cluster=CLUSTER, containerInstances=[busy])["containerInstances"][0]
    assert (left["status"], left["runningTasksCount"]) == ("DRAINING", 0)
