"""What the .deb does to systemd when it is installed, upgraded and removed."""
import subprocess

import pytest

import lab

SCRIPTS = lab.ROOT / "Tools/packaging"


@pytest.fixture
def asked(tmp_path):
    """Runs a maintainer script beside a systemd that fails in all it is asked; gives what that was."""
    (tmp_path / "system").mkdir()
    (tmp_path / "cache").mkdir()
    log = tmp_path / "asked"
    systemctl = tmp_path / "systemctl"
    systemctl.write_text(f'#!/bin/sh\necho "$*" >> {log}\ncase "$*" in *restart*|*disable*) exit 1 ;; esac\n')
    systemctl.chmod(0o755)

    def asked(script, *arguments, systemd=True):
        text = (SCRIPTS / script).read_text().replace(
            "/run/systemd/system", str(tmp_path / ("system" if systemd else "none")))
        text = text.replace("/var/cache", str(tmp_path / "cache"))
        log.write_text("")
        ended = subprocess.run(
            ["sh", "-s", *arguments], input=text, capture_output=True, text=True, env={"PATH": f"{tmp_path}:/usr/bin:/bin"})
        assert (ended.returncode, ended.stderr) == (0, "")
        return log.read_text().splitlines()

    return asked


def test_a_first_installation_starts_nothing(asked):
    assert asked("postinst", "configure", "") == ["daemon-reload"]
    assert asked("postinst", "configure") == ["daemon-reload"]


def test_an_upgrade_starts_what_runs_anew(asked):
    assert asked("prerm", "upgrade", "0.2.0") == []
    assert asked("postrm", "upgrade", "0.2.0") == []
    assert asked("postinst", "configure", "0.1.0") == ["daemon-reload", "try-restart neap.service"]


def test_removing_stops_it(asked):
    assert asked("prerm", "remove") == ["--no-reload disable --now neap.service"]
    assert asked("postrm", "remove") == ["daemon-reload"]


def test_purging_takes_the_clones_away(asked, tmp_path):
    clone = tmp_path / "cache/private/neap/1234"
    clone.mkdir(parents=True)
    assert asked("postrm", "purge") == []
    assert not clone.exists() and (tmp_path / "cache").exists()


@pytest.mark.parametrize("script, what", [("postinst", ("configure", "0.1.0")), ("prerm", ("remove",)), ("postrm", ("remove",))])
def test_a_machine_without_systemd_is_left_alone(asked, script, what):
    assert asked(script, *what, systemd=False) == []


def test_the_package_holds_the_scripts():
    made = (SCRIPTS / "deb.sh").read_text()
    assert "for script in postinst prerm postrm; do" in made
    for script in ("postinst", "prerm", "postrm"):
        assert (SCRIPTS / script).stat().st_mode & 0o111, script
