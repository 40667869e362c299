"""Every setting of the reference stack's rows, stated in manifests/reference, is read back from AWS by boto3.

What AWS's double can not show, even mended:
- the preferences of an instance refresh are sent with a refresh, not kept by the group: checked by the last test here;
- EC2's own placement of On-Demand and Spot instances: it starts instances without a lifecycle;
- that a container stops within its time, that an agent reads /etc/ecs/ecs.config: it runs nothing.
"""
import base64
import os

import pytest

import lab

CERTIFICATE = lab.seeding.CERTIFICATE
TEAM = {"Team": "core"}


class Stack:
    """The reference stack after its first turn, in an AWS of its own."""

    def __init__(self, folder, aws, program):
        self.aws, self.ids = aws, aws.seed()
        self.forge = lab.Forge(folder)
        self.forge.fill(lab.ROOT / "manifests/reference")
        self.forge.push("The reference stack")
        self.neap = lab.Neap(folder, aws.endpoint, program)
        self.mark = aws.mark()
        self.first = self.neap.run_once(self.forge)

    def __getattr__(self, name):
        return self.aws.client(name.replace("_", "-"))

    def group(self):
        return self.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=["spot"])["AutoScalingGroups"][0]

    def template(self):
        versions = self.ec2.describe_launch_template_versions(LaunchTemplateName="spot", Versions=["$Latest"])
        return versions["LaunchTemplateVersions"][0]

    def balancer(self):
        return self.elbv2.describe_load_balancers(Names=["demo-api"])["LoadBalancers"][0]

    def listener(self, port):
        listeners = self.elbv2.describe_listeners(LoadBalancerArn=self.balancer()["LoadBalancerArn"])["Listeners"]
        return next(item for item in listeners if item["Port"] == port)

    def target_group(self, name):
        return self.elbv2.describe_target_groups(Names=[name])["TargetGroups"][0]

    def service(self, name):
        return self.ecs.describe_services(cluster="demo-api", services=[name], include=["TAGS"])["services"][0]

    def container(self, family):
        return self.definition(family)["containerDefinitions"][0]

    def definition(self, family):
        return self.ecs.describe_task_definition(taskDefinition=family)["taskDefinition"]

    def cluster(self):
        everything = ["TAGS", "SETTINGS", "ATTACHMENTS"]
        return self.ecs.describe_clusters(clusters=["demo-api"], include=everything)["clusters"][0]

    def policies(self):
        found = self.application_autoscaling.describe_scaling_policies(ServiceNamespace="ecs")["ScalingPolicies"]
        return {item["PolicyName"].removeprefix("api-"): item for item in found}


@pytest.fixture(scope="module")
def stack(request, tmp_path_factory):
    program = os.environ.get("NEAP")
    if not program:
        pytest.fail("NEAP does not name the executable; run `make test`", pytrace=False)
    folder = tmp_path_factory.mktemp("stack")
    with lab.double(request.config.getoption("--aws"), folder) as aws:
        made = Stack(folder, aws, program)
        assert made.first.code == 0, made.first.err
        yield made


def pairs(items, key="Key", value="Value"):
    return {item[key]: item[value] for item in items}


def subset(wanted, live):
    """The members of `live` that `wanted` names."""
    return {name: live.get(name) for name in wanted}


def test_launch_template(stack):
    data = stack.template()["LaunchTemplateData"]
    image = stack.ssm.get_parameter(Name="/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id")
    wanted = {
        "ImageId": image["Parameter"]["Value"], "InstanceType": "t3.large", "KeyName": "demo-api",
        "SecurityGroupIds": [stack.ids["demo-instances"]], "IamInstanceProfile": {"Name": "ecsInstanceRole"},
        "EbsOptimized": True, "CreditSpecification": {"CpuCredits": "unlimited"},
        "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 2},
    }
    assert subset(wanted, data) == wanted
    disk = data["BlockDeviceMappings"][0]
    assert disk["DeviceName"] == "/dev/xvda"
    wanted = {"VolumeSize": 30, "VolumeType": "gp3", "Encrypted": True, "DeleteOnTermination": True}
    assert subset(wanted, disk["Ebs"]) == wanted
    assert "InstanceMarketOptions" not in data, "the purchasing option is the group's"


