public import Model

extension TaskPlan {
    /// What the scheduler needs to know of a task definition as DescribeTaskDefinition shows it, defaults filled in.
    public init(shown: Value) {
        let rows = shown["containerDefinitions"]?.list ?? []
        self.init(
            cpu: Self.number(shown["cpu"]) ?? rows.reduce(0) { $0 + ($1["cpu"]?.integer ?? 0) },
            memory: Self.number(shown["memory"]) ?? rows.reduce(0) { $0 + Self.memory(of: $1) },
            networkMode: shown["networkMode"]?.string.flatMap(NetworkMode.init) ?? .bridge,
            containers: rows.map(Container.init(shown:)),
            constraints: (shown["placementConstraints"]?.list ?? []).map(PlacementConstraint.init(shown:)))
    }

    private static func number(_ value: Value?) -> Int? { value?.string.flatMap { Int($0) } }

    /// The soft limit, else the hard one.
    private static func memory(of container: Value) -> Int {
        container["memoryReservation"]?.integer ?? container["memory"]?.integer ?? 0
    }
}

extension TaskPlan.Container {
    fileprivate init(shown: Value) {
        self.init(
            name: shown["name"]?.string ?? "", image: shown["image"]?.string ?? "",
            essential: shown["essential"]?.bool ?? true,
            healthCheck: shown["healthCheck"].flatMap(TaskPlan.HealthCheck.init(shown:)),
            stopTimeout: shown["stopTimeout"]?.integer.map { .seconds($0) },
            ports: (shown["portMappings"]?.list ?? []).compactMap(TaskPlan.Port.init(shown:)))
    }
}

extension TaskPlan.Port {
    /// Nil for a range of ports, which the scheduler does not count.
    fileprivate init?(shown: Value) {
        guard let container = shown["containerPort"]?.integer else { return nil }
        self.init(
            container: container, host: shown["hostPort"]?.integer ?? 0,
            networkProtocol: shown["protocol"]?.string ?? "tcp")
    }
}

extension TaskPlan.HealthCheck {
    /// Nil for the command `NONE`, which switches a check off.
    fileprivate init?(shown: Value) {
        guard shown["command"]?.list?.first?.string != "NONE" else { return nil }
        self.init(
            interval: .seconds(shown["interval"]?.integer ?? 30), retries: shown["retries"]?.integer ?? 3,
            startPeriod: .seconds(shown["startPeriod"]?.integer ?? 0))
    }
}

extension PlacementConstraint {
    /// A row of AWS's `placementConstraints`.
    public init(shown: Value) {
        self.init(type: shown["type"]?.string ?? "", expression: shown["expression"]?.string ?? "")
    }
}
