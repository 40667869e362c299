"""The container's file tree, made without an engine: it runs as a user of its own on a read-only root file system."""
import functools
import http.server
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import threading

import pytest

import lab

USER = 65532
ROOTFS = lab.ROOT / "Tools/packaging/rootfs.sh"


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """The tree of the Dockerfile's image, with the debug executable."""
    reason = unable()
    if reason:
        pytest.skip(reason)
    root = tmp_path_factory.mktemp("image") / "rootfs"
    made = subprocess.run([ROOTFS, root, os.environ["NEAP"]], capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    root.chmod(0o755)
    return root


def unable():
    """Why a namespace of its own is not to be had here; None when it is."""
    if os.uname().sysname != "Linux":
        return "namespaces are Linux's"
    if os.getuid() != 0:
        return "only root may make a root file system read-only"
    tried = subprocess.run(["unshare", "--mount", "true"], capture_output=True, text=True)
    return f"no namespace here: {tried.stderr.strip()}" if tried.returncode else None


def inside(root, command, binds=(), **variables):
    """Runs a command of the tree as the image would: its user, its root read-only, its volume and /tmp writable."""
    steps = [f"mount --bind {root} {root}"]
    for source, target in binds:
        (pathlib.Path(root) / target.lstrip("/")).mkdir(parents=True, exist_ok=True)
        steps.append(f"mount --bind {shlex.quote(str(source))} {root}{target}")
    steps += [
        f"mount -t tmpfs tmpfs {root}/tmp", f"mount -t tmpfs -o uid={USER},gid={USER},mode=750 tmpfs {root}/var/cache/neap",
        f"mount -t tmpfs tmpfs {root}/dev", f"mknod -m 666 {root}/dev/null c 1 3", f"mknod -m 666 {root}/dev/urandom c 1 9",
        f"mount -t proc proc {root}/proc", f"mount -o remount,bind,ro {root}",
        f"exec chroot --userspec={USER}:{USER} {root} {shlex.join(map(str, command))}",
    ]
    environment = {"PATH": os.environ["PATH"], "HOME": "/var/cache/neap", "NEAP_CACHE_DIR": "/var/cache/neap", **variables}
    done = subprocess.run(
        ["unshare", "--mount", "--pid", "--fork", "bash", "-ec", "mount --make-rprivate /; " + "; ".join(steps)],
        env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=180)
    return lab.Ended(done.returncode, done.stdout, done.stderr)


def test_it_is_nobody_in_particular_and_can_write_to_its_volume_alone(tree):
    tried = inside(tree, ["/bin/bash", "-c", "echo $UID; for f in /x /etc/x /usr/bin/x /root/x /tmp/x /var/cache/neap/x; do (: > $f) 2> /dev/null && echo $f; done"])
    assert tried.out.split() == [str(USER), "/tmp/x", "/var/cache/neap/x"], tried.err


def test_a_turn_of_the_controller_in_the_tree(tree, neap, aws, reference):
    subprocess.run(["chown", "-R", f"{USER}:{USER}", reference.bare], check=True)
    variables = {name: value for name, value in neap.environment.items() if name.startswith("AWS_")}
    mark = aws.mark()
    ended = inside(
        tree, ["/usr/bin/neap", "run", "--repo", "file:///srv/infra.git", "--ref", lab.REF, "--once"],
        [(reference.bare, "/srv/infra.git")], **variables)
    assert ended.code == 0, ended.out + ended.err
    assert aws.writes(mark).count("CreateService") == 2
    subprocess.run(["chown", "-R", "0:0", reference.bare], check=True)
    assert "production" in reference.show("README.md")


def test_the_tree_stands_on_its_own(tree):
    assert inside(tree, ["/usr/bin/neap", "--version"]).out.strip()
    assert (tree / "etc/ssl/certs/ca-certificates.crt").stat().st_size > 100_000
    assert (tree / "var/cache/neap").stat().st_uid == USER
    links = [path for path in tree.rglob("*") if path.is_symlink()]
    assert links == []
    setuid = [path for path in tree.rglob("*") if path.is_file() and path.stat().st_mode & 0o6000]
    assert setuid == []


def test_a_tree_that_lacks_something_is_not_made(tmp_path):
    refused = subprocess.run([ROOTFS, tmp_path / "a", "/nowhere/neap"], capture_output=True, text=True)
    assert refused.returncode == 1 and "make release" in refused.stderr and not (tmp_path / "a").exists()
    refused = subprocess.run([ROOTFS, tmp_path, "/bin/true"], capture_output=True, text=True)
    assert refused.returncode == 1 and "there already" in refused.stderr


def dockerfile():
    """The Dockerfile as stages of (instruction, words)."""
    lines = re.sub(r"\\\n", " ", (lab.ROOT / "Dockerfile").read_text()).splitlines()
    stages = []
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        instruction, rest = line.split(None, 1)
        if instruction == "FROM":
            stages.append([])
        stages[-1].append((instruction, rest))
    return stages


def test_the_dockerfile_is_the_tree(tree):
    build, image = dockerfile()
    assert image[0] == ("FROM", "scratch")
    runs = [rest for instruction, rest in build if instruction == "RUN"]
    script, target, executable = runs[-1].split()
    assert (lab.ROOT / script) == ROOTFS and executable == ".build/release/neap"
    assert "make release" in runs and re.search(r"^release:", (lab.ROOT / "Makefile").read_text(), re.M)
    said = dict(image)
    assert ("COPY", f"--from=build {target} /") in image
    assert said["USER"] == f"{USER}:{USER}" and said["VOLUME"] == "/var/cache/neap"
    assert f"NEAP_CACHE_DIR={said['VOLUME']}" in said["ENV"]
    entry = re.findall(r'"([^"]+)"', said["ENTRYPOINT"])
    assert os.access(tree / entry[0].lstrip("/"), os.X_OK)
    assert inside(tree, [*entry, *re.findall(r'"([^"]+)"', said["CMD"]), "--help"]).code == 0
    chart = (lab.ROOT / "charts/neap/values.yaml").read_text()
    assert f'user: "{USER}:{USER}"' in chart


def test_the_charts_health_check_can_be_asked_in_the_tree(tree, tmp_path):
    check = re.search(r"exec 3<>.*", (lab.ROOT / "charts/neap/templates/controller.yaml").read_text())[0]
    served = tmp_path / "served"
    served.mkdir()
    (served / "healthz").write_text("ok")
    with Served(served) as port:
        command = check.replace("${{ values.port }}", str(port))
        assert inside(tree, ["/bin/bash", "-c", command]).code == 0
        (served / "healthz").unlink()
        assert inside(tree, ["/bin/bash", "-c", command]).code != 0
    assert inside(tree, ["/bin/bash", "-c", command]).code != 0


class Served:
    """A web server of a folder, for as long as it is needed."""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=self.folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self.server.server_address[1]

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The .deb of the debug executable."""
    if not shutil.which("dpkg-deb"):
        pytest.skip("packages of Debian's are made with dpkg-deb")
    folder = tmp_path_factory.mktemp("deb")
    made = subprocess.run(
        [lab.ROOT / "Tools/packaging/deb.sh", folder, os.environ["NEAP"]], capture_output=True, text=True,
        env={**os.environ, "NEAP_DEB_UNCHECKED": "1", "NEAP_DEB_COMPRESSION": "none"})
    assert made.returncode == 0, made.stderr
    package, = folder.glob("neap_*.deb")
    subprocess.run(["dpkg-deb", "--extract", package, folder / "tree"], check=True)
    return package, folder / "tree"


def test_the_package_names_what_it_needs(package):
    fields = subprocess.run(["dpkg-deb", "--field", package[0]], capture_output=True, text=True, check=True).stdout
    depends = re.search(r"^Depends: (.*)$", fields, re.M)[1].split(", ")
    assert any(name.startswith("libgit2") for name in depends) and {"libc6", "ca-certificates"} <= set(depends)


def test_the_package_holds_manual_completions_and_unit(package, program):
    tree = package[1]
    assert subprocess.run([tree / "usr/bin/neap", "--version"], capture_output=True).returncode == 0
    manual = subprocess.run(["gzip", "-dc", tree / "usr/share/man/man1/neap.1.gz"], capture_output=True, text=True).stdout
    helped = subprocess.run([program, "--help"], capture_output=True, text=True).stdout
    verbs = re.findall(r"^  ([a-z]+) {2,}", helped.split("SUBCOMMANDS:")[1], re.M)
    assert len(verbs) > 20
    for verb in verbs:
        assert f'.SS "neap {verb}"' in manual, verb
    assert "\\-\\-detailed\\-exitcode" in manual and '.SS "neap rollout status"' in manual
    for line in manual.splitlines():
        assert re.match(r"\.(TH|SH|SS|TP|PP|B)\b|[^.']", line), line
    if shutil.which("groff"):
        set_ = subprocess.run(["groff", "-man", "-Tutf8", "-ww"], input=manual, capture_output=True, text=True)
        assert set_.stderr == "" and "neap rollout status" in re.sub(r"\x1b\[[0-9;]*m|.\x08", "", set_.stdout)
    bash = tree / "usr/share/bash-completion/completions/neap"
    assert subprocess.run(["bash", "-n", bash]).returncode == 0 and "rollout" in bash.read_text()
    assert (tree / "usr/share/zsh/vendor-completions/_neap").read_text().startswith("#compdef neap")
    assert "complete" in (tree / "usr/share/fish/vendor_completions.d/neap.fish").read_text()
    assert "ExecStart=/usr/bin/neap run" in (tree / "lib/systemd/system/neap.service").read_text()


def test_a_package_of_what_debian_does_not_have_is_not_made(tmp_path, program):
    if not shutil.which("dpkg-deb"):
        pytest.skip("packages of Debian's are made with dpkg-deb")
    linked = subprocess.run(["ldd", program], capture_output=True, text=True).stdout
    if "libswiftCore" not in linked:
        pytest.skip("the executable is linked statically")
    refused = subprocess.run(
        [lab.ROOT / "Tools/packaging/deb.sh", tmp_path, program], capture_output=True, text=True)
    assert refused.returncode == 1 and "statically" in refused.stderr
