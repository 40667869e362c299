import Kinds
import Model
import Testing

@testable import Importing

/// What nobody would write is left out. That leaving it out is no change is part of every kind's contract.
struct DefaultsLeftOutTests {
    private func left(_ kind: String, _ spec: Value) throws -> Value {
        DefaultsLeftOut(schema: try #require(kindsByName[kind]).schema).of(spec)
    }

    @Test("defaults, nulls, empty lists and mappings go; what differs stays")
    func defaults() throws {
        let spec: Value = [
            "schedulingStrategy": "REPLICA", "desiredCount": 2, "placementStrategy": [], "role": .null,
            "deploymentConfiguration": [
                "maximumPercent": 200, "minimumHealthyPercent": 50,
                "deploymentCircuitBreaker": ["enable": false, "rollback": false],
            ],
        ]
        let expected: Value = ["desiredCount": 2, "deploymentConfiguration": ["minimumHealthyPercent": 50]]
        #expect(try left("Service", spec) == expected)
    }

    @Test("a default that AWS demands is stated")
    func required() throws {
        let action: Value = [["type": "redirect", "redirectConfig": ["statusCode": "HTTP_301"]]]
        #expect(try left("ListenerRule", ["actions": action])["actions"] == action)
    }

    @Test("defaults inside lists go too, and floating-point ones")
    func inside() throws {
        let containers: Value = [["name": "a", "essential": true, "cpu": 0.0, "portMappings": [["protocol": "tcp"]]]]
        let expected: Value = [["name": "a", "portMappings": [.emptyObject]]]
        #expect(try left("TaskDefinition", ["containerDefinitions": containers])["containerDefinitions"] == expected)
    }

    @Test("what only AWS sets goes")
    func readOnly() throws {
        #expect(try left("Service", ["runningCount": 3, "status": "ACTIVE"]) == .emptyObject)
    }
}
