"""Scenarios and accounts from files, the picture at the end, a fresh start."""
import json
import xml.etree.ElementTree

import pytest

import lab
from asking import send
from fleet import STILL, Fleet

SCENARIOS = sorted(
    path for path in (lab.ROOT / "manifests/scenarios").glob("*.yaml") if "kind: Scenario" in path.read_text())
ACCOUNT = lab.ROOT / "manifests/scenarios/account.yaml"


def test_there_are_scenarios():
    assert {"bad-image", "first-load-day", "no-headroom", "zone-lost"} <= {path.stem for path in SCENARIOS}


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_plays_from_the_command_line_and_leaves_a_picture(tmp_path, path):
    picture = tmp_path / "end.svg"
    with lab.local(tmp_path, "--scenario", path, "--account", ACCOUNT, "--timeline", picture, "--speed", "0") as aws:
        assert reference(tmp_path, aws).code == 0
        aws.clock(advance="1h")
        service = aws.client("ecs").describe_services(cluster="demo-api", services=["api"])["services"][0]
        assert service["runningCount"] >= 2, "it runs, whatever happened"
    root = xml.etree.ElementTree.fromstring(picture.read_text())
    assert "api" in "".join(root.itertext())


def reference(folder, aws):
    forge = lab.Forge(folder)
    forge.fill(lab.ROOT / "manifests/reference")
    forge.push("The reference stack")
    aws.clock(speed=60)
    ended = lab.Neap(folder, aws.endpoint).run_once(forge)
    aws.clock(speed=0)
    return ended


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_can_begin_later(tmp_path, path):
    with lab.local(tmp_path, *STILL) as aws:
        Fleet(aws)
        status, _, text = send(aws, "/_neap/scenario?region=eu-west-1", path.read_bytes(), "POST")
        assert status == 200, text
        aws.clock(speed=0)
        before = aws.clock()["milliseconds"]
        aws.clock(advance="1h")
        assert aws.clock()["milliseconds"] - before == 3_600_000
        assert json.loads(send(aws, "/_neap/health")[2])["status"] == "ok"


def test_an_account_is_there_from_the_beginning(tmp_path):
    with lab.local(tmp_path, *STILL, "--account", ACCOUNT) as aws:
        subnets = aws.client("ec2").describe_subnets(Filters=[{"Name": "tag:Stack", "Values": ["demo-api"]}])["Subnets"]
        assert {item["AvailabilityZone"] for item in subnets} == {f"eu-west-1{letter}" for letter in "abc"}
        assert len(subnets) == 6
        assert aws.client("ec2").describe_key_pairs()["KeyPairs"][0]["KeyName"] == "demo-api"
        assert aws.client("iam").get_role(RoleName="demo-api-task")["Role"]["RoleName"] == "demo-api-task"


@pytest.mark.parametrize("path", ["/_neap/reset", "/moto-api/reset"])
def test_a_reset_forgets_everything_but_time(tmp_path, path):
    with lab.local(tmp_path, *STILL) as aws:
        Fleet(aws)
        there = aws.clock()["now"]
        aws.post(path)
        assert aws.client("ecs").list_clusters()["clusterArns"] == []
        assert aws.client("ec2").describe_instances()["Reservations"] == []
        assert aws.timeline() == ""
        assert aws.clock()["now"] == there
