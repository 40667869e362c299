import AWSWire
import Model
import Testing

@testable import Kinds

@Suite("A task before a rollout")
struct BeforeRolloutTests {
    private static let definition = "arn:aws:ecs:eu-west-1:123456789012:task-definition/migrate:"
    private let id = ResourceID("BeforeRollout", "api")

    private func resource(_ revision: Int = 7, service: String = "api:8", _ overrides: Value? = nil) -> Resource {
        var spec: Value = [
            "cluster": "demo", "taskDefinition": .string("\(Self.definition)\(revision)"), "timeout": "10m",
            "service": "api", "revision": .string(service),
        ]
        spec["overrides"] = overrides
        return .sample("BeforeRollout", "api", spec, of: ResourceID("Service", "api"))
    }

    private func task(_ status: String = "STOPPED", exits code: Int? = 0, at created: Double = 100) -> Value {
        var container: Value = ["name": "migrate"]
        container["exitCode"] = code.map { .integer($0) }
        return [
            "taskArn": "arn:aws:ecs:eu-west-1:123456789012:task/demo/1", "lastStatus": .string(status),
            "createdAt": Value(.number(created)), "stoppedReason": "Essential container in task exited",
            "containers": [container],
        ]
    }

    private func aws(_ tasks: [Value] = [], service revision: String? = nil, containers: [Value] = []) -> Scripted {
        let services: [Value] = revision.map { [["status": "ACTIVE", "taskDefinition": .string($0)]] } ?? []
        return Scripted([
            "ListTasks": ["taskArns": .list(tasks.compactMap { $0["taskArn"] })],
            "DescribeTasks": ["tasks": .list(tasks)],
            "DescribeServices": ["services": .list(services)],
            "DescribeTaskDefinition": ["taskDefinition": ["containerDefinitions": .list(containers)]],
        ])
    }

    private func observe(
        _ resource: Resource, _ aws: Scripted, recorded: [Value] = [], retried: Bool = false, now: Int? = nil
    ) async -> Observation? {
        var context = aws.context
        context.recorded = [id: ["runs": .list(recorded)]]
        if retried { context.retries = [ResourceID("Service", "api"): ["migrate:7": 1]] }
        context.now = now
        return await BeforeRollout.observe([resource], context)[id]
    }

    private func record(_ result: String, _ revision: Int = 7) -> Value {
        let content = RunContent(resource(revision))
        return [
            "content": .string(content?.hash ?? ""), "attempt": 1, "revision": .string("migrate:\(revision)"),
            "task": "arn:aws:ecs:eu-west-1:123456789012:task/demo/1", "result": .string(result),
        ]
    }

    private func calls(_ resource: Resource, _ live: Live?) -> [PlannedCall] {
        BeforeRollout.calls(for: ResourceChange(resource, live: live, region: "eu-west-1", accountID: "123456789012"))
    }

    @Test("without a service and without a run it is absent, and is run with marks of its content")
    func first() async {
        let observed = await observe(resource(), aws())
        #expect(observed?.live == nil)
        let call = calls(resource(), nil).first?.call
        let mark = call?.input["startedBy"]?.string ?? ""
        #expect(call?.operation == "RunTask")
        #expect(mark.count <= 36 && mark.hasPrefix("neap-") && mark.hasSuffix("-1"))
        #expect(call?.input["clientToken"]?.string?.count == 64)
        #expect(call?.input["startedBy"] == calls(resource(), nil).first?.call.input["startedBy"])
        #expect(call?.input["startedBy"] != calls(resource(8), nil).first?.call.input["startedBy"])
        #expect(call?.input["service"] == nil && call?.input["revision"] == nil && call?.input["timeout"] == nil)
    }

    @Test("a run that ended well is no difference, and says so to what waits")
    func succeeded() async {
        let live = await observe(resource(), aws([task()]))?.live
        #expect(live?.outputs["outcome"] == "succeeded")
        #expect(live?.spec == resource().spec)
        #expect(live.map { BeforeRollout.health(of: resource(), live: $0) } == .healthy)
    }

    @Test("a run that is under way is progress")
    func running() async {
        let live = await observe(resource(), aws([task("RUNNING", exits: nil)]), now: 650)?.live
        #expect(live?.outputs["outcome"] == "running")
        let health = live.map { BeforeRollout.health(of: resource(), live: $0) }
        #expect(health == Health(.progressing, .updating, "migrate:7 runs before the rollout"))
    }

