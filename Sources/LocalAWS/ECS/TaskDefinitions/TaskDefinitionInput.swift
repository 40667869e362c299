import Model
import Simulation

/// RegisterTaskDefinition's input with AWS's defaults filled in (aws-facts 4.5).
enum TaskDefinitionInput {
    /// What DescribeTaskDefinition will show, without revision, status and times.
    static func shown(_ input: Value) throws(Refusal) -> Value {
        var members = input.object ?? [:]
        members["tags"] = nil
        let mode = input["networkMode"]?.string ?? (needsFargate(input) ? "awsvpc" : "bridge")
        members["networkMode"] = .string(mode)
        members["cpu"] = try size(input["cpu"]?.string, "cpu", TaskSize.cpu)
        members["memory"] = try size(input["memory"]?.string, "memory", TaskSize.memory)
        members["volumes"] = .list((input["volumes"]?.list ?? []).map(volume))
        members["placementConstraints"] = input["placementConstraints"] ?? .list([])
        members["containerDefinitions"] = .list(
            (input["containerDefinitions"]?.list ?? []).map { container($0, mode: mode) })
        members["compatibilities"] = compatibilities(members)
        let shown = Value.object(members)
        try TaskDefinitionCheck(shown).run()
        members["requiresAttributes"] = RequiredAttributes.shown(of: shown)
        return .object(members)
    }

    private static func needsFargate(_ input: Value) -> Bool {
        (input["requiresCompatibilities"]?.list ?? []).contains("FARGATE")
    }

    /// AWS shows a task's size as a plain number, however it was written.
    private static func size(_ text: String?, _ member: String, _ read: (String) -> Int?) throws(Refusal) -> Value? {
        guard let text else { return nil }
        guard let number = read(text), number > 0 else { throw .client("Invalid '\(member)' setting for task.") }
        return .string(String(number))
    }

    private static func compatibilities(_ members: [String: Value]) -> Value {
        let asked = (members["requiresCompatibilities"]?.list ?? []).compactMap(\.string)
        let fitsFargate = members["networkMode"] == "awsvpc" && members["cpu"] != nil && members["memory"] != nil
        var fit = ["EC2"]
        if fitsFargate || asked.contains("FARGATE") { fit.append("FARGATE") }
        fit += asked.filter { !fit.contains($0) }
        return .list(fit.map { .string($0) })
    }

    private static func volume(_ row: Value) -> Value {
        var row = row
        // A volume without configuration is an empty directory on the host.
        let kinds = ["dockerVolumeConfiguration", "efsVolumeConfiguration", "fsxWindowsFileServerVolumeConfiguration"]
        if row["host"] == nil, row["configuredAtLaunch"] == nil, kinds.allSatisfy({ row[$0] == nil }) {
            row["host"] = .emptyObject
        }
        if row["efsVolumeConfiguration"] != nil, row["efsVolumeConfiguration"]?["rootDirectory"] == nil {
            row["efsVolumeConfiguration"]?["rootDirectory"] = "/"
        }
        return row
    }

    private static func container(_ row: Value, mode: String) -> Value {
        var members = row.object ?? [:]
        members["cpu"] = members["cpu"] ?? 0
        members["essential"] = members["essential"] ?? true
        for list in ["environment", "mountPoints", "volumesFrom", "systemControls"] {
            members[list] = members[list] ?? .list([])
        }
        members["portMappings"] = .list((row["portMappings"]?.list ?? []).map { port($0, mode: mode) })
        members["healthCheck"] = row["healthCheck"].map(healthCheck)
        return .object(members)
    }

    private static func port(_ row: Value, mode: String) -> Value {
        var row = row
        if row["protocol"] == nil { row["protocol"] = "tcp" }
        if row["hostPort"] == nil, row["containerPortRange"] == nil {
            row["hostPort"] = ["awsvpc", "host"].contains(mode) ? row["containerPort"] : 0
        }
        return row
    }

    private static func healthCheck(_ row: Value) -> Value {
        var members = row.object ?? [:]
        for (name, usual) in [("interval", 30), ("timeout", 5), ("retries", 3)] {
            members[name] = members[name] ?? .integer(usual)
        }
        return .object(members)
    }
}

/// How a task's `cpu` and `memory` may be written.
enum TaskSize {
    /// `1024`, `1 vCPU`, `.5 vcpu` in CPU units.
    static func cpu(_ text: String) -> Int? { units(text, "vcpu") }

    /// `2048`, `2GB`, `0.5 gb` in MiB.
    static func memory(_ text: String) -> Int? { units(text, "gb") }

    private static func units(_ text: String, _ unit: String) -> Int? {
        if let number = Int(text) { return number }
        let lower = text.lowercased()
        guard lower.hasSuffix(unit) else { return nil }
        let front = lower.dropLast(unit.count).filter { $0 != " " }
        guard let number = Double(front), number.isFinite, number > 0, number < 1_000_000 else { return nil }
        return Int(number * 1024)
    }
}
