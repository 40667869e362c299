"""boto3, botocore's own waiters and the AWS CLI against `neap local`, none of them changed."""
import json
import os
import subprocess
import sys

import botocore.exceptions
import pytest

import lab
from fleet import STILL
from stack import CLUSTER, GROUP, PROVIDER, SERVICE, Stack


@pytest.fixture(scope="module")
def aws(tmp_path_factory):
    """An AWS whose time goes on only when a test says so."""
    with lab.local(tmp_path_factory.mktemp("local"), *STILL) as server:
        yield server


@pytest.fixture(scope="module")
def stack(aws):
    """The reference stack, running."""
    made = Stack(aws.client)
    made.create()
    aws.clock(advance="15m")
    return made


def test_capacity_comes_from_zero_to_two_instances(stack):
    group = stack.group()
    assert len(group["Instances"]) >= 2, "managed scaling takes two from zero"
    assert all(item["LifecycleState"] == "InService" for item in group["Instances"])
    assert all(item["ProtectedFromScaleIn"] for item in group["Instances"])
    assert {tag["Key"] for tag in group["Tags"]} == {"Name", "AmazonECSManaged"}


def test_the_first_instance_is_on_demand_and_the_others_spot(stack):
    reservations = stack.ec2.describe_instances(
        InstanceIds=[item["InstanceId"] for item in stack.group()["Instances"]])["Reservations"]
    kinds = [item.get("InstanceLifecycle", "on-demand") for held in reservations for item in held["Instances"]]
    assert kinds.count("on-demand") == 1, kinds
    assert kinds.count("spot") == len(kinds) - 1, kinds


def test_container_instances_are_registered_with_their_room(stack):
    arns = stack.ecs.list_container_instances(cluster=CLUSTER)["containerInstanceArns"]
    instances = stack.ecs.describe_container_instances(cluster=CLUSTER, containerInstances=arns)["containerInstances"]
    for instance in instances:
        assert instance["capacityProviderName"] == PROVIDER and instance["agentConnected"]
        left = {item["name"]: item.get("integerValue") for item in instance["remainingResources"]}
        whole = {item["name"]: item.get("integerValue") for item in instance["registeredResources"]}
        assert whole["CPU"] - left["CPU"] == 256 * instance["runningTasksCount"]
        assert whole["MEMORY"] - left["MEMORY"] == 384 * instance["runningTasksCount"]


def test_the_service_is_stable_and_its_targets_healthy(stack):
    assert stack.counts() == (4, 0, [("1", "PRIMARY", "COMPLETED")])
    tasks, healthy = stack.tasks(), stack.healthy_targets()
    assert len(healthy) == 4
    ports = {(binding["hostPort"]) for task in tasks for item in task["containers"]
             for binding in item["networkBindings"]}
    assert {target["Port"] for target in healthy} == ports
    assert any("has reached a steady state" in event["message"] for event in stack.live()["events"])


def test_the_waiters_are_content(aws, stack):
    stack.ecs.get_waiter("services_stable").wait(cluster=CLUSTER, services=[SERVICE])
    stack.elbv2.get_waiter("load_balancer_available").wait(LoadBalancerArns=[stack.balancer_arn])


def test_a_rolling_deployment_stays_between_its_bounds(aws, stack):
    stack.ecs.update_service(cluster=CLUSTER, service=SERVICE, taskDefinition=stack.register("api:2"))
    seen, lowest = [], 4
    for _ in range(120):
        aws.clock(advance="3s")
        running, pending, deployments = stack.counts()
        seen.append(deployments)
        assert running + pending <= 6, "the ceiling is floor(4 x 150 %)"
        lowest = min(lowest, len(stack.healthy_targets()))
        assert lowest >= 2, "the floor is ceil(4 x 50 %)"
    assert [("2", "PRIMARY", "IN_PROGRESS"), ("1", "ACTIVE", "COMPLETED")] in seen
    assert seen[-1] == [("2", "PRIMARY", "COMPLETED")]
    assert {task["taskDefinitionArn"].split(":")[-1] for task in stack.tasks()} == {"2"}


def test_a_service_deployment_tells_the_story(stack):
    listed = stack.ecs.list_service_deployments(cluster=CLUSTER, service=SERVICE)["serviceDeployments"]
    described = stack.ecs.describe_service_deployments(
        serviceDeploymentArns=[item["serviceDeploymentArn"] for item in listed])["serviceDeployments"]
    newest = max(described, key=lambda item: item["createdAt"])
    assert newest["status"] == "SUCCESSFUL"
    assert newest["targetServiceRevision"]["runningTaskCount"] == 4
    revisions = stack.ecs.describe_service_revisions(
        serviceRevisionArns=[newest["targetServiceRevision"]["arn"]])["serviceRevisions"]
    assert revisions[0]["taskDefinition"].endswith(":2")


def test_a_bad_image_is_rolled_back_and_looks_stable(aws, stack):
    aws.inject(image={"image": "api:bad", "failsToPull": True})
    stack.ecs.update_service(cluster=CLUSTER, service=SERVICE, taskDefinition=stack.register("api:bad"))
    aws.clock(advance="20m")
    live = stack.live()
    assert live["taskDefinition"].endswith(":2") and live["runningCount"] == 4
    assert [item["rolloutState"] for item in live["deployments"]] == ["COMPLETED"]
    listed = stack.ecs.list_service_deployments(cluster=CLUSTER, service=SERVICE)["serviceDeployments"]
    assert "ROLLBACK_SUCCESSFUL" in [item["status"] for item in listed]
    stopped = stack.tasks("STOPPED")
    assert any("CannotPullContainerError" in task.get("stoppedReason", "") for task in stopped)


