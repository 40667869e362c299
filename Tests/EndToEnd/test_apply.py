"""`neap apply` in a person's own clone: the stack, its status branch there, and what it refuses."""
import lab


def test_it_applies_head_and_writes_status_into_the_clone(neap, aws, reference):
    ended = neap("apply", reference.clone, "--yes", "--timeout", "60")
    assert ended.code == 0, ended.err
    assert ended.out.rstrip().split("\n")[-1].startswith("production  ")
    assert "27 in sync, 27 healthy; status " in ended.out
    subjects = lab.git("-C", reference.clone, "log", "--format=%s", "neap/status/production").splitlines()
    assert [subject for subject in subjects if "settled" in subject] == subjects[:1], "it says so once, last of all"
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


def test_a_status_branch_apart_from_the_forges_is_said_before_anything_is_asked(neap, aws, reference):
    assert neap("apply", reference.clone, "--yes", "--timeout", "60").code == 0
    neap.run_once(reference)
    assert reference.tip(), "the controller began a status branch of its own on the forge"
    lab.git("-C", reference.clone, "fetch", "--quiet", "origin")
    mark = aws.mark()
    ended = neap("apply", reference.clone, "--yes")
    assert (ended.code, aws.calls(mark)) == (1, []), ended.err
    assert "git branch --move neap/status/production neap/status/production-aside" in ended.err
    lab.git("-C", reference.clone, "branch", "--move", "neap/status/production", "neap/status/production-aside")
    reference.edit("production/api.yaml", "healthCheckGracePeriodSeconds: 60", "healthCheckGracePeriodSeconds: 90")
    reference.push("A longer grace period")
    ended = neap("apply", reference.clone, "--yes", "--timeout", "60")
    assert ended.code == 0, ended.err
    assert reference.tip() in lab.git("-C", reference.clone, "rev-list", "neap/status/production").split()[1:]


def commit(folder, message):
    lab.git("-C", folder, "add", "--all")
    lab.git("-C", folder, "commit", "--quiet", "-m", message)


def test_what_was_made_before_there_was_a_remote_is_held_and_the_way_out_is_named(neap, aws, tmp_path):
    folder = tmp_path / "new"
    begun = neap("init", folder, "--region", "eu-west-1", "--ci", "none", "--empty")
    assert begun.code == 0, begun.err
    (folder / "production/logs.yaml").write_text(
        "apiVersion: neap/v1\nkind: LogGroup\nmetadata: {name: hello}\nspec: {logGroupName: /hello, retentionInDays: 7}\n")
    lab.git("init", "--quiet", "--initial-branch=main", folder)
    commit(folder, "Begin")
    ended = neap("apply", folder, "--yes")
    assert ended.code == 0 and f"belongs to the path {folder}" in ended.err, ended.err
    lab.git("-C", folder, "remote", "add", "origin", "https://github.com/acme/infra.git")
    held = neap("plan", folder)
    assert held.code == 6 and f"state `owner: {folder}` in the environment's spec" in held.out + held.err, held.out + held.err
    environment = (folder / "neap.yaml").read_text()
    (folder / "neap.yaml").write_text(environment.replace("\nspec:\n", f"\nspec:\n  owner: {folder}\n"))
    commit(folder, "Whose it is")
    ours = neap("plan", folder, "--detailed-exitcode")
    assert ours.code == 0 and "belongs to" not in ours.out + ours.err, ours.out + ours.err


def test_a_deadline_is_a_duration(neap, aws, reference):
    ended = neap("apply", reference.clone, "--yes", "--timeout", "1m")
    assert ended.code == 0, ended.err


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
