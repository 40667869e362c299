"""`--state`: what was made outlives the process, also when that is killed."""
import os
import subprocess

import pytest

import lab
from fleet import CLUSTER, STILL, Fleet


def restarted(folder, server, *options):
    """The same state, after a kill, under a new process."""
    server.process.kill()
    server.close()
    return lab.Local(folder, *options, "--state", folder / "state")


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


@pytest.fixture
def made(tmp_path, state):
    """A server that has a service at rest."""
    aws = lab.Local(tmp_path, *STILL, "--state", state)
    service(aws)
    yield aws
    if aws.process.poll() is None:
        aws.close()


def service(aws):
    """A service at rest; a write at the end, so that the time until then is written down."""
    fleet = Fleet(aws)
    fleet.serve("api", 3, 50, 200)
    aws.client("ecs").tag_resource(resourceArn=fleet.live("api")["serviceArn"], tags=[{"key": "Team", "value": "core"}])


def everything(aws):
    """All that AWS tells of this world."""
    ecs, told = aws.client("ecs"), {}
    for kind, listed, member in [("tasks", "list_tasks", "taskArns"),
                                 ("container_instances", "list_container_instances", "containerInstanceArns")]:
        arns = getattr(ecs, listed)(cluster=CLUSTER)[member]
        key = "tasks" if kind == "tasks" else "containerInstances"
        told[kind] = getattr(ecs, f"describe_{kind}")(cluster=CLUSTER, **{key: arns})[key]
    told["services"] = ecs.describe_services(cluster=CLUSTER, services=["api"], include=["TAGS"])["services"]
    told["groups"] = aws.client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"]
    told["instances"] = aws.client("ec2").describe_instances()["Reservations"]
    told["subnets"] = aws.client("ec2").describe_subnets()["Subnets"]
    told["timeline"] = aws.timeline().splitlines()
    return told


def test_a_killed_server_comes_back_as_it_was(tmp_path, made):
    before = everything(made)
    assert len(before["tasks"]) == 3 and len(before["instances"]) >= 1
    aws = restarted(tmp_path, made, "--speed", "0")
    after = everything(aws)
    aws.close()
    assert after == before


def trouble(aws):
    """Something that takes chance to come out of; everything after it."""
    aws.inject(reclaim={"all": True})
    aws.client("ecs").update_service(cluster=CLUSTER, service="api", desiredCount=5)
    aws.clock(advance="20m")
    return everything(aws)


def test_a_restart_is_not_to_be_seen_in_what_happens_later(tmp_path, made):
    there = made.clock()["now"]
    aws = restarted(tmp_path, made, "--speed", "0")
    assert aws.clock()["now"] == there
    after = trouble(aws)
    aws.close()
    assert len(after["tasks"]) == 5
    with lab.local(tmp_path, *STILL) as straight:
        service(straight)
        assert trouble(straight) == after


def test_time_that_was_advanced_is_not_lost(tmp_path, made):
    there = made.clock(advance="15m")["now"]
    aws = restarted(tmp_path, made, "--speed", "0")
    now = aws.clock()["now"]
    aws.close()
    assert now == there


def test_a_line_that_the_kill_cut_off_is_survived(tmp_path, made, state):
    before = everything(made)
    made.process.kill()
    made.close()
    journal = state / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole + b'{"at":17724393')
    with lab.local(tmp_path, "--speed", "0", "--state", state) as aws:
        assert everything(aws) == before
        aws.client("ecs").create_cluster(clusterName="later")
    with lab.local(tmp_path, "--speed", "0", "--state", state) as aws:
        assert len(aws.client("ecs").list_clusters()["clusterArns"]) == 2, "what came after it counts"


def refused(state):
    """One line of complaint, from a server that does not start."""
    program = os.environ["NEAP"]
    ended = subprocess.run(
        [program, "local", "--port", "0", "--state", str(state), "--attached"], input="", capture_output=True,
        text=True, timeout=30)
    assert (ended.returncode, ended.stdout) == (1, ""), ended
    assert ended.stderr.startswith("neap: ") and ended.stderr.count("\n") == 1, ended.stderr
    return ended.stderr


def test_another_version_is_refused(state):
    state.mkdir()
    (state / "journal.jsonl").write_text('{"schema":"neap/local/v9","seed":"7","start":1772438400000}\n')
    said = refused(state)
    assert "neap/local/v1" in said and "another --state" in said


def test_a_damaged_line_is_refused_by_its_number(state):
    state.mkdir()
    head = '{"schema":"neap/local/v1","seed":"7","start":1772438400000}\n'
    (state / "journal.jsonl").write_text(head + '{"at":1772438400000}\n{broken}\n{"at":1772438400001}\n')
    assert "journal.jsonl:3" in refused(state)


def test_a_file_that_is_no_journal_is_refused_by_name(state):
    state.mkdir()
    (state / "journal.jsonl").write_text("hello\n")
    assert "journal.jsonl" in refused(state)


def test_a_place_that_can_not_be_written_is_named_in_words(tmp_path):
    (tmp_path / "file").write_text("")
    said = refused(tmp_path / "file" / "state")
    assert str(tmp_path / "file") in said and "NSCocoaErrorDomain" not in said
