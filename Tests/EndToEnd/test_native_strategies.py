"""Blue/green, linear and canary by manifests: their weights are the deployment's, everything else of the rule is Git's."""
import pytest

import lab

pytestmark = pytest.mark.only("local")

GREEN = """---
apiVersion: neap/v1
kind: TargetGroup
metadata: {name: green}
spec:
  protocol: HTTP
  port: 80
  vpcId: {tags: {Name: demo}}
  healthCheckPath: /healthz
  healthCheckIntervalSeconds: 10
  healthyThresholdCount: 2
  attributes: {deregistration_delay.timeout_seconds: 30}
"""
RULE = """        - priority: 30
          conditions: [{field: path-pattern, pathPatternConfig: {values: [/*]}}]
          actions:
            - type: forward
              forwardConfig: {targetGroups: [{targetGroup: api, weight: 1}, {targetGroup: green, weight: 0}]}
"""
ROLLING = """  deploymentConfiguration:
    minimumHealthyPercent: 50
    maximumPercent: 150
    deploymentCircuitBreaker: {enable: true, rollback: true}
"""
BALANCERS = "  loadBalancers: [{targetGroup: api, containerName: api, containerPort: 3000}]\n"
ADVANCED = """  loadBalancers:
    - targetGroup: api
      containerName: api
      containerPort: 3000
      advancedConfiguration:
        alternateTargetGroup: green
        productionListenerRule: demo-api/443/30
        roleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
"""
STRATEGIES = {
    "BLUE_GREEN": "  deploymentConfiguration: {strategy: BLUE_GREEN, bakeTimeInMinutes: 1}\n",
    "CANARY": """  deploymentConfiguration:
    strategy: CANARY
    bakeTimeInMinutes: 1
    canaryConfiguration: {canaryPercent: 10, canaryBakeTimeInMinutes: 1}
""",
    "LINEAR": """  deploymentConfiguration:
    strategy: LINEAR
    bakeTimeInMinutes: 0
    linearConfiguration: {stepPercent: 50.0, stepBakeTimeInMinutes: 1}
""",
}


class Green:
    """The reference stack, its service `api` by one of ECS's own strategies."""

    def __init__(self, neap, aws, forge):
        self.neap, self.aws, self.forge, self.number = neap, aws, forge, 4

    def state(self, strategy):
        balancer = (self.forge.clone / "production/load-balancer.yaml").read_text()
        mark = "messageBody: Not found}\n"
        self.forge.write("production/load-balancer.yaml", balancer.replace(mark, mark + RULE) + GREEN)
        self.forge.edit("production/api.yaml", ROLLING, STRATEGIES[strategy])
        self.forge.edit("production/api.yaml", BALANCERS, ADVANCED)
        self.forge.push(f"api goes {strategy}")

    def roll(self):
        self.forge.edit("production/api.yaml", f"api:1.7.{self.number}", f"api:1.7.{self.number + 1}")
        self.number += 1
        self.forge.push(f"api: 1.7.{self.number}")

    def apply(self):
        ended = self.neap("apply", self.forge.clone, "--yes", "--timeout", "200", timeout=240)
        assert ended.code == 0, ended.out + ended.err
        return ended

    @property
    def elbv2(self):
        return self.aws.client("elbv2")

    def group(self, name):
        return self.elbv2.describe_target_groups(Names=[name])["TargetGroups"][0]["TargetGroupArn"]

    def rule(self):
        balancer = self.elbv2.describe_load_balancers(Names=["demo-api"])["LoadBalancers"][0]["LoadBalancerArn"]
        listeners = self.elbv2.describe_listeners(LoadBalancerArn=balancer)["Listeners"]
        listener = next(item for item in listeners if item["Port"] == 443)["ListenerArn"]
        rules = self.elbv2.describe_rules(ListenerArn=listener)["Rules"]
        return next(rule for rule in rules if rule["Priority"] == "30")

    def weights(self):
        groups = self.rule()["Actions"][0]["ForwardConfig"]["TargetGroups"]
        names = {self.group(name): name for name in ["api", "green", "admin"]}
        return {names[item["TargetGroupArn"]]: item["Weight"] for item in groups}

    def service(self):
        return self.aws.client("ecs").describe_services(cluster="demo-api", services=["api"])["services"][0]

    def plan(self):
        ended = self.neap("plan", self.forge.clone)
        assert ended.code == 0, ended.out + ended.err
        return ended.out


@pytest.fixture
def green(neap, aws, reference):
    return Green(neap, aws, reference)


