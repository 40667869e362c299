"""A turn that dies anywhere, and the turn after it."""
import os
import signal
import time

import pytest


@pytest.mark.parametrize("writes", [1, 4, 9, 15, 22])
def test_killed_in_the_middle_and_run_again(neap, aws, reference, still, writes):
    mark = aws.mark()
    process = neap.start("run", "--repo", reference.url, "--ref", "refs/heads/main", "--once")
    deadline = time.monotonic() + 60
    while len(aws.writes(mark)) < writes and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)
    died = process.poll() is None
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)
    assert died, f"it ended before its write number {writes}"

    again = neap.run_once(reference)
    assert again.code == 0, again.err
    ecs = aws.client("ecs")
    services = ecs.describe_services(cluster="demo-api", services=["api", "admin"])["services"]
    assert [service["status"] for service in services] == ["ACTIVE", "ACTIVE"]
    assert len(ecs.list_task_definitions()["taskDefinitionArns"]) == 2, "no revision was registered twice"
    listeners = aws.client("elbv2").describe_load_balancers()["LoadBalancers"]
    assert len(listeners) == 1
    found = aws.client("elbv2").describe_listeners(LoadBalancerArn=listeners[0]["LoadBalancerArn"])["Listeners"]
    assert sorted(listener["Port"] for listener in found) == [80, 443]

    still(reference)
    mark, tip = aws.mark(), reference.tip()
    third = neap.run_once(reference)
    assert (third.code, aws.writes(mark), reference.tip()) == (0, [], tip), third.err
