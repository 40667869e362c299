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
            for claim in record.owned where Self.isBroken(claim.owner, input) {
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

    private static func isBroken(_ owner: String, _ input: PlanInput) -> Bool {
        ResourceID(parsing: owner).map(input.invalid.contains) ?? false
    }
}
