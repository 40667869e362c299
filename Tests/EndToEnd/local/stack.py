"""The reference stack made with plain boto3, as somebody without Neap would make it."""
import base64
import json

CLUSTER, SERVICE, GROUP, PROVIDER = "demo-api", "api", "spot", "spot"
USER_DATA = f"#!/bin/bash\necho ECS_CLUSTER={CLUSTER} >> /etc/ecs/ecs.config\n" \
    "echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config\n"
IMAGE = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"


class Stack:
    """Every resource of `reference-stack.md`, through boto3 clients of one AWS."""

    def __init__(self, client, minimum=50, maximum=150):
        self.ecs, self.ec2, self.elbv2 = client("ecs"), client("ec2"), client("elbv2")
        self.autoscaling, self.ssm, self.logs = client("autoscaling"), client("ssm"), client("logs")
        self.scaling = client("application-autoscaling")
        self.deployment = {
            "minimumHealthyPercent": minimum, "maximumPercent": maximum,
            "deploymentCircuitBreaker": {"enable": True, "rollback": True}}

    def create(self):
        self.capacity()
        self.balancer()
        self.service()

    def capacity(self):
        vpc = self.ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]["VpcId"]
        subnets = self.ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["Subnets"]
        self.vpc, self.subnets = vpc, [subnet["SubnetId"] for subnet in subnets]
        self.ec2.create_launch_template(LaunchTemplateName=GROUP, LaunchTemplateData={
            "ImageId": self.ssm.get_parameter(Name=IMAGE)["Parameter"]["Value"], "InstanceType": "t3.large",
            "IamInstanceProfile": {"Name": "ecsInstanceRole"},
            "UserData": base64.b64encode(USER_DATA.encode()).decode()})
        self.autoscaling.create_auto_scaling_group(
            AutoScalingGroupName=GROUP, MinSize=0, MaxSize=6, DesiredCapacity=0,
            VPCZoneIdentifier=",".join(self.subnets), NewInstancesProtectedFromScaleIn=True,
            MixedInstancesPolicy={
                "LaunchTemplate": {
                    "LaunchTemplateSpecification": {"LaunchTemplateName": GROUP, "Version": "1"},
                    "Overrides": [{"InstanceType": name} for name in ["t3.large", "t3a.large", "t3.xlarge"]]},
                "InstancesDistribution": {
                    "OnDemandBaseCapacity": 1, "OnDemandPercentageAboveBaseCapacity": 0,
                    "SpotAllocationStrategy": "price-capacity-optimized"}},
            Tags=[{"Key": "Name", "Value": "demo", "PropagateAtLaunch": True}])
        arn = self.group()["AutoScalingGroupARN"]
        self.ecs.create_capacity_provider(name=PROVIDER, autoScalingGroupProvider={
            "autoScalingGroupArn": arn, "managedTerminationProtection": "ENABLED", "managedDraining": "ENABLED",
            "managedScaling": {"status": "ENABLED", "targetCapacity": 100, "instanceWarmupPeriod": 60}})
        self.ecs.create_cluster(clusterName=CLUSTER, settings=[{"name": "containerInsights", "value": "enabled"}])
        self.ecs.put_cluster_capacity_providers(
            cluster=CLUSTER, capacityProviders=[PROVIDER],
            defaultCapacityProviderStrategy=[{"capacityProvider": PROVIDER, "weight": 1}])

    def balancer(self):
        self.balancer_arn = self.elbv2.create_load_balancer(Name="demo-api", Subnets=self.subnets)[
            "LoadBalancers"][0]["LoadBalancerArn"]
        self.target_group = self.elbv2.create_target_group(
            Name="api", Protocol="HTTP", Port=80, VpcId=self.vpc, HealthCheckPath="/healthz",
            HealthCheckIntervalSeconds=10, HealthyThresholdCount=2, Matcher={"HttpCode": "200-399"})[
                "TargetGroups"][0]["TargetGroupArn"]
        self.elbv2.modify_target_group_attributes(TargetGroupArn=self.target_group, Attributes=[
            {"Key": "deregistration_delay.timeout_seconds", "Value": "30"}])
        self.elbv2.create_listener(
            LoadBalancerArn=self.balancer_arn, Protocol="HTTP", Port=80,
            DefaultActions=[{"Type": "forward", "TargetGroupArn": self.target_group}])

    def register(self, image):
        return self.ecs.register_task_definition(
            family=SERVICE, networkMode="bridge", requiresCompatibilities=["EC2"], containerDefinitions=[{
                "name": "api", "image": image, "cpu": 256, "memory": 512, "memoryReservation": 384,
                "essential": True, "portMappings": [{"containerPort": 3000, "hostPort": 0}], "stopTimeout": 30,
                "logConfiguration": {"logDriver": "awslogs", "options": {
                    "awslogs-group": "/ecs/api", "awslogs-region": "eu-west-1"}}}],
        )["taskDefinition"]["taskDefinitionArn"]

    def service(self):
        self.logs.create_log_group(logGroupName="/ecs/api")
        self.ecs.create_service(
            cluster=CLUSTER, serviceName=SERVICE, taskDefinition=self.register("api:1"), desiredCount=4,
            capacityProviderStrategy=[{"capacityProvider": PROVIDER, "weight": 1}],
            deploymentConfiguration=self.deployment, healthCheckGracePeriodSeconds=60,
            placementStrategy=[{"type": "spread", "field": "attribute:ecs.availability-zone"}],
            loadBalancers=[{"targetGroupArn": self.target_group, "containerName": "api", "containerPort": 3000}])

    def policies(self):
        target = {"ServiceNamespace": "ecs", "ResourceId": f"service/{CLUSTER}/{SERVICE}",
                  "ScalableDimension": "ecs:service:DesiredCount"}
        self.scaling.register_scalable_target(**target, MinCapacity=2, MaxCapacity=12)
        self.scaling.put_scaling_policy(
            **target, PolicyName="cpu", PolicyType="TargetTrackingScaling", TargetTrackingScalingPolicyConfiguration={
                "TargetValue": 60, "ScaleOutCooldown": 60, "ScaleInCooldown": 60,
                "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}})

    def group(self):
        return self.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[GROUP])["AutoScalingGroups"][0]

    def live(self):
        return self.ecs.describe_services(cluster=CLUSTER, services=[SERVICE])["services"][0]

    def tasks(self, wanted="RUNNING"):
        arns = self.ecs.list_tasks(cluster=CLUSTER, serviceName=SERVICE, desiredStatus=wanted)["taskArns"]
        return self.ecs.describe_tasks(cluster=CLUSTER, tasks=arns)["tasks"] if arns else []

    def healthy_targets(self):
        described = self.elbv2.describe_target_health(TargetGroupArn=self.target_group)["TargetHealthDescriptions"]
        return [item["Target"] for item in described if item["TargetHealth"]["State"] == "healthy"]

    def counts(self):
        """`running` and `pending` of the service, and its deployments' revisions and states."""
        live = self.live()
        return live["runningCount"], live["pendingCount"], [
            (item["taskDefinition"].split(":")[-1], item["status"], item["rolloutState"])
            for item in live["deployments"]]

    def destroy(self):
        """Everything, in the order that AWS needs."""
        self.scaling.deregister_scalable_target(
            ServiceNamespace="ecs", ResourceId=f"service/{CLUSTER}/{SERVICE}",
            ScalableDimension="ecs:service:DesiredCount")
        self.ecs.delete_service(cluster=CLUSTER, service=SERVICE, force=True)


def dumped(value):
    return json.dumps(value, indent=1, default=str)
