"""Commits that have to be signed: by SSH keys and by OpenPGP keys, from the last applied commit to the tip."""
import os
import re
import signal
import subprocess
import time
import types

import lab
import pytest

API = "production/api.yaml"


def run(*command, **environment):
    done = subprocess.run(
        [str(part) for part in command], env={**os.environ, **environment}, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return done.stdout


@pytest.fixture
def keys(tmp_path):
    """SSH keys of Ada and Eve, and a file that trusts Ada's."""
    for name in ("ada", "eve"):
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", tmp_path / name)
    allowed = tmp_path / "allowed_signers"
    allowed.write_text(f"ada@example.com namespaces=\"git\" {(tmp_path / 'ada.pub').read_text()}")
    return types.SimpleNamespace(ada=tmp_path / "ada", eve=tmp_path / "eve", allowed=allowed, folder=tmp_path)


@pytest.fixture
def gnupg(tmp_path):
    """A home of GnuPG with a key of Ada's and one of Eve's; Ada's public key, armored."""
    # The agent's socket has a short path only if its home has.
    home = tmp_path / "g"
    home.mkdir(mode=0o700)
    for name in ("ada", "eve"):
        run("gpg", "-q", "--batch", "--passphrase", "", "--quick-gen-key", f"{name.capitalize()} <{name}@example.com>",
            "ed25519", "sign", "never", GNUPGHOME=str(home))
    public = tmp_path / "ada.asc"
    public.write_text(run("gpg", "-q", "--armor", "--export", "ada@example.com", GNUPGHOME=str(home)))
    yield types.SimpleNamespace(home=home, public=public)
    subprocess.run(["gpgconf", "--homedir", str(home), "--kill", "all"], check=False)


def ssh(key):
    return ["-c", "gpg.format=ssh", "-c", f"user.signingkey={key}", "-c", "commit.gpgsign=true"]


def image(forge, tag, signing=(), push=True):
    """Commits another image of the API, signed or not; gives the commit id."""
    forge.write(API, re.sub(r"/api:[0-9.]+", f"/api:{tag}", (forge.clone / API).read_text()))
    lab.git("-C", forge.clone, *signing, "commit", "--quiet", "-am", f"api: {tag}")
    if push:
        lab.git("-C", forge.clone, "push", "--quiet", "origin", "HEAD:main")
    return lab.git("-C", forge.clone, "rev-parse", "HEAD").strip()


def refused(neap, aws, forge, commit, why, *options, **environment):
    """One turn that applies nothing because of that commit; gives what it said."""
    mark = aws.mark()
    ended = neap.run_once(forge, *options, **environment)
    assert ended.code == 6, ended.err
    assert aws.calls(mark) == [], "AWS is not even asked"
    assert commit[:12] in ended.err and why in ended.err, ended.err
    assert "by Ada <ada@example.com>" in ended.err, "its author is named"
    return ended.err


def applied_by(neap, aws, forge, *options, **environment):
    """One turn that rolls the API out; gives what it said."""
    mark = aws.mark()
    ended = neap.run_once(forge, *options, **environment)
    assert ended.code == 0, ended.err
    assert sorted(aws.writes(mark)) == ["RegisterTaskDefinition", "UpdateService"]
    return ended.err


def test_an_unsigned_commit_stops_the_environment_until_it_is_signed(neap, aws, applied, keys):
    before = applied.tip()
    commit = image(applied, "1.8.0")
    for _ in range(2):
        refused(neap, aws, applied, commit, "it is not signed", "--verify-ssh", keys.allowed)
    since = lab.git("-C", applied.bare, "log", "--format=%s", f"{before}..neap/status/production").splitlines()
    assert since == ["production: Unsigned, nothing is applied"], "one commit says so"
    status = applied.show("status.yaml")
    assert "type: SourceVerified" in status and "reason: Unsigned" in status and commit[:12] in status
    assert "**Stopped.**" in applied.show("README.md")
    # It was never accepted, so signing it anew rewrites nothing that Neap knows.
    lab.git("-C", applied.clone, *ssh(keys.ada), "commit", "--quiet", "--amend", "--no-edit")
    lab.git("-C", applied.clone, "push", "--quiet", "--force", "origin", "HEAD:main")
    said = applied_by(neap, aws, applied, "--verify-ssh", keys.allowed)
    assert "is signed by ada@example.com (ED25519 SHA256:" in said
    status = applied.show("status.yaml")
    verified = status.split("type: SourceVerified")[1]
    assert verified.split("reason:")[1].split()[0] == "Verified"
    assert f"verified: {applied.tip('main')}" in status
    assert "**Stopped.**" not in applied.show("README.md")
    aws.settle()
    assert neap.run_once(applied, "--verify-ssh", keys.allowed).code == 0
    told = applied.tip()
    assert neap.run_once(applied, "--verify-ssh", keys.allowed).code == 0
    assert applied.tip() == told, "what has not changed is not written again"


def test_a_signed_tip_does_not_vouch_for_what_lies_before_it(neap, aws, applied, keys):
    hidden = image(applied, "1.8.0", push=False)
    image(applied, "1.8.1", ssh(keys.ada))
    refused(neap, aws, applied, hidden, "it is not signed", "--verify-ssh", keys.allowed)
    said = applied_by(neap, aws, applied, "--verify-ssh", keys.allowed, "--verify-mode", "head")
    assert "commits before it are not checked" in said


def test_whoever_signs_a_merge_answers_for_it_unless_all_are_checked(neap, aws, applied, keys):
    lab.git("-C", applied.clone, "checkout", "--quiet", "-b", "feature")
    hidden = image(applied, "1.8.0", push=False)
    lab.git("-C", applied.clone, "checkout", "--quiet", "-B", "main", "origin/main")
    lab.git("-C", applied.clone, *ssh(keys.ada), "merge", "--quiet", "--no-ff", "-S", "-m", "Merge feature", "feature")
    lab.git("-C", applied.clone, "push", "--quiet", "origin", "HEAD:main")
    variables = {"NEAP_VERIFY_SSH_FILE": str(keys.allowed), "NEAP_VERIFY_MODE": "all"}
    refused(neap, aws, applied, hidden, "it is not signed", **variables)
    applied_by(neap, aws, applied, NEAP_VERIFY_SSH=keys.allowed.read_text())


def test_a_stranger_s_signature_and_one_for_another_purpose_are_refused(neap, aws, applied, keys):
    commit = image(applied, "1.8.0", ssh(keys.eve))
    said = refused(neap, aws, applied, commit, "which is none of the trusted keys", "--verify-ssh", keys.allowed)
    assert run("ssh-keygen", "-l", "-f", f"{keys.eve}.pub").split()[1] in said, "its fingerprint is named"
    assert "reason: BadSignature" in applied.show("status.yaml")
    keys.allowed.write_text(f"eve@example.com valid-before=\"20200101Z\" {(keys.folder / 'eve.pub').read_text()}")
    refused(neap, aws, applied, commit, "expired at 20200101Z", "--verify-ssh", keys.allowed)
    keys.allowed.write_text(f"eve@example.com namespaces=\"file\" {(keys.folder / 'eve.pub').read_text()}")
    refused(neap, aws, applied, commit, "is trusted for file, not for git", "--verify-ssh", keys.allowed)


def test_openpgp_signatures_are_checked_by_gpgv(neap, aws, applied, gnupg, monkeypatch):
    monkeypatch.setenv("GNUPGHOME", str(gnupg.home))
    options = ["--verify-openpgp", gnupg.public]
    image(applied, "1.8.0", ["-c", "user.signingkey=ada@example.com", "-c", "commit.gpgsign=true"])
    said = applied_by(neap, aws, applied, *options)
    assert "is signed by Ada <ada@example.com> (" in said
    commit = image(applied, "1.9.0", ["-c", "user.signingkey=eve@example.com", "-c", "commit.gpgsign=true"])
    refused(neap, aws, applied, commit, "by the OpenPGP key", *options)
    binary = gnupg.public.parent / "eve.gpg"
    run("gpg", "-q", "--output", binary, "--export", "eve@example.com")
    aws.settle()
    applied_by(neap, aws, applied, *options, "--verify-openpgp", binary)


def test_plan_and_apply_refuse_too_and_write_no_status(neap, aws, applied, keys):
    before, commit = applied.tip(), image(applied, "1.8.0")
    source = ["--repo", applied.url, "--verify-ssh", keys.allowed]
    planned = neap("plan", *source)
    assert (planned.code, planned.out) == (6, ""), planned.err
    assert commit[:12] in planned.err and applied.tip() == before
    mark = aws.mark()
    ended = neap("apply", *source, "--yes")
    assert ended.code == 6 and aws.calls(mark) == [], ended.err


def test_with_nothing_applied_the_tip_alone_is_checked_and_that_is_said(neap, aws, forge, keys):
    forge.fill(lab.ROOT / "manifests/reference")
    forge.push("Unsigned, before anybody demanded it")
    image(forge, "1.8.0", ssh(keys.ada))
    options = ["--verify-ssh", keys.allowed]
    ended = neap("plan", "--repo", forge.url, *options)
    assert ended.code == 0, ended.err
    assert "it alone was checked, as nothing is on record as applied" in ended.err
    commit = image(forge, "1.9.0")
    said = refused(neap, aws, forge, commit, "it is not signed", *options)
    assert "until the branch's newest commit is signed" in said
    assert forge.tip() is None, "nothing was ever written that could say so"


def test_the_repository_can_not_say_who_may_sign(neap, aws, applied, keys):
    applied.write("allowed_signers", f"eve@example.com {(keys.folder / 'eve.pub').read_text()}")
    lab.git("-C", applied.clone, "add", "--all")
    commit = image(applied, "1.8.0", ssh(keys.eve))
    refused(neap, aws, applied, commit, "none of the trusted keys", "--verify-ssh", keys.allowed)


def test_a_running_controller_goes_on_once_the_branch_is_in_order(neap, aws, applied, keys):
    applied.edit("neap.yaml", "  drift: correct\n", "  drift: correct\n  interval: 10s\n")
    lab.git("-C", applied.clone, *ssh(keys.ada), "commit", "--quiet", "-am", "Look every ten seconds")
    lab.git("-C", applied.clone, "push", "--quiet", "origin", "HEAD:main")
    process = neap.start("run", "--repo", applied.url, "--ref", lab.REF, "--verify-ssh", keys.allowed)
    try:
        assert comes(lambda: "reason: Verified" in applied.show("status.yaml"))
        mark = aws.mark()
        image(applied, "1.8.0")
        assert comes(lambda: "reason: Unsigned" in applied.show("status.yaml"))
        assert aws.writes(mark) == []
        lab.git("-C", applied.clone, *ssh(keys.ada), "commit", "--quiet", "--amend", "--no-edit")
        lab.git("-C", applied.clone, "push", "--quiet", "--force", "origin", "HEAD:main")
        assert comes(lambda: "UpdateService" in aws.writes(mark))
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


def comes(condition, seconds=40):
    """Whether it holds within that time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return False


@pytest.mark.only("local")
def test_a_revert_of_neap_s_own_is_offered_and_counts_once_its_merge_is_signed(neap, aws, applied, keys):
    aws.inject(image={"image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.8.0", "failsToPull": True})
    head = "kind: Service\nmetadata: {name: api, labels: {team: core}}\n"
    applied.edit(API, head, head + "policy: {onRollback: revertOnBranch}\n")
    bad = image(applied, "1.8.0", ssh(keys.ada))
    options = ["--repo", applied.url, "--verify-ssh", keys.allowed, "--yes", "--timeout", "90"]
    ended = neap("apply", *options)
    assert ended.code == 3, ended.err
    assert applied.tip("main") == bad, "an unsigned commit of its own would stop the environment"
    branch = "neap/revert/api-2"
    assert applied.tip(branch), ended.err
    lab.git("-C", applied.clone, "fetch", "--quiet", "origin", branch)
    merge = ["merge", "--quiet", "--no-ff", "-S", "-m", "Take it back", "FETCH_HEAD"]
    lab.git("-C", applied.clone, *ssh(keys.ada), *merge)
    lab.git("-C", applied.clone, "push", "--quiet", "origin", "HEAD:main")
    aws.settle()
    ended = neap("apply", *options)
    assert ended.code == 0, ended.err


def test_what_is_configured_wrongly_is_said_before_anything_is_read(offline, forge, keys, gnupg):
    def said(code, *options, **environment):
        ended = offline.run_once(forge, *options, **environment)
        assert ended.code == code and ended.out == "", ended.err
        return ended.err

    keys.allowed.write_text("# me\n*@example.com cert-authority ssh-ed25519 AAAA\n")
    assert f"{keys.allowed}:2: " in said(1, "--verify-ssh", keys.allowed)
    assert "can not be read" in said(64, "--verify-ssh", keys.folder / "none")
    assert "goes with --verify-ssh or --verify-openpgp" in said(64, "--verify-mode", "all")
    assert "is first-parents, all or head" in said(64, "--verify-openpgp", gnupg.public, NEAP_VERIFY_MODE="some")
    assert "install the package gpgv" in said(1, "--verify-openpgp", gnupg.public, PATH="/nonexistent")
    assert "holds no OpenPGP public key" in said(1, "--verify-openpgp", keys.allowed)


def tagged(forge, name, text, *signing):
    lab.git("-C", forge.clone, *signing, "tag", "-s" if signing else "-a", "-m", text, name)
    lab.git("-C", forge.clone, "push", "--quiet", "origin", name)


def test_a_signed_tag_approves_and_no_other_tag_does(neap, aws, applied, keys):
    service = "kind: Service\nmetadata: {name: api, labels: {team: core}}\n"
    applied.edit(API, service, service + "policy: {approval: [rollsTasks]}\n")
    image(applied, "1.8.0", ssh(keys.ada))
    trusted = ("--verify-ssh", keys.allowed, "--verify-mode", "head")
    ended = neap.run_once(applied, *trusted)
    assert ended.code == 6, ended.err
    (digest,) = set(re.findall(r"`Neap-Approve: ([0-9a-f]{16})`", ended.err))
    line = f"Neap-Approve: {digest}"
    tagged(applied, "neap/approve/plain", line)
    ended = neap.run_once(applied, *trusted)
    assert ended.code == 6
    assert "the tag neap/approve/plain does not count: it is not signed" in ended.err, ended.err
    tagged(applied, "neap/approve/eve", line, *ssh(keys.eve))
    tagged(applied, "approve/ada", line, *ssh(keys.ada))
    assert neap.run_once(applied, *trusted).code == 6
    lab.git("-C", applied.clone, "push", "--quiet", "origin", ":neap/approve/plain", ":neap/approve/eve")
    tagged(applied, "neap/approve/ada", line, *ssh(keys.ada))
    assert neap.run_once(applied).code == 6, "without keys no tag counts"
    mark = aws.mark()
    ended = neap.run_once(applied, *trusted)
    assert ended.code == 0, ended.err
    assert aws.writes(mark).count("UpdateService") == 1
