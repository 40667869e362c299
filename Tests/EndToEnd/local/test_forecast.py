"""What `neap plan` says of a rollout before it begins, against what then happens."""
import json
import re
import xml.etree.ElementTree


def roll(applied):
    applied.edit("production/api.yaml", "api:1.7.4", "api:1.8.0")
    applied.push("api: 1.8.0")


def seconds(text):
    """`1m15s` as 75."""
    minutes, rest = re.fullmatch(r"(?:(\d+)m)?(\d+)s", text).groups()
    return int(minutes or 0) * 60 + int(rest)


def test_a_rollout_is_forecast_in_every_form(neap, aws, applied, tmp_path):
    roll(applied)
    text = neap("plan", applied.clone)
    assert text.code == 0, text.err
    assert "Forecast  32 seeds from the live state\n  Service/api " in text.out
    assert re.search(r"\n    healthy +\d.* lowest \d+ of \d+, the floor\n", text.out), text.out
    value = json.loads(neap("plan", applied.clone, "-o", "json").out)["forecast"]
    (service,) = value["services"]
    assert service["service"] == "Service/api" and service["unended"] == 0
    assert value["notes"] == [], "everything could be read"
    assert neap("plan", applied.clone, "-o", "json").out == neap("plan", applied.clone, "-o", "json").out
    pictures = tmp_path / "pictures"
    page = neap("plan", applied.clone, "-o", "markdown", "--pictures", pictures)
    assert f"![Healthy tasks over time]({pictures}/forecast.svg)" in page.out
    drawn = (pictures / "forecast.svg").read_text()
    xml.etree.ElementTree.fromstring(drawn)
    assert neap("plan", applied.clone, "-o", "svg").out == drawn


def test_what_happens_is_what_was_forecast(neap, aws, applied):
    roll(applied)
    (service,) = json.loads(neap("plan", applied.clone, "-o", "json").out)["forecast"]["services"]
    assert neap.run_once(applied).code == 0
    aws.settle()
    ecs = aws.client("ecs")
    arn = ecs.list_service_deployments(cluster="demo-api", service="api")["serviceDeployments"][0]
    took = (arn["finishedAt"] - arn["startedAt"]).total_seconds()
    assert service["duration"]["p5"] <= took <= service["duration"]["p95"]


def test_only_what_rolls_costs_calls(neap, aws, applied):
    def calls(*options):
        mark = aws.mark()
        assert neap("plan", applied.clone, *options).code == 0
        return len(aws.calls(mark))

    assert calls() == calls("--no-forecast"), "nothing changes, so nothing more is read"
    applied.edit("production/api.yaml", "healthCheckGracePeriodSeconds: 60", "healthCheckGracePeriodSeconds: 90")
    applied.push("A longer grace period")
    assert calls() == calls("--no-forecast"), "no task rolls"
    roll(applied)
    assert "Forecast" not in neap("plan", applied.clone, "--no-forecast").out
