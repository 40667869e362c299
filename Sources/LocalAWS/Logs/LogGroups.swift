import Model
import Simulation

extension LocalLogs {
    static func createLogGroup(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("logGroupName") ?? ""
        guard world.registry[groups][name] == nil else {
            throw Refusal("ResourceAlreadyExistsException", "The specified log group already exists")
        }
        let arn = world.place.arn("logs", "log-group:\(name)")
        var row: Value = [
            "logGroupName": .string(name), "creationTime": milliseconds(world), "metricFilterCount": 0,
            "arn": .string(arn + ":*"), "logGroupArn": .string(arn), "storedBytes": 0,
            "logGroupClass": request["logGroupClass"] ?? "STANDARD",
            "deletionProtectionEnabled": request["deletionProtectionEnabled"] ?? false,
        ]
        row["kmsKeyId"] = request["kmsKeyId"]
        world.registry[groups][name] = row
        world.registry[tags][name] = request["tags"] ?? .emptyObject
        return .emptyObject
    }

    static func describeLogGroups(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (prefix, pattern) = (request.text("logGroupNamePrefix"), request.text("logGroupNamePattern"))
        guard prefix == nil || pattern == nil else {
            throw Refusal(
                "InvalidParameterException",
                "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.")
        }
        let named = request.texts("logGroupIdentifiers").map { name($0) }
        let kind = request.text("logGroupClass")
        let found = world.registry[groups].all.filter { row in
            (prefix.map(row.key.hasPrefix) ?? true)
                && (pattern.map { row.key.lowercased().contains($0.lowercased()) } ?? true)
                && (named.isEmpty || named.contains(row.key))
                && (kind.map { row.value["logGroupClass"]?.string == $0 } ?? true)
        }
        let page = try request.page(found.sorted { $0.key < $1.key }.map(\.value), limit: "limit", size: 50)
        var output: Value = ["logGroups": .list(page.items)]
        output["nextToken"] = page.next.map { .string($0) }
        return output
    }

    static func deleteLogGroup(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (name, row) = try group(request, world)
        guard row["deletionProtectionEnabled"]?.bool != true else {
            throw Refusal("ValidationException", "The log group \(name) is protected from deletion.")
        }
        world.registry[groups][name] = nil
        world.registry[tags][name] = nil
        world.registry[streams(of: name)] = Registry.Table()
        world.registry[events(of: name)] = Registry.Table()
        return .emptyObject
    }

    static func putRetentionPolicy(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let days = request["retentionInDays"]?.integer ?? 0
        guard allowedDays.contains(days) else {
            let choices = allowedDays.map(String.init).joined(separator: ", ")
            throw Refusal(
                "InvalidParameterException",
                "1 validation error detected: Value '\(days)' at 'retentionInDays' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [\(choices)]")
        }
        return try set("retentionInDays", .integer(days), &world, request)
    }

    static func deleteRetentionPolicy(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try set("retentionInDays", nil, &world, request)
    }

    static func associateKmsKey(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try set("kmsKeyId", request["kmsKeyId"], &world, request)
    }

    static func disassociateKmsKey(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try set("kmsKeyId", nil, &world, request)
    }

    static func putLogGroupDeletionProtection(
        _ world: inout World, _ request: LocalRequest
    ) throws(Refusal) -> Value {
        try set("deletionProtectionEnabled", request["deletionProtectionEnabled"], &world, request)
    }

    static func tagResource(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (name, _) = try group(request, world)
        var set = WrittenTags(world.registry[tags][name])
        set.set(WrittenTags(request["tags"]))
        world.registry[tags][name] = set.map
        return .emptyObject
    }

    static func untagResource(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (name, _) = try group(request, world)
        var set = WrittenTags(world.registry[tags][name])
        set.remove(request.texts("tagKeys") + request.texts("tags"))
        world.registry[tags][name] = set.map
        return .emptyObject
    }

    static func listTagsForResource(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (name, _) = try group(request, world)
        return ["tags": world.registry[tags][name] ?? .emptyObject]
    }

    private static let allowedDays = [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
    ]

    private static func set(
        _ member: String, _ value: Value?, _ world: inout World, _ request: LocalRequest
    ) throws(Refusal) -> Value {
        var (name, row) = try group(request, world)
        row[member] = value
        world.registry[groups][name] = row
        return .emptyObject
    }
}
