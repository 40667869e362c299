"""Bad input through the command line: one clear error with its place, and the rest is served."""
import re

import pytest

import lab

ENVIRONMENT = """\
apiVersion: neap/v1
kind: Environment
metadata: {name: production}
spec: {paths: [production], aws: {region: eu-west-1}, owner: example.com/infra}
"""
HEAD = "apiVersion: neap/v1\nkind: LogGroup\nmetadata: {name: %s}\nspec:\n"
GOOD = HEAD % "good" + "  logGroupName: /good\n  retentionInDays: 7\n"
OTHER = HEAD % "other" + "  logGroupName: /other\n  retentionInDays: 7\n"
BAD = HEAD % "bad"
BOMB = BAD + "  a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"  {name}: &{name} [{', '.join(['*' + before] * 10)}]\n" for before, name in zip("abcdefgh", "bcdefghi"))
SERVICE = """\
apiVersion: neap/v1
kind: Service
metadata: {name: bad}
spec:
  cluster: nowhere
  desiredCount: 1
  taskDefinition: {family: bad, containerDefinitions: [{name: a, image: a, memory: 64}]}
"""
CLUSTER = "arn:aws:ecs:eu-west-1:123456789012:cluster/demo"
JSON = '{\n  "apiVersion": "neap/v1",\n  "kind": "LogGroup",\n  "metadata": {"name": "bad"},\n  "spec": {"retentionInDays": 7,}\n}\n'

# name: file, content, place (a regular expression), what the error has to say (a regular expression)
CASES = {
    "unknown field": ("bad.yaml", BAD + "  retentionInDay: 3\n", r"5:3", r"retentionInDay\b.*retentionInDays"),
    "unknown kind": ("bad.yaml", BAD.replace("LogGroup", "LogGroop") + "  retentionInDays: 7\n", r"2:\d+", r"LogGroop.*LogGroup\b"),
    "wrong type": ("bad.yaml", BAD + "  retentionInDays: [7]\n", r"5:\d+", r"/retentionInDays|retentionInDays"),
    "a number in quotes that is none": ("bad.yaml", BAD + "  retentionInDays: many\n", r"5:\d+", r"retentionInDays"),
    "duplicate key": ("bad.yaml", BAD + "  retentionInDays: 3\n  retentionInDays: 5\n", r"6:3", r"duplicate.*5:3"),
    "both spellings of a field": (
        "bad.yaml", BAD.replace("LogGroup", "TargetGroup") + "  healthCheckPath: /a\n  HealthCheckPath: /b\n", r"6:3",
        r"(?i)healthCheckPath.*duplicate.*5:3"),
    "duplicate name": ("bad.yaml", OTHER, r"\d+:\d+", r"LogGroup/other.*production/other\.yaml"),
    "dangling reference": ("bad.yaml", SERVICE, r"5:\d+", r"Service/bad.*nowhere"),
    "alias bomb": ("bad.yaml", BOMB, r"\d+:\d+", r"alias"),
    "2 MB file": ("bad.yaml", BAD + "  # " + "x" * (2 << 20) + "\n", r"1:1", r"bytes|MiB"),
    "too deep": ("bad.yaml", BAD + "  a: " + "[" * 100 + "]" * 100 + "\n", r"5:\d+", r"64|deep"),
    "broken YAML": ("bad.yaml", BAD + "  a: [1, 2\n", r"\d+:\d+", r"YAML"),
    "not UTF-8": ("bad.yaml", BAD.encode() + b"  a: \xff\xfe\n", r"\d+:\d+", r"UTF-8"),
    "JSON trailing comma": ("bad.json", JSON, r"5:\d+", r"JSON|comma|,"),
    "JSON duplicate key": ("bad.json", JSON.replace("7,}", '7, "retentionInDays": 8}'), r"5:\d+", r"duplicate"),
    "no apiVersion": ("bad.yaml", "kind: LogGroup\nmetadata: {name: bad}\n", r"1:1", r"apiVersion"),
    "a number as a duration": (
        "bad.yaml", SERVICE.replace("spec:\n", "policy: {rolloutTimeout: 30}\nspec:\n").replace("nowhere", CLUSTER),
        r"4:\d+", r"rolloutTimeout"),
    "a file that is not there": (
        "bad.yaml", BAD.replace("LogGroup", "TaskDefinition") + "  file: nothing.json\n", r"5:\d+", r"nothing\.json"),
    "a file outside the repository": (
        "bad.yaml", BAD.replace("LogGroup", "TaskDefinition") + "  file: ../../../etc/passwd\n", r"5:\d+", r"inside the repository"),
}


@pytest.fixture
def small(forge):
    """A repository with two good log groups."""
    forge.write("neap.yaml", ENVIRONMENT)
    forge.write("production/good.yaml", GOOD)
    forge.write("production/other.yaml", OTHER)
    return forge


def errors(text, path):
    """The lines that speak about a file in the promised form."""
    return re.findall(rf"^{re.escape(path)}:(\d+:\d+): (.*)$", text, re.MULTILINE)


