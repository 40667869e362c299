"""A revision that ECS takes back: told as it is, held, tried again only when somebody says so, and taken back in Git."""
import os
import signal
import time

import pytest
import yaml

import lab

pytestmark = pytest.mark.only("local")
IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.8.0"
BREAKER = "    deploymentCircuitBreaker: {enable: true, rollback: true}\n"
# It stays as somebody sets it: nobody sends this metric.
ERRORS = """---
apiVersion: neap/v1
kind: Alarm
metadata: {name: errors}
spec:
  alarmName: errors
  namespace: App
  metricName: Errors
  statistic: Sum
  period: 60
  evaluationPeriods: 1
  threshold: 5
  comparisonOperator: GreaterThanThreshold
  treatMissingData: ignore
"""


def apply(neap, forge, seconds=90):
    return neap("apply", "--repo", forge.url, "--yes", "--timeout", seconds)


def status(forge):
    return yaml.safe_load(forge.show("status.yaml"))


def attempts(forge, revision=2):
    return yaml.safe_load(forge.show(f"rollouts/api/{revision}.yaml"))["attempts"]


def conditions(forge):
    found = yaml.safe_load(forge.show("resources/Service/api.yaml"))["conditions"]
    return {one["type"]: (one["status"], one["reason"]) for one in found}


def running(aws):
    service = aws.client("ecs").describe_services(cluster="demo-api", services=["api"])["services"][0]
    return int(service["taskDefinition"].split(":")[-1])


def running_count(aws):
    return aws.client("ecs").describe_services(cluster="demo-api", services=["api"])["services"][0]["runningCount"]


@pytest.fixture
def bad(aws, applied):
    """The stack, settled, and a commit whose image nobody can pull."""
    aws.inject(image={"image": IMAGE, "failsToPull": True})
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.commit = applied.push("api: 1.8.0")
    return applied


@pytest.fixture
def slow(aws):
    """Time as it is, for what must not happen between two lines of a test."""
    yield lambda: aws.clock(speed=1)
    aws.clock(speed=30)


@pytest.fixture
def held(neap, aws, bad):
    """The same after ECS went back."""
    ended = apply(neap, bad)
    assert ended.code == 3, ended.err
    aws.settle()
    neap.run_once(bad)
    return bad


def test_a_rollback_is_no_success(neap, aws, bad):
    mark = aws.mark()
    ended = apply(neap, bad)
    assert ended.code == 3, ended.err
    assert aws.writes(mark) == ["RegisterTaskDefinition", "UpdateService"], "the bad revision is sent once"
    assert "revision 2 was rolled back to 1" in ended.err
    assert conditions(bad)["Ready"] == ("False", "RolledBack")
    assert conditions(bad)["Stalled"] == ("True", "RolledBack")
    quarantine = status(bad)["quarantine"]
    assert [(one["service"], one["revision"], one["commit"]) for one in quarantine] == [("api", "api:2", bad.commit)]
    (attempt,) = attempts(bad)
    assert (attempt["result"], attempt["from"], attempt["trigger"]) == ("rolledBack", 1, "commit")
    assert attempt["serviceDeployment"].startswith("arn:aws:ecs:") and attempt["cause"] and attempt["digests"]
    assert attempt["timeline"][0]["what"] == "UpdateService: revision 2 is PRIMARY"
    subject, body = bad.history(form="%s%x00%B").split("\x00")[0:2]
    assert subject.startswith("api: revision 2 rolled back to 1: "), subject
    assert "Neap-Result: rolled-back" in body
    assert "neap rollout retry api" in bad.show("README.md")
    revision = yaml.safe_load(bad.show("resources/Service/api.yaml"))["revision"]
    assert (revision["git"], revision["primary"], revision["lastGood"]) == (2, 1, 1), "Git and AWS differ, and it is said"


