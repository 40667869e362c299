import Model
import Simulation

/// Many items.
extension LocalDynamoDB {
    static func scan(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let table = try table(world, request)
        // Partitions come in an order of the service's own, which is always the same.
        let rows = world.registry[items(table.name)].all.sorted { $0.key < $1.key }
        return try answer(rows, request, table)
    }

    static func query(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let table = try table(world, request)
        guard let text = request.text("keyConditionExpression") else {
            throw invalid(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.")
        }
        var names = ExpressionNames(request)
        let condition = try Condition.read(text, "KeyConditionExpression", &names)
        guard condition.demandsEquality(of: table.keys.first ?? ""), condition.isOnly(about: table.keys) else {
            throw invalid("Query condition missed key schema element: \(table.keys.first ?? "")")
        }
        var rows: [(key: String, value: Value)] = []
        for row in world.registry[items(table.name)].all {
            if condition.holds(of: row.value) { rows.append(row) }
        }
        if let sort = table.keys.dropFirst().first {
            rows.sort { DynamoAttribute.isLess($0.value[sort], $1.value[sort]) == true }
        }
        if request["scanIndexForward"]?.bool == false { rows.reverse() }
        return try answer(rows, request, table, names: names)
    }

    /// The page that is asked for, filtered after it was read, as DynamoDB does it.
    private static func answer(
        _ rows: [(key: String, value: Value)], _ request: LocalRequest, _ table: DynamoTable,
        names: ExpressionNames? = nil
    ) throws(Refusal) -> Value {
        try refuseLegacy(request)
        var names = names ?? ExpressionNames(request)
        var filter: Condition?
        if let text = request.text("filterExpression") {
            filter = try Condition.read(text, "FilterExpression", &names)
        }
        let projection = try Projection(request.text("projectionExpression"), &names)
        try names.checkUse()
        var start = 0
        if let asked = request["exclusiveStartKey"] {
            let key = try table.key(asked: asked)
            guard let place = rows.firstIndex(where: { $0.key == key }) else {
                throw invalid("The provided starting key is invalid")
            }
            start = place + 1
        }
        let end = min(rows.count, start + (request["limit"]?.integer ?? rows.count))
        var found: [Value] = []
        for row in rows[start..<end] {
            guard filter?.holds(of: row.value) ?? true else { continue }
            found.append(projection.map { $0.apply(to: row.value) } ?? row.value)
        }
        var output: Value = ["count": .integer(found.count), "scannedCount": .integer(end - start)]
        if request.text("select") != "COUNT" { output["items"] = .list(found) }
        if end < rows.count, end > start { output["lastEvaluatedKey"] = rows[end - 1].value.picking(table.keys) }
        return output
    }
}
