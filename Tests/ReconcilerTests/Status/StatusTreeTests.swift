import GitStore
import Kinds
import Manifest
import Model
import Planning
import Testing

@testable import Reconciler

/// The files as a whole: pure, still while nothing happens, free of what must not be seen.
struct StatusTreeTests {
    private let api = ResourceID("Service", "api")

    @Test("the same input gives the same files")
    func pure() throws {
        let (stack, turn) = try Stack.rollingOut()
        let input = try stack.input(turn)
        #expect(StatusTree(input).changes == StatusTree(input).changes)
        #expect(!StatusTree(input).changes.isEmpty)
    }

    @Test("a later look that finds nothing new changes no byte", arguments: [true, false])
    func still(_ isRolling: Bool) throws {
        var stack = try Stack.settled()
        if isRolling {
            let (rolling, turn) = try Stack.rollingOut()
            stack = rolling
            stack.memory = try stack.written(turn)
        }
        // Not so late that the rollout's deadline has passed.
        stack.now += isRolling ? 600 : 10_000
        let changed = StatusTree(try stack.input(try stack.turn())).changes
        #expect(changed.keys.sorted() == [])
    }

    @Test("the time of a condition moves with its status alone, its commit with anything about it")
    func lastTransitionTime() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.memory = try stack.written(turn)
        let first = try #require(stack.memory.conditions[api]?.first)
        #expect((first.type, first.isTrue, first.lastTransitionTime) == (.ready, false, "2026-11-24T12:04:10Z"))

        stack.now += 60
        stack.commit.id = "d4a81b70d07f5538e1a6c92b7d3f40e8a5b61c27"
        stack.rollout = ["deployments": [Stack.tasks(starting: 1, healthy: 3), Stack.tasks()]]
        stack.memory = try stack.written(try stack.turn())
        let second = try #require(stack.memory.conditions[api]?.first)
        #expect(second.message != first.message)
        #expect(second.lastTransitionTime == first.lastTransitionTime)
        #expect(second.observedRevision == stack.commit.id)

