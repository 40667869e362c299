import GitStore
import Planning
import Signatures

/// Approvals that stand in signed tags. Tags need no push to the watched branch, which the forge may protect: so they count
/// only when a key of the controller's own configuration signed them.
struct TagApprovals {
    /// Tags of other names say nothing.
    static let prefix = "refs/tags/neap/approve/"
    /// More at once are not looked at: tags that have served may be deleted.
    static let limit = 500

    let keys: TrustedKeys
    /// Seconds since 1970.
    let now: Int

    /// Adds what `tags` approve. What a tag that does not count names is noted, with why.
    func add(_ tags: [AnnotatedTag], to approvals: inout Approvals) async throws {
        for tag in tags {
            let grant = Approvals.Grant(commit: tag.target.hex, trailers: tag.values(of: Approvals.trailer))
            guard !grant.digests.isEmpty else { continue }
            if let objection = try await objection(to: tag) {
                let name = OperatingText.neutral(String(tag.name.dropFirst("refs/tags/".count)))
                approvals.discount(grant, because: "the tag \(name) does not count: \(objection)")
            } else {
                approvals.add(grant)
            }
        }
    }

    private func objection(to tag: AnnotatedTag) async throws -> String? {
        guard let signed = tag.signature else { return "it is not signed" }
        do {
            _ = try await keys.signer(of: signed.payload, by: signed.signature, at: now)
            return nil
        } catch {
            try Task.checkCancellation()
            return OperatingText.neutral("\(error)")
        }
    }
}
