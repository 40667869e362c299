"""`neap apply` in a person's own clone: the stack, its status branch there, and what it refuses."""
import lab


def test_it_applies_head_and_writes_status_into_the_clone(neap, aws, reference):
    ended = neap("apply", reference.clone, "--yes", "--timeout", "60")
    assert ended.code == 0, ended.err
    assert ended.out.rstrip().split("\n")[-1].startswith("production  ")
    assert "27 in sync, 27 healthy; status " in ended.out
    subjects = lab.git("-C", reference.clone, "log", "--format=%s", "neap/status/production").splitlines()
    assert [subject for subject in subjects if "settled" in subject] == subjects[:1], "it says settled once, last of all"
    assert reference.tip() is None, "the forge is the person's to push to"


def test_a_second_apply_writes_nothing(neap, aws, reference):
    neap("apply", reference.clone, "--yes")
    if aws.settle():
        neap("apply", reference.clone, "--yes")
    tip = lab.git("-C", reference.clone, "rev-parse", "neap/status/production")
    mark = aws.mark()
    ended = neap("apply", reference.clone, "--yes")
    assert ended.code == 0, ended.err
    assert aws.writes(mark) == []
    assert lab.git("-C", reference.clone, "rev-parse", "neap/status/production") == tip
    assert "in sync with" in ended.out


def test_status_is_read_back_from_the_clone(neap, aws, reference):
    neap("apply", reference.clone, "--yes")
    ended = neap("status", reference.clone, "--check")
    assert ended.code == 0, ended.err
    rows = [line.split() for line in ended.out.splitlines()]
    assert ["Service", "api", "Synced", "Healthy", "Settled"] in rows


def test_it_goes_on_from_the_status_that_was_fetched(neap, aws, applied):
    lab.git("-C", applied.clone, "fetch", "--quiet", "origin")
    fetched = applied.tip()
    applied.edit("production/api.yaml", "healthCheckGracePeriodSeconds: 60", "healthCheckGracePeriodSeconds: 90")
    applied.push("A longer grace period")
    ended = neap("apply", applied.clone, "--yes", "--timeout", "60")
    assert ended.code == 0, ended.err
    before = lab.git("-C", applied.clone, "rev-list", "neap/status/production").split()
    assert fetched in before[1:], "it stands on what was fetched"


def test_off_a_terminal_it_needs_yes(neap, aws, reference):
    mark = aws.mark()
    ended = neap("apply", reference.clone)
    assert ended.code == 64
    assert "--yes" in ended.err
    assert aws.calls(mark) == []


def test_uncommitted_changes_are_an_error(neap, aws, reference):
    reference.write("production/late.yaml", "# nothing yet\n")
    mark = aws.mark()
    ended = neap("apply", reference.clone, "--yes")
    assert ended.code == 1
    assert "production/late.yaml" in ended.err
    assert aws.writes(mark) == []
