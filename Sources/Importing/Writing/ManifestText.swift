import Kinds
import Model
import Planning

/// Manifests as YAML: members in AWS's own order, short things on one line.
enum ManifestText {
    /// One file of manifests, with what there is to say on top.
    static func file(_ manifests: [ImportedManifest]) -> String {
        let rank = { (kind: String) in Layout.kinds.firstIndex(of: kind) ?? Layout.kinds.count }
        let sorted = manifests.sorted { (rank($0.kind), $0.name) < (rank($1.kind), $1.name) }
        var comments: [String] = []
        for comment in sorted.flatMap(\.comments) where !comments.contains(comment) { comments.append(comment) }
        return comments.map { wrapped($0) }.joined() + sorted.map(document).joined(separator: "---\n")
    }

    /// The environment's own file.
    static func environment(_ name: String, region: String, accountID: String?, owner: String?) -> String {
        var aws: [(String, Value)] = [("region", .string(region))]
        if let accountID { aws.append(("accountId", .string(accountID))) }
        var spec: [(String, YAMLNode)] = [("paths", .value([.string(name)])), ("aws", .flow(aws))]
        if let owner { spec.append(("owner", .text(owner))) }
        return YAMLNode.document(head("Environment", name) + [("spec", .block(spec))])
    }

    private static func document(_ manifest: ImportedManifest) -> String {
        var members = head(manifest.kind, manifest.name)
        var policy: [(String, Value)] = []
        if manifest.adopts { policy.append(("adopt", true)) }
        if manifest.isSuspended { policy.append(("suspend", true)) }
        if !manifest.dependsOn.isEmpty {
            policy.append(("dependsOn", .list(manifest.dependsOn.map { .string($0) })))
        }
        if !policy.isEmpty { members.append(("policy", .flow(policy))) }
        let shape = kindsByName[manifest.kind]?.schema.shape
        members.append(("spec", .block(Self.members(of: manifest.spec, shape).map { ($0.0, node($0.1, $0.2)) })))
        return YAMLNode.document(members)
    }

    private static func head(_ kind: String, _ name: String) -> [(String, YAMLNode)] {
        [
            ("apiVersion", .text("neap/v1")), ("kind", .text(kind)),
            ("metadata", .flow([("name", .string(name))])),
        ]
    }

    private static func node(_ value: Value, _ shape: Shape?) -> YAMLNode {
        switch value.content {
        case .list(let items):
            if items.allSatisfy({ $0.list == nil && $0.object == nil }) { return .value(value) }
            return .list(items.map { node($0, shape?.child("*")) })
        case .object:
            let members = members(of: value, shape)
            let isFlat = members.allSatisfy {
                $0.1.object == nil && $0.1.list == nil && $0.1.string?.contains("\n") != true
            }
            if isFlat, members.count <= 6, let line = YAMLNode.onOneLine(members.map { ($0.0, $0.1) }) { return line }
            return .block(members.map { ($0.0, node($0.1, $0.2)) })
        case .string(let text) where text.contains("\n"): return .lines(text)
        default: return .value(value)
        }
    }

    /// What tells a thing apart first and tags last; between them as AWS's documentation has it, then by name.
    private static func members(of value: Value, _ shape: Shape?) -> [(String, Value, Shape?)] {
        let order = shape?.members?.names ?? []
        let position = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        let rank = { (name: String) -> Int in
            if let place = first.firstIndex(of: name) { return place - first.count }
            if let place = last.firstIndex(of: name) { return 10_000 + place }
            return position[name] ?? position[name + "Arn"] ?? order.count
        }
        return value.sortedMembers.sorted { rank($0.name) < rank($1.name) }
            .map { ($0.name, $0.value, shape?.child($0.name)) }
    }

    private static let first = [
        "name", "key", "type", "field", "port", "priority", "protocol", "service", "cluster", "taskDefinition",
        "desiredCount", "minSize", "maxSize", "minCapacity", "maxCapacity", "vpcZoneIdentifier", "autoScalingGroup",
        "targetGroup", "namespace", "metricName", "imageId", "instanceType",
    ]
    private static let last = [
        "volumes", "listeners", "rules", "attributes", "enableECSManagedTags", "propagateTags", "tags",
    ]

    /// A comment of lines that fit.
    private static func wrapped(_ comment: String) -> String {
        var lines: [String] = []
        for word in comment.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + word.count < 110 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append((lines.isEmpty ? "# " : "#   ") + word)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
