"""botocore's own waiters come to their end when time goes on; between them it stands still."""
import threading

import botocore.exceptions
import pytest

import lab
from asking import client
from fleet import CLUSTER, STILL, Fleet


@pytest.fixture(scope="module")
def fleet(tmp_path_factory):
    """Instances that have joined, and a service at rest."""
    with lab.local(tmp_path_factory.mktemp("running"), *STILL) as aws:
        made = Fleet(aws)
        made.serve("api", 2, 50, 200)
        yield made


def wait(fleet, client, name, **members):
    """Waits as botocore does, a minute a second."""
    fleet.aws.clock(speed=60)
    try:
        client.get_waiter(name).wait(**members, WaiterConfig={"Delay": 1, "MaxAttempts": 60})
    finally:
        fleet.aws.clock(speed=0)


def test_services_stable_after_creation(fleet):
    fleet.ecs.create_service(
        cluster=CLUSTER, serviceName="new", taskDefinition=fleet.register("new", "new:1"), desiredCount=2)
    assert fleet.live("new")["runningCount"] < 2
    wait(fleet, fleet.ecs, "services_stable", cluster=CLUSTER, services=["new"])
    live = fleet.live("new")
    assert (live["runningCount"], len(live["deployments"])) == (2, 1)


def test_services_stable_after_an_update(fleet):
    fleet.roll("api")
    assert len(fleet.live("api")["deployments"]) == 2
    wait(fleet, fleet.ecs, "services_stable", cluster=CLUSTER, services=["api"])
    assert fleet.revisions("api") == ["2", "2"]


def test_services_inactive_after_deletion(fleet):
    fleet.serve("old", 1, 50, 200, settle="1m")
    fleet.ecs.delete_service(cluster=CLUSTER, service="old", force=True)
    assert fleet.live("old")["status"] == "DRAINING"
    wait(fleet, fleet.ecs, "services_inactive", cluster=CLUSTER, services=["old"])
    assert fleet.live("old")["status"] == "INACTIVE"
    assert f"{CLUSTER}/old" not in str(fleet.ecs.list_services(cluster=CLUSTER)["serviceArns"])


def test_services_stable_fails_for_one_that_is_not_there(fleet):
    with pytest.raises(botocore.exceptions.WaiterError, match="MISSING"):
        wait(fleet, fleet.ecs, "services_stable", cluster=CLUSTER, services=["nobody"])


def test_load_balancer_available_and_deleted(fleet):
    elbv2 = fleet.aws.client("elbv2")
    subnets = [subnet["SubnetId"] for subnet in fleet.ec2.describe_subnets()["Subnets"]]
    made = elbv2.create_load_balancer(Name="demo", Subnets=subnets)["LoadBalancers"][0]
    assert made["State"]["Code"] == "provisioning"
    wait(fleet, elbv2, "load_balancer_available", Names=["demo"])
    elbv2.delete_load_balancer(LoadBalancerArn=made["LoadBalancerArn"])
    wait(fleet, elbv2, "load_balancers_deleted", Names=["demo"])


def test_tasks_running_and_stopped(fleet):
    task = fleet.ecs.run_task(cluster=CLUSTER, taskDefinition=fleet.register("job", "job:1"))["tasks"][0]["taskArn"]
    wait(fleet, fleet.ecs, "tasks_running", cluster=CLUSTER, tasks=[task])
    fleet.ecs.stop_task(cluster=CLUSTER, task=task, reason="enough")
    wait(fleet, fleet.ecs, "tasks_stopped", cluster=CLUSTER, tasks=[task])
    told = fleet.ecs.describe_tasks(cluster=CLUSTER, tasks=[task])["tasks"][0]
    assert (told["stopCode"], told["stoppedReason"]) == ("UserInitiated", "enough")


def test_a_waiter_ends_when_somebody_else_advances_time(fleet):
    fleet.roll("api", "api:3")
    advance = threading.Timer(0.5, lambda: fleet.aws.clock(advance="10m"))
    advance.start()
    waiting = client(fleet.aws, "ecs").get_waiter("services_stable")
    waiting.wait(cluster=CLUSTER, services=["api"], WaiterConfig={"Delay": 1, "MaxAttempts": 10})
    advance.join()
    assert fleet.revisions("api") == ["3", "3"]
