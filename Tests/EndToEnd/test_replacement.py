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


def turns(neap, aws, forge, until, look=lambda: None, times=60, step="10s"):
    """Turns of the controller with three times `step` between, until something holds; what was seen each time."""
    seen = []
    for _ in range(times):
        ended = neap.run_once(forge)
        assert ended.code == 0, ended.err
        for _ in range(3):
            seen.append(look())
            aws.clock(advance=step)
        if until():
            return seen
    raise AssertionError(f"it did not come about: {seen}\n{ended.err}")


def deaths(neap, aws, forge, until, look=lambda: None, times=60, step="30s"):
    """The same with a controller that is killed after each write that it makes."""
    seen = []
    for _ in range(times):
        count = len(aws.writes())
        process = neap.start("run", *SOURCE(forge), "--once")
        deadline = time.monotonic() + 60
        while len(aws.writes()) == count and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.002)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
        seen.append(look())
        aws.clock(advance=step)
        if until():
            return seen
    raise AssertionError(f"it did not come about: {seen}")


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


def test_killed_after_each_call_and_run_again_makes_one_new_target_group(neap, aws, applied):
    edge = Edge(aws)
    old = edge.groups()["api"]["TargetGroupArn"]
    another_port(applied)
    mark = aws.mark()
    seen = deaths(
        neap, aws, applied, lambda: edge.registered().isdisjoint({old}) and len(edge.shares()) == 1, edge.serving)
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


CAPACITY = "production/capacity.yaml"
PRUNE = "\n  correctAfter: 0s\n  prune: {enabled: true, maxDeletions: 30%%}\n  confirmDelete: [%s]"


def confirm(forge, *words):
    """Switches deletion on, with these confirmed."""
    forge.edit("neap.yaml", "\n  correctAfter: 0s", PRUNE % ", ".join(f'"{word}"' for word in words))


def another_group(forge):
    """The capacity provider moves to a group of another name, and the old group leaves Git."""
    text = (forge.clone / CAPACITY).read_text()
    assert text.count("kind: AutoScalingGroup\nmetadata: {name: spot}") == 1
    text = text.replace("kind: AutoScalingGroup\nmetadata: {name: spot}", "kind: AutoScalingGroup\nmetadata: {name: fleet}")
    forge.write(CAPACITY, text.replace("autoScalingGroup: spot\n", "autoScalingGroup: fleet\n"))


class Capacity:
    """What the tasks of the cluster run on."""

    def __init__(self, aws):
        self.ecs, self.groups = aws.client("ecs"), aws.client("autoscaling")

    def services(self):
        return self.ecs.describe_services(cluster="demo-api", services=["api", "admin"])["services"]

    def providers(self):
        """The cluster's capacity providers."""
        return set(self.ecs.describe_clusters(clusters=["demo-api"])["clusters"][0]["capacityProviders"])

    def strategies(self):
        return {item["capacityProvider"] for one in self.services() for item in one["capacityProviderStrategy"]}

    def existing(self):
        """All capacity providers of ours that ECS has."""
        found = self.ecs.describe_capacity_providers()["capacityProviders"]
        return {one["name"] for one in found if one["status"] == "ACTIVE" and not one["name"].startswith("FARGATE")}

    def fleets(self):
        """How many instances each group has."""
        found = self.groups.describe_auto_scaling_groups()["AutoScalingGroups"]
        return {one["AutoScalingGroupName"]: len(one["Instances"]) for one in found}

    def running(self):
        """The running tasks of each service, as shares of the count that it has to keep at least."""
        found = {one["serviceName"]: one for one in self.services()}
        return found["api"]["runningCount"], found["admin"]["runningCount"]


