import Model

/// Tags as entities keep them, a list of `{key, value}`, and as requests bring them: the same, or a map.
struct WrittenTags {
    private var rows: [(key: String, value: Value)]

    /// The tags of a list or a map.
    init(_ value: Value?) {
        if let list = value?.list {
            rows = list.compactMap { row in row["key"]?.string.map { ($0, row["value"] ?? "") } }
        } else {
            rows = (value ?? .emptyObject).sortedMembers.map { ($0.name, $0.value) }
        }
    }

    /// Sets those of `others`; new ones stand behind.
    mutating func set(_ others: WrittenTags) {
        self = WrittenTags(.list((list.list ?? []).withTags(others.list.list ?? [])))
    }

    mutating func remove(_ keys: [String]) { rows.removeAll { keys.contains($0.key) } }

    /// A list of `{key, value}`.
    var list: Value { .list(rows.map { ["key": .string($0.key), "value": $0.value] }) }
    /// A map.
    var map: Value { .object(Dictionary(rows) { _, last in last }) }
    /// How many there are.
    var count: Int { rows.count }
}