def test_what_was_rolled_back_is_not_sent_again(neap, aws, held):
    mark, tip = aws.mark(), held.tip()
    ended = apply(neap, held)
    assert (ended.code, aws.writes(mark)) == (3, []), ended.err
    assert neap.run_once(held).code == 3
    assert (aws.writes(mark), held.tip()) == ([], tip), "nothing new to say"
    planned = neap("plan", "--repo", held.url)
    assert planned.code == 0, planned.err
    assert "hold    Service/api: revision 2 was rolled back to 1: " in planned.out
    shown = neap("rollout", "status", "api", "--repo", held.url)
    assert shown.code == 3
    assert "ROLLBACK_SUCCESSFUL" in shown.out and "held" in shown.out


def test_a_lost_status_branch_does_not_lose_it(neap, aws, held):
    lab.git("-C", held.bare, "update-ref", "-d", "refs/heads/neap/status/production")
    mark = aws.mark()
    assert neap.run_once(held).code == 3
    assert aws.writes(mark) == []
    assert [one["revision"] for one in status(held)["quarantine"]] == ["api:2"]
    assert attempts(held)[0]["result"] == "rolledBack"


def test_other_resources_go_on(neap, aws, held):
    held.edit("production/api-scaling.yaml", "targetValue: 1000", "targetValue: 800")
    held.push("api: more headroom")
    mark = aws.mark()
    assert neap.run_once(held).code == 3
    assert aws.writes(mark) == ["PutScalingPolicy"]


def test_a_fix_goes_through(neap, aws, held):
    held.edit("production/api.yaml", "api:1.8.0", "api:1.8.1")
    held.push("api: 1.8.1")
    mark = aws.mark()
    ended = apply(neap, held)
    assert ended.code == 0, ended.err
    assert aws.writes(mark) == ["RegisterTaskDefinition", "UpdateService"]
    assert (status(held)["quarantine"], running(aws)) == ([], 3)
    rows = neap("rollout", "history", "api", "--repo", held.url).out.splitlines()
    assert [row.split()[:3] for row in rows[1:3]] == [["3", "1", "live"], ["2", "1", "rolledBack"]]


def test_a_person_has_it_tried_again(neap, aws, held):
    mark = aws.mark()
    asked = neap("rollout", "retry", "api", "--repo", held.url)
    assert asked.code == 0, asked.err
    ended = apply(neap, held)
    assert (ended.code, aws.writes(mark)) == (3, ["UpdateService"]), "once more, and not registered again"
    assert [(one["result"], one["trigger"]) for one in attempts(held)] == [
        ("rolledBack", "commit"), ("rolledBack", "retry")]
    assert (apply(neap, held).code, len(aws.writes(mark))) == (3, 1), "one retry is one attempt"

    aws.inject(healImage=IMAGE)
    assert neap("rollout", "retry", "api", "--repo", held.url).code == 0
    ended = apply(neap, held)
    assert (ended.code, aws.writes(mark)) == (0, ["UpdateService"] * 2), ended.err
    assert [one["result"] for one in attempts(held)] == ["rolledBack", "rolledBack", "live"]
    assert (status(held)["quarantine"], running(aws)) == ([], 2)
    assert neap("rollout", "retry", "api", "--repo", held.url).code == 1, "nothing is held any more"


def test_a_control_branch_that_is_not_understood_holds_everything_back(neap, aws, held):
    lab.git("-C", held.clone, "checkout", "--quiet", "--orphan", "control")
    held.write("control.yaml", "schema: neap/control/v1\nretry: [{service: api}]\n")
    lab.git("-C", held.clone, "add", "control.yaml")
    lab.git("-C", held.clone, "commit", "--quiet", "-m", "Something else")
    lab.git("-C", held.clone, "push", "--quiet", "origin", "HEAD:neap/control/production")
    mark = aws.mark()
    ended = apply(neap, held)
    assert (ended.code, aws.writes(mark)) == (6, [])
    assert [line for line in ended.err.splitlines() if "control.yaml" in line] == [
        "error: control.yaml: /retry/0 needs `service` and `revision`, both text; nothing is written until it is mended"]


