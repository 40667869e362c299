import Kinds
import Manifest
import Model
import Testing

@testable import Planning
@testable import Reconciler

@Suite("What the status branch says of replaced things")
struct ReplacedFileTests {
    private let id = ResourceID("TargetGroup", "api@73e2d6bc24d8a067")
    private let arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/api/73e2d6bc24d8a067"
    private let path = "replaced/TargetGroup/api%4073e2d6bc24d8a067.yaml"

    private func state(_ observation: Observation) -> ResourceState {
        let resource = Resource(
            id, awsName: "api", spec: .emptyObject, place: Place(file: "production/api.yaml", line: 1, column: 1))
        var plan = ResourcePlan(
            resource: resource, observation: observation, action: .blocked(.pendingConfirmation, "add a line"),
            specHash: "")
        plan.isDeparture = true
        return ResourceState(plan: plan, sync: .outOfSync, health: .healthy, problem: nil, wasWritten: false)
    }

    private var there: Observation { .live(Live(spec: .emptyObject, outputs: ["arn": .string(arn)])) }

    private func input(_ stack: Stack, _ observation: Observation?) throws -> StatusInput {
        var input = try stack.input(try stack.turn())
        if let observation { input.departures = [id: state(observation)] }
        return input
    }

    @Test("what is replaced and still there has a file, and is listed as an orphan with its successor and why it stays")
    func listed() throws {
        var stack = try Stack.settled()
        let changes = StatusTree(try input(stack, there)).changes
        let text = try #require(changes[path] ?? nil)
        #expect(String(decoding: text, as: UTF8.self).contains("replacedBy: TargetGroup/api"))
        stack.memory = stack.memory.writing(changes)
        #expect(stack.memory.replaced[id]?["awsName"] == "api")
        let orphans = stack.memory.statusFile?["orphans"]?.list ?? []
        #expect(orphans.map { $0["reason"] } == ["PendingConfirmation"])
        #expect(orphans.first?["arn"] == .string(arn))
        #expect(stack.memory.resourceFiles[id] == nil)
    }

    @Test("it is written once, kept by a turn that did not look, and goes with the thing")
    func gone() throws {
        var stack = try Stack.settled()
        stack.memory = stack.memory.writing(StatusTree(try input(stack, there)).changes)
        #expect(StatusTree(try input(stack, there)).changes.isEmpty)
        #expect(StatusTree(try input(stack, nil)).changes[path] == nil)
        let changes = StatusTree(try input(stack, .absent)).changes
        #expect(changes.keys.contains(path) && changes[path] == .some(nil))
        stack.memory = stack.memory.writing(changes)
        #expect(stack.memory.replaced.isEmpty)
        #expect(stack.memory.statusFile?["orphans"]?.list?.isEmpty == true)
    }
}
