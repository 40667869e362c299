import Importing
import Kinds
import Manifest
import Model
import Planning

@testable import Reconciler

/// Manifests of what is live make an empty plan.
struct ImportLaw {
    /// How many manifests there are.
    let count: Int
    /// What was found to be otherwise, a line each.
    let broken: [String]
    /// The repository that was made of it.
    let files: [String: String]

    init(_ neap: Neap, cluster: String = "main") async throws {
        let context = ObservationContext(
            aws: neap.client, region: EmbeddedAWS.region, accountID: EmbeddedAWS.account)
        let found = try await Discovery.run(Selection(cluster: cluster), context)
        let owner = "github.com/example/infra"
        let imported = ImportedFiles(
            found, folder: "production", ownership: Ownership(environment: "production", owner: owner))
        var texts = imported.texts
        texts["neap.yaml"] = ImportedFiles.environment(
            "production", region: EmbeddedAWS.region, accountID: EmbeddedAWS.account, owner: owner)
        self.files = texts
        let read = try Neap(neap.aws, files: texts)
        let errors = try await read.prepared().target.desired.diagnostics.filter { $0.severity == .error }
        count = imported.count
        broken = errors.isEmpty ? try await read.plan().plan.differences : errors.map(\.description)
    }
}