def test_the_commit_is_taken_back_on_a_branch(neap, aws, applied):
    aws.inject(image={"image": IMAGE, "failsToPull": True})
    applied.edit(
        "production/api.yaml", "kind: Service\nmetadata: {name: api, labels: {team: core}}\n",
        "kind: Service\nmetadata: {name: api, labels: {team: core}}\npolicy: {onRollback: revert}\n")
    applied.push("api: offer reverts")
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    commit = applied.push("api: 1.8.0")
    applied.edit("production/api.yaml", "retentionInDays: 30", "retentionInDays: 60")
    head = applied.push("Keep logs longer")
    ended = apply(neap, applied)
    assert ended.code == 3, ended.err
    branch = "neap/revert/api-2"
    tip = applied.tip(branch)
    assert tip and branch in ended.err
    assert applied.tip("main") == head, "never the watched branch"
    message = lab.git("-C", applied.bare, "log", "-1", "--format=%an%n%B", branch)
    assert message.startswith('Neap\nRevert "api: 1.8.0"\n'), message
    assert f"This reverts commit {commit}." in message and "Cause: " in message
    assert "Neap-Resource: Service/api" in message
    assert "api:1.7.4" in applied.show("production/api.yaml", branch)
    assert "retentionInDays: 60" in applied.show("production/api.yaml", branch), "what came later stays"
    assert (neap.run_once(applied).code, applied.tip(branch)) == (3, tip), "offered once"

    aws.settle()
    lab.git("-C", applied.clone, "pull", "--quiet", "--no-edit", "origin", branch)
    applied.push("Merge")
    mark = aws.mark()
    ended = apply(neap, applied)
    assert (ended.code, aws.writes(mark)) == (0, []), "the old revision is there, and serves"
    assert (status(applied)["quarantine"], running(aws)) == ([], 1)


def test_without_a_circuit_breaker_it_is_never_a_success(neap, aws, applied):
    aws.inject(image={"image": IMAGE, "failsToPull": True})
    applied.edit("production/api.yaml", BREAKER, "    deploymentCircuitBreaker: {enable: false, rollback: false}\n")
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0, without a net")
    ended = apply(neap, applied, seconds=10)
    assert ended.code == 5, ended.err
    assert attempts(applied)[-1]["result"] == "progressing"
    aws.settle()
    assert neap.run_once(applied).code == 0, "still under way"
    assert attempts(applied)[-1]["result"] == "progressing"
    assert "settled" not in applied.history().splitlines()[0]


def test_an_alarm_takes_a_good_image_back(neap, aws, applied):
    applied.write("production/errors.yaml", ERRORS)
    applied.edit("production/api.yaml", BREAKER,
                 BREAKER + "    alarms: {enable: true, rollback: true, alarmNames: [errors]}\n")
    applied.push("api: an alarm watches its rollouts")
    assert apply(neap, applied).code == 0
    aws.clock(speed=5)
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    assert "UpdateService" in neap.run_once(applied).err
    aws.client("cloudwatch").set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="Users complain")
    aws.clock(speed=30)
    ended = apply(neap, applied)
    assert ended.code == 3, ended.err
    assert "Service/api: the alarm errors rang during the deployment   production/errors.yaml:2" in ended.err
    assert (running(aws), attempts(applied)[0]["result"]) == (1, "rolledBack")


@pytest.mark.parametrize("pulls,result,code", [(False, "rolledBack", 3), (True, "live", 0)])
def test_killed_in_the_middle_the_end_is_found(neap, aws, bad, slow, pulls, result, code):
    slow()
    if pulls:
        aws.inject(healImage=IMAGE)
    mark, tip = aws.mark(), bad.tip()
    process = neap.start("apply", "--repo", bad.url, "--yes", "--timeout", "600")
    end = time.monotonic() + 60
    while ("UpdateService" not in aws.writes(mark) or bad.tip() == tip) and time.monotonic() < end:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)
    assert attempts(bad)[0]["result"] == "progressing", "it was told of before it ended"
    aws.clock(speed=30)
    aws.settle()
    ended = neap.run_once(bad)
    assert ended.code == code, ended.err
    assert [one["result"] for one in attempts(bad)] == [result]
    assert aws.writes(mark) == ["RegisterTaskDefinition", "UpdateService"]


