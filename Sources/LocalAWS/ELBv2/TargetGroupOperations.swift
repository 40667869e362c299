import Model
import Simulation

// CreateTargetGroup, ModifyTargetGroup, DescribeTargetGroups, DeleteTargetGroup (aws-facts 4.10).
extension LocalELBv2 {
    static func createTargetGroup(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("name") ?? ""
        try BalancingNameCheck.checkTargetGroup(name)
        try TargetGroupRules.checkCreation(request.input)
        let vpc = request.text("vpcId")
        if let vpc, world.row("ec2/vpc", "vpcId", vpc) == nil {
            throw .validation("The VPC ID '\(vpc)' is not found")
        }
        var settings = TargetGroupRules.settings(request.input)
        settings["targetGroupName"] = .string(name)
        try TargetGroupRules.checkProbes(settings)
        try BalancingTagRules.check(request.list("tags"))
        let id = try world.createTargetGroup(name, settings: settings, tags: request["tags"] ?? .list([]))
        return ["targetGroups": .list(world.balancing.targetGroups[id].map { [$0.shown] } ?? [])]
    }

    static func modifyTargetGroup(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (id, group) = try world.targetGroup(request)
        let changes = request.input.picking(TargetGroupRules.changeable)
        try TargetGroupRules.checkProbes(group.shown.overlaid(with: changes))
        world.modifyTargetGroup(id, changes)
        return ["targetGroups": .list(world.balancing.targetGroups[id].map { [shown($0, world)] } ?? [])]
    }

    static func describeTargetGroups(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let groups = try asked(world, request).compactMap { world.balancing.targetGroups[$0] }
        let page = try page(request, groups.sorted { $0.name < $1.name })
        var reply: Value = ["targetGroups": .list(page.items.map { shown($0, world) })]
        reply["nextMarker"] = page.next.map { .string($0) }
        return reply
    }

    static func deleteTargetGroup(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try world.deleteTargetGroup(request.text("targetGroupArn") ?? "")
        return .emptyObject
    }

    /// By load balancer, ARNs or names; one of them that is unknown fails the call.
    private static func asked(_ world: World, _ request: LocalRequest) throws(Refusal) -> [TargetGroupID] {
        let arns = request.texts("targetGroupArns")
        let names = request.texts("names")
        let all = world.balancing.targetGroups.handles
        guard [!arns.isEmpty, !names.isEmpty, request["loadBalancerArn"] != nil].count(where: { $0 }) <= 1 else {
            throw .validation("Target group names, target group ARNs and a load balancer ARN cannot be combined")
        }
        let found: [TargetGroupID?]
        if request["loadBalancerArn"] != nil {
            let balancer = try world.loadBalancer(request).id
            let used = all.filter { world.balancing.targetGroups[$0]?.loadBalancers.contains(balancer) ?? false }
            found = used.isEmpty ? [nil] : used
        } else if arns.isEmpty && names.isEmpty {
            return all
        } else {
            found =
                arns.map { world.balancing.targetGroupArns[$0] } + names.map { world.balancing.targetGroupNames[$0] }
        }
        let known = found.compactMap(\.self)
        guard known.count == found.count else {
            throw Refusal("TargetGroupNotFound", "One or more target groups not found")
        }
        return known
    }

    private static func shown(_ group: TargetGroup, _ world: World) -> Value {
        var shown = group.shown
        let arns = group.loadBalancers.compactMap { world.balancing.loadBalancers[$0]?.arn }
        shown["loadBalancerArns"] = .list(arns.map { .string($0) })
        return shown
    }
}
