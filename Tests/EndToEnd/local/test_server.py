"""What the HTTP server itself answers: signatures, protocols, requests that are not whole, pages."""
import boto3
import botocore
import botocore.exceptions
import pytest

import lab
from asking import client, refusal, scope, send, speaking
from fleet import STILL

READS = {
    "sts": "get_caller_identity", "ecs": "list_clusters", "ec2": "describe_vpcs", "elbv2": "describe_load_balancers",
    "autoscaling": "describe_auto_scaling_groups", "iam": "list_roles", "logs": "describe_log_groups",
    "application-autoscaling": "describe_scalable_targets"}
FORM = {"Content_Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def aws(tmp_path_factory):
    with lab.local(tmp_path_factory.mktemp("open"), *STILL) as server:
        yield server


@pytest.fixture(scope="module")
def locked(tmp_path_factory):
    """A server that lets in one key alone."""
    with lab.local(tmp_path_factory.mktemp("locked"), *STILL, "--access-key", "AKIADEMO") as server:
        yield server


def read(aws, service, **how):
    asked = client(aws, service, **how)
    return getattr(asked, READS[service]), {"ServiceNamespace": "ecs"} if service.startswith("app") else {}


@pytest.mark.parametrize("service", READS)
def test_a_right_signature_is_let_in(locked, service):
    operation, members = read(locked, service)
    assert refusal(operation, **members) is None


@pytest.mark.parametrize("service, code, status", [
    ("sts", "SignatureDoesNotMatch", 403), ("elbv2", "SignatureDoesNotMatch", 403),
    ("autoscaling", "SignatureDoesNotMatch", 403), ("iam", "SignatureDoesNotMatch", 403),
    ("ecs", "InvalidSignatureException", 400), ("logs", "InvalidSignatureException", 400), ("ec2", "AuthFailure", 401)])
def test_a_wrong_secret_is_refused_as_each_protocol_has_it(locked, service, code, status):
    assert refusal(read(locked, service, secret="wrong")[0])[:2] == (code, status)


@pytest.mark.parametrize("service, code", [
    ("sts", "InvalidClientTokenId"), ("ecs", "UnrecognizedClientException"), ("ec2", "AuthFailure")])
def test_an_unknown_key_is_refused(locked, service, code):
    assert refusal(read(locked, service, key="AKIAOTHER")[0])[0] == code


@pytest.mark.parametrize("service, code", [
    ("sts", "MissingAuthenticationToken"), ("ecs", "MissingAuthenticationTokenException")])
def test_an_unsigned_request_is_refused(locked, service, code):
    assert refusal(read(locked, service, signature_version=botocore.UNSIGNED)[0])[0] == code


def test_a_session_that_was_given_out_is_let_in_with_its_token_alone(locked):
    sts = locked.client("sts")
    given = sts.assume_role(RoleArn="arn:aws:iam::123456789012:role/neap", RoleSessionName="test")["Credentials"]
    keys = {"aws_access_key_id": given["AccessKeyId"], "aws_secret_access_key": given["SecretAccessKey"]}
    ecs = boto3.client("ecs", endpoint_url=locked.endpoint, region_name="eu-west-1", **keys,
                       aws_session_token=given["SessionToken"])
    assert "clusterArns" in ecs.list_clusters()
    bare = boto3.client("ecs", endpoint_url=locked.endpoint, region_name="eu-west-1", **keys)
    with pytest.raises(botocore.exceptions.ClientError, match="UnrecognizedClientException"):
        bare.list_clusters()


def test_nothing_is_done_for_a_wrong_signature(locked):
    refusal(client(locked, "ecs", secret="wrong").create_cluster, clusterName="theirs")
    assert locked.client("ecs").list_clusters()["clusterArns"] == []


@pytest.mark.parametrize("service, version", [
    ("autoscaling", "2011-01-01"), ("elasticloadbalancing", "2015-12-01"), ("ec2", "2016-11-15"),
    ("sts", "2011-06-15")])
def test_an_unknown_operation_of_a_query_service_is_an_invalid_action(aws, service, version):
    status, kind, text = send(aws, "/", f"Action=Nope&Version={version}", Authorization=scope(service), **FORM)
    assert (status, kind) == (400, "text/xml")
    assert "<Code>InvalidAction</Code>" in text


def test_an_unknown_operation_of_a_json_service_says_so_in_json(aws):
    status, kind, text = send(
        aws, "/", "{}", Authorization=scope("ecs"), Content_Type="application/x-amz-json-1.1",
        X_Amz_Target="AmazonEC2ContainerServiceV20141113.Nope")
    assert (status, kind) == (400, "application/x-amz-json-1.1")
    assert "UnknownOperationException" in text


def test_a_service_that_is_not_here_says_so(aws):
    status, _, text = send(
        aws, "/", "{}", Authorization=scope("kinesis"), Content_Type="application/x-amz-json-1.1",
        X_Amz_Target="Kinesis_20131202.ListStreams")
    assert status == 400 and "No service" in text


def test_a_body_that_is_not_json_is_a_serialization_error(aws):
    status, _, text = send(
        aws, "/", "{nope", Authorization=scope("ecs"), Content_Type="application/x-amz-json-1.1",
        X_Amz_Target="AmazonEC2ContainerServiceV20141113.ListClusters")
    assert status == 400 and "SerializationException" in text


@pytest.mark.parametrize("service, operation, members, code, said", [
    ("ecs", "create_service", {"cluster": "x"}, "InvalidParameterException", "serviceName"),
    ("ecs", "list_services", {"maxResults": "ten"}, "SerializationException", "maxResults"),
    ("autoscaling", "create_auto_scaling_group", {"MinSize": 0}, "ValidationError", "autoScalingGroupName"),
    ("elbv2", "create_load_balancer", {}, "ValidationError", "name"),
    ("logs", "create_log_group", {}, "ValidationException", "logGroupName"),
    ("application-autoscaling", "register_scalable_target", {"ServiceNamespace": "ecs"}, "ValidationException",
     "resourceId"),
    ("application-autoscaling", "describe_scalable_targets", {"ServiceNamespace": "nope"}, "ValidationException",
     "serviceNamespace"),
    ("cloudwatch", "put_metric_alarm", {"AlarmName": "x"}, "MissingParameter", "MetricName")])
def test_a_request_that_is_not_whole_is_refused_by_name(aws, service, operation, members, code, said):
    asked = client(aws, service, parameter_validation=False)
    found, status, message = refusal(getattr(asked, operation), **members)
    assert (found, status) == (code, 400)
    assert said.lower() in message.lower()


@pytest.mark.parametrize("protocol", ["smithy-rpc-v2-cbor", "json", "query"])
def test_cloudwatch_speaks_all_its_protocols(aws, protocol):
    cloudwatch = speaking(aws, "cloudwatch", protocol)
    assert cloudwatch.meta.service_model.resolved_protocol == protocol
    name = f"busy-{protocol}"
    cloudwatch.put_metric_alarm(
        AlarmName=name, Namespace="AWS/ECS", MetricName="CPUUtilization", Statistic="Average", Period=60,
        EvaluationPeriods=3, Threshold=80.5, ComparisonOperator="GreaterThanThreshold",
        Dimensions=[{"Name": "ClusterName", "Value": "demo"}])
    found = cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]
    assert (found["Threshold"], found["StateValue"]) == (80.5, "INSUFFICIENT_DATA")
    assert found["AlarmConfigurationUpdatedTimestamp"].isoformat().startswith("2026-03-02T08:00:00")
    if protocol == "smithy-rpc-v2-cbor":
        _, kind, text = send(
            aws, "/service/GraniteServiceVersion20100801/operation/Nope", b"\xa0", Authorization=scope("monitoring"),
            smithy_protocol="rpc-v2-cbor", Content_Type="application/cbor")
        assert kind == "application/cbor" and "UnknownOperation" in text


def test_an_alarm_reads_back_with_its_defaults(aws):
    cloudwatch = aws.client("cloudwatch")
    cloudwatch.put_metric_alarm(
        AlarmName="plain", Namespace="AWS/ECS", MetricName="CPUUtilization", Statistic="Average", Period=60,
        EvaluationPeriods=3, Threshold=80, ComparisonOperator="GreaterThanThreshold")
    found = cloudwatch.describe_alarms(AlarmNames=["plain"])["MetricAlarms"][0]
    assert (found["ActionsEnabled"], found["TreatMissingData"], found["DatapointsToAlarm"]) == (True, "missing", 3)
