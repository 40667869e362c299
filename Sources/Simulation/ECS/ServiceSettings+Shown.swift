public import Model

extension DeploymentSettings.Hook {
    /// A row of AWS's `lifecycleHooks`; a hook without target type is a Lambda function.
    public init(shown row: Value) {
        var shown = row
        if shown["targetType"] == nil { shown["targetType"] = "AWS_LAMBDA" }
        let timeout = row["timeoutConfiguration"]
        self.init(
            targetType: shown["targetType"]?.string ?? "AWS_LAMBDA", targetArn: row["hookTargetArn"]?.string,
            roleArn: row["roleArn"]?.string, stages: (row["lifecycleStages"]?.list ?? []).compactMap(\.string),
            timeout: timeout?["timeoutInMinutes"]?.integer.map { .minutes($0) },
            timeoutAction: timeout?["action"]?.string, shown: shown)
    }
}

extension ServiceLoadBalancer.Advanced {
    /// AWS's `advancedConfiguration`.
    public init(shown row: Value) {
        self.init(
            alternateTargetGroupArn: row["alternateTargetGroupArn"]?.string ?? "",
            productionListenerRule: row["productionListenerRule"]?.string ?? "",
            testListenerRule: row["testListenerRule"]?.string, roleArn: row["roleArn"]?.string)
    }
}

extension PlacementStrategy {
    /// A row of AWS's `placementStrategy`, its field spelled as AWS reads it back (aws-facts 4.6).
    public init(shown row: Value) {
        let field = row["field"]?.string ?? ""
        let spellings = ["cpu": "CPU", "memory": "MEMORY", "host": "instanceId", "instanceid": "instanceId"]
        self.init(type: row["type"]?.string ?? "", field: spellings[field.lowercased()] ?? field)
    }
}