def test_launch_template_user_data(stack):
    script = base64.b64decode(stack.template()["LaunchTemplateData"]["UserData"]).decode()
    assert script.startswith("#!") and "/etc/ecs/ecs.config" in script
    lines = script.splitlines()
    for line in ["ECS_CLUSTER=demo-api", "ECS_ENABLE_SPOT_INSTANCE_DRAINING=true", "ECS_CONTAINER_STOP_TIMEOUT=30s"]:
        assert line in lines
    assert "/demo-api/registry" in script, "registry credentials come from a parameter, when the instance boots"


def test_group_purchasing(stack):
    policy = stack.group()["MixedInstancesPolicy"]
    wanted = {
        "OnDemandBaseCapacity": 1, "OnDemandPercentageAboveBaseCapacity": 0,
        "SpotAllocationStrategy": "price-capacity-optimized"}
    assert subset(wanted, policy["InstancesDistribution"]) == wanted
    assert [item["InstanceType"] for item in policy["LaunchTemplate"]["Overrides"]] == [
        "t3.large", "t3a.large", "t3.xlarge", "t3a.xlarge"]
    assert all("WeightedCapacity" not in item for item in policy["LaunchTemplate"]["Overrides"])
    specification = policy["LaunchTemplate"]["LaunchTemplateSpecification"]
    assert specification["LaunchTemplateName"] == "spot"
    assert specification["Version"] == "1", "versions are numbers, so that a refresh can go back"


def test_group_size_and_network(stack):
    group = stack.group()
    assert (group["MinSize"], group["MaxSize"]) == (2, 6)
    assert 2 <= group["DesiredCapacity"] <= 6
    assert set(group["VPCZoneIdentifier"].split(",")) == set(stack.ids["private"])
    assert len(group["AvailabilityZones"]) == 3
    assert group["TargetGroupARNs"] == [] and group["LoadBalancerNames"] == []


def test_group_protection_tags_and_termination(stack):
    group = stack.group()
    assert group["NewInstancesProtectedFromScaleIn"] is True
    assert group["TerminationPolicies"] == ["OldestLaunchTemplate", "Default"]
    assert group["DefaultInstanceWarmup"] == 60
    tags = {tag["Key"]: tag for tag in group["Tags"]}
    assert {name: tags[name]["Value"] for name in ["Name", "Team"]} == {"Name": "demo-api-ecs", "Team": "core"}
    assert all(tags[name]["PropagateAtLaunch"] for name in ["Name", "Team"])
    assert "AmazonECSManaged" in tags, "what ECS adds stays"


def test_load_balancer(stack):
    balancer = stack.balancer()
    assert (balancer["Scheme"], balancer["Type"], balancer["IpAddressType"]) == ("internet-facing", "application", "ipv4")
    assert {zone["SubnetId"] for zone in balancer["AvailabilityZones"]} == set(stack.ids["public"])
    assert balancer["SecurityGroups"] == [stack.ids["demo-alb"]]
    found = stack.elbv2.describe_load_balancer_attributes(LoadBalancerArn=balancer["LoadBalancerArn"])["Attributes"]
    wanted = {
        "access_logs.s3.enabled": "true", "access_logs.s3.bucket": lab.seeding.BUCKET,
        "access_logs.s3.prefix": "production", "idle_timeout.timeout_seconds": "75", "deletion_protection.enabled": "true"}
    assert subset(wanted, pairs(found)) == wanted


def test_listener_80_redirects(stack):
    action = stack.listener(80)["DefaultActions"][0]
    wanted = {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}
    assert action["Type"] == "redirect"
    assert subset(wanted, action["RedirectConfig"]) == wanted


def test_listener_443(stack):
    listener = stack.listener(443)
    assert listener["Protocol"] == "HTTPS"
    assert listener["SslPolicy"] == "ELBSecurityPolicy-TLS13-1-2-2021-06"
    assert [item["CertificateArn"] for item in listener["Certificates"]] == [CERTIFICATE]
    action = listener["DefaultActions"][0]
    assert (action["Type"], action["TargetGroupArn"]) == ("forward", stack.target_group("api")["TargetGroupArn"])


