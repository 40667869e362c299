"""Lists come in pages of AWS's sizes."""
import base64

import pytest

import lab
from asking import refusal
from fleet import STILL

COUNT = 23


@pytest.fixture(scope="module")
def aws(tmp_path_factory):
    with lab.local(tmp_path_factory.mktemp("pages"), *STILL) as server:
        yield server


@pytest.fixture(scope="module")
def ecs(aws):
    """A cluster with services of no tasks, and capacity providers on empty groups."""
    ecs, ec2, autoscaling = aws.client("ecs"), aws.client("ec2"), aws.client("autoscaling")
    ecs.create_cluster(clusterName="demo")
    ecs.register_task_definition(family="api", containerDefinitions=[{"name": "api", "image": "api", "memory": 64}])
    ec2.create_launch_template(LaunchTemplateName="demo", LaunchTemplateData={
        "InstanceType": "t3.large", "ImageId": "ami-0a168278a10694b9b", "UserData": base64.b64encode(b"#!").decode()})
    subnet = ec2.describe_subnets()["Subnets"][0]["SubnetId"]
    for number in range(COUNT):
        ecs.create_service(cluster="demo", serviceName=f"s{number:02}", taskDefinition="api", desiredCount=0)
        autoscaling.create_auto_scaling_group(
            AutoScalingGroupName=f"g{number:02}", MinSize=0, MaxSize=1, VPCZoneIdentifier=subnet,
            LaunchTemplate={"LaunchTemplateName": "demo"})
    for group in autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"]:
        ecs.create_capacity_provider(
            name=f"p{group['AutoScalingGroupName']}",
            autoScalingGroupProvider={"autoScalingGroupArn": group["AutoScalingGroupARN"]})
    return ecs


def test_services_are_listed_by_ten(ecs):
    pages = list(ecs.get_paginator("list_services").paginate(cluster="demo"))
    assert [len(page["serviceArns"]) for page in pages] == [10, 10, 3]
    assert len({arn for page in pages for arn in page["serviceArns"]}) == COUNT
    assert len(ecs.list_services(cluster="demo", maxResults=100)["serviceArns"]) == COUNT


def test_a_token_that_nobody_gave_is_refused(ecs):
    assert refusal(ecs.list_services, cluster="demo", nextToken="nonsense")[0] == "InvalidParameterException"


def test_ten_services_are_described_at_once_and_not_eleven(ecs):
    names = [f"s{number:02}" for number in range(11)]
    assert len(ecs.describe_services(cluster="demo", services=names[:10])["services"]) == 10
    assert refusal(ecs.describe_services, cluster="demo", services=names)[0] == "InvalidParameterException"


def test_capacity_providers_come_by_ten_at_most(ecs):
    found, token = [], {}
    while True:
        page = ecs.describe_capacity_providers(**token)
        assert len(page["capacityProviders"]) <= 10
        found += [item["name"] for item in page["capacityProviders"] if item["name"].startswith("pg")]
        if not page.get("nextToken"):
            break
        token = {"nextToken": page["nextToken"]}
    assert sorted(found) == [f"pg{number:02}" for number in range(COUNT)]


def test_groups_come_in_the_pages_that_are_asked_for(aws, ecs):
    pages = list(aws.client("autoscaling").get_paginator("describe_auto_scaling_groups").paginate(
        PaginationConfig={"PageSize": 5}))
    assert [len(page["AutoScalingGroups"]) for page in pages] == [5, 5, 5, 5, 3]


def test_events_of_a_service_are_the_newest_hundred(aws, ecs):
    for count in range(120):
        ecs.update_service(cluster="demo", service="s00", taskDefinition="api", forceNewDeployment=True)
        aws.clock(advance="90s")
    events = ecs.describe_services(cluster="demo", services=["s00"])["services"][0]["events"]
    assert len(events) <= 100
    stamps = [event["createdAt"] for event in events]
    assert stamps == sorted(stamps, reverse=True), "the newest is first"
