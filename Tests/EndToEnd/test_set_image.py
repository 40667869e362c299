"""`neap set image`: the line that a team's pipeline needs."""
import lab

NEW = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.8.0"
OLD = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.7.4"


def test_it_changes_one_line_and_the_plan_says_so(neap, applied):
    before = (applied.clone / "production/api.yaml").read_text()
    ended = neap("set", "image", "Service/api", f"api={NEW}", "--path", applied.clone)
    assert ended.code == 0, ended.err
    assert ended.out == f"production/api.yaml:19: api: {OLD} -> {NEW}\n"
    assert (applied.clone / "production/api.yaml").read_text() == before.replace(OLD, NEW)
    assert lab.git("-C", applied.clone, "diff", "--stat").count("|") == 1
    planned = neap("plan", applied.clone, "--dirty", "--detailed-exitcode")
    assert planned.code == 2 and "~ TaskDefinition/api" in planned.out


def test_a_definition_in_awss_own_json_is_edited_there(offline, reference):
    path = reference.clone / "production/admin/task-definition.json"
    before = path.read_text()
    ended = offline("set", "image", "Service/admin", "admin=registry/admin:1", "--path", reference.clone)
    assert ended.code == 0, ended.err
    assert path.read_text() == before.replace("123456789012.dkr.ecr.eu-west-1.amazonaws.com/admin:0.9.1", "registry/admin:1")
    assert offline("validate", reference.clone).code == 0


def test_nothing_is_written_when_it_is_asked_or_refused(offline, reference):
    before = (reference.clone / "production/api.yaml").read_text()
    ended = offline("set", "image", "Service/api", f"api={NEW}", "--path", reference.clone, "--dry-run")
    assert ended.code == 0 and NEW in ended.out
    assert offline("set", "image", "Service/api", f"api={OLD}", "--path", reference.clone).out == ""
    for arguments, code in [
            (["Service/apy", f"api={NEW}"], 1), (["Service/api", f"web={NEW}"], 64), (["api", f"api={NEW}"], 64),
            (["Service/api", "api=not an image"], 64), (["TargetGroup/api", f"api={NEW}"], 64)]:
        ended = offline("set", "image", *arguments, "--path", reference.clone)
        assert (ended.code, ended.out) == (code, ""), (arguments, ended)
    assert (reference.clone / "production/api.yaml").read_text() == before
