"""What people can do beside AWS's own operations: time, accidents, the timeline."""
import json
import time
import xml.etree.ElementTree

import pytest

import lab
from asking import errors, send
from fleet import STILL, Fleet

HERE = "/_neap/inject?region=eu-west-1"


@pytest.fixture(scope="module")
def aws(tmp_path_factory):
    with lab.local(tmp_path_factory.mktemp("control"), *STILL) as server:
        yield server


@pytest.fixture(scope="module")
def fleet(aws):
    made = Fleet(aws)
    made.serve("api", 2, 50, 200)
    return made


def test_the_surface_lists_its_places(aws):
    places = json.loads(send(aws, "/_neap")[2])
    assert {"/_neap/clock", "/_neap/inject", "/_neap/timeline", "/_neap/reset", "/_neap/faults"} <= set(places)
    for place in places:
        assert send(aws, place, method="DELETE")[0] == 405, place
    assert send(aws, "/_neap/nowhere")[0] == 404


def test_everything_is_made_as_it_was(tmp_path):
    with lab.local(tmp_path, *STILL) as aws:
        ecs = aws.client("ecs")
        ecs.create_cluster(clusterName="before")
        aws.save("early")
        kept = aws.clock()
        ecs.create_cluster(clusterName="after")
        aws.clock(advance="1h")
        aws.reset()
        assert ecs.list_clusters()["clusterArns"] == []
        aws.restore("early")
        assert aws.clock() == kept
        assert [arn.split("/")[-1] for arn in ecs.list_clusters()["clusterArns"]] == ["before"]
        assert errors(aws, "/_neap/snapshot", b'{"restore": "late"}') == ["no snapshot late is kept; there are: early"]
        assert errors(aws, "/_neap/snapshot", b'{}')


def test_time_stands_still_jumps_and_runs(aws):
    first = aws.clock()
    assert aws.clock() == first
    assert aws.clock(advance="1h30m")["milliseconds"] - first["milliseconds"] == 90 * 60_000
    started = aws.clock(speed=1000)["milliseconds"]
    time.sleep(0.05)
    stopped = aws.clock(speed=0)["milliseconds"]
    assert stopped - started >= 50_000, "a thousand seconds a second"
    assert aws.clock()["milliseconds"] == stopped
    health = json.loads(send(aws, "/_neap/health")[2])
    assert (health["account"], health["seed"]) == ("123456789012", "7")


@pytest.mark.parametrize("event, told", [
    ({"reclaim": {"all": True, "count": 1}}, "reclaim 1 instance"), ({"rebalance": {"type": "t3.xlarge"}}, "rebalance"),
    ({"drought": {"pool": "t3.xlarge/eu-west-1a"}}, "no capacity in t3.xlarge/eu-west-1a"),
    ({"endDrought": {"pool": "t3.xlarge/eu-west-1a"}}, "capacity again in t3.xlarge/eu-west-1a"),
    ({"loseZone": "eu-west-1b"}, "eu-west-1b is lost"), ({"restoreZone": "eu-west-1b"}, "eu-west-1b is back"),
    ({"image": {"image": "other:*", "crashesAfter": "20s", "exitCode": 3}}, "other:* crashes after 20s"),
    ({"healImage": "other:*"}, "other:* is well"),
    ({"load": {"service": "api", "requestsPerSecond": 50}}, "50 requests/s for api")])
def test_an_event_happens_and_is_told(aws, fleet, event, told):
    before = len(aws.timeline().splitlines())
    aws.inject(**event)
    aws.clock(advance="1s")
    assert told in "\n".join(aws.timeline().splitlines()[before:])


def test_an_instance_fails_when_it_is_said_to(aws, fleet):
    instance = fleet.autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"][0]["Instances"][0]["InstanceId"]

    def state():
        return fleet.ec2.describe_instances(InstanceIds=[instance])["Reservations"][0]["Instances"][0]["State"]["Name"]

    aws.inject(failInstance=instance, after="30s")
    aws.clock(advance="29s")
    assert state() == "running"
    aws.clock(advance="10m")
    assert state() in ("terminated", "shutting-down", "stopped")
    assert len(fleet.tasks("api")) == 2, "its tasks stand somewhere else"


@pytest.mark.parametrize("path, body, told", [
    ("/_neap/clock", '{"advanse": "5m"}', "request:1:2: /advanse: unknown field (did you mean advance?)"),
    ("/_neap/clock", '{"advance": "5 apples"}', "/advance: 5 apples is no duration"),
    ("/_neap/clock", '{"speed": -1}', "speed is a whole number, 0 to 100000"), ("/_neap/clock", "{nope", "request:2:1: "),
    ("/_neap/clock", "", "the body is empty"), ("/_neap/clock", "[1]", "expected a mapping, found a list"),
    (HERE, '{"reclaimm": {"all": true}}', "did you mean reclaim?"), (HERE, "{}", "write one of reclaim, rebalance"),
    (HERE, '{"reclaim": {"all": true}, "drought": {"all": true}}', "reclaim and drought stand together"),
    (HERE, '{"reclaim": {"count": 1}}', "write pool:, type:, zone: or all: true"),
    (HERE, '{"reclaim": {"all": true, "count": 0}}', "request:1:36: /reclaim/count: expected a whole number"),
    (HERE, '{"failInstance": "x"}', "such as i-0a1b2c3d4e5f60718"),
    ("/_neap/faults", '{"errors": 101}', "0 to 100"), ("/_neap/faults", '{"eror": 1}', "did you mean errors?"),
    ("/_neap/faults", '{"latency": "1h"}', "0ms to 60000ms"),
    ("/_neap/scenario?region=eu-west-1", "kind: Scenario\nspec: {evnts: []}\n", "scenario:2:8: /spec/evnts"),
    ("/_neap/account", "kind: Account\n", "apiVersion is missing")])
def test_a_body_that_is_wrong_is_refused_with_place_and_hint(aws, path, body, told):
    assert any(told in line for line in errors(aws, path, body)), errors(aws, path, body)


@pytest.mark.parametrize("path, body", [
    (HERE, '{"loseZone": "us-east-1a"}'), (HERE, '{"reclaim": {"zone": "us-east-1a"}}'),
    ("/_neap/faults", '{"services": ["nothing"]}')])
def test_a_name_that_means_nothing_here_is_refused(aws, path, body):
    errors(aws, path, body)


def test_the_timeline_is_text_json_and_a_picture(aws, fleet):
    lines = aws.timeline().splitlines()
    entries = json.loads(aws.timeline("json"))["entries"]
    assert len(entries) == len(lines) > 10
    assert all(entry["at"] == line.split()[0] for entry, line in zip(entries, lines))
    picture = xml.etree.ElementTree.fromstring(aws.timeline("svg"))
    assert picture.tag.endswith("svg") and "api" in "".join(picture.itertext())
