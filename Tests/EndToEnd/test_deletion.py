"""What leaves Git leaves AWS, when that is asked for, and only then."""
import yaml

import lab

SOURCE = lambda forge: ["--repo", forge.url, "--ref", "refs/heads/main"]  # noqa: E731
PRUNE = "\n  prune: {enabled: true, maxDeletions: %s}"


def pruning(forge, cap="50%", more=""):
    """Switches deletion on, in the next commit."""
    forge.edit("neap.yaml", "\n  correctAfter: 0s", "\n  correctAfter: 0s" + PRUNE % cap + more)


def run(neap, aws, forge, times=1):
    """Turns of the controller, with the rest of AWS's own doings between; the last one's end and all writes."""
    mark = aws.mark()
    for _ in range(times):
        ended = neap.run_once(forge)
        aws.settle()
    return ended, aws.writes(mark)


def deletes(writes):
    return [write for write in writes if write.startswith(("Delete", "Deregister"))]


def remove(forge, *paths):
    lab.git("-C", forge.clone, "rm", "--quiet", "-r", *paths)


def orphans(forge):
    return yaml.safe_load(forge.show("status.yaml"))["orphans"]


def test_one_service_is_pruned_with_what_it_was_made_of(neap, aws, applied):
    pruning(applied)
    remove(applied, "production/admin")
    applied.push("No admin any more")
    plan = neap("plan", *SOURCE(applied))
    assert plan.code == 0 and "- Service/admin" in plan.out and "DeleteService" in plan.out, plan.out + plan.err
    ended, writes = run(neap, aws, applied, times=4)
    assert ended.code == 0, ended.err
    assert {"DeleteService", "DeregisterTaskDefinition", "DeleteLogGroup"} <= set(writes), writes
    assert "DeleteCluster" not in writes
    services = aws.client("ecs").describe_services(cluster="demo-api", services=["api", "admin"])["services"]
    assert {service["serviceName"]: service["status"] for service in services}["api"] == "ACTIVE"
    assert orphans(applied) == []
    assert not any("admin" in path for path in applied.files() if path.startswith("resources/Service"))
    assert run(neap, aws, applied)[1] == []


def test_all_files_deleted_deletes_nothing(neap, aws, applied):
    pruning(applied, "100%")
    remove(applied, "production")
    applied.write("production/.keep", "")
    applied.push("Everything gone")
    ended, writes = run(neap, aws, applied)
    assert (ended.code, deletes(writes)) == (6, []), ended.err
    assert "the commit wants nothing at all" in ended.err
    assert {orphan["reason"] for orphan in orphans(applied)} == {"EmptyDesired", "Refused"}


def test_more_than_the_cap_deletes_nothing(neap, aws, applied):
    pruning(applied, "2")
    remove(applied, "production/admin")
    applied.push("No admin any more")
    ended, writes = run(neap, aws, applied)
    assert (ended.code, deletes(writes)) == (6, []), ended.err
    assert "manifests left Git at once" in ended.err and "prune.maxDeletions" in ended.err
    assert "PruneCapped" in applied.show("status.yaml")
    assert neap("plan", *SOURCE(applied)).code == 6


def test_a_parse_error_elsewhere_deletes_nothing(neap, aws, applied):
    pruning(applied)
    remove(applied, "production/admin")
    applied.write("production/broken.yaml", "kind: [\n")
    applied.push("No admin, and a typing error")
    ended, writes = run(neap, aws, applied)
    assert (ended.code, deletes(writes)) == (1, []), ended.err


def test_a_renamed_folder_is_no_deletion(neap, aws, applied):
    pruning(applied)
    lab.git("-C", applied.clone, "mv", "production/admin", "production/backoffice")
    applied.push("Another folder")
    ended, writes = run(neap, aws, applied)
    assert (ended.code, writes) == (0, []), ended.err
    assert orphans(applied) == []


def test_without_the_status_branch_nothing_is_deleted(neap, aws, applied):
    lab.git("-C", applied.clone, "push", "--quiet", "origin", ":neap/status/production")
    pruning(applied)
    remove(applied, "production/admin")
    applied.push("No admin any more")
    ended, writes = run(neap, aws, applied)
    assert (ended.code, deletes(writes)) == (0, []), ended.err
    assert aws.client("logs").describe_log_groups(logGroupNamePrefix="/ecs/demo-api/admin")["logGroups"]


def test_what_others_tagged_over_is_not_deleted(neap, aws, applied):
    logs = aws.client("logs")
    arn = logs.describe_log_groups(logGroupNamePrefix="/ecs/demo-api/admin")["logGroups"][0]["arn"].removesuffix(":*")
    logs.tag_resource(resourceArn=arn, tags={"neap:environment": "theirs"})
    pruning(applied)
    remove(applied, "production/admin")
    applied.push("No admin any more")
    ended, writes = run(neap, aws, applied, times=4)
    assert "DeleteService" in writes and "DeleteLogGroup" not in writes, writes
    assert "belongs to environment theirs" in ended.err
