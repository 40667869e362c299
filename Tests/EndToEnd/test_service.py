"""`neap run` as a service: several environments, health and metrics, log lines, signals, and a Git server that goes away."""
import http.server
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request

import pytest

import lab
from test_watch import Stillness, until

GIT_SERVER = lab.ROOT / "Tests/GitStoreTests/Fixtures/git_server.py"
SMALL = """apiVersion: neap/v1
kind: LogGroup
metadata: {{name: {name}}}
spec: {{logGroupName: /neap/{name}, retentionInDays: {days}}}
"""


def environment(name, extra="", account="123456789012", drift="correct"):
    return (f"apiVersion: neap/v1\nkind: Environment\nmetadata: {{name: {name}}}\nspec:\n  paths: [{name}]\n"
            f"  aws: {{region: eu-west-1, accountId: \"{account}\"}}\n  drift: {drift}\n  correctAfter: 0s\n"
            f"  interval: 10s\n  driftInterval: 10s\n{extra}")


@pytest.fixture
def forge(forge):
    """Two small environments of one repository."""
    for name, days in [("blue", 7), ("green", 14)]:
        forge.write(f"neap.{name}.yaml", environment(name))
        forge.write(f"{name}/logs.yaml", SMALL.format(name=name, days=days))
    forge.push("Two environments")
    return forge


class Service:
    """A running controller, its log and its address."""

    def __init__(self, neap, folder, *arguments, **environment):
        self.log = pathlib.Path(folder) / "controller.log"
        self.process = subprocess.Popen(
            [neap.executable, "run", *map(str, arguments), "--listen", "127.0.0.1:0"],
            env={**neap.environment, **environment}, stdout=subprocess.DEVNULL, stderr=open(self.log, "wb"),
            stdin=subprocess.DEVNULL, start_new_session=True)

    @property
    def text(self):
        return self.log.read_text()

    @property
    def address(self):
        return until(lambda: re.search(r"http://127\.0\.0\.1:\d+", self.text)).group()

    def get(self, path):
        """The status and the body of a page."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def metric(self, line):
        """The value of a series; None when there is none."""
        found = re.search(rf"^{re.escape(line)} (\S+)$", self.get("/metrics")[1], re.MULTILINE)
        return float(found.group(1)) if found else None

    def end(self, seconds=20):
        """Asks it to end; gives its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)


@pytest.fixture
def start(neap, tmp_path):
    """Starts controllers, and kills those that a test leaves running."""
    running = []

    def begin(*arguments, **environment):
        running.append(Service(neap, tmp_path, *arguments, **environment))
        return running[-1]

    yield begin
    for service in running:
        service.process.kill()
        service.process.wait(10)


def retention(aws, name):
    groups = aws.client("logs").describe_log_groups(logGroupNamePrefix=f"/neap/{name}")["logGroups"]
    return groups[0].get("retentionInDays") if groups else None


def test_every_environment_of_the_repository_is_looked_after_and_new_ones_are_found(aws, forge, start):
    service = start("--repo", forge.url)
    until(lambda: retention(aws, "blue") == 7 and retention(aws, "green") == 14)
    until(lambda: service.get("/readyz")[0] == 200)
    forge.write("neap.red.yaml", environment("red"))
    forge.write("red/logs.yaml", SMALL.format(name="red", days=30))
    forge.push("A third one")
    until(lambda: retention(aws, "red") == 30)
    os.remove(forge.clone / "neap.green.yaml")
    forge.push("Green is somebody else's from now on")
    until(lambda: "the environment has left the branch" in service.text)
    until(lambda: "green" not in service.get("/metrics")[1])
    assert retention(aws, "green") == 14, "what it made stays"
    assert service.end() == 0


