"""`neap destroy`: everything goes, in an order that ends, whatever dies meanwhile."""
import os
import signal
import time

import pytest
import yaml

WORDS = ["destroy", "--environment", "production", "--confirm", "production"]


@pytest.fixture(autouse=True)
def hurried(aws):
    """Draining takes minutes of AWS's time."""
    if hasattr(aws, "clock"):
        aws.clock(speed=120)
    yield
    if hasattr(aws, "clock"):
        aws.clock(speed=30)


def empty(aws):
    """What is left in AWS of what the reference stack makes."""
    ecs, elbv2 = aws.client("ecs"), aws.client("elbv2")
    clusters = ecs.describe_clusters(clusters=["demo-api"])["clusters"]
    providers = ecs.describe_capacity_providers()["capacityProviders"]
    return {
        "clusters": [cluster for cluster in clusters if cluster["status"] != "INACTIVE"],
        "providers": [
            one["name"] for one in providers if one["status"] == "ACTIVE" and not one["name"].startswith("FARGATE")],
        "groups": aws.client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"],
        "templates": aws.client("ec2").describe_launch_templates()["LaunchTemplates"],
        "balancers": elbv2.describe_load_balancers()["LoadBalancers"],
        "targets": elbv2.describe_target_groups()["TargetGroups"],
        "scaling": aws.client("application-autoscaling").describe_scalable_targets(ServiceNamespace="ecs")[
            "ScalableTargets"],
        "alarms": aws.client("cloudwatch").describe_alarms()["MetricAlarms"],
        "logs": aws.client("logs").describe_log_groups()["logGroups"],
        "definitions": ecs.list_task_definitions(status="ACTIVE")["taskDefinitionArns"],
    }


def destroyed(forge, aws):
    assert {kind: left for kind, left in empty(aws).items() if left} == {}
    status = yaml.safe_load(forge.show("status.yaml"))
    assert status["resources"]["total"] == 0 and status["orphans"] == []
    assert not any(path.startswith("resources/") for path in forge.files())
    assert "production: destroyed" in forge.history(form="%s").splitlines()[0]


@pytest.fixture
def unprotected(neap, aws, applied):
    """The reference stack with a load balancer that may go."""
    applied.edit("production/load-balancer.yaml", "deletion_protection.enabled: true", "deletion_protection.enabled: false")
    applied.push("The load balancer may go")
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    return applied


def source(forge):
    return ["--repo", forge.url, "--ref", "refs/heads/main"]


def test_it_asks_for_the_environments_name(neap, aws, applied):
    mark = aws.mark()
    for words in (["destroy"], WORDS[:3], [*WORDS[:3], "--confirm", "staging"]):
        assert neap(*words, *source(applied)).code == 64, words
    assert aws.writes(mark) == []


def test_the_reference_stack_goes_and_the_status_branch_says_so(neap, aws, unprotected):
    mark = aws.mark()
    ended = neap(*WORDS, *source(unprotected), timeout=300)
    assert ended.code == 0, ended.out + ended.err
    writes = aws.writes(mark)
    order = [writes.index(name) for name in (
        "DeleteService", "UpdateAutoScalingGroup", "PutClusterCapacityProviders", "DeleteCapacityProvider",
        "DeleteAutoScalingGroup", "DeleteLaunchTemplate")]
    assert order == sorted(order), writes
    destroyed(unprotected, aws)
    mark = aws.mark()
    again = neap(*WORDS, *source(unprotected))
    assert (again.code, aws.writes(mark)) == (0, []), again.err


@pytest.mark.parametrize("every", [1, 3, 7])
def test_killed_after_every_nth_write_and_run_again_it_ends(neap, aws, unprotected, every):
    for _ in range(60):
        mark = aws.mark()
        process = neap.start(*WORDS, *source(unprotected))
        deadline = time.monotonic() + 120
        while len(aws.writes(mark)) < every and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        if process.poll() is not None:
            assert process.returncode == 0
            break
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
    destroyed(unprotected, aws)


def test_what_aws_protects_stays_and_is_named(neap, aws, applied):
    ended = neap(*WORDS, *source(applied), timeout=300)
    assert ended.code == 6, ended.out + ended.err
    assert "deletion_protection.enabled is true" in ended.err and "1 left" in ended.out
    assert [balancer["LoadBalancerName"] for balancer in empty(aws)["balancers"]] == ["demo-api"]
