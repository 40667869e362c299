"""What a person does around a rollout: follow, stop and restart it, wait, read events and logs."""
import json
import re
import subprocess
import threading
import time

import pytest

import lab

pytestmark = pytest.mark.only("local")
GOOD, BAD = "api:1.7.4", "api:1.8.0"
IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/" + BAD
STAMP = r"\d\d:\d\d:\d\dZ"


@pytest.fixture
def rolling(neap, aws, applied):
    """The stack with `api` on its way to another image: `rolling()` good, `rolling(failsToPull=True)` hanging."""
    def roll(breaker=True, speed=10, **behaviour):
        aws.clock(speed=speed)
        if behaviour:
            aws.inject(image={"image": IMAGE, **behaviour})
        if not breaker:
            applied.edit(
                "production/api.yaml", "    deploymentCircuitBreaker: {enable: true, rollback: true}\n",
                "    deploymentCircuitBreaker: {enable: false, rollback: false}\n")
        applied.edit("production/api.yaml", GOOD, BAD)
        applied.push(BAD)
        ended = neap.run_once(applied)
        assert "UpdateService" in ended.err, ended.err
        return applied
    yield roll
    aws.clock(speed=30)


def service(aws, name="api"):
    return aws.client("ecs").describe_services(cluster="demo-api", services=[name])["services"][0]


def test_a_good_rollout_is_followed_to_its_end(neap, aws, rolling):
    forge = rolling(speed=4)
    ended = neap("rollout", "watch", "api", "--repo", forge.url, "--timeout", "90s")
    assert ended.code == 0, ended.out + ended.err
    lines = ended.out.splitlines()
    assert re.fullmatch(rf"{STAMP}  api  revision 2 registered, deployment ecs-svc/\d+", lines[0])
    assert any(re.match(rf"{STAMP}  api  new \d/4 healthy.*   old \d healthy.*   wave \d", line) for line in lines), lines
    assert re.match(rf"{STAMP}  api  revision 2 live, 4/4 healthy, \d+m?\d*s", lines[-1]), lines[-1]
    assert aws.mark() and "stable" not in ended.out
    assert service(aws)["deployments"][0]["rolloutState"] == "COMPLETED"


def test_a_rollout_that_is_rolled_back_is_no_success(neap, rolling):
    forge = rolling(speed=2, failsToPull=True)
    ended = neap("rollout", "watch", "Service/api", "--repo", forge.url, "--json", "--timeout", "90s")
    assert ended.code == 3, ended.out + ended.err
    records = [json.loads(line) for line in ended.out.splitlines()]
    assert records[0] == {"type": "version", "schema": "neap/progress/v1", "neap": records[0]["neap"]}
    assert records[-1]["event"] == "rolledBack" and "rolled back to 1" in records[-1]["text"]
    assert "live" not in [record.get("event") for record in records]
    late = neap("rollout", "watch", "api", "--repo", forge.url)
    assert late.code == 3 and re.fullmatch(rf"{STAMP}  api  .*rolled back to 1.*\n", late.out), late.out + late.err


def test_following_ends_at_its_timeout_while_ecs_goes_on(neap, aws, rolling):
    forge = rolling(breaker=False, failsToPull=True)
    mark = aws.mark()
    ended = neap("rollout", "watch", "api", "--repo", forge.url, "--timeout", "3s")
    assert ended.code == 5, ended.out + ended.err
    assert "goes on" in ended.err and "live" not in ended.out
    assert aws.writes(mark) == []


def test_nothing_under_way_is_said_and_is_no_error(neap, applied):
    ended = neap("rollout", "watch", "api", applied.clone)
    assert (ended.code, ended.out) == (0, ""), ended.err
    assert "no rollout is under way" in ended.err


def test_a_rollout_is_stopped(neap, aws, rolling):
    forge = rolling(breaker=False, failsToPull=True)
    asked = neap("rollout", "stop", "api", "--repo", forge.url)
    assert asked.code == 64 and "--yes" in asked.err
    mark = aws.mark()
    ended = neap("rollout", "stop", "api", "--repo", forge.url, "--yes", "--wait", "--timeout", "60s")
    assert ended.code == 0, ended.out + ended.err
    assert aws.writes(mark) == ["StopServiceDeployment"]
    assert ended.out == "Service/api: ROLLBACK_SUCCESSFUL\n"
    assert "held until a commit changes it" in ended.err
    assert service(aws)["taskDefinition"].endswith("api:1")
    again = neap("rollout", "stop", "api", "--repo", forge.url, "--yes")
    assert again.code == 1 and "no rollout is under way" in again.err


