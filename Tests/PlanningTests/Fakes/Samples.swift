import Kinds
import Manifest
import Model
import Planning

extension ResourceID {
    /// The id that `text` spells, `Kind/name`.
    static func of(_ text: String) -> ResourceID { ResourceID(parsing: text) ?? ResourceID(text, "") }
}

extension Resource {
    /// A resource of a test, in a file of its own.
    static func sample(
        _ id: String, _ spec: Value, line: Int = 1, after needs: Set<ResourceID> = [],
        policy edit: (inout Policy) -> Void = { _ in }
    ) -> Resource {
        let id = ResourceID.of(id)
        var policy = Policy()
        edit(&policy)
        return Resource(
            id, awsName: id.name, spec: spec, policy: policy,
            place: Place(file: "production/\(id.name).yaml", line: line, column: 1), dependsOn: needs)
    }
}

extension Value {
    /// A reference to `output` of the resource that `text` spells.
    static func output(_ output: String, of text: String) -> Value { .reference(.of(text), output) }
}

extension PlanInput {
    /// The input for `resources` of which `live` are there, `unknown` could not be read and the rest are absent.
    static func of(_ resources: [Resource], live: [String: Live] = [:], unknown: [String] = []) -> PlanInput {
        var observed = Dictionary(resources.map { ($0.id, Observation.absent) }) { first, _ in first }
        var outputs: [Reference: Value] = [:]
        for (text, live) in live {
            observed[.of(text)] = .live(live)
            for (name, value) in live.outputs { outputs[Reference(.of(text), name)] = value }
        }
        for text in unknown { observed[.of(text)] = .unknown("AWS did not answer") }
        return PlanInput(
            desired: Dictionary(resources.map { ($0.id, $0) }) { first, _ in first }, observed: observed,
            outputs: outputs, ownership: Ownership(environment: "production", owner: "git.example.org/team/infra"),
            specHashes: Dictionary(resources.map { ($0.id, "sha256:\($0.id.name)") }) { first, _ in first },
            region: "eu-west-1", accountID: "123456789012")
    }

    /// The same, with `resources` applied before exactly as they are written.
    func remembering(_ resources: [Resource], kinds: [String: any Kind.Type] = FakeKinds.all) -> PlanInput {
        var copy = self
        for resource in resources {
            guard let schema = kinds[resource.id.kind]?.schema else { continue }
            let stated = Set(StatedFields.of(resource.spec, by: schema))
            copy.memory[resource.id] = AppliedRecord(
                commit: "", specHash: SpecHash.of(resource.spec.resolved(outputs), schema), stated: stated)
        }
        return copy
    }

    /// The same with `edit` made to it.
    func with(_ edit: (inout PlanInput) -> Void) -> PlanInput {
        var copy = self
        edit(&copy)
        return copy
    }

    /// The plan by the kinds of these tests.
    var planned: Plan { Planner(kinds: FakeKinds.all).plan(self) }
}

extension Plan {
    /// What becomes of the resource that `text` spells.
    func action(_ text: String) -> ResourcePlan.Action? { self[.of(text)]?.action }

    /// Why the resource that `text` spells is held back; nil when it is not.
    func blocked(_ text: String) -> Reason? {
        if case .blocked(let reason, _) = action(text) { reason } else { nil }
    }

    /// The ids of the steps, in order.
    var stepNames: [String] { steps.map(\.id) }
}
