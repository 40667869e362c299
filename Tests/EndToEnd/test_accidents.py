"""Accidents that are known to destroy things: nothing is lost, and the reason is shown. docs/deletion.md lists them all, with
those that are tried elsewhere."""
import shutil

import pytest

import lab
from departures import deletes, left, orphans, pruning, reasons, remove, run, source


@pytest.fixture
def pruned(neap, applied):
    """The reference stack with deletion on, and no cap that would hide another guard."""
    pruning(applied, "100%")
    applied.push("Prune")
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    return applied


@pytest.fixture
def whole(aws, applied):
    """What AWS has before the accident."""
    return left(aws)


def held(neap, aws, forge, whole, code, *said):
    """A turn and a plan after the accident: nothing is lost, and each text of `said` is told on the terminal."""
    ended, writes = run(neap, aws, forge)
    assert ended.code == code, ended.err
    assert deletes(writes) == []
    assert still_there(aws, whole)
    for text in said:
        assert text in ended.err, ended.err
    return ended


def still_there(aws, whole):
    now = left(aws)
    # Instances come and go with their tasks; everything else is the same.
    return {kind: names for kind, names in now.items() if kind != "instances"} == {
        kind: names for kind, names in whole.items() if kind != "instances"}


# Everything that a mistake in Git can look like.

def test_all_files_deleted(neap, aws, pruned, whole):
    remove(pruned, "production")
    pruned.write("production/.keep", "")
    pruned.push("Everything gone")
    held(neap, aws, pruned, whole, 6, "the commit wants nothing at all", "neap destroy --environment production")
    assert set(reasons(pruned).values()) == {"EmptyDesired", "Refused", "Retained"}
    assert "reason: EmptyDesired" in pruned.show("status.yaml")
    assert neap("plan", *source(pruned)).code == 6


def test_the_folder_deleted_without_a_trace(neap, aws, pruned, whole):
    remove(pruned, "production")
    pruned.push("No such folder any more")
    ended, writes = run(neap, aws, pruned)
    assert ended.code != 0 and writes == [], ended.err
    assert "production" in ended.err
    assert still_there(aws, whole)


def test_half_of_the_files_deleted(neap, aws, applied, whole):
    pruning(applied, "10%")
    remove(applied, "production/admin", "production/api-scaling.yaml")
    applied.push("Half of it gone")
    held(neap, aws, applied, whole, 6, "manifests left Git at once", "prune.maxDeletions in neap.yaml lets 1 go")
    told = reasons(applied)
    assert set(told.values()) == {"PruneCapped", "Retained"} and "Service/admin" in told
    assert "reason: PruneCapped" in applied.show("status.yaml")
    assert "prune.maxDeletions" in applied.show("README.md")


