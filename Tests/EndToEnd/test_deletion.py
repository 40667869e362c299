"""What leaves Git leaves AWS, when that is asked for, and only then. How accidents end is in test_accidents.py."""
import http.server
import json
import threading

import pytest

import lab
from departures import deletes, left, orphans, pruning, reasons, remove, run, source, status

GOES = ', "policy": {"deletionPolicy": "delete"}'


def let_logs_go(neap, forge):
    """Says in a commit of its own that admin's log group may go."""
    forge.edit("production/admin/log-group.json", '"retentionInDays": 14}', '"retentionInDays": 14}' + GOES)
    forge.push("The log group may go")
    ended = neap.run_once(forge)
    assert ended.code == 0, ended.err


def test_one_service_is_pruned_with_what_it_was_made_of(neap, aws, applied):
    pruning(applied)
    let_logs_go(neap, applied)
    remove(applied, "production/admin")
    applied.push("No admin any more")
    plan = neap("plan", *source(applied))
    assert plan.code == 0 and "- Service/admin" in plan.out and "DeleteService" in plan.out, plan.out + plan.err
    ended, writes = run(neap, aws, applied, times=4)
    assert ended.code == 0, ended.err
    assert {"DeleteService", "DeregisterTaskDefinition", "DeleteLogGroup"} <= set(writes), writes
    assert "DeleteCluster" not in writes
    assert left(aws)["services"] == ["api"]
    assert orphans(applied) == []
    assert not any("admin" in path for path in applied.files() if path.startswith("resources/Service"))
    gone = {f"{item['kind']}/{item['name']}" for item in status(applied)["deleted"]}
    assert gone == {"Service/admin", "TaskDefinition/admin", "ListenerRule/admin", "LogGroup/admin"}
    assert run(neap, aws, applied)[1] == []


def test_what_is_suspended_is_not_deleted_until_it_is_resumed(neap, aws, applied):
    pruning(applied)
    assert neap("suspend", "--why", "the database moves", "--repo", applied.url).code == 0
    remove(applied, "production/admin")
    applied.push("No admin any more")
    ended, writes = run(neap, aws, applied, times=2)
    assert (ended.code, writes) == (6, []), ended.err
    assert left(aws)["services"] == ["admin", "api"]
    assert neap("resume", "--repo", applied.url).code == 0
    assert "DeleteService" in run(neap, aws, applied, times=4)[1]


def test_a_log_group_stays_unless_it_is_said_to_go(neap, aws, applied):
    pruning(applied)
    remove(applied, "production/admin")
    applied.push("No admin any more")
    ended, writes = run(neap, aws, applied, times=4)
    assert ended.code == 0, ended.err
    assert "DeleteService" in writes and "DeleteLogGroup" not in writes
    assert reasons(applied) == {"LogGroup/admin": "Retained"}
    assert "/ecs/demo-api/admin" in left(aws)["logs"]


def test_what_is_said_to_stay_stays_although_nothing_else_of_it_changed(neap, aws, applied):
    applied.edit(
        "production/admin/admin.yaml", "spec:\n  cluster: demo-api",
        "policy: {deletionPolicy: retain}\nspec:\n  cluster: demo-api")
    pruning(applied)
    applied.push("admin is to stay, whatever becomes of its manifest")
    assert neap.run_once(applied).code == 0
    remove(applied, "production/admin/admin.yaml", "production/admin/task-definition.json")
    applied.push("No admin any more")
    ended, writes = run(neap, aws, applied, times=3)
    assert (ended.code, writes) == (0, []), ended.err
    assert reasons(applied)["Service/admin"] == "Retained"
    assert left(aws)["services"] == ["admin", "api"]


def test_more_than_the_cap_deletes_nothing(neap, aws, applied):
    pruning(applied, "2")
    remove(applied, "production/admin")
    applied.push("No admin any more")
    ended, writes = run(neap, aws, applied)
    assert (ended.code, deletes(writes)) == (6, []), ended.err
    assert "manifests left Git at once" in ended.err and "prune.maxDeletions" in ended.err
    assert "PruneCapped" in applied.show("status.yaml")
    assert neap("plan", *source(applied)).code == 6


