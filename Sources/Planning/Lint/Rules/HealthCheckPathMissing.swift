import Model

/// What `/` answers says little of whether a task is well.
enum HealthCheckPathMissing: KindLintRule {
    static let id = "health-check-path-missing"
    static let kind = "TargetGroup"
    static let weight = Finding.Weight.warn
    static let summary = """
        A target group that is checked over HTTP states no `healthCheckPath`: AWS asks for `/`, which often redirects, needs a \
        login or costs a whole page, and says nothing of whether the task can serve.
        """
    static let remedy = "`healthCheckPath: /healthz`, and a handler that answers 200 once the task can serve."

    static func finding(of resource: Resource, in context: LintContext) -> Finding? {
        let spec = resource.spec
        let checked = spec["healthCheckProtocol"]?.string ?? spec["protocol"]?.string ?? "HTTP"
        guard ["HTTP", "HTTPS"].contains(checked), spec["targetType"]?.string != "lambda",
            spec["healthCheckEnabled"]?.bool != false, spec["healthCheckPath"] == nil,
            // A Network Load Balancer's group connects unless it is told otherwise.
            spec["healthCheckProtocol"] != nil || !["TCP", "TLS", "UDP", "TCP_UDP"].contains(spec["protocol"]?.string)
        else { return nil }
        return finding(
            resource, at: "/healthCheckPath", nil,
            "no healthCheckPath is stated, so AWS asks for / and takes its answer for health")
    }
}
