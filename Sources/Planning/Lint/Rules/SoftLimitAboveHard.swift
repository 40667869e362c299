import Model

/// AWS refuses a task definition whose limits contradict one another.
enum SoftLimitAboveHard: ContainerLintRule {
    static let id = "soft-limit-above-hard"
    static let weight = Finding.Weight.refuse
    static let summary = """
        A container's soft limit (`memoryReservation`) is above its hard one (`memory`), or one of the two is above the \
        task's own `memory`: AWS does not register such a task definition.
        """
    static let remedy = "A soft limit at or below the hard one, and both within the task's memory."

    static func finding(of container: LintContainer) -> Finding? {
        let soft = container.value["memoryReservation"]?.integer
        let hard = container.value["memory"]?.integer
        let task = container.definition.spec["memory"]?.scalarText.flatMap { Int($0) }
        if let soft, let hard, soft > hard {
            return finding(
                container, at: "/memoryReservation",
                "memoryReservation \(soft) is above memory \(hard), which AWS refuses")
        }
        guard let task, let most = [hard, soft].compactMap({ $0 }).max(), most > task else { return nil }
        let member = hard == most ? "memory" : "memoryReservation"
        return finding(
            container, at: FieldPath([member]),
            "\(member) \(most) is above the task's memory of \(task), which AWS refuses")
    }
}
