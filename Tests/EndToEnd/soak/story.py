"""What happens in the days of a soak, by the hour, drawn from a seed."""
import random

from landscape import BROKEN

HOUR = 3600


class Story:
    """Pushes, lost instances, drifts and notes by hand; and of each what there was, for the end's accounts."""

    def __init__(self, landscape, aws, notes, seed):
        self.landscape, self.aws, self.notes = landscape, aws, notes
        self.dice = random.Random(seed)
        self.tags = 1
        self.drifts, self.taken = 0, 0

    def day(self, number, is_last):
        """The day's events, `(second of the day, what happens)`, in their order. The last afternoon is quiet."""
        end = (12 if is_last else 24) * HOUR
        events = [(self.dice.randrange(end), self.push(name)) for name in self.landscape.environments]
        events += [(self.dice.randrange(end), self.reclaim) for _ in range(4)]
        events += [(self.dice.randrange(end), self.drift) for _ in range(3)]
        events += [(self.dice.randrange(end), self.note)]
        if number % 5 == 2 and not is_last:
            events += self.accident()
        return sorted(events, key=lambda event: event[0])

    def push(self, environment):
        chosen = self.dice.sample(self.landscape.of(environment), k=self.dice.randint(1, 3))
        return lambda: self.landscape.deploy(chosen, self.tag())

    def accident(self):
        """An image that crashes, and two hours later one that does not."""
        service = self.dice.choice(self.landscape.services)
        return [
            (8 * HOUR, lambda: self.landscape.deploy([service], BROKEN + self.tag())),
            (10 * HOUR, lambda: self.landscape.deploy([service], self.tag()))]

    def tag(self):
        self.tags += 1
        return f"{self.tags}"

    def reclaim(self):
        """EC2 takes Spot instances of a zone."""
        self.taken += 1
        self.aws.inject(reclaim={"zone": f"eu-west-1{self.dice.choice('abc')}", "count": 3})

    def drift(self):
        """Somebody changes a service in the console."""
        service = self.dice.choice(self.landscape.services)
        self.aws.change(
            "ecs", "update_service", cluster=service.environment, service=service.name,
            deploymentConfiguration={"maximumPercent": 175, "minimumHealthyPercent": 50, "deploymentCircuitBreaker": {
                "enable": True, "rollback": True}})
        self.drifts += 1

    def note(self):
        """Somebody commits to a status branch."""
        self.notes.leave(self.dice.choice(self.landscape.environments), self.tag())
