"""What a plan proves to be impossible is refused before it is written, and Spot's loss can be asked about beforehand."""
import json

BOUNDS = "deploymentConfiguration: {minimumHealthyPercent: 100, maximumPercent: 200}"
STUCK = "deploymentConfiguration: {minimumHealthyPercent: 50, maximumPercent: 150}"
ADMIN = "production/admin/admin.yaml"


def stuck(forge):
    """The admin's one task at 50/150 with a new image, and something else beside it."""
    forge.edit(ADMIN, BOUNDS, STUCK)
    forge.edit("production/admin/task-definition.json", "admin:0.9.1", "admin:1.0.0")
    forge.edit("production/api.yaml", "retentionInDays: 30", "retentionInDays: 60")
    return forge.push("admin: 1.0.0")


def test_a_rollout_that_can_never_move_is_refused(neap, aws, applied):
    stuck(applied)
    ended = neap("plan", applied.clone)
    assert ended.code == 6, ended.out + ended.err
    assert "refuse  Service/admin: this rollout can never move.   production/admin/admin.yaml:17   rule " in ended.out
    assert "1 task at 50/150: at least ceil(1 x 50 %) = 1 must stay, at most floor(1 x 150 %) = 1 may run." in ended.out
    assert "Nothing can stop, nothing can start. Use 0/100 (a gap of about " in ended.out
    assert "\nPlan: refused. " in ended.out
    plan = json.loads(neap("plan", applied.clone, "-o", "json").out)
    assert plan["findings"][0]["rule"] == "rollout-deadlock"
    assert [step["resource"] for step in plan["steps"]] == ["LogGroup/api", "TaskDefinition/admin"]


def test_nothing_of_it_is_written_and_the_rest_is(neap, aws, applied):
    stuck(applied)
    mark = aws.mark()
    ended = neap("apply", applied.clone, "--yes", "--timeout", "60")
    assert ended.code == 6, ended.out + ended.err
    writes = aws.writes(mark)
    assert sorted(set(writes)) == ["PutRetentionPolicy", "RegisterTaskDefinition"]
    again = aws.mark()
    assert neap("apply", applied.clone, "--yes", "--timeout", "60").code == 6
    assert aws.writes(again) == [], "it is refused again, and nothing is registered twice"


def test_the_controller_refuses_it_too_and_says_so_on_the_status_branch(neap, aws, applied):
    stuck(applied)
    mark = aws.mark()
    assert neap.run_once(applied).code == 6
    assert "UpdateService" not in aws.writes(mark)
    status = applied.show("resources/Service/admin.yaml")
    assert "reason: Refused" in status
    assert "this rollout can never move" in status


def test_a_reason_in_the_manifest_lets_it_through(neap, aws, applied):
    stuck(applied)
    text = (applied.clone / ADMIN).read_text()
    service = "metadata: {name: admin}\nspec:\n  cluster: demo-api"
    assert service in text
    allowing = "metadata: {name: admin}\npolicy: {allow: {rollout-deadlock: stopped by hand}}\nspec:\n  cluster: demo-api"
    applied.edit(ADMIN, service, allowing)
    applied.push("admin: I know")
    ended = neap("plan", applied.clone)
    assert ended.code == 0, ended.out + ended.err
    assert "allow   Service/admin: this rollout can never move." in ended.out
    assert "        Allowed: stopped by hand\n" in ended.out
    assert "UpdateService" in ended.out


def test_what_is_live_and_unchanged_is_never_refused(neap, aws, applied):
    applied.edit(ADMIN, BOUNDS, STUCK)
    applied.push("Bounds that will not do")
    ended = neap("apply", applied.clone, "--yes", "--timeout", "60")
    assert ended.code == 0, ended.out + ended.err
    applied.edit("production/api.yaml", "retentionInDays: 30", "retentionInDays: 60")
    applied.push("Another resource")
    ended = neap("plan", applied.clone)
    assert ended.code == 0, ended.out + ended.err
    assert "rule " not in ended.out


def all_spot(neap, aws, forge):
    """The reference stack without an on-demand instance."""
    forge.edit("production/capacity.yaml", "onDemandBaseCapacity: 1", "onDemandBaseCapacity: 0")
    forge.push("All Spot")
    assert neap.run_once(forge).code == 0
    aws.settle()
    assert neap.run_once(forge).code == 0


def test_losing_every_spot_instance_closes_the_gate(neap, aws, reference):
    all_spot(neap, aws, reference)
    ended = neap("plan", reference.clone, "--reclaim", "all-spot")
    assert ended.code == 0, ended.out + ended.err
    assert "\nSpot    losing all Spot instances (" in ended.out
    ended = neap("plan", reference.clone, "--reclaim", "all-spot", "--require-spot-safe", "-o", "json")
    assert ended.code == 6, ended.out + ended.err
    spot = json.loads(ended.out)["spot"]
    assert spot["safe"] is False
    assert any(row["lowestHealthy"] < row["floor"] for row in spot["services"])
    reference.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    reference.push("api: 1.8.0")
    mark = aws.mark()
    ended = neap("apply", reference.clone, "--yes", "--reclaim", "all-spot", "--require-spot-safe")
    assert ended.code == 6, ended.out + ended.err
    assert aws.writes(mark) == []


def test_the_weakest_pool_is_named_where_tasks_roll(neap, aws, reference):
    all_spot(neap, aws, reference)
    reference.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    reference.push("api: 1.8.0")
    ended = neap("plan", reference.clone)
    assert ended.code == 0, ended.out + ended.err
    line = next(line for line in ended.out.splitlines() if line.startswith("Spot    "))
    assert line.startswith(("Spot    losing the largest pool, t3", "Spot    losing the weakest pool, t3")), line
    assert " in eu-west-1" in line and "lowest " in line, line


def test_a_pool_without_instances_is_said_and_a_wrong_one_is_an_error(neap, aws, applied):
    ended = neap("plan", applied.clone, "--reclaim", "pool=c5.large/eu-west-1a", "--require-spot-safe")
    assert ended.code == 0, ended.out + ended.err
    assert "Spot    no Spot instance in c5.large in eu-west-1a" in ended.out
    ended = neap("plan", applied.clone, "--reclaim", "m5.large")
    assert ended.code == 64
    assert "pool=m5.large/eu-west-1a, zone=eu-west-1a or all-spot" in ended.err
