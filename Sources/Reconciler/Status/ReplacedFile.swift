import Manifest
import Kinds
import Model
import Planning

/// `replaced/<Kind>/<name>@<id>.yaml`: a thing in AWS that another one took the place of, until it is gone.
struct ReplacedFile {
    /// The file's schema.
    static let schema = "neap/replaced/v1"
    let id: ResourceID
    private let value: Value

    /// What replaced things `input` tells of, those that are remembered and were not looked at among them; gone ones left out.
    static func all(_ input: StatusInput) -> [ReplacedFile] {
        let seen = input.departures.values.filter { Predecessor.successor(of: $0.id) != nil }
        let known = Set(seen.map(\.id))
        let remembered = input.memory.replaced.filter { !known.contains($0.key) }
            .map { ReplacedFile(id: $0.key, value: $0.value) }
        let there = seen.filter { !$0.plan.observation.isAbsent }.map { ReplacedFile($0, input) }
        return (there + remembered).sorted { $0.id < $1.id }
    }

    /// Paths of the files of what is gone.
    static func obsolete(_ input: StatusInput) -> [String] {
        input.removed.filter { input.memory.replaced[$0] != nil }.map(path)
    }

    private static func path(of id: ResourceID) -> String { "replaced/\(id.kind)/\(PathPart.safe(id.name)).yaml" }

    private init(id: ResourceID, value: Value) {
        self.id = id
        self.value = value
    }

    private init(_ state: ResourceState, _ input: StatusInput) {
        id = state.id
        let before = input.memory.replaced[id]
        var value: Value = [
            "kind": .string(id.kind), "name": .string(id.name), "awsName": .string(state.plan.resource.awsName),
            "arn": state.plan.observation.live?.outputs["arn"] ?? before?["arn"] ?? .null,
            "replacedBy": .string(Predecessor.successor(of: id)?.description ?? ""),
            "replacedIn": before?["replacedIn"] ?? .string(input.target.source.id),
        ]
        if case .blocked(let reason, let message) = state.plan.action {
            value["reason"] = .string(reason.rawValue)
            value["message"] = .string(message)
        }
        self.value = value
    }

    var path: String { Self.path(of: id) }

    var text: String {
        let order = ["kind", "name", "awsName", "arn", "replacedBy", "replacedIn", "reason", "message"]
        let members = order.compactMap { name in value[name].map { (name, YAMLNode.value($0)) } }
        return YAMLNode.document([("schema", .text(Self.schema))] + members)
    }

    /// The row under `orphans` in `status.yaml`.
    var orphan: YAMLNode {
        .flow(
            ["kind", "name", "arn", "replacedBy", "reason", "message"].compactMap { name in
                value[name].map { (name, $0) }
            })
    }

    /// What a person reads of it.
    var message: String { value["message"]?.string ?? "was replaced, and goes" }
}
