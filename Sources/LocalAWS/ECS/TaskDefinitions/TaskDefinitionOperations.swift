import Model
import Simulation

extension LocalECS {
    static let taskDefinitionOperations: [LocalOperation] = [
        .write("RegisterTaskDefinition", registerTaskDefinition),
        .write("DeregisterTaskDefinition", deregisterTaskDefinition),
        .write("DeleteTaskDefinitions", deleteTaskDefinitions),
        .read("DescribeTaskDefinition", describeTaskDefinition), .read("ListTaskDefinitions", listTaskDefinitions),
        .read("ListTaskDefinitionFamilies", listTaskDefinitionFamilies),
    ]

    private static func registerTaskDefinition(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        var shown = try TaskDefinitionInput.shown(request.input)
        try TagRules.check(request.list("tags"))
        shown["registeredBy"] = .string(request.caller)
        let name = world.registerTaskDefinition(
            family: request.text("family") ?? "", shown: shown, tags: request["tags"] ?? .list([]),
            plan: TaskPlan(shown: shown))
        var reply: [String: Value] = [:]
        reply["taskDefinition"] = world.ecs.taskDefinitions[name].map { world.shown($0) }
        if !request.list("tags").isEmpty { reply["tags"] = request["tags"] }
        return .object(reply)
    }

    private static func deregisterTaskDefinition(
        _ world: inout World, _ request: LocalRequest
    ) throws(Refusal) -> Value {
        let definition = try world.taskDefinition(try revision(request.text("taskDefinition") ?? ""))
        try world.deregisterTaskDefinition(definition.name)
        return ["taskDefinition": world.shown(world.ecs.taskDefinitions[definition.name] ?? definition)]
    }

    /// The same reference, when it names a revision.
    private static func revision(_ reference: String) throws(Refusal) -> String {
        let parts = (reference.split(separator: "/").last ?? "").split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .client("Revision is missing.") }
        guard Int(parts[1]) != nil else { throw .invalidParameter("Invalid revision number. Number: \(parts[1])") }
        return reference
    }

    private static func deleteTaskDefinitions(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let references = request.texts("taskDefinitions")
        if references.isEmpty {
            throw .invalidParameter("size of TaskDefinition references list must be greater than 0")
        }
        if references.count > 10 {
            throw .invalidParameter("Size of TaskDefinition references list cannot exceed 10")
        }
        var deleted: [Value] = []
        var failures: [Value] = []
        for reference in references {
            do throws(Refusal) {
                deleted.append(try deleteTaskDefinition(&world, reference))
            } catch {
                failures.append(failure(reference, error.message))
            }
        }
        return ["taskDefinitions": .list(deleted), "failures": .list(failures)]
    }

    private static func deleteTaskDefinition(_ world: inout World, _ reference: String) throws(Refusal) -> Value {
        do {
            _ = try revision(reference)
        } catch {
            // Every fault of a reference has one text here.
            throw .client(
                "The specified task definition identifier is invalid. Specify a valid name or ARN and try again.")
        }
        guard let name = world.knownTaskDefinition(reference)?.name else {
            throw .client(
                "The specified task definition does not exist. Specify a valid account, family, revision and try again."
            )
        }
        try world.deleteTaskDefinition(name)
        return world.ecs.taskDefinitions[name].map { world.shown($0) } ?? .emptyObject
    }

    private static func describeTaskDefinition(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let definition = try world.taskDefinition(request.text("taskDefinition") ?? "")
        var reply: [String: Value] = ["taskDefinition": world.shown(definition)]
        if request.texts("include").contains("TAGS") { reply["tags"] = definition.tags }
        return .object(reply)
    }

    private static func listTaskDefinitions(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let status = request.text("status").flatMap(TaskDefinition.Status.init) ?? .active
        let family = request.text("familyPrefix")
        var names = world.ecs.families.sorted().filter { family == nil || $0 == family }
            .flatMap { world.taskDefinitions(of: $0) }.filter { $0.status == status }.map(\.name)
        if request.text("sort") == "DESC" { names.reverse() }
        let page = try request.page(names, size: 100)
        return listing("taskDefinitionArns", page.items.map(world.taskDefinitionArn), next: page.next)
    }

    private static func listTaskDefinitionFamilies(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let prefix = request.text("familyPrefix") ?? ""
        let status = request.text("status") ?? "ALL"
        let families = world.ecs.families.sorted().filter { family in
            guard family.hasPrefix(prefix) else { return false }
            let isActive = world.latestTaskDefinition(of: family) != nil
            return status == "ALL" || isActive == (status == "ACTIVE")
        }
        let page = try request.page(families, size: 100)
        return listing("families", page.items, next: page.next)
    }
}

extension World {
    /// A task definition as AWS shows it.
    func shown(_ definition: TaskDefinition) -> Value {
        var members = definition.shown.object ?? [:]
        members["taskDefinitionArn"] = .string(taskDefinitionArn(definition.name))
        members["family"] = .string(definition.family)
        members["revision"] = .integer(definition.revision)
        members["status"] = .string(definition.status.rawValue)
        members["registeredAt"] = definition.registeredAt.shown
        members["deregisteredAt"] = definition.deregisteredAt?.shown
        members["deleteRequestedAt"] = definition.deleteRequestedAt?.shown
        return .object(members)
    }
}
