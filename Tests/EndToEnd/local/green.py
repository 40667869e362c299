"""The reference stack's service with one of ECS's own strategies: two target groups on one listener rule."""
from fleet import STILL
from stack import CLUSTER, PROVIDER, SERVICE, Stack

import lab

ROLE = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"


class Green(Stack):
    """The service in rest on its first revision, all traffic on the target group `blue`."""

    def __init__(self, aws, strategy, **settings):
        super().__init__(aws.client)
        self.aws = aws
        self.capacity()
        self.balancer()
        self.second()
        self.logs.create_log_group(logGroupName="/ecs/api")
        self.ecs.create_service(
            cluster=CLUSTER, serviceName=SERVICE, taskDefinition=self.register("api:1"), desiredCount=2,
            capacityProviderStrategy=[{"capacityProvider": PROVIDER, "weight": 1}],
            deploymentConfiguration={"strategy": strategy, "bakeTimeInMinutes": 5, **settings},
            loadBalancers=[{
                "targetGroupArn": self.target_group, "containerName": "api", "containerPort": 3000,
                "advancedConfiguration": {
                    "alternateTargetGroupArn": self.green, "productionListenerRule": self.rule, "roleArn": ROLE}}])
        aws.clock(advance="20m")

    def second(self):
        """The alternate target group, and the rule that forwards to both."""
        self.green = self.elbv2.create_target_group(
            Name="green", Protocol="HTTP", Port=80, VpcId=self.vpc, HealthCheckPath="/healthz",
            HealthCheckIntervalSeconds=10, HealthyThresholdCount=2)["TargetGroups"][0]["TargetGroupArn"]
        listener = self.elbv2.describe_listeners(LoadBalancerArn=self.balancer_arn)["Listeners"][0]["ListenerArn"]
        self.rule = self.elbv2.create_rule(
            ListenerArn=listener, Priority=10, Conditions=[{"Field": "path-pattern", "Values": ["/*"]}],
            Actions=[{"Type": "forward", "ForwardConfig": {"TargetGroups": [
                {"TargetGroupArn": self.target_group, "Weight": 1}, {"TargetGroupArn": self.green, "Weight": 0}]}}],
        )["Rules"][0]["RuleArn"]

    def roll(self, number):
        self.ecs.update_service(cluster=CLUSTER, service=SERVICE, taskDefinition=self.register(f"api:{number}"))

    def share(self):
        """How much of production's traffic goes to `green`, in percent."""
        action = self.elbv2.describe_rules(RuleArns=[self.rule])["Rules"][0]["Actions"][0]
        weights = {item["TargetGroupArn"]: item["Weight"] for item in action["ForwardConfig"]["TargetGroups"]}
        return round(100 * weights[self.green] / sum(weights.values()))

    def newest(self):
        """The newest service deployment."""
        listed = self.ecs.list_service_deployments(cluster=CLUSTER, service=SERVICE)["serviceDeployments"]
        arn = max(listed, key=lambda item: item["createdAt"])["serviceDeploymentArn"]
        return self.ecs.describe_service_deployments(serviceDeploymentArns=[arn])["serviceDeployments"][0]

    def healthy(self, target_group):
        described = self.elbv2.describe_target_health(TargetGroupArn=target_group)["TargetHealthDescriptions"]
        return sum(item["TargetHealth"]["State"] == "healthy" for item in described)

    def shares(self, minutes):
        """What green's share was, and for how many seconds, in steps of ten, until the deployment has ended."""
        seen = []
        for _ in range(minutes * 6):
            self.aws.clock(advance="10s")
            share, told = self.share(), self.newest()
            assert self.healthy(self.green if share > 50 else self.target_group) == 2, "production is served"
            if told["lifecycleStage"] in ("PRODUCTION_TRAFFIC_SHIFT", "BAKE_TIME"):
                seen.append((told["lifecycleStage"], share))
            if told["status"] != "IN_PROGRESS":
                break
        return {key: 10 * seen.count(key) for key in dict.fromkeys(seen)}


def green(folder, strategy, **settings):
    """A server that holds still, and the service on it; the caller closes the server."""
    server = lab.Local(folder, *STILL)
    try:
        return Green(server, strategy, **settings)
    except BaseException:
        server.close()
        raise
