"""Instance rollouts: a new launch template version replaces instances one by one, tasks and Spot go first, images follow."""
import re
import threading
import time

import pytest

import lab

pytestmark = pytest.mark.only("local")
HOPS = "{httpTokens: required, httpPutResponseHopLimit: %d}"
IMAGE = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"


def group(aws):
    return aws.client("autoscaling").describe_auto_scaling_groups(AutoScalingGroupNames=["spot"])[
        "AutoScalingGroups"][0]


def versions(aws):
    return sorted(item["LaunchTemplate"]["Version"] for item in group(aws)["Instances"]
                  if item["LifecycleState"] == "InService")


def refreshes(aws):
    return aws.client("autoscaling").describe_instance_refreshes(AutoScalingGroupName="spot")["InstanceRefreshes"]


def change_template(forge, before=2, after=1):
    forge.edit("production/capacity.yaml", HOPS % before, HOPS % after)
    forge.push("The instances' metadata is nearer")


def apply(neap, forge, *options, timeout=100):
    return neap("apply", "--repo", forge.url, "--ref", lab.REF, "--yes", "--timeout", timeout, *options, timeout=180)


class Watch:
    """The lowest counts of running tasks and of instances in service that were seen while something else went on."""

    def __init__(self, aws):
        self.aws, self.ecs = aws, aws.client("ecs")
        self.tasks, self.instances, self.most, self.over = {}, 99, 0, threading.Event()
        self.thread = threading.Thread(target=self.look)

    def look(self):
        while not self.over.wait(0.2):
            services = self.ecs.describe_services(cluster="demo-api", services=["api", "admin"])["services"]
            for service in services:
                name, count = service["serviceName"], service["runningCount"]
                self.tasks[name] = min(count, self.tasks.get(name, count))
            there = [item["LifecycleState"] for item in group(self.aws)["Instances"]]
            self.instances = min(self.instances, there.count("InService"))
            self.most = max(self.most, len(there))

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()


def test_a_new_version_rolls_protected_instances_one_extra_first(neap, aws, applied):
    count = group(aws)["DesiredCapacity"]
    change_template(applied)
    mark = aws.mark()
    aws.clock(speed=60)
    with Watch(aws) as watch:
        ended = apply(neap, applied)
    assert ended.code == 0, ended.err + ended.out
    assert sorted(aws.writes(mark)) == ["CreateLaunchTemplateVersion", "ModifyLaunchTemplate", "StartInstanceRefresh"]
    assert "rolls instances" in ended.out and "StartInstanceRefresh" in ended.out
    [refresh] = refreshes(aws)
    assert refresh["Status"] == "Successful"
    assert refresh["Preferences"]["ScaleInProtectedInstances"] == "Refresh"
    assert versions(aws) == ["2"] * count
    assert watch.instances >= count, "an extra one came first"
    assert watch.tasks["api"] >= 2, "the floor of 50 percent of 4"
    assert re.search(r"template version 2: \d of \d new; refresh \d+ %", ended.err), ended.err
    assert re.search(r"i-\w+ \(eu-west-1.\) in service", ended.err), ended.err
    told = applied.show("refreshes/spot/2.yaml")
    assert "result: live" in told and refresh["InstanceRefreshId"] in told, told
    assert "settled" in applied.history().splitlines()[0]


def test_a_settled_group_is_asked_nothing_more(neap, aws, applied):
    mark = aws.mark()
    assert neap.run_once(applied).code == 0
    assert "DescribeInstanceRefreshes" not in [call["operation"] for call in aws.calls(mark)]


def test_tasks_go_first_and_the_refresh_goes_on_after_them(neap, aws, applied):
    # So slow that the refresh is not through before the tasks come.
    aws.clock(speed=1)
    change_template(applied)
    assert neap.run_once(applied).code == 0
    aws.clock(advance="30s")
    assert refreshes(aws)[0]["Status"] == "InProgress"
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    writes = aws.writes(mark)
    assert {"CancelInstanceRefresh", "UpdateService"} <= set(writes) and "StartInstanceRefresh" not in writes
    aws.clock(speed=60)
    ended = apply(neap, applied)
    assert ended.code == 0, ended.err + ended.out
    assert [item["Status"] for item in refreshes(aws)] == ["Successful", "Cancelled"]
    assert set(versions(aws)) == {"2"}
    told = applied.show("refreshes/spot/2.yaml")
    assert "result: live" in told and "pauses:" in told and "api" in told, told


def test_one_commit_with_both_rolls_tasks_first(neap, aws, applied):
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    change_template(applied)
    ended = neap("plan", "--repo", applied.url, "--ref", lab.REF)
    assert re.search(r"StartInstanceRefresh +spot +the new template version +after api is live: same capacity", ended.out)
    mark = aws.mark()
    aws.clock(speed=60)
    ended = apply(neap, applied)
    assert ended.code == 0, ended.err + ended.out
    writes = aws.writes(mark)
    assert writes.index("UpdateService") < writes.index("StartInstanceRefresh")
    assert writes.count("StartInstanceRefresh") == 1
    assert "spot  paused: after api is live: same capacity" in ended.err


