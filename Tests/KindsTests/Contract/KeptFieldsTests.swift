import Model
import Testing

@testable import Kinds

@Suite("Fields that stay as AWS has them")
struct KeptFieldsTests {
    private func laid(_ spec: Value, over live: Value, at paths: FieldPath...) -> Value {
        KeptFields(schema: TaskDefinition.schema, live: live).laid(over: spec, at: paths)
    }

    private func containers(_ images: [(name: String, image: String)], cpu: Int) -> Value {
        [
            "containerDefinitions": .list(
                images.map { ["name": .string($0.name), "image": .string($0.image), "cpu": .integer(cpu)] })
        ]
    }

    @Test("a member of an object is AWS's, also where AWS has none or Git states nothing around it")
    func members() {
        let live: Value = ["cpu": "512", "runtimePlatform": ["cpuArchitecture": "ARM64"]]
        #expect(laid(["cpu": "256", "memory": "64"], over: live, at: "/cpu") == ["cpu": "512", "memory": "64"])
        #expect(laid(["cpu": "256", "memory": "64"], over: live, at: "/memory") == ["cpu": "256"])
        let architecture = laid(["cpu": "256"], over: live, at: "/runtimePlatform/cpuArchitecture")
        #expect(architecture == ["cpu": "256", "runtimePlatform": ["cpuArchitecture": "ARM64"]])
        #expect(laid(["cpu": "256"], over: [:], at: "/runtimePlatform/cpuArchitecture") == ["cpu": "256"])
    }

    @Test("a member of a list's element is AWS's where the element has its name, and of every element for a star")
    func elements() {
        let spec = containers([("api", "api:1"), ("log", "log:1")], cpu: 2)
        let live = containers([("log", "log:7"), ("api", "api:7")], cpu: 1)
        let one = laid(spec, over: live, at: "/containerDefinitions/api/image")
        #expect(one == containers([("api", "api:7"), ("log", "log:1")], cpu: 2))
        let all = laid(spec, over: live, at: "/containerDefinitions/*/image")
        #expect(all == containers([("api", "api:7"), ("log", "log:7")], cpu: 2))
    }

    @Test("an element that AWS does not have yet is Git's, and one that Git dropped does not come back in part")
    func further() {
        let spec = containers([("api", "api:1"), ("new", "new:1")], cpu: 2)
        let live = containers([("api", "api:7"), ("old", "old:7")], cpu: 1)
        let all = laid(spec, over: live, at: "/containerDefinitions/*/image")
        #expect(all == containers([("api", "api:7"), ("new", "new:1")], cpu: 2))
    }

    @Test("an element that is ignored as a whole stays, or stays away")
    func whole() {
        let spec = containers([("api", "api:1"), ("new", "new:1")], cpu: 1)
        let live = containers([("api", "api:1"), ("old", "old:7")], cpu: 1)
        let kept = laid(spec, over: live, at: "/containerDefinitions/old", "/containerDefinitions/new")
        #expect(kept == live)
    }

    private func change(_ kind: String, _ spec: Value, live: Value, _ untouched: FieldPath) -> ResourceChange {
        var change = ResourceChange(
            .sample(kind, "api", spec), live: Live(spec: live), ownership: ["neap:spec-hash": "1"],
            region: "eu-west-1", accountID: "123456789012")
        change.untouched = [untouched]
        return change
    }

    @Test("a new revision of a task definition has the ignored image that the last one had")
    func revision() {
        var change = change(
            "TaskDefinition", containers([("api", "api:1")], cpu: 2), live: containers([("api", "api:7")], cpu: 1),
            "/containerDefinitions/api/image")
        change.resource.policy.ignore = change.untouched
        let input = TaskDefinition.calls(for: change).first?.call.input
        #expect(input?["containerDefinitions"] == containers([("api", "api:7")], cpu: 2)["containerDefinitions"])
        #expect(input?["tags"] == TagStyle.list(["neap:spec-hash": "1"]))
    }

    @Test("a revision with drift that is only reported is not marked as what Git says")
    func drift() {
        let change = change("TaskDefinition", ["cpu": "256"], live: ["cpu": "512"], "/cpu")
        let input = TaskDefinition.calls(for: change).first?.call.input
        #expect(input?["cpu"] == "512")
        #expect(input?["tags"] == nil)
    }

    @Test("a scaling policy is written whole, with what is ignored as AWS has it")
    func policy() {
        let live: Value = ["service": "service/demo/api", "targetValue": 85, "scaleInCooldown": 60]
        let spec: Value = ["service": "service/demo/api", "targetValue": 70, "scaleInCooldown": 90]
        let call = TargetTrackingPolicy.calls(for: change("TargetTrackingPolicy", spec, live: live, "/targetValue"))
        #expect(
            call.first?.call.input["targetTrackingScalingPolicyConfiguration"]
                == ["targetValue": 85, "scaleInCooldown": 90])
    }
}
