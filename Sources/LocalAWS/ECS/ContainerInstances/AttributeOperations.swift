import Model
import Simulation

extension LocalECS {
    static let attributeOperations: [LocalOperation] = [
        .write("PutAttributes", putAttributes), .write("DeleteAttributes", deleteAttributes),
        .read("ListAttributes", listAttributes),
    ]

    private static func putAttributes(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try change(&world, request) { world, row, target in
            world.setAttribute(row["name"]?.string ?? "", to: row["value"]?.string, on: target)
        }
    }

    private static func deleteAttributes(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try change(&world, request) { world, row, target in
            world.removeAttribute(row["name"]?.string ?? "", from: target)
        }
    }

    /// Changes every target of every row, or none when one is not there.
    private static func change(
        _ world: inout World, _ request: LocalRequest, _ body: (inout World, Value, ContainerInstanceID) -> Void
    ) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        let rows = request.list("attributes")
        if rows.isEmpty { throw .invalidParameter("attributes can not be empty") }
        if rows.count > 10 { throw .invalidParameter("attributes can have at most 10 items.") }
        var steps: [(Value, [ContainerInstanceID])] = []
        for row in rows { steps.append((row, try targets(of: row, in: cluster, world))) }
        for (row, targets) in steps { for target in targets { body(&world, row, target) } }
        return ["attributes": .list(rows)]
    }

    /// The container instances that a row means; all of the cluster when it names none.
    private static func targets(
        of row: Value, in cluster: ClusterID, _ world: World
    ) throws(Refusal) -> [ContainerInstanceID] {
        guard let target = row["targetId"]?.string else { return world.ecs.clusters[cluster]?.containerInstances ?? [] }
        guard let id = world.containerInstance(target, in: cluster) else {
            throw Refusal("TargetNotFoundException", "Could not find \(target)")
        }
        return [id]
    }

    private static func listAttributes(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        let asked = (request.text("attributeName"), request.text("attributeValue"))
        let rows = (world.ecs.clusters[cluster]?.containerInstances ?? []).flatMap { id -> [Value] in
            guard let instance = world.ecs.containerInstances[id], instance.status != .inactive else { return [] }
            let target = Value.string(world.containerInstanceArn(instance.id, in: cluster))
            return instance.attributes.filter { (asked.0 ?? $0.name) == $0.name && (asked.1 ?? $0.value) == $0.value }
                .map { attribute in
                    var row = attributeRow(attribute)
                    row["targetId"] = target
                    row["targetType"] = "container-instance"
                    return row
                }
        }
        let page = try request.page(rows, size: 100)
        var reply: [String: Value] = ["attributes": .list(page.items)]
        reply["nextToken"] = page.next.map { .string($0) }
        return .object(reply)
    }

    /// A row of `attributes`.
    static func attributeRow(_ attribute: (name: String, value: String?)) -> Value {
        var row: Value = ["name": .string(attribute.name)]
        row["value"] = attribute.value.map { .string($0) }
        return row
    }
}
