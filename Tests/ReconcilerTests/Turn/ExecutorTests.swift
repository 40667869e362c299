import AWSWire
import Kinds
import Model
import Testing

@testable import Planning
@testable import Reconciler

/// Steps against an account in memory, without observing and planning.
struct ExecutorTests {
    private let aws = MemoryAWS()

    private func run(_ steps: [Step], knowing known: [Reference: Value] = [:], width: Int = 8, gate: WriteGate = .open)
        async -> Execution
    {
        let executor = Executor(
            aws: aws, gate: gate, cache: ObservationCache(), progress: SilentProgress(), width: width)
        return await executor.run(steps, knowing: known)
    }

    private func make(
        _ name: String, _ input: Value = .emptyObject, captures: [String: FieldPath] = [:], after: [String] = [],
        requires: [PlannedCall.Requirement] = []
    ) -> Step {
        var input = input
        input["name"] = .string(name)
        let call = PlannedCall(
            AWSCall("test", "CreateDisk", input), summary: "", captures: captures, requires: requires)
        return Step(id: "Disk/\(name)#0", resource: ResourceID("Disk", name), planned: call, after: after)
    }

    @Test("a number that AWS gives out is taken back as text")
    func integersBecomeText() async {
        let reference = Reference(ResourceID("Disk", "a"), "revision")
        let first = make("a", captures: ["revision": "/thing/revision"])
        let second = make("b", ["version": Value(.reference(reference))], after: [first.id])
        let execution = await run([first, second])
        #expect(execution.outputs[reference] == "1")
        #expect(await aws.things["Disk/b"]?["version"] == "1")
    }

    @Test("what a reply does not say stays unknown, and what needs it is left for another turn")
    func missingCapture() async {
        let reference = Reference(ResourceID("Disk", "a"), "arn")
        let first = make("a", captures: ["arn": "/thing/none"])
        let second = make("b", ["disk": Value(.reference(reference))], after: [first.id])
        let execution = await run([first, second])
        #expect(execution.outputs[reference] == nil)
        #expect(execution.outcomes == [first.id: .done, second.id: .skipped("Disk/a is not known")])
        #expect(await aws.written == ["Create Disk/a"])
    }

    @Test(
        "a requirement is met by what was known before or by a reply of the same turn",
        arguments: ["READY", "STARTING", nil])
    func requirement(_ state: String?) async {
        let reference = Reference(ResourceID("Machine", "m"), "state")
        let step = make("a", requires: [.init(reference, in: ["READY"], reason: "not ready")])
        let execution = await run([step], knowing: state.map { [reference: .string($0)] } ?? [:])
        #expect(execution.outcomes[step.id] == (state == "READY" ? .done : .deferred("not ready")))
    }

    @Test("what a step sets in motion is not known any more, whatever was so before")
    func unsettles() async {
        let reference = Reference(ResourceID("Disk", "a"), "live")
        var first = PlannedCall(AWSCall("test", "CreateDisk", ["name": "a"]), summary: "")
        first.unsettles = ["live"]
        let step = Step(id: "Disk/a#0", resource: ResourceID("Disk", "a"), planned: first, after: [])
        let second = make("b", after: [step.id], requires: [.init(reference, in: ["wanted"], reason: "not live")])
        let execution = await run([step, second], knowing: [reference: "wanted"])
        #expect(execution.outcomes == [step.id: .done, second.id: .deferred("not live")])
    }

    @Test("never more than its width are under way", arguments: [1, 3, 8])
    func width(_ width: Int) async {
        await aws.slow(20)
        let steps = (0..<40).map { make("d\($0)") }
        let execution = await run(steps, width: width)
        #expect(execution.outcomes.values.allSatisfy { $0 == .done })
        #expect(execution.outcomes.count == 40)
        #expect(await aws.busiest <= width)
        if width > 1 { #expect(await aws.busiest > 1) }
    }

    @Test("the gate is asked before every single write")
    func gate() async {
        let execution = await run((0..<5).map { make("d\($0)") }, width: 1, gate: .closing(after: 2))
        #expect(await aws.writes.count == 2)
        #expect(execution.outcomes.values.filter { $0 == .skipped("stopped") }.count == 3)
    }

    @Test("a write makes what was read of its resource stale, also when it fails")
    func cacheIsForgotten() async throws {
        let cache = ObservationCache()
        let (id, call) = (ResourceID("Disk", "a"), AWSCall("test", "DescribeDisk", ["names": ["a"]]))
        await cache.keep("old", as: call, .slow, of: id)
        await aws.fail("Create Disk/a", .refusal(.refused))
        let executor = Executor(aws: aws, gate: .open, cache: cache, progress: SilentProgress())
        _ = await executor.run([make("a")], knowing: [:])
        #expect(await cache.answer(to: call) == nil)
    }

    @Test("what AWS refuses is read anew, however immutable it was: somebody may have taken away what it names")
    func refusedIsForgotten() async throws {
        let cache = ObservationCache()
        let call = AWSCall("test", "DescribeImage", ["name": "image:1"])
        for (isRefused, answer) in [(false, "old"), (true, nil)] as [(Bool, Value?)] {
            await cache.keep("old", as: call, .immutable, of: nil)
            if isRefused { await aws.fail("Create Disk/a", .refusal(.refused)) }
            let executor = Executor(aws: aws, gate: .open, cache: cache, progress: SilentProgress())
            _ = await executor.run([make("a", ["image": "image:1"])], knowing: [:])
            #expect(await cache.answer(to: call) == answer)
        }
    }

    @Test(
        "answers that only mean that a write is not visible yet put a step off",
        arguments: [
            ("application-autoscaling", "ValidationException", "ECS service doesn't exist: service/demo/api"),
            (
                "ecs", "InvalidParameterException",
                "The target group with targetGroupArn arn does not have an associated load balancer."
            ),
            ("ecs", "InvalidParameterException", "Unable to assume the service linked role. Please verify"),
            ("ecs", "ClientException", "Cluster was not ACTIVE."),
            ("ecs", "InvalidParameterException", "Creation of service was not idempotent: still Draining."),
            ("autoscaling", "ValidationError", "Invalid IAM Instance Profile name"),
            ("ec2", "InvalidLaunchTemplateId.VersionNotFound", "Could not find the specified version 3"),
        ])
    func eventualConsistency(_ service: String, _ code: String, _ message: String) async {
        let error = AWSError(service: service, operation: "Write", code: code, message: message, status: 400)
        #expect(EventualConsistency.explains(error))
        await aws.fail("Create Disk/a", .refusal(error))
        let step = make("a")
        #expect(await run([step]).outcomes[step.id] == .deferred(error.description))
    }

    @Test(
        "the same words from another service, and other words, are failures",
        arguments: [
            ("ec2", "ValidationException", "ECS service doesn't exist"), ("ecs", "ClientException", "Family not found"),
            ("elbv2", "ValidationError", "Cluster was not ACTIVE."),
        ])
    func notEventual(_ service: String, _ code: String, _ message: String) async {
        let error = AWSError(service: service, operation: "Write", code: code, message: message, status: 400)
        #expect(!EventualConsistency.explains(error))
        await aws.fail("Create Disk/a", .refusal(error))
        let step = make("a")
        #expect(await run([step]).outcomes[step.id] == .failed(.applyFailed, error.description, isTransient: false))
    }
}
