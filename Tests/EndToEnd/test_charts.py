"""Charts, releases and overlays through the command line."""
import json
import re
import shutil
import subprocess

import pytest
import yaml

import lab

EXAMPLE = lab.ROOT / "manifests/promotion"
CHART = lab.ROOT / "charts/spot-api"
CHARTS = sorted(path.name for path in (lab.ROOT / "charts").iterdir())
# What a release of a chart states in these tests, where its schema's examples name what the tests' AWS does not have.
VALUES = lab.ROOT / "Tests/EndToEnd/charts"
OLD, NEW = "api:1.7.4", "api:1.8.0"
SECRET = "hunter2-very-secret"


@pytest.fixture
def example(tmp_path):
    """A plain folder with the example."""
    folder = tmp_path / "promotion"
    shutil.copytree(EXAMPLE, folder)
    return folder


def edit(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_change_is_promoted_by_one_line(neap, aws, forge):
    forge.fill(EXAMPLE)
    forge.push("shop")
    assert neap.run_once(forge, "-e", "staging").code == 0
    aws.settle()
    forge.edit("staging/shop.yaml", OLD, NEW)
    forge.push("shop: 1.8.0 in staging")
    assert lab.git("-C", forge.clone, "diff", "--shortstat", "HEAD~1").strip() == "1 file changed, 1 insertion(+), 1 deletion(-)"
    planned = neap("plan", forge.clone, "-e", "staging", "--no-forecast", "--detailed-exitcode")
    assert planned.code == 2
    changed = re.findall(r"^\s*[~+-]\S* (\S+/\S+)", planned.out, re.M)
    assert set(changed) <= {"TaskDefinition/shop-staging", "Service/shop-staging"} and changed, planned.out
    assert NEW in planned.out
    assert neap.run_once(forge, "-e", "staging").code == 0
    images = [
        container["image"]
        for arn in aws.client("ecs").list_task_definitions(familyPrefix="shop-staging")["taskDefinitionArns"]
        for container in aws.client("ecs").describe_task_definition(taskDefinition=arn)["taskDefinition"]["containerDefinitions"]
    ]
    assert sorted(image.split("/")[-1] for image in images) == [OLD, NEW]


def test_render_explains_where_each_value_comes_from(offline, example):
    explained = offline("render", example, "Service/shop-production", "-e", "production", "--explain")
    assert explained.code == 0, explained.err
    rows = {line.split()[0]: line for line in explained.out.splitlines() if line.startswith("  /")}
    assert re.search(r" 4 +production/shop\.yaml:13 \(in the template charts/spot-api/templates/service\.yaml:\d+\)", rows["/desiredCount"])
    assert re.search(r" 150 +charts/spot-api/values\.yaml:\d+ \(in", rows["/deploymentConfiguration/maximumPercent"])
    assert re.search(r" 120 +production/shop\.yaml:\d+$", rows["/healthCheckGracePeriodSeconds"])
    one = offline("render", example, "Service/shop-production", "-e", "production", "-o", "json")
    assert json.loads(one.out)["spec"]["desiredCount"] == 4
    assert offline("render", example, "Service/none", "-e", "production").code == 64
    assert offline("render", example).code == 64


def test_sensitive_values_are_masked(offline, example):
    edit(example / "production/shop.yaml", "tasks: {initial: 4}", f"environment: {{TOKEN: {SECRET}, PORT: '3000'}}")
    for options in ([], ["--explain"], ["-o", "json"]):
        rendered = offline("render", example, "-e", "production", *options)
        assert rendered.code == 0, rendered.err
        assert SECRET not in rendered.out + rendered.err and "(masked)" in rendered.out
    for wrong in (f"port: {SECRET}", f"environment: {{TOKEN: [{SECRET}]}}", f"rollout: {SECRET}", f"certificate: {SECRET}"):
        edit(example / "dev/shop.yaml", "tasks: {initial: 1, min: 1, max: 2}", wrong)
        checked = offline("validate", example, "-e", "dev")
        assert checked.code == 1 and SECRET not in checked.out + checked.err, checked.err
        edit(example / "dev/shop.yaml", wrong, "tasks: {initial: 1, min: 1, max: 2}")


def test_errors_name_the_template_and_the_value(offline, example):
    edit(example / "charts/spot-api/values.schema.json", '"rollout": {\n      "type": "object"', '"rollout": {\n      "type": "object", "additionalProperties": true')
    edit(example / "charts/spot-api/templates/service.yaml", "placement: azBalancedSpread", "placement: ${{ values.image }}")
    checked = offline("validate", example, "-e", "production")
    assert checked.code == 1
    assert re.search(
        r"^production/shop\.yaml:12:20: Service/shop-production: .*in the template charts/spot-api/templates/service\.yaml:69:14", checked.err,
        re.M), checked.err
    edit(example / "charts/spot-api/templates/service.yaml", "placement: ${{ values.image }}", "placement: ${{ values.imgae }}")
    checked = offline("validate", example, "-e", "production")
    assert "values.imgae is in no schema (did you mean image?" in checked.err and "templates/service.yaml:69:14" in checked.err


def test_a_broken_release_deletes_nothing(neap, aws, forge):
    forge.fill(EXAMPLE)
    forge.edit("neap.dev.yaml", "  owner:", "  prune: {enabled: true, maxDeletions: 100%}\n  owner:")
    forge.push("shop")
    assert neap.run_once(forge, "-e", "dev").code == 0
    aws.settle()
    forge.edit("dev/shop.yaml", "image:", "imgae:")
    forge.push("a mistake")
    mark = aws.mark()
    ended = neap.run_once(forge, "-e", "dev")
    assert ended.code == 1
    assert "values.imgae" in ended.err
    assert [call for call in aws.writes(mark) if call.startswith("Delete")] == []


def stated(schema, whole):
    """A value of a schema's form: an example where there is one, else what is required of a mapping."""
    if "$ref" in schema:
        schema = whole["definitions"][schema["$ref"].split("/")[-1]]
    if schema.get("examples"):
        return schema["examples"][0]
    if "default" in schema:
        return schema["default"]
    if schema.get("type") == "object":
        return {name: stated(schema["properties"][name], whole) for name in schema.get("required", [])}
    return {"string": "example", "integer": 1, "number": 1, "boolean": True, "array": []}.get(schema.get("type"))


def release(name):
    """A release of a chart, with values of its own file here, else with those that its schema's examples give."""
    schema = json.loads((lab.ROOT / "charts" / name / "values.schema.json").read_text())
    values = {key: stated(schema["properties"][key], schema) for key in schema.get("required", [])}
    own = VALUES / f"{name}.yaml"
    if own.exists():
        values.update(yaml.safe_load(own.read_text()))
    return {
        "apiVersion": "neap/v1", "kind": "Release", "metadata": {"name": "try"},
        "spec": {"chart": f"../charts/{name}", "values": values},
    }


def test_every_folder_is_a_chart():
    assert "spot-api" in CHARTS
    assert [name for name in CHARTS if not (lab.ROOT / "charts" / name / "Chart.yaml").exists()] == []
    assert {path.stem for path in VALUES.rglob("*.yaml")} <= set(CHARTS)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_linted_packed_rendered_planned_and_applied(neap, aws, forge, tmp_path, name):
    checked = neap("chart", "lint", lab.ROOT / "charts" / name, "--strict")
    assert (checked.code, checked.err) == (0, ""), checked.err
    assert neap("chart", "package", lab.ROOT / "charts" / name, "-d", tmp_path).code == 0
    shutil.copytree(lab.ROOT / "charts" / name, forge.clone / "charts" / name)
    forge.write("neap.yaml", yaml.safe_dump({
        "apiVersion": "neap/v1", "kind": "Environment", "metadata": {"name": "production"},
        "spec": {
            "paths": ["production"], "aws": {"region": "eu-west-1", "accountId": "123456789012"},
            "owner": "github.com/example/infra"}}))
    forge.write("production/try.yaml", yaml.safe_dump(release(name)))
    if (beside := VALUES / "beside" / f"{name}.yaml").exists():
        forge.write("production/beside.yaml", beside.read_text())
    forge.push(name)
    for verb in ("validate", "render", "lint"):
        ended = neap(verb, forge.clone)
        assert ended.code == 0, ended.out + ended.err
    planned = neap("plan", forge.clone, "--no-forecast", "--detailed-exitcode")
    assert planned.code == 2, planned.out + planned.err
    ended = neap.run_once(forge)
    assert ended.code == 0, ended.err
    mark = aws.mark()
    again = neap("plan", forge.clone, "--no-forecast", "--detailed-exitcode")
    assert (again.code, aws.writes(mark)) == (0, []), again.out


def test_charts_are_checked_locked_and_packed(offline, tmp_path):
    chart = tmp_path / "spot-api"
    shutil.copytree(CHART, chart)
    good = offline("chart", "lint", chart)
    assert (good.code, good.err) == (0, ""), good.err
    packed = [offline("chart", "package", chart, "-d", tmp_path).out for _ in range(2)]
    assert packed[0] == packed[1]
    archive = tmp_path / "spot-api-1.0.0.tgz"
    first = archive.read_bytes()
    assert offline("chart", "package", chart, "-d", tmp_path).code == 0 and archive.read_bytes() == first
    listed = subprocess.run(["tar", "tzf", archive], capture_output=True, text=True, check=True).stdout.split()
    assert "spot-api/templates/service.yaml" in listed
    digest = subprocess.run(
        "find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum", shell=True, cwd=chart, capture_output=True, text=True)
    assert packed[0].split()[1] == "sha256:" + digest.stdout.split()[0]

    edit(chart / "templates/service.yaml", "values.size.memory", "values.size.memroy")
    bad = offline("chart", "lint", chart)
    assert bad.code == 1
    assert re.search(r"spot-api/templates/service\.yaml:23:15: .*memroy .*did you mean memory", bad.err), bad.err
    assert offline("chart", "package", chart, "-d", tmp_path).code == 1


def test_a_vendored_chart_has_to_be_what_the_lock_says(offline, tmp_path):
    chart = tmp_path / "shop"
    (chart / "templates").mkdir(parents=True)
    (chart / "Chart.yaml").write_text(
        "apiVersion: neap/v1\nname: shop\nversion: 1.0.0\ndependencies:\n  - {name: logs, version: 1.0.0}\n")
    logs = chart / "charts/logs"
    (logs / "templates").mkdir(parents=True)
    (logs / "Chart.yaml").write_text("apiVersion: neap/v1\nname: logs\nversion: 1.0.0\n")
    template = logs / "templates/logs.yaml"
    template.write_text("apiVersion: neap/v1\nkind: LogGroup\nmetadata: {name: '${{ release.name }}'}\nspec: {retentionInDays: 7}\n")
    assert "not in Chart.lock" in offline("chart", "lint", chart).err
    assert offline("chart", "lock", chart).code == 0
    assert offline("chart", "lint", chart).code == 0
    template.write_text(template.read_text() + "# changed\n")
    assert "not what Chart.lock says" in offline("chart", "lint", chart).err
