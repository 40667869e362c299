import Model
import Simulation

/// Processes, metrics and target groups that people turn on and off.
enum GroupSwitches {
    static let operations: [LocalOperation] = [
        .write("SuspendProcesses") { world, request throws(Refusal) in try suspend(&world, request, true) },
        .write("ResumeProcesses") { world, request throws(Refusal) in try suspend(&world, request, false) },
        .write("EnableMetricsCollection", enableMetrics), .write("DisableMetricsCollection", disableMetrics),
        .write("AttachLoadBalancerTargetGroups", attach), .write("DetachLoadBalancerTargetGroups", detach),
        .read("DescribeLoadBalancerTargetGroups", describeTargetGroups),
        .read("DescribeTrafficSources", describeTrafficSources),
    ]

    /// What a group can be asked to publish.
    static let metrics = [
        "GroupMinSize", "GroupMaxSize", "GroupDesiredCapacity", "GroupInServiceInstances", "GroupPendingInstances",
        "GroupStandbyInstances", "GroupTerminatingInstances", "GroupTotalInstances", "GroupInServiceCapacity",
        "GroupPendingCapacity", "GroupStandbyCapacity", "GroupTerminatingCapacity", "GroupTotalCapacity",
        "WarmPoolDesiredCapacity", "WarmPoolWarmedCapacity", "WarmPoolPendingCapacity",
        "WarmPoolTerminatingCapacity", "WarmPoolTotalCapacity", "GroupAndWarmPoolDesiredCapacity",
        "GroupAndWarmPoolTotalCapacity",
    ]
    /// What a person can suspend.
    static let processes = [
        "Launch", "Terminate", "AddToLoadBalancer", "AlarmNotification", "AZRebalance", "HealthCheck",
        "InstanceRefresh", "ReplaceUnhealthy", "ScheduledActions",
    ]

    private static func suspend(
        _ world: inout World, _ request: LocalRequest, _ isSuspended: Bool
    ) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        let named = request.texts("scalingProcesses")
        for name in named where !processes.contains(name) {
            throw Groups.invalid("\(name) is not a valid Process Type")
        }
        world.setSuspended(id, processes: named.isEmpty ? processes : named, isSuspended)
        return .emptyObject
    }

    private static func enableMetrics(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        guard request.text("granularity") == "1Minute" else {
            throw Groups.invalid("Granularity is required and must be 1Minute")
        }
        let named = try metrics(request)
        let old = world.fleet.groups[id]?.enabledMetrics ?? []
        world.setEnabledMetrics(id, old + named.filter { !old.contains($0) })
        return .emptyObject
    }

    private static func disableMetrics(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        let named = try metrics(request)
        let old = world.fleet.groups[id]?.enabledMetrics ?? []
        world.setEnabledMetrics(id, old.filter { !named.contains($0) })
        return .emptyObject
    }

    /// The metrics that are named; all of them when none is.
    private static func metrics(_ request: LocalRequest) throws(Refusal) -> [String] {
        let named = request.texts("metrics")
        for name in named where !metrics.contains(name) { throw Groups.invalid("\(name) is not a valid metric") }
        return named.isEmpty ? metrics : named
    }

    private static func attach(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        let old = world.fleet.groups[id]?.settings.targetGroupArns ?? []
        let new = request.texts("targetGroupARNs")
        for arn in new where world.balancing.targetGroupArns[arn] == nil {
            throw Groups.invalid(
                "Provided Target Groups may not be valid. Please ensure they exist and try again.")
        }
        world.setTargetGroups(id, old + new.filter { !old.contains($0) })
        return .emptyObject
    }

    private static func detach(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        let old = world.fleet.groups[id]?.settings.targetGroupArns ?? []
        let gone = request.texts("targetGroupARNs")
        guard gone.allSatisfy(old.contains) else {
            throw Groups.invalid("Trying to remove Target Groups that are not part of the group")
        }
        world.setTargetGroups(id, old.filter { !gone.contains($0) })
        return .emptyObject
    }

    private static func describeTargetGroups(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        let page = try request.asgPage(world.fleet.groups[id]?.settings.targetGroupArns ?? [], size: 100)
        let state = state(id, world)
        let rows = page.items.map { arn -> Value in
            ["loadBalancerTargetGroupARN": .string(arn), "state": .string(state)]
        }
        return .known(["loadBalancerTargetGroups": .list(rows), "nextToken": .text(page.next)])
    }

    private static func describeTrafficSources(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        let settings = world.fleet.groups[id]?.settings
        let own = (settings?.targetGroupArns ?? []).map { arn -> Value in
            ["identifier": .string(arn), "trafficSource": .string(arn), "type": "elbv2"]
        }
        let type = request.text("trafficSourceType")
        let all = (own + (settings?.passed["trafficSources"]?.list ?? [])).filter { row in
            type.map { row["type"]?.string == $0 } ?? true
        }
        let state = state(id, world)
        let page = try request.asgPage(all.map { $0.overlaid(with: ["state": .string(state)]) })
        return .known(["trafficSources": .list(page.items), "nextToken": .text(page.next)])
    }

    /// `InService` once one of the group's instances is.
    private static func state(_ id: GroupID, _ world: World) -> String {
        let instances = (world.fleet.groups[id]?.instances ?? []).compactMap { world.fleet.instances[$0] }
        return instances.contains { $0.lifecycle == .inService } ? "InService" : "Added"
    }
}
