"""`neap import`: what is live, imported, and then planned, is in sync; secrets never reach a file."""
import json
import random

import lab
import pytest

OWNER = "github.com/example/infra"
SECRET = "Tr0ub4dor-and-3-horses"


def texts(folder):
    """Every file below a folder, as one text."""
    return "\n".join(path.read_text() for path in sorted(folder.rglob("*.yaml")))


def imported(neap, folder, *options, cluster="demo-api"):
    ended = neap("import", "--cluster", cluster, "--out", folder, *options)
    assert ended.code == 0, ended.err
    return ended


def disown(aws):
    """Takes every tag of Neap's off what the reference stack made: somebody else could have made it."""
    ecs, elb, logs = aws.client("ecs"), aws.client("elbv2"), aws.client("logs")
    scaling, alarms = aws.client("application-autoscaling"), aws.client("cloudwatch")
    keys = ["neap:environment", "neap:owner", "neap:resource", "neap:spec-hash"]
    arns = [ecs.describe_clusters(clusters=["demo-api"])["clusters"][0]["clusterArn"]]
    arns += ecs.list_services(cluster="demo-api")["serviceArns"] + ecs.list_task_definitions()["taskDefinitionArns"]
    arns += [one["capacityProviderArn"] for one in ecs.describe_capacity_providers(capacityProviders=["spot"])["capacityProviders"]]
    for arn in arns:
        ecs.untag_resource(resourceArn=arn, tagKeys=keys)
    balancers = [one["LoadBalancerArn"] for one in elb.describe_load_balancers()["LoadBalancers"]]
    listeners = [one["ListenerArn"] for one in elb.describe_listeners(LoadBalancerArn=balancers[0])["Listeners"]]
    rules = [rule["RuleArn"] for one in listeners for rule in elb.describe_rules(ListenerArn=one)["Rules"] if not rule["IsDefault"]]
    groups = [one["TargetGroupArn"] for one in elb.describe_target_groups()["TargetGroups"]]
    for arn in balancers + listeners + rules + groups:
        elb.remove_tags(ResourceArns=[arn], TagKeys=keys)
    for group in logs.describe_log_groups()["logGroups"]:
        logs.untag_resource(resourceArn=group["arn"].removesuffix(":*"), tagKeys=keys)
    for target in scaling.describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"]:
        scaling.untag_resource(ResourceARN=target["ScalableTargetARN"], TagKeys=keys)
    for alarm in alarms.describe_alarms()["MetricAlarms"]:
        alarms.untag_resource(ResourceARN=alarm["AlarmArn"], TagKeys=keys)
    tags = [{"ResourceId": "spot", "ResourceType": "auto-scaling-group", "Key": key} for key in keys]
    aws.client("autoscaling").delete_tags(Tags=tags)
    ec2 = aws.client("ec2")
    template = ec2.describe_launch_templates()["LaunchTemplates"][0]["LaunchTemplateId"]
    ec2.delete_tags(Resources=[template], Tags=[{"Key": key} for key in keys])


def test_the_reference_stack_imported_by_its_owner_is_in_sync(neap, aws, applied, tmp_path):
    mark = aws.mark()
    ended = imported(neap, tmp_path / "new", "--owner", OWNER)
    assert "Plan: in sync" in ended.out
    assert aws.writes(mark) == [], "an import only reads"
    text = texts(tmp_path / "new")
    assert "adopt" not in text, "what Neap made for this owner needs no adoption"
    assert "aws:" not in text.replace("arn:aws:", "").replace("  aws: {", ""), "AWS's own tags stay AWS's"
    assert "AmazonECSManaged" not in text
    assert "targetGroup: api" in text and "autoScalingGroup: spot" in text, "references are names"
    assert "essential" not in text and "treatMissingData" not in text, "defaults are left out"
    service = (tmp_path / "new/production/api/service.yaml").read_text()
    assert "desiredCount" not in service, "the count is the autoscaler's"
    assert "placement: azBalancedSpread" in service


def test_what_nobody_owns_is_adopted_and_then_left_alone(neap, aws, applied, tmp_path):
    disown(aws)
    ended = imported(neap, tmp_path / "new")
    assert "Plan: in sync" in ended.out, ended.out
    assert texts(tmp_path / "new").count("policy: {adopt: true}") == 12
    (tmp_path / "second").mkdir()
    other = lab.Forge(tmp_path / "second")
    other.fill(tmp_path / "new")
    other.push("What runs already")
    mark = aws.mark()
    planned = neap("plan", other.clone, "--detailed-exitcode")
    assert planned.code == 0, planned.out + planned.err
    ended = neap.run_once(other)
    assert ended.code == 0, ended.err
    assert aws.writes(mark) == []


