import Model
import Simulation

extension LocalECS {
    static let capacityProviderOperations: [LocalOperation] = [
        .write("CreateCapacityProvider", createCapacityProvider),
        .write("UpdateCapacityProvider", updateCapacityProvider),
        .write("DeleteCapacityProvider", deleteCapacityProvider),
        .read("DescribeCapacityProviders", describeCapacityProviders),
    ]

    private static func createCapacityProvider(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("name") ?? ""
        try checkCapacityProviderName(name)
        try TagRules.check(request.list("tags"))
        guard let said = request["autoScalingGroupProvider"] else {
            throw .invalidParameter("The autoScalingGroupProvider must be specified.")
        }
        let settings = ProviderSettings().overlaid(with: said)
        try settings.check()
        let id = try world.createCapacityProvider(
            name: name, group: said["autoScalingGroupArn"]?.string ?? "", scaling: settings.scaling,
            protection: settings.protection, draining: settings.draining, tags: request["tags"] ?? .list([]))
        return ["capacityProvider": world.shown(id, tags: true)]
    }

    private static func checkCapacityProviderName(_ name: String) throws(Refusal) {
        let lower = name.lowercased()
        if ["aws", "ecs", "fargate"].contains(where: { lower.hasPrefix($0) }) {
            throw .client("The capacity provider name cannot be prefixed with \"aws\", \"ecs\", or \"fargate\".")
        }
        if name.isEmpty || name.utf8.count > 255 || !Names.isPlain(name) {
            throw .client(
                "The specified capacity provider name is invalid. Up to 255 characters are allowed, including letters "
                    + "(upper and lowercase), numbers, underscores, and hyphens.")
        }
    }

    private static func updateCapacityProvider(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try customProvider(request.text("name") ?? "", world)
        guard let provider = world.ecs.capacityProviders[id] else { throw providerMissing }
        let settings = ProviderSettings(provider).overlaid(with: request["autoScalingGroupProvider"] ?? .emptyObject)
        try settings.check()
        try world.updateCapacityProvider(
            id, scaling: settings.scaling, protection: settings.protection, draining: settings.draining)
        return ["capacityProvider": world.shown(id, tags: true)]
    }

    private static func deleteCapacityProvider(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try customProvider(request.text("capacityProvider") ?? "", world)
        try world.deleteCapacityProvider(id)
        return ["capacityProvider": world.shown(id, tags: true)]
    }

    private static let providerMissing = Refusal.client(
        "The specified capacity provider does not exist. Specify a valid name or ARN and try again.")

    /// A capacity provider that a person made and that is not gone.
    private static func customProvider(_ reference: String, _ world: World) throws(Refusal) -> CapacityProviderID {
        guard let id = world.capacityProvider(reference), let provider = world.ecs.capacityProviders[id],
            provider.status != .inactive
        else { throw providerMissing }
        return id
    }

    private static func describeCapacityProviders(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let tags = request.texts("include").contains("TAGS")
        let names = request.texts("capacityProviders")
        if names.count > 100 { throw .invalidParameter("Capacity providers can have at most 100 items.") }
        var found: [Value] = names.isEmpty ? world.allCapacityProviders(tags: tags) : []
        var failures: [Value] = []
        for name in names {
            if let shown = world.shownProvider(name, tags: tags) {
                found.append(shown)
            } else {
                failures.append(failure(name.hasPrefix("arn:") ? name : world.capacityProviderArn(name)))
            }
        }
        // A page holds at most 10, however many were asked for (aws-facts 4.1).
        let page = try request.page(found, size: 10)
        var reply: [String: Value] = ["capacityProviders": .list(page.items), "failures": .list(failures)]
        reply["nextToken"] = page.next.map { .string($0) }
        return .object(reply)
    }
}
