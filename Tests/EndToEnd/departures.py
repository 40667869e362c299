"""What the tests of deletion share: pruning, taking things out of Git, turns, and what AWS has left."""
import yaml

import lab

PRUNE = "\n  prune: {enabled: true, maxDeletions: %s}"


def source(forge):
    return ["--repo", forge.url, "--ref", lab.REF]


def pruning(forge, cap="50%", more=""):
    """Switches deletion on, in the next commit."""
    forge.edit("neap.yaml", "\n  correctAfter: 0s", "\n  correctAfter: 0s" + PRUNE % cap + more)


def remove(forge, *paths):
    lab.git("-C", forge.clone, "rm", "--quiet", "-r", *paths)


def run(neap, aws, forge, times=1, *options):
    """Turns of the controller, with the rest of AWS's own doings between; the last one's end and all writes."""
    mark = aws.mark()
    for _ in range(times):
        ended = neap.run_once(forge, *options)
        aws.settle()
    return ended, aws.writes(mark)


def deletes(writes):
    return [write for write in writes if write.startswith(("Delete", "Deregister"))]


def status(forge):
    return yaml.safe_load(forge.show("status.yaml"))


def orphans(forge):
    return status(forge)["orphans"]


def reasons(forge):
    """Why each orphan is still there, by `Kind/name`."""
    return {f"{orphan['kind']}/{orphan['name']}": orphan.get("reason") for orphan in orphans(forge)}


def left(aws):
    """What AWS has of what the reference stack makes, by kind; kinds of which nothing is left are not there."""
    ecs, elbv2 = aws.client("ecs"), aws.client("elbv2")
    clusters = ecs.describe_clusters(clusters=["demo-api"])["clusters"]
    services = ecs.list_services(cluster="demo-api")["serviceArns"] if alive(clusters) else []
    providers = ecs.describe_capacity_providers()["capacityProviders"]
    balancers = elbv2.describe_load_balancers()["LoadBalancers"]
    groups = aws.client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"]
    scaling = aws.client("application-autoscaling")
    found = {
        "clusters": [one["clusterName"] for one in alive(clusters)],
        "services": [arn.split("/")[-1] for arn in services],
        "providers": [one["name"] for one in alive(providers) if not one["name"].startswith("FARGATE")],
        "groups": [one["AutoScalingGroupName"] for one in groups],
        "instances": [one["InstanceId"] for group in groups for one in group["Instances"]],
        "templates": [one["LaunchTemplateName"] for one in aws.client("ec2").describe_launch_templates()[
            "LaunchTemplates"]],
        "balancers": [one["LoadBalancerName"] for one in balancers],
        "listeners": [listener["Port"] for one in balancers for listener in elbv2.describe_listeners(
            LoadBalancerArn=one["LoadBalancerArn"])["Listeners"]],
        "targets": [one["TargetGroupName"] for one in elbv2.describe_target_groups()["TargetGroups"]],
        "scaling": [one["ResourceId"] for one in scaling.describe_scalable_targets(ServiceNamespace="ecs")[
            "ScalableTargets"]],
        "alarms": [one["AlarmName"] for one in aws.client("cloudwatch").describe_alarms()["MetricAlarms"]],
        "logs": [one["logGroupName"] for one in aws.client("logs").describe_log_groups()["logGroups"]],
        "definitions": [arn.split("/")[-1] for arn in ecs.list_task_definitions(status="ACTIVE")["taskDefinitionArns"]],
    }
    return {kind: sorted(names) for kind, names in found.items() if names}


def alive(things):
    return [thing for thing in things if thing["status"] == "ACTIVE"]
