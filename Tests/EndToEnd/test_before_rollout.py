"""A migration before a rollout: it runs once for its content, its exit code decides, and nothing runs it twice."""
import os
import signal
import time

import pytest

import lab

pytestmark = pytest.mark.only("local")

IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/migrate"
MIGRATION = f"""---
apiVersion: neap/v1
kind: TaskDefinition
metadata: {{name: migrate}}
spec:
  containerDefinitions:
    - {{name: migrate, image: "{IMAGE}:1", cpu: 64, memory: 128, essential: true}}
"""
BEFORE = "  taskDefinition: api\n  beforeRollout: {taskDefinition: migrate, timeout: 10m}\n"


class Migrated:
    """The reference stack; its service `api` migrates before it rolls."""

    def __init__(self, neap, aws, forge):
        self.neap, self.aws, self.forge, self.mark = neap, aws, forge, aws.mark()
        self.ends(0)

    def ends(self, code, after="20s"):
        """How every migration ends from now on."""
        self.aws.inject(image={"image": f"{IMAGE}:*", "crashesAfter": after, "exitCode": code})

    def adopt(self):
        self.forge.write("production/migrate.yaml", MIGRATION)
        self.forge.edit("production/api.yaml", "  taskDefinition: api\n", BEFORE)
        self.forge.push("api migrates before it rolls")

    def roll(self, number=2):
        text = (self.forge.clone / "production/migrate.yaml").read_text()
        self.forge.write("production/migrate.yaml", text.replace(f"{IMAGE}:{number - 1}", f"{IMAGE}:{number}"))
        self.forge.edit("production/api.yaml", f"api:1.7.{number + 2}", f"api:1.7.{number + 3}")
        self.forge.push(f"api: 1.7.{number + 3}")

    def apply(self, code=0, timeout=180):
        ended = self.neap("apply", self.forge.clone, "--yes", "--timeout", timeout, timeout=timeout + 60)
        assert ended.code == code, ended.out + ended.err
        return ended

    def revision(self):
        ecs = self.aws.client("ecs")
        return ecs.describe_services(cluster="demo-api", services=["api"])["services"][0]["taskDefinition"].split("/")[1]

    def runs(self):
        """How many migrations were run, by the server's record and by ECS."""
        return sum(call["operation"] == "RunTask" for call in self.aws.calls(self.mark))

    def file(self, path):
        return lab.git("-C", self.forge.clone, "show", f"neap/status/production:{path}")


@pytest.fixture
def migrated(neap, aws, reference):
    return Migrated(neap, aws, reference)


def test_it_runs_before_the_service_is_made_and_once_for_each_content(migrated):
    migrated.adopt()
    migrated.apply()
    order = [call["operation"] for call in migrated.aws.calls(migrated.mark) if call["operation"] in ("RunTask", "CreateService")]
    assert order.index("RunTask") < len(order) - 1 - order[::-1].index("CreateService"), order
    assert migrated.runs() == 1
    migrated.apply()
    migrated.aws.clock(advance="3h")
    migrated.apply()
    assert migrated.runs() == 1, "what ran is known for longer than ECS remembers it"
    assert "result: succeeded" in migrated.file("resources/BeforeRollout/api.yaml")
    migrated.roll()
    migrated.apply()
    assert (migrated.runs(), migrated.revision()) == (2, "api:2")


def test_a_failed_one_holds_the_service_at_its_revision(migrated):
    migrated.adopt()
    migrated.apply()
    migrated.ends(3)
    migrated.roll()
    ended = migrated.apply(code=3)
    assert migrated.revision() == "api:1"
    assert "BeforeRollout/api: migrate:2 ended with exit code 3" in ended.err
    told = migrated.file("resources/Service/api.yaml")
    assert "BeforeRolloutFailed" in told
    migrated.apply(code=3)
    assert migrated.runs() == 2, "it is not tried again by itself"
    migrated.ends(0)
    migrated.roll(3)
    migrated.apply()
    assert (migrated.runs(), migrated.revision()) == (3, "api:3")


def test_what_rolls_no_task_is_not_held(migrated):
    migrated.adopt()
    migrated.apply()
    migrated.ends(1)
    migrated.roll()
    migrated.forge.edit(
        "production/api.yaml", "healthCheckGracePeriodSeconds: 60", "healthCheckGracePeriodSeconds: 90")
    migrated.forge.push("A longer grace period")
    migrated.apply(code=3)
    live = migrated.aws.client("ecs").describe_services(cluster="demo-api", services=["api"])["services"][0]
    assert (live["healthCheckGracePeriodSeconds"], migrated.revision()) == (90, "api:1")


def test_a_service_that_stays_as_it_is_runs_nothing_when_it_adopts_one(applied, migrated):
    migrated.adopt()
    migrated.apply()
    assert migrated.runs() == 0
    assert "in sync" in migrated.neap("plan", migrated.forge.clone).out
    migrated.roll()
    migrated.apply()
    assert (migrated.runs(), migrated.revision()) == (1, "api:2")


@pytest.mark.parametrize("wait", [0.0, 0.4, 1.5])
def test_killed_while_it_runs_and_applied_again(migrated, wait):
    migrated.adopt()
    migrated.apply()
    migrated.ends(0, after="3m")
    migrated.roll()
    process = migrated.neap.start("apply", migrated.forge.clone, "--yes", "--timeout", "180")
    deadline = time.monotonic() + 60
    while migrated.runs() < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(wait)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)
    migrated.apply()
    ecs = migrated.aws.client("ecs")
    started = {task for status in ("RUNNING", "STOPPED")
               for task in ecs.list_tasks(cluster="demo-api", family="migrate", desiredStatus=status)["taskArns"]}
    revisions = [task["taskDefinitionArn"][-1] for task in
                 ecs.describe_tasks(cluster="demo-api", tasks=sorted(started))["tasks"]]
    assert revisions.count("2") == 1, "it ran once"
    assert migrated.revision() == "api:2"


def test_a_failed_one_is_tried_again_when_a_person_asks(migrated):
    migrated.adopt()
    migrated.apply()
    migrated.ends(3)
    migrated.roll()
    migrated.apply(code=3)
    migrated.ends(0)
    migrated.apply(code=3)
    asked = migrated.neap("rollout", "retry", "api", migrated.forge.clone)
    assert asked.code == 0 and "migrate:2" in asked.out, asked.out + asked.err
    migrated.apply()
    assert (migrated.runs(), migrated.revision()) == (3, "api:2")