def test_one_environments_failure_stops_no_other(aws, forge, start):
    forge.write("neap.blue.yaml", environment("blue", account="999999999999"))
    forge.push("An account that these credentials do not belong to")
    service = start("--repo", forge.url)
    until(lambda: retention(aws, "green") == 14)
    ready = until(lambda: (page := service.get("/readyz"))[0] == 200 and json.loads(page[1]))
    blue, green = ready["environments"]
    assert "999999999999" in blue["problem"] and "problem" not in green
    assert retention(aws, "blue") is None
    assert service.metric('neap_reconcile_errors_total{environment="blue"}') >= 1
    assert service.metric('neap_environment_ready{environment="green"}') == 1


@pytest.mark.parametrize("arguments", [[], ["-e", "blue"]], ids=["all", "one"])
def test_a_slip_of_the_pen_in_its_file_takes_no_environment_away(neap, aws, forge, start, arguments):
    service = start("--repo", forge.url, *arguments)
    ready = 'neap_environment_ready{environment="blue"}'
    until(lambda: service.metric(ready) == 1)
    forge.write("neap.blue.yaml", "a: [\n")
    forge.push("A slip of the pen")
    until(lambda: service.metric(ready) == 0)
    page = json.loads(service.get("/readyz")[1])
    blue = next(item for item in page["environments"] if item["name"] == "blue")
    assert blue["problem"].startswith("neap.blue.yaml:2:1: "), blue
    assert re.search(r"^\S+Z  error: .*neap\.blue\.yaml:2:1: ", service.text, re.M), service.text
    asked = neap("check", "--url", service.address)
    assert asked.code == 3 and re.search(r"^MISSING  blue: neap\.blue\.yaml:2:1: ", asked.out, re.M), asked.out
    aws.client("logs").put_retention_policy(logGroupName="/neap/blue", retentionInDays=90)
    until(lambda: retention(aws, "blue") == 7, seconds=45)
    forge.write("neap.blue.yaml", environment("blue"))
    forge.write("blue/logs.yaml", SMALL.format(name="blue", days=30))
    forge.push("Mended")
    until(lambda: retention(aws, "blue") == 30)
    until(lambda: service.metric(ready) == 1)
    assert "has left the branch" not in service.text
    assert service.end() == 0


def test_a_renamed_environment_ends_no_controller_that_ran_well(aws, forge, start):
    service = start("--repo", forge.url, "-e", "blue")
    until(lambda: service.metric('neap_environment_ready{environment="blue"}') == 1)
    forge.write("neap.blue.yaml", environment("bleu").replace("[bleu]", "[blue]"))
    forge.push("Another name")
    until(lambda: "no environment is named blue; there are: bleu, green" in service.text)
    time.sleep(1)
    assert service.process.poll() is None and retention(aws, "blue") == 7
    assert service.metric('neap_environment_ready{environment="blue"}') == 0
    assert service.end() == 0


def test_what_is_stalled_or_wrong_is_a_problem_and_a_line(neap, aws, forge, start):
    aws.client("logs").create_log_group(logGroupName="/neap/blue")
    forge.write("green/bad.yaml", SMALL.format(name="bad", days=13).replace("retentionInDays", "retentoin"))
    forge.push("Nothing that can be applied")
    service = start("--repo", forge.url, "--log-format", "json")
    until(lambda: all(service.metric(f'neap_environment_ready{{environment="{name}"}}') == 0 for name in ["blue", "green"]))
    asked = neap("check", "--url", service.address)
    assert asked.code == 3, asked.out
    assert re.search(r"^MISSING  blue: LogGroup/blue: ", asked.out, re.M), asked.out
    assert re.search(r"^MISSING  green: green/bad\.yaml:4:", asked.out, re.M), asked.out
    time.sleep(22)
    lines = [json.loads(line) for line in service.text.splitlines()]
    stalled = [line for line in lines if line.get("resource") == "LogGroup/blue" and line["level"] == "warning"]
    wrong = [line for line in lines if line["message"] == "manifests are wrong"]
    assert [line["environment"] for line in stalled] == ["blue"], "once, though more passes came"
    assert wrong and all((line["level"], line["environment"]) == ("error", "green") for line in wrong)
    assert service.metric('neap_last_success_timestamp_seconds{environment="blue"}') is None


