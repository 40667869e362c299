"""The command line's promises: exit codes, streams, colour, counts."""
import http.server
import json
import re
import threading

import pytest

import lab

ANSI = re.compile(r"\x1b")
ADMIN = "deploymentConfiguration: {minimumHealthyPercent: 100, maximumPercent: 200}"


def test_0_when_there_is_nothing_to_do(neap, applied):
    ended = neap("plan", applied.clone, "--detailed-exitcode")
    assert ended.code == 0, ended.err
    head = lab.git("-C", applied.clone, "rev-parse", "--short=7", "HEAD").strip()
    assert re.search(rf"^production: in sync with {head}, \d+ resources \(\d+ AWS calls\)\.$", ended.out, re.MULTILINE)


def test_2_only_when_asked_for(neap, aws, reference):
    mark = aws.mark()
    assert neap("plan", reference.clone).code == 0
    assert neap("plan", reference.clone, "--detailed-exitcode").code == 2
    assert aws.writes(mark) == [], "a plan writes nothing"
    assert reference.tip() is None


def test_the_plan_of_the_whole_stack(neap, reference):
    ended = neap("plan", reference.clone)
    assert ended.code == 0, ended.err
    for line in ["+ Cluster/demo-api", "+ Service/api", "+ AutoScalingGroup/spot", "+ LoadBalancer/demo-api"]:
        assert line in ended.out
    assert re.search(r"^Plan: \d+ to add, 0 to change, 0 to replace, 0 to delete", ended.out, re.MULTILINE)
    assert "(known after apply)" in ended.out


def test_the_plan_of_an_image_change(neap, applied):
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")
    ended = neap("plan", applied.clone)
    assert ended.code == 0, ended.err
    assert "~ TaskDefinition/api" in ended.out and "~ Service/api" in ended.out
    assert re.search(r"image\s+\S*api:1\.7\.4 -> \S*api:1\.8\.0\s+rolls tasks", ended.out)
    assert "owned by ScalingPolicy/api" in ended.out
    assert re.search(r"^Plan: 0 to add, 2 to change", ended.out, re.MULTILINE)


def test_6_when_a_change_would_replace(neap, aws, applied):
    applied.edit("production/load-balancer.yaml", "  targetType: instance\n", "  targetType: ip\n")
    applied.push("A target group can not change its type")
    ended = neap("plan", applied.clone)
    assert ended.code == 6, ended.err
    assert "refuse" in ended.out and "TargetGroup/api" in ended.out
    mark = aws.mark()
    neap.run_once(applied)
    assert aws.writes(mark) == []


def test_6_when_a_rollout_could_never_move(neap, aws, applied):
    applied.edit("production/admin/admin.yaml", ADMIN, ADMIN.replace("100, max", "50, max").replace("200", "150"))
    applied.edit("production/admin/task-definition.json", "admin:0.9.1", "admin:0.9.2")
    applied.push("A rollout that can never move")
    ended = neap("plan", applied.clone)
    assert ended.code == 6, ended.err
    text = ended.out + ended.err
    assert "rollout-deadlock" in text and "production/admin/admin.yaml" in text
    assert "ceil(1 x 50 %) = 1" in text and "floor(1 x 150 %) = 1" in text
    mark = aws.mark()
    neap.run_once(applied)
    assert "UpdateService" not in aws.writes(mark)


@pytest.mark.parametrize("arguments", [["frobnicate"], ["plan", "--no-such-option"], ["run", "--once"], ["plan", "-o", "xml"]])
def test_64_for_usage(offline, arguments):
    ended = offline(*arguments)
    assert ended.code == 64, ended
    assert ended.out == ""


def test_what_is_no_repository_is_told_with_the_way_out(offline, tmp_path):
    (tmp_path / "plain").mkdir()
    ended = offline("plan", tmp_path / "plain")
    assert ended.code == 1 and "run `git init` there" in ended.err, ended.err
    ended = offline("plan", "--repo", "/nonexistent.git")
    assert ended.code == 1 and "there is no repository at /nonexistent.git" in ended.err, ended.err
    ended = offline("plan", "--repo", "http://example.com/infra.git")
    assert ended.code == 1 and "--allow-plain-http" in ended.err, ended.err


