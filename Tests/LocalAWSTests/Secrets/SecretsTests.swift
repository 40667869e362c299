import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("Secrets")
struct SecretsTests {
    private let secrets = Asking(LocalSecrets.service)

    @Test("a secret is found by name, by ARN, and by ARN without AWS's own ending; what it holds is not kept")
    func found() throws {
        let made = try secrets.ask("CreateSecret", ["name": "app/db", "secretString": "hunter2"])
        let arn = try #require(made["arn"]?.string)
        #expect(arn.hasPrefix("arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-"))
        for id in ["app/db", arn, String(arn.dropLast(7))] {
            #expect(try secrets.ask("DescribeSecret", ["secretId": .string(id)])["name"] == "app/db")
        }
        #expect(!"\(secrets.world.registry["secretsmanager/secret"].all)".contains("hunter2"))
        #expect(throws: Refusal.self) { try secrets.ask("CreateSecret", ["name": "app/db"]) }
    }

    @Test("a deleted secret is shown with its date until it is gone, and at once when that is asked for")
    func deleted() throws {
        try secrets.ask("CreateSecret", ["name": "a"])
        try secrets.ask("DeleteSecret", ["secretId": "a", "recoveryWindowInDays": 7])
        #expect(try secrets.ask("DescribeSecret", ["secretId": "a"])["deletedDate"] != nil)
        #expect(try secrets.ask("ListSecrets", .emptyObject)["secretList"] == [])
        try secrets.ask("DeleteSecret", ["secretId": "a", "forceDeleteWithoutRecovery": true])
        #expect(throws: Refusal.self) { try secrets.ask("DescribeSecret", ["secretId": "a"]) }
    }
}