def test_what_belongs_to_another_repository_is_said(neap, aws, applied, tmp_path):
    ended = imported(neap, tmp_path / "new", "--owner", "github.com/other/infra")
    assert "belongs to environment production of github.com/example/infra" in ended.err
    assert "Plan: in sync" not in ended.out


def test_one_service_brings_what_it_stands_on_alone(neap, aws, applied, tmp_path):
    ended = imported(neap, tmp_path / "new", "--service", "admin", "--owner", OWNER)
    files = ended.out.splitlines()
    assert "production/admin/service.yaml" in files and "production/api/service.yaml" not in files
    assert "Plan: in sync" in ended.out


def test_services_are_chosen_by_their_tags(neap, aws, applied, tmp_path):
    ended = imported(neap, tmp_path / "new", "--tag", "Team=core", "--owner", OWNER)
    assert "production/api/service.yaml" in ended.out and "production/admin/service.yaml" not in ended.out
    ended = neap("import", "--cluster", "demo-api", "--tag", "Team=nobody", "--out", tmp_path / "none")
    assert ended.code == 1 and "no service with these tags" in ended.err
    assert not (tmp_path / "none").exists(), "nothing is written when nothing is imported"


def by_hand(aws, chance=None):
    """A stack that somebody clicked together: names of all kinds, defaults and no defaults."""
    chance = chance or random.Random(1)
    ecs, scaling = aws.client("ecs"), aws.client("application-autoscaling")
    ecs.create_cluster(clusterName="Legacy_Cluster")
    aws.client("logs").create_log_group(logGroupName="/ecs/Legacy")
    for name in ("Web_App", "worker"):
        container = {
            "name": "main", "image": "public.ecr.aws/docker/library/nginx:1.29", "memory": chance.choice([64, 128]),
            "essential": chance.choice([True, True]), "cpu": chance.choice([0, 10]),
            "portMappings": chance.choice([[], [{"containerPort": 80}], [{"containerPort": 80, "protocol": "udp"}]]),
            "environment": [{"name": "MODE", "value": chance.choice(["", "yes", "0x1F", "a: b # c"])}],
            "dockerLabels": chance.choice([{}, {"Team.Name": "core"}]),
            "logConfiguration": {
                "logDriver": "awslogs", "options": {"awslogs-group": "/ecs/Legacy", "awslogs-region": "eu-west-1"}},
            **chance.choice([{}, {"healthCheck": {"command": ["CMD", "true"], "retries": chance.randint(1, 5)}}]),
            **chance.choice([{}, {"ulimits": [{"name": "nofile", "softLimit": 1024, "hardLimit": 4096}]}]),
        }
        ecs.register_task_definition(family=name, containerDefinitions=[container])
        deployment = {
            "minimumHealthyPercent": chance.choice([0, 50, 100]), "maximumPercent": chance.choice([150, 200]),
            "deploymentCircuitBreaker": chance.choice([
                {"enable": True, "rollback": True}, {"enable": False, "rollback": False}]),
        }
        ecs.create_service(
            cluster="Legacy_Cluster", serviceName=name, taskDefinition=name, desiredCount=2, launchType="EC2",
            deploymentConfiguration=deployment, enableECSManagedTags=chance.choice([True, False]),
            placementStrategy=chance.choice([[], [{"type": "binpack", "field": "cpu"}]]),
            tags=chance.choice([[], [{"key": "Team", "value": "core"}]]))
    target = {
        "ServiceNamespace": "ecs", "ResourceId": "service/Legacy_Cluster/Web_App",
        "ScalableDimension": "ecs:service:DesiredCount"}
    scaling.register_scalable_target(**target, MinCapacity=1, MaxCapacity=chance.randint(2, 9))
    scaling.put_scaling_policy(
        **target, PolicyName="CPU Tracking", PolicyType="TargetTrackingScaling",
        TargetTrackingScalingPolicyConfiguration={
            "TargetValue": chance.choice([50, 62.5]),
            "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}})
    step = scaling.put_scaling_policy(
        **target, PolicyName="Surge", PolicyType="StepScaling", StepScalingPolicyConfiguration={
            "AdjustmentType": "ChangeInCapacity",
            "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 2}]})
    aws.client("cloudwatch").put_metric_alarm(
        AlarmName="Legacy surge", Namespace="AWS/ECS", MetricName="CPUUtilization", Statistic="Average", Period=60,
        EvaluationPeriods=chance.randint(1, 3), Threshold=90, ComparisonOperator="GreaterThanThreshold",
        Dimensions=[{"Name": "ServiceName", "Value": "Web_App"}],
        AlarmActions=[step["PolicyARN"]] + chance.choice([[], ["arn:aws:sns:eu-west-1:123456789012:pager"]]))
    scaling.put_scheduled_action(
        **target, ScheduledActionName="Night time", Schedule="cron(0 23 * * ? *)",
        ScalableTargetAction={"MinCapacity": 1, "MaxCapacity": 2})


@pytest.mark.parametrize("seed", range(6))
def test_what_was_made_by_hand_is_in_sync_whatever_it_is_like(neap, aws, tmp_path, seed):
    by_hand(aws, random.Random(seed))
    ended = imported(neap, tmp_path / "new", cluster="Legacy_Cluster")
    assert "Plan: in sync" in ended.out, ended.out + texts(tmp_path / "new")
    text = texts(tmp_path / "new")
    assert "metadata: {name: web-app}" in text and "serviceName: Web_App" in text
    assert "policyName: CPU Tracking" in text and "scheduledActionName: Night time" in text


def test_a_service_on_an_older_revision_goes_on_naming_it(neap, aws, tmp_path):
    by_hand(aws)
    aws.client("ecs").register_task_definition(
        family="worker", containerDefinitions=[{"name": "main", "image": "nginx:2", "memory": 64}])
    ended = imported(neap, tmp_path / "new", cluster="Legacy_Cluster")
    assert "runs worker:1 while 2 is the latest revision" in ended.err
    assert "taskDefinition: worker:1" in texts(tmp_path / "new")
    assert "Plan: in sync" in ended.out, ended.out


def test_secrets_are_left_out_and_their_manifest_waits(neap, aws, forge, tmp_path):
    by_hand(aws)
    container = {
        "name": "main", "image": "nginx:3", "memory": 64,
        "environment": [{"name": "DB_PASSWORD", "value": SECRET}, {"name": "MODE", "value": "web"}],
        "secrets": [{"name": "API_KEY", "valueFrom": "arn:aws:ssm:eu-west-1:123456789012:parameter/key"}],
    }
    aws.client("ecs").register_task_definition(
        family="worker", containerDefinitions=[container],
        executionRoleArn="arn:aws:iam::123456789012:role/demo-api-execution")
    aws.client("ecs").update_service(cluster="Legacy_Cluster", service="worker", taskDefinition="worker:2")
    ended = imported(neap, tmp_path / "new", cluster="Legacy_Cluster")
    text = texts(tmp_path / "new")
    assert SECRET not in text + ended.out + ended.err
    assert "valueFrom: \"arn:aws:ssm:eu-west-1:123456789012:parameter/key\"" in text, "where secrets are kept stays"
    assert "Plan: in sync" not in ended.out and "suspended" in ended.out
    definition = (tmp_path / "new/production/worker/task-definition.yaml").read_text()
    assert definition.startswith("# Left out, because it looks like a secret: /containerDefinitions/main/environment/DB_PASSWORD")
    forge.fill(tmp_path / "new")
    forge.push("What runs already")
    mark = aws.mark()
    neap.run_once(forge)
    assert aws.writes(mark) == [], "a placeholder is never applied"
    path = "production/worker/task-definition.yaml"
    forge.edit(path, "left-out-by-neap-import", SECRET)
    forge.edit(path, "policy: {suspend: true}\n", "")
    forge.push("No secret at all")
    planned = neap("plan", forge.clone, "--detailed-exitcode")
    assert planned.code == 0, planned.out + planned.err


def test_files_that_exist_are_kept_unless_forced(neap, aws, tmp_path):
    by_hand(aws)
    imported(neap, tmp_path / "new", cluster="Legacy_Cluster")
    kept = tmp_path / "new/production/cluster.yaml"
    kept.write_text(kept.read_text() + "# mine\n")
    ended = neap("import", "--cluster", "Legacy_Cluster", "--out", tmp_path / "new")
    assert ended.code == 1 and "nothing was written" in ended.err and "production/cluster.yaml" in ended.err
    assert "# mine" in kept.read_text()
    ended = imported(neap, tmp_path / "new", "--force", cluster="Legacy_Cluster")
    assert "# mine" not in kept.read_text() and "Plan: in sync" in ended.out
    assert not list((tmp_path / "new").glob(".neap-import-*")), "nothing half done is left"


def test_a_begun_repository_is_filled(neap, aws, tmp_path):
    by_hand(aws)
    ended = neap("init", tmp_path / "new", "--empty", "--environment", "staging", "--region", "eu-west-1", "--owner", OWNER)
    assert ended.code == 0, ended.err
    ended = imported(neap, tmp_path / "new", cluster="Legacy_Cluster")
    assert "staging/cluster.yaml" in ended.out and "neap.yaml" not in ended.out.splitlines()
    assert "Plan: in sync" in ended.out
    ended = neap("init", tmp_path / "new", "--region", "eu-west-1")
    assert ended.code == 1 and "neap.yaml" in ended.err, "a repository is begun once"


def test_a_cluster_that_is_not_there_is_an_error(neap, aws, tmp_path):
    ended = neap("import", "--cluster", "nothing", "--out", tmp_path / "new")
    assert ended.code == 1 and "cluster nothing can not be imported" in ended.err
    assert not (tmp_path / "new").exists()


def test_the_output_of_awss_command_line_is_imported_without_aws(offline, neap, aws, tmp_path):
    by_hand(aws)
    ecs = aws.client("ecs")
    saved = {
        "services": ecs.describe_services(cluster="Legacy_Cluster", services=["worker"], include=["TAGS"]),
        "definition": ecs.describe_task_definition(taskDefinition="worker", include=["TAGS"]),
        "alarms": aws.client("cloudwatch").describe_alarms(),
    }
    for name, reply in saved.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(reply, default=str))
    files = [part for name in saved for part in ("--file", tmp_path / f"{name}.json")]
    ended = offline("import", *files, "--out", tmp_path / "new", "--region", "eu-west-1")
    assert ended.code == 0, ended.err
    assert "taskDefinition: worker" in texts(tmp_path / "new")
    assert "LogGroup /ecs/Legacy is left out: no file holds it" in ended.err
    forge = lab.Forge(tmp_path)
    forge.fill(tmp_path / "new")
    forge.push("From files")
    planned = neap("plan", forge.clone, "--detailed-exitcode")
    assert planned.code == 0, planned.out + planned.err


def test_a_task_definition_alone_is_imported(offline, tmp_path):
    definition = {
        "family": "api", "containerDefinitions": [
            {"name": "api", "image": "api:1", "memory": 64, "environment": [{"name": "API_TOKEN", "value": SECRET}]}]}
    (tmp_path / "task.json").write_text(json.dumps(definition))
    ended = offline("import", "--file", tmp_path / "task.json", "--out", tmp_path / "new", "--region", "eu-west-1")
    assert ended.code == 0, ended.err
    text = (tmp_path / "new/production/api/task-definition.yaml").read_text()
    assert "image: api:1" in text and SECRET not in text and "suspend: true" in text


def ecspresso(folder, service="ecs-service-def.json", image="nginx:1"):
    (folder / "ecspresso.yml").write_text(
        "region: eu-west-1\ncluster: default\nservice: web\n"
        f"service_definition: {service}\ntask_definition: ecs-task-def.json\ntimeout: 10m0s\n")
    (folder / "ecs-service-def.json").write_text(json.dumps({
        "launchType": "EC2", "schedulingStrategy": "REPLICA", "desiredCount": 2, "enableExecuteCommand": True,
        "deploymentConfiguration": {"maximumPercent": 200, "minimumHealthyPercent": 50}}))
    (folder / "ecs-task-def.json").write_text(json.dumps({
        "family": "web", "containerDefinitions": [{"name": "web", "image": image, "memory": 64, "essential": True}]}))
    return folder / "ecspresso.yml"


def test_an_ecspresso_project_is_imported(offline, tmp_path):
    config = ecspresso(tmp_path, image="{{ must_env `IMAGE` }}")
    ended = offline("import", "--ecspresso", config, "--out", tmp_path / "new")
    assert ended.code == 0, ended.err
    service = (tmp_path / "new/production/web/service.yaml").read_text()
    assert "enableExecuteCommand: true" in service and "minimumHealthyPercent: 50" in service
    assert "maximumPercent" not in service and "schedulingStrategy" not in service
    assert "/containerDefinitions/0/image: {{ must_env `IMAGE` }} is not evaluated" in ended.err
    assert offline("validate", tmp_path / "new").code == 0


def test_jsonnet_is_refused_by_name(offline, tmp_path):
    config = ecspresso(tmp_path, service="ecs-service-def.jsonnet")
    ended = offline("import", "--ecspresso", config, "--out", tmp_path / "new")
    assert ended.code == 1 and "is Jsonnet" in ended.err and "ecspresso render" in ended.err
    assert not (tmp_path / "new").exists()


def test_usage_names_what_is_missing(offline, tmp_path):
    ended = offline("import", "--out", tmp_path / "new")
    assert ended.code == 64 and "--cluster" in ended.err
