"""SQS of `neap local` as boto3 uses it, and the events that `--events-queue` puts there."""
import base64
import json
import threading
import time

import botocore.exceptions
import pytest

import lab

ACCOUNT = "123456789012"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with lab.local(
            tmp_path_factory.mktemp("sqs"), "--speed", "0", "--events-queue", "events", "--seed", "3") as server:
        yield server


@pytest.fixture
def sqs(server):
    server.reset()
    return server.client("sqs")


@pytest.fixture
def queue(sqs):
    return sqs.create_queue(QueueName="work", Attributes={"VisibilityTimeout": "60"})["QueueUrl"]


def bodies(reply):
    return [message["Body"] for message in reply.get("Messages", [])]


def test_a_message_is_hidden_while_somebody_has_it(server, sqs, queue):
    sent = sqs.send_message(QueueUrl=queue, MessageBody="hello")
    assert sent["MD5OfMessageBody"] == "5d41402abc4b2a76b9719d911017c592"
    first = sqs.receive_message(QueueUrl=queue, MessageSystemAttributeNames=["All"])
    assert bodies(first) == ["hello"]
    assert first["Messages"][0]["MD5OfBody"] == sent["MD5OfMessageBody"]
    assert first["Messages"][0]["Attributes"]["ApproximateReceiveCount"] == "1"
    assert bodies(sqs.receive_message(QueueUrl=queue)) == []
    server.clock(advance="60s")
    again = sqs.receive_message(QueueUrl=queue, MessageSystemAttributeNames=["ApproximateReceiveCount"])
    assert again["Messages"][0]["Attributes"] == {"ApproximateReceiveCount": "2"}
    sqs.delete_message(QueueUrl=queue, ReceiptHandle=again["Messages"][0]["ReceiptHandle"])
    server.clock(advance="60s")
    assert bodies(sqs.receive_message(QueueUrl=queue)) == []


def test_batches_delays_and_counts(server, sqs, queue):
    entries = [{"Id": str(n), "MessageBody": f"m{n}"} for n in range(10)]
    assert len(sqs.send_message_batch(QueueUrl=queue, Entries=entries)["Successful"]) == 10
    sqs.send_message(QueueUrl=queue, MessageBody="later", DelaySeconds=30)
    counts = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["All"])["Attributes"]
    assert counts["ApproximateNumberOfMessages"] == "10"
    assert counts["ApproximateNumberOfMessagesDelayed"] == "1"
    assert counts["QueueArn"] == f"arn:aws:sqs:{sqs.meta.region_name}:{ACCOUNT}:work"
    got = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)
    assert bodies(got) == [f"m{n}" for n in range(10)]
    done = sqs.delete_message_batch(QueueUrl=queue, Entries=[
        {"Id": str(n), "ReceiptHandle": message["ReceiptHandle"]} for n, message in enumerate(got["Messages"])])
    assert len(done["Successful"]) == 10
    server.clock(advance="30s")
    assert bodies(sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)) == ["later"]
    sqs.purge_queue(QueueUrl=queue)
    server.clock(advance="10m")
    assert bodies(sqs.receive_message(QueueUrl=queue)) == []


def test_a_long_poll_ends_with_the_message(server, sqs, queue):
    began = time.monotonic()
    assert bodies(sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=1)) == []
    assert time.monotonic() - began >= 0.9
    sender = threading.Timer(0.5, lambda: sqs.send_message(QueueUrl=queue, MessageBody="now"))
    sender.start()
    began = time.monotonic()
    assert bodies(sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=20)) == ["now"]
    assert time.monotonic() - began < 15
    sender.join()


def test_attributes_of_messages_are_kept(sqs, queue):
    given = {"kind": {"DataType": "String", "StringValue": "test"}}
    sqs.send_message(QueueUrl=queue, MessageBody="x", MessageAttributes=given)
    got = sqs.receive_message(QueueUrl=queue, MessageAttributeNames=["All"])["Messages"][0]
    assert got["MessageAttributes"] == given
    assert got["MD5OfMessageAttributes"]


def test_what_is_received_too_often_goes_to_the_dead_letters(server, sqs, queue):
    dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
    policy = {"deadLetterTargetArn": f"arn:aws:sqs:{sqs.meta.region_name}:{ACCOUNT}:dead", "maxReceiveCount": 2}
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"RedrivePolicy": json.dumps(policy)})
    sqs.send_message(QueueUrl=queue, MessageBody="poison")
    for expected in (["poison"], ["poison"], []):
        assert bodies(sqs.receive_message(QueueUrl=queue)) == expected
        server.clock(advance="60s")
    assert bodies(sqs.receive_message(QueueUrl=dead)) == ["poison"]


