import Model

/// RegisterTaskDefinition's input with those of AWS's defaults that placement and health depend on (aws-facts 4.5).
struct DefinitionInput {
    private let input: Value

    init(_ input: Value) { self.input = input }

    /// What DescribeTaskDefinition will show.
    var shown: Value {
        var members = input
        let mode = input["networkMode"]?.string ?? "bridge"
        members["networkMode"] = .string(mode)
        members["cpu"] = Self.units(input["cpu"], "vcpu")
        members["memory"] = Self.units(input["memory"], "gb")
        let rows = (input["containerDefinitions"]?.list ?? []).map { Self.container($0, mode) }
        members["containerDefinitions"] = .list(rows)
        return members
    }

    private static func container(_ row: Value, _ mode: String) -> Value {
        var row = row
        let ports = (row["portMappings"]?.list ?? []).map { port -> Value in
            guard port["hostPort"] == nil, ["awsvpc", "host"].contains(mode) else { return port }
            var port = port
            port["hostPort"] = port["containerPort"]
            return port
        }
        row["portMappings"] = .list(ports)
        return row
    }

    /// `1024`, `1 vCPU`, `0.5 GB` as the plain number that AWS shows.
    private static func units(_ value: Value?, _ unit: String) -> Value? {
        guard let text = value?.scalarText?.lowercased() else { return nil }
        guard text.hasSuffix(unit) else { return .string(text) }
        let front = text.dropLast(unit.count).filter { $0 != " " }
        return Double(front).map { .string(String(Int($0 * 1024))) }
    }
}
