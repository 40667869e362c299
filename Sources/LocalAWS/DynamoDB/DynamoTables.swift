import Model
import Simulation

/// Tables.
extension LocalDynamoDB {
    static func createTable(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = name(request)
        guard world.registry[tables][name] == nil else {
            throw Refusal("ResourceInUseException", "Table already exists: \(name)")
        }
        for member in ["globalSecondaryIndexes", "localSecondaryIndexes", "streamSpecification"]
        where request[member] != nil {
            throw invalid("\(member) is not modelled by this endpoint")
        }
        try check(request)
        let isOnDemand = request.text("billingMode") == "PAY_PER_REQUEST"
        var row: Value = [
            "tableName": .string(name), "tableStatus": "ACTIVE", "creationDateTime": world.now.shown,
            "tableArn": .string(world.place.arn("dynamodb", "table/\(name)")), "tableId": .string(world.mintUUID()),
            "itemCount": 0, "tableSizeBytes": 0,
            "deletionProtectionEnabled": request["deletionProtectionEnabled"] ?? false,
            "provisionedThroughput": throughput(request),
        ]
        for member in ["attributeDefinitions", "keySchema"] { row[member] = request[member] }
        if isOnDemand {
            row["billingModeSummary"] = [
                "billingMode": "PAY_PER_REQUEST", "lastUpdateToPayPerRequestDateTime": world.now.shown,
            ]
        }
        world.registry[tables][name] = row
        return ["tableDescription": row]
    }

    private static func throughput(_ request: LocalRequest) -> Value {
        var shown: Value = ["numberOfDecreasesToday": 0, "readCapacityUnits": 0, "writeCapacityUnits": 0]
        for unit in ["readCapacityUnits", "writeCapacityUnits"] {
            shown[unit] = request["provisionedThroughput"]?[unit] ?? 0
        }
        return shown
    }

    private static func check(_ request: LocalRequest) throws(Refusal) {
        let schema = request.list("keySchema").compactMap { $0["attributeName"]?.string }
        let types = request.list("keySchema").compactMap { $0["keyType"]?.string }
        guard types == ["HASH"] || types == ["HASH", "RANGE"] else {
            throw invalid("Invalid KeySchema: The first KeySchemaElement is not a HASH key type")
        }
        let defined = request.list("attributeDefinitions").compactMap { $0["attributeName"]?.string }
        guard schema.allSatisfy(defined.contains) else {
            throw invalid(
                "One or more parameter values were invalid: Some index key attributes are not defined in "
                    + "AttributeDefinitions. Keys: \(schema), AttributeDefinitions: \(defined)")
        }
        guard defined.count == schema.count else {
            throw invalid(
                "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number "
                    + "of attributes defined in AttributeDefinitions")
        }
        guard request.text("billingMode") == "PAY_PER_REQUEST" || request["provisionedThroughput"] != nil else {
            throw invalid("No provisioned throughput specified for the table")
        }
    }

    static func describeTable(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = name(request)
        guard var row = world.registry[tables][name] else {
            throw Refusal("ResourceNotFoundException", "Requested resource not found: Table: \(name) not found")
        }
        row["itemCount"] = .integer(world.registry[items(name)].values.count)
        return ["table": row]
    }

    static func listTables(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let start = request.text("exclusiveStartTableName") ?? ""
        let names = world.registry[tables].all.map(\.key).filter { $0 > start }.sorted()
        let page = names.prefix(request["limit"]?.integer ?? 100)
        var output: Value = ["tableNames": .texts(Array(page))]
        if page.count < names.count { output["lastEvaluatedTableName"] = .text(page.last) }
        return output
    }

    static func deleteTable(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = name(request)
        guard var row = world.registry[tables][name] else {
            throw Refusal("ResourceNotFoundException", "Requested resource not found: Table: \(name) not found")
        }
        guard row["deletionProtectionEnabled"]?.bool != true else {
            throw invalid(
                "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first."
            )
        }
        for (key, _) in world.registry[items(name)].all { world.registry[items(name)][key] = nil }
        world.registry[tables][name] = nil
        row["tableStatus"] = "DELETING"
        return ["tableDescription": row]
    }

    /// Written down only: nothing expires here, as AWS promises no time for it either.
    static func updateTimeToLive(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        var row = try table(world, request).row
        row["timeToLive"] = request["timeToLiveSpecification"]
        world.registry[tables][name(request)] = row
        return ["timeToLiveSpecification": request["timeToLiveSpecification"] ?? .emptyObject]
    }

    static func describeTimeToLive(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let said = try table(world, request).row["timeToLive"]
        guard said?["enabled"]?.bool == true else { return ["timeToLiveDescription": ["timeToLiveStatus": "DISABLED"]] }
        return [
            "timeToLiveDescription": [
                "timeToLiveStatus": "ENABLED", "attributeName": said?["attributeName"] ?? "",
            ]
        ]
    }
}
