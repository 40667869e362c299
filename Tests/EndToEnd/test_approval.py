"""What a person lets happen or holds back in Git: approvals by trailer, suspension by command."""
import re

import pytest
import yaml

import lab

TRAILER = re.compile(r"`Neap-Approve: ([0-9a-f]{16})`")
pytestmark = pytest.mark.only("local")


def guarded(forge):
    """The stack, where a roll of tasks waits for somebody, and a commit that rolls some."""
    service = "kind: Service\nmetadata: {name: api, labels: {team: core}}\n"
    forge.edit("production/api.yaml", service, service + "policy: {approval: [rollsTasks]}\n")
    forge.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    return forge.push("api: 1.8.0")


def digest(text):
    (found,) = set(TRAILER.findall(text))
    return found


def reason(forge):
    conditions = yaml.safe_load(forge.show("resources/Service/api.yaml"))["conditions"]
    return next(one["reason"] for one in conditions if one["type"] == "Ready")


def test_a_roll_waits_for_the_commit_that_approves_it(neap, aws, applied):
    guarded(applied)
    shown = neap("plan", applied.clone)
    assert shown.code == 6, shown.out + shown.err
    name = digest(shown.out)
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert ended.code == 6, ended.err
    assert "UpdateService" not in aws.writes(mark)
    assert reason(applied) == "ApprovalRequired" and digest(applied.show("resources/Service/api.yaml")) == name
    applied.push(f"Approve\n\nNeap-Approve: {name}")
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    assert aws.writes(mark).count("UpdateService") == 1


def test_another_change_needs_another_approval(neap, aws, applied):
    guarded(applied)
    name = digest(neap("plan", applied.clone).out)
    applied.edit("production/api.yaml", "api:1.8.0", "api:1.8.1")
    applied.push(f"api: 1.8.1\n\nNeap-Approve: {name}")
    mark = aws.mark()
    assert neap.run_once(applied).code == 6
    assert "UpdateService" not in aws.writes(mark)


def test_what_needs_none_goes_ahead(neap, aws, applied):
    guarded(applied)
    applied.edit("production/api.yaml", "retentionInDays: 30", "retentionInDays: 60")
    applied.push("Longer logs")
    mark = aws.mark()
    assert neap.run_once(applied).code == 6
    assert "PutRetentionPolicy" in aws.writes(mark) and "UpdateService" not in aws.writes(mark)


def test_suspended_by_command_until_it_is_resumed(neap, aws, applied):
    said = neap("suspend", "Service/api", "--why", "the database moves", "--repo", applied.url)
    assert said.code == 0 and "nothing of Service/api is written" in said.out, said.err
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert ended.code == 6, ended.err
    assert "UpdateService" not in aws.writes(mark)
    assert reason(applied) == "Suspended"
    assert "the database moves" in applied.show("resources/Service/api.yaml")
    assert neap("resume", "Service/apo", "--repo", applied.url).code == 64
    assert neap("resume", "--repo", applied.url).code == 1, "the environment was not suspended"
    assert neap("resume", "Service/api", "--repo", applied.url).code == 0
    assert neap.run_once(applied).code == 0
    assert aws.writes(mark).count("UpdateService") == 1


def test_a_tag_of_the_cluster_is_the_brake_while_git_can_not_be_asked(neap, aws, applied):
    ecs = aws.client("ecs")
    arn = ecs.list_clusters()["clusterArns"][0]
    ecs.tag_resource(resourceArn=arn, tags=[{"key": "neap:suspended", "value": "the database moves"}])
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert (ended.code, aws.writes(mark)) == (6, []), ended.err
    assert "suspended by the tag neap:suspended of Cluster/demo-api: the database moves" in applied.show(
        "resources/TaskDefinition/api.yaml")
    ecs.untag_resource(resourceArn=arn, tagKeys=["neap:suspended"])
    assert neap.run_once(applied).code == 0
    assert "UpdateService" in aws.writes(mark)


def test_path_alone_is_told_from_a_name(neap, applied):
    assert neap("suspend", applied.clone, "--why", "all of it").code == 0
    control = lab.git("-C", applied.clone, "show", "neap/control/production:control.yaml")
    assert "all of it" in control and "Service" not in control
    assert neap("resume", "Service/api", applied.clone).code == 1, "the environment is suspended, and not the service"
    assert neap("resume", applied.clone).code == 0


def test_the_whole_environment_is_suspended_without_a_name(neap, aws, applied):
    assert neap("suspend", "--repo", applied.url).code == 0
    applied.edit("production/api.yaml", "retentionInDays: 30", "retentionInDays: 60")
    applied.push("Longer logs")
    mark = aws.mark()
    assert neap.run_once(applied).code == 6
    assert aws.writes(mark) == []
    assert neap("resume", "--repo", applied.url).code == 0
    assert neap.run_once(applied).code == 0
    assert aws.writes(mark) == ["PutRetentionPolicy"]
