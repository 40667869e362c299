"""Each mend has a check that passes on the mended server and fails on moto as it is."""
import base64

import botocore.exceptions
import botocore.parsers
import pytest

import lab

pytestmark = pytest.mark.only("moto")
CHECKS = {}
# How a gap shows: a wrong or missing answer, an error, or a page of HTML where XML should be.
FAILURES = (
    AssertionError, KeyError, IndexError, ValueError, botocore.exceptions.ClientError,
    botocore.parsers.ResponseParserError)


def check(function):
    CHECKS[function.__name__] = function
    return function


class World:
    """A cluster with room, a load balancer and a task definition, made with boto3 when first asked for."""

    def __init__(self, moto):
        self.ids = moto.seed()
        for name in ["ecs", "ec2", "autoscaling", "elbv2", "application-autoscaling", "cloudwatch"]:
            setattr(self, name.replace("-", "_"), moto.client(name))

    def cluster(self):
        self.ecs.create_cluster(clusterName="demo")
        return "demo"

    def template(self, **data):
        made = self.ec2.create_launch_template(
            LaunchTemplateName="spot", LaunchTemplateData={"ImageId": "ami-0a168278a10694b9b", "InstanceType": "t3.large", **data},
            TagSpecifications=[{"ResourceType": "launch-template", "Tags": [{"Key": "Team", "Value": "core"}]}])
        return made["LaunchTemplate"]["LaunchTemplateId"]

    def group(self, **members):
        self.template()
        policy = {
            "LaunchTemplate": {
                "LaunchTemplateSpecification": {"LaunchTemplateName": "spot"}, "Overrides": [{"InstanceType": "t3.large"}]},
            "InstancesDistribution": {"OnDemandBaseCapacity": 1, "SpotAllocationStrategy": "price-capacity-optimized"},
        }
        self.autoscaling.create_auto_scaling_group(
            AutoScalingGroupName="spot", MinSize=0, MaxSize=2, VPCZoneIdentifier=",".join(self.ids["private"]),
            MixedInstancesPolicy=policy, NewInstancesProtectedFromScaleIn=True, **members)
        return self.live_group()["AutoScalingGroupARN"]

    def live_group(self):
        return self.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=["spot"])["AutoScalingGroups"][0]

    def revision(self):
        made = self.ecs.register_task_definition(
            family="api", containerDefinitions=[{"name": "api", "image": "api", "memory": 128}])
        return made["taskDefinition"]["taskDefinitionArn"]

    def service(self, **members):
        self.cluster()
        self.revision()
        self.ecs.create_service(cluster="demo", serviceName="api", taskDefinition="api", desiredCount=2, **members)
        return self.live_service()

    def live_service(self):
        return self.ecs.describe_services(cluster="demo", services=["api"])["services"][0]

    def target_group(self, name="api"):
        made = self.elbv2.create_target_group(Name=name, Protocol="HTTP", Port=80, VpcId=self.ids["vpc"])
        return made["TargetGroups"][0]["TargetGroupArn"]

    def load_balancer(self):
        made = self.elbv2.create_load_balancer(Name="demo", Subnets=self.ids["public"], SecurityGroups=[self.ids["demo-alb"]])
        return made["LoadBalancers"][0]["LoadBalancerArn"]

    def listener(self, action):
        balancer = self.load_balancer()
        self.elbv2.create_listener(LoadBalancerArn=balancer, Protocol="HTTP", Port=80, DefaultActions=[action])
        return self.elbv2.describe_listeners(LoadBalancerArn=balancer)["Listeners"][0]

    def scalable(self, **members):
        self.service()
        target = {"ServiceNamespace": "ecs", "ResourceId": "service/demo/api", "ScalableDimension": "ecs:service:DesiredCount"}
        made = self.application_autoscaling.register_scalable_target(**target, MinCapacity=1, MaxCapacity=4, **members)
        return target, made["ScalableTargetARN"]