@pytest.mark.parametrize("strategy", ["BLUE_GREEN", "CANARY", "LINEAR"])
def test_it_is_made_rolled_and_in_sync_wherever_the_weights_ended(green, strategy):
    green.state(strategy)
    green.apply()
    assert green.weights() == {"api": 1, "green": 0}
    assert green.service()["deploymentConfiguration"]["strategy"] == strategy
    green.roll()
    green.apply()
    assert green.weights() == {"api": 0, "green": 100}, "ECS leaves production on the other target group"
    assert len(green.service()["deployments"]) == 1
    mark = green.aws.mark()
    assert "in sync" in green.plan()
    assert green.aws.writes(mark) == []
    owned = lab.git("-C", green.forge.clone, "show", "neap/status/production:resources/ListenerRule/demo-api/443/30.yaml")
    assert "{field: /actions, owner: Service/api, band: split}" in owned


def test_a_third_target_group_is_drift_and_taken_out_without_moving_traffic(green):
    green.state("BLUE_GREEN")
    green.apply()
    green.roll()
    green.apply()
    groups = [{"TargetGroupArn": green.group(name), "Weight": weight} for name, weight in [
        ("api", 0), ("green", 90), ("admin", 10)]]
    green.elbv2.modify_rule(
        RuleArn=green.rule()["RuleArn"], Actions=[{"Type": "forward", "ForwardConfig": {"TargetGroups": groups}}])
    told = green.plan()
    assert "~ ListenerRule/demo-api/443/30" in told and "drift" in told
    assert "weights, owned by Service/api" in told
    green.apply()
    assert green.weights() == {"api": 0, "green": 90}


def test_a_live_service_changes_its_strategy_and_back(green, applied, still):
    mark = green.aws.mark()
    green.state("BLUE_GREEN")
    green.apply()
    assert green.aws.writes(mark).count("CreateService") == 0
    assert green.service()["deploymentConfiguration"]["strategy"] == "BLUE_GREEN"
    green.roll()
    green.apply()
    green.forge.edit("production/api.yaml", STRATEGIES["BLUE_GREEN"], STRATEGIES["CANARY"])
    green.forge.push("api goes CANARY")
    green.apply()
    live = green.service()["deploymentConfiguration"]
    assert (live["strategy"], live["canaryConfiguration"]["canaryPercent"]) == ("CANARY", 10.0)
    assert "in sync" in green.plan()


def test_a_rule_that_does_not_forward_to_both_is_refused_before_anything_is_written(green):
    green.state("BLUE_GREEN")
    green.forge.edit("production/load-balancer.yaml", ", {targetGroup: green, weight: 0}", "")
    green.forge.push("One target group is missing")
    told = green.neap("validate", green.forge.clone)
    assert told.code == 1
    assert "ListenerRule/demo-api/443/30 does not forward to TargetGroup/green" in told.err
    mark = green.aws.mark()
    ended = green.neap("apply", green.forge.clone, "--yes", "--timeout", "60")
    assert ended.code == 1
    assert green.aws.writes(mark).count("CreateService") == 1, "the other service is made all the same"


def test_a_deployment_that_waits_at_a_hook_goes_on_when_it_is_told_to(green):
    hook = ("\n    lifecycleHooks:\n      - {targetType: PAUSE, lifecycleStages: [POST_SCALE_UP], "
            "timeoutConfiguration: {timeoutInMinutes: 600, action: ROLLBACK}}\n")
    green.state("BLUE_GREEN")
    green.forge.edit(
        "production/api.yaml", STRATEGIES["BLUE_GREEN"],
        "  deploymentConfiguration:\n    strategy: BLUE_GREEN\n    bakeTimeInMinutes: 0" + hook)
    green.forge.push("A person looks first")
    green.apply()
    idle = green.neap("rollout", "continue", "api", green.forge.clone, "--yes")
    assert idle.code == 1 and "no deployment waits at a PAUSE hook" in idle.err
    green.roll()
    ended = green.neap("apply", green.forge.clone, "--yes", "--timeout", "20", timeout=120)
    assert ended.code == 5, ended.out + ended.err
    told = lab.git("-C", green.forge.clone, "show", "neap/status/production:resources/Service/api.yaml")
    assert "waits at a hook in POST_SCALE_UP; go on with `neap rollout continue api`" in told
    assert "reason: Paused" in told
    assert green.weights() == {"api": 1, "green": 0}
    answered = green.neap("rollout", "continue", "api", green.forge.clone, "--yes")
    assert answered.code == 0, answered.err
    green.apply()
    assert green.weights() == {"api": 0, "green": 100}
