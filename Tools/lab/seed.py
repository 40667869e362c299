#!/usr/bin/env python3
"""Makes in AWS what the reference stack expects to find: network, certificate, roles, key pair, log bucket.

    seed.py ENDPOINT

moto draws every id from one random source; it is given a fixed start first, so that the certificate's ARN, which
manifests name, is always the same.
"""
import json
import sys
import urllib.request

import boto3
import botocore.config

REGION = "eu-west-1"
CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/bdd640fb-0667-4ad1-9c80-317fa3b1799d"
BUCKET = "demo-api-access-logs"
ZONES = ["a", "b", "c"]
TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ecs-tasks.amazonaws.com"}}],
}


def client(endpoint, service, key="AKIADEMO"):
    """A boto3 client of the server at `endpoint`, which never retries, so that every call is seen once."""
    return boto3.client(
        service, endpoint_url=endpoint, region_name=REGION, aws_access_key_id=key, aws_secret_access_key="demo",
        config=botocore.config.Config(retries={"total_max_attempts": 1}))


def seed_moto(endpoint, make=None):
    """Everything that moto lacks, in one order, through the clients of `make`. Returns the ids by what they are."""
    make = make or (lambda service: client(endpoint, service))
    urllib.request.urlopen(urllib.request.Request(f"{endpoint}/moto-api/seed?a=42", method="POST")).read()
    made = {"certificate": certificate(make("acm"))}
    made.update(network(make("ec2")))
    made["key pair"] = make("ec2").create_key_pair(KeyName="demo-api")["KeyName"]
    make("s3").create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    roles(make("iam"))
    return {**made, "bucket": BUCKET}


def seed_local(make):
    """What `neap local` lacks of the reference stack's surroundings: its network, its key pair and its tasks' roles."""
    made = {"certificate": CERTIFICATE, "bucket": BUCKET, **network(make("ec2"))}
    made["key pair"] = make("ec2").create_key_pair(KeyName="demo-api")["KeyName"]
    for name in ["demo-api-task", "demo-api-execution"]:
        make("iam").create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(TRUST))
    return made


def certificate(acm):
    arn = acm.request_certificate(DomainName="api.example.com", ValidationMethod="DNS")["CertificateArn"]
    if arn != CERTIFICATE:
        sys.exit(f"the certificate is {arn}, but manifests name {CERTIFICATE}: seed a fresh server first of all")
    return arn


def network(ec2):
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    tag(ec2, vpc, Name="demo")
    made = {"vpc": vpc, "public": [], "private": []}
    for tier, base in [("public", 0), ("private", 100)]:
        for number, zone in enumerate(ZONES):
            block = f"10.0.{base + number}.0/24"
            subnet = ec2.create_subnet(VpcId=vpc, CidrBlock=block, AvailabilityZone=REGION + zone)["Subnet"]["SubnetId"]
            tag(ec2, subnet, Name=f"demo-{tier}-{zone}", Tier=tier, Stack="demo-api")
            made[tier].append(subnet)
    for name in ["demo-alb", "demo-instances"]:
        group = ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
        tag(ec2, group, Name=name)
        made[name] = group
    return made


def tag(ec2, resource, **tags):
    ec2.create_tags(Resources=[resource], Tags=[{"Key": key, "Value": value} for key, value in tags.items()])


def roles(iam):
    for name in ["demo-api-task", "demo-api-execution", "ecsInstanceRole"]:
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(TRUST))
    iam.create_instance_profile(InstanceProfileName="ecsInstanceRole")
    iam.add_role_to_instance_profile(InstanceProfileName="ecsInstanceRole", RoleName="ecsInstanceRole")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(json.dumps(seed_moto(sys.argv[1]), indent=2))
