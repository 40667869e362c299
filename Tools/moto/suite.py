#!/usr/bin/env python3
"""Runs the tests of moto's own source distribution against `neap local`, and says how they end.

    suite.py [--only ecs] [-k EXPRESSION] [--verbose]

A test that fails is one of three things: it needs an operation or a service that the embedded AWS does not have (told
apart by the server's record of calls), it stands in `differences.toml` with what AWS does otherwise, or it is a defect.
Defects, and differences that no longer are, make this program fail. Each writing call lets five minutes pass.
"""
import argparse
import collections
import contextlib
import os
import pathlib
import subprocess
import sys
import tarfile
import tomllib

import botocore.handlers
import pytest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
VERSION = "5.2.1"
SOURCES = ROOT / ".build" / f"moto-{VERSION}"
SERVICES = ["ecs", "elbv2", "autoscaling", "applicationautoscaling"]
sys.path.insert(0, str(ROOT / "Tools/lab"))
import doubles  # noqa: E402


class Verdicts:
    """A pytest plugin: what became of each test, and what it asked for meanwhile."""

    # moto gives every container instance 4096 CPU units, whatever its type; AWS's default, m1.small, has 1024.
    ROOMY = "c5.xlarge"

    def __init__(self, server, differences):
        self.server, self.differences = server, differences
        self.ended = collections.defaultdict(lambda: collections.defaultdict(list))
        self.missing = collections.Counter()

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item):
        self.mark = self.server.mark()
        self.failure = None
        self.service = pathlib.Path(item.fspath).parent.name.removeprefix("test_")
        yield

    def choose_type(self, params, **_):
        """Instances that ECS's tests start without a type get one that their tasks fit on."""
        if self.service == "ecs":
            params.setdefault("InstanceType", self.ROOMY)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item, call):
        report = (yield).get_result()
        if report.failed and self.failure is None:
            error = " ".join(str(call.excinfo.value).split()) or call.excinfo.typename
            self.failure = f"{report.longrepr.reprcrash.lineno}: {error[:300]}"
            self.failed(item)
        elif report.when == "call" and report.passed:
            listed = self.reason(item, self.service)
            self.note(item, "listed but passes" if listed else "passed", listed or "")
        elif report.skipped:
            self.note(item, "skipped", "")

    def failed(self, item):
        unknown = [f"{call['service']}:{call['operation']}" for call in self.server.calls(self.mark)
                   if call["access"] == "unknown"]
        if unknown:
            self.missing.update(set(unknown))
            self.note(item, "not modelled", ", ".join(sorted(set(unknown))))
        elif self.reason(item, self.service, "clock"):
            self.note(item, "differs", self.reason(item, self.service, "clock"))
        else:
            self.note(item, "defect", self.failure)

    def reason(self, item, *tables):
        """Why AWS does otherwise; entries are test names, or the beginning of one followed by `*`."""
        for table in tables:
            for name, why in self.differences.get(table, {}).items():
                if item.name == name or name.endswith("*") and item.name.startswith(name[:-1]):
                    return why
        return None

    def note(self, item, kind, text):
        self.ended[self.service][kind].append((item.name, text))


def main():
    options = arguments()
    differences = tomllib.loads((HERE / "differences.toml").read_text())
    fetch()
    os.chdir(SOURCES)
    sys.path.insert(0, str(SOURCES))
    folder = ROOT / ".build" / "moto-suite"
    folder.mkdir(parents=True, exist_ok=True)
    with doubles.local(folder, "--settle", "300", "--seed", "1") as server:
        os.environ.update({
            "TEST_SERVER_MODE": "true", "TEST_SERVER_MODE_ENDPOINT": server.endpoint, "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"})
        names = [options.only] if options.only else SERVICES
        verdicts = Verdicts(server, differences)
        botocore.handlers.BUILTIN_HANDLERS.append(("before-parameter-build.ec2.RunInstances", verdicts.choose_type))
        paths = [f"tests/test_{name}" for name in names]
        plain = ["-c", os.devnull, "--rootdir", str(SOURCES)]
        chosen = ["-k", options.k] if options.k else []
        with open(folder / "pytest.log", "w") as log, contextlib.redirect_stdout(sys.stdout if options.verbose else log):
            ended = pytest.main([*paths, *plain, *chosen, "-p", "no:cacheprovider", "-W", "ignore"], [verdicts])
    if ended not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        sys.exit(f"the suite did not run to its end: {ended!r}; see {folder / 'pytest.log'}")
    sys.exit(report(verdicts))


def report(verdicts):
    kinds = ["passed", "differs", "not modelled", "skipped", "defect", "listed but passes"]
    total = collections.Counter()
    for service, ended in verdicts.ended.items():
        counts = {kind: len(ended[kind]) for kind in kinds}
        total.update(counts)
        print(f"{service}: " + ", ".join(f"{counts[kind]} {kind}" for kind in kinds if counts[kind]))
    print("\nmissing most: " + ", ".join(f"{name} ({count})" for name, count in verdicts.missing.most_common(25)))
    for kind in ["defect", "listed but passes"]:
        for service, ended in verdicts.ended.items():
            for name, text in ended[kind]:
                print(f"{kind}: {service} {name}: {text}")
    failed = total["defect"] + total["listed but passes"]
    print(f"\n{total['passed']} passed, {failed} failed, {total['differs'] + total['not modelled'] + total['skipped']} skipped")
    return 1 if failed or not total["passed"] else 0


def fetch():
    """moto's source distribution, which holds its tests."""
    if SOURCES.exists():
        return
    SOURCES.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-binary",
         ":all:", f"moto=={VERSION}", "--dest", str(SOURCES.parent)], check=True)
    with tarfile.open(SOURCES.parent / f"moto-{VERSION}.tar.gz") as archive:
        archive.extractall(SOURCES.parent, filter="data")


def arguments():
    parser = argparse.ArgumentParser(description="moto's own tests against neap local")
    parser.add_argument("--only", choices=SERVICES, help="one service")
    parser.add_argument("-k", help="pytest's choice of tests")
    parser.add_argument("--verbose", action="store_true", help="pytest's own output")
    return parser.parse_args()


if __name__ == "__main__":
    main()
