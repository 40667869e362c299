"""What one turn of the controller does to AWS and to Git, after a first one."""
import re

import pytest
import yaml

import lab

TRAILERS = {
    "Neap-Environment": r"production", "Neap-Source": r"[0-9a-f]{40}",
    "Neap-Result": r"settled|progressing|failed|rolled-back|refused|degraded", "Neap-Epoch": r"0"}
CANARY = "canary-7f3a9b-do-not-show"
SECOND_CANARY = "canary-51c0de-do-not-show"


def turn(neap, aws, forge, *options):
    """One turn: how it ended, what it wrote, and whether the status branch moved."""
    mark, tip = aws.mark(), forge.tip()
    ended = neap.run_once(forge, *options)
    return ended, aws.writes(mark), forge.tip() != tip


def message(forge, revision="neap/status/production"):
    return lab.git("-C", forge.bare, "log", "-1", "--format=%B", revision)


def test_nothing_changed_writes_nothing(neap, aws, applied):
    # The first may still write down what came to rest last.
    ended, writes, _ = turn(neap, aws, applied)
    assert (ended.code, writes) == (0, []), ended.err
    ended, writes, moved = turn(neap, aws, applied)
    assert (ended.code, writes, moved) == (0, [], False), ended.err


def test_an_image_change_is_one_revision_and_one_update(neap, aws, applied):
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    commit = applied.push("api: 1.8.0")
    ended, writes, moved = turn(neap, aws, applied)
    assert ended.code == 0, ended.err
    assert writes == ["RegisterTaskDefinition", "UpdateService"]
    assert moved and commit in message(applied)
    service = aws.client("ecs").describe_services(cluster="demo-api", services=["api"])["services"][0]
    assert service["taskDefinition"].endswith(":task-definition/api:2")
    sent = aws.client("ecs").list_service_deployments(cluster="demo-api", service="api")["serviceDeployments"]
    assert len(sent) == 2, "one deployment when it was made, one now"


@pytest.mark.only("local")
def test_a_rollout_moves_and_ends_live(neap, aws, applied):
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    commit = applied.push("api: 1.8.0")
    assert "UpdateService" in turn(neap, aws, applied)[1]
    aws.settle()
    ended, writes, moved = turn(neap, aws, applied)
    assert (ended.code, writes, moved) == (0, [], True), ended.err
    subject = message(applied).split("\n")[0]
    assert subject.startswith(f"production: {commit[:7]} settled"), subject
    attempt = yaml.safe_load(applied.show("rollouts/api/2.yaml"))["attempts"][-1]
    assert (attempt["number"], attempt["result"], attempt["from"]) == (1, "live", 1)
    ended, writes, moved = turn(neap, aws, applied)
    assert (ended.code, writes, moved) == (0, [], False), "what is live is not told twice"


@pytest.mark.only("moto")
def test_a_rollout_that_does_not_move_writes_nothing(neap, aws, applied):
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    assert "UpdateService" in turn(neap, aws, applied)[1]
    ended, writes, moved = turn(neap, aws, applied)
    assert (ended.code, writes, moved) == (0, [], False), ended.err


def test_a_scaling_target_change_is_one_policy(neap, aws, applied):
    applied.edit("production/api-scaling.yaml", "targetValue: 1000", "targetValue: 800")
    applied.push("api: more headroom")
    ended, writes, _ = turn(neap, aws, applied)
    assert (ended.code, writes) == (0, ["PutScalingPolicy"]), ended.err


def test_a_revert_reuses_its_revision(neap, aws, applied):
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    neap.run_once(applied)
    lab.git("-C", applied.clone, "revert", "--no-edit", "HEAD")
    applied.push("Back to 1.7.4")
    ended, writes, _ = turn(neap, aws, applied)
    assert (ended.code, writes) == (0, ["UpdateService"]), ended.err


def test_the_autoscalers_count_is_no_drift(neap, aws, applied):
    aws.client("ecs").update_service(cluster="demo-api", service="api", desiredCount=9)
    ended, writes, _ = turn(neap, aws, applied)
    assert (ended.code, writes) == (0, []), ended.err
    assert "sync: Synced" in applied.show("resources/Service/api.yaml")


