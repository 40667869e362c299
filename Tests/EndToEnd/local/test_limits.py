"""What makes clients fail now and then: rates, reads that lag, faults on the way."""
import time

import botocore.exceptions
import pytest

import lab
from asking import admitted, refusal
from fleet import STILL

DEFINITION = {"family": "api", "containerDefinitions": [{"name": "api", "image": "api", "memory": 64}]}


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    """A server with AWS's rates; each test uses buckets of its own."""
    with lab.local(tmp_path_factory.mktemp("busy"), *STILL, "--throttle") as server:
        yield server


@pytest.fixture
def aws(tmp_path):
    with lab.local(tmp_path, *STILL) as server:
        yield server


def test_registering_task_definitions_is_throttled_after_twenty(busy):
    register = busy.client("ecs").register_task_definition
    assert admitted(25, register, **DEFINITION) == (20, {"ThrottlingException"})
    busy.clock(advance="3s")
    assert admitted(5, register, **DEFINITION)[0] == 3, "one comes back each second"
    busy.clock(advance="1h")
    assert admitted(25, register, **DEFINITION)[0] == 20, "no more than the burst"
    revisions = busy.client("ecs").list_task_definitions(familyPrefix="api")["taskDefinitionArns"]
    assert len(revisions) == 43, "what was throttled was not done"


def test_other_buckets_are_full_meanwhile(busy):
    ecs = busy.client("ecs")
    assert admitted(25, ecs.create_cluster, clusterName="demo") == (20, {"ThrottlingException"})
    assert refusal(ecs.describe_clusters, clusters=["demo"]) is None


def test_ec2_says_that_a_limit_is_exceeded(busy):
    assert admitted(110, busy.client("ec2").describe_vpcs) == (100, {"RequestLimitExceeded"})


def test_unfiltered_reads_of_instances_have_half_the_room(busy):
    assert admitted(60, busy.client("ec2").describe_instances) == (50, {"RequestLimitExceeded"})


def test_load_balancers_are_read_forty_times(busy):
    assert admitted(45, busy.client("elbv2").describe_load_balancers) == (40, {"Throttling"})


def test_reads_may_lag_behind_writes_but_no_longer_than_was_said(tmp_path):
    with lab.local(tmp_path, *STILL, "--lag", "5000") as aws:
        ecs = aws.client("ecs")
        late = 0
        for number in range(8):
            name = f"c{number}"
            ecs.create_cluster(clusterName=name)
            late += not ecs.describe_clusters(clusters=[name])["clusters"]
            aws.clock(advance="6s")
            for _ in range(5):
                assert ecs.describe_clusters(clusters=[name])["clusters"], "six seconds are enough"
        assert late >= 4, "most first reads come too early"


def test_a_write_sees_what_was_written_although_reads_lag(tmp_path):
    with lab.local(tmp_path, *STILL, "--lag", "5000") as aws:
        ecs = aws.client("ecs")
        ecs.create_cluster(clusterName="demo")
        ecs.put_cluster_capacity_providers(cluster="demo", capacityProviders=[], defaultCapacityProviderStrategy=[])
        assert ecs.register_task_definition(**DEFINITION)["taskDefinition"]["revision"] == 1
        assert ecs.register_task_definition(**DEFINITION)["taskDefinition"]["revision"] == 2


def test_an_error_on_the_way_does_nothing(aws):
    aws.faults(errors=100, services=["ecs"])
    ecs = aws.client("ecs")
    assert refusal(ecs.create_cluster, clusterName="demo")[1] == 500
    assert refusal(aws.client("sts").get_caller_identity) is None, "others are well"
    aws.faults()
    assert ecs.list_clusters()["clusterArns"] == []


def test_a_lost_reply_is_done_all_the_same(aws):
    aws.faults(lostReplies=100)
    ecs = aws.client("ecs")
    with pytest.raises((botocore.exceptions.HTTPClientError, botocore.exceptions.ConnectionError)):
        ecs.create_cluster(clusterName="demo")
    aws.faults()
    assert len(ecs.list_clusters()["clusterArns"]) == 1


def test_some_are_throttled_when_some_are_to_be(aws):
    aws.faults(throttled=50)
    passed, codes = admitted(60, aws.client("ecs").list_clusters)
    assert 15 <= passed <= 45 and codes == {"ThrottlingException"}


def test_replies_come_late_by_the_wall(aws):
    aws.faults(latency="250ms")
    began = time.monotonic()
    aws.client("ecs").list_clusters()
    assert time.monotonic() - began >= 0.25
