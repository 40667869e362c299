"""What wakes the controller: webhooks, and AWS's events in a queue."""
import contextlib
import json
import re
import time
import urllib.request

import pytest

import hooks
import lab
from test_watch import Stillness, until

pytestmark = pytest.mark.only("local")
QUEUE = "https://sqs.eu-west-1.amazonaws.com/123456789012/events"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """`neap local` with a queue of events, in the wall's time."""
    with lab.local(
            tmp_path_factory.mktemp("aws"), "--speed", "1", "--seed", "3", "--start", "2026-03-02T08:00:00Z",
            "--access-key", "AKIADEMO", "--events-queue", "events") as server:
        yield server


@pytest.fixture
def seldom(neap, aws, reference):
    """The reference stack at rest, of which nothing is asked without a reason for an hour; drift is corrected at once."""
    reference.edit(
        "neap.yaml", "  drift: correct\n",
        "  drift: correct\n  interval: 1h\n  driftInterval: 1h\n")
    reference.push("Ask seldom")
    for _ in range(3):
        ended = neap.run_once(reference)
        assert ended.code == 0, ended.err
        aws.settle()
    return reference


@pytest.fixture
def started(neap, aws, seldom):
    """Starts a controller and waits until it has looked once and is still: `started("--queue-url", QUEUE)`."""
    with contextlib.ExitStack() as stack:
        def start(*options):
            controller = stack.enter_context(contextlib.closing(hooks.Controller(neap, seldom, *options)))
            mark = aws.mark()
            until(lambda: len(aws.calls(mark)) > 20)
            until(Stillness(lambda: len([c for c in aws.calls(mark) if c["service"] != "sqs"]), 4))
            return controller
        yield start


def own(aws, mark):
    """Calls that are no messages of the queue, and none of this test's own."""
    return [call for call in aws.calls(mark) if call["service"] not in ("sqs", "sts")]


def test_a_push_is_followed_at_its_webhook(neap, aws, seldom, started):
    controller = started()
    seldom.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    seldom.push("api: 1.8.0")
    mark = aws.mark()
    time.sleep(1)
    assert aws.writes(mark) == [], "nobody has told it yet"
    began = time.monotonic()
    assert controller.push() == 202
    while not aws.writes(mark):
        assert time.monotonic() - began < 20
        time.sleep(0.005)
    print(f"\nfrom the webhook to the first write of AWS: {time.monotonic() - began:.2f} s")
    until(lambda: "UpdateService" in aws.writes(mark))


def test_a_thousand_replays_cost_no_call_of_aws(aws, seldom, started):
    controller = started()
    mark = aws.mark()
    answers = []
    for number in range(1_000):
        answers.append(controller.push(delivery="7"))
        controller.drain()
    assert answers[0] == 202
    assert set(answers) <= {202, 429}
    time.sleep(3)
    assert own(aws, mark) == [], "nothing new is no reason to ask AWS"


def test_drift_made_in_the_console_is_corrected_within_seconds(aws, seldom, started):
    started("--queue-url", QUEUE)
    ecs = aws.client("ecs")
    mark = aws.mark()
    began = time.monotonic()
    ecs.update_service(cluster="demo-api", service="admin", deploymentConfiguration={
        "maximumPercent": 150, "minimumHealthyPercent": 100})
    until(lambda: aws.writes(mark).count("UpdateService") == 2, seconds=30)
    print(f"\nfrom the change to its correction: {time.monotonic() - began:.2f} s")
    assert ecs.describe_services(cluster="demo-api", services=["admin"])["services"][0]["deploymentConfiguration"][
        "maximumPercent"] == 200
    scaling = aws.client("autoscaling")
    mark = aws.mark()
    scaling.update_auto_scaling_group(AutoScalingGroupName="spot", MaxSize=9)
    until(lambda: aws.writes(mark).count("UpdateAutoScalingGroup") == 2, seconds=30)


def test_a_hint_costs_few_calls(aws, started):
    started("--queue-url", QUEUE)
    sqs = aws.client("sqs")
    mark = aws.mark()
    event = {
        "version": "0", "id": "1", "detail-type": "ECS Deployment State Change", "source": "aws.ecs",
        "account": "123456789012", "time": "2026-03-02T08:00:00Z", "region": "eu-west-1",
        "resources": ["arn:aws:ecs:eu-west-1:123456789012:service/demo-api/admin"],
        "detail": {"eventName": "SERVICE_DEPLOYMENT_COMPLETED"}}
    sqs.send_message(QueueUrl=QUEUE, MessageBody=json.dumps(event))
    until(lambda: own(aws, mark), seconds=15)
    until(Stillness(lambda: len(own(aws, mark)), 4))
    calls = own(aws, mark)
    print(f"\nafter a hint: {len(calls)} calls: {', '.join(call['operation'] for call in calls)}")
    assert len(calls) <= 10
    assert not [call for call in calls if call["access"] == "write"]


