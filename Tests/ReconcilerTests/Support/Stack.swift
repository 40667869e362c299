import Kinds
import Manifest
import Model
import Planning

@testable import Reconciler

/// A small production environment: what Git says of it, what AWS shows, and the status files that follow.
struct Stack {
    static let account = "arn:aws:ecs:eu-west-1:123456789012"
    static let start = 1_795_521_850  // 2026-11-24T12:04:10Z

    var commit = SourceCommit.test
    var image = "1.7.4"
    var extra: [String: String] = [:]
    var memory = StatusMemory()
    var now = Stack.start
    /// What is live.
    var liveImage = "1.7.4"
    var liveRevision = 1
    var deployments: [Value] = [Stack.deployment(1, running: 4)]
    var liveCount = 4
    /// What the tasks were seen to do; nil when they were not looked at.
    var rollout: Value?
    /// AWS's service deployments, newest first; nil when they were not asked for.
    var history: [Value]?
    /// What operators asked for.
    var control = ControlFile()
    /// True while AWS has nothing yet.
    var isEmpty = false
    var drift = PlanInput.DriftHandling.correct
    /// Changes what is live before it is looked at.
    var tamper: @Sendable (ResourceID, inout Live) -> Void = { _, _ in }

    static func deployment(
        _ revision: Int, running: Int, pending: Int = 0, desired: Int = 4, status: String = "PRIMARY",
        state: String = "COMPLETED"
    ) -> Value {
        [
            "id": .string("ecs-svc/826015374410948221\(revision)"), "status": .string(status),
            "taskDefinition": .string("\(account):task-definition/api:\(revision)"), "runningCount": .integer(running),
            "pendingCount": .integer(pending), "desiredCount": .integer(desired), "rolloutState": .string(state),
        ]
    }

    /// AWS's record of a deployment of revision `revision`, the `number`th of the service, as an observation carries it.
    static func recorded(_ revision: Int, _ status: String, number: Int = 1, back: Int? = nil) -> Value {
        var value: Value = [
            "serviceDeploymentArn": .string("\(account):service-deployment/demo-api/api/\(number)"),
            "status": .string(status), "createdAt": .integer(start + number),
            "deploymentCircuitBreaker": ["status": "MONITORING", "failureCount": 1, "threshold": 3],
            "target": [
                "taskDefinition": .string("\(account):task-definition/api:\(revision)"),
                "containerImages": [["containerName": "api", "imageDigest": .string("sha256:\(revision)")]],
            ],
        ]
        guard let back else { return value }
        value["rolledBackTo"] = .string("\(account):task-definition/api:\(back)")
        value["rollback"] = ["reason": "ECS deployment circuit breaker: tasks failed to start."]
        return value
    }

    /// The same once ECS went back to revision 1.
    static func rolledBack() throws -> (stack: Stack, turn: Turn) {
        var (stack, turn) = try rollingOut()
        stack.history = [recorded(2, "IN_PROGRESS")]
        turn = try stack.turn(after: turn)
        stack.memory = try stack.written(turn)
        stack.now += 38
        stack.rollout = nil
        stack.deployments = [deployment(1, running: 4)]
        stack.history = [recorded(2, "ROLLBACK_SUCCESSFUL", back: 1)]
        turn = try stack.turn()
        stack.memory = try stack.written(turn)
        return (stack, turn)
    }

    /// A deployment's tasks as an observation carries them.
    static func tasks(
        starting: Int = 0, waiting: Int = 0, healthy: Int = 0, unhealthy: Int = 0, draining: Int = 0, failed: Int = 0
    ) -> Value {
        [
            "starting": .integer(starting), "waitingForRoom": .integer(waiting), "healthy": .integer(healthy),
            "running": .integer(healthy + unhealthy), "unhealthy": .integer(unhealthy), "draining": .integer(draining),
            "failed": .integer(failed),
        ]
    }

    private var files: [String: String] {
        let files = ["neap.yaml": Self.environment, "production/api.yaml": Self.manifests(image)]
        return files.merging(extra) { $1 }
    }

    func target() throws -> ReconcileTarget {
        let reader = ManifestReader(kinds: allKinds.map { $0.manifest })
        let desired = try reader.read(MemoryFiles(files: files))
        let ownership = Ownership(environment: desired.environment.name, owner: commit.repository)
        var target = ReconcileTarget(
            desired, of: desired.environment, at: commit, memory: memory, ownership: ownership, region: "eu-west-1",
            accountID: "123456789012", drift: drift, schemas: kindsByName.mapValues { $0.schema })
        (target.control, target.now) = (control, now)
        return target
    }

    /// A turn against what is live; every step of it that is not in `failing` goes well.
    func turn(after previous: Turn? = nil, failing: [String: Outcome] = [:]) throws -> Turn {
        let target = try target()
        let observations = observations(target)
        var input = target.planInput(observations)
        input.quarantine = Quarantines(target: target, kinds: kindsByName).held(observations, after: previous)
        var turn = Turn(scope: .everything, observations: observations, plan: Planner().plan(input))
        turn.quarantine = Quarantines.kept(input.quarantine, turn.plan)
        for step in turn.plan.steps { turn.execution.outcomes[step.id] = failing[step.id] ?? .done }
        let all = Set(target.desired.resources.keys)
        var settlement = Settlement(kinds: kindsByName, turn: turn, scope: all)
        settlement.attempts = RolloutAttempts(memory: memory, now: now)
        settlement.memory = memory
        turn.states = settlement.states(after: previous)
        return turn
    }

