import AWSSSM
import Model
import Simulation

/// AWS Systems Manager's parameters: rows of `ssm/parameter` in the registry, by name.
public enum LocalSSM {
    /// The service with its operations.
    public static let service = LocalService(
        SSM.model, throttle: ("ThrottlingException", "Rate exceeded", 400),
        buckets: [
            LocalService.Bucket(
                "SSM GetParameter", burst: 40, refillPerMille: 40_000,
                ["GetParameter", "GetParameters", "GetParametersByPath"])
        ],
        [
            .read("GetParameter", getParameter),
            .read("GetParameters", getParameters),
            .read("GetParametersByPath", getParametersByPath),
            .read("DescribeParameters", describeParameters),
            .write("PutParameter", putParameter),
            .write("DeleteParameter", deleteParameter),
            .write("DeleteParameters", deleteParameters),
        ])

    private static let table = "ssm/parameter"

    static func getParameter(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("name") ?? ""
        guard let found = parameter(name, world) else {
            throw Refusal("ParameterNotFound", "Parameter \(name) not found.")
        }
        return ["parameter": found]
    }

    static func getParameters(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("names")
        return [
            "parameters": .list(names.compactMap { parameter($0, world) }),
            "invalidParameters": .list(names.filter { parameter($0, world) == nil }.map { .string($0) }),
        ]
    }

    static func getParametersByPath(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let path = request.text("path") ?? "/"
        let prefix = path.hasSuffix("/") ? path : path + "/"
        let isRecursive = request["recursive"]?.bool ?? false
        let rows = world.registry[table].all.filter { row in
            row.key.hasPrefix(prefix) && (isRecursive || !row.key.dropFirst(prefix.count).contains("/"))
        }
        let sorted = rows.sorted { $0.key < $1.key }.map(\.value)
        return try answer(sorted.map(shown), request, size: 10)
    }

    static func describeParameters(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let filters = request.list("parameterFilters") + request.list("filters")
        let rows = world.registry[table].all.filter { row in filters.allSatisfy { holds($0, row.key, row.value) } }
        let shown = rows.sorted { $0.key < $1.key }.map { row in
            var value = row.value
            value["value"] = nil
            value["tier"] = "Standard"
            return value
        }
        return try answer(shown, request, size: 50)
    }

    static func putParameter(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("name") ?? ""
        let old = world.registry[table][name]
        if old != nil, !(request["overwrite"]?.bool ?? false) {
            throw Refusal(
                "ParameterAlreadyExists",
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to true."
            )
        }
        guard let type = request.text("type") ?? old?["type"]?.string else {
            throw Refusal("ValidationException", "A parameter type is required when you create a parameter.")
        }
        let version = (old?["version"]?.integer ?? 0) + 1
        var row: Value = [
            "name": .string(name), "type": .string(type), "value": request["value"] ?? "", "version": .integer(version),
            "lastModifiedDate": world.now.shown,
            "arn": .string(world.place.arn("ssm", "parameter" + (name.hasPrefix("/") ? name : "/" + name))),
            "dataType": request["dataType"] ?? old?["dataType"] ?? "text",
        ]
        row["description"] = request["description"] ?? old?["description"]
        world.registry[table][name] = row
        return ["version": .integer(version), "tier": request["tier"] ?? "Standard"]
    }

    static func deleteParameter(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("name") ?? ""
        guard world.registry[table][name] != nil else {
            throw Refusal("ParameterNotFound", "Parameter \(name) not found.")
        }
        world.registry[table][name] = nil
        return .emptyObject
    }

    static func deleteParameters(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("names")
        let known = names.filter { world.registry[table][$0] != nil }
        for name in known { world.registry[table][name] = nil }
        return [
            "deletedParameters": .list(known.map { .string($0) }),
            "invalidParameters": .list(names.filter { !known.contains($0) }.map { .string($0) }),
        ]
    }
}

extension LocalSSM {
    /// By name or ARN, with `:version` or without; an older version is not kept.
    private static func parameter(_ said: String, _ world: World) -> Value? {
        let words = said.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let isARN = words.first == "arn" && words.count >= 6
        let rest = isARN ? Array(words.dropFirst(5)) : words
        let name = isARN ? String(rest[0].dropFirst("parameter".count)) : rest[0]
        let key = world.registry[table][name] == nil && isARN ? String(name.dropFirst()) : name
        guard let row = world.registry[table][key] else { return nil }
        guard rest.count > 1 else { return shown(row) }
        guard Int(rest[1]) == row["version"]?.integer else { return nil }
        var chosen = shown(row)
        chosen["selector"] = .string(":" + rest[1])
        return chosen
    }

    private static func shown(_ row: Value) -> Value {
        var row = row
        row["description"] = nil
        return row
    }

    private static func holds(_ filter: Value, _ name: String, _ row: Value) -> Bool {
        let values = (filter["values"]?.list ?? []).compactMap(\.string)
        let isPrefix = filter["option"]?.string == "BeginsWith"
        switch filter["key"]?.string {
        case "Name": return values.contains { isPrefix ? name.hasPrefix($0) : name == $0 }
        case "Path": return values.contains { name.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
        case "Type": return values.contains { row["type"]?.string == $0 }
        default: return true
        }
    }

    private static func answer(_ rows: [Value], _ request: LocalRequest, size: Int) throws(Refusal) -> Value {
        let page = try request.page(rows, size: size, invalidToken: "InvalidNextToken")
        var output: Value = ["parameters": .list(page.items)]
        output["nextToken"] = page.next.map { .string($0) }
        return output
    }
}
