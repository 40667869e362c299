import Model

/// How AWS's operations take tags.
enum TagStyle {
    /// `[{key: …, value: …}]`, sorted by key: ECS, ELBv2, EC2, CloudWatch.
    static func list(_ tags: [String: String]) -> Value {
        .list(tags.sorted { $0.key < $1.key }.map { ["key": .string($0.key), "value": .string($0.value)] })
    }

    /// A plain map: CloudWatch Logs, Application Auto Scaling.
    static func map(_ tags: [String: String]) -> Value { .object(tags.mapValues { .string($0) }) }

    /// Tags as any of AWS's replies give them, list or map.
    static func read(_ value: Value?) -> [String: String] {
        if let members = value?.object { return members.compactMapValues(\.scalarText) }
        let pairs = (value?.list ?? []).compactMap { tag in tag["key"]?.string.map { ($0, tag["value"]?.string ?? "") }
        }
        return Dictionary(pairs) { _, last in last }
    }

    /// The tags of a live resource as the spec's `tags` member: AWS's own and Neap's are not the manifest's business.
    static func spec(_ tags: [String: String]) -> Value {
        map(tags.filter { !$0.key.hasPrefix("aws:") && !$0.key.hasPrefix("neap:") })
    }
}
