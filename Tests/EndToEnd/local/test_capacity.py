"""Spot's notice, managed scaling and task protection: `aws-facts.md` 3.2 and 8."""
import pytest

import lab
from fleet import STILL
from stack import CLUSTER, PROVIDER, SERVICE, Stack


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    """The reference stack, running."""
    with lab.local(tmp_path_factory.mktemp("capacity"), *STILL) as aws:
        made = Stack(aws.client)
        made.create()
        made.aws = aws
        aws.clock(advance="20m")
        yield made


def spot(stack):
    """Running Spot instances."""
    found = stack.ec2.describe_instances(Filters=[{"Name": "instance-state-name", "Values": ["running"]}])
    held = [instance for reservation in found["Reservations"] for instance in reservation["Instances"]]
    return {instance["InstanceId"] for instance in held if instance.get("InstanceLifecycle") == "spot"}


def test_spot_gives_two_minutes_in_which_tasks_leave(stack):
    before = spot(stack)
    stack.aws.inject(reclaim={"all": True, "count": 1})
    stack.aws.clock(advance="10s")
    drained = stack.ecs.list_container_instances(cluster=CLUSTER, status="DRAINING")["containerInstanceArns"]
    assert len(drained) == 1, "the agent saw the notice"
    healthy = []
    for _ in range(10):
        stack.aws.clock(advance="10s")
        healthy.append(len(stack.healthy_targets()))
    assert spot(stack) == before, "not before two minutes"
    assert min(healthy) >= 2, "draining keeps the service's floor"
    left = stack.ecs.describe_container_instances(cluster=CLUSTER, containerInstances=drained)["containerInstances"][0]
    assert left["runningTasksCount"] == 0, "all has left in time"
    stack.aws.clock(advance="15s")
    gone = before - spot(stack)
    assert len(gone) == 1
    ended = stack.ec2.describe_instances(InstanceIds=list(gone))["Reservations"][0]["Instances"][0]
    assert ended["StateReason"]["Code"] == "Server.SpotInstanceTermination"
    stack.aws.clock(advance="10m")
    assert (stack.counts()[0], len(stack.healthy_targets())) == (4, 4)


def test_a_provider_says_when_a_change_has_arrived(stack):
    def held():
        return stack.ecs.describe_capacity_providers(capacityProviders=[PROVIDER])["capacityProviders"][0]

    stack.ecs.update_capacity_provider(name=PROVIDER, autoScalingGroupProvider={
        "managedScaling": {"status": "ENABLED", "instanceWarmupPeriod": 90}})
    assert held()["updateStatus"] == "UPDATE_IN_PROGRESS"
    stack.aws.clock(advance="2m")
    assert held()["updateStatus"] == "UPDATE_COMPLETE"
    assert held()["autoScalingGroupProvider"]["managedScaling"]["targetCapacity"] == 100, "what is not sent stays"


def test_empty_instances_leave_after_a_quarter_of_an_hour_and_not_before(stack):
    stack.ecs.update_service(cluster=CLUSTER, service=SERVICE, desiredCount=24)
    stack.aws.clock(advance="30m")
    grown = len(stack.group()["Instances"])
    assert stack.counts()[0] == 24 and grown >= 3
    stack.ecs.update_service(cluster=CLUSTER, service=SERVICE, desiredCount=2)
    stack.aws.clock(advance="10m")
    assert len(stack.group()["Instances"]) == grown, "the alarm wants fifteen minutes of it"
    stack.aws.clock(advance="1h")
    assert len(stack.group()["Instances"]) == 2 < grown, "those that hold a task each"
    assert (stack.counts()[0], len(stack.healthy_targets())) == (2, 2)


def test_a_protected_task_holds_a_rollout_until_it_expires(stack):
    stack.ecs.update_service(cluster=CLUSTER, service=SERVICE, desiredCount=4)
    stack.aws.clock(advance="10m")
    kept = stack.tasks()[0]["taskArn"]
    stack.ecs.update_task_protection(cluster=CLUSTER, tasks=[kept], protectionEnabled=True, expiresInMinutes=60)
    stack.ecs.update_service(cluster=CLUSTER, service=SERVICE, taskDefinition=stack.register("api:2"))
    stack.aws.clock(advance="30m")
    running = {task["taskArn"]: task["taskDefinitionArn"].split(":")[-1] for task in stack.tasks()}
    assert running.pop(kept) == "1" and set(running.values()) == {"2"}
    assert [item[2] for item in stack.counts()[2]] == ["IN_PROGRESS", "COMPLETED"]
    stack.aws.clock(advance="40m")
    assert stack.counts() == (4, 0, [("2", "PRIMARY", "COMPLETED")])
