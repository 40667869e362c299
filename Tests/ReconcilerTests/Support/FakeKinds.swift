import Kinds
import Model

/// What the three kinds of these tests have in common: a table, and an account in memory that is asked by name.
protocol FakeKind: Kind {}

extension FakeKind {
    static var grants: [Grant] { [] }

    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        let names = resources.map { Value.string($0.awsName) }
        do {
            let found = try await context.aws.send(AWSCall("test", "Describe\(schema.kind)", ["names": .list(names)]))
            return Dictionary(resources.map { ($0.id, observation(found[$0.awsName])) }) { first, _ in first }
        } catch {
            return Dictionary(resources.map { ($0.id, .unknown("\(error)")) }) { first, _ in first }
        }
    }

    private static func observation(_ value: Value?) -> Observation {
        guard let value else { return .absent }
        let names = schema.shape.members?.names ?? []
        let spec = (value.object ?? [:]).filter { names.contains($0.key) }
        let outputs: [String: Value] = [
            "arn": value["arn"] ?? .null, "state": value["state"] ?? .null,
            "revision": .string(value["revision"]?.scalarText ?? ""),
        ]
        return .live(Live(spec: .object(spec), outputs: outputs, tags: nil, detail: value))
    }

    static func deletion(of resource: Resource, live: Live) -> Deletion {
        let call = AWSCall("test", "Delete\(schema.kind)", ["name": .string(resource.awsName)])
        return Deletion([PlannedCall(call, .deletes, summary: "")])
    }

    /// Makes the thing, or changes the members that differ, each by a call of its own.
    static func calls(for change: ResourceChange) -> [PlannedCall] {
        let name = Value.string(change.resource.awsName)
        guard change.live != nil else {
            var input = change.spec
            input["name"] = name
            let captures: [String: FieldPath] = ["arn": "/thing/arn", "revision": "/thing/revision"]
            return [PlannedCall(AWSCall("test", "Create\(schema.kind)", input), summary: "all", captures: captures)]
        }
        return change.touchedMembers.map { member in
            let input: [String: Value] = ["name": name, member: change.spec[member] ?? .null]
            return PlannedCall(AWSCall("test", "Update\(schema.kind)", .object(input)), summary: member)
        }
    }

    static func shape(_ members: [Member]) -> Shape { Shape("Spec", .structure(Members(members))) }
}

/// Stands on nothing.
enum Disk: FakeKind {
    static let schema = KindSchema(
        kind: "Disk",
        shape: shape([
            Member("name", .string), Member("color", .string), Member("secret", .string), Member("size", .integer),
        ]),
        rules: [FieldRule("/secret", sensitive: true), FieldRule("/color", .replaces)], nameMember: "name",
        summary: "A disk.")
}

/// Stands on a disk.
enum Machine: FakeKind {
    static let schema = KindSchema(
        kind: "Machine",
        shape: shape([
            Member("name", .string), Member("disk", .string), Member("diskRevision", .string), Member("size", .integer),
        ]),
        rules: [
            FieldRule("/disk", target: .init("Disk", "arn")),
            FieldRule("/diskRevision", target: .init("Disk", "revision")),
        ], nameMember: "name", summary: "A machine.")
}

/// Stands on a machine; is opened by a second step once the machine is ready.
enum Door: FakeKind {
    static let schema = KindSchema(
        kind: "Door",
        shape: shape([Member("name", .string), Member("machine", .string), Member("open", .boolean)]),
        rules: [FieldRule("/machine", target: .init("Machine", "arn"))], nameMember: "name", summary: "A door.")

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        let name = Value.string(change.resource.awsName)
        let open = PlannedCall(
            AWSCall("test", "OpenDoor", ["name": name, "open": true]), summary: "open",
            requires: change.resource.dependsOn.sorted().map {
                .init(Reference($0, "state"), in: ["READY"], reason: "\($0) is not ready yet")
            })
        guard change.live == nil else { return change.changes.isEmpty ? [] : [open] }
        let machine = change.spec["machine"] ?? .null
        let make = PlannedCall(
            AWSCall("test", "CreateDoor", ["name": name, "machine": machine]), summary: "door",
            captures: ["arn": "/thing/arn"])
        return [make, open]
    }
}

/// The kinds of these tests, in the order in which they are observed.
let fakeKinds: [any Kind.Type] = [Disk.self, Machine.self, Door.self]