def test_a_capacity_providers_group_changes_under_running_services(neap, aws, applied):
    capacity = Capacity(aws)
    confirm(applied, "AutoScalingGroup/spot@spot")
    another_group(applied)
    applied.push("Another group")
    plan = neap("plan", *SOURCE(applied), "--no-forecast")
    assert plan.code == 0, plan.out + plan.err
    assert "+/- CapacityProvider/spot" in plan.out and "+ AutoScalingGroup/fleet" in plan.out, plan.out
    assert "- AutoScalingGroup/spot" in plan.out and "- CapacityProvider/spot@spot" in plan.out, plan.out

    def look():
        return capacity.running(), capacity.providers(), capacity.strategies(), capacity.fleets()

    def gone():
        return "spot" not in capacity.fleets() and "spot" not in capacity.existing()

    mark = aws.mark()
    seen = turns(neap, aws, applied, gone, look, step="30s")
    assert all(api >= 2 and admin >= 1 for (api, admin), *_ in seen), seen
    new = capacity.existing().pop()
    assert new.startswith("spot-") and capacity.providers() == {new} and capacity.strategies() == {new}
    assert any(providers == {"spot", new} for _, providers, *_ in seen), "the cluster had both for a while"
    # The old group is emptied only when nothing runs on its provider any more.
    shrinking = [strategies for _, _, strategies, fleets in seen if fleets.get("spot", 0) == 0]
    assert shrinking and all(strategies == {new} for strategies in shrinking)
    writes = aws.writes(mark)
    assert writes.count("CreateCapacityProvider") == 1 and writes.count("DeleteAutoScalingGroup") >= 1
    assert max(index for index, name in enumerate(writes) if name == "PutClusterCapacityProviders") < writes.index(
        "DeleteCapacityProvider"), writes
    aws.settle()
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    assert yaml.safe_load(applied.show("status.yaml"))["orphans"] == []


def test_a_controller_that_dies_after_each_call_makes_one_new_provider_and_deletes_nothing_unasked(neap, aws, applied):
    capacity = Capacity(aws)
    another_group(applied)
    applied.push("Another group")
    mark = aws.mark()
    deaths(neap, aws, applied, lambda: "spot" not in capacity.strategies(), step="1m")
    aws.settle()
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    writes = aws.writes(mark)
    assert writes.count("CreateCapacityProvider") == 1 and writes.count("CreateAutoScalingGroup") == 1
    aws.settle()
    assert neap.run_once(applied).code == 0
    assert "spot" in capacity.existing() and capacity.fleets()["spot"] > 0
    orphans = {(one["kind"], one["name"]) for one in yaml.safe_load(applied.show("status.yaml"))["orphans"]}
    assert orphans == {("AutoScalingGroup", "spot"), ("CapacityProvider", "spot@spot")}
    mark = aws.mark()
    assert neap.run_once(applied).code == 0 and aws.writes(mark) == []


def another_scheme(forge, allow=True):
    forge.edit(EDGE, "scheme: internet-facing", "scheme: internal")
    if allow:
        forge.edit(
            EDGE, "kind: LoadBalancer\nmetadata: {name: demo-api}\n",
            "kind: LoadBalancer\nmetadata: {name: demo-api}\npolicy: {allow: {new-dns-name: Clients use our own alias}}\n")
    forge.push("Another scheme")


def test_a_load_balancer_is_not_replaced_without_permission(neap, aws, applied):
    another_scheme(applied, allow=False)
    mark = aws.mark()
    plan = neap("plan", *SOURCE(applied))
    assert plan.code == 6 and "policy.allow: {new-dns-name:" in plan.out, plan.out
    assert neap.run_once(applied).code == 6 and aws.writes(mark) == []


