"""Whose a thing in AWS is: what nobody owns is looked at until it is adopted, what others own is refused by name, and what two
environments claim is one's alone, however often both look."""
import pytest

import lab
from departures import source
from test_import import disown

ENVIRONMENT = """apiVersion: neap/v1
kind: Environment
metadata: {{name: {name}}}
spec:
  paths: [{name}]
  aws: {{region: eu-west-1, accountId: "123456789012"}}
  owner: github.com/example/{owner}
  drift: correct
  correctAfter: 0s
"""
GROUP = """apiVersion: neap/v1
kind: LogGroup
metadata: {{name: shared}}
{policy}spec: {{logGroupName: /shared, retentionInDays: {days}}}
"""
ADOPT = "policy: {adopt: true}\n"


def repository(folder, days, policy="", name="production", owner="infra"):
    """A repository whose environment wants the log group `/shared` to keep that many days."""
    folder.mkdir()
    forge = lab.Forge(folder)
    forge.write("neap.yaml", ENVIRONMENT.format(name=name, owner=owner))
    forge.write(f"{name}/shared.yaml", GROUP.format(days=days, policy=policy))
    forge.push("A log group")
    return forge


def retention(aws):
    [group] = aws.client("logs").describe_log_groups(logGroupNamePrefix="/shared")["logGroups"]
    return group.get("retentionInDays")


def tags(aws):
    logs = aws.client("logs")
    [group] = logs.describe_log_groups(logGroupNamePrefix="/shared")["logGroups"]
    return logs.list_tags_for_resource(resourceArn=group["arn"].removesuffix(":*"))["tags"]


def turn(neap, aws, forge):
    mark = aws.mark()
    ended = neap.run_once(forge)
    return ended, aws.writes(mark)


def test_what_nobody_owns_is_observed_and_shown(neap, aws, tmp_path):
    aws.client("logs").create_log_group(logGroupName="/shared")
    forge = repository(tmp_path / "one", 7)
    plan = neap("plan", *source(forge))
    said = "exists and was not made by Neap; it is only observed until policy.adopt is true"
    assert said in plan.out and "retentionInDays" in plan.out, plan.out
    for _ in range(3):
        ended, writes = turn(neap, aws, forge)
        assert writes == [] and said in ended.err, ended.err
    assert retention(aws) is None and tags(aws) == {}
    file = forge.show("resources/LogGroup/shared.yaml")
    assert "reason: NotOwned" in file and "policy.adopt" in file
    assert "NotOwned" in forge.show("status.yaml") and "LogGroup/shared" in forge.show("README.md")


def test_adopted_it_is_taken_over_and_marked(neap, aws, tmp_path):
    aws.client("logs").create_log_group(logGroupName="/shared", tags={"Team": "core"})
    forge = repository(tmp_path / "one", 7)
    assert turn(neap, aws, forge)[1] == []
    forge.write("production/shared.yaml", GROUP.format(days=7, policy=ADOPT))
    forge.push("It is ours from now on")
    ended, writes = turn(neap, aws, forge)
    assert ended.code == 0 and "PutRetentionPolicy" in writes, ended.err
    assert retention(aws) == 7
    marked = tags(aws)
    assert (marked["Team"], marked["neap:environment"], marked["neap:resource"]) == (
        "core", "production", "LogGroup/shared")
    assert turn(neap, aws, forge)[1] == []
    forge.write("production/shared.yaml", GROUP.format(days=14, policy=""))
    forge.push("It says so itself now")
    ended, writes = turn(neap, aws, forge)
    assert (ended.code, retention(aws)) == (0, 14), ended.err


@pytest.mark.parametrize("theirs, said", [
    ({"neap:environment": "staging", "neap:owner": "github.com/other/infra"},
     "belongs to environment staging of github.com/other/infra"),
    ({"aws:cloudformation:stack-name": "legacy-stack"}, "belongs to the CloudFormation stack legacy-stack"),
])
def test_what_others_own_is_refused_by_their_name(neap, aws, tmp_path, theirs, said):
    aws.client("logs").create_log_group(logGroupName="/shared", tags=theirs)
    forge = repository(tmp_path / "one", 7, ADOPT)
    plan = neap("plan", *source(forge))
    assert said in plan.out, plan.out + plan.err
    for _ in range(3):
        ended, writes = turn(neap, aws, forge)
        assert ended.code != 0 and writes == [] and said in ended.err, ended.err
    assert retention(aws) is None and tags(aws) == theirs
    file = forge.show("resources/LogGroup/shared.yaml")
    assert "reason: Conflict" in file and said in file


def test_two_environments_that_adopt_one_thing_do_not_take_turns(neap, aws, tmp_path):
    aws.client("logs").create_log_group(logGroupName="/shared")
    first = repository(tmp_path / "one", 7, ADOPT)
    second = repository(tmp_path / "two", 30, ADOPT, name="staging", owner="other")
    ended, writes = turn(neap, aws, first)
    assert ended.code == 0 and writes != [], ended.err
    for _ in range(4):
        ended, writes = turn(neap, aws, second)
        assert writes == [] and "belongs to environment production of github.com/example/infra" in ended.err, ended.err
        assert turn(neap, aws, first)[1] == []
        assert retention(aws) == 7
    assert "reason: Conflict" in second.show("resources/LogGroup/shared.yaml", "neap/status/staging")


