import Model
import Simulation

/// Does a plan's steps to a world, in their order, each as soon as what it waits for is so.
struct StepReplay: Sendable {
    /// A service's rollout that a step began.
    struct Rollout: Sendable {
        let resource: ResourceID
        let service: ServiceID
        /// `Deployment.id`.
        let deployment: UInt64
        let began: Instant
    }

    /// A group whose instances a step began to replace.
    struct Replacement: Sendable {
        let resource: ResourceID
        let group: GroupID
        let began: Instant
    }

    private(set) var rollouts: [Rollout] = []
    private(set) var replacements: [Replacement] = []
    /// Why steps could not be done, by the steps' resources.
    private(set) var refusals: [ResourceID: String] = [:]
    private var waiting: [Step]
    private var outputs: [Reference: Value]
    private var done: Set<String> = []
    private let known: Set<String>

    /// The steps of `plan`; `outputs` are those of what is live.
    init(_ plan: Plan, outputs: [Reference: Value]) {
        waiting = plan.steps
        known = Set(plan.steps.map(\.id))
        self.outputs = plan.resources.reduce(into: outputs) { outputs, plan in
            for (name, value) in plan.observation.live?.outputs ?? [:] {
                outputs[Reference(plan.id, name)] = value
            }
        }
    }

    /// True when no step is left.
    var isDone: Bool { waiting.isEmpty }

    /// Does every step to `world` that can be done now.
    mutating func advance(_ world: inout World) {
        var left: [Step] = []
        for step in waiting {
            guard step.after.allSatisfy({ done.contains($0) || !known.contains($0) }), isFree(step, world) else {
                left.append(step)
                continue
            }
            perform(step, &world)
            done.insert(step.id)
        }
        waiting = left
    }

    /// A step that waits for a rollout is free once that has ended; what else steps wait for comes about in no time.
    private func isFree(_ step: Step, _ world: World) -> Bool {
        step.planned.requires.map(\.reference.resource).allSatisfy { need in
            let isRolling = rollouts.contains { rollout in
                rollout.resource == need
                    && world.rollout(of: rollout.deployment, in: rollout.service)?.state == .inProgress
            }
            return !isRolling
                && !replacements.contains { $0.resource == need && world.isReplacing($0.group) }
        }
    }

    private mutating func perform(_ step: Step, _ world: inout World) {
        let input = step.planned.call.input.resolved(outputs)
        do throws(Refusal) {
            let reply = try perform(step, input, &world)
            for (name, path) in step.planned.captures {
                if let value = reply[path] { outputs[Reference(step.resource, name)] = value }
            }
        } catch {
            refusals[step.resource] = error.message
        }
    }

    private mutating func perform(_ step: Step, _ input: Value, _ world: inout World) throws(Refusal) -> Value {
        switch step.planned.call.operation {
        case "CreateService", "UpdateService": return try roll(step, input, &world)
        case "UpdateAutoScalingGroup", "StartInstanceRefresh":
            try replace(step, input, &world)
            return .emptyObject
        default: return try WorldWrite(step.planned.call.operation, input).perform(on: &world)
        }
    }

    private mutating func roll(_ step: Step, _ input: Value, _ world: inout World) throws(Refusal) -> Value {
        let write = ServiceWrite(input, isNew: step.planned.call.operation == "CreateService")
        let (service, deployment) = try write.perform(on: &world)
        if let deployment {
            if let behaviour = Patience(of: service, in: world)?.behaviour { world.physics.images.append(behaviour) }
            rollouts.removeAll { $0.service == service }
            rollouts.append(
                Rollout(resource: step.resource, service: service, deployment: deployment, began: world.now))
        }
        return write.reply(in: world)
    }

    private mutating func replace(_ step: Step, _ input: Value, _ world: inout World) throws(Refusal) {
        let isRefresh = step.planned.call.operation == "StartInstanceRefresh"
        guard let (group, replaces) = try GroupWrite(input, isRefresh: isRefresh).perform(on: &world) else { return }
        guard replaces, !replacements.contains(where: { $0.group == group }) else { return }
        replacements.append(Replacement(resource: step.resource, group: group, began: world.now))
    }
}
