"""`neap init`: what it writes is valid, lints clean, and runs."""
import json
import re
import textwrap

import jsonschema
import pytest
import yaml

import lab

REGION = ("--region", "eu-west-1")


def test_it_writes_a_repository_that_is_valid_and_clean(offline, tmp_path):
    ended = offline("init", tmp_path / "new", *REGION)
    assert ended.code == 0, ended.err
    assert ended.out.split() == [
        ".github/workflows/neap.yaml", ".gitlab-ci.yml", ".neap/schema.json", "neap.yaml", "production/capacity.yaml",
        "production/hello.yaml"]
    assert offline("validate", tmp_path / "new").code == 0
    linted = offline("lint", tmp_path / "new", "--fail-on", "notice")
    assert linted.code == 0 and ", clean\n" in linted.out, linted.out


def test_what_comes_next_is_a_repository_where_there_is_none(offline, forge, tmp_path):
    assert "run `git init`" in offline("init", tmp_path / "new", *REGION).err
    ended = offline("init", forge.clone, *REGION)
    assert ended.code == 0 and "git init" not in ended.err and "commit, and run `neap plan" in ended.err, ended.err


def test_the_modeline_names_a_schema_that_takes_the_manifest(offline, tmp_path):
    assert offline("init", tmp_path / "new", *REGION).code == 0
    for path in [tmp_path / "new/neap.yaml", *(tmp_path / "new/production").glob("*.yaml")]:
        first = path.read_text().splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        schema = json.loads((path.parent / first.split("=", 1)[1]).read_text())
        for document in yaml.safe_load_all(path.read_text()):
            jsonschema.Draft7Validator(schema).validate(document)


def test_pipelines_are_yaml_that_runs_neap(offline, tmp_path):
    assert offline("init", tmp_path / "new", *REGION).code == 0
    github = yaml.safe_load((tmp_path / "new/.github/workflows/neap.yaml").read_text())
    commands = [step.get("run", "") for step in github["jobs"]["check"]["steps"]]
    assert [command for command in commands if command.startswith("neap ")] == [
        "neap validate .", "neap lint . -o sarif > lint.sarif", "neap plan . -e production -o markdown > plan.md"]
    gitlab = yaml.safe_load((tmp_path / "new/.gitlab-ci.yml").read_text())
    assert "neap plan . -e production -o markdown > plan.md" in gitlab["check"]["script"]
    assert "--form \"body=<plan.md\"" in gitlab["comment"]["script"][-1]
    # A plan that waits for approval fails its job, and is posted all the same.
    assert gitlab["comment"]["when"] == "always" and gitlab["check"]["artifacts"]["when"] == "always"


def test_a_repository_is_begun_once_and_needs_a_region(offline, tmp_path):
    assert offline("init", tmp_path / "new", AWS_REGION="").code == 64
    assert not (tmp_path / "new").exists()
    assert offline("init", tmp_path / "new", *REGION, "--ci", "none").code == 0
    again = offline("init", tmp_path / "new", *REGION)
    assert again.code == 1 and "neap.yaml" in again.err


def test_what_it_writes_is_planned_and_comes_up(neap, aws, forge, tmp_path):
    assert neap("init", tmp_path / "new", *REGION, "--owner", "github.com/example/new").code == 0
    forge.fill(tmp_path / "new")
    forge.push("A new repository")
    planned = neap("plan", forge.clone, "--detailed-exitcode")
    assert planned.code == 2, planned.err
    assert "+ Service/hello" in planned.out
    applied = neap("apply", forge.clone, "--yes", "--timeout", "900")
    assert applied.code == 0, applied.out + applied.err
    aws.settle()
    services = aws.client("ecs").describe_services(cluster="production", services=["hello"])["services"]
    assert [(service["runningCount"], service["desiredCount"]) for service in services] == [(2, 2)]
    again = neap("plan", forge.clone, "--detailed-exitcode")
    assert again.code == 0, again.out


@pytest.mark.only("local")
def test_the_account_of_the_page_is_one_that_it_comes_up_in(tmp_path, program, forge):
    page = (lab.ROOT / "docs/init.md").read_text()
    text = re.search(r"(?m)^    # account\.yaml.*\n(?:    .*\n)+", page)[0]
    (tmp_path / "account.yaml").write_text(textwrap.dedent(text))
    with lab.local(tmp_path, "--speed", "30", "--account", tmp_path / "account.yaml") as aws:
        neap = lab.Neap(tmp_path, aws.endpoint, program)
        assert neap("init", tmp_path / "new", *REGION).code == 0
        forge.fill(tmp_path / "new")
        forge.push("A new repository")
        ended = neap("apply", forge.clone, "--yes", "--timeout", "900")
        assert ended.code == 0, ended.out + ended.err
