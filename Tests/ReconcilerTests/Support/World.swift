import Kinds
import Manifest
import Model
import Planning
import Reconciler
import Synchronization

/// A repository's wishes and an account in memory, ready for passes.
struct World {
    let aws = MemoryAWS()
    let cache = ObservationCache()
    var resources: [ResourceID: Resource] = [:]
    var memory = StatusMemory()
    var drift = PlanInput.DriftHandling.correct

    /// One disk, the machine on it and the machine's door.
    static var chain: World {
        var world = World()
        world.add("Disk", "a", ["size": 1])
        world.add("Machine", "a", ["disk": .reference(ResourceID("Disk", "a"), "arn"), "size": 1])
        world.add(
            "Door", "a", ["machine": .reference(ResourceID("Machine", "a"), "arn"), "open": true],
            dependsOn: [ResourceID("Machine", "a")])
        return world
    }

    mutating func add(_ kind: String, _ name: String, _ spec: Value, dependsOn: Set<ResourceID> = []) {
        let id = ResourceID(kind, name)
        resources[id] = Resource(
            id, awsName: name, spec: spec, place: Place(file: "all.yaml", line: resources.count + 1, column: 1),
            dependsOn: dependsOn)
    }

    var target: ReconcileTarget {
        let environment = Environment(name: "test")
        var desired = Desired(environment: environment)
        desired.resources = resources
        return ReconcileTarget(
            desired, of: environment, at: .test, memory: memory,
            ownership: Ownership(environment: "test", owner: "example.org/infra"), region: "eu-west-1",
            accountID: "123456789012", drift: drift,
            schemas: Dictionary(fakeKinds.map { ($0.schema.kind, $0.schema) }) { first, _ in first })
    }

    func pass(gate: WriteGate = .open, progress: any Progress = SilentProgress()) -> ReconcilePass {
        ReconcilePass(target, aws: aws, cache: cache, gate: gate, progress: progress, kinds: fakeKinds)
    }

    /// Turns until nothing is left to write, on a clock that jumps.
    func settle(gate: WriteGate = .open, clock: JumpingClock = JumpingClock()) async throws -> Turn {
        try await ReconcileLoop(pass(gate: gate), clock: clock).runUntilWritten().turn
    }
}

extension SourceCommit {
    static let test = SourceCommit(
        id: "9c1e2ab4d07f5538e1a6c92b7d3f40e8a5b61c27", subject: "api: 1.8.0", author: "Ada", time: 1_795_521_821,
        reference: "refs/heads/main", repository: "github.com/acme/infra", hasCommitPages: true)
}

extension WriteGate {
    /// A gate that lets `count` writes through and then stays closed.
    static func closing(after count: Int) -> WriteGate {
        let left = Mutex(count)
        return WriteGate {
            left.withLock { left in
                left -= 1
                return left < 0 ? "stopped" : nil
            }
        }
    }
    /// A gate that is closed.
    static let closed = WriteGate { "stopped" }
}
