@testable import Simulation

/// What the service scheduler may do at one look, by aws-facts 1.1 to 1.3 and 1.10: it is judged by how the tasks stood
/// before its own event and how they stand after it, so that deaths and reclaims are never taken for its doing.
struct SchedulerLaws {
    private let id: ServiceID
    private let before: [TaskID: SeenTask]

    /// How an ACTIVE service's tasks stand before a look at it; nil for any other service.
    init?(_ id: ServiceID, _ world: World) {
        guard world.ecs.services[id]?.status == .active else { return nil }
        self.id = id
        before = Dictionary(uniqueKeysWithValues: world.census(of: id).map { ($0.id, $0) })
    }

    /// After the look.
    func judge(_ world: World, _ findings: inout Findings) {
        guard let service = world.ecs.services[id] else { return }
        let after = world.census(of: id)
        let stopped = before.values.filter { seen in
            seen.isWanted && world.ecs.tasks[seen.id]?.isWanted == false
                && world.ecs.tasks[seen.id]?.stopCode == .serviceScheduler
        }
        let started = after.filter { before[$0.id] == nil }
        switch service.settings.scheduling {
        case .replica:
            judgeStarts(service, after, started.count, &findings)
            judgeStops(service, after, stopped, &findings)
        case .daemon: judgeDaemon(service, after, stopped, world, &findings)
        }
    }

    /// The least number that is not below `percent` of `count`; written otherwise than the simulation writes it.
    private func ceiling(_ percent: Int, of count: Int) -> Int {
        (0...).first { $0 * 100 >= count * percent } ?? 0
    }

    /// Tasks on their way in and out included, a rolling service has no more than its maximum allows; a native strategy
    /// has both revisions whole.
    private func judgeStarts(_ service: Service, _ after: [SeenTask], _ started: Int, _ findings: inout Findings) {
        guard started > 0 else { return }
        let desired = service.settings.desiredCount
        var most = desired * service.settings.deployment.maximumPercent / 100
        if service.native != nil { most += desired }
        findings.expect(after.count <= most, "\(service.name) was brought to \(after.count) tasks above \(most)")
    }

    private func judgeStops(
        _ service: Service, _ after: [SeenTask], _ stopped: [SeenTask], _ findings: inout Findings
    ) {
        guard !stopped.isEmpty else { return }
        let least = ceiling(service.settings.deployment.minimumHealthyPercent, of: service.settings.desiredCount)
        let healthy = after.count { $0.standing == .healthy }
        if stopped.contains(where: { $0.standing == .healthy }) {
            findings.expect(healthy >= least, "\(service.name) was taken to \(healthy) healthy tasks below \(least)")
        }
        // Unhealthy tasks are replaced whatever the floor is; the others only while enough of them run.
        let ill = stopped.count { $0.standing == .unhealthy }
        let running = after.count(where: \.isRunning) + ill
        if stopped.contains(where: { $0.standing == .undecided || $0.standing == .healthy }) {
            findings.expect(running >= least, "\(service.name) was taken to \(running) running tasks below \(least)")
        }
        let protected = stopped.contains { $0.isProtected && $0.standing != .unhealthy && $0.standing != .pending }
        findings.expect(!protected, "a protected task of \(service.name) was stopped")
    }

    /// One daemon an instance; old revisions go only above the floor.
    private func judgeDaemon(
        _ service: Service, _ after: [SeenTask], _ stopped: [SeenTask], _ world: World, _ findings: inout Findings
    ) {
        let places = after.compactMap(\.instance)
        findings.expect(Set(places).count == places.count, "\(service.name) has two daemons on an instance")
        let superseded = stopped.filter { task in
            guard let place = task.instance, task.standing == .healthy else { return false }
            return world.ecs.containerInstances[place]?.status == .active
        }
        let driven = stopped.count { $0.standing == .healthy } - superseded.count
        let least = ceiling(service.settings.deployment.minimumHealthyPercent, of: service.settings.desiredCount)
        let healthy = after.count { $0.standing == .healthy } + driven
        findings.expect(
            superseded.isEmpty || healthy >= least, "\(service.name) was taken to \(healthy) daemons below \(least)")
    }
}
