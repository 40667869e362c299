"""Ways of asking that boto3 does not offer by itself: other keys, other protocols, requests that it would not send."""
import json
import urllib.error
import urllib.request

import boto3
import botocore.config
import botocore.exceptions
import botocore.session

ONCE = {"retries": {"total_max_attempts": 1}}


def client(aws, service, key="AKIADEMO", secret="demo", **settings):
    """A client that tries once and sends what it is given."""
    config = botocore.config.Config(**ONCE, **settings)
    return boto3.client(
        service, endpoint_url=aws.endpoint, region_name="eu-west-1", aws_access_key_id=key,
        aws_secret_access_key=secret, config=config)


def speaking(aws, service, protocol):
    """A client of a service that speaks one of its protocols."""
    session = botocore.session.get_session()
    loader = session.get_component("data_loader")
    known = loader.load_service_model

    def load(name, kind, **version):
        model = known(name, kind, **version)
        if name != service or kind != "service-2":
            return model
        return {**model, "metadata": {**model["metadata"], "protocol": protocol, "protocols": [protocol]}}

    loader.load_service_model = load
    return session.create_client(
        service, endpoint_url=aws.endpoint, region_name="eu-west-1", aws_access_key_id="AKIADEMO",
        aws_secret_access_key="demo", config=botocore.config.Config(**ONCE))


def refusal(operation, *arguments, **members):
    """The code, the status and the message with which a call is refused; None when it is not."""
    try:
        operation(*arguments, **members)
    except botocore.exceptions.ClientError as error:
        told, about = error.response["Error"], error.response["ResponseMetadata"]
        return told["Code"], about["HTTPStatusCode"], told.get("Message", "")
    return None


def admitted(count, operation, **members):
    """How many of so many equal calls are let through, and with what code others are refused."""
    refused = [found for found in (refusal(operation, **members) for _ in range(count)) if found]
    return count - len(refused), {code for code, _, _ in refused}


def send(aws, path, body=None, method=None, **headers):
    """A bare request: its status, its content type and its body as text."""
    request = urllib.request.Request(
        aws.endpoint + path, data=body.encode() if isinstance(body, str) else body,
        headers={name.replace("_", "-"): value for name, value in headers.items()}, method=method)
    try:
        with urllib.request.urlopen(request) as reply:
            return reply.status, reply.headers["Content-Type"], reply.read().decode()
    except urllib.error.HTTPError as reply:
        return reply.code, reply.headers["Content-Type"], reply.read().decode(errors="replace")


def errors(aws, path, body):
    """What the control surface finds wrong with a body; fails when it takes it."""
    status, _, text = send(aws, path, body, "POST")
    assert status == 400, (status, text)
    return json.loads(text)["errors"]


def scope(service):
    """A signature that names a service, where none is verified."""
    return f"AWS4-HMAC-SHA256 Credential=AKIADEMO/20260302/eu-west-1/{service}/aws4_request, SignedHeaders=host, " \
        "Signature=00"
