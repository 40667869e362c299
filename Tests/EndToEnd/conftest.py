"""Black-box tests: `neap` as a program, Git as a bare repository, AWS as `neap local` or, second opinion, moto."""
import os
import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tools/lab"))
import lab  # noqa: E402


def pytest_addoption(parser):
    parser.addoption("--aws", choices=["local", "moto"], default="local", help="what stands in for AWS")


def pytest_collection_modifyitems(config, items):
    """Tests of what only one of the two does are for that one; directories of what moto can not do are for `neap local`."""
    chosen = config.getoption("--aws")
    for item in items:
        only = item.get_closest_marker("only")
        wanted = only.args[0] if only else "local" if item.path.parent.name in ("local", "rollouts") else chosen
        if wanted != chosen:
            item.add_marker(pytest.mark.skip(reason=f"is about {wanted}"))


def pytest_configure(config):
    config.addinivalue_line("markers", "only(aws): the test is about this AWS alone")


@pytest.fixture(scope="session")
def server(request, tmp_path_factory):
    """One AWS for the session; `aws` empties it for each test."""
    folder = tmp_path_factory.mktemp("aws")
    with lab.double(request.config.getoption("--aws"), folder, refuses=True) as server:
        yield server


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


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """Where what takes long to make is kept for the session's other tests."""
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture
def applied(neap, aws, reference, shelf):
    """The reference stack, made and settled; `neap local` makes it once and then again as it was."""
    kept = shelf / "applied"
    if kept.exists():
        aws.restore(kept.name)
        reference.restore(kept)
        return reference
    make(neap, aws, reference)
    if aws.save(kept.name):
        reference.save(kept)
    return reference


def make(neap, aws, reference):
    mark = aws.mark()
    ended = neap.run_once(reference)
    assert ended.code == 0, ended.err
    assert aws.writes(mark).count("CreateService") == 2, "the stack was made"
    assert reference.tip(), "the status branch was written"
    # Twice: capacity that tasks no longer need goes a quarter of an hour after them.
    rest(neap, aws, reference)
    rest(neap, aws, reference)


@pytest.fixture
def still(neap, aws):
    """Brings everything to rest and lets the status branch say so: `still(forge)`."""
    return lambda forge: rest(neap, aws, forge)


def rest(neap, aws, forge):
    if aws.settle():
        ended = neap.run_once(forge)
        assert ended.code == 0, ended.err
