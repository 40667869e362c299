"""Days of a fleet in some minutes: controllers are killed, AWS and Git fail, instances go, people push. In `make soak` thirty days."""
import collections
import contextlib
import os
import signal
import time

import pytest

import accounts
import lab
from crowd import TABLE, Member, Use, is_flat, median
from landscape import SCENARIO, Landscape
from notes import Notes
from story import HOUR, Story
from world import FAULTS, FlakyGit, World

pytestmark = pytest.mark.only("local")


def number(name, otherwise):
    return int(os.environ.get(f"NEAP_SOAK_{name}", otherwise))


DAYS, SPEED = number("DAYS", 1), number("SPEED", 1440)
ENVIRONMENTS, SERVICES, SEED = number("ENVIRONMENTS", 2), number("SERVICES", 6), number("SEED", 1)
# Seconds, of the wall, in which everything has to come to rest once nothing fails any more.
PATIENCE = number("PATIENCE", 180)


class Soak:
    """Everything that runs, and what it used, hour by hour."""

    def __init__(self, folder, program, stack):
        self.aws = stack.enter_context(contextlib.closing(World(
            folder, "--speed", "30", "--seed", str(SEED), "--start", "2026-03-02T00:00:00Z", executable=program)))
        self.aws.seed()
        self.aws.post("/_neap/scenario?region=eu-west-1", SCENARIO.encode())
        self.aws.client("dynamodb").create_table(
            TableName=TABLE, BillingMode="PAY_PER_REQUEST",
            KeySchema=[{"AttributeName": "environment", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "environment", "AttributeType": "S"}])
        self.forge = lab.Forge(folder)
        self.landscape = Landscape(self.forge, ENVIRONMENTS, SERVICES)
        git = stack.enter_context(contextlib.closing(FlakyGit(self.forge, sum(FAULTS.values()))))
        self.neap = lab.Neap(folder, self.aws.endpoint, program)
        self.members = [Member(self.neap, git.url, folder, name) for name in ("first", "second", "third")]
        for member in self.members:
            stack.callback(member.kill)
        self.story = Story(self.landscape, self.aws, Notes(self.forge, folder), SEED)
        self.uses = collections.defaultdict(list)
        self.kills = self.partitions = 0

    def run(self):
        for member in self.members:
            member.start()
        self.until_converged()
        self.aws.faults(**FAULTS)
        self.aws.begin(SPEED)
        hours = 0
        for day in range(DAYS):
            for second, happen in self.story.day(day, day == DAYS - 1):
                hours = self.pass_hours(hours, (day * 24 * HOUR + second) / HOUR)
                self.wait(day * 24 * HOUR + second)
                happen()
            hours = self.pass_hours(hours, (day + 1) * 24)
            self.tell(day)
        self.aws.faults()
        self.aws.clock(speed=30)
        self.until_converged()

    def pass_hours(self, hours, end):
        """What happens every hour until then: a controller dies, and every sixth hour one is frozen past its leases."""
        while hours + 1 <= end:
            hours += 1
            self.wait(hours * HOUR)
            for name, use in [("third", self.members[2].uses()), ("AWS", Use.of(self.aws.process.pid))]:
                self.uses[name].append(use)
            if hours % 6 == 3:
                self.freeze(self.members[2])
            else:
                chosen = self.members[hours % 2]
                assert chosen.process.poll() is None, f"{chosen.name} ended by itself: {chosen.log.read_text()[-2000:]}"
                chosen.kill()
                chosen.start()
                self.kills += 1
        return hours

    def freeze(self, member):
        member.send(signal.SIGSTOP)
        time.sleep(8)
        member.send(signal.SIGCONT)
        self.partitions += 1

    def wait(self, moment):
        time.sleep(max(0, (moment - self.aws.now) / self.aws.speed))

    def until_converged(self):
        """Waits until every environment's plan is empty, and ECS is done."""
        end = time.monotonic() + PATIENCE
        while left := accounts.unconverged(self.neap, self.landscape) or accounts.moving(self.aws, self.landscape):
            assert time.monotonic() < end, "\n".join(left)
            time.sleep(2)

    def tell(self, day):
        use, aws = self.uses["third"][-1], self.uses["AWS"][-1]
        behind = self.aws.now - (day + 1) * 24 * HOUR
        print(
            f"day {day + 1}: {len(self.landscape.commits)} pushes, {self.kills} kills, {self.partitions} freezes, "
            f"{self.story.taken} reclaims, {self.story.drifts} drifts; third {use.memory:.0f} MiB, "
            f"{use.descriptors} descriptors; AWS {aws.memory:.0f} MiB; {behind:.0f} s behind", flush=True)


def test_nothing_is_lost_and_nothing_done_twice(tmp_path, program):
    with contextlib.ExitStack() as stack:
        soak = Soak(tmp_path, program, stack)
        soak.run()
        assert accounts.misplaced(soak.aws, soak.landscape) == []
        assert accounts.doubled(soak.aws, soak.landscape) == []
        assert accounts.lost(soak.landscape, soak.story.notes) == []
        third = soak.uses["third"]
        # Packs of the clone are opened one by one and put together after some days.
        if DAYS > 9:
            assert is_flat(third), [(use.memory, use.descriptors) for use in third]
        calls = soak.aws.calls()
        failed = sum(call["status"] >= 400 for call in calls)
        print(
            f"{DAYS} days, {ENVIRONMENTS} environments, {SERVICES} services: {len(calls)} calls of AWS, {failed} of them "
            f"failed; {len(soak.story.notes.pushed)} commits of others on status branches; third controller "
            f"{median(use.memory for use in third):.0f} MiB in the middle, {third[-1].memory:.0f} at the end")
        assert [member.end() for member in soak.members] == [0, 0, 0]
