"""Black-box tests: `neap` as a program, Git as a bare repository, AWS as moto's server."""
import os
import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tools/moto"))
import lab  # noqa: E402


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One mended server for the session; `aws` empties it for each test."""
    with lab.moto(tmp_path_factory.mktemp("moto"), "--refuse", "AKIAREFUSED") as moto:
        yield moto


@pytest.fixture
def aws(server):
    """An empty AWS with the network and the rest that manifests name."""
    server.reset()
    server.seed()
    return server


@pytest.fixture
def forge(tmp_path):
    """An empty bare repository and a clone of it."""
    return lab.Forge(tmp_path)


@pytest.fixture
def program():
    """The executable; without one these tests can not run, which is an error rather than a silent success."""
    path = os.environ.get("NEAP")
    if not path or not os.access(path, os.X_OK):
        pytest.fail("NEAP does not name the executable; run `make test`", pytrace=False)
    return path


@pytest.fixture
def neap(tmp_path, aws, program):
    """The executable against that AWS."""
    return lab.Neap(tmp_path, aws.endpoint, program)


@pytest.fixture
def offline(tmp_path, program):
    """The executable without any AWS."""
    return lab.Neap(tmp_path, "http://127.0.0.1:9", program)


@pytest.fixture
def reference(forge):
    """The reference stack, pushed to main."""
    forge.fill(ROOT / "manifests/reference")
    forge.push("The reference stack")
    return forge


@pytest.fixture
def applied(neap, aws, reference):
    """The reference stack after its first turn."""
    mark = aws.mark()
    ended = neap.run_once(reference)
    assert ended.code == 0, ended.err
    assert aws.writes(mark).count("CreateService") == 2, "the stack was made"
    assert reference.tip(), "the status branch was written"
    return reference
