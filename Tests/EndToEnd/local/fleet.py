"""A cluster on instances of a plain group: no capacity provider, no load balancer, so that only the scheduler is seen."""
import base64

import lab

CLUSTER = "plain"
STILL = ["--speed", "0", "--seed", "7", "--start", "2026-03-02T08:00:00Z"]
STUCK = "was unable to stop or start tasks during a deployment because of the service deployment configuration"


class Fleet:
    """Instances that have joined the cluster, and services on them."""

    def __init__(self, aws, instances=3):
        self.aws, self.size = aws, instances
        self.ecs, self.ec2, self.autoscaling = aws.client("ecs"), aws.client("ec2"), aws.client("autoscaling")
        self.ecs.create_cluster(clusterName=CLUSTER)
        subnets = self.ec2.describe_subnets()["Subnets"]
        script = f"#!/bin/bash\necho ECS_CLUSTER={CLUSTER} >> /etc/ecs/ecs.config\n"
        image = aws.client("ssm").get_parameter(
            Name="/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id")["Parameter"]["Value"]
        self.ec2.create_launch_template(LaunchTemplateName=CLUSTER, LaunchTemplateData={
            "ImageId": image, "InstanceType": "t3.xlarge", "IamInstanceProfile": {"Name": "ecsInstanceRole"},
            "UserData": base64.b64encode(script.encode()).decode()})
        self.autoscaling.create_auto_scaling_group(
            AutoScalingGroupName=CLUSTER, MinSize=instances, MaxSize=instances,
            LaunchTemplate={"LaunchTemplateName": CLUSTER, "Version": "1"},
            VPCZoneIdentifier=",".join(subnet["SubnetId"] for subnet in subnets))
        aws.clock(advance="10m")

    def register(self, family, image, **members):
        container = {"name": family, "image": image, "cpu": 64, "memory": 64, "essential": True, "stopTimeout": 5}
        return self.ecs.register_task_definition(
            family=family, containerDefinitions=[{**container, **members}])["taskDefinition"]["taskDefinitionArn"]

    def serve(self, name, desired, minimum, maximum, breaker=False, settle="5m", **members):
        """A service at rest on its first revision."""
        self.ecs.create_service(
            cluster=CLUSTER, serviceName=name, taskDefinition=self.register(name, f"{name}:1"),
            **({"desiredCount": desired} if desired else {"schedulingStrategy": "DAEMON"}),
            deploymentConfiguration={
                "minimumHealthyPercent": minimum, "maximumPercent": maximum,
                "deploymentCircuitBreaker": {"enable": breaker, "rollback": breaker}}, **members)
        self.aws.clock(advance=settle)

    def roll(self, name, image=None):
        """Begins to deploy the next revision."""
        self.ecs.update_service(
            cluster=CLUSTER, service=name, taskDefinition=self.register(name, image or f"{name}:2"))

    def live(self, name):
        return self.ecs.describe_services(cluster=CLUSTER, services=[name])["services"][0]

    def primary(self, name):
        return next(item for item in self.live(name)["deployments"] if item["status"] == "PRIMARY")

    def tasks(self, name, wanted="RUNNING"):
        arns = self.ecs.list_tasks(cluster=CLUSTER, serviceName=name, desiredStatus=wanted)["taskArns"]
        return self.ecs.describe_tasks(cluster=CLUSTER, tasks=arns)["tasks"] if arns else []

    def revisions(self, name):
        """The revisions that run."""
        return sorted(task["taskDefinitionArn"].split(":")[-1] for task in self.tasks(name))

    def deployment(self, name):
        """The newest service deployment."""
        listed = self.ecs.list_service_deployments(cluster=CLUSTER, service=name)["serviceDeployments"]
        newest = max(listed, key=lambda item: item["createdAt"])["serviceDeploymentArn"]
        return self.ecs.describe_service_deployments(serviceDeploymentArns=[newest])["serviceDeployments"][0]

    def watch(self, name, steps=60, step="5s"):
        """The counts of running and of running and pending tasks at each step."""
        seen = []
        for _ in range(steps):
            self.aws.clock(advance=step)
            live = self.live(name)
            seen.append((live["runningCount"], live["runningCount"] + live["pendingCount"]))
        return seen


def fleet(folder, *options, **members):
    """`neap local` that stands still, as a context that gives its server."""
    return lab.local(folder, *STILL, *options, **members)
