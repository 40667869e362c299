import AWSWire
import Kinds
import Model
import Planning

/// Step 7: runs steps as soon as what they stand on is done, `width` at a time. A failure stops only what stands on it.
struct Executor: Sendable {
    let aws: any AWSSender
    let gate: WriteGate
    let cache: ObservationCache
    let progress: any Progress
    let width: Int

    init(aws: any AWSSender, gate: WriteGate, cache: ObservationCache, progress: any Progress, width: Int = 8) {
        self.aws = aws
        self.gate = gate
        self.cache = cache
        self.progress = progress
        self.width = width
    }

    /// Runs `steps`, which may use the outputs `known`; those in `held` have their outcome already.
    func run(
        _ steps: [Step], knowing known: [Reference: Value], holding held: [String: Outcome] = [:]
    ) async -> Execution {
        await withTaskGroup(of: (Step, StepResult).self) { group in
            var run = Run(steps, known, held)
            while true {
                while run.running < width, let step = run.next() {
                    guard let input = run.input(of: step) else { continue }
                    run.running += 1
                    group.addTask { (step, await perform(step, input)) }
                }
                guard let (step, result) = await group.next() else { return run.execution }
                run.finish(step, result)
            }
        }
    }

    private func perform(_ step: Step, _ input: Value) async -> StepResult {
        if let reason = await gate.closedBecause() { return StepResult(.skipped(reason)) }
        let call = AWSCall(step.planned.call.service, step.planned.call.operation, input)
        let result: StepResult
        do {
            let reply = try await PassContext.about(step.resource) { try await send(call) }
            result = StepResult(RefusedInReply.outcome(of: call, reply) ?? .done, reply: reply)
        } catch let error as AWSError {
            result = StepResult(outcome(of: error, step))
        } catch {
            result = StepResult(.failed(.applyFailed, "\(error)", isTransient: false))
        }
        await cache.forget(step.resource)
        // What is being deleted, or what AWS refuses, may no longer be as it was read.
        if step.planned.effect == .deletes || result.outcome.isRefusal {
            await cache.forget(naming: Set((input.object ?? [:]).values.compactMap(\.string)))
        }
        await progress.step(step, result.outcome)
        return result
    }

    private func send(_ call: AWSCall) async throws -> Value {
        let permission = WritePermission { [gate] in await gate.closedBecause() }
        return try await WritePermission.$current.withValue(permission) { try await aws.send(call) }
    }

    /// The code of a write whose request a fence held back, as `AWSClient` gives it.
    private static let fenced = "WriteFenced"

    private func outcome(of error: AWSError, _ step: Step) -> Outcome {
        if error.code == Self.fenced { return .skipped(error.message) }
        if step.planned.effect == .deletes, let outcome = RefusedDeletion.outcome(of: error) { return outcome }
        if EventualConsistency.explains(error) { return .deferred(error.description) }
        switch error.disposition {
        case .denied(let action): return .failed(.accessDenied, "\(error) (missing: \(action))", isTransient: false)
        case .throttled, .transient, .lost, .expiredCredentials, .clockSkew:
            return .failed(.applyFailed, error.description, isTransient: true)
        case .permanent, .authentication: return .failed(.applyFailed, error.description, isTransient: false)
        }
    }
}

/// A step's outcome with AWS's reply.
struct StepResult: Sendable {
    let outcome: Outcome
    let reply: Value

    init(_ outcome: Outcome, reply: Value = .emptyObject) {
        self.outcome = outcome
        self.reply = reply
    }
}

/// The bookkeeping of one execution.
private struct Run {
    private var waiting: [Step]
    private(set) var execution = Execution()
    private var outputs: [Reference: Value]
    var running = 0

    init(_ steps: [Step], _ known: [Reference: Value], _ held: [String: Outcome]) {
        waiting = steps.filter { held[$0.id] == nil }
        execution.outcomes = held
        let moving = Set(steps.flatMap { step in step.planned.unsettles.map { Reference(step.resource, $0) } })
        outputs = known.filter { !moving.contains($0.key) }
    }

    /// The next step whose predecessors have all ended, however they ended.
    mutating func next() -> Step? {
        let index = waiting.firstIndex { $0.after.allSatisfy { execution.outcomes[$0] != nil } }
        return index.map { waiting.remove(at: $0) }
    }

    /// The request with everything filled in; nil, with the outcome noted, when it can not be sent.
    mutating func input(of step: Step) -> Value? {
        if let failed = step.after.first(where: { execution.outcomes[$0] != .done }) {
            execution.outcomes[step.id] = .skipped("stands on \(failed.split(separator: "#").first ?? "")")
            return nil
        }
        if let unmet = step.planned.requires.first(where: { !isMet($0) }) {
            execution.outcomes[step.id] = .deferred(unmet.reason)
            return nil
        }
        let input = step.planned.call.input.resolved(outputs)
        if let missing = input.references.map(\.resource).min() {
            execution.outcomes[step.id] = .skipped("\(missing) is not known")
            return nil
        }
        return input
    }

    mutating func finish(_ step: Step, _ result: StepResult) {
        running -= 1
        execution.outcomes[step.id] = result.outcome
        guard result.outcome == .done else { return }
        for (name, path) in step.planned.captures {
            let reference = Reference(step.resource, name)
            guard let value = result.reply[path], !value.isNull else { continue }
            // AWS counts in numbers and takes them back as text (a launch template's version).
            know(reference, value.integer.map { Value.string(String($0)) } ?? value)
        }
        for (name, value) in step.planned.facts { know(Reference(step.resource, name), value) }
    }

    private mutating func know(_ output: Reference, _ value: Value) {
        outputs[output] = value
        execution.outputs[output] = value
    }

    /// What AWS's reply did not say is looked at in the next turn.
    private func isMet(_ requirement: PlannedCall.Requirement) -> Bool {
        guard let value = outputs[requirement.reference] else { return false }
        return requirement.values.isEmpty || value.scalarText.map(requirement.values.contains) == true
    }
}
