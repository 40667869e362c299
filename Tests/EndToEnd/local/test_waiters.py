"""botocore's own waiters come to their end, while time runs a minute a second and while it stands still."""
import threading

import botocore.exceptions
import pytest

import lab
from asking import client
from fleet import CLUSTER, STILL, Fleet

OFTEN = {"Delay": 1, "MaxAttempts": 60}


@pytest.fixture(scope="module")
def fleet(tmp_path_factory):
    """Instances that have joined; from then on a minute passes in a second."""
    with lab.local(tmp_path_factory.mktemp("running"), *STILL) as aws:
        made = Fleet(aws)
        made.serve("api", 2, 50, 200)
        aws.clock(speed=60)
        yield made


def test_services_stable_after_creation(fleet):
    fleet.ecs.create_service(
        cluster=CLUSTER, serviceName="new", taskDefinition=fleet.register("new", "new:1"), desiredCount=2)
    assert fleet.live("new")["runningCount"] < 2
    fleet.ecs.get_waiter("services_stable").wait(cluster=CLUSTER, services=["new"], WaiterConfig=OFTEN)
    live = fleet.live("new")
    assert (live["runningCount"], len(live["deployments"])) == (2, 1)


def test_services_stable_after_an_update(fleet):
    fleet.roll("api")
    assert len(fleet.live("api")["deployments"]) == 2
    fleet.ecs.get_waiter("services_stable").wait(cluster=CLUSTER, services=["api"], WaiterConfig=OFTEN)
    assert fleet.revisions("api") == ["2", "2"]


def test_services_inactive_after_deletion(fleet):
    fleet.serve("old", 1, 50, 200, settle="1m")
    fleet.ecs.delete_service(cluster=CLUSTER, service="old", force=True)
    assert fleet.live("old")["status"] == "DRAINING"
    fleet.ecs.get_waiter("services_inactive").wait(cluster=CLUSTER, services=["old"], WaiterConfig=OFTEN)
    assert fleet.live("old")["status"] == "INACTIVE"
    assert f"{CLUSTER}/old" not in str(fleet.ecs.list_services(cluster=CLUSTER)["serviceArns"])


def test_services_stable_fails_for_one_that_is_not_there(fleet):
    with pytest.raises(botocore.exceptions.WaiterError, match="MISSING"):
        fleet.ecs.get_waiter("services_stable").wait(cluster=CLUSTER, services=["nobody"], WaiterConfig=OFTEN)


def test_load_balancer_available_and_deleted(fleet):
    elbv2 = fleet.aws.client("elbv2")
    subnets = [subnet["SubnetId"] for subnet in fleet.ec2.describe_subnets()["Subnets"]]
    made = elbv2.create_load_balancer(Name="demo", Subnets=subnets)["LoadBalancers"][0]
    assert made["State"]["Code"] == "provisioning"
    elbv2.get_waiter("load_balancer_available").wait(Names=["demo"], WaiterConfig=OFTEN)
    elbv2.delete_load_balancer(LoadBalancerArn=made["LoadBalancerArn"])
    elbv2.get_waiter("load_balancers_deleted").wait(Names=["demo"], WaiterConfig=OFTEN)


def test_tasks_running_and_stopped(fleet):
    task = fleet.ecs.run_task(cluster=CLUSTER, taskDefinition=fleet.register("job", "job:1"))["tasks"][0]["taskArn"]
    fleet.ecs.get_waiter("tasks_running").wait(cluster=CLUSTER, tasks=[task], WaiterConfig=OFTEN)
    fleet.ecs.stop_task(cluster=CLUSTER, task=task, reason="enough")
    fleet.ecs.get_waiter("tasks_stopped").wait(cluster=CLUSTER, tasks=[task], WaiterConfig=OFTEN)
    told = fleet.ecs.describe_tasks(cluster=CLUSTER, tasks=[task])["tasks"][0]
    assert (told["stopCode"], told["stoppedReason"]) == ("UserInitiated", "enough")


def test_a_waiter_ends_when_somebody_else_advances_time(fleet):
    fleet.aws.clock(speed=0)
    fleet.roll("api", "api:3")
    advance = threading.Timer(0.5, lambda: fleet.aws.clock(advance="10m"))
    advance.start()
    waiting = client(fleet.aws, "ecs").get_waiter("services_stable")
    waiting.wait(cluster=CLUSTER, services=["api"], WaiterConfig={"Delay": 1, "MaxAttempts": 10})
    advance.join()
    assert fleet.revisions("api") == ["3", "3"]