def test_the_cap_holds_for_an_hour_however_small_the_steps(neap, aws, applied):
    pruning(applied, "1")
    text = (applied.clone / "production/api-scaling.yaml").read_text()
    policy, alarm = text.split("---\n")
    applied.write("production/api-scaling.yaml", policy)
    applied.push("No alarm")
    ended, writes = run(neap, aws, applied, times=2)
    assert (ended.code, deletes(writes)) == (0, ["DeleteAlarms"]), ended.err
    remove(applied, "production/api-scaling.yaml")
    applied.push("No scaling policy")
    ended, writes = run(neap, aws, applied)
    assert (ended.code, deletes(writes)) == (6, []), ended.err
    assert "after 1 that went within the hour" in ended.err, ended.err
    assert left(aws)["scaling"] == ["service/demo-api/api"]


def test_a_target_group_goes_once_a_commit_confirms_that_very_one(neap, aws, applied):
    pruning(applied)
    let_logs_go(neap, applied)
    remove(applied, "production/admin")
    text = (applied.clone / "production/load-balancer.yaml").read_text().split("---\n")
    applied.write("production/load-balancer.yaml", "---\n".join(text[:-1]))
    applied.push("No admin any more, with its target group")
    ended, writes = run(neap, aws, applied, times=4)
    assert ended.code == 6 and "DeleteTargetGroup" not in writes, ended.err
    assert reasons(applied) == {"TargetGroup/admin": "PendingConfirmation"}
    [line] = {orphan["message"].split("spec.confirmDelete: ")[1] for orphan in orphans(applied)}
    applied.edit("neap.yaml", "\n  prune:", f"\n  confirmDelete: {line[:-3]}0\"]\n  prune:")
    applied.push("Another one is confirmed")
    assert run(neap, aws, applied)[0].code == 6
    applied.edit("neap.yaml", f"{line[:-3]}0\"]", line)
    applied.push("That one is confirmed")
    ended, writes = run(neap, aws, applied, times=2)
    assert (ended.code, deletes(writes)) == (0, ["DeleteTargetGroup"]), ended.err
    assert left(aws)["targets"] == ["api"] and orphans(applied) == []


def test_what_others_tagged_over_is_not_deleted(neap, aws, applied):
    pruning(applied)
    let_logs_go(neap, applied)
    logs = aws.client("logs")
    arn = logs.describe_log_groups(logGroupNamePrefix="/ecs/demo-api/admin")["logGroups"][0]["arn"].removesuffix(":*")
    logs.tag_resource(resourceArn=arn, tags={"neap:environment": "theirs"})
    remove(applied, "production/admin")
    applied.push("No admin any more")
    ended, writes = run(neap, aws, applied, times=4)
    assert "DeleteService" in writes and "DeleteLogGroup" not in writes, writes
    assert "belongs to environment theirs" in ended.err


def test_a_protected_load_balancer_keeps_its_listeners(neap, aws, applied):
    pruning(applied, "100%")
    remove(applied, "production/load-balancer.yaml", "production/admin", "production/api-scaling.yaml")
    applied.edit("production/api.yaml", "  loadBalancers: [{targetGroup: api, containerName: api, containerPort: 3000}]\n", "")
    applied.edit("production/api.yaml", "  healthCheckGracePeriodSeconds: 60\n", "")
    applied.push("No load balancer any more")
    ended, writes = run(neap, aws, applied, times=3)
    assert ended.code == 6 and "DeleteListener" not in writes and "DeleteLoadBalancer" not in writes, ended.err
    assert left(aws)["listeners"] == [80, 443]
    held = reasons(applied)
    assert {held["LoadBalancer/demo-api"], held["Listener/demo-api/80"], held["Listener/demo-api/443"]} == {"Refused"}
    assert "deletion_protection.enabled is true" in applied.show("status.yaml")


