import Model
import Simulation

// CreateListener, ModifyListener, DescribeListeners, DeleteListener (aws-facts 4.8).
extension LocalELBv2 {
    static func createListener(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (balancer, value) = try world.loadBalancer(request)
        try ListenerRules.checkCreation(request.input, value.type)
        try BalancingTagRules.check(request.list("tags"))
        let settings = try ListenerRules.settings(request.input)
        let id = try world.createListener(
            on: balancer, settings: settings, actions: request.list("defaultActions"),
            tags: request["tags"] ?? .list([]))
        return ["listeners": .list(world.balancing.listeners[id].map { [shown($0)] } ?? [])]
    }

    static func modifyListener(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (id, listener) = try world.listener(request)
        let type = world.balancing.loadBalancers[listener.loadBalancer]?.type ?? "application"
        let wanted = ListenerRules.merged(listener.shown, request.input)
        try ListenerRules.checkProtocol(wanted["protocol"]?.string, type)
        let settings = try ListenerRules.settings(wanted)
        if ListenerRules.isSecure(settings["protocol"]?.string), (settings["certificates"]?.list ?? []).isEmpty {
            throw .configuration(
                "You must provide a list containing exactly one certificate if the listener protocol is "
                    + "\(settings["protocol"]?.string ?? "").")
        }
        try world.modifyListener(id, settings: settings, actions: request["defaultActions"]?.list)
        return ["listeners": .list(world.balancing.listeners[id].map { [shown($0)] } ?? [])]
    }

    static func describeListeners(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let ids = try asked(world, request)
        let page = try page(request, ids)
        var reply: Value = ["listeners": .list(page.items.compactMap { world.balancing.listeners[$0].map(shown) })]
        reply["nextMarker"] = page.next.map { .string($0) }
        return reply
    }

    static func deleteListener(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try world.deleteListener(request.text("listenerArn") ?? "")
        return .emptyObject
    }

    private static func asked(_ world: World, _ request: LocalRequest) throws(Refusal) -> [ListenerID] {
        let arns = request.texts("listenerArns")
        guard arns.isEmpty || request["loadBalancerArn"] == nil else {
            throw .validation("You can't specify both listener ARNs and a load balancer ARN")
        }
        if request["loadBalancerArn"] != nil { return try world.loadBalancer(request).value.listeners }
        guard !arns.isEmpty else {
            throw .validation("You must specify either listener ARNs or a load balancer ARN")
        }
        var ids: [ListenerID] = []
        for arn in arns { ids.append(try world.listener(arn).id) }
        return ids
    }

    /// DescribeListeners' view of it.
    private static func shown(_ listener: Listener) -> Value {
        var shown = listener.shown
        shown["defaultActions"] = .list(listener.defaultActions)
        return shown
    }
}
