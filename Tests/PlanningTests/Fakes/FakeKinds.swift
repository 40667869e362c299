import Kinds
import Model
import Planning

/// Kinds that no AWS has, made for planning: a base, boxes that stand on bases, and movers of boxes' counts.
enum FakeKinds {
    static let all: [String: any Kind.Type] = ["Base": Base.self, "Box": Box.self, "Mover": Mover.self]

    static func schema(
        _ kind: String, _ integers: [String], _ strings: [String], _ rules: [FieldRule] = [],
        createOnly: Set<String> = []
    ) -> KindSchema {
        let members = integers.map { Member($0, .integer) } + strings.map { Member($0, .string) }
        return KindSchema(
            kind: kind, shape: ShapeReference.structure(kind, members).shape, rules: rules, nameMember: nil,
            createOnly: createOnly, summary: "A \(kind).")
    }

    /// The one call that takes something away.
    static func deletion(of resource: Resource) -> Deletion {
        let call = AWSCall("fake", "Delete\(resource.id.kind)", ["name": .string(resource.awsName)])
        return Deletion([PlannedCall(call, .deletes, summary: "")])
    }

    /// The one call that makes or changes something.
    static func call(_ verb: String, _ change: ResourceChange, captures: [String: FieldPath] = [:]) -> PlannedCall {
        let names = change.live == nil ? Array((change.spec.object ?? [:]).keys) : change.touchedMembers
        let input = Value.object((change.spec.object ?? [:]).filter { names.contains($0.key) })
        return PlannedCall(
            AWSCall("fake", "\(verb)\(change.resource.id.kind)", input),
            change.changes.map(\.effect).max() ?? .noRestart,
            summary: names.sorted().joined(separator: ", "), captures: captures)
    }
}

/// Stands on nothing; a new `image` gives it another `version`.
enum Base: Kind {
    static var grants: [Grant] { [] }
    static let schema = FakeKinds.schema(
        "Base", ["size"], ["zone", "image", "after", "other"], [FieldRule("/image", .rollsTasks)], createOnly: ["zone"])

    static func outputs(of resource: Resource) -> [String: Value] { ["name": .string(resource.awsName)] }

    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        [:]
    }

    static func deletion(of resource: Resource, live: Live) -> Deletion { FakeKinds.deletion(of: resource) }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        if change.live == nil {
            return [FakeKinds.call("Create", change, captures: ["arn": "/arn", "version": "/version"])]
        }
        return [FakeKinds.call("Update", change, captures: change.touches("image") ? ["version": "/version"] : [:])]
    }
}

/// Stands on the base that `base` names; opened by a second step once its gates are, labelled by a third.
enum Box: Kind {
    static var grants: [Grant] { [] }
    static let schema = FakeKinds.schema(
        "Box", ["count", "size"], ["base", "zone", "must", "label", "password"],
        [
            FieldRule("/count", .scalesNow), FieldRule("/size", .rollsTasks), FieldRule("/must", onRemoval: .required),
            FieldRule("/password", sensitive: true),
        ], createOnly: ["zone"])

    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        [:]
    }

    static func deletion(of resource: Resource, live: Live) -> Deletion { FakeKinds.deletion(of: resource) }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        guard change.live == nil else { return [FakeKinds.call("Update", change)] }
        var steps = [FakeKinds.call("Create", change, captures: ["arn": "/arn"])]
        guard !change.gates.isEmpty else { return steps }
        steps.append(
            PlannedCall(
                AWSCall("fake", "OpenBox"), .scalesNow, summary: "open", requires: change.requirements(of: .bounds)))
        if let label = change.spec["label"] {
            steps.append(PlannedCall(AWSCall("fake", "LabelBox", ["label": label]), summary: "label"))
        }
        return steps
    }

    static func rolledCount(of live: Live) -> Int? { live.spec["count"]?.integer }
}

/// Moves the count of the box that `box` names between `min` and `max`; with `latch`, the box opens after it.
enum Mover: Kind {
    static var grants: [Grant] { [] }
    static let schema = FakeKinds.schema("Mover", ["min", "max"], ["box", "latch"])
    static var adoption: Adoption { .notNeeded }

    static func claims(of resource: Resource) -> [Claim] {
        guard let box = resource.spec["box"]?.reference?.resource, let low = resource.spec["min"]?.integer,
            let high = resource.spec["max"]?.integer
        else { return [] }
        return [Claim(box, "/count", owner: resource.id.description, band: low...high)]
    }

    static func gates(of resource: Resource, among all: ResourceIndex) -> [Gate] {
        guard resource.spec["latch"] != nil, let box = resource.spec["box"]?.reference?.resource else { return [] }
        return [
            Gate(
                box, .bounds,
                .init(Reference(resource.id, "state"), in: ["OPEN"], reason: "until \(resource.id) is open"))
        ]
    }

    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        [:]
    }

    static func deletion(of resource: Resource, live: Live) -> Deletion { FakeKinds.deletion(of: resource) }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        [FakeKinds.call(change.live == nil ? "Create" : "Update", change, captures: ["state": "/state"])]
    }
}
