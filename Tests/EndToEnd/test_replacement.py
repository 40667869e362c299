"""What can only be set at creation is replaced: a new one beside the old one, traffic moved in between, the old one last."""
import os
import signal
import time

import pytest
import yaml

import lab

SOURCE = lambda forge: ["--repo", forge.url, "--ref", "refs/heads/main"]  # noqa: E731
EDGE = "production/load-balancer.yaml"
GROUP = "targetType: instance\n  protocol: HTTP\n  port: "
pytestmark = pytest.mark.only("local")


class Edge:
    """What stands between clients and the tasks of the service `api`."""

    def __init__(self, aws):
        self.elb, self.ecs = aws.client("elbv2"), aws.client("ecs")

    def groups(self):
        """Target groups of the manifest `api` by name."""
        groups = self.elb.describe_target_groups()["TargetGroups"]
        tags = self.elb.describe_tags(ResourceArns=[group["TargetGroupArn"] for group in groups])["TagDescriptions"]
        ours = {
            one["ResourceArn"] for one in tags
            if {"Key": "neap:resource", "Value": "TargetGroup/api"} in one["Tags"]}
        return {group["TargetGroupName"]: group for group in groups if group["TargetGroupArn"] in ours}

    def shares(self):
        """The weights with which the listener on 443 of every load balancer forwards, by ARN."""
        shares = {}
        for balancer in self.elb.describe_load_balancers()["LoadBalancers"]:
            for listener in self.elb.describe_listeners(LoadBalancerArn=balancer["LoadBalancerArn"])["Listeners"]:
                for action in listener["DefaultActions"]:
                    for group in action.get("ForwardConfig", {}).get("TargetGroups", []):
                        shares[group["TargetGroupArn"]] = group["Weight"]
        return shares

    def healthy(self, arn):
        targets = self.elb.describe_target_health(TargetGroupArn=arn)["TargetHealthDescriptions"]
        return sum(target["TargetHealth"]["State"] == "healthy" for target in targets)

    def serving(self):
        """How many targets take requests: the fewest of any target group that some go to."""
        return min(self.healthy(arn) for arn, weight in self.shares().items() if weight > 0)

    def registered(self, service="api"):
        """Target groups that the service registers its tasks with."""
        found = self.ecs.describe_services(cluster="demo-api", services=[service])["services"][0]
        return {entry["targetGroupArn"] for entry in found["loadBalancers"]}


def turns(neap, aws, forge, until, look=lambda: None, times=60, codes=(0,)):
    """Turns of the controller with half a minute between, until something holds; what was seen each time."""
    seen = []
    for _ in range(times):
        ended = neap.run_once(forge)
        assert ended.code in codes, ended.err
        for _ in range(3):
            seen.append(look())
            aws.clock(advance="10s")
        if until():
            return seen
    raise AssertionError(f"it did not come about: {seen}\n{ended.err}")


def another_port(forge, port=8080, was=80):
    forge.edit(EDGE, f"{GROUP}{was}", f"{GROUP}{port}")
    forge.push("Another port")


