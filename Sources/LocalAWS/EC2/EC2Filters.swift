import Model
import Simulation

/// A request's `Filters`: a row stays when it has one of the values of every filter.
struct EC2Filters {
    private let wanted: [(name: String, values: [String])]

    init(_ request: LocalRequest) {
        wanted = request.list("filters").map { filter in
            (filter["name"]?.string ?? "", (filter["values"]?.list ?? []).compactMap(\.scalarText))
        }
    }

    /// The rows that every filter lets through; `paths` says where in a row a filter's facts stand.
    ///
    /// `tag:KEY`, `tag-key` and `tag-value` look into `tags`.
    func select(_ rows: [Value], _ paths: [String: String]) throws(Refusal) -> [Value] {
        var left = rows
        for filter in wanted {
            guard let path = Self.path(filter.name, paths) else {
                throw Refusal("InvalidParameterValue", "The filter '\(filter.name)' is invalid")
            }
            left.removeAll { row in
                let facts = Self.facts(filter.name, path, row)
                return !facts.contains { fact in filter.values.contains { Wildcard($0).matches(fact) } }
            }
        }
        return left
    }

    /// The values of the filter of this name; nil when the request lacks it.
    func values(_ name: String) -> [String]? { wanted.first { $0.name == name }?.values }

    private static func path(_ name: String, _ paths: [String: String]) -> String? {
        if name.hasPrefix("tag:") { return "tags" }
        return ["tag-key": "tags.key", "tag-value": "tags.value"][name] ?? paths[name]
    }

    private static func facts(_ name: String, _ path: String, _ row: Value) -> [String] {
        guard name.hasPrefix("tag:") else { return row.scalars(at: path) }
        return row["tags"]?.tag(String(name.dropFirst(4))).map { [$0] } ?? []
    }
}

/// A filter's value: `*` stands for any text, `?` for one character.
struct Wildcard {
    private let pattern: [UInt8]

    init(_ pattern: String) { self.pattern = Array(pattern.utf8) }

    func matches(_ text: String) -> Bool {
        let text = Array(text.utf8)
        var (place, at, star, resume) = (0, 0, -1, 0)
        while at < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                (star, resume) = (place, at)
                place += 1
            } else if place < pattern.count, pattern[place] == text[at] || pattern[place] == UInt8(ascii: "?") {
                place += 1
                at += 1
            } else if star >= 0 {
                resume += 1
                (place, at) = (star + 1, resume)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
