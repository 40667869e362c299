import Model
import Testing

@testable import Kinds

@Suite("A service's beforeRollout")
struct BeforeRolloutPartTests {
    private func service(_ before: Value, after others: Set<ResourceID> = []) -> Resource {
        var service = Resource.sample(
            "Service", "api",
            [
                "cluster": "demo", "taskDefinition": "api:8", "launchType": "EC2", "tags": ["team": "core"],
                "placementStrategy": [["type": "spread", "field": "instanceId"]], "desiredCount": 2,
            ])
        service.spec["beforeRollout"] = before
        service.dependsOn = others
        return service
    }

    @Test("it is a part of its own, which runs where the service runs")
    func part() throws {
        let (parts, diagnostics) = Service.manifest.expand(service(["taskDefinition": "migrate:3", "timeout": "10m"]))
        #expect(diagnostics == [])
        #expect(parts.map(\.id.description) == ["Service/api", "BeforeRollout/api"])
        #expect(parts[0].spec["beforeRollout"] == nil)
        #expect(
            parts[1].spec == [
                "taskDefinition": "migrate:3", "timeout": "10m", "cluster": "demo", "launchType": "EC2",
                "placementStrategy": [["type": "spread", "field": "instanceId"]], "tags": ["team": "core"],
                "service": "api", "revision": "api:8",
            ])
        #expect(parts[1].manifest == parts[0].id)
    }

    @Test("a timeout has a unit and bounds", arguments: [("10", 1), ("5s", 1), ("2d", 1), ("10s", 0), ("1d", 0)])
    func timeout(_ text: String, _ faults: Int) {
        let found = Service.manifest.expand(service(["taskDefinition": "migrate:3", "timeout": .string(text)]))
        #expect(found.diagnostics.map(\.path) == Array(repeating: "/beforeRollout/timeout", count: faults))
    }

    @Test("a new revision waits for it, other rolls do not")
    func gates() throws {
        let parts = Service.manifest.expand(service(["taskDefinition": "migrate:3"])).parts
        let index = ResourceIndex(Dictionary(parts.map { ($0.id, $0) }) { first, _ in first })
        let gates = Service.gates(of: parts[0], among: index)
        #expect(gates.map(\.steps) == [.newRevision])
        #expect(gates.map(\.requirement.values) == [["succeeded"]])

        let sent: (FieldPath) -> [PlannedCall] = { path in
            var change = ResourceChange(
                parts[0], live: Live(spec: ["cluster": "demo", "taskDefinition": "api:7"]),
                changes: [
                    FieldChange(
                        path, live: nil, desired: parts[0].spec[path], effect: Service.schema.effect(at: path),
                        reason: .declared)
                ], region: "eu-west-1", accountID: "123456789012")
            change.gates = gates
            return Service.calls(for: change)
        }
        #expect(sent("/taskDefinition").map(\.requires.count) == [1])
        #expect(sent("/networkConfiguration").map(\.requires.count) == [0])
        #expect(sent("/networkConfiguration").map(\.unsettles) == [["rollout", "live"]])
    }

    @Test("a service waits for those that it depends on, and its task with it")
    func dependsOn() throws {
        let needed = ResourceID("Service", "auth")
        let parts = Service.manifest.expand(
            service(["taskDefinition": "migrate:3"], after: [needed, ResourceID("LogGroup", "api")])
        ).parts
        let index = ResourceIndex(Dictionary(parts.map { ($0.id, $0) }) { first, _ in first })
        let waits = Gate(parts[0].id, .taskRollout, RolloutWord.isLive(needed))
        #expect(Service.gates(of: parts[0], among: index).first == waits)
        #expect(BeforeRollout.gates(of: parts[1], among: index).map(\.requirement) == [waits.requirement])
        #expect(waits.requirement.reason == "after Service/auth is live")
    }
}
