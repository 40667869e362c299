/// Which errors say that a thing is not there, by service.
enum NotFound {
    private static let codes: [String: Set<String>] = [
        "ecs": [
            "ServiceNotFoundException", "ClusterNotFoundException", "TaskSetNotFoundException",
            "ServiceDeploymentNotFoundException", "ResourceNotFoundException", "TargetNotFoundException",
        ],
        "elbv2": [
            "LoadBalancerNotFound", "ListenerNotFound", "RuleNotFound", "TargetGroupNotFound", "TrustStoreNotFound",
        ],
        "application-autoscaling": ["ObjectNotFoundException", "ResourceNotFoundException"],
        "cloudwatch": ["ResourceNotFound", "ResourceNotFoundException"],
        "logs": ["ResourceNotFoundException"],
        "ssm": ["ParameterNotFound", "ParameterVersionNotFound"],
        "iam": ["NoSuchEntity"],
        "acm": ["ResourceNotFoundException"],
        "ecr": ["RepositoryNotFoundException", "ImageNotFoundException"],
        "secretsmanager": ["ResourceNotFoundException"],
    ]

    /// Services that answer with a general code, and the texts that mean it.
    private static let texts: [String: (code: String, texts: [String])] = [
        "ecs": ("ClientException", ["Unable to describe task definition", "capacity provider does not exist"]),
        "autoscaling": ("ValidationError", ["not found", "No Lifecycle Hook"]),
    ]

    static func contains(_ error: AWSError) -> Bool {
        if error.service == "ec2" { return [".NotFound", ".VersionNotFound"].contains { error.code.contains($0) } }
        if codes[error.service]?.contains(error.code) == true { return true }
        guard let said = texts[error.service], said.code == error.code else { return false }
        return said.texts.contains { error.message.contains($0) }
    }
}
