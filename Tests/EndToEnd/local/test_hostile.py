"""Numbers that are too large for what they mean: refused in words, and the server goes on."""
import math

import botocore.config
import botocore.exceptions
import pytest

import lab
from fleet import STILL

HUGE = 2 ** 63 - 1


@pytest.fixture(scope="module")
def aws(tmp_path_factory):
    with lab.local(tmp_path_factory.mktemp("hostile"), *STILL) as server:
        ecs = server.client("ecs")
        ecs.create_cluster(clusterName="main")
        ecs.register_task_definition(
            family="app", containerDefinitions=[{"name": "app", "image": "app:1", "memory": 128}])
        yield server


def refused(call, **request):
    with pytest.raises(botocore.exceptions.ClientError) as caught:
        call(**request)
    return caught.value.response["Error"]["Code"]


@pytest.mark.parametrize("member", [
    {"desiredCount": HUGE}, {"healthCheckGracePeriodSeconds": HUGE},
    {"deploymentConfiguration": {"maximumPercent": HUGE}}, {"deploymentConfiguration": {"minimumHealthyPercent": -HUGE}}])
def test_a_service_of_64_bits_is_refused(aws, member):
    request = {"cluster": "main", "serviceName": "app", "taskDefinition": "app", "desiredCount": 1, **member}
    assert "Exception" in refused(aws.client("ecs").create_service, **request)
    assert aws.client("ecs").list_clusters()["clusterArns"], "the server lives"


def test_a_group_of_64_bits_is_refused(aws):
    code = refused(
        aws.client("autoscaling").create_auto_scaling_group, AutoScalingGroupName="huge", MinSize=0, MaxSize=HUGE,
        AvailabilityZones=["eu-west-1a"], LaunchConfigurationName="none")
    assert code == "ValidationError"


def test_metrics_of_any_size_are_taken_or_refused(aws):
    cloudwatch = aws.client("cloudwatch")
    for counts, values in [([1e300], [1.0]), ([2 ** 31 - 1] * 3, [2 ** 31 - 1.0] * 3), ([1.0], [1e308])]:
        try:
            cloudwatch.put_metric_data(Namespace="own", MetricData=[
                {"MetricName": "m", "Values": values, "Counts": [float(count) for count in counts]}])
        except botocore.exceptions.ClientError as error:
            assert "Validation" in error.response["Error"]["Code"], error
    assert not math.isnan(len(cloudwatch.list_metrics(Namespace="own")["Metrics"]))


def test_more_instances_than_anybody_has_are_refused(aws):
    code = refused(
        aws.client("ec2").run_instances, ImageId="ami-12c6146b", MinCount=2 ** 31 - 1, MaxCount=2 ** 31 - 1)
    assert code == "InstanceLimitExceeded"