BROKEN = {
    "a parse error": ("production/broken.yaml", "kind: [\n", "broken.yaml:"),
    "a file that a manifest names is gone": (
        "production/extra.yaml",
        "apiVersion: neap/v1\nkind: TaskDefinition\nmetadata: {name: extra}\nspec: {file: nowhere.json}\n", "nowhere.json"),
    "a name that nothing has": (
        "production/extra.yaml",
        "apiVersion: neap/v1\nkind: Service\nmetadata: {name: extra}\nspec: {cluster: demo-api, taskDefinition: nowhere}\n",
        "nowhere"),
    "an unknown member": (
        "production/extra.yaml",
        "apiVersion: neap/v1\nkind: LogGroup\nmetadata: {name: extra}\nspec: {retention: 3}\n", "retention"),
    "a file that is too large": ("production/extra.yaml", "#" * (1 << 20) + "\n", "extra.yaml"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_can_not_be_read_holds_every_deletion(neap, aws, pruned, whole, name):
    path, text, said = BROKEN[name]
    remove(pruned, "production/admin")
    pruned.write(path, text)
    pruned.push(f"No admin, and {name}")
    held(neap, aws, pruned, whole, 1, said)
    plan = neap("plan", *source(pruned))
    assert plan.code == 1 and "DeleteService" not in plan.out, plan.out
    assert all(reason in ("PruneHeld", "Retained", "Refused", None) for reason in reasons(pruned).values())


@pytest.mark.parametrize("old, new", [
    ("production/admin", "production/backoffice"), ("production/admin/admin.yaml", "production/admin/service.yaml")])
def test_a_folder_or_file_that_is_renamed(neap, aws, pruned, whole, old, new):
    lab.git("-C", pruned.clone, "mv", old, new)
    pruned.push("Another name")
    ended, writes = run(neap, aws, pruned)
    assert (ended.code, writes) == (0, []), ended.err
    assert orphans(pruned) == [] and still_there(aws, whole)


def test_the_environments_own_folder_is_renamed(neap, aws, pruned, whole):
    lab.git("-C", pruned.clone, "mv", "production", "live")
    pruned.push("Only the folder has another name")
    ended, writes = run(neap, aws, pruned)
    assert ended.code != 0 and writes == [] and still_there(aws, whole), ended.err
    pruned.edit("neap.yaml", "paths: [production]", "paths: [live]")
    pruned.push("The environment too")
    ended, writes = run(neap, aws, pruned)
    assert (ended.code, writes) == (0, []), ended.err
    assert orphans(pruned) == [] and still_there(aws, whole)


def test_a_manifest_under_another_name_for_the_same_thing(neap, aws, pruned, whole):
    pruned.edit("production/admin/log-group.json", '"metadata": {"name": "admin"}', '"metadata": {"name": "backoffice"}')
    pruned.push("The log group's manifest has another name")
    ended, writes = run(neap, aws, pruned)
    assert deletes(writes) == [] and still_there(aws, whole), ended.err


# The wrong branch, two controllers, memory that is gone.

def test_the_wrong_branch(neap, aws, pruned, whole):
    first = lab.git("-C", pruned.clone, "rev-list", "--max-parents=0", "HEAD").strip()
    lab.git("-C", pruned.clone, "checkout", "--quiet", "-b", "feature", first)
    remove(pruned, "production/admin")
    pruned.edit("neap.yaml", "\n  correctAfter: 0s", "\n  correctAfter: 0s\n  prune: {enabled: true, maxDeletions: 100%}")
    lab.git("-C", pruned.clone, "commit", "--quiet", "-am", "Something else")
    lab.git("-C", pruned.clone, "push", "--quiet", "origin", "feature")
    mark = aws.mark()
    ended = neap("run", "--repo", pruned.url, "--ref", "refs/heads/feature", "--once")
    assert (ended.code, aws.calls(mark)) == (6, []), ended.err
    assert "--accept-rewrite" in ended.err and still_there(aws, whole)
    assert "reason: NonFastForward" in pruned.show("status.yaml")
    mark = aws.mark()
    missing = neap("run", "--repo", pruned.url, "--ref", "refs/heads/no-such-branch", "--once")
    assert (missing.code, aws.calls(mark)) == (1, []), missing.err


def test_an_old_clone_is_applied(neap, aws, pruned, whole, tmp_path):
    old = tmp_path / "old"
    shutil.copytree(pruned.clone, old)
    pruned.write("production/new.yaml", "apiVersion: neap/v1\nkind: LogGroup\nmetadata: {name: new}\npolicy: "
                 "{deletionPolicy: delete}\nspec: {retentionInDays: 3}\n")
    pruned.push("One more log group")
    assert neap.run_once(pruned).code == 0
    lab.git("-C", old, "fetch", "--quiet", "origin")
    mark = aws.mark()
    for _ in range(2):
        ended = neap("apply", old, "--yes", "--timeout", "30")
        assert (ended.code, aws.writes(mark)) == (6, []), ended.err
        assert "which is no part of this history" in ended.err and "a clone that is behind" in ended.err
    assert "new" in left(aws)["logs"]


def test_two_repositories_with_one_environment(neap, aws, pruned, whole, tmp_path, program):
    folder = tmp_path / "second"
    folder.mkdir()
    theirs = lab.Forge(folder)
    theirs.fill(lab.ROOT / "manifests/reference")
    theirs.edit("neap.yaml", "owner: github.com/example/infra", "owner: github.com/example/copy")
    theirs.push("A copy")
    mark = aws.mark()
    ended = neap.run_once(theirs)
    assert ended.code == 6 and deletes(aws.writes(mark)) == [], ended.err
    assert "belongs to environment production of github.com/example/infra" in ended.err
    mark = aws.mark()
    gone = neap("destroy", "--environment", "production", "--confirm", "production", *source(theirs), timeout=300)
    assert (gone.code, deletes(aws.writes(mark))) == (6, []), gone.err
    assert "belongs to environment production of github.com/example/infra" in gone.err
    assert {kind: names for kind, names in left(aws).items() if kind in whole and kind != "instances"} == {
        kind: names for kind, names in whole.items() if kind != "instances"}


def test_two_controllers_of_one_repository_at_once(neap, aws, pruned, whole, tmp_path, program):
    remove(pruned, "production/admin")
    pruned.push("No admin any more")
    other = lab.Neap(tmp_path / "other", aws.endpoint, program)
    for _ in range(4):
        processes = [one.start(*lab.run_once(pruned)) for one in (neap, other)]
        assert {process.wait(120) for process in processes} <= {0, 1, 5, 6}
        aws.settle()
    ended, writes = run(neap, aws, pruned, times=2)
    assert (ended.code, writes) == (0, []), ended.err
    now = left(aws)
    assert now["services"] == ["api"]
    for kind in set(whole) - {"services", "definitions", "instances"}:
        assert now[kind] == whole[kind], kind
    assert [name for name in whole["definitions"] if name.startswith("api:")] == now["definitions"]
    assert reasons(pruned) == {"LogGroup/admin": "Retained"}


def test_the_status_branch_is_gone(neap, aws, pruned, whole):
    lab.git("-C", pruned.clone, "push", "--quiet", "origin", ":neap/status/production")
    remove(pruned, "production/admin")
    pruned.push("No admin any more")
    held(neap, aws, pruned, whole, 0)
    assert orphans(pruned) == []


def test_somebody_else_wrote_to_the_status_branch(neap, aws, pruned, whole):
    lab.git("-C", pruned.clone, "fetch", "--quiet", "origin", "neap/status/production")
    lab.git("-C", pruned.clone, "checkout", "--quiet", "-b", "theirs", "FETCH_HEAD")
    pruned.write("README.md", "mine now\n")
    lab.git("-C", pruned.clone, "commit", "--quiet", "-am", "By hand")
    lab.git("-C", pruned.clone, "push", "--quiet", "origin", "theirs:neap/status/production")
    lab.git("-C", pruned.clone, "checkout", "--quiet", "main")
    remove(pruned, "production/admin")
    pruned.push("No admin any more")
    ended = held(neap, aws, pruned, whole, 6)
    assert "status not written" in ended.out and "was written to by somebody else" in ended.out


@pytest.mark.only("local")
def test_aws_does_not_answer(neap, aws, pruned, whole):
    remove(pruned, "production/admin")
    pruned.push("No admin any more")
    aws.faults(errors=100, services=["elbv2"])
    mark = aws.mark()
    ended = neap.run_once(pruned)
    aws.faults()
    assert ended.code == 1 and deletes(aws.writes(mark)) == [], ended.err
    assert "is not deleted while something of the pass fails" in ended.err
    assert "PruneHeld" in reasons(pruned).values() and still_there(aws, whole)


# What fights, or replaces, or hides.

def test_an_autoscaler_moves_the_count_for_an_hour(neap, aws, pruned):
    ecs, mark = aws.client("ecs"), aws.mark()
    for count in [3, 9, 12, 5, 2]:
        ecs.update_service(cluster="demo-api", service="api", desiredCount=count)
        theirs = aws.mark()
        assert neap.run_once(pruned).code == 0
        assert aws.writes(theirs) == []
        service = ecs.describe_services(cluster="demo-api", services=["api"])["services"][0]
        assert service["desiredCount"] == count
        if hasattr(aws, "clock"):
            aws.clock(advance="12m")
    assert aws.writes(mark).count("UpdateService") == 5, "all of them the autoscaler's"


def test_what_aws_fills_into_a_task_definition_is_no_drift(neap, aws, pruned):
    for _ in range(3):
        ended, writes = run(neap, aws, pruned)
        assert (ended.code, writes) == (0, []), ended.err
    families = aws.client("ecs").list_task_definitions()["taskDefinitionArns"]
    assert len(families) == 2, "one revision each"


def test_another_capacity_provider_strategy_replaces_nothing(neap, aws, pruned):
    ecs = aws.client("ecs")
    before = ecs.describe_services(cluster="demo-api", services=["api"])["services"][0]
    text = "  capacityProviderStrategy: [{capacityProvider: spot, weight: 1}]\n"
    pruned.edit("production/api.yaml", text, text.replace("weight: 1", "weight: 2, base: 1"))
    pruned.push("Another strategy")
    plan = neap("plan", *source(pruned))
    assert plan.code == 0 and "0 to replace" in plan.out, plan.out + plan.err
    ended, writes = run(neap, aws, pruned)
    assert ended.code == 0 and writes == ["UpdateService"], ended.err
    pruned.edit("production/api.yaml", text.replace("weight: 1", "weight: 2, base: 1"), "")
    pruned.push("No strategy stated")
    ended, writes = run(neap, aws, pruned)
    assert ended.code == 0 and deletes(writes) == [] and "CreateService" not in writes, ended.err
    after = ecs.describe_services(cluster="demo-api", services=["api"])["services"][0]
    assert (after["serviceArn"], after["createdAt"]) == (before["serviceArn"], before["createdAt"])
    assert after["capacityProviderStrategy"][0]["base"] == 1, "what is no longer stated stays as it is"


@pytest.mark.only("local")
def test_latest_in_a_manifest_hides_no_instance_refresh(neap, aws, pruned):
    groups = aws.client("autoscaling")

    def version():
        group = groups.describe_auto_scaling_groups(AutoScalingGroupNames=["spot"])["AutoScalingGroups"][0]
        return group["MixedInstancesPolicy"]["LaunchTemplate"]["LaunchTemplateSpecification"]["Version"]

    assert version() == "1", "a number, whatever the manifest leaves out"
    pruned.edit("production/capacity.yaml", "launchTemplateName: spot}", "launchTemplateName: spot, version: $Latest}")
    pruned.edit(
        "production/capacity.yaml", "{httpTokens: required, httpPutResponseHopLimit: 2}",
        "{httpTokens: required, httpPutResponseHopLimit: 1}")
    pruned.push("$Latest, and a new version")
    ended, writes = run(neap, aws, pruned)
    assert ended.code == 0 and "StartInstanceRefresh" in writes, ended.err
    run(neap, aws, pruned)
    assert version() == "2"
