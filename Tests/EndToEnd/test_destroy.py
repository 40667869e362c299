"""`neap destroy`: everything goes, in an order that ends, whatever dies meanwhile."""
import contextlib
import http.client
import http.server
import os
import pty
import random
import select
import signal
import subprocess
import sys
import threading
import time

import pytest

import lab
from departures import left, source, status

WORDS = ["destroy", "--environment", "production", "--confirm", "production"]
# Of the writes of a teardown, one in eight is a place to be killed at; `NEAP_KILL_POINTS=all` is every one, `9-16` some.
SHARE, SEED, POINTS = 8, 7, os.environ.get("NEAP_KILL_POINTS")


@pytest.fixture(autouse=True)
def hurried(aws):
    """Draining takes minutes of AWS's time."""
    if hasattr(aws, "clock"):
        aws.clock(speed=120)
    yield
    if hasattr(aws, "clock"):
        aws.clock(speed=30)


def destroyed(forge, aws):
    assert left(aws) == {}
    told = status(forge)
    assert told["resources"]["total"] == 0 and told["orphans"] == []
    assert not any(path.startswith("resources/") for path in forge.files())
    assert "production: destroyed" in forge.history(form="%s").splitlines()[0]


@pytest.fixture
def unprotected(neap, aws, applied, shelf):
    """The reference stack with a load balancer that may go."""
    kept = shelf / "unprotected"
    if kept.exists():
        put_back(aws, applied, kept)
        return applied
    applied.edit("production/load-balancer.yaml", "deletion_protection.enabled: true", "deletion_protection.enabled: false")
    applied.push("The load balancer may go")
    ended = neap.run_once(applied)
    assert ended.code == 0, ended.err
    if aws.save(kept.name):
        applied.save(kept)
    return applied


def put_back(aws, forge, kept):
    aws.restore(kept.name)
    forge.restore(kept)
    aws.clock(speed=120)


def test_it_asks_for_the_environments_name(neap, aws, applied):
    mark = aws.mark()
    for words in (["destroy"], WORDS[:3], [*WORDS[:3], "--confirm", "staging"]):
        assert neap(*words, *source(applied)).code == 64, words
    assert aws.writes(mark) == []


def test_the_name_that_confirms_says_which_environment_and_the_deadline_is_a_duration(neap, aws, applied):
    mark = aws.mark()
    wrong = neap("destroy", "--confirm", "staging", *source(applied))
    assert wrong.code == 64 and "staging" in wrong.err and aws.writes(mark) == [], wrong.err
    ended = neap("destroy", "--confirm", "production", "--timeout", "0s", *source(applied))
    assert ended.code != 64 and "production  " in ended.out, ended.err