def test_two_branches_of_one_repository_each_have_their_health_and_their_name(neap, aws, forge, start, tmp_path):
    settings = tmp_path / "controller.yaml"
    settings.write_text(
        f"log: {{format: json}}\nrepositories:\n  main: {{repo: '{forge.url}', environments: [blue]}}\n"
        f"  gone: {{repo: '{forge.url}', ref: refs/heads/none}}\n")
    service = start("--config", settings)
    until(lambda: service.metric('neap_environment_ready{environment="main/blue"}') == 1)
    asked = neap("check", "--url", service.address)
    assert asked.code == 3, asked.out
    assert re.search(r"^MISSING  repository: gone: .* refs/heads/none: .*has no refs/heads/none", asked.out, re.M), asked.out
    assert re.search(r"^OK       repository: main: ", asked.out, re.M), asked.out
    lines = [json.loads(line) for line in service.text.splitlines()]
    told = [line for line in lines if "commit" in line or "settled" in line["message"]]
    assert told and all(line["environment"] == "main/blue" for line in told), told
    ended = next(line for line in lines if line["message"] == "pass ended")
    assert isinstance(ended["open"], int) and ended["settled"] in (True, False)


def test_a_status_commit_that_git_did_not_take_is_offered_again_before_the_next_pass(aws, forge, start):
    forge.write("neap.blue.yaml", environment("blue").replace("driftInterval: 10s", "driftInterval: 1h"))
    forge.push("Rarely")
    lab.git("-C", forge.bare, "config", "http.receivepack", "true")
    hook = forge.bare / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    server = GitServer(forge)
    try:
        service = start("--repo", server.url, "-e", "blue")
        failed = 'neap_status_commits_total{environment="blue",result="failed"}'
        until(lambda: (service.metric(failed) or 0) > 1, seconds=45)
        assert service.text.count("status not written") == 1, service.text
        hook.unlink()
        until(lambda: forge.tip("neap/status/blue"), seconds=45)
        assert service.metric('neap_reconcile_total{environment="blue",result="success"}') == 1
    finally:
        server.stop()


def test_the_log_level_holds_for_lines_for_people(aws, forge, start):
    service = start("--repo", forge.url, "--log-level", "error")
    until(lambda: retention(aws, "blue") == 7 and retention(aws, "green") == 14)
    time.sleep(2)
    assert service.text == ""


@pytest.mark.only("local")
def test_a_lease_table_that_is_not_there_is_a_problem(neap, aws, forge, start):
    service = start("--repo", forge.url, "-e", "blue", "--lease-table", "leases", "--log-format", "json")
    until(lambda: "no lease can be had" in service.text)
    line = next(json.loads(line) for line in service.text.splitlines() if "no lease can be had" in line)
    assert (line["level"], line["environment"]) == ("error", "blue"), line
    until(lambda: service.metric('neap_lease_errors_total{environment="blue"}'))
    assert service.metric('neap_leader_election_master_status{environment="blue"}') == 0
    asked = neap("check", "--url", service.address)
    assert asked.code == 3 and "the lease table leases does not exist" in asked.out, asked.out
    aws.client("dynamodb").create_table(
        TableName="leases", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "environment", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "environment", "AttributeType": "S"}])
    until(lambda: service.metric('neap_environment_ready{environment="blue"}') == 1)
    assert neap("check", "--url", service.address).code == 0
    assert service.end() == 0


