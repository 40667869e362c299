"""What somebody else changed: reported or corrected, never mistaken for what Git says; and what left Git."""
import lab
import pytest
import yaml


def group(aws):
    groups = aws.client("autoscaling").describe_auto_scaling_groups(AutoScalingGroupNames=["spot"])
    return groups["AutoScalingGroups"][0]


def reporting(neap, reference):
    """The reference stack, applied, with drift only reported."""
    reference.edit("neap.yaml", "drift: correct", "drift: report")
    reference.push("Report drift")
    ended = neap.run_once(reference)
    assert ended.code == 0, ended.err
    return reference


def test_reported_drift_is_not_written_back_with_another_edit(neap, aws, reference):
    forge = reporting(neap, reference)
    aws.client("autoscaling").update_auto_scaling_group(AutoScalingGroupName="spot", MaxSize=9)
    mark = aws.mark()
    ended = neap.run_once(forge)
    assert aws.writes(mark) == [], ended.err
    assert "maxSize" in forge.show("resources/AutoScalingGroup/spot.yaml").split("drift:")[-1]
    forge.edit("production/capacity.yaml", "defaultInstanceWarmup: 60", "defaultInstanceWarmup: 90")
    forge.push("A longer warm-up")
    mark = aws.mark()
    ended = neap.run_once(forge)
    assert aws.writes(mark) == ["UpdateAutoScalingGroup"], ended.err
    assert group(aws)["MaxSize"] == 9, "what was reported stays reported"
    assert group(aws)["DefaultInstanceWarmup"] == 90


def test_apply_writes_reported_drift_back(neap, aws, reference):
    forge = reporting(neap, reference)
    aws.client("autoscaling").update_auto_scaling_group(AutoScalingGroupName="spot", MaxSize=9)
    lab.git("-C", forge.clone, "fetch", "--quiet", "origin")
    ended = neap("apply", forge.clone, "--yes", "--timeout", "60")
    assert ended.code == 0, ended.err
    assert group(aws)["MaxSize"] == 6


def test_a_broken_provider_leaves_the_group_its_count(neap, aws, applied):
    aws.client("autoscaling").set_desired_capacity(AutoScalingGroupName="spot", DesiredCapacity=5)
    applied.write("production/capacity.yaml", "not: [closed\n")
    applied.push("A broken file")
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert ended.code == 1
    assert aws.writes(mark) == [], ended.err
    assert group(aws)["DesiredCapacity"] == 5


def test_what_was_deleted_by_hand_is_reported_under_report(neap, aws, reference):
    forge = reporting(neap, reference)
    aws.client("logs").delete_log_group(logGroupName="/ecs/demo-api/admin")
    mark = aws.mark()
    ended = neap.run_once(forge)
    assert aws.writes(mark) == []
    assert ended.code == 3, ended.err
    assert "LogGroup/admin" in ended.err and "deleted by somebody else" in ended.err


def test_what_left_git_is_an_orphan_and_new_when_it_returns(neap, aws, applied):
    manifest = (applied.clone / "production/admin/log-group.json").read_text()
    lab.git("-C", applied.clone, "rm", "--quiet", "production/admin/log-group.json")
    applied.push("No log group of our own")
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    assert aws.writes(mark) == []
    assert "LogGroup" in applied.show("status.yaml").split("orphans:")[-1]
    assert "no longer in Git" in applied.show("README.md")
    aws.client("logs").delete_log_group(logGroupName="/ecs/demo-api/admin")
    applied.write("production/admin/log-group.json", manifest)
    applied.push("It is back")
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    assert "CreateLogGroup" in aws.writes(mark)


def test_a_foreign_tip_stops_status_but_not_new_commits(neap, aws, applied):
    lab.git("-C", applied.clone, "fetch", "--quiet", "origin", "neap/status/production")
    lab.git("-C", applied.clone, "checkout", "--quiet", "-b", "theirs", "FETCH_HEAD")
    applied.write("README.md", "mine now\n")
    lab.git("-C", applied.clone, "commit", "--quiet", "-am", "By hand")
    lab.git("-C", applied.clone, "push", "--quiet", "origin", "theirs:neap/status/production")
    lab.git("-C", applied.clone, "checkout", "--quiet", "main")
    tip = applied.tip()
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert ended.code == 6, ended.err
    assert sorted(aws.writes(mark)) == ["RegisterTaskDefinition", "UpdateService"]
    assert applied.tip() == tip


