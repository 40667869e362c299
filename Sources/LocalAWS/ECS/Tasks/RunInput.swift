import Model
import Simulation

/// What RunTask and StartTask have in common.
enum RunInput {
    /// The request that both make; where the tasks go is not in it yet.
    static func request(
        _ request: LocalRequest, _ definition: TaskDefinition, in cluster: ClusterID, _ world: World
    ) throws(Refusal) -> RunRequest {
        try LaunchCheck.network(request["networkConfiguration"], definition)
        try world.checkNetwork(request["networkConfiguration"])
        try TagRules.check(request.list("tags"))
        var run = RunRequest(cluster: cluster, taskDefinition: definition.name)
        run.startedBy = request.text("startedBy") ?? ""
        if run.startedBy.utf8.count > 128 {
            throw .invalidParameter("startedBy can not be longer than 128 characters.")
        }
        run.group = request.text("group")
        run.overrides = try overrides(request["overrides"] ?? .emptyObject, definition)
        run.tags = .list(tags(request, definition, world.clusterName(cluster)))
        return run
    }

    /// AWS shows a row for every container, overridden or not.
    private static func overrides(_ said: Value, _ definition: TaskDefinition) throws(Refusal) -> Value {
        let rows = said["containerOverrides"]?.list ?? []
        let names = definition.plan.containers.map(\.name)
        for row in rows {
            let name = row["name"]?.string ?? ""
            if !names.contains(name) {
                throw .invalidParameter(
                    "Override for container named \(name) is not a container in the TaskDefinition.")
            }
        }
        var shown = said
        shown["containerOverrides"] = .list(
            names.map { name in rows.first { $0["name"]?.string == name } ?? ["name": .string(name)] })
        if shown["inferenceAcceleratorOverrides"] == nil { shown["inferenceAcceleratorOverrides"] = .list([]) }
        return shown
    }

    private static func tags(_ request: LocalRequest, _ definition: TaskDefinition, _ cluster: String) -> [Value] {
        let inherited = request.text("propagateTags") == "TASK_DEFINITION" ? definition.tags.list ?? [] : []
        let merged = inherited.withTags(request.list("tags"))
        guard request["enableECSManagedTags"]?.bool == true else { return merged }
        return merged.withTags([["key": "aws:ecs:clusterName", "value": .string(cluster)]])
    }
}
