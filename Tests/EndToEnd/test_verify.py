"""`neap verify`: what the manifests name and AWS has to have."""
import json

import pytest

import lab

pytestmark = pytest.mark.only("local")
IMAGES = [("api", "1.7.4"), ("admin", "0.9.1")]


def furnish(aws):
    """The images, secrets and parameters that the reference stack names; gives the secret's ARN as AWS made it."""
    for repository, tag in IMAGES:
        aws.client("ecr").create_repository(repositoryName=repository)
        aws.client("ecr").put_image(repositoryName=repository, imageManifest=f"{repository}:{tag}", imageTag=tag)
    for name in ["/demo-api/key", "/demo-api/session", "/demo-api/registry"]:
        aws.client("ssm").put_parameter(Name=name, Value="x", Type="SecureString", Overwrite=True)
    return aws.client("secretsmanager").create_secret(Name="demo-api/database", SecretString="x")["ARN"]


def verified(neap, forge, *arguments):
    ended = neap("verify", forge.clone, "-o", "json", *arguments)
    report = json.loads(ended.out)
    assert report["schema"] == "neap/verify/v1"
    return ended.code, {(item["kind"], item["name"]): item for item in report["answers"]}


def test_everything_that_is_named_is_asked_for_and_nothing_is_changed(neap, aws, reference):
    arn = furnish(aws)
    reference.edit("production/api.yaml", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:demo-api/database-AbCdEf", arn)
    certificate = aws.client("acm").request_certificate(DomainName="api.example.com")["CertificateArn"]
    text = (reference.clone / "production/load-balancer.yaml").read_text()
    named = next(word for word in text.split() if word.startswith("arn:aws:acm:"))
    reference.edit("production/load-balancer.yaml", named, certificate)
    reference.push("Names of what there is")
    mark = aws.mark()
    code, answers = verified(neap, reference)
    assert {item["status"] for item in answers.values()} == {"there"}, answers
    assert code == 0 and aws.writes(mark) == []
    assert {kind for kind, _ in answers} == {
        "role", "instanceProfile", "image", "secret", "parameter", "certificate", "lookup"}
    table = neap("verify", reference.clone, "--permissions")
    assert table.code == 0 and ", nothing missing\n" in table.out, table.out + table.err


def test_what_is_missing_is_told_with_its_line_and_fix(neap, aws, reference):
    furnish(aws)
    reference.edit("production/api.yaml", "api:1.7.4", "api:1.7.5")
    reference.push("An image that nobody pushed")
    ended = neap("verify", reference.clone)
    assert ended.code == 1
    assert (
        "missing  image 123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.7.5: repository api holds no 1.7.5; push the image, "
        "or name one that there is   production/api.yaml:19\n") in ended.out
    assert "missing  secret arn:aws:secretsmanager" in ended.out and "production/api.yaml:30" in ended.out
    aws.client("ecr").put_image(repositoryName="api", imageManifest="new", imageTag="1.7.5")
    _, answers = verified(neap, reference)
    assert answers["image", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.7.5"]["status"] == "there"


def test_uncommitted_changes_are_asked_for_when_they_are_wanted(neap, aws, reference):
    furnish(aws)
    reference.edit("production/api.yaml", "role/demo-api-task", "role/nobody")
    _, answers = verified(neap, reference)
    assert not any("nobody" in name for _, name in answers)
    code, answers = verified(neap, reference, "--dirty")
    assert code == 1
    missing = answers["role", "arn:aws:iam::123456789012:role/nobody"]
    assert (missing["status"], missing["declared"]) == ("missing", "production/api.yaml:16")
    assert lab.git("-C", reference.clone, "status", "--short")
