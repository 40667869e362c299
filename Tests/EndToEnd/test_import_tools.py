"""`neap import --compose` and `--copilot`: what other tools' files describe is validated, planned and applied."""
import re

import lab
import pytest

ACCOUNT = "123456789012"
SECRET = "Tr0ub4dor-and-3-horses"
COMPOSE = f"""
name: shop
services:
  web:
    image: example.com/shop/web:${{TAG:-1.0.0}}
    build: ./web
    ports: ["80:3000"]
    environment: {{MODE: production, API_TOKEN: {SECRET}}}
    env_file: web.env
    healthcheck: {{test: "curl -f http://localhost:3000/healthz", interval: 10s}}
    depends_on: {{db: {{condition: service_healthy}}, migrate: {{condition: service_completed_successfully}}}}
    deploy: {{replicas: 2, resources: {{limits: {{memory: 256M}}}}, update_config: {{order: start-first}}}}
    volumes: ["./src:/app", "uploads:/uploads"]
    networks: [front]
  db:
    image: postgres:17
    ports: ["5432:5432"]
    deploy: {{resources: {{limits: {{memory: 256M}}}}}}
  migrate: {{image: "example.com/shop/web:1.0.0", command: migrate, mem_limit: 128m}}
networks: {{front: {{}}}}
volumes: {{uploads: {{}}}}
"""
# The migration ends by itself.
MIGRATION = """
apiVersion: neap/v1
kind: Scenario
metadata: {name: migration}
spec: {region: eu-west-1, images: [{image: "example.com/shop/web:1.0.0", crashesAfter: 20s, exitCode: 0}]}
"""
FRONTEND = f"""
name: frontend
type: Load Balanced Web Service
image: {{build: ./Dockerfile, port: 8080}}
http: {{path: /, healthcheck: {{path: /_ok, interval: 15s}}}}
cpu: 256
memory: 512
count: {{range: 2-4, cpu_percentage: 70, requests: 500}}
exec: true
variables: {{LOG_LEVEL: info, API_TOKEN: {SECRET}}}
secrets: {{GITHUB: /github/token}}
network: {{connect: true, vpc: {{placement: private}}}}
publish: {{topics: [{{name: orders}}]}}
environments: {{prod: {{count: {{range: 2-6}}}}, test: {{count: 1}}}}
"""
REPORT = """
name: report
type: Scheduled Job
on: {schedule: "@daily"}
image: {location: "example.com/report:1"}
cpu: 256
memory: 512
"""


def tagged(aws, name, groups):
    """The network of the tests, under the names that an import takes for granted."""
    ec2 = aws.client("ec2")
    vpc = ec2.describe_vpcs(Filters=[{"Name": "tag:Name", "Values": ["demo"]}])["Vpcs"][0]["VpcId"]
    ec2.create_tags(Resources=[vpc], Tags=[{"Key": "Name", "Value": name}])
    for group in groups:
        made = ec2.create_security_group(GroupName=group, Description=group, VpcId=vpc)["GroupId"]
        ec2.create_tags(Resources=[made], Tags=[{"Key": "Name", "Value": group}])
    return vpc


def imported(offline, folder, *options):
    ended = offline(
        "import", *options, "--out", folder, "--region", "eu-west-1", "--account", ACCOUNT, "--owner", "github.com/example/infra")
    assert ended.code == 0, ended.err
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert SECRET not in ended.out + ended.err + "".join(path.read_text() for path in written)
    assert offline("validate", folder).code == 0
    linted = offline("lint", folder)
    assert "error" not in linted.out, linted.out
    return ended


def applied(neap, aws, forge, folder, environment, waiting=()):
    """Plans and applies it; gives what is written, and holds the next plan to name nothing but what is still waiting."""
    forge.fill(folder)
    forge.push("imported")
    planned = neap("plan", forge.clone, "-e", environment, "--no-forecast", "--detailed-exitcode")
    assert planned.code == 2, planned.out + planned.err
    mark = aws.mark()
    ended = neap.run_once(forge, "-e", environment)
    assert ended.code == 0, ended.err
    writes = aws.writes(mark)
    aws.settle()
    assert neap.run_once(forge, "-e", environment).code == 0
    mark = aws.mark()
    again = neap("plan", forge.clone, "-e", environment, "--no-forecast", "--detailed-exitcode")
    changed = re.findall(r"^\s*[~+-]\S* (\S+/\S+)", again.out, re.M)
    assert (set(changed) <= set(waiting), aws.writes(mark)) == (True, []), again.out
    return writes


