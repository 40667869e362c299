import Simulation

/// How long an application may take to answer before its service's checks give its tasks up.
///
/// A forecast takes images to be well, and what runs already became healthy under checks like these. So an application is
/// not slower than its checks are patient, whatever else is thinkable: a world in which it is would roll for ever.
struct Patience {
    private let settings: ServiceSettings
    private let plan: TaskPlan
    private let world: World

    /// The patience of a service with these settings; nil when it is not there.
    init?(of service: ServiceID, in world: World) {
        guard let settings = world.ecs.services[service]?.settings,
            let plan = world.ecs.taskDefinitions[settings.taskDefinition]?.plan
        else { return nil }
        self.settings = settings
        self.plan = plan
        self.world = world
    }

    /// From RUNNING on; nil when nothing is checked.
    private var limit: Span? {
        let checks = (targetChecks + containerChecks)
        guard let limit = checks.map(\.limit).min(), let slowest = checks.map(\.untilHealthy).max() else { return nil }
        // Whatever the checks said, who is healthy before the grace period is over stays.
        return max(limit, settings.healthCheckGracePeriod - slowest)
    }

    /// When a check fails at the earliest, and how long after the first answer it succeeds at the latest.
    private typealias Check = (limit: Span, untilHealthy: Span)

    private var targetChecks: [Check] {
        settings.loadBalancers.compactMap { balancer in
            guard let id = world.balancing.targetGroupArns[balancer.targetGroupArn],
                let check = world.balancing.targetGroups[id]?.check, check.isEnabled
            else { return nil }
            let limit =
                world.physics.targetRegistration.shortest + check.interval * max(0, check.unhealthyThreshold - 1)
            return (limit, check.interval * (check.healthyThreshold + 1))
        }
    }

    private var containerChecks: [Check] {
        plan.containers.filter(\.essential).compactMap(\.healthCheck).map { check in
            let first = max(check.interval, check.startPeriod)
            return (first + check.interval * max(0, check.retries - 1), check.interval * 2)
        }
    }

    /// How the service's image behaves, where it would otherwise be slower than its checks allow; nil where it would not.
    var behaviour: ImageBehaviour? {
        guard let image = plan.containers.first(where: \.essential)?.image, let limit,
            world.physics.applicationReady.longest >= limit
        else { return nil }
        var behaviour = ImageBehaviour(image: image)
        let middle = (world.physics.applicationReady.shortest + world.physics.applicationReady.longest).milliseconds / 2
        let known = world.physics.images.last { $0.image == image }?.readyAfter
        let ready = min(Span(milliseconds: middle), Span(milliseconds: limit.milliseconds * 9 / 10))
        behaviour.readyAfter = min(known ?? ready, ready)
        return behaviour
    }
}