def test_rewritten_history_stops_the_environment_until_it_is_accepted(neap, aws, applied):
    before = applied.tip()
    lab.git("-C", applied.clone, "commit", "--quiet", "--amend", "-m", "Another history")
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    lab.git("-C", applied.clone, "commit", "--quiet", "-am", "api: 1.8.0")
    lab.git("-C", applied.clone, "push", "--quiet", "--force", "origin", "HEAD:main")
    head = lab.git("-C", applied.clone, "rev-parse", "HEAD").strip()
    for _ in range(2):
        mark = aws.mark()
        ended = neap.run_once(applied)
        assert ended.code == 6, ended.err
        assert f"--accept-rewrite {head}" in ended.err
        assert aws.calls(mark) == []
    looked = neap("rollout", "status", "api", "--repo", applied.url)
    assert looked.code == 0 and "was rewritten" in looked.err, "who only looks is told of it, and not stopped"
    since = lab.git("-C", applied.bare, "log", "--format=%s", f"{before}..neap/status/production").splitlines()
    assert len(since) == 1 and "NonFastForward" in since[0], "one commit says so"
    assert "reason: NonFastForward" in applied.show("status.yaml")
    assert "**Stopped.**" in applied.show("README.md")
    mark = aws.mark()
    ended = neap.run_once(applied, "--accept-rewrite", head)
    assert ended.code == 0, ended.err
    assert sorted(aws.writes(mark)) == ["RegisterTaskDefinition", "UpdateService"]
    assert "NonFastForward" not in applied.show("status.yaml")


@pytest.mark.only("local")
def test_cloudtrail_tells_who_made_a_drift(neap, aws, reference):
    reference.edit("neap.yaml", "drift: correct", "drift: report\n  cloudTrail: true")
    reference.push("Report drift, and who made it")
    assert neap.run_once(reference).code == 0
    aws.client("autoscaling").update_auto_scaling_group(AutoScalingGroupName="spot", MaxSize=9)
    neap.run_once(reference)
    assert "by:" not in reference.show("resources/AutoScalingGroup/spot.yaml"), "the event comes minutes later"
    aws.clock(advance="6m")
    ended = neap.run_once(reference)
    who = "arn:aws:iam::123456789012:root"
    assert f"changed by {who}: /maxSize" in ended.err, ended.err
    (drift,) = yaml.safe_load(reference.show("resources/AutoScalingGroup/spot.yaml"))["drift"]
    assert (drift["by"], drift["call"]) == (who, "UpdateAutoScalingGroup")
    mark = aws.mark()
    neap.run_once(reference)
    assert "LookupEvents" not in aws.calls(mark), "what is known is not asked for again"
    lab.git("-C", reference.clone, "fetch", "--quiet", "origin", "neap/status/production:neap/status/production")
    assert f"changed by {who}, UpdateAutoScalingGroup, 20" in neap("plan", reference.clone).out


@pytest.mark.only("local")
def test_a_cloudtrail_that_fails_is_told_once_and_one_that_may_not_be_asked_not_at_all(neap, aws, reference):
    reference.edit("neap.yaml", "drift: correct", "drift: report\n  cloudTrail: true")
    reference.push("Report drift, and who made it")
    assert neap.run_once(reference).code == 0
    groups = aws.client("autoscaling")
    groups.update_auto_scaling_group(AutoScalingGroupName="spot", MaxSize=9)
    aws.client("logs").put_retention_policy(logGroupName="/ecs/demo-api/admin", retentionInDays=3)
    aws.faults(errors=100, services=["cloudtrail"])
    said = "CloudTrail does not say who made a drift"
    ended = neap.run_once(reference)
    planned = neap("plan", "--repo", reference.url, "--ref", lab.REF)
    aws.faults()
    assert ended.err.count(said) == 1, ended.err
    assert planned.out.count(said) == 1 and "/maxSize" in ended.err, planned.out
    assert said not in neap.run_once(reference).err