@pytest.fixture
def compose(tmp_path):
    path = tmp_path / "shop/docker-compose.yml"
    path.parent.mkdir()
    path.write_text(COMPOSE)
    return path


@pytest.fixture
def copilot(tmp_path):
    folder = tmp_path / "copilot"
    for name, text in {"frontend": FRONTEND, "report": REPORT}.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "manifest.yml").write_text(text)
    (folder / ".workspace").write_text("application: shop\n")
    for name in ("prod", "test"):
        (folder / "environments" / name).mkdir(parents=True)
        (folder / "environments" / name / "manifest.yml").write_text(f"name: {name}\ntype: Environment\n")
    return folder


def test_a_compose_file_is_imported_planned_and_applied_in_its_order(offline, neap, aws, forge, compose, tmp_path):
    ended = imported(offline, tmp_path / "new", "--compose", compose, "--variable", "TAG=2.0.0")
    report = (tmp_path / "new/production/IMPORT.md").read_text()
    for place, member in [("6", "services.web.build"), ("9", "services.web.env_file"), ("13", "services.web.volumes[0]"),
                          ("17", "services.db.ports[0]")]:
        line = next((line for line in report.splitlines() if f"**{member}**" in line), "")
        assert f"docker-compose.yml:{place}`" in line, report
        assert f"docker-compose.yml:{place}: {member}: " in ended.err
    tagged(aws, "shop", ["shop-tasks", "shop-alb"])
    forge.fill(tmp_path / "new")
    forge.push("imported")
    planned = neap("plan", forge.clone, "--no-forecast", "--detailed-exitcode")
    assert planned.code == 2 and "+ Service/web" in planned.out, planned.out + planned.err

    aws.post("/_neap/scenario?region=eu-west-1", MIGRATION.encode())
    # Turn by turn: `db` is there before the migration runs, and the migration has ended before `web` is made.
    mark = aws.mark()
    for _ in range(8):
        ended = neap.run_once(forge)
        assert ended.code == 0, ended.out + ended.err
        aws.settle()
        planned = neap("plan", forge.clone, "--no-forecast", "--detailed-exitcode")
        if planned.code == 0:
            break
    assert planned.code == 0, planned.out + planned.err
    writes = aws.writes(mark)
    first, task, second = (writes.index("CreateService"), writes.index("RunTask"),
                           len(writes) - 1 - writes[::-1].index("CreateService"))
    assert first < task < second and writes.count("CreateService") == 2 and writes.count("RunTask") == 1, writes
    services = aws.client("ecs").describe_services(cluster="shop", services=["web", "db"])["services"]
    assert {service["serviceName"]: service["runningCount"] for service in services} == {"web": 2, "db": 1}


def test_variables_are_given_on_the_command_line(offline, compose, tmp_path):
    imported(offline, tmp_path / "new", "--compose", compose, "--variable", "TAG=2.0.0", "--on", "fargate")
    definition = (tmp_path / "new/production/web/task-definition.yaml").read_text()
    assert "web:2.0.0" in definition and "networkMode: awsvpc" in definition
    assert "launchType: FARGATE" in (tmp_path / "new/production/web/service.yaml").read_text()


def test_copilots_environments_are_applied_one_by_one(offline, neap, aws, forge, copilot, tmp_path):
    ended = offline("import", "--copilot", copilot, "--out", tmp_path / "new", "--region", "eu-west-1")
    assert ended.code == 64 and "prod, test" in ended.err
    ended = imported(offline, tmp_path / "new", "--copilot", copilot, "-e", "prod")
    for member in ("image.build", "publish", "environments.test", "variables.API_TOKEN", "on"):
        assert f": {member}: " in ended.err, ended.err
    service = (tmp_path / "new/prod/frontend/service.yaml").read_text()
    assert "maxCapacity: 6" in service and "launchType: FARGATE" in service
    prefix = "copilot-shop-prod"
    vpc = tagged(aws, prefix, [f"{prefix}-env", f"{prefix}-lb-http"])
    ec2 = aws.client("ec2")
    subnets = ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["Subnets"]
    for tier, tag in (("public", "pub"), ("private", "priv")):
        chosen = [one for one in subnets if {"Key": "Tier", "Value": tier} in one["Tags"]]
        for number, subnet in enumerate(sorted(chosen, key=lambda one: one["AvailabilityZone"])[:2]):
            ec2.create_tags(Resources=[subnet["SubnetId"]], Tags=[{"Key": "Name", "Value": f"{prefix}-{tag}{number}"}])
    writes = applied(neap, aws, forge, tmp_path / "new", "prod")
    assert writes.count("CreateService") == 1 and writes.count("CreateRule") == 1 and "PutScalingPolicy" in writes
    imported_again = offline(
        "import", "--copilot", copilot, "-e", "test", "--out", tmp_path / "new", "--region", "eu-west-1", "--account", ACCOUNT)
    assert imported_again.code == 0, imported_again.err
    assert "neap.test.yaml" in imported_again.out.splitlines()
    assert offline("validate", tmp_path / "new", "-e", "test").code == 0