def typing(neap, text, *arguments, timeout=120):
    """Runs it on a terminal at which somebody types a line once asked; gives the exit code and what the terminal showed."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [neap.executable, *arguments], env=neap.environment, stdin=slave, stdout=subprocess.DEVNULL, stderr=slave,
        start_new_session=True)
    os.close(slave)
    shown, typed, deadline = b"", False, time.monotonic() + timeout
    with contextlib.suppress(OSError):
        while time.monotonic() < deadline:
            if select.select([master], [], [], 0.2)[0]:
                shown += os.read(master, 4096)
            elif process.poll() is not None:
                break
            if not typed and b"environment's name: " in shown:
                os.write(master, text.encode() + b"\n")
                typed = True
    os.close(master)
    return process.wait(timeout), shown.decode()


def test_on_a_terminal_the_name_is_typed(neap, aws, unprotected):
    mark = aws.mark()
    code, shown = typing(neap, "staging", *WORDS[:3], *source(unprotected))
    assert (code, aws.writes(mark)) == (6, []), shown
    assert "Everything above is deleted for good" in shown and "that was not the environment's name" in shown
    code, shown = typing(neap, "", *WORDS[:3], *source(unprotected))
    assert (code, aws.writes(mark)) == (6, []), shown
    code, shown = typing(neap, "production", *WORDS[:3], *source(unprotected))
    assert code == 0, shown
    destroyed(unprotected, aws)


def test_the_reference_stack_goes_and_the_status_branch_says_so(neap, aws, unprotected):
    groups = aws.client("autoscaling")
    ids = [one["InstanceId"] for one in groups.describe_auto_scaling_groups()["AutoScalingGroups"][0]["Instances"]]
    groups.set_instance_protection(AutoScalingGroupName="spot", InstanceIds=ids, ProtectedFromScaleIn=True)
    mark = aws.mark()
    ended = neap(*WORDS, *source(unprotected), timeout=300)
    assert ended.code == 0, ended.out + ended.err
    writes = aws.writes(mark)
    order = [writes.index(name) for name in (
        "DeleteService", "UpdateAutoScalingGroup", "PutClusterCapacityProviders", "DeleteCapacityProvider",
        "DeleteAutoScalingGroup", "DeleteLaunchTemplate")]
    assert order == sorted(order), writes
    destroyed(unprotected, aws)
    mark = aws.mark()
    again = neap(*WORDS, *source(unprotected))
    assert (again.code, aws.writes(mark)) == (0, []), again.err


def test_what_is_said_to_stay_stays(neap, aws, unprotected):
    unprotected.edit(
        "production/admin/log-group.json", '"retentionInDays": 14}',
        '"retentionInDays": 14}, "policy": {"deletionPolicy": "retain"}')
    unprotected.push("The admin's log stays, said just now")
    ended = neap(*WORDS, *source(unprotected), timeout=300)
    assert ended.code == 0, ended.out + ended.err
    assert left(aws) == {"logs": ["/ecs/demo-api/admin"]}
    assert "1 kept" in ended.out and status(unprotected)["orphans"][0]["reason"] == "Retained"


def test_what_aws_protects_stays_and_is_named(neap, aws, applied):
    ended = neap(*WORDS, *source(applied), timeout=300)
    assert ended.code == 6, ended.out + ended.err
    assert "deletion_protection.enabled is true" in ended.err and "1 left" in ended.out
    assert left(aws)["balancers"] == ["demo-api"]


def test_a_refresh_that_runs_is_stopped_first(neap, aws, unprotected):
    unprotected.edit(
        "production/capacity.yaml", "{httpTokens: required, httpPutResponseHopLimit: 2}",
        "{httpTokens: required, httpPutResponseHopLimit: 1}")
    unprotected.edit("production/capacity.yaml", "    autoRollback: true", "    autoRollback: true\n    bakeTime: 86400")
    unprotected.push("The instances' metadata is nearer")
    mark = aws.mark()
    assert neap.run_once(unprotected).code == 0
    assert "StartInstanceRefresh" in aws.writes(mark)
    mark = aws.mark()
    ended = neap(*WORDS, *source(unprotected), timeout=300)
    assert ended.code == 0, ended.out + ended.err
    writes = aws.writes(mark)
    assert writes.index("CancelInstanceRefresh") < writes.index("UpdateAutoScalingGroup"), writes
    destroyed(unprotected, aws)


def test_instances_that_nobody_drains_any_more_are_let_go(neap, aws, unprotected):
    aws.clock(speed=1)
    ecs, groups = aws.client("ecs"), aws.client("autoscaling")
    instances = ecs.describe_container_instances(
        cluster="demo-api", containerInstances=ecs.list_container_instances(cluster="demo-api")["containerInstanceArns"])
    busy = next(one for one in instances["containerInstances"] if one["runningTasksCount"])
    groups.terminate_instance_in_auto_scaling_group(
        InstanceId=busy["ec2InstanceId"], ShouldDecrementDesiredCapacity=False)
    # While ECS drains it, somebody takes it out of the cluster by hand: nobody completes its hook any more.
    aws.clock(advance="1s")
    ecs.deregister_container_instance(
        cluster="demo-api", containerInstance=busy["containerInstanceArn"], force=True)
    states = {one["InstanceId"]: one["LifecycleState"] for one in
              groups.describe_auto_scaling_groups()["AutoScalingGroups"][0]["Instances"]}
    assert states[busy["ec2InstanceId"]] == "Terminating:Wait"
    # Slow enough that the hook's own hour is not over first.
    aws.clock(speed=15)
    mark = aws.mark()
    ended = neap(*WORDS, *source(unprotected), timeout=400)
    assert ended.code == 0, ended.out + ended.err
    assert aws.writes(mark).count("CompleteLifecycleAction") == 1, aws.writes(mark)
    destroyed(unprotected, aws)


class Relays(http.server.ThreadingHTTPServer):
    def handle_error(self, request, address):
        """Whose client was killed has nobody to answer; anything else is shown."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, address)