def test_rules_of_two_teams_stand_on_one_listener(stack):
    rules = stack.elbv2.describe_rules(ListenerArn=stack.listener(443)["ListenerArn"])["Rules"]
    by_priority = {rule["Priority"]: rule for rule in rules}
    assert set(by_priority) == {"10", "20", "default"}
    assert by_priority["10"]["Conditions"][0]["PathPatternConfig"]["Values"] == ["/internal/*"]
    assert by_priority["10"]["Actions"][0]["FixedResponseConfig"] == {
        "StatusCode": "404", "ContentType": "text/plain", "MessageBody": "Not found"}
    assert by_priority["20"]["Conditions"][0]["HostHeaderConfig"]["Values"] == ["admin.example.com"]
    assert by_priority["20"]["Actions"][0]["TargetGroupArn"] == stack.target_group("admin")["TargetGroupArn"]


def test_target_group(stack):
    group = stack.target_group("api")
    wanted = {
        "TargetType": "instance", "Protocol": "HTTP", "Port": 80, "VpcId": stack.ids["vpc"],
        "HealthCheckPath": "/healthz", "HealthCheckIntervalSeconds": 10, "HealthCheckTimeoutSeconds": 5,
        "HealthyThresholdCount": 2, "UnhealthyThresholdCount": 3, "Matcher": {"HttpCode": "200-399"}}
    assert subset(wanted, group) == wanted
    found = stack.elbv2.describe_target_group_attributes(TargetGroupArn=group["TargetGroupArn"])["Attributes"]
    wanted = {
        "deregistration_delay.timeout_seconds": "30", "slow_start.duration_seconds": "30",
        "stickiness.enabled": "true", "stickiness.type": "lb_cookie", "stickiness.lb_cookie.duration_seconds": "3600"}
    assert subset(wanted, pairs(found)) == wanted


@pytest.mark.parametrize("name, days", [("/ecs/demo-api/api", 30), ("/ecs/demo-api/admin", 14)])
def test_log_group(stack, name, days):
    groups = stack.logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"]
    assert [(group["logGroupName"], group["retentionInDays"]) for group in groups] == [(name, days)]


def test_task_definition(stack):
    definition = stack.definition("api")
    wanted = {
        "networkMode": "bridge", "requiresCompatibilities": ["EC2"],
        "executionRoleArn": "arn:aws:iam::123456789012:role/demo-api-execution",
        "taskRoleArn": "arn:aws:iam::123456789012:role/demo-api-task"}
    assert subset(wanted, definition) == wanted
    assert definition["revision"] == 1


def test_container(stack):
    container = stack.container("api")
    wanted = {
        "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.7.4", "cpu": 256, "memory": 512,
        "memoryReservation": 384, "essential": True, "command": ["serve", "--port", "3000"], "stopTimeout": 30}
    assert subset(wanted, container) == wanted
    port = container["portMappings"][0]
    assert (port["containerPort"], port["hostPort"]) == (3000, 0)
    assert pairs(container["environment"], "name", "value") == {"PORT": "3000", "FEATURE_FLAGS": "new-search"}
    assert set(pairs(container["secrets"], "name", "valueFrom")) == {"DATABASE_URL", "API_KEY"}
    wanted = {"interval": 10, "timeout": 5, "retries": 3, "startPeriod": 20}
    assert subset(wanted, container["healthCheck"]) == wanted
    assert container["logConfiguration"] == {
        "logDriver": "awslogs",
        "options": {"awslogs-group": "/ecs/demo-api/api", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "api"}}


def test_task_definition_from_a_file_in_aws_own_shape(stack):
    container = stack.container("admin")
    assert container["image"].endswith("/admin:0.9.1")
    assert container["mountPoints"] == [{"sourceVolume": "uploads", "containerPath": "/uploads", "readOnly": False}]
    volume = stack.definition("admin")["volumes"][0]
    wanted = {"fileSystemId": "fs-0a1b2c3d4e5f60718", "transitEncryption": "ENABLED"}
    assert subset(wanted, volume["efsVolumeConfiguration"]) == wanted


def test_cluster(stack):
    cluster = stack.cluster()
    assert pairs(cluster["settings"], "name", "value") == {"containerInsights": "enabled"}
    assert cluster["capacityProviders"] == ["spot"]
    assert cluster["defaultCapacityProviderStrategy"] == [{"capacityProvider": "spot", "weight": 1, "base": 0}]
    assert pairs(cluster["tags"], "key", "value").items() >= TEAM.items()