    @Test("a run that takes longer than its timeout is stuck, and left to end")
    func overdue() async {
        let live = await observe(resource(), aws([task("RUNNING", exits: nil)]), now: 701)?.live
        let health = live.map { BeforeRollout.health(of: resource(), live: $0) }
        #expect(health == Health(.degraded, .beforeRolloutFailed, "migrate:7 runs for longer than 10m"))
        #expect(
            live.flatMap { BeforeRollout.cause(of: resource(), live: $0, among: ResourceIndex([:])) }?.rule
                == "before-rollout-overdue")
    }

    @Test("an exit code that is not 0, or none, is a failure with its evidence", arguments: [1, nil])
    func failed(_ code: Int?) async {
        let live = await observe(resource(), aws([task(exits: code)]))?.live
        #expect(live?.outputs["outcome"] == "failed")
        let how = code == nil ? "failed" : "ended with exit code 1"
        let text = "migrate:7 \(how): Essential container in task exited"
        #expect(
            live.map { BeforeRollout.health(of: resource(), live: $0) }
                == Health(.degraded, .beforeRolloutFailed, text))
        let cause = live.flatMap { BeforeRollout.cause(of: resource(), live: $0, among: ResourceIndex([:])) }
        #expect(cause?.evidence == "\(text), task 1")
        #expect(cause?.fix.contains("neap rollout retry api") == true)
    }

    @Test("of several containers the essential ones decide")
    func sidecar() async {
        var both = task(exits: 0)
        both["containers"] = [["name": "migrate", "exitCode": 0], ["name": "proxy", "exitCode": 137]]
        both["taskDefinitionArn"] = .string("\(Self.definition)7")
        let aws = aws([both], containers: [["name": "migrate"], ["name": "proxy", "essential": false]])
        #expect(await observe(resource(), aws)?.live?.outputs["outcome"] == "succeeded")
    }

    @Test("what the status file says to have ended is not asked for again", arguments: ["succeeded", "failed"])
    func remembered(_ result: String) async {
        let aws = aws()
        let live = await observe(resource(), aws, recorded: [record(result)])?.live
        #expect(live?.outputs["outcome"] == .string(result))
        #expect(await aws.calls.isEmpty)
    }

    @Test("a run that ECS has forgotten is a failure, never a second run")
    func forgotten() async {
        let live = await observe(resource(), aws(service: "api:7"), recorded: [record("running")])?.live
        #expect(live?.outputs["outcome"] == "failed")
        #expect(live?.spec == resource().spec)
    }

    @Test("a failed run that a person wants again is another attempt, with another mark")
    func retried() async {
        let live = await observe(resource(), aws(service: "api:7"), recorded: [record("failed")], retried: true)?.live
        #expect(live?.outputs["outcome"] == nil)
        #expect(live?.spec["taskDefinition"] == nil)
        #expect(calls(resource(), live).first?.call.input["startedBy"]?.string?.hasSuffix("-2") == true)
    }

    @Test("a new revision is a difference while the service is to get another one too")
    func needed() async {
        let live = await observe(resource(8), aws(service: "api:7"), recorded: [record("succeeded")])?.live
        #expect(live?.spec["taskDefinition"] == "migrate:7")
        #expect(live?.outputs["outcome"] == nil)
        let runs = live?.outputs["runs"]?.list?.count
        #expect(runs == 1)
    }

    @Test("a service that stays at its revision runs nothing when it adopts this")
    func adopted() async {
        let live = await observe(resource(), aws(service: "api:8"))?.live
        #expect(live?.spec == resource().spec)
        #expect(live?.outputs["outcome"] == nil)
    }

    @Test("a content that ran before another one does not run again")
    func earlier() async {
        let recorded = [record("succeeded", 8), record("succeeded", 7)]
        let live = await observe(resource(7), aws(service: "api:9"), recorded: recorded)?.live
        #expect(live?.outputs["outcome"] == "succeeded")
        #expect(live?.spec == resource(7).spec)
    }

    @Test("values of environment variables are in no mark")
    func secrets() {
        let overrides: (String) -> Value = { value in
            ["containerOverrides": [["name": "migrate", "environment": [["name": "TOKEN", "value": .string(value)]]]]]
        }
        let marks = ["hunter2", "hunter3"].map { value in
            calls(resource(7, overrides(value)), nil).first.map {
                [$0.call.input["startedBy"], $0.call.input["clientToken"]]
            }
        }
        #expect(marks[0] == marks[1])
    }

    @Test("while its revision is not registered it waits for the next turn")
    func unregistered() {
        var later = resource()
        later.spec["taskDefinition"] = .reference(ResourceID("TaskDefinition", "migrate"), "arn")
        let call = calls(later, nil).first
        #expect(call?.requires.map(\.reason) == ["once it is registered"])
        #expect(call?.unsettles == ["outcome"])
    }
}