class Cut:
    """A way to AWS that one write at a time goes through, and at whose `at`th write somebody is killed: AWS has acted, and
    nobody learns of it."""

    def __init__(self, aws):
        self.aws, self.process, self.at, self.count = aws, None, None, 0
        self.lock, self.mark = threading.Lock(), aws.mark()
        self.server = Relays(("127.0.0.1", 0), self.handler())
        self.endpoint = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def handler(cut):
        class Relay(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def relay(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                with cut.lock:
                    answer = cut.forward(self.command, self.path, self.headers, body)
                    if not cut.lives():
                        self.close_connection = True
                        return
                self.wfile.write(answer)

            do_GET = do_POST = do_PUT = relay

            def log_message(self, *_):
                pass

        return Relay

    def forward(self, method, path, headers, body):
        connection = http.client.HTTPConnection(self.aws.endpoint.removeprefix("http://"))
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        reply = connection.getresponse()
        content = reply.read()
        kept = [(name, value) for name, value in reply.getheaders()
                if name.lower() not in ("transfer-encoding", "content-length", "connection")]
        lines = [f"HTTP/1.1 {reply.status} {reply.reason}", *(f"{name}: {value}" for name, value in kept),
                 f"Content-Length: {len(content)}", "", ""]
        connection.close()
        return "\r\n".join(lines).encode() + content

    def lives(self):
        """Counts the writes so far; False once it was the one to be killed at."""
        self.count += len(self.aws.writes(self.mark))
        self.mark = self.aws.mark()
        if self.at is None or self.count < self.at:
            return True
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        return False

    def close(self):
        self.server.shutdown()
        self.server.server_close()


# How many writes a teardown may make more or fewer than another: instances end by themselves while they are unprotected.
SLACK = 2


def cut_at(aws, forge, program, folder, point, total=None):
    """Runs `neap destroy` until its write number `point`, at which it dies; how many writes AWS saw."""
    with contextlib.closing(Cut(aws)) as cut:
        neap = lab.Neap(folder, cut.endpoint, program)
        with cut.lock:
            cut.at, cut.process = point, neap.start(*WORDS, *source(forge))
        code = cut.process.wait(180)
    # Near the end it may have been done before.
    wanted = (0,) if point is None else (-signal.SIGKILL, 0) if point > total - SLACK else (-signal.SIGKILL,)
    assert code in wanted, f"write {point} of {total}: ended with {code}"
    return cut.count


def points(total):
    """At which of so many writes to be killed."""
    every = range(1, total + 1)
    if POINTS and POINTS != "all":
        first, last = map(int, POINTS.split("-"))
        return range(first, min(last, total) + 1)
    return every if POINTS == "all" else sorted(random.Random(SEED).sample(every, total // SHARE))


@pytest.mark.only("local")
def test_killed_at_any_write_and_run_again_it_ends_empty(neap, aws, unprotected, program, tmp_path, shelf):
    kept = shelf / "unprotected"
    total = cut_at(aws, unprotected, program, tmp_path / "whole", None)
    destroyed(unprotected, aws)
    assert total > 25, "a teardown of the whole stack"
    chosen = points(total)
    for point in chosen:
        put_back(aws, unprotected, kept)
        cut_at(aws, unprotected, program, tmp_path / f"at-{point}", point, total)
        assert left(aws) != {} or point > total - SLACK, f"killed at write {point}, with something left to do"
        ended = neap(*WORDS, *source(unprotected), timeout=300)
        assert ended.code == 0, f"killed at write {point}: {ended.out}{ended.err}"
        destroyed(unprotected, aws)
        print(f"killed at write {point} of {total} and run again: nothing is left", flush=True)


def test_killed_after_each_of_its_writes_in_turn_it_ends(neap, aws, unprotected):
    for _ in range(80):
        mark = aws.mark()
        process = neap.start(*WORDS, *source(unprotected))
        deadline = time.monotonic() + 120
        while not aws.writes(mark) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        if process.poll() is not None:
            assert process.returncode == 0
            break
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
    destroyed(unprotected, aws)
