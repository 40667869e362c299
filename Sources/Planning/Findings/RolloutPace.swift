import Kinds
import Model
import Simulation

/// Roughly how long a service's tasks take, for warnings; the forecast knows better where there is one.
struct RolloutPace {
    /// Seconds that a task takes from its placement until its containers run: the image is pulled, the containers start.
    private static let start = 15
    /// Seconds that a task without any check must run before it counts (aws-facts 1.3).
    private static let trust = 40
    /// The agent's own, in seconds (aws-facts 1.2).
    private static let stopTimeout = 30

    let service: RollingService
    let targetGroups: [TargetGroupView]

    init(_ service: RollingService, in context: FindingContext) {
        self.service = service
        targetGroups = TargetGroupView.all(of: service, in: context)
    }

    /// Seconds from a task's placement until it counts as healthy.
    var untilHealthy: Int { Self.start + check }
    /// Seconds from a task's last request until it is killed at the latest.
    var stop: Int {
        (service.definition?.plan.containers ?? []).map {
            $0.stopTimeout.map { Int($0.milliseconds / 1000) } ?? Self.stopTimeout
        }.max() ?? Self.stopTimeout
    }
    /// Seconds that a target has for its last requests; nil when nothing is balanced.
    var drain: Int? { targetGroups.map(\.deregistrationDelay).max() }

    private var check: Int {
        let containers = (service.definition?.plan.containers ?? []).filter(\.essential).compactMap(\.healthCheck)
        let checks =
            containers.map { Int($0.interval.milliseconds / 1000) } + targetGroups.map(\.untilHealthy)
        return checks.max() ?? Self.trust
    }

    /// How often tasks are started together.
    var waves: Int {
        let size = max(service.bounds.surge, service.bounds.slack)
        return size > 0 ? (service.desired + size - 1) / size : 0
    }

    /// `35 s`, `a minute`, `3 minutes`.
    static func words(_ seconds: Int) -> String {
        switch seconds {
        case ..<50: "\(max(5, (seconds + 2) / 5 * 5)) s"
        case ..<90: "a minute"
        default: "\((seconds + 30) / 60) minutes"
        }
    }
}

/// What a target group says of times.
struct TargetGroupView {
    /// Nil for one that no manifest of the environment describes.
    let resource: ResourceID?
    let name: String
    private let spec: Value
    private let attributes: [String: String]

    /// Those that the service's tasks are registered in, in the order of its load balancers; without those that nobody knows.
    static func all(of service: RollingService, in context: FindingContext) -> [TargetGroupView] {
        (service.spec["loadBalancers"]?.list ?? []).indices.compactMap { index in
            let path = FieldPath(["loadBalancers", String(index), "targetGroupArn"])
            let arn = service.spec[path]?.string ?? ""
            let resource =
                context.target(of: path, in: service.id) ?? context.resource("TargetGroup", called: arn)
            if let resource, let spec = context.spec(resource) {
                let attributes = (spec["attributes"]?.object ?? [:]).compactMapValues(\.scalarText)
                let name = context.input.desired[resource]?.awsName ?? resource.name
                return TargetGroupView(resource: resource, name: name, spec: spec, attributes: attributes)
            }
            guard let spec = context.capacity?.targetGroups.first(where: { $0["targetGroupArn"]?.string == arn }) else {
                return nil
            }
            return TargetGroupView(
                resource: nil, name: spec["targetGroupName"]?.string ?? arn, spec: spec,
                attributes: context.capacity?.targetGroupAttributes[arn] ?? [:])
        }
    }

    /// Seconds.
    var deregistrationDelay: Int { number("deregistration_delay.timeout_seconds", in: "attributes") }
    /// Seconds of good answers until a target is healthy.
    var untilHealthy: Int { interval * number("healthyThresholdCount") }
    /// Seconds of bad answers until a target is unhealthy.
    var untilUnhealthy: Int { interval * number("unhealthyThresholdCount") }
    private var interval: Int { number("healthCheckIntervalSeconds") }

    private static let schema = kindsByName["TargetGroup"]?.schema

    /// What is said, else AWS's default.
    private func number(_ name: String, in group: String? = nil) -> Int {
        let path = FieldPath([group, name].compactMap { $0 })
        let said = group == nil ? spec[name]?.scalarText : attributes[name]
        return (said ?? Self.schema?.rule(at: path)?.absent?.scalarText).flatMap { Int($0) } ?? 0
    }
}
