import Simulation

extension Refusal {
    static let clusterNotFound = Refusal("ClusterNotFoundException", "Cluster not found.")
    static let clusterInactive = Refusal("ClusterNotFoundException", "The referenced cluster was inactive.")
    static let serviceNotFound = Refusal("ServiceNotFoundException", "Service not found.")
    static let serviceNotActive = Refusal("ServiceNotActiveException", "Service was not ACTIVE.")
    static let serviceDeploymentNotFound = Refusal(
        "ServiceDeploymentNotFoundException", "Service deployment not found.")
    static let taskDefinitionNotFound = Refusal("ClientException", "Unable to describe task definition.")

    /// ECS's error for what a request should not say.
    static func invalidParameter(_ message: String) -> Refusal { Refusal("InvalidParameterException", message) }
    /// ECS's error for what a caller did wrong otherwise.
    static func client(_ message: String) -> Refusal { Refusal("ClientException", message) }
}
