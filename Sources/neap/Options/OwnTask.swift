import AWSClient
import FoundationEssentials
import Planning

/// The ECS task that this process runs in.
enum OwnTask {
    /// The service that it belongs to; nil outside of ECS.
    ///
    /// Throws `TaskMetadataError` when ECS does not say.
    static func service() async throws -> OwnService? {
        let reader = TaskMetadataReader(environment: ProcessInfo.processInfo.environment)
        return try await reader.task().map { OwnService(cluster: $0.cluster, name: $0.service, family: $0.family) }
    }
}