def test_a_load_balancer_is_replaced_with_its_listeners_rules_and_target_groups(neap, aws, applied):
    edge = Edge(aws)
    applied.edit(EDGE, "deletion_protection.enabled: true", "deletion_protection.enabled: false")
    applied.push("No protection")
    assert neap.run_once(applied).code == 0
    first = edge.elb.describe_load_balancers()["LoadBalancers"][0]
    old = edge.groups()["api"]["TargetGroupArn"]
    another_scheme(applied)

    def balancers():
        return {one["LoadBalancerName"]: one for one in edge.elb.describe_load_balancers()["LoadBalancers"]}

    def look():
        return edge.healthy(old)

    mark = aws.mark()
    seen = turns(neap, aws, applied, lambda: len(edge.registered()) == 2, look)
    for _ in range(5):
        ended = neap.run_once(applied)
        seen.append(look())
        aws.clock(advance="2m")
    assert ended.code == 0, ended.err
    assert min(seen) >= 2, "the old one serves on"
    assert len(edge.registered()) == 2 and len(edge.registered("admin")) == 2, "until somebody lets it go"
    both = balancers()
    new = next(one for name, one in both.items() if name != "demo-api")
    assert len(both) == 2 and new["Scheme"] == "internal" and new["LoadBalancerName"].startswith("demo-api-")
    listeners = edge.elb.describe_listeners(LoadBalancerArn=new["LoadBalancerArn"])["Listeners"]
    assert sorted(listener["Port"] for listener in listeners) == [80, 443]
    rules = {
        rule["Priority"] for listener in listeners
        for rule in edge.elb.describe_rules(ListenerArn=listener["ListenerArn"])["Rules"]}
    assert rules == {"default", "10", "20"}
    assert edge.healthy(next(arn for arn in edge.registered() if arn != old)) >= 2
    orphans = {one["name"].split("@")[0] for one in yaml.safe_load(applied.show("status.yaml"))["orphans"]}
    assert orphans == {"demo-api", "api", "admin"}

    old_groups = {
        group["TargetGroupArn"] for group in edge.elb.describe_target_groups()["TargetGroups"]
        if group["TargetGroupName"] in ("api", "admin")}
    words = [f"LoadBalancer/demo-api@{first['LoadBalancerArn'].split('/')[-1]}"]
    words += [f"TargetGroup/{arn.split('/')[-2]}@{arn.split('/')[-1]}" for arn in sorted(old_groups)]
    applied.edit(
        "neap.yaml", "\n  correctAfter: 0s",
        "\n  correctAfter: 0s\n  confirmDelete: [%s]" % ", ".join(f'"{word}"' for word in words))
    applied.push("The old one may go")
    turns(neap, aws, applied, lambda: len(balancers()) == 1 and len(edge.groups()) == 1, step="30s")
    assert edge.registered().isdisjoint(old_groups)
    assert aws.writes(mark).count("CreateLoadBalancer") == 1 and aws.writes(mark).count("CreateTargetGroup") == 2
    aws.settle()
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    mark = aws.mark()
    assert neap.run_once(applied).code == 0 and aws.writes(mark) == []


def test_a_new_target_group_that_never_becomes_healthy_gets_no_requests(neap, aws, applied):
    edge, image = Edge(aws), "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.8.0"
    old = edge.groups()["api"]["TargetGroupArn"]
    aws.inject(image={"image": image, "unhealthyAfter": "0s"})
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    another_port(applied)
    seen = []
    for _ in range(40):
        ended = neap.run_once(applied)
        for _ in range(3):
            seen.append((edge.serving(), {arn for arn, weight in edge.shares().items() if weight > 0}))
            aws.clock(advance="20s")
    assert all(serving >= 2 and arns == {old} for serving, arns in seen), seen
    assert ended.code == 3 and len(edge.groups()) == 2, ended.err
    assert "reason: RolledBack" in applied.show("resources/Service/api.yaml")
    waiting = applied.show("status.yaml")
    assert "until the targets of api-" in waiting or "are healthy" in waiting or "RolledBack" in waiting, waiting
    mark = aws.mark()
    for _ in range(3):
        neap.run_once(applied)
        aws.clock(advance="5m")
    assert aws.writes(mark) == [], "it waits, and does not try over and over"

    applied.edit("production/api.yaml", "api:1.8.0", "api:1.8.1")
    applied.push("An image that answers")
    for _ in range(60):
        ended = neap.run_once(applied)
        seen.append((edge.serving(), None))
        aws.clock(advance="30s")
        if edge.registered().isdisjoint({old}) and old not in edge.shares():
            break
    assert edge.registered().isdisjoint({old}) and old not in edge.shares(), ended.err
    assert min(serving for serving, _ in seen) >= 2, seen