def groups(aws):
    return {group["logGroupName"] for group in aws.client("logs").describe_log_groups()["logGroups"]}


@pytest.mark.parametrize("name", CASES)
def test_one_bad_file_among_good_ones(neap, aws, small, name):
    file, content, place, says = CASES[name]
    path = f"production/{file}"
    small.write(path, content)
    small.push(name)

    validated = neap("validate", small.clone)
    planned = neap("plan", small.clone)
    applied = neap.run_once(small)
    for verb, ended, text in [
            ("validate", validated, validated.err + validated.out), ("plan", planned, planned.err), ("run", applied, applied.err)]:
        assert ended.code == 1, f"{verb}: {text}"
        found = errors(text, path)
        assert len(found) == 1, f"{verb} says {len(found)} things about {path}: {text}"
        assert re.fullmatch(place, found[0][0]), f"{verb}: {found}"
        assert re.search(says, found[0][1]), f"{verb}: {found}"
    assert "LogGroup/good" in planned.out, "the plan is made for the rest"
    assert "/good" in groups(aws), "the rest is applied"
    assert "/bad" not in groups(aws)


def test_a_symlink_is_refused(neap, aws, small):
    (small.clone / "production/bad.yaml").symlink_to("/etc/passwd")
    small.push("A link out of the repository")
    ended = neap.run_once(small)
    assert ended.code == 1
    assert re.search(r"production/bad\.yaml.*(symlink|symbolic link)", ended.err), ended.err
    assert "root:" not in ended.err + ended.out
    assert "/good" in groups(aws)


def test_a_submodule_is_refused(neap, aws, small):
    commit = small.push("Before")
    lab.git("-C", small.clone, "update-index", "--add", "--cacheinfo", f"160000,{commit},production/module")
    lab.git("-C", small.clone, "commit", "--quiet", "-m", "A submodule")
    lab.git("-C", small.clone, "push", "--quiet", "origin", "HEAD:main")
    ended = neap.run_once(small)
    assert ended.code == 1
    assert re.search(r"production/module.*submodule", ended.err), ended.err
    assert "/good" in groups(aws)


def test_several_bad_files_are_all_named(neap, small):
    for number in range(3):
        small.write(f"production/bad{number}.yaml", HEAD % f"bad{number}" + "  retention: 3\n")
    small.push("Three bad ones")
    ended = neap("validate", small.clone)
    assert ended.code == 1
    for number in range(3):
        assert len(errors(ended.err + ended.out, f"production/bad{number}.yaml")) == 1


def test_an_empty_repository(neap, aws, forge):
    mark = aws.mark()
    ended = neap.run_once(forge)
    assert ended.code == 1
    assert "empty" in ended.err or "refs/heads/main" in ended.err, ended.err
    assert aws.writes(mark) == []


def test_a_repository_without_an_environment(neap, forge):
    forge.write("README.md", "nothing here\n")
    forge.push("No environment")
    ended = neap.run_once(forge)
    assert ended.code == 1
    assert "neap.yaml" in ended.err


def test_a_broken_environment_writes_nothing(neap, aws, small):
    small.write("neap.yaml", ENVIRONMENT.replace("region:", "regoin:"))
    small.push("A slip")
    mark = aws.mark()
    ended = neap.run_once(small)
    assert ended.code == 1
    assert re.search(r"neap\.yaml:4:\d+: .*regoin.*region", ended.err), ended.err
    assert aws.writes(mark) == []


def test_a_good_file_again_settles(neap, aws, small):
    small.write("production/bad.yaml", BAD + "  retentionInDay: 3\n")
    small.push("A slip")
    assert neap.run_once(small).code == 1
    small.write("production/bad.yaml", BAD + "  logGroupName: /bad\n  retentionInDays: 3\n")
    small.push("Mended")
    ended = neap.run_once(small)
    assert ended.code == 0, ended.err
    assert "/bad" in groups(aws)


def test_what_aws_prints_is_taken_as_it_is(neap, aws, small):
    group = "  logGroupName: /described\n  retentionInDays: 3\n  creationTime: 1700000000\n  storedBytes: 5\n"
    small.write("production/described.yaml", HEAD % "described" + group)
    target = (
        "  TargetGroupName: described\n  Protocol: HTTP\n  Port: 80\n  VpcId: {tags: {Name: demo}}\n"
        "  HealthCheckPath: /healthz\n  LoadBalancerArns: []\n")
    small.write("production/target.yaml", (HEAD % "described").replace("LogGroup", "TargetGroup") + target)
    small.push("As the AWS CLI prints it")
    validated = neap("validate", small.clone)
    assert validated.code == 0, validated.err
    assert "notice" in validated.err and "creationTime" in validated.err and "LoadBalancerArns" in validated.err
    ended = neap.run_once(small)
    assert ended.code == 0, ended.err
    assert "/described" in groups(aws)
    found = aws.client("elbv2").describe_target_groups(Names=["described"])["TargetGroups"]
    assert [item["HealthCheckPath"] for item in found] == ["/healthz"]