def test_a_change_by_hand_is_corrected(neap, aws, applied):
    aws.client("ecs").update_service(
        cluster="demo-api", service="api", deploymentConfiguration={"minimumHealthyPercent": 0})
    ended, writes, _ = turn(neap, aws, applied)
    assert (ended.code, writes) == (0, ["UpdateService"]), ended.err
    service = aws.client("ecs").describe_services(cluster="demo-api", services=["api"])["services"][0]
    assert service["deploymentConfiguration"]["minimumHealthyPercent"] == 50


def test_what_others_made_stays(neap, aws, applied):
    elbv2 = aws.client("elbv2")
    balancer = elbv2.describe_load_balancers(Names=["demo-api"])["LoadBalancers"][0]["LoadBalancerArn"]
    listener = next(
        item for item in elbv2.describe_listeners(LoadBalancerArn=balancer)["Listeners"] if item["Port"] == 443)
    elbv2.create_rule(
        ListenerArn=listener["ListenerArn"], Priority=99, Conditions=[{"Field": "path-pattern", "Values": ["/other"]}],
        Actions=[{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "200"}}])
    elbv2.add_tags(ResourceArns=[balancer], Tags=[{"Key": "Cost", "Value": "42"}])
    ended, writes, _ = turn(neap, aws, applied)
    assert (ended.code, writes) == (0, []), ended.err


def test_taken_out_of_git_is_kept_without_prune(neap, aws, applied):
    (applied.clone / "production/admin/log-group.json").unlink()
    applied.push("The admin's log group is no longer ours")
    ended, writes, _ = turn(neap, aws, applied)
    assert (ended.code, writes) == (0, []), ended.err
    orphans = yaml.safe_load(applied.show("status.yaml"))["orphans"]
    assert "admin" in str(orphans) and "LogGroup" in str(orphans)


def test_a_wrong_account_writes_nothing(neap, aws, reference):
    reference.edit("neap.yaml", 'accountId: "123456789012"', 'accountId: "999999999999"')
    reference.push("Somebody else's account")
    ended, writes, _ = turn(neap, aws, reference)
    assert ended.code in (4, 6), ended.err
    assert writes == []
    assert "999999999999" in ended.err and "123456789012" in ended.err


def test_every_status_commit_has_the_trailers(neap, aws, applied):
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    neap.run_once(applied)
    commits = applied.history(form="%H").split()
    assert len(commits) >= 2
    for commit in commits:
        text = message(applied, commit)
        subject, body = text.split("\n", 1)
        assert len(subject) <= 72
        assert "[skip ci]" in body
        trailers = dict(re.findall(r"^(Neap-[A-Za-z]+): (.*)$", body, re.MULTILINE))
        for name, pattern in TRAILERS.items():
            assert re.fullmatch(pattern, trailers[name]), f"{name}: {trailers.get(name)}"
        author = lab.git("-C", applied.bare, "log", "-1", "--format=%an <%ae> %cn <%ce>", commit).strip()
        assert author == "Neap <neap@production> Neap <neap@production>"


def test_the_status_branch_begins_from_nothing(applied):
    roots = lab.git("-C", applied.bare, "rev-list", "--max-parents=0", "neap/status/production", "main").split()
    assert len(roots) == 2


def test_a_desired_commit_is_never_on_the_status_branch(applied):
    assert not any(path.startswith("production/") for path in applied.files())


def test_status_files_open_with_their_schema(applied):
    files = [path for path in applied.files() if path.endswith(".yaml")]
    assert "status.yaml" in files
    for path in files:
        text = applied.show(path)
        assert text.startswith("schema: neap/"), path
        assert isinstance(yaml.safe_load(text), dict), path


