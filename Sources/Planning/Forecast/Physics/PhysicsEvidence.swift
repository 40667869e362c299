import Model
import Simulation

/// What live tasks and instances tell of how long things take here.
struct PhysicsEvidence {
    private let capacity: ObservedCapacity
    /// Fewer than these say nothing.
    private static let least = 3

    init(_ capacity: ObservedCapacity) { self.capacity = capacity }

    /// `prior` with the bounds of what was measured in place of its own: a quarter wider than the measures on both sides,
    /// since another image and another day are not the same.
    func narrowed(_ prior: PhysicsPrior) -> PhysicsPrior {
        var physics = prior
        // An image that was there already takes no time to pull.
        let pulls = spans(capacity.tasks, "pullStartedAt", "pullStoppedAt").filter { $0 > 500 }
        physics.imagePull = bounds(of: pulls) ?? prior.imagePull
        physics.containerStart = bounds(of: spans(capacity.tasks, "pullStoppedAt", "startedAt")) ?? prior.containerStart
        if let boot = bounds(of: boots) {
            // EC2's part of a boot can not be told from the agent's: they share it as they usually do.
            physics.instanceLaunch = Self.part(boot, 3)
            physics.agentRegistration = Self.part(boot, 7)
        }
        return physics
    }

    private static func part(_ bounds: PhysicsPrior.Bounds, _ tenths: Int64) -> PhysicsPrior.Bounds {
        PhysicsPrior.Bounds(bounds.least.milliseconds * tenths / 10, bounds.most.milliseconds * tenths / 10)
    }

    private func spans(_ rows: [Value], _ from: String, _ to: String) -> [Int64] {
        rows.compactMap { row in
            guard let from = Self.milliseconds(row[from]), let to = Self.milliseconds(row[to]), to >= from else {
                return nil
            }
            return to - from
        }
    }

    /// From an instance's launch until its agent registered.
    private var boots: [Int64] {
        let launches = Dictionary(
            capacity.instances.compactMap { row in
                row["instanceId"]?.string.flatMap { id in Self.milliseconds(row["launchTime"]).map { (id, $0) } }
            }
        ) { first, _ in first }
        return capacity.containerInstances.compactMap { row in
            guard let id = row["ec2InstanceId"]?.string, let launch = launches[id],
                let registered = Self.milliseconds(row["registeredAt"]), registered > launch
            else { return nil }
            return registered - launch
        }
    }

    private func bounds(of measures: [Int64]) -> PhysicsPrior.Bounds? {
        guard measures.count >= Self.least else { return nil }
        let sorted = measures.sorted()
        // One in ten on each side may have been something else: a retry, a stopped and started instance.
        let edge = sorted.count / 10
        return PhysicsPrior.Bounds(sorted[edge] * 4 / 5, sorted[sorted.count - 1 - edge] * 5 / 4)
    }

    /// Seconds since 1970 as AWS's JSON carries them.
    private static func milliseconds(_ value: Value?) -> Int64? {
        value?.number.flatMap { $0.isFinite && $0 > 0 && $0 < 1e11 ? Int64(($0 * 1000).rounded()) : nil }
    }
}