def test_a_target_groups_port_changes_under_a_running_service(neap, aws, applied):
    edge = Edge(aws)
    old = edge.groups()["api"]
    another_port(applied)

    plan = neap("plan", *SOURCE(applied), "--no-forecast")
    assert plan.code == 0, plan.out + plan.err
    assert "+/- TargetGroup/api" in plan.out and "1 to replace" in plan.out
    order = [plan.out.index(step) for step in ("CreateTargetGroup", "ModifyListener", "UpdateService")]
    assert order == sorted(order), plan.out
    assert plan.out.count("ModifyListener") == 3 and plan.out.count("UpdateService") == 2, plan.out
    assert "are healthy" in plan.out and "until traffic goes to api-" in plan.out

    floor, mark = 2, aws.mark()

    def look():
        return edge.serving(), dict(edge.shares()), frozenset(edge.registered())

    def moved():
        return edge.registered().isdisjoint({old["TargetGroupArn"]}) and len(edge.shares()) == 1

    seen = turns(neap, aws, applied, moved, look)
    new = next(group for name, group in edge.groups().items() if name != "api")
    assert new["TargetGroupName"].startswith("api-") and new["Port"] == 8080
    assert min(serving for serving, _, _ in seen) >= floor, seen
    both = frozenset({old["TargetGroupArn"], new["TargetGroupArn"]})
    assert any(registered == both for _, _, registered in seen), "both were attached"
    # Requests went to one of the two at any time, and never back.
    shares = [one.get(new["TargetGroupArn"], 0) for _, one, _ in seen]
    assert shares == sorted(shares) and shares[0] == 0 and shares[-1] > 0
    assert all(sum(weight > 0 for weight in one.values()) == 1 for _, one, _ in seen)
    assert aws.writes(mark).count("CreateTargetGroup") == 1

    aws.settle()
    neap.run_once(applied)
    assert set(edge.groups()) == {"api", new["TargetGroupName"]}, "the old one stays"
    number = old["TargetGroupArn"].split("/")[-1]
    orphan = yaml.safe_load(applied.show("status.yaml"))["orphans"]
    assert [(one["name"], one["replacedBy"]) for one in orphan] == [(f"api@{number}", "TargetGroup/api")], orphan
    assert "confirmDelete" in orphan[0]["message"]

    applied.edit(
        "neap.yaml", "\n  correctAfter: 0s", f"\n  correctAfter: 0s\n  confirmDelete: [\"TargetGroup/api@{number}\"]")
    applied.push("The old one may go")
    turns(neap, aws, applied, lambda: set(edge.groups()) == {new["TargetGroupName"]})
    aws.settle()
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    assert yaml.safe_load(applied.show("status.yaml"))["orphans"] == []
    assert not [path for path in applied.files() if path.startswith("replaced/")]
    mark = aws.mark()
    assert neap.run_once(applied).code == 0 and aws.writes(mark) == []


def test_the_change_taken_back_half_way_goes_back_to_the_old_one(neap, aws, applied):
    edge = Edge(aws)
    old = edge.groups()["api"]["TargetGroupArn"]
    another_port(applied)
    turns(neap, aws, applied, lambda: len(edge.registered()) == 2)
    another_port(applied, 80, 8080)
    seen = turns(neap, aws, applied, lambda: edge.registered() == {old} and set(edge.shares()) == {old}, edge.serving)
    assert min(seen) >= 2, seen
    aws.settle()
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    orphans = yaml.safe_load(applied.show("status.yaml"))["orphans"]
    assert [one["replacedBy"] for one in orphans] == ["TargetGroup/api"]


@pytest.mark.parametrize("killed", [1, 2, 3, 4, 5, 6])
def test_killed_after_each_call_and_run_again_makes_one_new_target_group(neap, aws, applied, killed):
    edge = Edge(aws)
    old = edge.groups()["api"]["TargetGroupArn"]
    another_port(applied)
    mark = aws.mark()

    def moved():
        return edge.registered().isdisjoint({old}) and len(edge.shares()) == 1

    # The controller dies at its n-th write, whichever turn that comes in.
    while len(aws.writes(mark)) < killed and not moved():
        process = neap.start("run", *SOURCE(applied), "--once")
        deadline = time.monotonic() + 60
        while len(aws.writes(mark)) < killed and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.002)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
        aws.clock(advance="30s")

    seen = turns(neap, aws, applied, moved, edge.serving)
    assert min(seen) >= 2, seen
    assert len(edge.groups()) == 2 and aws.writes(mark).count("CreateTargetGroup") == 1


def test_without_the_status_branch_the_new_one_is_found_again(neap, aws, applied):
    edge = Edge(aws)
    old = edge.groups()["api"]["TargetGroupArn"]
    another_port(applied)
    mark = aws.mark()
    turns(neap, aws, applied, lambda: len(edge.registered()) == 2)
    lab.git("-C", applied.clone, "push", "--quiet", "origin", ":neap/status/production")
    turns(neap, aws, applied, lambda: edge.registered().isdisjoint({old}) and len(edge.shares()) == 1)
    assert aws.writes(mark).count("CreateTargetGroup") == 1


def test_what_tasks_can_not_be_registered_with_both_is_refused_with_the_way_out(neap, aws, applied):
    applied.edit(EDGE, f"{GROUP}80", f"{GROUP}80".replace("instance", "ip"))
    applied.push("Addresses")
    mark = aws.mark()
    plan = neap("plan", *SOURCE(applied))
    assert plan.code == 6 and "Service/api can not register its tasks with both" in plan.out, plan.out
    ended = neap.run_once(applied)
    assert ended.code == 6 and aws.writes(mark) == [], ended.err