def strategy(provider="spot"):
    return [{"capacityProvider": provider, "weight": 1}]


@check
def describe_clusters_shows_empty_capacity_providers(world):
    cluster = world.ecs.describe_clusters(clusters=[world.cluster()])["clusters"][0]
    assert cluster["capacityProviders"] == []
    assert cluster["defaultCapacityProviderStrategy"] == []


@check
def put_cluster_capacity_providers_fills_and_finishes(world):
    world.cluster()
    world.ecs.put_cluster_capacity_providers(
        cluster="demo", capacityProviders=["spot"], defaultCapacityProviderStrategy=strategy())
    cluster = world.ecs.describe_clusters(clusters=["demo"], include=["ATTACHMENTS"])["clusters"][0]
    assert cluster["defaultCapacityProviderStrategy"] == [{"capacityProvider": "spot", "weight": 1, "base": 0}]
    assert cluster["attachmentsStatus"] == "UPDATE_COMPLETE"


@check
def describe_clusters_gives_only_what_include_names(world):
    world.cluster()
    assert "settings" not in world.ecs.describe_clusters(clusters=["demo"])["clusters"][0]
    assert world.ecs.describe_clusters(clusters=["demo"], include=["SETTINGS"])["clusters"][0]["settings"]


@check
def update_cluster_settings_works(world):
    world.cluster()
    world.ecs.update_cluster_settings(cluster="demo", settings=[{"name": "containerInsights", "value": "enhanced"}])
    cluster = world.ecs.describe_clusters(clusters=["demo"], include=["SETTINGS"])["clusters"][0]
    assert cluster["settings"] == [{"name": "containerInsights", "value": "enhanced"}]


def provider(world):
    details = {
        "autoScalingGroupArn": world.group(), "managedScaling": {"status": "ENABLED"},
        "managedTerminationProtection": "ENABLED"}
    world.ecs.create_capacity_provider(name="spot", autoScalingGroupProvider=details)
    return live_provider(world)


def live_provider(world):
    return world.ecs.describe_capacity_providers(capacityProviders=["spot"])["capacityProviders"][0]["autoScalingGroupProvider"]


@check
def capacity_providers_have_managed_draining(world):
    assert provider(world)["managedDraining"] == "ENABLED"
    world.ecs.update_capacity_provider(name="spot", autoScalingGroupProvider={"managedDraining": "DISABLED"})
    assert live_provider(world)["managedDraining"] == "DISABLED"
    assert live_provider(world)["managedTerminationProtection"] == "ENABLED"


@check
def managed_scaling_tags_the_group(world):
    provider(world)
    assert "AmazonECSManaged" in [tag["Key"] for tag in world.live_group()["Tags"]]


@check
def list_task_definitions_sorts(world):
    arns = [world.revision() for _ in range(11)]
    assert world.ecs.list_task_definitions(familyPrefix="api", sort="DESC")["taskDefinitionArns"] == arns[::-1]


@check
def create_service_keeps_its_members(world):
    members = {
        "placementStrategy": [{"type": "spread", "field": "attribute:ecs.availability-zone"}],
        "healthCheckGracePeriodSeconds": 60, "enableECSManagedTags": True, "enableExecuteCommand": True,
    }
    percentages = {"minimumHealthyPercent": 50, "maximumPercent": 150}
    live = world.service(capacityProviderStrategy=strategy(), deploymentConfiguration=percentages, **members)
    assert {name: live[name] for name in members} == members
    assert live["capacityProviderStrategy"] == [{"capacityProvider": "spot", "weight": 1, "base": 0}]
    assert "launchType" not in live
    configuration = live["deploymentConfiguration"]
    assert {name: configuration[name] for name in percentages} == percentages
    assert configuration["strategy"] == "ROLLING"
    assert configuration["deploymentCircuitBreaker"] == {"enable": False, "rollback": False}