def test_capacity_provider(stack):
    found = stack.ecs.describe_capacity_providers(capacityProviders=["spot"])["capacityProviders"][0]
    provider = found["autoScalingGroupProvider"]
    assert provider["autoScalingGroupArn"] == stack.group()["AutoScalingGroupARN"]
    wanted = {
        "status": "ENABLED", "targetCapacity": 100, "minimumScalingStepSize": 1, "maximumScalingStepSize": 4,
        "instanceWarmupPeriod": 120}
    assert subset(wanted, provider["managedScaling"]) == wanted
    assert (provider["managedTerminationProtection"], provider["managedDraining"]) == ("ENABLED", "ENABLED")


def test_service(stack):
    service = stack.service("api")
    assert service["taskDefinition"] == stack.definition("api")["taskDefinitionArn"]
    assert service["capacityProviderStrategy"] == [{"capacityProvider": "spot", "weight": 1, "base": 0}]
    wanted = {
        "schedulingStrategy": "REPLICA", "desiredCount": 4, "healthCheckGracePeriodSeconds": 60,
        "enableECSManagedTags": True, "propagateTags": "SERVICE"}
    assert subset(wanted, service) == wanted
    configuration = service["deploymentConfiguration"]
    assert (configuration["minimumHealthyPercent"], configuration["maximumPercent"]) == (50, 150)
    wanted = {"enable": True, "rollback": True}
    assert subset(wanted, configuration["deploymentCircuitBreaker"]) == wanted
    assert pairs(service["tags"], "key", "value").items() >= TEAM.items()


def test_service_load_balancer_and_placement(stack):
    service = stack.service("api")
    balancer = service["loadBalancers"][0]
    assert balancer["targetGroupArn"] == stack.target_group("api")["TargetGroupArn"]
    assert (balancer["containerName"], balancer["containerPort"]) == ("api", 3000)
    assert service["placementStrategy"] == [
        {"type": "spread", "field": "attribute:ecs.availability-zone"}, {"type": "spread", "field": "instanceId"}]


def test_service_with_explicit_placement(stack):
    service = stack.service("admin")
    assert service["placementStrategy"] == [
        {"type": "spread", "field": "attribute:ecs.availability-zone"}, {"type": "binpack", "field": "MEMORY"}]
    assert service["placementConstraints"] == [
        {"type": "memberOf", "expression": "attribute:ecs.os-type == linux"}]
    assert (service["desiredCount"], service["healthCheckGracePeriodSeconds"]) == (1, 60)


def test_scalable_target(stack):
    targets = stack.application_autoscaling.describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"]
    assert [(t["ResourceId"], t["MinCapacity"], t["MaxCapacity"]) for t in targets] == [("service/demo-api/api", 2, 12)]


def test_target_tracking(stack):
    policies = stack.policies()
    found = {name: policies[name]["TargetTrackingScalingPolicyConfiguration"] for name in ["cpu", "memory", "requests"]}
    metrics = {name: item["PredefinedMetricSpecification"]["PredefinedMetricType"] for name, item in found.items()}
    assert metrics == {
        "cpu": "ECSServiceAverageCPUUtilization", "memory": "ECSServiceAverageMemoryUtilization",
        "requests": "ALBRequestCountPerTarget"}
    assert {name: item["TargetValue"] for name, item in found.items()} == {"cpu": 85, "memory": 85, "requests": 1000}
    assert (found["cpu"]["ScaleOutCooldown"], found["cpu"]["ScaleInCooldown"]) == (60, 300)
    assert found["memory"]["DisableScaleIn"] is True
    balancer = stack.balancer()["LoadBalancerArn"].split("loadbalancer/")[1]
    group = stack.target_group("api")["TargetGroupArn"].split(":")[-1]
    assert found["requests"]["PredefinedMetricSpecification"]["ResourceLabel"] == f"{balancer}/{group}"


def test_step_scaling_with_its_alarm(stack):
    policy = stack.policies()["surge"]
    configuration = policy["StepScalingPolicyConfiguration"]
    wanted = {"AdjustmentType": "ChangeInCapacity", "MetricAggregationType": "Maximum", "Cooldown": 60}
    assert subset(wanted, configuration) == wanted
    assert [step["ScalingAdjustment"] for step in configuration["StepAdjustments"]] == [1, 3]
    alarm = stack.cloudwatch.describe_alarms(AlarmNames=["demo-api-surge"])["MetricAlarms"][0]
    assert alarm["AlarmActions"] == [policy["PolicyARN"]]
    wanted = {"Threshold": 92.0, "Period": 60, "EvaluationPeriods": 2, "Statistic": "Maximum", "MetricName": "CPUUtilization"}
    assert subset(wanted, alarm) == wanted