@pytest.fixture
def task_of():
    """ECS's endpoint for the containers of a task of a service, as `ECS_CONTAINER_METADATA_URI_V4` names it."""
    servers = []

    def start(**members):
        class Metadata(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = json.dumps(members).encode()
                self.send_response(200 if self.path == "/v4/0a1b/task" else 404)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Metadata)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return {"ECS_CONTAINER_METADATA_URI_V4": f"http://127.0.0.1:{server.server_address[1]}/v4/0a1b"}

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("own", [{"ServiceName": "admin"}, {}])
def test_the_service_that_the_controller_runs_in_is_never_deleted_by_itself(neap, aws, applied, task_of, own):
    where = task_of(Cluster="arn:aws:ecs:eu-west-1:123456789012:cluster/demo-api", Family="admin", **own)
    pruning(applied)
    remove(applied, "production/admin")
    applied.push("No admin any more")
    mark = aws.mark()
    ended = neap.run_once(applied, **where)
    assert (ended.code, aws.writes(mark)) == (6, []), ended.err
    assert "this very process runs in it" in ended.err
    held = reasons(applied)
    assert {held["Service/admin"], held["TaskDefinition/admin"], held["ListenerRule/admin"]} == {"Refused"}


def test_outside_of_ecs_it_goes_and_where_ecs_does_not_answer_nothing_is_done(neap, aws, applied, task_of):
    elsewhere = task_of(Cluster="tools", Family="neap", ServiceName="admin")
    pruning(applied)
    remove(applied, "production/admin")
    applied.push("No admin any more")
    mark = aws.mark()
    silent = neap.run_once(applied, ECS_CONTAINER_METADATA_URI_V4="http://127.0.0.1:9/v4/0a1b")
    assert (silent.code, aws.writes(mark)) == (1, []), silent.err
    assert "ECS_CONTAINER_METADATA_URI_V4" in silent.err
    assert neap.run_once(applied, **elsewhere).code == 0
    assert "UpdateService" in aws.writes(mark)


def test_what_is_said_to_stay_in_the_same_push_that_takes_it_away_stays(neap, aws, applied):
    pruning(applied)
    applied.push("Prune")
    assert neap.run_once(applied).code == 0
    applied.edit(
        "production/admin/admin.yaml", "spec:\n  cluster: demo-api",
        "policy: {deletionPolicy: retain}\nspec:\n  cluster: demo-api")
    lab.git("-C", applied.clone, "commit", "--quiet", "-am", "admin is to stay")
    remove(applied, "production/admin/admin.yaml", "production/admin/task-definition.json")
    applied.push("No admin any more, in one push")
    plan = neap("plan", *source(applied))
    assert "DeleteService" not in plan.out, plan.out
    ended, writes = run(neap, aws, applied, times=3)
    assert (ended.code, writes) == (0, []), ended.err
    assert reasons(applied)["Service/admin"] == "Retained"
    assert left(aws)["services"] == ["admin", "api"]


def test_a_branch_that_said_it_goes_and_took_it_away_is_merged(neap, aws, applied):
    pruning(applied)
    applied.push("Prune")
    assert neap.run_once(applied).code == 0
    lab.git("-C", applied.clone, "checkout", "--quiet", "-b", "feature")
    applied.edit("production/admin/log-group.json", '"retentionInDays": 14}', '"retentionInDays": 14}' + GOES)
    lab.git("-C", applied.clone, "commit", "--quiet", "-am", "The log group may go")
    remove(applied, "production/admin")
    lab.git("-C", applied.clone, "commit", "--quiet", "-m", "No admin any more")
    lab.git("-C", applied.clone, "checkout", "--quiet", "main")
    lab.git("-C", applied.clone, "merge", "--quiet", "--no-ff", "-m", "Merge it", "feature")
    lab.git("-C", applied.clone, "push", "--quiet", "origin", "main")
    ended, writes = run(neap, aws, applied, times=4)
    assert ended.code == 0 and "DeleteLogGroup" in writes and "DeleteService" in writes, ended.err
    assert orphans(applied) == []
