import Model
import Planning
import Testing

@testable import Kinds

@Suite("Task definitions")
struct TaskDefinitionTests {
    private let id = ResourceID("TaskDefinition", "api")
    private let resource = Resource.sample(
        "TaskDefinition", "api", ["containerDefinitions": [["name": "api", "image": "api:1", "memory": 64]]])

    private func ownership(_ hash: String) -> [String: String] {
        ["neap:environment": "production", "neap:owner": "team/infra", "neap:spec-hash": hash]
    }

    /// AWS with one revision for each of `specs`, in order, each with the tags beside it.
    private func aws(_ revisions: [(Value, [String: String])]) async throws -> FakeAWS {
        let aws = FakeAWS([FakeTaskDefinitions()])
        for (spec, tags) in revisions {
            var input = spec
            input["family"] = "api"
            if !tags.isEmpty { input["tags"] = TagStyle.list(tags) }
            _ = try await aws.send(AWSCall("ecs", "RegisterTaskDefinition", input))
        }
        return aws
    }

    private func observe(
        _ aws: FakeAWS, _ wanted: Resource, hash: String, recorded: Int? = nil
    ) async -> Observation? {
        let arn = recorded.map { "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:\($0)" }
        let context = ObservationContext(
            aws: aws, region: "eu-west-1", accountID: "123456789012",
            recorded: arn.map { [id: ["arn": .string($0)]] } ?? [:], ownership: [id: ownership(hash)])
        return await TaskDefinition.observe([wanted], context)[id]
    }

    private func changes(_ wanted: Resource, _ seen: Observation?) -> [FieldPath]? {
        seen?.live.map {
            Diff(schema: TaskDefinition.schema).compare(desired: wanted.spec, live: $0.spec).changes.map(\.path)
        }
    }

    @Test("a family that nobody registered is absent")
    func absent() async throws {
        guard case .absent = await observe(try await aws([]), resource, hash: "a") else {
            Issue.record("not absent")
            return
        }
    }

    @Test(
        "the revision with the wanted hash is live, whichever of the recorded and the latest it is", arguments: [1, 2])
    func revert(recorded: Int) async throws {
        var newer = resource.spec
        newer["cpu"] = "256"
        let aws = try await aws([(resource.spec, ownership("a")), (newer, ownership("b"))])
        var wanted = resource
        if recorded == 1 { wanted.spec = newer }
        let seen = await observe(aws, wanted, hash: recorded == 1 ? "b" : "a", recorded: recorded)
        #expect(changes(wanted, seen) == (recorded == 1 ? [] : ["/cpu"]))
        #expect(seen?.live?.outputs["revision"] == "2")
    }

    @Test("the recorded revision is asked for once, and nothing else while it is what Git says")
    func cached() async throws {
        let aws = try await aws([(resource.spec, ownership("a"))])
        let cache = ObservationCache()
        let arn: Value = "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:1"
        let context = ObservationContext(
            aws: aws, region: "eu-west-1", accountID: "123456789012", recorded: [id: ["arn": arn]],
            ownership: [id: ownership("a")], cache: cache)
        for _ in 0..<3 { _ = await TaskDefinition.observe([resource], context) }
        #expect(await aws.calls.filter { $0.operation == "DescribeTaskDefinition" }.count == 1)
    }

    @Test("a revert takes up an older revision, unless that was deregistered after it was read")
    func deregistered() async throws {
        var newer = resource.spec
        newer["cpu"] = "256"
        let aws = try await aws([(resource.spec, ownership("a")), (newer, ownership("b"))])
        let arns = (1...2).map { Value.string("arn:aws:ecs:eu-west-1:123456789012:task-definition/api:\($0)") }
        let context = ObservationContext(
            aws: aws, region: "eu-west-1", accountID: "123456789012",
            recorded: [id: ["arn": arns[1], "revisions": [["arn": arns[0], "specHash": "a"]]]],
            ownership: [id: ownership("a")])
        #expect(await TaskDefinition.observe([resource], context)[id]?.live?.outputs["arn"] == arns[0])
        _ = try await aws.send(AWSCall("ecs", "DeregisterTaskDefinition", ["taskDefinition": arns[0]]))
        #expect(await TaskDefinition.observe([resource], context)[id]?.live?.outputs["arn"] == arns[1])
    }

    @Test("many families are all answered, and one that can not be read is unknown alone")
    func many() async {
        let many = (0..<30).map { Resource.sample("TaskDefinition", "family-\($0)", [:]) }
        let aws = ScriptedAWS { call in
            switch call.input["taskDefinition"]?.string {
            case "family-3": throw fakeError(call, "AccessDeniedException")
            case "family-4": throw fakeError(call, "ClientException", "Unable to describe task definition.")
            case let name: return ["taskDefinition": ["family": .string(name ?? ""), "revision": 1]]
            }
        }
        let context = ObservationContext(aws: aws, region: "eu-west-1", accountID: "1")
        let found = await TaskDefinition.observe(many, context)
        #expect(found.count == 30)
        #expect(found.values.filter { $0.live != nil }.count == 28)
        guard case .unknown = found[many[3].id], case .absent = found[many[4].id] else {
            Issue.record("3 is not unknown, or 4 not absent")
            return
        }
    }

