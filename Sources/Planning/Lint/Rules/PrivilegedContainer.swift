import Model

/// Root on the instance is root over every task on it.
enum PrivilegedContainer: ContainerLintRule {
    static let id = "privileged-container"
    static let weight = Finding.Weight.warn
    static let summary = """
        A container is `privileged`, or adds the Linux capability `ALL` or `SYS_ADMIN`: what breaks into it owns the instance, \
        the other tasks on it and the instance's role.
        """
    static let remedy =
        "Drop it, or add the one capability that is needed; allow it with a reason for agents that need it."

    static func finding(of container: LintContainer) -> Finding? {
        if container.value["privileged"]?.bool == true {
            return finding(container, at: "/privileged", "privileged is root on the instance")
        }
        let added = (container.value["linuxParameters"]?["capabilities"]?["add"]?.list ?? []).compactMap(\.string)
        guard let wide = added.first(where: { ["ALL", "SYS_ADMIN"].contains($0) }) else { return nil }
        return finding(
            container, at: "/linuxParameters/capabilities/add", "capability \(wide) is as good as root on the instance")
    }
}
