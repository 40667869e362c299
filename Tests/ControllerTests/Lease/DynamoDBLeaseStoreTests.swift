import AWSWire
import Model
import Synchronization
import Testing

@testable import Controller

@Suite("Leases in a DynamoDB table")
struct DynamoDBLeaseStoreTests {
    /// A table that answers each call with an error of its own, and remembers the calls.
    private final class Table: AWSSender {
        private let code: String
        private let asked = Mutex<[AWSCall]>([])

        init(answering code: String) { self.code = code }

        var calls: [AWSCall] { asked.withLock { $0 } }

        func sendAll(_ call: AWSCall) async throws -> Value { try await send(call) }

        func send(_ call: AWSCall) async throws -> Value {
            asked.withLock { $0.append(call) }
            throw AWSError(
                service: "dynamodb", operation: call.operation, code: code, message: "Missing the key id in the item",
                status: 400)
        }
    }

    @Test("trying whether it can be written changes nothing: each write has a condition that can not hold")
    func tried() async throws {
        let table = Table(answering: "ConditionalCheckFailedException")
        try await DynamoDBLeaseStore(table, table: "leases").checkWritable()
        #expect(table.calls.map(\.operation) == ["PutItem", "DeleteItem"])
        #expect(table.calls.allSatisfy { $0.input["conditionExpression"]?.string == "#nonce = :expected" })
        let nonces = table.calls.map { $0.input["expressionAttributeValues"]?[":expected"]?["s"]?.string ?? "" }
        #expect(nonces.allSatisfy { $0.count == 32 })
    }

    @Test("a table with another key says what it needs")
    func otherKey() async {
        let store = DynamoDBLeaseStore(Table(answering: "ValidationException"), table: "leases")
        let error = await #expect(throws: LeaseTableError.self) { try await store.checkWritable() }
        let text = error?.description ?? ""
        #expect(text.hasPrefix("the lease table leases does not take leases: it needs the string partition key"))
        #expect(text.hasSuffix("AWS says: Missing the key id in the item"))
    }

    @Test("who may not write is told by AWS's own error")
    func denied() async {
        let store = DynamoDBLeaseStore(Table(answering: "AccessDeniedException"), table: "leases")
        await #expect(throws: AWSError.self) { try await store.checkWritable() }
    }
}
