import Model

/// ECS can not act as the task's or the execution role.
struct RoleNotAssumable: CauseRule {
    static let id = "role-not-assumable"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { $0.says("unable to assume the role", "unable to assume role") }
        let event = evidence.event("unable to assume the role")
        guard let text = failure?.newest.text ?? event else { return nil }
        let arn = Said.after("assume the role '", in: text, until: ["'"]) ?? Said.after("role ", in: text, until: [" "])
        let role = Service.lastPart(arn ?? "")
        let isExecution = role == evidence.definition.executionRole && role != evidence.definition.taskRole
        let member = isExecution ? "executionRoleArn" : "taskRoleArn"
        let spot = evidence.manifest.definition(FieldPath([member]), "`\(member)` of the task definition")
        let what = isExecution ? "execution role" : "task role"
        return found(
            "the \(what) does not exist, or ECS may not assume it",
            failure?.told("unable to assume \(role)") ?? "no task is started: unable to assume \(role)",
            fix:
                "create \(role) with a trust policy for ecs-tasks.amazonaws.com, or correct \(spot); \(evidence.commit)",
            at: spot)
    }
}

/// The account lacks the role that ECS itself works with.
struct ServiceLinkedRoleMissing: CauseRule {
    static let id = "service-linked-role-missing"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { $0.says("service linked role", "service-linked role") }
        let event = evidence.event("service linked role", "service-linked role")
        guard let text = failure?.newest.text ?? event else { return nil }
        return found(
            "the account has no service-linked role for ECS",
            failure?.told(Said.short(text)) ?? "no task is started: unable to assume the service linked role",
            fix: "aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com; \(evidence.retry)")
    }
}