def test_scheduled_actions(stack):
    found = stack.application_autoscaling.describe_scheduled_actions(ServiceNamespace="ecs")["ScheduledActions"]
    actions = {item["ScheduledActionName"].removeprefix("api-"): item for item in found}
    assert set(actions) == {"evening", "night"}
    evening = actions["evening"]
    assert (evening["Schedule"], evening["Timezone"]) == ("cron(0 17 * * ? *)", "Europe/Dublin")
    assert evening["ScalableTargetAction"] == {"MinCapacity": 4, "MaxCapacity": 12}


def test_alarm(stack):
    alarm = stack.cloudwatch.describe_alarms(AlarmNames=["demo-api-memory"])["MetricAlarms"][0]
    wanted = {
        "MetricName": "MemoryUtilization", "Threshold": 95.0, "EvaluationPeriods": 3, "DatapointsToAlarm": 2,
        "ComparisonOperator": "GreaterThanThreshold", "TreatMissingData": "notBreaching"}
    assert subset(wanted, alarm) == wanted
    assert pairs(alarm["Dimensions"], "Name", "Value") == {"ClusterName": "demo-api", "ServiceName": "api"}


def test_everything_that_was_made_is_marked_as_ours(stack):
    tags = [
        pairs(stack.group()["Tags"]), pairs(stack.cluster()["tags"], "key", "value"),
        pairs(stack.service("api")["tags"], "key", "value"),
        pairs(stack.elbv2.describe_tags(ResourceArns=[stack.target_group("api")["TargetGroupArn"]])["TagDescriptions"][0]["Tags"]),
        pairs(stack.ec2.describe_launch_templates(LaunchTemplateNames=["spot"])["LaunchTemplates"][0]["Tags"])]
    for found in tags:
        assert found["neap:environment"] == "production"
        assert found["neap:owner"] == "github.com/example/infra"
        assert {"neap:resource", "neap:spec-hash"} <= set(found)
    assert pairs(stack.cluster()["tags"], "key", "value")["neap:resource"] == "Cluster/demo-api"


def test_the_group_is_made_empty_and_raised_after_the_provider_is_attached(stack):
    writes = stack.aws.writes(stack.mark)
    order = [writes.index(name) for name in [
        "CreateAutoScalingGroup", "CreateCapacityProvider", "PutClusterCapacityProviders", "UpdateAutoScalingGroup"]]
    assert order == sorted(order)
    assert writes.index("PutClusterCapacityProviders") < writes.index("CreateService")


@pytest.mark.only("local")
def test_a_change_of_the_template_is_a_new_version(stack):
    # Instances roll only once tasks are at rest.
    stack.aws.settle()
    assert stack.neap.run_once(stack.forge).code == 0
    stack.forge.edit(
        "production/capacity.yaml", "{httpTokens: required, httpPutResponseHopLimit: 2}",
        "{httpTokens: required, httpPutResponseHopLimit: 1}")
    stack.forge.push("Containers reach the instance's metadata no more")
    mark = stack.aws.mark()
    ended = stack.neap.run_once(stack.forge)
    assert ended.code == 0, ended.err
    writes = stack.aws.writes(mark)
    assert writes == ["CreateLaunchTemplateVersion", "ModifyLaunchTemplate", "StartInstanceRefresh"]
    assert stack.template()["VersionNumber"] == 2
    assert stack.template()["LaunchTemplateData"]["MetadataOptions"]["HttpPutResponseHopLimit"] == 1


@pytest.mark.only("local")
def test_a_new_template_version_rolls_the_group_with_its_preferences(stack):
    refreshes = stack.autoscaling.describe_instance_refreshes(AutoScalingGroupName="spot")["InstanceRefreshes"]
    assert len(refreshes) == 1
    wanted = {
        "MinHealthyPercentage": 100, "MaxHealthyPercentage": 110, "SkipMatching": True, "AutoRollback": True,
        "ScaleInProtectedInstances": "Refresh"}
    assert subset(wanted, refreshes[0]["Preferences"]) == wanted
