#!/usr/bin/env python3
"""The demonstration behind `make demo`: the reference stack from nothing, two changes, and a turn with nothing to do.

Everything runs on this machine: moto's server stands in for AWS, a bare repository for the forge. What AWS was asked
is counted by the server, not by Neap. Each step is checked; the first that is not as promised ends the demonstration.
"""
import os
import pathlib
import signal
import sys
import tempfile
import textwrap
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "moto"))
import lab  # noqa: E402

CHANGES = [
    ("production/api.yaml", "api:1.7.4", "api:1.8.0", "a new image"),
    ("production/api-scaling.yaml", "targetValue: 1000", "targetValue: 800", "a new scaling target"),
]


def main():
    began = time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    with tempfile.TemporaryDirectory(prefix="neap-demo-") as folder, lab.moto(folder) as moto:
        demonstrate(folder, moto)
    heading(f"All as promised, in {time.monotonic() - began:.0f} s")


def demonstrate(folder, moto):
    neap = lab.Neap(folder, moto.endpoint, executable())
    forge = prepare(folder, moto)

    heading("1. What would be made", "neap plan")
    show(neap("plan", "--repo", forge.url, "--ref", lab.REF))

    heading("2. The first turn", "neap run --once")
    writes = turn(neap, moto, forge)
    counted(writes)
    check("CreateService" in writes and "CreateLoadBalancer" in writes, "the stack was made")
    services = moto.client("ecs").describe_services(cluster="demo-api", services=["api", "admin"])["services"]
    for service in services:
        print(f"   {service['serviceName']}: {service['runningCount']}/{service['desiredCount']} tasks of "
              f"{service['taskDefinition'].split('/')[-1]}")
    check([service["status"] for service in services] == ["ACTIVE", "ACTIVE"], "both services run")
    check(forge.tip() is not None, "the status branch was written")

    heading("3. Two changes in one commit", "; ".join(what for *_, what in CHANGES))
    for path, old, new, _ in CHANGES:
        forge.edit(path, old, new)
    forge.push("api: 1.8.0, more headroom")
    show(neap("plan", "--repo", forge.url, "--ref", lab.REF))
    writes = turn(neap, moto, forge)
    counted(writes)
    expected = ["PutScalingPolicy", "RegisterTaskDefinition", "UpdateService"]
    check(sorted(writes) == expected, f"exactly these were written: {', '.join(expected)}")
    check(len(writes) == len(expected), "each of them once")

    heading("4. A third turn", "nothing changed")
    tip, mark = forge.tip(), moto.mark()
    writes = turn(neap, moto, forge)
    print(f"   {len(moto.calls(mark))} AWS calls, {len(writes)} of them writes")
    check(writes == [], "nothing was written to AWS")
    check(forge.tip() == tip, f"the status branch stayed at {tip[:7]}")

    heading("5. What Neap wrote to Git", "git log neap/status/production; README.md")
    print(indented(forge.history()))
    readme = forge.show("README.md")
    print(indented(readme))
    check("api" in readme and "production" in readme, "the README speaks of this environment")
    print()
    print(textwrap.fill(
        "moto starts no tasks for a changed service: its new deployment stays IN_PROGRESS, so the status says that api "
        "is rolling out. On AWS it would go on to live. Tools/moto/README.md lists what moto can not show.", 100))


def prepare(folder, moto):
    heading("0. Before", "an empty AWS with a network, a certificate, roles; a bare repository")
    moto.seed()
    forge = lab.Forge(folder)
    forge.fill(lab.ROOT / "manifests/reference")
    commit = forge.push("The reference stack")
    print(f"   AWS   {moto.endpoint} (moto, account 123456789012, eu-west-1)")
    print(f"   Git   {forge.url} main {commit[:7]}")
    return forge


def turn(neap, moto, forge):
    """One turn; what it wrote to AWS, by the server's own record."""
    mark = moto.mark()
    ended = neap.run_once(forge)
    if ended.code:
        print(indented(ended.err or ended.out))
    check(ended.code == 0, "the turn ended well", f"exit code {ended.code}")
    return moto.writes(mark)


def counted(writes):
    names = dict.fromkeys(writes)
    print(indented(textwrap.fill(", ".join(
        name + (f" x{writes.count(name)}" if writes.count(name) > 1 else "") for name in names), 94)))
    print(f"   {len(writes)} writes")


def show(ended):
    print(indented(ended.out))
    if ended.code:
        print(indented(ended.err))
    check(ended.code == 0, "the plan was made", f"exit code {ended.code}")


def executable():
    path = pathlib.Path(os.environ.get("NEAP") or lab.ROOT / ".build/debug/neap")
    if not os.access(path, os.X_OK):
        sys.exit(f"there is no executable at {path}: run `make build` first")
    return path


def heading(title, detail=""):
    print(f"\n== {title}" + (f"  ({detail})" if detail else ""), flush=True)


def check(holds, promise, otherwise=""):
    print(f"   {'ok ' if holds else 'NOT SO'} {promise}" + (f": {otherwise}" if otherwise and not holds else ""), flush=True)
    if not holds:
        sys.exit("the demonstration failed")


def indented(text):
    return textwrap.indent(text.rstrip("\n"), "   ")


if __name__ == "__main__":
    main()