def test_what_is_neither_is_refused(offline, tmp_path):
    (tmp_path / "a.yml").write_text("a: 1")
    ended = offline("import", "--compose", tmp_path / "a.yml", "--out", tmp_path / "new", "--region", "eu-west-1")
    assert ended.code == 1 and "has no services" in ended.err
    ended = offline("import", "--copilot", tmp_path, "-e", "prod", "--out", tmp_path / "new", "--region", "eu-west-1")
    assert ended.code == 1 and ".workspace" in ended.err
    ended = offline("import", "--compose", tmp_path / "a.yml", "--copilot", tmp_path)
    assert ended.code == 64
    assert offline("import", "--cluster", "x", "--on", "fargate").code == 64
    assert not (tmp_path / "new").exists()


def test_a_releases_value_is_set_and_planned(offline, tmp_path):
    forge = lab.Forge(tmp_path)
    forge.fill(lab.ROOT / "manifests/promotion")
    path = forge.clone / "production/shop.yaml"
    before = path.read_text()
    old = next(word for line in before.splitlines() if "image:" in line for word in line.replace('"', " ").split() if "api:" in word)
    new = old.rsplit(":", 1)[0] + ":1.9.0"
    ended = offline("set", "image", "Service/shop-production", new, "-e", "production", "--path", forge.clone)
    assert ended.code == 0, ended.err
    assert "values.image: " in ended.out and path.read_text() == before.replace(old, new)


def test_a_service_without_ports_is_reached_by_its_name_and_stops_before_its_successor(offline, tmp_path):
    path = tmp_path / "docker-compose.yml"
    path.write_text("""
name: my-shop
services:
  web: {image: "example.com/web:1", ports: ["80:3000"], environment: {CACHE_URL: "redis://cache:6379/0"}, pid: host}
  cache: {image: "redis:7", volumes: ["data:/data"]}
volumes: {data: {}}
""")
    ended = imported(offline, tmp_path / "new", "--compose", path)
    service = (tmp_path / "new/production/cache/service.yaml").read_text()
    assert "{port: 6379, dnsName: cache}" in service
    assert "minimumHealthyPercent: 0\n" in service and "maximumPercent: 100\n" in service
    assert ": services.cache: port 6379 is assumed for redis; " in ended.err
    assert ": services.cache.volumes: is written to" in ended.err and "does not allow" not in ended.err
    assert "namespace: my.shop" in (tmp_path / "new/production/cluster.yaml").read_text()


def test_a_template_that_stands_for_a_reference_is_left_out_and_its_manifest_waits(offline, tmp_path):
    (tmp_path / "ecspresso.yml").write_text(
        "region: eu-west-1\ncluster: main\nservice: web\nservice_definition: service.json\ntask_definition: task.json\n")
    (tmp_path / "task.json").write_text(
        '{"family": "web", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512", '
        '"containerDefinitions": [{"name": "web", "image": "web:1"}]}')
    (tmp_path / "service.json").write_text(
        '{"launchType": "FARGATE", "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-1"], '
        '"securityGroups": ["{{ tfstate `aws_security_group.app.id` }}"]}}}')
    ended = offline("import", "--ecspresso", tmp_path / "ecspresso.yml", "--out", tmp_path / "new")
    assert ended.code == 0, ended.err
    assert "service.json: /networkConfiguration/awsvpcConfiguration/securityGroups/0: {{ tfstate " in ended.err
    service = (tmp_path / "new/production/web/service.yaml").read_text()
    assert "suspend: true" in service and "subnets: [subnet-1]" in service and "write sg-…" in ended.err
    assert offline("validate", tmp_path / "new").code == 0


def test_a_misspelled_environment_of_copilot_is_told(offline, copilot, tmp_path):
    ended = imported(offline, tmp_path / "new", "--copilot", copilot, "-e", "staging")
    assert "environments: none that has a manifest is called staging" in ended.err and "there are prod, test" in ended.err


def test_a_folder_that_is_a_file_is_one_readable_line(offline, compose, tmp_path):
    (tmp_path / "file").write_text("")
    ended = offline("import", "--compose", compose, "--out", tmp_path / "file", "--region", "eu-west-1")
    assert ended.code == 1 and "can not be written: " in ended.err and "Domain" not in ended.err
