@testable import Simulation

/// A world that was healed and left alone for a while: every service has what it wants, or anybody can see why not; nobody
/// waits for room that is there.
enum RestLaws {
    static func look(at world: World, _ findings: inout Findings) {
        for id in world.ecs.services.handles { lookAtService(id, world, &findings) }
        for id in world.ecs.clusters.handles where world.ecs.clusters[id]?.wakePending == false {
            for task in world.ecs.clusters[id]?.waiting ?? [] { lookAtWaiting(task, world, &findings) }
        }
    }

    private static func lookAtService(_ id: ServiceID, _ world: World, _ findings: inout Findings) {
        guard let service = world.ecs.services[id], service.status == .active, !service.tickPending,
            service.settings.scheduling == .replica, let primary = service.deployments.first
        else { return }
        let census = world.census(of: id)
        let isMoving = census.contains {
            $0.standing == .pending || $0.standing == .leaving || $0.standing == .undecided
        }
        let isHeld = service.launchesAfter.map { $0 > world.now } ?? false
        // Bounds without play hold tasks on draining instances for ever (aws-facts 1.1).
        let bounds = service.settings.deployment.bounds(service.settings.desiredCount)
        let isTight = census.count >= bounds.upper && census.count { $0.standing == .healthy } <= bounds.lower
        let mayStart = primary.rollout != .failed && !isHeld && service.native == nil
        if mayStart, !isMoving, !isTight, !service.isBlocked {
            let good = census.count { $0.isGood && $0.deployment == primary.id }
            findings.expect(
                good == service.settings.desiredCount,
                "\(service.name) rests with \(good) tasks of \(service.settings.desiredCount): \(picture(service, census))"
            )
        }
        guard service.isBlocked, service.deployments.count == 1, service.settings.strategy.isEmpty,
            let request = world.request(for: id, primary)
        else { return }
        var placer = world.placer(for: request)
        findings.expect(placer.take(nil) == nil, "\(service.name) is blocked and there is room")
    }

    private static func picture(_ service: Service, _ census: [SeenTask]) -> String {
        let deployment = service.settings.deployment
        let bounds = deployment.bounds(service.settings.desiredCount)
        let rollouts = service.deployments.map { deployment in
            let standings = census.filter { $0.deployment == deployment.id }.map { task in
                "\(task.standing)\(task.isDraining ? " draining" : "")\(task.isProtected ? " protected" : "")"
            }
            return "\(deployment.rollout.rawValue) of \(deployment.desiredCount) \(standings)"
        }
        return "bounds \(bounds.lower) to \(bounds.upper), \(deployment.strategy), "
            + "failed starts \(service.failedStarts), extra \(service.rebalancing), \(rollouts)"
    }

    private static func lookAtWaiting(_ id: TaskID, _ world: World, _ findings: inout Findings) {
        guard let task = world.ecs.tasks[id], let service = task.service,
            let deployment = world.ecs.services[service]?.deployments.first(where: { $0.id == task.deployment }),
            let request = world.request(for: service, deployment)
        else { return }
        var placer = world.placer(for: request)
        let provider = task.capacityProvider.flatMap { world.ecs.capacityProviderNames[$0] }
        findings.expect(placer.take(provider) == nil, "a task of \(task.group) waits and there is room")
    }
}
