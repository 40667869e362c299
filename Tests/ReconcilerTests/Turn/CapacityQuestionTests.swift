import Kinds
import Model
import Planning
import Testing

@testable import Reconciler

@Suite("Whether AWS is asked for tasks and instances")
struct CapacityQuestionTests {
    private static let service: Value = [
        "cluster": "demo", "taskDefinition": "api:1", "desiredCount": 4,
        "deploymentConfiguration": ["minimumHealthyPercent": 50, "maximumPercent": 150],
    ]

    private static func clusters(_ resources: [(String, Value, Value?)]) -> [String] {
        var desired: [ResourceID: Resource] = [:]
        var observed: [ResourceID: Observation] = [:]
        for (name, spec, live) in resources {
            guard let id = ResourceID(parsing: name) else { continue }
            var policy = Policy()
            policy.adopt = true
            desired[id] = Resource(
                id, awsName: id.name, spec: spec, policy: policy, place: Place(file: "a.yaml", line: 1, column: 1),
                dependsOn: [])
            observed[id] =
                live.map { Observation.live(Live(spec: $0, detail: ["instances": [["instanceId": "i-1"]]])) } ?? .absent
        }
        let input = PlanInput(
            desired: desired, observed: observed, outputs: [:],
            ownership: Ownership(environment: "production", owner: "git.example.org/team/infra"), specHashes: [:],
            region: "eu-west-1", accountID: "123456789012")
        return CapacityQuestion(Planner().plan(input)).clusters
    }

    private static func service(_ edit: (inout Value) -> Void) -> Value {
        var copy = service
        edit(&copy)
        return copy
    }

    @Test("nothing is asked where nothing changes")
    func steady() { #expect(Self.clusters([("Service/api", Self.service, Self.service)]) == []) }

    @Test("nothing is asked where a change leaves tasks alone")
    func quiet() {
        let changed = Self.service { $0["healthCheckGracePeriodSeconds"] = 30 }
        #expect(Self.clusters([("Service/api", changed, Self.service)]) == [])
    }

    @Test("the cluster of a service that rolls is asked for")
    func rolling() {
        let changed = Self.service { $0["taskDefinition"] = "api:2" }
        #expect(Self.clusters([("Service/api", changed, Self.service)]) == ["demo"])
    }

    @Test("a new service's cluster is asked for, unless the plan makes it")
    func creation() {
        #expect(Self.clusters([("Service/api", Self.service, nil)]) == ["demo"])
        #expect(Self.clusters([("Service/api", Self.service, nil), ("Cluster/demo", .emptyObject, nil)]) == [])
    }

    @Test("where instances are replaced every service's cluster is asked for")
    func instances() {
        let live: Value = [
            "minSize": 1, "maxSize": 3,
            "mixedInstancesPolicy": ["instancesDistribution": ["onDemandBaseCapacity": 0]],
        ]
        let changed: Value = [
            "minSize": 1, "maxSize": 3,
            "mixedInstancesPolicy": ["instancesDistribution": ["onDemandBaseCapacity": 1]],
        ]
        #expect(
            Self.clusters([("Service/api", Self.service, Self.service), ("AutoScalingGroup/spot", changed, live)])
                == ["demo"])
    }
}