def test_a_restart_is_the_same_revision_with_new_tasks(neap, aws, applied):
    before = set(aws.client("ecs").list_tasks(cluster="demo-api", serviceName="api")["taskArns"])
    mark = aws.mark()
    ended = neap("rollout", "restart", "api", applied.clone, "--timeout", "60s")
    assert ended.code == 0, ended.out + ended.err
    assert aws.writes(mark) == ["UpdateService"]
    assert re.search(r"revision 1 live, 4/4 healthy", ended.out), ended.out
    after = set(aws.client("ecs").list_tasks(cluster="demo-api", serviceName="api")["taskArns"])
    assert after and not after & before


def test_what_is_suspended_is_not_restarted(neap, aws, applied):
    applied.edit(
        "production/api.yaml", "metadata: {name: api, labels: {team: core}}\nspec:\n  cluster: demo-api",
        "metadata: {name: api, labels: {team: core}}\npolicy: {suspend: true}\nspec:\n  cluster: demo-api")
    applied.push("Hands off")
    mark = aws.mark()
    for verb in [["restart", "api"], ["stop", "api", "--yes"]]:
        ended = neap("rollout", *verb, applied.clone)
        assert ended.code == 6, ended.out + ended.err
        assert "suspend" in ended.err
    assert aws.writes(mark) == []


@pytest.mark.parametrize("verb", [
    ["rollout", "watch"], ["rollout", "stop", "--yes"], ["rollout", "restart"], ["events"], ["logs"]])
def test_an_unknown_name_gets_the_nearest(neap, aws, applied, verb):
    mark = aws.mark()
    ended = neap(*verb, "apii", applied.clone)
    assert ended.code == 64, ended.err
    assert ended.out == "" and "did you mean api?" in ended.err
    assert aws.writes(mark) == []


def test_wait_ends_when_all_is_well(neap, aws, rolling):
    forge = rolling()
    mark = aws.mark()
    ended = neap("wait", "--repo", forge.url, "--timeout", "60s")
    assert ended.code == 0, ended.out + ended.err
    assert aws.writes(mark) == []
    assert service(aws)["deployments"][0]["rolloutState"] == "COMPLETED"


def test_wait_for_one_resource_that_is_not_in_sync(neap, applied):
    applied.edit("production/api.yaml", GOOD, BAD)
    applied.push("Nobody applies this")
    assert neap("wait", "TargetGroup/api", applied.clone).code == 0
    assert neap("wait", "Service/admin", applied.clone, "--for", "healthy").code == 0
    ended = neap("wait", "Service/api", applied.clone, "--for", "synced", "--timeout", "2s")
    assert ended.code == 5, ended.out + ended.err
    assert "Service/api: OutOfSync" in ended.err


def test_wait_ends_unhealthy_after_a_rollback(neap, aws, rolling):
    forge = rolling(failsToPull=True)
    ended = neap("wait", "Service/api", "--repo", forge.url, "--for", "healthy", "--timeout", "90s")
    assert ended.code == 3, ended.out + ended.err
    assert "rolled back" in ended.err


def test_events_are_one_timeline(neap, aws, rolling):
    forge = rolling(failsToPull=True)
    assert neap("rollout", "watch", "api", "--repo", forge.url, "--timeout", "90s").code == 3
    ended = neap("events", "api", "--repo", forge.url, "--since", "24h", "-o", "json")
    assert ended.code == 0, ended.err
    entries = [json.loads(line) for line in ended.out.splitlines()]
    assert [entry["time"] for entry in entries] == sorted(entry["time"] for entry in entries)
    assert {"service", "deployment", "task", "target", "instance"} <= {entry["kind"] for entry in entries}
    failed = [entry for entry in entries if "CannotPullContainerError" in entry["text"]]
    assert failed and re.fullmatch(r"api/[0-9a-f]{8}", failed[0]["subject"])
    assert any("rolls back" in entry["text"] for entry in entries)
    table = neap("events", "api", "--repo", forge.url, "--since", "24h")
    assert len(table.out.splitlines()) >= len(entries)
    assert re.search(rf"^{STAMP}  task        api/[0-9a-f]{{8}}  stopped: CannotPull", table.out, re.MULTILINE)


@pytest.fixture
def written(aws, applied):
    """Puts lines into the log of the service's first task: `written(text, …)`; gives its id."""
    ecs, logs = aws.client("ecs"), aws.client("logs")
    task = sorted(ecs.list_tasks(cluster="demo-api", serviceName="api")["taskArns"])[0].split("/")[-1]
    stream = f"api/api/{task}"
    logs.create_log_stream(logGroupName="/ecs/demo-api/api", logStreamName=stream)

    def write(*texts):
        now = int(service(aws)["deployments"][0]["updatedAt"].timestamp() * 1000)
        logs.put_log_events(
            logGroupName="/ecs/demo-api/api", logStreamName=stream,
            logEvents=[{"timestamp": now + n, "message": text} for n, text in enumerate(texts)])
        return task
    return write


