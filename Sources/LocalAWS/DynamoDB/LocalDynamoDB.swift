import AWSDynamoDB
import Model
import Simulation

/// DynamoDB as the embedded AWS serves it: tables with a partition key and perhaps a sort key, and their items, read and
/// written under conditions. A table is there at once; indexes, streams and transactions are not.
enum LocalDynamoDB {
    static let service = LocalService(
        DynamoDB.model,
        throttle: (
            "ProvisionedThroughputExceededException", "The level of configured provisioned throughput was exceeded.",
            400
        ),
        [
            .write("CreateTable", createTable), .read("DescribeTable", describeTable), .read("ListTables", listTables),
            .write("DeleteTable", deleteTable), .write("UpdateTimeToLive", updateTimeToLive),
            .read("DescribeTimeToLive", describeTimeToLive), .read("GetItem", getItem), .write("PutItem", putItem),
            .write("UpdateItem", updateItem), .write("DeleteItem", deleteItem), .read("Query", query),
            .read("Scan", scan),
        ])

    /// Rows of tables, in the shape of `TableDescription`.
    static let tables = "dynamodb/table"
    /// Rows of a table's items, by the text of their key.
    static func items(_ table: String) -> String { "dynamodb/item/\(table)" }

    /// The table that a request names, by its name or its ARN.
    static func table(_ world: World, _ request: LocalRequest) throws(Refusal) -> DynamoTable {
        let name = name(request)
        guard let row = world.registry[tables][name] else {
            throw Refusal("ResourceNotFoundException", "Requested resource not found")
        }
        return DynamoTable(row)
    }

    /// The name in what a request calls `TableName`.
    static func name(_ request: LocalRequest) -> String {
        let said = request.text("tableName") ?? ""
        return said.hasPrefix("arn:") ? String(said.split(separator: "/").last ?? "") : said
    }

    /// What came before expressions is refused by name: nothing is passed over in silence.
    static func refuseLegacy(_ request: LocalRequest) throws(Refusal) {
        let legacy = [
            "expected", "attributeUpdates", "keyConditions", "queryFilter", "scanFilter", "attributesToGet",
            "conditionalOperator", "indexName",
        ]
        guard let member = legacy.first(where: { request[$0] != nil }) else { return }
        throw invalid("\(member) is not modelled by this endpoint; use expressions on the table itself")
    }

    /// DynamoDB's error for what a request says wrongly.
    static func invalid(_ text: String) -> Refusal { Refusal("ValidationException", text) }
}

/// A table's key.
struct DynamoTable {
    let row: Value

    init(_ row: Value) { self.row = row }

    var name: String { row["tableName"]?.string ?? "" }

    /// The partition key's attribute and, where there is one, the sort key's.
    var keys: [String] {
        let schema = row["keySchema"]?.list ?? []
        return ["HASH", "RANGE"].compactMap { type in
            schema.first { $0["keyType"]?.string == type }?["attributeName"]?.string
        }
    }

    private func type(_ attribute: String) -> String? {
        row["attributeDefinitions"]?.list?.first { $0["attributeName"]?.string == attribute }?["attributeType"]?.string
    }

    /// The text under which an item is kept. Throws a refusal when `item` lacks a key or has it in another type.
    func key(of item: Value) throws(Refusal) -> String {
        var texts: [String] = []
        for key in keys {
            guard let value = item[key] else {
                throw LocalDynamoDB.invalid(
                    "One or more parameter values were invalid: Missing the key \(key) in the item")
            }
            guard let type = type(key), let scalar = value[type.lowercased()] else {
                throw LocalDynamoDB.invalid(
                    "One or more parameter values were invalid: Type mismatch for key \(key) expected: \(type(key) ?? "S")"
                )
            }
            guard scalar != "", scalar != Value(.bytes([])) else {
                throw LocalDynamoDB.invalid(
                    "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an "
                        + "empty string value. Key: \(key)")
            }
            texts.append(DynamoNumber(scalar, of: type)?.text ?? scalar.string ?? "\(scalar)")
        }
        return texts.map { "\($0.utf8.count):\($0)" }.joined()
    }

    /// The same for a request's `Key`, which holds nothing else.
    func key(asked key: Value?) throws(Refusal) -> String {
        guard let key, Set((key.object ?? [:]).keys) == Set(keys) else {
            throw LocalDynamoDB.invalid("The provided key element does not match the schema")
        }
        return try self.key(of: key)
    }
}
