"""A service that depends on another rolls once that one is live, and not at all when it is rolled back."""
import pytest

pytestmark = pytest.mark.only("local")

ADMIN, API = "production/admin/task-definition.json", "production/api.yaml"


@pytest.fixture
def both(neap, aws, applied, still):
    """The reference stack at rest; `admin` depends on `api`, and both get a new image."""
    path = "production/admin/admin.yaml"
    text = (applied.clone / path).read_text()
    head, mark, tail = text.partition("kind: Service\nmetadata: {name: admin}\n")
    applied.write(path, f"{head}{mark}policy: {{dependsOn: [Service/api]}}\n{tail}")
    definition = (applied.clone / ADMIN).read_text()
    applied.write(ADMIN, definition.replace("admin:", "admin:9.", 1))
    applied.edit(API, "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0, and admin with it")
    return applied


def apply(neap, forge):
    return neap("apply", forge.clone, "--yes", "--timeout", "200", timeout=260)


def revision(aws, name):
    found = aws.client("ecs").describe_services(cluster="demo-api", services=[name])["services"][0]
    return found["taskDefinition"].split("/")[-1]


def test_it_waits_until_the_other_is_live(neap, aws, both):
    told = neap("plan", both.clone).out
    assert "after Service/api is live" in told
    mark = aws.mark()
    ended = apply(neap, both)
    assert ended.code == 0, ended.out + ended.err
    assert (revision(aws, "api"), revision(aws, "admin")) == ("api:2", "admin:2")
    calls = aws.calls(mark)
    updates = [index for index, call in enumerate(calls) if call["operation"] == "UpdateService"]
    between = [call["operation"] for call in calls[updates[0]:updates[1]]]
    assert len(updates) == 2 and between.count("DescribeServices") >= 2, between


def test_it_is_held_when_the_other_is_rolled_back(neap, aws, both):
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.8.0*"
    aws.inject(image={"image": image, "failsToPull": True})
    ended = apply(neap, both)
    assert ended.code == 3, ended.out + ended.err
    assert (revision(aws, "api"), revision(aws, "admin")) == ("api:1", "admin:1")
    assert "Service/admin: not rolled out: Service/api: " in ended.err


def test_what_rolls_no_task_goes_ahead(neap, aws, both):
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.8.0*"
    aws.inject(image={"image": image, "failsToPull": True})
    both.edit("production/admin/admin.yaml", "healthCheckGracePeriodSeconds: 60", "healthCheckGracePeriodSeconds: 90")
    both.push("admin takes longer")
    ended = apply(neap, both)
    assert ended.code == 3, ended.out + ended.err
    live = aws.client("ecs").describe_services(cluster="demo-api", services=["admin"])["services"][0]
    assert (live["healthCheckGracePeriodSeconds"], revision(aws, "admin")) == (90, "admin:1")
