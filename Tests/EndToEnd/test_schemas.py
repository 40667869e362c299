"""The committed JSON Schemas by an independent validator: every example is taken, two hundred broken ones are not."""
import copy
import json
import random

import jsonschema
import pytest
import yaml

import lab

SCHEMAS = lab.ROOT / "schemas"
WHOLE = json.loads((SCHEMAS / "neap.json").read_text())
EXAMPLES = sorted(path.name for path in (lab.ROOT / "manifests").iterdir() if any(path.glob("neap*.yaml")))
# What stands below these is anybody's name, not a member of AWS's.
NAMES = {"tags", "labels", "attributes", "options", "allow"}
NONSENSE = "nonsense"


def documents(folder):
    """Every manifest below a folder: its path, and what it says. Files that manifests name are none."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".yaml", ".yml", ".json") or any(part.startswith(".") for part in path.parts):
            continue
        if "charts" in path.relative_to(folder).parts:
            continue
        for document in yaml.safe_load_all(path.read_text()):
            if isinstance(document, dict) and "kind" in document:
                yield path, document


def test_the_schemas_are_what_the_program_writes(offline, tmp_path):
    ended = offline("schema", "--out", tmp_path / "schemas")
    assert ended.code == 0, ended.err
    written = sorted(path.name for path in (tmp_path / "schemas").iterdir())
    assert written == sorted(path.name for path in SCHEMAS.iterdir()) == sorted(ended.out.split())
    for name in written:
        assert (tmp_path / "schemas" / name).read_text() == (SCHEMAS / name).read_text(), name
    assert offline("schema", "Service").out == (SCHEMAS / "Service.json").read_text()


def test_every_schema_is_draft_7():
    for path in SCHEMAS.iterdir():
        jsonschema.Draft7Validator.check_schema(json.loads(path.read_text()))


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_taken(name):
    kinds = set()
    for path, document in documents(lab.ROOT / "manifests" / name):
        jsonschema.Draft7Validator(WHOLE).validate(document)
        alone = json.loads((SCHEMAS / f"{document['kind']}.json").read_text())
        jsonschema.Draft7Validator(alone).validate(document)
        kinds.add(document["kind"])
    assert "Environment" in kinds and kinds & {"Service", "Release"}


def steps(value, path=()):
    """Every place in a document below which AWS's or Neap's members stand."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        if key not in NAMES:
            yield from steps(item, path + (key,))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def broken(document, path, chance):
    """The document with one thing wrong at `path`, and what; None where nothing can be spoiled."""
    document = copy.deepcopy(document)
    value = at(document, path)
    if isinstance(value, dict) and "tags" not in value and "ssm" not in value:
        key = chance.choice(sorted(value))
        if chance.random() < 0.5:
            value[key + "x"] = value.pop(key)
            return document, f"{key} is misspelled at {path}"
        value[NONSENSE] = 1
        return document, f"an unknown member at {path}"
    if not path:
        return None
    parent, last = at(document, path[:-1]), path[-1]
    if isinstance(value, bool):
        parent[last] = NONSENSE
    elif isinstance(value, int):
        parent[last] = NONSENSE if chance.random() < 0.5 else {NONSENSE: 1}
    elif isinstance(value, str):
        parent[last] = {NONSENSE: value}
    elif isinstance(value, list):
        parent[last] = {NONSENSE: 1}
    else:
        return None
    return document, f"{type(value).__name__} became {json.dumps(parent[last])} at {path}"


def variants():
    """Two hundred broken documents of the reference stack, always the same."""
    chance = random.Random(7)
    whole = [document for _, document in documents(lab.ROOT / "manifests/reference")]
    places = [(document, path) for document in whole for path in steps(document)]
    chance.shuffle(places)
    found = [
        (document, *spoiled) for document, path in places
        if (spoiled := broken(document, path, chance)) is not None]
    return found[:200]


def test_two_hundred_broken_variants_are_refused():
    all_variants = variants()
    assert len(all_variants) == 200 and len({what for _, _, what in all_variants}) > 150
    alone = {path.stem: jsonschema.Draft7Validator(json.loads(path.read_text())) for path in SCHEMAS.iterdir()}
    taken = [what for before, after, what in all_variants if alone[before["kind"]].is_valid(after)]
    assert taken == []
    # The schema of all kinds is made of the same parts; it is slower to ask.
    taken = [what for _, after, what in all_variants[::10] if alone["neap"].is_valid(after)]
    assert taken == []


def test_the_program_refuses_them_too(offline, tmp_path):
    folder = tmp_path / "repository"
    places = {}
    for number, (path, document) in enumerate(documents(lab.ROOT / "manifests/reference")):
        name = "neap.yaml" if document["kind"] == "Environment" else f"production/{number}.json"
        places[json.dumps(document)] = folder / name
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(document))
    definition = "task-definition.json"
    (folder / "production" / definition).write_text((lab.ROOT / "manifests/reference/production/admin" / definition).read_text())
    assert offline("validate", folder).code == 0
    taken = []
    for before, after, what in variants()[::8]:
        place = places[json.dumps(before)]
        place.write_text(json.dumps(after))
        if offline("validate", folder).code != 1:
            taken.append((before["kind"], what))
        place.write_text(json.dumps(before))
    assert taken == []