def test_what_is_not_there_or_not_allowed_is_refused(sqs, queue):
    with pytest.raises(sqs.exceptions.QueueDoesNotExist):
        sqs.get_queue_url(QueueName="none")
    with pytest.raises(botocore.exceptions.ClientError):
        sqs.create_queue(QueueName="work.fifo", Attributes={"FifoQueue": "true"})
    with pytest.raises(sqs.exceptions.EmptyBatchRequest):
        sqs.send_message_batch(QueueUrl=queue, Entries=[])
    with pytest.raises(sqs.exceptions.QueueNameExists):
        sqs.create_queue(QueueName="work", Attributes={"VisibilityTimeout": "61"})
    assert sqs.create_queue(QueueName="work", Attributes={"VisibilityTimeout": "60"})["QueueUrl"] == queue
    assert queue in sqs.list_queues(QueueNamePrefix="wo")["QueueUrls"]
    sqs.delete_queue(QueueUrl=queue)
    with pytest.raises(sqs.exceptions.QueueDoesNotExist):
        sqs.receive_message(QueueUrl=queue)


def events(sqs):
    """Everything in the events' queue, taken out."""
    url, found = sqs.get_queue_url(QueueName="events")["QueueUrl"], []
    while True:
        got = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
        if not got:
            return found
        found += [json.loads(message["Body"]) for message in got]
        for message in got:
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])


def test_a_call_that_changes_something_is_told(server, sqs):
    ecs = server.client("ecs")
    ecs.create_cluster(clusterName="demo")
    ecs.list_clusters()
    (event,) = events(sqs)
    assert (event["source"], event["detail-type"]) == ("aws.ecs", "AWS API Call via CloudTrail")
    assert (event["account"], event["region"]) == (ACCOUNT, sqs.meta.region_name)
    assert event["detail"]["eventName"] == "CreateCluster"
    assert event["detail"]["requestParameters"] == {"clusterName": "demo"}
    assert "Botocore" in event["detail"]["userAgent"]


def test_what_happens_by_itself_is_told(server, sqs):
    """A service starts, is steady, loses its Spot instance and is steady again."""
    subnets = server.client("ec2").describe_subnets()["Subnets"]
    ecs, scaling = server.client("ecs"), server.client("autoscaling")
    data = {"ImageId": "ami-1", "InstanceType": "m5.large", "UserData": base64.b64encode(
        b"#!/bin/bash\necho ECS_CLUSTER=demo >> /etc/ecs/ecs.config\n").decode()}
    server.client("ec2").create_launch_template(LaunchTemplateName="template", LaunchTemplateData=data)
    ecs.create_cluster(clusterName="demo")
    scaling.create_auto_scaling_group(
        AutoScalingGroupName="spot", MinSize=1, MaxSize=3, DesiredCapacity=1, VPCZoneIdentifier=subnets[0]["SubnetId"],
        MixedInstancesPolicy={
            "LaunchTemplate": {"LaunchTemplateSpecification": {"LaunchTemplateName": "template", "Version": "1"}},
            "InstancesDistribution": {"OnDemandPercentageAboveBaseCapacity": 0}})
    server.clock(advance="5m")
    ecs.register_task_definition(family="api", containerDefinitions=[
        {"name": "api", "image": "api:1", "memory": 128, "essential": True}])
    ecs.create_service(cluster="demo", serviceName="api", taskDefinition="api", desiredCount=1)
    server.clock(advance="10m")
    told = events(sqs)
    kinds = {event["detail-type"] for event in told}
    assert {"EC2 Instance Launch Successful", "ECS Container Instance State Change", "ECS Task State Change",
            "ECS Deployment State Change", "ECS Service Action"} <= kinds
    states = [event["detail"]["lastStatus"] for event in told if event["detail-type"] == "ECS Task State Change"]
    assert states == ["PENDING", "ACTIVATING", "RUNNING"]
    service = f"arn:aws:ecs:{sqs.meta.region_name}:{ACCOUNT}:service/demo/api"
    deployments = [event for event in told if event["detail-type"] == "ECS Deployment State Change"]
    assert [event["detail"]["eventName"] for event in deployments] == [
        "SERVICE_DEPLOYMENT_IN_PROGRESS", "SERVICE_DEPLOYMENT_COMPLETED"]
    assert all(event["resources"] == [service] for event in deployments)
    server.inject(reclaim={"all": True, "count": 1})
    server.clock(advance="10m")
    told = events(sqs)
    (warning,) = [event for event in told if event["detail-type"] == "EC2 Spot Instance Interruption Warning"]
    assert warning["resources"][0].endswith(f":instance/{warning['detail']['instance-id']}")
    stopped = [event["detail"] for event in told
               if event["detail-type"] == "ECS Task State Change" and event["detail"]["lastStatus"] == "STOPPED"]
    assert stopped and stopped[0]["stoppedAt"].endswith("Z") and stopped[0]["desiredStatus"] == "STOPPED"
