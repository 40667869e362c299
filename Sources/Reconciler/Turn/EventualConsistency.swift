import AWSWire

/// Answers of AWS that only mean that an earlier write is not visible everywhere yet (aws-facts section 5): another turn
/// asks again.
enum EventualConsistency {
    private static let signs: [(service: String, text: String)] = [
        ("application-autoscaling", "ECS service doesn't exist"),
        ("ecs", "does not have an associated load balancer"),
        ("ecs", "Unable to assume the service linked role"),
        ("ecs", "verify that the ECS service role being passed has the proper permissions"),
        ("ecs", "Cluster was not ACTIVE"),
        ("ecs", "capacity provider that is not associated with the cluster"),
        ("ecs", "still Draining"),
        ("autoscaling", "Invalid IAM Instance Profile"),
        ("autoscaling", "InvalidLaunchTemplateId"),
    ]

    static func explains(_ error: AWSError) -> Bool {
        // A refresh that began or ended between the look and the call.
        let codes = [
            "InvalidLaunchTemplateId.VersionNotFound", "InstanceRefreshInProgress", "ActiveInstanceRefreshNotFound",
        ]
        if codes.contains(error.code) { return true }
        return signs.contains { $0.service == error.service && error.message.contains($0.text) }
    }
}
