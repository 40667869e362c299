"""Every example repository is rendered, validated, linted, planned and applied, and then is in sync; every snippet of the
documentation is what the schemas take."""
import json
import re

import jsonschema
import yaml

import pytest

import lab

EXAMPLES = sorted(path.name for path in (lab.ROOT / "manifests").iterdir() if any(path.glob("neap*.yaml")))
PAGES = sorted([lab.ROOT / "README.md", *(lab.ROOT / "docs").glob("*.md"), *(lab.ROOT / "manifests").glob("*/README.md")])
SCHEMAS = {path.stem: json.loads(path.read_text()) for path in (lab.ROOT / "schemas").glob("*.json")}


def test_every_folder_is_an_example():
    folders = {path.name for path in (lab.ROOT / "manifests").iterdir() if path.is_dir()}
    # What `neap local` plays; local/test_scenarios.py runs each.
    assert folders - {"scenarios"} == set(EXAMPLES) and {"minimal", "promotion", "reference"} <= set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example(neap, aws, forge, name):
    aws.client("ecs").create_cluster(clusterName="default")
    folder = lab.ROOT / "manifests" / name
    assert environments(folder), "an example has an environment"
    for environment in environments(folder):
        assert neap("validate", folder, "-e", environment).code == 0
        rendered = neap("render", folder, "-e", environment)
        assert rendered.code == 0 and "kind: Service" in rendered.out, rendered.err
        linted = neap("lint", folder, "-e", environment)
        assert linted.code == 0, linted.out + linted.err

    forge.fill(folder)
    forge.push(name)
    for environment in environments(folder):
        planned = neap("plan", forge.clone, "-e", environment, "--detailed-exitcode")
        assert planned.code == 2, planned.err
        ended = neap.run_once(forge, "-e", environment)
        assert ended.code == 0, ended.err
        mark = aws.mark()
        again = neap("plan", forge.clone, "-e", environment, "--detailed-exitcode")
        assert (again.code, aws.writes(mark)) == (0, []), again.out


def environments(folder):
    """The names that the environments' files give."""
    texts = [path.read_text() for path in sorted(folder.glob("neap*.yaml"))]
    return [re.search(r"metadata: {name: (\S+)}", text).group(1) for text in texts]


def snippets(page):
    """The YAML blocks of a page as documents, with the line at which each block begins."""
    text = page.read_text()
    for block in re.finditer(r"^```ya?ml\n(.*?)^```", text, re.M | re.S):
        # Templates of charts are no manifests, nor are the controller's own settings (OperationsPageTests reads those).
        if "${{" not in block.group(1) and not block.group(1).startswith("# controller.yaml"):
            for document in yaml.safe_load_all(block.group(1)):
                yield text.count("\n", 0, block.start()) + 1, document


def faults(document):
    """What is wrong with a snippet, which may leave out what every manifest has; by the kind that it fits best."""
    kinds = [document["kind"]] if "kind" in document else sorted(set(SCHEMAS) - {"neap"})
    wrong = []
    for kind in kinds:
        whole = {"apiVersion": "neap/v1", "kind": kind, "metadata": {"name": "snippet"}, "spec": {}, **document}
        errors = jsonschema.Draft7Validator(SCHEMAS[kind]).iter_errors(whole)
        wrong.append([error.message for error in errors if error.validator != "required"])
    return min(wrong, key=len)


def test_there_are_snippets():
    assert sum(1 for page in PAGES for _ in snippets(page)) >= 10
    assert faults({"kind": "Service", "spec": {"desiredCuont": 1}}) and faults({"policy": {"nothing": 1}})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(lab.ROOT)))
def test_snippets_are_what_the_schemas_take(page):
    for line, document in snippets(page):
        assert faults(document) == [], f"{page}:{line}"
