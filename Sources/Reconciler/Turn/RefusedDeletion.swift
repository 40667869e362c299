import AWSWire

/// AWS's answers to calls that take something away which are no failures: it is gone already, or what hangs on it is not yet
/// (aws-facts section 5).
enum RefusedDeletion {
    /// Codes and texts that pass once something else is gone.
    private static let notReady = [
        "ResourceInUse", "ScalingActivityInProgress", "UpdateInProgressException", "ClusterContains",
        "PriorRequestNotComplete", "is associated with cluster", "is in use", "cannot be stopped while",
        "Cluster was not ACTIVE",
    ]
    /// What is there no more, in the words of services without a code for it.
    private static let gone = [
        "task definition is inactive", "ServiceNotActiveException", "No active Lifecycle Action found",
    ]

    /// What became of a call that takes something away; nil when the answer is like any other.
    static func outcome(of error: AWSError) -> Outcome? {
        let text = "\(error.code) \(error.message)"
        if error.isNotFound || gone.contains(where: text.contains) { return .done }
        return notReady.contains(where: text.contains) ? .deferred("AWS: \(error.message)") : nil
    }
}