    func input(_ turn: Turn) throws -> StatusInput {
        StatusInput(
            target: try target(), states: turn.states, outputs: turn.observations.outputs, now: now, version: "0.1.0",
            planMarkdown: nil, quarantine: turn.quarantine)
    }

    /// What the branch says once this turn is written to it.
    func written(_ turn: Turn) throws -> StatusMemory { memory.writing(StatusTree(try input(turn)).changes) }

    /// Everything as Git says and well, written down.
    static func settled() throws -> Stack {
        var stack = Stack()
        stack.commit.id = "4f07d1e6a29b0c5d8f3e7146b2a9c0d5e8f71324"
        stack.now = start - 3_600
        stack.memory = try stack.written(try stack.turn())
        return stack
    }

    /// A new image was committed; ECS has replaced half of the tasks.
    static func rollingOut() throws -> (stack: Stack, turn: Turn) {
        var stack = try settled()
        (stack.commit, stack.image, stack.now) = (.test, "1.8.0", start)
        let first = try stack.turn()
        (stack.liveImage, stack.liveRevision) = ("1.8.0", 2)
        stack.deployments = [
            deployment(2, running: 4, state: "IN_PROGRESS"), deployment(1, running: 0, status: "ACTIVE"),
        ]
        stack.rollout = [
            "deployments": [tasks(starting: 2, healthy: 2), tasks(draining: 2)],
            "targets": ["healthy": 2, "initial": 2, "draining": 2],
        ]
        return (stack, try stack.turn(after: first))
    }

    private func observations(_ target: ReconcileTarget) -> Observations {
        var seen = Observations()
        for id in target.graph.order {
            guard let resource = target.desired.resources[id] else { continue }
            if isEmpty {
                seen.record(id, .absent)
                continue
            }
            var live = live(resource, seen.outputs)
            live.tags = target.ownershipTags[id]
            tamper(id, &live)
            seen.record(id, .live(live))
        }
        return seen
    }

    private func live(_ resource: Resource, _ outputs: [Reference: Value]) -> Live {
        var live = Live(spec: resource.spec.resolved(outputs), outputs: Self.outputs(resource))
        switch resource.id.kind {
        case "TaskDefinition":
            live.spec["containerDefinitions"] = .list(
                (live.spec["containerDefinitions"]?.list ?? []).map { container in
                    var copy = container
                    copy["image"] = .string("123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:\(liveImage)")
                    return copy
                })
            live.outputs["arn"] = .string("\(Self.account):task-definition/api:\(liveRevision)")
            live.outputs["revision"] = .string("\(liveRevision)")
            live.outputs["family"] = "api"
        case "Service":
            let primary = deployments.first?["taskDefinition"]
            live.spec["taskDefinition"] = primary
            live.spec["desiredCount"] = .integer(liveCount)
            live.spec["schedulingStrategy"] = "REPLICA"
            live.detail = [
                "desiredCount": .integer(liveCount), "deployments": .list(deployments),
                "runningCount": .integer(deployments.compactMap { $0["runningCount"]?.integer }.reduce(0, +)),
            ]
            live.detail["rollout"] = rollout
            live.detail["history"] = history.map { ["deployments": .list($0)] }
        default: break
        }
        return live
    }

    private static func outputs(_ resource: Resource) -> [String: Value] {
        let name = resource.awsName
        let arn =
            switch resource.id.kind {
            case "Service": "\(account):service/demo-api/\(name)"
            case "TargetGroup":
                "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/\(name)/73e2d6bc24d8a067"
            default: "\(account):\(resource.id.kind.lowercased())/\(name)"
            }
        return ["arn": .string(arn), "name": .string(name), "resourceId": .string("service/demo-api/\(name)")]
    }
}

extension StatusMemory {
    /// What a branch that says this says after `changes`.
    func writing(_ changes: [String: [UInt8]?]) -> StatusMemory {
        var files = files
        for (path, bytes) in changes { files[path] = bytes }
        return StatusMemory(files: files) { bytes, path in DecodedFile.decode(bytes, file: path).documents.first?.value
        }
    }

    /// A file's text; empty when there is none.
    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }
}

extension Stack {
    fileprivate static let environment = """
        apiVersion: neap/v1
        kind: Environment
        metadata: {name: production}
        spec:
          paths: [production]
          aws: {region: eu-west-1, accountId: "123456789012"}
        """

    fileprivate static func manifests(_ image: String) -> String {
        """
        apiVersion: neap/v1
        kind: Cluster
        metadata: {name: demo-api}
        ---
        apiVersion: neap/v1
        kind: TargetGroup
        metadata: {name: api}
        spec: {protocol: HTTP, port: 80, vpcId: vpc-0a1b2c3d}
        ---
        apiVersion: neap/v1
        kind: TaskDefinition
        metadata: {name: api}
        spec:
          networkMode: bridge
          containerDefinitions:
            - name: api
              image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:\(image)
              memory: 512
              portMappings: [{containerPort: 3000}]
              environment:
                - {name: FEATURE_FLAGS, value: hunter2}
        ---
        apiVersion: neap/v1
        kind: Service
        metadata: {name: api}
        spec:
          cluster: demo-api
          taskDefinition: api
          desiredCount: 4
          deploymentConfiguration:
            minimumHealthyPercent: 50
            maximumPercent: 150
            deploymentCircuitBreaker: {enable: true, rollback: true}
          healthCheckGracePeriodSeconds: 60
          loadBalancers: [{targetGroup: api, containerName: api, containerPort: 3000}]
        ---
        apiVersion: neap/v1
        kind: ScalingPolicy
        metadata: {name: api}
        spec: {service: api, minCapacity: 2, maxCapacity: 12}

        """
    }
}
