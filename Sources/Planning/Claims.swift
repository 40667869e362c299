import Kinds
import Model

/// Who moves which field (DESIGN section 6): what manifests claim, and what a manifest that is broken now claimed before.
struct Claims {
    private(set) var byResource: [ResourceID: [Claim]] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(_ input: PlanInput, kinds: [String: any Kind.Type]) {
        for (_, resource) in input.desired.sorted(by: { $0.key < $1.key }) {
            for claim in kinds[resource.id.kind]?.claims(of: resource) ?? [] { add(claim, writtenAt: resource) }
        }
        for record in input.memory.values {
            for claim in record.owned where Self.isRemembered(claim, input) && !isClaimed(claim) {
                byResource[claim.resource, default: []].append(claim)
            }
        }
    }

    private mutating func add(_ claim: Claim, writtenAt resource: Resource) {
        if let other = byResource[claim.resource]?.first(where: { $0.path == claim.path }) {
            diagnostics.append(
                Diagnostic(
                    "\(claim.resource) \(claim.path) is already owned by \(other.owner)", hint: "keep one of the two",
                    at: resource.place, of: resource.id))
        } else {
            byResource[claim.resource, default: []].append(claim)
        }
    }

    private func isClaimed(_ claim: Claim) -> Bool {
        byResource[claim.resource]?.contains { $0.path == claim.path } ?? false
    }

    /// An owner that can not be read now, or is gone from Git but was made by Neap, goes on owning.
    private static func isRemembered(_ claim: Claim, _ input: PlanInput) -> Bool {
        guard let owner = ResourceID(parsing: claim.owner), input.desired[owner] == nil else { return false }
        return input.invalid.contains(owner) || !input.isComplete || input.memory[owner] != nil
    }
}
