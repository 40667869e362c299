"""`neap bootstrap`: what its roles may do and may not, what it writes, and Neap as a service that it manages itself."""
import json
import pathlib
import re
import subprocess
import sys
import tomllib

import boto3
import pytest
import yaml

import lab
from policies import ACCOUNT, REGION, Template, allows, texts

ENVIRONMENT = "apiVersion: neap/v1\nkind: Environment\nmetadata: {{name: {name}}}\nspec:\n  paths: [{name}]\n  aws: {{region: eu-west-1, accountId: \"123456789012\"}}\n"
SHOP = "apiVersion: neap/v1\nkind: Cluster\nmetadata: {{name: {name}}}\nspec: {{}}\n"
TASK_ROLE = f"arn:aws:iam::{ACCOUNT}:role/apiTaskRole"
INSTANCE_ROLE = f"arn:aws:iam::{ACCOUNT}:role/ecsInstanceRole"
HOOK_ROLE = f"arn:aws:iam::{ACCOUNT}:role/hooks"
LISTENER = f"arn:aws:elasticloadbalancing:{REGION}:{ACCOUNT}:listener/app/shared/1/2"
ALLOWING = ["--task-role", TASK_ROLE, "--instance-role", INSTANCE_ROLE, "--group-role", HOOK_ROLE, "--shared-listener", LISTENER]
TRUST = ["--trust", "token.actions.githubusercontent.com=repo:acme/infra:pull_request"]

REQUEST, RESOURCE = "aws:RequestTag/neap:environment", "aws:ResourceTag/neap:environment"
NEW, OURS = {REQUEST: "production"}, {RESOURCE: "production"}
ADDED = NEW | OURS
OTHER_NEW, THEIRS, NOBODYS = {REQUEST: "billing"}, {RESOURCE: "billing"}, {}


def arn(service, end):
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{end}"


CLUSTER, SERVICE = arn("ecs", "cluster/shop"), arn("ecs", "service/shop/api")
DEFINITION, PROVIDER = arn("ecs", "task-definition/api:7"), arn("ecs", "capacity-provider/spot")
GROUP = arn("autoscaling", "autoScalingGroup:0-1:autoScalingGroupName/spot")
BALANCER = arn("elasticloadbalancing", "loadbalancer/app/shop/1")
TARGETS = arn("elasticloadbalancing", "targetgroup/api/1")
RULE, OWN_LISTENER = arn("elasticloadbalancing", "listener-rule/app/shop/1/2/3"), arn("elasticloadbalancing", "listener/app/shop/1/2")
TEMPLATE, SCALABLE = arn("ec2", "launch-template/lt-1"), arn("application-autoscaling", "scalable-target/1")
ALARM, LOGS = arn("cloudwatch", "alarm:cpu"), arn("logs", "log-group:/ecs/api:*")
TABLE, QUEUE = arn("dynamodb", "table/neap-leases"), arn("sqs", "neap-hints")
TO_TASKS, TO_INSTANCES = {"iam:PassedToService": "ecs-tasks.amazonaws.com"}, {"iam:PassedToService": "ec2.amazonaws.com"}
TO_GROUPS = {"iam:PassedToService": "autoscaling.amazonaws.com"}

