"""What AWS refuses, with its codes and words, and what it fills in: `aws-facts.md` 2.1, 3, 4 and 5."""
import pytest

import lab
from asking import refusal
from fleet import STILL
from stack import CLUSTER, GROUP, PROVIDER, SERVICE, Stack

TARGET = {"ServiceNamespace": "ecs", "ResourceId": f"service/{CLUSTER}/{SERVICE}",
          "ScalableDimension": "ecs:service:DesiredCount"}


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    """The reference stack, running, and some things beside it that nothing uses."""
    with lab.local(tmp_path_factory.mktemp("refusals"), *STILL) as aws:
        made = Stack(aws.client)
        made.create()
        made.aws, made.cloudwatch = aws, aws.client("cloudwatch")
        aws.clock(advance="15m")
        made.autoscaling.create_auto_scaling_group(
            AutoScalingGroupName="bare", MinSize=0, MaxSize=1, VPCZoneIdentifier=made.subnets[0],
            LaunchTemplate={"LaunchTemplateName": GROUP})
        made.bare = made.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=["bare"])[
            "AutoScalingGroups"][0]
        made.loose = made.elbv2.create_target_group(Name="loose", Protocol="HTTP", Port=80, VpcId=made.vpc)[
            "TargetGroups"][0]
        made.listener = made.elbv2.describe_listeners(LoadBalancerArn=made.balancer_arn)["Listeners"][0]
        yield made


def provider(stack, **members):
    return {"name": "other", "autoScalingGroupProvider": {"autoScalingGroupArn": stack.bare["AutoScalingGroupARN"]},
            **members}


