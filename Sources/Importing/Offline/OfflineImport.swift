import Kinds
import Model

/// An import from files alone.
public enum OfflineImport {
    /// What `replies` hold: the services of its one cluster, or task definitions by themselves.
    ///
    /// Throws `ImportError` when services of several clusters stand there and `cluster` names none of them.
    public static func run(
        _ replies: RecordedReplies, cluster: String?, region: String, accountID: String
    ) async throws -> LiveStack {
        let context = ObservationContext(aws: replies, region: region, accountID: accountID)
        let clusters = replies.clusters
        guard !clusters.isEmpty else { return await definitions(replies, context) }
        let wanted = clusters.filter { arn in cluster.map { Discovery.lastPart($0) == Discovery.lastPart(arn) } ?? true
        }
        guard let only = wanted.first, wanted.count == 1 else {
            let names = clusters.map(Discovery.lastPart).joined(separator: ", ")
            throw ImportError.noCluster(cluster ?? "", "the files speak of \(names); name one with --cluster")
        }
        return try await Discovery.run(Selection(cluster: only), context, isOffline: true)
    }

    private static func definitions(_ replies: RecordedReplies, _ context: ObservationContext) async -> LiveStack {
        var discovery = Discovery(Selection(cluster: ""), context, isOffline: true)
        await discovery.observe(replies.families.map { discovery.stub("TaskDefinition", $0) }) { thing in
            thing.service = thing.id.name
        }
        return discovery.stack
    }
}