@check
def update_service_merges_deployment_configuration(world):
    world.service()
    for change in [{"minimumHealthyPercent": 50}, {"maximumPercent": 150}]:
        world.ecs.update_service(cluster="demo", service="api", deploymentConfiguration=change)
    live = world.live_service()["deploymentConfiguration"]
    assert (live["minimumHealthyPercent"], live["maximumPercent"]) == (50, 150)


@check
def services_read_back_normalised_placement(world):
    world.service(placementStrategy=[{"type": "binpack", "field": "memory"}])
    world.ecs.update_service(cluster="demo", service="api", placementStrategy=[{"type": "binpack", "field": "cpu"}])
    assert world.live_service()["placementStrategy"] == [{"type": "binpack", "field": "CPU"}]


@check
def a_new_service_is_settled(world):
    live = world.service()
    assert (live["runningCount"], live["pendingCount"]) == (2, 0)
    assert [(item["status"], item["rolloutState"]) for item in live["deployments"]] == [("PRIMARY", "COMPLETED")]


@check
def update_service_names_the_revision_by_arn(world):
    world.service()
    newest = world.revision()
    world.ecs.update_service(cluster="demo", service="api", taskDefinition="api:2")
    assert world.live_service()["taskDefinition"] == newest


@check
def update_service_starts_a_deployment(world):
    world.service()
    newest = world.revision()
    world.ecs.update_service(cluster="demo", service="api", taskDefinition=newest)
    primary, old = world.live_service()["deployments"]
    assert (primary["status"], primary["taskDefinition"], primary["rolloutState"]) == ("PRIMARY", newest, "IN_PROGRESS")
    assert (primary["runningCount"], old["status"], old["runningCount"]) == (0, "ACTIVE", 2)
    world.ecs.update_service(cluster="demo", service="api", desiredCount=3)
    assert world.live_service()["deployments"][0]["id"] == primary["id"], "a count starts no deployment"


@check
def service_deployments_are_listed(world):
    service = world.service()
    found = world.ecs.list_service_deployments(cluster="demo", service="api")["serviceDeployments"]
    arns = [item["serviceDeploymentArn"] for item in found]
    described = world.ecs.describe_service_deployments(serviceDeploymentArns=arns)["serviceDeployments"]
    assert [(item["serviceArn"], item["status"]) for item in described] == [(service["serviceArn"], "SUCCESSFUL")]
    revision = described[0]["targetServiceRevision"]["arn"]
    failures = world.ecs.describe_service_revisions(serviceRevisionArns=[revision])["failures"]
    assert [item["reason"] for item in failures] == ["MISSING"]


def pairs(items):
    return {item["Key"]: item["Value"] for item in items}


@check
def load_balancers_have_all_attributes(world):
    arn = world.load_balancer()
    change = [{"Key": "idle_timeout.timeout_seconds", "Value": "75"}]
    world.elbv2.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=change)
    live = pairs(world.elbv2.describe_load_balancer_attributes(LoadBalancerArn=arn)["Attributes"])
    assert live["idle_timeout.timeout_seconds"] == "75"
    assert live["access_logs.s3.enabled"] == "false"
    assert live["routing.http2.enabled"] == "true"


@check
def target_groups_have_all_attributes(world):
    live = pairs(world.elbv2.describe_target_group_attributes(TargetGroupArn=world.target_group())["Attributes"])
    assert live["stickiness.lb_cookie.duration_seconds"] == "86400"
    assert live["deregistration_delay.timeout_seconds"] == "300"
    assert "waf.fail_open.enabled" not in live


@check
def redirects_are_filled_in(world):
    stated = {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}
    live = world.listener({"Type": "redirect", "RedirectConfig": stated})["DefaultActions"][0]["RedirectConfig"]
    assert live == {**stated, "Host": "#{host}", "Path": "/#{path}", "Query": "#{query}"}