def test_logs_are_lines_that_no_terminal_obeys(neap, applied, written):
    task = written("listening on 3000", "\x1b]0;owned\x07\x1b[2Jred\x9b31m\n")
    ended = neap("logs", "api", applied.clone, "--since", "2h")
    assert ended.code == 0, ended.err
    assert re.search(rf"^{STAMP}  {task[:8]}/api  listening on 3000$", ended.out, re.MULTILINE), ended.out
    assert "\x1b" not in ended.out and "\x9b" not in ended.out and "\x07" not in ended.out
    all = neap("logs", "Service/api", applied.clone, "--since", "2h", "--task", task, "-o", "json")
    lines = [json.loads(line) for line in all.out.splitlines()]
    assert {(line["task"], line["container"]) for line in lines} == {(task, "api")}
    assert any(line["message"].startswith("\x1b]0;") for line in lines)
    last = neap("logs", "Service/api", applied.clone, "--since", "2h", "--task", task, "--limit", "1", "-o", "json")
    assert [json.loads(line) for line in last.out.splitlines()] == lines[-1:]
    other = neap("logs", "api", applied.clone, "--container", "sidecar")
    assert other.code == 1 and "has a container sidecar" in other.err
    assert neap("logs", "api", applied.clone, "--task", task[:6], "--since", "2h").out.count("listening") == 1


def test_logs_are_followed(neap, applied, written):
    process = subprocess.Popen(
        [neap.executable, "logs", "api", str(applied.clone), "--since", "2h", "-f"], env=neap.environment,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, text=True)
    limit = threading.Timer(60, process.kill)
    limit.start()
    try:
        # Each task's stream begins with what its container was started from.
        assert process.stdout.readline().split("  ")[-1].startswith("starting ")
        written("one")
        assert any(line.endswith("  one\n") for line in iter(process.stdout.readline, ""))
        written("two")
        assert process.stdout.readline().endswith("  two\n")
        process.terminate()
        assert process.wait(15) == 0
        assert process.stdout.read() == ""
    finally:
        limit.cancel()
        process.kill()
        process.wait(10)


def test_logs_that_are_elsewhere_are_said_to_be(neap, applied):
    task = "production/admin/task-definition.json"
    definition = json.loads((applied.clone / task).read_text())
    for container in definition["containerDefinitions"]:
        container["logConfiguration"] = {
            "logDriver": "fluentd", "options": {"fluentd-address": "logs.internal:24224"}}
    applied.write(task, json.dumps(definition))
    applied.push("The admin's lines go to fluentd")
    assert neap("apply", applied.clone, "--yes", "--timeout", "60").code == 0
    ended = neap("logs", "admin", applied.clone)
    assert (ended.code, ended.out) == (1, ""), ended.err
    assert "logs by fluentd, not to CloudWatch Logs (logs.internal:24224)" in ended.err


def test_progress_for_programs(neap, aws, applied):
    applied.edit("production/api.yaml", GOOD, BAD)
    commit = applied.push(BAD)
    ended = neap("apply", applied.clone, "--yes", "--json", "--timeout", "60")
    assert ended.code == 0, ended.err
    records = [json.loads(line) for line in ended.out.splitlines()]
    assert (records[0]["type"], records[0]["schema"]) == ("version", "neap/progress/v1")
    assert [record["operation"] for record in records if record["type"] == "step"] == [
        "RegisterTaskDefinition", "UpdateService"]
    told = [record for record in records if record["type"] == "rollout"]
    assert told[0]["event"] == "began" and told[0]["deployment"].startswith("ecs-svc/")
    assert told[-1]["event"] == "live" and told[-1]["new"]["healthy"] == 4
    assert all(record["resource"] == "Service/api" for record in told)
    end = records[-1]
    assert (end["type"], end["commit"], end["result"], end["exit"]) == ("end", commit, "settled", 0)
    assert "TaskDefinition/api" in ended.err, "the plan is for people"


def test_a_table_takes_a_terminal(neap, aws, applied):
    mark = aws.mark()
    ended = neap("apply", applied.clone, "--yes", "--watch")
    assert ended.code == 64 and "terminal" in ended.err
    assert aws.calls(mark) == []


def test_a_rollout_past_its_deadline_is_told_and_goes_on(neap, aws, applied):
    aws.inject(image={"image": IMAGE, "failsToPull": True})
    applied.edit(
        "production/api.yaml", "    deploymentCircuitBreaker: {enable: true, rollback: true}\n",
        "    deploymentCircuitBreaker: {enable: false, rollback: false}\n")
    applied.edit("production/api.yaml", GOOD, BAD)
    applied.push(BAD)
    ended = neap("apply", applied.clone, "--yes", "--timeout", "4")
    assert ended.code == 5, ended.out + ended.err
    assert service(aws)["deployments"][0]["rolloutState"] == "IN_PROGRESS"
