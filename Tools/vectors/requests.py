#!/usr/bin/env python3
"""Prints, as JSON, what botocore sends for seeded random inputs of every operation that Neap calls or answers."""
import base64
import datetime
import json
import pathlib
import random
import sys
import tomllib

import botocore.loaders
import botocore.model
import botocore.serialize

SERVICES = pathlib.Path(__file__).resolve().parent.parent / "generate" / "services.toml"
ROUNDS, DEPTH = 4, 6
TEXT = "ab Z09-_.~/+&=%é*"


def main():
    loader = botocore.loaders.create_loader()
    cases = []
    for entry in tomllib.loads(SERVICES.read_text()).values():
        model = botocore.model.ServiceModel(loader.load_service_model(entry["model"], "service-2"))
        serializers = [(name, botocore.serialize.create_serializer(name, include_validation=False))
                       for name in model.metadata["protocols"]]
        for name in (entry.get("operations", "") + " " + entry.get("served", "")).split():
            operation = model.operation_model(name)
            for seed in range(ROUNDS):
                source = random.Random(f"{entry['name']} {name} {seed}")
                params = value(source, operation.input_shape, 0) if operation.input_shape else {}
                for protocol, serializer in serializers:
                    sent = serializer.serialize_to_request(params, operation)
                    cases.append({"service": entry["name"], "operation": name, "params": plain(params),
                                  "protocol": protocol, "isOwn": protocol == entry["protocol"],
                                  "path": sent["url_path"], "headers": dict(sent["headers"]),
                                  "body": text(sent["body"], protocol)})
    json.dump(cases, sys.stdout)


def value(source, shape, depth):
    kind = shape.type_name
    if kind == "structure":
        share = 0.7 if depth < 2 else 0.4
        return {name: value(source, member, depth + 1) for name, member in shape.members.items()
                if depth < DEPTH and source.random() < share}
    if kind == "list":
        return [value(source, shape.member, depth + 1) for _ in range(source.randint(0, 2))]
    if kind == "map":
        return {words(source) + str(index): value(source, shape.value, depth + 1)
                for index in range(source.randint(0, 2))}
    if getattr(shape, "enum", None):
        return source.choice(shape.enum)
    return SCALARS[kind](source)


def words(source):
    return "".join(source.choice(TEXT) for _ in range(source.randint(1, 8)))


SCALARS = {
    "string": words,
    "integer": lambda source: source.randint(-5, 2**31 - 1),
    "long": lambda source: source.randint(-5, 2**53),
    "double": lambda source: source.randint(0, 1000) / 8 + 0.0625,
    "float": lambda source: source.randint(0, 1000) / 8 + 0.0625,
    "boolean": lambda source: source.random() < 0.5,
    "timestamp": lambda source: datetime.datetime.fromtimestamp(source.randint(0, 2**32), datetime.timezone.utc),
    "blob": lambda source: bytes(source.randrange(256) for _ in range(source.randint(0, 5))),
}


def plain(params):
    """As JSON: times in seconds, binary data in base64."""
    if isinstance(params, dict):
        return {key: plain(inner) for key, inner in params.items()}
    if isinstance(params, list):
        return [plain(inner) for inner in params]
    if isinstance(params, datetime.datetime):
        return params.timestamp()
    return base64.b64encode(params).decode() if isinstance(params, bytes) else params


def text(body, protocol):
    """A form as its fields, a JSON body as its text, CBOR in base64."""
    if protocol == "smithy-rpc-v2-cbor":
        return base64.b64encode(body or b"").decode()
    return body if isinstance(body, dict) else (body or b"").decode()


if __name__ == "__main__":
    main()
