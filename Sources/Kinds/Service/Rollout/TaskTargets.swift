import AWSECS
import AWSELBv2
import Model

/// What the load balancers in front of a service say of its tasks.
struct TaskTargets {
    /// Where traffic goes: an instance and a host port, or a task's own address and its container's port.
    private struct Target: Hashable {
        let id: String
        let port: Int
    }

    /// One entry of the service's `loadBalancers`, with the states of its groups' targets.
    private struct Balancer {
        let container: String
        let port: Int
        let states: [Target: [String]]
        /// Deployments of which a task is registered.
        var deployments: Set<String> = []
    }

    private var balancers: [Balancer]
    /// EC2's ids by container instance.
    private let instances: [String: String]
    /// The deployment that the service's `loadBalancers` are for; nil where others than ECS deploy.
    private let newest: String?

    /// The health of every target of the service's groups; one call a group, and one for 100 instances where tasks have
    /// no address of their own.
    ///
    /// Throws what AWS answers, and for a Classic Load Balancer, which has no target groups.
    static func read(
        _ service: ECS.Service, _ tasks: [ECS.Task], _ context: ObservationContext
    ) async throws -> TaskTargets {
        var balancers: [Balancer] = []
        for entry in service.loadBalancers ?? [] {
            guard let group = entry.targetGroupArn else { throw UnreadableBalancer() }
            var states: [Target: [String]] = [:]
            let other = entry.advancedConfiguration?["alternateTargetGroupArn"]?.string
            for arn in [group, other].compactMap({ $0 }) {
                for (target, state) in try await health(arn, context) { states[target, default: []].append(state) }
            }
            balancers.append(
                Balancer(container: entry.containerName ?? "", port: entry.containerPort ?? 0, states: states))
        }
        let shared = tasks.filter { $0.lastStatus == "RUNNING" && $0.address == nil }
        let instances = balancers.isEmpty ? [:] : try await instances(of: shared, service, context)
        var targets = TaskTargets(
            balancers: balancers, instances: instances, newest: Service.primary(service.raw)?.id)
        targets.noteDeployments(of: tasks)
        return targets
    }

    private mutating func noteDeployments(of tasks: [ECS.Task]) {
        for (index, balancer) in balancers.enumerated() {
            let registered = tasks.filter { target(of: $0, balancer).flatMap { balancer.states[$0] } != nil }
            balancers[index].deployments = Set(registered.compactMap(\.startedBy))
        }
    }

    /// How many targets there are in each state, as AWS names it: `healthy`, `initial`, `draining`, `unhealthy`, …; nil
    /// when nothing stands in front of the service.
    var counts: [String: Int]? {
        guard !balancers.isEmpty else { return nil }
        let states = balancers.flatMap { $0.states.values.flatMap { $0 } }
        return Dictionary(grouping: states) { $0 }.mapValues(\.count)
    }

    /// A task is as well as the worst of its targets; with none it has nothing to prove.
    func verdict(_ task: ECS.Task) -> TaskStanding.Verdict {
        let states = balancers.filter { isBefore($0, task) }.compactMap { balancer in
            target(of: task, balancer).map { balancer.states[$0] ?? [] }
        }
        if states.allSatisfy({ $0.contains("healthy") }) { return .healthy }
        return states.contains { !$0.contains("healthy") && $0.contains("unhealthy") } ? .unhealthy : .pending
    }

    /// False for a task of an older deployment of which none is registered: the balancer came with a newer one, and ECS adds
    /// no task that runs.
    private func isBefore(_ balancer: Balancer, _ task: ECS.Task) -> Bool {
        guard let newest, let own = task.startedBy, own != newest else { return true }
        return balancer.deployments.contains(own)
    }

    /// Nil for a task that the balancer does not reach: an older revision may lack the container.
    private func target(of task: ECS.Task, _ balancer: Balancer) -> Target? {
        guard let container = task.containers?.first(where: { $0.name == balancer.container }) else { return nil }
        if let address = task.address { return Target(id: address, port: balancer.port) }
        let binding = container.networkBindings?.first { $0.containerPort == balancer.port }
        let port = binding?.hostPort ?? balancer.port
        return Target(id: instances[task.containerInstanceArn ?? ""] ?? "", port: port)
    }

    private static func health(_ group: String, _ context: ObservationContext) async throws -> [(Target, String)] {
        let call = AWSCall("elbv2", "DescribeTargetHealth", ["targetGroupArn": .string(group)])
        let descriptions = try await context.aws.send(call)["targetHealthDescriptions"]?.list ?? []
        return descriptions.map(ELBv2.TargetHealthDescription.init).compactMap { description in
            guard let target = description.target, let state = description.targetHealth?.state else { return nil }
            return (Target(id: target.id ?? "", port: target.port ?? 0), state)
        }
    }

    private static func instances(
        of tasks: [ECS.Task], _ service: ECS.Service, _ context: ObservationContext
    ) async throws -> [String: String] {
        var found: [String: String] = [:]
        for batch in Set(tasks.compactMap(\.containerInstanceArn)).sorted().chunked(by: 100) {
            var input: Value = ["containerInstances": .list(batch.map { .string($0) })]
            input["cluster"] = service.clusterArn.map { .string($0) }
            let reply = try await context.aws.send(AWSCall("ecs", "DescribeContainerInstances", input))
            for instance in (reply["containerInstances"]?.list ?? []).map(ECS.ContainerInstance.init) {
                found[instance.containerInstanceArn ?? ""] = instance.ec2InstanceId
            }
        }
        return found
    }
}

/// A Classic Load Balancer, whose view of tasks Neap does not read.
struct UnreadableBalancer: Error, CustomStringConvertible {
    let description = "a Classic Load Balancer is not asked"
}

extension ECS.Task {
    /// The task's own private address, which it has in the network mode `awsvpc`.
    fileprivate var address: String? {
        let interfaces = (containers ?? []).flatMap { $0.networkInterfaces ?? [] }
        let details = (attachments ?? []).filter { $0.type == "ElasticNetworkInterface" }.flatMap { $0.details ?? [] }
        return interfaces.compactMap(\.privateIpv4Address).first
            ?? details.first { $0.name == "privateIPv4Address" }?.value
    }
}
