import AWSWire
public import Model

/// Leases in a DynamoDB table: one item an environment and one a controller, each below the partition key `environment`.
///
/// Reads are consistent, writes have a condition on the nonce (DynamoDB's Conditional Writes).
public struct DynamoDBLeaseStore: LeaseStore {
    let aws: any AWSSender
    let table: String

    /// Before the holder's name, where a row is about a controller; no environment's name has a slash.
    private static let controllers = "controllers/"

    /// The leases of `table`, which `aws` can reach.
    public init(_ aws: any AWSSender, table: String) {
        self.aws = aws
        self.table = table
    }

    /// The lease of an environment; nil when there is none. Throws `AWSError` and `LeaseTableError`.
    public func read(_ environment: String) async throws -> LeaseItem? {
        let reply = try await send("GetItem", ["key": key(environment), "consistentRead": true])
        return try reply["item"].flatMap { $0.object?.isEmpty == true ? nil : $0 }.map { try LeaseItem(row: $0, table) }
    }

    /// The leases of all environments, in the order of their names. Throws `AWSError` and `LeaseTableError`.
    public func leases() async throws -> [LeaseItem] { try await readAll().leases }

    func readAll() async throws -> LeaseRows {
        var rows = LeaseRows()
        var start: Value?
        repeat {
            var input: Value = ["consistentRead": true]
            input["exclusiveStartKey"] = start
            let page = try await send("Scan", input)
            for row in page["items"]?.list ?? [] { try rows.add(row, table) }
            start = page["lastEvaluatedKey"].flatMap { $0.object?.isEmpty == true ? nil : $0 }
        } while start != nil
        rows.leases.sort { $0.environment < $1.environment }
        rows.presences.sort { $0.holder < $1.holder }
        return rows
    }

    func write(_ write: LeaseWrite) async throws -> LeaseMachine.Ending {
        var input: Value = [
            "item": write.item.row, "conditionExpression": "attribute_not_exists(#key)",
            "expressionAttributeNames": ["#key": "environment"],
        ]
        if let expected = write.expected {
            input["conditionExpression"] = "#nonce = :expected"
            input["expressionAttributeNames"] = ["#nonce": "nonce"]
            input["expressionAttributeValues"] = [":expected": ["s": .string(expected)]]
        }
        do {
            _ = try await send("PutItem", input)
            return .applied
        } catch let error as AWSError where error.code == "ConditionalCheckFailedException" {
            return .refused
        }
    }

    /// Writes where nobody else wrote since; true when that was so. Throws `AWSError` and `LeaseTableError`.
    public func swap(_ swap: LeaseWrite) async throws -> Bool {
        if try await write(swap) == .applied { return true }
        // A repetition of what was done already is refused too.
        return try await read(swap.item.environment)?.nonce == swap.item.nonce
    }

    /// Tries writes whose condition can not hold, so that nothing changes: whether the table takes Neap's keys, and whether
    /// this role may write. Throws `AWSError` and `LeaseTableError`.
    public func checkWritable() async throws {
        let nonce = RandomID.draw()
        let item = LeaseItem(environment: "check/\(nonce)", owner: "check", epoch: 1, nonce: nonce, lease: .seconds(30))
        // Nobody has ever written this nonce.
        _ = try await write(LeaseWrite(item, expecting: nonce))
        try await forget(Presence(holder: "check/\(nonce)", nonce: nonce, lease: item.lease, environments: []))
    }

    func announce(_ presence: Presence) async throws {
        _ = try await send("PutItem", ["item": presence.row(key: Self.controllers + presence.holder)])
    }

    func forget(_ presence: Presence) async throws {
        do {
            _ = try await send(
                "DeleteItem",
                [
                    "key": key(Self.controllers + presence.holder), "conditionExpression": "#nonce = :expected",
                    "expressionAttributeNames": ["#nonce": "nonce"],
                    "expressionAttributeValues": [":expected": ["s": .string(presence.nonce)]],
                ])
        } catch let error as AWSError where error.code == "ConditionalCheckFailedException" {
            return
        }
    }

    private func key(_ name: String) -> Value { ["environment": ["s": .string(name)]] }

    private func send(_ operation: String, _ input: Value) async throws -> Value {
        var input = input
        input["tableName"] = .string(table)
        do {
            return try await aws.send(AWSCall("dynamodb", operation, input))
        } catch let error as AWSError where error.code == "ResourceNotFoundException" {
            throw LeaseTableError(
                "the lease table \(table) does not exist: create it with the string partition key `environment` "
                    + "(docs/leases.md), or name another with --lease-table")
        } catch let error as AWSError where error.code == "ValidationException" {
            throw LeaseTableError(
                "the lease table \(table) does not take leases: it needs the string partition key `environment` and no sort "
                    + "key (docs/leases.md); AWS says: \(error.message)")
        }
    }
}

extension LeaseRows {
    fileprivate mutating func add(_ row: Value, _ table: String) throws {
        if let presence = Presence(row: row) {
            presences.append(presence)
        } else {
            leases.append(try LeaseItem(row: row, table))
        }
    }
}

/// The table is missing, or holds what is no lease.
public struct LeaseTableError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong and what helps.
    public let description: String

    init(_ description: String) { self.description = description }
}
