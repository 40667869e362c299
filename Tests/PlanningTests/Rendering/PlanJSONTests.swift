import AWSWire
import Kinds
import Model
import Planning
import Testing

@Suite("A plan for programs")
struct PlanJSONTests {
    private let json = PlanJSON(Stack.plan, Stack.header) { _ in nil }

    private func resource(_ id: String) -> Value? {
        json.value["resources"]?.list?.first { "\($0["kind"]?.string ?? "")/\($0["name"]?.string ?? "")" == id }
    }

    @Test("the first members say what it is and whose")
    func head() {
        let value = json.value
        #expect(value["schema"] == "neap/plan/v1")
        #expect(value["environment"] == "production")
        #expect(value["aws"] == ["accountId": "123456789012", "region": "eu-west-1"])
        #expect(value["commit"] == "d4a81b7c0ffee0000000000000000000000000aa")
        #expect(value["awsCalls"] == 23)
        #expect(
            Set(value.object?.keys.map { $0 } ?? []) == [
                "schema", "environment", "aws", "commit", "resources", "steps", "findings", "forecast", "spot",
                "diagnostics", "counts", "awsCalls", "departures",
            ])
    }

    @Test("counts are those of the plan")
    func counts() {
        #expect(
            json.value["counts"] == ["add": 2, "change": 2, "replace": 1, "delete": 0, "unchanged": 2, "blocked": 1])
    }

    @Test(
        "every resource says what becomes of it",
        arguments: [
            ("LogGroup/api", "create"), ("LogGroup/old", "blocked"), ("Service/api", "update"),
            ("TargetGroup/web", "replace"), ("TargetGroup/admin", "none"),
        ])
    func actions(_ id: String, _ action: String) {
        #expect(resource(id)?["action"] == .string(action))
        #expect(resource(id)?["specHash"]?.string?.hasPrefix("sha256:") == true)
        #expect(resource(id)?["declared"]?.string?.hasPrefix("production/") == true)
    }

    @Test("what is held back says why")
    func blocked() {
        #expect(resource("LogGroup/old")?["reason"] == "ObservationFailed")
        #expect(resource("LogGroup/old")?["message"] == "AWS did not answer")
        #expect(resource("LogGroup/api")?["reason"] == nil)
    }

    @Test("a change says field, both values, effect, reason and place; references are named")
    func changes() {
        #expect(
            resource("Service/api")?["changes"] == [
                [
                    "field": "/deploymentConfiguration/minimumHealthyPercent", "old": 100, "new": 50,
                    "effect": "no restart", "reason": "declared", "declared": .null,
                ],
                [
                    "field": "/taskDefinition", "old": "api:41",
                    "new": "${TaskDefinition/api.arn}", "effect": "rolls tasks", "reason": "declared",
                    "declared": .null,
                ],
            ])
    }

    @Test("what others move says who and how far")
    func owned() {
        #expect(
            resource("Service/api")?["owned"] == [
                ["field": "/desiredCount", "owner": "ScalingPolicy/api", "band": [2, 12]]
            ])
    }

    @Test("a step holds what is sent, what it waits for and what it costs")
    func steps() {
        let step = json.value["steps"]?.list?.first { $0["id"] == "Service/api#0" }
        #expect(step?["service"] == "ecs")
        #expect(step?["operation"] == "UpdateService")
        #expect(step?["after"] == ["TaskDefinition/api#0"])
        #expect(step?["effect"] == "rolls tasks")
        #expect(step?["input"]?["taskDefinition"] == "${TaskDefinition/api.arn}")
        #expect(step?["requires"] == [])
    }

    @Test("no sensitive value is shown, in changes or in what is sent")
    func masking() {
        for secret in Stack.secrets { #expect(!json.text.contains(secret)) }
        let field = "/containerDefinitions/api/environment/FEATURE_FLAGS/value"
        let change = resource("TaskDefinition/api")?["changes"]?.list?.first { $0["field"] == .string(field) }
        #expect(change?["old"] == "(masked)")
        #expect(change?["new"] == "(masked)")
    }

    @Test("what AWS's request shape calls sensitive is masked as well")
    func shapes() {
        let shape = ShapeReference.structure(
            "UpdateServiceRequest", [Member("service", .string, sensitive: true), Member("cluster", .string)]
        ).shape
        let json = PlanJSON(Stack.plan, Stack.header) { $0.operation == "UpdateService" ? shape : nil }
        let step = json.value["steps"]?.list?.first { $0["operation"] == "UpdateService" }
        #expect(step?["input"]?["service"] == "(masked)")
        #expect(step?["input"]?["cluster"] == "demo")
    }

    @Test("the text is one line of JSON that reads back as the same")
    func text() throws {
        #expect(json.text.hasSuffix("}\n"))
        #expect(json.text.dropLast().contains("\n") == false)
        #expect(try JSON.parse(Array(json.text.utf8)) == json.value)
    }

    @Test("a plain folder has no commit")
    func noCommit() {
        var header = Stack.header
        header.commit = nil
        #expect(PlanJSON(Stack.settled, header) { _ in nil }.value["commit"] == .null)
    }
}