def test_a_newer_revision_takes_its_place(neap, aws, applied, slow):
    slow()
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    neap.run_once(applied)
    applied.edit("production/api.yaml", "api:1.8.0", "api:1.8.1")
    applied.push("api: 1.8.1")
    neap.run_once(applied)
    aws.clock(speed=30)
    assert apply(neap, applied).code == 0
    assert [one["result"] for one in attempts(applied)] == ["superseded"]
    assert [one["result"] for one in attempts(applied, 3)] == ["live"]


def test_what_crashes_after_it_went_live_was_live(neap, aws, applied, slow):
    aws.inject(image={"image": IMAGE, "crashesAfter": "8m"})
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    ended = apply(neap, applied)
    assert ended.code == 0, ended.err
    assert attempts(applied)[0]["result"] == "live"
    slow()
    aws.clock(speed=0)
    for _ in range(200):
        aws.clock(advance="5s")
        if running_count(aws) < 4:
            break
    ended = neap.run_once(applied)
    assert ended.code == 3, f"its health is another matter: {ended.err}"
    assert conditions(applied)["Ready"] == ("False", "TasksFail")
    assert [one["result"] for one in attempts(applied)] == ["live"], "the rollout stays what it was"
    assert status(applied)["quarantine"] == []


def test_stopped_by_hand_is_rolled_back(neap, aws, applied, slow):
    slow()
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    neap.run_once(applied)
    ecs = aws.client("ecs")
    newest = ecs.list_service_deployments(cluster="demo-api", service="api")["serviceDeployments"][0]
    ecs.stop_service_deployment(serviceDeploymentArn=newest["serviceDeploymentArn"], stopType="ROLLBACK")
    aws.settle()
    mark = aws.mark()
    assert neap.run_once(applied).code == 3
    assert (aws.writes(mark), running(aws)) == ([], 1)
    assert status(applied)["quarantine"][0]["revision"] == "api:2"


def test_a_running_controller_hears_of_a_retry(neap, aws, held):
    held.edit("neap.yaml", "  drift: correct\n", "  drift: correct\n  interval: 10s\n")
    held.push("Look every ten seconds")
    mark = aws.mark()
    process = neap.start("run", "--repo", held.url, "--ref", lab.REF)
    try:
        time.sleep(6)
        assert aws.writes(mark) == []
        aws.inject(healImage=IMAGE)
        assert neap("rollout", "retry", "api", "--repo", held.url).code == 0
        end = time.monotonic() + 40
        while aws.writes(mark) != ["UpdateService"] and time.monotonic() < end:
            time.sleep(0.2)
        assert aws.writes(mark) == ["UpdateService"]
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


def test_the_commit_is_taken_back_on_the_branch_where_that_is_wanted(neap, aws, applied):
    aws.inject(image={"image": IMAGE, "failsToPull": True})
    applied.edit(
        "production/api.yaml", "kind: Service\nmetadata: {name: api, labels: {team: core}}\n",
        "kind: Service\nmetadata: {name: api, labels: {team: core}}\npolicy: {onRollback: revertOnBranch}\n")
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    head = applied.push("api: 1.8.0")
    ended = apply(neap, applied)
    assert ended.code == 3, ended.err
    assert lab.git("-C", applied.bare, "log", "-1", "--format=%an %P", "main").strip() == f"Neap {head}"
    aws.settle()
    mark = aws.mark()
    assert (apply(neap, applied).code, aws.writes(mark)) == (0, []), "the old revision serves, and is wanted"