def test_status_yaml_has_its_members(applied):
    status = yaml.safe_load(applied.show("status.yaml"))
    assert status["schema"] == "neap/status/v1"
    assert status["environment"] == "production"
    assert status["aws"] == {"accountId": "123456789012", "region": "eu-west-1"}
    head = lab.git("-C", applied.bare, "rev-parse", "main").strip()
    source = status["source"]
    assert (source["ref"], source["observed"], source["applied"]) == ("refs/heads/main", head, head)
    resources = status["resources"]
    assert resources["sync"]["Synced"] == resources["total"] >= 16
    assert set(resources["sync"]) == {"Synced", "OutOfSync", "Unknown"}
    assert set(resources["health"]) == {"Healthy", "Progressing", "Degraded", "Suspended", "Missing", "Unknown"}
    assert {"neap", "epoch", "conditions", "quarantine", "orphans"} <= set(status)
    for condition in status["conditions"]:
        assert {"type", "status", "reason", "message", "lastTransitionTime", "observedRevision"} <= set(condition)
        assert condition["status"] in ("True", "False", "Unknown")


def test_a_resource_file_has_its_members(applied):
    service = yaml.safe_load(applied.show("resources/Service/api.yaml"))
    assert (service["schema"], service["kind"], service["name"]) == ("neap/resource/v1", "Service", "api")
    assert service["arn"] == "arn:aws:ecs:eu-west-1:123456789012:service/demo-api/api"
    assert service["declared"]["file"] == "production/api.yaml" and service["declared"]["line"] > 1
    assert re.fullmatch(r"[0-9a-f]{40}", service["appliedCommit"])
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", service["specHash"])
    assert (service["sync"], service["health"]) == ("Synced", "Healthy")
    assert {"/cluster", "/taskDefinition", "/healthCheckGracePeriodSeconds"} <= set(service["stated"])
    assert service["live"]["healthCheckGracePeriodSeconds"] == 60
    owned = {item["field"]: item for item in service["owned"]}
    assert (owned["/desiredCount"]["owner"], owned["/desiredCount"]["band"]) == ("ScalingPolicy/api", [2, 12])
    assert "desiredCount" not in service["live"], "the band stands there, not the number"


def test_a_moving_rollout_has_its_file(neap, applied):
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    commit = applied.push("api: 1.8.0")
    neap.run_once(applied)
    rollout = yaml.safe_load(applied.show("rollouts/api/2.yaml"))
    assert (rollout["schema"], rollout["service"], rollout["revision"]) == ("neap/rollout/v1", "api", 2)
    attempt = rollout["attempts"][-1]
    assert (attempt["number"], attempt["result"], attempt["commit"]) == (1, "progressing", commit)
    assert attempt["deployment"].startswith("ecs-svc/")
    bounds = attempt["bounds"]
    assert bounds["floor"] == -(-bounds["desired"] // 2) and bounds["ceiling"] == bounds["desired"] * 3 // 2
    service = yaml.safe_load(applied.show("resources/Service/api.yaml"))
    assert (service["sync"], service["health"]) == ("Synced", "Progressing")
    assert yaml.safe_load(applied.show("status.yaml"))["resources"]["attention"]


def test_the_readme_is_for_people(applied):
    readme = applied.show("README.md")
    assert readme.startswith("# production")
    assert "api" in readme and "123456789012" in readme
    assert len(readme.splitlines()) < 250


def test_a_secret_is_nowhere(neap, aws, reference):
    reference.edit("production/api.yaml", "value: new-search", f"value: {CANARY}")
    reference.push("A flag that must not be shown")
    outputs = [neap("validate", reference.clone), neap("plan", reference.clone)]
    outputs.append(neap.run_once(reference, "--verbose"))
    reference.edit("production/api.yaml", CANARY, SECOND_CANARY)
    reference.push("Another one")
    outputs.append(neap("plan", reference.clone))
    outputs.append(neap("plan", reference.clone, "-o", "json"))
    outputs.append(neap.run_once(reference))
    outputs.append(neap("status", reference.clone))
    text = "".join(ended.out + ended.err for ended in outputs)
    history = lab.git("-C", reference.bare, "log", "-p", "--format=%B", "neap/status/production")
    for canary in [CANARY, SECOND_CANARY]:
        assert canary not in text and canary not in history
    assert "(masked)" in outputs[3].out, "the change is shown, its values are not"
    sent = aws.client("ecs").describe_task_definition(taskDefinition="api")["taskDefinition"]
    assert SECOND_CANARY in str(sent), "AWS has it"