def test_the_file_the_variables_and_the_flags_in_their_order(neap, aws, forge, start, tmp_path):
    settings = tmp_path / "controller.yaml"
    settings.write_text(f"repo: {forge.url}\nref: refs/heads/none\nenvironments: [blue]\nlog: {{format: json}}\n")
    service = start("--config", settings, "--ref", lab.REF, NEAP_ENVIRONMENTS="green")
    until(lambda: retention(aws, "green") == 14)
    assert retention(aws, "blue") is None, "the variable goes before the file"
    assert json.loads(service.text.splitlines()[0])["level"]
    settings.write_text("repo: x\nlisen: 127.0.0.1:1\n")
    ended = neap("run", "--config", settings)
    assert ended.code == 64
    assert ended.err == f"neap: {settings}:2:1: lisen is no setting (did you mean listen?)\n"
    settings.write_text("repo: x\ngit: {token: abc}\n")
    ended = neap("run", "--config", settings)
    assert ended.code == 64 and "NEAP_GIT_TOKEN" in ended.err and "abc" not in ended.err


def test_the_only_environment_that_was_asked_for_does_not_exist(neap, forge):
    ended = neap("run", "--repo", forge.url, "-e", "purple", "--listen", "off")
    assert ended.code == 64
    assert "no environment is named purple; there are: blue, green" in ended.err


def test_json_logs_name_pass_commit_resource_and_request(aws, forge, start):
    commit = lab.git("-C", forge.clone, "rev-parse", "HEAD").strip()
    service = start("--repo", forge.url, "-e", "blue", "--log-format", "json")
    until(lambda: retention(aws, "blue") == 7)
    until(lambda: "pass ended" in service.text)
    lines = [json.loads(line) for line in service.text.splitlines()]
    writes = [line for line in lines if line["message"] == "aws write"]
    assert [line["operation"] for line in writes] == ["CreateLogGroup", "PutRetentionPolicy"]
    for line in writes:
        assert line["environment"] == "blue" and line["commit"] == commit and line["request_id"]
        assert line["resource"] == "LogGroup/blue" and re.fullmatch("[0-9a-f]{32}", line["pass"])
    assert len({line["pass"] for line in writes}) == 1


def test_metrics_count_calls_and_passes(aws, forge, start):
    service = start("--repo", forge.url, "-e", "blue")
    until(lambda: service.metric('neap_reconcile_total{environment="blue",result="success"}'))
    commit = lab.git("-C", forge.clone, "rev-parse", "HEAD").strip()
    assert service.metric('neap_aws_calls_total{operation="CreateLogGroup",result="ok",service="logs"}') == 1
    assert service.metric('neap_changes_total{environment="blue",operation="CreateLogGroup",result="done"}') == 1
    assert service.metric(f'neap_source_info{{commit="{commit}",environment="blue"}}') == 1
    assert service.metric('neap_resources{condition="Ready",environment="blue"}') == 1
    assert service.metric('neap_status_commits_total{environment="blue",result="written"}') >= 1
    assert service.metric('neap_git_operations_total{operation="fetch",result="ok"}') >= 1
    assert service.metric("process_open_fds") > 5
    assert service.get("/healthz") == (200, "ok\n")


@pytest.mark.parametrize("seed", range(6))
def test_sigterm_at_a_random_moment(neap, aws, reference, start, seed):
    """The first pass over the reference stack takes seconds: it is asked to end anywhere in it."""
    service = start("--repo", reference.url, "--ref", lab.REF)
    assert service.address
    dice = random.Random(seed)
    time.sleep(dice.random() * 6)
    service.process.send_signal(dice.choice([signal.SIGTERM, signal.SIGINT]))
    began = time.monotonic()
    assert service.process.wait(20) == 0, service.text
    print(f"gone after {time.monotonic() - began:.1f} s")
    mark = aws.mark()
    time.sleep(1)
    assert aws.calls(mark) == [], "nothing is asked of AWS any more"
    ended = neap.run_once(reference)
    assert ended.code == 0, ended.err
    names = [call["operation"] for call in aws.calls() if call["access"] == "write" and not call.get("error")]
    assert names.count("CreateCluster") == 1 and names.count("CreateService") == 2, "nothing is made twice"


class GitServer:
    """The repository over HTTP, at a port that stays the same."""

    def __init__(self, forge):
        self.forge, self.port = forge, 0
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            ["python3", GIT_SERVER, self.forge.bare.parent, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, env={**os.environ, "GIT_SERVER_PORT": str(self.port)})
        self.port = int(self.process.stdout.readline())

    def stop(self):
        self.process.kill()
        self.process.wait(10)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/{self.forge.bare.name}"


