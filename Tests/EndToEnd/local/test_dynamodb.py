"""boto3 against the embedded AWS's DynamoDB: what leases, and people who look at them, ask of it."""
import boto3.dynamodb.conditions as conditions
import boto3
import pytest

import lab
from asking import refusal
from fleet import STILL


@pytest.fixture(scope="module")
def aws(tmp_path_factory):
    with lab.local(tmp_path_factory.mktemp("local"), *STILL) as server:
        yield server


@pytest.fixture
def dynamodb(aws):
    aws.reset()
    return aws.client("dynamodb")


@pytest.fixture
def leases(dynamodb):
    """A table of one key, as boto3's resource shows it."""
    create(dynamodb, "leases", environment="S")
    return table(dynamodb, "leases")


def table(dynamodb, name):
    resource = boto3.resource(
        "dynamodb", endpoint_url=dynamodb.meta.endpoint_url, region_name="eu-west-1", aws_access_key_id="AKIADEMO",
        aws_secret_access_key="demo")
    return resource.Table(name)


def create(dynamodb, name, **keys):
    return dynamodb.create_table(
        TableName=name, BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": key, "KeyType": kind} for key, kind in zip(keys, ["HASH", "RANGE"])],
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": kind} for key, kind in keys.items()])


def test_tables_come_and_go(dynamodb):
    made = create(dynamodb, "leases", environment="S")["TableDescription"]
    assert (made["TableStatus"], made["TableArn"]) == (
        "ACTIVE", "arn:aws:dynamodb:eu-west-1:123456789012:table/leases")
    dynamodb.get_waiter("table_exists").wait(TableName="leases")
    assert refusal(create, dynamodb, "leases", environment="S")[0] == "ResourceInUseException"
    assert dynamodb.list_tables()["TableNames"] == ["leases"]
    dynamodb.delete_table(TableName="leases")
    dynamodb.get_waiter("table_not_exists").wait(TableName="leases")
    assert refusal(dynamodb.get_item, TableName="leases", Key={"environment": {"S": "x"}}) == (
        "ResourceNotFoundException", 400, "Requested resource not found")


def test_only_one_of_two_creates(leases):
    leases.put_item(Item={"environment": "a", "epoch": 1}, ConditionExpression="attribute_not_exists(environment)")
    assert refusal(
        leases.put_item, Item={"environment": "a", "epoch": 2},
        ConditionExpression="attribute_not_exists(environment)") == (
            "ConditionalCheckFailedException", 400, "The conditional request failed")
    assert leases.get_item(Key={"environment": "a"}, ConsistentRead=True)["Item"]["epoch"] == 1
    assert "Item" not in leases.get_item(Key={"environment": "b"})


@pytest.mark.parametrize("condition, holds", [
    ("epoch = :seven", True), ("epoch <> :seven", False), ("epoch > :seven", False), ("epoch >= :seven", True),
    ("NOT epoch < :seven", True), ("epoch = :seven AND missing = :seven", False),
    ("missing = :seven OR epoch = :seven AND attribute_exists(epoch)", True),
    ("(missing = :seven OR epoch = :seven) AND attribute_not_exists(epoch)", False),
    ("epoch BETWEEN :seven AND :seven", True), ("epoch IN (:seven)", True), ("size(#owner) < :seven", True),
    ("deep.list[1] = :seven", True), ("deep.list[2] = :seven", False),
])
def test_conditions(leases, condition, holds):
    leases.put_item(Item={"environment": "a", "epoch": 7, "owner": "me", "deep": {"list": [1, 7]}})
    names = {"ExpressionAttributeNames": {"#owner": "owner"}} if "#owner" in condition else {}
    found = refusal(
        leases.delete_item, Key={"environment": "a"}, ConditionExpression=condition,
        ExpressionAttributeValues={":seven": 7}, **names)
    assert (found is None) == holds, found
    assert found is None or found[0] == "ConditionalCheckFailedException"


def test_conditions_on_text(leases):
    leases.put_item(Item={"environment": "a", "owner": "host/1", "tags": {"x", "y"}})
    for condition, holds in [
            (conditions.Attr("owner").begins_with("host"), True), (conditions.Attr("owner").contains("/2"), False),
            (conditions.Attr("tags").contains("y"), True), (conditions.Attr("owner").attribute_type("S"), True),
            (~conditions.Attr("owner").eq("host/1"), False)]:
        found = refusal(leases.put_item, Item={"environment": "a", "owner": "host/1", "tags": {"x", "y"}},
                        ConditionExpression=condition)
        assert (found is None) == holds, (condition, found)


def test_updates(leases):
    def update(expression, **values):
        return leases.update_item(
            Key={"environment": "a"}, UpdateExpression=expression, ReturnValues="ALL_NEW",
            **({"ExpressionAttributeValues": {f":{key}": value for key, value in values.items()}} if values else {}))[
                "Attributes"]

    assert update("SET epoch = if_not_exists(epoch, :zero) + :one", zero=0, one=1)["epoch"] == 1
    assert update("SET epoch = epoch + :one, holders = :list", one=1, list=["x"])["epoch"] == 2
    assert update("SET holders = list_append(holders, :list) REMOVE epoch", list=["y"]) == {
        "environment": "a", "holders": ["x", "y"]}
    assert update("ADD seq :two, names :set", two=2, set={"p", "q"})["seq"] == 2
    assert update("DELETE names :set ADD seq :two", two=2, set={"p"}) == {
        "environment": "a", "holders": ["x", "y"], "names": {"q"}, "seq": 4}
    assert refusal(
        leases.update_item, Key={"environment": "a"}, UpdateExpression="SET environment = :b",
        ExpressionAttributeValues={":b": "b"})[0] == "ValidationException"
    assert refusal(
        leases.update_item, Key={"environment": "a"}, UpdateExpression="SET seq = :b",
        ConditionExpression="seq = :b", ExpressionAttributeValues={":b": 5})[0] == "ConditionalCheckFailedException"
    assert leases.get_item(Key={"environment": "a"})["Item"]["seq"] == 4


def test_mistakes_are_named(leases):
    for members, text in [
            ({"ConditionExpression": "epoch = :x"}, "is not defined; attribute value: :x"),
            ({"ConditionExpression": "epoch = "}, "Syntax error"),
            ({"ConditionExpression": "#e = #e"}, "attribute name: #e"),
            ({"ConditionExpression": "attribute_exists(epoch)", "ExpressionAttributeNames": {"#e": "e"}}, "unused")]:
        code, _, message = refusal(leases.put_item, Item={"environment": "a"}, **members)
        assert code == "ValidationException" and text in message, message
    assert refusal(leases.put_item, Item={"epoch": 1})[0] == "ValidationException"
    assert refusal(leases.put_item, Item={"environment": 1})[0] == "ValidationException"
    assert refusal(leases.get_item, Key={"environment": "a", "more": "b"})[0] == "ValidationException"


def test_scans_and_queries_page(dynamodb):
    create(dynamodb, "events", service="S", at="N")
    events = table(dynamodb, "events")
    for at in [10, 9, 2]:
        events.put_item(Item={"service": "api", "at": at, "odd": at % 2})
    events.put_item(Item={"service": "admin", "at": 1, "odd": 1})
    found = events.query(KeyConditionExpression=conditions.Key("service").eq("api"))
    assert [int(item["at"]) for item in found["Items"]] == [2, 9, 10], "numbers are no texts"
    later = events.query(
        KeyConditionExpression=conditions.Key("service").eq("api") & conditions.Key("at").gte(9), ScanIndexForward=False)
    assert [int(item["at"]) for item in later["Items"]] == [10, 9]
    pages = list(dynamodb.get_paginator("scan").paginate(
        TableName="events", ConsistentRead=True, PaginationConfig={"PageSize": 3}))
    assert [len(page["Items"]) for page in pages] == [3, 1]
    odd = events.scan(FilterExpression=conditions.Attr("odd").eq(1), ProjectionExpression="service")
    assert (odd["Count"], odd["ScannedCount"]) == (2, 4)
    assert sorted(item["service"] for item in odd["Items"]) == ["admin", "api"]


def test_reads_are_no_writes_and_items_no_events(aws, leases):
    mark = aws.mark()
    leases.put_item(Item={"environment": "a"})
    leases.scan()
    assert [(call["operation"], call["access"]) for call in aws.calls(mark)] == [("PutItem", "write"), ("Scan", "read")]
    aws.clock(advance="6m")
    events = aws.client("cloudtrail").lookup_events()["Events"]
    assert "CreateTable" in [event["EventName"] for event in events]
    assert "PutItem" not in [event["EventName"] for event in events]
