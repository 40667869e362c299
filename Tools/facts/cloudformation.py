#!/usr/bin/env python3
"""Writes what CloudFormation's resource schemas say of the members of Neap's kinds, from the schemas in cfn-lint's wheel.

    cloudformation.py FOLDER           reads the wheel in FOLDER, writes Tests/KindsTests/Facts/cloudformation.txt
    cloudformation.py FOLDER --check   fails when the committed table differs

`make facts` brings the wheel. It is read as the archive that it is: nothing of cfn-lint is installed or run.
"""
import argparse
import json
import pathlib
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE.parent.parent / "Tests/KindsTests/Facts/cloudformation.txt"
REGION = "us-east-1"
SCHEMAS = "cfnlint/data/schemas"

# The resource types behind Neap's kinds; which is whose stands in Tests/KindsTests/Facts/ResourceTypes.swift.
TYPES = [
    "AWS::ApplicationAutoScaling::ScalableTarget",
    "AWS::ApplicationAutoScaling::ScalingPolicy",
    "AWS::AutoScaling::AutoScalingGroup",
    "AWS::CloudWatch::Alarm",
    "AWS::EC2::LaunchTemplate",
    "AWS::ECS::CapacityProvider",
    "AWS::ECS::Cluster",
    "AWS::ECS::ClusterCapacityProviderAssociations",
    "AWS::ECS::Service",
    "AWS::ECS::TaskDefinition",
    "AWS::ElasticLoadBalancingV2::Listener",
    "AWS::ElasticLoadBalancingV2::ListenerRule",
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "AWS::ElasticLoadBalancingV2::TargetGroup",
    "AWS::Logs::LogGroup",
]

# Lists of properties at a schema's top, by the word that the table has for them.
LISTS = {
    "conditionalCreateOnly": "conditionalCreateOnlyProperties",
    "createOnly": "createOnlyProperties",
    "readOnly": "readOnlyProperties",
    "writeOnly": "writeOnlyProperties",
}

HEAD = """\
# What CloudFormation's resource schemas say of the members of Neap's kinds, as cfn-lint {version} has them ({region}).
# Written by Tools/facts/cloudformation.py; `make facts` writes it again. Facts alone, in CloudFormation's spelling.
#   TYPE createOnly PATH ...             a change replaces the resource
#   TYPE conditionalCreateOnly PATH ...  a change may replace it
#   TYPE readOnly PATH ...               only AWS sets it
#   TYPE writeOnly PATH ...              it is not read back
#   TYPE members PATH NAME ...           what a structure holds; / is the resource, * any element of a list
#   TYPE required PATH NAME ...          what a structure has to hold
#   TYPE default PATH JSON               what stands where nothing is stated
cfn-lint {version}
"""


class Schema:
    """One resource type's schema, told as lines."""

    def __init__(self, name, document):
        self.name = name
        self.document = document

    def lines(self):
        for word, key in sorted(LISTS.items()):
            paths = sorted(pointer.removeprefix("/properties") for pointer in self.document.get(key) or [])
            if paths:
                yield f"{self.name} {word} {' '.join(paths)}"
        yield from sorted(self.structure(self.document, "", ()))

    def structure(self, node, path, seen):
        members = node["properties"]
        yield f"{self.name} members {path or '/'} {' '.join(sorted(members))}"
        required = sorted(node.get("required") or [])
        if required:
            yield f"{self.name} required {path or '/'} {' '.join(required)}"
        for name, member in members.items():
            yield from self.member(member, f"{path}/{name}", seen)

    def member(self, node, path, seen):
        # A list in a list is one step deeper; a shape that holds itself is told once.
        while "$ref" in node or "items" in node:
            if "default" in node:
                yield self.default(path, node)
            reference = node.get("$ref")
            if reference in seen:
                return
            if reference:
                seen = (*seen, reference)
                node = {**self.resolved(reference), **{k: v for k, v in node.items() if k == "default"}}
            else:
                node, path = node["items"], path + "/*"
        if "default" in node:
            yield self.default(path, node)
        # A list of keys and values is what Neap has as a map.
        if node.get("properties") and set(node["properties"]) != {"Key", "Value"}:
            yield from self.structure(node, path, seen)

    def default(self, path, node):
        return f"{self.name} default {path} {json.dumps(node['default'], sort_keys=True)}"

    def resolved(self, reference):
        node = self.document
        for part in reference.removeprefix("#/").split("/"):
            node = node[part]
        return node


def pinned_version():
    lines = (HERE / "requirements.txt").read_text().splitlines()
    return next(line for line in lines if line.startswith("cfn-lint==")).split()[0].split("==")[1]


def table(folder):
    version = pinned_version()
    wheels = list(folder.glob(f"cfn_lint-{version}-*.whl"))
    if not wheels:
        sys.exit(f"no wheel of cfn-lint {version} in {folder}: run make facts")
    lines = []
    with zipfile.ZipFile(wheels[0]) as wheel:
        index = json.loads(wheel.read(f"{SCHEMAS}/providers/{REGION}.json"))
        for name in sorted(TYPES):
            if name not in index:
                sys.exit(f"cfn-lint {version} has no {name} in {REGION}")
            lines += Schema(name, json.loads(wheel.read(f"{SCHEMAS}/resources/{index[name]}.json"))).lines()
    return HEAD.format(version=version, region=REGION) + "\n".join(dict.fromkeys(lines)) + "\n"


def main():
    parser = argparse.ArgumentParser(description="Writes what CloudFormation's schemas say of the members of Neap's kinds.")
    parser.add_argument("folder", type=pathlib.Path, help="where cfn-lint's wheel is")
    parser.add_argument("--check", action="store_true", help="fail when the committed table differs")
    arguments = parser.parse_args()
    text = table(arguments.folder)
    if not arguments.check:
        TABLE.write_text(text)
    elif not TABLE.exists() or TABLE.read_text() != text:
        sys.exit(f"not current (run make facts): {TABLE.name}")


if __name__ == "__main__":
    main()