@check
def forwards_are_given_in_both_forms(world):
    group = world.target_group()
    live = world.listener({"Type": "forward", "TargetGroupArn": group})["DefaultActions"][0]
    config = {"TargetGroups": [{"TargetGroupArn": group, "Weight": 1}], "TargetGroupStickinessConfig": {"Enabled": False}}
    assert live == {"Type": "forward", "TargetGroupArn": group, "ForwardConfig": config, "Order": 1}


@check
def conditions_are_given_in_both_forms(world):
    listener = world.listener({"Type": "forward", "TargetGroupArn": world.target_group()})["ListenerArn"]
    config = {"Field": "path-pattern", "PathPatternConfig": {"Values": ["/a", "/b"]}}
    answer = {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}
    made = world.elbv2.create_rule(ListenerArn=listener, Priority=10, Conditions=[config], Actions=[answer])
    assert made["Rules"][0]["Conditions"] == [{**config, "Values": ["/a", "/b"]}]
    plain = {"Field": "host-header", "Values": ["x.example.com"]}
    made = world.elbv2.modify_rule(RuleArn=made["Rules"][0]["RuleArn"], Conditions=[plain])
    assert made["Rules"][0]["Conditions"] == [{**plain, "HostHeaderConfig": {"Values": ["x.example.com"]}}]


@check
def launch_template_versions_launch_with_user_data(world):
    world.group()
    text = base64.b64encode(b"#!/bin/bash\n").decode()
    world.ec2.create_launch_template_version(
        LaunchTemplateName="spot", LaunchTemplateData={"ImageId": "ami-0a168278a10694b9b", "InstanceType": "t3.large", "UserData": text})
    policy = {
        "LaunchTemplate": {
            "LaunchTemplateSpecification": {"LaunchTemplateName": "spot", "Version": "2"},
            "Overrides": [{"InstanceType": "t3.large"}]}}
    world.autoscaling.update_auto_scaling_group(
        AutoScalingGroupName="spot", MinSize=1, DesiredCapacity=1, MixedInstancesPolicy=policy)
    assert len(world.live_group()["Instances"]) == 1


@check
def launch_template_tags_stay_out_of_its_data(world):
    world.template()
    version = world.ec2.describe_launch_template_versions(LaunchTemplateName="spot")["LaunchTemplateVersions"][0]
    assert "TagSpecifications" not in version["LaunchTemplateData"]
    assert pairs(world.ec2.describe_launch_templates()["LaunchTemplates"][0]["Tags"]) == {"Team": "core"}


@check
def groups_keep_all_members(world):
    world.group(DefaultInstanceWarmup=60)
    assert world.live_group()["DefaultInstanceWarmup"] == 60
    world.autoscaling.update_auto_scaling_group(
        AutoScalingGroupName="spot", CapacityRebalance=True, TerminationPolicies=["OldestLaunchTemplate"],
        DefaultInstanceWarmup=90, DefaultCooldown=120)
    live = world.live_group()
    assert (live["CapacityRebalance"], live["TerminationPolicies"]) == (True, ["OldestLaunchTemplate"])
    assert (live["DefaultInstanceWarmup"], live["DefaultCooldown"]) == (90, 120)


@check
def instances_distribution_is_filled_in(world):
    world.group()
    assert world.live_group()["MixedInstancesPolicy"]["InstancesDistribution"] == {
        "OnDemandAllocationStrategy": "prioritized", "OnDemandBaseCapacity": 1,
        "OnDemandPercentageAboveBaseCapacity": 100, "SpotAllocationStrategy": "price-capacity-optimized"}


