"""Why a rollout is stuck: the cause, the evidence, the fix and the line, on the command line and on the status branch."""
import json
import re

import pytest

pytestmark = pytest.mark.only("local")
IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.8.0"
IMAGE_LINE = "production/api.yaml:19"


@pytest.fixture
def bad(neap, aws, applied):
    """The stack, on its way to an image that behaves as said; `breaker=False` never gives up."""
    def roll(breaker=True, **behaviour):
        aws.inject(image={"image": IMAGE, **behaviour})
        if not breaker:
            applied.edit("production/api.yaml", "{enable: true, rollback: true}", "{enable: false, rollback: false}")
        applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
        applied.push("api: 1.8.0")
        ended = neap.run_once(applied)
        assert "UpdateService" in ended.err, ended.err
        return applied
    return roll


def why(neap, forge, name="api"):
    ended = neap("why", name, "--repo", forge.url, "-o", "json")
    assert ended.code in (0, 3), ended.out + ended.err
    return ended.code, json.loads(ended.out)


def written(forge):
    """Everything that the status branch holds."""
    return "\n".join(forge.show(path) for path in forge.files())


def test_an_image_that_does_not_exist(neap, aws, bad):
    forge = bad(breaker=False, failsToPull=True)
    aws.clock(advance="1m")
    mark = aws.mark()
    code, told = why(neap, forge)
    assert code == 3 and aws.writes(mark) == []
    cause = told["cause"]
    assert (cause["rule"], cause["cause"]) == ("image-not-found", "the image does not exist")
    assert re.fullmatch(
        r"\d+ of \d+ tasks? stopped: CannotPullContainerError, api:1.8.0 not found \([\d:Z, to]+\)", cause["evidence"])
    assert cause["fix"] == f"push the image or correct {IMAGE_LINE}; then commit, or `neap rollout retry api`"
    assert cause["declared"] == IMAGE_LINE
    ended = neap.run_once(forge)
    assert f"Service/api: the image does not exist   {IMAGE_LINE}" in ended.err.splitlines(), ended.err
    file = forge.show("resources/Service/api.yaml")
    assert "rule: image-not-found" in file and "(the image does not exist)" in file
    assert "push the image or correct" in forge.show("README.md")


def test_a_rollback_is_explained_long_after_it(neap, aws, bad):
    forge = bad(failsToPull=True)
    aws.clock(advance="3m")
    ended = neap.run_once(forge)
    assert ended.code == 3, ended.out + ended.err
    assert "the image does not exist" in forge.show("README.md")
    # By now ECS has forgotten the tasks that failed.
    aws.clock(advance="2h")
    mark, tip = aws.mark(), forge.tip()
    assert neap.run_once(forge).code == 3
    assert "the image does not exist" in forge.show("resources/Service/api.yaml")
    assert aws.writes(mark) == [] and forge.tip() == tip
    code, told = why(neap, forge)
    assert code == 3 and told["cause"]["rule"] == "image-not-found"


def test_the_last_lines_of_a_container_are_shown_and_never_written(neap, aws, bad):
    forge = bad(breaker=False, crashesAfter="5s", exitCode=3)
    aws.clock(advance="2m")
    ended = neap("why", "Service/api", "--repo", forge.url)
    assert ended.code == 3, ended.out + ended.err
    assert "the container exits right after its start" in ended.out
    assert "fatal: the application ends with exit code 3" in ended.out
    neap.run_once(forge)
    assert "container-exits-at-once" in forge.show("resources/Service/api.yaml")
    assert "fatal:" not in written(forge)


def test_a_health_check_path_that_is_not_there(neap, aws, applied, bad):
    # The container's own check would fail too, and on a busy machine first.
    applied.edit("production/api.yaml", "        startPeriod: 20\n", "        startPeriod: 300\n")
    forge = bad(breaker=False, unhealthyAfter="0s", unhealthyStatus=404)
    aws.clock(advance="90s")
    code, told = why(neap, forge)
    assert code == 3, told
    assert told["cause"]["rule"] == "health-check-path", told
    assert "Health checks failed with these codes: [404]" in told["cause"]["evidence"]
    assert told["cause"]["declared"] == "production/load-balancer.yaml:43"


def test_no_headroom(neap, aws, applied):
    group = aws.client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"][0]
    running = len(group["Instances"])
    applied.edit("production/capacity.yaml", "  maxSize: 6\n", f"  maxSize: {running}\n")
    applied.edit("production/api.yaml", "      cpu: 256\n", "      cpu: 1900\n")
    applied.push("Larger tasks on no more instances")
    neap.run_once(applied)
    aws.clock(advance="3m")
    code, told = why(neap, applied)
    assert code == 3, told
    assert told["cause"]["rule"] == "group-at-maximum", told
    assert re.search(r"each needs 1900 CPU, 512 MiB", told["cause"]["evidence"])
    assert told["cause"]["declared"] == "production/capacity.yaml:28"


def test_instances_that_do_not_come(neap, aws, applied):
    aws.inject(drought={"all": True, "onDemandToo": True})
    applied.edit("production/api.yaml", "      cpu: 256\n", "      cpu: 1900\n")
    applied.push("Larger tasks while EC2 has nothing")
    neap.run_once(applied)
    aws.clock(advance="6m")
    code, told = why(neap, applied)
    assert code == 3, told
    assert told["cause"]["rule"] == "no-capacity-in-zone", told


def test_what_is_well_is_said_to_be_and_costs_nothing_more(neap, aws, applied):
    mark = aws.mark()
    code, told = why(neap, applied)
    assert code == 0 and "cause" not in told and told["health"] == "Healthy"
    assert "ListContainerInstances" not in [call["operation"] for call in aws.calls(mark)]
    code, told = why(neap, applied, "TargetGroup/api")
    assert code == 0 and told["resource"] == "TargetGroup/api"


def test_an_unknown_name(neap, applied):
    ended = neap("why", "Servce/api", "--repo", applied.url)
    assert (ended.code, ended.out) == (64, "")
    assert "there is no Servce/api in this environment (did you mean Service/api?)" in ended.err