@pytest.mark.parametrize("verb", [["plan"], ["status"], ["logs", "api"], ["apply", "--yes"], ["wait"]])
def test_64_for_path_beside_repo(offline, tmp_path, verb):
    ended = offline(*verb, tmp_path, "--repo", "/nonexistent.git")
    assert ended.code == 64 and "PATH" in ended.err, ended.err


def test_4_when_aws_refuses_the_credentials(neap, aws, reference):
    mark = aws.mark()
    for ended in [
            neap("plan", reference.clone, AWS_ACCESS_KEY_ID="AKIAREFUSED"),
            neap.run_once(reference, AWS_ACCESS_KEY_ID="AKIAREFUSED")]:
        assert ended.code == 4, ended.err
    assert aws.writes(mark) == []


def test_4_when_git_refuses_the_credentials(neap, aws):
    class Refusing(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="git"')
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Refusing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        url = f"http://127.0.0.1:{server.server_port}/infra.git"
        ended = neap("run", "--repo", url, "--ref", lab.REF, "--once")
    finally:
        server.shutdown()
        server.server_close()
    assert ended.code == 4, ended.err


def test_1_when_the_repository_is_not_there(neap, tmp_path):
    ended = neap("run", "--repo", f"file://{tmp_path}/nowhere.git", "--ref", lab.REF, "--once")
    assert ended.code == 1, ended.err
    assert ended.out == ""


def test_1_when_aws_is_not_there(tmp_path, offline, reference):
    ended = offline.run_once(reference, AWS_MAX_ATTEMPTS="1")
    assert ended.code == 1, ended.err


def test_no_colour_when_piped(neap, reference):
    commands = [["validate", reference.clone], ["plan", reference.clone], ["--help"], ["plan", "--no-such-option"]]
    endings = [neap(*command) for command in commands] + [neap.run_once(reference), neap("plan", reference.clone)]
    for ended in endings:
        assert ended.out + ended.err
        assert not ANSI.search(ended.out + ended.err)


def test_validate_needs_no_aws(offline, reference):
    ended = offline("validate", reference.clone)
    assert ended.code == 0, ended.err
    assert "production" in ended.out


def test_json_on_stdout_is_json_and_nothing_else(neap, reference):
    ended = neap("plan", reference.clone, "-o", "json", "--verbose")
    assert ended.code == 0, ended.err
    plan = json.loads(ended.out)
    assert plan["schema"].startswith("neap/plan/v1")
    assert len(plan["steps"]) > 15
    assert "CreateService" in [step["operation"] for step in plan["steps"]]


def test_nothing_but_data_on_stdout(neap, reference):
    ended = neap("plan", reference.clone, "--verbose")
    assert "AWS calls:" not in ended.out
    assert "AWS calls:" in ended.err, "what is no data stands on standard error"


def test_verbose_counts_every_aws_call(neap, aws, reference):
    for _ in range(2):
        mark = aws.mark()
        ended = neap.run_once(reference, "--verbose")
        assert ended.code == 0, ended.err
        counts = re.findall(r"AWS calls: (\d+) \((\d+) reads, (\d+) writes\)", ended.err)
        assert counts, ended.err
        seen, written = aws.calls(mark), aws.writes(mark)
        assert tuple(map(int, counts[-1])) == (len(seen), len(seen) - len(written), len(written))


def test_the_call_count_of_a_plan_is_true(neap, aws, applied):
    mark = aws.mark()
    ended = neap("plan", applied.clone)
    counted = int(re.search(r"\((\d+) AWS calls\)", ended.out).group(1))
    assert counted == len(aws.calls(mark))


def test_a_turn_without_change_reads_little(neap, aws, applied):
    mark = aws.mark()
    neap.run_once(applied)
    assert 0 < len(aws.calls(mark)) <= 60


def test_a_plan_is_what_a_turn_then_does(neap, aws, reference):
    plan = json.loads(neap("plan", reference.clone, "-o", "json").out)
    planned = [step["operation"] for step in plan["steps"]]
    mark = aws.mark()
    assert neap.run_once(reference).code == 0
    assert sorted(aws.writes(mark)) == sorted(planned)
