"""Every example repository validates, plans, applies and then is in sync."""
import re

import pytest

import lab

EXAMPLES = sorted(path.name for path in (lab.ROOT / "manifests").iterdir() if any(path.glob("neap*.yaml")))


def test_there_are_examples():
    assert {"minimal", "promotion", "reference"} <= set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example(neap, aws, forge, name):
    aws.client("ecs").create_cluster(clusterName="default")
    folder = lab.ROOT / "manifests" / name
    assert neap("validate", folder).code == 0

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
