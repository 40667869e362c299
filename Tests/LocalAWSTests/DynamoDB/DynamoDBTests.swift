import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("DynamoDB's items and conditions")
struct DynamoDBTests {
    private let dynamo = Asking(LocalDynamoDB.service)

    init() throws {
        try dynamo.ask(
            "CreateTable",
            [
                "tableName": "leases", "billingMode": "PAY_PER_REQUEST",
                "keySchema": [["attributeName": "environment", "keyType": "HASH"]],
                "attributeDefinitions": [["attributeName": "environment", "attributeType": "S"]],
            ])
        try dynamo.ask(
            "PutItem",
            ["tableName": "leases", "item": ["environment": ["s": "a"], "epoch": ["n": "10"], "nonce": ["s": "n1"]]])
    }

    private func put(_ condition: String, _ value: Value) throws -> Value {
        try dynamo.ask(
            "PutItem",
            [
                "tableName": "leases", "item": ["environment": ["s": "a"], "epoch": ["n": "11"]],
                "conditionExpression": .string(condition), "expressionAttributeValues": [":v": value],
            ])
    }

    @Test("a condition that does not hold leaves everything as it was")
    func swap() throws {
        let failed = Refusal("ConditionalCheckFailedException", "The conditional request failed")
        #expect(throws: failed) { try put("nonce = :v", ["s": "n0"]) }
        #expect(throws: failed) { try put("attribute_not_exists(environment) OR epoch < :v", ["n": "9"]) }
        #expect(try found()?["epoch"] == ["n": "10"])
        _ = try put("nonce = :v", ["s": "n1"])
        #expect(try found()?["epoch"] == ["n": "11"])
    }

    @Test("numbers are compared as numbers")
    func numbers() throws {
        #expect(throws: Refusal.self) { try put("epoch < :v", ["n": "9"]) }
        _ = try put("epoch = :v", ["n": "1.0e1"])
    }

    @Test("AND binds before OR, NOT before both")
    func precedence() throws {
        _ = try put("nonce = :v OR nonce <> :v AND nonce <> :v", ["s": "n1"])
        #expect(throws: Refusal.self) { try put("NOT epoch > :v AND epoch > :v", ["n": "1"]) }
    }

    @Test("an expression that is none is refused, and says where")
    func syntax() {
        for text in ["nonce =", "nonce = :v)", "(nonce = :v", "nonce = :v :v", "= :v", "nonce ~ :v"] {
            let refusal = #expect(throws: Refusal.self) { try put(text, ["s": "n1"]) }
            #expect(refusal?.code == "ValidationException", "\(text)")
        }
    }

    private func found() throws -> Value? {
        try dynamo.ask("GetItem", ["tableName": "leases", "key": ["environment": ["s": "a"]]])["item"]
    }
}