    @Test("a default that Neap does not know makes no revision while the hash is the wanted one")
    func unknownDefault() async throws {
        var filled = resource.spec
        filled["ipcMode"] = "task"
        let aws = try await aws([(filled, ownership("a"))])
        #expect(changes(resource, await observe(aws, resource, hash: "a")) == [])
        #expect(changes(resource, await observe(aws, resource, hash: "b")) == ["/ipcMode"])
    }

    @Test("an environment value that changes is a difference although the hash leaves it out")
    func environment() async throws {
        var wanted = resource
        wanted.spec = wanted.spec.editing(
            ["containerDefinitions", "0", "environment"], to: [["name": "LEVEL", "value": "debug"]])
        let live = wanted.spec.editing(["containerDefinitions", "0", "environment", "0", "value"], to: "info")
        let seen = await observe(try await aws([(live, ownership("a"))]), wanted, hash: "a")
        #expect(changes(wanted, seen) == ["/containerDefinitions/api/environment/LEVEL/value"])
    }

    @Test("a proxy's property and a log option that change are differences although the hash leaves them out")
    func otherSensitive() async throws {
        let edits: [(edited: FieldPath, found: FieldPath)] = [
            ("/proxyConfiguration/properties/0/value", "/proxyConfiguration/properties/AppPorts/value"),
            (
                "/containerDefinitions/0/logConfiguration/options/apikey",
                "/containerDefinitions/api/logConfiguration/options/apikey"
            ),
        ]
        var wanted = resource
        wanted.spec["proxyConfiguration"] = [
            "containerName": "api", "properties": [["name": "AppPorts", "value": "9090"]],
        ]
        wanted.spec = wanted.spec.editing(
            ["containerDefinitions", "0", "logConfiguration"],
            to: ["logDriver": "awsfirelens", "options": ["Name": "datadog", "apikey": "new"]])
        #expect(changes(wanted, await observe(try await aws([(wanted.spec, ownership("a"))]), wanted, hash: "a")) == [])
        for edit in edits {
            let live = wanted.spec.editing(edit.edited.parts[...], to: "old")
            let seen = await observe(try await aws([(live, ownership("a"))]), wanted, hash: "a")
            #expect(changes(wanted, seen) == [edit.found])
        }
    }

    @Test(
        "a log driver's options are masked, but for those that hold no secret",
        arguments: [
            ("apikey", true), ("splunk-token", true), ("Header", true), ("awslogs-group", false), ("Name", false),
            ("name", false), ("max-buffer-size", false),
        ])
    func logOptions(_ option: String, isMasked: Bool) {
        let path = FieldPath(["logConfiguration", "options", option])
        #expect(TaskDefinition.schema.isSensitive(FieldPath(["containerDefinitions", "api"] + path.parts)) == isMasked)
        #expect(Service.schema.isSensitive(FieldPath(["serviceConnectConfiguration"] + path.parts)) == isMasked)
    }

    @Test("a family that somebody else registered shows no tags, so that nothing is refused")
    func foreign() async throws {
        let theirs = ["neap:environment": "staging", "neap:owner": "other", "neap:spec-hash": "x"]
        let seen = await observe(try await aws([(resource.spec, theirs)]), resource, hash: "a")
        #expect(seen?.live != nil)
        #expect(seen?.live?.tags == nil)
    }

    @Test(
        "cores and gigabytes are AWS's units",
        arguments: [
            ("1 vCPU", "1024"), (".5 vcpu", "512"), ("2GB", "2048"), ("0.5 GB", "512"), ("1024", "1024"),
            ("many vCPU", "many vCPU"), ("1e400GB", "1e400GB"),
        ])
    func units(written: String, read: String) {
        #expect(TaskDefinition.units(.string(written)) == .string(read))
    }

    @Test("a host port left out is the container's own on the task's network, and Docker's choice on a bridge")
    func hostPort() {
        let spec: Value = ["containerDefinitions": [["name": "api", "portMappings": [["containerPort": 80]]]]]
        let path: FieldPath = "/containerDefinitions/0/portMappings/0/hostPort"
        #expect(TaskDefinition.hostPorts(spec)[path] == 0)
        #expect(TaskDefinition.hostPorts(spec.editing(["networkMode"], to: "awsvpc"))[path] == 80)
    }

    @Test("a container's log group is there before the definition")
    func logGroup() {
        let group = Resource.sample("LogGroup", "api", [:], awsName: "/ecs/api")
        let other = Resource.sample("LogGroup", "other", [:])
        let definition = Resource.sample("TaskDefinition", "api", KindSample.taskDefinitionSpec)
        let all = Dictionary([group, other, definition].map { ($0.id, $0) }) { first, _ in first }
        #expect(TaskDefinition.dependencies(of: definition, among: ResourceIndex(all)) == [group.id])
    }

    @Test(
        "what only describing gives is known and read-only",
        arguments: ["taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredBy"])
    func readOnly(member: String) {
        #expect(TaskDefinition.schema.shape.members?[member]?.required == false)
        #expect(TaskDefinition.schema.isReadOnly(FieldPath([member])))
    }

    @Test("environment values are masked, where a secret is kept is not")
    func sensitive() {
        let schema = TaskDefinition.schema
        #expect(schema.isSensitive("/containerDefinitions/api/environment/LEVEL/value"))
        #expect(!schema.isSensitive("/containerDefinitions/api/secrets/DB/valueFrom"))
        #expect(!schema.isSensitive("/containerDefinitions/api/dockerLabels/app"))
    }
}
