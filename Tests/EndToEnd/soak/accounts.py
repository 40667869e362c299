"""What has to be so at the end of a soak; each gives the lines that say what is not."""
import collections
import concurrent.futures

import lab


def unconverged(neap, landscape):
    """Environments whose plan is not empty."""
    def plan(name):
        ended = neap("plan", "--repo", landscape.forge.url, "-e", name, "--exit-code", timeout=300)
        return [] if ended.code == 0 else [f"{name}: {ended.code}: {ended.out[-600:]}{ended.err[-600:]}"]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return [line for lines in pool.map(plan, landscape.environments) for line in lines]


def moving(aws, landscape):
    """Services that do not run as many tasks as they should: for a moment ECS does so by itself, when it moves one to another zone."""
    found = []
    for service in landscape.services:
        live = aws.ask("ecs", "describe_services", cluster=service.environment, services=[service.name])["services"][0]
        if live["runningCount"] != live["desiredCount"]:
            found.append(f"{service.name}: {live['runningCount']} of {live['desiredCount']} run: {live['events'][:5]}")
    return found


def misplaced(aws, landscape):
    """Services that do not run what was pushed last; and what was deployed or registered more often than it was pushed."""
    found = []
    for service in landscape.services:
        live = aws.ask("ecs", "describe_services", cluster=service.environment, services=[service.name])["services"][0]
        definition = aws.ask(
            "ecs", "describe_task_definition", taskDefinition=live["taskDefinition"])["taskDefinition"]
        if definition["containerDefinitions"][0]["image"] != f"shop:{service.tag}":
            found.append(f"{service.name} runs {definition['containerDefinitions'][0]['image']}, not {service.tag}")
        if definition["revision"] > service.versions:
            found.append(f"{service.name}: {definition['revision']} revisions of {service.versions} versions")
    return found


def doubled(aws, landscape):
    """What exists twice."""
    count = len(landscape.environments)
    lists = {
        "clusters": aws.ask("ecs", "list_clusters")["clusterArns"],
        "groups": aws.ask("autoscaling", "describe_auto_scaling_groups", MaxRecords=100)["AutoScalingGroups"],
        "launch templates": aws.ask("ec2", "describe_launch_templates")["LaunchTemplates"]}
    found = [f"{len(items)} {what}, not {count}" for what, items in lists.items() if len(items) != count]
    creations = collections.Counter(
        call["operation"] for call in aws.calls() if call["operation"].startswith("Create") and call["status"] == 200)
    if creations["CreateService"] > len(landscape.services):
        found.append(f"{creations['CreateService']} services were made, not {len(landscape.services)}")
    return found


def lost(landscape, notes):
    """Commits of people that are in no branch any more, and notes whose file is gone; a repository that is damaged."""
    bare, found = landscape.forge.bare, []
    for branch, commit in [("main", item) for item in landscape.commits] + [
            (branch, commit) for branch, _, commit in notes.pushed]:
        try:
            lab.git("-C", bare, "merge-base", "--is-ancestor", commit, branch)
        except RuntimeError:
            found.append(f"{commit} has left {branch}")
    for branch, path, _ in notes.pushed:
        try:
            lab.git("-C", bare, "cat-file", "-e", f"{branch}:{path}")
        except RuntimeError:
            found.append(f"{path} has left {branch}")
    lab.git("-C", bare, "fsck", "--strict", "--no-dangling")
    return found
