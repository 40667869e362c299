import Model

extension Service {
    /// Scaled to 0 first, so that tasks leave as in any scale-in; a daemon is deleted as it stands (aws-facts 1).
    /// Only what another deployment controller runs needs force: ECS can not scale its task sets.
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        let target: Value = ["cluster": live.spec["cluster"] ?? "default", "service": .string(resource.awsName)]
        let tasks = (live.detail["runningCount"]?.integer ?? 0) + (live.detail["pendingCount"]?.integer ?? 0)
        let state: [String: Value] = ["tasks": .integer(tasks)]
        let controller = live.spec["deploymentController"]?["type"]?.string ?? "ECS"
        if live.spec["schedulingStrategy"]?.string == "DAEMON" || controller != "ECS" {
            let force: Value = controller == "ECS" ? [:] : ["force": true]
            let input = target.merging(force)
            return Deletion([.deleting("ecs", "DeleteService", input, summary: "service")], state: state)
        }
        let none = PlannedCall.Requirement(
            Reference(resource.id, "tasks"), in: ["0"], reason: "until its tasks have stopped")
        let delete = PlannedCall.deleting("ecs", "DeleteService", target, summary: "service", requires: [none])
        guard live.spec["desiredCount"]?.integer ?? 0 > 0 else { return Deletion([delete], state: state) }
        let scale = PlannedCall.deleting(
            "ecs", "UpdateService", target.merging(["desiredCount": 0]), summary: "no tasks")
        return Deletion([scale, delete], state: state)
    }
}

extension Value {
    /// The object with the members of another.
    fileprivate func merging(_ other: Value) -> Value {
        (other.object ?? [:]).reduce(into: self) { $0[$1.key] = $1.value }
    }
}