def test_events_of_others_cost_nothing_and_bad_messages_are_taken_away(aws, started):
    started("--queue-url", QUEUE)
    sqs = aws.client("sqs")
    mark = aws.mark()
    other = {
        "detail-type": "EC2 Instance Launch Successful", "source": "aws.autoscaling", "account": "210987654321",
        "region": "eu-west-1", "resources": [], "detail": {"AutoScalingGroupName": "spot"}}
    for body in (json.dumps(other), "no event", "{}", "[" * 5_000):
        sqs.send_message(QueueUrl=QUEUE, MessageBody=body)
    count = lambda: sqs.get_queue_attributes(QueueUrl=QUEUE, AttributeNames=["All"])["Attributes"]  # noqa: E731
    until(lambda: count()["ApproximateNumberOfMessages"] == "0" and count()[
        "ApproximateNumberOfMessagesNotVisible"] == "0")
    assert own(aws, mark) == []


def test_calls_for_events_and_leases_are_counted(neap, aws, seldom):
    aws.client("dynamodb").create_table(
        TableName="leases", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "environment", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "environment", "AttributeType": "S"}])
    options = ("--lease-table", "leases", "--queue-url", QUEUE, "--listen", "127.0.0.1:0")
    with contextlib.closing(hooks.Controller(neap, seldom, *options)) as controller:
        base = controller.until(rb"/metrics at (http://\S+)")[1].decode()
        controller.until(rb"leads in epoch 1")
        aws.client("sqs").send_message(QueueUrl=QUEUE, MessageBody="no event")

        def counted():
            with urllib.request.urlopen(f"{base}/metrics", timeout=10) as page:
                text = page.read().decode()
            return all(re.search(f'neap_aws_calls_total{{[^}}]*{what}', text) for what in (
                'service="dynamodb"', 'service="sqs"'))

        until(counted, seconds=30)


def test_pushes_with_the_same_body_are_all_followed(aws, neap, seldom):
    body = b'{"ref":"refs/heads/main"}'
    headers = {"X-Signature": hooks.signature(body)}
    with contextlib.closing(
            hooks.Controller(neap, seldom, NEAP_WEBHOOK_SECRET_GENERIC=hooks.SECRET)) as controller:
        until(Stillness(lambda: len(own(aws, 0)), 4))
        for old, new in (("1.7.4", "1.8.0"), ("1.8.0", "1.8.1")):
            seldom.edit("production/api.yaml", f"api:{old}", f"api:{new}")
            seldom.push(f"api: {new}")
            mark = aws.mark()
            assert controller.post(body, headers, "/hooks/generic") == 202
            until(lambda: "UpdateService" in aws.writes(mark), seconds=60)
            until(Stillness(lambda: len(own(aws, mark)), 4), seconds=120)


def test_idle_costs_are_told(aws, started):
    started("--queue-url", QUEUE)
    mark = aws.mark()
    began = time.monotonic()
    time.sleep(45)
    calls, seconds = aws.calls(mark), time.monotonic() - began
    receives = [call for call in calls if call["operation"] == "ReceiveMessage"]
    others = own(aws, mark)
    print(f"\nidle for {seconds:.0f} s: {len(receives)} ReceiveMessage, {len(others)} other calls; "
          f"in an hour {3600 / seconds * len(receives):.0f} and {3600 / seconds * len(others):.0f}")
    assert others == []
    assert len(receives) <= 4


@pytest.fixture
def pair(neap, aws, seldom):
    """Two controllers that share the environment, both with webhooks and one queue; the one that leads comes first."""
    aws.client("dynamodb").create_table(
        TableName="leases", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "environment", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "environment", "AttributeType": "S"}])
    options = ["--lease-table", "leases", "--queue-url", QUEUE]
    with contextlib.ExitStack() as stack:
        leader = stack.enter_context(contextlib.closing(hooks.Controller(neap, seldom, *options)))
        leader.until(rb"leads in epoch 1")
        other = stack.enter_context(contextlib.closing(hooks.Controller(neap, seldom, *options)))
        until(Stillness(lambda: len([c for c in own(aws, 0) if c["service"] != "dynamodb"]), 6))
        yield leader, other


def test_whoever_hears_of_a_push_tells_the_controller_that_leads(aws, seldom, pair):
    leader, other = pair
    seldom.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    seldom.push("api: 1.8.0")
    mark = aws.mark()
    began = time.monotonic()
    assert other.push() == 202
    until(lambda: "UpdateService" in aws.writes(mark), seconds=30)
    print(f"\nfrom the webhook at the other controller to the update: {time.monotonic() - began:.2f} s")
    other.drain()
    assert b"leads in epoch" not in other.said


def test_one_queue_serves_both_controllers(aws, seldom, pair):
    ecs = aws.client("ecs")
    for maximum in (150, 160, 170, 180):
        mark = aws.mark()
        ecs.update_service(cluster="demo-api", service="admin", deploymentConfiguration={
            "maximumPercent": maximum, "minimumHealthyPercent": 100})
        until(lambda: aws.writes(mark).count("UpdateService") == 2, seconds=30)