REFUSED = {
    "a provider that protects instances of a group that does not": (
        "ecs", "create_capacity_provider", lambda stack: {**provider(stack), "autoScalingGroupProvider": {
            "autoScalingGroupArn": stack.bare["AutoScalingGroupARN"], "managedScaling": {"status": "ENABLED"},
            "managedTerminationProtection": "ENABLED"}}, "ClientException", "must have instance protection"),
    "a provider whose name begins with AWS's own": (
        "ecs", "create_capacity_provider", lambda stack: provider(stack, name="ecs-other"), "ClientException",
        "prefix"),
    "deleting a provider of a cluster": (
        "ecs", "delete_capacity_provider", lambda _: {"capacityProvider": PROVIDER}, "ClientException",
        f"because it is associated with cluster: {CLUSTER}"),
    "taking away a provider in use": (
        "ecs", "put_cluster_capacity_providers", lambda _: {
            "cluster": CLUSTER, "capacityProviders": [], "defaultCapacityProviderStrategy": []},
        "ResourceInUseException", "in use and cannot be removed"),
    "deleting a cluster of services": (
        "ecs", "delete_cluster", lambda _: {"cluster": CLUSTER}, "ClusterContainsServicesException", ""),
    "a service on a target group without load balancer": (
        "ecs", "create_service", lambda stack: {
            "cluster": CLUSTER, "serviceName": "other", "taskDefinition": SERVICE, "desiredCount": 1, "loadBalancers": [
                {"targetGroupArn": stack.loose["TargetGroupArn"], "containerName": "api", "containerPort": 3000}]},
        "InvalidParameterException", "does not have an associated load balancer"),
    "a provider that is not the cluster's": (
        "ecs", "create_service", lambda _: {
            "cluster": CLUSTER, "serviceName": "other", "taskDefinition": SERVICE, "desiredCount": 1,
            "capacityProviderStrategy": [{"capacityProvider": "nobody", "weight": 1}]},
        "InvalidParameterException", ""),
    "a group's name again": (
        "autoscaling", "create_auto_scaling_group", lambda stack: {
            "AutoScalingGroupName": "bare", "MinSize": 0, "MaxSize": 1, "VPCZoneIdentifier": stack.subnets[0],
            "LaunchTemplate": {"LaunchTemplateName": GROUP}}, "AlreadyExists", "already exists"),
    "deleting a group of instances": (
        "autoscaling", "delete_auto_scaling_group", lambda _: {"AutoScalingGroupName": GROUP}, "ResourceInUse", ""),
    "going back without a refresh": (
        "autoscaling", "rollback_instance_refresh", lambda _: {"AutoScalingGroupName": GROUP},
        "ActiveInstanceRefreshNotFound", ""),
    "a template's name again": (
        "ec2", "create_launch_template", lambda _: {
            "LaunchTemplateName": GROUP, "LaunchTemplateData": {"InstanceType": "t3.large"}},
        "InvalidLaunchTemplateName.AlreadyExistsException", ""),
    "deleting a target group in use": (
        "elbv2", "delete_target_group", lambda stack: {"TargetGroupArn": stack.target_group}, "ResourceInUse",
        "in use by a listener or a rule"),
    "a port again": (
        "elbv2", "create_listener", lambda stack: {
            "LoadBalancerArn": stack.balancer_arn, "Protocol": "HTTP", "Port": 80, "DefaultActions": [
                {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "200"}}]}, "DuplicateListener", ""),
    "a target group's name again, otherwise": (
        "elbv2", "create_target_group", lambda stack: {
            "Name": "loose", "Protocol": "HTTP", "Port": 81, "VpcId": stack.vpc}, "DuplicateTargetGroupName", ""),
    "a load balancer that is not there": (
        "elbv2", "describe_load_balancers", lambda _: {"Names": ["nobody"]}, "LoadBalancerNotFound", ""),
    "scaling a service that is not there": (
        "scaling", "register_scalable_target", lambda _: {
            **TARGET, "ResourceId": f"service/{CLUSTER}/nobody", "MinCapacity": 1, "MaxCapacity": 2},
        "ValidationException", "ECS service doesn't exist"),
    "forgetting a target that is not there": (
        "scaling", "deregister_scalable_target", lambda _: TARGET, "ObjectNotFoundException", ""),
    "deleting an alarm that is not there": (
        "cloudwatch", "delete_alarms", lambda _: {"AlarmNames": ["nobody"]}, "ResourceNotFound", ""),
    "a log group again": (
        "logs", "create_log_group", lambda _: {"logGroupName": "/ecs/api"}, "ResourceAlreadyExistsException", ""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_refuses(stack, name):
    service, operation, members, code, said = REFUSED[name]
    found, _, message = refusal(getattr(getattr(stack, service), operation), **members(stack))
    assert found == code
    assert said in message


def test_priorities_are_given_once_and_the_default_rule_stays(stack):
    rule = {"ListenerArn": stack.listener["ListenerArn"], "Priority": 5,
            "Conditions": [{"Field": "path-pattern", "Values": ["/x"]}],
            "Actions": [{"Type": "redirect", "RedirectConfig": {"StatusCode": "HTTP_301", "Port": "443"}}]}
    made = stack.elbv2.create_rule(**rule)["Rules"][0]
    assert made["Priority"] == "5" and made["Conditions"][0]["PathPatternConfig"] == {"Values": ["/x"]}
    assert made["Actions"][0]["RedirectConfig"] == {
        "Protocol": "#{protocol}", "Port": "443", "Host": "#{host}", "Path": "/#{path}", "Query": "#{query}",
        "StatusCode": "HTTP_301"}
    assert refusal(stack.elbv2.create_rule, **rule)[0] == "PriorityInUse"
    default = next(item for item in stack.elbv2.describe_rules(ListenerArn=rule["ListenerArn"])["Rules"]
                   if item["IsDefault"])
    assert refusal(stack.elbv2.delete_rule, RuleArn=default["RuleArn"])[0] == "OperationNotPermitted"


def test_what_is_the_same_may_be_made_again(stack):
    again = stack.elbv2.create_target_group(Name="loose", Protocol="HTTP", Port=80, VpcId=stack.vpc)["TargetGroups"][0]
    assert again["TargetGroupArn"] == stack.loose["TargetGroupArn"]
    assert stack.ecs.create_cluster(clusterName="twice")["cluster"] == stack.ecs.create_cluster(
        clusterName="twice")["cluster"]
    assert refusal(stack.elbv2.delete_load_balancer, LoadBalancerArn=stack.balancer_arn.replace("demo", "none")) is None


def test_a_target_moves_the_count_into_its_bounds_at_once(stack):
    stack.scaling.register_scalable_target(**TARGET, MinCapacity=6, MaxCapacity=8)
    assert stack.live()["desiredCount"] == 6


def test_a_refresh_stands_alone_and_waits_an_hour_for_protected_instances(stack):
    stack.ec2.create_launch_template_version(
        LaunchTemplateName=GROUP, SourceVersion="1", LaunchTemplateData={"EbsOptimized": True})
    policy = {"LaunchTemplate": {"LaunchTemplateSpecification": {"LaunchTemplateName": GROUP, "Version": "2"}}}
    start = stack.autoscaling.start_instance_refresh
    start(AutoScalingGroupName=GROUP, DesiredConfiguration={"MixedInstancesPolicy": policy})
    assert refusal(start, AutoScalingGroupName=GROUP)[0] == "InstanceRefreshInProgress"
    update = stack.autoscaling.update_auto_scaling_group
    assert "active instance refresh" in refusal(update, AutoScalingGroupName=GROUP, MixedInstancesPolicy=policy)[2]
    assert refusal(update, AutoScalingGroupName=GROUP, MaxSize=7) is None
    stack.aws.clock(advance="90m")
    refresh = stack.autoscaling.describe_instance_refreshes(AutoScalingGroupName=GROUP)["InstanceRefreshes"][0]
    assert (refresh["Status"], refresh["Preferences"]["ScaleInProtectedInstances"]) == ("Failed", "Wait")
    specification = stack.group()["MixedInstancesPolicy"]["LaunchTemplate"]["LaunchTemplateSpecification"]
    assert specification["Version"] == "1", "a failure does not change the group"


def test_a_version_that_was_never_said_is_not_shown(stack):
    assert "Version" not in stack.bare["LaunchTemplate"], "as moto's test that was verified on AWS has it"