# Of every kind: each is claimed by a second environment that says something else of it.
OTHERWISE = {
    "production/capacity.yaml": [
        ("httpPutResponseHopLimit: 2", "httpPutResponseHopLimit: 1"), ("maxSize: 6", "maxSize: 8"),
        ("targetCapacity: 100", "targetCapacity: 90"), ("value: enabled}", "value: disabled}"),
        ("[{capacityProvider: spot, weight: 1}]", "[{capacityProvider: spot, weight: 5}]")],
    "production/api.yaml": [("minimumHealthyPercent: 50", "minimumHealthyPercent: 60"), ("retentionInDays: 30", "retentionInDays: 7")],
    "production/api-scaling.yaml": [("targetValue: 85", "targetValue: 40"), ("maxCapacity: 12", "maxCapacity: 11")],
    "production/admin/log-group.json": [('"retentionInDays": 14', '"retentionInDays": 30')],
    "production/admin/admin.yaml": [("desiredCount: 1", "desiredCount: 2")],
}


def everything_otherwise(forge):
    changed = 0
    for path, edits in OTHERWISE.items():
        text = (forge.clone / path).read_text()
        for old, new in edits:
            changed += old in text
            text = text.replace(old, new)
        forge.write(path, text)
    balancer = (forge.clone / "production/load-balancer.yaml").read_text()
    forge.write("production/load-balancer.yaml", balancer.replace("healthCheckIntervalSeconds: 10", "healthCheckIntervalSeconds: 20"))
    return changed


@pytest.mark.parametrize("policy", ["", ADOPT])
def test_a_whole_stack_that_two_environments_claim_is_the_first_ones(neap, aws, applied, tmp_path, policy):
    (tmp_path / "second").mkdir()
    second = lab.Forge(tmp_path / "second")
    second.fill(lab.ROOT / "manifests/reference")
    second.edit("neap.yaml", "metadata: {name: production}", "metadata: {name: copy}")
    if policy:
        second.edit("neap.yaml", "\n  policy:\n", "\n  policy:\n    adopt: true\n")
    assert everything_otherwise(second) >= 8
    second.push("The same names in another environment")
    before = live(aws)
    for round in range(5):
        ended, writes = turn(neap, aws, second)
        assert ended.code == 6, ended.err
        assert "belongs to environment production of github.com/example/infra" in ended.err
        # Families are shared: a revision of one's own changes nothing of the other's.
        assert set(writes) <= {"RegisterTaskDefinition"} and (round == 0 or writes == []), writes
        aws.settle()
        ended, writes = turn(neap, aws, applied)
        assert (ended.code, writes) == (0, []), ended.err
        aws.settle()
    assert live(aws) == before
    told = second.show("status.yaml", "neap/status/copy")
    for kind in ("Cluster", "CapacityProvider", "AutoScalingGroup", "LaunchTemplate", "LoadBalancer", "TargetGroup",
                 "Service", "ScalingPolicy", "Alarm", "LogGroup"):
        [file] = [path for path in second.files("neap/status/copy") if path.startswith(f"resources/{kind}/")][:1]
        assert "reason: Conflict" in second.show(file, "neap/status/copy"), file
    assert "Conflict" in told


def live(aws):
    """What the two environments say different things of, as AWS has it."""
    ecs, groups = aws.client("ecs"), aws.client("autoscaling")
    [spot] = groups.describe_auto_scaling_groups(AutoScalingGroupNames=["spot"])["AutoScalingGroups"]
    services = ecs.describe_services(cluster="demo-api", services=["api", "admin"])["services"]
    targets = aws.client("elbv2").describe_target_groups()["TargetGroups"]
    policies = aws.client("application-autoscaling").describe_scaling_policies(ServiceNamespace="ecs")["ScalingPolicies"]
    return {
        "maximum": spot["MaxSize"], "logs": [one.get("retentionInDays") for one in aws.client(
            "logs").describe_log_groups()["logGroups"]],
        "definitions": sorted(one["taskDefinition"] for one in services),
        "bounds": [one["deploymentConfiguration"]["minimumHealthyPercent"] for one in services],
        "checks": sorted((one["TargetGroupName"], one["HealthCheckIntervalSeconds"]) for one in targets),
        "targets": sorted((one["PolicyName"], one.get("TargetTrackingScalingPolicyConfiguration", {}).get("TargetValue"))
                          for one in policies),
        "settings": ecs.describe_clusters(clusters=["demo-api"], include=["SETTINGS"])["clusters"][0]["settings"],
        "provider": ecs.describe_capacity_providers(capacityProviders=["spot"])["capacityProviders"][0][
            "autoScalingGroupProvider"]["managedScaling"]["targetCapacity"],
    }


def test_what_lost_its_tags_is_left_alone_by_whoever_does_not_adopt_it(neap, aws, applied):
    disown(aws)
    applied.edit("production/capacity.yaml", "maxSize: 6", "maxSize: 8")
    applied.push("A larger group")
    ended, writes = turn(neap, aws, applied)
    assert writes == [] and "it is only observed until policy.adopt is true" in ended.err, ended.err