@check
def update_keeps_the_mixed_instances_policy(world):
    world.group()
    before = world.live_group()["MixedInstancesPolicy"]
    world.autoscaling.update_auto_scaling_group(AutoScalingGroupName="spot", MaxSize=3)
    assert world.live_group()["MixedInstancesPolicy"] == before
    world.autoscaling.update_auto_scaling_group(
        AutoScalingGroupName="spot",
        MixedInstancesPolicy={"LaunchTemplate": before["LaunchTemplate"] | {
            "LaunchTemplateSpecification": {"LaunchTemplateName": "spot", "Version": "1"}},
            "InstancesDistribution": {"OnDemandPercentageAboveBaseCapacity": 20}})
    live = world.live_group()["MixedInstancesPolicy"]["InstancesDistribution"]
    assert (live["OnDemandBaseCapacity"], live["OnDemandPercentageAboveBaseCapacity"]) == (1, 20)


@check
def instance_refreshes_are_recorded(world):
    world.group()
    assert world.autoscaling.describe_instance_refreshes(AutoScalingGroupName="spot")["InstanceRefreshes"] == []
    started = world.autoscaling.start_instance_refresh(AutoScalingGroupName="spot", Preferences={"SkipMatching": True})
    found = world.autoscaling.describe_instance_refreshes(AutoScalingGroupName="spot")["InstanceRefreshes"]
    assert [(item["InstanceRefreshId"], item["Status"]) for item in found] == [(started["InstanceRefreshId"], "Pending")]


@check
def scalable_targets_have_tags(world):
    _, arn = world.scalable(Tags={"Team": "core"})
    assert world.application_autoscaling.list_tags_for_resource(ResourceARN=arn)["Tags"] == {"Team": "core"}
    world.application_autoscaling.tag_resource(ResourceARN=arn, Tags={"Stage": "live"})
    world.application_autoscaling.untag_resource(ResourceARN=arn, TagKeys=["Team"])
    assert world.application_autoscaling.list_tags_for_resource(ResourceARN=arn)["Tags"] == {"Stage": "live"}


@check
def a_changed_policy_keeps_its_arn(world):
    target, _ = world.scalable()
    tracking = {"PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}}
    arns = [
        world.application_autoscaling.put_scaling_policy(
            **target, PolicyName="cpu", PolicyType="TargetTrackingScaling",
            TargetTrackingScalingPolicyConfiguration={**tracking, "TargetValue": value})["PolicyARN"]
        for value in (80.0, 85.0)]
    assert arns[0] == arns[1]
    assert len(world.cloudwatch.describe_alarms()["MetricAlarms"]) == 2


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """moto as it is."""
    with lab.moto(tmp_path_factory.mktemp("bare"), "--without", "all") as moto:
        yield moto


@pytest.mark.parametrize("name", CHECKS)
def test_mended(server, name):
    server.reset()
    CHECKS[name](World(server))


@pytest.mark.parametrize("name", CHECKS)
def test_the_gap_is_there_without_the_mend(bare, name):
    bare.reset()
    with pytest.raises(FAILURES):
        CHECKS[name](World(bare))


def test_every_mend_has_a_check():
    import mends

    mends.apply(without=["all"])
    assert set(mends.MENDS) == set(CHECKS)


def test_the_record_counts_reads_and_writes(server):
    server.reset()
    mark = server.mark()
    server.client("ecs").create_cluster(clusterName="demo")
    server.client("elbv2").describe_target_groups()
    server.client("sts").get_caller_identity()
    seen = [(call["service"], call["operation"], call["access"], call["status"]) for call in server.calls(mark)]
    assert seen == [
        ("ecs", "CreateCluster", "write", 200), ("elasticloadbalancing", "DescribeTargetGroups", "read", 200),
        ("sts", "GetCallerIdentity", "read", 200)]


def test_a_key_that_aws_does_not_know_is_refused(server):
    for service, code in [("sts", "InvalidClientTokenId"), ("ecs", "UnrecognizedClientException")]:
        client = lab.seeding.client(server.endpoint, service, key="AKIAREFUSED")
        with pytest.raises(botocore.exceptions.ClientError) as caught:
            client.get_caller_identity() if service == "sts" else client.list_clusters()
        assert caught.value.response["Error"]["Code"] == code
