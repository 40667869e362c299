"""ECS's own strategies by boto3: weights move as they were configured, and production stays where they left it."""
import botocore.exceptions
import pytest

from green import green
from stack import CLUSTER, SERVICE


@pytest.fixture
def make(tmp_path):
    """Makes the service with a strategy."""
    made = []

    def one(strategy, **settings):
        made.append(green(tmp_path, strategy, **settings))
        return made[-1]

    yield one
    for stack in made:
        stack.aws.close()


def near(found, wanted):
    """Whether each share held for so many seconds, give or take the step in which it was seen."""
    return list(found) == list(wanted) and all(abs(found[key] - wanted[key]) <= 10 for key in wanted)


def test_blue_green_moves_all_traffic_at_once_and_bakes(make):
    stack = make("BLUE_GREEN")
    assert (stack.share(), stack.counts()[0]) == (0, 2)
    stack.roll(2)
    found = stack.shares(20)
    assert near(found, {("BAKE_TIME", 100): 300}), found
    assert stack.newest()["status"] == "SUCCESSFUL"
    assert stack.counts() == (2, 0, [("2", "PRIMARY", "COMPLETED")])
    assert (stack.share(), stack.healthy(stack.green), stack.healthy(stack.target_group)) == (100, 2, 0)


def test_the_next_deployment_goes_the_other_way(make):
    stack = make("BLUE_GREEN")
    for number, share in [(2, 100), (3, 0), (4, 100)]:
        stack.roll(number)
        stack.aws.clock(advance="30m")
        assert (stack.share(), stack.newest()["status"]) == (share, "SUCCESSFUL")
        assert {task["taskDefinitionArn"].split(":")[-1] for task in stack.tasks()} == {str(number)}


def test_linear_moves_step_by_step(make):
    stack = make("LINEAR", linearConfiguration={"stepPercent": 25.0, "stepBakeTimeInMinutes": 3})
    stack.roll(2)
    found = stack.shares(40)
    shift = "PRODUCTION_TRAFFIC_SHIFT"
    assert near(found, {(shift, 25): 180, (shift, 50): 180, (shift, 75): 180, ("BAKE_TIME", 100): 300}), found
    assert stack.newest()["status"] == "SUCCESSFUL"


def test_canary_moves_a_little_and_then_the_rest(make):
    stack = make("CANARY", canaryConfiguration={"canaryPercent": 10.0, "canaryBakeTimeInMinutes": 4})
    stack.roll(2)
    found = stack.shares(30)
    assert near(found, {("PRODUCTION_TRAFFIC_SHIFT", 10): 240, ("BAKE_TIME", 100): 300}), found
    told = stack.newest()
    assert told["status"] == "SUCCESSFUL"
    assert told["targetServiceRevision"]["requestedProductionTrafficWeight"] == 100
    assert told["sourceServiceRevisions"][0]["requestedProductionTrafficWeight"] == 0


def paused(make, minutes):
    """A deployment that waits at its hook."""
    stack = make("BLUE_GREEN", lifecycleHooks=[{
        "targetType": "PAUSE", "lifecycleStages": ["POST_SCALE_UP"],
        "timeoutConfiguration": {"timeoutInMinutes": minutes, "action": "ROLLBACK"}}])
    stack.roll(2)
    stack.aws.clock(advance="10m")
    told = stack.newest()
    assert (told["status"], told["lifecycleStage"], stack.share()) == ("IN_PROGRESS", "POST_SCALE_UP", 0)
    hook = told["lifecycleHookDetails"][0]
    assert (hook["targetType"], hook["status"], hook["timeoutAction"]) == ("PAUSE", "AWAITING_ACTION", "ROLLBACK")
    assert stack.counts()[0] == 4, "both revisions stand side by side"
    return stack, {"serviceDeploymentArn": told["serviceDeploymentArn"], "hookId": hook["hookId"]}


def ended_on_the_old_one(stack, status="ROLLBACK_SUCCESSFUL"):
    assert (stack.newest()["status"], stack.share()) == (status, 0)
    assert stack.live()["taskDefinition"].endswith(":1"), "it stands on the old revision"
    assert {task["taskDefinitionArn"].split(":")[-1] for task in stack.tasks()} == {"1"}


def test_a_pause_hook_waits_until_it_is_told_to_go_on(make):
    stack, hook = paused(make, 600)
    stack.aws.clock(advance="9h")
    assert stack.newest()["status"] == "IN_PROGRESS"
    stack.ecs.continue_service_deployment(**hook, action="CONTINUE")
    stack.aws.clock(advance="30m")
    assert (stack.newest()["status"], stack.share()) == ("SUCCESSFUL", 100)
    with pytest.raises(botocore.exceptions.ClientError):
        stack.ecs.continue_service_deployment(**hook, action="CONTINUE")


def test_a_pause_hook_can_turn_back(make):
    stack, hook = paused(make, 600)
    stack.ecs.continue_service_deployment(**hook, action="ROLLBACK")
    stack.aws.clock(advance="30m")
    ended_on_the_old_one(stack)


def test_a_pause_hook_that_nobody_answers_turns_back_by_itself(make):
    stack, _ = paused(make, 12)
    stack.aws.clock(advance="30m")
    ended_on_the_old_one(stack)


@pytest.mark.parametrize("strategy", ["BLUE_GREEN", "CANARY"])
def test_a_deployment_that_is_stopped_gives_traffic_back(make, strategy):
    stack = make(strategy, **({"canaryConfiguration": {"canaryPercent": 10.0, "canaryBakeTimeInMinutes": 2}}
                              if strategy == "CANARY" else {}))
    stack.roll(2)
    stack.aws.clock(advance="4m")
    told = stack.newest()
    assert (told["lifecycleStage"], stack.share()) == ("BAKE_TIME", 100)
    stack.ecs.stop_service_deployment(serviceDeploymentArn=told["serviceDeploymentArn"], stopType="ROLLBACK")
    stack.aws.clock(advance="10s")
    assert stack.share() == 0, "traffic goes back before tasks do"
    stack.aws.clock(advance="20m")
    ended_on_the_old_one(stack)
    with pytest.raises(stack.ecs.exceptions.ServiceDeploymentNotFoundException):
        stack.ecs.stop_service_deployment(serviceDeploymentArn=told["serviceDeploymentArn"] + "0", stopType="ROLLBACK")


@pytest.mark.parametrize("settings", [
    {"strategy": "LINEAR", "linearConfiguration": {"stepPercent": 2.0, "stepBakeTimeInMinutes": 1}},
    {"strategy": "CANARY", "canaryConfiguration": {"canaryPercent": 100.1, "canaryBakeTimeInMinutes": 1}},
    {"strategy": "CANARY", "canaryConfiguration": {"canaryPercent": 5.0, "canaryBakeTimeInMinutes": 1441}}])
def test_what_a_strategy_does_not_allow_is_refused(make, settings):
    stack = make("BLUE_GREEN")
    with pytest.raises(botocore.exceptions.ClientError):
        stack.ecs.update_service(cluster=CLUSTER, service=SERVICE, deploymentConfiguration=settings)
