import Model
import Simulation

extension LocalECS {
    static let clusterOperations: [LocalOperation] = [
        .write("CreateCluster", createCluster), .write("UpdateCluster", updateCluster),
        .write("UpdateClusterSettings", updateClusterSettings), .write("DeleteCluster", deleteCluster),
        .write("PutClusterCapacityProviders", putClusterCapacityProviders),
        .read("DescribeClusters", describeClusters), .read("ListClusters", listClusters),
    ]

    /// What a cluster is made of that only goes through.
    private static let written = ["settings", "configuration", "serviceConnectDefaults"]

    private static func createCluster(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("clusterName") ?? "default"
        try Names.check(name, "Cluster name")
        try TagRules.check(request.list("tags"))
        if let id = world.ecs.clusterNames[name], world.ecs.clusters[id]?.status == .active {
            try refuseOthers(request, world, id)
            return ["cluster": world.shown(id, include: ClusterInclude.all)]
        }
        var next = world
        let id = next.createCluster(
            name: name, written: try newlyWritten(request, world), tags: request["tags"] ?? .list([]))
        if request["capacityProviders"] != nil || request["defaultCapacityProviderStrategy"] != nil {
            let strategy = try StrategyInput.items(request.list("defaultCapacityProviderStrategy"))
            try next.putClusterCapacityProviders(id, providers: request.texts("capacityProviders"), strategy: strategy)
        }
        world = next
        return ["cluster": world.shown(id, include: ClusterInclude.all)]
    }

    /// A new cluster's settings: containerInsights as the account has it, unless the request says otherwise.
    private static func newlyWritten(_ request: LocalRequest, _ world: World) throws(Refusal) -> Value {
        let usual = AccountSettings.value("containerInsights", in: world) ?? "disabled"
        var value: Value = ["settings": [["name": "containerInsights", "value": .string(usual)]]]
        for member in written { if let said = request[member] { value[member] = said } }
        return value
    }

    /// CreateCluster again is fine unless it says something else (aws-facts 4.4).
    private static func refuseOthers(_ request: LocalRequest, _ world: World, _ id: ClusterID) throws(Refusal) {
        guard let cluster = world.ecs.clusters[id] else { return }
        let strategy = try StrategyInput.items(request.list("defaultCapacityProviderStrategy"))
        let same =
            written.allSatisfy { request[$0] == nil || request[$0] == cluster.written[$0] }
            && (request["capacityProviders"] == nil
                || Set(request.texts("capacityProviders")) == Set(cluster.capacityProviders))
            && (request["defaultCapacityProviderStrategy"] == nil || Set(strategy) == Set(cluster.defaultStrategy))
        if !same {
            throw .invalidParameter(
                "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).")
        }
    }

    private static func updateCluster(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try world.cluster(request.text("cluster"))
        var changes = Value.emptyObject
        for member in written { if let said = request[member] { changes[member] = said } }
        world.updateCluster(id, with: changes)
        return ["cluster": world.shown(id, include: ClusterInclude.all)]
    }

    private static func updateClusterSettings(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try world.cluster(request.text("cluster"))
        world.updateCluster(id, with: ["settings": .list(request.list("settings"))])
        return ["cluster": world.shown(id, include: ClusterInclude.all)]
    }

    private static func deleteCluster(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try world.cluster(request.text("cluster"))
        try world.deleteCluster(id)
        return ["cluster": world.shown(id, include: ClusterInclude.all)]
    }

    private static func putClusterCapacityProviders(
        _ world: inout World, _ request: LocalRequest
    ) throws(Refusal) -> Value {
        let id = try world.cluster(request.text("cluster"))
        let strategy = try StrategyInput.items(request.list("defaultCapacityProviderStrategy"))
        try world.putClusterCapacityProviders(id, providers: request.texts("capacityProviders"), strategy: strategy)
        return ["cluster": world.shown(id, include: ClusterInclude.all)]
    }

    private static func describeClusters(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request["clusters"] == nil ? ["default"] : request.texts("clusters")
        if names.count > 100 { throw .invalidParameter("Clusters can have at most 100 items.") }
        let include = Set(request.texts("include"))
        var found: [Value] = []
        var failures: [Value] = []
        for name in names {
            if let id = world.knownCluster(name) {
                found.append(world.shown(id, include: include))
            } else {
                let last = name.split(separator: "/").last ?? ""
                failures.append(failure(name.hasPrefix("arn:") ? name : world.ecsArn("cluster", String(last))))
            }
        }
        return ["clusters": .list(found), "failures": .list(failures)]
    }

    private static func listClusters(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let active = world.ecs.clusters.handles.filter { world.ecs.clusters[$0]?.status == .active }
        let page = try request.page(active, size: 100)
        return listing("clusterArns", page.items.map { world.arn($0) }, next: page.next)
    }

    /// A row of `failures`.
    static func failure(_ arn: String, _ reason: String = "MISSING") -> Value {
        ["arn": .string(arn), "reason": .string(reason)]
    }

    /// A reply that is a list of texts and perhaps the next page's token.
    static func listing(_ member: String, _ texts: [String], next: String?) -> Value {
        var reply: [String: Value] = [member: .list(texts.map { .string($0) })]
        reply["nextToken"] = next.map { .string($0) }
        return .object(reply)
    }
}