        stack.now += 60
        (stack.deployments, stack.rollout) = ([Stack.deployment(2, running: 4)], nil)
        stack.memory = try stack.written(try stack.turn())
        let third = try #require(stack.memory.conditions[api]?.first)
        #expect((third.isTrue, third.reason, third.lastTransitionTime) == (true, .settled, "2026-11-24T12:06:10Z"))
        #expect(stack.memory.conditions[api]?.count == 1)
    }

    @Test("values of environment variables stand in no file")
    func masked() throws {
        let (stack, turn) = try Stack.rollingOut()
        let memory = try stack.written(turn)
        for (path, bytes) in memory.files {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("hunter2"), "\(path)")
        }
        #expect(memory.text("resources/TaskDefinition/api.yaml").contains("(masked)"))
        #expect(!StatusMessage(try stack.input(turn)).message.text.contains("hunter2"))
    }

    @Test("a masked value that drifts is said without either value")
    func maskedDrift() throws {
        var stack = try Stack.settled()
        stack.drift = .byPolicy(now: stack.now, correctAfter: 600)
        stack.tamper = { id, live in
            if id.kind == "TaskDefinition" {
                live.spec["containerDefinitions"] = .list([
                    [
                        "name": "api", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.7.4", "memory": 512,
                        "environment": [["name": "FEATURE_FLAGS", "value": "other-secret"]],
                    ]
                ])
            }
        }
        let turn = try stack.turn(failing: ["TaskDefinition/api#0": .failed(.applyFailed, "no", isTransient: false)])
        let memory = try stack.written(turn)
        for (path, bytes) in memory.files {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("other-secret") && !text.contains("hunter2"), "\(path)")
        }
    }

    @Test("live values have names for ARNs, short members, and no number that an owner moves")
    func live() throws {
        var stack = try Stack.settled()
        let file = try #require(stack.memory.resourceFiles[api])
        #expect(file["live"]?["cluster"] == "demo-api")
        #expect(file["live"]?["taskDefinition"] == "api:1")
        #expect(file["live"]?["loadBalancers"]?.list?.first?["targetGroup"] == "api")
        #expect(file["live"]?["loadBalancers"]?.list?.first?["targetGroupArn"] == nil)
        #expect(file["live"]?["desiredCount"] == nil)
        #expect(file["owned"] == [["field": "/desiredCount", "owner": "ScalingPolicy/api", "band": [2, 12]]])
        stack.liveCount = 9
        stack.deployments = [Stack.deployment(1, running: 9, desired: 9)]
        stack.now += 600
        #expect(StatusTree(try stack.input(try stack.turn())).changes.keys.sorted() == [])
    }

    @Test("drift that is only reported keeps the time when it was first seen")
    func driftSince() throws {
        var stack = try Stack.settled()
        stack.tamper = { id, live in
            if id.kind == "Service" { live.spec["healthCheckGracePeriodSeconds"] = 5 }
        }
        stack.drift = .byPolicy(now: stack.now, correctAfter: 600)
        stack.memory = try stack.written(try stack.turn())
        let first = stack.memory.resourceFiles[api]?["drift"]
        #expect(
            first == [
                [
                    "field": "/healthCheckGracePeriodSeconds", "git": 60, "live": 5,
                    "since": .string(UTC.stamp(stack.now)),
                ]
            ])
        #expect(stack.memory.conditions[api]?.map(\.type) == [.ready, .drifted])
        stack.now += 300
        stack.drift = .byPolicy(now: stack.now, correctAfter: 600)
        let turn = try stack.turn()
        #expect(turn.states[api]?.sync == .outOfSync)
        #expect(StatusTree(try stack.input(turn)).changes.keys.sorted() == [])
    }

    @Test("what Neap applied and Git no longer has is an orphan, listed while its file stays")
    func orphans() throws {
        var stack = Stack()
        stack.extra = ["production/old.yaml": "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: old}\n"]
        stack.memory = try stack.written(try stack.turn())
        stack.extra = [:]
        let memory = try stack.written(try stack.turn())
        let orphans = try #require(memory.statusFile?["orphans"]?.list)
        #expect(orphans.map { $0["name"] } == ["old"])
        #expect(orphans.first?["arn"] == "arn:aws:ecs:eu-west-1:123456789012:cluster/old")
        #expect(memory.files["resources/Cluster/old.yaml"] != nil)
    }

    @Test("nothing is called an orphan while some file can not be read")
    func noOrphansWhenIncomplete() throws {
        var stack = Stack()
        stack.extra = ["production/old.yaml": "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: old}\n"]
        stack.memory = try stack.written(try stack.turn())
        stack.extra = ["production/old.yaml": "kind: [\n"]
        let turn = try stack.turn()
        let memory = try stack.written(turn)
        #expect(memory.statusFile?["orphans"]?.list == [])
        #expect(memory.files["resources/Cluster/old.yaml"] != nil)
        #expect(StatusReport(StatusBranch.Loaded(memory: memory, tip: nil, isForeign: false), "x")?.isReady == false)
        #expect(
            StatusMessage(try stack.input(turn)).subject == "production: 1 file does not decode, the rest is applied")
    }

    @Test("the file of something that was never applied goes with its manifest")
    func obsolete() throws {
        var stack = Stack()
        stack.extra = ["production/old.yaml": "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: old}\n"]
        stack.tamper = { id, live in if id == ResourceID("Cluster", "old") { live.tags = [:] } }
        let turn = try stack.turn()
        #expect(turn.states[ResourceID("Cluster", "old")]?.problem?.reason == .notOwned)
        stack.memory = try stack.written(turn)
        #expect(stack.memory.files["resources/Cluster/old.yaml"] != nil)
        stack.extra = [:]
        let memory = try stack.written(try stack.turn())
        #expect(memory.files["resources/Cluster/old.yaml"] == nil)
        #expect(memory.statusFile?["orphans"]?.list == [])
    }

    @Test(
        "names become paths that any file system and Git take",
        arguments: [
            ("api", "api"), ("demo-api/443", "demo-api/443"), ("a b", "a%20b"), ("a%20b", "a%2520b"), ("é", "%C3%A9"),
            ("..", "%2E."), (".git", "%2Egit"), ("a/../b", "a/%2E./b"), ("a\\b", "a%5Cb"), ("a:b", "a%3Ab"),
            ("a(1)", "a%281%29"), ("a\nb", "a%0Ab"), ("CPU > 80 %", "CPU%20%3E%2080%20%25"),
        ])
    func paths(_ name: String, _ path: String) {
        #expect(PathPart.safe(name) == path)
        #expect(ResourceFile.path(of: ResourceID("Alarm", name)) == "resources/Alarm/\(path).yaml")
    }

    @Test("what is remembered is what was written")
    func roundTrip() throws {
        let (stack, turn) = try Stack.rollingOut()
        let memory = try stack.written(turn)
        #expect(memory.observed == stack.commit.id)
        #expect(memory.applied == stack.commit.id)
        #expect(memory.settled == "4f07d1e6a29b0c5d8f3e7146b2a9c0d5e8f71324")
        #expect(memory.settledAt == "2026-11-24T11:04:10Z")
        #expect(memory.records.keys.sorted() == turn.states.keys.sorted())
        let target = try stack.target()
        for (id, state) in turn.states {
            let record = try #require(memory.records[id])
            let schema = try #require(kindsByName[id.kind]?.schema)
            let spec = try #require(target.desired.resources[id]?.spec)
            #expect(record.specHash == state.plan.specHash)
            #expect(record.stated == Set(StatedFields.of(spec, by: schema)))
            #expect(record.owned == state.plan.owned)
            #expect(record.outputs["arn"] == state.plan.observation.live?.outputs["arn"])
            let file = ResourceFile(input: try stack.input(turn), state: state, names: [:])
            #expect(memory.conditions[id] == file.conditions)
        }
        #expect(memory.records[api]?.commit == stack.commit.id)
        #expect(memory.records[ResourceID("Cluster", "demo-api")]?.commit == memory.settled)
    }

    @Test("a report is ready when the environment is, and lists what needs somebody first")
    func report() throws {
        let (stack, turn) = try Stack.rollingOut()
        let loaded = StatusBranch.Loaded(memory: try stack.written(turn), tip: nil, isForeign: false)
        let report = try #require(StatusReport(loaded, "neap/status/production"))
        #expect(!report.isReady)
        let lines = report.table.split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines[0] == "KIND            NAME      SYNC    HEALTH       REASON")
        #expect(lines[1] == "Service         api       Synced  Progressing  RollingOut")
        let settled = StatusBranch.Loaded(memory: try Stack.settled().memory, tip: nil, isForeign: false)
        #expect(StatusReport(settled, "x")?.isReady == true)
        #expect(StatusReport(StatusBranch.Loaded(memory: StatusMemory(), tip: nil, isForeign: false), "x") == nil)
    }
}
