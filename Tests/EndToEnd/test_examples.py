"""Every example repository validates, plans, applies and then is in sync."""
import pytest

import lab

EXAMPLES = sorted(path.name for path in (lab.ROOT / "manifests").iterdir() if (path / "neap.yaml").exists())


def test_there_are_examples():
    assert {"minimal", "reference"} <= set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example(neap, aws, forge, name):
    aws.client("ecs").create_cluster(clusterName="default")
    folder = lab.ROOT / "manifests" / name
    assert neap("validate", folder).code == 0

    forge.fill(folder)
    forge.push(name)
    planned = neap("plan", forge.clone, "--detailed-exitcode")
    assert planned.code == 2, planned.err
    ended = neap.run_once(forge)
    assert ended.code == 0, ended.err
    mark = aws.mark()
    again = neap("plan", forge.clone, "--detailed-exitcode")
    assert (again.code, aws.writes(mark)) == (0, []), again.out