def test_what_git_last_said_goes_on_to_be_enforced_while_its_server_is_down(aws, forge, start):
    lab.git("-C", forge.bare, "config", "http.receivepack", "true")
    server = GitServer(forge)
    try:
        service = start("--repo", server.url, "-e", "blue")
        until(lambda: "settled" in forge.history("neap/status/blue") if forge.tip("neap/status/blue") else None)
        server.stop()
        until(lambda: service.metric('neap_source_age_seconds{environment="blue"}'))
        logs = aws.client("logs")
        logs.put_retention_policy(logGroupName="/neap/blue", retentionInDays=90)
        until(lambda: retention(aws, "blue") == 7, seconds=45)
        ready = json.loads(service.get("/readyz")[1])
        assert service.get("/readyz")[0] == 200
        assert ready["repositories"][0]["silentForSeconds"] > 0 and "problem" in ready["repositories"][0]
        assert "goes on to be enforced" in service.text
        forge.write("blue/logs.yaml", SMALL.format(name="blue", days=30))
        forge.push("Thirty days")
        server.start()
        until(lambda: retention(aws, "blue") == 30)
        until(lambda: service.metric('neap_source_age_seconds{environment="blue"}') == 0)
        assert "answers again" in service.text
        until(Stillness(lambda: forge.tip("neap/status/blue"), 3))
        assert forge.history("neap/status/blue").count("\n") <= 4, "the outage leaves no trail of commits"
        assert service.end() == 0
    finally:
        server.stop()


def test_status_of_what_ended_while_the_server_was_down_is_written_once_it_is_back(aws, forge, start):
    lab.git("-C", forge.bare, "config", "http.receivepack", "true")
    forge.write("neap.blue.yaml", environment("blue").replace("driftInterval: 10s", "driftInterval: 1h"))
    forge.push("Look at everything once an hour")
    server = GitServer(forge)
    aws.faults(errors=100, services=["logs"])
    try:
        service = start("--repo", server.url, "-e", "blue")
        until(lambda: forge.tip("neap/status/blue"))
        server.stop()
        aws.faults()
        until(lambda: retention(aws, "blue") == 7)
        until(lambda: service.metric('neap_environment_ready{environment="blue"}') == 1)
        time.sleep(25)
        assert "in sync" not in forge.history("neap/status/blue")
        server.start()
        until(lambda: "in sync" in forge.history("neap/status/blue"), seconds=45)
        assert service.end() == 0
    finally:
        aws.faults()
        server.stop()


def test_environments_share_one_clone(aws, forge, start, neap):
    service = start("--repo", forge.url)
    until(lambda: retention(aws, "blue") == 7 and retention(aws, "green") == 14)
    clones = list(pathlib.Path(neap.environment["XDG_CACHE_HOME"]).glob("neap/*/repository.git"))
    assert len(clones) == 1
    assert service.end() == 0


class Collector:
    """An OpenTelemetry collector: takes traces at a free port, and keeps them."""

    def __init__(self, status=200):
        collector, self.spans, self.headers = self, [], []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                collector.headers.append((self.path, dict(self.headers)))
                for resource in body["resourceSpans"]:
                    for scope in resource["scopeSpans"]:
                        collector.spans += scope["spans"]
                self.send_response(status)
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def named(self, name):
        return [span for span in list(self.spans) if span["name"] == name]


