import Model
import Testing

@testable import Kinds

@Suite("Why a service is stuck")
struct CauseTests {
    private static let api = ResourceID("Service", "api")

    /// The service as a turn sees it: what it refers to is known.
    private static let resource: Resource? = {
        guard var resource = Corpus.resources[api] else { return nil }
        resource.spec = resource.spec.resolved([
            Reference(ResourceID("TaskDefinition", "api"), "arn"): .string(FakeTasks.definition(42)),
            Reference(ResourceID("Cluster", "demo-api"), "arn"): "arn:aws:ecs:eu-west-1:123456789012:cluster/demo-api",
        ])
        return resource
    }()

    private func observe(_ replies: Value) async -> (live: Live?, calls: [AWSCall]) {
        let aws = CorpusAWS(replies)
        let context = ObservationContext(aws: aws, region: "eu-west-1", accountID: "123456789012")
        guard let resource = Self.resource else { return (nil, []) }
        let found = await Service.observe([resource], context)
        return (found[Self.api]?.live, await aws.calls)
    }

    private func cause(_ replies: Value) async -> Cause? {
        guard let live = await observe(replies).live, let resource = Self.resource else { return nil }
        return Service.cause(of: resource, live: live, among: ResourceIndex(Corpus.resources))
    }

    @Test("a recorded case gives its cause, its evidence, its fix and the manifest's line", arguments: Corpus.cases)
    func golden(_ recorded: Corpus.Case) async throws {
        let cause = try #require(await cause(recorded.replies))
        #expect(cause.rule == recorded.rule)
        let lines = [cause.cause, cause.evidence, cause.fix, cause.place?.lineDescription ?? ""]
        if lines != recorded.expected {
            print("ACTUAL \(recorded.name)|\(cause.rule)||" + lines.joined(separator: "||") + "|END")
        }
        #expect(lines == recorded.expected)
    }

    @Test("the order in which AWS lists tasks, events and instances changes nothing", arguments: Corpus.cases)
    func order(_ recorded: Corpus.Case) async {
        let one = await cause(recorded.replies)
        let other = await cause(recorded.replies.reversed)
        #expect(one == other)
    }

    @Test("every rule has a case, and no two have one name")
    func coverage() {
        let ids = allCauseRules.map { type(of: $0).id }
        #expect(Set(ids).count == ids.count)
        #expect(Set(Corpus.cases.map(\.rule)) == Set(ids))
        #expect(Corpus.cases.count >= 28)
    }

    @Test("a rollout that goes well has no cause, and costs no further call")
    func healthy() async {
        let seen = await observe(Corpus.healthy)
        #expect(seen.live != nil)
        #expect(seen.live?.detail["evidence"] == nil)
        #expect(await cause(Corpus.healthy) == nil)
        let asked = seen.calls.map(\.operation)
        #expect(asked.count { $0 == "ListTasks" } == 2)
        #expect(!asked.contains("ListContainerInstances"))
    }

    @Test("tasks that wait while their group grows are no fault")
    func growing() async {
        var replies = Corpus.healthy
        replies["tasks"] = Corpus.cases.first { $0.name == "group-at-maximum" }?.replies["tasks"]
        let seen = await observe(replies)
        #expect(seen.live?.detail["evidence"] != nil)
        #expect(await cause(replies) == nil)
    }

    @Test("a service in trouble costs at most ten calls more than a moving one", arguments: Corpus.cases)
    func budget(_ recorded: Corpus.Case) async {
        let moving = await observe(Corpus.healthy).calls.count
        #expect(await observe(recorded.replies).calls.count <= moving + 10)
    }

    @Test("no environment value and no argument of a command stands in evidence or cause", arguments: Corpus.cases)
    func secrets(_ recorded: Corpus.Case) async {
        let seen = await observe(recorded.replies)
        let kept = String(describing: seen.live?.detail["evidence"]?["definition"])
        #expect(!kept.contains("hunter2"))
        let told = String(describing: await cause(recorded.replies))
        #expect(!told.contains("s3cr3t"))
    }
}

extension Value {
    /// Every list in the other order, but the containers of a definition and the deployments, whose order says something.
    fileprivate var reversed: Value {
        switch content {
        case .list(let items): return .list(items.map(\.reversed).reversed())
        case .object(let members):
            return .object(
                Dictionary(
                    members.map { name, value in
                        (name, ["deployments", "containerDefinitions"].contains(name) ? value : value.reversed)
                    }
                ) { first, _ in first })
        default: return self
        }
    }
}