def test_a_reclaimed_instance_is_drained_and_replaced(aws, stack):
    before = {item["InstanceId"] for item in stack.group()["Instances"]}
    aws.inject(reclaim={"all": True, "count": 1})
    aws.clock(advance="30s")
    arns = stack.ecs.list_container_instances(cluster=CLUSTER, status="DRAINING")["containerInstanceArns"]
    assert len(arns) == 1, "the agent drains on Spot's notice"
    aws.clock(advance="15m")
    after = {item["InstanceId"] for item in stack.group()["Instances"]}
    assert len(before - after) == 1
    assert stack.counts()[0] == 4 and len(stack.healthy_targets()) == 4


def test_scaling_out_finds_room_and_scaling_in_lets_it_go(aws, stack):
    stack.ecs.update_service(cluster=CLUSTER, service=SERVICE, desiredCount=12)
    aws.clock(advance="20m")
    assert stack.counts()[0] == 12
    grown = len(stack.group()["Instances"])
    stack.ecs.update_service(cluster=CLUSTER, service=SERVICE, desiredCount=2)
    aws.clock(advance="1h30m")
    assert stack.counts()[0] == 2
    assert len(stack.group()["Instances"]) <= grown


def test_load_moves_the_count_by_target_tracking(aws, stack):
    stack.policies()
    aws.inject(load={"service": SERVICE, "requestsPerSecond": 120})
    aws.clock(advance="30m")
    grown = stack.live()["desiredCount"]
    assert grown > 2
    activities = stack.scaling.describe_scaling_activities(ServiceNamespace="ecs")["ScalingActivities"]
    assert activities and activities[0]["StatusCode"] == "Successful"
    aws.inject(load={"service": SERVICE, "requestsPerSecond": 0})
    aws.clock(advance="2h")
    assert stack.live()["desiredCount"] == 2


def test_an_instance_refresh_replaces_protected_instances(aws, stack):
    stack.ec2.create_launch_template_version(
        LaunchTemplateName=GROUP, SourceVersion="1", LaunchTemplateData={"EbsOptimized": True})
    before = {item["InstanceId"] for item in stack.group()["Instances"]}
    stack.autoscaling.start_instance_refresh(
        AutoScalingGroupName=GROUP,
        DesiredConfiguration={"MixedInstancesPolicy": {"LaunchTemplate": {
            "LaunchTemplateSpecification": {"LaunchTemplateName": GROUP, "Version": "2"}}}},
        Preferences={"MinHealthyPercentage": 100, "MaxHealthyPercentage": 110,
                     "ScaleInProtectedInstances": "Refresh", "InstanceWarmup": 30})
    lowest = 2
    for _ in range(60):
        aws.clock(advance="1m")
        lowest = min(lowest, len(stack.healthy_targets()))
    refresh = stack.autoscaling.describe_instance_refreshes(AutoScalingGroupName=GROUP)["InstanceRefreshes"][0]
    assert refresh["Status"] == "Successful", refresh
    assert refresh["PercentageComplete"] == 100
    assert not before & {item["InstanceId"] for item in stack.group()["Instances"]}
    assert lowest >= 1, "managed draining keeps the service's floor"


def test_the_command_line_of_aws_reads_it(aws, stack):
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": "AKIADEMO", "AWS_SECRET_ACCESS_KEY": "demo",
                   "AWS_DEFAULT_REGION": "eu-west-1", "AWS_ENDPOINT_URL": aws.endpoint, "AWS_PAGER": ""}
    done = subprocess.run(
        [os.path.join(os.path.dirname(sys.executable), "aws"), "ecs", "describe-services", "--cluster", CLUSTER,
         "--services", SERVICE, "--output", "json"], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["services"][0]["status"] == "ACTIVE"
    waited = subprocess.run(
        [os.path.join(os.path.dirname(sys.executable), "aws"), "ecs", "wait", "services-stable", "--cluster", CLUSTER,
         "--services", SERVICE], env=environment, capture_output=True, text=True)
    assert waited.returncode == 0, waited.stderr


def test_teardown_ends_empty(aws, stack):
    stack.destroy()
    aws.clock(advance="5m")
    stack.ecs.get_waiter("services_inactive").wait(cluster=CLUSTER, services=[SERVICE])
    stack.elbv2.delete_load_balancer(LoadBalancerArn=stack.balancer_arn)
    stack.elbv2.delete_target_group(TargetGroupArn=stack.target_group)
    with pytest.raises(botocore.exceptions.ClientError, match="ClusterContainsContainerInstances"):
        stack.ecs.delete_cluster(cluster=CLUSTER)
    with pytest.raises(botocore.exceptions.ClientError, match="associated with cluster"):
        stack.ecs.delete_capacity_provider(capacityProvider=PROVIDER)
    stack.ecs.put_cluster_capacity_providers(
        cluster=CLUSTER, capacityProviders=[], defaultCapacityProviderStrategy=[])
    stack.autoscaling.update_auto_scaling_group(AutoScalingGroupName=GROUP, MinSize=0, DesiredCapacity=0)
    aws.clock(advance="5m")
    stack.ecs.delete_capacity_provider(capacityProvider=PROVIDER)
    stack.autoscaling.delete_auto_scaling_group(AutoScalingGroupName=GROUP, ForceDelete=True)
    aws.clock(advance="10m")
    assert stack.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[GROUP])["AutoScalingGroups"] == []
    stack.ec2.delete_launch_template(LaunchTemplateName=GROUP)
    stack.ecs.delete_cluster(cluster=CLUSTER)
    assert stack.ecs.describe_clusters(clusters=[CLUSTER])["clusters"][0]["status"] == "INACTIVE"