def test_a_trace_of_each_pass_goes_to_the_collector(aws, forge, start):
    collector = Collector()
    service = start(
        "--repo", forge.url, "-e", "blue", "--log-format", "json", "--traces-endpoint", collector.url,
        NEAP_TRACES_HEADERS="authorization=Bearer%20abc,x-team=infra")
    write = until(lambda: collector.named("logs.CreateLogGroup"))[0]
    spans = {span["spanId"]: span for span in collector.spans}
    step = spans[write["parentSpanId"]]
    turn = spans[step["parentSpanId"]]
    whole = until(lambda: {span["spanId"]: span for span in collector.spans}.get(turn["parentSpanId"]))
    assert [step["name"], turn["name"], whole["name"]] == ["step", "turn", "pass"] and "parentSpanId" not in whole
    said = lambda span: {item["key"]: item["value"].get("stringValue") for item in span["attributes"]}  # noqa: E731
    assert said(step)["neap.resource"] == "LogGroup/blue" and said(whole)["neap.environment"] == "blue"
    line = next(line for line in map(json.loads, service.text.splitlines()) if line.get("operation") == "CreateLogGroup")
    assert write["traceId"] == line["pass"] and said(write)["aws.request_id"] == line["request_id"]
    assert whole["startTimeUnixNano"] <= write["startTimeUnixNano"] <= write["endTimeUnixNano"] <= whole["endTimeUnixNano"]
    path, headers = collector.headers[0]
    assert (path, headers["authorization"], headers["x-team"]) == ("/v1/traces", "Bearer abc", "infra")
    assert "abc" not in service.text
    assert service.metric('neap_trace_spans_total{result="sent"}') > 3


def test_a_collector_that_refuses_holds_nothing_up(aws, forge, start):
    collector = Collector(status=503)
    service = start("--repo", forge.url, "-e", "blue", OTEL_EXPORTER_OTLP_ENDPOINT=collector.url + "/")
    until(lambda: retention(aws, "blue") == 7)
    until(lambda: service.metric('neap_trace_spans_total{result="failed"}'))
    assert service.text.count("traces can not be sent") == 1
    assert service.end() == 0


def test_a_collector_that_is_no_url_is_refused(neap, forge):
    ended = neap("run", "--repo", forge.url, "--traces-endpoint", "collector:4318")
    assert ended.code == 64 and ended.err.startswith("neap: --traces-endpoint is the URL of an OTLP/HTTP collector"), ended.err


def test_check_says_what_is_missing_to_run(neap, aws, forge):
    arguments = ["check", "--pre", "--repo", forge.url, "-e", "blue"]
    ended = neap(*arguments)
    assert ended.code == 0 and "MISSING" not in ended.out, ended.out
    assert re.search(r"^OK       Git: ", ended.out, re.M)


def test_check_tells_a_wrong_account_from_credentials_that_nobody_knows(neap, forge):
    forge.write("neap.blue.yaml", environment("blue", account="999999999999"))
    forge.push("Another account")
    ended = neap("check", "--pre", "--repo", forge.url, "-e", "blue")
    assert ended.code == 4, ended.out
    assert "belong to account 123456789012, not to 999999999999" in ended.out
    assert "fix: give credentials of the account that spec.aws.accountId states" in ended.out


@pytest.mark.only("local")
def test_check_looks_at_the_lease_table_and_the_event_queue(neap, aws, forge):
    queue = "https://sqs.eu-west-1.amazonaws.com/123456789012/events"
    arguments = ["check", "--pre", "--repo", forge.url, "-e", "blue", "--lease-table", "leases", "--queue-url", queue]
    ended = neap(*arguments)
    assert ended.code != 0
    assert re.search(r"^MISSING  lease table: the lease table leases does not exist", ended.out, re.M), ended.out
    assert re.search(r"^MISSING  event queue: .*\n         fix: name a queue that is there", ended.out, re.M), ended.out
    aws.client("dynamodb").create_table(
        TableName="leases", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "environment", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "environment", "AttributeType": "S"}])
    aws.client("sqs").create_queue(QueueName="events")
    ended = neap(*arguments)
    assert ended.code == 0, ended.out
    assert re.search(r"^OK       lease table: leases can be read; 0 environments have a lease in it$", ended.out, re.M)
    assert re.search(r"^OK       event queue: .* 0 messages wait in it$", ended.out, re.M)