ALLOWED = [
    ("ecs:DescribeServices", SERVICE, NOBODYS), ("ecs:DescribeServices", SERVICE, THEIRS),
    ("ec2:DescribeInstances", "*", NOBODYS), ("elasticloadbalancing:DescribeRules", "*", NOBODYS),
    ("ssm:GetParameters", f"arn:aws:ssm:{REGION}::parameter/aws/service/ecs/optimized-ami/recommended", NOBODYS),
    ("logs:FilterLogEvents", LOGS, OURS), ("iam:SimulatePrincipalPolicy", f"arn:aws:iam::{ACCOUNT}:role/neap-controller", NOBODYS),
    ("ecs:CreateCluster", CLUSTER, NEW), ("ecs:CreateService", SERVICE, NEW), ("ecs:UpdateService", SERVICE, OURS),
    ("ecs:DeleteService", SERVICE, OURS), ("ecs:PutClusterCapacityProviders", CLUSTER, OURS),
    ("ecs:RegisterTaskDefinition", DEFINITION, NEW), ("ecs:DeregisterTaskDefinition", "*", NOBODYS),
    ("ecs:TagResource", SERVICE, NEW | {"ecs:CreateAction": "CreateService"}), ("ecs:TagResource", SERVICE, OURS),
    ("ecs:RunTask", DEFINITION, ADDED), ("ecs:StopServiceDeployment", SERVICE, OURS),
    ("ecs:StopServiceDeployment", arn("ecs", "service-deployment/shop/api/1"), NOBODYS),
    ("autoscaling:CreateAutoScalingGroup", GROUP, NEW), ("autoscaling:StartInstanceRefresh", GROUP, OURS),
    ("autoscaling:CreateOrUpdateTags", GROUP, NEW), ("ec2:CreateLaunchTemplate", TEMPLATE, NEW),
    ("ec2:CreateLaunchTemplateVersion", TEMPLATE, OURS), ("ec2:RunInstances", TEMPLATE, OURS),
    ("ec2:RunInstances", arn("ec2", "subnet/subnet-1"), {"ec2:LaunchTemplate": TEMPLATE}),
    ("ec2:CreateTags", arn("ec2", "instance/i-1"), {"ec2:CreateAction": "RunInstances"}),
    ("elasticloadbalancing:CreateLoadBalancer", BALANCER, NEW), ("elasticloadbalancing:CreateListener", BALANCER, ADDED),
    ("elasticloadbalancing:CreateRule", OWN_LISTENER, ADDED), ("elasticloadbalancing:CreateRule", LISTENER, NEW),
    ("elasticloadbalancing:ModifyRule", RULE, OURS), ("elasticloadbalancing:DeleteTargetGroup", TARGETS, OURS),
    ("application-autoscaling:RegisterScalableTarget", SCALABLE, NEW), ("application-autoscaling:PutScalingPolicy", SCALABLE, OURS),
    ("cloudwatch:PutMetricAlarm", ALARM, NEW), ("cloudwatch:PutMetricAlarm", ALARM, OURS), ("logs:CreateLogGroup", LOGS, NEW),
    ("logs:PutRetentionPolicy", LOGS, OURS), ("dynamodb:PutItem", TABLE, NOBODYS), ("sqs:ReceiveMessage", QUEUE, NOBODYS),
    ("sqs:DeleteMessage", QUEUE, NOBODYS), ("iam:PassRole", TASK_ROLE, TO_TASKS), ("iam:PassRole", INSTANCE_ROLE, TO_INSTANCES),
    ("iam:PassRole", f"arn:aws:iam::{ACCOUNT}:role/neap-controller", TO_TASKS), ("iam:PassRole", HOOK_ROLE, TO_GROUPS),
    ("iam:CreateServiceLinkedRole", f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/x", {"iam:AWSServiceName": "ecs.amazonaws.com"}),
]

DENIED = [
    # Made without the environment's tag, or with another's.
    ("ecs:CreateCluster", CLUSTER, NOBODYS), ("ecs:CreateCluster", CLUSTER, OTHER_NEW), ("ecs:CreateService", SERVICE, NOBODYS),
    ("ecs:CreateService", SERVICE, OTHER_NEW), ("ecs:CreateCapacityProvider", PROVIDER, OTHER_NEW),
    ("ecs:RegisterTaskDefinition", DEFINITION, NOBODYS), ("autoscaling:CreateAutoScalingGroup", GROUP, OTHER_NEW),
    ("ec2:CreateLaunchTemplate", TEMPLATE, NOBODYS), ("elasticloadbalancing:CreateLoadBalancer", BALANCER, NOBODYS),
    ("elasticloadbalancing:CreateTargetGroup", TARGETS, OTHER_NEW), ("application-autoscaling:RegisterScalableTarget", SCALABLE, NOBODYS),
    ("cloudwatch:PutMetricAlarm", ALARM, NOBODYS), ("logs:CreateLogGroup", LOGS, NOBODYS),
    # Of others.
    ("ecs:UpdateService", SERVICE, THEIRS), ("ecs:UpdateService", SERVICE, NOBODYS), ("ecs:DeleteService", SERVICE, THEIRS),
    ("ecs:DeleteCluster", CLUSTER, NOBODYS), ("ecs:PutClusterCapacityProviders", CLUSTER, THEIRS),
    ("ecs:UpdateCapacityProvider", PROVIDER, NOBODYS), ("ecs:RunTask", DEFINITION, NEW), ("ecs:RunTask", DEFINITION, NEW | THEIRS),
    ("ecs:StopServiceDeployment", SERVICE, THEIRS), ("autoscaling:UpdateAutoScalingGroup", GROUP, THEIRS),
    ("autoscaling:DeleteAutoScalingGroup", GROUP, NOBODYS), ("autoscaling:SetInstanceProtection", GROUP, THEIRS),
    ("ec2:ModifyLaunchTemplate", TEMPLATE, NOBODYS), ("ec2:DeleteLaunchTemplate", TEMPLATE, THEIRS),
    ("elasticloadbalancing:CreateListener", BALANCER, NEW), ("elasticloadbalancing:CreateRule", OWN_LISTENER, NEW),
    ("elasticloadbalancing:CreateRule", OWN_LISTENER, NEW | THEIRS), ("elasticloadbalancing:CreateRule", LISTENER, NOBODYS),
    ("elasticloadbalancing:DeleteRule", RULE, NOBODYS), ("elasticloadbalancing:ModifyListener", LISTENER, NOBODYS),
    ("elasticloadbalancing:DeleteLoadBalancer", BALANCER, THEIRS), ("elasticloadbalancing:ModifyTargetGroup", TARGETS, THEIRS),
    ("application-autoscaling:DeleteScalingPolicy", SCALABLE, THEIRS), ("cloudwatch:DeleteAlarms", ALARM, NOBODYS),
    ("cloudwatch:PutMetricAlarm", ALARM, NEW | THEIRS), ("logs:DeleteLogGroup", LOGS, THEIRS), ("logs:FilterLogEvents", LOGS, NOBODYS),
    # Tags by which it would get hold of them, or lose what is another environment's.
    ("ecs:TagResource", SERVICE, NEW), ("ecs:TagResource", SERVICE, NEW | THEIRS), ("ecs:TagResource", SERVICE, OURS | OTHER_NEW),
    ("ecs:TagResource", SERVICE, OTHER_NEW | {"ecs:CreateAction": "CreateService"}), ("ecs:UntagResource", SERVICE, THEIRS),
    ("ec2:CreateTags", TEMPLATE, NEW), ("ec2:CreateTags", arn("ec2", "instance/i-1"), NEW), ("ec2:CreateTags", arn("ec2", "vpc/vpc-1"), OURS),
    ("elasticloadbalancing:AddTags", BALANCER, NEW), ("elasticloadbalancing:RemoveTags", BALANCER, NOBODYS),
    ("autoscaling:CreateOrUpdateTags", GROUP, NEW | THEIRS), ("logs:TagResource", LOGS, NEW | THEIRS),
    # Instances by anything but the environment's templates.
    ("ec2:RunInstances", TEMPLATE, NOBODYS), ("ec2:RunInstances", TEMPLATE, THEIRS), ("ec2:RunInstances", arn("ec2", "subnet/subnet-1"), NOBODYS),
    # Roles.
    ("iam:PassRole", f"arn:aws:iam::{ACCOUNT}:role/admin", TO_TASKS), ("iam:PassRole", TASK_ROLE, TO_INSTANCES),
    ("iam:PassRole", HOOK_ROLE, TO_TASKS), ("iam:PassRole", TASK_ROLE, TO_GROUPS),
    ("iam:PassRole", TASK_ROLE, {"iam:PassedToService": "lambda.amazonaws.com"}), ("iam:PassRole", TASK_ROLE, NOBODYS),
    ("iam:PassRole", f"arn:aws:iam::{ACCOUNT}:role/neap-controller", TO_INSTANCES), ("iam:CreateRole", f"arn:aws:iam::{ACCOUNT}:role/x", NOBODYS),
    ("iam:AttachRolePolicy", f"arn:aws:iam::{ACCOUNT}:role/neap-controller", NOBODYS),
    ("iam:CreateServiceLinkedRole", f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/x", {"iam:AWSServiceName": "x.amazonaws.com"}),
    ("sts:AssumeRole", f"arn:aws:iam::{ACCOUNT}:role/admin", NOBODYS),
    # What it has no business with.
    ("ssm:GetParameters", arn("ssm", "parameter/database/password"), NOBODYS), ("secretsmanager:GetSecretValue", arn("secretsmanager", "secret:x"), NOBODYS),
    ("dynamodb:PutItem", arn("dynamodb", "table/orders"), NOBODYS), ("dynamodb:DeleteTable", TABLE, NOBODYS),
    ("dynamodb:UpdateItem", TABLE, NOBODYS), ("sqs:ChangeMessageVisibility", QUEUE, NOBODYS), ("sqs:GetQueueUrl", QUEUE, NOBODYS),
    ("sqs:ReceiveMessage", arn("sqs", "orders"), NOBODYS), ("sqs:SendMessage", QUEUE, NOBODYS), ("sqs:PurgeQueue", QUEUE, NOBODYS),
    ("ec2:TerminateInstances", arn("ec2", "instance/i-1"), OURS), ("ec2:AuthorizeSecurityGroupIngress", arn("ec2", "security-group/sg-1"), OURS),
    ("ecs:ExecuteCommand", SERVICE, OURS), ("s3:GetObject", "arn:aws:s3:::x/y", NOBODYS), ("cloudformation:UpdateStack", "*", NOBODYS),
]


@pytest.fixture
def folder(tmp_path):
    """A repository's files with one environment."""
    (tmp_path / "infra/production").mkdir(parents=True)
    (tmp_path / "infra/neap.yaml").write_text(ENVIRONMENT.format(name="production"))
    return tmp_path / "infra"


@pytest.fixture
def template(offline, folder):
    made = offline("bootstrap", folder, *ALLOWING)
    assert made.code == 0, made.err
    return Template(made.out)


def test_the_tables_of_calls_are_long_enough():
    assert len(ALLOWED) >= 30 and len(DENIED) >= 60


def test_the_controller_may_do_its_own_things_and_no_others(template):
    statements = template.statements("ControllerRole")
    assert [call for call in ALLOWED if not allows(statements, *call)] == []
    assert [call for call in DENIED if allows(statements, *call)] == []


def test_the_tables_notice_policies_that_are_too_wide_or_too_narrow(template):
    statements = template.statements("ControllerRole")
    untagged = [{**statement, "Condition": {}} for statement in statements]
    assert len([call for call in DENIED if allows(untagged, *call)]) > 40
    for index, statement in enumerate(statements):
        rest = statements[:index] + statements[index + 1:]
        lost = [call for call in ALLOWED if not allows(rest, *call)]
        assert lost or statement["Sid"] in LEFT_OUT, f"nothing in ALLOWED needs {statement['Sid']}"
    wide = statements + [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]
    assert [call for call in DENIED if allows(wide, *call)]


# Statements that the table above has no call of: the like of others that it has.
LEFT_OUT = {
    "Ec2TagNew", "Ec2TagThere", "AutoscalingTagThere", "ElasticloadbalancingTagNew", "ElasticloadbalancingTagThere",
    "Elbv2TagNew", "Elbv2TagThere", "ElasticloadbalancingAdd", "ApplicationAutoscalingPutThere", "ApplicationAutoscalingTagNew",
    "ApplicationAutoscalingTagThere", "CloudwatchChange", "CloudwatchTagNew", "CloudwatchTagThere", "LogsTagNew", "LogsTagThere",
    "TargetTrackingAlarms", "AskedForLoadBalancers", "Elbv2Make", "Elbv2AddShared",
}


def test_nothing_is_written_on_everything(template):
    reads = ("Describe", "List", "Get", "Lookup", "Simulate")
    for statement in template.statements("ControllerRole"):
        actions = texts(statement["Action"])
        assert not any("*" in action for action in actions)
        if "*" in texts(statement["Resource"]):
            # AWS lets nobody narrow this one.
            writes = [action for action in actions if not action.split(":")[1].startswith(reads)]
            assert writes in ([], ["ecs:DeregisterTaskDefinition"])


def test_policies_are_within_iams_bounds(template):
    policies = [name for name, entry in template.body["Resources"].items() if entry["Type"] == "AWS::IAM::ManagedPolicy"]
    assert len(policies) <= 10
    many = ",".join(f"environment-with-a-long-name-{number}" for number in range(10))
    wide = Template(yaml.safe_dump(template.body), Environments=many)
    for name in policies:
        document = wide.resource(name)["PolicyDocument"]
        assert len(re.sub(r"\s", "", json.dumps(document))) <= 6144, name
        ids = [statement["Sid"] for statement in document["Statement"]]
        assert len(ids) == len(set(ids)) and all(re.fullmatch("[A-Za-z0-9]+", sid) for sid in ids)


def test_the_role_that_plans_can_write_nothing(offline, folder):
    made = offline("bootstrap", folder, "--read-only", *TRUST)
    assert made.code == 0, made.err
    template = Template(made.out)
    statements = template.statements("PlanRole")
    reads = ("Describe", "List", "Get", "Lookup", "Simulate")
    actions = [action for statement in statements for action in texts(statement["Action"])]
    assert len(actions) > 40 and all(action.split(":")[1].startswith(reads) for action in actions), actions
    levels = facts()
    assert [action for action in actions if levels[action] & {"Write", "Tagging", "Permissionsmanagement"}] == []
    assert not allows(statements, "logs:FilterLogEvents", LOGS, OURS) and not allows(statements, "dynamodb:GetItem", TABLE)
    assert allows(statements, "ecs:DescribeServices", SERVICE)
    trust, = template.resource("PlanRole")["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Condition"] == {
        "StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"},
        "StringLike": {"token.actions.githubusercontent.com:sub": "repo:acme/infra:pull_request"}}
    assert offline("bootstrap", folder, "--read-only").code == 64


def facts():
    """AWS's own class of each action."""
    table = (lab.ROOT / "Tests/BootstrapTests/permissions.txt").read_text().splitlines()
    rows = [line.split() for line in table if re.match(r"[a-z0-9-]+:[A-Z]", line)]
    return {row[0]: set(row[1].split(",")) for row in rows}


def test_every_operation_that_is_called_stands_in_one_narrowing(template):
    granted = {}
    for statement in template.statements("ControllerRole"):
        for action in texts(statement["Action"]):
            sid = re.sub("(New|There|Shared|Companions|Listed)$", "", statement["Sid"])
            granted.setdefault(action, set()).add(sid)
    asked = {"ec2:RunInstances", "ec2:CreateTags", "cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms", "iam:PassRole"}
    twice = {action: sids for action, sids in granted.items() if len(sids) > 1 and action not in asked}
    assert twice == {}
    called = set(called_operations())
    assert called - set(granted) == {"sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"}, "the roles of no environment; unsigned"
    assert set(granted) - called - ASKED_FOR == set(), "granted, and called by nobody"


# What AWS asks of whoever makes a group, a load balancer or a task.
ASKED_FOR = {
    "cognito-idp:DescribeUserPoolClient", "ec2:RunInstances", "ec2:DescribeAccountAttributes", "ec2:DescribeAddresses", "ec2:DescribeInternetGateways",
    "ec2:GetSecurityGroupsForVpc", "iam:PassRole", "iam:CreateServiceLinkedRole",
}


def called_operations():
    """What `services.toml` names as called and the sources really name in a text."""
    written = "".join(
        path.read_text() for path in sorted((lab.ROOT / "Sources").rglob("*.swift"))
        if not {"Generated", "LocalAWS", "Simulation", "Retry", "Access", "Bootstrap"} & set(path.parts))
    for service in tomllib.loads((lab.ROOT / "Tools/generate/services.toml").read_text()).values():
        prefix = {"elbv2": "elasticloadbalancing"}.get(service["name"], service["name"])
        for operation in service["operations"].split():
            if f'"{operation}"' in written and (prefix, operation) not in OF_ANOTHER_SERVICE:
                yield f"{prefix}:{operation.removesuffix('Batch') if prefix == 'sqs' else operation}"


# Named in the sources for another service that has an operation of the same name.
OF_ANOTHER_SERVICE = {("ecs", "ListTagsForResource")}


def test_the_queue_takes_events_of_the_rules_alone(template):
    rules = {name: entry for name, entry in template.body["Resources"].items() if entry["Type"] == "AWS::Events::Rule"}
    statement = template.resource("HintsPolicy")["PolicyDocument"]["Statement"][0]
    sources = statement["Condition"]["ArnEquals"]["aws:SourceArn"]
    assert len(sources) == len(rules) == 5
    for name in rules:
        rule = template.resource(name)
        assert rule["Targets"] == [{"Id": "hints", "Arn": QUEUE}]
        assert len(json.dumps(rule["EventPattern"])) <= 2048
    types = {kind for name in rules for kind in template.resource(name)["EventPattern"]["detail-type"]}
    assert {"ECS Task State Change", "EC2 Spot Instance Interruption Warning", "AWS API Call via CloudTrail"} <= types
    assert template.resource("LeaseTable")["KeySchema"] == [{"AttributeName": "environment", "KeyType": "HASH"}]


SECRET = arn("secretsmanager", "secret:neap-AbCdEf")
KEY = arn("kms", "key/1234abcd")
CONTROLLER = "arn:aws:iam::111111111111:role/neap-controller"
WRITER = "arn:aws:iam::222222222222:role/teams/neap-writer"


def test_the_role_that_starts_it_reads_its_secrets_and_writes_its_log_alone(offline, folder):
    made = offline("bootstrap", folder, "--secret", f"NEAP_GIT_TOKEN={SECRET}:token::", "--secret-key", KEY)
    assert made.code == 0, made.err
    template = Template(made.out)
    assert template.parameters["Secrets"] == [SECRET]
    statements = template.statements("ExecutionRole")
    by_secrets = {"kms:ViaService": f"secretsmanager.{REGION}.amazonaws.com"}
    assert allows(statements, "secretsmanager:GetSecretValue", SECRET) and allows(statements, "kms:Decrypt", KEY, by_secrets)
    assert not allows(statements, "kms:Decrypt", KEY) and not allows(statements, "kms:Decrypt", arn("kms", "key/other"), by_secrets)
    stream = ":log-stream:neap/neap/1"
    assert allows(statements, "logs:PutLogEvents", arn("logs", "log-group:/ecs/neap" + stream))
    assert not allows(statements, "logs:PutLogEvents", arn("logs", "log-group:/ecs/neap-other" + stream))
    plain = Template(offline("bootstrap", folder).out).statements("ExecutionRole")
    assert not allows(plain, "kms:Decrypt", KEY, by_secrets)


def with_role(folder, name, role):
    """An environment that Neap takes a role for."""
    text = ENVIRONMENT.format(name=name).replace('accountId: "123456789012"', f'accountId: "222222222222", assumeRoleArn: "{role}"')
    (folder / name).mkdir(exist_ok=True)
    (folder / f"neap.{name}.yaml").write_text(text)


def test_the_role_in_another_account_may_do_the_same_for_its_environments(offline, folder):
    none = offline("bootstrap", folder, "--trust", CONTROLLER)
    assert none.code == 64 and "assumeRoleArn" in none.err
    (folder / "neap.yaml").unlink()
    with_role(folder, "production", WRITER)
    made = offline("bootstrap", folder, *ALLOWING, "--trust", CONTROLLER)
    assert made.code == 0, made.err
    template = Template(made.out)
    role = template.resource("TargetRole")
    assert (role["RoleName"], role["Path"], template.parameters["Environments"]) == ("neap-writer", "/teams/", ["production"])
    trust, = role["AssumeRolePolicyDocument"]["Statement"]
    assert trust == {"Effect": "Allow", "Principal": {"AWS": CONTROLLER}, "Action": "sts:AssumeRole"}
    statements = template.statements("TargetRole")
    own = f"arn:aws:iam::{ACCOUNT}:role/neap-controller"
    allowed = [call for call in ALLOWED if call[0] == "iam:SimulatePrincipalPolicy" or call[1] not in (TABLE, QUEUE, own)]
    assert [call for call in allowed if not allows(statements, *call)] == []
    assert [call for call in DENIED if allows(statements, *call)] == []
    assert [call for call in ALLOWED if call not in allowed and allows(statements, *call)] == []

    with_role(folder, "staging", WRITER + "-2")
    assert "-e" in offline("bootstrap", folder, "--trust", CONTROLLER).err
    written = offline("bootstrap", folder, "--trust", CONTROLLER, "-e", "staging", "--out", folder)
    assert written.out == ".neap/neap-writer-2-222222222222.yaml\n" and "of account 222222222222" in written.err
    controller = Template(offline("bootstrap", folder).out).statements("ControllerRole")
    assert allows(controller, "sts:AssumeRole", WRITER) and not allows(controller, "sts:AssumeRole", CONTROLLER)


def test_plans_take_the_roles_that_environments_name(offline, folder):
    with_role(folder, "staging", WRITER)
    made = offline("bootstrap", folder, "--read-only", *TRUST)
    assert made.code == 0 and f"neap-plan may do what {WRITER} may, once that role trusts it" in made.err
    statements = Template(made.out).statements("PlanRole")
    assert allows(statements, "sts:AssumeRole", WRITER) and not allows(statements, "sts:AssumeRole", CONTROLLER)
    alone = offline("bootstrap", folder, "--read-only", *TRUST, "-e", "production")
    assert not allows(Template(alone.out).statements("PlanRole"), "sts:AssumeRole", WRITER) and "note" not in alone.err


def test_who_may_take_a_role_is_somebody_in_particular(offline, folder):
    github = "token.actions.githubusercontent.com"
    for wrong in (f"{github}=*", f"{github}=repo:acme/*", "gitlab.com=*", "gitlab.com=project_path:*", "arn:aws:iam::*:role/x"):
        ended = offline("bootstrap", folder, "--read-only", "--trust", wrong)
        assert ended.code == 64 and ended.out == "" and "--trust" in ended.err, wrong
    for right in (f"{github}=repo:acme/infra:*", "gitlab.com=project_path:acme/*", CONTROLLER):
        assert offline("bootstrap", folder, "--read-only", "--trust", right).code == 0, right
    for wrong in (f"{github}=repo:acme/infra:pull_request", f"arn:aws:iam::{ACCOUNT}:root"):
        assert "--read-only" in offline("bootstrap", folder, "--trust", wrong).err, wrong


@pytest.mark.parametrize("options", [[], ["--read-only", *TRUST], [*ALLOWING, "--secret", "NEAP_GIT_TOKEN=arn:aws:ssm:eu-west-1:123456789012:parameter/neap/token"], ["--trust", CONTROLLER, "-e", "staging"]])
def test_the_template_is_cloudformations(offline, folder, tmp_path, options):
    with_role(folder, "staging", WRITER)
    made = offline("bootstrap", folder, *options)
    path = tmp_path / "template.yaml"
    path.write_text(made.out)
    linted = subprocess.run([pathlib.Path(sys.executable).with_name("cfn-lint"), "-r", REGION, "--", path], capture_output=True, text=True)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_what_is_asked_for_has_to_be_sound(offline, folder):
    for wrong in (
        ["--task-role", "*"], ["--task-role", f"arn:aws:iam::{ACCOUNT}:role/*"], ["--instance-role", "ecsInstanceRole"],
        ["--shared-listener", "demo"], ["--trust", "anyone"], ["--name", "Neap!"], ["--image", "neap:1"],
        ["--secret", "NEAP_GIT_TOKEN=hunter2", "--image", "i", "--repo", "r", "--cluster", "c", "--out", folder],
        ["-e", "staging"], ["--parameter", "arn:aws:ssm:*:*:parameter/*"], ["--parameter", "arn:aws:ssm:*:*:parameter*"],
        ["--parameter", "arn:aws:ssm:*:*:*"], ["--secret-key", arn("kms", "*")], ["--secret-key", arn("kms", "alias/neap")],
        ["--secret", f"NEAP_GIT_TOKEN={SECRET}:token"],
    ):
        ended = offline("bootstrap", folder, *wrong)
        assert ended.code in (1, 64) and ended.out == "" and "hunter2" not in ended.err.replace("NEAP_GIT_TOKEN=hunter2", ""), wrong


def test_the_template_makes_what_the_release_names(offline, folder):
    """By moto's CloudFormation, which knows all of it but the queue's policy; it takes no statement that is left out."""
    moto = pytest.importorskip("moto")
    (folder / "production/cluster.yaml").write_text(SHOP.format(name="shop"))
    written = offline(
        "bootstrap", folder, "--out", folder, "--image", "neap:0.1.0", "--repo", "https://example.com/infra.git", "--cluster",
        "shop", "--name", "tide")
    assert written.code == 0, written.err
    values = yaml.safe_load((folder / "production/tide.yaml").read_text())["spec"]["values"]
    lists = ["TaskRoles", "InstanceRoles", "ServiceRoles", "GroupRoles", "AssumeRoles", "SharedListeners", "Parameters", "Secrets", "SecretKeys", "ImageRepositories"]
    with moto.mock_aws():
        stacks = boto3.client("cloudformation", REGION, aws_access_key_id="any", aws_secret_access_key="any")
        stacks.create_stack(
            StackName="neap", TemplateBody=(folder / ".neap/bootstrap.yaml").read_text(), Capabilities=["CAPABILITY_NAMED_IAM"],
            Parameters=[{"ParameterKey": name, "ParameterValue": TASK_ROLE} for name in lists])
        stack, = stacks.describe_stacks(StackName="neap")["Stacks"]
    made = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    assert made == {
        "ControllerRole": values["roles"]["task"], "ExecutionRole": values["roles"]["execution"],
        "LeaseTable": values["leaseTable"], "QueueURL": values["queueUrl"]}


def test_at_the_top_its_release_is_not_the_environments_own_file(offline, tmp_path):
    """`neap.yaml` there is an Environment."""
    (tmp_path / "neap.yaml").write_text(ENVIRONMENT.format(name="production").replace("[production]", '["."]'))
    written = offline(
        "bootstrap", tmp_path, "--out", tmp_path, "--image", "neap:0.1.0", "--repo", "https://example.com/infra.git", "--cluster",
        "arn:aws:ecs:eu-west-1:123456789012:cluster/shop")
    assert written.code == 0, written.err
    assert yaml.safe_load((tmp_path / "neap.yaml").read_text())["kind"] == "Environment"
    assert yaml.safe_load((tmp_path / "neap-controller.yaml").read_text())["kind"] == "Release"
    rendered = offline("render", tmp_path, "Service/neap")
    assert rendered.code == 0, rendered.err


def test_a_release_that_would_not_be_valid_is_not_written(offline, folder):
    (folder / "production/cluster.yaml").write_text(SHOP.format(name="shop"))
    own = ["bootstrap", folder, "--out", folder, "--image", "neap:0.1.0", "--repo", "https://example.com/infra.git"]
    ended = offline(*own, "--cluster", "demo-api")
    assert ended.code == 1 and ended.out == "", ended.out
    assert "nothing was written" in ended.err and "demo-api" in ended.err, ended.err
    assert not (folder / "charts").exists() and not (folder / "production/neap.yaml").exists()
    assert offline(*own, "--cluster", "shop").code == 0
    assert offline("validate", folder).code == 0


def test_it_is_committed_to_a_branch_and_the_work_tree_stays_as_it_is(offline, forge):
    forge.write("neap.yaml", ENVIRONMENT.format(name="production"))
    cluster = SHOP.format(name="shop")
    forge.write("production/cluster.yaml", cluster)
    forge.push("An environment")
    forge.write("production/cluster.yaml", cluster + "# not committed\n")
    command = [
        "bootstrap", forge.clone, "--commit", "neap-bootstrap", "--image", "neap:0.1.0", "--repo", "https://example.com/infra.git",
        "--cluster", "shop"]
    assert "user.name" in offline(*command).err
    for name, value in [("user.name", "Ada"), ("user.email", "ada@example.com")]:
        lab.git("-C", forge.clone, "config", name, value)
    before = lab.git("-C", forge.clone, "status", "--porcelain")
    made = offline(*command)
    assert made.code == 0 and made.err.startswith("next: merge neap-bootstrap ("), made.err
    assert lab.git("-C", forge.clone, "status", "--porcelain") == before
    changed = lab.git("-C", forge.clone, "diff", "--name-only", "HEAD", "neap-bootstrap").split()
    assert sorted(changed) == sorted(made.out.split())
    assert {".neap/bootstrap.yaml", "charts/neap/Chart.yaml", "production/neap.yaml"} <= set(changed)
    assert lab.git("-C", forge.clone, "log", "-1", "--format=%an %s", "neap-bootstrap").strip() == "Ada Bootstrap neap"
    again = offline(*command)
    assert again.code == 64 and "the branch neap-bootstrap is there already" in again.err
    lab.git("-C", forge.clone, "checkout", "--quiet", "--", ".")
    lab.git("-C", forge.clone, "merge", "--quiet", "--ff-only", "neap-bootstrap")
    assert offline("validate", forge.clone).code == 0
    assert "HEAD holds all of it" in offline(*command[:3], "another", *command[4:]).err


def test_two_environments_share_one_controller(offline, folder):
    (folder / "staging").mkdir()
    (folder / "neap.staging.yaml").write_text(ENVIRONMENT.format(name="staging"))
    template = Template(offline("bootstrap", folder).out)
    assert template.parameters["Environments"] == ["production", "staging"]
    statements = template.statements("ControllerRole")
    assert allows(statements, "ecs:UpdateService", SERVICE, {RESOURCE: "staging"})
    assert not allows(statements, "ecs:UpdateService", SERVICE, {RESOURCE: "billing"})
    own = ["--image", "neap:0.1.0", "--repo", "https://example.com/infra.git", "--cluster", "staging", "--out", folder]
    assert "--home" in offline("bootstrap", folder, *own).err
    (folder / "staging/cluster.yaml").write_text(SHOP.format(name="staging"))
    assert offline("bootstrap", folder, *own, "--home", "staging").code == 0
    release = yaml.safe_load((folder / "staging/neap.yaml").read_text())
    assert release["spec"]["values"]["environments"] == ["production", "staging"]


def test_neap_manages_itself_and_is_upgraded_by_a_commit(neap, aws, forge):
    mark = aws.mark()
    made = neap("init", forge.clone, "--region", REGION, "--account", ACCOUNT, "--ci", "none", "--service", "hello")
    assert made.code == 0, made.err
    secret = ["--secret", f"NEAP_GIT_TOKEN=arn:aws:ssm:{REGION}:{ACCOUNT}:parameter/neap/git-token"]
    written = neap(
        "bootstrap", forge.clone, "--out", forge.clone, "--cluster", "production", "--repo", forge.url, *secret, "--image",
        f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/neap:0.1.0")
    assert written.code == 0, written.err
    assert {"production/neap.yaml", ".neap/bootstrap.yaml", "charts/neap/Chart.yaml"} <= set(written.out.split())
    assert neap("validate", forge.clone).code == 0
    linted = neap("lint", forge.clone, "--strict")
    assert (linted.code, "clean" in linted.out) == (0, True), linted.out
    rendered = yaml.safe_load(neap("render", forge.clone, "TaskDefinition/neap").out)["spec"]
    container, = rendered["containerDefinitions"]
    assert container["readonlyRootFilesystem"] is True and container["user"] == "65532:65532" and container["stopTimeout"] > 20
    forge.push("Neap itself")
    assert neap("plan", forge.clone, "--detailed-exitcode").code == 2
    ended = neap.run_once(forge)
    assert ended.code == 0, ended.err
    aws.settle()
    assert neap.run_once(forge).code == 0
    service = described(aws)
    assert service["runningCount"] == 1 and service["deploymentConfiguration"]["maximumPercent"] == 200
    assert neap("plan", forge.clone, "--detailed-exitcode").code == 0

    again = neap(
        "bootstrap", forge.clone, "--out", forge.clone, "--cluster", "production", "--repo", forge.url, "--image", "other:1", *secret)
    assert again.code == 0 and "stays as it is" in again.err
    forge.edit("production/neap.yaml", "neap:0.1.0", "neap:0.2.0")
    forge.push("Neap 0.2.0")
    changed = lab.git("-C", forge.clone, "show", "--shortstat", "--format=").split(",")[0]
    assert changed.strip() == "1 file changed"
    assert neap.run_once(forge).code == 0
    aws.settle()
    definition = aws.client("ecs").describe_task_definition(taskDefinition=described(aws)["taskDefinition"])
    assert definition["taskDefinition"]["containerDefinitions"][0]["image"].endswith("neap:0.2.0")
    granted = {action for statement in Template((forge.clone / ".neap/bootstrap.yaml").read_text()).statements("ControllerRole") for action in texts(statement["Action"])}
    mine = {f"{PREFIXES.get(call['service'], call['service'])}:{call['operation']}" for call in aws.calls(mark)}
    assert len(mine) > 20 and mine - granted == set(), "what Neap called is what its role may call"


PREFIXES = {"elbv2": "elasticloadbalancing"}


def described(aws):
    service, = aws.client("ecs").describe_services(cluster="production", services=["neap"])["services"]
    return service


def test_the_chart_says_what_it_is_without_a_table(offline, folder):
    chart = lab.ROOT / "charts/neap"
    assert (offline("chart", "lint", chart, "--strict").code, offline("chart", "lint", chart).err) == (0, "")
    (folder / "production/neap.yaml").write_text(
        "apiVersion: neap/v1\nkind: Release\nmetadata: {name: neap}\nspec:\n  chart: ../chart\n  values:\n"
        f"    {{image: 'neap:1', cluster: 'arn:aws:ecs:{REGION}:{ACCOUNT}:cluster/shop', repository: 'https://example.com/x.git',"
        f" accounts: ['{ACCOUNT}'], roles: {{execution: '{TASK_ROLE}', task: '{TASK_ROLE}'}}}}\n")
    subprocess.run(["cp", "-r", chart, folder / "chart"], check=True)
    linted = offline("lint", folder, "--strict")
    assert linted.code == 0, linted.out + linted.err
    service = yaml.safe_load(offline("render", folder, "Service/neap").out)["spec"]
    assert service["deploymentConfiguration"]["minimumHealthyPercent"] == 0
    assert service["deploymentConfiguration"]["maximumPercent"] == 100


def test_the_charts_template_is_current(offline, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty/neap.yaml").write_text(ENVIRONMENT.format(name="production"))
    committed = pathlib.Path(lab.ROOT / "charts/neap/cloudformation.yaml").read_text()
    assert committed == offline("bootstrap", tmp_path / "empty").out
