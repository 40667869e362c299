"""`neap lint`: no AWS, exit codes, formats, and reasons in manifests."""
import json

import pytest

import lab

EXAMPLES = sorted(path.name for path in (lab.ROOT / "manifests").iterdir() if (path / "neap.yaml").exists())
IMAGE = "amazonaws.com/api:1.7.4"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_lint_clean(offline, name):
    ended = offline("lint", lab.ROOT / "manifests" / name, "--fail-on", "notice")
    assert ended.code == 0, ended.out
    assert "clean" in ended.out and ended.err == ""


def test_a_warning_fails_only_when_it_is_asked_to(offline, reference):
    reference.edit("production/api.yaml", IMAGE, "amazonaws.com/api:latest")
    ended = offline("lint", reference.clone)
    assert ended.code == 0, ended.out
    assert "warn    TaskDefinition/api: container api: the tag latest of its image moves." in ended.out
    assert "production/api.yaml:19   rule mutable-image-tag" in " ".join(ended.out.split("\n"))
    assert offline("lint", reference.clone, "--strict").code == 1
    assert offline("lint", reference.clone, "--fail-on", "warn").code == 1


def test_an_error_fails_and_a_reason_allows_it(offline, reference):
    reference.edit("production/api.yaml", "{name: PORT, value: \"3000\"}", "{name: DB_PASSWORD, value: hunter2}")
    ended = offline("lint", reference.clone)
    assert ended.code == 1 and "rule plain-secret" in ended.out
    assert "hunter2" not in ended.out + ended.err, "a secret is never shown"
    reference.edit(
        "production/api.yaml", "metadata: {name: api, labels: {team: core}}\nspec:\n  family: api",
        "metadata: {name: api, labels: {team: core}}\npolicy: {allow: {plain-secret: a password of the tests}}\nspec:\n  family: api")
    assert offline("lint", reference.clone).code == 0
    assert "Allowed: a password of the tests" in offline("lint", reference.clone, "--allowed").out


def test_head_is_read_when_it_is_asked_for(offline, reference):
    reference.edit("production/api.yaml", IMAGE, "amazonaws.com/api:latest")
    assert offline("lint", reference.clone, "--strict").code == 1
    assert offline("lint", reference.clone, "--strict", "--head").code == 0, "the edit is not committed"


def test_a_broken_manifest_is_an_error(offline, reference):
    reference.edit("production/api.yaml", "desiredCount: 4", "desiredCuont: 4")
    ended = offline("lint", reference.clone)
    assert ended.code == 1 and "did you mean desiredCount?" in ended.err


def test_sarif_and_json_for_forges_and_programs(offline, reference):
    reference.edit("production/api.yaml", IMAGE, "amazonaws.com/api:latest")
    log = json.loads(offline("lint", reference.clone, "-o", "sarif").out)
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    open_ones = [result for result in run["results"] if "suppressions" not in result]
    assert [result["ruleId"] for result in open_ones] == ["mutable-image-tag"]
    place = open_ones[0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "production/api.yaml"}, "region": {"startLine": 19, "startColumn": 7}}
    assert all(result["ruleId"] in rules for result in run["results"])
    report = json.loads(offline("lint", reference.clone, "-o", "json").out)
    assert report["schema"] == "neap/lint/v1"
    found = [item for item in report["environments"][0]["findings"] if item["allowed"] is None]
    assert [item["field"] for item in found] == ["/containerDefinitions/api/image"]


def test_every_rule_can_be_explained(offline, reference):
    log = json.loads(offline("lint", reference.clone, "-o", "sarif").out)
    for rule in [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]][1:]:
        ended = offline("explain", rule)
        assert ended.code == 0 and ended.out.startswith(f"{rule}\n") and "What to do: " in ended.out