def test_a_newer_version_takes_the_place_of_one_that_rolls(neap, aws, applied):
    change_template(applied)
    assert neap.run_once(applied).code == 0
    change_template(applied, 1, 3)
    aws.clock(speed=60)
    ended = apply(neap, applied)
    assert ended.code == 0, ended.err + ended.out
    assert set(versions(aws)) == {"3"}
    assert "result: superseded" in applied.show("refreshes/spot/2.yaml")
    assert "result: live" in applied.show("refreshes/spot/3.yaml")


def test_a_version_that_is_taken_back_is_undone(neap, aws, applied):
    change_template(applied)
    assert neap.run_once(applied).code == 0
    aws.clock(advance="3m")
    lab.git("-C", applied.clone, "revert", "--no-edit", "HEAD")
    applied.push("Back")
    aws.clock(speed=60)
    ended = apply(neap, applied)
    assert ended.code == 0, ended.err + ended.out
    assert len(set(versions(aws))) == 1
    live = aws.client("ec2").describe_launch_template_versions(LaunchTemplateName="spot", Versions=versions(aws)[:1])
    hops = live["LaunchTemplateVersions"][0]["LaunchTemplateData"]["MetadataOptions"]["HttpPutResponseHopLimit"]
    assert hops == 2


def test_instances_that_never_join_are_rolled_back_and_told(neap, aws, applied):
    count = group(aws)["DesiredCapacity"]
    applied.edit(
        "production/capacity.yaml", "    cluster: demo-api\n    spot",
        "    cluster: arn:aws:ecs:eu-west-1:123456789012:cluster/elsewhere\n    spot")
    applied.push("A cluster that is not there")
    aws.clock(speed=60)
    with Watch(aws) as watch:
        ended = apply(neap, applied)
    assert ended.code == 3, ended.err + ended.out
    assert watch.tasks["api"] >= 2, "tasks never lost their floor"
    assert "not join the cluster: i-" in ended.err, ended.err
    assert refreshes(aws)[0]["Status"] == "RollbackSuccessful"
    assert versions(aws) == ["1"] * len(versions(aws)) and len(versions(aws)) >= count
    told = applied.show("refreshes/spot/2.yaml")
    assert "result: rolledBack" in told and re.search("reason: .* not join the cluster: i-", told), told
    file = applied.show("resources/AutoScalingGroup/spot.yaml")
    assert "Quarantined" in file and "health: Degraded" in file, file
    mark = aws.mark()
    assert neap.run_once(applied).code == 3
    assert aws.writes(mark) == [], "it is not tried again"
    change = applied.show("README.md")
    assert re.search("template version 2 was rolled back to 1: .* not join the cluster", change), change


def new_image(aws, image="ami-0newer0newer0new1"):
    aws.client("ssm").put_parameter(Name=IMAGE, Value=image, Type="String", Overwrite=True)
    return image


def test_a_new_image_is_announced_and_rolled_when_asked_for(neap, aws, applied):
    image = new_image(aws)
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert (ended.code, aws.writes(mark)) == (0, []), ended.err
    readme = applied.show("README.md")
    assert f"AWS has a newer ECS image, `{image}`; pinned to `ami-" in readme, readme
    ended = neap("plan", "--repo", applied.url, "--ref", lab.REF, "--refresh-images")
    assert image in ended.out and "StartInstanceRefresh" in ended.out
    aws.clock(speed=60)
    ended = apply(neap, applied, "--refresh-images")
    assert ended.code == 0, ended.err
    assert set(versions(aws)) == {"2"}
    assert image in applied.show("resources/LaunchTemplate/spot.yaml")
    assert "newer ECS image" not in applied.show("README.md")


def windows(forge, allow):
    forge.edit(
        "production/capacity.yaml", "metadata: {name: spot}\nspec:\n  imageId:",
        f"metadata: {{name: spot}}\npolicy:\n  windows: [{{allow: \"{allow}\", duration: 1h}}]\n"
        "spec:\n  imagePolicy: follow\n  imageId:")
    forge.push("Follow images at night")


def test_a_followed_image_is_rolled_in_its_window_only(neap, aws, applied):
    now = time.gmtime()
    windows(applied, f"0 {(now.tm_hour + 6) % 24} * * *")
    assert neap.run_once(applied).code == 0
    image = new_image(aws)
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert (ended.code, aws.writes(mark)) == (0, []), ended.err
    assert re.search(f"newer ECS image, `{image}`; `ami-.*` stays until its window opens 20", applied.show("README.md"))
    applied.edit("production/capacity.yaml", f"0 {(now.tm_hour + 6) % 24} * * *", "* * * * *")
    applied.push("Now")
    mark = aws.mark()
    assert neap.run_once(applied).code == 0
    assert "StartInstanceRefresh" in aws.writes(mark)
    assert image in applied.show("resources/LaunchTemplate/spot.yaml")


def test_a_change_outside_its_window_is_refused(neap, aws, applied):
    now = time.gmtime()
    windows(applied, f"0 {(now.tm_hour + 6) % 24} * * *")
    change_template(applied)
    mark = aws.mark()
    ended = neap.run_once(applied)
    assert ended.code == 6, ended.err
    assert "CreateLaunchTemplateVersion" not in aws.writes(mark)
    assert re.search(r"outside policy.windows; opens 20\d\d-\d\d-\d\d \d\d:00Z", ended.err), ended.err
    assert "OutsideWindow" in applied.show("resources/LaunchTemplate/spot.yaml")
